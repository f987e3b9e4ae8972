// One HTTP/1.1 call in callbacks, over Boost.Asio 1.74 or newer and Boost.Beast's parser. Base of
// beast.hpp and beast_awaitable.hpp. Never sends a request twice.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/request_head.hpp>
#include <oaiwire/transport/beast_pool.hpp>
#include <oaiwire/transport/beast_response.hpp>
#include <oaiwire/transport/call_deadline.hpp>
#include <oaiwire/transport/call_error.hpp>
#include <oaiwire/transport/upload.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// One request and its response. Call open() once, then read() until it brings nothing, one at a
// time; the other functions may be called only between these. Pending handlers own the call and the
// callback of its operation, so destroying the io_context destroys both. All handlers run in the
// connection's strand, so no member needs a lock. The connection goes back to the pool only after a
// whole response to a request that was sent whole.
class beast_call : public std::enable_shared_from_this<beast_call> {
public:
    using done = std::function<void()>;

    // request.body must stay until open() has called back.
    beast_call(std::shared_ptr<beast_pool> pool, const http::request& request)
        : pool_(std::move(pool)),
          connection_(pool_->take(request.origin)),
          resolver_(connection_->strand),
          timer_(connection_->strand),
          head_text_(http::request_head(request)),
          upload_(request.body, request.content),
          response_(pool_->options().limits, request.method == "HEAD"),
          timeouts_(request.timeouts),
          stop_(request.stop) {}
    beast_call(const beast_call&) = delete;
    beast_call& operator=(const beast_call&) = delete;
    ~beast_call() {
        listener_.end();
        wipe(head_text_);
    }

    // Calls back when head() has come or failure() is set.
    void open(done then) {
        began_ = since_ = clock::now();
        begin(std::move(then), [this](const operation& op) {
            if (!connection_->valid_origin()) return fail(errc::invalid_url);
            if (stop_.stop_requested()) return fail(errc::cancelled);
            if (connection_->socket.is_open()) return write(op);
            resolve(op);
        });
    }

    // Calls back when unread() is set (empty at the clean end) or failure() is.
    void read(done then) {
        since_ = clock::now();  // the idle timeout excludes the caller's own time
        begin(std::move(then), [this](const operation& op) {
            unread_ = {};
            if (ended_ || failure_.code != errc::ok) return finish(op);
            parse_body(op);
        });
    }

    const error& failure() const { return failure_; }
    // Throws what the request's content threw. Call it after open().
    void rethrow() { upload_.rethrow(); }
    http::response_head& head() { return response_.head(); }
    std::string_view unread() const { return unread_; }

private:
    using clock = std::chrono::steady_clock;
    using error_code = boost::system::error_code;
    using operation = std::shared_ptr<done>;
    using phase = call_phase;

    static constexpr std::int64_t interval_ms = 20;  // a stop token cannot wake a thread
    static constexpr std::int64_t longest_ms = 3'600'000;

    // Begins an operation: from here on a stop or a timeout ends it. `start` runs in the strand.
    template <class Start>
    void begin(done then, Start start) {
        auto op = std::make_shared<done>(std::move(then));
        boost::asio::post(connection_->strand, [self = shared_from_this(), op, start] {
            self->current_ = op;
            self->listener_.listen(
                self->stop_, [](void* c) { static_cast<beast_call*>(c)->wake(); }, self.get());
            self->watch(op);
            if (self->current_.lock() == op) start(op);
        });
    }

    // Ends the current operation: keeps or closes the connection and calls back. Without effect for
    // an earlier operation, whose handlers may still run.
    void finish(const operation& op) {
        if (!op || current_.lock() != op) return;
        current_.reset();
        timer_.cancel();
        listener_.end();
        if (failure_.code != errc::ok) {
            close();
        } else if (ended_ && connection_ && !unsent_ && response_.keep_alive() &&
                   connection_->input.size() == 0) {
            pool_->give_back(std::move(connection_));
        }
        (*op)();
    }

    // Sets failure(), the first one only, and ends the operation. The text names host and port,
    // without user info. An error of the content's source takes precedence: it is the reason.
    void fail(errc code, std::string_view why = {}) {
        if (failure_.code == errc::ok) {
            failure_ = call_error(connection_->origin, code, why);
            if (upload_.failure().code != errc::ok) failure_ = upload_.failure();
        }
        finish(current_.lock());
    }

    // Ends the running operation by closing the socket, which calls its handler.
    void interrupt(errc code) {
        // a resolver cannot be interrupted: end the operation without waiting for its handler
        if (phase_ == phase::resolving) return fail(code);
        if (interrupted_ == errc::ok) interrupted_ = code;
        close();
    }

