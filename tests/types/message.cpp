#include <oaiwire/types/message.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

TEST_CASE("parts and texts of a user message are moved into it, and the overloads stay apart") {
    std::string url = "data:image/png;base64," + std::string(100, 'A');
    const char* const place = url.data();
    const RequestMessage message = user("look", image(std::move(url)));
    const auto& parts = std::get<std::vector<ContentPart>>(*std::get<UserMessage>(message).content);
    CHECK(std::get<ContentPartImage>(parts.at(1)).image_url.url.data() == place);
    CHECK(json_of(parts.at(0)) == R"({"type":"text","text":"look"})");

    const ContentPart part = text_part("a");
    const std::string text = "b";
    CHECK(user(part, text, std::string_view("c"), "d") ==
          user({text_part("a"), text_part("b"), text_part("c"), text_part("d")}));
    CHECK(user(part) == user({part}));
    CHECK(user("a", "b") == user({text_part("a"), text_part("b")}));
    CHECK(user(std::vector<ContentPart>{part}) == user({part}));
    CHECK(user(MessageContent("a")) == user("a"));
    CHECK(user(text) == user("b"));
}

TEST_CASE("parts are made from bytes") {
    const std::string png("\x89PNG\r\n\x1a\n\0", 9);
    CHECK(json_of(image_bytes(png)) ==
          R"({"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgoA"}})");
    const std::vector<std::uint8_t> bytes(png.begin(), png.end());
    CHECK(image_bytes(bytes) == image_bytes(png));
    CHECK(json_of(image_bytes(png, "image/heic", ImageDetail::low)) ==
          R"({"type":"image_url","image_url":{"url":"data:image/heic;base64,iVBORw0KGgoA",)"
          R"("detail":"low"}})");
    CHECK(json_of(audio_bytes("RIFF", InputAudioFormat::wav)) ==
          R"({"type":"input_audio","input_audio":{"data":"UklGRg==","format":"wav"}})");
    CHECK(json_of(file_bytes("%PDF-1", "a.pdf")) ==
          R"({"type":"file","file":{"filename":"a.pdf",)"
          R"("file_data":"data:application/pdf;base64,JVBERi0x"}})");
}

TEST_CASE("an assistant message with tool calls has null content") {
    CHECK(json_of(assistant({ToolCall{
              .id = "call_1", .function = FunctionCall{.name = "f", .arguments = "{}"}}})) ==
          R"({"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",)"
          R"("function":{"name":"f","arguments":"{}"}}]})");
}

}  // namespace message_tests
