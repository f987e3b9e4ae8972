// HTTP over libcurl (7.80 or newer): any number of calls at once on one thread, polled by a program
// with a loop of its own, or pulled. Knows messages and errors; must not know JSON, SSE or what a
// call is for, and never sends a request twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/system_timing.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/core/memory.hpp>
#include <oaiwire/transport/curl_pool.hpp>
#endif

namespace oaiwire::inline v0_2 {

namespace detail {
class curl_pool;
struct curl_task;
}  // namespace detail

// Carries any number of calls at a time, each on a connection of its own, which is kept for later
// calls. Movable; it and its calls may be used from any thread, by one at a time. Destroying it
// ends them all as cancelled; what they have received can be read still. Models
// http::polled_transport and http::pull_transport.
//
//     curl_multi_transport http;
//     auto call = http.start(request);
//     every frame: http.poll(0); use(call.head()); use(call.read()); if (call.ended()) ...
//
// Whatever waits (poll, or reading one body) serves all calls: each socket that is ready once, in
// the order in which they were opened or took the place of one that closed. No call waits for
// another; the bytes of one come in order, and nothing is promised of the order between calls. A
// call that is not read takes at most 64 KiB, then its peer has to wait, and its idle deadline too.
// Deadlines and stops are looked at while something waits, at least every 20 ms, and at each poll;
// what came in time is found first, however late the poll. The idle deadline of a started call
// counts whether it is polled or not, that of a pulled body while it is being read. What a
// request's source throws comes out of whatever waits. What curl_transport says of redirects,
// proxies and HTTP/2 is true here too.
class curl_multi_transport {
public:
    using timing = system_timing;

    // One call. Destroying it abandons it alone.
    class call {
    public:
        call(call&&) noexcept;
        call& operator=(call&& other) noexcept;
        ~call();

        // The head of the final response; null until it has come.
        const http::response_head* head() const;
        // Bytes of the body that have come and were not read (at most 64 KiB), valid until the
        // next read(), whatever is polled meanwhile.
        std::string_view read();
        // No byte will come and all were read.
        bool ended() const;
        // Once ended: errc::ok, or why the response could not be had whole.
        const oaiwire::error& error() const;

    private:
        friend class curl_multi_transport;
        call(std::shared_ptr<detail::curl_pool> pool, std::unique_ptr<detail::curl_task> task);
        void abandon();
        std::shared_ptr<detail::curl_pool> pool_;
        std::unique_ptr<detail::curl_task> task_;
    };

    // A response being pulled. Destroying it abandons its call alone.
    class body {
    public:
        const http::response_head& head() const;

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them, and serves all calls meanwhile; after the end or an error the answer
        // stays the same.
        result<std::string_view> read_some();

    private:
        friend class curl_multi_transport;
        explicit body(call c) : call_(std::move(c)) {}
        call call_;
    };

    explicit curl_multi_transport(curl_options options = {});
    curl_multi_transport(curl_multi_transport&&) noexcept;
    curl_multi_transport& operator=(curl_multi_transport&& other) noexcept;
    ~curl_multi_transport();

    // Begins a call, and copies what it needs of the request. Sends nothing before the next poll; a
    // call that cannot be made has ended.
    call start(const http::request& request);

    // Does what can be done for all calls; where that is nothing, waits for something to do, at
    // most `budget` milliseconds (0: never). True: something was done, which may be no news yet.
    bool poll(std::int64_t budget = 0);

    // The calls, pulled ones among them, that have not ended.
    std::size_t running() const;

    // Sends the request and returns once the head of the response has come; serves all calls
    // meanwhile. Nothing of `request` is needed afterwards.
    result<body> open(const http::request& request);

    // Sends the request and feeds the handler until the response ended or the handler said stop;
    // serves all calls meanwhile. The handler may use the transport.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto opened = open(request, false);
        if (!opened) return std::move(opened).error();
        return detail::curl_deliver(*opened, handler);
    }

private:
    void end_all();
    call start(const http::request& request, bool pulled, bool copy_body);
    result<body> open(const http::request& request, bool copy_body);

    std::shared_ptr<detail::curl_pool> pool_;
};

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE curl_multi_transport::curl_multi_transport(curl_options options)
    : pool_(std::make_shared<detail::curl_pool>(std::move(options))) {
}
OAIWIRE_ADAPTER_INLINE curl_multi_transport::curl_multi_transport(curl_multi_transport&&) noexcept =
    default;
