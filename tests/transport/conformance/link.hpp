// One WebSocket connection of any duplex transport to the fault server, waiting or polled.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/duplex.hpp>

#include <support/catch.hpp>
#include <support/fault_server.hpp>
#include <transport/conformance/fault_websocket.hpp>

#include "call.hpp"

namespace oaiwire::conformance {

// The capabilities that a duplex transport claims.
struct duplex_traits {
    bool tls = false;  // https
};

namespace detail {

using http::message_kind;

// A connection in one of its two forms, whose functions wait.
struct link {
    virtual ~link() = default;
    virtual oaiwire::result<void> open(const http::duplex_request& r) = 0;
    virtual oaiwire::result<void> send(message_kind kind, std::string_view data) = 0;
    virtual oaiwire::result<std::optional<http::message>> receive(std::int64_t wait_ms) = 0;
    virtual oaiwire::result<void> close(std::uint16_t code, std::string_view reason) = 0;
    virtual bool ended() const = 0;
    virtual const http::close_status& closed() const = 0;
    virtual const http::response_head* head() const = 0;
};

// Makes a link with a transport of its own that trusts the authorities in a file; "": the system's.
using link_maker = std::function<std::unique_ptr<link>(const std::string& ca_file)>;

template <class T>
struct waiting_link final : link {
    template <class Make>
    waiting_link(Make& make, const std::string& ca_file) : transport(make(ca_file)) {}
    oaiwire::result<void> open(const http::duplex_request& r) override {
        stream.reset();
        auto opened = transport.connect(r);
        if (!opened) return std::move(opened).error();
        stream.emplace(std::move(*opened));
        return {};
    }
    oaiwire::result<void> send(message_kind kind, std::string_view data) override {
        return stream->send(kind, data);
    }
    oaiwire::result<std::optional<http::message>> receive(std::int64_t wait_ms) override {
        return stream->receive(wait_ms);
    }
    oaiwire::result<void> close(std::uint16_t code, std::string_view reason) override {
        return stream->close(code, reason);
    }
    bool ended() const override { return stream->ended(); }
    const http::close_status& closed() const override { return stream->closed(); }
    const http::response_head* head() const override { return &stream->head(); }
    T transport;
    std::optional<typename decltype(transport.connect(http::duplex_request{}))::value_type>
        stream{};
};

template <class T>
struct polled_link final : link {
    template <class Make>
    polled_link(Make& make, const std::string& ca_file) : transport(make(ca_file)) {}
    // Polls until it is true, for a while.
    template <class Done>
    bool until(std::int64_t wait_ms, Done done) {
        const auto began = clock_type::now();
        while (!done()) {
            const auto left = wait_ms - ms_since(began);
            if (left <= 0) return false;
            transport.poll(left);
        }
        return true;
    }
    oaiwire::result<void> failure() const {
        if (stream->error().code == errc::ok) return {};
        return stream->error();
    }
    oaiwire::result<void> open(const http::duplex_request& r) override {
        stream.reset();
        kept.clear();
        stream.emplace(transport.start(r));
        until(20'000, [&] { return stream->head() || stream->ended(); });
        return stream->head() ? oaiwire::result<void>() : failure();
    }
    oaiwire::result<void> send(message_kind kind, std::string_view data) override {
        if (auto queued = stream->send(kind, data); !queued) {
            return stream->error().code != errc::ok ? failure() : queued;
        }
        // the server may wait for us to read before it reads
        until(20'000, [&] {
            while (const auto got = stream->next()) {
                kept.emplace_back(got->kind, std::string(got->data));
            }
            return stream->unsent() == 0 || stream->ended();
        });
        return failure();
    }
    oaiwire::result<std::optional<http::message>> receive(std::int64_t wait_ms) override {
        std::optional<http::message> got;
        if (!kept.empty()) {
            current = std::move(kept.front());
            kept.pop_front();
            return http::message{current.first, current.second};
        }
        until(wait_ms < 0 ? 20'000 : wait_ms, [&] {
            got = stream->next();
            return got || stream->ended();
        });
        if (!got && stream->ended() && stream->error().code != errc::ok) return stream->error();
        return got;
    }
    oaiwire::result<void> close(std::uint16_t code, std::string_view reason) override {
        if (auto begun = stream->close(code, reason); !begun && !stream->ended()) return begun;
        until(20'000, [&] {
            while (stream->next()) {
            }
            return stream->ended();
        });
        kept.clear();
        return failure();
    }
    bool ended() const override { return kept.empty() && stream->ended(); }
    const http::close_status& closed() const override { return stream->closed(); }
    const http::response_head* head() const override { return stream->head(); }
    T transport;
    std::optional<decltype(transport.start(http::duplex_request{}))> stream{};
    std::deque<std::pair<message_kind, std::string>> kept{};  // came while we sent
    std::pair<message_kind, std::string> current{};           // of the last receive()
};

inline http::duplex_request socket_to(const std::string& id) {
    http::duplex_request r;
    r.origin = {"http", "127.0.0.1", server().port};
    r.target = "/" + id + "/v1/socket?key=canary";
    r.headers.add("Authorization", "Bearer canary", true);
    r.timeouts = {.connect_ms = 10'000, .first_byte_ms = 10'000, .idle_ms = 10'000, .total_ms = 0};
    return r;
}
inline http::duplex_request socket_to(const script& s) {
    return socket_to(server().add(s));
}

// "text hello", "binary ...", "nothing", or the name of the error; long ones as size and hash.
inline std::string received(link& c, std::int64_t wait_ms = 10'000) {
    const auto got = c.receive(wait_ms);
    if (!got) {
        CHECK(to_string(got.error()).find("canary") == std::string::npos);
        return std::string(name(got.error().code));
    }
    if (!*got) return "nothing";
    const std::string_view data = (*got)->data;
    std::string out = (*got)->kind == message_kind::text ? "text " : "binary ";
    if (data.size() < 200) return out.append(data);
    return out + std::to_string(data.size()) + ' ' + std::to_string(support::fnv1a(data));
}
// The same for a message that is sent.
inline std::string shown(message_kind kind, std::string_view data) {
    std::string out = kind == message_kind::text ? "text " : "binary ";
    if (data.size() < 200) return out.append(data);
    return out + std::to_string(data.size()) + ' ' + std::to_string(support::fnv1a(data));
}
// "ok", or the name of the error.
inline std::string shown(const oaiwire::result<void>& done) {
    if (!done) CHECK(to_string(done.error()).find("canary") == std::string::npos);
    return std::string(done ? "ok" : name(done.error().code));
}
inline std::string shown(const http::close_status& how) {
    return std::to_string(how.code) + ' ' + how.reason;
}

// What the fault server's log has for a frame.
inline std::string logged(int first, std::string_view payload) {
    std::string out = std::to_string(first) + ' ' + std::to_string(payload.size()) + ' ' +
                      std::to_string(support::fnv1a(payload));
    if (payload.size() < 200) out.append(" ").append(payload);
    return out + '\n';
}
// The log, once it contains that, or after a while.
inline std::string log_with(const std::string& id, std::string_view text) {
    for (int i = 0;; ++i) {
        auto log = server().frames(id);
        if (log.find(text) != log.npos || i == 200) return log;
        sleep_ms(10);
    }
}
inline std::string close_payload(int code, std::string_view reason = {}) {
    return support::close_frame(code, reason).substr(2);
}

}  // namespace detail
}  // namespace oaiwire::conformance
