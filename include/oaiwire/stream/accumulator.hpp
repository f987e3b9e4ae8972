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
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/stream/tool_calls.hpp>

namespace oaiwire::inline v0_2 {

namespace detail {

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

// Choices are kept in the order of their indices, and so are tool calls, as tool_call_joiner says;
// no index is ever used to allocate. Limits: choices, tool_calls.
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
        renew(response_);
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
        if (chunk.metadata) response_.metadata = *chunk.metadata;
        if (chunk.moderation) {
            detail::add_moderation(response_.moderation, *chunk.moderation, extra_);
        }
        detail::add_usage_of(response_.usage, chunk, extra_);
        extra_.add(response_.extra, chunk.extra);
        std::int64_t position = 0;
        for (const auto& choice : chunk.choices) {
            const errc code = add_choice(choice, position++);
            if (code != errc::ok) return code;
        }
        const bool within = size_.take(extra_.take_growth()) && !extra_.exceeded();
        return within ? errc::ok : errc::limit_exceeded;
    }

    errc add_choice(const ChatCompletionChunkChoice& from, std::int64_t position) {
        auto* const at = detail::choice_for(response_.choices, from, position, limits_.choices);
        if (!at) return errc::limit_exceeded;
        ChatCompletionChoice& to = *at;
        if (!to.message) detail::fresh(to.message);
        if (from.finish_reason && !from.finish_reason->text().empty()) {
            to.finish_reason = *from.finish_reason;
        }
        if (from.stop_reason) detail::copy(to.stop_reason, from.stop_reason);
        detail::add_logprobs(to.logprobs, from.logprobs, extra_);
        extra_.add(to.extra, from.extra);
        return from.delta ? add_delta(*to.message, *from.delta, *to.index) : errc::ok;
    }

    errc add_delta(ChatCompletionMessage& to, const ChatCompletionDelta& from,
                   std::int64_t choice) {
        detail::set_once(to.role, from.role);
        if (from.content) detail::add_content(to.content, *from.content, extra_);
        if (from.content.is_null() && to.content.is_absent()) to.content = null;
        detail::append(to.refusal, from.refusal);
        detail::add_reasoning(to, from);
        if (from.reasoning_details) {
            detail::add_reasoning_details(to.reasoning_details, *from.reasoning_details);
        }
        if (from.function_call) {
            detail::tool_call_joiner::add_function(to.function_call, *from.function_call,
                                                   calls_of(choice).legacy, extra_);
        }
        detail::append(to.annotations, from.annotations);
        if (from.audio) detail::add_audio(to.audio, *from.audio, extra_);
        detail::set_once(to.name, from.name);
        detail::set_once(to.tool_call_id, from.tool_call_id);
        detail::set_once(to.id, from.id);
        detail::append(to.content_parts, from.content_parts);
        extra_.add(to.extra, from.extra);
        if (!from.tool_calls) return errc::ok;
        detail::tool_call_joiner& joiner = calls_of(choice).joiner;
        joiner.begin_list();
        for (const auto& call : *from.tool_calls) {
            const errc code = joiner.add(to.tool_calls, call, limits_.tool_calls, extra_);
            if (code != errc::ok) return code;
        }
        return errc::ok;
    }

    struct choice_calls {
        std::int64_t choice = 0;
        detail::tool_call_joiner joiner{};
        detail::argument_pieces legacy{};  // of function_call
    };
    choice_calls& calls_of(std::int64_t choice) {
        for (choice_calls& known : calls_) {
            if (known.choice == choice) return known;
        }
        choice_calls& made = calls_.emplace_back();
        made.choice = choice;
        return made;
    }

    limits limits_;
    ChatCompletion response_{};
    std::vector<choice_calls> calls_{};
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
        renew(response_);
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
        detail::add_usage_of(response_.usage, chunk, extra_);
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

}  // namespace oaiwire::inline v0_2
