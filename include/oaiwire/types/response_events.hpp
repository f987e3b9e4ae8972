// Responses API: the events of a stream. Events with the same members share a struct; its `type`
// distinguishes them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>

#include <oaiwire/types/response.hpp>

namespace oaiwire { inline namespace v0_2 {

// Event types. Named as in JSON, without "response." and with `_` for `.`; grouped by the struct
// that represents them.
enum class ResponseStreamEventType : std::uint8_t {
    unknown,
    // ResponseLifecycleEvent
    created,
    queued,
    in_progress,
    completed,
    incomplete,
    failed,
    cancelled,
    done,  // sent by some servers instead of completed, incomplete and failed
    // ResponseItemEvent
    output_item_added,
    output_item_done,
    // ResponsePartEvent
    content_part_added,
    content_part_done,
    reasoning_part_added,  // vLLM
    reasoning_part_done,
    reasoning_summary_part_added,
    reasoning_summary_part_done,
    // ResponseDeltaEvent
    output_text_delta,
    refusal_delta,
    reasoning_text_delta,
    reasoning_summary_text_delta,
    reasoning_delta,  // older names of the reasoning deltas
    reasoning_summary_delta,
    function_call_arguments_delta,
    custom_tool_call_input_delta,
    mcp_call_arguments_delta,
    code_interpreter_call_code_delta,
    shell_call_command_delta,
    shell_call_output_content_delta,
    audio_delta,
    audio_transcript_delta,
    // ResponseDoneEvent
    output_text_done,
    refusal_done,
    reasoning_text_done,
    reasoning_summary_text_done,
    reasoning_done,
    reasoning_summary_done,
    function_call_arguments_done,
    custom_tool_call_input_done,
    mcp_call_arguments_done,
    code_interpreter_call_code_done,
    shell_call_command_added,
    shell_call_command_done,
    shell_call_output_content_done,
    audio_done,
    audio_transcript_done,
    // ResponseAnnotationEvent
    output_text_annotation_added,
    // ResponseToolEvent
    web_search_call_in_progress,
    web_search_call_searching,
    web_search_call_completed,
    file_search_call_in_progress,
    file_search_call_searching,
    file_search_call_completed,
    code_interpreter_call_in_progress,
    code_interpreter_call_interpreting,
    code_interpreter_call_completed,
    image_generation_call_in_progress,
    image_generation_call_generating,
    image_generation_call_completed,
    image_generation_call_partial_image,
    mcp_call_in_progress,
    mcp_call_completed,
    mcp_call_failed,
    mcp_list_tools_in_progress,
    mcp_list_tools_completed,
    mcp_list_tools_failed,
    compaction_compacting,
    // ResponseErrorEvent
    error,
    response_error,
};
constexpr std::array<std::string_view, 68> enumerator_names(ResponseStreamEventType) {
    return {"response.created",
            "response.queued",
            "response.in_progress",
            "response.completed",
            "response.incomplete",
            "response.failed",
            "response.cancelled",
            "response.done",
            "response.output_item.added",
            "response.output_item.done",
            "response.content_part.added",
            "response.content_part.done",
            "response.reasoning_part.added",
            "response.reasoning_part.done",
            "response.reasoning_summary_part.added",
            "response.reasoning_summary_part.done",
            "response.output_text.delta",
            "response.refusal.delta",
            "response.reasoning_text.delta",
            "response.reasoning_summary_text.delta",
            "response.reasoning.delta",
            "response.reasoning_summary.delta",
            "response.function_call_arguments.delta",
            "response.custom_tool_call_input.delta",
            "response.mcp_call_arguments.delta",
            "response.code_interpreter_call_code.delta",
            "response.shell_call_command.delta",
            "response.shell_call_output_content.delta",
            "response.audio.delta",
            "response.audio.transcript.delta",
            "response.output_text.done",
            "response.refusal.done",
            "response.reasoning_text.done",
            "response.reasoning_summary_text.done",
            "response.reasoning.done",
            "response.reasoning_summary.done",
            "response.function_call_arguments.done",
            "response.custom_tool_call_input.done",
            "response.mcp_call_arguments.done",
            "response.code_interpreter_call_code.done",
            "response.shell_call_command.added",
            "response.shell_call_command.done",
            "response.shell_call_output_content.done",
            "response.audio.done",
            "response.audio.transcript.done",
            "response.output_text.annotation.added",
            "response.web_search_call.in_progress",
            "response.web_search_call.searching",
            "response.web_search_call.completed",
            "response.file_search_call.in_progress",
            "response.file_search_call.searching",
            "response.file_search_call.completed",
            "response.code_interpreter_call.in_progress",
            "response.code_interpreter_call.interpreting",
            "response.code_interpreter_call.completed",
            "response.image_generation_call.in_progress",
            "response.image_generation_call.generating",
            "response.image_generation_call.completed",
            "response.image_generation_call.partial_image",
            "response.mcp_call.in_progress",
            "response.mcp_call.completed",
            "response.mcp_call.failed",
            "response.mcp_list_tools.in_progress",
            "response.mcp_list_tools.completed",
            "response.mcp_list_tools.failed",
            "response.compaction.compacting",
            "error",
            "response.error"};
}

// The response object as it is so far: without output at the start, complete at the end.
struct ResponseLifecycleEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::created, ResponseStreamEventType::done>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<Response> response{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseLifecycleEvent&, const ResponseLifecycleEvent&) = default;
};

// The start or the end of an output item. R9S uses output_item and output_item_index.
struct ResponseItemEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::output_item_added,
                                 ResponseStreamEventType::output_item_done>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::int64_t> output_index{};
    field<ResponseItem> item{};
    field<std::string> item_id{};
    field<std::int64_t> output_item_index{};
    field<ResponseItem> output_item{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseItemEvent&, const ResponseItemEvent&) = default;
};

