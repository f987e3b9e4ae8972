// conversation: the messages of a chat, to be continued, trimmed, saved and restored.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/tools/chat_message.hpp>
#include <oaiwire/tools/history_trim.hpp>
#include <oaiwire/tools/token_sum.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

template <>
struct role_in_history<RequestMessage> {
    template <class = void>
    static history_role of(const RequestMessage& message);
};

}  // namespace detail

// Lends the messages of a conversation to a request, without a copy: swaps them with
// request.messages, and back when it is destroyed. Both must outlive it.
class [[nodiscard]] lent_messages {
public:
    // Swaps the messages; both arguments are borrowed.
    lent_messages(std::vector<RequestMessage>& from, ChatCompletionRequest& to)
        : from_(from), to_(to) {
        from_.swap(to_.messages);
    }
    ~lent_messages() { from_.swap(to_.messages); }
    lent_messages(const lent_messages&) = delete;
    lent_messages& operator=(const lent_messages&) = delete;

private:
    std::vector<RequestMessage>& from_;
    ChatCompletionRequest& to_;
};

// A value: copies are independent. json::write and json::read save and restore it without loss;
// members that it does not name are kept in `extra`. Where the messages can live in a request
// itself, message_of() and trim_history() do the same on request.messages.
struct conversation {
    std::vector<RequestMessage> messages{};  // in order, the instructions first
    token_counts usage{};                    // the sum over the responses that were appended
    // How many messages at the beginning trim() keeps; set when it is first called.
    field<std::int64_t> lead{};
    extra_members extra{};  // members that a newer version wrote
    friend bool operator==(const conversation&, const conversation&) = default;

    // Adds a message: history.add(user("Hello")).
    template <class = void>
    conversation& add(RequestMessage message);
    // Adds the answer, which is the message of the first choice, and its token counts. `rules` say
    // what of it goes back to the server. Returns false, with no message added, if there is none.
    template <class = void>
    bool append(const ChatCompletion& response, const history_rules& rules = {});

    // Drops the oldest turns until the sum of count(message) is within `budget`: see
    // trim_history().
    template <class Count>
    trim_result<RequestMessage> trim(std::size_t budget, Count&& count) {
        auto result = trim_history(messages, budget, std::forward<Count>(count), leading());
        lead = static_cast<std::int64_t>(result.lead);
        return result;
    }
    // Removes the last turn, from its user message on, and returns it; empty if there is none.
    template <class = void>
    std::vector<RequestMessage> undo();
    // Removes from all answers what the rules do not keep, for another server.
    template <class = void>
    void conform(const history_rules& rules);

    // Copies the messages into a request, whose memory is reused.
    template <class = void>
    void apply(ChatCompletionRequest& request) const&;
    // Moves them there.
    template <class = void>
    void apply(ChatCompletionRequest& request) &&;
    // Lends them to the request for as long as the returned object exists, without a copy.
    lent_messages lend(ChatCompletionRequest& request) { return {messages, request}; }

private:
    std::size_t leading() const {
        return lead && *lead >= 0 ? static_cast<std::size_t>(*lead) : SIZE_MAX;
    }
};

}}  // namespace oaiwire::v0_2

namespace oaiwire { inline namespace v0_2 {

namespace detail {

template <class>
history_role role_in_history<RequestMessage>::of(const RequestMessage& message) {
    if (std::holds_alternative<UserMessage>(message)) return history_role::user;
    if (std::holds_alternative<SystemMessage>(message)) return history_role::instruction;
    if (std::holds_alternative<DeveloperMessage>(message)) return history_role::instruction;
    if (std::holds_alternative<ToolMessage>(message)) return history_role::result;
    if (std::holds_alternative<FunctionMessage>(message)) return history_role::result;
    return history_role::answer;
}

}  // namespace detail

template <class>
conversation& conversation::add(RequestMessage message) {
    messages.push_back(std::move(message));
    return *this;
}

template <class>
void conversation::apply(ChatCompletionRequest& request) const& {
    request.messages = messages;
}

template <class>
void conversation::apply(ChatCompletionRequest& request) && {
    request.messages = std::move(messages);
}

template <class>
bool conversation::append(const ChatCompletion& response, const history_rules& rules) {
    const bool any = !response.choices.empty() && response.choices.front().message;
    if (any) messages.push_back(message_of(*response.choices.front().message, rules));
    detail::add_counts(usage, counts_of(response));
    return any;
}

template <class>
std::vector<RequestMessage> conversation::undo() {
    const auto roles = detail::roles_of(messages);
    const std::size_t start =
        detail::last_turn(roles, detail::leading_instructions(roles, leading()));
    return detail::take_range(messages, start, messages.size());
}

template <class>
void conversation::conform(const history_rules& rules) {
    for (RequestMessage& message : messages) oaiwire::conform(message, rules);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
