#include <oaiwire/http/chunked_decoder.hpp>
//
#include <oracle/chunked.hpp>
#include <support/catch.hpp>
#include <support/chunked_runs.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace chunked_decoder_tests {

using namespace oaiwire;
using namespace support::chunks;

namespace {

// Calls f(prefix + s) for every string s over `alphabet` of at most `most` bytes.
template <class F>
void every_string(const std::string& prefix, std::string_view alphabet, std::size_t most, F f) {
    f(prefix);
    if (most == 0) return;
    for (const char c : alphabet) every_string(prefix + c, alphabet, most - 1, f);
}

}  // namespace

TEST_CASE("a valid body yields its content for every split in two and byte by byte") {
    for (const auto& body : valid_bodies()) {
        CAPTURE(body.bytes);
        const seen whole = decode(body.bytes);
        CHECK(whole.content == body.content);
        CHECK(whole.done);
        CHECK(whole.code == errc::ok);
        CHECK(whole.leftover == body.leftover);
        CHECK(whole.trailers == body.trailers);
        CHECK(whole.at == body.bytes.size() - body.leftover.size());
        CHECK(whole == expected(body.bytes));
        for (std::size_t cut = 0; cut <= body.bytes.size(); ++cut) {
            CAPTURE(cut);
            CHECK(decode(body.bytes, {cut}) == whole);
            CHECK(decode(body.bytes, {cut, 0, 0}) == whole);
        }
        CHECK(decode_bytewise(body.bytes) == whole);
    }
}

TEST_CASE("a malformed body fails at its first invalid byte for every split") {
    for (const auto& body : bad_bodies()) {
        CAPTURE(body.bytes);
        const seen whole = decode(body.bytes);
        if (body.at == error::no_offset) {
            CHECK(whole.code == errc::ok);
        } else {
            CHECK(whole.code == errc::invalid_framing);
            CHECK(whole.at == body.at);
        }
        CHECK_FALSE(whole.done);
        CHECK(whole == expected(body.bytes));
        for (std::size_t cut = 0; cut <= body.bytes.size(); ++cut) {
            CHECK(decode(body.bytes, {cut}) == whole);
        }
        CHECK(decode_bytewise(body.bytes) == whole);
    }
}

TEST_CASE("the error message names the part of the body that is wrong") {
    const auto said = [](std::string_view body, const limits& bounds = {}) {
        chunked_decoder d(bounds);
        d.feed(body);
        while (!d.next().empty()) {
        }
        return d.failure().message;
    };
    for (const char* body : {"x", "5x", "5\r\nhello\r\nx"}) {
        CHECK(said(body) == "malformed chunk size");
    }
    for (const char* body : {"5 x", "5;;", "5;a\n", "5;a x", "5;a=;", "5;a=b?c,", "5;a=\"\x7f",
                             "5;a=\"\\\x7f", "5;a=\"b\"x"}) {
        CHECK(said(body) == "malformed chunk extension");
    }
    CHECK(said("5\rx") == "a chunk size is not followed by CRLF");
    for (const char* body : {"5\r\nhellox", "5\r\nhello\rx"}) {
        CHECK(said(body) == "chunk data is not followed by CRLF");
    }
    for (const char* body : {"0\r\n:", "0\r\na b", "0\r\na:\x7f", "0\r\na: b\rx"}) {
        CHECK(said(body) == "malformed trailer field");
    }
    CHECK(said("0\r\n\rx") == "the trailer section is not followed by CRLF");

    limits none;
    none.chunk_extensions = none.trailers = none.headers = 0;
    CHECK(said("0;a", none) == "limits::chunk_extensions");
    CHECK(said("0\r\na", none) == "limits::trailers");
    none.trailers = 1;
    CHECK(said("0\r\na", none) == "limits::headers, in trailers");
}

