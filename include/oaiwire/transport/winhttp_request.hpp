// Opens WinHTTP's handles: the session of a transport, and the request of a call.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/winhttp_errors.hpp>
#include <oaiwire/transport/winhttp_mailbox.hpp>
#include <oaiwire/transport/winhttp_options.hpp>
#include <oaiwire/transport/winhttp_response.hpp>
#include <oaiwire/transport/winhttp_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// An asynchronous session without a User-Agent; null if Windows refuses.
inline HINTERNET winhttp_session(const winhttp_options& options) {
    const auto open = [](DWORD access) {
        return WinHttpOpen(nullptr, access, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS,
                           WINHTTP_FLAG_ASYNC);
    };
    if (!options.system_proxy) return open(WINHTTP_ACCESS_TYPE_NO_PROXY);
    // the settings of the user and the machine; before Windows 8.1 only those of the machine
    const auto session = open(WINHTTP_ACCESS_TYPE_AUTOMATIC_PROXY);
    return session ? session : open(WINHTTP_ACCESS_TYPE_DEFAULT_PROXY);
}

// What winhttp_open() returns: a code and why, and the length for WinHttpSendRequest().
struct winhttp_opened {
    errc code = errc::ok;
    std::string why{};
    DWORD length = 0;
};

inline bool winhttp_set(HINTERNET handle, DWORD option, DWORD value) {
    return WinHttpSetOption(handle, option, &value, sizeof value) != 0;
}

// The fields of a request, with the length of its content where WinHTTP would not send it: it adds
// one itself to a POST or PUT, and one that fits 32 bits.
inline bool winhttp_fields(const http::request& request, DWORD length, winhttp_text& to) {
    std::size_t size = 64;
    for (const auto& h : request.headers) size += h.name.size() + h.value.size() + 4;
    to.reserve(size);
    bool ok = true;
    for (const auto& h : request.headers) {
        ok = ok && to.append(h.name) && to.append(": ") && to.append(h.value) && to.append("\r\n");
    }
    if (length == 0 && http::has_content(request)) {
        const auto text = std::to_string(http::content_size(request));
        ok = ok && to.append("Content-Length: ") && to.append(text) && to.append("\r\n");
    }
    return ok;
}

// WinHTTP's own timeouts end what the call has left already: they are a little longer than the
// call's.
inline bool winhttp_set_timeouts(HINTERNET request, const http::timeouts& limit) {
    constexpr std::int64_t day = 86'400'000;
    constexpr std::int64_t more = 3000;
    const auto longer = [&](std::int64_t ms) {
        auto least = day;
        for (const auto some : {ms, limit.total_ms}) {
            if (some > 0) least = (std::min)(least, some + more);
        }
        return static_cast<int>(least);
    };
    const int connect = longer(limit.connect_ms);
    return WinHttpSetTimeouts(request, connect, connect, longer(limit.first_byte_ms),
                              longer(limit.idle_ms)) &&
           winhttp_set(request, WINHTTP_OPTION_RECEIVE_RESPONSE_TIMEOUT,
                       static_cast<DWORD>(longer(limit.first_byte_ms)));
}

// No redirects, cookies or authentication, and a bound for heads. (No content coding is the
// default.)
inline bool winhttp_configure(HINTERNET request, const winhttp_options& options) {
    DWORD disabled =
        WINHTTP_DISABLE_COOKIES | WINHTTP_DISABLE_REDIRECTS | WINHTTP_DISABLE_AUTHENTICATION;
    // Wine gives a connection back before it has read the end of the last chunk
    if (!options.keep_connections || winhttp_in_wine()) disabled |= WINHTTP_DISABLE_KEEP_ALIVE;
    const auto bound = static_cast<DWORD>(
        (std::min)(options.limits.head, std::size_t{(std::numeric_limits<std::int32_t>::max)()}));
    winhttp_set(request, WINHTTP_OPTION_MAX_RESPONSE_HEADER_SIZE, bound);  // Wine has none
    return winhttp_set(request, WINHTTP_OPTION_DISABLE_FEATURE, disabled) &&
           winhttp_set(request, WINHTTP_OPTION_REDIRECT_POLICY,
                       WINHTTP_OPTION_REDIRECT_POLICY_NEVER);
}

// Opens a request within `session`, for the mailbox, and gives it all but its content.
inline winhttp_opened winhttp_open(HINTERNET session, const winhttp_options& options,
                                   const http::request& request,
                                   const std::shared_ptr<winhttp_mailbox>& box) {
    const auto& to = request.origin;
    const bool secure = to.scheme == "https";
    winhttp_text host, method, target, fields;
    if ((!secure && to.scheme != "http") || to.host.find('@') != to.host.npos ||
        !host.append(to.host) || !target.append(request.target)) {
        return {errc::invalid_url, {}, 0};
    }
    const auto size = http::content_size(request);
    // longer content is announced by a field
    const auto length = size < (std::numeric_limits<DWORD>::max)() ? static_cast<DWORD>(size) : 0;
    if (!method.append(request.method) || !winhttp_fields(request, length, fields)) {
        return {errc::invalid_argument, "a part of the request is not UTF-8", 0};
    }
    const auto failed = [](DWORD code) -> winhttp_opened {
        return {winhttp_meaning(code, winhttp_place::connecting), winhttp_why(code), 0};
    };
    const auto connection = WinHttpConnect(session, host.c_str(), to.port, 0);
    if (!connection) return failed(GetLastError());
    const DWORD flags = (secure ? WINHTTP_FLAG_SECURE : 0) | WINHTTP_FLAG_ESCAPE_DISABLE |
                        WINHTTP_FLAG_ESCAPE_DISABLE_QUERY;
    const auto opened = WinHttpOpenRequest(connection, method.c_str(), target.c_str(), nullptr,
                                           WINHTTP_NO_REFERER, WINHTTP_DEFAULT_ACCEPT_TYPES, flags);
    // the mailbox has the handles from here on, and closes them
    if (!winhttp_mailbox::open(box, connection, opened)) return failed(GetLastError());
    if (!winhttp_configure(opened, options) || !winhttp_set_timeouts(opened, request.timeouts) ||
        (fields.size() != 0 &&
         !WinHttpAddRequestHeaders(opened, fields.c_str(), static_cast<DWORD>(fields.size()),
                                   WINHTTP_ADDREQ_FLAG_ADD))) {
        return failed(GetLastError());
    }
    return {errc::ok, {}, length};
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
