// response_socket: responses over a WebSocket of any adapter, blocking or polled.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/attempts.hpp>
#include <oaiwire/api/call_handler.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/session/response_session.hpp>

namespace oaiwire { inline namespace v0_2 {

// In place of a transport for HTTP: there is none.
struct no_transport {};

namespace detail {

// Whether a flow says stop; functions that return nothing say proceed.
template <class F, class... A>
http::flow flow_of(F& f, A&&... arguments) {
    if constexpr (std::is_void_v<std::invoke_result_t<F&, A...>>) {
        f(std::forward<A>(arguments)...);
        return http::flow::proceed;
    } else {
        return f(std::forward<A>(arguments)...);
    }
}

// Whether a message was not sent because of itself: another connection would refuse it, too.
inline bool is_refused(const error& why) {
    return why.code == errc::limit_exceeded || why.code == errc::invalid_text;
}

}  // namespace detail

// Makes one response after the other, as client does, over a WebSocket, which it opens for the
// first and again whenever it was lost or has become old. With a transport for HTTP, calls are made
// over that where the server has no WebSocket, or none can be opened.
//
//     oaiwire::response_socket socket{oaiwire::curl_websocket_transport{}, where};
//     auto first = socket.stream(request, [](const auto& event) { std::cout << text(event); });
//     auto second = socket.stream_next(more, on_event);  // previous_response_id is set
//
// Functions block. What is retried: see response_session. Not thread-safe.
template <http::duplex_transport Duplex, class Http = no_transport,
          timing Timing = typename detail::timing_of<Duplex>::type>
class response_socket {
    using stream_type = typename decltype(std::declval<Duplex&>().connect(
        std::declval<const http::duplex_request&>()))::value_type;

public:
    // Takes the transports and the endpoint. Nothing is opened yet.
    response_socket(Duplex duplex, endpoint where, response_session_options options = {},
                    Timing clock = Timing())
        : duplex_(std::move(duplex)),
          timing_(std::move(clock)),
          session_(std::move(where), std::move(options)) {}
    response_socket(Duplex duplex, Http fallback, endpoint where,
                    response_session_options options = {}, Timing clock = Timing())
        : duplex_(std::move(duplex)),
          http_(std::move(fallback)),
          timing_(std::move(clock)),
          session_(std::move(where), with_fallback(std::move(options))) {}

    // Makes a response, and calls on_event with each event until it has ended; on_event returns
    // void or http::flow, whose stop cancels the turn and closes the connection. on_event may call
    // steer(): the outcome is that of the last response then, and the events are of all.
    template <std::invocable<const ResponseStreamEvent&> OnEvent>
    response_turn_outcome stream(const ResponseRequest& request, OnEvent&& on_event,
                                 const call_options& options = {}) {
        return finish(session_.create(request, options), on_event);
    }
    // The same, continuing the last response that was completed: `input` has what is new.
    template <std::invocable<const ResponseStreamEvent&> OnEvent>
    response_turn_outcome stream_next(const ResponseRequest& request, OnEvent&& on_event,
                                      const call_options& options = {}) {
        return finish(session_.create_next(request, options), on_event);
    }
    // Makes a response and returns it whole.
    result<Response> create(const ResponseRequest& request, const call_options& options = {}) {
        return whole(stream(
            request, [](const ResponseStreamEvent&) {}, options));
    }
    // The same, continuing the last response that was completed.
    result<Response> create_next(const ResponseRequest& request, const call_options& options = {}) {
        return whole(stream_next(
            request, [](const ResponseStreamEvent&) {}, options));
    }

    // Adds input to the response that is being made. For on_event.
    result<void> steer(ResponseInput input) {
        return session_.steer({.previous_response_id = std::string(session_.response_id(turn_)),
                               .input = std::move(input)});
    }
    // Is called with what the server says about such input.
    void on_notice(hook<void(const ResponseSocketEvent&)> call) { on_notice_ = std::move(call); }

    // What is known of turns and lanes.
    response_session& session() { return session_; }
    // The connection; null if none is open.
    stream_type* connection() { return stream_ ? &*stream_ : nullptr; }
    // Closes the connection. The next response opens another.
    result<void> close() {
        if (!stream_) return {};
        auto done = stream_->close(1000, {});
        lose();
        return done;
    }

private:
    static response_session_options with_fallback(response_session_options options) {
        options.fall_back = true;
        return options;
    }
    static result<Response> whole(response_turn_outcome outcome) {
        if (!outcome.ok()) return std::move(outcome.error);
        return std::move(outcome.response);
    }

