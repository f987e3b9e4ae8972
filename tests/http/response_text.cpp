#include <oaiwire/http/response_text.hpp>
//
#include <oaiwire/http/retry_after.hpp>
#include <support/catch.hpp>

#include <cstdint>
#include <string>

namespace response_text_tests {

using namespace oaiwire;
using http::body_framing;

namespace {

std::string text_of(const http::response_head& head, body_framing framing, std::uint64_t size = 0,
                    std::string_view connection = {}) {
    std::string out = "before|";
    const auto done = http::append_response_head(out, head, framing, size, connection);
    if (!done) {
        CHECK(out == "before|");
        return std::string(name(done.error().code));
    }
    return out.substr(7);
}

}  // namespace

TEST_CASE("a head has the status line, the fields in order, the framing and Connection") {
    const http::response_head ok{200, {{"Content-Type", "text/plain"}, {"X-Empty", ""}}};
    const std::string fields = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Empty:\r\n";
    CHECK(text_of(ok, body_framing::sized, 12) == fields + "Content-Length: 12\r\n\r\n");
    CHECK(text_of(ok, body_framing::sized) == fields + "Content-Length: 0\r\n\r\n");
    CHECK(text_of(ok, body_framing::chunked) == fields + "Transfer-Encoding: chunked\r\n\r\n");
    CHECK(text_of(ok, body_framing::until_close) == fields + "Connection: close\r\n\r\n");
    CHECK(text_of(ok, body_framing::until_close, 0, "keep-alive") ==
          fields + "Connection: close\r\n\r\n");
    CHECK(text_of(ok, body_framing::chunked, 0, "close") ==
          fields + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    CHECK(text_of({204, {}}, body_framing::none) == "HTTP/1.1 204 No Content\r\n\r\n");
    CHECK(text_of({599, {}}, body_framing::sized) == "HTTP/1.1 599 \r\nContent-Length: 0\r\n\r\n");
}

TEST_CASE("no byte of a field can end the head or begin another") {
    for (int byte = 0; byte != 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool text = c == ' ' || c == '\t' || http::detail::is_visible(c);
        const std::string value =
            text_of({200, {{"X", std::string("a") + c + "b"}}}, body_framing::sized);
        CHECK((value == "invalid_header") == !text);
        const std::string name =
            text_of({200, {{std::string("X") + c + "b", "a"}}}, body_framing::sized);
        CHECK((name == "invalid_header") == !http::detail::is_token_char(c));
    }
    CHECK(text_of({200, {{"", "a"}}}, body_framing::sized) == "invalid_header");
    CHECK(text_of({200, {}}, body_framing::sized, 0, "close\r\nX: y") == "invalid_header");
}

TEST_CASE("fields that frame the message cannot be given") {
    for (const char* name : {"Content-Length", "content-length", "Transfer-Encoding", "Connection",
                             "Keep-Alive", "Upgrade", "Trailer", "Proxy-Connection"}) {
        CHECK(text_of({200, {{name, "5"}}}, body_framing::sized) == "invalid_header");
    }
}

TEST_CASE("only final statuses have a head, and 204 and 304 have no body") {
    for (const int status : {-1, 0, 99, 100, 101, 199, 600, 1000}) {
        CHECK(text_of({status, {}}, body_framing::sized) == "invalid_argument");
    }
    for (const int status : {204, 304}) {
        CHECK(text_of({status, {}}, body_framing::sized) == "invalid_argument");
        CHECK(text_of({status, {}}, body_framing::chunked) == "invalid_argument");
    }
}

TEST_CASE("the interim response is one line") {
    std::string out;
    http::append_continue(out);
    CHECK(out == "HTTP/1.1 100 Continue\r\n\r\n");
}

TEST_CASE("a date reads back to its time, on every day of four centuries") {
    CHECK(http::date_text(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http::date_text(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(http::date_text(-1) == http::date_text(0));
    CHECK(http::date_text(951'782'400) == "Tue, 29 Feb 2000 00:00:00 GMT");
    CHECK(http::date_text(253'402'300'799) == "Fri, 31 Dec 9999 23:59:59 GMT");
    CHECK(http::date_text(INT64_MAX) == http::date_text(253'402'300'799));
    bool same = true;
    for (std::int64_t day = 0; day != 146'097; ++day) {
        const std::int64_t time = day * 86'400 + day % 86'400;
        const auto read = http::parse_http_date(http::date_text(time), time * 1000);
        same = same && read && *read == time * 1000;
    }
    CHECK(same);
}

}  // namespace response_text_tests
