// Calls about chat completions that OpenAI keeps: those made with `store`. All but the update have
// no body. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire::inline v0_2 {

// GET /chat/completions. after: the id that the last page ended with; order: "asc" or "desc".
struct ListChatCompletionsRequest {
    field<std::string> model{};
    string_map<std::string> metadata{};  // those alone that have all of it
    field<std::string> after{};
    field<std::int64_t> limit{};  // default 20
    field<std::string> order{};
    friend bool operator==(const ListChatCompletionsRequest&,
                           const ListChatCompletionsRequest&) = default;
};

// GET /chat/completions/{completion_id}.
struct RetrieveChatCompletionRequest {
    path_parameter completion_id{};
    friend bool operator==(const RetrieveChatCompletionRequest&,
                           const RetrieveChatCompletionRequest&) = default;
};

// POST /chat/completions/{completion_id}. metadata: an object, or null for none.
struct UpdateChatCompletionRequest {
    path_parameter completion_id{};
    field<raw_json> metadata{};
    extra_members extra{};
    friend bool operator==(const UpdateChatCompletionRequest&,
                           const UpdateChatCompletionRequest&) = default;
};

// DELETE /chat/completions/{completion_id}.
struct DeleteChatCompletionRequest {
    path_parameter completion_id{};
    friend bool operator==(const DeleteChatCompletionRequest&,
                           const DeleteChatCompletionRequest&) = default;
};

// GET /chat/completions/{completion_id}/messages.
struct ListChatCompletionMessagesRequest {
    path_parameter completion_id{};
    field<std::string> after{};
    field<std::int64_t> limit{};  // default 20
    field<std::string> order{};
    friend bool operator==(const ListChatCompletionMessagesRequest&,
                           const ListChatCompletionMessagesRequest&) = default;
};

struct ChatCompletionList {
    field<std::string> object{};
    std::vector<ChatCompletion> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionList&, const ChatCompletionList&) = default;
};

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

}  // namespace oaiwire::inline v0_2
