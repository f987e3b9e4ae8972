// error: the library's error type, with the details of API errors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

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
    int status;
    std::string_view name;
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

// The retry hints of a response: `retry-after-ms`, `x-ms-retry-after-ms`, `Retry-After`,
// `x-should-retry`.
struct retry_hints {
    std::optional<std::int64_t> after_ms{};  // milliseconds from receipt of the response
    std::optional<bool> should_retry{};      // x-should-retry
    std::string raw{};                       // the header value of after_ms
    friend bool operator==(const retry_hints&, const retry_hints&) = default;
};

// Details of an API error, from the body and the response head. Absent texts are empty.
struct api_error_info {
    // of the response; 0: unknown, such as in a stream decoded without its head
    int status = 0;
    int stated_status = 0;  // HTTP status 400 to 599 stated in the body; 0: none
    api_error_class error_class = api_error_class::none;  // from the status
    std::string type{};                                   // as sent
    std::string code{};                                   // as sent; numbers as text
    std::string param{};                                  // the request member at fault
    std::string request_id{};                             // to quote when reporting a problem
    retry_hints retry{};                                  // the requested wait
    std::string body{};  // the raw body, limited by limits::error_body, keys removed
    friend bool operator==(const api_error_info&, const api_error_info&) = default;
};

// Returns the HTTP status of the error: the response's or, if that is a success (an error within a
// stream), the one that the body states. 0: none.
constexpr int error_status(const api_error_info& api) {
    const bool failed = api.status != 0 && (api.status < 200 || api.status > 299);
    return failed ? api.status : api.stated_status;
}

// An error. Owns its texts; contains no secrets.
struct error {
    // The value of `offset` if there is none.
    static constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

    errc code = errc::ok;  // what went wrong
    // the server's own message for API errors, otherwise the library's
    std::string message{};
    std::string path{};              // JSON path ("choices[0].delta.content"), "" for the root
    std::size_t offset = no_offset;  // bytes from the start of the JSON text or of the stream
    api_error_info api{};            // set only if kind() is error_kind::api

    // Who must act.
    error_kind kind() const { return kind_of(code); }
    friend bool operator==(const error&, const error&) = default;
};

// Creates an error. If the message cannot be allocated, the error is returned without one.
error make_error(errc code, std::string_view message = {}, std::string path = {},
                 std::size_t offset = error::no_offset);

// errc::out_of_memory without texts, so that no memory is needed.
error no_memory();

// Overload for callables that return result<T> or errc: bad_alloc becomes errc::out_of_memory.
template <class F>
std::invoke_result_t<F> within_memory(F&& f) {
    if constexpr (std::is_same_v<std::invoke_result_t<F>, errc>) {
        return within_memory(f, [] { return errc::out_of_memory; });
    } else {
        return within_memory(f, no_memory);
    }
}

// One line for logs: "type_mismatch at choices[0].index (byte 41): a value of ...". If memory runs
// out: "out_of_memory".
std::string to_string(const error& e);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE error make_error(errc code, std::string_view message, std::string path,
                                std::size_t offset) {
    error e;
    e.code = code;
    e.path = std::move(path);
    e.offset = offset;
    const auto say = [&] { e.message.assign(message.empty() ? describe(code) : message); };
    within_memory(say, [] {});
    return e;
}

OAIWIRE_INLINE error no_memory() {
    error e;
    e.code = errc::out_of_memory;
    return e;
}

OAIWIRE_INLINE std::string to_string(const error& e) {
    const auto line = [&] {
        std::string out(name(e.code));
        if (e.api.status != 0) out.append(" ").append(std::to_string(e.api.status));
        if (!e.path.empty()) out.append(" at ").append(e.path);
        if (e.offset != error::no_offset) {
            out.append(" (byte ").append(std::to_string(e.offset)).append(")");
        }
        out.append(": ").append(e.message.empty() ? describe(e.code) : std::string_view(e.message));
        return out;
    };
    // short enough to need no allocation
    return within_memory(line, [] { return std::string(name(errc::out_of_memory)); });
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
