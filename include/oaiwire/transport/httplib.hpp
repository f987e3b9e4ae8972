// HTTP/1.1 over cpp-httplib (0.11 or newer, POSIX systems), pushed. Knows messages and errors; must
// not know JSON, SSE or what a call is for, and never sends a request twice.
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/httplib_response.hpp>
#include <oaiwire/transport/httplib_watch.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/transport/upload.hpp>

namespace oaiwire::inline v0_2 {

// TLS is there where CPPHTTPLIB_OPENSSL_SUPPORT is defined, and then verification is always on: a
// private authority is added by naming it, not by trusting all.
struct httplib_options {
    std::string ca_file{};     // PEM file of the authorities to trust; "" for the system's
    oaiwire::limits limits{};  // of these: head, headers, trailers, chunk_extensions
};

namespace detail {

// The client of one origin, the watch over its socket, and the one call that they may carry.
class httplib_session {
public:
    explicit httplib_session(httplib_options options) : options_(std::move(options)) {}
    httplib_session(const httplib_session&) = delete;
    httplib_session& operator=(const httplib_session&) = delete;
    ~httplib_session() {
        const sigpipe_blocked quietly;
        client_.reset();
    }

    template <class Handler>
    result<void> send(const http::request& r, Handler& handler) {
        if (r.stop.stop_requested()) return failed(r, errc::cancelled);
        const sigpipe_blocked quietly;
        if (auto ready = prepare(r); !ready) return ready;

        httplib_response<Handler> response(handler, watch_, options_.limits, r.method == "HEAD");
        httplib::Request out = to_httplib(r);
        upload content(r.body, r.content);
        content.rethrow();
        if (content.failed()) return content.failure();
        if (const auto size = http::content_size(r); size != 0) {
            out.content_length_ = static_cast<std::size_t>(size);
            out.content_provider_ = [&](std::size_t at, std::size_t, httplib::DataSink& sink) {
                // versions since 0.16 send again when a TLS peer has closed: the first may have
                // been served
                if (at == 0 && !watch_.begin_request()) return false;
                return provide(content, at != 0, sink, response);
            };
        }
        out.response_handler = [&](const httplib::Response& in) {
            // an object of httplib's own, not const: what is taken from its head, httplib leaves
            // to us
            return response.on_head(const_cast<httplib::Response&>(in));
        };
        out.content_receiver = [&](const char* p, std::size_t n, std::uint64_t, std::uint64_t) {
            return response.on_body({p, n});
        };
        httplib::Response in;
        auto why = httplib::Error::Success;
        bool sound = false;
        {
            const httplib_watch::turn on_duty(watch_, r.timeouts, r.stop,
                                              client_->is_socket_open() != 0);
            sound = client_->send(out, in, why);
            if (sound) response.finish(in);
        }
        response.rethrow();
        content.rethrow();
        if (response.stopped() || (response.whole() && (sound || response.taken_over()))) return {};
        if (content.failed()) return content.failure();
        if (const auto code = response.failure(); code != errc::ok) return failed(r, code);
        if (const auto code = watch_.interrupted(); code != errc::ok) return failed(r, code);
        if (sound) return failed(r, errc::closed_early);
        return failed(r, meaning(why, response.has_head()), httplib::to_string(why));
    }

private:
    static error failed(const http::request& r, errc code, std::string_view why = {}) {
        const auto& host = r.origin.host;
        auto e = make_error(
            code, host.substr(host.rfind('@') + 1) + ':' + std::to_string(r.origin.port) + ": ");
        e.message += why.empty() ? describe(code) : why;
        return e;
    }

