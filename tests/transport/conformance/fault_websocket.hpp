// The server's end of a WebSocket connection, for fault_host.hpp: the handshake and frames of
// RFC 6455, written apart from the library's.
#pragma once

#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace oaiwire::conformance::detail {

// RFC 3174.
inline std::array<unsigned char, 20> sha1_of(std::string text) {
    const std::uint64_t bits = std::uint64_t{8} * text.size();
    text.push_back(static_cast<char>(0x80));
    while (text.size() % 64 != 56) text.push_back('\0');
    for (int shift = 56; shift >= 0; shift -= 8) {
        text.push_back(static_cast<char>(bits >> shift & 255));
    }
    const auto turned = [](std::uint32_t v, int by) { return v << by | v >> (32 - by); };
    std::array<std::uint32_t, 5> h{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    for (std::size_t block = 0; block != text.size(); block += 64) {
        std::array<std::uint32_t, 80> w{};
        for (std::size_t i = 0; i != 80; ++i) {
            if (i >= 16) {
                w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
                continue;
            }
            for (std::size_t j = 0; j != 4; ++j) {
                w[i] = w[i] << 8 | static_cast<unsigned char>(text[block + 4 * i + j]);
            }
        }
        auto [a, b, c, d, e] = h;
        for (std::size_t i = 0; i != 80; ++i) {
            const std::uint32_t f = i < 20              ? (b & c) | (~b & d)
                                    : i < 40 || i >= 60 ? b ^ c ^ d
                                                        : (b & c) | (b & d) | (c & d);
            constexpr std::array<std::uint32_t, 4> k{0x5a827999, 0x6ed9eba1, 0x8f1bbcdc,
                                                     0xca62c1d6};
            const std::uint32_t next = turned(a, 5) + f + e + k[i / 20] + w[i];
            e = d;
            d = c;
            c = turned(b, 30);
            b = a;
            a = next;
        }
        h = {h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e};
    }
    std::array<unsigned char, 20> out{};
    for (std::size_t i = 0; i != 20; ++i) {
        out[i] = static_cast<unsigned char>(h[i / 4] >> (24 - 8 * (i % 4)) & 255);
    }
    return out;
}

// The value of Sec-WebSocket-Accept for the key in a request's head.
inline std::string accept_of(const std::string& head) {
    std::string lower = head;
    for (auto& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto field = lower.find("\r\nsec-websocket-key:");
    if (field == lower.npos) return {};
    const auto at = head.find_first_not_of(' ', field + 20);
    const auto digest =
        sha1_of(head.substr(at, head.find('\r', at) - at) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < 21; i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j != 3; ++j) three = three << 8 | (i + j < 20 ? digest[i + j] : 0U);
        for (int shift = 18; shift >= 0; shift -= 6) out.push_back(digits[three >> shift & 63]);
    }
    out.back() = '=';
    return out;
}

// A frame: `first` has the FIN and reserved bits and the opcode. A server's is not masked.
inline std::string frame(int first, std::string_view payload) {
    std::string out(1, static_cast<char>(first));
    const std::uint64_t size = payload.size();
    int bytes = 0;
    if (size < 126) {
        out.push_back(static_cast<char>(size));
    } else {
        bytes = size <= 0xffff ? 2 : 8;
        out.push_back(static_cast<char>(bytes == 2 ? 126 : 127));
    }
    for (int shift = 8 * bytes - 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>(size >> shift & 255));
    }
    return out.append(payload);
}

// A close frame; code 0: without a code.
inline std::string close_frame(int code, std::string_view reason = {}) {
    std::string payload;
    if (code != 0) payload = {static_cast<char>(code >> 8), static_cast<char>(code & 255)};
    return frame(0x88, payload.append(reason));
}

// A client's frame, unmasked.
struct client_frame {
    int first = 0;
    bool masked = false;
    std::string payload{};
};

// Takes a frame off the beginning of `in`. False if it is not whole yet.
inline bool take_frame(std::string& in, client_frame& out) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(in[i]); };
    if (in.size() < 2) return false;
    std::uint64_t size = byte(1) & 127;
    std::size_t at = 2;
    if (size >= 126) {
        const std::size_t bytes = size == 126 ? 2 : 8;
        if (in.size() < 2 + bytes) return false;
        size = 0;
        for (; at != 2 + bytes; ++at) size = size << 8 | byte(at);
    }
    out.first = byte(0);
    out.masked = byte(1) >= 128;
    const std::size_t mask = at;
    if (out.masked) at += 4;
    if (in.size() < at || in.size() - at < size) return false;
    out.payload = in.substr(at, static_cast<std::size_t>(size));
    for (std::size_t i = 0; out.masked && i != out.payload.size(); ++i) {
        out.payload[i] = static_cast<char>(out.payload[i] ^ in[mask + i % 4]);
    }
    in.erase(0, at + static_cast<std::size_t>(size));
    return true;
}

}  // namespace oaiwire::conformance::detail