    // The pending handlers of the socket are called with an error.
    void close() {
        error_code ignored;
        if (connection_) connection_->socket.close(ignored);
    }

    // Every handler calls this first; false: return at once.
    bool goes_on(const operation& op) {
        if (current_.lock() != op) return false;
        if (interrupted_ == errc::ok) return true;
        fail(interrupted_);
        return false;
    }

    // request_stop() calls it on any thread. The weak pointer: the call may end before it runs.
    void wake() {
        boost::asio::post(connection_->strand, [weak = weak_from_this()] {
            const auto self = weak.lock();
            if (self && !self->current_.expired()) self->interrupt(errc::cancelled);
        });
    }

    // Ends the operation if a stop or a timeout is due; looks again when the next may be due. The
    // timer has weak pointers only, so it keeps nothing alive.
    void watch(const operation& op) {
        if (stop_.stop_requested()) return interrupt(errc::cancelled);
        const auto due = next_deadline();
        if (due.left <= 0) return interrupt(due.code);
        auto left = (std::min)(due.left, stop_.has_token() ? interval_ms : longest_ms);
        // the phase may change before the timer is set again
        for (const auto ms : {timeouts_.connect_ms, timeouts_.first_byte_ms, timeouts_.idle_ms}) {
            if (ms > 0 && phase_ < phase::receiving) left = (std::min)(left, ms);
        }
        timer_.expires_after(std::chrono::milliseconds(left));
        timer_.async_wait([weak = weak_from_this(), waiting = std::weak_ptr(op)](error_code) {
            const auto self = weak.lock();
            const auto watched = waiting.lock();
            if (!self || !watched || self->current_.lock() != watched) return;
            if (self->interrupted_ == errc::ok) self->watch(watched);
        });
    }

    call_deadline next_deadline() const {
        return detail::next_deadline(timeouts_, phase_, clock::now(), began_, since_);
    }

    // The steps of a call. Each starts the next in its handler: resolve, connect, handshake
    // (https), write. A kept connection begins with write.
    void resolve(const operation& op) {
        resolver_.async_resolve(connection_->bare_host(), std::to_string(connection_->origin.port),
                                [self = shared_from_this(), op](error_code ec, const auto& found) {
                                    if (!self->goes_on(op)) return;
                                    self->phase_ = phase::connecting;
                                    if (ec) return self->fail(errc::resolve_failed, ec.message());
                                    self->connect(op, found);
                                });
    }

    template <class Endpoints>
    void connect(const operation& op, const Endpoints& found) {
        boost::asio::async_connect(
            connection_->socket, found,
            [self = shared_from_this(), op](error_code ec, const auto&) {
                if (!self->goes_on(op)) return;
                if (ec) return self->fail(errc::connect_failed, ec.message());
                error_code ignored;
                auto& socket = self->connection_->socket;
                socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
                socket.set_option(boost::asio::socket_base::keep_alive(true), ignored);
                if (self->connection_->secure()) return self->handshake(op);
                self->write(op);
            });
    }

    void handshake(const operation& op) {
        namespace ssl = boost::asio::ssl;
        auto& c = *connection_;
        c.context = pool_->tls();
        if (!c.context) return fail(errc::tls_failed, "the authorities' certificates are no good");
        c.tls.emplace(c.socket, *c.context);
        const auto host = connection_->bare_host();
        error_code ec;
        boost::asio::ip::make_address(host, ec);
        const bool named = static_cast<bool>(ec);  // no address: RFC 6066 wants names only
        if (named && SSL_set_tlsext_host_name(c.tls->native_handle(), host.c_str()) != 1) {
            return fail(errc::tls_failed);
        }
        c.tls->set_verify_mode(ssl::verify_peer, ec);
        if (!ec) c.tls->set_verify_callback(ssl::host_name_verification(host), ec);
        if (ec) return fail(errc::tls_failed);
        c.tls->async_handshake(ssl::stream_base::client,
                               [self = shared_from_this(), op](error_code failed) {
                                   if (!self->goes_on(op)) return;
                                   if (failed) {
                                       return self->fail(errc::tls_failed, failed.message());
                                   }
                                   self->write(op);
                               });
    }

    // The first write has the head and the first piece of the content. Reading begins too: a server
    // may respond before it has everything.
    void write(const operation& op) {
        phase_ = phase::waiting;
        sending_ = true;
        write_some(op, upload_.next(beast_connection::piece));
        if (current_.lock() == op) parse_head(op);
    }

