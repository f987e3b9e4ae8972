// The opening handshake of a client and of a server (RFC 6455, 4).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/received_request.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

// Sec-WebSocket-Accept for a Sec-WebSocket-Key (RFC 6455, 4.2.2).
std::string accept_of(std::string_view key);

// The request of a client's handshake, to be sent with a transport of HTTP/1.1. `key`: 16 random
// bytes in base64, for this connection only.
// Errors: errc::invalid_header for a field of the handshake among the fields, or a subprotocol that
// is not a token or repeated; invalid_url for white space and control characters in host or target;
// out_of_memory.
result<http::request> handshake_request(const http::duplex_request& request, std::string_view key);

// Checks the answer to it: status 101, Upgrade, Connection, Sec-WebSocket-Accept, no extension, and
// no subprotocol but one that was offered (RFC 6455, 4.1).
// Errors: errc::unexpected_status, invalid_header.
result<void> check_answer(const http::response_head& head, const http::duplex_request& request,
                          std::string_view key);

// What a server makes of a request that asks for WebSocket.
struct upgrade {
    // 101: agree. Else the status to refuse it with: 400, 405 (Allow: GET), 426 (with
    // "Sec-WebSocket-Version: 13" and "Upgrade: websocket"), 503 without memory.
    int status = 0;
    std::string_view message{};               // why it is refused, a literal
    std::string accept{};                     // Sec-WebSocket-Accept
    std::vector<std::string> subprotocols{};  // that the client offers; may hold a credential
};

// Whether the request asks for WebSocket: a server treats others as plain HTTP.
bool is_upgrade(const http::received_request& request);

// Checks a request that asks for WebSocket (RFC 6455, 4.2.1). Whether its path and key are accepted
// is up to the program.
upgrade read_upgrade(const http::received_request& request);

// The head of a server's agreement, status line to empty line, to be written to the socket.
// `subprotocol`: one of those offered, or "". `headers`: further fields of the answer.
// Errors: errc::invalid_argument for another subprotocol, or if the request is to be refused;
// invalid_header for a field that HTTP does not allow, or that frames the message; out_of_memory.
result<std::string> upgrade_answer(const upgrade& agreed, std::string_view subprotocol = {},
                                   const http::header_list& headers = {});

}}}  // namespace oaiwire::v0_2::websocket

#include <algorithm>
#include <array>
#include <utility>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/websocket/sha1.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

namespace detail {

inline constexpr std::string_view handshake_names[] = {
    "Host",
    "Connection",
    "Upgrade",
    "Sec-WebSocket-Key",
    "Sec-WebSocket-Version",
    "Sec-WebSocket-Protocol",
    "Sec-WebSocket-Extensions",
    "Sec-WebSocket-Accept",
};

inline bool is_of_handshake(std::string_view name) {
    return std::any_of(std::begin(handshake_names), std::end(handshake_names),
                       [&](std::string_view n) { return http::same_name(n, name); });
}

// Whether nothing in the text could end a line or a word of a request's head.
inline bool is_one_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7F;
    });
}

inline bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), http::detail::is_token_char);
}

// Calls f(element) for each element of the lists in all fields of that name (RFC 9110, 5.6.1).
template <class F>
void each_element(const http::header_list& fields, std::string_view name, F f) {
    for (const auto& field : fields) {
        if (!http::same_name(field.name, name)) continue;
        const std::string_view value = field.value;
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t end = (std::min)(value.find(',', at), value.size());
            const auto element = oaiwire::detail::trimmed(value.substr(at, end - at), " \t");
            if (!element.empty()) f(element);
            at = end + 1;
        }
    }
}

inline bool lists(const http::header_list& fields, std::string_view name, std::string_view option) {
    bool found = false;
    each_element(fields, name,
                 [&](std::string_view e) { found = found || http::same_name(e, option); });
    return found;
}

inline std::size_t count_of(const http::header_list& fields, std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(),
                      [&](const http::header& h) { return http::same_name(h.name, name); }));
}

inline bool is_key(std::string_view text) {
    std::array<std::uint8_t, 16> bytes{};
    return text.size() == 24 && base64_decoded_size(text) == 16 &&
           decode_base64(text, bytes).has_value();
}

}  // namespace detail

