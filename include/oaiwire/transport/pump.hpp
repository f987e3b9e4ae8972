// pump_transport: a transport over a connection of yours. Yours moves bytes; the HTTP, its
// timeouts, stops and kept connections are here.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/deliver.hpp>
#include <oaiwire/transport/pump_call.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace oaiwire { inline namespace v0_2 {

// HTTP/1.1 over connections of one type, one call at a time; models http::transport and
// http::pull_transport. Movable; may be used from any thread, by one at a time.
//
// It keeps a connection for the next call to the same origin, and looks before it uses it again
// whether the peer has closed it or sent bytes that nobody asked for. No request is sent twice: if
// the first write on a kept connection fails, so that nothing was sent, it is sent on a new one.
// A server that answers before it has read the whole request is heard; one that refuses it (a
// status from 300 on) is not sent the rest. One that accepts it is read once the request was sent:
// if it reads no further before more of its answer was read than sockets hold, a timeout ends the
// call.
template <class Connection>
class pump_transport {
public:
    using timing = system_timing;
    class body;

    // Makes a Connection from the origin of each request that needs one.
    explicit pump_transport(const oaiwire::limits& bounds = {}) requires
        std::constructible_from<Connection, const http::origin&>
        : pump_transport([](const http::origin& to) { return std::make_unique<Connection>(to); },
                         bounds) {}
    // Connections are made by `make`, which may return null for one that cannot be. Of the limits,
    // head, headers, chunk_extensions and trailers matter.
    explicit pump_transport(std::function<std::unique_ptr<Connection>(const http::origin&)> make,
                            const oaiwire::limits& bounds = {}) {
        static_assert(pump_connection<Connection>);
        const auto make_pool = [&] {
            pool_ = std::make_shared<detail::pump_pool<Connection>>();
            pool_->make = std::move(make);
            pool_->limits = bounds;
        };
        within_memory(make_pool, [&] { starved_ = true; });
    }

    // Sends the request and returns the response once its head has arrived.
    result<body> open(const http::request& request) {
        if (starved_) return no_memory();
        return within_memory([&]() -> result<body> {
            if (!pool_) return make_error(errc::invalid_argument, "the transport was moved from");
            body opened(std::make_unique<call>(pool_, request));
            opened.run([](call& c) { return c.open(); });
            if (opened.call_->failure().code != errc::ok) return opened.call_->failure();
            return opened;
        });
    }

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request), handler);
    }

private:
    using call = detail::pump_call<Connection>;

    std::shared_ptr<detail::pump_pool<Connection>> pool_{};  // null once moved from
    bool starved_ = false;                                   // there was no memory for it
};

// A response whose head has arrived. Models http::response_body.
template <class Connection>
class pump_transport<Connection>::body {
public:
    // The status and the fields. Valid as long as the body, also when it is moved.
    const http::response_head& head() const { return *call_->head(); }

    // Waits for the next bytes, which are valid until the next call. Empty at the end of the body.
    result<std::string_view> read_some() {
        return within_memory([&]() -> result<std::string_view> {
            call_->resume();
            run([](call& c) { return c.read(); });
            if (call_->failure().code != errc::ok) return call_->failure();
            return call_->piece();
        });
    }

private:
    friend class pump_transport;
    using call = detail::pump_call<Connection>;

    explicit body(std::unique_ptr<call> c) : call_(std::move(c)) {}

    // Steps, and waits between them, until a step is ready.
    template <class Step>
    void run(Step next) {
        step_until_ready(next);
        call_->close();
    }
    template <class Step>
    void step_until_ready(Step next) {
        constexpr std::int64_t longest_ms = 3'600'000;
        std::int64_t turn_ms = 20;  // a stop is seen so soon if nothing wakes
        stop_listener listener;
        if constexpr (requires(Connection & c) { c.wake(); }) {
            if (!call_->stop().has_token()) turn_ms = longest_ms;
        }
        for (const Connection* woken = nullptr;;) {
            if constexpr (requires(Connection & c) { c.wake(); }) {
                // a call may take another connection
                auto* const c = call_->connection();
                if (c != woken) {
                    listener.end();
                    woken = c;
                    if (c) {
                        listener.listen(
                            call_->stop(), [](void* p) { static_cast<Connection*>(p)->wake(); }, c);
                    }
                }
            }
            const auto left_ms = call_->check();
            const auto how = next(*call_);
            if (how == call::step::ready) return;
            if (how == call::step::moved) continue;
            call_->connection()->wait(call_->sending(),
                                      static_cast<int>((std::min)(left_ms, turn_ms)));
        }
    }

    std::unique_ptr<call> call_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
