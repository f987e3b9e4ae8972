// Schemas of the responses in R9S's document: members, types and ranges. Data for
// api/conformance.hpp. Source: its OpenAPI document 0.1.0.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <limits>

#include <oaiwire/json/document_schema.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail::documents::r9s {

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

inline constexpr schema_member image_url[]{
    {"url", required, text},
    {"detail", optional, text},
};

inline constexpr schema_member message_content[]{
    {"type", required, text},
    {"text", optional, text},
    {"image_url", optional, image_url},
};
inline constexpr document_schema message_part = object_of(message_content);
inline constexpr document_schema text_or_parts{.types = value_types::text | value_types::list,
                                               .element = &message_part};

inline constexpr schema_member function_call[]{
    {"name", required, text},
    {"arguments", optional, text},
};

inline constexpr schema_member tool_call[]{
    {"id", required, text},
    {"type", required, text},
    {"function", required, function_call},
};

inline constexpr schema_member message[]{
    {"role", required, text},
    {"content", optional_or_null, text_or_parts},
    {"name", optional, text},
    {"reasoning_content", optional, text},
    {"tool_calls", optional, list_of(tool_call)},
    {"tool_call_id", optional, text},
};

inline constexpr schema_member choice[]{
    {"index", required, integer},
    {"message", required, message},
    {"finish_reason", required, text},
    {"logprobs", optional, free_object},
};

inline constexpr schema_member prompt_tokens_details[]{
    {"cached_tokens", optional, integer},
    {"audio_tokens", optional, integer},
};

inline constexpr schema_member completion_tokens_details[]{
    {"reasoning_tokens", optional, integer},
    {"audio_tokens", optional, integer},
    {"accepted_prediction_tokens", optional, integer},
    {"rejected_prediction_tokens", optional, integer},
};

inline constexpr schema_member usage[]{
    {"prompt_tokens", required, integer},
    {"prompt_tokens_details", optional, prompt_tokens_details},
    {"completion_tokens", required, integer},
    {"completion_tokens_details", optional, completion_tokens_details},
    {"total_tokens", required, integer},
};

inline constexpr schema_member chat_completion[]{
    {"id", required, text},
    {"object", required, text},
    {"created", required, integer},
    {"model", required, text},
    {"choices", required, list_of(choice)},
    {"usage", optional, usage},
    {"system_fingerprint", optional, text},
};

inline constexpr schema_member delta[]{
    {"role", optional, text},
    {"content", optional, text},
    {"tool_calls", optional, list_of(tool_call)},
    {"reasoning_content", optional, text},
};

inline constexpr schema_member chunk_choice[]{
    {"index", required, integer},
    {"delta", required, delta},
    {"finish_reason", optional_or_null, text},
    {"logprobs", optional, free_object},
};

inline constexpr schema_member chat_completion_chunk[]{
    {"id", required, text},
    {"object", required, text},
    {"created", required, integer},
    {"model", required, text},
    {"choices", required, list_of(chunk_choice)},
    {"system_fingerprint", optional, text},
    {"usage", optional, usage},
};

inline constexpr schema_member completion_choice[]{
    {"text", required, text},
    {"index", required, integer},
    {"logprobs", optional_or_null, free_object},
    {"finish_reason", required, text},
};

inline constexpr schema_member completion[]{
    {"id", required, text},
    {"object", required, text},
    {"created", required, integer},
    {"model", required, text},
    {"choices", required, list_of(completion_choice)},
    {"usage", optional, usage},
};

inline constexpr schema_member completion_chunk_choice[]{
    {"text", required, text},
    {"index", required, integer},
    {"logprobs", optional_or_null, free_object},
    {"finish_reason", optional_or_null, text},
};

inline constexpr schema_member completion_chunk[]{
    {"id", required, text},
    {"object", required, text},
    {"created", required, integer},
    {"model", required, text},
    {"choices", required, list_of(completion_chunk_choice)},
    {"system_fingerprint", optional, text},
    {"obfuscation", optional, text},
};

inline constexpr schema_member model[]{
    {"id", required, text},
    {"object", required, text},
    {"created", required, integer},
    {"owned_by", required, text},
};

inline constexpr schema_member model_list[]{
    {"object", required, text},
    {"data", required, list_of(model)},
};

inline constexpr schema_member embedding[]{
    {"object", required, text},
    {"embedding", required, list_of(number)},
    {"index", required, integer},
};

inline constexpr schema_member embeddings[]{
    {"object", required, text},
    {"data", required, list_of(embedding)},
    {"model", required, text},
    {"usage", required, usage},
};

inline constexpr schema_member error[]{
    {"message", required, text},
    {"type", required, text},
    {"code", optional_or_null, text},
    {"param", optional, text},
};

inline constexpr schema_member error_body[]{
    {"error", required, error},
    {"status", optional, integer},
};