TEST_CASE("every proper prefix of a valid body is closed_early") {
    for (const auto& body : valid_bodies()) {
        const std::size_t size = body.bytes.size() - body.leftover.size();
        for (std::size_t n = 0; n != size; ++n) {
            CAPTURE(body.bytes, n);
            chunked_decoder d;
            seen out;
            feed_piece(d, std::string_view(body.bytes).substr(0, n), out);
            REQUIRE_FALSE(d.done());
            REQUIRE_FALSE(d.failed());
            const auto end = d.finish();
            REQUIRE_FALSE(end);
            CHECK(end.error().code == errc::closed_early);
            CHECK(end.error().offset == n);
            CHECK(d.failed());
        }
        chunked_decoder d;
        seen out;
        feed_piece(d, body.bytes, out);
        CHECK(d.finish());
        CHECK(d.finish());
    }
}

TEST_CASE("the decoder agrees with a reference decoder on all short inputs") {
    const auto check = [](const std::string& body) { agrees_with_oracle(body); };
    SECTION("chunk heads") {
        every_string("", "05a;\r\n ", 6, check);
    }
    SECTION("after a chunk") {
        every_string("1\r\n", "01\r\n", 7, check);
    }
    SECTION("extensions") {
        every_string("1;a", "a=\"\\ ;\r\n", 5, check);
    }
    SECTION("trailers") {
        every_string("0\r\n", "a: \t\r\n", 6, check);
    }
}

TEST_CASE("the decoder agrees with a reference decoder on mutated bodies split at random") {
    std::mt19937 random(20240601);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::string_view interesting("0159afAF;=\"\\: \t\r\nxX\0\x7f\x80\xff", 24);
    limits tight;
    tight.chunk_extensions = 12;
    tight.trailers = 20;
    tight.headers = 2;
    for (int round = 0; round != 20'000; ++round) {
        std::string body = valid_bodies()[below(valid_bodies().size())].bytes;
        if (below(2) == 0) body.insert(0, "3;q=\"r\"\r\nabc\r\n");
        for (std::size_t edits = below(4); edits != 0 && !body.empty(); --edits) {
            const std::size_t at = below(body.size());
            const char c = interesting[below(interesting.size())];
            switch (below(4)) {
                case 0:
                    body[at] = c;
                    break;
                case 1:
                    body.insert(body.begin() + static_cast<std::ptrdiff_t>(at), c);
                    break;
                case 2:
                    body.erase(at, 1 + below(3));
                    break;
                default:
                    body.insert(at, body.substr(below(body.size()), below(6)));
                    break;
            }
        }
        const limits& bounds = below(2) == 0 ? tight : limits{};
        agrees_with_oracle(body, bounds);
        std::vector<std::size_t> cuts(below(6));
        for (auto& cut : cuts) cut = below(8);
        const bool same = decode(body, cuts, bounds) == expected(body, bounds);
        CAPTURE(body, cuts);
        REQUIRE(same);
    }
}

TEST_CASE("a chunk size of 2^63-1 is accepted, a larger one is not") {
    chunked_decoder d;
    d.feed("7fffffffffffffff\r\nabc");
    CHECK(d.next() == "abc");
    CHECK(d.next().empty());
    CHECK_FALSE(d.failed());
    CHECK(decode("7FFFFFFFFFFFFFFF0\r\n").at == 16);
    CHECK(decode("8000000000000000\r\n").code == errc::invalid_framing);
}

TEST_CASE("the limit on chunk extensions applies to the whole body") {
    limits bounds;
    bounds.chunk_extensions = 6;
    const std::string fits = "1;a\r\nx\r\n1;b=c\r\ny\r\n0\r\n\r\n";
    CHECK(decode(fits, {}, bounds).content == "xy");
    CHECK(decode(fits, {}, bounds).done);
    bounds.chunk_extensions = 5;
    const seen over = decode(fits, {}, bounds);
    CHECK(over.code == errc::limit_exceeded);
    CHECK(over.at == fits.find("c\r\n"));
    CHECK(over.content == "x");
    CHECK(decode_bytewise(fits, bounds) == over);

    bounds.chunk_extensions = 0;
    CHECK(decode("1\r\nx\r\n0\r\n\r\n", {}, bounds).done);
    CHECK(decode("1;a\r\nx\r\n0\r\n\r\n", {}, bounds).at == 1);
}

