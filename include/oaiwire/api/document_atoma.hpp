// Schemas of the responses in Atoma's document: members, types and ranges. Data for
// api/conformance.hpp. Source: its OpenAPI document 0.1.0; of errors, its server.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <limits>

#include <oaiwire/json/document_schema.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail::documents::atoma {

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

inline constexpr document_schema text{.types = value_types::text};
inline constexpr document_schema integer{.types = value_types::integer};
inline constexpr document_schema number{.types = value_types::number};
inline constexpr document_schema free_object{.types = value_types::object};
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

inline constexpr document_schema int32 = number_from(value_types::integer, -2147483648, 2147483647);

inline constexpr schema_member top_logprob[]{
    {"bytes", optional_or_null, list_of(int32)},
    {"logprob", required, number},
    {"token", required, text},
};

inline constexpr schema_member logprob_content[]{
    {"top_logprobs", required, list_of(top_logprob)},
};

inline constexpr schema_member logprobs[]{
    {"content", optional_or_null, list_of(logprob_content)},
};

inline constexpr document_schema text_or_list{.types = value_types::text | value_types::list};

inline constexpr schema_member message_of_others[]{
    {"content", optional_or_null, text_or_list},
    {"name", optional_or_null, text},
    {"role", required, text},
};

inline constexpr schema_member tool_call_function[]{
    {"arguments", required, text},
    {"name", required, text},
};

inline constexpr schema_member tool_call[]{
    {"function", required, tool_call_function},
    {"id", required, text},
    {"type", required, text},
};

inline constexpr schema_member message_assistant[]{
    {"content", optional_or_null, text_or_list},  {"name", optional_or_null, text},
    {"refusal", optional_or_null, text},          {"role", required, text},
    {"tool_calls", optional, list_of(tool_call)},
};

inline constexpr schema_member message_tool[]{
    {"content", optional_or_null, text_or_list},
    {"role", required, text},
    {"tool_call_id", optional, text},
};

inline constexpr schema_alternative message_alternatives[]{
    {"system", message_of_others},
    {"user", message_of_others},
    {"assistant", message_assistant},
    {"tool", message_tool},
};
inline constexpr document_schema message = one_of("role", message_alternatives);

inline constexpr schema_member choice[]{
    {"finish_reason", optional_or_null, text},
    {"index", required, int32},
    {"logprobs", optional_or_null, logprobs},
    {"message", required, message},
};
inline constexpr document_schema unsigned_int32 = number_from(value_types::integer, 0, 2147483647);

inline constexpr schema_member prompt_tokens_details[]{
    {"audio_tokens", required, unsigned_int32},
    {"cached_tokens", required, unsigned_int32},
};

inline constexpr schema_member usage[]{
    {"completion_tokens", required, int32},
    {"prompt_tokens", required, int32},
    {"prompt_tokens_details", optional_or_null, prompt_tokens_details},
    {"total_tokens", required, int32},
};

inline constexpr schema_member chat_completion[]{
    {"choices", required, list_of(choice)},
    {"created", required, integer},
    {"id", required, text},
    {"model", required, text},
    {"object", required, text},
    {"service_tier", optional_or_null, text},
    {"system_fingerprint", optional_or_null, text},
    {"usage", optional_or_null, usage},
};

inline constexpr schema_member tool_call_chunk_function[]{
    {"arguments", optional_or_null, text},
    {"name", optional_or_null, text},
};

inline constexpr schema_member tool_call_chunk[]{
    {"function", optional_or_null, tool_call_chunk_function},
    {"id", required, text},
    {"index", required, int32},
    {"type", required, text},
};

inline constexpr schema_member delta[]{
    {"content", optional_or_null, text},
    {"reasoning_content", optional_or_null, text},
    {"role", optional_or_null, text},
    {"tool_calls", optional_or_null, list_of(tool_call_chunk)},
};

inline constexpr schema_member chunk_choice[]{
    {"delta", required, delta},
    {"finish_reason", optional_or_null, text},
    {"index", required, int32},
    {"logprobs", optional_or_null, logprobs},
    {"stop_reason", optional_or_null, free_object},  // its server sends a text or a number
};

inline constexpr schema_member chat_completion_chunk[]{
    {"choices", required, list_of(chunk_choice)},
    {"created", required, integer},
    {"id", required, text},
    {"model", required, text},
    {"object", required, text},
    {"usage", optional_or_null, usage},
};
inline constexpr document_schema number_map{.types = value_types::object, .element = &number};

inline constexpr schema_member completion_logprobs[]{
    {"text_offset", required, list_of(unsigned_int32)},
    {"token_logprobs", required, list_of(number)},
    {"tokens", required, list_of(text)},
    {"top_logprobs", required, list_of(number_map)},
};

inline constexpr schema_member completion_choice[]{
    {"finish_reason", required, text},
    {"index", required, int32},
    {"logprobs", optional_or_null, completion_logprobs},
    {"text", required, text},
};

inline constexpr schema_member completion_tokens_details[]{
    {"accepted_prediction_tokens", required, unsigned_int32},
    {"audio_tokens", required, unsigned_int32},
    {"reasoning_tokens", required, unsigned_int32},
    {"rejected_prediction_tokens", required, unsigned_int32},
};

inline constexpr schema_member completion_usage[]{
    {"completion_tokens", required, unsigned_int32},
    {"completion_tokens_details", required, completion_tokens_details},
    {"prompt_tokens", required, unsigned_int32},
    {"prompt_tokens_details", required, prompt_tokens_details},
    {"total_tokens", required, unsigned_int32},
};

inline constexpr schema_member completion[]{
    {"choices", required, list_of(completion_choice)},
    {"created", required, integer},
    {"id", required, text},
    {"model", required, text},
    {"object", required, text},
    {"system_fingerprint", required, text},
    {"usage", required, completion_usage},
};

inline constexpr schema_member completion_chunk[]{
    {"choices", required, list_of(completion_choice)},
    {"created", required, integer},
    {"id", required, text},
    {"model", required, text},
    {"object", required, text},
    {"system_fingerprint", required, text},
};

inline constexpr schema_member model[]{
    {"created", required, integer},
    {"id", required, text},
    {"object", required, text},
    {"owned_by", required, text},
};

inline constexpr schema_member model_list[]{
    {"data", required, list_of(model)},
    {"object", required, text},
};
inline constexpr document_schema count = number_from(value_types::integer, 0, unbounded);

inline constexpr schema_member embedding[]{
    {"embedding", required, list_of(number)},
    {"index", required, count},
    {"object", required, text},
};

inline constexpr schema_member embedding_usage[]{
    {"prompt_tokens", required, unsigned_int32},
    {"total_tokens", required, unsigned_int32},
};

inline constexpr schema_member embeddings[]{
    {"data", required, list_of(embedding)},
    {"model", required, text},
    {"object", required, text},
    {"usage", required, embedding_usage},
};

inline constexpr schema_member image_data[]{
    {"revised_prompt", optional_or_null, text},
    {"url", required, text},
};

inline constexpr schema_member images[]{
    {"created", required, integer},
    {"data", required, list_of(image_data)},
};

inline constexpr schema_member error[]{
    {"code", required, text},
    {"message", required, text},
};

inline constexpr schema_member error_body[]{
    {"error", required, error},
};

}}}  // namespace oaiwire::v0_2::detail::documents::atoma

#include <oaiwire/core/macros_end.hpp>
