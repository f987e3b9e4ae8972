#include <oaiwire/json/text/unescape.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/json/text/print.hpp>
#include <support/random.hpp>

namespace unescape_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;
using json::surrogates;

namespace {

std::string unescaped(std::string_view raw, surrogates policy = surrogates::refuse) {
    std::string out = "<";
    if (!append_unescaped(out, raw, policy)) return "refused";
    return out.substr(1);
}

std::string escape(std::uint32_t unit, bool upper) {
    char text[8];
    std::snprintf(text, sizeof text, upper ? "\\u%04X" : "\\u%04x", static_cast<unsigned>(unit));
    return text;
}

// The offset of the fault in raw; npos if there is none.
std::size_t fault_in(std::string_view raw) {
    std::string out;
    bool lone = false;
    fault f;
    if (unescape(raw, out, 0, surrogates::refuse, lone, f)) return std::string_view::npos;
    CHECK(f.code == errc::lone_surrogate);
    return static_cast<std::size_t>(f.at - raw.data());
}

}  // namespace

TEST_CASE("escapes become their characters") {
    CHECK(unescaped("") == "");
    CHECK(unescaped("plain") == "plain");
    CHECK(unescaped(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
    CHECK(unescaped(R"(a\u0041\u00e9\u20AC\u0000z)") ==
          std::string("aA\xc3\xa9\xe2\x82\xac") + '\0' + "z");
    CHECK(unescaped(R"(\\u0041)") == "\\u0041");
}

TEST_CASE("every code point is read back from its escape, with upper- and lower-case digits") {
    std::size_t wrong = 0;
    for (std::uint32_t c = 0; c != 0x110000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string expected;
        append_utf8(expected, c);
        std::string raw;
        const bool upper = (c & 1) != 0;
        if (c < 0x10000) {
            raw = escape(c, upper);
        } else {
            raw = escape(0xD7C0 + (c >> 10), upper) + escape(0xDC00 + (c & 0x3FF), !upper);
        }
        if (unescaped(raw) != expected) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a lone surrogate is rejected, replaced or kept, at any position") {
    const std::string r(replacement_character);
    for (const std::string_view raw :
         {R"(\ud800)", R"(\udbff)", R"(\udc00)", R"(\udfff)", R"(\uD8AB)"}) {
        CHECK(unescaped(raw) == "refused");
        CHECK(unescaped("x" + std::string(raw)) == "refused");
        CHECK(unescaped(std::string(raw) + "x") == "refused");
        CHECK(unescaped("x" + std::string(raw) + "y", surrogates::replace) == "x" + r + "y");
    }
    CHECK(unescaped(R"(\ud83d)", surrogates::keep) == "\xed\xa0\xbd");
    CHECK(unescaped(R"(\ude00)", surrogates::keep) == "\xed\xb8\x80");
    // two high surrogates, the second of them part of a pair
    CHECK(unescaped(R"(\ud83d\ud83d\ude00)", surrogates::replace) == r + "\xf0\x9f\x98\x80");
    CHECK(unescaped(R"(\ude00\ud83d)", surrogates::replace) == r + r);
    CHECK(unescaped(R"(\ud83d\n)", surrogates::replace) == r + "\n");
    CHECK(unescaped(R"(\ud83d\u0041)", surrogates::replace) == r + "A");
    CHECK(unescaped(R"(\ud83d\\ude00)", surrogates::replace) == r + "\\ude00");
}

TEST_CASE("a lone surrogate is reported at the first byte that no pair can have there") {
    CHECK(fault_in(R"(\ud83d\ude00)") == std::string_view::npos);
    CHECK(fault_in(R"(\ud83d)") == 6);
    CHECK(fault_in(R"(\ud83dx)") == 6);
    CHECK(fault_in(R"(\ud83d\n)") == 7);
    CHECK(fault_in(R"(\ud83d\u0041)") == 8);
    CHECK(fault_in(R"(\ud83d\ue000)") == 8);
    CHECK(fault_in(R"(\ud83d\ud83d)") == 9);
    CHECK(fault_in(R"(\ud83d\udbff)") == 9);
    CHECK(fault_in(R"(\uD83D\uD83D)") == 9);
    CHECK(fault_in(R"(\udc00)") == 3);
    CHECK(fault_in(R"(ab\uDFFF)") == 5);
}

TEST_CASE("lone surrogates are reported to the caller") {
    const auto lone_in = [](std::string_view raw) {
        std::string out;
        bool lone = false;
        fault f;
        CHECK(unescape(raw, out, 0, surrogates::replace, lone, f));
        return lone;
    };
    CHECK(lone_in(R"(\ud83d)"));
    CHECK(lone_in(R"(\ude00)"));
    CHECK_FALSE(lone_in(R"(\ud83d\ude00)"));
    CHECK_FALSE(lone_in(R"(\n)"));
}

TEST_CASE("escapes are decoded alike at every offset, and malformed ones refused without a fault") {
    struct piece {
        std::string_view raw;
        std::string_view text;
    };
    const piece pieces[] = {{"\\n", "\n"},
                            {"\\\"", "\""},
                            {"\\\\", "\\"},
                            {"\\/", "/"},
                            {"\\b", "\b"},
                            {"\\u00e9", "\xc3\xa9"},
                            {"\\u0041", "A"},
                            {"\xc3\xa9", "\xc3\xa9"},
                            {"\\ud83c\\udf24", "\xf0\x9f\x8c\xa4"}};
    const std::string_view malformed[] = {"\\u12", "\\x", "\\", "\\uD8"};
    support::random random(2);
    for (int i = 0; i != 50'000; ++i) {
        std::string raw;
        std::string due = "before";
        const bool dense = random.one_in(3);  // hardly anything but escapes
        for (std::size_t n = random.below(dense ? 60 : 12); n != 0; --n) {
            const std::string plain(dense ? random.below(8) / 7 : random.below(24), 'x');
            raw += plain;
            due += plain;
            if (!dense && !random.one_in(3)) continue;
            const piece& p = pieces[random.below(std::size(pieces))];
            raw += p.raw;
            due += p.text;
        }
        const bool whole = !random.one_in(10);
        if (!whole) raw += malformed[random.below(std::size(malformed))];
        // an allocation of exactly that size, checked by sanitizers
        const auto block = std::make_unique<char[]>(raw.size());
        std::copy(raw.begin(), raw.end(), block.get());
        std::string out = random.one_in(2) ? "before" : "before, and longer than that";
        bool lone = false;
        fault f;
        const bool done = unescape({block.get(), raw.size()}, out, 6, surrogates::refuse, lone, f);
        if (done != whole || f.code != errc::ok) FAIL(raw);
        if (done && out != due) FAIL(raw + " became " + out);
    }
}

TEST_CASE("a text overwrites another of any length") {
    for (std::size_t before = 0; before != 100; ++before) {
        for (std::size_t size = 0; size != 100; ++size) {
            std::string out(before, 'o');
            // an allocation of exactly that size, checked by sanitizers; all bytes are unlike
            const auto block = std::make_unique<char[]>(size);
            for (std::size_t i = 0; i != size; ++i) block[i] = static_cast<char>(i + 1);
            assign_text(out, block.get(), size);
            if (out != std::string_view(block.get(), size)) FAIL(before << " " << size);
        }
    }
}

TEST_CASE("strings read back as they were written") {
    support::random random(3);
    for (int i = 0; i != 20'000; ++i) {
        std::string text;
        for (std::size_t n = random.below(24); n != 0; --n) {
            std::uint32_t c =
                static_cast<std::uint32_t>(random.below(random.one_in(2) ? 0x80 : 0x110000));
            if (c >= 0xD800 && c <= 0xDFFF) c = '"';
            append_utf8(text, c);
        }
        std::string json;
        REQUIRE(append_string(json, text));
        REQUIRE(unescaped(std::string_view(json).substr(1, json.size() - 2)) == text);
    }
}

TEST_CASE("same_name() compares names unescaped") {
    CHECK(same_name("id", "id"));
    CHECK(same_name(R"(\u0069d)", "id"));
    CHECK(same_name(R"(\u0069\u0064)", "id"));
    CHECK(same_name(R"(a\/b)", "a/b"));
    CHECK(same_name(R"(\u0000)", std::string_view("\0", 1)));
    CHECK_FALSE(same_name(R"(\u0049d)", "id"));
    CHECK_FALSE(same_name("i", "id"));
    CHECK_FALSE(same_name(R"(\\u0069d)", "id"));
    CHECK_FALSE(same_name(R"(\ud800)", "\xef\xbf\xbd"));
}

TEST_CASE("a pair that is cut off is a fault at the end of the text") {
    const std::string_view whole = R"(\ud83d\ude00)";
    for (const std::size_t size : {6u, 7u, 8u, 9u}) {
        INFO(size);
        CHECK(fault_in(whole.substr(0, size)) == size);
    }
    CHECK(fault_in(R"(\uD83D\uD)") == 9);
    CHECK(fault_in(R"(\ud83d\ue)") == 8);
}

}  // namespace unescape_tests
