// The table of a struct's members, made from its reflection. Knows how a member is read by name
// only: read_value is decode.hpp's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/object_table.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

template <class T>
const char* read_value(reader& r, const char* p, T& out);

// Readers are one for each type of member, not for each member: structs share most of them.
template <class M>
const char* read_member(reader& r, const char* p, void* member) {
    return read_value(r, p, *static_cast<M*>(member));
}

template <class T>
struct object_table_of {
    static constexpr std::size_t count = reflect::member_count<T>;

    template <class M>
    static constexpr member_entry entry_of(std::size_t index) {
        member_entry e;
        e.index = static_cast<std::uint32_t>(index);
        if constexpr (!std::is_same_v<M, extra_members> && !std::is_same_v<M, path_parameter>) {
            const std::string_view quoted = key_table<T>::quoted[index];
            for (std::size_t i = 0; i != quoted.size() && i != member_entry::held; ++i) {
                e.key[i] = quoted[i];
                e.mask |= std::uint32_t{1} << i;
            }
            e.size = static_cast<std::uint32_t>(quoted.size());
            e.name = quoted.data();
            e.read = &read_member<M>;
        }
        return e;
    }
    // Worked out once, from an object: no constant expression can.
    static const std::uint32_t* offsets() {
        static const auto all = [] {
            const T object{};
            const auto* const base = reinterpret_cast<const char*>(std::addressof(object));
            return reflect::with_members(object, [base](const auto&... members) {
                return std::array<std::uint32_t, count + 1>{static_cast<std::uint32_t>(
                    reinterpret_cast<const char*>(std::addressof(members)) - base)...};
            });
        }();
        return all.data();
    }
    template <std::size_t... I>
    static constexpr auto entries_of(std::index_sequence<I...>) {
        return std::array<member_entry, count + 1>{entry_of<reflect::member_type<T, I>>(I)...};
    }
    template <std::size_t... I>
    static constexpr std::uint64_t required_of(std::index_sequence<I...>) {
        return ((std::uint64_t{always_there<reflect::member_type<T, I>>} << I) | ... | 0);
    }
    template <std::size_t... I>
    static constexpr std::size_t extra_of(std::index_sequence<I...>) {
        std::size_t at = no_member;
        ((std::is_same_v<reflect::member_type<T, I>, extra_members> ? void(at = I) : void()), ...);
        return at;
    }
    static constexpr auto indices = std::make_index_sequence<count>{};
    static constexpr auto entries = entries_of(indices);

    static constexpr object_table make() {
        object_table t;
        t.count = count;
        t.members = entries.data();
        t.order = key_buckets<T>::order.data();
        t.start = key_buckets<T>::start.data();
        t.required = required_of(indices);
        t.extra = extra_of(indices);
        if constexpr (tagged<T>) t.tag = T::tag.member;
        if constexpr (tagged_by_member<T>) {
            for (std::size_t i = 0; i != count; ++i) {
                if (key_table<T>::names[i] == T::tag_member) t.tag_bit = std::uint64_t{1} << i;
            }
        }
        return t;
    }
    static constexpr object_table table = make();
};

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
