#include <oaiwire/types/message.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

namespace message_tests {

using namespace oaiwire;

TEST_CASE("every kind of message has its role") {
    CHECK(DeveloperMessage::tag.value == "developer");
    CHECK(SystemMessage::tag.value == "system");
    CHECK(UserMessage::tag.value == "user");
    CHECK(AssistantMessage::tag.value == "assistant");
    CHECK(ToolMessage::tag.value == "tool");
    CHECK(FunctionMessage::tag.value == "function");
    CHECK(UserMessage::tag.member == "role");
}

TEST_CASE("functions create messages by role") {
    const auto content = [](const auto& message) {
        return std::get<std::string>(*message.content);
    };
    CHECK(content(std::get<SystemMessage>(oaiwire::system("s"))) == "s");
    CHECK(content(std::get<DeveloperMessage>(developer("d"))) == "d");
    CHECK(content(std::get<UserMessage>(user("u"))) == "u");
    CHECK(content(std::get<AssistantMessage>(assistant("a"))) == "a");
    const RequestMessage answer = tool("call_1", "42");
    CHECK(content(std::get<ToolMessage>(answer)) == "42");
    CHECK(std::get<ToolMessage>(answer).tool_call_id == "call_1");
    CHECK(content(std::get<UserMessage>(user(std::string("text")))) == "text");
}

TEST_CASE("a user message can be created from parts") {
    const RequestMessage m = user({text_part("look"), image("https://example.com/a.png"),
                                   image("data:image/png;base64,AA==", ImageDetail::low)});
    const auto& parts = std::get<std::vector<ContentPart>>(*std::get<UserMessage>(m).content);
    REQUIRE(parts.size() == 3);
    CHECK(std::get<ContentPartText>(parts[0]).text == "look");
    CHECK(std::get<ContentPartImage>(parts[1]).image_url.url == "https://example.com/a.png");
    CHECK(std::get<ContentPartImage>(parts[1]).image_url.detail.is_absent());
    CHECK(std::get<ContentPartImage>(parts[2]).image_url.detail == ImageDetail::low);
}

TEST_CASE("an assistant message with tool calls has null content") {
    const RequestMessage m = assistant(
        {ToolCall{.id = "call_1", .function = FunctionCall{.name = "f", .arguments = "{}"}}});
    const auto& message = std::get<AssistantMessage>(m);
    CHECK(message.content.is_null());
    REQUIRE(message.tool_calls->size() == 1);
    CHECK(message.tool_calls->front().function->name == "f");
}

}  // namespace message_tests