inline constexpr schema_member image_object[]{
    {"url", optional, text},
    {"b64_json", optional, text},
    {"revised_prompt", optional, text},
};

inline constexpr schema_member image_usage[]{
    {"prompt_tokens", optional, integer},
    {"image_tokens", optional, integer},
    {"input_text_tokens", optional, integer},
    {"output_image_tokens", optional, integer},
    {"width", optional, integer},
    {"height", optional, integer},
    {"image_count", optional, integer},
};

inline constexpr schema_member images[]{
    {"created", required, integer},
    {"data", required, list_of(image_object)},
    {"usage", optional, image_usage},
};
inline constexpr document_schema fraction = number_from(value_types::number, 0, 1);

inline constexpr schema_member image_event_data[]{
    {"index", required, integer},    {"b64_json", optional, text},
    {"url", optional, text},         {"progress", optional, fraction},
    {"is_final", optional, boolean}, {"revised_prompt", optional, text},
};

inline constexpr schema_member image_event[]{
    {"id", required, text},
    {"created", required, integer},
    {"model", required, text},
    {"object", required, text},
    {"data", required, list_of(image_event_data)},
    {"usage", optional, image_usage},
};

inline constexpr schema_member response_billing[]{
    {"payer", optional, text},
};

inline constexpr schema_member output_content[]{
    {"type", optional, text},
    {"text", optional, text},
    {"refusal", optional, text},
    {"annotations", optional, list_of(anything)},
    {"logprobs", optional, list_of(anything)},
};
inline constexpr document_schema text_or_list{.types = value_types::text | value_types::list};

inline constexpr schema_member output_item[]{
    {"id", required, text},
    {"type", required, text},
    {"status", optional, text},
    {"role", optional, text},
    {"content", optional, list_of(output_content)},
    {"call_id", optional, text},
    {"name", optional, text},
    {"arguments", optional, text},
    {"output", optional, text},
    {"summary", optional_or_null, text_or_list},
    {"encrypted_content", optional_or_null, text},
};

inline constexpr schema_member response_reasoning[]{
    {"effort", optional_or_null, text},
    {"summary", optional_or_null, text},
};

inline constexpr schema_member response_text_format[]{
    {"type", optional, text},
};

inline constexpr schema_member response_text[]{
    {"format", optional, response_text_format},
    {"verbosity", optional, text},
};
inline constexpr document_schema response_tool_choice{.types =
                                                          value_types::text | value_types::object};

inline constexpr schema_member input_tokens_details[]{
    {"cached_tokens", optional, integer},
};

inline constexpr schema_member output_tokens_details[]{
    {"reasoning_tokens", optional, integer},
};

inline constexpr schema_member response_usage[]{
    {"input_tokens", required, integer},
    {"input_tokens_details", optional, input_tokens_details},
    {"output_tokens", required, integer},
    {"output_tokens_details", optional, output_tokens_details},
    {"total_tokens", required, integer},
};

inline constexpr schema_member response[]{
    {"id", required, text},
    {"object", required, text},
    {"created_at", required, integer},
    {"status", required, text},
    {"background", optional, boolean},
    {"billing", optional, response_billing},
    {"completed_at", optional_or_null, integer},
    {"error", optional_or_null, free_object},
    {"incomplete_details", optional_or_null, free_object},
    {"instructions", optional, text},
    {"max_output_tokens", optional, integer},
    {"max_tool_calls", optional_or_null, integer},
    {"model", required, text},
    {"output", optional, list_of(output_item)},
    {"parallel_tool_calls", optional, boolean},
    {"previous_response_id", optional_or_null, text},
    {"prompt_cache_key", optional_or_null, text},
    {"prompt_cache_retention", optional_or_null, text},
    {"reasoning", optional, response_reasoning},
    {"safety_identifier", optional_or_null, text},
    {"service_tier", optional, text},
    {"store", optional, boolean},
    {"temperature", optional, number},
    {"text", optional, response_text},
    {"tool_choice", optional, response_tool_choice},
    {"tools", optional, list_of(free_object)},
    {"top_logprobs", optional, integer},
    {"top_p", optional, number},
    {"truncation", optional, text},
    {"user", optional_or_null, text},
    {"metadata", optional, free_object},
    {"usage", optional_or_null, response_usage},
};

inline constexpr schema_member delta_parts[]{
    {"text", optional, text},
    {"role", optional, text},
    {"content", optional, text},
};
inline constexpr document_schema delta_value{.types = value_types::text | value_types::object,
                                             .members = delta_parts};

inline constexpr schema_member response_event[]{
    {"type", required, text},
    {"sequence_number", optional, integer},
    {"response", optional, response},
    {"output_item", optional, output_item},
    {"output_item_index", optional, integer},
    {"content_index", optional, integer},
    {"delta", optional, delta_value},
};

}}}  // namespace oaiwire::v0_2::detail::documents::r9s

#include <oaiwire/core/macros_end.hpp>
