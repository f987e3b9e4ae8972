// accumulator: chunks to the response that a call without streaming would have returned. Knows no
// bytes and no events.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/stream/readings.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

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
template <class = void>
void add_usage(field<Usage>& to, const Usage& from) {
    const token_counts c = counts_of(from);
    if (!c.any()) return;
    // servers send zeros until the end, and some send them again after it
    const bool zero =
        c.prompt.value_or(0) == 0 && c.completion.value_or(0) == 0 && c.total.value_or(0) == 0;
    if (!to || !zero) to = from;
}
// The usage of a chunk, in whichever of its places.
template <class Chunk>
void add_usage_of(field<Usage>& to, const Chunk& chunk) {
    if (chunk.usage) add_usage(to, *chunk.usage);
    each_other_usage(chunk, [&](const Usage& usage) {
        add_usage(to, usage);
        return false;
    });
}
template <class = void>
void add_content(field<MessageContent>& to, const MessageContent& from) {
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
void add_function(field<FunctionCall>& to, const field<FunctionCall>& from, extra_join& join) {
    if (!from) return;
    if (!to) to.emplace();
    if (from->name) add_name(to->name, *from->name);
    append(to->arguments, from->arguments);
    join.add(to->extra, from->extra);
}

// The choice of that index, made in the order of indices where there is none yet; null where there
// are already as many as may be. `at`: where a choice without an index stands in its chunk.
template <class Choice, class From>
Choice* choice_for(std::vector<Choice>& choices, const From& from, std::int64_t at,
                   std::size_t most) {
    const std::int64_t index = from.index && *from.index >= 0 ? *from.index : at;
    auto place = std::find_if(choices.begin(), choices.end(),
                              [&](const Choice& c) { return *c.index >= index; });
    if (place == choices.end() || *place->index != index) {
        if (choices.size() == most) return nullptr;
        place = choices.emplace(place);
        place->index = index;
    }
    return &*place;
}

}  // namespace detail

template <class Chunk>
class accumulator;

// Choices and tool calls are kept in the order in which they first came; no index is ever used to
// allocate. Limits: choices, tool_calls.
template <std::same_as<ChatCompletionChunk> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& bounds = {}) : limits_(bounds), size_(bounds) {}

    // errc::limit_exceeded where the chunk has more choices or calls than the limits allow, where
    // ever new unknown members come, or where the answer is larger than limits::answer; what fits
    // was added. errc::out_of_memory: some of it was.
    errc add(const ChatCompletionChunk& chunk) {
        return within_memory([&] { return add_chunk(chunk); });
    }

    // What has come so far, as one response; choices in the order of their indices.
    const ChatCompletion& response() const { return response_; }
    ChatCompletion take() {
        ChatCompletion out = std::move(response_);
        clear();
        return out;
    }
    void clear() {
        response_ = {};
        calls_.clear();
        extra_ = {};
        size_ = detail::answer_size(limits_);
    }

