// HTTP/1.1 transport over cpp-httplib 0.11 or newer (POSIX), for programs that already use it. It
// does what cpp-httplib offers and no more; prefer curl.hpp or beast.hpp where they can be had.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <httplib.h>
#include <sys/socket.h>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/call_error.hpp>
#include <oaiwire/transport/httplib_sigpipe.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/transport/upload.hpp>

namespace oaiwire { inline namespace v0_2 {

// TLS needs CPPHTTPLIB_OPENSSL_SUPPORT and always verifies: to trust a private authority, name it.
struct httplib_options {
    std::string ca_file{};     // PEM file of the authorities to trust; "": the system's
    oaiwire::limits limits{};  // used: head and headers, trailers and chunk_extensions
};

namespace detail {

// One call: the callbacks that cpp-httplib makes, and what they have seen of the response. Refers
// to the request and the handler; lives as long as send(). Callbacks return false to end the call
// and keep the reason in failure_, since cpp-httplib only says that it was cancelled.
template <class Handler>
class httplib_call {
public:
    httplib_call(const http::request& request, Handler& handler, const oaiwire::limits& limits)
        : request_(request),
          handler_(handler),
          limits_(limits),
          content_(request.body, request.content),
          chunks_(limits) {}

    // Sends the request over `client` and feeds the handler until the response has ended.
    result<void> run(httplib::ClientImpl& client) {
        httplib::Request out = outgoing(client);
        httplib::Response in;
        auto why = httplib::Error::Success;
        bool sound = proceed() && !content_.failed() && client.send(out, in, why);
        // cpp-httplib calls nothing back for a response that has no body
        if (sound && !has_head_) on_head(in);
        if (!sound) client.stop();
#if defined(__cpp_exceptions)
        if (thrown_) std::rethrow_exception(thrown_);
#endif
        content_.rethrow();
        if (stopped_ || is_whole(sound)) return {};
        if (content_.failed()) return content_.failure();
        if (failure_ != errc::ok) return failed(failure_);
        if (sound) return failed(errc::closed_early);
        return failed(meaning(why), httplib::to_string(why));
    }

    // An error that names the server and quotes nothing else of the request.
    error failed(errc code, std::string_view why = {}) const {
        return call_error(request_.origin, code, why);
    }

private:
    using clock = std::chrono::steady_clock;
    using milliseconds = std::chrono::milliseconds;
    enum class framing : std::uint8_t { none, length, chunks, until_close };

    // The request with its callbacks, which refer to this object.
    httplib::Request outgoing(httplib::ClientImpl& client) {
        set_timeouts(client);
        client.set_socket_options([this](socket_t) { has_socket_ = true; });
        const auto& to = request_.origin;
        httplib::Request out;
        out.method = request_.method;
        out.path = request_.target;
        const bool usual = to.port == (to.scheme == "https" ? 443 : 80);
        out.headers.emplace("Host", usual ? to.host : to.host + ':' + std::to_string(to.port));
        for (const auto& h : request_.headers) out.headers.emplace(h.name, h.value);
        if (const auto size = http::content_size(request_); size != 0) {
            out.content_length_ = static_cast<std::size_t>(size);
            out.content_provider_ = [this](std::size_t at, std::size_t, httplib::DataSink& sink) {
                return provide(at, sink);
            };
        }
        // The head is an object of cpp-httplib's own and not const: on_head() edits it.
        out.response_handler = [this](const httplib::Response& in) {
            return on_head(const_cast<httplib::Response&>(in));
        };
        out.content_receiver = [this](const char* p, std::size_t n, std::uint64_t, std::uint64_t) {
            return on_body({p, n});
        };
        return out;
    }

    void set_timeouts(httplib::ClientImpl& client) {
        const auto& limit = request_.timeouts;
        silence_ms_ = (std::max)(limit.first_byte_ms, limit.idle_ms);
        auto connect_ms = limit.connect_ms;
        if (limit.total_ms > 0) {  // checked between bytes, so that no wait may be longer
            for (auto* ms : {&silence_ms_, &connect_ms}) {
                *ms = *ms > 0 ? (std::min)(*ms, limit.total_ms) : limit.total_ms;
            }
        }
        const auto of = [](std::int64_t ms) {
            return ms > 0 ? milliseconds(ms) : milliseconds(std::chrono::hours(24));
        };
        client.set_connection_timeout(of(connect_ms));
        client.set_read_timeout(of(silence_ms_));
        client.set_write_timeout(of(silence_ms_));
    }

    // Sends a piece of the content; false ends the call.
    bool provide(std::size_t at, httplib::DataSink& sink) {
        last_ = clock::now();
        // since 0.16, cpp-httplib repeats a request when a TLS peer closes: it may have been served
        if (at == 0 && std::exchange(began_content_, true)) return fail(errc::closed_early);
        if (!proceed()) return false;
        constexpr std::size_t piece_size = 16'384;  // what a socket that has room takes at once
        const auto piece = content_.next(piece_size);
        if (content_.failed() || !proceed()) return false;
        // cpp-httplib would take a failed write for a provider that gave up
        return sink.write(piece.data(), piece.size()) || fail(meaning(httplib::Error::Write));
    }

