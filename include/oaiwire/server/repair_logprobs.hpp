// repair_logprobs(): tokens that are part of a character, as JSON can have them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/types/logprobs.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Replaces bytes of the tokens that are not UTF-8 by U+FFFD, and sets `bytes` of such tokens to
// what they were, if it is absent. That is how OpenAI sends tokens that are part of a character.
void repair_logprob(TokenLogprob& token);
// The same for all tokens.
void repair_logprobs(Logprobs& logprobs);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE void repair_text(std::string& text) {
    if (is_utf8(text)) return;
    std::string repaired;
    append_valid_utf8(repaired, text);
    text = std::move(repaired);
}

// TokenLogprob and TopLogprob.
template <class Token>
void repair_token(Token& token) {
    if (!token.token || is_utf8(*token.token)) return;
    if (!token.bytes) token.bytes.emplace(token.token->begin(), token.token->end());
    repair_text(*token.token);
}

OAIWIRE_ADAPTER_INLINE void repair_logprob(TokenLogprob& token) {
    repair_token(token);
    if (!token.top_logprobs) return;
    for (TopLogprob& top : *token.top_logprobs) repair_token(top);
}

OAIWIRE_ADAPTER_INLINE void repair_logprobs(Logprobs& logprobs) {
    for (auto* const list : {&logprobs.content, &logprobs.refusal}) {
        if (!*list) continue;
        for (TokenLogprob& token : **list) repair_logprob(token);
    }
    if (logprobs.tokens) {
        for (std::string& token : *logprobs.tokens) repair_text(token);
    }
    if (!logprobs.top_logprobs) return;
    for (auto& position : *logprobs.top_logprobs) {
        if (!position) continue;
        for (auto& entry : *position) repair_text(entry.first);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
