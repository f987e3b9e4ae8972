// HTTP over libcurl (7.80 or newer): one call at a time, driven through the multi interface, so
// that it can be pulled and can stop at once. Knows messages and errors; must not know JSON, SSE or
// what a call is for, and never sends a request twice.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/system_timing.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <curl/curl.h>

#include <algorithm>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/transport/curl_transfer.hpp>
#endif

namespace oaiwire::inline v0_2 {

namespace detail {
class curl_session;
}

// Carries one call at a time; connections are kept for the next ones. Movable; may be used from
// any thread, by one at a time. Models http::pull_transport.
//
// Redirects, cookies, content codings and authentication schemes are left alone; a proxy is used as
// libcurl's environment rules say (http_proxy, https_proxy, no_proxy). An HTTP/2 peer that resets a
// stream with NO_ERROR in its middle is taken by libcurl for a clean end, and so is the end of a
// TLS connection without close_notify where a body has neither length nor chunks; what reads the
// body must know its own end, as event streams do.
class curl_transport {
public:
    using timing = system_timing;

    // A response being read. It may outlive its transport. Until its end was read, or it was
    // destroyed, the transport carries no other call.
    class body {
    public:
        body(body&&) noexcept;
        body& operator=(body&& other) noexcept;
        ~body();

        const http::response_head& head() const { return head_; }

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them; after the end or an error the answer stays the same.
        result<std::string_view> read_some();

    private:
        friend class curl_transport;
        explicit body(std::shared_ptr<detail::curl_session> s);
        void abandon();
        std::shared_ptr<detail::curl_session> session_;  // null once the transfer ended
        http::response_head head_{};
        result<void> end_{};
    };

    explicit curl_transport(curl_options options = {});
    curl_transport(curl_transport&&) noexcept;
    curl_transport& operator=(curl_transport&&) noexcept;
    ~curl_transport();

    // Sends the request and returns once the head of the response has come. The request's body is
    // copied: nothing of `request` is needed afterwards.
    result<body> open(const http::request& request);

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto opened = open(request, false);
        if (!opened) return std::move(opened).error();
        return detail::curl_deliver(*opened, handler);
    }

private:
    result<body> open(const http::request& request, bool copy_body);

    std::shared_ptr<detail::curl_session> session_;
};

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

// The handles, and the one transfer that they may carry.
class curl_session {
public:
    [[gnu::cold]] explicit curl_session(curl_options options)
        : options_(std::move(options)), multi_(curl_ready() ? curl_multi_init() : nullptr) {}
    curl_session(const curl_session&) = delete;
    curl_session& operator=(const curl_session&) = delete;
    [[gnu::cold]] ~curl_session() {
        transfer_.close();
        curl_multi_cleanup(multi_);
    }

    // Begins a transfer. Without `copy_body`, request.body must stay until release().
    [[gnu::cold]] result<void> start(const http::request& request, bool copy_body) {
        if (busy_) {
            return make_error(errc::invalid_argument, "the transport carries another call");
        }
        transfer_.begin(multi_, request, copy_body);
        busy_ = !transfer_.ended();
        transfer_.rethrow();
        if (!busy_) return transfer_.failure();
        return {};
    }

    // Waits for the head of the final response.
    [[gnu::cold]] result<http::response_head> head() {
        drive([&] { return transfer_.has_head(); });
        if (!transfer_.has_head()) return transfer_.failure();
        return transfer_.take_head();
    }

    // Waits for bytes of the body, valid until the next call; empty at its clean end.
    result<std::string_view> read() {
        if (!transfer_.has_bytes()) drive([&] { return transfer_.has_bytes(); });
        const auto bytes = transfer_.take();
        if (bytes.empty() && transfer_.failure().code != errc::ok) return transfer_.failure();
        return bytes;
    }

    // Ends the transfer, wherever it is: a connection in the middle of a response is closed.
    [[gnu::cold]] void release() {
        transfer_.end(errc::ok);
        busy_ = false;
    }

private:
    template <class Ready>
    void drive(Ready ready) {
        if (transfer_.ended() || ready()) return;
        const curl_wake wake(transfer_.stop(), multi_);
        transfer_.begin_waiting();
        for (;;) {
            if (transfer_.check_stop()) return;
            int count = 0;
            bool sound = curl_multi_perform(multi_, &count) == CURLM_OK;
            if (const CURLMsg* done = curl_multi_info_read(multi_, &count)) {
                transfer_.conclude(done->data.result);
                if (transfer_.ended()) return transfer_.rethrow();
            }
            const auto left = transfer_.check_deadlines(curl_transfer::clock::now(), true);
            if (transfer_.ended() || ready()) return;
            const int ms = static_cast<int>((std::min)(left, curl_turn));
            sound = sound && curl_multi_poll(multi_, nullptr, 0, ms, nullptr) == CURLM_OK;
            if (!sound) return transfer_.end(errc::transport_failed);
        }
    }

    curl_options options_;
    CURLM* multi_;
    curl_kept kept_{};
    curl_transfer transfer_{options_, kept_};
    bool busy_ = false;
};

}  // namespace detail

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE curl_transport::curl_transport(curl_options options)
    : session_(std::make_shared<detail::curl_session>(std::move(options))) {
}
OAIWIRE_ADAPTER_INLINE curl_transport::curl_transport(curl_transport&&) noexcept = default;
OAIWIRE_ADAPTER_INLINE curl_transport& curl_transport::operator=(curl_transport&&) noexcept =
    default;
OAIWIRE_ADAPTER_INLINE curl_transport::~curl_transport() = default;

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE result<curl_transport::body> curl_transport::open(
    const http::request& request) {
    return open(request, true);
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE result<curl_transport::body> curl_transport::open(
    const http::request& request, bool copy_body) {
    if (!session_) return make_error(errc::invalid_argument, "the transport was moved from");
    return within_memory([&]() -> result<body> {
        if (auto started = session_->start(request, copy_body); !started) {
            return std::move(started).error();
        }
        body opened(session_);
        auto head = session_->head();
        if (!head) return std::move(head).error();
        opened.head_ = std::move(*head);
        return opened;
    });
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE curl_transport::body::body(
    std::shared_ptr<detail::curl_session> s)
    : session_(std::move(s)) {
}
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE curl_transport::body::body(body&&) noexcept = default;
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE curl_transport::body& curl_transport::body::operator=(
    body&& other) noexcept {
    if (this == &other) return *this;
    abandon();
    session_ = std::move(other.session_);
    head_ = std::move(other.head_);
    end_ = std::move(other.end_);
    return *this;
}
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE curl_transport::body::~body() {
    abandon();
}

OAIWIRE_ADAPTER_INLINE result<std::string_view> curl_transport::body::read_some() {
    const auto read = [&]() -> result<std::string_view> {
        if (session_) {
            auto bytes = session_->read();
            if (bytes && !bytes->empty()) return bytes;
            if (!bytes) end_ = std::move(bytes).error();
            abandon();
        }
        if (!end_) return end_.error();
        return std::string_view{};
    };
    return within_memory(read, [&] {
        end_ = no_memory();
        abandon();
        return no_memory();
    });
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE void curl_transport::body::abandon() {
    if (session_) session_->release();
    session_.reset();
}

#endif

}  // namespace oaiwire::inline v0_2
