// What went wrong, as one value. Knows no JSON reader, no HTTP stack and no stream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// The class of an API error by the HTTP status that it stands for, in the words of the official
// SDKs; 402, 423 and 425 are Atoma's. `other`: any other status from 400 up, or none of an error.
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

constexpr api_error_class class_of_status(int status) {
    switch (status) {
        case 0:
            return api_error_class::none;
        case 400:
            return api_error_class::bad_request;
        case 401:
            return api_error_class::authentication;
        case 402:
            return api_error_class::payment_required;
        case 403:
            return api_error_class::permission_denied;
        case 404:
            return api_error_class::not_found;
        case 409:
            return api_error_class::conflict;
        case 422:
            return api_error_class::unprocessable_entity;
        case 423:
            return api_error_class::locked;
        case 425:
            return api_error_class::too_early;
        case 429:
            return api_error_class::rate_limit;
        case 500:
            return api_error_class::internal_server;
        case 503:
            return api_error_class::service_unavailable;
        default:
            return api_error_class::other;
    }
}

constexpr std::string_view name(api_error_class c) {
    switch (c) {
        case api_error_class::none:
            return "none";
        case api_error_class::bad_request:
            return "bad_request";
        case api_error_class::authentication:
            return "authentication";
        case api_error_class::payment_required:
            return "payment_required";
        case api_error_class::permission_denied:
            return "permission_denied";
        case api_error_class::not_found:
            return "not_found";
        case api_error_class::conflict:
            return "conflict";
        case api_error_class::unprocessable_entity:
            return "unprocessable_entity";
        case api_error_class::locked:
            return "locked";
        case api_error_class::too_early:
            return "too_early";
        case api_error_class::rate_limit:
            return "rate_limit";
        case api_error_class::internal_server:
            return "internal_server";
        case api_error_class::service_unavailable:
            return "service_unavailable";
        case api_error_class::other:
            return "other";
    }
    return "other";
}

// What the server said about trying again: `retry-after-ms`, `x-ms-retry-after-ms`, `Retry-After`,
// `x-should-retry`.
struct retry_hints {
    std::optional<std::int64_t> after_ms{};  // milliseconds from the receipt of the response
    std::optional<bool> should_retry{};
    std::string raw{};  // the header value that after_ms was read from
    friend bool operator==(const retry_hints&, const retry_hints&) = default;
};

// What an API error body and its response head said. Texts are empty where the server gave none.
struct api_error_info {
    int status = 0;         // of the response; 0: not known, as with a stream that is read alone
    int stated_status = 0;  // the HTTP status from 400 to 599 that the body states; 0: none
    api_error_class error_class = api_error_class::none;
    std::string type{};
    std::string code{};  // numbers are kept as their text
    std::string param{};
    std::string request_id{};
    retry_hints retry{};
    std::string body{};  // the raw body, bounded by limits::error_body, keys redacted
    friend bool operator==(const api_error_info&, const api_error_info&) = default;
};

// The HTTP status that the error stands for: the response's, or what the body states where the
// response was successful, as with an error inside a stream. 0: none.
constexpr int error_status(const api_error_info& api) {
    const bool failed = api.status != 0 && (api.status < 200 || api.status > 299);
    return failed ? api.status : api.stated_status;
}

// The one error type. Owns its texts; holds no secret.
struct error {
    static constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

    errc code = errc::ok;
    std::string message{};           // the API's own message for api errors, ours otherwise
    std::string path{};              // JSON path ("choices[0].delta.content"), "" for the root
    std::size_t offset = no_offset;  // bytes from the start of the JSON text or of the stream
    api_error_info api{};            // set for error_kind::api only

    error_kind kind() const { return kind_of(code); }
    friend bool operator==(const error&, const error&) = default;
};

// Without memory for the message: the rest of it.
error make_error(errc code, std::string_view message = {}, std::string path = {},
                 std::size_t offset = error::no_offset);

// errc::out_of_memory, without texts, which would need memory.
error no_memory();

// The same for what gives a result, or a code.
template <class F>
std::invoke_result_t<F> within_memory(F&& f) {
    if constexpr (std::is_same_v<std::invoke_result_t<F>, errc>) {
        return within_memory(f, [] { return errc::out_of_memory; });
    } else {
        return within_memory(f, no_memory);
    }
}

// One line for a person: "type_mismatch at choices[0].index (byte 41): a value of ...". Without
// memory for it: "out_of_memory".
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
    // short enough to need none
    return within_memory(line, [] { return std::string(name(errc::out_of_memory)); });
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
