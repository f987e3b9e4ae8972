#include <oaiwire/transport/winhttp_response.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

namespace winhttp_response_tests {

namespace {

using oaiwire::errc;
using oaiwire::detail::winhttp_response;

// The end of a body of that size after a head with these fields.
errc end_of(std::string_view fields, std::size_t size, bool peer_closed, bool head_method = false) {
    winhttp_response r;
    const auto text = "HTTP/1.1 200 OK\r\n" + std::string(fields) + "\r\n";
    const auto read = r.parse(200, text, {}, head_method, true);
    if (read != errc::ok) return read;
    r.count(size);
    return r.end(peer_closed);
}

}  // namespace

TEST_CASE("winhttp: a head is read with all of its fields, without white space around values") {
    winhttp_response r;
    CHECK(r.parse(201, "HTTP/1.1 201 Created\r\nA:b\r\nEmpty:\r\na: \t c d \r\n\r\n", {}, false,
                  true) == errc::ok);
    CHECK(r.head().status == 201);
    REQUIRE(r.head().headers.size() == 3);
    CHECK(r.head().headers.value("a") == "b");
    CHECK(r.head().headers.find("empty")->value.empty());
    CHECK(std::next(r.head().headers.begin(), 2)->value == "c d");
}

TEST_CASE("winhttp: a body that is not as long as its head says has ended early") {
    CHECK(end_of("Content-Length: 5\r\n", 5, false) == errc::ok);
    CHECK(end_of("Content-Length: 5\r\n", 4, false) == errc::closed_early);
    CHECK(end_of("Content-Length: 5\r\n", 0, true, true) == errc::ok);  // of HEAD
    CHECK(end_of("Transfer-Encoding: chunked\r\n", 5, false) == errc::ok);
    CHECK(end_of("Transfer-Encoding: Chunked\r\nContent-Length: 9\r\n", 5, false) == errc::ok);
    CHECK(end_of("Transfer-Encoding: chunked\r\n", 5, true) == errc::closed_early);
    CHECK(end_of("", 5, true) == errc::ok);
}

TEST_CASE("winhttp: lengths that readers could take differently are refused") {
    for (const char* fields :
         {"Content-Length: -1\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n",
          "Content-Length: 9999999999999999999\r\n", "Content-Length:\r\n",
          "Transfer-Encoding: gzip\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"}) {
        INFO(fields);
        CHECK(end_of(fields, 1, false) == errc::invalid_framing);
    }
    CHECK(end_of("Content-Length: 2\r\nContent-Length: 2\r\n", 2, false) == errc::ok);
}

TEST_CASE("winhttp: no byte beyond the length of a body is part of it") {
    winhttp_response r;
    CHECK(r.parse(200, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", {}, false, true) ==
          errc::ok);
    CHECK(r.of_body(9) == 5);
    CHECK_FALSE(r.is_whole());
    r.count(5);
    CHECK(r.of_body(9) == 0);
    CHECK(r.is_whole());
}

TEST_CASE("winhttp: heads that are cut, interim or above the limits are refused") {
    winhttp_response r;
    CHECK(r.parse(200, "HTTP/1.1 200 OK\r\nA: b\r\n", {}, false, true) == errc::closed_early);
    CHECK(r.parse(103, "HTTP/1.1 103 Early\r\n\r\n", {}, false, true) == errc::invalid_framing);
    std::string many = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i != 101; ++i) many += "X: y\r\n";
    CHECK(r.parse(200, many + "\r\n", {}, false, true) == errc::limit_exceeded);
}

}  // namespace winhttp_response_tests
