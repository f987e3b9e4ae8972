// stop_handle: asks a call to end, from any thread. Knows no thread and no clock; <stop_token> is
// not needed, because standard libraries lack it.
#pragma once

#include <atomic>
#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Shared by copy. A default-constructed handle can be stopped like any other; one made from a
// token (anything with `stop_requested()`, std::stop_token included) is stopped by either. A handle
// that was moved from, or that memory ran out for, is never stopped.
class stop_handle {
public:
    stop_handle() : state_(make<state>()) {}

    template <class Token>
    requires(!std::is_same_v<std::remove_cvref_t<Token>, stop_handle> &&
             requires(const std::remove_cvref_t<Token>& t) {
                 { t.stop_requested() } -> std::convertible_to<bool>;
             }) stop_handle(Token&& token)
        : state_(make<token_state<std::remove_cvref_t<Token>>>(std::forward<Token>(token))) {}

    // Thread-safe, may be called again; never blocks longer than the wake-up it calls.
    void request_stop() const;

    bool stop_requested() const;

    // A transport that sleeps sets how to be woken, and clears it (nullptr) before `context` ends.
    // One at a time. A token's own stop does not call it: sleep in short turns where one is used.
    void set_wake(void (*wake)(void*), void* context) const;

private:
    struct state {
        std::atomic<bool> stopped{false};
        std::atomic_flag lock = ATOMIC_FLAG_INIT;  // held for one call or one assignment
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

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

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

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