inline std::string accept_of(std::string_view key) {
    const auto hash = detail::sha1(std::string(key).append("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return to_base64(hash);
}

inline result<http::request> handshake_request(const http::duplex_request& request,
                                               std::string_view key) {
    return within_memory([&]() -> result<http::request> {
        if (!detail::is_one_word(request.target) || !detail::is_one_word(request.origin.host)) {
            return make_error(errc::invalid_url);
        }
        http::request out;
        out.method = "GET";
        out.origin = request.origin;
        out.target = request.target;
        out.timeouts = request.timeouts;
        out.stop = request.stop;
        out.headers.add("Connection", "Upgrade");
        out.headers.add("Upgrade", "websocket");
        out.headers.add("Sec-WebSocket-Version", "13");
        out.headers.add("Sec-WebSocket-Key", key);
        std::size_t size = 0;
        for (const auto& name : request.subprotocols) size += name.size() + 2;
        http::header offered("Sec-WebSocket-Protocol", {}, true);
        offered.value.reserve(size);  // a reallocation would leave a copy of a credential behind
        for (auto at = request.subprotocols.begin(); at != request.subprotocols.end(); ++at) {
            if (!detail::is_token(*at)) {
                return make_error(errc::invalid_header, "a subprotocol is not a token");
            }
            if (std::find(request.subprotocols.begin(), at, *at) != at) {
                return make_error(errc::invalid_header, "a subprotocol is repeated");
            }
            if (!offered.value.empty()) offered.value.append(", ");
            offered.value.append(*at);
        }
        if (size != 0) out.headers.add(offered.name, offered.value, true);
        for (const auto& h : request.headers) {
            if (detail::is_of_handshake(h.name)) {
                return make_error(errc::invalid_header,
                                  "a field of the handshake is among the fields of the request");
            }
            if (auto ok = http::add_checked(out.headers, h.name, h.value, h.sensitive); !ok) {
                return std::move(ok).error();
            }
        }
        return out;
    });
}

inline result<void> check_answer(const http::response_head& head,
                                 const http::duplex_request& request, std::string_view key) {
    return within_memory([&]() -> result<void> {
        const auto refuse = [](std::string_view message) {
            return make_error(errc::invalid_header, message);
        };
        if (head.status != 101) {
            return make_error(
                errc::unexpected_status,
                "the server refused the handshake with status " + std::to_string(head.status));
        }
        if (!detail::lists(head.headers, "Upgrade", "websocket")) {
            return refuse("the answer to the handshake lacks \"Upgrade: websocket\"");
        }
        if (!detail::lists(head.headers, "Connection", "Upgrade")) {
            return refuse("the answer to the handshake lacks \"Connection: Upgrade\"");
        }
        if (detail::count_of(head.headers, "Sec-WebSocket-Accept") != 1 ||
            head.headers.value("Sec-WebSocket-Accept") != accept_of(key)) {
            return refuse("Sec-WebSocket-Accept does not belong to the key");
        }
        if (head.headers.find("Sec-WebSocket-Extensions")) {
            return refuse("the server uses an extension that was not offered");
        }
        if (const auto* chosen = head.headers.find("Sec-WebSocket-Protocol")) {
            const auto& offered = request.subprotocols;
            if (detail::count_of(head.headers, "Sec-WebSocket-Protocol") != 1 ||
                std::find(offered.begin(), offered.end(), chosen->value) == offered.end()) {
                return refuse("the server chose a subprotocol that was not offered");
            }
        }
        return {};
    });
}

inline bool is_upgrade(const http::received_request& request) {
    return detail::lists(request.headers, "Upgrade", "websocket");
}

inline upgrade read_upgrade(const http::received_request& request) {
    const auto refuse = [](int status, std::string_view message) {
        upgrade out;
        out.status = status;
        out.message = message;
        return out;
    };
    const auto read = [&]() -> upgrade {
        const auto& fields = request.headers;
        if (request.method != "GET") return refuse(405, "a WebSocket is opened with GET");
        if (request.minor_version < 1) return refuse(400, "a WebSocket takes HTTP/1.1");
        if (!is_upgrade(request)) return refuse(426, "the request does not ask for WebSocket");
        if (!detail::lists(fields, "Connection", "Upgrade")) {
            return refuse(400, "the request lacks \"Connection: Upgrade\"");
        }
        if (fields.find("Transfer-Encoding") ||
            fields.value("Content-Length").find_first_not_of('0') != std::string_view::npos) {
            return refuse(400, "a request for WebSocket has no body");
        }
        if (detail::count_of(fields, "Sec-WebSocket-Version") != 1 ||
            fields.value("Sec-WebSocket-Version") != "13") {
            return refuse(426, "Sec-WebSocket-Version is not 13");
        }
        const std::string_view key = fields.value("Sec-WebSocket-Key");
        if (detail::count_of(fields, "Sec-WebSocket-Key") != 1 || !detail::is_key(key)) {
            return refuse(400, "Sec-WebSocket-Key is not 16 bytes in base64");
        }
        upgrade out;
        bool tokens = true;
        detail::each_element(fields, "Sec-WebSocket-Protocol", [&](std::string_view name) {
            tokens = tokens && detail::is_token(name);
            out.subprotocols.emplace_back(name);
        });
        if (!tokens) return refuse(400, "a subprotocol is not a token");
        out.accept = accept_of(key);
        out.status = 101;
        return out;
    };
    return within_memory(read, [&] { return refuse(503, "out of memory"); });
}

inline result<std::string> upgrade_answer(const upgrade& agreed, std::string_view subprotocol,
                                          const http::header_list& headers) {
    return within_memory([&]() -> result<std::string> {
        if (agreed.status != 101) {
            return make_error(errc::invalid_argument, "the request is no valid handshake");
        }
        const auto& offered = agreed.subprotocols;
        if (!subprotocol.empty() &&
            std::find(offered.begin(), offered.end(), subprotocol) == offered.end()) {
            return make_error(errc::invalid_argument, "the client did not offer the subprotocol");
        }
        std::string out =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Accept: " +
            agreed.accept + "\r\n";
        if (!subprotocol.empty()) {
            out.append("Sec-WebSocket-Protocol: ").append(subprotocol).append("\r\n");
        }
        for (const auto& h : headers) {
            if (detail::is_of_handshake(h.name)) {
                return make_error(errc::invalid_header, "a field of the handshake is given");
            }
            if (auto ok = http::check_extra_field(h.name); !ok) return std::move(ok).error();
            if (auto ok = http::check_field_value(h.value); !ok) return std::move(ok).error();
            out.append(h.name).append(h.value.empty() ? ":" : ": ").append(h.value).append("\r\n");
        }
        return out.append("\r\n");
    });
}

}}}  // namespace oaiwire::v0_2::websocket

#include <oaiwire/core/macros_end.hpp>
