// The running calls of a curl_transport, driven on one thread by libcurl's event interface.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/curl_options.hpp>
#include <oaiwire/transport/curl_setup.hpp>
#include <oaiwire/transport/curl_sockets.hpp>
#include <oaiwire/transport/curl_transfer.hpp>
#include <oaiwire/transport/task_list.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The lists of a curl_pool.
enum curl_list : std::size_t {
    curl_list_news,       // to which something has come
    curl_list_started,    // running, and not pulled
    curl_list_asked,      // running, with a stop token
    curl_list_stopped,    // running, a stop was requested
    curl_list_unwatched,  // running, its socket cannot be waited for
    curl_list_count,
};

class curl_pool;

// One of the transfers of a pool.
struct curl_task : curl_transfer {
    curl_task(curl_pool& owner, const curl_options& options, curl_kept& kept, bool is_pulled)
        : curl_transfer(options, kept), pool(owner), pulled(is_pulled) {}
    curl_task(const curl_task&) = delete;
    curl_task& operator=(const curl_task&) = delete;
    ~curl_task();

    // From now on the pool lists it whenever something has come.
    void list_news();

    curl_pool& pool;
    bool pulled;              // its idle timeout runs only while its caller waits for it
    std::uint64_t tag = 0;    // the caller's name for it
    std::size_t index = 0;    // in curl_pool::running_
    clock::time_point due{};  // before this no timeout can pass
    stop_listener listener{};
    task_link<curl_task> links[curl_list_count]{};
};

// Owns the handles. What a poll costs depends on the calls that have something to do: libcurl is
// told which sockets are ready, stops are listed by those who request them, and timeouts are in a
// heap. Only calls with a stop token are all asked. Every task in running_ is in libcurl's multi
// handle; one that ends leaves both. Not movable: libcurl keeps its address. Its tasks must not
// outlive it. Not thread-safe, but for stops.
class curl_pool {
public:
    using clock = curl_transfer::clock;

    explicit curl_pool(curl_options options)
        : options_(std::move(options)),
          multi_(curl_ready() && sockets_.sound() ? curl_multi_init() : nullptr) {
        if (!multi_) return;
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
    }

    std::size_t running() const { return running_.size(); }
    // True if polls cost what is ready, not what is open.
    bool scales() const { return sockets_.scales(); }

    // Begins a call. Without `copy_body`, request.body must stay until it has ended. Null if there
    // is no memory for it.
    std::unique_ptr<curl_task> start(const http::request& request, bool pulled, bool copy_body) {
        const auto make = [&] {
            running_.make_room();
            kept_.make_room(running_.size() + 1);
            return std::make_unique<curl_task>(*this, options_, kept_, pulled);
        };
        auto task = within_memory(make, [] { return std::unique_ptr<curl_task>(); });
        if (!task) return task;
        running_.add(*task);
        if (!pulled) {
            started_.add(*task);
            task->list_news();
        }
        task->listener.listen(request.stop, &curl_pool::on_stop, task.get());
        if (request.stop.has_token()) asked_.add(*task);
        task->begin(multi_, request, copy_body);
        if (task->ended()) {
            retire(*task);
        } else {
            set_due(*task, clock::now());
        }
        task->rethrow();
        return task;
    }

    // A call that has ended with this error before it began. Null if there is no memory for it.
    std::unique_ptr<curl_task> refuse(errc code, std::string_view why) {
        const auto make = [&] {
            auto task = std::make_unique<curl_task>(*this, options_, kept_, false);
            task->refuse(code, why);
            return task;
        };
        return within_memory(make, [] { return std::unique_ptr<curl_task>(); });
    }

    // The next of the started tasks to which something has come since it was returned; null if
    // there is none.
    curl_task* next_ready() { return news_.take(); }

    // Without effect on a task that has ended.
    void end(curl_task& task, errc code, std::string_view why = {}) {
        if (task.ended()) return;
        task.end(code, why);
        retire(task);
    }
    void end_all(errc code) {
        while (!running_.empty()) end(running_[running_.size() - 1], code);
    }
    // Those that nobody pulls.
    void end_started(errc code) {
        while (auto* const task = started_.first()) end(*task, code);
    }

    // See curl_transport::poll().
    bool poll(std::int64_t budget_ms) {
        using std::chrono::milliseconds;
        constexpr std::int64_t day = 86'400'000;
        budget_ms = std::clamp<std::int64_t>(budget_ms, 0, day);
        const auto until = clock::now() + milliseconds(budget_ms);
        stops_due_ = {};
        for (auto wait = budget_ms;;) {
            if (round(wait)) return true;
            wait = std::chrono::duration_cast<milliseconds>(until - clock::now()).count();
            if (wait <= 0) return false;
        }
    }

