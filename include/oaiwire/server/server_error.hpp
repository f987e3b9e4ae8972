// server_error: an error as a server answers it, and how the errors of this library become one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 {

// What an error body says, and the status and fields of its head. A client's SDK selects its
// exception class by the status.
struct server_error {
    int status = 500;             // of the answer; unused once a stream has begun
    std::string message{};        // for people
    std::string type{};           // as "invalid_request_error"
    std::string code{};           // as "model_not_found"; "" is written as null
    std::string param{};          // the member of the request; "" is written as null
    http::header_list headers{};  // further fields of the head, as Retry-After
    friend bool operator==(const server_error&, const server_error&) = default;
};

// How a server answers an error that occurred while it read a request or worked on it. `param` is
// the error's path, as "messages[0].content". Malformed and mistyped JSON, violated ranges: 400.
// What an upstream or the transport to it did: 502, or 504 for a timeout. errc::api_error keeps the
// status, type, code and param of the server that reported it. errc::limit_exceeded: 413.
// errc::out_of_memory: 503. The rest is an error of the server itself: 500, without details.
// If memory runs out, the texts are empty.
server_error answer_to(const error& why);

// The same with a given status, as request_decoder::status(); 0 selects it by the error.
server_error answer_to(const error& why, int status);

// How a gateway answers an error of its upstream. As answer_to(), but a malformed answer of the
// upstream is 502 and not the client's fault, and so is status 401: the client's key was accepted,
// the gateway's was not. What the transport says of the upstream's address is not repeated.
server_error upstream_error(const error& why);

namespace detail {

// The given status and texts, and the type that belongs to the status.
server_error error_with(int status, std::string_view message, std::string_view code = {},
                        std::string_view param = {});

// Adds Retry-After, in whole seconds, and OpenAI's retry-after-ms, which is finer. 0: neither.
void add_retry_after(server_error& e, std::int64_t after_ms);

// The texts of status 500 and 503.
inline constexpr std::string_view failed_text =
    "The server had an error while processing your request. Sorry about that!";
inline constexpr std::string_view busy_text =
    "The server is currently overloaded, please try again later.";

}  // namespace detail

// Replaces `out` by the JSON text `{"error":{"message":...,"type":...,"param":...,"code":...}}`, of
// an answer's body or of an event. Bytes that are not UTF-8 become U+FFFD. Errors: out_of_memory.
result<void> write_error(const server_error& e, std::string& out);

// Appends the same to `out`, which an error leaves as it was.
result<void> append_error(std::string& out, const server_error& e);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <cstddef>
#include <utility>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// How an error is answered: the status, OpenAI's code for it, and who wrote the text.
struct server_error_row {
    errc value{};
    int status = 500;
    std::string_view code{};
    bool told = true;  // the client learns the message; otherwise only that the server failed
};

// Errors that the client caused, and those of which it is told. Others are looked up by kind.
inline constexpr server_error_row server_error_rows[] = {
    {errc::invalid_argument, 400, "invalid_value"},
    {errc::invalid_header, 400, "invalid_header"},
    {errc::invalid_url, 400, "invalid_url"},
    {errc::invalid_key, 401, "invalid_api_key"},
    {errc::invalid_content, 400, ""},
    {errc::limit_exceeded, 413, "request_too_large"},
    {errc::invalid_framing, 400, ""},
    {errc::invalid_signature, 400, "invalid_signature"},
    {errc::stale_signature, 400, "stale_signature"},
    {errc::missing_member, 400, "missing_required_parameter"},
    {errc::type_mismatch, 400, "invalid_type"},
    {errc::number_out_of_range, 400, "invalid_value"},
    {errc::unknown_enumerator, 400, "invalid_value"},
    {errc::invalid_base64, 400, "invalid_value"},
    {errc::too_deep, 400, "too_deep"},
    {errc::confidential_nonce_reused, 500, "", false},
    {errc::confidential_crypto_failed, 500, "", false},
    {errc::cancelled, 503, "cancelled"},
    {errc::connect_timeout, 504, "upstream_timeout"},
    {errc::first_byte_timeout, 504, "upstream_timeout"},
    {errc::idle_timeout, 504, "upstream_timeout"},
    {errc::total_timeout, 504, "upstream_timeout"},
    {errc::out_of_memory, 503, "overloaded", false},
    {errc::content_filtered, 400, "content_filter"},
};

constexpr server_error_row server_error_row_of(errc code) {
    for (const auto& row : server_error_rows) {
        if (row.value == code) return row;
    }
    switch (kind_of(code)) {
        case error_kind::decode:
            return {code, 400, ""};
        case error_kind::confidential:
            return {code, 400, "confidential_message_invalid"};
        case error_kind::transport:
        case error_kind::protocol:
            return {code, 502, "upstream_failed"};
        default:
            return {code, 500, "", false};
    }
}

// The type that belongs to a status.
constexpr std::string_view error_type_of(int status) {
    if (status >= 500) return "server_error";
    return status == 429 ? "rate_limit_error" : "invalid_request_error";
}

// Whether the JSON text itself is malformed, so that no member of it is at fault.
constexpr bool is_syntax_error(errc code) {
    return kind_of(code) == error_kind::decode && server_error_row_of(code).code.empty();
}

