// Conversations that the server keeps: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/conversations.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// Creates a conversation, with items or without.
template <>
struct operation_of<CreateConversationRequest> : post_operation<Conversation> {
    static constexpr std::string_view id = "createConversation";
    static constexpr std::string_view path = "/conversations";
};

// A conversation, without its items.
template <>
struct operation_of<RetrieveConversationRequest> : get_operation<Conversation> {
    static constexpr std::string_view id = "getConversation";
    static constexpr std::string_view path = "/conversations/{conversation_id}";
};

// Replaces the metadata of a conversation.
template <>
struct operation_of<UpdateConversationRequest> : post_operation<Conversation> {
    static constexpr std::string_view id = "updateConversation";
    static constexpr std::string_view path = "/conversations/{conversation_id}";
};

// Deletes a conversation, but not its items.
template <>
struct operation_of<DeleteConversationRequest> : delete_operation<DeletedConversation> {
    static constexpr std::string_view id = "deleteConversation";
    static constexpr std::string_view path = "/conversations/{conversation_id}";
};

// The items of a conversation, by page.
template <>
struct operation_of<ListConversationItemsRequest> : list_operation<ConversationItemList> {
    static constexpr std::string_view id = "listConversationItems";
    static constexpr std::string_view path = "/conversations/{conversation_id}/items";
};

// Adds items to a conversation.
template <>
struct operation_of<CreateConversationItemsRequest> : post_operation<ConversationItemList> {
    static constexpr std::string_view id = "createConversationItems";
    static constexpr std::string_view path = "/conversations/{conversation_id}/items";
    static constexpr std::array<std::string_view, 1> in_query{"include"};
};

// An item of a conversation.
template <>
struct operation_of<RetrieveConversationItemRequest> : get_operation<ResponseItem> {
    static constexpr std::string_view id = "getConversationItem";
    static constexpr std::string_view path = "/conversations/{conversation_id}/items/{item_id}";
};

// Removes an item from a conversation. Returns the conversation.
template <>
struct operation_of<DeleteConversationItemRequest> : delete_operation<Conversation> {
    static constexpr std::string_view id = "deleteConversationItem";
    static constexpr std::string_view path = "/conversations/{conversation_id}/items/{item_id}";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const RetrieveConversationRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateConversationRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteConversationRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListConversationItemsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveConversationItemRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteConversationItemRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateConversationRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateConversationItemsRequest&);

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveConversationRequest& r) {
    return detail::text_rule(r.conversation_id, "conversation_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const UpdateConversationRequest& r) {
    detail::validator v;
    v.text(r.conversation_id, "conversation_id");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteConversationRequest& r) {
    return detail::text_rule(r.conversation_id, "conversation_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListConversationItemsRequest& r) {
    detail::validator v;
    v.text(r.conversation_id, "conversation_id");
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveConversationItemRequest& r) {
    detail::validator v;
    v.text(r.conversation_id, "conversation_id");
    v.text(r.item_id, "item_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteConversationItemRequest& r) {
    detail::validator v;
    v.text(r.conversation_id, "conversation_id");
    v.text(r.item_id, "item_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateConversationRequest& r) {
    detail::validator v;
    v.check(!r.items || r.items->size() <= 20, "items", "must have at most 20 items");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateConversationItemsRequest& r) {
    detail::validator v;
    v.text(r.conversation_id, "conversation_id");
    v.check(!r.items.empty() && r.items.size() <= 20, "items", "must have 1 to 20 items");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