    // Writes a piece of the content, together with the head the first time.
    void write_some(const operation& op, std::string_view piece) {
        if (upload_.failed()) {
            fail(errc::invalid_content);
            return;
        }
        since_ = clock::now();
        auto written = [self = shared_from_this(), op](error_code ec, std::size_t) {
            if (!self->goes_on(op)) return;
            wipe(self->head_text_);
            // a server that refuses the content may have sent a response
            if (ec || (self->enough_ && self->upload_.left() != 0)) self->unsent_ = true;
            const auto more =
                self->unsent_ ? std::string_view{} : self->upload_.next(beast_connection::piece);
            if (!more.empty() || self->upload_.failed()) return self->write_some(op, more);
            self->sending_ = false;
            self->upload_.end();
            if (self->has_head_) self->finish(op);
        };
        const std::array<boost::asio::const_buffer, 2> parts{
            boost::asio::buffer(head_text_), boost::asio::buffer(piece.data(), piece.size())};
        if (connection_->tls) {
            boost::asio::async_write(*connection_->tls, parts, std::move(written));
        } else {
            boost::asio::async_write(connection_->socket, parts, std::move(written));
        }
    }

    // Cancels the pending write, again until it has ended: a write of several steps may be between
    // two of them, and waits in the next.
    void stop_sending(const operation& op) {
        if (!sending_ || current_.lock() != op) return;
        error_code ignored;
        connection_->socket.cancel(ignored);
        boost::asio::post(connection_->strand,
                          [self = shared_from_this(), op] { self->stop_sending(op); });
    }

    // Parses what has come and receives more until the head is whole. The operation ends when head
    // and request are both done.
    void parse_head(const operation& op) {
        const auto step = response_.parse_head(connection_->input);
        if (response_.has_begun()) phase_ = phase::receiving;
        if (step == beast_response::step::failed) return fail_response();
        if (step == beast_response::step::more) return receive(op, &beast_call::parse_head);
        has_head_ = true;
        if (!sending_) return finish(op);
        // otherwise the operation ends when all was sent; refused content need not be
        enough_ = response_.head().status >= 300;
        if (enough_) stop_sending(op);
    }

    // Ends the operation with some bytes of the body or with its end.
    void parse_body(const operation& op) {
        const auto step = response_.parse_body(connection_->input, connection_->output);
        if (step == beast_response::step::failed) return fail_response();
        if (step == beast_response::step::more) return receive(op, &beast_call::parse_body);
        if (step == beast_response::step::bytes) unread_ = response_.bytes();
        ended_ = step == beast_response::step::end;
        finish(op);
    }

    void fail_response() { fail(response_.failure(), response_.why()); }

    // Receives some bytes, then calls `next`.
    void receive(const operation& op, void (beast_call::*next)(const operation&)) {
        auto received = [self = shared_from_this(), op, next](error_code ec, std::size_t n) {
            if (!self->goes_on(op)) return;
            self->since_ = clock::now();
            self->connection_->input.commit(n);
            if (ec) return self->no_more(op, ec);
            ((*self).*next)(op);
        };
        const auto room = connection_->input.prepare(beast_connection::piece);
        if (connection_->tls) {
            connection_->tls->async_read_some(room, std::move(received));
        } else {
            connection_->socket.async_receive(room, std::move(received));
        }
    }

    // The connection has ended or failed. Only a clean end may end a body without a length.
    void no_more(const operation& op, error_code why) {
        // without close_notify a TLS connection may have been cut by someone else
        const bool said_so = why == boost::asio::error::eof;
        const bool gone = said_so || why == boost::asio::ssl::error::stream_truncated;
        if (!has_head_) {
            if (unsent_) return fail(errc::send_failed);
            if (gone) return fail(errc::closed_early);
            return fail(errc::receive_failed, why.message());
        }
        if (!said_so || !response_.finish()) return fail(errc::closed_early);
        ended_ = true;
        finish(op);
    }

    std::shared_ptr<beast_pool> pool_;
    std::unique_ptr<beast_connection> connection_;  // null once given back
    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::steady_timer timer_;
    std::string head_text_;  // may hold a key: wiped once sent
    upload upload_;          // the content that was not sent yet
    beast_response response_;
    http::timeouts timeouts_;
    stop_handle stop_;
    stop_listener listener_{};
    std::weak_ptr<done> current_{};  // owned by the handlers of the operation
    std::string_view unread_{};      // in the output of the connection
    error failure_{};                // the first one
    clock::time_point began_{};
    clock::time_point since_{};    // begin of the phase, or the last byte
    errc interrupted_ = errc::ok;  // why the socket was closed: a stop or a timeout
    phase phase_ = phase::resolving;
    bool sending_ = false;  // a write is pending
    bool enough_ = false;   // an error response came before all was sent
    bool unsent_ = false;   // the content was not sent whole
    bool has_head_ = false;
    bool ended_ = false;  // the body is whole
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
