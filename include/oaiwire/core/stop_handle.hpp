// stop_handle: cancels a call from any thread. Used in place of std::stop_token, which libc++ long
// lacked; accepts one all the same.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <atomic>
#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

class stop_listener;

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

    // True if it was made from a token, whose stop calls no function: a transport must ask now and
    // then.
    bool has_token() const;

private:
    friend class stop_listener;

    struct state {
        std::atomic<bool> stopped{false};
        std::atomic_flag lock = ATOMIC_FLAG_INIT;  // spin lock, held while the rest is used
        bool by_token = false;
        void (*wake)(void*) = nullptr;
        void* wake_context = nullptr;
        stop_listener* listeners = nullptr;  // the first of a list
        virtual bool token_stopped() const { return false; }
        virtual ~state() = default;

        void acquire() {
            while (lock.test_and_set(std::memory_order_acquire)) {
            }
        }
        void release() { lock.clear(std::memory_order_release); }
    };
    template <class Token>
    struct token_state final : state {
        explicit token_state(Token t) : token(std::move(t)) { by_token = true; }
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

// For transports with many calls: a function that request_stop() calls, beside any number of others
// on the same flag. Not movable: the flag keeps its address.
class stop_listener {
public:
    stop_listener() = default;
    stop_listener(const stop_listener&) = delete;
    stop_listener& operator=(const stop_listener&) = delete;
    // Ends listening.
    ~stop_listener() { end(); }

    // Until end(), request_stop() on the flag of `handle` calls `wake(context)`, on the thread of
    // its caller, each time. The function must not use handles or listeners of this flag. A flag
    // that is set already calls nothing.
    void listen(const stop_handle& handle, void (*wake)(void*), void* context);
    // Once it has returned, the function is not called, and not running.
    void end();

private:
    friend class stop_handle;

    std::shared_ptr<stop_handle::state> state_{};  // null: does not listen
    void (*wake_)(void*) = nullptr;
    void* context_ = nullptr;
    stop_listener* next_ = nullptr;
    stop_listener* previous_ = nullptr;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void stop_handle::request_stop() const {
    if (!state_) return;
    state_->stopped.store(true, std::memory_order_release);
    state_->acquire();
    if (state_->wake) state_->wake(state_->wake_context);
    for (auto* l = state_->listeners; l; l = l->next_) l->wake_(l->context_);
    state_->release();
}

OAIWIRE_INLINE bool stop_handle::stop_requested() const {
    return state_ && (state_->stopped.load(std::memory_order_acquire) || state_->token_stopped());
}

OAIWIRE_INLINE bool stop_handle::has_token() const {
    return state_ && state_->by_token;
}

OAIWIRE_INLINE void stop_handle::set_wake(void (*wake)(void*), void* context) const {
    if (!state_) return;
    state_->acquire();
    state_->wake = wake;
    state_->wake_context = context;
    state_->release();
}

OAIWIRE_INLINE void stop_listener::listen(const stop_handle& handle, void (*wake)(void*),
                                          void* context) {
    end();
    if (!handle.state_) return;
    state_ = handle.state_;
    wake_ = wake;
    context_ = context;
    state_->acquire();
    next_ = state_->listeners;
    if (next_) next_->previous_ = this;
    state_->listeners = this;
    state_->release();
}

OAIWIRE_INLINE void stop_listener::end() {
    if (!state_) return;
    state_->acquire();
    (previous_ ? previous_->next_ : state_->listeners) = next_;
    if (next_) next_->previous_ = previous_;
    state_->release();
    next_ = previous_ = nullptr;
    state_.reset();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
