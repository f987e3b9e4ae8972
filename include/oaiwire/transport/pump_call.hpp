// One HTTP/1.1 call over a connection whose functions do not wait. Base of pump.hpp and
// polled_socket.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/request_head.hpp>
#include <oaiwire/http/response_pump.hpp>
#include <oaiwire/transport/call_deadline.hpp>
#include <oaiwire/transport/call_error.hpp>

namespace oaiwire { inline namespace v0_2 {

// A connection of a byte stream, such as a socket: what pump_transport needs of yours. It is closed
// by its destructor. No function but wait() blocks; one that does delays stops and timeouts. Errors
// are those that calls return: errc::resolve_failed, connect_failed, tls_failed, send_failed,
// receive_failed or transport_failed.
// One more function is used if it is there: `wake()`, called on any thread, makes a wait() that
// runs or comes next return. Without it, a stop from another thread is seen within 20 ms.
template <class C>
concept pump_connection = requires(C& c, std::string_view bytes, bool to_write, int ms) {
    // Goes on connecting, to the origin that it was made for. False: not connected yet. Called
    // again after a wait(true, ms).
    { c.connect() } -> std::same_as<result<bool>>;
    // Sends what can be sent now of bytes, which are not empty, and returns their number; 0:
    // nothing now.
    { c.write(bytes) } -> std::same_as<result<std::size_t>>;
    // Returns what has come, valid until the next read(): no value if nothing has, an empty view
    // once the peer has closed the connection.
    { c.read() } -> std::same_as<result<std::optional<std::string_view>>>;
    // Waits until something has come or, with to_write, until something can be sent; at most ms
    // milliseconds. It may return early.
    c.wait(to_write, ms);
};

namespace detail {

// The connections that a transport keeps for its next calls, and how others are made.
template <class Connection>
struct pump_pool {
    std::function<std::unique_ptr<Connection>(const http::origin&)> make{};
    oaiwire::limits limits{};
    std::size_t most = 1;  // of those that are kept
    std::vector<std::pair<http::origin, std::unique_ptr<Connection>>> kept{};

    // A kept connection that leads there and is silent; null if there is none. Bytes that came
    // unasked would be taken for the next response, and one that was closed cannot be used.
    std::unique_ptr<Connection> take(const http::origin& to) {
        for (std::size_t i = kept.size(); i-- != 0;) {
            if (!(kept[i].first == to)) continue;
            auto c = std::move(kept[i].second);
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
            const auto came = c->read();
            if (came && !came->has_value()) return c;
        }
        return nullptr;
    }
    // The oldest makes room.
    void give_back(const http::origin& to, std::unique_ptr<Connection> c) {
        if (kept.size() >= most) kept.erase(kept.begin());
        kept.emplace_back(to, std::move(c));
    }
};

// Call open() until it is `ready`, then read() each time. `moved`: call again; `wait`: wait for the
// connection first. Before each step, check(). Once failure() is set or ended(), nothing moves.
template <class Connection>
class pump_call {
public:
    enum class step : std::uint8_t { moved, wait, ready };

    // request.body must stay until open() is ready.
    pump_call(std::shared_ptr<pump_pool<Connection>> pool, const http::request& request)
        : pool_(std::move(pool)),
          origin_(request.origin),
          timeouts_(request.timeouts),
          stop_(request.stop),
          response_(request.method, pool_->limits) {
        if (stop_.stop_requested()) {
            fail(errc::cancelled);
            return;
        }
        // the field Host would tell the server, and whoever listens, a user's password
        if (origin_.host.find('@') != origin_.host.npos) {
            fail(errc::invalid_url);
            return;
        }
        head_text_ = http::request_head(request);
        // a short body in the same packet
        constexpr std::size_t packet = 1400;
        if (!request.content && head_text_.size() + request.body.size() <= packet) {
            std::string whole;
            whole.reserve(head_text_.size() + request.body.size());
            whole.append(head_text_).append(request.body);
            head_text_.swap(whole);
            wipe(whole);
        } else {
            content_ = http::content_cursor(request);
        }
        unsent_ = head_text_;
        connection_ = pool_->take(origin_);
        reused_ = connection_ != nullptr;
        if (reused_) phase_ = call_phase::waiting;
        if (!reused_) connect_anew();
    }
    pump_call(const pump_call&) = delete;
    pump_call& operator=(const pump_call&) = delete;
    ~pump_call() {
        wipe(head_text_);
        release();
    }

    // Ends the call if a stop was requested or a timeout has passed. Returns how long the next wait
    // may be, in ms.
    std::int64_t check() {
        if (over()) return 0;
        if (stop_.stop_requested()) {
            fail(errc::cancelled);
            return 0;
        }
        const auto due = next_deadline(timeouts_, phase_, clock::now(), began_, since_);
        if (due.left <= 0) fail(due.code);
        return (std::max)(due.left, std::int64_t{0});
    }

    // ready: the head is there and the request was sent, as far as the server takes it; or it
    // failed.
    step open() {
        if (over()) return step::ready;
        if (phase_ == call_phase::connecting) {
            auto connected = connection_->connect();
            if (!connected) return fail(std::move(connected).error()), step::ready;
            if (!*connected) return step::wait;
            phase_ = call_phase::waiting;
            since_ = clock::now();
        }
        bool moved = sending_ && send_some();
        // a new connection cannot be read before it is connected
        if (phase_ == call_phase::connecting) return over() ? step::ready : step::moved;
        // a server may answer before it has everything
        if (!over() && !response_.head()) moved = receive() || moved;
        if (over()) return step::ready;
        if (response_.head()) {
            constexpr int first_refusal = 300;
            if (sending_ && response_.head()->status >= first_refusal) end_sending(false);
            if (!sending_) return step::ready;
        }
        return moved ? step::moved : step::wait;
    }

