// stop_handle: cancels a call from any thread. Used in place of std::stop_token, which libc++ long
// lacked; accepts one all the same.
#pragma once

#include <atomic>
#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A shared cancellation flag; copies refer to the same flag. A default-constructed handle is
// cancelled by request_stop(). One made from a token (any type with `stop_requested()`, such as
// std::stop_token) is cancelled by request_stop() or by the token. A handle that was moved from, or
// for which no memory was available, is never cancelled. All functions are thread-safe.
class stop_handle {
public:
    // A new flag, not set.
    stop_handle() : state_(make<state>()) {}

    // A new flag, combined with a copy of `token`.
    template <class Token>
    requires(!std::is_same_v<std::remove_cvref_t<Token>, stop_handle> &&
             requires(const std::remove_cvref_t<Token>& t) {
                 { t.stop_requested() } -> std::convertible_to<bool>;
             }) stop_handle(Token&& token)
        : state_(make<token_state<std::remove_cvref_t<Token>>>(std::forward<Token>(token))) {}

    // Sets the flag and calls the wake function, if one is set. May be called repeatedly. Blocks no
    // longer than the wake function does.
    void request_stop() const;

    // True once request_stop() was called or the token was stopped.
    bool stop_requested() const;

    // For transports: `wake(context)` is called by request_stop() to interrupt a sleep. One
    // function at a time; clear it with nullptr before `context` is destroyed. Stopping a token
    // does not call it, so a transport must sleep in short intervals if a token may be in use.
    void set_wake(void (*wake)(void*), void* context) const;

private:
    struct state {
        std::atomic<bool> stopped{false};
        std::atomic_flag lock = ATOMIC_FLAG_INIT;  // spin lock, held while wake is called or set
        void (*wake)(void*) = nullptr;
        void* wake_context = nullptr;
        virtual bool token_stopped() const { return false; }
        virtual ~state() = default;
    };
    template <class Token>
    struct token_state final : state {
        explicit token_state(Token t) : token(std::move(t)) {}
        bool token_stopped() const override { return token.stop_requested(); }
        Token token;
    };

    template <class State, class... Token>
    static std::shared_ptr<state> make(Token&&... token) {
        const auto made = [&]() -> std::shared_ptr<state> {
            return std::make_shared<State>(std::forward<Token>(token)...);
        };
        return within_memory(made, [] { return nullptr; });
    }

    std::shared_ptr<state> state_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void stop_handle::request_stop() const {
    if (!state_) return;
    state_->stopped.store(true, std::memory_order_release);
    while (state_->lock.test_and_set(std::memory_order_acquire)) {
    }
    if (state_->wake) state_->wake(state_->wake_context);
    state_->lock.clear(std::memory_order_release);
}

OAIWIRE_INLINE bool stop_handle::stop_requested() const {
    return state_ && (state_->stopped.load(std::memory_order_acquire) || state_->token_stopped());
}

OAIWIRE_INLINE void stop_handle::set_wake(void (*wake)(void*), void* context) const {
    if (!state_) return;
    while (state_->lock.test_and_set(std::memory_order_acquire)) {
    }
    state_->wake = wake;
    state_->wake_context = context;
    state_->lock.clear(std::memory_order_release);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES
