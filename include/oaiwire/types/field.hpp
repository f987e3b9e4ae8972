// field<T>: a member that may be absent, null or a value. Knows no JSON.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// `request.temperature = null` sends `"temperature":null`.
struct null_t {
    explicit constexpr null_t(int) {}
    friend constexpr bool operator==(null_t, null_t) { return true; }
};
inline constexpr null_t null{0};

namespace detail {

// Assigning from these, `f = {}` would mean `f = T{}`; it has to empty the field.
template <class T, class U>
concept takes_braces = std::is_scalar_v<T> && std::same_as<std::decay_t<U>, T>;

// `= 10` for an unsigned member: a conversion that the user's compiler need not warn of.
template <class T, class U>
concept differ_in_sign = std::unsigned_integral<T> && !std::same_as<T, bool> &&
                         std::signed_integral<std::remove_cvref_t<U>>;

template <class T, class U>
constexpr decltype(auto) as_kept(U&& value) {
    if constexpr (differ_in_sign<T, U> && sizeof(value) <= sizeof(T)) {
        return static_cast<T>(value);
    } else {
        return std::forward<U>(value);
    }
}

template <class T>
concept is_kept_apart = requires {
    requires T::kept_apart;
};

// Not inline: a request has dozens of fields, and what copies, moves or destroys one would be most
// of the code, and of the compiler's time, of a program that makes a request.
template <class T>
struct kept {
    T value{};

    constexpr kept() = default;
    constexpr explicit kept(T&& v) : value(std::move(v)) {}
    [[gnu::noinline]] constexpr kept(const kept& other) : value(other.value) {}
    [[gnu::noinline]] constexpr kept(kept&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
        : value(std::move(other.value)) {}
    [[gnu::noinline]] constexpr kept& operator=(const kept& other) {
        value = other.value;
        return *this;
    }
    [[gnu::noinline]] constexpr kept& operator=(kept&& other) noexcept(
        std::is_nothrow_move_assignable_v<T>) {
        value = std::move(other.value);
        return *this;
    }
    // NOLINTNEXTLINE(modernize-use-equals-default): inlined then
    [[gnu::noinline]] constexpr ~kept() {}

    constexpr bool there() const { return true; }
    constexpr T& get() { return value; }
    constexpr const T& get() const { return value; }
};
template <class T>
requires(std::is_trivially_copyable_v<T> && !is_kept_apart<T>) struct kept<T> {
    T value{};

    constexpr bool there() const { return true; }
    constexpr T& get() { return value; }
    constexpr const T& get() const { return value; }
};
// Copied by alternatives: libstdc++ (12 at least), where memory runs out in a variant's copy
// constructor, destroys what was not made yet, if the variant is one that is never valueless.
template <class... A>
struct kept<std::variant<A...>> {
    static constexpr bool moves = (std::is_nothrow_move_constructible_v<A> && ...) &&
                                  (std::is_nothrow_move_assignable_v<A> && ...);
    std::variant<A...> value{};

    constexpr kept() = default;
    constexpr explicit kept(std::variant<A...>&& v) : value(std::move(v)) {}
    [[gnu::noinline]] constexpr kept(const kept& other) {
        copy(other.value, std::index_sequence_for<A...>());
    }
    [[gnu::noinline]] constexpr kept(kept&& other) noexcept(moves)
        : value(std::move(other.value)) {}
    [[gnu::noinline]] constexpr kept& operator=(const kept& other) {
        if (this != &other) copy(other.value, std::index_sequence_for<A...>());
        return *this;
    }
    [[gnu::noinline]] constexpr kept& operator=(kept&& other) noexcept(moves) {
        value = std::move(other.value);
        return *this;
    }
    // NOLINTNEXTLINE(modernize-use-equals-default): inlined then
    [[gnu::noinline]] constexpr ~kept() {}

    constexpr bool there() const { return true; }
    constexpr std::variant<A...>& get() { return value; }
    constexpr const std::variant<A...>& get() const { return value; }

private:
    template <std::size_t... I>
    constexpr void copy(const std::variant<A...>& from, std::index_sequence<I...>) {
        const auto take = [&]<std::size_t N>(std::in_place_index_t<N>) {
            if (from.index() != N) return false;
            // in place only what is copied often: each assignment is code of its own
            if constexpr (std::is_same_v<std::variant_alternative_t<N, std::variant<A...>>,
                                         std::string>) {
                if (value.index() == N) {
                    std::get<N>(value) = std::get<N>(from);
                    return true;
                }
            }
            // first a copy, which may fail, then what may not
            value.template emplace<N>(
                std::variant_alternative_t<N, std::variant<A...>>(*std::get_if<N>(&from)));
            return true;
        };
        static_cast<void>((take(std::in_place_index<I>) || ...));
    }
};

// On the heap, once there was one.
template <is_kept_apart T>
struct kept<T> {
    constexpr kept() = default;
    constexpr explicit kept(T&& v) : value_(new T(std::move(v))) {}
    [[gnu::noinline]] constexpr kept(const kept& other)
        : value_(other.value_ ? new T(*other.value_) : nullptr) {}
    constexpr kept(kept&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
    [[gnu::noinline]] constexpr kept& operator=(const kept& other) {
        if (this == &other) return *this;
        if (other.value_) {
            get() = *other.value_;
        } else {
            delete std::exchange(value_, nullptr);
        }
        return *this;
    }
    constexpr kept& operator=(kept&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    [[gnu::noinline]] constexpr ~kept() { delete value_; }

    constexpr bool there() const { return value_ != nullptr; }
    constexpr T& get() {
        if (!value_) value_ = new T();
        return *value_;
    }
    constexpr const T& get() const { return *value_; }

private:
    T* value_ = nullptr;
};

}  // namespace detail

template <class T>
class field;

// Where the parts of a field<T> are, in bytes: for what works on any field by its address. The
// value is at 0, or a pointer to it, if that is kept apart.
template <class T>
struct field_layout {
    static constexpr std::size_t state = sizeof(detail::kept<T>);
    static constexpr bool apart = requires { requires T::kept_apart; };
};

OAIWIRE_COMPILED(struct detail::kept<std::string>)
OAIWIRE_COMPILED(struct detail::kept<std::vector<std::string>>)

// std::optional's interface and one state more: absent is never written, null is written as null.
// The object that held the last value is kept for the next one, so that a decoder which meets a
// member now and then allocates nothing once warm. A T that is large and seldom there may be held
// on the heap, so that what has such a member stays small: `static constexpr bool kept_apart =
// true;`.
template <class T>
class field {
    static_assert(!std::is_reference_v<T> && std::is_default_constructible_v<T>,
                  "oaiwire: field<T> needs a T that can be default-constructed");

public:
    using value_type = T;

