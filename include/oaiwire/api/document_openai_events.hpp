// Schemas of the events of a Responses stream in OpenAI's document. Data for api/conformance.hpp.
// Source: its OpenAPI document 2.3.0.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/document_openai_responses.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail::documents::openai_responses {

using enum json::presence;
using json::document_schema;
using json::list_of;
using json::map_of;
using json::number_from;
using json::object_of;
using json::one_of;
using json::schema_alternative;
using json::schema_member;
using json::value_types;

inline constexpr schema_member audio_delta[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"delta", required, text},
};

inline constexpr schema_member audio_done[]{
    {"type", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member call_delta[]{
    {"type", required, text},  {"output_index", required, integer},    {"item_id", required, text},
    {"delta", required, text}, {"sequence_number", required, integer},
};

inline constexpr schema_member code_interpreter_call_code_done[]{
    {"type", required, text}, {"output_index", required, integer},    {"item_id", required, text},
    {"code", required, text}, {"sequence_number", required, integer},
};

inline constexpr schema_member tool_progress[]{
    {"type", required, text},
    {"output_index", required, integer},
    {"item_id", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member lifecycle[]{
    {"type", required, text},
    {"response", required, response},
    {"sequence_number", required, integer},
};

inline constexpr schema_alternative output_content_alternatives[]{
    {"output_text", output_text_content},
    {"refusal", refusal_content},
    {"reasoning_text", summary_text_content},
};
inline constexpr document_schema output_content = one_of("type", output_content_alternatives);

inline constexpr schema_member content_part[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"part", required, output_content},
    {"sequence_number", required, integer},
};

inline constexpr schema_member error[]{
    {"type", required, text},
    {"code", required_or_null, text},
    {"message", required, text},
    {"param", required_or_null, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member function_call_arguments_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"name", required, text},
    {"output_index", required, integer},
    {"sequence_number", required, integer},
    {"arguments", required, text},
};

inline constexpr schema_member shell_command[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"output_index", required, integer},
    {"command_index", required, integer},
    {"command", required, text},
};

inline constexpr schema_member shell_call_command_delta[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"output_index", required, integer},
    {"command_index", required, integer},
    {"delta", required, text},
    {"obfuscation", optional, text},
};

inline constexpr schema_member shell_call_output_delta[]{
    {"stdout", optional, text},
    {"stderr", optional, text},
};

inline constexpr schema_member shell_call_output_content_delta[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"command_index", required, integer},
    {"delta", required, shell_call_output_delta},
};

inline constexpr schema_member shell_exit[]{
    {"type", required, text},
    {"exit_code", required, integer},
};

inline constexpr schema_alternative shell_output_outcome_alternatives[]{
    {"timeout", only_type},
    {"exit", shell_exit},
};
inline constexpr document_schema shell_output_outcome =
    one_of("type", shell_output_outcome_alternatives);

inline constexpr schema_member shell_output[]{
    {"stdout", required, text},
    {"stderr", required, text},
    {"outcome", required, shell_output_outcome},
    {"created_by", optional, text},
};

inline constexpr schema_member shell_call_output_content_done[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"command_index", required, integer},
    {"output", required, list_of(shell_output)},
};

inline constexpr schema_member item[]{
    {"type", required, text},
    {"output_index", required, integer},
    {"sequence_number", required, integer},
    {"item", required, output_item},
};

inline constexpr schema_member reasoning_summary_part_added[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"summary_index", required, integer},
    {"sequence_number", required, integer},
    {"part", required, summary_text_content},
};

inline constexpr schema_member reasoning_summary_part_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"summary_index", required, integer},
    {"status", optional, text},
    {"sequence_number", required, integer},
    {"part", required, summary_text_content},
};

inline constexpr schema_member summary_delta[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"summary_index", required, integer},
    {"delta", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member reasoning_summary_text_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"summary_index", required, integer},
    {"text", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member part_delta[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"delta", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member reasoning_text_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"text", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member refusal_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"refusal", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member response_log_prob_top_logprob[]{
    {"token", optional, text},
    {"logprob", optional, number},
};

inline constexpr schema_member response_log_prob[]{
    {"token", required, text},
    {"logprob", required, number},
    {"top_logprobs", optional, list_of(response_log_prob_top_logprob)},
};

inline constexpr schema_member text_delta[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"delta", required, text},
    {"sequence_number", required, integer},
    {"logprobs", required, list_of(response_log_prob)},
};

inline constexpr schema_member text_done[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"text", required, text},
    {"sequence_number", required, integer},
    {"logprobs", required, list_of(response_log_prob)},
};

