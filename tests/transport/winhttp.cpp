#include <oaiwire/transport/winhttp.hpp>

#include <support/catch.hpp>

#include "conformance.hpp"

#include <string>

namespace winhttp_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::winhttp_transport;

static_assert(http::transport<winhttp_transport>);
static_assert(http::pull_transport<winhttp_transport>);
static_assert(http::polled_transport<winhttp_transport>);

}  // namespace

TEST_CASE("winhttp: conforms") {
    const bool real = !oaiwire::detail::winhttp_in_wine();
    oaiwire::conformance::run([](const std::string&) { return winhttp_transport{}; },
                              {.reuse = real,
                               .ipv6 = real,
                               .own_time = real,
                               .early_answer = false,
                               .interim = real,
                               .go_on = real,
                               .chunk_syntax = real,
                               .limits = real});
}

}  // namespace winhttp_tests
