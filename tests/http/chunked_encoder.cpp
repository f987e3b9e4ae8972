#include <oaiwire/http/chunked_encoder.hpp>
//
#include <oracle/chunked.hpp>
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace chunked_encoder_tests {

using namespace oaiwire;

TEST_CASE("what is encoded is what a reader of chunked bodies reads") {
    for (const std::size_t size : {1U, 9U, 10U, 15U, 16U, 255U, 256U, 4096U, 70'000U}) {
        std::string out;
        std::string content;
        for (int i = 0; i != 3; ++i) {
            std::string piece(size, 'x');
            for (std::size_t at = 0; at != size; ++at) piece[at] = static_cast<char>(at * 31);
            http::append_chunk(out, piece);
            content += piece;
            const auto so_far = oracle::read_chunked(out);
            CHECK(so_far.outcome == oracle::chunked_body::verdict::more);
            CHECK(so_far.content == content);
        }
        http::append_last_chunk(out);
        const auto whole = oracle::read_chunked(out + "GET");
        CHECK(whole.outcome == oracle::chunked_body::verdict::done);
        CHECK(whole.content == content);
        CHECK(whole.at == out.size());
    }
}

TEST_CASE("no bytes are no chunk, which would end the body") {
    std::string out = "a";
    http::append_chunk(out, "");
    CHECK(out == "a");
    http::append_chunk(out, "hello world, hi");
    http::append_chunk(out, "hello world, hi!");
    http::append_last_chunk(out);
    CHECK(out == "af\r\nhello world, hi\r\n10\r\nhello world, hi!\r\n0\r\n\r\n");
}

}  // namespace chunked_encoder_tests
