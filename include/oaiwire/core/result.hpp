// result<T>: a value or an error. Knows nothing but error.
//
// std::expected is C++23; choosing between two types by -std would give one mangled name two
// meanings, so this is always ours.
#pragma once

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/core/error.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

// Reading the side that is not there is a mistake in the program, not in its input.
[[noreturn]] inline void wrong_side() {
    std::abort();
}

}  // namespace detail

template <class T>
class [[nodiscard]] result {
    static_assert(!std::is_reference_v<T> && !std::is_same_v<std::remove_cv_t<T>, oaiwire::error>,
                  "oaiwire: result<T> holds values other than error");

public:
    using value_type = T;

    result() = default;
    template <class U = T>
    requires(!std::is_same_v<std::remove_cvref_t<U>, result> &&
             !std::is_same_v<std::remove_cvref_t<U>, oaiwire::error> &&
             std::is_constructible_v<T, U>) result(U&& value)
        : state_(std::in_place_index<0>, std::forward<U>(value)) {}
    result(oaiwire::error e) : state_(std::in_place_index<1>, std::move(e)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // The value; stops the program where there is an error instead.
    T& value() & { return *get(); }
    const T& value() const& { return *get(); }
    T&& value() && { return std::move(*get()); }
    T& operator*() & { return *get(); }
    const T& operator*() const& { return *get(); }
    T&& operator*() && { return std::move(*get()); }
    T* operator->() { return get(); }
    const T* operator->() const { return get(); }

    // The error; stops the program where there is a value instead.
    const oaiwire::error& error() const& {
        auto* e = std::get_if<1>(&state_);
        return e ? *e : (detail::wrong_side(), *e);
    }
    oaiwire::error&& error() && {
        auto* e = std::get_if<1>(&state_);
        return e ? std::move(*e) : (detail::wrong_side(), std::move(*e));
    }

    template <class U>
    T value_or(U&& other) const& {
        return has_value() ? *get() : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    T value_or(U&& other) && {
        return has_value() ? std::move(*get()) : static_cast<T>(std::forward<U>(other));
    }

    // f(value) -> result<U>, called where there is a value.
    template <class F>
    auto and_then(F&& f) const& -> std::remove_cvref_t<std::invoke_result_t<F, const T&>> {
        if (!has_value()) return error();
        return std::forward<F>(f)(*get());
    }
    template <class F>
    auto and_then(F&& f) && -> std::remove_cvref_t<std::invoke_result_t<F, T>> {
        if (!has_value()) return std::move(*this).error();
        return std::forward<F>(f)(std::move(*get()));
    }

    // f(value) -> U, giving result<U>.
    template <class F>
    auto transform(F&& f) const& -> result<std::remove_cvref_t<std::invoke_result_t<F, const T&>>>;
    template <class F>
    auto transform(F&& f) && -> result<std::remove_cvref_t<std::invoke_result_t<F, T>>>;

    // f(error) -> result<T>, called where there is an error.
    template <class F>
    result or_else(F&& f) const& {
        if (has_value()) return *this;
        return std::forward<F>(f)(error());
    }
    template <class F>
    result or_else(F&& f) && {
        if (has_value()) return std::move(*this);
        return std::forward<F>(f)(std::move(*this).error());
    }

    // f(error) -> error.
    template <class F>
    result transform_error(F&& f) && {
        if (has_value()) return std::move(*this);
        return std::forward<F>(f)(std::move(*this).error());
    }

    friend bool operator==(const result&, const result&) = default;

private:
    T* get() {
        auto* v = std::get_if<0>(&state_);
        if (!v) detail::wrong_side();
        return v;
    }
    const T* get() const {
        auto* v = std::get_if<0>(&state_);
        if (!v) detail::wrong_side();
        return v;
    }

    std::variant<T, oaiwire::error> state_{};
};

template <>
class [[nodiscard]] result<void> {
public:
    using value_type = void;

    // Were it defaulted, `return {};` would fill the room for an error with zeros first.
    result() {}  // NOLINT(modernize-use-equals-default)
    result(oaiwire::error e) : error_(std::move(e)) {}

    bool has_value() const { return !error_.has_value(); }
    explicit operator bool() const { return has_value(); }
    void value() const {
        if (error_) detail::wrong_side();
    }
    void operator*() const { value(); }

    const oaiwire::error& error() const& {
        if (!error_) detail::wrong_side();
        return *error_;
    }
    oaiwire::error&& error() && {
        if (!error_) detail::wrong_side();
        return std::move(*error_);
    }

    template <class F>
    auto and_then(F&& f) const -> std::remove_cvref_t<std::invoke_result_t<F>> {
        if (error_) return *error_;
        return std::forward<F>(f)();
    }
    template <class F>
    auto transform(F&& f) const -> result<std::remove_cvref_t<std::invoke_result_t<F>>> {
        using U = std::remove_cvref_t<std::invoke_result_t<F>>;
        if (error_) return *error_;
        if constexpr (std::is_void_v<U>) {
            std::forward<F>(f)();
            return {};
        } else {
            return std::forward<F>(f)();
        }
    }
    template <class F>
    result or_else(F&& f) const {
        if (!error_) return *this;
        return std::forward<F>(f)(*error_);
    }
    template <class F>
    result transform_error(F&& f) const {
        if (!error_) return *this;
        return result(std::forward<F>(f)(*error_));
    }

    friend bool operator==(const result&, const result&) = default;

private:
    std::optional<oaiwire::error> error_{};
};

template <class T>
template <class F>
auto result<T>::transform(
    F&& f) const& -> result<std::remove_cvref_t<std::invoke_result_t<F, const T&>>> {
    using U = std::remove_cvref_t<std::invoke_result_t<F, const T&>>;
    if (!has_value()) return error();
    if constexpr (std::is_void_v<U>) {
        std::forward<F>(f)(*get());
        return {};
    } else {
        return std::forward<F>(f)(*get());
    }
}

template <class T>
template <class F>
auto result<T>::transform(F&& f) && -> result<std::remove_cvref_t<std::invoke_result_t<F, T>>> {
    using U = std::remove_cvref_t<std::invoke_result_t<F, T>>;
    if (!has_value()) return std::move(*this).error();
    if constexpr (std::is_void_v<U>) {
        std::forward<F>(f)(std::move(*get()));
        return {};
    } else {
        return std::forward<F>(f)(std::move(*get()));
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI
