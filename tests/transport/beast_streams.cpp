#include <oaiwire/transport/beast.hpp>

#include <transport/conformance_streams.hpp>

namespace beast_streams_tests {

TEST_CASE("beast: streams end correctly under all server faults") {
    oaiwire::conformance::run_streams(
        [](const std::string& ca_file) { return oaiwire::beast_transport({.ca_file = ca_file}); });
}

}  // namespace beast_streams_tests
