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
    conformance::run([](const std::string&) { return winhttp_transport{}; },
                     {.early_answer = false});
}

}  // namespace winhttp_tests
