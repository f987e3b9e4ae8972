// field<T>: an optional member that distinguishes absent, null and a value.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// The type of `null`.
struct null_t {
    // Takes an argument, so that `{}` is not a null_t.
    explicit constexpr null_t(int) {}
    friend constexpr bool operator==(null_t, null_t) { return true; }
};
// Assign to a field to send JSON null: `request.temperature = null`.
inline constexpr null_t null{0};

namespace detail {

// If T were assignable from these, `f = {}` would mean `f = T{}`; it must make the field absent.
template <class T, class U>
concept takes_braces = std::is_scalar_v<T> && std::same_as<std::decay_t<U>, T>;

// Lets `= 10` initialise an unsigned member without a sign conversion warning in the user's code.
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

// The same as T::kept_apart for types of the standard library; to be specialised where the type in
// their arguments is defined, or an earlier field could miss it.
template <class T>
inline constexpr bool stands_apart = false;

template <class T>
concept is_kept_apart = stands_apart<T> || requires {
    requires T::kept_apart;
};

// Stores the value. Copy, move and destruction are not inlined: a request has dozens of fields, and
// they would make up most of a program's code and compile time.
// The specialisations are not chosen by constraints: g++ 12 gives internal linkage to all
// constrained specialisations with the same arguments except the first.
template <class T, bool apart = is_kept_apart<T>, bool trivial = std::is_trivially_copyable_v<T>>
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
    // NOLINTNEXTLINE(modernize-use-equals-default): a defaulted destructor would be inlined
    [[gnu::noinline]] constexpr ~kept() {}

    constexpr bool there() const { return true; }
    constexpr T& get() { return value; }
    constexpr const T& get() const { return value; }
};
template <class T>
struct kept<T, false, true> {
    T value{};

    constexpr bool there() const { return true; }
    constexpr T& get() { return value; }
    constexpr const T& get() const { return value; }
};
// Variants are copied one alternative at a time. In libstdc++ (12 at least), if memory runs out in
// the copy constructor of a variant that is never valueless, it destroys an object that was never
// constructed.
template <class... A>
struct kept<std::variant<A...>, false, false> {
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
    // NOLINTNEXTLINE(modernize-use-equals-default): a defaulted destructor would be inlined
    [[gnu::noinline]] constexpr ~kept() {}

    constexpr bool there() const { return true; }
    constexpr std::variant<A...>& get() { return value; }
    constexpr const std::variant<A...>& get() const { return value; }

private:
    template <std::size_t... I>
    constexpr void copy(const std::variant<A...>& from, std::index_sequence<I...>) {
        const auto take = [&]<std::size_t N>(std::in_place_index_t<N>) {
            if (from.index() != N) return false;
            // assign in place for strings only: each assignment adds code
            if constexpr (std::is_same_v<std::variant_alternative_t<N, std::variant<A...>>,
                                         std::string>) {
                if (value.index() == N) {
                    std::get<N>(value) = std::get<N>(from);
                    return true;
                }
            }
            // copy first, as that may fail; moving may not
            value.template emplace<N>(
                std::variant_alternative_t<N, std::variant<A...>>(*std::get_if<N>(&from)));
            return true;
        };
        static_cast<void>((take(std::in_place_index<I>) || ...));
    }
};

// Stores the value on the heap, allocated on first use.
template <class T, bool trivial>
struct kept<T, true, trivial> {
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

// The layout of field<T> in bytes, for code that accesses fields through their address. The value
// is at offset 0, or a pointer to it if T is kept apart.
template <class T>
struct field_layout {
    static constexpr std::size_t state = sizeof(kept<T>);
    static constexpr bool apart = is_kept_apart<T>;
};

}  // namespace detail

OAIWIRE_COMPILED(struct detail::kept<std::string>)
OAIWIRE_COMPILED(struct detail::kept<std::vector<std::string>>)

// An optional member of a wire type. The interface of std::optional, and a third state: absent is
// not written, null is written as `null`.
// When a field loses its value, the T object is kept and reused for the next one, so that a decoder
// does not allocate once it has warmed up. A T that is large and rare may be stored on the heap to
// keep the enclosing type small: declare `static constexpr bool kept_apart = true;` in T.
template <class T>
class field {
    static_assert(!std::is_reference_v<T> && std::is_default_constructible_v<T>,
                  "oaiwire: field<T> needs a T that can be default-constructed");

public:
    using value_type = T;

    // Absent.
    constexpr field() = default;
    // Absent.
    constexpr field(std::nullopt_t) {}
    // Null.
    constexpr field(null_t) : state_(state::nil) {}
    // A value, converted to T.
    template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, field> &&
             !std::same_as<std::remove_cvref_t<U>, null_t> &&
             !std::same_as<std::remove_cvref_t<U>, std::nullopt_t> &&
             std::is_constructible_v<
                 T, U>) explicit(!std::is_convertible_v<U, T>) constexpr field(U&& value)
        : kept_{T(detail::as_kept<T>(std::forward<U>(value)))}, state_(state::value) {}

    // From a field whose type is derived from T, as rare_text is from std::string.
    template <std::derived_from<T> U>
    requires(!std::same_as<U, T>) constexpr field(const field<U>& other) {
        if (other) {
            *this = static_cast<const T&>(*other);
        } else if (other.is_null()) {
            state_ = state::nil;
        }
    }

    // Makes it absent.
    constexpr field& operator=(std::nullopt_t) {
        state_ = state::absent;
        return *this;
    }
    // Makes it null.
    constexpr field& operator=(null_t) {
        state_ = state::nil;
        return *this;
    }
    // Sets the value.
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

    // True if it holds a value. False after a move if T is kept apart.
    constexpr bool has_value() const { return state_ == state::value && kept_.there(); }
    // Same as has_value().
    constexpr explicit operator bool() const { return has_value(); }
    // True if it is null.
    constexpr bool is_null() const { return state_ == state::nil; }
    // True if it is absent.
    constexpr bool is_absent() const { return !has_value() && !is_null(); }

    // The value. Aborts if there is none.
    constexpr T& value() & { return checked(); }
    constexpr const T& value() const& { return checked(); }
    constexpr T&& value() && { return std::move(checked()); }
    constexpr T& operator*() & { return checked(); }
    constexpr const T& operator*() const& { return checked(); }
    constexpr T&& operator*() && { return std::move(checked()); }
    constexpr T* operator->() { return &checked(); }
    constexpr const T* operator->() const { return &checked(); }

    // The value, or `other` converted to T if there is none.
    template <class U>
    constexpr T value_or(U&& other) const& {
        return has_value() ? kept_.get() : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    constexpr T value_or(U&& other) && {
        return has_value() ? std::move(kept_.get()) : static_cast<T>(std::forward<U>(other));
    }

    // Makes it absent. The object is kept for reuse.
    constexpr void reset() { state_ = state::absent; }
    // Replaces the value by T(args...) and returns it.
    template <class... Args>
    constexpr T& emplace(Args&&... args) {
        kept_.get() = T(std::forward<Args>(args)...);
        state_ = state::value;
        return kept_.get();
    }
    // For decoders: marks the field present without resetting the stored object, whose old contents
    // are to be overwritten in place so that memory is reused.
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
    // Requires convertibility rather than ==, whose lookup would find this operator again.
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
    // not an enumeration: comparing one would find the operators above, which need T's ==
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

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
