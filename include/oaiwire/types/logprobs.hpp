// Log probabilities, in the form of chat completions and in that of text completions. Knows no
// JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

// One of the alternatives at a position. `token` may be cut inside a character; `bytes` is whole.
struct TopLogprob {
    field<std::string> token{};
    field<double>
        logprob{};  // natural logarithm; null, -9999 and the like stand for minus infinity
    field<std::vector<std::uint8_t>> bytes{};
    extra_members extra{};
    friend bool operator==(const TopLogprob&, const TopLogprob&) = default;
};

// OpenAI: ChatCompletionTokenLogprob.
struct TokenLogprob {
    field<std::string> token{};
    field<double> logprob{};
    field<std::vector<std::uint8_t>> bytes{};
    field<std::vector<TopLogprob>> top_logprobs{};
    extra_members extra{};
    friend bool operator==(const TokenLogprob&, const TokenLogprob&) = default;
};

// Both forms, because servers mix them up: chat completions have content and refusal, text
// completions the other four, which run in parallel (one entry a token).
struct Logprobs {
    static constexpr bool kept_apart = true;
    field<std::vector<TokenLogprob>> content{};
    field<std::vector<TokenLogprob>> refusal{};
    field<std::vector<std::string>> tokens{};
    field<std::vector<field<double>>> token_logprobs{};  // null for the first token of an echo
    field<std::vector<field<string_map<double>>>> top_logprobs{};
    field<std::vector<std::int64_t>> text_offset{};  // in characters
    extra_members extra{};
    friend bool operator==(const Logprobs&, const Logprobs&) = default;
};

}  // namespace oaiwire::inline v0_2