private:
    errc add_chunk(const ChatCompletionChunk& chunk) {
        if (!size_.take(detail::joined_bytes_of_choices(chunk))) return errc::limit_exceeded;
        detail::set_once(response_.id, chunk.id);
        detail::set_once(response_.model, chunk.model);
        detail::set_once(response_.service_tier, chunk.service_tier);
        detail::set_once(response_.system_fingerprint, chunk.system_fingerprint);
        if (chunk.created && (!response_.created || *response_.created == 0)) {
            response_.created = *chunk.created;
        }
        if (chunk.object && !chunk.object->empty()) response_.object = "chat.completion";
        if (chunk.moderation) response_.moderation = *chunk.moderation;
        detail::add_usage_of(response_.usage, chunk);
        extra_.add(response_.extra, chunk.extra);
        std::int64_t position = 0;
        for (const auto& choice : chunk.choices) {
            const errc code = add_choice(choice, position++);
            if (code != errc::ok) return code;
        }
        const bool within = size_.take(extra_.take_growth()) && !extra_.exceeded();
        return within ? errc::ok : errc::limit_exceeded;
    }

    // Where a call came from, beside the call itself.
    struct call_key {
        std::int64_t choice = 0;
        std::size_t position = 0;  // in the choice's tool_calls
        std::int64_t index = -1;
        std::size_t chunk = 0;  // the last delta list that it was named in
    };

    errc add_choice(const ChatCompletionChunkChoice& from, std::int64_t position) {
        auto* const at = detail::choice_for(response_.choices, from, position, limits_.choices);
        if (!at) return errc::limit_exceeded;
        ChatCompletionChoice& to = *at;
        if (!to.message) to.message.emplace();
        if (from.finish_reason && !from.finish_reason->text().empty()) {
            to.finish_reason = *from.finish_reason;
        }
        if (from.stop_reason) to.stop_reason = *from.stop_reason;
        detail::add_logprobs(to.logprobs, from.logprobs, extra_);
        extra_.add(to.extra, from.extra);
        return from.delta ? add_delta(*to.message, *from.delta, *to.index) : errc::ok;
    }

    errc add_delta(ChatCompletionMessage& to, const ChatCompletionDelta& from,
                   std::int64_t choice) {
        detail::set_once(to.role, from.role);
        if (from.content) detail::add_content(to.content, *from.content);
        if (from.content.is_null() && to.content.is_absent()) to.content = null;
        detail::append(to.refusal, from.refusal);
        detail::add_reasoning(to, from);
        if (from.reasoning_details) {
            detail::add_reasoning_details(to.reasoning_details, *from.reasoning_details);
        }
        if (from.function_call) detail::add_function(to.function_call, from.function_call, extra_);
        detail::append(to.annotations, from.annotations);
        if (from.audio) add_audio(to, *from.audio);
        extra_.add(to.extra, from.extra);
        if (!from.tool_calls) return errc::ok;
        ++lists_;
        for (const auto& call : *from.tool_calls) {
            const errc code = add_call(to, call, choice);
            if (code != errc::ok) return code;
        }
        return errc::ok;
    }

    void add_audio(ChatCompletionMessage& message, const ChatCompletionAudio& from) {
        if (!message.audio) message.audio.emplace();
        ChatCompletionAudio& to = *message.audio;
        detail::set_once(to.id, from.id);
        detail::append(to.data, from.data);
        detail::append(to.transcript, from.transcript);
        if (from.expires_at) to.expires_at = *from.expires_at;
        extra_.add(to.extra, from.extra);
    }

    errc add_call(ChatCompletionMessage& message, const ToolCallChunk& from, std::int64_t choice) {
        if (!message.tool_calls) message.tool_calls.emplace();
        auto& calls = *message.tool_calls;
        call_key* key = find_call(calls, from, choice);
        if (!key) {
            if (says_nothing(from)) return errc::ok;
            if (calls.size() == limits_.tool_calls) return errc::limit_exceeded;
            const std::int64_t index = from.index && *from.index >= 0 ? *from.index : -1;
            calls.emplace_back().type.reset();
            key = &calls_.emplace_back(call_key{choice, calls.size() - 1, index, lists_});
        }
        key->chunk = lists_;
        ToolCall& to = calls[key->position];
        if (from.id && !detail::says_none(*from.id)) detail::set_once(to.id, from.id);
        detail::set_once(to.type, from.type);
        if (from.function) detail::add_function(to.function, from.function, extra_);
        if (from.custom) {
            if (!to.custom) to.custom.emplace();
            if (from.custom->name) detail::add_name(to.custom->name, *from.custom->name);
            detail::append(to.custom->input, from.custom->input);
        }
        if (!from.extra.empty()) add_flat(to, from.extra);
        return errc::ok;
    }

    // Padding: some servers fill the list with entries that have nothing but an index.
    static bool says_nothing(const ToolCallChunk& call) {
        const auto empty = [](const field<std::string>& f) { return !f || detail::says_none(*f); };
        return empty(call.id) && empty(call.type) && !call.function && !call.custom &&
               call.extra.empty();
    }

    // Some gateways leave out the `function` object.
    void add_flat(ToolCall& to, const extra_members& extra) {
        const auto name = detail::extra_view(extra, "name").string();
        const json_view arguments = detail::extra_view(extra, "arguments");
        extra_members rest = extra;
        if (name || arguments.exists()) {
            if (!to.function) to.function.emplace();
            if (name) detail::add_name(to.function->name, *name);
            if (arguments.exists()) {
                detail::append(to.function->arguments,
                               field<std::string>(arguments.text_or_json()));
            }
            rest.erase("name");
            rest.erase("arguments");
        }
        extra_.add(to.extra, rest);
    }

    // By id, then by index, then the latest. A new id on an index that is taken is a new call.
    call_key* find_call(const std::vector<ToolCall>& calls, const ToolCallChunk& from,
                        std::int64_t choice) {
        const bool has_own_id = from.id && !detail::says_none(*from.id);
        const std::string_view id = has_own_id ? std::string_view(*from.id) : std::string_view();
        const std::int64_t index = from.index && *from.index >= 0 ? *from.index : -1;
        call_key* latest = nullptr;
        for (auto k = calls_.rbegin(); k != calls_.rend(); ++k) {
            if (k->choice != choice) continue;
            const ToolCall& call = calls[k->position];
            const std::string_view known =
                call.id ? std::string_view(*call.id) : std::string_view();
            const bool same_index = index < 0 || k->index < 0 || index == k->index;
            if (!id.empty() && known == id && same_index) return &*k;
            if (!latest && (index < 0 || index == k->index)) latest = &*k;
        }
        if (!latest) return nullptr;
        const ToolCall& call = calls[latest->position];
        const bool has_id = call.id && !call.id->empty();
        if (!id.empty()) return index >= 0 && !has_id ? latest : nullptr;
        // With neither id nor index, a named entry is a call of its own if it stands beside the
        // latest in one list, or after it where that is whole.
        const bool named = from.function && from.function->name && !from.function->name->empty();
        if (index < 0 && named && (latest->chunk == lists_ || is_whole(call))) return nullptr;
        return latest;
    }

    static bool is_whole(const ToolCall& call) {
        return call.function && call.function->name && call.function->arguments &&
               json_view::checked(*call.function->arguments).exists();
    }

    limits limits_;
    ChatCompletion response_{};
    std::vector<call_key> calls_{};
    std::size_t lists_ = 0;
    detail::extra_join extra_{};
    detail::answer_size size_;
};

