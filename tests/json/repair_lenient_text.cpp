#include <oaiwire/json/repair_lenient_text.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <support/block.hpp>

namespace repair_lenient_text_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// Calls f with the first and the end of the text, in memory of just that size.
template <class F>
auto in_block(std::string_view text, F&& f) {
    const support::block copy(text);
    return f(copy.bytes.get(), copy.bytes.get() + copy.size);
}

bool is_comment(std::string_view text) {
    return in_block(text, comment_at);
}
bool has_bare_name(std::string_view text) {
    return in_block(text, bare_name_ahead);
}
bool has_value(std::string_view text, bool array_too = true) {
    return in_block(text, [&](auto p, auto end) { return looks_like_value(p, end, array_too); });
}
bool has_name(std::string_view text, bool unsure = false) {
    return in_block(text, [&](auto p, auto end) { return quoted_name_ahead(p, end, unsure); });
}
bool ends(std::string_view behind, string_place place, string_quote quote = {}) {
    return in_block(behind, [&](auto p, auto end) { return ends_string(p, end, quote, place); });
}
std::string unescaped(std::string_view text) {
    return in_block(text, [](const char* p, const char* end) {
        std::string out;
        while (p != end) p = unescape_step(p, end, out);
        return out;
    });
}

}  // namespace

TEST_CASE("marks of typography count as the ASCII characters that they stand for") {
    const auto found = [](std::string_view text) {
        return in_block(text, [&](auto p, auto end) {
            const mark m = mark_at(p, end);
            CHECK(m.size == (m.as == 0 ? 1 : text.size()));
            return m.as;
        });
    };
    for (const char* quote : {"\"", "\u201C", "\u201D", "\u201E", "\u201F", "\uFF02"}) {
        CHECK(found(quote) == '"');
    }
    for (const char* quote : {"'", "\u2018", "\u2019", "\u201A", "\u201B", "\uFF07"}) {
        CHECK(found(quote) == '\'');
    }
    CHECK(found("\uFF0C") == ',');
    CHECK(found("\uFF1A") == ':');
    for (const char* space : {"\u00A0", "\u3000", "\u200B", "\u2028", "\u202F", "\uFEFF"}) {
        CHECK(found(space) == ' ');
    }
    // other characters, and beginnings of these
    for (const char* other : {"\u00E9", "\u2020", "\xE2\x80", "\xE2", "\xFF"}) {
        CHECK(found(other) == 0);
    }
}

TEST_CASE("a comment begins with slashes, a slash and an asterisk, or a hash before white space") {
    for (const char* yes : {"//", "// a", "/*", "/* a */", "#", "# a", "#\n"}) {
        CAPTURE(yes);
        CHECK(is_comment(yes));
    }
    for (const char* no : {"/", "/a", "*/", "#fff", "a#"}) {
        CAPTURE(no);
        CHECK_FALSE(is_comment(no));
    }
}

TEST_CASE("a name without quotes is a word that a colon follows, and no address") {
    for (const char* yes :
         {"a:", "a_1 : 2", "$x\t:", "caf\u00E9: 1", "a-b.c:1", "a\": 1", "a \uFF1A"}) {
        CAPTURE(yes);
        CHECK(has_bare_name(yes));
    }
    for (const char* no : {"", "a", "a b:", "1a:", ":", "-a:", "http://x", "a\n:", "a,b:"}) {
        CAPTURE(no);
        CHECK_FALSE(has_bare_name(no));
    }
    // a bounded look ahead
    CHECK(has_bare_name(std::string(64, 'a') + ":"));
    CHECK_FALSE(has_bare_name(std::string(65, 'a') + ":"));
}

TEST_CASE("white space is skipped whether it is escaped or not") {
    const auto skipped = [](std::string_view text) {
        return in_block(text, [](auto p, auto end) {
            return static_cast<std::size_t>(skip_escaped_space(p, end) - p);
        });
    };
    CHECK(skipped("") == 0);
    CHECK(skipped(" \\n\\t \\r\n{") == 9);
    CHECK(skipped("\\n\\") == 2);
    CHECK(skipped("\\x ") == 0);
}

TEST_CASE("a bracket looks like a value by what stands behind it") {
    for (const char* yes : {R"({"a":1})", "{'a", "{ }", "{a:1}", "{\\\"a", "{\n// c", "[1", "[-",
                            "[[", "[{", "[\"a", "[true]", "[None,", "[\\n  \\\"a"}) {
        CAPTURE(yes);
        CHECK(has_value(yes));
    }
    for (const char* no : {"{", "[", "{name}", "{1}", "[the list]", "[x]", "[]", "[truth]"}) {
        CAPTURE(no);
        CHECK_FALSE(has_value(no));
    }
    CHECK_FALSE(has_value("[1]", false));
    CHECK(has_value("{a:1}", false));
}

