// Token accounting (OpenAI: CompletionUsage; Atoma and R9S: Usage). Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

// By how long they are kept.
struct CacheWriteTokensDetails {
    static constexpr bool kept_apart = true;
    field<std::int64_t> ttl_12h_tokens{};
    field<std::int64_t> ttl_30m_tokens{};
    extra_members extra{};
    friend bool operator==(const CacheWriteTokensDetails&,
                           const CacheWriteTokensDetails&) = default;
};

// Counts of tokens. Servers leave any of them out, or send null.
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

// The total need not be the sum: some servers count reasoning outside of completion_tokens.
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

// What a chat or text completion stream may be asked for.
struct StreamOptions {
    field<bool> include_usage{};
    field<bool> include_obfuscation{};
    extra_members extra{};
    friend bool operator==(const StreamOptions&, const StreamOptions&) = default;
};

}  // namespace oaiwire::inline v0_2
