// Maps the errors of WinHTTP, Windows Sockets and SChannel to error codes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// What a call was doing when it failed.
enum class winhttp_place : std::uint8_t {
    connecting,  // nothing of the request was sent
    sending,     // some of its content was not
    waiting,     // for the head
    receiving,   // the body
};

// The code for an error of WinHTTP, which depends on how far the call got.
inline errc winhttp_meaning(DWORD code, winhttp_place place) {
    const bool connecting = place == winhttp_place::connecting;
    switch (code) {
        case ERROR_WINHTTP_INVALID_URL:
        case ERROR_WINHTTP_UNRECOGNIZED_SCHEME:
            return errc::invalid_url;
        case ERROR_WINHTTP_NAME_NOT_RESOLVED:
            return errc::resolve_failed;
        case ERROR_WINHTTP_CANNOT_CONNECT:
            return errc::connect_failed;
        case ERROR_WINHTTP_TIMEOUT:
            if (connecting) return errc::connect_timeout;
            return place == winhttp_place::receiving ? errc::idle_timeout
                                                     : errc::first_byte_timeout;
        case ERROR_WINHTTP_SECURE_FAILURE:
        case ERROR_WINHTTP_SECURE_CHANNEL_ERROR:
        case ERROR_WINHTTP_SECURE_CERT_DATE_INVALID:
        case ERROR_WINHTTP_SECURE_CERT_CN_INVALID:
        case ERROR_WINHTTP_SECURE_INVALID_CA:
        case ERROR_WINHTTP_SECURE_CERT_REV_FAILED:
        case ERROR_WINHTTP_SECURE_INVALID_CERT:
        case ERROR_WINHTTP_SECURE_CERT_REVOKED:
        case ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE:
        case ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED:
        case ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY:
        case ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY:
            return connecting ? errc::tls_failed : errc::closed_early;
        case ERROR_WINHTTP_INVALID_SERVER_RESPONSE:
        case ERROR_WINHTTP_REDIRECT_FAILED:
            return errc::invalid_framing;
        case ERROR_WINHTTP_HEADER_COUNT_EXCEEDED:
        case ERROR_WINHTTP_HEADER_SIZE_OVERFLOW:
        case ERROR_WINHTTP_CHUNKED_ENCODING_HEADER_SIZE_OVERFLOW:
            return errc::limit_exceeded;
        case ERROR_NOT_ENOUGH_MEMORY:
        case ERROR_OUTOFMEMORY:
            return errc::out_of_memory;
        case ERROR_INVALID_PARAMETER:
        case ERROR_WINHTTP_INVALID_HEADER:
            return errc::invalid_argument;
        case ERROR_WINHTTP_INTERNAL_ERROR:
        case ERROR_WINHTTP_OUT_OF_HANDLES:
        case ERROR_WINHTTP_INCORRECT_HANDLE_STATE:
        case ERROR_WINHTTP_OPERATION_CANCELLED:
            return errc::transport_failed;
        default:
            break;
    }
    // the connection, or TLS within it: WinHTTP also passes on the codes of what is below it
    if (connecting) return code >= 0x80090000u ? errc::tls_failed : errc::connect_failed;
    if (place == winhttp_place::sending) return errc::send_failed;
    return errc::closed_early;
}

// A sentence on the certificate that was refused; "" if WinHTTP did not say what is wrong with it.
inline std::string_view winhttp_tls_reason(DWORD flags) {
    if (flags & WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA) return "the authority is not trusted";
    if (flags & WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID) {
        return "the certificate is for another name";
    }
    if (flags & WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID) {
        return "the certificate has expired, or is not valid yet";
    }
    if (flags & WINHTTP_CALLBACK_STATUS_FLAG_CERT_REVOKED) return "the certificate was revoked";
    if (flags & WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED) {
        return "whether the certificate was revoked could not be found out";
    }
    if (flags & (WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CERT |
                 WINHTTP_CALLBACK_STATUS_FLAG_CERT_WRONG_USAGE)) {
        return "the certificate is not valid";
    }
    return {};
}

// "WinHTTP's error 12029". Windows' own texts are in the user's language, so they are not used.
inline std::string winhttp_why(DWORD code) {
    return "WinHTTP's error " + std::to_string(code);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