TEST_CASE("the limits on trailers apply to their bytes and to their number") {
    const std::string body = "0\r\nA: b\r\nC: d\r\n\r\n";
    limits bounds;
    bounds.trailers = 12;
    bounds.headers = 2;
    CHECK(decode(body, {}, bounds).trailers.size() == 2);
    SECTION("bytes") {
        bounds.trailers = 11;
        CHECK(decode(body, {}, bounds).code == errc::limit_exceeded);
        CHECK(decode(body, {}, bounds).at == 14);
        CHECK(decode_bytewise(body, bounds) == decode(body, {}, bounds));
    }
    SECTION("fields") {
        bounds.headers = 1;
        CHECK(decode(body, {}, bounds).code == errc::limit_exceeded);
        CHECK(decode(body, {}, bounds).at == body.find('C'));
        CHECK(decode_bytewise(body, bounds) == decode(body, {}, bounds));
    }
    SECTION("a limit of zero") {
        bounds.trailers = 0;
        bounds.headers = 0;
        CHECK(decode("0\r\n\r\n", {}, bounds).done);
        CHECK(decode(body, {}, bounds).at == 3);
    }
}

TEST_CASE("framing may exceed four times the content within its first 64 KiB only") {
    // five framing bytes per byte of content
    std::string thin;
    while (thin.size() < 100'000) thin += "1\r\nx\r\n";
    const seen over = decode(thin);
    CHECK(over.code == errc::limit_exceeded);
    const std::size_t chunks = 65536 / 5;
    CHECK(over.at == chunks * 6 + 1);
    CHECK(over == expected(thin));
    CHECK(decode_bytewise(thin) == over);

    std::string fair;
    while (fair.size() < 100'000) fair += "2\r\nxy\r\n";
    CHECK(decode(fair).code == errc::ok);
    CHECK(decode(fair + "0\r\n\r\n").done);

    // 16385 bytes of content allow 65540 bytes of framing; 8 of them surround the content
    const std::string head = "4001\r\n" + std::string(0x4001, 'x') + "\r\n";
    CHECK(decode(head + std::string(65532, '0')).code == errc::ok);
    CHECK(decode(head + std::string(65533, '0')).code == errc::limit_exceeded);
    CHECK(decode(head + std::string(65533, '0')).at == head.size() + 65532);

    CHECK(decode(std::string(65536, '0')).code == errc::ok);
    CHECK(decode(std::string(65537, '0')).at == 65536);
}

TEST_CASE("a failed decoder stays failed until reset()") {
    chunked_decoder d;
    d.feed("x");
    CHECK(d.next().empty());
    REQUIRE(d.failed());
    const error first = d.failure();
    d.feed("5\r\nhello\r\n");
    CHECK(d.next().empty());
    CHECK_FALSE(d.finish());
    CHECK(d.failure() == first);
    d.reset();
    CHECK_FALSE(d.failed());
    CHECK(d.consumed() == 0);
    d.feed("5\r\nhello\r\n0\r\nA: b\r\n\r\n");
    CHECK(d.next() == "hello");
    CHECK(d.next().empty());
    CHECK(d.done());
    d.reset();
    CHECK_FALSE(d.done());
    CHECK(d.trailers().empty());
}

TEST_CASE("reset() keeps the limits") {
    limits bounds;
    bounds.chunk_extensions = 0;
    chunked_decoder d(bounds);
    d.reset();
    d.feed("1;a\r\nx\r\n");
    CHECK(d.next().empty());
    CHECK(d.failure().code == errc::limit_exceeded);
}

TEST_CASE("feeding or finishing while bytes are unread is invalid_argument") {
    chunked_decoder d;
    d.feed("5\r\nhello\r\n");
    d.feed("0\r\n\r\n");
    CHECK(d.failure().code == errc::invalid_argument);
    d.reset();
    d.feed("5\r\nhello\r\n");
    CHECK(d.finish().error().code == errc::invalid_argument);
}

TEST_CASE("bytes after the end of the body are left over") {
    chunked_decoder d;
    d.feed("0\r\n\r\nab");
    CHECK(d.leftover().empty());
    CHECK(d.next().empty());
    CHECK(d.leftover() == "ab");
    d.feed("cd");
    CHECK(d.next().empty());
    CHECK(d.leftover() == "cd");
    CHECK(d.consumed() == 5);
    CHECK(d.finish());
}

}  // namespace chunked_decoder_tests