inline constexpr schema_member image_gen_call_partial_image[]{
    {"type", required, text},
    {"output_index", required, integer},
    {"item_id", required, text},
    {"sequence_number", required, integer},
    {"partial_image_index", required, integer},
    {"partial_image_b64", required, text},
    {"size", optional, text},
    {"quality", optional, text},
    {"background", optional, text},
    {"output_format", optional, text},
};

inline constexpr schema_member mcp_call_arguments_done[]{
    {"type", required, text},
    {"output_index", required, integer},
    {"item_id", required, text},
    {"arguments", required, text},
    {"sequence_number", required, integer},
};

inline constexpr schema_member output_text_annotation_added[]{
    {"type", required, text},
    {"item_id", required, text},
    {"output_index", required, integer},
    {"content_index", required, integer},
    {"annotation_index", required, integer},
    {"sequence_number", required, integer},
    {"annotation", required_or_null, free_object},
};

inline constexpr schema_member custom_tool_call_input_done[]{
    {"type", required, text},
    {"sequence_number", required, integer},
    {"output_index", required, integer},
    {"item_id", required, text},
    {"input", required, text},
};

inline constexpr schema_alternative response_event_alternatives[]{
    {"response.audio.delta", audio_delta},
    {"response.audio.done", audio_done},
    {"response.audio.transcript.delta", audio_delta},
    {"response.audio.transcript.done", audio_done},
    {"response.code_interpreter_call_code.delta", call_delta},
    {"response.code_interpreter_call_code.done", code_interpreter_call_code_done},
    {"response.code_interpreter_call.completed", tool_progress},
    {"response.code_interpreter_call.in_progress", tool_progress},
    {"response.code_interpreter_call.interpreting", tool_progress},
    {"response.completed", lifecycle},
    {"response.content_part.added", content_part},
    {"response.content_part.done", content_part},
    {"response.created", lifecycle},
    {"error", error},
    {"response.file_search_call.completed", tool_progress},
    {"response.file_search_call.in_progress", tool_progress},
    {"response.file_search_call.searching", tool_progress},
    {"response.function_call_arguments.delta", call_delta},
    {"response.function_call_arguments.done", function_call_arguments_done},
    {"response.shell_call_command.added", shell_command},
    {"response.shell_call_command.delta", shell_call_command_delta},
    {"response.shell_call_command.done", shell_command},
    {"response.shell_call_output_content.delta", shell_call_output_content_delta},
    {"response.shell_call_output_content.done", shell_call_output_content_done},
    {"response.in_progress", lifecycle},
    {"response.failed", lifecycle},
    {"response.incomplete", lifecycle},
    {"response.output_item.added", item},
    {"response.output_item.done", item},
    {"response.reasoning_summary_part.added", reasoning_summary_part_added},
    {"response.reasoning_summary_part.done", reasoning_summary_part_done},
    {"response.reasoning_summary_text.delta", summary_delta},
    {"response.reasoning_summary_text.done", reasoning_summary_text_done},
    {"response.reasoning_text.delta", part_delta},
    {"response.reasoning_text.done", reasoning_text_done},
    {"response.refusal.delta", part_delta},
    {"response.refusal.done", refusal_done},
    {"response.output_text.delta", text_delta},
    {"response.output_text.done", text_done},
    {"response.web_search_call.completed", tool_progress},
    {"response.web_search_call.in_progress", tool_progress},
    {"response.web_search_call.searching", tool_progress},
    {"response.image_generation_call.completed", tool_progress},
    {"response.image_generation_call.generating", tool_progress},
    {"response.image_generation_call.in_progress", tool_progress},
    {"response.image_generation_call.partial_image", image_gen_call_partial_image},
    {"response.mcp_call_arguments.delta", call_delta},
    {"response.mcp_call_arguments.done", mcp_call_arguments_done},
    {"response.mcp_call.completed", tool_progress},
    {"response.mcp_call.failed", tool_progress},
    {"response.mcp_call.in_progress", tool_progress},
    {"response.mcp_list_tools.completed", tool_progress},
    {"response.mcp_list_tools.failed", tool_progress},
    {"response.mcp_list_tools.in_progress", tool_progress},
    {"response.output_text.annotation.added", output_text_annotation_added},
    {"response.queued", lifecycle},
    {"response.custom_tool_call_input.delta", call_delta},
    {"response.custom_tool_call_input.done", custom_tool_call_input_done},
};
inline constexpr document_schema response_event = one_of("type", response_event_alternatives);

}}}  // namespace oaiwire::v0_2::detail::documents::openai_responses

#include <oaiwire/core/macros_end.hpp>
