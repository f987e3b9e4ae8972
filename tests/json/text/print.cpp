#include <oaiwire/json/text/print.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include <oracle/json_text.hpp>
#include <support/random.hpp>

namespace print_tests {

using namespace oaiwire;
using oaiwire::json::detail::text_sink;

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    if (!json::detail::append_string(out, text)) return "refused";
    return out;
}

// The reference: one byte at a time.
std::string escaped_plainly(std::string_view text) {
    if (find_invalid_utf8(text) != std::string_view::npos) return "refused";
    std::string out = "\"";
    for (const char c : text) {
        static constexpr std::string_view special = "\"\"\\\\\bb\ff\nn\rr\tt";
        std::size_t at = 0;
        while (at != special.size() && special[at] != c) at += 2;
        if (at != special.size()) {
            out += {'\\', special[at + 1]};
        } else if (c >= 0 && c < 0x20) {
            out += c < 0x10 ? "\\u000" : "\\u001";
            out += "0123456789abcdef"[c % 16];
        } else {
            out += c;
        }
    }
    return out += '"';
}

// Checks each implementation, overwriting and appending.
bool is_escaped_as(std::string_view text, const std::string& expected, std::string& used) {
    const auto check = [&](auto& put, std::size_t from) {
        const std::string before = used.substr(0, from);
        text_sink sink(used, from);
        if (!put(sink, text)) return expected == "refused";
        sink.finish();
        return used == before + expected;
    };
    const auto by_words = [](text_sink& out, std::string_view all) {
        return !json::detail::put_quoted_by_words(out, all) || is_utf8(all);
    };
    const auto usually = [](text_sink& out, std::string_view all) {
        return json::detail::put_string(out, all);
    };
    const auto by_blocks = [](text_sink& out, std::string_view all) {
        return !json::detail::put_quoted_by_blocks(out, all) || is_utf8(all);
    };
    return check(by_words, 0) && check(by_blocks, 0) && check(usually, used.size() / 2);
}

template <class T>
std::string printed(T value) {
    std::string out;
    json::detail::append_number(out, value);
    std::string same;
    text_sink sink(same);
    json::detail::put_number(sink, value);
    sink.finish();
    return same == out ? out : "unlike";
}

}  // namespace

