// merge_choices: merges the entries of `choices` over which a server spread one answer. Streamed
// responses are merged already. Templates, so that programs without it do not compile it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire::inline v0_2 {

namespace detail {

template <class = void>
void add_message(ChatCompletionMessage& to, const ChatCompletionMessage& from, extra_join& join) {
    set_once(to.role, from.role);
    if (from.content) add_content(to.content, *from.content, join);
    append(to.refusal, from.refusal);
    append(to.reasoning_content, from.reasoning_content);
    append(to.reasoning, from.reasoning);
    if (from.reasoning_details)
        add_reasoning_details(to.reasoning_details, *from.reasoning_details);
    append(to.tool_calls, from.tool_calls);
    if (!to.function_call && from.function_call) to.function_call = from.function_call;
    append(to.annotations, from.annotations);
    if (from.audio) add_audio(to.audio, *from.audio, join);
    set_once(to.name, from.name);
    set_once(to.tool_call_id, from.tool_call_id);
    set_once(to.id, from.id);
    append(to.content_parts, from.content_parts);
    join.add(to.extra, from.extra);
}

template <class = void>
void add_choice(ChatCompletionChoice& to, const ChatCompletionChoice& from, extra_join& join) {
    if (from.message) {
        if (!to.message) to.message.emplace();
        add_message(*to.message, *from.message, join);
    }
    add_logprobs(to.logprobs, from.logprobs, join);
    if (from.finish_reason && !from.finish_reason->text().empty()) {
        to.finish_reason = from.finish_reason;
    }
    if (from.stop_reason) to.stop_reason = from.stop_reason;
    join.add(to.extra, from.extra);
}

}  // namespace detail

// Entries with the same index become one choice, and so do all without an index: GitHub Copilot
// sends Claude's text in one and its tool calls in another. Only for requests with n == 1: several
// answers of a server that omits the index would be merged as well.
template <class = void>
void merge_choices(ChatCompletion& response) {
    detail::extra_join join;
    std::vector<ChatCompletionChoice> merged;
    std::map<std::int64_t, std::size_t> places;  // positions by index
    for (auto& choice : response.choices) {
        const auto [place, is_new] = places.emplace(choice.index.value_or(-1), merged.size());
        if (is_new) {
            merged.push_back(std::move(choice));
        } else {
            detail::add_choice(merged[place->second], choice, join);
        }
    }
    response.choices = std::move(merged);
}
OAIWIRE_COMPILED(void merge_choices<void>(ChatCompletion&))

}  // namespace oaiwire::inline v0_2