    // Serves all calls until this one is ready or has ended.
    template <class Ready>
    void drive(curl_task& task, Ready ready) {
        if (task.ended() || ready()) return;
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
    friend struct curl_task;

    // Waits at most `longest_ms` until a socket is ready, a timer is due or a stop was requested,
    // and serves each ready socket once. True if something was done.
    bool round(std::int64_t longest_ms) {
        const auto before = running_.size();
        const auto began = clock::now();
        take_stops();
        end_unwatched();
        if (!asked_.empty() && began >= stops_due_) ask_tokens(began);
        const auto no_later = [&](clock::time_point due) {
            longest_ms = (std::min)(longest_ms, until_ms(due, began));
        };
        no_later(timer_);
        if (!running_.empty()) no_later(running_.first().due);
        if (!asked_.empty()) no_later(stops_due_);
        // without epoll the system may have had no means of waking left either
        if (!sockets_.scales()) no_later(began + std::chrono::milliseconds(curl_poll_interval_ms));
        if (running_.size() != before) longest_ms = 0;

        bool sound = true;
        const auto serve = [&](curl_socket_t s, int mask) { sound = act(s, mask) && sound; };
        // a resolver has sockets too
        const auto most = 2 * running_.size() + 8;
        const auto served = sockets_.wait(static_cast<int>(longest_ms), most, serve);
        const auto now = clock::now();
        const bool timed = now >= timer_;
        if (timed) {
            timer_ = clock::time_point::max();
            sound = act(CURL_SOCKET_TIMEOUT, 0) && sound;
        }
        take_messages();
        if (!sound || served < 0) end_all(errc::transport_failed);
        end_unwatched();
        take_stops();
        // only now: bytes that waited in the sockets are no silence
        check_deadlines(now);
        return timed || served > 0 || running_.size() != before;
    }

    // Milliseconds until `due`, at most an hour.
    static std::int64_t until_ms(clock::time_point due, clock::time_point now) {
        using std::chrono::milliseconds;
        constexpr milliseconds longest{3'600'000};
        if (due <= now) return 0;
        if (due >= now + longest) return longest.count();
        return std::chrono::ceil<milliseconds>(due - now).count();
    }

    // Lets libcurl serve a socket, or its timers (CURL_SOCKET_TIMEOUT). False if libcurl failed.
    bool act(curl_socket_t socket, int mask) {
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

    // Ends the tasks whose stop was requested by stop_handle::request_stop().
    void take_stops() {
        if (!woken_.load(std::memory_order_relaxed) || !woken_.exchange(false)) return;
        while (auto* const task = next_stopped()) {
            if (task->check_stop()) retire(*task);
        }
    }
    curl_task* next_stopped() {
        const std::lock_guard<std::mutex> lock(stops_);
        return stopped_.take();
    }
    // Ends those whose token says so.
    void ask_tokens(clock::time_point now) {
        for (auto* task = asked_.first(); task;) {
            auto* const next = asked_.after(*task);
            if (task->check_stop()) retire(*task);
            task = next;
        }
        stops_due_ = now + std::chrono::milliseconds(curl_poll_interval_ms);
    }
    void end_unwatched() {
        while (auto* const task = unwatched_.first()) {
            end(*task, errc::transport_failed, "the system cannot wait for its socket");
        }
    }

    void check_deadlines(clock::time_point now) {
        while (!running_.empty() && running_.first().due <= now) set_due(running_.first(), now);
    }
    // Ends the task if a timeout has passed, else computes when one can pass.
    void set_due(curl_task& task, clock::time_point now) {
        const auto left = task.check_deadlines(now, !task.pulled);
        if (task.ended()) return retire(task);
        using std::chrono::milliseconds;
        task.due = now + milliseconds(std::clamp<std::int64_t>(left, 1, 3'600'000));
        running_.moved(task);
    }

    // Removes the task from running_ and the lists, and frees its handle.
    void retire(curl_task& task) {
        running_.remove(task);
        started_.remove(task);
        asked_.remove(task);
        unwatched_.remove(task);
        task.listener.end();
        {
            const std::lock_guard<std::mutex> lock(stops_);
            stopped_.remove(task);
        }
        task.close();
    }

    // From any thread.
    static void on_stop(void* context) {
        auto& task = *static_cast<curl_task*>(context);
        auto& self = task.pool;
        {
            const std::lock_guard<std::mutex> lock(self.stops_);
            self.stopped_.add(task);
        }
        if (!self.woken_.exchange(true)) self.sockets_.wake();
    }

    // libcurl says which events of a socket to wait for.
    static int on_socket(CURL* easy, curl_socket_t socket, int what, void* context,
                         void*) noexcept {
        auto& self = *static_cast<curl_pool*>(context);
        // not -1 on failure: the multi handle would serve no call any more
        if (self.sockets_.set(socket, what)) return 0;
        if (auto* const transfer = curl_transfer::of(easy)) {
            self.unwatched_.add(static_cast<curl_task&>(*transfer));
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
    curl_sockets sockets_{};
    CURLM* multi_;  // null if libcurl could not be initialised
    curl_kept kept_{};
    task_heap<curl_task> running_{};
    task_list<curl_task, curl_list_news> news_{};
    task_list<curl_task, curl_list_started> started_{};
    task_list<curl_task, curl_list_asked> asked_{};
    task_list<curl_task, curl_list_unwatched> unwatched_{};
    std::mutex stops_{};                                  // guards stopped_
    task_list<curl_task, curl_list_stopped> stopped_{};   // added to by any thread
    std::atomic<bool> woken_{false};                      // there may be some in it
    clock::time_point timer_ = clock::time_point::max();  // libcurl's timer
    clock::time_point stops_due_{};                       // when tokens are asked next
};

inline void curl_task::list_news() {
    on_news_ = [](curl_transfer& transfer) noexcept {
        auto& self = static_cast<curl_task&>(transfer);
        self.pool.news_.add(self);
    };
}
inline curl_task::~curl_task() {
    on_news_ = nullptr;
    pool.news_.remove(*this);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
