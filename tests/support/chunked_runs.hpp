// Runs the chunked decoder on pieces of a body, with results comparable to the reference decoder's.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/chunked_decoder.hpp>
#include <oracle/chunked.hpp>
#include <support/catch.hpp>

namespace support::chunks {

using namespace oaiwire;
using http::chunked_decoder;

// Everything that a caller can observe.
struct seen {
    std::string content{};
    bool done = false;
    errc code = errc::ok;
    std::size_t at = 0;
    std::string leftover{};
    http::header_list trailers{};
    friend bool operator==(const seen&, const seen&) = default;
};

// Feeds `bytes` in an allocation of exactly their size, so that sanitizers detect over-reads.
inline void feed_piece(chunked_decoder& d, std::string_view bytes, seen& out) {
    const auto block = std::make_unique<char[]>(bytes.size());
    bytes.copy(block.get(), bytes.size());
    d.feed({block.get(), bytes.size()});
    for (auto piece = d.next(); !piece.empty(); piece = d.next()) {
        const bool inside = piece.data() >= block.get() &&
                            piece.data() + piece.size() <= block.get() + bytes.size();
        if (!inside) FAIL("content is not a view into the bytes that were fed");
        out.content.append(piece);
    }
    out.leftover.append(d.leftover());
}

inline seen outcome(const chunked_decoder& d, seen out) {
    out.done = d.done();
    out.code = d.failed() ? d.failure().code : errc::ok;
    out.at = d.failed() ? d.failure().offset : static_cast<std::size_t>(d.consumed());
    if (d.done()) out.trailers = d.trailers();
    return out;
}

// Splits `body` into pieces of these sizes; the rest is one piece.
inline seen decode(std::string_view body, const std::vector<std::size_t>& sizes = {},
                   const limits& bounds = {}) {
    chunked_decoder d(bounds);
    seen out;
    for (const std::size_t size : sizes) {
        const auto piece = body.substr(0, size);
        body.remove_prefix(piece.size());
        feed_piece(d, piece, out);
    }
    feed_piece(d, body, out);
    return outcome(d, out);
}

inline seen decode_bytewise(std::string_view body, const limits& bounds = {}) {
    return decode(body, std::vector<std::size_t>(body.size(), 1), bounds);
}

// The reference's result in the same form.
inline seen expected(std::string_view body, const limits& bounds = {}) {
    const auto ref = oracle::read_chunked(body, bounds);
    using verdict = oracle::chunked_body::verdict;
    seen out;
    out.content = ref.content;
    out.done = ref.outcome == verdict::done;
    out.code = ref.outcome == verdict::malformed ? errc::invalid_framing
               : ref.outcome == verdict::limit   ? errc::limit_exceeded
                                                 : errc::ok;
    out.at = ref.at;
    if (out.done) {
        out.leftover = body.substr(ref.at);
        out.trailers = ref.trailers;
    }
    return out;
}

struct valid_body {
    std::string bytes;
    std::string content;
    std::string leftover = {};
    http::header_list trailers = {};
};

inline const std::vector<valid_body>& valid_bodies() {
    static const std::vector<valid_body> bodies{
        {"0\r\n\r\n", ""},
        {"000\r\n\r\n", ""},
        {"5\r\nhello\r\n0\r\n\r\n", "hello"},
        {"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"},
        {"a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789"},
        {"0000000000000000000000000005\r\nhello\r\n0\r\n\r\n", "hello"},
        {"1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n", "abcdefghijklmnopqrstuvwxyz"},
        {"4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n"},
        {"7\r\n0\r\n\r\n5\r\r\n0\r\n\r\n", "0\r\n\r\n5\r"},
        {std::string("2\r\n\0\xff\r\n0\r\n\r\n", 12), std::string("\0\xff", 2)},
        {"5;a\r\nhello\r\n0\r\n\r\n", "hello"},
        {"5;a=b;c;d=\"x;y\\\"\\\\\t\xc3\xa9\"\r\nhello\r\n0;z=1\r\n\r\n", "hello"},
        {"5 \t; \ta\t = \tb ; c ;d = \"\"\r\nhello\r\n0\r\n\r\n", "hello"},
        {"5;a=\"\" ;b\r\nhello\r\n0 ;c\r\n\r\n", "hello"},
        {"0\r\nA: b\r\n\r\n", "", "", {{"A", "b"}}},
        {"1\r\nx\r\n0\r\nA:\r\nb-c: \t two  words\xc3\xa9 \t\r\n\r\n",
         "x",
         "",
         {{"A", ""}, {"b-c", "two  words\xc3\xa9"}}},
        {"1\r\nx\r\n0\r\nA: b\r\nA:c:d\r\n\r\n", "x", "", {{"A", "b"}, {"A", "c:d"}}},
        {"1\r\nx\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n", "x", "HTTP/1.1 200 OK\r\n"},
        {"0\r\n\r\n0\r\n\r\n", "", "0\r\n\r\n"},
    };
    return bodies;
}

struct bad_body {
    std::string bytes;
    std::size_t at;  // offset of the first invalid byte
};

inline const std::vector<bad_body>& bad_bodies() {
    static const std::vector<bad_body> bodies{
        {"\r\n", 0},
        {"\n", 0},
        {" 5\r\nhello\r\n", 0},
        {"+5\r\nhello\r\n", 0},
        {"-5\r\nhello\r\n", 0},
        {"0x5\r\nhello\r\n", 1},
        {"0_5\r\nhello\r\n", 1},
        {"5 \r\nhello\r\n", 2},
        {"5\t\r\nhello\r\n", 2},
        {"5\nhello\r\n", 1},
        {"5\rhello\r\n", 2},
        {"5\r\r\nhello\r\n", 2},
        {"5.0\r\n", 1},
        {"g\r\n", 0},
        {"G\r\n", 0},
        {"\xef\xbb\xbf"
         "5\r\n",
         0},
        {std::string("5\0\r\n", 4), 1},
        {"5,5\r\n", 1},
        {"8000000000000000\r\n", 15},
        {"10000000000000000\r\n", 16},
        {"fffffffffffffffff\r\n", 15},
        {"00000000000000000000008000000000000000\r\n", 37},
        {"5\r\nhelloX\r\n", 8},
        {"5\r\nhello\n0\r\n\r\n", 8},
        {"5\r\nhello\rX", 9},
        {"5\r\nhello0\r\n\r\n", 8},
        {"5;\r\nhello", 2},
        {"5;;a\r\nhello", 2},
        {"5;a;\r\nhello", 4},
        {"5;=b\r\nhello", 2},
        {"5;a=\r\nhello", 4},
        {"5;a= \r\nhello", 5},
        {"5;a \r\nhello", 4},
        {"5;a=b \r\nhello", 6},
        {"5;a=b c\r\nhello", 6},
        {"5;a=\"b\" \r\nhello", 8},
        {"5;a=\"b\"c\r\nhello", 7},
        {"5;a=\"b\r\nhello", 6},
        {"5;a=\"\\\r\n", 6},
        {"5;a=\"\x7f\"\r\n", 5},
        {"5;a=b=c\r\n", 5},
        {"5;a\nX\r\nhello", 3},
        {"5;a\rX", 4},
        {"5;(\r\n", 2},
        {"5 a\r\n", 2},
        {"0\r\nX", error::no_offset},  // not malformed yet: a trailer name may follow
        {"0\r\n\n", 3},
        {"0\r\n\rX", 4},
        {"0\r\n: x\r\n\r\n", 3},
        {"0\r\nA : x\r\n\r\n", 4},
        {"0\r\nA\r\n\r\n", 4},
        {"0\r\n A: x\r\n\r\n", 3},
        {"0\r\nA: x\r\n folded\r\n\r\n", 9},
        {"0\r\nA: x\n\r\n", 7},
        {"0\r\nA: x\rB: y\r\n\r\n", 8},
        {std::string("0\r\nA: \0\r\n\r\n", 12), 6},
        {"0\r\nA: \x1b\r\n\r\n", 6},
        {"0\n\n", 1},
    };
    return bodies;
}

inline void agrees_with_oracle(std::string_view body, const limits& bounds = {}) {
    const seen want = expected(body, bounds);
    const bool same = decode(body, {}, bounds) == want && decode_bytewise(body, bounds) == want;
    if (same) return;
    CAPTURE(std::string(body));
    REQUIRE(decode(body, {}, bounds).content == want.content);
    REQUIRE(decode(body, {}, bounds).code == want.code);
    REQUIRE(decode(body, {}, bounds).at == want.at);
    REQUIRE(decode(body, {}, bounds) == want);
    REQUIRE(decode_bytewise(body, bounds) == want);
}

}  // namespace support::chunks
