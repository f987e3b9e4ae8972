#include <oaiwire/http/response_head_decoder.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace response_head_decoder_tests {

using namespace oaiwire;
using http::detail::response_head_decoder;

TEST_CASE("a head decoder consumes the heads of a response and not a byte of its body") {
    const std::string heads =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 4\r\n\r\n";
    response_head_decoder d({}, false);
    CHECK(d.feed(heads + "body") == heads.size());
    CHECK(d.done());
    CHECK(d.size() == heads.size());
    CHECK(d.sized());
    CHECK(d.content_length() == 4);
    CHECK(d.keep_alive());
    CHECK(d.head().headers.size() == 2);
    CHECK(d.feed("more") == 0);
}

TEST_CASE("a head decoder says what is wrong with a head, and where") {
    const auto why = [](const std::string& head) {
        response_head_decoder d({}, false);
        d.feed(head);
        return std::string(d.message()) + " at " + std::to_string(d.at());
    };
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    CHECK(why("hello") == "the response is not HTTP/1.1 at 0");
    CHECK(why("HTTP/1.1 20x") == "malformed status at 11");
    CHECK(why("HTTP/1.1 200 OK\r\r") == "a line does not end in CRLF at 16");
    CHECK(why(ok + "X y") == "malformed field name at 18");
    CHECK(why(ok + "X: y\n") == "malformed field value at 21");
    CHECK(why(ok + "Content-Length: 1, 2\r\n\r\n") ==
          "there are two values of Content-Length at 33");
    CHECK(why(ok + "Transfer-Encoding: gzip\r\n\r\n") ==
          "the last transfer coding is not chunked at 36");
}

}  // namespace response_head_decoder_tests
