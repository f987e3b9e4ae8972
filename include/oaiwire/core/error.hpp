// error: what went wrong, as one value.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// The class of an API error by its HTTP status, named as in the official SDKs; 402, 423 and 425 are
// Atoma's. `none`: not an API error, or without a status. `other`: any other status.
enum class api_error_class : std::uint8_t {
    none,
    bad_request,
    authentication,
    payment_required,
    permission_denied,
    not_found,
    conflict,
    unprocessable_entity,
    locked,
    too_early,
    rate_limit,
    internal_server,
    service_unavailable,
    other,
};

namespace detail {

struct api_error_row {
    api_error_class value;
    std::int16_t status;
    table_text<20> name;
};

inline constexpr api_error_row api_error_rows[] = {
    {api_error_class::none, 0, "none"},
    {api_error_class::bad_request, 400, "bad_request"},
    {api_error_class::authentication, 401, "authentication"},
    {api_error_class::payment_required, 402, "payment_required"},
    {api_error_class::permission_denied, 403, "permission_denied"},
    {api_error_class::not_found, 404, "not_found"},
    {api_error_class::conflict, 409, "conflict"},
    {api_error_class::unprocessable_entity, 422, "unprocessable_entity"},
    {api_error_class::locked, 423, "locked"},
    {api_error_class::too_early, 425, "too_early"},
    {api_error_class::rate_limit, 429, "rate_limit"},
    {api_error_class::internal_server, 500, "internal_server"},
    {api_error_class::service_unavailable, 503, "service_unavailable"},
    {api_error_class::other, -1, "other"},
};

}  // namespace detail

// The class of an HTTP status; 0 is `none`.
constexpr api_error_class class_of_status(int status) {
    for (const auto& row : detail::api_error_rows) {
        if (row.status == status) return row.value;
    }
    return api_error_class::other;
}

// The name of the class ("rate_limit").
constexpr std::string_view name(api_error_class c) {
    return detail::name_in(detail::api_error_rows, c);
}

// What the server states about retries: `retry-after-ms`, `x-ms-retry-after-ms`, `Retry-After`,
// `x-should-retry`, or its error body.
struct retry_hints {
    std::optional<std::int64_t> after_ms{};  // milliseconds from receipt of the response
    std::optional<bool> should_retry{};      // x-should-retry
    std::string raw{};                       // the header value of after_ms
    friend bool operator==(const retry_hints&, const retry_hints&) = default;
};

// What the body and the head of an error response state. Texts are empty if the server sent none.
struct api_error_info {
    int status = 0;         // of the response; 0: not known, as for a stream without its head
    int stated_status = 0;  // the HTTP status from 400 to 599 that the body states; 0: none
    api_error_class error_class = api_error_class::none;  // by error_status()
    std::string type{};        // the server's word for the class of the error
    std::string code{};        // the server's code; numbers are kept as their text
    std::string param{};       // the member of the request that the server objects to
    std::string request_id{};  // of the response's head
    retry_hints retry{};       // whether and when to retry, as the server says
    std::string body{};        // the raw body, bounded by limits::error_body, keys redacted
    friend bool operator==(const api_error_info&, const api_error_info&) = default;
};

// The HTTP status of the error: that of the response or, if the response was successful, as with an
// error inside a stream, the one that the body states. 0: none.
constexpr int error_status(const api_error_info& api) {
    const bool failed = api.status != 0 && (api.status < 200 || api.status > 299);
    return failed ? api.status : api.stated_status;
}

// The error type of the whole library. Owns its texts; contains no API key.
struct error {
    // The value of `offset` if there is none.
    static constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

    errc code = errc::ok;   // what went wrong; errc::ok: nothing
    std::string message{};  // the API's own message for API errors, else one of the library
    std::string path{};     // JSON path ("choices[0].delta.content"), "" for the root
    std::size_t offset = no_offset;  // bytes from the start of the JSON text or of the stream
    api_error_info api{};            // set only if kind() is error_kind::api

    // Who must act.
    error_kind kind() const { return kind_of(code); }
    friend bool operator==(const error&, const error&) = default;
};

// An error whose message is the given one, else describe(code). Does not throw: if there is no
// memory for the message, it stays empty.
error make_error(errc code, std::string_view message = {}) noexcept;
error make_error(errc code, std::string_view message, std::string path,
                 std::size_t offset = error::no_offset) noexcept;

// An error with errc::out_of_memory and no texts, which would need memory.
error no_memory() noexcept;

// f(), or errc::out_of_memory if memory runs out in it. f returns an errc; core/result.hpp has the
// same for results.
template <class F>
requires std::is_same_v<std::invoke_result_t<F>, errc> errc within_memory(F&& f) {
    return within_memory(f, [] { return errc::out_of_memory; });
}

// One line for logs: "type_mismatch at choices[0].index (byte 41): a value of ...". Does not throw;
// "out_of_memory" if there is no memory for it.
std::string to_string(const error& e);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE error make_error(errc code, std::string_view message) noexcept {
    error e;
    e.code = code;
    const auto say = [&] { e.message.assign(message.empty() ? describe(code) : message); };
    within_memory(say, [] {});
    return e;
}

OAIWIRE_INLINE error make_error(errc code, std::string_view message, std::string path,
                                std::size_t offset) noexcept {
    error e = make_error(code, message);
    e.path = std::move(path);
    e.offset = offset;
    return e;
}

OAIWIRE_INLINE error no_memory() noexcept {
    error e;
    e.code = errc::out_of_memory;
    return e;
}

OAIWIRE_INLINE std::string to_string(const error& e) {
    const auto line = [&] {
        std::string out(name(e.code));
        if (e.api.status != 0) out.append(" ").append(detail::decimal(e.api.status));
        if (!e.path.empty()) out.append(" at ").append(e.path);
        if (e.offset != error::no_offset) {
            out.append(" (byte ")
                .append(detail::decimal(static_cast<std::int64_t>(e.offset)))
                .append(")");
        }
        out.append(": ").append(e.message.empty() ? describe(e.code) : std::string_view(e.message));
        return out;
    };
    // short enough to need no allocation
    return within_memory(line, [] { return std::string(name(errc::out_of_memory)); });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