    constexpr field() = default;
    constexpr field(std::nullopt_t) {}
    constexpr field(null_t) : state_(state::nil) {}
    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, field> &&
             !std::same_as<std::remove_cvref_t<U>, null_t> &&
             !std::same_as<std::remove_cvref_t<U>, std::nullopt_t> &&
             std::is_constructible_v<
                 T, U>) explicit(!std::is_convertible_v<U, T>) constexpr field(U&& value)
        : kept_{T(detail::as_kept<T>(std::forward<U>(value)))}, state_(state::value) {}

    constexpr field& operator=(std::nullopt_t) {
        state_ = state::absent;
        return *this;
    }
    constexpr field& operator=(null_t) {
        state_ = state::nil;
        return *this;
    }
    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, field> &&
             !std::same_as<std::remove_cvref_t<U>, null_t> &&
             !std::same_as<std::remove_cvref_t<U>, std::nullopt_t> && !detail::takes_braces<T, U> &&
             std::is_constructible_v<T, U> && std::is_assignable_v<T&, U>) constexpr field&
    operator=(U&& value) {
        kept_.get() = detail::as_kept<T>(std::forward<U>(value));
        state_ = state::value;
        return *this;
    }

    // False for what was moved from, if T is kept apart.
    constexpr bool has_value() const { return state_ == state::value && kept_.there(); }
    constexpr explicit operator bool() const { return has_value(); }
    constexpr bool is_null() const { return state_ == state::nil; }
    constexpr bool is_absent() const { return !has_value() && !is_null(); }

    // The value; stops the program where there is none.
    constexpr T& value() & { return checked(); }
    constexpr const T& value() const& { return checked(); }
    constexpr T&& value() && { return std::move(checked()); }
    constexpr T& operator*() & { return checked(); }
    constexpr const T& operator*() const& { return checked(); }
    constexpr T&& operator*() && { return std::move(checked()); }
    constexpr T* operator->() { return &checked(); }
    constexpr const T* operator->() const { return &checked(); }

    template <class U>
    constexpr T value_or(U&& other) const& {
        return has_value() ? kept_.get() : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    constexpr T value_or(U&& other) && {
        return has_value() ? std::move(kept_.get()) : static_cast<T>(std::forward<U>(other));
    }

    // Makes it absent.
    constexpr void reset() { state_ = state::absent; }
    template <class... Args>
    constexpr T& emplace(Args&&... args) {
        kept_.get() = T(std::forward<Args>(args)...);
        state_ = state::value;
        return kept_.get();
    }
    // Makes it hold whatever its object last held, to be overwritten in place.
    constexpr T& revive() {
        state_ = state::value;
        return kept_.get();
    }

    friend constexpr bool operator==(const field& a, const field& b) {
        if (!a.has_value() || !b.has_value()) {
            return a.has_value() == b.has_value() && a.is_null() == b.is_null();
        }
        return a.kept_.get() == b.kept_.get();
    }
    // Asking for convertibility, not for ==, whose lookup would come back here.
    template <class U>
    requires(!std::same_as<U, field> && !std::same_as<U, null_t> &&
             std::is_convertible_v<const U&, T>) friend constexpr bool
    operator==(const field& a, const U& b) {
        if constexpr (detail::differ_in_sign<T, U>) {
            return a.has_value() && std::cmp_equal(a.kept_.get(), b);
        } else if constexpr (requires { a.kept_.get() == b; }) {
            return a.has_value() && a.kept_.get() == b;
        } else {
            return a.has_value() && a.kept_.get() == T(b);
        }
    }
    friend constexpr bool operator==(const field& a, null_t) { return a.is_null(); }

private:
    // plain numbers: comparing an enumeration would look up the friends above, which need T's ==
    struct state {
        static constexpr std::uint8_t absent = 0;
        static constexpr std::uint8_t nil = 1;
        static constexpr std::uint8_t value = 2;
    };

    constexpr T& checked() {
        if (!has_value()) std::abort();
        return kept_.get();
    }
    constexpr const T& checked() const {
        if (!has_value()) std::abort();
        return kept_.get();
    }

    detail::kept<T> kept_{};
    std::uint8_t state_ = state::absent;
};

}  // namespace oaiwire::inline v0_2
