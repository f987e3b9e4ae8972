// Token usage of chat and text completions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: tokens written to the prompt cache, by lifetime.
struct CacheWriteTokensDetails {
    static constexpr bool kept_apart = true;
    field<std::int64_t> ttl_12h_tokens{};
    field<std::int64_t> ttl_30m_tokens{};
    extra_members extra{};
    friend bool operator==(const CacheWriteTokensDetails&,
                           const CacheWriteTokensDetails&) = default;
};

// OpenAI: prompt tokens by kind. Servers omit any of them, or send null.
struct PromptTokensDetails {
    field<std::int64_t> cached_tokens{};
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> text_tokens{};
    field<std::int64_t> image_tokens{};
    field<std::int64_t> cache_write_tokens{};
    field<CacheWriteTokensDetails> cache_write_tokens_details{};
    extra_members extra{};
    friend bool operator==(const PromptTokensDetails&, const PromptTokensDetails&) = default;
};

// OpenAI: completion tokens by kind. Servers omit any of them, or send null.
struct CompletionTokensDetails {
    field<std::int64_t> reasoning_tokens{};
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> accepted_prediction_tokens{};
    field<std::int64_t> rejected_prediction_tokens{};
    field<std::int64_t> text_tokens{};
    extra_members extra{};
    friend bool operator==(const CompletionTokensDetails&,
                           const CompletionTokensDetails&) = default;
};

// OpenAI: CompletionUsage; Atoma, R9S: Usage. Token counts. total_tokens is not always the sum:
// some servers do not count reasoning in completion_tokens.
struct Usage {
    static constexpr bool kept_apart = true;
    field<std::int64_t> prompt_tokens{};
    field<std::int64_t> completion_tokens{};
    field<std::int64_t> total_tokens{};
    field<PromptTokensDetails> prompt_tokens_details{};
    field<CompletionTokensDetails> completion_tokens_details{};
    extra_members extra{};
    friend bool operator==(const Usage&, const Usage&) = default;
};

// OpenAI: ChatCompletionStreamOptions.
struct StreamOptions {
    field<bool> include_usage{};        // send usage in a last chunk
    field<bool> include_obfuscation{};  // pad chunks against traffic analysis
    extra_members extra{};
    friend bool operator==(const StreamOptions&, const StreamOptions&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