template <std::same_as<Completion> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& bounds = {}) : limits_(bounds), size_(bounds) {}

    // As for chat.
    errc add(const Completion& chunk) {
        return within_memory([&] { return add_chunk(chunk); });
    }

    const Completion& response() const { return response_; }
    Completion take() {
        Completion out = std::move(response_);
        clear();
        return out;
    }
    void clear() {
        response_ = {};
        extra_ = {};
        size_ = detail::answer_size(limits_);
    }

private:
    errc add_chunk(const Completion& chunk) {
        if (!size_.take(detail::joined_bytes_of_choices(chunk))) return errc::limit_exceeded;
        detail::set_once(response_.id, chunk.id);
        detail::set_once(response_.model, chunk.model);
        detail::set_once(response_.object, chunk.object);
        detail::set_once(response_.system_fingerprint, chunk.system_fingerprint);
        if (chunk.created && (!response_.created || *response_.created == 0)) {
            response_.created = *chunk.created;
        }
        detail::add_usage_of(response_.usage, chunk);
        extra_.add(response_.extra, chunk.extra);
        std::int64_t position = 0;
        for (const auto& from : chunk.choices) {
            auto* const at =
                detail::choice_for(response_.choices, from, position++, limits_.choices);
            if (!at) return errc::limit_exceeded;
            detail::append(at->text, from.text);
            detail::add_logprobs(at->logprobs, from.logprobs, extra_);
            if (from.finish_reason && !from.finish_reason->text().empty()) {
                at->finish_reason = *from.finish_reason;
            }
            extra_.add(at->extra, from.extra);
        }
        const bool within = size_.take(extra_.take_growth()) && !extra_.exceeded();
        return within ? errc::ok : errc::limit_exceeded;
    }

    limits limits_;
    Completion response_{};
    detail::extra_join extra_{};
    detail::answer_size size_;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
