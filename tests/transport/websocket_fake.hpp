// WebSocket connections of a transport to a server in the same thread, without sockets.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <oaiwire/http/received_request.hpp>
#include <oaiwire/transport/websocket_task.hpp>
#include <oaiwire/websocket/handshake.hpp>

#include <support/catch.hpp>

namespace websocket_fake {

namespace http = oaiwire::http;
using oaiwire::detail::websocket_pool;
using oaiwire::detail::websocket_task;
using oaiwire::websocket::connection;

// A connection to a server in the same thread, without sockets.
struct fake_task final : websocket_task {
    explicit fake_task(websocket_pool& pool) : websocket_task(pool) {}
    void connect() override {
        if (!refuses) ready();
    }
    void disconnect() noexcept override { ++disconnects; }

    // Moves bytes in pieces of that size, once in each direction. True if some were moved.
    bool move(std::size_t piece) {
        bool moved = false;
        if (!unsent().empty()) {
            moved = true;
            const std::string bytes(unsent().substr(0, piece));
            sent(bytes.size());
            take(bytes);
        }
        if (wants_bytes() && !to_client.empty() && !mute) {
            moved = true;
            const std::string bytes = to_client.substr(0, piece);
            to_client.erase(0, bytes.size());
            received(bytes);
        }
        return moved;
    }
    // The server's part.
    void take(std::string_view bytes) {
        if (!agreed) {
            asked += bytes;
            const auto end = asked.find("\r\n\r\n");
            if (end == asked.npos) return;
            http::received_request request{.method = "GET", .target = "/"};
            for (auto at = asked.find("\r\n") + 2; at < end + 2;) {
                const auto line = asked.substr(at, asked.find("\r\n", at) - at);
                at += line.size() + 2;
                request.headers.add(line.substr(0, line.find(':')),
                                    line.substr(line.find(':') + 2));
            }
            auto made = connection::accept(oaiwire::websocket::read_upgrade(request));
            REQUIRE(made);
            server = std::move(*made);
            agreed = true;
            const std::string rest = asked.substr(end + 4);
            flush();
            to_client += greeting;
            return take(rest);
        }
        server.feed(bytes);
        while (const auto* event = server.next()) {
            if (event->kind != oaiwire::websocket::event_kind::message) continue;
            got += std::string(event->data) + ';';
            if (echoes) static_cast<void>(server.send(event->type, std::string(event->data)));
        }
        flush();
    }
    void flush() {
        while (!server.unsent().empty()) {
            to_client += server.unsent();
            server.sent(server.unsent().size());
        }
    }

    connection server{};
    std::string asked{};
    std::string to_client{};
    std::string got{};
    bool agreed = false;
    bool echoes = true;
    bool mute = false;
    static inline bool refuses = false;
    static inline std::string greeting{};  // bytes that follow the handshake
    int disconnects = 0;
};

struct fake_pool final : websocket_pool {
    ~fake_pool() override { end_all(); }
    std::shared_ptr<websocket_task> make_task() override {
        return std::make_shared<fake_task>(*this);
    }
    bool step(std::int64_t longest_ms) override {
        ++steps;
        bool moved = false;
        for (std::size_t i = running().size(); i-- != 0;) {
            moved |= static_cast<fake_task*>(running()[i])->move(piece);
        }
        const auto rest = moved ? 0 : std::min(longest_ms, std::int64_t{10});
        std::this_thread::sleep_for(std::chrono::milliseconds(rest));
        return moved;
    }
    void wake() noexcept override {}
    std::shared_ptr<fake_task> open(const http::duplex_request& request = {}) {
        return std::static_pointer_cast<fake_task>(start(request, true));
    }
    void settle() {
        while (step(0)) {
        }
    }
    std::size_t open_connections() const { return running().size(); }
    std::size_t piece = 1000;
    int steps = 0;
};

inline http::duplex_request request_of() {
    http::duplex_request r;
    r.origin = {"http", "example.org", 80};
    r.target = "/";
    return r;
}

}  // namespace websocket_fake
