// Schemas of the responses in OpenAI's document: members, types and ranges. Data for
// api/conformance.hpp. Source: its OpenAPI document 2.3.0.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <limits>

#include <oaiwire/json/document_schema.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail::documents::openai {

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
inline constexpr document_schema boolean{.types = value_types::boolean};
inline constexpr document_schema free_object{.types = value_types::object};

inline constexpr schema_member call_function[]{
    {"name", required, text},
    {"arguments", required, text},
};

inline constexpr schema_member function_call[]{
    {"id", required, text},
    {"type", required, text},
    {"function", required, call_function},
};

inline constexpr schema_member custom_call_custom[]{
    {"name", required, text},
    {"input", required, text},
};

inline constexpr schema_member custom_call[]{
    {"id", required, text},
    {"type", required, text},
    {"custom", required, custom_call_custom},
};

inline constexpr schema_alternative tool_call_alternatives[]{
    {"function", function_call},
    {"custom", custom_call},
};
inline constexpr document_schema tool_call = one_of("type", tool_call_alternatives);

inline constexpr schema_member annotation_url_citation[]{
    {"end_index", required, integer},
    {"start_index", required, integer},
    {"url", required, text},
    {"title", required, text},
};

inline constexpr schema_member annotation[]{
    {"type", required, text},
    {"url_citation", required, annotation_url_citation},
};

inline constexpr schema_member message_audio[]{
    {"id", required, text},
    {"expires_at", required, integer},
    {"data", required, text},
    {"transcript", required, text},
};

inline constexpr schema_member message[]{
    {"content", required_or_null, text},
    {"refusal", required_or_null, text},
    {"tool_calls", optional, list_of(tool_call)},
    {"annotations", optional, list_of(annotation)},
    {"role", required, text},
    {"function_call", optional, call_function},
    {"audio", optional_or_null, message_audio},
};

inline constexpr schema_member top_logprob[]{
    {"token", required, text},
    {"logprob", required, number},
    {"bytes", required_or_null, list_of(integer)},
};

inline constexpr schema_member token_logprob[]{
    {"token", required, text},
    {"logprob", required, number},
    {"bytes", required_or_null, list_of(integer)},
    {"top_logprobs", required, list_of(top_logprob)},
};

inline constexpr schema_member logprobs[]{
    {"content", required_or_null, list_of(token_logprob)},
    {"refusal", required_or_null, list_of(token_logprob)},
};

inline constexpr schema_member choice[]{
    {"finish_reason", required, text},
    {"index", required, integer},
    {"message", required, message},
    {"logprobs", required_or_null, logprobs},
};

inline constexpr schema_member completion_tokens_details[]{
    {"accepted_prediction_tokens", optional, integer}, {"audio_tokens", optional, integer},
    {"reasoning_tokens", optional, integer},           {"text_tokens", optional, integer},
    {"rejected_prediction_tokens", optional, integer},
};

inline constexpr schema_member prompt_tokens_details[]{
    {"audio_tokens", optional, integer},       {"cached_tokens", optional, integer},
    {"text_tokens", optional, integer},        {"image_tokens", optional, integer},
    {"cache_write_tokens", optional, integer},
};

inline constexpr schema_member usage[]{
    {"completion_tokens", required, integer},
    {"prompt_tokens", required, integer},
    {"total_tokens", required, integer},
    {"completion_tokens_details", optional, completion_tokens_details},
    {"prompt_tokens_details", optional, prompt_tokens_details},
};

inline constexpr schema_member moderation_result[]{
    {"type", required, text},
    {"model", required, text},
    {"flagged", required, boolean},
    {"categories", required, map_of(boolean)},
    {"category_scores", required, map_of(number)},
    {"category_applied_input_types", required, free_object},
};

inline constexpr schema_member moderation_results[]{
    {"type", required, text},
    {"model", required, text},
    {"results", required, list_of(moderation_result)},
};

inline constexpr schema_member moderation_error[]{
    {"type", required, text},
    {"code", required, text},
    {"message", required, text},
};

inline constexpr schema_alternative moderation_outcome_alternatives[]{
    {"moderation_results", moderation_results},
    {"error", moderation_error},
};
inline constexpr document_schema moderation_outcome =
    one_of("type", moderation_outcome_alternatives);

inline constexpr schema_member moderation[]{
    {"input", required, moderation_outcome},
    {"output", required, moderation_outcome},
};

inline constexpr schema_member chat_completion[]{
    {"id", required, text},
    {"choices", required, list_of(choice)},
    {"created", required, integer},
    {"model", required, text},
    {"metadata", optional_or_null, map_of(text)},
    {"service_tier", optional_or_null, text},
    {"system_fingerprint", optional, text},
    {"object", required, text},
    {"usage", optional, usage},
    {"moderation", optional_or_null, moderation},
};

inline constexpr schema_member delta_function_call[]{
    {"arguments", optional, text},
    {"name", optional, text},
};

