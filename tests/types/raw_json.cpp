#include <oaiwire/types/raw_json.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <oracle/json_text.hpp>
#include <support/json_texts.hpp>

namespace raw_json_tests {

using namespace oaiwire;

TEST_CASE("a default-constructed or moved-from raw_json is null") {
    CHECK(raw_json().text() == "null");
    CHECK(raw_json().is_null());
    for (const std::string& text : {std::string("[1]"), "[\"" + std::string(100, 'x') + "\"]"}) {
        raw_json a = *raw_json::parse(text);
        const raw_json b = std::move(a);
        CHECK(b.text() == text);
        CHECK(oracle::read_json_text(a.text()).ok);  // NOLINT: tests the moved-from state
        CHECK_FALSE(a.is_object());
    }
}

TEST_CASE("the text is kept verbatim without surrounding white space") {
    CHECK(raw_json::parse(" \r\n\t{ \"a\" : [ 1.50 , \"\\u0041\" ] } \n")->text() ==
          "{ \"a\" : [ 1.50 , \"\\u0041\" ] }");
    CHECK(raw_json::parse("1e999")->text() == "1e999");
    CHECK(raw_json::parse("\"\\ud800\"")->text() == "\"\\ud800\"");
    CHECK(raw_json::parse("{\"a\":1,\"a\":2}")->text() == "{\"a\":1,\"a\":2}");
}

TEST_CASE("text that is not JSON is rejected with path and offset") {
    for (const auto& [valid, text, wrong, at] : support::json_conformance) {
        INFO(text);
        const auto r = raw_json::parse(text);
        REQUIRE(r.has_value() == valid);
        if (!r) {
            CHECK(r.error().kind() == error_kind::decode);
            CHECK(name(r.error().code) == wrong);
            CHECK(r.error().offset == at);
            CHECK(oracle::read_json_text(text).bad == at);
        }
    }
    const auto r = raw_json::parse(R"({"a":[1,{"b":tru}]})");
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::invalid_literal);
    CHECK(r.error().path == "a[1].b");
    CHECK(r.error().offset == 16);
}

TEST_CASE("nesting is limited to the requested depth") {
    CHECK(raw_json::parse("[[1]]", 2));
    const auto r = raw_json::parse("[[[1]]]", 2);
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::too_deep);
    CHECK(r.error().offset == 2);
    CHECK(r.error().path == "[0][0]");
}

TEST_CASE("values are converted to JSON") {
    CHECK(raw_json::of(true).text() == "true");
    CHECK(raw_json::of(false).text() == "false");
    CHECK(raw_json::of(-7).text() == "-7");
    CHECK(raw_json::of(std::uint8_t{200}).text() == "200");
    CHECK(raw_json::of(std::numeric_limits<std::uint64_t>::max()).text() == "18446744073709551615");
    CHECK(raw_json::of(0.5)->text() == "0.5");
    CHECK(raw_json::of("a\"\n")->text() == R"("a\"\n")");
    CHECK(raw_json::of(std::string_view("\xc3\xa9"))->text() == "\"\xc3\xa9\"");
    CHECK(raw_json::of(std::numeric_limits<double>::infinity()).error().code == errc::not_finite);
    CHECK(raw_json::of("\xff").error().code == errc::invalid_text);
}

TEST_CASE("the kind of a value can be queried") {
    CHECK(raw_json::parse("{}")->is_object());
    CHECK(raw_json::parse("[]")->is_array());
    CHECK(raw_json::parse("\"\"")->is_string());
    CHECK(raw_json::parse("null")->is_null());
    CHECK_FALSE(raw_json::parse("\"null\"")->is_null());
    CHECK_FALSE(raw_json::parse("1")->is_object());
}

TEST_CASE("raw_json objects compare by text") {
    CHECK(*raw_json::parse("[1]") == *raw_json::parse(" [1] "));
    CHECK(*raw_json::parse("[1]") != *raw_json::parse("[ 1 ]"));
    CHECK(raw_json() == *raw_json::parse("null"));
    raw_json a;
    a.assign_trusted("{}");
    CHECK(a == raw_json::trusted("{}"));
}

}  // namespace raw_json_tests
