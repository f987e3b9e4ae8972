#include <oaiwire/json/reader_tags.hpp>
//
#include <support/catch.hpp>

#include <string_view>

#include <oaiwire/json/decode.hpp>

namespace reader_tags_tests {

using namespace oaiwire;

// Unions, which use the tags, are tested with json/unions.hpp.

namespace {

json::detail::reader::first_tag_found first_tag(std::string_view text) {
    const json::read_options options;
    return json::detail::reader(text, options).first_tag(text.data(), "type");
}

}  // namespace

TEST_CASE("a tag that comes first is read in place") {
    const std::string_view text = R"({ "type" : "message" , "type":"other"})";
    const json::read_options options;
    const json::detail::reader r(text, options);
    const auto tag = r.first_tag(text.data(), "type");
    CHECK(tag.text == "message");
    REQUIRE(tag.after != nullptr);
    CHECK(std::string_view(tag.after, 3) == " , ");
}

TEST_CASE("a tag after other members is found, and its absence detected") {
    for (const std::string_view text :
         {R"({"id":"x","type":"a"})", R"({"x":{"type":"b"},"type":"a"})",
          R"({"x":"\"type\":\"b\"","type":"a","type":"b"})", R"({"日本":"日本","type":"a")"}) {
        INFO(text);
        CHECK(first_tag(text).text == "a");
        CHECK(first_tag(text).after == nullptr);
    }
    for (const std::string_view text : {"{}", "{ }", R"({"x":{"type":"b"}})"}) {
        INFO(text);
        CHECK(first_tag(text).text.empty());
    }
}

TEST_CASE("an unusual tag requires a search through the whole object") {
    for (const std::string_view text :
         {R"({"type":5})", R"({"type":"a\u0062"})", R"({"t\u0079pe":"a"})",
          R"({"\u0":1,"type":"a"})", R"({"type":"é"})", R"({"type":"a)", R"({"type)", R"({"type")",
          R"({"type":)", R"({"x)"}) {
        INFO(text);
        CHECK(first_tag(text).text.empty());
    }
}

}  // namespace reader_tags_tests
