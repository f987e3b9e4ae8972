#include <oaiwire/bridge/response_input_of.hpp>
//
#include <bridge/requests.hpp>

namespace response_input_of_tests {

using namespace oaiwire;
using namespace bridge_requests;

TEST_CASE("a message of the assistant becomes reasoning, a message and calls") {
    CHECK(
        items_of_messages(
            R"({"role":"assistant","content":"a","reasoning_content":"r","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"1","content":"x"})") ==
        R"({"type":"reasoning","summary":[],"content":[{"type":"reasoning_text","text":"r"}]},{"type":"message","role":"assistant","content":"a"},{"type":"function_call","call_id":"1","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"1","output":"x"})");
    CHECK(
        items_of_messages(
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"custom","custom":{"name":"c","input":"i"}}]},{"role":"tool","tool_call_id":"1","content":"x"})") ==
        R"({"type":"custom_tool_call","call_id":"1","name":"c","input":"i"},{"type":"custom_tool_call_output","call_id":"1","output":"x"})");
}

TEST_CASE("parts of the assistant: texts and refusals") {
    CHECK(
        items_of_messages(
            R"({"role":"assistant","content":[{"type":"text","text":"a"},{"type":"refusal","refusal":"b"}],"refusal":"c"})") ==
        R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"a"},{"type":"refusal","refusal":"b"},{"type":"refusal","refusal":"c"}]})");
}

TEST_CASE("what the Responses API has no place for is refused by its path") {
    const auto refused = [](const std::string& message, const std::string& why) {
        INFO(message);
        CHECK(items_of_messages(message) == "invalid_argument at messages[0]" + why);
    };
    refused(R"({"role":"function","name":"f","content":"a"})",
            ".role: the Responses API has no message of role function");
    refused(R"({"role":"odd","content":"a"})",
            ".role: the Responses API has no message of role odd");
    refused(R"({"role":"assistant","audio":{"id":"a"}})",
            ".audio: the Responses API has no audio of the assistant");
    refused(R"({"role":"assistant","content":"","function_call":{"name":"f"}})",
            ".function_call: deprecated: use tool_calls");
    refused(R"({"role":"assistant","tool_calls":[{"id":"1","type":"new"}]})",
            ".tool_calls[0]: a call of neither a function nor a custom tool");
    refused(R"({"role":"user","content":[{"type":"video_url"}]})",
            ".content[0]: the Responses API has no place here for a part of type video_url");
    refused(R"({"role":"assistant","content":[{"type":"image_url","image_url":{"url":"u"}}]})",
            ".content[0]: the Responses API has no place here for a part of type image_url");
}

TEST_CASE("what is left out is noted") {
    CHECK(
        to_responses(
            R"({"model":"m","messages":[{"role":"user","name":"n","content":[{"type":"text","text":"a","odd":1},{"type":"input_audio","input_audio":{"data":"AA==","format":"wav"},"prompt_cache_breakpoint":{"mode":"explicit"}}],"new":2}]})")
            .notes ==
        "messages[0].name: messages have no names of authors\n"
        "messages[0].new: an unknown member\n"
        "messages[0].content[0].odd: an unknown member\n"
        "messages[0].content[1].prompt_cache_breakpoint: audio has no breakpoints\n");
}

}  // namespace response_input_of_tests
