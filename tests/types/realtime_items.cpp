#include <oaiwire/types/realtime_items.hpp>
//
#include <support/catch.hpp>

#include <variant>

#include <support/json_of.hpp>

namespace realtime_items_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;

TEST_CASE("items are told by their type, and others kept as they are") {
    using item = RealtimeItem;
    CHECK(chooses<RealtimeMessage, item>(
        R"({"type":"message","role":"user","content":[{"type":"input_text","text":"hi"},)"
        R"({"type":"input_audio","audio":"AA==","transcript":"hi"},)"
        R"({"type":"input_image","image_url":"data:,","detail":"low"}],)"
        R"("id":"item_1","object":"realtime.item","status":"completed","later":1})"));
    CHECK(chooses<RealtimeFunctionCall, item>(
        R"({"type":"function_call","name":"f","arguments":"{}","call_id":"c","id":"i",)"
        R"("object":"realtime.item","status":"in_progress"})"));
    CHECK(chooses<RealtimeFunctionCallOutput, item>(
        R"({"type":"function_call_output","call_id":"c","output":"1","id":"i",)"
        R"("object":"realtime.item","status":"incomplete"})"));
    CHECK(chooses<MCPToolCall, item>(
        R"({"type":"mcp_call","id":"i","approval_request_id":"a","arguments":"{}",)"
        R"("error":{"type":"protocol_error","code":1,"message":"m"},"name":"t","output":"o",)"
        R"("server_label":"s"})"));
    CHECK(chooses<MCPToolCall, item>(
        R"({"type":"mcp_approval_request","id":"i","arguments":"{}","name":"t","server_label":"s"})"));
    CHECK(chooses<MCPListTools, item>(R"({"type":"mcp_list_tools","id":"i","server_label":"s",)"
                                      R"("tools":[{"name":"t","input_schema":{}}]})"));
    CHECK(chooses<MCPApprovalResponse, item>(
        R"({"type":"mcp_approval_response","approval_request_id":"a","approve":true,"id":"i"})"));
    CHECK(chooses<RealtimeItemReference, item>(R"({"type":"item_reference","id":"i"})"));
    CHECK(chooses<raw_json, item>(R"({"type":"later","id":"i"})"));
}

TEST_CASE("a bare message has a type and a content") {
    CHECK(json_of(RealtimeMessage{}) == R"({"type":"message","content":[]})");
    CHECK(json_of(RealtimeMessage{
              .role = Role::user,
              .content = {{.type = RealtimeContentType::input_text, .text = "hi"}}}) ==
          R"({"type":"message","role":"user","content":[{"type":"input_text","text":"hi"}]})");
}

TEST_CASE("a response is read and written again with all its members") {
    constexpr std::string_view text =
        R"({"id":"resp_1","audio":{"output":{"format":{"type":"audio/pcm","rate":24000},)"
        R"("voice":"marin"}},"conversation_id":"conv_1","max_output_tokens":4096,)"
        R"("metadata":{"a":"b"},"object":"realtime.response",)"
        R"("output":[{"type":"message","role":"assistant","content":[{"type":"output_audio",)"
        R"("transcript":"hello"}]}],"output_modalities":["audio"],"status":"cancelled",)"
        R"("status_details":{"type":"cancelled","reason":"turn_detected",)"
        R"("error":{"type":"t","code":"c"}},"usage":{"input_token_details":{"audio_tokens":1,)"
        R"("cached_tokens":2,"cached_tokens_details":{"audio_tokens":1,"image_tokens":0,)"
        R"("text_tokens":1},"image_tokens":3,"text_tokens":4},"input_tokens":10,)"
        R"("output_token_details":{"audio_tokens":5,"text_tokens":6},"output_tokens":11,)"
        R"("total_tokens":21},"later":{}})";
    CHECK(rewritten<RealtimeResponse>(text) == text);
    const auto read = from_json<RealtimeResponse>(text);
    CHECK(read.status == RealtimeResponseStatus::cancelled);
    CHECK(read.status_details->reason == RealtimeStatusReason::turn_detected);
    CHECK(read.usage->input_token_details->cached_tokens_details->text_tokens == 1);
}

TEST_CASE("a response beside the conversation has its own input") {
    const RealtimeResponseParams params{
        .conversation = "none",
        .input = std::vector<RealtimeItem>{RealtimeItemReference{.id = "item_1"}},
        .output_modalities = std::vector<open_enum<Modality>>{Modality::text}};
    CHECK(json_of(params) == R"({"conversation":"none","input":[{"type":"item_reference",)"
                             R"("id":"item_1"}],"output_modalities":["text"]})");
}

}  // namespace realtime_items_tests