TEST_CASE("a quoted name is followed by a colon, an equals sign or a bracket") {
    for (const char* yes : {R"("a":1)", R"("a" : 1)", R"("a"=1)", R"("a"{)", R"("a\"b":1)",
                            "'a': 1", "\u201Ca\u201D: 1"}) {
        CAPTURE(yes);
        CHECK(has_name(yes));
    }
    for (const char* no : {R"("a",)", R"("a" b:)", "\"a\n\":", R"("a")", R"("a)", "\"a': 1"}) {
        CAPTURE(no);
        CHECK_FALSE(has_name(no));
    }
    // where the text ends, or how far it looks
    CHECK(has_name(R"("a)", true));
    const std::string long_name = '"' + std::string(130, 'x') + "\": 1";
    CHECK(has_name(long_name, true));
    CHECK_FALSE(has_name(long_name, false));
}

TEST_CASE("words of other languages are literals, and so are their beginnings at a cut") {
    for (const char* word : {"true", "True", "TRUE"}) CHECK(literal_of(word, false) == "true");
    for (const char* word : {"false", "False", "FALSE"}) CHECK(literal_of(word, false) == "false");
    for (const char* word : {"null", "None", "NULL", "Null", "undefined", "nil"}) {
        CHECK(literal_of(word, false) == "null");
    }
    CHECK(literal_of("NaN", false) == "\"NaN\"");
    CHECK(literal_of("+Infinity", false) == "\"Infinity\"");
    CHECK(literal_of("-Infinity", false) == "\"-Infinity\"");
    for (const char* word : {"", "-", "+", "truth", "tru", "none"}) {
        CHECK(literal_of(word, false).empty());
    }
    CHECK(literal_of("tru", true) == "true");
    CHECK(literal_of("-I", true) == "\"-Infinity\"");
    for (const char* word : {"", "-", "+", "truth"}) CHECK(literal_of(word, true).empty());
}

TEST_CASE("a quote ends a string where what follows can follow a string") {
    constexpr string_place name{string_role::name, false, false};
    constexpr string_place member{string_role::member, false, false};
    constexpr string_place element{string_role::element, false, false};
    constexpr string_place top{string_role::top, false, false};
    for (const auto place : {name, member, element, top}) {
        for (const char* behind : {"", " \n", "// c", "```"}) {
            CAPTURE(behind);
            CHECK(ends(behind, place));
        }
        CHECK_FALSE(ends(" said", place));
    }
    for (const char* yes : {":", " = 1", ",", "}", "{", "1", "true", "\"x\""}) {
        CAPTURE(yes);
        CHECK(ends(yes, name));
    }
    for (const char* yes :
         {"}", "]", ", \"a\": 1", ", a: 1", ",}", ",", "; \"a\":1", "\n\"a\": 1", " a: 1"}) {
        CAPTURE(yes);
        CHECK(ends(yes, member));
    }
    // a comma and more text; a name without a colon
    for (const char* no : {", he said", ", \"he\" said", " {", "a: 1"}) {
        CAPTURE(no);
        CHECK_FALSE(ends(no, member));
    }
    for (const char* yes : {"]", ", 1", ", \"a\"", ", a, b", ",", "[", "\"b\"", ":"}) {
        CAPTURE(yes);
        CHECK(ends(yes, element));
    }
    CHECK_FALSE(ends(", he said \"x\"", element));
    CHECK_FALSE(ends(",", top));
    CHECK_FALSE(ends("}", top));
    // a brace that another object follows
    CHECK(ends(" {\"a\":1}", {string_role::member, false, true}));
    // JSON within a string: its bracket and the quote behind it are text
    CHECK_FALSE(ends("}\",", member));
    // of two quotes the first is text
    CHECK_FALSE(ends("\",", member));
}

TEST_CASE("one level of escapes is removed, and malformed escapes stay as they are") {
    CHECK(unescaped(R"(a\"\\\/\b\f\n\r\tz)") == "a\"\\/\b\f\n\r\tz");
    CHECK(unescaped(R"(\u00e9\u20AC\ud83d\ude00)") == "\u00E9\u20AC\U0001F600");
    // half a character
    CHECK(unescaped(R"(\ud83dx\ude00)") == "\uFFFDx\uFFFD");
    CHECK(unescaped(R"(\ud83d\u0041)") ==
          "\uFFFD"
          "A");
    for (const char* text : {"\\", "\\x41", "\\u", "\\u12", "\\u12g4", "\xC3\xA9"}) {
        CHECK(unescaped(text) == text);
    }
}

}  // namespace repair_lenient_text_tests
