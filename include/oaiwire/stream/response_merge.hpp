// Merges a later state of an item of a response, or of a part of one, into an earlier one.
// Templates, so that programs without Responses do not compile it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/merge_objects.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

using json::detail::copy;

// The text of a part, a view into it; "" if it has none, or is of a type without text. `text` is a
// field in some types and a plain string in others.
template <class = void>
std::string_view text_in(const ResponseContentPart& part) {
    std::string_view out;
    const auto take = [&](const auto* p) {
        if (!p) return;
        if constexpr (requires { p->refusal; }) {
            if (p->refusal) out = *p->refusal;
        } else if constexpr (requires { p->text.has_value(); }) {
            if (p->text) out = *p->text;
        } else {
            out = p->text;
        }
    };
    take(std::get_if<OutputTextContent>(&part));
    take(std::get_if<RefusalContent>(&part));
    take(std::get_if<ReasoningTextContent>(&part));
    take(std::get_if<SummaryTextContent>(&part));
    take(std::get_if<InputTextContent>(&part));
    return out;
}
// Calls f with the text of a content, or with that of each of its parts.
template <class F>
void each_text_in(const ResponseContent& content, F&& f) {
    if (const auto* plain = std::get_if<std::string>(&content)) {
        f(std::string_view(*plain));
        return;
    }
    for (const auto& part : *std::get_if<std::vector<ResponseContentPart>>(&content)) {
        f(text_in(part));
    }
}
// Bytes of all texts of a content.
template <class = void>
std::size_t text_size_in(const ResponseContent& content) {
    std::size_t size = 0;
    each_text_in(content, [&](std::string_view text) { size += text.size(); });
    return size;
}

template <class = void>
void merge_choice(void* to, const void* from, const json::detail::description& type,
                  extra_join& join);
// Merges items, or parts. Values of the same type are merged; otherwise the later replaces the
// earlier.
template <class... A>
void merge_union(std::variant<A...>& to, const std::variant<A...>& from, extra_join& join) {
    merge_choice(&to, &from, json::detail::described<std::variant<A...>>(), join);
}

// Merges part by part if both are lists of parts, the later one is not shorter, and the parts have
// the same types. If the later one has more parts, their texts must also continue those of the
// earlier. Otherwise the later content replaces the earlier one, unless it has less: content
// without text never replaces a text.
template <class = void>
void merge_content(ResponseContent& to, const ResponseContent& from, extra_join& join) {
    auto* const ours = std::get_if<1>(&to);
    const auto* const theirs = std::get_if<1>(&from);
    if (!ours || !theirs || ours->size() > theirs->size()) {
        if ((theirs && !theirs->empty() && text_size_in(to) == 0) || text_size_in(from) != 0) {
            copy(to, from);
        }
        return;
    }
    // a longer list may be another content: then texts must agree too
    const bool more = theirs->size() > ours->size();
    const bool same =
        std::equal(ours->begin(), ours->end(), theirs->begin(), [&](const auto& a, const auto& b) {
            return a.index() == b.index() && (!more || text_in(b).starts_with(text_in(a)));
        });
    if (!same) {
        // other parts: the later ones, unless they would remove all text
        if (text_size_in(to) == 0 || text_size_in(from) != 0) copy(to, from);
        return;
    }
    for (std::size_t i = 0; i != ours->size(); ++i) merge_union((*ours)[i], (*theirs)[i], join);
    for (std::size_t i = ours->size(); i != theirs->size(); ++i) {
        copy(ours->emplace_back(), (*theirs)[i]);
    }
}
// The rules for members of a response and its items.
template <class = void>
inline constexpr merge_rule response_rules[]{
    {&json::detail::described<ResponseContent>(),
     [](void* to, const void* from, extra_join& join) {
         merge_content(*static_cast<ResponseContent*>(to),
                       *static_cast<const ResponseContent*>(from), join);
     }},
    // take_output() merges the output
    {&json::detail::described<std::vector<ResponseItem>>(), [](void*, const void*, extra_join&) {}},
};

// See merge_union(). The alternatives are reached through the description of the variant, so that
// this is compiled once and not for each type of item.
template <class>
void merge_choice(void* to, const void* from, const json::detail::description& type,
                  extra_join& join) {
    using namespace json::detail;
    const auto& choice = type.as<choice_type>();
    std::size_t ours = 0;
    std::size_t theirs = 0;
    // sets `ours` to the alternative; its object is selected below
    choice.held(to, ours);
    const void* const of = choice.held(from, theirs);
    if (of == nullptr || ours != theirs) return assign_value(to, from, type);  // of different types
    void* const held = choice.select(to, ours);
    const description& alternative = *choice.alternatives[ours].type;
    if (alternative.kind == type_kind::raw) {
        merge_raw(as<raw_json>(held), as<raw_json>(of), join);
    } else {
        merge_object(held, of, alternative, join, response_rules<>);
    }
}

// Calls f with the item; not if it is raw JSON, which has no members.
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

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
