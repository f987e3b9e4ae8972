// The calls of a winhttp_transport, and the session that they share.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/winhttp_call.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A call and whether it is pulled: the idle timeout of a pulled one runs only while it is waited
// for, and its transport's end does not end it.
struct winhttp_task {
    winhttp_call call{};
    bool pulled = false;
};

// Drives calls by one thread at a time. Each call refers to the pool until it was destroyed.
class winhttp_pool {
public:
    using clock = std::chrono::steady_clock;

    explicit winhttp_pool(winhttp_options options)
        : options_(std::move(options)),
          bell_(std::make_shared<winhttp_bell>()),
          session_(winhttp_session(options_)) {}
    winhttp_pool(const winhttp_pool&) = delete;
    winhttp_pool& operator=(const winhttp_pool&) = delete;
    // All calls were destroyed. WinHTTP's threads may still be in callbacks: a module that holds
    // this code should not be unloaded before they are out. Wine leaves a pending operation only
    // when the peer or a timeout ends it.
    ~winhttp_pool() {
        if (session_) WinHttpCloseHandle(session_);
        bell_->wait_closed(clock::now() + std::chrono::milliseconds(winhttp_in_wine() ? 20 : 1000));
    }

    // Begins a call, which has ended if it could not begin. Null if there is no memory for it.
    std::unique_ptr<winhttp_task> start(const http::request& request, bool pulled, bool copy_body) {
        const auto make = [&] {
            if (tasks_.size() == tasks_.capacity()) tasks_.reserve(2 * tasks_.size() + 4);
            auto task = std::make_unique<winhttp_task>();
            task->pulled = pulled;
            return task;
        };
        auto task = within_memory(make, []() -> std::unique_ptr<winhttp_task> { return nullptr; });
        if (!task) return nullptr;
        if (!session_) {
            task->call.refuse(errc::transport_failed, "WinHTTP could not be initialised");
            return task;
        }
        task->call.begin(session_, options_, bell_, request, copy_body);
        tasks_.push_back(task.get());
        return task;
    }

    // Ends and forgets a call that is about to be destroyed.
    void remove(winhttp_task& task) {
        task.call.end(errc::cancelled);
        std::erase(tasks_, &task);
    }
    // Ends all calls but those that are pulled.
    void end_started() {
        for (auto* const task : tasks_) {
            if (!task->pulled) task->call.end(errc::cancelled);
        }
    }

    std::size_t running() const {
        return static_cast<std::size_t>(std::count_if(
            tasks_.begin(), tasks_.end(), [](const auto* task) { return !task->call.ended(); }));
    }

    // Does what can be done, and waits at most `budget_ms` for something to do. True if something
    // was done.
    bool poll(std::int64_t budget_ms) {
        const auto until = clock::now() + std::chrono::milliseconds(
                                              (std::min)(budget_ms, std::int64_t{86'400'000}));
        for (;;) {
            std::int64_t left = 0;
            if (step(nullptr, left)) return rethrow_all();
            const auto now = clock::now();
            if (now >= until || running() == 0) return false;
            bell_->wait_until((std::min)(until, now + std::chrono::milliseconds(left)));
        }
    }

    // Drives all calls until done() is true or the call has ended.
    template <class Done>
    void drive(winhttp_task& task, Done done) {
        task.call.begin_waiting();
        while (!done() && !task.call.ended()) {
            std::int64_t left = 0;
            if (step(&task, left)) continue;
            bell_->wait_until(clock::now() + std::chrono::milliseconds(left));
        }
        if (task.call.ended()) task.call.rethrow();
    }

    // The number of requests that WinHTTP has not let go of.
    std::size_t open_requests() const { return bell_->open(); }

private:
    // Goes through all calls once. `left`: in how many milliseconds something may be due.
    bool step(const winhttp_task* waited_for, std::int64_t& left) {
        bool did = false;
        left = 60'000;
        bell_->take();
        for (auto* const task : tasks_) {
            auto& call = task->call;
            if (call.ended()) continue;
            did = call.advance() || did;
            if (call.ended()) continue;
            const bool idle_counts = !task->pulled || task == waited_for;
            left = (std::min)(left, call.check_deadlines(clock::now(), idle_counts));
            if (call.has_token()) left = (std::min)(left, std::int64_t{20});
            did = did || call.ended();
        }
        left = (std::max)(left, std::int64_t{1});
        return did;
    }
    bool rethrow_all() {
        for (auto* const task : tasks_) {
            if (task->call.ended()) task->call.rethrow();
        }
        return true;
    }

    winhttp_options options_;
    std::shared_ptr<winhttp_bell> bell_;
    HINTERNET session_;                   // null if Windows refused
    std::vector<winhttp_task*> tasks_{};  // that were not destroyed
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
