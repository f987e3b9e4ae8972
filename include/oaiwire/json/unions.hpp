// From a JSON value to one of a union's alternatives: by tag where they have one, else by the kind
// of the value, and for arrays of their first element. Knows the reader.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/json_unescape.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/object_table_of.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/reader_tags.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// `after_tag` is where the object's first member ends, if it is a tag that was read, or null.
template <class T>
const char* read_object(reader& r, const char* p, T& out, const char* after_tag);

inline constexpr value_kind an_object{'{', ']', false};

// The alternative that takes a value of that kind, and for objects with that tag.
template <class T>
std::size_t choose_alternative(value_kind kind, [[maybe_unused]] std::string_view tag) {
    std::size_t chosen = no_member;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto fits = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (tagged<A>) {
                return kind.first == '{' && json_scan::same_name(tag, A::tag.value);
            } else if constexpr (tagged_by_member<A>) {
                return kind.first == '{' &&
                       std::any_of(A::tag_values.begin(), A::tag_values.end(),
                                   [&](auto value) { return json_scan::same_name(tag, value); });
            } else {
                return accepts<A>(kind);
            }
        };
        static_cast<void>(
            ((fits(std::in_place_type<std::variant_alternative_t<I, T>>) ? (chosen = I, true)
                                                                         : false) ||
             ...));
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return chosen;
}

// The alternative for a value that none takes: of text, for one whose own text is short; else the
// list of such values, for one that came without its list.
template <class T>
std::size_t next_best_alternative(value_kind kind) {
    std::size_t chosen = no_member;
    const bool short_text = kind.first != '{' && kind.first != '[';
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto fits = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (std::is_same_v<A, std::string>) {
                return short_text;
            } else if constexpr (is_vector<A> && !is_string_map<A>) {
                return accepts<typename A::value_type>(kind);
            } else {
                return false;
            }
        };
        static_cast<void>(
            ((fits(std::in_place_type<std::variant_alternative_t<I, T>>) ? (chosen = I, true)
                                                                         : false) ||
             ...));
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return chosen;
}

// The alternative that holds text, where text is what a value that begins with a quote is.
template <class T>
constexpr std::size_t text_alternative() {
    std::size_t first = no_member;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((first == no_member && takes<std::variant_alternative_t<I, T>>('"') ? void(first = I)
                                                                             : void()),
         ...);
        ((first == I && !std::is_same_v<std::variant_alternative_t<I, T>, std::string>
              ? void(first = no_member)
              : void()),
         ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return first;
}

// Does the alternative count the tags of the object that it is read from?
template <class T>
bool counts_tags(std::size_t chosen) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return ((I == chosen && (tagged<std::variant_alternative_t<I, T>> ||
                                 tagged_by_member<std::variant_alternative_t<I, T>>)) ||
                ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
}

template <class T>
const char* read_alternative(reader& r, const char* p, T& out, std::size_t chosen,
                             [[maybe_unused]] const char* after_tag) {
    if (chosen == no_member && r.tolerant()) chosen = next_best_alternative<T>(kind_at(p, r.end));
    if (chosen == no_member) return r.mismatch(p, "a value of another kind");
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        const char* after = nullptr;
        const auto read = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            auto& to = out.index() == N ? *std::get_if<N>(&out) : out.template emplace<N>();
            if constexpr (tagged<std::variant_alternative_t<N, T>>) {
                after = *p == '{' ? read_object(r, p, to, after_tag) : read_value(r, p, to);
            } else {
                after = read_value(r, p, to);
            }
        };
        static_cast<void>((
            (I == chosen ? (read(std::integral_constant<std::size_t, I>{}), true) : false) || ...));
        return after;
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
}

// Takes an object that was checked already as it is, if the alternative keeps its text.
template <class T>
bool keep_text(T& out, std::size_t chosen, std::string_view text) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto keep = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            if constexpr (std::is_same_v<std::variant_alternative_t<N, T>, raw_json>) {
                auto* const held = std::get_if<N>(&out);
                (held ? *held : out.template emplace<N>()).assign_trusted(text);
                return true;
            } else {
                return false;
            }
        };
        return ((I == chosen && keep(std::integral_constant<std::size_t, I>{})) || ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
}

// p is at an object whose first tag says too little: all of it is checked, and the last tag counts,
// as the last one of all members does.
template <class T>
const char* read_by_last_tag(reader& r, const char* p, T& out) {
    std::string_view tag;
    const char* after = r.last_tag(p, tag_member<T>(), tag, r.raw_depth());
    const bool flat = after != nullptr;
    // what deep values are for is still to be known
    if (!after && r.stopped_at_depth()) {
        after = r.last_tag(p, tag_member<T>(), tag, json_scan::max_depth);
    }
    if (!after) return nullptr;
    const std::size_t chosen = choose_alternative<T>(an_object, tag);
    const std::string_view text(p, static_cast<std::size_t>(after - p));
    if (flat && keep_text(out, chosen, text)) return after;
    return read_alternative(r, p, out, chosen, nullptr);
}

// p is at an object. What its first tag chooses is read at once, and read anew in the rare case
// that another tag comes after it.
template <class T>
const char* read_tagged(reader& r, const char* p, T& out) {
    const auto first = r.first_tag(p, tag_member<T>());
    const std::size_t chosen =
        first.usual ? choose_alternative<T>(an_object, first.text) : no_member;
    if (!counts_tags<T>(chosen)) return read_by_last_tag(r, p, out);
    const auto mark = r.here();
    const char* const after = read_alternative(r, p, out, chosen, first.after);
    if (after && !r.tag_came_again(p)) return after;
    std::string_view last;
    if (r.last_tag(p, tag_member<T>(), last, json_scan::max_depth)) {
        const std::size_t by_last = choose_alternative<T>(an_object, last);
        if (by_last == chosen) return after;
        r.return_to(mark);
        return read_alternative(r, p, out, by_last, nullptr);
    }
    r.return_to(mark);
    return nullptr;
}

template <class T>
const char* read_union(reader& r, const char* p, T& out) {
    if constexpr (constexpr std::size_t text = text_alternative<T>(); text != no_member) {
        if (*p == '"') {
            auto* const held = std::get_if<text>(&out);
            return r.string(p, held ? *held : out.template emplace<text>());
        }
    }
    if constexpr (has_tagged<T>) {
        if (*p == '{') return read_tagged(r, p, out);
    }
    const std::size_t chosen = choose_alternative<T>(kind_at(p, r.end), {});
    return read_alternative(r, p, out, chosen, nullptr);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
