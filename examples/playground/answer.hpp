// What the page shows of an accumulated response and of one chunk, whatever their types are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/audio.hpp>
#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/completions.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/images.hpp>
#include <oaiwire/responses.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>

namespace playground {

// Only UTF-8 can be written as JSON.
inline std::string valid(std::string_view text) {
    std::string out;
    oaiwire::append_valid_utf8(out, text);
    return out;
}

struct call {
    std::string id{};
    std::string name{};
    std::string arguments{};
};

struct choice {
    std::int64_t index = 0;
    std::string text{};
    std::string reasoning{};
    std::string refusal{};
    std::string finish{};
    std::vector<call> calls{};
};

struct answer {
    std::string id{};
    std::string model{};
    std::vector<choice> choices{};
    std::vector<std::string> media{};  // what is no text, in words
    std::optional<std::int64_t> prompt_tokens{};
    std::optional<std::int64_t> completion_tokens{};
    std::optional<std::int64_t> total_tokens{};
};

// What one chunk adds, in a line.
struct piece {
    std::string
        part{};  // "text", "reasoning", "call", "finish", "usage", "media", or an event type
    std::string text{};
};

namespace detail {

template <class T>
std::string label(const oaiwire::field<T>& f) {
    if (!f) return {};
    if constexpr (requires { f->text(); }) {
        return valid(f->text());
    } else {
        return valid(*f);
    }
}

inline void add_counts(answer& out, const oaiwire::token_counts& counts) {
    out.prompt_tokens = counts.prompt;
    out.completion_tokens = counts.completion;
    out.total_tokens = counts.total;
}

template <class Call>
call call_of(const Call& from) {
    const auto parts = oaiwire::parts_of(from);
    return {valid(parts.id.value_or("")), valid(parts.name.value_or("")),
            valid(parts.arguments.value_or(""))};
}

inline std::string amount(std::size_t n, std::string_view of) {
    return std::to_string(n).append(" ").append(of);
}

}  // namespace detail

inline answer answer_of(const oaiwire::ChatCompletion& r) {
    answer out{.id = detail::label(r.id), .model = detail::label(r.model)};
    for (const auto& c : r.choices) {
        choice& to = out.choices.emplace_back();
        to.index = c.index.value_or(0);
        to.finish = detail::label(c.finish_reason);
        if (!c.message) continue;
        const auto& m = *c.message;
        if (m.content) to.text = valid(oaiwire::text(*m.content));
        to.reasoning = valid(oaiwire::reasoning(m).value_or(""));
        to.refusal = detail::label(m.refusal);
        if (m.tool_calls) {
            for (const auto& t : *m.tool_calls) to.calls.push_back(detail::call_of(t));
        }
        if (m.function_call) {
            to.calls.push_back({{},
                                detail::label(m.function_call->name),
                                detail::label(m.function_call->arguments)});
        }
        if (m.audio && m.audio->data) {
            out.media.push_back(detail::amount(m.audio->data->size(), "characters of audio"));
        }
    }
    detail::add_counts(out, oaiwire::counts_of(r));
    return out;
}

inline answer answer_of(const oaiwire::Completion& r) {
    answer out{.id = detail::label(r.id), .model = detail::label(r.model)};
    for (const auto& c : r.choices) {
        choice& to = out.choices.emplace_back();
        to.index = c.index.value_or(0);
        to.text = detail::label(c.text);
        to.finish = detail::label(c.finish_reason);
    }
    detail::add_counts(out, oaiwire::counts_of(r));
    return out;
}

inline answer answer_of(const oaiwire::Response& r) {
    answer out{.id = detail::label(r.id), .model = detail::label(r.model)};
    choice& to = out.choices.emplace_back();
    to.text = valid(oaiwire::text(r));
    to.reasoning = valid(oaiwire::reasoning(r));
    to.finish = detail::label(r.status);
    for (const auto& c : oaiwire::function_calls(r)) {
        to.calls.push_back(
            {detail::label(c.call_id), detail::label(c.name), detail::label(c.arguments)});
    }
    if (r.usage) detail::add_counts(out, oaiwire::counts_of(*r.usage));
    return out;
}

inline answer answer_of(const oaiwire::ImagesResponse& r) {
    answer out;
    for (const auto& image : r.data) {
        if (image.b64_json) {
            out.media.push_back("image: " +
                                detail::amount(image.b64_json->size(), "characters of base64"));
        } else {
            out.media.push_back(image.url ? "image: " + valid(*image.url) : "image: a preview");
        }
    }
    if (r.usage) {
        const auto count = [](const auto& n) { return n ? std::optional(*n) : std::nullopt; };
        out.prompt_tokens = count(r.usage->input_tokens);
        out.completion_tokens = count(r.usage->output_tokens);
        out.total_tokens = count(r.usage->total_tokens);
    }
    return out;
}

inline answer answer_of(const oaiwire::Speech& r) {
    answer out;
    out.media.push_back("audio: " + detail::amount(r.audio.size(), "bytes"));
    return out;
}

inline answer answer_of(const oaiwire::Transcription& r) {
    answer out;
    out.choices.emplace_back().text = detail::label(r.text);
    return out;
}

inline piece piece_of(const oaiwire::ChatCompletionChunk& chunk) {
    std::string finish;
    for (const auto& c : chunk.choices) {
        if (c.finish_reason) finish = detail::label(c.finish_reason);
        if (!c.delta) continue;
        if (c.delta->content) {
            if (auto text = oaiwire::text(*c.delta->content); !text.empty()) {
                return {"text", valid(text)};
            }
        }
        if (auto text = oaiwire::reasoning(*c.delta); text && !text->empty()) {
            return {"reasoning", valid(*text)};
        }
        if (c.delta->refusal && !c.delta->refusal->empty()) {
            return {"refusal", valid(*c.delta->refusal)};
        }
        if (c.delta->tool_calls) {
            std::string text;
            for (const auto& t : *c.delta->tool_calls) {
                const call made = detail::call_of(t);
                if (!text.empty()) text += "; ";
                text += made.name.empty() ? made.arguments : made.name + "(" + made.arguments;
            }
            return {"call", text};
        }
    }
    if (!finish.empty()) return {"finish", finish};
    return {chunk.usage ? "usage" : "chunk", {}};
}

inline piece piece_of(const oaiwire::CompletionChunk& chunk) {
    for (const auto& c : chunk.choices) {
        if (c.text && !c.text->empty()) return {"text", valid(*c.text)};
        if (c.finish_reason) return {"finish", detail::label(c.finish_reason)};
    }
    return {chunk.usage ? "usage" : "chunk", {}};
}

inline piece piece_of(const oaiwire::ResponseStreamEvent& event) {
    std::string said(oaiwire::text(event));
    if (said.empty()) said = oaiwire::reasoning(event);
    return {valid(oaiwire::type_text(event)), valid(said)};
}

template <class Event>
piece piece_of(const Event& event) {
    piece out;
    std::visit(
        [&](const auto& e) {
            using type = std::decay_t<decltype(e)>;
            if constexpr (requires { type::tag.value; }) {
                out.part = type::tag.value;
            } else {
                out.part = "event";
            }
            if constexpr (requires { e.delta->size(); }) {
                if (e.delta) out.text = valid(*e.delta);
            }
        },
        event);
    return out;
}

}  // namespace playground