    // A client for the request's origin, with a connection that can be used again or none.
    result<void> prepare(const http::request& r) {
        const auto& to = r.origin;
        const bool secure = to.scheme == "https";
        if ((!secure && to.scheme != "http") || to.host.find('@') != std::string::npos) {
            return failed(r, errc::invalid_url);
        }
        if (!client_ || !(origin_ == to)) {
            auto host = to.host;  // httplib wants an IPv6 address without its brackets
            if (host.starts_with('[') && host.ends_with(']'))
                host = host.substr(1, host.size() - 2);
            client_.reset();
            if (!secure) client_ = std::make_unique<httplib::ClientImpl>(host, to.port);
            if (secure && !make_secure(host, to.port)) {
                return failed(r, errc::tls_failed,
                              "cpp-httplib cannot do TLS here (CPPHTTPLIB_OPENSSL_SUPPORT)");
            }
            origin_ = to;
            watch_.secure = secure;
            client_->set_keep_alive(true);
            client_->set_follow_location(false);
            client_->set_decompress(false);
            client_->set_tcp_nodelay(true);
            set_verbatim(*client_);
            client_->set_socket_options([this](socket_t s) { watch_.on_socket(s); });
            // the clocks that count are the watch's
            client_->set_connection_timeout(forever);
            client_->set_read_timeout(forever);
            client_->set_write_timeout(forever);
        } else if (client_->is_socket_open() && !watch_.is_quiet()) {
            client_->stop();  // the peer has gone, or says what nobody asked for
        }
        return {};
    }

