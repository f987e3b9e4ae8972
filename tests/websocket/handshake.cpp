#include <oaiwire/websocket/handshake.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace handshake_tests {

using namespace oaiwire;
using namespace oaiwire::websocket;

namespace {

// RFC 6455, 1.3
const std::string key = "dGhlIHNhbXBsZSBub25jZQ==";
const std::string accepted = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

http::duplex_request asked() {
    http::duplex_request r;
    r.origin = {"https", "api.example.com", 443};
    r.target = "/v1/realtime?model=m";
    r.headers.add("Authorization", "Bearer k", true);
    r.subprotocols = {"realtime", "other"};
    return r;
}

http::response_head answer() {
    return {101,
            {{"Upgrade", "WebSocket"},
             {"Connection", "keep-alive, upgrade"},
             {"Sec-WebSocket-Accept", accepted}}};
}

http::received_request upgrade_request() {
    http::received_request r;
    r.method = "GET";
    r.target = "/v1/realtime";
    r.headers = {{"Host", "a"},
                 {"Connection", "Keep-Alive, Upgrade"},
                 {"Upgrade", "websocket"},
                 {"Sec-WebSocket-Version", "13"},
                 {"Sec-WebSocket-Key", key}};
    return r;
}

}  // namespace

TEST_CASE("the accepted key is that of RFC 6455's example") {
    CHECK(accept_of(key) == accepted);
}

TEST_CASE("the request of a handshake has its fields, and the program's behind them") {
    const auto r = handshake_request(asked(), key);
    REQUIRE(r);
    CHECK(r->method == "GET");
    CHECK(r->origin == asked().origin);
    CHECK(r->target == "/v1/realtime?model=m");
    CHECK(r->headers == http::header_list{{"Connection", "Upgrade"},
                                          {"Upgrade", "websocket"},
                                          {"Sec-WebSocket-Version", "13"},
                                          {"Sec-WebSocket-Key", key},
                                          {"Sec-WebSocket-Protocol", "realtime, other", true},
                                          {"Authorization", "Bearer k", true}});
    auto plain = asked();
    plain.subprotocols.clear();
    CHECK(handshake_request(plain, key)->headers.find("Sec-WebSocket-Protocol") == nullptr);
}

TEST_CASE("fields of the handshake are not the program's, and subprotocols are tokens") {
    for (const std::string name : {"Host", "connection", "Upgrade", "sec-websocket-key",
                                   "Sec-WebSocket-Version", "Sec-WebSocket-Protocol",
                                   "Sec-WebSocket-Extensions", "Sec-WebSocket-Accept", "a b", ""}) {
        auto r = asked();
        r.headers.add(name, "x");
        CHECK(handshake_request(r, key).error().code == errc::invalid_header);
    }
    auto broken = asked();
    broken.headers.add("a", "b\r\nc: d");
    CHECK(handshake_request(broken, key).error().code == errc::invalid_header);
    for (const std::string_view bad : {"\r\nEvil: 1", " HTTP/1.0", "\t", "\x7f"}) {
        auto r = asked();
        r.target.append(bad);
        CHECK(handshake_request(r, key).error().code == errc::invalid_url);
        r = asked();
        r.origin.host.append(bad);
        CHECK(handshake_request(r, key).error().code == errc::invalid_url);
    }
    for (const std::string name : {"", "a b", "a,b", "realtime", "\xc3\xa4"}) {
        auto r = asked();
        r.subprotocols.push_back(name);
        CHECK(handshake_request(r, key).error().code == errc::invalid_header);
    }
}

TEST_CASE("an answer is accepted if it agrees to what was asked") {
    CHECK(check_answer(answer(), asked(), key));
    auto chosen = answer();
    chosen.headers.add("sec-websocket-protocol", "other");
    CHECK(check_answer(chosen, asked(), key));
}

TEST_CASE("an answer that does not agree is refused") {
    const auto refused = [](auto change) {
        auto a = answer();
        change(a);
        const auto ok = check_answer(a, asked(), key);
        REQUIRE_FALSE(ok);
        return ok.error().code;
    };
    for (const int status : {200, 301, 400, 401, 403, 426, 500}) {
        CHECK(refused([&](auto& a) { a.status = status; }) == errc::unexpected_status);
    }
    for (const std::string name : {"Upgrade", "Connection", "Sec-WebSocket-Accept"}) {
        CHECK(refused([&](auto& a) { a.headers.remove(name); }) == errc::invalid_header);
        CHECK(refused([&](auto& a) { a.headers.set(name, "x"); }) == errc::invalid_header);
    }
    for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
             {"Sec-WebSocket-Extensions", "permessage-deflate"},
             {"Sec-WebSocket-Protocol", "third"},
             {"Sec-WebSocket-Protocol", "Realtime"},
             {"Sec-WebSocket-Protocol", "realtime, other"},
             {"Sec-WebSocket-Accept", accepted}}) {
        const auto add = [&n = name, &v = value](auto& a) { a.headers.add(n, v); };
        CHECK(refused(add) == errc::invalid_header);
    }
    CHECK(refused([](auto& a) {
              a.headers.add("Sec-WebSocket-Protocol", "realtime");
              a.headers.add("Sec-WebSocket-Protocol", "realtime");
          }) == errc::invalid_header);
    // no case is folded in base64
    CHECK(refused([](auto& a) {
              a.headers.set("Sec-WebSocket-Accept", "S3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
          }) == errc::invalid_header);
}