inline constexpr schema_member tool_call_chunk[]{
    {"index", required, integer},
    {"id", optional, text},
    {"type", optional, text},
    {"function", optional, delta_function_call},
};

inline constexpr schema_member delta[]{
    {"content", optional_or_null, text},
    {"function_call", optional, delta_function_call},
    {"tool_calls", optional, list_of(tool_call_chunk)},
    {"role", optional, text},
    {"refusal", optional_or_null, text},
};

inline constexpr schema_member chunk_choice[]{
    {"delta", required, delta},
    {"logprobs", optional_or_null, logprobs},
    {"finish_reason", required_or_null, text},
    {"index", required, integer},
};

inline constexpr schema_member chat_completion_chunk[]{
    {"id", required, text},
    {"choices", required, list_of(chunk_choice)},
    {"created", required, integer},
    {"model", required, text},
    {"obfuscation", optional, text},
    {"service_tier", optional_or_null, text},
    {"system_fingerprint", optional, text},
    {"object", required, text},
    {"usage", optional, usage},
    {"moderation", optional_or_null, moderation},
};
inline constexpr document_schema number_map{.types = value_types::object, .element = &number};

inline constexpr schema_member completion_logprobs[]{
    {"text_offset", optional, list_of(integer)},
    {"token_logprobs", optional, list_of(number)},
    {"tokens", optional, list_of(text)},
    {"top_logprobs", optional, list_of(number_map)},
};

inline constexpr schema_member completion_choice[]{
    {"finish_reason", required, text},
    {"index", required, integer},
    {"logprobs", required_or_null, completion_logprobs},
    {"text", required, text},
};

inline constexpr schema_member completion[]{
    {"id", required, text},
    {"choices", required, list_of(completion_choice)},
    {"created", required, integer},
    {"model", required, text},
    {"system_fingerprint", optional, text},
    {"object", required, text},
    {"usage", optional, usage},
};

inline constexpr schema_member model[]{
    {"id", required, text},
    {"created", required, integer},
    {"object", required, text},
    {"owned_by", required, text},
    {"shutdown_date", optional_or_null, text},
};

inline constexpr schema_member model_list[]{
    {"object", required, text},
    {"data", required, list_of(model)},
};

inline constexpr schema_member embedding[]{
    {"index", required, integer},
    {"embedding", required, list_of(number)},
    {"object", required, text},
};

inline constexpr schema_member embeddings_usage[]{
    {"prompt_tokens", required, integer},
    {"total_tokens", required, integer},
};

inline constexpr schema_member embeddings[]{
    {"data", required, list_of(embedding)},
    {"model", required, text},
    {"object", required, text},
    {"usage", required, embeddings_usage},
};

inline constexpr schema_member error[]{
    {"code", required_or_null, text},
    {"message", required, text},
    {"param", required_or_null, text},
    {"type", required, text},
};

inline constexpr schema_member error_body[]{
    {"error", required, error},
};

inline constexpr schema_member image[]{
    {"b64_json", optional, text},
    {"url", optional, text},
    {"revised_prompt", optional, text},
};

inline constexpr schema_member image_tokens_details[]{
    {"image_tokens", required, integer},
    {"text_tokens", required, integer},
};

inline constexpr schema_member image_usage[]{
    {"input_tokens", required, integer},
    {"total_tokens", required, integer},
    {"output_tokens", required, integer},
    {"output_tokens_details", optional, image_tokens_details},
    {"input_tokens_details", required, image_tokens_details},
};

inline constexpr schema_member images[]{
    {"created", required, integer},   {"data", optional, list_of(image)},
    {"background", optional, text},   {"output_format", optional, text},
    {"size", optional, text},         {"quality", optional, text},
    {"usage", optional, image_usage},
};

inline constexpr schema_member partial_image[]{
    {"type", required, text},          {"b64_json", required, text},
    {"created_at", required, integer}, {"size", required, text},
    {"quality", required, text},       {"background", required, text},
    {"output_format", required, text}, {"partial_image_index", required, integer},
};

inline constexpr schema_member images_usage[]{
    {"total_tokens", required, integer},
    {"input_tokens", required, integer},
    {"output_tokens", required, integer},
    {"input_tokens_details", required, image_tokens_details},
};

inline constexpr schema_member completed_image[]{
    {"type", required, text},          {"b64_json", required, text},
    {"created_at", required, integer}, {"size", required, text},
    {"quality", required, text},       {"background", required, text},
    {"output_format", required, text}, {"usage", required, images_usage},
};

inline constexpr schema_alternative image_event_alternatives[]{
    {"image_generation.partial_image", partial_image},
    {"image_generation.completed", completed_image},
};
inline constexpr document_schema image_event = one_of("type", image_event_alternatives);

}}}  // namespace oaiwire::v0_2::detail::documents::openai

#include <oaiwire/core/macros_end.hpp>
