// Where the members of a type are: offsets computed at compile time for the types of this library,
// and at run time, once, for others.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/json/description.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/reflect/members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Whether offsets of members can be computed at compile time: types of this library have no members
// with alignas.
template <class T>
consteval bool is_of_this_library() {
#if defined(_MSC_VER) && !defined(__clang__)
    return std::string_view(__FUNCSIG__).find("library<struct oaiwire::") != std::string_view::npos;
#else
    return std::string_view(__PRETTY_FUNCTION__).find("T = oaiwire::") != std::string_view::npos;
#endif
}

// alignof(T) may be larger than the alignment of a member of type T (32-bit x86).
template <class T>
struct as_member {
    T value;
};

// The offsets of members that lie one after the other, and those of the states of fields.
// The layout rule that all supported ABIs share for such structs: each member stands at the next
// multiple of its alignment.
template <class T>
struct plain_places {
    std::array<std::uint32_t, 2 * reflect::member_count<T> + 1> offsets{};  // members, then states
    bool known = false;  // the computed size is that of T; else the offsets may be wrong

    constexpr plain_places() {
        constexpr std::size_t count = reflect::member_count<T>;
        std::size_t end = 0;
        // puts the next member, of type M, behind those before it
        const auto place = [&]<class M>(std::size_t i, std::type_identity<M>) {
            // rounded up to the alignment of M
            end = (end + alignof(as_member<M>) - 1) / alignof(as_member<M>) * alignof(as_member<M>);
            offsets[i] = static_cast<std::uint32_t>(end);
            offsets[count + i] = static_cast<std::uint32_t>(end + state_in<M>());
            end += sizeof(M);
        };
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (place(I, std::type_identity<reflect::member_type<T, I>>{}), ...);
        }
        (std::make_index_sequence<count>{});
        known = (end + alignof(T) - 1) / alignof(T) * alignof(T) == sizeof(T);
    }
    // The offset of the state in a field; 0 for other members, which have none.
    template <class M>
    static constexpr std::size_t state_in() {
        if constexpr (is_field<M>)
            return oaiwire::detail::field_layout<typename M::value_type>::state;
        return 0;
    }
};

// Calls f with an object without a lifetime, only to compute addresses of its members, and its
// storage. Not const, since g++ warns about const references to uninitialised memory.
template <class T, class F>
auto with_unmade(F&& f) {
    alignas(T) unsigned char storage[sizeof(T)];
    return f(*reinterpret_cast<T*>(storage), storage);
}
// The offset of a member in its object.
template <class M>
std::uint32_t distance(unsigned char* object, M& member) {
    return static_cast<std::uint32_t>(reinterpret_cast<unsigned char*>(std::addressof(member)) -
                                      object);
}

// Computes the offsets at run time, for types whose offsets are not known at compile time.
template <class T>
[[gnu::cold]] void fill_places(member_offset* offsets) {
    with_unmade<T>([offsets](T& object, unsigned char* from) {
        reflect::with_members(object, [=](auto&... m) {
            auto* out = offsets;
            ((out++)->store(distance(from, m), std::memory_order_relaxed), ...);
            static_cast<void>(out);
        });
    });
}
// Computed once per type.
template <class T>
inline constexpr plain_places<T> plain_places_of{};
// Whether T needs no fill_places().
template <class T>
constexpr bool are_places_known() {
    if constexpr (is_of_this_library<T>()) return plain_places_of<T>.known;
    return false;
}
// The initial offsets of T: final if are_places_known<T>(), else zeros that fill_places() replaces.
template <class T, std::size_t... I>
constexpr std::array<member_offset, sizeof...(I) + 1> offsets_from(std::index_sequence<I...>) {
    if constexpr (are_places_known<T>()) return {1U, plain_places_of<T>.offsets[I]...};
    return {};
}
// What computes the offsets at run time; null if they are known.
template <class T>
constexpr auto filler_of() -> void (*)(member_offset*) {
    if constexpr (are_places_known<T>()) {
        return nullptr;
    } else {
        return &fill_places<T>;
    }
}
// Whether the offsets are known, and then the offsets (object_table::offsets).
template <class T>
inline constinit std::array<member_offset, 2 * reflect::member_count<T> + 1> offsets_of =
    offsets_from<T>(std::make_index_sequence<2 * reflect::member_count<T>>{});

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
