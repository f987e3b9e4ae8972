// Text completions: request, response and stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// A text, several texts, token ids, or several lists of token ids. An empty JSON array reads as an
// empty list of texts.
using CompletionsPrompt =
    std::variant<std::string, std::vector<std::string>, std::vector<std::int64_t>,
                 std::vector<std::vector<std::int64_t>>>;

// POST /completions (OpenAI: CreateCompletionRequest; Atoma: CompletionsRequest; R9S:
// CompletionRequest). Members are in alphabetical order after model and prompt. Members that are
// not set are not sent.
struct CompletionRequest {
    std::string model{};
    field<CompletionsPrompt> prompt{};
    field<std::int64_t> best_of{};  // default 1 (OpenAI, Atoma); OpenAI: 0..20, R9S: at least 1
    field<bool> echo{};
    field<double> frequency_penalty{};       // -2..2
    field<string_map<double>> logit_bias{};  // token id to bias, -100..100
    field<std::int64_t> logprobs{};          // alternatives per token: 0..20; OpenAI: 0..5
    field<std::int64_t> max_tokens{};        // default 16 (OpenAI, Atoma); Atoma's server: 8192
    field<std::int64_t> n{};                 // default 1 (OpenAI, R9S); OpenAI: 1..128
    field<double> presence_penalty{};        // -2..2
    field<std::int64_t> seed{};
    field<Stop> stop{};  // stop sequences, at most 4
    field<bool> stream{};
    field<StreamOptions> stream_options{};
    field<std::string> suffix{};
    field<double> temperature{};  // default 1, 0..2 (OpenAI, R9S)
    field<double> top_p{};        // default 1, 0..1 (OpenAI, R9S)
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const CompletionRequest&, const CompletionRequest&) = default;
};

// OpenAI: an entry of `choices`.
struct CompletionChoice {
    field<std::string> text{};
    field<std::int64_t> index{};
    field<Logprobs> logprobs{};
    field<open_enum<FinishReason>> finish_reason{};
    extra_members extra{};
    friend bool operator==(const CompletionChoice&, const CompletionChoice&) = default;
};

// OpenAI: CreateCompletionResponse; Atoma: CompletionsResponse; R9S: CompletionResponse. `object`
// is "text_completion"; R9S sends "completion".
struct Completion {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix time in seconds
    field<std::string> model{};
    std::vector<CompletionChoice> choices{};
    field<Usage> usage{};
    field<std::string> system_fingerprint{};
    field<std::string> obfuscation{};  // random padding against traffic analysis
    extra_members extra{};
    friend bool operator==(const Completion&, const Completion&) = default;
};

// An event of a completion stream. It has the response's members; `text` is the new piece (Atoma:
// CompletionsStreamResponse; R9S: CompletionStreamEvent).
using CompletionChunk = Completion;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
