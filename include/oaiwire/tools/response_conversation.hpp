// response_conversation: the input of a conversation over the Responses API, to be continued,
// trimmed, saved and restored.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/tools/history_trim.hpp>
#include <oaiwire/tools/response_history.hpp>
#include <oaiwire/tools/token_sum.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

template <>
struct role_in_history<ResponseItem> {
    template <class = void>
    static history_role of(const ResponseItem& item);
};

}  // namespace detail

// The counterpart of `conversation` for requests that carry the whole input, such as those with
// store = false. A request with previous_response_id or `conversation` needs none: the server has
// the items. A value: copies are independent. json::write and json::read save and restore it
// without loss; members that it does not name are kept in `extra`.
struct response_conversation {
    std::vector<ResponseItem> items{};  // in order, the instructions first
    token_counts usage{};               // the sum over the responses that were appended
    // How many items at the beginning trim() keeps; set when it is first called.
    field<std::int64_t> lead{};
    extra_members extra{};  // members that a newer version wrote
    friend bool operator==(const response_conversation&, const response_conversation&) = default;

    // Adds an item: history.add(input_message(Role::user, "Hello")).
    template <class = void>
    response_conversation& add(ResponseItem item);
    // Adds the output items of a response, as append_output() does, and its token counts.
    template <class = void>
    void append(const Response& response, const response_history_rules& rules = {});
    // The same, without copying the items.
    template <class = void>
    void append(Response&& response, const response_history_rules& rules = {});

    // Drops the oldest turns until the sum of count(item) is within `budget`: see trim_history().
    template <class Count>
    trim_result<ResponseItem> trim(std::size_t budget, Count&& count) {
        auto result = trim_history(items, budget, std::forward<Count>(count), leading());
        lead = static_cast<std::int64_t>(result.lead);
        return result;
    }
    // Removes the last turn, from its user message on, and returns it; empty if there is none.
    template <class = void>
    std::vector<ResponseItem> undo();

    // Copies the items into the input of a request.
    template <class = void>
    void apply(ResponseRequest& request) const&;
    // Moves them there.
    template <class = void>
    void apply(ResponseRequest& request) &&;

private:
    std::size_t leading() const {
        return lead && *lead >= 0 ? static_cast<std::size_t>(*lead) : SIZE_MAX;
    }
};

}}  // namespace oaiwire::v0_2

namespace oaiwire { inline namespace v0_2 {

namespace detail {

template <class... Items>
bool is_any_of(const ResponseItem& item) {
    return (std::holds_alternative<Items>(item) || ...);
}

template <class>
history_role role_in_history<ResponseItem>::of(const ResponseItem& item) {
    if (const auto* message = std::get_if<ResponseMessage>(&item)) {
        if (!message->role) return history_role::answer;
        switch (message->role->known()) {
            case Role::user:
                return history_role::user;
            case Role::system:
            case Role::developer:
                return history_role::instruction;
            default:
                return history_role::answer;
        }
    }
    if (is_any_of<AdditionalTools, ConfigurationUpdate>(item)) return history_role::instruction;
    if (const auto* compaction = std::get_if<CompactionItem>(&item)) {
        return compaction->type == "compaction" ? history_role::summary : history_role::answer;
    }
    if (is_any_of<FunctionToolCallOutput, ResponseCustomToolCallOutput, ShellToolCallOutput,
                  LocalShellToolCallOutput, ApplyPatchToolCallOutput, ComputerToolCallOutput,
                  ToolSearchOutput, MCPApprovalResponse>(item)) {
        return history_role::result;
    }
    return history_role::answer;
}

}  // namespace detail

template <class>
response_conversation& response_conversation::add(ResponseItem item) {
    items.push_back(std::move(item));
    return *this;
}

template <class>
void response_conversation::append(const Response& response, const response_history_rules& rules) {
    append_output(items, response, rules);
    if (response.usage) detail::add_counts(usage, counts_of(*response.usage));
}

template <class>
void response_conversation::append(Response&& response, const response_history_rules& rules) {
    if (response.usage) detail::add_counts(usage, counts_of(*response.usage));
    append_output(items, std::move(response), rules);
}

template <class>
std::vector<ResponseItem> response_conversation::undo() {
    const auto roles = detail::roles_of(items);
    const std::size_t start =
        detail::last_turn(roles, detail::leading_instructions(roles, leading()));
    return detail::take_range(items, start, items.size());
}

template <class>
void response_conversation::apply(ResponseRequest& request) const& {
    request.input = items;
}

template <class>
void response_conversation::apply(ResponseRequest& request) && {
    request.input = std::move(items);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
