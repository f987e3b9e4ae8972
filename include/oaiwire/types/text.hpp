// The texts that most programs want from a response or chunk. Knows no JSON.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>

namespace oaiwire::inline v0_2 {

// The text of a content: itself, or its text parts joined; a bare string among the parts counts as
// one.
std::string text(const MessageContent& content);

// The first choice's text; "" where there is none. A copy: short pieces allocate nothing.
std::string text(const ChatCompletion& response);
std::string text(const ChatCompletionChunk& chunk);
std::string text(const Completion& response);

// The model's reasoning under whichever name the server has for it, taken once.
template <class MessageOrDelta>
requires requires(const MessageOrDelta& m) {
    m.reasoning_content.value_or("");
}
std::string_view reasoning(const MessageOrDelta& m) {
    if (m.reasoning_content && !m.reasoning_content->empty()) return *m.reasoning_content;
    if (m.reasoning) return *m.reasoning;
    return {};
}

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <variant>

namespace oaiwire::inline v0_2 {

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

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
