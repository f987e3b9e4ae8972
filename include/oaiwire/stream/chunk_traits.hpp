// What the stream machinery needs to know of each kind of chunk. Knows the wire types only.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire::inline v0_2 {

// Specialised for each chunk type: its response, and visits of the texts that arrive in pieces. For
// an event, which is no chunk with choices:
//     using response = ...;
//     static bool recognises(const Event&);            is what was read such an event at all?
//     static bool adopt(json_view, Event&);            a whole response in place of a stream
//     static stream_end end_of(const Event&);          complete and api_error: it is the last;
//                                                      finished: none need follow; else open
//     static bool begins_another(const Event&);        optional: after it, one is due again
//     static error error_of(const Event&);             where that is api_error
//     static void each_text(Event&, f);                f(key of that text, std::string& piece)
//
//     static void each_varying(Event&, f);             optional, see below
//
// each_varying(chunk, f), for every kind: f(where in its JSON, std::string& or std::int64_t&) for
// each value that is likely to be another in the next chunk while the others stay. Reading must
// have taken it from that place alone, and must not depend on what it is.
template <class Chunk>
struct chunk_traits;

template <class Chunk>
concept choice_chunk = requires(Chunk& c) {
    c.choices;
};

namespace detail {

template <class F>
void each_text(MessageContent& content, F&& f) {
    if (auto* plain = std::get_if<std::string>(&content)) {
        f(*plain);
    } else {
        for (auto& part : std::get<std::vector<ContentPart>>(content)) {
            if (auto* t = std::get_if<ContentPartText>(&part)) f(t->text);
        }
    }
}

// Some servers count in every chunk.
template <class Chunk, class F>
void each_varying_count(Chunk& chunk, F&& f) {
    if (!chunk.usage) return;
    if (chunk.usage->completion_tokens) {
        f({"usage", "completion_tokens"}, *chunk.usage->completion_tokens);
    }
    if (chunk.usage->total_tokens) f({"usage", "total_tokens"}, *chunk.usage->total_tokens);
}

// Is it an event of a type that is not known yet? An error or a ping is none.
inline bool is_other_event(const raw_json& event) {
    const auto type = json_view(event.text())["type"].string();
    return type && !type->empty() && *type != "error" && *type != "ping";
}

// The raw text of a choice's `message`, where a server sent whole messages instead of deltas.
inline json_view whole_message(const extra_members& extra) {
    const json_view message = extra_view(extra, "message");
    return message.is_object() ? message : json_view();
}

}  // namespace detail

template <std::same_as<ChatCompletionChunk> Chunk>
struct chunk_traits<Chunk> {
    using response = ChatCompletion;
    using choice = ChatCompletionChunkChoice;

    static bool has_output(choice& c) {
        bool any = c.delta && c.delta->tool_calls && !c.delta->tool_calls->empty();
        each_text(c, [&](std::uint32_t, const std::string& text) { any = any || !text.empty(); });
        return any;
    }

    // A whole message stands in for the deltas, if there were none. False: there is no message.
    static bool adopt_message(choice& c, bool had_output) {
        if (c.extra.empty()) return false;
        const json_view message = detail::whole_message(c.extra);
        if (!message.exists()) return false;
        if (!had_output && !has_output(c)) {
            json::read_options options(json::tolerant);
            if (!json::detail::read_or_throw(message.text(), c.delta.revive(), options))
                c.delta.reset();
        }
        c.extra.erase("message");
        return true;
    }

