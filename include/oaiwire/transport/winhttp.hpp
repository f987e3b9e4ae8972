// HTTP transport over WinHTTP, the HTTP stack of Windows: any number of calls on one thread,
// pushed, pulled or polled. Needs no library but winhttp. Never sends a request twice.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/deliver.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/transport/winhttp_options.hpp>
#include <oaiwire/transport/winhttp_pool.hpp>

namespace oaiwire { inline namespace v0_2 {

// Models http::transport, http::pull_transport and http::polled_transport. Connections are kept for
// later calls. Movable; the transport, its calls and its bodies may be used from any thread, by one
// at a time. HTTP/1.1, over TLS as Windows' settings and certificate store say.
//
//     winhttp_transport http;
//     auto call = http.start(request);
//     every frame: http.poll(0); use(call.head()); use(call.read()); if (call.ended()) ...
//
// - Whatever waits (send(), open(), read_some() or poll()) serves all calls meanwhile. The bytes of
//   one call come in order; nothing is promised of the order between calls.
// - A call that is not read buffers at most 32 KiB; then its server has to wait, and its idle
//   timeout is suspended. The idle timeout of a started call runs whether or not it is polled, that
//   of a body only while it is being read. Bytes that came in time count, however late the poll.
// - Stops and timeouts are checked at each poll. While something waits, request_stop() ends its
//   call at once, a token within 20 ms.
// - first_byte_ms runs until the head has come whole: WinHTTP does not tell when it begins.
// - A response is not read before the request was sent, unless the server closes the connection: a
//   server that refuses an upload and reads on is heard when all was sent.
// - What a request's content throws leaves the function that waits.
// - Redirects, cookies, content codings and authentication schemes are left alone. Proxies are
//   those of Windows' settings, unless winhttp_options::system_proxy is false.
// - Fields of a response are decoded by WinHTTP: bytes beyond ASCII may have changed. WinHTTP keeps
//   copies of a request's fields that are not wiped.
// - WinHTTP has limits of its own for trailers and chunk extensions, and says nothing of them.
class winhttp_transport {
public:
    using timing = system_timing;

    // A call begun by start(). Destroying it abandons it; destroying its transport ends it as
    // errc::cancelled, and what was received can still be read.
    class call {
    public:
        call(call&&) noexcept = default;
        call& operator=(call&& other) noexcept {
            if (this == &other) return *this;
            abandon();
            task_ = std::move(other.task_);
            pool_ = std::move(other.pool_);
            return *this;
        }
        ~call() { abandon(); }

        // The head of the final response, valid as long as the call; null until it has come.
        const http::response_head* head() const {
            return task_ && task_->call.has_head() ? &task_->call.head() : nullptr;
        }
        // Bytes of the body that were not read yet (at most 32 KiB), valid until the next read(),
        // even while others are polled.
        std::string_view read() { return task_ ? task_->call.take() : std::string_view(); }
        // True once no byte will come and all were read.
        bool ended() const { return !task_ || (task_->call.ended() && !task_->call.has_bytes()); }
        // Once ended: errc::ok, or why the response is not whole.
        const oaiwire::error& error() const {
            static const oaiwire::error none = no_memory();
            return task_ ? task_->call.failure() : none;
        }

    private:
        friend class winhttp_transport;
        call(std::shared_ptr<detail::winhttp_pool> pool, std::unique_ptr<detail::winhttp_task> task)
            : pool_(std::move(pool)), task_(std::move(task)) {}
        void abandon() {
            if (task_ && pool_) pool_->remove(*task_);
            task_.reset();
        }
        std::shared_ptr<detail::winhttp_pool> pool_;
        std::unique_ptr<detail::winhttp_task> task_;  // null if there was no memory for it
    };

    // A response being pulled. It may outlive its transport; destroying it abandons its call.
    class body {
    public:
        // Valid as long as the body.
        const http::response_head& head() const { return call_.task_->call.head(); }

        // The next bytes (at most 32 KiB), valid until the next call; empty at the clean end. Waits
        // for them; after the end or an error it returns the same again.
        result<std::string_view> read_some() {
            return within_memory([&]() -> result<std::string_view> {
                auto& task = *call_.task_;
                call_.pool_->drive(task, [&] { return task.call.has_bytes(); });
                const auto bytes = task.call.take();
                if (bytes.empty() && task.call.failure().code != errc::ok) {
                    return task.call.failure();
                }
                return bytes;
            });
        }

    private:
        friend class winhttp_transport;
        explicit body(call c) : call_(std::move(c)) {}
        call call_;
    };

    // Connects when the first call is made. If there is no memory for the transport, its calls fail
    // with errc::out_of_memory.
    explicit winhttp_transport(winhttp_options options = {}) {
        const auto make = [&] {
            pool_ = std::make_shared<detail::winhttp_pool>(std::move(options));
        };
        within_memory(make, [&] { starved_ = true; });
    }
    winhttp_transport(winhttp_transport&&) noexcept = default;
    winhttp_transport& operator=(winhttp_transport&& other) noexcept {
        if (this == &other) return *this;
        if (pool_) pool_->end_started();
        pool_ = std::move(other.pool_);
        starved_ = other.starved_;
        return *this;
    }
    // Waits, at most a second, until Windows has let go of the calls that were abandoned.
    ~winhttp_transport() {
        if (pool_) pool_->end_started();
    }

    // Begins a call. What is needed of `request` is copied. A call that cannot be made has ended,
    // also if there is no memory for it.
    call start(const http::request& request) { return start(request, false, true); }

    // Does what can be done for all calls, and waits at most `budget_ms` milliseconds for something
    // to do (0: never). True if something was done, which may have brought no bytes.
    bool poll(std::int64_t budget_ms = 0) { return pool_ && pool_->poll(budget_ms); }

    // The number of calls and bodies that have not ended.
    std::size_t running() const { return pool_ ? pool_->running() : 0; }

    // Sends the request and returns once the head of the response has come. What is needed of
    // `request` is copied.
    result<body> open(const http::request& request) { return open(request, true); }

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    // The request must stay until then. The handler may use the transport.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request, false), handler);
    }

private:
    call start(const http::request& request, bool pulled, bool copy_body) {
        if (pool_) return {pool_, pool_->start(request, pulled, copy_body)};
        auto task = starved_
                        ? nullptr
                        : within_memory([] { return std::make_unique<detail::winhttp_task>(); },
                                        [] { return std::unique_ptr<detail::winhttp_task>(); });
        if (task) task->call.refuse(errc::invalid_argument, "the transport was moved from");
        return {nullptr, std::move(task)};
    }
    result<body> open(const http::request& request, bool copy_body) {
        return within_memory([&]() -> result<body> {
            body opened(start(request, true, copy_body));
            if (!opened.call_.task_) return no_memory();
            auto& task = *opened.call_.task_;
            if (opened.call_.pool_) {
                opened.call_.pool_->drive(task, [&] { return task.call.has_head(); });
            }
            if (!task.call.has_head()) return task.call.failure();
            return opened;
        });
    }

    std::shared_ptr<detail::winhttp_pool> pool_{};  // null once moved from
    bool starved_ = false;                          // there was no memory for it
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