OAIWIRE_ADAPTER_INLINE curl_multi_transport& curl_multi_transport::operator=(
    curl_multi_transport&& other) noexcept {
    if (this == &other) return *this;
    end_all();
    pool_ = std::move(other.pool_);
    return *this;
}
OAIWIRE_ADAPTER_INLINE curl_multi_transport::~curl_multi_transport() {
    end_all();
}

OAIWIRE_ADAPTER_INLINE void curl_multi_transport::end_all() {
    if (pool_) pool_->end_all(errc::cancelled);
}
OAIWIRE_ADAPTER_INLINE bool curl_multi_transport::poll(std::int64_t budget) {
    return pool_ && pool_->poll(budget);
}
OAIWIRE_ADAPTER_INLINE std::size_t curl_multi_transport::running() const {
    return pool_ ? pool_->running() : 0;
}

OAIWIRE_ADAPTER_INLINE curl_multi_transport::call curl_multi_transport::start(
    const http::request& request) {
    return start(request, false, true);
}
OAIWIRE_ADAPTER_INLINE curl_multi_transport::call curl_multi_transport::start(
    const http::request& request, bool pulled, bool copy_body) {
    if (!pool_) {
        auto none = std::make_shared<detail::curl_pool>(curl_options{});
        auto task = none->refuse(errc::invalid_argument, "the transport was moved from");
        return {std::move(none), std::move(task)};
    }
    return {pool_, pool_->start(request, pulled, copy_body)};
}

OAIWIRE_ADAPTER_INLINE result<curl_multi_transport::body> curl_multi_transport::open(
    const http::request& request) {
    return open(request, true);
}
OAIWIRE_ADAPTER_INLINE result<curl_multi_transport::body> curl_multi_transport::open(
    const http::request& request, bool copy_body) {
    return within_memory([&]() -> result<body> {
        body opened(start(request, true, copy_body));
        auto& task = *opened.call_.task_;
        pool_->drive(task, [&] { return task.has_head(); });
        if (!task.has_head()) return task.failure();
        return opened;
    });
}

OAIWIRE_ADAPTER_INLINE curl_multi_transport::call::call(std::shared_ptr<detail::curl_pool> pool,
                                                        std::unique_ptr<detail::curl_task> task)
    : pool_(std::move(pool)), task_(std::move(task)) {
}
OAIWIRE_ADAPTER_INLINE curl_multi_transport::call::call(call&&) noexcept = default;
OAIWIRE_ADAPTER_INLINE curl_multi_transport::call& curl_multi_transport::call::operator=(
    call&& other) noexcept {
    if (this == &other) return *this;
    abandon();
    task_ = std::move(other.task_);
    pool_ = std::move(other.pool_);
    return *this;
}
OAIWIRE_ADAPTER_INLINE curl_multi_transport::call::~call() {
    abandon();
}

OAIWIRE_ADAPTER_INLINE void curl_multi_transport::call::abandon() {
    if (task_) pool_->end(*task_, errc::cancelled);
}
OAIWIRE_ADAPTER_INLINE const http::response_head* curl_multi_transport::call::head() const {
    return task_->has_head() ? &task_->head() : nullptr;
}
OAIWIRE_ADAPTER_INLINE std::string_view curl_multi_transport::call::read() {
    return task_->take();
}
OAIWIRE_ADAPTER_INLINE bool curl_multi_transport::call::ended() const {
    return task_->ended() && !task_->has_bytes();
}
OAIWIRE_ADAPTER_INLINE const error& curl_multi_transport::call::error() const {
    return task_->failure();
}

OAIWIRE_ADAPTER_INLINE const http::response_head& curl_multi_transport::body::head() const {
    return call_.task_->head();
}
OAIWIRE_ADAPTER_INLINE result<std::string_view> curl_multi_transport::body::read_some() {
    return within_memory([&]() -> result<std::string_view> {
        auto& task = *call_.task_;
        call_.pool_->drive(task, [&] { return task.has_bytes(); });
        const auto bytes = task.take();
        if (bytes.empty() && task.failure().code != errc::ok) return task.failure();
        return bytes;
    });
}

#endif

}  // namespace oaiwire::inline v0_2
