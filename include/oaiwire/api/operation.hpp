// The operations, as compile-time values: what a request's type says of its call. Knows no state
// and no bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/models.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

enum class auth : std::uint8_t { none, bearer };

// Specialised for each request type, and by users for theirs:
//     using response = ...;                    what a plain call returns
//     using chunk = ...;                       what a streamed one yields; absent: it cannot stream
//     static constexpr std::string_view id;    the operationId of the specification
//     static constexpr std::string_view method, path;
//     static constexpr oaiwire::auth auth;
//     static constexpr bool has_body;
//     static constexpr bool at_root;           the path does not go below the base URL's
//     static result<void> complete(std::string& target, const Request&);   optional: path segments
template <class Request>
struct operation_of;

template <class Request>
concept operation = requires {
    typename operation_of<Request>::response;
};

template <class Request>
concept streamed_operation = operation<Request> && requires {
    typename operation_of<Request>::chunk;
};

template <operation Request>
using response_of = typename operation_of<Request>::response;
template <streamed_operation Request>
using chunk_of = typename operation_of<Request>::chunk;

template <>
struct operation_of<ChatCompletionRequest> {
    using response = ChatCompletion;
    using chunk = ChatCompletionChunk;
    static constexpr std::string_view id = "createChatCompletion";
    static constexpr std::string_view method = "POST";
    static constexpr std::string_view path = "/chat/completions";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = true;
    static constexpr bool at_root = false;
};

template <>
struct operation_of<CompletionRequest> {
    using response = Completion;
    using chunk = CompletionChunk;
    static constexpr std::string_view id = "createCompletion";
    static constexpr std::string_view method = "POST";
    static constexpr std::string_view path = "/completions";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = true;
    static constexpr bool at_root = false;
};

template <>
struct operation_of<ListModelsRequest> {
    using response = ModelList;
    static constexpr std::string_view id = "listModels";
    static constexpr std::string_view method = "GET";
    static constexpr std::string_view path = "/models";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = false;
    static constexpr bool at_root = false;
};

template <>
struct operation_of<RetrieveModelRequest> {
    using response = Model;
    static constexpr std::string_view id = "retrieveModel";
    static constexpr std::string_view method = "GET";
    static constexpr std::string_view path = "/models";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = false;
    static constexpr bool at_root = false;
    static result<void> complete(std::string& target, const RetrieveModelRequest& request) {
        return http::append_path_segment(target, request.model);
    }
};

template <>
struct operation_of<HealthRequest> {
    using response = HealthResponse;
    static constexpr std::string_view id = "health";
    static constexpr std::string_view method = "GET";
    static constexpr std::string_view path = "/health";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
    static constexpr bool has_body = false;
    static constexpr bool at_root = true;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
