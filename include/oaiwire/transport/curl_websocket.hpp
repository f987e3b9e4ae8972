// WebSocket connections over libcurl 7.80 or newer: any number on one thread, blocking or polled.
// libcurl connects (proxies, TLS) and moves the bytes; it needs no support of WebSocket.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <memory>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/websocket_streams.hpp>

namespace oaiwire { inline namespace v0_2 {

// Models http::duplex_transport and http::polled_duplex_transport. Movable; the transport and its
// connections may be used from any thread, by one at a time. Whatever waits serves all connections
// of the transport.
//
//     curl_websocket_transport sockets;
//     auto c = sockets.start(request);
//     every frame: sockets.poll(0); while (auto message = c.next()) use(*message);
//
// A proxy is used as libcurl's environment variables say (http_proxy, https_proxy, no_proxy), by
// CONNECT. Of the options, limits are not used: a request has its own.
class curl_websocket_transport : public detail::websocket_transport {
public:
    // If there is no memory for the transport, its connections fail with errc::invalid_argument.
    explicit curl_websocket_transport(curl_options options = {});
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/curl_errors.hpp>
#include <oaiwire/transport/curl_setup.hpp>
#include <oaiwire/transport/websocket_task.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

class curl_websocket_task;

// The connections of a curl_websocket_transport, which libcurl makes in one multi handle. Each
// stays in it while it is open: libcurl would close it otherwise.
class curl_websocket_pool final : public websocket_pool {
public:
    explicit curl_websocket_pool(curl_options options)
        : options_(std::move(options)), multi_(curl_ready() ? curl_multi_init() : nullptr) {}
    ~curl_websocket_pool() override {
        end_all();
        curl_multi_cleanup(multi_);
    }

    CURLM* multi() const { return multi_; }
    const curl_options& options() const { return options_; }

private:
    std::shared_ptr<websocket_task> make_task() override;
    bool step(std::int64_t longest_ms) override;
    void wake() noexcept override { curl_multi_wakeup(multi_); }
    // Lets libcurl connect, and moves the bytes of all connections. True if something was done.
    bool move();

    curl_options options_;
    CURLM* multi_;  // null if libcurl could not be initialised
    std::vector<curl_waitfd> sockets_{};
};

// A connection. libcurl resolves, connects and does the handshake of TLS; then its socket is ours
// to wait for.
class curl_websocket_task final : public websocket_task {
public:
    explicit curl_websocket_task(curl_websocket_pool& pool) : websocket_task(pool), pool_(pool) {}
    ~curl_websocket_task() override { close(); }

    // libcurl has connected, or could not.
    void conclude(CURLcode code) {
        if (code == CURLE_OK) {
            curl_easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &socket_);
            if (socket_ == CURL_SOCKET_BAD) return fail(errc::connect_failed);
            return ready();
        }
        std::string why = curl_proxy_failure(easy_, code);
        if (why.empty()) why = curl_easy_strerror(code);
        fail(curl_meaning(code, true, false), why);
    }

    // What to wait for.
    curl_waitfd wanted() const {
        int events = wants_bytes() ? CURL_WAIT_POLLIN : 0;
        if (!unsent().empty()) events |= CURL_WAIT_POLLOUT;
        return {socket_, static_cast<short>(events), 0};
    }

    // Sends and receives what can be at once. True if there was something.
    bool move() {
        bool moved = false;
        while (!ended() && !unsent().empty() && !unsendable_) {
            const std::string_view bytes = unsent();
            std::size_t size = 0;
            const CURLcode code = curl_easy_send(easy_, bytes.data(), bytes.size(), &size);
            if (code == CURLE_AGAIN) break;
            // the peer may have said why: read that
            unsendable_ = code != CURLE_OK;
            if (!unsendable_) sent(size);
            moved = true;
        }
        for (int i = 0; i != most_pieces && wants_bytes(); ++i) {
            std::size_t size = 0;
            const CURLcode code = curl_easy_recv(easy_, input_.data(), input_.size(), &size);
            if (code == CURLE_AGAIN) break;
            moved = true;
            if (code != CURLE_OK) {
                fail(unsendable_ ? errc::send_failed : errc::receive_failed,
                     curl_easy_strerror(code));
            } else if (size == 0) {
                finished();
            } else {
                received({input_.data(), size});
            }
        }
        if (unsendable_) fail(errc::send_failed);
        return moved;
    }

private:
    static constexpr int most_pieces = 16;  // at once; then other connections have their turn

