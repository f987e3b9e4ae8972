// Chat completions: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations/page.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/stored_completions.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Plain: a completion. Streamed: its chunks, which add up to one.
template <>
struct operation_of<ChatCompletionRequest> : post_operation<ChatCompletion> {
    using chunk = ChatCompletionChunk;
    static constexpr std::string_view id = "createChatCompletion";
    static constexpr std::string_view path = "/chat/completions";
};

// The completions that the server has stored, by page. The filters are a query.
template <>
struct operation_of<ListChatCompletionsRequest> : get_operation<ChatCompletionList> {
    static constexpr std::string_view id = "listChatCompletions";
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target, const ListChatCompletionsRequest& request) {
        if (request.model) http::append_query(target, "model", *request.model);
        for (const auto& [name, value] : request.metadata) {
            http::append_query(target, "metadata[" + name + "]", value);
        }
        detail::append_page(target, request);
        return {};
    }
};

namespace detail {

// Operations on one stored chat completion, whose id is the last segment of the path.
template <class Request>
struct kept_completion {
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target, const Request& request) {
        return http::append_path_segment(target, request.completion_id);
    }
};

}  // namespace detail

// The next three read, change and delete a stored completion. An update sends the metadata only.
template <>
struct operation_of<RetrieveChatCompletionRequest>
    : get_operation<ChatCompletion>, detail::kept_completion<RetrieveChatCompletionRequest> {
    static constexpr std::string_view id = "getChatCompletion";
};

template <>
struct operation_of<UpdateChatCompletionRequest>
    : post_operation<ChatCompletion>, detail::kept_completion<UpdateChatCompletionRequest> {
    static constexpr std::string_view id = "updateChatCompletion";
};

template <>
struct operation_of<DeleteChatCompletionRequest>
    : get_operation<ChatCompletionDeleted>, detail::kept_completion<DeleteChatCompletionRequest> {
    static constexpr std::string_view id = "deleteChatCompletion";
    // without a body, as GET
    static constexpr std::string_view method = "DELETE";
};

// The messages of a stored completion's request, by page: /chat/completions/{id}/messages.
template <>
struct operation_of<ListChatCompletionMessagesRequest> : get_operation<ChatCompletionMessageList> {
    static constexpr std::string_view id = "getChatCompletionMessages";
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target,
                                 const ListChatCompletionMessagesRequest& request) {
        auto done = http::append_path_segment(target, request.completion_id);
        if (!done) return done;
        target.append("/messages");
        detail::append_page(target, request);
        return done;
    }
};

// Its members are all optional and of any value.
template <>
inline constexpr bool has_no_rules<ListChatCompletionsRequest> = true;

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const ChatCompletionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ChatCompletionRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveChatCompletionRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateChatCompletionRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteChatCompletionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListChatCompletionMessagesRequest&);

#if OAIWIRE_DEFINES

namespace detail {

inline constexpr const char* needs_parts = "must not be an empty list for this server";

// Whether the content is a list of parts that is empty. A text may be empty.
[[gnu::cold]] OAIWIRE_INLINE bool has_no_parts(const MessageContent& content) {
    const auto* list = std::get_if<std::vector<ContentPart>>(&content);
    return list && list->empty();
}

// The content of a message of any role; null for a message given as raw JSON.
[[gnu::cold]] OAIWIRE_INLINE const field<MessageContent>* content_of(const RequestMessage& any) {
    if (const auto* m = std::get_if<DeveloperMessage>(&any)) return &m->content;
    if (const auto* m = std::get_if<SystemMessage>(&any)) return &m->content;
    if (const auto* m = std::get_if<UserMessage>(&any)) return &m->content;
    if (const auto* m = std::get_if<AssistantMessage>(&any)) return &m->content;
    if (const auto* m = std::get_if<ToolMessage>(&any)) return &m->content;
    if (const auto* m = std::get_if<FunctionMessage>(&any)) return &m->content;
    return nullptr;
}

}  // namespace detail

OAIWIRE_INLINE std::vector<violation> validate(const ChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.check(!r.messages.empty(), "messages", "must have at least one message");
    // tool results name the call that they answer, function results the function
    for (std::size_t i = 0; i != r.messages.size(); ++i) {
        const auto* tool = std::get_if<ToolMessage>(&r.messages[i]);
        const auto* function = std::get_if<FunctionMessage>(&r.messages[i]);
        if (tool && tool->tool_call_id.is_null()) {
            v.add(detail::path_of_element("messages", i, ".tool_call_id"), "must not be null");
        } else if (function) {
            v.text(function->name, detail::path_of_element("messages", i, ".name"));
        }
    }
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    v.bias(r.logit_bias);
    v.int32(r.max_completion_tokens, "max_completion_tokens");
    v.int32(r.max_tokens, "max_tokens");
    // raw JSON, so it could be of any type
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    v.int32(r.n, "n");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    v.safety_identifier(r.safety_identifier);
    v.stop(r.stop);
    // no bounds: see validate.hpp
    v.finite(r.temperature, "temperature");
    // a tool of another kind is raw JSON and not checked
    for (std::size_t i = 0; r.tools && i != r.tools->size(); ++i) {
        if (const auto* f = std::get_if<FunctionTool>(&(*r.tools)[i])) {
            v.text(f->function.name, detail::path_of_element("tools", i, ".function.name"));
        } else if (const auto* c = std::get_if<CustomTool>(&(*r.tools)[i])) {
            v.text(c->custom.name, detail::path_of_element("tools", i, ".custom.name"));
        }
    }
    v.check(!r.top_k || *r.top_k >= 1, "top_k", "must be at least 1");
    v.range(r.top_logprobs, 0, 20, "top_logprobs", "must be from 0 to 20");
    v.finite(r.top_p, "top_p");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ChatCompletionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    for (std::size_t i = 0; i != r.messages.size(); ++i) {
        const field<MessageContent>* content = detail::content_of(r.messages[i]);
        if (!content) continue;
        // absent or null: an assistant message with tool calls is allowed to have none elsewhere
        if (q.content_in_every_message && !*content) {
            v.add(detail::path_of_element("messages", i, ".content"),
                  "must be set for this server");
        }
        // these refuse an empty list of parts
        const bool bounded = q.content_in_every_message || v.openai();
        if (bounded && *content && detail::has_no_parts(**content)) {
            v.add(detail::path_of_element("messages", i, ".content"), detail::needs_parts);
        }
    }
    if (v.openai()) {
        if (r.functions) v.entries(r.functions->size(), 1, 128, "functions");
        if (r.prediction && detail::has_no_parts(r.prediction->content)) {
            v.add("prediction.content", detail::needs_parts);
        }
    }
    if (v.r9s()) {
        v.least(r.max_completion_tokens, 1, "max_completion_tokens");
        v.least(r.max_tokens, 1, "max_tokens");
    }
    // bounds that both documents have
    if (v.any()) {
        v.most(r.n, 1, 128, "n");
        v.sampling(r.temperature, r.top_p);
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const RetrieveChatCompletionRequest& r) {
    return detail::text_rule(r.completion_id, "completion_id");
}

OAIWIRE_INLINE std::vector<violation> validate(const UpdateChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
    // an update that changes nothing is a mistake
    v.check(!r.metadata.is_absent(), "metadata", "must be set, to null for none");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const DeleteChatCompletionRequest& r) {
    return detail::text_rule(r.completion_id, "completion_id");
}

OAIWIRE_INLINE std::vector<violation> validate(const ListChatCompletionMessagesRequest& r) {
    return detail::text_rule(r.completion_id, "completion_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
