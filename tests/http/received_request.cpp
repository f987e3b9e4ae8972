#include <oaiwire/http/received_request.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/websocket/handshake.hpp>

namespace received_request_tests {

using namespace oaiwire;
using http::received_request;

namespace {

constexpr std::string_view bytes =
    "GET /v1/realtime?model=m HTTP/1.1\r\nHost: localhost\r\nUPGRADE:  websocket \r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

// The same head from another HTTP stack.
received_request filled() {
    received_request out{.method = "GET", .target = "/v1/realtime?model=m"};
    out.headers.add("Host", "localhost");
    out.headers.add("UPGRADE", "websocket");
    out.headers.add("Connection", "Upgrade");
    out.headers.add("Sec-WebSocket-Version", "13");
    out.headers.add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    return out;
}

}  // namespace

TEST_CASE("a request that a program fills itself is the one that the decoder makes of its bytes") {
    http::request_decoder decoder;
    decoder.feed(bytes);
    CHECK(decoder.next().empty());
    REQUIRE(decoder.head() != nullptr);
    CHECK(*decoder.head() == filled());
    // and is taken alike
    CHECK(websocket::is_upgrade(filled()));
    CHECK(websocket::read_upgrade(filled()).accept ==
          websocket::read_upgrade(*decoder.head()).accept);
    CHECK(websocket::read_upgrade(filled()).accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST_CASE("a request is another one if any of its members is") {
    CHECK(received_request{}.minor_version == 1);
    for (auto change : {+[](received_request& r) { r.method = "get"; },
                        +[](received_request& r) { r.target += '&'; },
                        +[](received_request& r) { r.headers.add("A", "b"); },
                        +[](received_request& r) { r.minor_version = 0; }}) {
        received_request other = filled();
        change(other);
        CHECK_FALSE(other == filled());
    }
}

}  // namespace received_request_tests
