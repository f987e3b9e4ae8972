// append_output(): the output of a response as input of the next request of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire { inline namespace v0_2 {

// What happens to the ids of output items. by_store: they are kept, unless the response says that
// the server did not store it ("store": false).
enum class item_ids : std::uint8_t { by_store, kept, dropped };

// How output items become input. An id refers to an item that the server has stored; one that it
// has not is an error there ("Items are not persisted when `store` is set to false").
struct response_history_rules {
    item_ids ids = item_ids::by_store;  // what becomes of ids
    bool reasoning = true;  // false: drop all reasoning, for a server that did not write it
    friend bool operator==(const response_history_rules&, const response_history_rules&) = default;
};

// Appends all output items, in order and otherwise unchanged, so that the next request accepts
// them. Not for a request with previous_response_id or `conversation`: there the server has the
// items, and refuses them as duplicates. Left out are, because servers refuse them:
//  - `status` of reasoning;
//  - reasoning that nothing follows, as of a response that was cut;
//  - where ids are dropped: `status` of messages, and reasoning that has neither encrypted_content
//    nor text. Request it with `include = {"reasoning.encrypted_content"}`. Items of hosted tools
//    that need their id (file search, code, images, MCP, computer) keep it.
// A response without items but with `output_text` becomes a message of the assistant.
// R: Response; a template so that who includes this does not compile it.
template <class R = Response>
void append_output(std::vector<ResponseItem>& input, const std::type_identity_t<R>& response,
                   const response_history_rules& rules = {});
// The same, without copying the items.
template <class R = Response>
void append_output(std::vector<ResponseItem>& input, std::type_identity_t<R>&& response,
                   const response_history_rules& rules = {});

}}  // namespace oaiwire::v0_2

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Removes the id if the item is one of `Items`.
template <class... Items>
void drop_id(ResponseItem& item) {
    const auto drop = [](auto* of_kind) {
        if (of_kind) of_kind->id = std::nullopt;
    };
    (drop(std::get_if<Items>(&item)), ...);
}

// An output item of a response. Refers to its arguments.
template <class Item>
struct output_item {
    Item& item;
    const bool ids;

    // Whether a server accepts it if another item follows.
    bool is_accepted(const response_history_rules& rules) const {
        const auto* const reasoning = std::get_if<ReasoningItem>(&item);
        if (!reasoning) return true;
        return rules.reasoning && (ids || reasoning->encrypted_content || has_text(*reasoning));
    }
    static bool has_text(const ReasoningItem& reasoning) {
        if (!reasoning.content) return false;
        const auto* parts = std::get_if<std::vector<ResponseContentPart>>(&*reasoning.content);
        return parts == nullptr || !parts->empty();
    }
    void conform() const {
        if (auto* const reasoning = std::get_if<ReasoningItem>(&item)) {
            reasoning->status = std::nullopt;
            // required, also if there is none
            if (!reasoning->summary) reasoning->summary.emplace(std::vector<ResponseContentPart>());
        }
        if (ids) return;
        if (auto* const message = std::get_if<ResponseMessage>(&item)) {
            message->status = std::nullopt;
        }
        drop_id<ResponseMessage, FunctionToolCall, ReasoningItem, ResponseCustomToolCall,
                WebSearchToolCall, ShellToolCall, LocalShellToolCall, ApplyPatchToolCall,
                ToolSearchCall, CompactionItem>(item);
    }
};

}  // namespace detail

template <class R>
void append_output(std::vector<ResponseItem>& input, std::type_identity_t<R>&& response,
                   const response_history_rules& rules) {
    const bool ids = rules.ids == item_ids::kept ||
                     (rules.ids == item_ids::by_store && response.store.value_or(true));
    std::size_t accepted = input.size();  // up to the last item that is no reasoning
    input.reserve(input.size() + response.output.size());
    for (ResponseItem& item : response.output) {
        const detail::output_item<ResponseItem> output{item, ids};
        if (!output.is_accepted(rules)) continue;
        output.conform();
        input.push_back(std::move(item));
        if (!std::holds_alternative<ReasoningItem>(input.back())) accepted = input.size();
    }
    input.resize(accepted);
    if (response.output.empty() && response.output_text && !response.output_text->empty()) {
        input.push_back(
            ResponseMessage{.role = Role::assistant, .content = std::move(*response.output_text)});
    }
}

template <class R>
void append_output(std::vector<ResponseItem>& input, const std::type_identity_t<R>& response,
                   const response_history_rules& rules) {
    R shell;
    shell.store = response.store;
    shell.output = response.output;
    shell.output_text = response.output_text;
    append_output(input, std::move(shell), rules);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
