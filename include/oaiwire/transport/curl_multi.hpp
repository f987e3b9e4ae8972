// HTTP over libcurl (7.80 or newer): any number of calls at once on one thread, polled by a program
// with a loop of its own, or pulled. Knows messages and errors; must not know JSON, SSE or what a
// call is for, and never sends a request twice.
#pragma once

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/curl_setup.hpp>
#include <oaiwire/transport/curl_transfer.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

// A transfer among others.
struct curl_task : curl_transfer {
    curl_task(const curl_options& options, curl_kept& kept, bool is_pulled)
        : curl_transfer(options, kept), pulled(is_pulled) {}

    bool pulled;            // silence counts only while its caller waits for it
    std::size_t index = 0;  // among those that run
};

// The transfers that run, and libcurl's event interface, which touches only those of them whose
// sockets are ready. It stays where it is.
class curl_pool {
public:
    using clock = curl_transfer::clock;

    explicit curl_pool(curl_options options)
        : options_(std::move(options)),
          multi_(curl_ready() ? curl_multi_init() : nullptr),
          waiter_(multi_ ? curl_multi_init() : nullptr) {
        if (!waiter_) return;
        curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &curl_pool::on_socket);
        curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, static_cast<void*>(this));
        curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &curl_pool::on_timer);
        curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, static_cast<void*>(this));
        // On a shared HTTP/2 connection one call that is not read would hold up all others.
        curl_multi_setopt(multi_, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    }
    curl_pool(const curl_pool&) = delete;
    curl_pool& operator=(const curl_pool&) = delete;
    ~curl_pool() {
        end_all(errc::cancelled);
        curl_multi_cleanup(multi_);
        curl_multi_cleanup(waiter_);
    }

    std::size_t running() const { return running_.size(); }

    // Without `copy_body`, request.body must stay until the end.
    std::unique_ptr<curl_task> start(const http::request& request, bool pulled, bool copy_body) {
        auto task = std::make_unique<curl_task>(options_, kept_, pulled);
        task->index = running_.size();
        running_.push_back(task.get());
        task->begin(waiter_ ? multi_ : nullptr, request, copy_body);
        if (task->ended()) retire(*task);
        task->rethrow();
        deadlines_due_ = {};
        return task;
    }

    // A call that has ended before it began.
    std::unique_ptr<curl_task> refuse(errc code, std::string_view why) {
        auto task = std::make_unique<curl_task>(options_, kept_, false);
        task->refuse(code, why);
        return task;
    }

    void end(curl_task& task, errc code) {
        if (task.ended()) return;
        task.end(code);
        retire(task);
    }
    void end_all(errc code) {
        while (!running_.empty()) end(*running_.back(), code);
    }

    bool poll(std::int64_t budget) {
        using std::chrono::milliseconds;
        constexpr std::int64_t day = 86'400'000;
        const auto until = clock::now() + milliseconds(std::clamp<std::int64_t>(budget, 0, day));
        stops_due_ = {};
        for (std::int64_t wait = 0;;) {  // at first: something may have come while nobody polled
            if (round(wait)) return true;
            wait = std::chrono::duration_cast<milliseconds>(until - clock::now()).count();
            if (wait <= 0) return false;
        }
    }

    // Serves all until this one is ready or has ended.
    template <class Ready>
    void drive(curl_task& task, Ready ready) {
        if (task.ended() || ready()) return;
        const curl_wake wake(task.stop(), waiter_);
        task.begin_waiting();
        std::int64_t wait = 0;
        while (!task.check_stop()) {
            round(wait);
            if (task.ended()) return;
            wait = task.check_deadlines(clock::now(), true);
            if (task.ended() || ready()) break;
        }
        if (task.ended()) retire(task);
    }

