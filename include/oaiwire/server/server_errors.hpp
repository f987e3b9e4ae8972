// The errors that servers answer often, by name.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/server_error.hpp>

namespace oaiwire { inline namespace v0_2 {

// Errors that servers answer often, as OpenAI words them. They let std::bad_alloc through.
namespace server_errors {

// The given status, and the type that belongs to it: "server_error" from 500 on,
// "rate_limit_error" for 429, else "invalid_request_error".
server_error of(int status, std::string_view message, std::string_view code = {},
                std::string_view param = {});

// 400: the request cannot be answered as it is.
server_error bad_request(std::string_view message, std::string_view param = {},
                         std::string_view code = {});
// 401: no key came with the request.
server_error missing_api_key();
// 401: the key is not accepted. The text does not repeat it.
server_error invalid_api_key();
// 403: the key may not do this.
server_error permission_denied(std::string_view message);
// 404: there is no such model.
server_error not_found(std::string_view model);
// 404: there is no such object, as no_such("Response", "resp_1").
server_error no_such(std::string_view kind, std::string_view id);
// 404: no operation has this path.
server_error unknown_path(std::string_view method, std::string_view path);
// 405: the path exists, with the methods in `allowed`, as "GET, POST".
server_error wrong_method(std::string_view method, std::string_view path, std::string_view allowed);
// 409: the object is in a state that does not allow this.
server_error conflict(std::string_view message);
// 413: the request is larger than this server takes.
server_error too_large(std::string_view message);
// 415: the body is of a media type that the operation does not take.
server_error wrong_media_type(std::string_view content_type, std::string_view expected);
// 422: well-formed, but it makes no sense to the server.
server_error unprocessable(std::string_view message, std::string_view param = {},
                           std::string_view code = {});
// 429: too many requests. `after_ms`: milliseconds until the next one is taken; 0: not said.
server_error rate_limited(std::int64_t after_ms = 0, std::string_view message = {});
// 429: the account has no credit left, so that waiting does not help.
server_error out_of_quota();
// 500: the server failed.
server_error internal();
// 503: the server is too busy. `after_ms` as above.
server_error overloaded(std::int64_t after_ms = 0);

}  // namespace server_errors

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <string>

namespace oaiwire { inline namespace v0_2 { namespace server_errors {

OAIWIRE_ADAPTER_INLINE server_error of(int status, std::string_view message, std::string_view code,
                                       std::string_view param) {
    return detail::error_with(status, message, code, param);
}

OAIWIRE_ADAPTER_INLINE server_error bad_request(std::string_view message, std::string_view param,
                                                std::string_view code) {
    return of(400, message, code, param);
}

OAIWIRE_ADAPTER_INLINE server_error missing_api_key() {
    return of(401,
              "You didn't provide an API key. You need to provide your API key in an Authorization "
              "header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");
}

OAIWIRE_ADAPTER_INLINE server_error invalid_api_key() {
    return of(401, "Incorrect API key provided.", "invalid_api_key");
}

OAIWIRE_ADAPTER_INLINE server_error permission_denied(std::string_view message) {
    return of(403, message, "permission_denied");
}

OAIWIRE_ADAPTER_INLINE server_error not_found(std::string_view model) {
    return of(
        404,
        "The model `" + std::string(model) + "` does not exist or you do not have access to it.",
        "model_not_found", "model");
}

OAIWIRE_ADAPTER_INLINE server_error no_such(std::string_view kind, std::string_view id) {
    return of(404, std::string(kind) + " with id '" + std::string(id) + "' not found.");
}

OAIWIRE_ADAPTER_INLINE server_error unknown_path(std::string_view method, std::string_view path) {
    return of(404, "Invalid URL (" + std::string(method) + " " + std::string(path) + ")",
              "unknown_url");
}

OAIWIRE_ADAPTER_INLINE server_error wrong_method(std::string_view method, std::string_view path,
                                                 std::string_view allowed) {
    server_error out = of(405,
                          "Not allowed to " + std::string(method) + " on " + std::string(path) +
                              ". (HINT: Perhaps you meant to use a different HTTP method?)",
                          "method_not_supported");
    out.headers.set("Allow", allowed);
    return out;
}

OAIWIRE_ADAPTER_INLINE server_error conflict(std::string_view message) {
    return of(409, message, "conflict");
}

OAIWIRE_ADAPTER_INLINE server_error too_large(std::string_view message) {
    return of(413, message, "request_too_large");
}

OAIWIRE_ADAPTER_INLINE server_error wrong_media_type(std::string_view content_type,
                                                     std::string_view expected) {
    return of(415,
              "Unsupported content type: '" + std::string(content_type) +
                  "'. This API method only accepts '" + std::string(expected) +
                  "' requests, but you specified the header 'Content-Type: " +
                  std::string(content_type) + "'. Please try again with a supported content type.",
              "unsupported_content_type");
}

OAIWIRE_ADAPTER_INLINE server_error unprocessable(std::string_view message, std::string_view param,
                                                  std::string_view code) {
    return of(422, message, code, param);
}

OAIWIRE_ADAPTER_INLINE server_error rate_limited(std::int64_t after_ms, std::string_view message) {
    server_error out = of(429,
                          message.empty() ? std::string_view("Rate limit reached. Please try again "
                                                             "later.")
                                          : message,
                          "rate_limit_exceeded");
    detail::add_retry_after(out, after_ms);
    return out;
}

OAIWIRE_ADAPTER_INLINE server_error out_of_quota() {
    server_error out = of(429,
                          "You exceeded your current quota, please check your plan and billing "
                          "details.",
                          "insufficient_quota");
    out.type = "insufficient_quota";
    return out;
}

OAIWIRE_ADAPTER_INLINE server_error internal() {
    return of(500, detail::failed_text);
}

OAIWIRE_ADAPTER_INLINE server_error overloaded(std::int64_t after_ms) {
    server_error out = of(503, detail::busy_text, "overloaded");
    detail::add_retry_after(out, after_ms);
    return out;
}

}}}  // namespace oaiwire::v0_2::server_errors

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
