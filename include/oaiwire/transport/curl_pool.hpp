// The running calls of a curl_transport, driven on one thread by libcurl's event interface.
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
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/curl_setup.hpp>
#include <oaiwire/transport/curl_transfer.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// One of the transfers of a pool.
struct curl_task : curl_transfer {
    curl_task(const curl_options& options, curl_kept& kept, bool is_pulled)
        : curl_transfer(options, kept), pulled(is_pulled) {}

    bool pulled;            // its idle timeout runs only while its caller waits for it
    std::size_t index = 0;  // in curl_pool::running_
};

// Owns the handles. curl_multi_socket_action() touches only the transfers whose sockets are ready,
// so a poll does not cost more with every idle call. Every task in running_ is in libcurl's multi
// handle; one that ends leaves both. Not movable: libcurl keeps its address. Its tasks must not
// outlive it. Not thread-safe.
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
        // On a shared HTTP/2 connection a call that is not read would block all others.
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

    // Begins a call. Without `copy_body`, request.body must stay until it has ended.
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

    // A call that has ended with this error before it began.
    std::unique_ptr<curl_task> refuse(errc code, std::string_view why) {
        auto task = std::make_unique<curl_task>(options_, kept_, false);
        task->refuse(code, why);
        return task;
    }

    // Without effect on a task that has ended.
    void end(curl_task& task, errc code) {
        if (task.ended()) return;
        task.end(code);
        retire(task);
    }
    void end_all(errc code) {
        while (!running_.empty()) end(*running_.back(), code);
    }
    // Those that nobody pulls. Iterates backwards: retire() moves the last one into the free slot.
    void end_started(errc code) {
        for (auto i = running_.size(); i-- != 0;) {
            if (!running_[i]->pulled) end(*running_[i], code);
        }
    }

    // See curl_transport::poll().
    bool poll(std::int64_t budget_ms) {
        using std::chrono::milliseconds;
        constexpr std::int64_t day = 86'400'000;
        const auto until = clock::now() + milliseconds(std::clamp<std::int64_t>(budget_ms, 0, day));
        stops_due_ = {};
        for (std::int64_t wait = 0;;) {  // 0 first: bytes may have come since the last poll
            if (round(wait)) return true;
            wait = std::chrono::duration_cast<milliseconds>(until - clock::now()).count();
            if (wait <= 0) return false;
        }
    }

    // Serves all calls until this one is ready or has ended.
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
    // Waits at most `longest_ms` until a socket is ready or a timer is due, and serves each ready
    // socket once. True if something was done.
    bool round(std::int64_t longest_ms) {
        const auto before = running_.size();
        const auto began = clock::now();
        if (began >= stops_due_) check_stops(began);
        for (const auto due : {timer_, stops_due_, deadlines_due_}) {
            longest_ms = (std::min)(longest_ms, until_ms(due, began));
        }
        int count = 0;
        bool sound =
            curl_multi_poll(waiter_, sockets_.data(), static_cast<unsigned>(sockets_.size()),
                            static_cast<int>(longest_ms), &count) == CURLM_OK;
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
        // only now: bytes that waited in the sockets are no silence
        if (now >= deadlines_due_) check_deadlines(now);
        return timed || !ready_.empty() || running_.size() != before;
    }

    // Milliseconds until `due`, at most curl_poll_interval_ms.
    static std::int64_t until_ms(clock::time_point due, clock::time_point now) {
        using std::chrono::milliseconds;
        if (due <= now) return 0;
        if (due >= now + milliseconds(curl_poll_interval_ms)) return curl_poll_interval_ms;
        return std::chrono::ceil<milliseconds>(due - now).count();
    }

    // Copies the sockets with events to ready_: act() may change sockets_. count: the result of
    // curl_multi_poll().
    void collect_ready(int count) {
        ready_.clear();
        if (count <= 0) return;
        for (const auto& s : sockets_) {
            if (s.revents != 0) ready_.push_back(s);
        }
        if (ready_.size() >= static_cast<std::size_t>(count)) return;
        ready_ = sockets_;  // an error sets no revents bit here: let libcurl check every socket
        for (auto& s : ready_) s.revents = s.events;
    }

    // Lets libcurl serve a socket, or its timers (CURL_SOCKET_TIMEOUT). False if libcurl failed.
    bool act(curl_socket_t socket, int events) {
        int mask = 0;
        if ((events & CURL_WAIT_POLLIN) != 0) mask |= CURL_CSELECT_IN;
        if ((events & CURL_WAIT_POLLOUT) != 0) mask |= CURL_CSELECT_OUT;
        int count = 0;
        return curl_multi_socket_action(multi_, socket, mask, &count) == CURLM_OK;
    }

    // Ends the tasks that libcurl is done with, and throws what their content threw.
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

    // Backwards, as in end_started().
    void check_stops(clock::time_point now) {
        for (auto i = running_.size(); i-- != 0;) {
            if (auto& task = *running_[i]; task.check_stop()) retire(task);
        }
        stops_due_ = now + std::chrono::milliseconds(curl_poll_interval_ms);
    }
    // Also computes when the next timeout can pass, so most rounds need not look at all calls.
    void check_deadlines(clock::time_point now) {
        auto next = std::int64_t{3'600'000};
        for (auto i = running_.size(); i-- != 0;) {
            auto& task = *running_[i];
            next = (std::min)(next, task.check_deadlines(now, !task.pulled));
            if (task.ended()) retire(task);
        }
        deadlines_due_ = now + std::chrono::milliseconds((std::max)(next, std::int64_t{1}));
    }

    // Removes the task from running_ and frees its handle. The last task moves to its index.
    void retire(curl_task& task) {
        running_.back()->index = task.index;
        running_[task.index] = running_.back();
        running_.pop_back();
        task.close();
    }

    // libcurl says which events of a socket to wait for: a few times in a call, so a linear search
    // is cheap enough.
    static int on_socket(CURL*, curl_socket_t socket, int what, void* context, void*) noexcept {
        auto& sockets = static_cast<curl_pool*>(context)->sockets_;
        const auto at = std::find_if(sockets.begin(), sockets.end(),
                                     [&](const curl_waitfd& s) { return s.fd == socket; });
        int events = 0;
        if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) events |= CURL_WAIT_POLLIN;
        if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) events |= CURL_WAIT_POLLOUT;
        if (at == sockets.end()) {
            if (events == 0) return 0;
            const auto add = [&] {
                sockets.push_back({socket, static_cast<short>(events), 0});
                return 0;
            };
            return within_memory(add, [] { return -1; });  // libcurl ends its transfers
        } else if (events != 0) {
            at->events = static_cast<short>(events);
        } else {
            *at = sockets.back();
            sockets.pop_back();
        }
        return 0;
    }

    // libcurl says when to call it again; negative: no timer.
    static int on_timer(CURLM*, long ms, void* context) noexcept {
        auto& self = *static_cast<curl_pool*>(context);
        self.timer_ =
            ms < 0 ? clock::time_point::max() : clock::now() + std::chrono::milliseconds(ms);
        return 0;
    }

    curl_options options_;
    CURLM* multi_;  // null if libcurl could not be initialised
    curl_kept kept_{};
    CURLM* waiter_;  // has no transfers: used for curl_multi_poll() and curl_multi_wakeup() only
    std::vector<curl_task*> running_{};                   // not owned
    std::vector<curl_waitfd> sockets_{};                  // those libcurl waits for
    std::vector<curl_waitfd> ready_{};                    // those of the current round
    clock::time_point timer_ = clock::time_point::max();  // libcurl's timer
    clock::time_point stops_due_{};                       // when stop handles are looked at next
    clock::time_point deadlines_due_{};                   // before this no timeout can pass
};

}}}  // namespace oaiwire::v0_2::detail