TEST_CASE("strings are quoted and only the required characters escaped") {
    CHECK(escaped("") == R"("")");
    CHECK(escaped("plain / text \x7f") == "\"plain / text \x7f\"");
    CHECK(escaped("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
    CHECK(escaped(std::string_view("\0\x01\x1f", 3)) == R"("\u0000\u0001\u001f")");
    CHECK(escaped("\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80") ==
          "\"\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80\"");
}

TEST_CASE("every ASCII character is escaped correctly at every position of a long string") {
    for (std::size_t at = 0; at != 34; ++at) {
        for (char c = 0; c >= 0 && c != 127; ++c) {
            std::string text(34, 'x');
            text[at] = c;
            const std::string json = escaped(text);
            REQUIRE(oracle::read_json_text(json).ok);
            const std::size_t grown = json.size() - 36;
            const bool escaped = c == '"' || c == '\\' || c < 0x20;
            REQUIRE((grown != 0) == escaped);
            REQUIRE((escaped ? json[at + 1] == '\\' : json[at + 1] == c));
            REQUIRE(json.substr(at + 2 + grown) == std::string(33 - at, 'x') + '"');
        }
    }
}

TEST_CASE("invalid UTF-8 is rejected at any position") {
    for (std::size_t at = 0; at != 40; ++at) {
        const std::string before(at, 'x');
        CHECK(escaped(before + "\xff") == "refused");
        CHECK(escaped(before + "\xc3") == "refused");
        CHECK(escaped(before + "\xed\xa0\x80 and more") == "refused");
        CHECK(escaped(before + "\xe2\x82\xac") == "\"" + before + "\xe2\x82\xac\"");
    }
}

TEST_CASE(
    "any two bytes after any lead are escaped or rejected like byte by byte, at every position") {
    std::string used;
    for (const std::string_view after : {"", "\x80", "\x80\xbf", "\xbf\xbf\"", "x\x80"}) {
        for (std::size_t pair = 0x7F00; pair != 0x10000; ++pair) {
            std::string sequence{static_cast<char>(pair >> 8), static_cast<char>(pair & 255)};
            sequence += after;
            const bool ok = find_invalid_utf8(sequence) == std::string_view::npos;
            for (const std::size_t at : {0U, 11U, 12U, 13U, 14U, 15U, 16U}) {
                std::string text(at, 'x');
                text += sequence;
                // long enough for a whole block, or not
                if (pair % 2 == 0) text += "0123456789abcdef";
                const auto expected = ok ? escaped_plainly(text) : "refused";
                if (!is_escaped_as(text, expected, used)) {
                    FAIL(at << " bytes, then " << pair << " and " << after.size());
                }
            }
        }
    }
}

TEST_CASE("random text is escaped or rejected like byte by byte, for strings of any capacity") {
    static constexpr std::string_view pieces[] = {"x",
                                                  "plain text of words",
                                                  "\"",
                                                  "\\",
                                                  "\n",
                                                  "\t\r\b\f",
                                                  "\x1f",
                                                  "\x7f",
                                                  "\xc3\xa9",
                                                  "\xe9\x9d\x92",
                                                  "\xf0\x9f\x8c\xa4",
                                                  "\xe0\xa0\x80",
                                                  "\xed\x9f\xbf",
                                                  "\xf4\x8f\xbf\xbf",
                                                  "\xef\xbf\xbf",
                                                  "\xc2\x80",
                                                  "\xdf\xbf",
                                                  "\xf0\x90\x80\x80",
                                                  " ",
                                                  "!",
                                                  "#"};
    static constexpr std::string_view wrong[] = {
        "\x80",     "\xc3",         "\xe9\x9d",         "\xf0\x9f\x8c",
        "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8",
        "\xff",     "\xe0\x9f\xbf"};
    support::random random(7);
    std::size_t refused = 0;
    std::string used;
    for (int i = 0; i != 60'000; ++i) {
        std::string text;
        const std::size_t size = i % 1000 == 0 ? 60'000 : random.below(120);
        const std::size_t kinds = 1 + random.below(std::size(pieces));
        while (text.size() < size) text += pieces[random.below(kinds)];
        if (random.one_in(4)) {
            text.insert(random.below(text.size() + 1), wrong[random.below(std::size(wrong))]);
        }
        const std::string expected = escaped_plainly(text);
        if (expected == "refused") ++refused;
        if (random.one_in(3)) used.clear();
        if (random.one_in(5)) used.shrink_to_fit();
        if (!is_escaped_as(text, expected, used)) FAIL(text);
    }
    CHECK(refused > 5'000);
    CHECK(refused < 30'000);
}

TEST_CASE("escapes at any two places of a text of any length are written like byte by byte") {
    std::string used;
    for (std::size_t size = 0; size != 150; ++size) {
        for (std::size_t first = 0; first < size; first += 1 + first % 3) {
            for (std::size_t second = first; second < size; second += 1 + second % 7) {
                std::string text(size, 'x');
                text[first] = first % 2 == 0 ? '\n' : '\x01';
                text[second] = second % 3 == 0 ? '"' : '\\';
                if (!is_escaped_as(text, escaped_plainly(text), used)) {
                    FAIL(size << " bytes, " << first << " and " << second);
                }
            }
        }
    }
}

TEST_CASE("nothing but escapes, and runs of them in long text, are written like byte by byte") {
    std::string used;
    for (std::size_t size = 1; size != 700; ++size) {
        std::string all(size, size % 2 == 0 ? '\x1f' : '"');
        if (!is_escaped_as(all, escaped_plainly(all), used)) FAIL(size << " escapes");
        all = std::string(200, 'a') + all + std::string(size % 130, 'b');
        if (!is_escaped_as(all, escaped_plainly(all), used)) FAIL(size << " escapes in text");
    }
}

TEST_CASE("rejected text leaves the target unchanged") {
    std::string out = "[";
    CHECK_FALSE(json::detail::append_string(out, "some text, and then \xff"));
    CHECK(out == "[");
}

TEST_CASE("text is appended") {
    std::string out = "[";
    CHECK(json::detail::append_string(out, "a"));
    out += ',';
    json::detail::append_number(out, 7);
    out += ',';
    CHECK(json::detail::append_number(out, 0.5));
    CHECK(out == "[\"a\",7,0.5");
}

TEST_CASE("integers of every width are printed in full") {
    CHECK(printed(std::numeric_limits<std::int8_t>::min()) == "-128");
    CHECK(printed(std::numeric_limits<std::uint8_t>::max()) == "255");
    CHECK(printed(std::numeric_limits<std::int16_t>::min()) == "-32768");
    CHECK(printed(std::numeric_limits<std::uint32_t>::max()) == "4294967295");
    CHECK(printed(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(printed(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    CHECK(printed(0) == "0");
}

TEST_CASE("integers around each power of ten and of two have all their digits and no more") {
    const auto check = [](std::uint64_t value) {
        if (printed(value) != std::to_string(value)) FAIL(value);
    };
    for (std::uint64_t power = 1;; power *= 10) {
        for (const std::uint64_t value : {power - 1, power, power + 1}) check(value);
        if (power > std::numeric_limits<std::uint64_t>::max() / 10) break;
    }
    for (std::size_t bits = 0; bits != 64; ++bits) {
        const std::uint64_t power = std::uint64_t{1} << bits;
        for (const std::uint64_t value : {power - 1, power, power + 1}) check(value);
    }
    support::random random(43);
    for (int i = 0; i != 100'000; ++i) check(random.bits() >> random.below(64));
}

TEST_CASE("doubles and floats are printed as JSON numbers that strtod reads to the same bits") {
    support::random random(42);
    std::size_t finite = 0;
    for (int i = 0; i != 200'000; ++i) {
        const std::uint64_t bits = random.bits();
        const auto d = std::bit_cast<double>(bits);
        const auto f = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        const std::string wide = printed(d);
        const std::string narrow = printed(f);
        if (std::isfinite(d)) {
            ++finite;
            if (!oracle::read_json_text(wide).ok) FAIL(wide);
            const double back = std::strtod(wide.c_str(), nullptr);
            if (std::bit_cast<std::uint64_t>(back) != bits) FAIL(wide);
        }
        if (std::isfinite(f)) {
            if (!oracle::read_json_text(narrow).ok) FAIL(narrow);
            const float back = std::strtof(narrow.c_str(), nullptr);
            if (std::bit_cast<std::uint32_t>(back) != static_cast<std::uint32_t>(bits))
                FAIL(narrow);
        }
    }
    CHECK(finite > 190'000);
    CHECK(printed(0.1) == "0.1");
    CHECK(printed(0.1f) == "0.1");
    CHECK(printed(-0.0) == "-0");
    CHECK(printed(5.0) == "5");
    CHECK(printed(5e-324) == "5e-324");
}

TEST_CASE("numbers of three decimals, and those beside them, are printed as std::to_chars does") {
    const auto check = [](double value) {
        char text[64];
        const std::string expected(text, oaiwire::detail::floating::put_float(text, value));
        if (printed(value) != expected) FAIL(expected);
    };
    for (int i = 0; i <= 1'000'100; ++i) {
        const double value = i / 1000.0;
        check(value);
        if (i % 7 != 0) continue;
        check(std::nextafter(value, 0.0));
        check(std::nextafter(value, 2e6));
        check(-value);
        check(value + 0.0005);
    }
    CHECK(printed(0.001) == "0.001");
    CHECK(printed(0.7) == "0.7");
    CHECK(printed(999.999) == "999.999");
    CHECK(printed(10.0) == "10");
}

TEST_CASE("text is copied, 64 bytes at a time, to where something must be escaped") {
    using oaiwire::detail::block;
    for (std::size_t size = 0; size != 300; ++size) {
        for (std::size_t at = 0; at <= size; ++at) {
            for (const char c : {'"', '\\', '\x1f', '\xc3'}) {
                std::string text(size, 'x');
                if (at != size) text[at] = c;
                const bool stops = at != size && c != '\xc3';
                std::string copy(size, '\0');
                block all = block::zero();
                const std::size_t n = json::detail::copy_plain(text.data(), copy.data(), size, all);
                const std::size_t plain = (stops ? at : size) / 64 * 64;
                const bool high = at < plain && c == '\xc3';
                if (n != plain || copy.substr(0, n) != text.substr(0, n)) FAIL(size << ' ' << at);
                if (high && !any_high(all)) FAIL(size << ' ' << at);
            }
        }
    }
}

TEST_CASE("NaN and infinity are rejected and nothing is appended") {
    for (const double d :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          std::numeric_limits<double>::quiet_NaN()}) {
        std::string out = "x";
        CHECK_FALSE(json::detail::append_number(out, d));
        CHECK_FALSE(json::detail::append_number(out, static_cast<float>(d)));
        CHECK(out == "x");
    }
}

}  // namespace print_tests
