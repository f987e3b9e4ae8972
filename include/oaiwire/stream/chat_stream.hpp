// Streams of chat completions: the traits of their chunks, and their accumulator.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/stream/tool_calls.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Calls f with each text of a message's content: the string, or the text of each text part.
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

// The JSON of a choice's `message`, sent by some servers instead of deltas.
inline json_view whole_message(const extra_members& extra) {
    const json_view message = extra_view(extra, "message");
    return message.is_object() ? message : json_view();
}

// State of a choice's tool calls.
struct choice_calls {
    std::int64_t choice = 0;  // its index
    tool_call_joiner joiner{};
    argument_pieces legacy{};  // of function_call
};

}  // namespace detail

// Slots identify the texts of a choice: 0 content, 1 refusal, 2 reasoning_content, 3 reasoning, 4
// arguments of function_call, 5 transcript of audio; for the tool call with index n, 16 + 2n
// arguments and 17 + 2n input. A surrogate half that waits in a slot is joined with the next text
// of the same slot (quirk 32).
template <class Lazy>
struct chunk_traits<ChatCompletionChunk, Lazy> {
    using response = ChatCompletion;
    using choice = ChatCompletionChunkChoice;

    // Whether the delta has text or a tool call. Decides whether a whole `message` that follows is
    // used or would repeat what was streamed.
    static bool has_output(choice& c) {
        bool any = c.delta && c.delta->tool_calls && !c.delta->tool_calls->empty();
        each_text(c, [&](std::uint32_t, const std::string& text) { any = any || !text.empty(); });
        return any;
    }

    // Reads the delta from a whole message, if nothing was streamed before (quirk 47), and removes
    // `message` from the unknown members. had_output: whether an earlier chunk had output. Returns
    // false if there is no message. A message that cannot be read leaves no delta.
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
            // masked: a huge index (quirk 86) must stay within the slot's bits
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
    // Returns the text of a slot, creating it if absent. For a tool call this appends an entry with
    // the call's index; the accumulator joins it with the call. For content that is a list of parts
    // it is the last text part.
    static std::string* text_of(choice& c, std::uint32_t slot) {
        // an object that is reused has old contents
        if (!c.delta) renew(c.delta.revive());
        auto& d = *c.delta;
        const auto made = [](auto& f) -> std::string* { return f ? &*f : &f.emplace(); };
        switch (slot) {
            case 0: {
                if (!d.content) d.content.emplace(std::string());
                std::string* last = nullptr;
                detail::each_text(*d.content, [&](std::string& s) { last = &s; });
                if (last) return last;
                auto& parts = *std::get_if<std::vector<ContentPart>>(&*d.content);
                return &std::get_if<ContentPartText>(&parts.emplace_back(ContentPartText{}))->text;
            }
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
            default: {  // a tool call
                if (!d.tool_calls) d.tool_calls.emplace();
                d.tool_calls->resize(d.tool_calls->size() + 1);
                auto& call = d.tool_calls->back();
                call.index = static_cast<std::int64_t>((slot - 16) / 2);
                if (slot % 2 == 0) return made(call.function.emplace().arguments);
                return made(call.custom.emplace().input);
            }
        }
    }

