// HTTP transport over libcurl 7.80 or newer: any number of calls on one thread, pushed, pulled or
// polled. Never sends a request twice.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/deliver.hpp>
#include <oaiwire/transport/system_timing.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/core/memory.hpp>
#include <oaiwire/transport/curl_pool.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

namespace detail {
class curl_pool;
struct curl_task;
}  // namespace detail

// Models http::transport, http::pull_transport, http::polled_transport and http::listing_transport.
// Each call has a connection of its own, which is kept for later calls. Movable; the transport, its
// calls and its bodies may be used from any thread, by one at a time.
//
//     curl_transport http;
//     auto call = http.start(request);
//     every frame: http.poll(0); use(call.head()); use(call.read()); if (call.ended()) ...
//
// With many calls, next_ready() names those to which something has come. On Linux a poll then costs
// what has come, however many calls are open; elsewhere, or if the system has no epoll instance
// left, the system looks at all of their sockets.
//
// - Whatever waits (send(), open(), read_some() or poll()) serves all calls meanwhile. The bytes of
//   one call come in order; nothing is promised of the order between calls.
// - A call that is not read buffers at most 64 KiB; then its server has to wait, and its idle
//   timeout is suspended. The idle timeout of a started call runs whether or not it is polled, that
//   of a body only while it is being read. Bytes that came in time count, however late the poll.
// - Stops and timeouts are checked at each poll. While something waits, request_stop() ends its
// call
//   at once, a token within 20 ms; each call with a token is asked, so prefer request_stop() for
//   thousands of calls.
// - What a request's content throws leaves the function that waits.
// - Redirects, cookies, content codings and authentication schemes are left alone. A proxy is used
//   as libcurl's environment variables say (http_proxy, https_proxy, no_proxy).
// - libcurl takes an HTTP/2 stream that is reset with NO_ERROR for a clean end, and so it does a
//   TLS connection that ends without close_notify where a body has neither length nor chunks.
class curl_transport {
public:
    using timing = system_timing;

    // A call begun by start(). Destroying it abandons it; destroying its transport ends it as
    // errc::cancelled, and what was received can still be read.
    class call {
    public:
        call(call&&) noexcept;
        call& operator=(call&& other) noexcept;
        ~call();

        // The head of the final response, valid as long as the call; null until it has come.
        const http::response_head* head() const;
        // Bytes of the body that were not read yet (at most 64 KiB), valid until the next read(),
        // even while others are polled.
        std::string_view read();
        // True once no byte will come and all were read.
        bool ended() const;
        // Once ended: errc::ok, or why the response is not whole.
        const oaiwire::error& error() const;
        // What next_ready() calls it from now on: an index, or a pointer as an integer. 0 before.
        void tag(std::uint64_t name);

    private:
        friend class curl_transport;
        call(std::shared_ptr<detail::curl_pool> pool, std::unique_ptr<detail::curl_task> task);
        void abandon();
        std::shared_ptr<detail::curl_pool> pool_;
        std::unique_ptr<detail::curl_task> task_;  // null if there was no memory for it
    };

    // A response being pulled. It may outlive its transport; destroying it abandons its call.
    class body {
    public:
        // Valid as long as the body.
        const http::response_head& head() const;

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them; after the end or an error it returns the same again.
        result<std::string_view> read_some();

    private:
        friend class curl_transport;
        explicit body(call c) : call_(std::move(c)) {}
        call call_;
    };

    // Connects when the first call is made. If there is no memory for the transport, its calls fail
    // with errc::out_of_memory.
    explicit curl_transport(curl_options options = {});
    curl_transport(curl_transport&&) noexcept;
    curl_transport& operator=(curl_transport&& other) noexcept;
    ~curl_transport();

    // Begins a call; nothing is sent before the next poll. What is needed of `request` is copied. A
    // call that cannot be made has ended, also if there is no memory for it.
    call start(const http::request& request);

    // Does what can be done for all calls, and waits at most `budget_ms` milliseconds for something
    // to do (0: never). True if something was done, which may have brought no bytes.
    bool poll(std::int64_t budget_ms = 0);

    // The tag of the next started call to which something has come since it was returned, or since
    // it was started: its head, bytes, or its end. Empty: none, poll again. The calls come in the
    // order in which they got something, each once, and may be used, moved, destroyed and started
    // meanwhile; one that was destroyed does not come. Take all that a call has, for what is left
    // does not bring it again before more has come. Takes constant time.
    std::optional<std::uint64_t> next_ready();

    // The number of calls and bodies that have not ended.
    std::size_t running() const;

    // Sends the request and returns once the head of the response has come. What is needed of
    // `request` is copied.
    result<body> open(const http::request& request);

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    // The request must stay until then. The handler may use the transport.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request, false), handler);
    }

