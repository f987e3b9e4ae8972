#include <oaiwire/bridge/chat_messages.hpp>
//
#include <bridge/requests.hpp>

namespace chat_messages_tests {

using namespace oaiwire;
using namespace bridge_requests;

TEST_CASE("texts, images, audio and files of a user") {
    CHECK(messages_of(R"({"role":"user","content":"hi"})") == R"({"role":"user","content":"hi"})");
    CHECK(
        messages_of(
            R"({"type":"message","role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_image","image_url":"data:image/png;base64,AA==","detail":"original"},{"type":"input_audio","input_audio":{"data":"AA==","format":"wav"}},{"type":"input_file","file_id":"f"},{"type":"input_file","file_data":"AA==","filename":"n"}]})") ==
        R"({"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA==","detail":"original"}},{"type":"input_audio","input_audio":{"data":"AA==","format":"wav"}},{"type":"file","file":{"file_id":"f"}},{"type":"file","file":{"filename":"n","file_data":"AA=="}}]})");
}

TEST_CASE("roles stay") {
    CHECK(messages_of(R"({"role":"developer","content":"a"},{"role":"system","content":"b"})") ==
          R"({"role":"developer","content":"a"},{"role":"system","content":"b"})");
    CHECK(messages_of(R"({"role":"odd","content":"a"})") ==
          "invalid_argument at input[0].role: a message of this role cannot be converted");
}

TEST_CASE("reasoning, a text and calls are one message; results follow it") {
    const std::string call =
        R"({"type":"function_call","call_id":"1","name":"f","arguments":"{}"})";
    const std::string custom =
        R"({"type":"custom_tool_call","call_id":"2","name":"g","input":"x"})";
    const std::string answer =
        R"({"type":"message","role":"assistant","id":"m","status":"completed","content":[{"type":"output_text","text":"so","annotations":[]}]})";
    CHECK(
        messages_of(
            R"({"type":"reasoning","id":"r","summary":[],"content":[{"type":"reasoning_text","text":"hm"}]},)" +
            answer + "," + call + "," + custom +
            R"(,{"type":"function_call_output","call_id":"1","output":"one"},{"type":"custom_tool_call_output","call_id":"2","output":[{"type":"input_text","text":"two"}]})") ==
        R"({"role":"assistant","content":"so","reasoning_content":"hm","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"2","type":"custom","custom":{"name":"g","input":"x"}}]},{"role":"tool","content":"one","tool_call_id":"1"},{"role":"tool","content":[{"type":"text","text":"two"}],"tool_call_id":"2"})");
    // text after calls, and calls without text
    CHECK(
        messages_of(answer + "," + call + "," + answer) ==
        R"({"role":"assistant","content":[{"type":"text","text":"so"},{"type":"text","text":"so"}],"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]})");
    CHECK(
        messages_of(call) ==
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]})");
    // two answers, and one of nothing but reasoning
    CHECK(messages_of(answer + "," + answer) ==
          R"({"role":"assistant","content":"so"},{"role":"assistant","content":"so"})");
    CHECK(messages_of(R"({"type":"reasoning","summary":[{"type":"summary_text","text":"s"}]})") ==
          R"({"role":"assistant","content":"","reasoning_content":"s"})");
}

TEST_CASE("reasoning without a text is noted, and makes no message") {
    const auto out = to_chat(
        R"({"model":"m","input":[{"type":"reasoning","summary":[],"encrypted_content":"e"},{"role":"user","content":"a"}]})");
    CHECK(out.json == R"({"model":"m","messages":[{"role":"user","content":"a"}]})");
    CHECK(out.notes ==
          "input[0].encrypted_content: chat completions have no encrypted reasoning\n");
}

TEST_CASE("refusals of the assistant") {
    CHECK(messages_of(R"({"role":"assistant","content":[{"type":"refusal","refusal":"no"}]})") ==
          R"({"role":"assistant","refusal":"no"})");
}

TEST_CASE("reasoning is not sent where the options say so") {
    bridge_options options;
    options.reasoning = false;
    const auto out = to_chat(
        R"({"model":"m","input":[{"type":"reasoning","summary":[{"type":"summary_text","text":"s"}]},{"role":"assistant","content":"a"}]})",
        nullptr, options);
    CHECK(out.json == R"({"model":"m","messages":[{"role":"assistant","content":"a"}]})");
    CHECK(out.notes == "input[0]: reasoning is not sent\n");
}

TEST_CASE("what a chat has no place for is refused by its path and type") {
    const auto refused = [](const std::string& item, const std::string& why) {
        INFO(item);
        CHECK(messages_of(item) == "invalid_argument at input[0]" + why);
    };
    const std::string place = ": chat completions have no place for ";
    refused(R"({"type":"web_search_call","id":"w"})", place + "an item of type web_search_call");
    refused(R"({"type":"item_reference","id":"w"})", place + "an item of type item_reference");
    refused(R"({"id":"w"})", place + "an item of type item_reference");
    refused(R"({"type":"compaction","encrypted_content":"w"})",
            place + "an item of type compaction");
    refused(R"({"type":"new_thing"})", place + "an item of type new_thing");
    refused(R"({"role":"user","content":[{"type":"input_image","file_id":"f"}]})",
            ".content[0].file_id: an image of a chat needs a URL");
    refused(R"({"role":"user","content":[{"type":"input_file","file_url":"f"}]})",
            ".content[0].file_url: a file of a chat has an id or data, and no URL");
    refused(R"({"role":"user","content":[{"type":"new_part"}]})",
            ".content[0]" + place + "a part of type new_part");
    refused(R"({"role":"system","content":[{"type":"input_image","image_url":"u"}]})",
            ".content[0]" + place + "a part (only text is possible here) of type input_image");
    refused(
        R"({"type":"function_call_output","call_id":"1","output":[{"type":"input_image","image_url":"u"}]})",
        ".output[0]" + place + "a part (only text is possible here) of type input_image");
    refused(R"({"type":"function_call","call_id":"1","name":"f","namespace":"n"})",
            ".namespace: chat completions have no namespaces of tools");
}

TEST_CASE("what is left out is noted; ids and states are not") {
    const auto out = to_chat(
        R"({"model":"m","input":[{"type":"message","role":"assistant","id":"m","status":"completed","phase":"commentary","content":[{"type":"output_text","text":"a","annotations":[{"type":"url_citation"}],"logprobs":[]}],"new":1},{"type":"reasoning","id":"r","summary":[],"encrypted_content":"e"},{"type":"function_call","call_id":"1","name":"f","arguments":"{}","async":true}]})");
    CHECK(out.notes ==
          "input[0].phase: messages have no phase\n"
          "input[0].new: an unknown member\n"
          "input[0].content[0].annotations: citations of earlier answers\n"
          "input[1].encrypted_content: chat completions have no encrypted reasoning\n"
          "input[2].async: calls are not asynchronous\n");
}

}  // namespace chat_messages_tests
