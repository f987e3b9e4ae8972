#include <oaiwire/transport/curl_multi.hpp>

#include <transport/conformance/streams.hpp>

namespace curl_multi_streams_tests {

TEST_CASE("curl_multi: streams end correctly under all server faults") {
    conformance::run_streams([](const std::string& ca_file) {
        return oaiwire::curl_multi_transport({.ca_file = ca_file});
    });
}

}  // namespace curl_multi_streams_tests
