#include <oaiwire/json/text/decode_string_avx2.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <support/random.hpp>

namespace decode_string_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire;
using namespace oaiwire::json::detail;
using json::surrogates;

namespace {

constexpr std::size_t slack = decoding_slack;

struct decoded {
    decoding_stop why = decoding_stop::fault;
    std::size_t at = 0;
    std::string text{};
};

// Decodes raw[3..], with all but the last bytes as what is taken, from memory of exactly its size
// to memory of the size that is promised to do.
decoded by_blocks(std::string_view raw) {
    const std::size_t taken = raw.size() - slack;
    const auto from = std::make_unique<char[]>(raw.size());
    const auto to = std::make_unique<char[]>(taken - 3 + slack);
    std::memcpy(from.get(), raw.data(), raw.size());
    const char* p = from.get() + 3;
    char* q = to.get();
    const char* const last = from.get() + taken;
    decoded out;
    do {
        out.why = decode_string_avx2(p, last, q);
        if (out.why == decoding_stop::escapes) {
            const char* const before = p;
            out.why = decode_escapes_avx2(p, last, q);
            if (out.why == decoding_stop::last && p == before) std::abort();  // it would not end
        }
    } while (out.why == decoding_stop::last && p < last);
    out.at = static_cast<std::size_t>(p - from.get());
    out.text.assign(to.get(), q);
    return out;
}

// Whether that is what the byte-by-byte functions say of the same text.
bool is_right(std::string_view raw) {
    const decoded found = by_blocks(raw);
    if (found.why == decoding_stop::fault) {
        // a control character, or no UTF-8, not beyond the quote or an escape that is no character
        fault f;
        string_checker check;
        const char* const begin = raw.data() + 3;
        if (!check(begin, raw.data() + raw.size(), f)) {
            return f.code == errc::control_character || f.code == errc::invalid_utf8;
        }
        return false;
    }
    if (found.at < 3 || found.at > raw.size()) return false;
    const std::string_view taken = raw.substr(3, found.at - 3);
    std::string expected;
    if (!append_unescaped(expected, taken, surrogates::refuse) || expected != found.text) {
        return false;
    }
    // nothing that should have stopped it was passed over; a character may go on
    fault f;
    string_checker check;
    const std::string closed = std::string(taken) + '"';
    const std::size_t left = raw.size() - found.at;
    const std::string_view rest = raw.substr(found.at);
    switch (found.why) {
        case decoding_stop::quote:
            return rest[0] == '"' && check(closed.data(), closed.data() + closed.size(), f) ==
                                         closed.data() + closed.size();
        case decoding_stop::escape: {
            std::uint32_t c = 0;
            return rest[0] == '\\' && escaped_character(rest.data(), rest.data() + left, c) == 0 &&
                   check(closed.data(), closed.data() + closed.size(), f) ==
                       closed.data() + closed.size();
        }
        default:
            break;
    }
    if (left > slack) return false;
    if (check(closed.data(), closed.data() + closed.size(), f)) return true;
    // the character goes on
    return f.code == errc::invalid_utf8 && f.at == closed.data() + taken.size() &&
           static_cast<unsigned char>(rest[0]) >= 0x80;
}

std::string padded(std::string_view raw) {
    return "ab\"" + std::string(raw) + std::string(slack, 'x');
}

}  // namespace

