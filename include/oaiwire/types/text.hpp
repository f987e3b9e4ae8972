// Convenience functions for chat and text completions: text and reasoning of a response or a chunk.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>

namespace oaiwire { inline namespace v0_2 {

// The text of a content: the text itself, or its text parts joined. Strings among the parts are
// accepted as text parts.
std::string text(const MessageContent& content);

// The text of the first choice; "" if there is none. Returns a copy; short ones do not allocate.
std::string text(const ChatCompletion& response);
// The text piece of the chunk's first choice; "" if there is none.
std::string text(const ChatCompletionChunk& chunk);
// The text of the first choice, or the text piece of a chunk; "" if there is none.
std::string text(const Completion& response);

// The bytes of a token. `token` alone is no safe source: where a token ends inside a character,
// servers write U+FFFD, "" or a name like "bytes:\\xf0" there, and `bytes` has the truth.
template <class Logprob>
requires requires(const Logprob& l) {
    l.bytes->size();
}
std::string token_text(const Logprob& logprob) {
    if (logprob.bytes && !logprob.bytes->empty()) {
        return std::string(logprob.bytes->begin(), logprob.bytes->end());
    }
    return logprob.token.value_or(std::string());
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <variant>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE std::string text(const MessageContent& content) {
    if (const auto* plain = std::get_if<std::string>(&content)) return *plain;
    std::string out;
    for (const auto& part : std::get<std::vector<ContentPart>>(content)) {
        if (const auto* t = std::get_if<ContentPartText>(&part)) out += t->text;
        if (const auto* raw = std::get_if<raw_json>(&part)) {
            out += json_view(raw->text()).string().value_or("");
        }
    }
    return out;
}

OAIWIRE_INLINE std::string text(const ChatCompletion& response) {
    if (response.choices.empty()) return {};
    const auto& message = response.choices.front().message;
    return message && message->content ? text(*message->content) : std::string();
}

OAIWIRE_INLINE std::string text(const ChatCompletionChunk& chunk) {
    if (chunk.choices.empty()) return {};
    const auto& delta = chunk.choices.front().delta;
    return delta && delta->content ? text(*delta->content) : std::string();
}

OAIWIRE_INLINE std::string text(const Completion& response) {
    if (response.choices.empty()) return {};
    return response.choices.front().text.value_or(std::string());
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
