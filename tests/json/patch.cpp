#include <oaiwire/json/patch.hpp>

#include <support/catch.hpp>

namespace patch_tests {

using namespace oaiwire;

namespace {

std::string patched(std::string text, std::string_view name, const raw_json& value) {
    const auto done = json::patch(text, name, value);
    return done ? text : "failed: " + std::string(oaiwire::name(done.error().code));
}

}  // namespace

TEST_CASE("a member is replaced in place, and no other byte changes") {
    CHECK(patched(R"( { "a" : 1 , "model" : "x", "z": [1, 2] } )", "model", *raw_json::of("y")) ==
          R"( { "a" : 1 , "model" : "y", "z": [1, 2] } )");
}

TEST_CASE("a new member is appended") {
    CHECK(patched(R"({"a":1})", "b", raw_json::of(true)) == R"({"a":1,"b":true})");
    CHECK(patched("{ }", "b", raw_json::of(2)) == R"({ "b":2})");
}

TEST_CASE("names are compared unescaped, and the last of duplicates is replaced") {
    CHECK(patched(R"({"\u0061":1})", "a", raw_json::of(2)) == R"({"\u0061":2})");
    CHECK(patched(R"({"a":1,"a":2})", "a", raw_json::of(3)) == R"({"a":1,"a":3})");
}

TEST_CASE("members of nested objects are not changed") {
    CHECK(patched(R"({"x":{"a":1}})", "a", raw_json::of(2)) == R"({"x":{"a":1},"a":2})");
}

TEST_CASE("all members of a name are erased, each with one comma and no other byte") {
    const auto erased = [](std::string text) {
        const auto done = json::erase(text, "a");
        return done ? text : "failed: " + std::string(oaiwire::name(done.error().code));
    };
    CHECK(erased(R"({"a":1})") == "{}");
    CHECK(erased(R"({"a":1,"b":2})") == R"({"b":2})");
    CHECK(erased(R"({"b":2,"a":{"a":[1,"}"]}})") == R"({"b":2})");
    CHECK(erased(R"( { "b" : 2 , "a" : 1 , "c" : 3 } )") == R"( { "b" : 2 , "c" : 3 } )");
    CHECK(erased(R"({"\u0061":1,"b":2,"a":3})") == R"({"b":2})");
    CHECK(erased(R"({"a":1,"a":2,"b":{"a":3}})") == R"({"b":{"a":3}})");
    CHECK(erased("{}") == "{}");
    CHECK(erased("[1]") == "failed: type_mismatch");
    CHECK(erased(R"({"a":tru})") == "failed: invalid_literal");
}

TEST_CASE("a text that is not an object is rejected and unchanged") {
    for (const char* bad : {"[1]", "{\"a\":}", "", "{} x", "null"}) {
        std::string text = bad;
        CHECK_FALSE(json::patch(text, "a", raw_json::of(1)));
        CHECK(text == bad);
    }
    std::string text = R"({"a":{"b":tru}})";
    const auto done = json::patch(text, "a", raw_json::of(1));
    REQUIRE_FALSE(done);
    CHECK(done.error().path == "a.b");
    CHECK(done.error().offset == 13);
}

}  // namespace patch_tests
