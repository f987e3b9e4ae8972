#include <oaiwire/transport/httplib.hpp>

#include <transport/conformance_streams.hpp>

namespace httplib_streams_tests {

TEST_CASE("httplib: streams end correctly under all server faults") {
    oaiwire::conformance::run_streams(
        [](const std::string& ca_file) { return oaiwire::httplib_transport({.ca_file = ca_file}); },
        {.limits = false});
}

}  // namespace httplib_streams_tests
