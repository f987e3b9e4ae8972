// result<T>: either a value or an error.
//
// std::expected is C++23. Using it where available would make the same mangled name mean two types,
// so this type is always the library's own.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/error.hpp>

namespace oaiwire { inline namespace v0_2 {

template <class T>
class result;

namespace detail {

template <class T>
boxed_error passed_on(result<T>& from);

// Reading a value from an error, or an error from a value, is a programming error: it aborts, with
// or without exceptions.
[[noreturn]] inline void wrong_side() {
    std::abort();
}

// The box of a result, which must hold an error.
template <class Box>
Box& error_in(Box& box) {
    if (!box.there()) wrong_side();
    return box;
}

}  // namespace detail

// Holds a T or an oaiwire::error; check with has_value() or `if (r)` before reading. T must not be
// a reference or oaiwire::error. Not thread-safe.
template <class T>
class [[nodiscard]] result {
    static_assert(!std::is_reference_v<T> && !std::is_same_v<std::remove_cv_t<T>, oaiwire::error>,
                  "oaiwire: result<T> holds values other than error");

public:
    using value_type = T;

    // A value-initialised T.
    result() : value_(std::in_place) {}
    // Implicit, from anything that T can be constructed from.
    template <class U = T>
    requires(!std::is_same_v<std::remove_cvref_t<U>, result> &&
             !std::is_same_v<std::remove_cvref_t<U>, oaiwire::error> &&
             std::is_constructible_v<T, U>) result(U&& value)
        : value_(std::in_place, std::forward<U>(value)) {}
    // Implicit, from an error. If the error cannot be stored for want of memory,
    // errc::out_of_memory is stored instead.
    result(oaiwire::error e) noexcept { error_.keep(std::move(e)); }
    // For the library itself. The box must hold an error.
    result(detail::boxed_error&& e) noexcept : error_(std::move(e)) {}

    // True if there is a value.
    bool has_value() const { return value_.has_value(); }
    // Same as has_value().
    explicit operator bool() const { return has_value(); }

    // The value. Aborts if there is an error. References are valid until the result is assigned to
    // or destroyed.
    T& value() & { return *get(); }
    const T& value() const& { return *get(); }
    T&& value() && { return std::move(*get()); }
    T& operator*() & { return *get(); }
    const T& operator*() const& { return *get(); }
    T&& operator*() && { return std::move(*get()); }
    T* operator->() { return get(); }
    const T* operator->() const { return get(); }

    // The error. Aborts if there is a value.
    const oaiwire::error& error() const& { return detail::error_in(error_).get(); }
    oaiwire::error error() && { return detail::error_in(error_).take(); }

    // The value, or `other` converted to T if there is an error.
    template <class U>
    T value_or(U&& other) const& {
        return has_value() ? *get() : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    T value_or(U&& other) && {
        return has_value() ? std::move(*get()) : static_cast<T>(std::forward<U>(other));
    }

    // Returns f(value), itself a result<U>; or result<U> with this error.
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

    // Returns result<U> of f(value); or result<U> with this error.
    template <class F>
    auto transform(F&& f) const& -> result<std::remove_cvref_t<std::invoke_result_t<F, const T&>>>;
    template <class F>
    auto transform(F&& f) && -> result<std::remove_cvref_t<std::invoke_result_t<F, T>>>;

    // Returns this value; or f(error), which is a result<T>.
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

    // Returns this value; or f(error), which is an error.
    template <class F>
    result transform_error(F&& f) && {
        if (has_value()) return std::move(*this);
        return std::forward<F>(f)(std::move(*this).error());
    }

    friend bool operator==(const result&, const result&) = default;

private:
    template <class U>
    friend detail::boxed_error detail::passed_on(result<U>& from);

    T* get() {
        if (!value_) detail::wrong_side();
        return &*value_;
    }
    const T* get() const {
        if (!value_) detail::wrong_side();
        return &*value_;
    }

    std::optional<T> value_{};  // exactly one of the two is set, unless moved from
    detail::boxed_error error_{};
};

// Success or an error. The members mean the same as in result<T>; value() only checks.
template <>
class [[nodiscard]] result<void> {
public:
    using value_type = void;

    // Success.
    result() = default;
    // See result<T>: errc::out_of_memory if the error cannot be stored.
    result(oaiwire::error e) noexcept { error_.keep(std::move(e)); }
    // For the library itself. The box must hold an error.
    result(detail::boxed_error&& e) noexcept : error_(std::move(e)) {}

    // True unless there is an error.
    bool has_value() const { return !error_.there(); }
    // Same as has_value().
    explicit operator bool() const { return has_value(); }
    // Aborts if there is an error.
    void value() const {
        if (error_.there()) detail::wrong_side();
    }
    // Same as value().
    void operator*() const { value(); }

    // The error. Aborts on success.
    const oaiwire::error& error() const& { return detail::error_in(error_).get(); }
    oaiwire::error error() && { return detail::error_in(error_).take(); }

    // Returns f(), a result<U>; or result<U> with this error.
    template <class F>
    auto and_then(F&& f) const -> std::remove_cvref_t<std::invoke_result_t<F>> {
        if (error_.there()) return error_.get();
        return std::forward<F>(f)();
    }
    // Returns result<U> of f(); or result<U> with this error.
    template <class F>
    auto transform(F&& f) const -> result<std::remove_cvref_t<std::invoke_result_t<F>>> {
        using U = std::remove_cvref_t<std::invoke_result_t<F>>;
        if (error_.there()) return error_.get();
        if constexpr (std::is_void_v<U>) {
            std::forward<F>(f)();
            return {};
        } else {
            return std::forward<F>(f)();
        }
    }
    // Returns success; or f(error), which is a result<void>.
    template <class F>
    result or_else(F&& f) const {
        if (!error_.there()) return *this;
        return std::forward<F>(f)(error_.get());
    }
    // Returns success; or f(error), which is an error.
    template <class F>
    result transform_error(F&& f) const {
        if (!error_.there()) return *this;
        return result(std::forward<F>(f)(error_.get()));
    }

    friend bool operator==(const result&, const result&) = default;

private:
    template <class U>
    friend detail::boxed_error detail::passed_on(result<U>& from);

    detail::boxed_error error_{};
};

// The error of a result, to be returned as another result; nothing is left in the first.
template <class U>
detail::boxed_error detail::passed_on(result<U>& from) {
    return std::move(detail::error_in(from.error_));
}

// f(), or errc::out_of_memory if memory runs out in it. f returns a result.
template <class F>
requires(!std::is_same_v<std::invoke_result_t<F>, errc>) std::invoke_result_t<F> within_memory(
    F&& f) {
    return within_memory(f, []() -> std::invoke_result_t<F> { return detail::boxed_no_memory(); });
}

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

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
