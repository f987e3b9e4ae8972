// How the members of a chunk are added to those of the response. Three ways: texts and lists are
// appended, identifiers are set once, and states (usage, finish reason) are replaced. Servers
// repeat, rename and omit members in many ways; each function says which it handles.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

using json::detail::copy;

// Sets an absent member to a default-constructed value.
template <class T>
void fresh(field<T>& to) {
    renew(to.revive());
}
// For identifiers: the first text that is not empty stays.
template <std::derived_from<std::string> Text>
void set_once(field<std::string>& to, const field<Text>& from) {
    if ((!to || to->empty()) && from && !from->empty()) to = *from;
}
template <class E>
void set_once(field<open_enum<E>>& to, const field<open_enum<E>>& from) {
    if ((!to || to->text().empty()) && from && !from->text().empty()) to = *from;
}
// Appends a text; absent only if both are. An empty text makes it present.
template <std::derived_from<std::string> Text>
void append(field<std::string>& to, const field<Text>& from) {
    if (!from) return;
    if (!to) {
        to = *from;
    } else {
        to->append(*from);
    }
}
// Appends copies of the elements of `from`; `list` describes the type of both.
void append_elements(void* to, const void* from, const json::detail::description& list);
// Appends a list; absent only if both are.
template <class T>
void append(field<std::vector<T>>& to, const field<std::vector<T>>& from) {
    if (!from) return;
    if (!to) fresh(to);
    append_elements(&*to, &*from, json::detail::described<std::vector<T>>());
}
// Whether a text stands for an absent one: "null" is what some servers write for null (quirk 88).
inline bool says_none(std::string_view text) {
    return text.empty() || text == "null";
}
// Adds a name, which servers send once, in every delta, or in pieces. A text that equals the name
// so far is a repetition.
template <class = void>
void add_name(field<std::string>& to, std::string_view name) {
    if (says_none(name)) return;
    if (!to || to->empty()) {
        to = std::string(name);
    } else if (*to != name) {
        to->append(name);
    }
}
// Replaces the counts by the last ones (quirk 96); unknown members are merged. A usage without
// counts only adds its unknown members.
template <class = void>
void add_usage(field<Usage>& to, const Usage& from, extra_join& join) {
    const token_counts c = counts_of(from);
    // some servers send zeros until the end, and some again after it
    const bool zero =
        c.prompt.value_or(0) == 0 && c.completion.value_or(0) == 0 && c.total.value_or(0) == 0;
    if (c.any() && (!to || !zero)) {
        // copy() replaces the unknown members: kept aside, then merged
        extra_members extra = to ? std::move(to->extra) : extra_members();
        copy(to.revive(), from);
        if (extra.empty()) return;
        std::swap(to->extra, extra);
        return join.add(to->extra, extra);
    }
    if (from.extra.empty()) return;
    if (!to) fresh(to);
    join.add(to->extra, from.extra);
}
// Adds the usage of a chunk, from any of its places.
template <class Chunk>
void add_usage_of(field<Usage>& to, const Chunk& chunk, extra_join& join) {
    if (chunk.usage) add_usage(to, *chunk.usage, join);
    // in x_groq or in a choice; false: go on to the next place
    each_other_usage(chunk, [&](const Usage& usage) {
        add_usage(to, usage, join);
        return false;
    });
}
// Appends content, a text or a list of parts (quirk 70). Consecutive text parts become one part, as
// a plain response has them.
template <class = void>
void add_content(field<MessageContent>& to, const MessageContent& from, extra_join& join) {
    // the first piece, as it came
    if (!to.has_value()) return copy(to.revive(), from);
    auto* plain = std::get_if<std::string>(&*to);
    const auto* more = std::get_if<std::string>(&from);
    if (plain && more) {
        plain->append(*more);
        return;
    }
    // once one of them is a list of parts, the result is one
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
        // the text continues the last part
        if (text && last) {
            last->text.append(text->text);
            if (text->prompt_cache_breakpoint) {
                last->prompt_cache_breakpoint = text->prompt_cache_breakpoint;
            }
            join.add(last->extra, text->extra);
        } else {
            parts.resize(parts.size() + 1);
            copy(parts.back(), part);
        }
    };
    if (more) {
        if (!more->empty()) add(part_of(*more));
    } else {
        for (const auto& part : std::get<std::vector<ContentPart>>(from)) add(part);
    }
}
// Lists are concatenated; other values are replaced. Elements are not interpreted, so that
// encrypted ones can be sent back as they came (quirk 79).
template <class = void>
void add_reasoning_details(field<raw_json>& to, const raw_json& from) {
    if (!to || !to->is_array() || !from.is_array()) {
        to = from;
        return;
    }
    const json_view more(from.text());
    if (!more.empty()) to->append_elements_trusted(more.text());
}
// Reasoning stays under the first of the two names that a stream uses. Servers that send both send
// the same text twice.
template <class = void>
void add_reasoning(ChatCompletionMessage& to, const ChatCompletionDelta& from) {
    const auto any = [](const auto& f) { return f && !f->empty(); };
    // one name so far, and the other one in this delta
    const bool renamed = any(to.reasoning_content) != any(to.reasoning) &&
                         any(from.reasoning_content) != any(from.reasoning) &&
                         any(to.reasoning) != any(from.reasoning);
    append(renamed ? to.reasoning : to.reasoning_content, from.reasoning_content);
    append(renamed ? to.reasoning_content : to.reasoning, from.reasoning);
}
// Log probabilities of chat (content, refusal) and of text completions: all lists are appended.
template <class = void>
void add_logprobs(field<Logprobs>& to, const field<Logprobs>& from, extra_join& join) {
    if (!from) return;
    if (!to) fresh(to);
    append(to->content, from->content);
    append(to->refusal, from->refusal);
    append(to->tokens, from->tokens);
    append(to->token_logprobs, from->token_logprobs);
    append(to->top_logprobs, from->top_logprobs);
    append(to->text_offset, from->text_offset);
    join.add(to->extra, from->extra);
}
// Moderation results are whole in each chunk: the last ones count.
template <class = void>
void add_moderation(field<ChatCompletionModeration>& to, const ChatCompletionModeration& from,
                    extra_join& join) {
    if (!to) fresh(to);
    if (from.input) copy(to->input, from.input);
    if (from.output) copy(to->output, from.output);
    join.add(to->extra, from.extra);
}
// Audio: data and transcript come in pieces. The pieces of base64 are concatenated as they are.
template <class = void>
void add_audio(field<ChatCompletionAudio>& to, const ChatCompletionAudio& from, extra_join& join) {
    if (!to) fresh(to);
    set_once(to->id, from.id);
    append(to->data, from.data);
    append(to->transcript, from.transcript);
    if (from.expires_at) to->expires_at = *from.expires_at;
    join.add(to->extra, from.extra);
}