    // The texts of all deltas, `obfuscation` (padding), the counts and what identifies the chunk,
    // its choice and its tool calls. Content that is a list of parts is left out.
    template <class F>
    static void each_varying(ChatCompletionChunk& chunk, F&& f) {
        detail::each_varying_head(chunk, f);
        detail::varying_choice(chunk, f);
        for (std::size_t i = 0; i != chunk.choices.size() && !f.full(); ++i) {
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
            for (std::size_t k = 0; k != d.tool_calls->size() && !f.full(); ++k) {
                auto& call = (*d.tool_calls)[k];
                if (call.index) {
                    f({"choices", i, "delta", "tool_calls", k, "index"}, *call.index,
                      detail::varies::seldom);
                }
                if (call.id) {
                    f({"choices", i, "delta", "tool_calls", k, "id"}, *call.id,
                      detail::varies::seldom);
                }
                if (call.function && call.function->name) {
                    f({"choices", i, "delta", "tool_calls", k, "function", "name"},
                      *call.function->name, detail::varies::seldom);
                }
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

// Accumulates a chat completion. Choices are ordered by index, and so are tool calls (see
// tool_call_joiner). No memory is allocated according to an index. Limits: choices, tool_calls.
template <class Lazy>
class accumulator<ChatCompletionChunk, Lazy>
    : public detail::accumulator_base<accumulator<ChatCompletionChunk, Lazy>, ChatCompletionChunk,
                                      ChatCompletion, std::vector<detail::choice_calls>> {
    using base =
        detail::accumulator_base<accumulator<ChatCompletionChunk, Lazy>, ChatCompletionChunk,
                                 ChatCompletion, std::vector<detail::choice_calls>>;
    friend base;

public:
    using base::base;

private:
    using base::extra_;
    using base::limits_;
    using base::response_;
    using base::state_;

    // The base class takes these bytes from limits::answer before it calls add_chunk().
    static std::size_t bytes_of(const ChatCompletionChunk& chunk) {
        return detail::joined_bytes_of_choices(chunk);
    }
    errc add_chunk(const ChatCompletionChunk& chunk) {
        detail::add_chunk_members(response_, chunk, extra_);
        detail::set_once(response_.service_tier, chunk.service_tier);
        // not "chat.completion.chunk"
        if (chunk.object && !chunk.object->empty()) response_.object = "chat.completion";
        if (chunk.metadata) response_.metadata = *chunk.metadata;
        if (chunk.moderation) {
            detail::add_moderation(response_.moderation, *chunk.moderation, extra_);
        }
        // a choice without an index takes its position in the chunk (quirk 57)
        std::int64_t position = 0;
        for (const auto& choice : chunk.choices) {
            const errc code = add_choice(choice, position++);
            if (code != errc::ok) return code;
        }
        return errc::ok;
    }

    // Adds a choice to the one with its index. limit_exceeded: limits::choices are there already.
    errc add_choice(const ChatCompletionChunkChoice& from, std::int64_t position) {
        auto* const at = detail::choice_for(response_.choices, from, position, limits_.choices);
        if (!at) return errc::limit_exceeded;
        ChatCompletionChoice& to = *at;
        if (!to.message) detail::fresh(to.message);
        detail::add_choice_members(to, from, extra_);
        return from.delta ? add_delta(*to.message, *from.delta, *to.index) : errc::ok;
    }

    // Adds a delta to the message of a choice with that index. Stops at the first tool call over
    // limits::tool_calls; what precedes it was added.
    errc add_delta(ChatCompletionMessage& to, const ChatCompletionDelta& from,
                   std::int64_t choice) {
        detail::add_message_members(to, from, extra_);
        // a null that no text follows stays null, as in a plain response
        if (from.content.is_null() && to.content.is_absent()) to.content = null;
        detail::add_reasoning(to, from);
        if (from.function_call) {
            detail::tool_call_joiner::add_function(to.function_call, *from.function_call,
                                                   calls_of(choice).legacy, extra_);
        }
        if (!from.tool_calls) return errc::ok;
        detail::tool_call_joiner& joiner = calls_of(choice).joiner;
        // entries of one list are told apart by their order (quirk 82)
        joiner.begin_list();
        for (const auto& call : *from.tool_calls) {
            const errc code = joiner.add(to.tool_calls, call, limits_.tool_calls, extra_);
            if (code != errc::ok) return code;
        }
        return errc::ok;
    }

    // The state of the tool calls of a choice, made if absent. The reference is valid until the
    // next call. Searched linearly: at most limits::choices entries.
    detail::choice_calls& calls_of(std::int64_t choice) {
        for (detail::choice_calls& known : state_) {
            if (known.choice == choice) return known;
        }
        detail::choice_calls& made = state_.emplace_back();
        made.choice = choice;
        return made;
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
