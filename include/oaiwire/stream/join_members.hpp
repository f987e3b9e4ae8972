// Members of the objects that a stream sends in pieces, joined to those of one. Knows no chunks and
// no order of choices or calls.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/json_view.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/stream/readings.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

// Texts that name a thing: the first that is not empty stays.
inline void set_once(field<std::string>& to, const field<std::string>& from) {
    if ((!to || to->empty()) && from && !from->empty()) to = *from;
}
template <class E>
void set_once(field<open_enum<E>>& to, const field<open_enum<E>>& from) {
    if ((!to || to->text().empty()) && from && !from->text().empty()) to = *from;
}
inline void append(field<std::string>& to, const field<std::string>& from) {
    if (!from) return;
    if (!to) {
        to = *from;
    } else {
        to->append(*from);
    }
}
template <class T>
void append(field<std::vector<T>>& to, const field<std::vector<T>>& from) {
    if (!from) return;
    if (!to) to.emplace();
    to->insert(to->end(), from->begin(), from->end());
}
// What some gateways make of a null on its way through Python.
inline bool says_none(std::string_view text) {
    return text.empty() || text == "null";
}
// Names come whole, in every delta or in pieces.
template <class = void>
void add_name(field<std::string>& to, std::string_view name) {
    if (says_none(name)) return;
    if (!to || to->empty()) {
        to = std::string(name);
    } else if (*to != name) {
        to->append(name);
    }
}
// The last counts replace those before; unknown members are joined.
template <class = void>
void add_usage(field<Usage>& to, const Usage& from, extra_join& join) {
    const token_counts c = counts_of(from);
    // servers send zeros until the end, and some send them again after it
    const bool zero =
        c.prompt.value_or(0) == 0 && c.completion.value_or(0) == 0 && c.total.value_or(0) == 0;
    if (c.any() && (!to || !zero)) {
        extra_members extra = to ? std::move(to->extra) : extra_members();
        to = from;
        if (extra.empty()) return;
        std::swap(to->extra, extra);
        return join.add(to->extra, extra);
    }
    if (from.extra.empty()) return;
    if (!to) to.emplace();
    join.add(to->extra, from.extra);
}
// The usage of a chunk, in whichever of its places.
template <class Chunk>
void add_usage_of(field<Usage>& to, const Chunk& chunk, extra_join& join) {
    if (chunk.usage) add_usage(to, *chunk.usage, join);
    each_other_usage(chunk, [&](const Usage& usage) {
        add_usage(to, usage, join);
        return false;
    });
}
template <class = void>
void add_content(field<MessageContent>& to, const MessageContent& from, extra_join& join) {
    if (!to.has_value()) {
        to = from;
        return;
    }
    auto* plain = std::get_if<std::string>(&*to);
    const auto* more = std::get_if<std::string>(&from);
    if (plain && more) {
        plain->append(*more);
        return;
    }
    // as soon as one is a list of parts, the whole is
    const auto part_of = [](const std::string& text) { return ContentPartText{.text = text}; };
    if (plain) {
        std::vector<ContentPart> parts;
        if (!plain->empty()) parts.push_back(part_of(*plain));
        to = MessageContent(std::move(parts));
    }
    auto& parts = std::get<std::vector<ContentPart>>(*to);
    const auto add = [&](const ContentPart& part) {
        const auto* text = std::get_if<ContentPartText>(&part);
        auto* last = parts.empty() ? nullptr : std::get_if<ContentPartText>(&parts.back());
        if (text && last) {
            last->text.append(text->text);
            if (text->prompt_cache_breakpoint) {
                last->prompt_cache_breakpoint = text->prompt_cache_breakpoint;
            }
            join.add(last->extra, text->extra);
        } else {
            parts.push_back(part);
        }
    };
    if (more) {
        if (!more->empty()) add(part_of(*more));
    } else {
        for (const auto& part : std::get<std::vector<ContentPart>>(from)) add(part);
    }
}
// Lists are joined; anything else replaces what was there.
template <class = void>
void add_reasoning_details(field<raw_json>& to, const raw_json& from) {
    if (!to || !to->is_array() || !from.is_array()) {
        to = from;
        return;
    }
    const json_view more(from.text());
    if (!more.empty()) to->append_elements_trusted(more.text());
}
// A server that changes the name on the way goes on under the first one. Those that send both send
// the same twice.
template <class = void>
void add_reasoning(ChatCompletionMessage& to, const ChatCompletionDelta& from) {
    const auto any = [](const field<std::string>& f) { return f && !f->empty(); };
    const bool renamed = any(to.reasoning_content) != any(to.reasoning) &&
                         any(from.reasoning_content) != any(from.reasoning) &&
                         any(to.reasoning) != any(from.reasoning);
    append(renamed ? to.reasoning : to.reasoning_content, from.reasoning_content);
    append(renamed ? to.reasoning_content : to.reasoning, from.reasoning);
}
template <class = void>
void add_logprobs(field<Logprobs>& to, const field<Logprobs>& from, extra_join& join) {
    if (!from) return;
    if (!to) to.emplace();
    append(to->content, from->content);
    append(to->refusal, from->refusal);
    append(to->tokens, from->tokens);
    append(to->token_logprobs, from->token_logprobs);
    append(to->top_logprobs, from->top_logprobs);
    append(to->text_offset, from->text_offset);
    join.add(to->extra, from->extra);
}
template <class = void>
void add_moderation(field<ChatCompletionModeration>& to, const ChatCompletionModeration& from,
                    extra_join& join) {
    if (!to) to.emplace();
    if (from.input) to->input = from.input;
    if (from.output) to->output = from.output;
    join.add(to->extra, from.extra);
}
template <class = void>
void add_audio(field<ChatCompletionAudio>& to, const ChatCompletionAudio& from, extra_join& join) {
    if (!to) to.emplace();
    set_once(to->id, from.id);
    append(to->data, from.data);
    append(to->transcript, from.transcript);
    if (from.expires_at) to->expires_at = *from.expires_at;
    join.add(to->extra, from.extra);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
