// Chat completions stored by OpenAI (those requested with `store`): list, retrieve, update, delete.
// Only the update has a body.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire { inline namespace v0_2 {

// GET /chat/completions. Response: ChatCompletionList.
struct ListChatCompletionsRequest {
    field<std::string> model{};
    string_map<std::string> metadata{};  // only completions that have all of it
    field<std::string> after{};          // the last id of the previous page
    field<std::int64_t> limit{};         // entries per page, default 20
    field<std::string> order{};          // "asc" or "desc"
    friend bool operator==(const ListChatCompletionsRequest&,
                           const ListChatCompletionsRequest&) = default;
};

// GET /chat/completions/{completion_id}. Response: ChatCompletion.
struct RetrieveChatCompletionRequest {
    path_parameter completion_id{};
    friend bool operator==(const RetrieveChatCompletionRequest&,
                           const RetrieveChatCompletionRequest&) = default;
};

// POST /chat/completions/{completion_id}. Response: ChatCompletion.
struct UpdateChatCompletionRequest {
    path_parameter completion_id{};
    field<raw_json> metadata{};  // an object, or null to remove it
    extra_members extra{};
    friend bool operator==(const UpdateChatCompletionRequest&,
                           const UpdateChatCompletionRequest&) = default;
};

// DELETE /chat/completions/{completion_id}. Response: ChatCompletionDeleted.
struct DeleteChatCompletionRequest {
    path_parameter completion_id{};
    friend bool operator==(const DeleteChatCompletionRequest&,
                           const DeleteChatCompletionRequest&) = default;
};

// GET /chat/completions/{completion_id}/messages. Response: ChatCompletionMessageList.
struct ListChatCompletionMessagesRequest {
    path_parameter completion_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, default 20
    field<std::string> order{};   // "asc" or "desc"
    friend bool operator==(const ListChatCompletionMessagesRequest&,
                           const ListChatCompletionMessagesRequest&) = default;
};

// OpenAI: ChatCompletionList. A page of completions.
struct ChatCompletionList {
    field<std::string> object{};
    std::vector<ChatCompletion> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionList&, const ChatCompletionList&) = default;
};

// OpenAI: ChatCompletionMessageList. A page of messages.
struct ChatCompletionMessageList {
    field<std::string> object{};
    std::vector<ChatCompletionMessage> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionMessageList&,
                           const ChatCompletionMessageList&) = default;
};

// OpenAI: ChatCompletionDeleted.
struct ChatCompletionDeleted {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionDeleted&, const ChatCompletionDeleted&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
