// Schemas of the Responses API in OpenAI's document: members, types and ranges. Data for
// api/conformance.hpp. Source: its OpenAPI document 2.3.0.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <limits>

#include <oaiwire/json/document_schema.hpp>

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

inline constexpr document_schema anything{};
inline constexpr document_schema text{.types = value_types::text};
inline constexpr document_schema integer{.types = value_types::integer};
inline constexpr document_schema number{.types = value_types::number};
inline constexpr document_schema boolean{.types = value_types::boolean};
inline constexpr document_schema free_object{.types = value_types::object};

inline constexpr document_schema integer_0_20 = number_from(value_types::integer, 0, 20);
inline constexpr document_schema number_0_2 = number_from(value_types::number, 0, 2);
inline constexpr document_schema number_0_1 = number_from(value_types::number, 0, 1);

inline constexpr schema_member response_error[]{
    {"code", required, text},
    {"message", required, text},
};

inline constexpr schema_member response_incomplete_details[]{
    {"reason", optional, text},
};

inline constexpr schema_member top_log_prob[]{
    {"token", required, text},
    {"logprob", required, number},
    {"bytes", required, list_of(integer)},
};

inline constexpr schema_member log_prob[]{
    {"token", required, text},
    {"logprob", required, number},
    {"bytes", required, list_of(integer)},
    {"top_logprobs", required, list_of(top_log_prob)},
};

inline constexpr schema_member output_text_content[]{
    {"type", required, text},
    {"text", required, text},
    {"annotations", required, list_of(free_object)},
    {"logprobs", required, list_of(log_prob)},
};

inline constexpr schema_member refusal_content[]{
    {"type", required, text},
    {"refusal", required, text},
};

inline constexpr schema_alternative output_message_content_alternatives[]{
    {"output_text", output_text_content},
    {"refusal", refusal_content},
};
inline constexpr document_schema output_message_content =
    one_of("type", output_message_content_alternatives);

inline constexpr schema_member output_message[]{
    {"id", required, text},
    {"type", required, text},
    {"role", required, text},
    {"content", required, list_of(output_message_content)},
    {"phase", optional_or_null, text},
    {"status", required, text},
};

inline constexpr schema_member only_type[]{
    {"type", required, text},
};

inline constexpr schema_member program_tool_call_caller[]{
    {"type", required, text},
    {"caller_id", required, text},
};

inline constexpr schema_alternative tool_call_caller_alternatives[]{
    {"direct", only_type},
    {"program", program_tool_call_caller},
};
inline constexpr document_schema tool_call_caller = one_of("type", tool_call_caller_alternatives);

inline constexpr schema_member function_tool_call[]{
    {"id", optional, text},        {"type", required, text},
    {"call_id", required, text},   {"caller", optional_or_null, tool_call_caller},
    {"namespace", optional, text}, {"name", required, text},
    {"arguments", required, text}, {"status", optional, text},
};

inline constexpr schema_member summary_text_content[]{
    {"type", required, text},
    {"text", required, text},
};

inline constexpr schema_member reasoning_item[]{
    {"type", required, text},
    {"id", required, text},
    {"encrypted_content", optional_or_null, text},
    {"summary", required, list_of(summary_text_content)},
    {"content", optional, list_of(summary_text_content)},
    {"status", optional, text},
};

inline constexpr schema_alternative output_item_alternatives[]{
    {"message", output_message},
    {"function_call", function_tool_call},
    {"reasoning", reasoning_item},
};
inline constexpr document_schema output_item = one_of("type", output_item_alternatives);
inline constexpr document_schema text_or_list{.types = value_types::text | value_types::list};

inline constexpr schema_member usage_input_tokens_details[]{
    {"cached_tokens", required, integer},
    {"cache_write_tokens", required, integer},
};

inline constexpr schema_member usage_output_tokens_details[]{
    {"reasoning_tokens", required, integer},
};

inline constexpr schema_member usage[]{
    {"input_tokens", required, integer},
    {"input_tokens_details", required, usage_input_tokens_details},
    {"output_tokens", required, integer},
    {"output_tokens_details", required, usage_output_tokens_details},
    {"total_tokens", required, integer},
};

inline constexpr schema_member moderation_result[]{
    {"type", required, text},
    {"model", required, text},
    {"flagged", required, boolean},
    {"categories", required, map_of(boolean)},
    {"category_scores", required, map_of(number)},
    {"category_applied_input_types", required, free_object},
};

inline constexpr schema_member moderation_error_body[]{
    {"type", required, text},
    {"code", required, text},
    {"message", required, text},
};

inline constexpr schema_alternative moderation_outcome_alternatives[]{
    {"moderation_result", moderation_result},
    {"error", moderation_error_body},
};
inline constexpr document_schema moderation_outcome =
    one_of("type", moderation_outcome_alternatives);

inline constexpr schema_member moderation[]{
    {"input", required, moderation_outcome},
    {"output", required, moderation_outcome},
};

inline constexpr schema_member response_conversation[]{
    {"id", required, text},
};

inline constexpr schema_member response[]{
    {"metadata", required_or_null, map_of(text)},
    {"top_logprobs", optional_or_null, integer_0_20},
    {"temperature", required_or_null, number_0_2},
    {"top_p", required_or_null, number_0_1},
    {"user", optional, text},
    {"safety_identifier", optional_or_null, text},
    {"prompt_cache_key", optional_or_null, text},
    {"prompt_cache_retention", optional_or_null, text},
    {"previous_response_id", optional_or_null, text},
    {"model", required, text},
    {"background", optional_or_null, boolean},
    {"max_tool_calls", optional_or_null, integer},
    {"text", optional, free_object},
    {"tools", required, list_of(free_object)},
    {"tool_choice", required, anything},
    {"prompt", optional, free_object},
    {"service_tier", optional_or_null, text},
    {"truncation", optional_or_null, text},
    {"id", required, text},
    {"object", required, text},
    {"status", optional, text},
    {"created_at", required, number},
    {"completed_at", optional_or_null, number},
    {"error", required_or_null, response_error},
    {"incomplete_details", required_or_null, response_incomplete_details},
    {"output", required, list_of(output_item)},
    {"reasoning", optional_or_null, free_object},
    {"instructions", required_or_null, text_or_list},
    {"output_text", optional_or_null, text},
    {"usage", optional, usage},
    {"prompt_cache_options", optional, free_object},
    {"moderation", optional_or_null, moderation},
    {"parallel_tool_calls", required, boolean},
    {"conversation", optional_or_null, response_conversation},
    {"max_output_tokens", optional_or_null, integer},
};

}}}  // namespace oaiwire::v0_2::detail::documents::openai_responses

#include <oaiwire/core/macros_end.hpp>