    bool make_secure([[maybe_unused]] const std::string& host, [[maybe_unused]] int port) {
#if defined(CPPHTTPLIB_OPENSSL_SUPPORT)
        auto made = std::make_unique<httplib::SSLClient>(host, port);
        if (!made->is_valid()) return false;
        made->enable_server_certificate_verification(true);
        if (!options_.ca_file.empty()) made->set_ca_cert_path(options_.ca_file);
        SSL_CTX* const context = context_of(*made);
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
        SSL_CTX_set_app_data(context, &watch_);
        SSL_CTX_set_info_callback(context, [](const SSL* ssl, int where, int what) {
            auto& watch = *static_cast<httplib_watch*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
            if ((where & SSL_CB_HANDSHAKE_DONE) != 0) watch.on_connected(ssl);
            const bool alert = (where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT;
            if (alert && (what & 0xff) == SSL_AD_CLOSE_NOTIFY) watch.on_goodbye();
        });
        client_ = std::move(made);
        return true;
#else
        return false;
#endif
    }

#if defined(CPPHTTPLIB_OPENSSL_SUPPORT)
    long receive_tls(char* to, int room, bool wait) {
        auto* const ssl = const_cast<SSL*>(static_cast<const SSL*>(watch_.tls()));
        for (;;) {
            const int n = SSL_read(ssl, to, room);
            if (n > 0) return n;
            // what has come may be no data: a session ticket
            if (SSL_get_error(ssl, n) != SSL_ERROR_WANT_READ) return 0;
            if (!wait) return -1;
        }
    }
#else
    static long receive_tls(char*, int, bool) {
        return 0;
    }
#endif

    // Names have changed over the versions.
#if defined(CPPHTTPLIB_OPENSSL_SUPPORT)
    template <class Client>
    static SSL_CTX* context_of(Client& c) {
        if constexpr (requires { c.tls_context(); }) {
            return static_cast<SSL_CTX*>(c.tls_context());
        } else {
            return c.ssl_context();
        }
    }
#endif
    template <class Client>
    static void set_verbatim(Client& c) {
        if constexpr (requires { c.set_path_encode(false); }) {
            c.set_path_encode(false);
        } else {
            c.set_url_encode(false);
        }
    }

    // Sends a slice of the content. cpp-httplib reads nothing before it has sent all, so that what
    // comes while there is more to be sent is read here. False ends cpp-httplib's part.
    template <class Response>
    bool provide(upload& content, bool began, httplib::DataSink& sink, Response& response) {
        watch_.note_progress();
        if (began && watch_.await_room() && !receive(response, false)) return false;
        const auto slice = content.next(slice_size);
        if (content.failed() || !sink.write(slice.data(), slice.size())) return false;
        if (content.left() != 0 || !response.taken_over()) return true;
        while (receive(response, true)) {
        }
        return false;
    }

    // False when the response has ended, or the rest of it was read because it wants no more.
    template <class Response>
    bool receive(Response& response, bool wait) {
        char some[16'384];
        for (;;) {
            const long n = watch_.secure ? receive_tls(some, int{sizeof some}, wait)
                                         : watch_.receive(some, sizeof some, wait);
            if (n < 0) return true;
            if (n == 0) {
                response.end_early();
                return false;
            }
            if (!response.taken_over()) response.begin_early();
            if (!response.on_body({some, static_cast<std::size_t>(n)})) return false;
            if (!response.refuses()) return true;
            wait = true;
        }
    }

    httplib::Request to_httplib(const http::request& r) {
        httplib::Request out;
        out.method = r.method;
        out.path = r.target;
        const bool usual = r.origin.port == (r.origin.scheme == "https" ? 443 : 80);
        out.headers.emplace(
            "Host", usual ? r.origin.host : r.origin.host + ':' + std::to_string(r.origin.port));
        for (const auto& h : r.headers) out.headers.emplace(h.name, h.value);
        return out;
    }

    errc meaning(httplib::Error why, bool has_head) const {
        using httplib::Error;
        switch (why) {
            case Error::Connection:
                if (watch_.may_have_sent()) return errc::closed_early;
                return watch_.has_socket() ? errc::connect_failed : errc::resolve_failed;
            case Error::ConnectionTimeout:
                return errc::connect_timeout;
            case Error::Read:
                return has_head ? errc::closed_early : errc::receive_failed;
            case Error::Write:
                return errc::send_failed;
            case Error::Canceled:
                return watch_.may_have_sent() ? errc::closed_early : errc::transport_failed;
            default:  // newer versions have more of both kinds
                return httplib::to_string(why).starts_with("SSL") ? errc::tls_failed
                                                                  : errc::transport_failed;
        }
    }

    static constexpr std::size_t slice_size = 16'384;  // what a socket with room takes at once
    static constexpr auto forever = std::chrono::milliseconds(std::chrono::hours(24));

    httplib_options options_;
    httplib_watch watch_{};
    http::origin origin_{};
    std::unique_ptr<httplib::ClientImpl> client_{};
};

}  // namespace detail

// Carries one call at a time. Movable; may be used from any thread, by one at a time. Models
// http::transport only: cpp-httplib reads a response inside its own call, so that pulling would
// take a thread. One thread per transport does watch the deadlines and stops.
//
// Redirects, content codings, authentication schemes and proxies are left alone. cpp-httplib adds
// Accept and User-Agent where the request has none, and keeps copies of fields that it does not
// wipe. What it makes otherwise than in other transports:
// - A connection is used again after a response with Content-Length only: cpp-httplib takes some
//   cut chunked bodies for whole, so these are read by http::chunked_decoder, and then the
//   connection is closed.
// - It reads response heads itself: it undoes %XX in values, and fields do not keep their order,
//   since 0.20 not even those of one name. 0.11 drops fields without a value. A line above 8 KiB is
//   receive_failed, and so is what is not HTTP, or no answer at all. 0.11 bounds neither a line
//   while it is read nor their number: limits::head and limits::headers are checked once the head
//   is there, and the first_byte deadline lasts until then.
// - It resolves names in place: no deadline or stop ends that.
// - Versions from 0.24 on write a query anew: the same parameters, in the order of their names. The
//   newest do not, but ask for 100-continue before a large body.
class httplib_transport {
public:
    using timing = system_timing;

    explicit httplib_transport(httplib_options options = {})
        : session_(std::make_unique<detail::httplib_session>(std::move(options))) {}

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        if (!session_) return make_error(errc::invalid_argument, "the transport was moved from");
        return within_memory([&] { return session_->send(request, handler); });
    }

private:
    std::unique_ptr<detail::httplib_session> session_;
};

}  // namespace oaiwire::inline v0_2