TEST_CASE("a server reads what a request for WebSocket offers") {
    auto r = upgrade_request();
    r.headers.add("Sec-WebSocket-Protocol", "realtime , openai-insecure-api-key.k");
    r.headers.add("sec-websocket-protocol", "third");
    r.headers.add("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");
    CHECK(is_upgrade(r));
    const upgrade u = read_upgrade(r);
    CHECK(u.status == 101);
    CHECK(u.accept == accepted);
    CHECK(u.subprotocols ==
          std::vector<std::string>{"realtime", "openai-insecure-api-key.k", "third"});
    const auto text = upgrade_answer(u, "realtime", {{"x-request-id", "1"}});
    REQUIRE(text);
    CHECK(*text ==
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
          "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
              accepted + "\r\nSec-WebSocket-Protocol: realtime\r\nx-request-id: 1\r\n\r\n");
}

TEST_CASE("a server refuses malformed requests for WebSocket with their status") {
    const auto status = [](auto change) {
        auto r = upgrade_request();
        change(r);
        const upgrade u = read_upgrade(r);
        CHECK(u.accept.empty());
        CHECK_FALSE(u.message.empty());
        CHECK_FALSE(upgrade_answer(u));
        return u.status;
    };
    CHECK(status([](auto& r) { r.method = "POST"; }) == 405);
    CHECK(status([](auto& r) { r.minor_version = 0; }) == 400);
    CHECK(status([](auto& r) { r.headers.remove("Upgrade"); }) == 426);
    CHECK(status([](auto& r) { r.headers.set("Upgrade", "h2c"); }) == 426);
    CHECK(status([](auto& r) { r.headers.remove("Connection"); }) == 400);
    CHECK(status([](auto& r) { r.headers.set("Connection", "keep-alive"); }) == 400);
    CHECK(status([](auto& r) { r.headers.add("Content-Length", "1"); }) == 400);
    CHECK(status([](auto& r) { r.headers.add("Transfer-Encoding", "chunked"); }) == 400);
    CHECK(status([](auto& r) { r.headers.remove("Sec-WebSocket-Version"); }) == 426);
    CHECK(status([](auto& r) { r.headers.set("Sec-WebSocket-Version", "8"); }) == 426);
    CHECK(status([](auto& r) { r.headers.add("Sec-WebSocket-Version", "13"); }) == 426);
    CHECK(status([](auto& r) { r.headers.remove("Sec-WebSocket-Key"); }) == 400);
    CHECK(status([](auto& r) { r.headers.add("Sec-WebSocket-Key", key); }) == 400);
    for (const std::string bad :
         {"", "short", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ",
          "dGhlIHNhbXBsZSBub25jZR==", "dGhlIHNhbXBsZSBub25jZSE=", "dGhlIHNhbXBsZSBub25-ZQ=="}) {
        CHECK(status([&](auto& r) { r.headers.set("Sec-WebSocket-Key", bad); }) == 400);
    }
    CHECK(status([](auto& r) { r.headers.add("Sec-WebSocket-Protocol", "a b"); }) == 400);
    auto empty_body = upgrade_request();
    empty_body.headers.add("Content-Length", "0");
    CHECK(read_upgrade(empty_body).status == 101);
}

TEST_CASE("a server's answer has a subprotocol that was offered, and no field that frames it") {
    auto r = upgrade_request();
    r.headers.add("Sec-WebSocket-Protocol", "a");
    const upgrade u = read_upgrade(r);
    CHECK(upgrade_answer(u, "b").error().code == errc::invalid_argument);
    CHECK(upgrade_answer(u, "A").error().code == errc::invalid_argument);
    for (const std::string name : {"Upgrade", "Connection", "Content-Length", "Transfer-Encoding",
                                   "Sec-WebSocket-Extensions", "a b"}) {
        CHECK(upgrade_answer(u, "a", {{name, "x"}}).error().code == errc::invalid_header);
    }
    CHECK(upgrade_answer(u, "a", {{"x", "y\r\nz: 1"}}).error().code == errc::invalid_header);
}

}  // namespace handshake_tests
