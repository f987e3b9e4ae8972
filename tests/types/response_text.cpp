#include <oaiwire/types/response_text.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

namespace response_text_tests {

using namespace oaiwire;
using type = ResponseStreamEventType;

namespace {

ResponseContent parts(std::vector<ResponseContentPart> all) {
    return all;
}

}  // namespace

TEST_CASE("text() of a response joins its messages, without refusals") {
    Response response;
    CHECK(text(response) == "");
    response.output = {
        ReasoningItem{.summary = parts({SummaryTextContent{.text = "hm"}})},
        ResponseMessage{.content = parts({OutputTextContent{.text = "a"}, OutputTextContent{},
                                          RefusalContent{.refusal = "no"}})},
        FunctionToolCall{.name = "f"},
        raw_json(),
        ResponseMessage{.content = null},
        ResponseMessage{.content = "b"}};
    CHECK(text(response) == "ab");
    CHECK(reasoning(response) == "hm");
    REQUIRE(function_calls(response).size() == 1);
    CHECK(function_calls(response)[0].name == "f");
}

TEST_CASE("text() of a response without output is output_text") {
    CHECK(text(Response{.output_text = "x"}) == "x");
    CHECK(text(Response{.output = {ResponseMessage{.content = "a"}}, .output_text = "x"}) == "a");
}

TEST_CASE("text() of a message works for input and output messages") {
    CHECK(text(ResponseMessage{.content = parts({InputTextContent{.text = "q"}})}) == "q");
    CHECK(text(ResponseMessage{.content = "q"}) == "q");
    CHECK(text(ResponseMessage{}) == "");
}

TEST_CASE("reasoning() returns the reasoning text or else the summary, in every form") {
    CHECK(reasoning(ReasoningItem{.summary = "s"}) == "s");
    CHECK(reasoning(ReasoningItem{.summary = "s",
                                  .content = parts({ReasoningTextContent{.text = "t"}})}) == "t");
    CHECK(reasoning(ReasoningItem{.content = parts({OutputTextContent{.text = "t"}})}) == "t");
    CHECK(reasoning(ReasoningItem{.summary = null}) == "");
}

TEST_CASE("text() of an event returns deltas of output text only") {
    const auto delta = [](type t) {
        return ResponseStreamEvent(ResponseDeltaEvent{.type = t, .delta = "x"});
    };
    CHECK(text(delta(type::output_text_delta)) == "x");
    CHECK(text(delta(type::refusal_delta)) == "");
    CHECK(text(delta(type::reasoning_text_delta)) == "");
    CHECK(reasoning(delta(type::reasoning_text_delta)) == "x");
    CHECK(reasoning(delta(type::reasoning_summary_text_delta)) == "x");
    CHECK(reasoning(delta(type::output_text_delta)) == "");
    CHECK(text(ResponseStreamEvent(ResponseDeltaEvent{.type = type::output_text_delta})) == "");
    CHECK(text(ResponseStreamEvent(
              ResponseDoneEvent{.type = type::output_text_done, .text = "x"})) == "");
}

TEST_CASE("text() of a delta object returns its text or content") {
    CHECK(text(ResponseDeltaValue(ResponseDelta{.text = "a", .content = "b"})) == "a");
    CHECK(text(ResponseDeltaValue(ResponseDelta{.content = "b"})) == "b");
    CHECK(text(ResponseDeltaValue(ResponseDelta{.role = "assistant"})) == "");
    CHECK(text(ResponseDeltaValue(raw_json())) == "");
}

TEST_CASE("type_text() returns the type of every event, also of unknown ones") {
    CHECK(type_text(ResponseLifecycleEvent{.type = type::created}) == "response.created");
    CHECK(type_text(ResponseItemEvent{.type = type::output_item_done}) ==
          "response.output_item.done");
    CHECK(type_text(ResponsePartEvent{.type = type::content_part_added}) ==
          "response.content_part.added");
    CHECK(type_text(ResponseDeltaEvent{.type = type::audio_delta}) == "response.audio.delta");
    CHECK(type_text(ResponseDoneEvent{.type = type::audio_done}) == "response.audio.done");
    CHECK(type_text(ResponseAnnotationEvent{.type = type::output_text_annotation_added}) ==
          "response.output_text.annotation.added");
    CHECK(type_text(ResponseToolEvent{.type = type::mcp_call_failed}) ==
          "response.mcp_call.failed");
    CHECK(type_text(ResponseErrorEvent{.type = type::error}) == "error");
    CHECK(type_text(*raw_json::parse(R"({"type":"response.later"})")) == "response.later");
    CHECK(type_text(*raw_json::parse(R"({"type":7})")) == "");
    CHECK(type_text(*raw_json::parse("[]")) == "");
}

TEST_CASE("functions create input items") {
    const std::vector<ResponseItem> input{input_message(Role::user, "Why?"),
                                          function_call_output("call_1", "42")};
    CHECK(std::get<ResponseMessage>(input[0]).role == Role::user);
    CHECK(text(std::get<ResponseMessage>(input[0])) == "Why?");
    CHECK(std::get<FunctionToolCallOutput>(input[1]).call_id == "call_1");
}

}  // namespace response_text_tests
