// A later state of an object of the wire over an earlier one: what it says wins, what it leaves out
// stays. Knows no type of the wire.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/json_view.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/reflect/names.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

template <class T>
concept wire_object = requires(T& object, extra_members& extra) {
    extra = object.extra;
};

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;

template <class T>
bool says_less(const T&, const T&) {
    return false;
}
inline bool says_less(const std::string& a, const std::string& b) {
    return a.empty() && !b.empty();
}
template <class T>
bool says_less(const std::vector<T>& a, const std::vector<T>& b) {
    return a.empty() && !b.empty();
}

// Is there no member that both have and that differs?
template <class T>
bool agree(const T& a, const T& b) {
    return a == b;
}
template <class T>
bool agree(const field<T>& a, const field<T>& b) {
    return !a || !b || *a == *b;
}
inline bool agree(const extra_members&, const extra_members&) {
    return true;
}
template <wire_object T>
bool agree(const T& a, const T& b) {
    return reflect::with_members(a, [&](const auto&... ours) {
        return reflect::with_members(
            b, [&](const auto&... theirs) { return (agree(ours, theirs) && ...); });
    });
}

template <wire_object T>
void absorb_struct(T& to, const T& from, extra_join& join);

template <class T>
void absorb_value(T& to, const T& from, [[maybe_unused]] extra_join& join) {
    if constexpr (wire_object<T>) {
        absorb_struct(to, from, join);
    } else if (!says_less(from, to)) {
        to = from;
    }
}
// One by one, as long as each may be a later state of the one in its place.
template <wire_object T>
void absorb_value(std::vector<T>& to, const std::vector<T>& from, extra_join& join) {
    const auto same = [](const T& a, const T& b) { return agree(a, b); };
    if (to.size() > from.size() || !std::equal(to.begin(), to.end(), from.begin(), same)) {
        if (!from.empty()) to = from;
        return;
    }
    for (std::size_t i = 0; i != to.size(); ++i) absorb_struct(to[i], from[i], join);
    to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(to.size()), from.end());
}

template <class T>
void absorb_member(T& to, const T& from, extra_join&) {
    if (!says_less(from, to)) to = from;
}
template <class T>
void absorb_member(field<T>& to, const field<T>& from, extra_join& join) {
    if (!from) {
        if (from.is_null() && to.is_absent()) to = null;
    } else if (!to) {
        to = from;
    } else {
        absorb_value(*to, *from, join);
    }
}
inline void absorb_member(extra_members& to, const extra_members& from, extra_join& join) {
    join.add(to, from);
}

template <wire_object T>
void absorb_struct(T& to, const T& from, extra_join& join) {
    reflect::with_members(from, [&](const auto&... theirs) {
        reflect::with_members(to, [&](auto&... ours) { (absorb_member(ours, theirs, join), ...); });
    });
}

// Of an object of another type: the members that both types have.
template <wire_object To, wire_object From>
void absorb_named(To& to, const From& from, extra_join& join) {
    reflect::for_each_member(to, [&](std::string_view name, auto& ours) {
        using T = std::remove_reference_t<decltype(ours)>;
        reflect::for_each_member(from, [&](std::string_view other, const auto& theirs) {
            if constexpr (is_field<T> && std::is_same_v<const T&, decltype(theirs)>) {
                if (name == other) absorb_member(ours, theirs, join);
            }
        });
    });
}

// Of an object of another type: the members that its type does not know. Ours may.
template <wire_object T>
void absorb_rest(T& to, const extra_members& members, extra_join& join) {
    if (members.empty()) return;
    T rest;
    const std::string object = '{' + members.text() + '}';
    if (json::detail::read_or_throw(object, rest, json::tolerant)) {
        absorb_struct(to, rest, join);
    } else {
        join.add(to.extra, members);
    }
}

// The members of both, where both are objects of one type.
inline void absorb_raw(raw_json& to, const raw_json& from, extra_join& join) {
    const auto type_of = [](const raw_json& json) { return json_view(json.text())["type"].text(); };
    if (!to.is_object() || !from.is_object() || type_of(to) != type_of(from)) {
        to = from;
        return;
    }
    const auto members_of = [](const raw_json& object) {
        extra_members out;
        json_view(object.text()).each([&](std::string_view name, json_view value) {
            out.append_trusted(name, value.text());
            return true;
        });
        return out;
    };
    extra_members all = members_of(to);
    join.add(all, members_of(from));
    to.assign_trusted('{' + all.text() + '}');
}

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
