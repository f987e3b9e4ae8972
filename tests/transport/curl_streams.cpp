#include <oaiwire/transport/curl.hpp>

#include <transport/conformance_streams.hpp>

namespace curl_streams_tests {

TEST_CASE("curl: streams end correctly under all server faults") {
    oaiwire::conformance::run_streams(
        [](const std::string& ca_file) { return oaiwire::curl_transport({.ca_file = ca_file}); });
}

}  // namespace curl_streams_tests