TEST_CASE("blocks of 32 bytes stop at each byte that ends a string, wherever it is") {
    if (!oaiwire::detail::has_avx2()) return;
    std::size_t wrong = 0;
    for (std::size_t size = 1; size != 131; ++size) {
        wrong += is_right(padded(std::string(size, 'x'))) ? 0 : 1;
        for (std::size_t at = 0; at != size; ++at) {
            std::string raw(size, 'x');
            for (const char c : {'"', '\\', '\n', '\0', '\x1f', ' ', '!', '#', '[', ']', '\x7f',
                                 '\x80', '\xc3', '\xe2', '\xf0', '\xff'}) {
                raw[at] = c;
                wrong += is_right(padded(raw)) ? 0 : 1;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(by_blocks(padded("one\"")).why == decoding_stop::quote);
    CHECK(by_blocks(padded("one\"")).at == 6);
    CHECK(by_blocks(padded("\\ud83d ")).why == decoding_stop::escape);
    CHECK(by_blocks(padded("\\x")).why == decoding_stop::escape);
    CHECK(by_blocks(padded("\t")).why == decoding_stop::fault);
    CHECK(by_blocks(padded("\xff")).why == decoding_stop::fault);
    CHECK(by_blocks(padded("plain")).why == decoding_stop::last);
}

TEST_CASE("blocks of 32 bytes find each pair of bytes that is no UTF-8, wherever it is") {
    if (!oaiwire::detail::has_avx2()) return;
    std::size_t wrong = 0;
    for (const std::size_t at : {0U, 14U, 29U, 30U, 31U, 32U, 63U}) {
        for (unsigned first = 0x80; first != 0x100; ++first) {
            for (unsigned second = 0x7F; second != 0x100; ++second) {
                for (const std::string_view rest : {"\"", "\xBF\"", "\xBF\xBF\\n"}) {
                    std::string raw(at, 'x');
                    raw += static_cast<char>(first);
                    raw += static_cast<char>(second);
                    raw += rest;
                    wrong += is_right(padded(raw)) ? 0 : 1;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("blocks of 32 bytes decode what the plain way does, of any text") {
    if (!oaiwire::detail::has_avx2()) return;
    const std::string_view pieces[] = {
        "\\n", "\\\"", "\\\\",   "\\u00e4",      "\\u0041",          "\\ud83c\\udf24", "\xc3\xa9",
        "a",   "abc",  "x y z ", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4", "\xef\xbf\xbd",   "\\/"};
    const std::string_view rare[] = {"\"",   "\\ud83c",      "\\udf24", "\\ud83c\\u0041",
                                     "\\x",  "\\u12x4",      "\xc3",    "\xe9\x9d",
                                     "\x80", "\xed\xa0\x80", "\n",      "\xf4\x90\x80\x80"};
    support::random r(51);
    std::size_t wrong = 0;
    std::size_t stops[5] = {};
    for (int i = 0; i != 15'000; ++i) {
        std::string raw;
        const std::size_t dense = 1 + r.below(14);
        for (std::size_t n = r.below(r.one_in(8) ? 200 : 30); n != 0; --n) {
            if (r.one_in(60)) {
                raw += rare[r.below(std::size(rare))];
            } else {
                raw += r.one_in(dense) ? pieces[r.below(std::size(pieces))] : "plain";
            }
        }
        const std::string text = padded(raw.empty() ? "x" : raw);
        wrong += is_right(text) ? 0 : 1;
        ++stops[static_cast<std::size_t>(by_blocks(text).why)];
    }
    CHECK(wrong == 0);
    for (const auto why :
         {decoding_stop::last, decoding_stop::quote, decoding_stop::escape, decoding_stop::fault}) {
        CHECK(stops[static_cast<std::size_t>(why)] > 250);
    }
}

TEST_CASE("a block of many escapes is decoded up to anything else, wherever that is") {
    if (!oaiwire::detail::has_avx2()) return;
    const std::string_view others[] = {
        "\"",    "\n",      "\xff",       "\xc3",      "\xc3\xa9",       "\xc3\\n",
        "a",     "\\u00",   "\\u0041",    "\\u00E4",   "\\u20ac",        "\\u20ac\"",
        "\\ud8", "\\udc00", "\\ud83d\\n", "\\ud83d\"", "\\ud83d\\ude00", "\\ud83d\\ud83d"};
    std::size_t wrong = 0;
    const auto try_it = [&](std::string_view before, std::string_view other) {
        std::string raw(before);
        raw += other;
        for (int i = 0; i != 20; ++i) raw += i % 2 == 0 ? "\\t" : "\\\\";
        wrong += is_right(padded(raw)) ? 0 : 1;
    };
    for (std::size_t at = 0; at != 70; ++at) {
        std::string before;
        while (before.size() < at) before += before.size() + 1 == at ? "x" : "\\n";
        for (const std::string_view other : others) try_it(before, other);
        for (unsigned c = 0; c != 256; ++c) try_it(before, std::string{'\\', static_cast<char>(c)});
    }
    CHECK(wrong == 0);
    CHECK(by_blocks(padded("\\b\\f\\n\\r\\t\\\"\\\\\\/bfnrt/\"")).text == "\b\f\n\r\t\"\\/bfnrt/");
}

#endif

}  // namespace decode_string_avx2_tests
