// What kind of JSON value a C++ type takes, and what kind stands at a place. Knows no reader.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/reflect/enums.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_open_enum = false;
template <class E>
inline constexpr bool is_open_enum<open_enum<E>> = true;

template <class T>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class E, class A>
inline constexpr bool is_vector<std::vector<E, A>> = true;

template <class T>
inline constexpr bool is_string_map = false;
template <class V, class A>
inline constexpr bool is_string_map<std::vector<std::pair<std::string, V>, A>> = true;

template <class T>
inline constexpr bool is_std_map = false;
template <class V, class C, class A>
inline constexpr bool is_std_map<std::map<std::string, V, C, A>> = true;

// Members that are written always: no field, no optional, no extra members, no part of a path.
template <class T>
inline constexpr bool always_there =
    !is_field<T> && !is_optional<T> && !std::is_same_v<T, extra_members> &&
    !std::is_same_v<T, path_parameter>;

template <class T>
inline constexpr bool has_tagged = false;
template <class... A>
inline constexpr bool has_tagged<std::variant<A...>> = ((tagged<A> || tagged_by_member<A>) || ...);

// The member that tells a union's alternatives apart; one for all of them.
template <class T>
constexpr std::string_view tag_member() {
    std::string_view member;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto look = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (tagged<A>) {
                member = A::tag.member;
            } else if constexpr (tagged_by_member<A>) {
                member = A::tag_member;
            }
        };
        (look(std::in_place_type<std::variant_alternative_t<I, T>>), ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return member;
}

// First bytes: of a value, and for an array of its first element (']' where there is none).
struct value_kind {
    char first = 0;
    char element = 0;
    bool fraction = false;  // a number with a fraction or an exponent
};

// p is at the first byte of a value.
inline value_kind kind_at(const char* p, const char* end) {
    value_kind k{*p, ']', false};
    if (k.first == '-' || json_scan::is_digit(k.first)) {
        while (p != end && (json_scan::is_digit(*p) || *p == '-')) ++p;
        k.fraction = p != end && (*p == '.' || *p == 'e' || *p == 'E');
    }
    if (k.first == '[') {
        p = json_scan::skip_space(p + 1, end);
        if (p != end) k.element = *p;
    }
    return k;
}

// Does T take values that begin so?
template <class T>
constexpr bool takes(char c) {
    if constexpr (std::is_same_v<T, raw_json> || std::is_same_v<T, EmbeddingVector>) {
        return true;
    } else if constexpr (is_field<T> || is_optional<T>) {
        return c == 'n' || takes<typename T::value_type>(c);
    } else if constexpr (is_variant<T>) {
        return [c]<std::size_t... I>(std::index_sequence<I...>) {
            return (takes<std::variant_alternative_t<I, T>>(c) || ...);
        }
        (std::make_index_sequence<std::variant_size_v<T>>{});
    } else if constexpr (std::is_same_v<T, bool>) {
        return c == 't' || c == 'f';
    } else if constexpr (std::is_arithmetic_v<T>) {
        return c == '-' || json_scan::is_digit(c);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, FileContent> ||
                         is_open_enum<T> || std::is_enum_v<T>) {
        return c == '"';
    } else if constexpr (is_string_map<T> || is_std_map<T>) {
        return c == '{';
    } else if constexpr (is_vector<T>) {
        return c == '[';
    } else {
        return c == '{';
    }
}

template <class T>
constexpr bool accepts(value_kind kind) {
    if constexpr (is_vector<T> && !is_string_map<T>) {
        return kind.first == '[' &&
               (kind.element == ']' || takes<typename T::value_type>(kind.element));
    } else if constexpr (std::is_integral_v<T>) {
        return takes<T>(kind.first) && !kind.fraction;
    } else {
        return takes<T>(kind.first);
    }
}

// Which of these names come again later. Empty where none does; no allocation for few names of
// which none does, n log n for all others.
inline std::vector<bool> earlier_duplicates(std::size_t size,
                                            const std::string& (*name)(const void*, std::size_t),
                                            const void* map) {
    constexpr std::size_t few = 16;
    // what no two names have in common they need not be compared for
    std::uint64_t seen = 0;
    bool alike = size > few;
    for (std::size_t i = 0; i != size && !alike; ++i) {
        const std::string& n = name(map, i);
        const unsigned ends = n.empty() ? 0U
                                        : static_cast<unsigned char>(n.front()) * 5U +
                                              static_cast<unsigned char>(n.back());
        const std::uint64_t bit = std::uint64_t{1} << ((n.size() * 11 + ends) & 63);
        alike = (seen & bit) != 0;
        seen |= bit;
    }
    bool any = size > few;
    for (std::size_t i = 1; i < size && alike && !any; ++i) {
        for (std::size_t j = 0; j != i && !any; ++j) any = name(map, i) == name(map, j);
    }
    std::vector<bool> dropped;
    if (!any) return dropped;
    std::vector<std::size_t> order(size);
    for (std::size_t i = 0; i != size; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int c = name(map, a).compare(name(map, b));
        return c != 0 ? c < 0 : a < b;
    });
    for (std::size_t i = 1; i < size; ++i) {
        if (name(map, order[i - 1]) != name(map, order[i])) continue;
        dropped.resize(size);
        dropped[order[i - 1]] = true;
    }
    return dropped;
}

// The last of several equal names wins; the order is else kept.
template <class V, class A>
void drop_earlier_duplicates(std::vector<std::pair<std::string, V>, A>& map) {
    using list = std::vector<std::pair<std::string, V>, A>;
    const auto name = [](const void* all, std::size_t i) -> const std::string& {
        return (*static_cast<const list*>(all))[i].first;
    };
    const std::vector<bool> dropped = earlier_duplicates(map.size(), name, &map);
    if (dropped.empty()) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i != map.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) map[kept] = std::move(map[i]);
        ++kept;
    }
    map.resize(kept);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