OAIWIRE_ADAPTER_INLINE std::string server_message(const error& why) {
    std::string out;
    const std::string_view said =
        why.message.empty() ? describe(why.code) : std::string_view(why.message);
    if (is_syntax_error(why.code)) {
        out.append("We could not parse the JSON body of your request: ").append(said);
    } else if (why.code == errc::limit_exceeded && why.message.starts_with("limits::")) {
        out.append("The request exceeds a limit of this server: ").append(said);
    } else if (why.code == errc::missing_member) {
        return out.append("Missing required parameter: '").append(why.path).append("'.");
    } else if (why.code == errc::type_mismatch && !why.path.empty()) {
        out.append("Invalid type for '").append(why.path).append("': ").append(said);
    } else if (!why.path.empty() && kind_of(why.code) == error_kind::decode) {
        out.append("Invalid value for '").append(why.path).append("': ").append(said);
    } else {
        out.append(said);
    }
    if (why.offset != error::no_offset) {
        out.append(" (byte ").append(std::to_string(why.offset)).append(")");
    }
    return out.append(".");
}

OAIWIRE_ADAPTER_INLINE void add_retry_after(server_error& e, std::int64_t after_ms) {
    if (after_ms <= 0) return;
    e.headers.set("Retry-After", std::to_string(after_ms / 1000 + (after_ms % 1000 != 0 ? 1 : 0)));
    e.headers.set("retry-after-ms", std::to_string(after_ms));
}

// RFC 9110, 15.5.2: an answer with 401 says how to authenticate.
OAIWIRE_ADAPTER_INLINE void add_challenge(server_error& e) {
    if (e.status == 401) e.headers.set("WWW-Authenticate", "Bearer");
}

OAIWIRE_ADAPTER_INLINE server_error error_with(int status, std::string_view message,
                                               std::string_view code, std::string_view param) {
    server_error out;
    out.status = status;
    out.message = message;
    out.type = error_type_of(status);
    out.code = code;
    out.param = param;
    add_challenge(out);
    return out;
}

// The error of another server, as it was.
OAIWIRE_ADAPTER_INLINE server_error forwarded_error(const error& why) {
    const int stated = error_status(why.api);
    server_error out;
    out.status = stated >= 400 && stated <= 599 ? stated : 502;
    out.message = why.message;
    out.type = why.api.type.empty() ? std::string(error_type_of(out.status)) : why.api.type;
    out.code = why.api.code;
    out.param = why.api.param;
    if (why.api.retry.after_ms) add_retry_after(out, *why.api.retry.after_ms);
    if (why.api.retry.should_retry) {
        out.headers.set("x-should-retry", *why.api.retry.should_retry ? "true" : "false");
    }
    return out;
}

// As answer_to(), with the row that says how.
OAIWIRE_ADAPTER_INLINE server_error answer_by(const error& why, const server_error_row& row) {
    if (!row.told) {
        const bool busy = row.status == 503;
        return error_with(row.status, busy ? busy_text : failed_text, row.code);
    }
    server_error out = error_with(row.status, server_message(why), row.code);
    if (row.status < 500 && !is_syntax_error(why.code)) out.param = why.path;
    return out;
}

// Appends a member's value, as JSON text; null for an empty text.
OAIWIRE_ADAPTER_INLINE void append_error_text(std::string& out, std::string_view text,
                                              bool nullable) {
    if (text.empty() && nullable) {
        out.append("null");
        return;
    }
    std::string valid;
    append_valid_utf8(valid, text);
    json::detail::append_string(out, valid);
}

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE server_error answer_to(const error& why, int status) {
    const auto answer = [&] {
        server_error out = why.code == errc::api_error
                               ? detail::forwarded_error(why)
                               : detail::answer_by(why, detail::server_error_row_of(why.code));
        if (status != 0 && status != out.status) {
            out.status = status;
            out.type = detail::error_type_of(status);
        }
        detail::add_challenge(out);
        return out;
    };
    return within_memory(answer, [&] {
        server_error out;
        out.status = status != 0 ? status : 503;
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE server_error answer_to(const error& why) {
    return answer_to(why, 0);
}

OAIWIRE_ADAPTER_INLINE server_error upstream_error(const error& why) {
    const error_kind kind = why.kind();
    if (kind == error_kind::api) return answer_to(why, error_status(why.api) == 401 ? 502 : 0);
    const bool garbled = kind == error_kind::decode || kind == error_kind::protocol;
    if (!garbled) {
        server_error out = answer_to(why);
        if (kind != error_kind::transport) return out;
        // the transport's words name the upstream's address
        within_memory([&] { out.message = "The upstream server did not give a whole answer."; },
                      [&] { out.message.clear(); });
        return out;
    }
    const auto answer = [&] {
        return detail::error_with(
            502, "The upstream server sent an answer that cannot be read: " + to_string(why) + ".",
            "upstream_failed");
    };
    return within_memory(answer, [] {
        server_error out;
        out.status = 502;
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE result<void> append_error(std::string& out, const server_error& e) {
    const std::size_t before = out.size();
    const auto append = [&]() -> result<void> {
        out.append(R"({"error":{"message":)");
        detail::append_error_text(out, e.message, false);
        out.append(R"(,"type":)");
        detail::append_error_text(out, e.type, true);
        out.append(R"(,"param":)");
        detail::append_error_text(out, e.param, true);
        out.append(R"(,"code":)");
        detail::append_error_text(out, e.code, true);
        out.append("}}");
        return {};
    };
    return within_memory(append, [&] {
        out.resize(before);
        return result<void>(no_memory());
    });
}

OAIWIRE_ADAPTER_INLINE result<void> write_error(const server_error& e, std::string& out) {
    out.clear();
    return append_error(out, e);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
