// What an answer says, in a few lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>

#include "finding.hpp"

namespace inspect {

using summary_lines = std::vector<std::string>;

constexpr std::size_t shown_of_text = 200;  // bytes

inline std::string quoted(std::string_view text) {
    return "\"" + excerpt(text, shown_of_text) + "\" (" + std::to_string(text.size()) + " bytes)";
}
inline void add_text(summary_lines& out, std::string_view what, std::string_view text) {
    if (!text.empty()) out.push_back(std::string(what) + " " + quoted(text));
}
template <class Field>
void add_label(summary_lines& out, std::string_view what, const Field& f) {
    if (f && !f->empty()) out.push_back(std::string(what) + " " + excerpt(*f));
}
inline void add_counts(summary_lines& out, const oaiwire::token_counts& c) {
    if (!c.any()) return;
    std::string line = "tokens";
    const auto add = [&](std::string_view what, const std::optional<std::int64_t>& n) {
        if (n) line.append(" " + std::to_string(*n) + " " + std::string(what));
    };
    add("of the prompt", c.prompt);
    add("of the answer", c.completion);
    add("in all", c.total);
    add("cached", c.cached);
    add("of reasoning", c.reasoning);
    out.push_back(line);
}

template <class Message>
void add_message(summary_lines& out, const std::string& who, const Message& m) {
    if (const auto r = oaiwire::reasoning(m)) add_text(out, who + "reasoning", *r);
    if (m.content) add_text(out, who + "text", oaiwire::text(*m.content));
    if (m.refusal) add_text(out, who + "refusal", *m.refusal);
    if (!m.tool_calls) return;
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i != m.tool_calls->size() && i != most; ++i) {
        const auto parts = oaiwire::parts_of((*m.tool_calls)[i]);
        out.push_back(who + "tool call " + excerpt(parts.name.value_or("?")) + "(" +
                      excerpt(parts.arguments.value_or(""), shown_of_text) + ")");
    }
}

template <class Response>
void summarise_choices(summary_lines& out, const Response& r) {
    add_label(out, "model", r.model);
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i != r.choices.size() && i != most; ++i) {
        const auto& choice = r.choices[i];
        const std::string who =
            r.choices.size() == 1 ? std::string() : "choice " + std::to_string(i) + ": ";
        if constexpr (requires { choice.message; }) {
            if (choice.message) add_message(out, who, *choice.message);
        } else {
            if (choice.text) add_text(out, who + "text", *choice.text);
        }
        if (choice.finish_reason) {
            out.push_back(who + "finish_reason " + excerpt(choice.finish_reason->text()));
        }
    }
    add_counts(out, oaiwire::counts_of(r));
}

inline void summarise(summary_lines& out, const oaiwire::ChatCompletion& r) {
    summarise_choices(out, r);
}
inline void summarise(summary_lines& out, const oaiwire::Completion& r) {
    summarise_choices(out, r);
}
inline void summarise(summary_lines& out, const oaiwire::Response& r) {
    add_label(out, "model", r.model);
    if (r.status) out.push_back("status " + excerpt(r.status->text()));
    add_text(out, "text", oaiwire::text(r));
    out.push_back(std::to_string(r.output.size()) + " items of output");
    if (r.usage) add_counts(out, oaiwire::counts_of(*r.usage));
}
inline void summarise(summary_lines& out, const oaiwire::ImagesResponse& r) {
    out.push_back(std::to_string(r.data.size()) + " images");
}
inline void summarise(summary_lines& out, const oaiwire::Speech& r) {
    out.push_back(std::to_string(r.audio.size()) + " bytes of audio");
}
inline void summarise(summary_lines& out, const oaiwire::Transcription& r) {
    if (r.text) add_text(out, "text", *r.text);
}
inline void summarise(summary_lines& out, const oaiwire::ModelList& r) {
    std::string line = std::to_string(r.data.size()) + " models";
    constexpr std::size_t most = 10;
    for (std::size_t i = 0; i != r.data.size() && i != most; ++i) {
        if (r.data[i].id) line.append((i == 0 ? ": " : ", ") + excerpt(*r.data[i].id));
    }
    out.push_back(r.data.size() > most ? line + ", ..." : line);
}
inline void summarise(summary_lines& out, const oaiwire::EmbeddingResponse& r) {
    std::string line = std::to_string(r.data.size()) + " embeddings";
    if (!r.data.empty() && r.data[0].embedding) {
        line.append(" of " + std::to_string(r.data[0].embedding->values.size()) + " numbers");
    }
    out.push_back(line);
    if (r.usage) add_counts(out, oaiwire::counts_of(*r.usage));
}

}  // namespace inspect
