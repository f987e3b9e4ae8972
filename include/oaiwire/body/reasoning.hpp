// reasoning(): the reasoning text of a message or delta, from any of the members that servers use.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Appends the text of a part: a string, an object that has it, or a list of parts. Still escaped: a
// server may have split a surrogate pair between two parts.
inline void append_part_text(std::string& out, json_view part) {
    if (part.is_array()) {
        part.each([&](std::string_view, json_view element) {
            append_part_text(out, element);
            return true;
        });
    } else if (part.is_object()) {
        for (const std::string_view member : {"thinking", "text", "summary"}) {
            if (const json_view text = part[member]; text.exists() && !text.is_null()) {
                return append_part_text(out, text);
            }
        }
    } else if (part.is_string()) {
        out.append(part.text().substr(1, part.text().size() - 2));
    }
}

}  // namespace detail

// The model's reasoning in a message or delta. Servers send it as reasoning_content, reasoning,
// reasoning_details or content parts of type "thinking", some as several of these with the same
// text: the first that is not empty counts. Empty optional: there is none; "": reasoning_content or
// reasoning is present and empty, and there is no other.
template <class MessageOrDelta>
requires requires(const MessageOrDelta& m) {
    m.reasoning_details;
}
std::optional<std::string> reasoning(const MessageOrDelta& m) {
    std::optional<std::string> found;
    for (const auto* named : {&m.reasoning_content, &m.reasoning}) {
        if (!*named) continue;
        found = **named;
        if (!found->empty()) return found;
    }
    // still escaped, see append_part_text()
    std::string other;
    if (m.reasoning_details) {
        detail::append_part_text(other, json_view(m.reasoning_details->text()));
    }
    if (other.empty() && m.content) {
        if (const auto* parts = std::get_if<std::vector<ContentPart>>(&*m.content)) {
            for (const auto& part : *parts) {
                // parts of type "thinking" are not OpenAI's, and so are raw JSON
                const auto* raw = std::get_if<raw_json>(&part);
                if (raw == nullptr) continue;
                const json_view json(raw->text());
                if (json["type"].text() == "\"thinking\"") detail::append_part_text(other, json);
            }
        }
    }
    if (!other.empty()) {
        json::detail::append_unescaped(found.emplace(), other, json::surrogates::replace);
    }
    return found;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
