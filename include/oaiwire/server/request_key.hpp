// Finds the API key in the head of a request: `Authorization: Bearer` (RFC 6750, 2.1) or Azure's
// `api-key`.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// What the head says of a key.
struct request_key {
    enum class kind : std::uint8_t {
        none,       // no such field, or another scheme than Bearer
        one,        // a key
        malformed,  // empty, or with characters that a key cannot have
        several,    // the same field twice, or two fields with different keys
    };
    kind what = kind::none;
    std::string_view text{};  // of a key; valid as long as the head
};

// Linear in the number of fields.
request_key key_in(const http::header_list& headers);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <cstddef>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The key in the value of an Authorization field. The scheme's case does not matter (RFC 9110,
// 11.1).
inline request_key bearer_key(std::string_view value) {
    constexpr std::string_view scheme = "Bearer";
    const std::size_t end = value.find(' ');
    if (!http::same_name(value.substr(0, end), scheme)) return {};
    return {request_key::kind::one,
            end == std::string_view::npos ? std::string_view() : trimmed(value.substr(end), " ")};
}

OAIWIRE_ADAPTER_INLINE request_key key_in(const http::header_list& headers) {
    request_key found;
    bool bearer_seen = false, azure_seen = false;
    for (const auto& field : headers) {
        const bool bearer = http::same_name(field.name, "Authorization");
        const bool azure = !bearer && http::same_name(field.name, "api-key");
        if (!bearer && !azure) continue;
        bool& seen = bearer ? bearer_seen : azure_seen;
        if (seen) return {request_key::kind::several, {}};
        seen = true;
        const request_key one =
            bearer ? bearer_key(field.value) : request_key{request_key::kind::one, field.value};
        if (one.what == request_key::kind::none) continue;
        if (found.what == request_key::kind::one && !equal_in_constant_time(found.text, one.text)) {
            return {request_key::kind::several, {}};
        }
        found = one;
    }
    if (found.what != request_key::kind::one) return found;
    if (found.text.empty()) return {request_key::kind::malformed, {}};
    for (const char c : found.text) {
        if (!http::detail::is_visible(c)) return {request_key::kind::malformed, {}};
    }
    return found;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
