// The head of a request as HTTP/1.1 writes it (RFC 9112, 2 and 3): for transports over a plain
// socket. Checks nothing; what it is given was checked when it was built.
#pragma once

#include <cstddef>
#include <string>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire::inline v0_2::http {

// Request line, Host, the request's own fields, Content-Length where a body is meant, and the blank
// line. It holds the key where the fields do: wipe it once it was sent.
std::string request_head(const request& r);

}  // namespace oaiwire::inline v0_2::http

#if OAIWIRE_DEFINES

#include <oaiwire/http/content.hpp>

namespace oaiwire::inline v0_2::http {

OAIWIRE_INLINE std::string request_head(const request& r) {
    std::size_t size = 128 + r.method.size() + r.target.size() + r.origin.host.size();
    for (const auto& h : r.headers) size += h.name.size() + h.value.size() + 4;
    std::string text;
    text.reserve(size);  // grown, it would leave copies of a key behind
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
    return text.append("\r\n");
}

}  // namespace oaiwire::inline v0_2::http

#endif  // OAIWIRE_DEFINES
