// The head of a response as WinHTTP has it, checked, and how its body ends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/winhttp_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether this Windows is Wine.
inline bool winhttp_in_wine() {
    static const bool wine = [] {
        const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
        return ntdll && GetProcAddress(ntdll, "wine_get_version");
    }();
    return wine;
}

// Reads a head, and says at the end of the body whether all of it has come: WinHTTP takes a body
// that is shorter than its Content-Length for whole.
class winhttp_response {
public:
    // Reads the head of a request's response. errc::ok, or what is wrong with it.
    errc read(HINTERNET request, const limits& bounds, bool head_method) {
        DWORD status = 0, size = sizeof status;
        if (!WinHttpQueryHeaders(request, WINHTTP_QUERY_STATUS_CODE | WINHTTP_QUERY_FLAG_NUMBER,
                                 WINHTTP_HEADER_NAME_BY_INDEX, &status, &size,
                                 WINHTTP_NO_HEADER_INDEX)) {
            return errc::invalid_framing;
        }
        size = 0;
        WinHttpQueryHeaders(request, WINHTTP_QUERY_RAW_HEADERS_CRLF, WINHTTP_HEADER_NAME_BY_INDEX,
                            nullptr, &size, WINHTTP_NO_HEADER_INDEX);
        if (size / sizeof(wchar_t) > bounds.head) return errc::limit_exceeded;
        std::wstring text(size / sizeof(wchar_t) + 1, L'\0');
        size = static_cast<DWORD>(text.size() * sizeof(wchar_t));
        if (!WinHttpQueryHeaders(request, WINHTTP_QUERY_RAW_HEADERS_CRLF,
                                 WINHTTP_HEADER_NAME_BY_INDEX, text.data(), &size,
                                 WINHTTP_NO_HEADER_INDEX)) {
            return errc::transport_failed;
        }
        text.resize(size / sizeof(wchar_t));
        return parse(status, winhttp_bytes(text), bounds, head_method, winhttp_in_wine());
    }

    // The same for the text of a head. `checks_end`: it must end with an empty line, since Wine
    // takes a head that was cut for a whole one.
    errc parse(unsigned long status, std::string_view text, const limits& bounds, bool head_method,
               bool checks_end) {
        if (status < 200 || status > 999) return errc::invalid_framing;
        while (text.ends_with('\0')) text.remove_suffix(1);
        if (checks_end && !text.ends_with("\r\n\r\n")) return errc::closed_early;
        head_.status = static_cast<int>(status);
        for (std::size_t at = after_line(text, 0); at < text.size(); at = after_line(text, at)) {
            const auto line = text.substr(at, text.find("\r\n", at) - at);
            const auto colon = line.find(':');
            if (colon == line.npos) continue;
            head_.headers.add(line.substr(0, colon), trimmed(line.substr(colon + 1)));
            if (head_.headers.size() > bounds.headers) return errc::limit_exceeded;
        }
        return read_framing(head_method) ? errc::ok : errc::invalid_framing;
    }

    const http::response_head& head() const { return head_; }

    bool in_chunks() const { return framing_ == framing::chunks; }
    // How many of so many bytes can be of the body: Wine has more than its Content-Length.
    std::size_t of_body(std::size_t bytes) const {
        if (framing_ == framing::none) return 0;
        if (framing_ != framing::length) return bytes;
        return static_cast<std::size_t>((std::min)(length_ - received_, std::uint64_t{bytes}));
    }
    // Whether the body is known to be whole.
    bool is_whole() const { return of_body(1) == 0; }
    void count(std::size_t bytes) { received_ += bytes; }
    // errc::ok if the body is whole, now that WinHTTP says so. peer_closed: the server's end of the
    // connection was seen within it.
    errc end(bool peer_closed) const {
        if (framing_ == framing::chunks && peer_closed) return errc::closed_early;
        if (framing_ == framing::length && received_ != length_) return errc::closed_early;
        return errc::ok;
    }

private:
    enum class framing : std::uint8_t { none, length, chunks, until_close };

    static std::size_t after_line(std::string_view text, std::size_t at) {
        const auto end = text.find("\r\n", at);
        return end == text.npos ? text.size() : end + 2;
    }

    // How the body ends (RFC 9112, 6.3); false where two readers could differ.
    bool read_framing(bool head_method) {
        framing_ = framing::until_close;
        std::string_view length;
        for (const auto& h : head_.headers) {
            if (http::same_name(h.name, "Transfer-Encoding")) {
                if (framing_ == framing::chunks || !http::same_name(h.value, "chunked")) {
                    return false;
                }
                framing_ = framing::chunks;
            }
            if (!http::same_name(h.name, "Content-Length")) continue;
            const bool digits =
                !h.value.empty() && h.value.find_first_not_of("0123456789") == h.value.npos;
            if (!digits || h.value.size() > 18 || (!length.empty() && length != h.value)) {
                return false;
            }
            length = h.value;
        }
        if (!length.empty() && framing_ != framing::chunks) {
            framing_ = framing::length;
            for (const char c : length) {
                length_ = length_ * 10 + static_cast<std::uint64_t>(c - '0');
            }
        }
        if (head_method || head_.status == 204 || head_.status == 304) framing_ = framing::none;
        return true;
    }

    http::response_head head_{};
    std::uint64_t length_ = 0;
    std::uint64_t received_ = 0;
    framing framing_ = framing::until_close;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
