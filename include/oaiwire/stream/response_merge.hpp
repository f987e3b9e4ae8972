// A later state of a response, or of a part of it, over an earlier one: what it says wins, what it
// leaves out stays. Knows no events.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/json_view.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

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

template <class T>
void absorb_struct(T& to, const T& from, extra_join& join);
template <class... A>
void absorb_union(std::variant<A...>& to, const std::variant<A...>& from, extra_join& join);

// A part's text, whichever it is of.
inline std::string text_in(const ResponseContentPart& part) {
    std::string out;
    append_part<OutputTextContent, ReasoningTextContent, SummaryTextContent, InputTextContent>(
        out, part);
    const auto* refusal = std::get_if<RefusalContent>(&part);
    return refusal && refusal->refusal ? *refusal->refusal : out;
}
inline std::string text_in(const ResponseContent& content) {
    if (const auto* plain = std::get_if<std::string>(&content)) return *plain;
    std::string out;
    for (const auto& part : std::get<std::vector<ResponseContentPart>>(content)) {
        out += text_in(part);
    }
    return out;
}

// Parts are taken one by one where both have the same ones.
template <class Content>
void absorb_content(Content& to, const Content& from, extra_join& join) {
    auto* const ours = std::get_if<1>(&to);
    const auto* const theirs = std::get_if<1>(&from);
    bool same = ours && theirs && ours->size() == theirs->size();
    for (std::size_t i = 0; same && i != ours->size(); ++i) {
        same = (*ours)[i].index() == (*theirs)[i].index();
    }
    if (same) {
        for (std::size_t i = 0; i != ours->size(); ++i)
            absorb_union((*ours)[i], (*theirs)[i], join);
    } else if ((theirs && !theirs->empty() && text_in(to).empty()) || !text_in(from).empty()) {
        to = from;
    }
}

template <class T>
void absorb_member(T& to, const T& from, extra_join&) {
    to = from;
}
template <class T>
void absorb_member(field<T>& to, const field<T>& from, [[maybe_unused]] extra_join& join) {
    if (!from) {
        if (from.is_null() && to.is_absent()) to = null;
    } else if (!to) {
        to = from;
    } else if constexpr (std::is_same_v<T, ResponseContent>) {
        absorb_content(*to, *from, join);
    } else if (!says_less(*from, *to)) {
        to = from;
    }
}
inline void absorb_member(extra_members& to, const extra_members& from, extra_join& join) {
    join.add(to, from);
}
// The output has rules of its own.
inline void absorb_member(std::vector<ResponseItem>&, const std::vector<ResponseItem>&,
                          extra_join&) {
}

template <class T>
void absorb_struct(T& to, const T& from, extra_join& join) {
    reflect::with_members(from, [&](const auto&... theirs) {
        reflect::with_members(to, [&](auto&... ours) { (absorb_member(ours, theirs, join), ...); });
    });
}

// Of items and of parts.
template <class... A>
void absorb_union(std::variant<A...>& to, const std::variant<A...>& from, extra_join& join) {
    const auto absorb = [&](auto* ours, const auto* theirs) {
        using T = std::remove_pointer_t<decltype(ours)>;
        if constexpr (!std::is_same_v<T, raw_json>) {
            if (ours && theirs) absorb_struct(*ours, *theirs, join);
            return ours && theirs;
        } else {
            return false;
        }
    };
    if (!(absorb(std::get_if<A>(&to), std::get_if<A>(&from)) || ...)) to = from;
}

// Calls f with the item that it is; an item that is raw JSON has no members to speak of.
template <class... A, class F>
void with_item(const std::variant<A...>& item, F&& f) {
    const auto call = [&](const auto* a) {
        using T = std::remove_const_t<std::remove_pointer_t<decltype(a)>>;
        if constexpr (!std::is_same_v<T, raw_json>) {
            if (a) f(*a);
        }
    };
    (call(std::get_if<A>(&item)), ...);
}
template <class... A, class F>
void with_item(std::variant<A...>& item, F&& f) {
    const auto call = [&](auto* a) {
        if constexpr (!std::is_same_v<std::remove_pointer_t<decltype(a)>, raw_json>) {
            if (a) f(*a);
        }
    };
    (call(std::get_if<A>(&item)), ...);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