    // Works until the turn, and those that the server begins after it, have ended.
    template <class OnEvent>
    response_turn_outcome finish(result<std::uint64_t> created, OnEvent& on_event) {
        if (!created) {
            return {.end_reason = stream_end::malformed, .error = std::move(created).error()};
        }
        turn_ = *created;
        while (true) {
            if (session_.pending(turn_)) {
                step(on_event);
            } else if (const std::uint64_t next = session_.successor(turn_)) {
                static_cast<void>(session_.take(turn_));
                turn_ = next;
            } else if (session_.awaits_successor(turn_)) {
                step(on_event);
            } else {
                drain(on_event);
                auto outcome = session_.take(std::exchange(turn_, 0));
                // the server may be making it still, and the next one would wait for it
                if (outcome.end_reason == stream_end::cancelled) static_cast<void>(close());
                return outcome;
            }
        }
    }

    // Does what is due, or waits for the peer, and delivers what came.
    template <class OnEvent>
    void step(OnEvent& on_event) {
        session_.tick(timing_.now_ms());
        if (session_.wants_close()) {
            static_cast<void>(close());
        } else if (const std::uint64_t turn = session_.over_http()) {
            call_http(turn, on_event);
        } else if (session_.wants_connection()) {
            connect();
        } else if (!stream_) {
            wait();
        } else if (!session_.has_unsent()) {
            receive(slice_ms, on_event);
        } else if (!receive(0, on_event)) {  // what came may be the server's close
            send(on_event);
        }
        drain(on_event);
    }
    void connect() {
        auto to = session_.connection_request();
        if (!to) return session_.failed(to.error(), timing_.now_ms());
        auto opened = duplex_.connect(*to);
        if (!opened) return session_.failed(opened.error(), timing_.now_ms());
        stream_.emplace(*std::move(opened));
        session_.opened(timing_.now_ms());
    }
    template <class OnEvent>
    void send(OnEvent& on_event) {
        auto text = session_.take_unsent();
        auto done = stream_->send(http::message_kind::text, *text);
        if (done) return;
        const bool refused = detail::is_refused(done.error());
        if (!refused) session_.put_back(*std::move(text));
        // what came before the end may say why
        while (stream_ && receive(0, on_event)) {
        }
        if (stream_) lose(refused ? &done.error() : nullptr);
    }
    // False: nothing came.
    template <class OnEvent>
    bool receive(std::int64_t wait_ms, OnEvent& on_event) {
        auto received = stream_->receive(wait_ms);
        if (!received) {
            lose(&received.error());
        } else if (*received) {
            if ((*received)->kind == http::message_kind::text) {
                session_.receive((*received)->data);
            }
        } else if (stream_->ended()) {
            lose();
        } else {
            return false;
        }
        drain(on_event);
        return true;
    }
    void wait() {
        const std::int64_t left = session_.due_ms() - timing_.now_ms();
        timing_.sleep((std::clamp)(left, std::int64_t{1}, slice_ms), stop_handle());
    }
    // `why`: the error that it ended by.
    void lose(const error* why = nullptr) {
        const http::close_status how = stream_->closed();
        stream_.reset();
        if (why) return session_.closed(*why, timing_.now_ms());
        session_.closed(how.code, how.reason, timing_.now_ms());
    }

    template <class OnEvent>
    void drain(OnEvent& on_event) {
        while (const auto found = session_.next()) {
            if (found->notice && on_notice_) on_notice_(*found->notice);
            if (!found->event) continue;
            if (detail::flow_of(on_event, *found->event) == http::flow::stop) stop(found->turn);
        }
    }
    // The server cannot be told but by closing.
    void stop(std::uint64_t turn) {
        session_.cancel(turn);
        static_cast<void>(close());
    }

    template <class OnEvent>
    void call_http(std::uint64_t turn, OnEvent& on_event) {
        if constexpr (http::transport<Http>) {
            auto& call = *session_.http_call(turn);
            auto request = session_.http_request(turn);
            if (!request) {
                call.fail(std::move(request).error());
                return session_.http_done(turn);
            }
            const auto deliver = [](void* to, const void* event) {
                return detail::flow_of(*static_cast<OnEvent*>(to),
                                       *static_cast<const ResponseStreamEvent*>(event));
            };
            using function = std::remove_const_t<OnEvent>;
            void* const to = const_cast<function*>(std::addressof(on_event));
            detail::attempt_log attempts;
            const retry_policy policy = session_.retry(turn);
            const detail::attempt_rules rules{policy, request->stop, &timing_,
                                              &detail::timing_table_of<Timing>};
            attempts.begin(rules);
            while (!call.ended()) {
                detail::call_handler handler(call, deliver, to);
                handler.finish(http_.send(*request, handler));
                if (!attempts.again(call, rules, handler.delivered())) break;
            }
            session_.http_done(turn);
        }
    }

    static constexpr std::int64_t slice_ms = 100;  // so that stop_handles are seen

