// merge_choices: merges the entries of `choices` over which a server spread one answer. Streams
// merge choices with the same index themselves, and number those without one by place. Templates,
// so that programs without it do not compile it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Adds a choice to one with the same index. Its tool calls are appended whole: they are no pieces.
template <class = void>
void add_choice(ChatCompletionChoice& to, const ChatCompletionChoice& from, extra_join& join) {
    if (from.message) {
        if (!to.message) to.message.emplace();
        ChatCompletionMessage& message = *to.message;
        add_message_members(message, *from.message, join);
        append(message.reasoning_content, from.message->reasoning_content);
        append(message.reasoning, from.message->reasoning);
        append(message.tool_calls, from.message->tool_calls);
        if (!message.function_call && from.message->function_call) {
            message.function_call = from.message->function_call;
        }
    }
    add_choice_members(to, from, join);
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

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
