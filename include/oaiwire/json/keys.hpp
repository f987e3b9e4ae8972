// The JSON names of a struct's members, as compile-time tables.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/reflect/names.hpp>
#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

template <class T>
concept renames_members = requires {
    T::json_names.size();
};

// An alternative that is told by one value of the tag, which is not stored: `tag`.
template <class T>
concept tagged = requires {
    T::tag.member;
};

// An alternative that is told by any of several values of a member: `tag_member`, `tag_values`.
template <class T>
concept tagged_by_member = requires {
    T::tag_member.size();
    T::tag_values.size();
};

// A member's JSON name is its C++ name, without a trailing underscore, which avoids keywords. A
// struct overrides it by `static constexpr std::array json_names{std::pair{"member", "name"}}`.
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

// Appends `"name":` to a text.
// Returns the position behind it. The name must need no escapes.
constexpr std::size_t put_key(char* out, std::size_t at, std::string_view name) {
    out[at++] = '"';
    for (const char c : name) out[at++] = c;
    out[at++] = '"';
    out[at++] = ':';
    return at;
}

// All names with their quotes and colons, in one text: `"id":"object":...`.
// Offsets in one text are smaller than an array of views, and need no relocation.
template <class T>
struct key_table {
    static constexpr std::size_t count = reflect::member_count<T>;
    static constexpr auto names = [] {
        auto out = reflect::member_spellings<T>();
        for (auto& name : out) name = json_name<T>(name);
        return out;
    }();
    // offsets of the names in `text`, and of its end
    static constexpr auto starts = [] {
        std::array<std::uint16_t, count + 1> out{};
        for (std::size_t i = 0; i != count; ++i) {
            out[i + 1] = static_cast<std::uint16_t>(out[i] + names[i].size() + 3);
        }
        return out;
    }();
    static constexpr auto text = [] {
        std::array<char, std::size_t{starts[count]} + 1> out{};
        std::size_t at = 0;
        for (const auto n : names) at = put_key(out.data(), at, n);
        return out;
    }();
    // The key of member i: its name with quotes and colon.
    static constexpr std::string_view quoted(std::size_t i) {
        return {text.data() + starts[i], std::size_t{starts[i + 1]} - starts[i]};
    }
};

// Which of the lists of a table a name is in, by how its key begins: the quote and three bytes, in
// the order of little-endian machines. It takes no search for the end of the name. The factor was
// chosen so that few of the names that are read most share a list.
inline constexpr std::size_t key_lists = 32;
constexpr std::size_t key_list(std::uint32_t beginning) {
    return beginning * 0xF5D206A5u >> 27;
}
// The same by the name.
constexpr std::size_t list_of_name(std::string_view name) {
    std::uint32_t beginning = '"';
    for (unsigned i = 0; i != 3; ++i) {
        const char byte = i < name.size() ? name[i] : "\":"[i - name.size()];
        beginning |= std::uint32_t{static_cast<unsigned char>(byte)} << 8 * (i + 1);
    }
    return key_list(beginning);
}

// Lists of members, by their names. A name is compared with those of one list only.
template <std::size_t Count>
struct key_order {
    // The first member of each list, and its way in the highest two bits; a list without members
    // has any. Then for each member the next one; 0: none.
    std::array<std::uint8_t, key_lists + Count + 1> next{};

    constexpr key_order(const std::array<std::string_view, Count>& names,
                        const std::array<std::uint8_t, Count>& ways) {
        for (std::size_t i = Count; i-- != 0;) {
            const std::size_t list = list_of_name(names[i]);
            next[key_lists + i] = next[list] % 64;
            next[list] = static_cast<std::uint8_t>(i + 64 * ways[i]);
        }
    }
};

// `{"type":"text"`
// How an object begins whose type has a `tag`.
template <class T>
inline constexpr auto tag_text = [] {
    constexpr std::string_view member = T::tag.member;
    constexpr std::string_view value = T::tag.value;
    std::array<char, member.size() + value.size() + 6> out{'{'};
    std::size_t at = put_key(out.data(), 1, member);
    out[at++] = '"';
    for (const char c : value) out[at++] = c;
    out[at] = '"';
    return out;
}();

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
