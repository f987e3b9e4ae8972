// Close codes (RFC 6455, 7.4).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

// Why a connection is closed. Applications use 4000 to 4999.
namespace close_code {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t going_away = 1001;        // the server stops, the page is left
inline constexpr std::uint16_t protocol_error = 1002;    // the peer violated the protocol
inline constexpr std::uint16_t unsupported_data = 1003;  // a kind of message that is not accepted
inline constexpr std::uint16_t none = 1005;              // never sent: the peer gave no code
inline constexpr std::uint16_t lost = 1006;              // never sent: there was no close
inline constexpr std::uint16_t invalid_text = 1007;      // text that is not UTF-8
inline constexpr std::uint16_t policy = 1008;            // against the server's rules
inline constexpr std::uint16_t too_large = 1009;         // a message over the limit
inline constexpr std::uint16_t internal_error = 1011;
inline constexpr std::uint16_t service_restart = 1012;
inline constexpr std::uint16_t try_again_later = 1013;
}  // namespace close_code

// Whether a close frame may carry the code: registered ones that are sent (1000 to 1003, 1007 to
// 1014), and those of libraries and applications (3000 to 4999).
constexpr bool is_sendable(std::uint16_t code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

}}}  // namespace oaiwire::v0_2::websocket

#include <oaiwire/core/macros_end.hpp>