    // The caller begins to wait for bytes: its own time does not count for idle_ms.
    void resume() { since_ = clock::now(); }
    // ready: piece() is set, the body has ended, or the call failed.
    step read() {
        if (!piece_.empty() || over()) return step::ready;
        piece_ = response_.next();
        if (!piece_.empty()) return step::ready;
        settle();
        if (over()) return step::ready;
        return receive() ? step::moved : step::wait;
    }
    // The bytes that read() has found, once; valid until the next read().
    std::string_view piece() { return std::exchange(piece_, {}); }

    // Ends the call for a reason of the caller's, unless it has ended.
    void abandon(errc code) {
        if (!over()) fail(code);
    }
    // Closes the connection of a call that has failed, once nothing wakes it any more.
    void close() {
        if (failure_.code != errc::ok) connection_.reset();
    }

    // True while there is something to send.
    bool sending() const { return sending_; }
    // The body has ended properly, and was read.
    bool ended() const { return ended_; }
    // errc::ok, or why the call failed.
    const error& failure() const { return failure_; }
    const http::response_head* head() const { return response_.head(); }
    const stop_handle& stop() const { return stop_; }
    Connection* connection() const { return connection_.get(); }

private:
    using clock = std::chrono::steady_clock;

    bool over() const { return ended_ || failure_.code != errc::ok; }

    void connect_anew() {
        // a stop on another thread may be waking it
        retired_ = std::move(connection_);
        connection_ = pool_->make(origin_);
        phase_ = call_phase::connecting;
        since_ = clock::now();
        if (!connection_) fail(errc::connect_failed);
    }

    // False if nothing could be sent now.
    bool send_some() {
        if (unsent_.empty()) {
            auto more = content_.next();
            // the source's own error; the server must not take the request for whole
            if (!more) {
                failure_ = std::move(more).error();
                return true;
            }
            unsent_ = *more;
            if (unsent_.empty()) {
                end_sending(true);
                return true;
            }
        }
        auto n = connection_->write(unsent_);
        if (!n) {
            // nothing of the request was sent: the server had closed the kept connection
            if (std::exchange(reused_, false)) {
                connect_anew();
                return true;
            }
            // a server that refuses the content may have answered
            send_failure_ = std::move(n).error();
            end_sending(false);
            return true;
        }
        if (*n == 0) return false;
        reused_ = false;
        since_ = clock::now();
        unsent_.remove_prefix(*n);
        return true;
    }

    void end_sending(bool whole) {
        sending_ = false;
        sent_whole_ = whole;
        wipe(head_text_);
        unsent_ = {};
        content_ = {};
    }

    // False if nothing has come.
    bool receive() {
        auto came = connection_->read();
        if (!came) {
            if (send_failure_.code != errc::ok) {
                fail(send_failure_);
            } else {
                fail(std::move(came).error());
            }
            return true;
        }
        if (!came->has_value()) return false;
        since_ = clock::now();
        if ((*came)->empty()) {
            const auto end = response_.finish();
            if (!end && send_failure_.code != errc::ok) {
                fail(send_failure_);
            } else if (!end) {
                fail(end.error());
            }
        } else {
            response_.feed(**came);
            piece_ = response_.next();
        }
        if (response_.begun()) phase_ = call_phase::receiving;
        if (piece_.empty()) settle();
        return true;
    }

    // What the response says once next() has returned nothing.
    void settle() {
        if (response_.failed()) fail(response_.failure());
        // a response without a body ends when it is read
        if (response_.done() && !sending_) ended_ = true;
    }

    void fail(errc code) { fail(make_error(code)); }
    void fail(const error& why) {
        if (failure_.code != errc::ok) return;
        within_memory([&] { failure_ = call_error(origin_, why.code, why.message); },
                      [&] { failure_ = make_error(why.code); });
        failure_.offset = why.offset;
    }

    // Gives the connection back if it may be used again.
    void release() {
        const bool whole = response_.done() && sent_whole_ && failure_.code == errc::ok;
        if (!connection_ || !whole || !response_.keep_alive()) return;
        // without memory it is not kept
        within_memory([&] { pool_->give_back(origin_, std::move(connection_)); }, [] {});
    }

    std::shared_ptr<pump_pool<Connection>> pool_;
    http::origin origin_;
    http::timeouts timeouts_;
    stop_handle stop_;
    std::unique_ptr<Connection> connection_{};
    std::unique_ptr<Connection> retired_{};  // was closed by the peer
    http::response_pump response_;
    std::string head_text_{};  // with the key: wiped once it was sent
    http::content_cursor content_{};
    std::string_view unsent_{};  // of the head or of the content's last piece
    std::string_view piece_{};
    error failure_{};
    error send_failure_{};
    clock::time_point began_ = clock::now();
    clock::time_point since_ = began_;
    call_phase phase_ = call_phase::connecting;
    bool reused_ = false;  // a kept connection, on which nothing was sent yet
    bool sending_ = true;
    bool sent_whole_ = false;
    bool ended_ = false;
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
