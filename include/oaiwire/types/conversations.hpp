// Conversations: items of the Responses API that the server keeps under one id.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: ConversationResource. A request names it in ResponseRequest::conversation; the items of
// the request and of its response are then added to it.
struct Conversation {
    field<std::string> id{};
    field<std::string> object{};       // "conversation"
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<raw_json> metadata{};        // an object
    extra_members extra{};
    friend bool operator==(const Conversation&, const Conversation&) = default;
};

// OpenAI: DeletedConversationResource.
struct DeletedConversation {
    field<std::string> id{};
    field<std::string> object{};  // "conversation.deleted"
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedConversation&, const DeletedConversation&) = default;
};

// OpenAI: ConversationItemList. A page of items.
struct ConversationItemList {
    field<std::string> object{};  // "list"
    std::vector<ResponseItem> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ConversationItemList&, const ConversationItemList&) = default;
};

// POST /conversations. Response: Conversation.
struct CreateConversationRequest {
    field<std::vector<ResponseItem>> items{};  // at most 20
    field<raw_json> metadata{};                // an object of at most 16 texts
    extra_members extra{};
    friend bool operator==(const CreateConversationRequest&,
                           const CreateConversationRequest&) = default;
};

// GET /conversations/{conversation_id}. Response: Conversation.
struct RetrieveConversationRequest {
    path_parameter conversation_id{};
    friend bool operator==(const RetrieveConversationRequest&,
                           const RetrieveConversationRequest&) = default;
};

// POST /conversations/{conversation_id}. Response: Conversation.
struct UpdateConversationRequest {
    path_parameter conversation_id{};
    field<raw_json> metadata{};  // an object of at most 16 texts, which replaces the former one
    extra_members extra{};
    friend bool operator==(const UpdateConversationRequest&,
                           const UpdateConversationRequest&) = default;
};

// DELETE /conversations/{conversation_id}. Its items are not deleted. Response:
// DeletedConversation.
struct DeleteConversationRequest {
    path_parameter conversation_id{};
    friend bool operator==(const DeleteConversationRequest&,
                           const DeleteConversationRequest&) = default;
};

// GET /conversations/{conversation_id}/items. Response: ConversationItemList.
struct ListConversationItemsRequest {
    path_parameter conversation_id{};
    field<std::vector<std::string>> include{};  // as in ResponseRequest
    field<std::string> after{};                 // the last id of the previous page
    field<std::int64_t> limit{};                // items per page, 1..100
    field<std::string> order{};                 // "asc" or "desc", the default
    friend bool operator==(const ListConversationItemsRequest&,
                           const ListConversationItemsRequest&) = default;
};

// POST /conversations/{conversation_id}/items. Response: ConversationItemList, the items added.
struct CreateConversationItemsRequest {
    path_parameter conversation_id{};
    std::vector<ResponseItem> items{};          // 1 to 20
    field<std::vector<std::string>> include{};  // as in ResponseRequest; sent in the query
    extra_members extra{};
    friend bool operator==(const CreateConversationItemsRequest&,
                           const CreateConversationItemsRequest&) = default;
};

// GET /conversations/{conversation_id}/items/{item_id}. Response: ResponseItem.
struct RetrieveConversationItemRequest {
    path_parameter conversation_id{};
    path_parameter item_id{};
    field<std::vector<std::string>> include{};  // as in ResponseRequest
    friend bool operator==(const RetrieveConversationItemRequest&,
                           const RetrieveConversationItemRequest&) = default;
};

// DELETE /conversations/{conversation_id}/items/{item_id}. Response: Conversation.
struct DeleteConversationItemRequest {
    path_parameter conversation_id{};
    path_parameter item_id{};
    friend bool operator==(const DeleteConversationItemRequest&,
                           const DeleteConversationItemRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
