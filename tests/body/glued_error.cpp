#include <oaiwire/body/glued_error.hpp>

#include <string>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace glued_error_tests {

using namespace oaiwire;
using detail::glued_error;

namespace {

const std::string cut[] = {R"({"a":"tex)", R"({"a":)",       R"({"a)",
                           R"({"a":[1,)",  R"({"a":12)",     "{",
                           R"({"a":{)",    R"({"a":"tex\\)", "{\"a\":\"\xE2\x82"};
const std::string errors[] = {R"({"error":{"message":"m"}})",
                              R"({ "type" : "error","message":"m"})",
                              R"({"object":"error","message":"m"})",
                              R"({"type":"error","error":{"type":"t","message":"m"}})"};

}  // namespace

TEST_CASE("an error is found after any incomplete JSON, with anything in between") {
    for (const auto& beginning : cut) {
        for (const auto& said : errors) {
            for (const char* between : {"\n", "\r\n", "\n\n", "data: ", "\ndata: ",
                                        "\nevent: error\n", "\n\nevent: error\ndata:", ""}) {
                for (const char* after : {"", "\n", "\n[DONE]", "\n\ndata: [DONE]\n\n"}) {
                    const std::string text = beginning + between + said + after;
                    INFO(text);
                    CHECK(glued_error(text) == said);
                    CHECK(detail::error_of_event(text, {}).message == "m");
                }
            }
        }
        CHECK(glued_error(beginning + "\n{\"detail\":\"m\"}") == "{\"detail\":\"m\"}");
        CHECK(glued_error(beginning + "data: {\"message\":\"m\"}") == "{\"message\":\"m\"}");
    }
}

TEST_CASE("texts, incomplete JSON and other values are not errors") {
    for (const char* text :
         {"", "{", R"({"error":{"message":"m"}})", "{\"a\n{\"choices\":[]}",
          R"({"a":"data: {\"error\":{\"message\":\"m\"}}")", "{\"a\n{\"error\":null}",
          "{\"a\n{\"error\":{\"mess", "{\"a\":{\"message\":\"m\"},", "{\"a\n[1]"}) {
        INFO(text);
        CHECK(glued_error(text).empty());
    }
}

TEST_CASE("searching for an error takes linear time") {
    std::string deep, many;
    for (int i = 0; i != 100'000; ++i) {
        deep += "{\"error\":[";
        many += "\n{\"a\":";
    }
    for (const auto& text :
         {deep, many, "[" + std::string(500'000, '{'), many + std::string(500'000, ' ') + deep}) {
        CHECK(glued_error(text).empty());
    }
    CHECK(glued_error(deep + "\n" + errors[0]).size() <= errors[0].size());
}

TEST_CASE("an event named error is an error with its data as message, JSON or not") {
    CHECK(detail::error_of_event(errors[0], {}).message == "m");
    CHECK(detail::error_of_event("overloaded", {}).message == "overloaded");
    CHECK(detail::error_of_event(R"({"message":"a {\"error\":\"b\"}"})", {}).message ==
          R"(a {"error":"b"})");
}

}  // namespace glued_error_tests
