// Responses: the operations, their streams, and the rules of their requests.
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
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/stored_responses.hpp>

#if OAIWIRE_DEFINES
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// Plain: a response. Streamed: its events, which add up to one. Azure has it beside its
// deployments; the model names the deployment then.
template <>
struct operation_of<ResponseRequest> : post_operation<Response> {
    using chunk = ResponseStreamEvent;
    static constexpr std::string_view id = "createResponse";
    static constexpr std::string_view path = "/responses";
};

namespace detail {

// The names of additional members of the output, one query field each.
inline void append_include(std::string& target, const field<std::vector<std::string>>& include) {
    if (!include) return;
    for (const auto& name : *include) http::append_query(target, "include[]", name);
}

}  // namespace detail

// Streamed: the events of a stored response, from the beginning or after one of them, so that a
// background response can be resumed after a lost connection.
template <>
struct operation_of<RetrieveResponseRequest> : get_operation<Response> {
    using chunk = ResponseStreamEvent;
    static constexpr std::string_view id = "getResponse";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const RetrieveResponseRequest& request,
                                 bool streamed) {
        auto done = http::append_path_segment(target, request.response_id);
        if (!done) return done;
        detail::append_include(target, request.include);
        // the rest is for streams only
        if (!streamed) return done;
        http::append_query(target, "stream", "true");
        if (request.include_obfuscation) {
            http::append_query(target, "include_obfuscation",
                               *request.include_obfuscation ? "true" : "false");
        }
        if (request.starting_after) {
            http::append_query(target, "starting_after", std::to_string(*request.starting_after));
        }
        return done;
    }
};

// The input items of a stored response, by page: /responses/{id}/input_items.
template <>
struct operation_of<ListInputItemsRequest> : get_operation<ResponseItemList> {
    static constexpr std::string_view id = "listInputItems";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const ListInputItemsRequest& request) {
        auto done = http::append_path_segment(target, request.response_id);
        if (!done) return done;
        target.append("/input_items");
        detail::append_include(target, request.include);
        detail::append_page(target, request);
        return done;
    }
};

// Compresses a conversation into fewer items, for the input of the next request.
template <>
struct operation_of<CompactResponseRequest> : post_operation<CompactedResponse> {
    static constexpr std::string_view id = "Compactconversation";
    static constexpr std::string_view path = "/responses/compact";
};

// Counts the input tokens of a request without making it.
template <>
struct operation_of<CountInputTokensRequest> : post_operation<InputTokenCount> {
    static constexpr std::string_view id = "Getinputtokencounts";
    static constexpr std::string_view path = "/responses/input_tokens";
};

// Deletes a stored response.
template <>
struct operation_of<DeleteResponseRequest> : get_operation<DeletedResponse> {
    static constexpr std::string_view id = "deleteResponse";
    static constexpr std::string_view method = "DELETE";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const DeleteResponseRequest& request) {
        return http::append_path_segment(target, request.response_id);
    }
};

// Cancels a response that is created in the background. A POST without a body.
template <>
struct operation_of<CancelResponseRequest> : get_operation<Response> {
    static constexpr std::string_view id = "cancelResponse";
    static constexpr std::string_view method = "POST";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const CancelResponseRequest& request) {
        auto done = http::append_path_segment(target, request.response_id);
        if (done) target.append("/cancel");
        return done;
    }
};

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const ResponseRequest&);
[[gnu::cold]] std::vector<violation> validate(const ResponseRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveResponseRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListInputItemsRequest&);
[[gnu::cold]] std::vector<violation> validate(const CompactResponseRequest&);
[[gnu::cold]] std::vector<violation> validate(const CountInputTokensRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteResponseRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelResponseRequest&);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::vector<violation> validate(const ResponseRequest& r) {
    detail::validator v;
    if (r.context_management) {
        v.check(!r.context_management->empty(), "context_management", "must not be empty");
    }
    v.check(!r.max_output_tokens || *r.max_output_tokens >= 1, "max_output_tokens",
            "must be at least 1");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    v.safety_identifier(r.safety_identifier);
    v.stop(r.stop);
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_logprobs, 0, 20, "top_logprobs", "must be from 0 to 20");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ResponseRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    // OpenAI's own minimum; others accept 1
    if (v.openai()) v.least(r.max_output_tokens, 16, "max_output_tokens");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const RetrieveResponseRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    // a sequence number of an event
    v.check(!r.starting_after || *r.starting_after >= 0, "starting_after", "must not be negative");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ListInputItemsRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

// The model alone is required.
OAIWIRE_INLINE std::vector<violation> validate(const CompactResponseRequest& r) {
    return detail::text_rule(r.model, "model");
}

// All members are optional.
OAIWIRE_INLINE std::vector<violation> validate(const CountInputTokensRequest&) {
    return {};
}

OAIWIRE_INLINE std::vector<violation> validate(const DeleteResponseRequest& r) {
    return detail::text_rule(r.response_id, "response_id");
}

OAIWIRE_INLINE std::vector<violation> validate(const CancelResponseRequest& r) {
    return detail::text_rule(r.response_id, "response_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