// The start or the end of a content part.
struct ResponsePartEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::content_part_added,
                                 ResponseStreamEventType::reasoning_summary_part_done>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::int64_t> summary_index{};
    field<ResponseContentPart> part{};
    field<open_enum<ResponseStatus>> status{};
    field<std::int64_t> output_item_index{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponsePartEvent&, const ResponsePartEvent&) = default;
};

// A delta that is an object: R9S, reasoning of some servers, and the output of a shell call.
struct ResponseDelta {
    field<std::string> text{};
    field<std::string> role{};
    field<std::string> content{};
    field<std::string> stdout_{};
    field<std::string> stderr_{};
    extra_members extra{};
    friend bool operator==(const ResponseDelta&, const ResponseDelta&) = default;
};

// The value of `delta`.
using ResponseDeltaValue = std::variant<std::string, ResponseDelta, raw_json>;

// A piece of text, arguments, code or audio.
struct ResponseDeltaEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::output_text_delta,
                                 ResponseStreamEventType::audio_transcript_delta>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::int64_t> summary_index{};
    field<std::int64_t> command_index{};
    field<ResponseDeltaValue> delta{};  // base64 for audio
    field<std::vector<TokenLogprob>> logprobs{};
    field<std::string> obfuscation{};  // random padding against traffic analysis
    field<std::int64_t> output_item_index{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseDeltaEvent&, const ResponseDeltaEvent&) = default;
};

// The end of a text that was sent in deltas, with the whole text in the member that fits its type.
struct ResponseDoneEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::output_text_done,
                                 ResponseStreamEventType::audio_transcript_done>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::int64_t> summary_index{};
    field<std::int64_t> command_index{};
    field<std::string> text{};
    field<std::string> refusal{};
    field<std::string> name{};
    field<std::string> arguments{};
    field<std::string> input{};
    field<std::string> code{};
    field<std::string> command{};
    field<std::vector<ShellOutput>> output{};
    field<std::vector<TokenLogprob>> logprobs{};
    field<std::int64_t> output_item_index{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseDoneEvent&, const ResponseDoneEvent&) = default;
};

// A new annotation of an output text.
struct ResponseAnnotationEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::output_text_annotation_added,
                                 ResponseStreamEventType::output_text_annotation_added>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::int64_t> annotation_index{};
    field<ResponseAnnotation> annotation{};
    field<std::int64_t> output_item_index{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseAnnotationEvent&,
                           const ResponseAnnotationEvent&) = default;
};

// Progress of a hosted tool call. The members from partial_image_index on belong to
// image_generation_call_partial_image.
struct ResponseToolEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::web_search_call_in_progress,
                                 ResponseStreamEventType::compaction_compacting>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> output_item_index{};
    field<std::int64_t> partial_image_index{};
    field<std::string> partial_image_b64{};  // base64
    field<std::string> size{};               // width x height in pixels
    field<std::string> quality{};
    field<std::string> background{};
    field<std::string> output_format{};
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseToolEvent&, const ResponseToolEvent&) = default;
};

// An error. OpenAI sends code, message and param; others an error object.
struct ResponseErrorEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<ResponseStreamEventType::error,
                                 ResponseStreamEventType::response_error>;
    open_enum<ResponseStreamEventType> type{};
    field<std::int64_t> sequence_number{};
    field<std::variant<std::string, std::int64_t, raw_json>> code{};
    field<std::string> message{};
    field<std::variant<std::string, raw_json>> param{};
    field<std::variant<ResponseError, std::string, raw_json>> error{};
    field<std::int64_t> status{};    // over a WebSocket: the HTTP status
    field<std::string> stream_id{};  // over a WebSocket: as in the request
    extra_members extra{};
    friend bool operator==(const ResponseErrorEvent&, const ResponseErrorEvent&) = default;
};

// OpenAI: ResponseStreamEvent. Events of other types, and events without one, are kept as raw JSON.
using ResponseStreamEvent =
    std::variant<ResponseDeltaEvent, ResponseLifecycleEvent, ResponseItemEvent, ResponsePartEvent,
                 ResponseDoneEvent, ResponseAnnotationEvent, ResponseToolEvent, ResponseErrorEvent,
                 raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
