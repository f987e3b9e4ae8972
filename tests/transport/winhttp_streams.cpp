#include <oaiwire/transport/winhttp.hpp>

#include <transport/conformance_streams.hpp>

namespace winhttp_streams_tests {

TEST_CASE("winhttp: streams end correctly under all server faults") {
    const bool real = !oaiwire::detail::winhttp_in_wine();
    oaiwire::conformance::run_streams(
        [](const std::string&) { return oaiwire::winhttp_transport{}; },
        {.interim = real, .limits = real});
}

}  // namespace winhttp_streams_tests