    Duplex duplex_;
#if defined(_MSC_VER)  // it ignores the attribute without its own prefix
    [[msvc::no_unique_address]] Http http_{};
#else
    [[no_unique_address]] Http http_{};
#endif
    Timing timing_;
    response_session session_;
    std::optional<stream_type> stream_{};
    hook<void(const ResponseSocketEvent&)> on_notice_{};
    std::uint64_t turn_ = 0;  // that is being made
};

template <class Duplex>
response_socket(Duplex, endpoint, response_session_options = {}) -> response_socket<Duplex>;
template <class Duplex, http::transport Http>
response_socket(Duplex, Http, endpoint, response_session_options = {})
    -> response_socket<Duplex, Http>;

// The same for programs with a loop of their own. Between polls of the transport, call next() until
// it returns nothing; create() and the rest are the session's. Without fallback.
//
//     oaiwire::polled_response_socket socket(websockets, where);
//     auto turn = socket.session().create(request);
//     every frame: websockets.poll(0);
//     while (const auto found = socket.next(now_ms)) ...
template <http::polled_duplex_transport Transport>
class polled_response_socket {
    using stream_type =
        decltype(std::declval<Transport&>().start(std::declval<const http::duplex_request&>()));

public:
    // The transport must outlive it.
    polled_response_socket(Transport& transport, endpoint where,
                           response_session_options options = {})
        : transport_(&transport), session_(std::move(where), std::move(options)) {}

    // What is to be made, and what came of it.
    response_session& session() { return session_; }
    const response_session& session() const { return session_; }

    // Opens, sends and receives what is due, and returns the next event; nothing if there is none
    // now. See response_session::next(). Never blocks.
    std::optional<response_session_event> next(std::int64_t now_ms) {
        session_.tick(now_ms);
        while (true) {
            if (auto found = session_.next()) return found;
            if (!advance(now_ms)) return std::nullopt;
        }
    }
    // Closes the connection. The next turn opens another.
    void close(std::int64_t now_ms) {
        if (!stream_) return;
        static_cast<void>(stream_->close(1000, {}));
        closing_ = std::move(stream_);
        stream_.reset();
        held_.reset();
        session_.closed(1000, {}, now_ms);
    }

private:
    // True if something changed.
    bool advance(std::int64_t now_ms) {
        if (closing_ && closing_->ended()) closing_.reset();
        if (session_.wants_close()) {
            close(now_ms);
            return true;
        }
        if (!stream_) {
            if (!session_.wants_connection()) return false;
            start(now_ms);
            return true;
        }
        if (!session_.is_open()) {
            if (stream_->head() != nullptr && !stream_->ended()) {
                session_.opened(now_ms);
                return true;
            }
            if (!stream_->ended()) return false;
            const error why = stream_->error();
            stream_.reset();
            session_.failed(why, now_ms);
            return true;
        }
        // what came may be the server's close, so it is read before something is sent
        if (const auto message = stream_->next()) {
            if (message->kind == http::message_kind::text) session_.receive(message->data);
            return true;
        }
        if (stream_->ended()) return lose(stream_->error(), now_ms);
        return send_all(now_ms);
    }
    void start(std::int64_t now_ms) {
        auto to = session_.connection_request();
        if (to) {
            stream_.emplace(transport_->start(*to));
        } else {
            session_.failed(to.error(), now_ms);
        }
    }
    // True if something changed.
    bool send_all(std::int64_t now_ms) {
        bool sent = false;
        // the transport has bounds of its own
        while (stream_->unsent() == 0 || !held_) {
            if (!held_) held_ = session_.take_unsent();
            if (!held_) return sent;
            if (auto done = stream_->send(http::message_kind::text, *held_); !done) {
                const bool full = stream_->unsent() != 0;
                // if a side has closed, the end comes soon
                if (full || !detail::is_refused(done.error())) return sent;
                held_.reset();
                return lose(done.error(), now_ms);
            }
            held_.reset();
            sent = true;
        }
        return sent;
    }
    void put_back() {
        if (held_) session_.put_back(*std::move(held_));
        held_.reset();
    }
    bool lose(const error& why, std::int64_t now_ms) {
        put_back();
        if (why.code == errc::ok) {
            const http::close_status& how = stream_->closed();
            session_.closed(how.code, how.reason, now_ms);
        } else {
            session_.closed(why, now_ms);
        }
        stream_.reset();
        return true;
    }

    Transport* transport_;
    response_session session_;
    std::optional<stream_type> stream_{};
    std::optional<stream_type> closing_{};  // waits for the peer's close
    std::optional<std::string> held_{};     // did not fit yet
};

template <class Transport>
polled_response_socket(Transport&, endpoint, response_session_options = {})
    -> polled_response_socket<Transport>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