private:
    void end_started();
    call start(const http::request& request, bool pulled, bool copy_body);
    result<body> open(const http::request& request, bool copy_body);

    std::shared_ptr<detail::curl_pool> pool_{};  // null once moved from
    bool starved_ = false;                       // there was no memory for it: it starts no call
};

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE curl_transport::curl_transport(curl_options options) {
    const auto make = [&] { pool_ = std::make_shared<detail::curl_pool>(std::move(options)); };
    within_memory(make, [&] { starved_ = true; });
}
OAIWIRE_ADAPTER_INLINE curl_transport::curl_transport(curl_transport&&) noexcept = default;
OAIWIRE_ADAPTER_INLINE curl_transport& curl_transport::operator=(curl_transport&& other) noexcept {
    if (this == &other) return *this;
    end_started();
    pool_ = std::move(other.pool_);
    starved_ = other.starved_;
    return *this;
}
OAIWIRE_ADAPTER_INLINE curl_transport::~curl_transport() {
    end_started();
}

OAIWIRE_ADAPTER_INLINE void curl_transport::end_started() {
    if (pool_) pool_->end_started(errc::cancelled);
}
OAIWIRE_ADAPTER_INLINE bool curl_transport::poll(std::int64_t budget_ms) {
    return pool_ && pool_->poll(budget_ms);
}
OAIWIRE_ADAPTER_INLINE std::optional<std::uint64_t> curl_transport::next_ready() {
    if (const auto* task = pool_ ? pool_->next_ready() : nullptr) return task->tag;
    return std::nullopt;
}
OAIWIRE_ADAPTER_INLINE std::size_t curl_transport::running() const {
    return pool_ ? pool_->running() : 0;
}

OAIWIRE_ADAPTER_INLINE curl_transport::call curl_transport::start(const http::request& request) {
    return start(request, false, true);
}
OAIWIRE_ADAPTER_INLINE curl_transport::call curl_transport::start(const http::request& request,
                                                                  bool pulled, bool copy_body) {
    if (pool_) return {pool_, pool_->start(request, pulled, copy_body)};
    if (starved_) return {nullptr, nullptr};
    const auto refuse = []() -> call {
        auto none = std::make_shared<detail::curl_pool>(curl_options{});
        auto task = none->refuse(errc::invalid_argument, "the transport was moved from");
        return {std::move(none), std::move(task)};
    };
    return within_memory(refuse, []() -> call { return {nullptr, nullptr}; });
}

OAIWIRE_ADAPTER_INLINE result<curl_transport::body> curl_transport::open(
    const http::request& request) {
    return open(request, true);
}
OAIWIRE_ADAPTER_INLINE result<curl_transport::body> curl_transport::open(
    const http::request& request, bool copy_body) {
    return within_memory([&]() -> result<body> {
        body opened(start(request, true, copy_body));
        if (!opened.call_.task_) return no_memory();
        auto& task = *opened.call_.task_;
        opened.call_.pool_->drive(task, [&] { return task.has_head(); });
        if (!task.has_head()) return task.failure();
        return opened;
    });
}

OAIWIRE_ADAPTER_INLINE curl_transport::call::call(std::shared_ptr<detail::curl_pool> pool,
                                                  std::unique_ptr<detail::curl_task> task)
    : pool_(std::move(pool)), task_(std::move(task)) {
}
OAIWIRE_ADAPTER_INLINE curl_transport::call::call(call&&) noexcept = default;
OAIWIRE_ADAPTER_INLINE curl_transport::call& curl_transport::call::operator=(
    call&& other) noexcept {
    if (this == &other) return *this;
    abandon();
    task_ = std::move(other.task_);
    pool_ = std::move(other.pool_);
    return *this;
}
OAIWIRE_ADAPTER_INLINE curl_transport::call::~call() {
    abandon();
}

OAIWIRE_ADAPTER_INLINE void curl_transport::call::abandon() {
    if (task_) pool_->end(*task_, errc::cancelled);
}
OAIWIRE_ADAPTER_INLINE const http::response_head* curl_transport::call::head() const {
    return task_ && task_->has_head() ? &task_->head() : nullptr;
}
OAIWIRE_ADAPTER_INLINE std::string_view curl_transport::call::read() {
    return task_ ? task_->take() : std::string_view();
}
OAIWIRE_ADAPTER_INLINE bool curl_transport::call::ended() const {
    return !task_ || (task_->ended() && !task_->has_bytes());
}
OAIWIRE_ADAPTER_INLINE const error& curl_transport::call::error() const {
    static const oaiwire::error none = no_memory();
    return task_ ? task_->failure() : none;
}
OAIWIRE_ADAPTER_INLINE void curl_transport::call::tag(std::uint64_t name) {
    if (task_) task_->tag = name;
}

OAIWIRE_ADAPTER_INLINE const http::response_head& curl_transport::body::head() const {
    return call_.task_->head();
}
OAIWIRE_ADAPTER_INLINE result<std::string_view> curl_transport::body::read_some() {
    return within_memory([&]() -> result<std::string_view> {
        auto& task = *call_.task_;
        call_.pool_->drive(task, [&] { return task.has_bytes(); });
        const auto bytes = task.take();
        if (bytes.empty() && task.failure().code != errc::ok) return task.failure();
        return bytes;
    });
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
