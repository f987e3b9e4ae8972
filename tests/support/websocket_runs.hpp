// Frames written from the RFC's figure, connections that are open, and what they read of bytes in
// pieces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/websocket/connection.hpp>

#include <oracle/websocket.hpp>
#include <support/block.hpp>

namespace support::websockets {

using oaiwire::websocket::connection;
using oaiwire::websocket::event_kind;
using oaiwire::websocket::message_kind;
using oracle::websocket_event;
using oracle::websocket_reading;

// Any frame, also one that is not allowed.
struct frame {
    unsigned op = 1;
    std::string payload{};
    bool fin = true;
    unsigned reserved = 0;                  // three bits
    int wide = -1;                          // bytes of the length: 0, 2, 8; -1: the fewest
    std::optional<std::uint64_t> length{};  // what the header says; else the payload's

    std::string bytes(bool masked) const {
        std::string out;
        const auto put = [&](std::uint64_t b) { out.push_back(static_cast<char>(b % 256)); };
        const std::uint64_t size = length.value_or(payload.size());
        const int form = wide >= 0 ? wide : size < 126 ? 0 : size < 65536 ? 2 : 8;
        put((fin ? 128U : 0U) + reserved * 16 + op);
        put((masked ? 128U : 0U) + (form == 0 ? size : form == 2 ? 126U : 127U));
        for (int i = form - 1; i >= 0; --i) put(size >> (8 * i));
        const std::array<unsigned, 4> key{0x37, 0xFA, 0x21, 0x3D};
        if (masked) {
            for (const unsigned k : key) put(k);
        }
        for (std::size_t i = 0; i != payload.size(); ++i) {
            put(static_cast<unsigned char>(payload[i]) ^ (masked ? key[i % 4] : 0U));
        }
        return out;
    }
};

inline frame text(std::string data, bool fin = true) {
    return {1, std::move(data), fin};
}
inline frame binary(std::string data, bool fin = true) {
    return {2, std::move(data), fin};
}
inline frame more(std::string data, bool fin = true) {
    return {0, std::move(data), fin};
}
inline frame ping(std::string data) {
    return {9, std::move(data)};
}
inline frame pong(std::string data) {
    return {10, std::move(data)};
}
inline frame closing(int code, std::string_view reason = {}) {
    std::string payload;
    if (code >= 0) {
        payload.push_back(static_cast<char>(code / 256));
        payload.push_back(static_cast<char>(code % 256));
    }
    return {8, payload.append(reason)};
}
inline std::string bytes_of(const std::vector<frame>& frames, bool masked) {
    std::string out;
    for (const frame& f : frames) out += f.bytes(masked);
    return out;
}

// The same numbers in each run.
inline oaiwire::websocket::random_source numbers() {
    return [n = std::uint32_t{1}]() mutable { return n = n * 1664525U + 1013904223U; };
}

inline oaiwire::http::duplex_request request() {
    oaiwire::http::duplex_request r;
    r.origin = {"http", "127.0.0.1", 8080};
    r.target = "/v1/realtime?model=m";
    return r;
}

// What a client's connection sends at first, as a server reads it.
inline oaiwire::http::received_request received(std::string_view bytes) {
    oaiwire::http::request_decoder decoder;
    decoder.feed(bytes);
    static_cast<void>(decoder.next());
    if (!decoder.done()) std::abort();
    return *decoder.head();
}

inline std::string take(connection& c) {
    std::string out;
    while (!c.unsent().empty()) {
        out.append(c.unsent());
        c.sent(c.unsent().size());
    }
    return out;
}

// A client whose handshake is done.
inline connection client(oaiwire::http::duplex_request r = request()) {
    auto made = connection::connect(r, numbers());
    if (!made) std::abort();
    connection c = std::move(*made);
    const auto agreed = oaiwire::websocket::read_upgrade(received(take(c)));
    const auto answer = oaiwire::websocket::upgrade_answer(agreed);
    if (!answer) std::abort();
    c.feed(*answer);
    if (c.next() != nullptr || !c.open()) std::abort();
    return c;
}

// A server that has agreed and sent its answer.
inline connection server(const oaiwire::websocket::options& bounds = {}) {
    auto asking = connection::connect(request(), numbers());
    if (!asking) std::abort();
    const auto agreed = oaiwire::websocket::read_upgrade(received(asking->unsent()));
    auto made = connection::accept(agreed, bounds);
    if (!made) std::abort();
    connection c = std::move(*made);
    static_cast<void>(take(c));
    return c;
}

inline websocket_event as_reference(const oaiwire::websocket::event& e) {
    constexpr std::string_view kinds = "tpoc";
    const char kind =
        e.type == message_kind::binary ? 'b' : kinds[static_cast<std::size_t>(e.kind)];
    return {kind, std::string(e.data), e.code};
}

// What a connection read, as the reference says it.
inline websocket_reading reading_of(const connection& c, std::vector<websocket_event> events) {
    using verdict = websocket_reading::verdict;
    websocket_reading out;
    out.events = std::move(events);
    if (!c.ended()) return out;
    const auto code = c.error().code;
    out.outcome = code == oaiwire::errc::ok                ? verdict::closed
                  : code == oaiwire::errc::invalid_framing ? verdict::framing
                  : code == oaiwire::errc::invalid_utf8    ? verdict::text
                  : code == oaiwire::errc::limit_exceeded  ? verdict::limit
                                                           : verdict::more;
    if (code != oaiwire::errc::ok) out.at = c.error().offset;
    return out;
}

// Positions of the splits, ascending.
using cuts = std::vector<std::size_t>;

// Feeds pieces of memory of their own size.
inline std::vector<websocket_event> feed_all(connection& c, std::string_view bytes,
                                             const cuts& at = {}) {
    std::vector<websocket_event> events;
    std::size_t from = 0;
    const auto feed = [&](std::size_t to) {
        const block piece(bytes.substr(from, to - from));
        c.feed(piece.view());
        while (const auto* e = c.next()) events.push_back(as_reference(*e));
        from = to;
    };
    for (const std::size_t cut : at) feed(cut);
    feed(bytes.size());
    return events;
}

}  // namespace support::websockets