// Adds the members that messages and deltas have in common, except for reasoning and calls.
template <class From>
void add_message_members(ChatCompletionMessage& to, const From& from, extra_join& join) {
    set_once(to.role, from.role);
    if (from.content) add_content(to.content, *from.content, join);
    append(to.refusal, from.refusal);
    if (from.reasoning_details) {
        add_reasoning_details(to.reasoning_details, *from.reasoning_details);
    }
    append(to.annotations, from.annotations);
    if (from.audio) add_audio(to.audio, *from.audio, join);
    set_once(to.name, from.name);
    set_once(to.tool_call_id, from.tool_call_id);
    set_once(to.id, from.id);
    append(to.content_parts, from.content_parts);
    join.add(to.extra, from.extra);
}
// Adds the members that all choices have in common, except for the index.
template <class Choice, class From>
void add_choice_members(Choice& to, const From& from, extra_join& join) {
    // the last one counts; null or "" after it does not remove it (quirks 63 and 66)
    if (from.finish_reason && !from.finish_reason->text().empty()) {
        to.finish_reason = *from.finish_reason;
    }
    // completions have no such member
    if constexpr (requires { to.stop_reason; }) {
        if (from.stop_reason) copy(to.stop_reason, from.stop_reason);
    }
    add_logprobs(to.logprobs, from.logprobs, join);
    join.add(to.extra, from.extra);
}
// Adds the members that chunks of all kinds with choices have in common.
template <class Response, class Chunk>
void add_chunk_members(Response& to, const Chunk& from, extra_join& join) {
    set_once(to.id, from.id);
    set_once(to.model, from.model);
    set_once(to.system_fingerprint, from.system_fingerprint);
    // 0 counts as absent
    if (from.created && (!to.created || *to.created == 0)) to.created = *from.created;
    add_usage_of(to.usage, from, join);
    join.add(to.extra, from.extra);
}

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void append_elements(void* to, const void* from,
                                    const json::detail::description& list) {
    // std::vector<bool> has no addressable elements
    if (list.kind == json::detail::type_kind::flags) {
        auto& flags = *static_cast<std::vector<bool>*>(to);
        const auto& more = *static_cast<const std::vector<bool>*>(from);
        flags.insert(flags.end(), more.begin(), more.end());
        return;
    }
    const std::size_t before = json::detail::elements_of(to, list).count;
    const json::detail::elements more = json::detail::elements_of(from, list);
    // resizes the list
    const json::detail::elements all = list.list(to, before + more.count);
    const std::size_t size = list.inner->size;
    for (std::size_t i = 0; i != more.count; ++i) {
        json::detail::assign_value(all.first + (before + i) * size, more.first + i * size,
                                   *list.inner);
    }
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