    bool on_head(httplib::Response& in) {
        if (in.status < 200) return fail(errc::invalid_framing);  // interim, see httplib_transport
        http::response_head head{in.status, {}};
        std::size_t size = 0;
        for (const auto& [name, value] : in.headers) {
            head.headers.add(name, value);
            size += name.size() + value.size() + 4;
        }
        if (size > limits_.head || head.headers.size() > limits_.headers) {
            return fail(errc::limit_exceeded);
        }
        if (!read_framing(head)) return fail(errc::invalid_framing);
        has_head_ = true;
        if (framing_ == framing::chunks) {
            // cpp-httplib takes some cut chunked bodies for whole. Without these fields it hands on
            // the bytes as they come, and chunked_decoder finds the end.
            in.headers.erase("Transfer-Encoding");
            in.headers.erase("Content-Length");
        }
        return call([&] { return handler_.on_head(head); }) && framing_ != framing::none;
    }

    bool on_body(std::string_view bytes) {
        if (framing_ != framing::chunks) return deliver(bytes);
        chunks_.feed(bytes);
        for (auto piece = chunks_.next(); !piece.empty(); piece = chunks_.next()) {
            if (!deliver(piece)) return false;
        }
        if (chunks_.failed()) return fail(chunks_.failure().code);
        last_ = clock::now();
        return !chunks_.done();
    }
    // Hands content to the handler.
    bool deliver(std::string_view bytes) {
        return call([&] { return handler_.on_body(bytes); });
    }

    // Calls the handler; false ends the call. Nothing is thrown through cpp-httplib.
    template <class Step>
    bool call(Step step) {
        if (!proceed()) return false;
#if defined(__cpp_exceptions)
        try {
            stopped_ = step() == http::flow::stop;
        } catch (...) {
            thrown_ = std::current_exception();
            return false;
        }
#else
        stopped_ = step() == http::flow::stop;
#endif
        last_ = clock::now();
        return !stopped_ && proceed();
    }

    // False when a stop was asked for or the total timeout has passed.
    bool proceed() {
        if (request_.stop.stop_requested()) return fail(errc::cancelled);
        if (has_passed(request_.timeouts.total_ms, began_)) return fail(errc::total_timeout);
        return true;
    }
    // Keeps the first reason; always false.
    bool fail(errc code) {
        if (failure_ == errc::ok) failure_ = code;
        return false;
    }
    static bool has_passed(std::int64_t ms, clock::time_point since) {
        return ms > 0 && clock::now() - since >= milliseconds(ms);
    }

    // How the body ends (RFC 9112, 6.3); false where two readers could differ.
    bool read_framing(const http::response_head& head) {
        framing_ = framing::until_close;
        const std::string* length = nullptr;
        for (const auto& h : head.headers) {
            if (http::same_name(h.name, "Transfer-Encoding")) {
                if (framing_ == framing::chunks || !http::same_name(h.value, "chunked")) {
                    return false;
                }
                framing_ = framing::chunks;
            }
            if (!http::same_name(h.name, "Content-Length")) continue;
            const bool digits =
                !h.value.empty() && h.value.find_first_not_of("0123456789") == h.value.npos;
            if (!digits || h.value.size() > 18 || (length && *length != h.value)) return false;
            length = &h.value;
        }
        if (length && framing_ != framing::chunks) framing_ = framing::length;
        if (request_.method == "HEAD" || head.status == 204 || head.status == 304) {
            framing_ = framing::none;
        }
        return true;
    }
    // Whether the response is whole, although cpp-httplib may report that it was cancelled: a body
    // in chunks and one without content are ended by on_body() and on_head().
    bool is_whole(bool sound) const {
        if (!has_head_ || failure_ != errc::ok) return false;
        return framing_ == framing::none || (framing_ == framing::chunks ? chunks_.done() : sound);
    }

    // cpp-httplib does not tell a timeout from a close: the time that has passed does.
    errc meaning(httplib::Error why) const {
        using httplib::Error;
        const bool in_tls = httplib::to_string(why).starts_with("SSL");
        if (request_.stop.stop_requested()) return errc::cancelled;
        if (has_passed(request_.timeouts.total_ms, began_)) return errc::total_timeout;
        if (in_tls || why == Error::Connection || why == Error::ConnectionTimeout) {
            if (has_passed(request_.timeouts.connect_ms, began_)) return errc::connect_timeout;
            if (in_tls) return errc::tls_failed;
            return has_socket_ ? errc::connect_failed : errc::resolve_failed;
        }
        if (has_passed(silence_ms_, last_)) {
            return has_head_ ? errc::idle_timeout : errc::first_byte_timeout;
        }
        if (why == Error::Read) return has_head_ ? errc::closed_early : errc::receive_failed;
        return why == Error::Write ? errc::send_failed : errc::transport_failed;
    }