private:
    // Waits at most so many milliseconds until a socket is ready or something is due, and serves
    // each socket that is ready once. True: something was done.
    bool round(std::int64_t longest) {
        const auto before = running_.size();
        const auto began = clock::now();
        if (began >= stops_due_) check_stops(began);
        for (const auto due : {timer_, stops_due_, deadlines_due_}) {
            longest = (std::min)(longest, until(due, began));
        }
        int count = 0;
        bool sound =
            curl_multi_poll(waiter_, sockets_.data(), static_cast<unsigned>(sockets_.size()),
                            static_cast<int>(longest), &count) == CURLM_OK;
        collect_ready(count);
        for (const auto& s : ready_) sound = act(s.fd, s.revents) && sound;

        const auto now = clock::now();
        const bool timed = now >= timer_;
        if (timed) {
            timer_ = clock::time_point::max();
            sound = act(CURL_SOCKET_TIMEOUT, 0) && sound;
        }
        take_messages();
        if (!sound) end_all(errc::transport_failed);
        // only now: what waited in the sockets was no silence
        if (now >= deadlines_due_) check_deadlines(now);
        return timed || !ready_.empty() || running_.size() != before;
    }

    // Milliseconds, at most one turn of them, since more are not waited for.
    static std::int64_t until(clock::time_point due, clock::time_point now) {
        using std::chrono::milliseconds;
        if (due <= now) return 0;
        if (due >= now + milliseconds(curl_turn)) return curl_turn;
        return std::chrono::ceil<milliseconds>(due - now).count();
    }

    void collect_ready(int count) {
        ready_.clear();
        if (count <= 0) return;
        for (const auto& s : sockets_) {
            if (s.revents != 0) ready_.push_back(s);
        }
        if (ready_.size() >= static_cast<std::size_t>(count)) return;
        ready_ = sockets_;  // an error alone has no bit here: who has it will see it
        for (auto& s : ready_) s.revents = s.events;
    }

    bool act(curl_socket_t socket, int events) {
        int mask = 0;
        if ((events & CURL_WAIT_POLLIN) != 0) mask |= CURL_CSELECT_IN;
        if ((events & CURL_WAIT_POLLOUT) != 0) mask |= CURL_CSELECT_OUT;
        int count = 0;
        return curl_multi_socket_action(multi_, socket, mask, &count) == CURLM_OK;
    }

    void take_messages() {
        int count = 0;
        while (const CURLMsg* done = curl_multi_info_read(multi_, &count)) {
            auto& task = static_cast<curl_task&>(*curl_transfer::of(done->easy_handle));
            task.conclude(done->data.result);
            if (!task.ended()) continue;
            retire(task);
            task.rethrow();
        }
    }

    // Backwards: who retires gives his place to one that was seen.
    void check_stops(clock::time_point now) {
        for (auto i = running_.size(); i-- != 0;) {
            if (auto& task = *running_[i]; task.check_stop()) retire(task);
        }
        stops_due_ = now + std::chrono::milliseconds(curl_turn);
    }
    void check_deadlines(clock::time_point now) {
        auto next = std::int64_t{3'600'000};
        for (auto i = running_.size(); i-- != 0;) {
            auto& task = *running_[i];
            next = (std::min)(next, task.check_deadlines(now, !task.pulled));
            if (task.ended()) retire(task);
        }
        deadlines_due_ = now + std::chrono::milliseconds((std::max)(next, std::int64_t{1}));
    }

    void retire(curl_task& task) {
        running_.back()->index = task.index;
        running_[task.index] = running_.back();
        running_.pop_back();
        task.close();
    }

    // What a socket is to be waited for. A few times in a call, so that a search is cheap enough.
    static int on_socket(CURL*, curl_socket_t socket, int what, void* context, void*) noexcept {
        auto& sockets = static_cast<curl_pool*>(context)->sockets_;
        const auto at = std::find_if(sockets.begin(), sockets.end(),
                                     [&](const curl_waitfd& s) { return s.fd == socket; });
        int events = 0;
        if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) events |= CURL_WAIT_POLLIN;
        if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) events |= CURL_WAIT_POLLOUT;
        if (at == sockets.end()) {
            if (events != 0) sockets.push_back({socket, static_cast<short>(events), 0});
        } else if (events != 0) {
            at->events = static_cast<short>(events);
        } else {
            *at = sockets.back();
            sockets.pop_back();
        }
        return 0;
    }

    static int on_timer(CURLM*, long ms, void* context) noexcept {
        auto& self = *static_cast<curl_pool*>(context);
        self.timer_ =
            ms < 0 ? clock::time_point::max() : clock::now() + std::chrono::milliseconds(ms);
        return 0;
    }

    curl_options options_;
    CURLM* multi_;
    curl_kept kept_{};
    CURLM* waiter_;  // carries nothing: it waits for the sockets of the other, and can be woken
    std::vector<curl_task*> running_{};
    std::vector<curl_waitfd> sockets_{};
    std::vector<curl_waitfd> ready_{};
    clock::time_point timer_ = clock::time_point::max();  // libcurl's own
    clock::time_point stops_due_{};
    clock::time_point deadlines_due_{};
};

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
        call(call&&) noexcept = default;
        call& operator=(call&& other) noexcept {
            if (this == &other) return *this;
            abandon();
            task_ = std::move(other.task_);
            pool_ = std::move(other.pool_);
            return *this;
        }
        ~call() { abandon(); }

        // The head of the final response; null until it has come.
        const http::response_head* head() const {
            return task_->has_head() ? &task_->head() : nullptr;
        }
        // Bytes of the body that have come and were not read (at most 64 KiB), valid until the
        // next read(), whatever is polled meanwhile.
        std::string_view read() { return task_->take(); }
        // No byte will come and all were read.
        bool ended() const { return task_->ended() && !task_->has_bytes(); }
        // Once ended: errc::ok, or why the response could not be had whole.
        const oaiwire::error& error() const { return task_->failure(); }

    private:
        friend class curl_multi_transport;
        call(std::shared_ptr<detail::curl_pool> pool, std::unique_ptr<detail::curl_task> task)
            : pool_(std::move(pool)), task_(std::move(task)) {}
        void abandon() {
            if (task_) pool_->end(*task_, errc::cancelled);
        }
        std::shared_ptr<detail::curl_pool> pool_;
        std::unique_ptr<detail::curl_task> task_;
    };

    // A response being pulled. Destroying it abandons its call alone.
    class body {
    public:
        const http::response_head& head() const { return call_.task_->head(); }

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them, and serves all calls meanwhile; after the end or an error the answer
        // stays the same.
        result<std::string_view> read_some() {
            return within_memory([&]() -> result<std::string_view> {
                auto& task = *call_.task_;
                call_.pool_->drive(task, [&] { return task.has_bytes(); });
                const auto bytes = task.take();
                if (bytes.empty() && task.failure().code != errc::ok) return task.failure();
                return bytes;
            });
        }

    private:
        friend class curl_multi_transport;
        explicit body(call c) : call_(std::move(c)) {}
        call call_;
    };

    explicit curl_multi_transport(curl_options options = {})
        : pool_(std::make_shared<detail::curl_pool>(std::move(options))) {}
    curl_multi_transport(curl_multi_transport&&) noexcept = default;
    curl_multi_transport& operator=(curl_multi_transport&& other) noexcept {
        if (this == &other) return *this;
        end_all();
        pool_ = std::move(other.pool_);
        return *this;
    }
    ~curl_multi_transport() { end_all(); }

    // Begins a call, and copies what it needs of the request. Sends nothing before the next poll; a
    // call that cannot be made has ended.
    call start(const http::request& request) { return start(request, false, true); }

    // Does what can be done for all calls; where that is nothing, waits for something to do, at
    // most `budget` milliseconds (0: never). True: something was done, which may be no news yet.
    bool poll(std::int64_t budget = 0) { return pool_ && pool_->poll(budget); }

    // The calls, pulled ones among them, that have not ended.
    std::size_t running() const { return pool_ ? pool_->running() : 0; }

    // Sends the request and returns once the head of the response has come; serves all calls
    // meanwhile. Nothing of `request` is needed afterwards.
    result<body> open(const http::request& request) { return open(request, true); }

    // Sends the request and feeds the handler until the response ended or the handler said stop;
    // serves all calls meanwhile. The handler may use the transport.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto opened = open(request, false);
        if (!opened) return std::move(opened).error();
        return detail::curl_deliver(*opened, handler);
    }

private:
    void end_all() {
        if (pool_) pool_->end_all(errc::cancelled);
    }

    call start(const http::request& request, bool pulled, bool copy_body) {
        if (!pool_) {
            auto none = std::make_shared<detail::curl_pool>(curl_options{});
            auto task = none->refuse(errc::invalid_argument, "the transport was moved from");
            return {std::move(none), std::move(task)};
        }
        return {pool_, pool_->start(request, pulled, copy_body)};
    }

    result<body> open(const http::request& request, bool copy_body) {
        return within_memory([&]() -> result<body> {
            body opened(start(request, true, copy_body));
            auto& task = *opened.call_.task_;
            pool_->drive(task, [&] { return task.has_head(); });
            if (!task.has_head()) return task.failure();
            return opened;
        });
    }

    std::shared_ptr<detail::curl_pool> pool_;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
