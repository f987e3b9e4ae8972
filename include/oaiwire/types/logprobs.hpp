// Log probabilities of chat completions and of text completions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/token_bytes.hpp>

namespace oaiwire { inline namespace v0_2 {

// One of the most likely tokens at a position (OpenAI: a part of ChatCompletionTokenLogprob). If
// `token` is only part of a character, `bytes` has its exact bytes.
struct TopLogprob {
    field<std::string> token{};
    field<double>
        logprob{};  // natural logarithm; null, -9999 and the like stand for minus infinity
    field<token_bytes> bytes{};
    extra_members extra{};
    friend bool operator==(const TopLogprob&, const TopLogprob&) = default;
};

// OpenAI: ChatCompletionTokenLogprob. A generated token and its alternatives.
struct TokenLogprob {
    field<std::string> token{};
    field<double> logprob{};     // natural logarithm
    field<token_bytes> bytes{};  // UTF-8 of the token
    field<std::vector<TopLogprob>> top_logprobs{};
    extra_members extra{};
    friend bool operator==(const TokenLogprob&, const TokenLogprob&) = default;
};

// The members of both forms, since servers mix them up. Chat completions use content and refusal;
// text completions the other four, parallel arrays with one entry per token.
struct Logprobs {
    static constexpr bool kept_apart = true;
    field<std::vector<TokenLogprob>> content{};
    field<std::vector<TokenLogprob>> refusal{};
    field<std::vector<std::string>> tokens{};
    // natural logarithms; null for the first token of an echo
    field<std::vector<field<double>>> token_logprobs{};
    // token to logarithm, per position
    field<std::vector<field<string_map<double>>>> top_logprobs{};
    field<std::vector<std::int64_t>> text_offset{};  // offset in characters, per token
    extra_members extra{};
    friend bool operator==(const Logprobs&, const Logprobs&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
