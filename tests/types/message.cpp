#include <oaiwire/types/message.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <support/json_of.hpp>

namespace message_tests {

using namespace oaiwire;
using support::chooses;
using support::json_of;

TEST_CASE("a message is identified by role; unknown roles are kept as JSON") {
    using message = RequestMessage;
    CHECK(chooses<DeveloperMessage, message>(R"({"role":"developer","content":"d"})"));
    CHECK(chooses<SystemMessage, message>(R"({"role":"system","content":"s","name":"n"})"));
    CHECK(
        chooses<UserMessage, message>(R"({"role":"user","content":[{"type":"text","text":"u"}]})"));
    CHECK(chooses<AssistantMessage, message>(R"({"role":"assistant","refusal":"no"})"));
    CHECK(chooses<ToolMessage, message>(R"({"role":"tool","content":"42","tool_call_id":"c"})"));
    CHECK(chooses<FunctionMessage, message>(R"({"role":"function","content":null,"name":"f"})"));
    CHECK(chooses<raw_json, message>(R"({"role":"critic","content":"c"})"));
    CHECK(chooses<raw_json, message>(R"({"content":"c"})"));
}

TEST_CASE("functions create messages by role") {
    CHECK(json_of(oaiwire::system("s")) == R"({"role":"system","content":"s"})");
    CHECK(json_of(developer("d")) == R"({"role":"developer","content":"d"})");
    CHECK(json_of(user("u")) == R"({"role":"user","content":"u"})");
    CHECK(json_of(user(std::string("u"))) == R"({"role":"user","content":"u"})");
    CHECK(json_of(assistant("a")) == R"({"role":"assistant","content":"a"})");
    CHECK(json_of(tool("call_1", "42")) ==
          R"({"role":"tool","content":"42","tool_call_id":"call_1"})");
}

TEST_CASE("a user message can be created from parts") {
    CHECK(
        json_of(user({text_part("look"), image("https://example.com/a.png"),
                      image("data:image/png;base64,AA==", ImageDetail::low)})) ==
        R"({"role":"user","content":[{"type":"text","text":"look"},)"
        R"({"type":"image_url","image_url":{"url":"https://example.com/a.png"}},)"
        R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AA==","detail":"low"}}]})");
}

TEST_CASE("an assistant message with tool calls has null content") {
    CHECK(json_of(assistant({ToolCall{
              .id = "call_1", .function = FunctionCall{.name = "f", .arguments = "{}"}}})) ==
          R"({"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",)"
          R"("function":{"name":"f","arguments":"{}"}}]})");
}

}  // namespace message_tests
