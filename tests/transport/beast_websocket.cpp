#include <oaiwire/transport/beast_websocket.hpp>
//
#include <string>
#include <type_traits>

#include <support/catch.hpp>

#include "conformance/duplex.hpp"

namespace beast_websocket_tests {

using oaiwire::beast_websocket_transport;

static_assert(oaiwire::http::duplex_transport<beast_websocket_transport>);
static_assert(oaiwire::http::polled_duplex_transport<beast_websocket_transport>);
static_assert(!std::is_copy_constructible_v<beast_websocket_transport>);
static_assert(std::is_nothrow_move_constructible_v<beast_websocket_transport>);

TEST_CASE("beast_websocket: conforms") {
    oaiwire::conformance::run_duplex(
        [](const std::string& ca_file) { return beast_websocket_transport({.ca_file = ca_file}); },
        {.tls = true});
}

}  // namespace beast_websocket_tests