    // Calls f(slot, text) for each text of the choice.
    template <class F>
    static void each_text(choice& c, F&& f) {
        if (!c.delta) return;
        auto& d = *c.delta;
        if (d.content) detail::each_text(*d.content, [&](std::string& s) { f(0u, s); });
        if (d.refusal) f(1u, *d.refusal);
        if (d.reasoning_content) f(2u, *d.reasoning_content);
        if (d.reasoning) f(3u, *d.reasoning);
        if (d.function_call && d.function_call->arguments) f(4u, *d.function_call->arguments);
        if (d.audio && d.audio->transcript) f(5u, *d.audio->transcript);
        if (!d.tool_calls) return;
        std::uint32_t position = 0;
        for (auto& call : *d.tool_calls) {
            const auto at = call.index && *call.index >= 0
                                ? static_cast<std::uint32_t>(*call.index & 0xFFFF)
                                : position;
            if (call.function && call.function->arguments) {
                f(16u + 2 * at, *call.function->arguments);
            }
            if (call.custom && call.custom->input) f(17u + 2 * at, *call.custom->input);
            ++position;
        }
    }
    // The text of a slot, made where it is not there.
    static std::string* text_of(choice& c, std::uint32_t slot) {
        if (!c.delta) renew(c.delta.revive());
        auto& d = *c.delta;
        const auto made = [](field<std::string>& f) { return f ? &*f : &f.emplace(); };
        switch (slot) {
            case 0:
                if (!d.content || !std::holds_alternative<std::string>(*d.content)) {
                    d.content.emplace(std::string());
                }
                return std::get_if<std::string>(&*d.content);
            case 1:
                return made(d.refusal);
            case 2:
                return made(d.reasoning_content);
            case 3:
                return made(d.reasoning);
            case 4:
                if (!d.function_call) d.function_call.emplace();
                return made(d.function_call->arguments);
            case 5:
                if (!d.audio) d.audio.emplace();
                return made(d.audio->transcript);
            default: {
                if (!d.tool_calls) d.tool_calls.emplace();
                d.tool_calls->resize(d.tool_calls->size() + 1);
                auto& call = d.tool_calls->back();
                call.index = static_cast<std::int64_t>((slot - 16) / 2);
                if (slot % 2 == 0) return made(call.function.emplace().arguments);
                return made(call.custom.emplace().input);
            }
        }
    }

    template <class F>
    static void each_varying(ChatCompletionChunk& chunk, F&& f) {
        for (std::size_t i = 0; i != chunk.choices.size(); ++i) {
            if (!chunk.choices[i].delta) continue;
            auto& d = *chunk.choices[i].delta;
            const auto member = [&](const char* name, std::string& s) {
                f({"choices", i, "delta", name}, s);
            };
            if (d.content) {
                if (auto* s = std::get_if<std::string>(&*d.content)) member("content", *s);
            }
            if (d.reasoning_content) member("reasoning_content", *d.reasoning_content);
            if (d.reasoning) member("reasoning", *d.reasoning);
            if (d.refusal) member("refusal", *d.refusal);
            if (d.function_call && d.function_call->arguments) {
                f({"choices", i, "delta", "function_call", "arguments"},
                  *d.function_call->arguments);
            }
            if (!d.tool_calls) continue;
            for (std::size_t k = 0; k != d.tool_calls->size(); ++k) {
                auto& call = (*d.tool_calls)[k];
                if (call.function && call.function->arguments) {
                    f({"choices", i, "delta", "tool_calls", k, "function", "arguments"},
                      *call.function->arguments);
                }
                if (call.custom && call.custom->input) {
                    f({"choices", i, "delta", "tool_calls", k, "custom", "input"},
                      *call.custom->input);
                }
            }
        }
        if (chunk.obfuscation) f({"obfuscation"}, *chunk.obfuscation);
        detail::each_varying_count(chunk, f);
    }
};

template <std::same_as<Completion> Chunk>
struct chunk_traits<Chunk> {
    using response = Completion;
    using choice = CompletionChoice;

    static bool has_output(const choice& c) { return c.text && !c.text->empty(); }
    static bool adopt_message(choice&, bool) { return false; }

    template <class F>
    static void each_text(choice& c, F&& f) {
        if (c.text) f(0u, *c.text);
    }
    static std::string* text_of(choice& c, std::uint32_t) {
        return c.text ? &*c.text : &c.text.emplace();
    }

    template <class F>
    static void each_varying(Completion& chunk, F&& f) {
        for (std::size_t i = 0; i != chunk.choices.size(); ++i) {
            if (chunk.choices[i].text) f({"choices", i, "text"}, *chunk.choices[i].text);
        }
        if (chunk.obfuscation) f({"obfuscation"}, *chunk.obfuscation);
        detail::each_varying_count(chunk, f);
    }
};

}  // namespace oaiwire::inline v0_2
