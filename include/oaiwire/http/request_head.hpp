// Formats the head of an HTTP/1.1 request (RFC 9112, sections 2 and 3), for transports that write
// to a socket themselves. The request must have been checked before.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Returns the request line, Host, the request's fields, Content-Length if the request has content,
// and the blank line. The text contains the API key if the fields do: wipe() it after sending.
std::string request_head(const request& r);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <oaiwire/http/content.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE std::string request_head(const request& r) {
    std::size_t size = 128 + r.method.size() + r.target.size() + r.origin.host.size();
    for (const auto& h : r.headers) size += h.name.size() + h.value.size() + 4;
    std::string text;
    text.reserve(size);  // a reallocation would leave a copy of the key behind
    const bool usual = r.origin.port == (r.origin.scheme == "https" ? 443 : 80);
    text.append(r.method).append(" ").append(r.target).append(" HTTP/1.1\r\nHost: ");
    text.append(r.origin.host);
    if (!usual) text.append(":").append(std::to_string(r.origin.port));
    text.append("\r\n");
    for (const auto& h : r.headers) {
        text.append(h.name).append(h.value.empty() ? ":" : ": ").append(h.value).append("\r\n");
    }
    if (has_content(r)) {
        text.append("Content-Length: ").append(std::to_string(content_size(r))).append("\r\n");
    }
    text.append("\r\n");
    return text;  // what append() returns would be copied, and the key with it
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