    void connect() override {
        const auto& to = request().origin;
        const bool known = to.scheme == "https" || to.scheme == "http";
        if (!known || to.host.find('@') != std::string::npos) return fail(errc::invalid_url);
        easy_ = pool_.multi() ? curl_easy_init() : nullptr;
        if (!easy_) return fail(errc::out_of_memory);
        http::request plain{.method = "GET", .origin = to, .target = "/"};
        plain.timeouts = request().timeouts;
        bool ok = curl_configure(easy_, pool_.options(), plain, {}, lines_);
        const auto must = [&](CURLoption option, auto value) {
            ok = curl_easy_setopt(easy_, option, value) == CURLE_OK && ok;
        };
        must(CURLOPT_CONNECT_ONLY, 1L);
        must(CURLOPT_HTTPPROXYTUNNEL, 1L);
        must(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));  // for ALPN
        must(CURLOPT_FRESH_CONNECT, 1L);
        must(CURLOPT_PRIVATE, static_cast<void*>(this));
        if (!ok) return fail(errc::transport_failed, "libcurl lacks an option");
        added_ = curl_multi_add_handle(pool_.multi(), easy_) == CURLM_OK;
        if (!added_) fail(errc::transport_failed);
    }

    void disconnect() noexcept override { close(); }
    void close() noexcept {
        if (!easy_) return;
        if (added_) curl_multi_remove_handle(pool_.multi(), easy_);
        curl_easy_cleanup(std::exchange(easy_, nullptr));
        lines_.clear();
    }

    curl_websocket_pool& pool_;  // outlived only by tasks that have ended
    CURL* easy_ = nullptr;
    curl_lines lines_{};
    curl_socket_t socket_ = CURL_SOCKET_BAD;
    bool added_ = false;
    bool unsendable_ = false;
    std::array<char, std::size_t{16} << 10> input_{};
};

OAIWIRE_ADAPTER_INLINE std::shared_ptr<websocket_task> curl_websocket_pool::make_task() {
    return std::make_shared<curl_websocket_task>(*this);
}

OAIWIRE_ADAPTER_INLINE bool curl_websocket_pool::move() {
    int count = 0;
    curl_multi_perform(multi_, &count);
    bool moved = false;
    while (const CURLMsg* done = curl_multi_info_read(multi_, &count)) {
        void* task = nullptr;
        curl_easy_getinfo(done->easy_handle, CURLINFO_PRIVATE, &task);
        static_cast<curl_websocket_task*>(task)->conclude(done->data.result);
        moved = true;
    }
    // backwards: one that ends leaves the list
    for (std::size_t i = running().size(); i-- != 0;) {
        auto& task = static_cast<curl_websocket_task&>(*running()[i]);
        if (!task.is_ready()) continue;
        const auto move_it = [&] { return task.move(); };
        moved |= within_memory(move_it, [&] {
            task.fail(errc::out_of_memory);
            return true;
        });
    }
    return moved;
}

OAIWIRE_ADAPTER_INLINE bool curl_websocket_pool::step(std::int64_t longest_ms) {
    if (!multi_) return false;
    if (move()) return true;
    if (longest_ms <= 0) return false;
    sockets_.clear();
    for (auto* task : running()) {
        if (!task->is_ready()) continue;
        const curl_waitfd wanted = static_cast<curl_websocket_task*>(task)->wanted();
        // else the end of a peer that has to wait would end each wait
        if (wanted.events != 0) sockets_.push_back(wanted);
    }
    curl_multi_poll(multi_, sockets_.data(), static_cast<unsigned>(sockets_.size()),
                    static_cast<int>(longest_ms), nullptr);
    return move();
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE curl_websocket_transport::curl_websocket_transport(curl_options options) {
    const auto make = [&] {
        pool_ = std::make_shared<detail::curl_websocket_pool>(std::move(options));
    };
    within_memory(make, [] {});
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
