// The JSON names of a struct's members, and how to find one: compile-time tables. Knows no reader.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include <oaiwire/reflect/names.hpp>
#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

template <class T>
concept renames_members = requires {
    T::json_names.size();
};

// One text tells the alternative; it is not stored.
template <class T>
concept tagged = requires {
    T::tag.member;
};

// Any of several texts does, in a member of its own.
template <class T>
concept tagged_by_member = requires {
    T::tag_member.size();
    T::tag_values.size();
};

// A member's JSON name is its own, without the underscore that keeps it apart from a keyword; a
// struct says otherwise by `static constexpr std::array json_names{std::pair{"member", "name"}}`.
template <class T>
constexpr std::string_view json_name(std::string_view member) {
    if constexpr (renames_members<T>) {
        for (const auto& [name, json] : T::json_names) {
            if (std::string_view(name) == member) return json;
        }
    }
    if (member.ends_with('_')) member.remove_suffix(1);
    return member;
}

// Each name with its quotes and colon, in one text: `"id":"object":...`.
template <class T>
struct key_table {
    static constexpr std::size_t count = reflect::member_count<T>;
    static constexpr auto names = [] {
        std::array<std::string_view, count> out{};
        for (std::size_t i = 0; i != count; ++i) {
            out[i] = json_name<T>(reflect::member_names<T>[i]);
        }
        return out;
    }();
    static constexpr std::size_t length = [] {
        std::size_t sum = 0;
        for (const auto n : names) sum += n.size() + 3;
        return sum;
    }();
    static constexpr auto text = [] {
        std::array<char, length + 1> out{};
        std::size_t at = 0;
        for (const auto n : names) {
            out[at++] = '"';
            for (const char c : n) out[at++] = c;
            out[at++] = '"';
            out[at++] = ':';
        }
        return out;
    }();
    // names[i] with `"` before and `":` after
    static constexpr auto quoted = [] {
        std::array<std::string_view, count> out{};
        std::size_t at = 0;
        for (std::size_t i = 0; i != count; ++i) {
            out[i] = {text.data() + at, names[i].size() + 3};
            at += names[i].size() + 3;
        }
        return out;
    }();
};

inline constexpr std::size_t longest_key = 31;

// Members ordered by the length of their names, and where each length begins: an unknown name costs
// a comparison only with names of its own length.
template <class T>
struct key_buckets {
    static constexpr std::size_t count = key_table<T>::count;
    static constexpr auto order = [] {
        std::array<std::uint8_t, count + 1> out{};
        std::size_t at = 0;
        for (std::size_t length = 0; length <= longest_key; ++length) {
            for (std::size_t i = 0; i != count; ++i) {
                const std::size_t own = key_table<T>::names[i].size();
                if ((own < longest_key ? own : longest_key) == length) {
                    out[at++] = static_cast<std::uint8_t>(i);
                }
            }
        }
        return out;
    }();
    static constexpr auto start = [] {
        std::array<std::uint8_t, longest_key + 2> out{};
        for (std::size_t length = 0; length <= longest_key; ++length) {
            std::size_t n = 0;
            for (const auto name : key_table<T>::names) {
                const std::size_t own = name.size() < longest_key ? name.size() : longest_key;
                if (own == length) ++n;
            }
            out[length + 1] = static_cast<std::uint8_t>(out[length] + n);
        }
        return out;
    }();
};

inline constexpr std::size_t no_member = static_cast<std::size_t>(-1);

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
