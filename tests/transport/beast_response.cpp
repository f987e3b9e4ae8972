#include <oaiwire/transport/beast_response.hpp>
//
#include <support/catch.hpp>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace beast_response_tests {

using namespace oaiwire;
using step = detail::beast_response::step;

namespace {

void receive(boost::beast::flat_buffer& input, std::string_view bytes) {
    const auto room = input.prepare(bytes.size());
    std::memcpy(room.data(), bytes.data(), bytes.size());
    input.commit(bytes.size());
}

// "status body end": all of a response that arrives in two pieces.
std::string read(std::string_view first, std::string_view second) {
    const limits bounds;
    detail::beast_response response(bounds, false);
    boost::beast::flat_buffer input;
    std::vector<char> output(16);
    std::string body;
    receive(input, first);
    auto at = response.parse_head(input);
    bool fed = false;
    while (at != step::end && at != step::failed) {
        if (at == step::bytes) body += response.bytes();
        if (at == step::more && fed) break;
        if (at == step::more) {
            receive(input, second);
            fed = true;
        }
        at = response.head().status == 0 ? response.parse_head(input)
                                         : response.parse_body(input, output);
    }
    const std::string end = at == step::end      ? "end"
                            : at == step::failed ? std::string(name(response.failure()))
                                                 : "more";
    return std::to_string(response.head().status) + ' ' + body + ' ' + end;
}

}  // namespace

TEST_CASE("beast: a response is read alike wherever it is cut, and ends at its last byte alone") {
    const std::string text =
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n";
    const std::string_view all = text;
    for (std::size_t cut = 0; cut <= all.size(); ++cut) {
        INFO(cut);
        CHECK(read(all.substr(0, cut), all.substr(cut)) == "200 abcde end");
        if (cut != all.size()) CHECK(read(all.substr(0, cut), "").ends_with(" more"));
    }
}

TEST_CASE("beast: a response has begun once its final status line has come") {
    const limits bounds;
    detail::beast_response response(bounds, false);
    boost::beast::flat_buffer input;
    CHECK(response.parse_head(input) == step::more);
    CHECK_FALSE(response.has_begun());
    receive(input, "HTTP/1.1 103 Early Hints\r\n\r\n");
    CHECK(response.parse_head(input) == step::more);
    CHECK_FALSE(response.has_begun());
    receive(input, "HTTP/1.1 200 OK\r\nX: ");
    CHECK(response.parse_head(input) == step::more);
    CHECK(response.has_begun());
}

TEST_CASE("beast: what is no response, or exceeds a limit, fails") {
    CHECK(read("SSH-2.0\r\n\r\n", "") == "0  invalid_framing");
    CHECK(read("HTTP/1.1 101 Switching Protocols\r\n\r\n", "") == "0  invalid_framing");
    CHECK(read("HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'v'), "") == "0  limit_exceeded");
}

}  // namespace beast_response_tests