    const http::request& request_;
    Handler& handler_;
    const oaiwire::limits& limits_;
    upload content_;
    http::chunked_decoder chunks_;
#if defined(__cpp_exceptions)
    std::exception_ptr thrown_{};  // by the handler
#endif
    clock::time_point began_ = clock::now();
    clock::time_point last_ = began_;  // when something last went out or came in
    std::int64_t silence_ms_ = 0;      // the timeout of each read and write
    errc failure_ = errc::ok;
    framing framing_ = framing::until_close;  // how the body ends
    bool has_head_ = false;
    bool has_socket_ = false;     // the name was resolved
    bool began_content_ = false;  // a second request is refused
    bool stopped_ = false;        // by the handler
};

}  // namespace detail

// Carries one call at a time. Movable; may be used from any thread, by one at a time. The request
// and the handler must stay until send() returns. Models http::transport: no pulling, no polling.
//
// Redirects, content codings, authentication schemes and proxies are left alone. What it does
// otherwise than the other transports:
// - Stops: request.stop is checked when something was sent or received. While the server is silent,
//   or a connection is being made, nothing ends the call but a timeout.
// - Timeouts: first_byte_ms and idle_ms are one timeout, the longer of the two (0: the other one);
//   total_ms is checked between bytes, so a call can last up to twice as long. Resolving a name has
//   no timeout.
// - Interim responses other than 100 end the call as invalid_framing.
// - A response is not read before the request was sent: a server that refuses an upload early is
//   not heard, and the call ends as send_failed.
// - Response heads are read by cpp-httplib: it undoes %XX in values, does not keep the order of
//   fields, and 0.11 drops fields without a value and bounds neither a line nor their number while
//   it reads them. limits.head and limits.headers are checked once the head has come. What is not
//   HTTP is receive_failed.
// - A connection is used again only after a response with Content-Length.
// - Over TLS, a connection that is cut without close_notify ends a body that has neither length nor
//   chunks as if it were whole (as with libcurl).
// - Versions from 0.16 on repeat a request without a body when a TLS peer closes the connection
//   unanswered; those from 0.24 on sort a query's parameters; the newest ask for 100-continue
//   before a large body. All add Accept and User-Agent where the request has none, and keep copies
//   of fields that they do not wipe.
class httplib_transport {
public:
    using timing = system_timing;

    // Connects when the first call is made.
    explicit httplib_transport(httplib_options options = {})
        : options_(std::make_unique<httplib_options>(std::move(options))) {}

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        if (!options_) return make_error(errc::invalid_argument, "the transport was moved from");
        const detail::sigpipe_blocked blocked;
        return within_memory([&]() -> result<void> {
            detail::httplib_call<Handler> call(request, handler, options_->limits);
            if (request.stop.stop_requested()) return call.failed(errc::cancelled);
            const auto& to = request.origin;
            const bool secure = to.scheme == "https";
            if ((!secure && to.scheme != "http") || to.host.find('@') != std::string::npos) {
                return call.failed(errc::invalid_url);
            }
            if (!client_ || !(origin_ == to)) {
                client_ = make_client(to, secure);
                origin_ = to;
            }
            if (!client_) {
                return call.failed(errc::tls_failed, "cpp-httplib is built without OpenSSL");
            }
            // a kept connection with other socket timeouts, or whose peer has closed or said more
            if (!(timeouts_ == request.timeouts) || !is_quiet()) client_->stop();
            timeouts_ = request.timeouts;
            return call.run(*client_);
        });
    }

private:
    struct close_quietly {  // OpenSSL says goodbye to a peer that may have gone
        void operator()(httplib::ClientImpl* client) const {
            const detail::sigpipe_blocked blocked;
            delete client;
        }
    };
    using client_pointer = std::unique_ptr<httplib::ClientImpl, close_quietly>;

    // A client that connects at its first request; null without TLS support or if it is invalid.
    client_pointer make_client(const http::origin& to, bool secure) const {
        auto host = to.host;  // cpp-httplib takes an IPv6 address without its brackets
        if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
        client_pointer client;
        if (!secure) client.reset(new httplib::ClientImpl(host, to.port));
#if defined(CPPHTTPLIB_OPENSSL_SUPPORT)
        if (secure) {
            auto made = std::make_unique<httplib::SSLClient>(host, to.port);
            made->enable_server_certificate_verification(true);
            if (!options_->ca_file.empty()) made->set_ca_cert_path(options_->ca_file);
            client.reset(made.release());
        }
#endif
        if (!client || !client->is_valid()) return nullptr;
        client->set_keep_alive(true);
        client->set_follow_location(false);
        client->set_decompress(false);
        client->set_tcp_nodelay(true);
        set_verbatim(*client);
        return client;
    }

    // The option has another name in newer versions.
    template <class Client>
    static void set_verbatim(Client& client) {
        if constexpr (requires { client.set_path_encode(false); }) {
            client.set_path_encode(false);
        } else {
            client.set_url_encode(false);
        }
    }

    // Whether the kept connection has nothing to read, not even its end.
    bool is_quiet() const {
        char byte = 0;
        return client_->is_socket_open() != 0 &&
               recv(client_->socket(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
    }

    std::unique_ptr<httplib_options> options_;  // null once moved from
    http::origin origin_{};                     // what client_ connects to
    http::timeouts timeouts_{};                 // of the last request
    client_pointer client_{};
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
