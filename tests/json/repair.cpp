#include <oaiwire/json/repair.hpp>

#include <support/catch.hpp>

namespace repair_tests {

namespace {

std::string repaired(std::string_view text) {
    std::string out;
    return oaiwire::json::repair(text, out) ? out : "unchanged";
}

}  // namespace

TEST_CASE("valid JSON is not changed") {
    for (const char* text : {"", "{}", "[1,\"a\\n\\u0041\",null]", "{\"NaN\":\"Infinity\"}",
                             "\"\xC3\xA9 \xF0\x9F\x98\x80\"", "\"a\\\\\"", "\"\\\"NaN\""}) {
        CHECK(repaired(text) == "unchanged");
    }
}

TEST_CASE("invalid UTF-8 becomes U+FFFD, once per maximal subpart") {
    CHECK(repaired("\"ok\x85\"") == "\"ok\xEF\xBF\xBD\"");
    CHECK(repaired("\"\xE2\x82\"") == "\"\xEF\xBF\xBD\"");
    CHECK(repaired("\"\xC0\x80\"") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    // a surrogate encoded as three bytes is three errors
    CHECK(repaired("\"\xED\xA0\xBD\"") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("control characters are escaped inside strings only") {
    CHECK(repaired("{\n\"a\": \"b\nc\t\"}") == "{\n\"a\": \"b\\u000ac\\u0009\"}");
    CHECK(repaired("{\n}") == "unchanged");
    CHECK(repaired(std::string_view("\"\0\"", 3)) == "\"\\u0000\"");
}

TEST_CASE("NaN and infinities outside of strings become strings that name them") {
    CHECK(repaired("[NaN,Infinity,-Infinity,\"NaN\"]") ==
          "[\"NaN\",\"Infinity\",\"-Infinity\",\"NaN\"]");
}

TEST_CASE("a byte order mark is removed") {
    CHECK(repaired("\xEF\xBB\xBF{}") == "{}");
    // only the first, at the very beginning: others are characters
    CHECK(repaired("\xEF\xBB\xBF\xEF\xBB\xBF{}") == "\xEF\xBB\xBF{}");
    CHECK(repaired(" \xEF\xBB\xBF{}") == "unchanged");
}

TEST_CASE("a control character after a backslash is not an escape and is not made one") {
    CHECK(repaired("\"a\\\n\"") == "unchanged");
    // nor does it hide the following quote
    CHECK(repaired("[\"a\\\n\",NaN]") == "[\"a\\\n\",\"NaN\"]");
}

}  // namespace repair_tests
