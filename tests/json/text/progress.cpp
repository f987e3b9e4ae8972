#include <oaiwire/json/text/progress.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace progress_tests {

using oaiwire::json_progress;
using state = json_progress::state;

namespace {

// The state after the text, which must not depend on how it is split.
state of(std::string_view text) {
    const state whole = json_progress::of(text);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        json_progress two;
        two.feed(text.substr(0, cut));
        two.feed(text.substr(cut));
        CHECK(two.now() == whole);
    }
    return whole;
}

}  // namespace

TEST_CASE("a JSON value is closed once only white space may follow") {
    for (const char* text : {"{}", "[]", " {\"a\":1} ", "[1,\"]\",{\"b\":[true,null]}]\n",
                             "\"a\\\"b\\\\\"", "{\"a\":\"\\u0041\"}", "1 ", "{\"\":{}}"}) {
        INFO(text);
        CHECK(of(text) == state::closed);
    }
}

TEST_CASE("the start of a JSON value is open") {
    for (const char* text : {"{", "[", "\"", "\"a\\", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1",
                             "{\"a\":1,", "[1,", "[[", "{\"a\":{\"a\":1}", "[\"}\"", "\"\\\""}) {
        INFO(text);
        CHECK(of(text) == state::open);
    }
    CHECK(of("") == state::blank);
    CHECK(of(" \r\n\t") == state::blank);
    CHECK(of("1") == state::scalar);
    CHECK(of(" -1.5e+7") == state::scalar);
    CHECK(of("null") == state::scalar);
}

TEST_CASE("a text that no JSON text starts with is broken for good") {
    for (const char* text :
         {"}", "{{", "{1", "{,", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1 2", "[1,]", "[}", "{]",
          "{}{}", "{} x", "1 2", "\"a\"b", "\xc3\xa9", "{\"a\":\"b\"c"}) {
        INFO(text);
        CHECK(of(text) == state::broken);
        CHECK(of(std::string(text) + "}]\"") == state::broken);
    }
}

TEST_CASE("escapes, control characters and literals are not checked") {
    CHECK(of("\"\\d\n\"") == state::closed);
    CHECK(of("[True, 01, 1.2.3]") == state::closed);
}

TEST_CASE("nesting is limited") {
    CHECK(of(std::string(1024, '[')) == state::open);
    CHECK(of(std::string(1025, '[')) == state::broken);
}

}  // namespace progress_tests
