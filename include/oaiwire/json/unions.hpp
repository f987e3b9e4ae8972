// Reading a std::variant: its alternative is chosen by a tag member where it has one, else by the
// kind of the value and, for arrays, of their first element.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/reader_tags.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// `after_tag` is one past the object's first member if that was already read as the tag, or null.
const char* read_object(reader& r, const char* p, void* out, const object_table& table,
                        const char* after_tag);

#if OAIWIRE_DEFINES

// The alternative that takes a value of that kind and, for objects, with that tag.
// The first that does, in declared order; no_member if none does. `tag` is the text between the
// quotes, which may have escapes.
OAIWIRE_INLINE std::size_t choose_alternative(const choice_type& choice, value_kind kind,
                                              std::string_view tag) {
    const bool plain = tag.find('\\') == std::string_view::npos;
    for (std::size_t i = 0; i != choice.count; ++i) {
        const alternative& a = choice.alternatives[i];
        if (a.tags == nullptr) {  // raw JSON also takes objects with an unknown tag
            if (accepts(*a.type, kind)) return i;
        } else if (kind.first == '{') {
            for (std::size_t t = 0; t != a.tag_count; ++t) {
                if (plain ? tag == a.tags[t] : same_name(tag, a.tags[t])) return i;
            }
        }
    }
    return no_member;
}

// The alternative for a value that none takes: std::string for numbers and literals, else a list of
// such values for one that was sent without its list.
[[gnu::cold]] OAIWIRE_INLINE std::size_t next_best_alternative(const choice_type& choice,
                                                               value_kind kind) {
    const bool short_text = kind.first != '{' && kind.first != '[';
    for (std::size_t i = 0; i != choice.count; ++i) {
        const description& type = *choice.alternatives[i].type;
        if (type.kind == type_kind::text ? short_text
                                         : is_list(type) && accepts(*type.inner, kind)) {
            return i;
        }
    }
    return no_member;
}

// The alternative, or no_member if it is raw JSON for want of a tag, and read_options::required
// refuses values that lack something.
OAIWIRE_INLINE std::size_t with_tag(const reader& r, const choice_type& choice, std::size_t chosen,
                                    std::string_view tag) {
    const bool lacks_it = tag.empty() && !choice.tag.empty() && chosen != no_member &&
                          choice.alternatives[chosen].type->kind == type_kind::raw;
    return lacks_it && r.requires_members() ? no_member : chosen;
}

// Reads the value at p into the alternative `chosen`, which out holds afterwards. The tag of a
// struct that does not store it is no unknown member.
OAIWIRE_INLINE const char* read_alternative(reader& r, const char* p, void* out,
                                            const choice_type& choice, std::size_t chosen,
                                            const char* after_tag) {
    if (chosen == no_member && r.tolerant()) {
        chosen = next_best_alternative(choice, kind_at(p, r.end));
    }
    if (chosen == no_member) return r.mismatch(p, "a value of another kind");
    void* const to = choice.select(out, chosen);
    const alternative& a = choice.alternatives[chosen];
    if (a.tags != nullptr && !a.tag_is_stored && *p == '{') {
        return read_object(r, p, to, a.type->object(), after_tag);
    }
    return read_value(r, p, to, *a.type);
}

// p is at an object whose first tag does not decide: the whole object is checked, and the last tag
// counts, as the last of all duplicate members does.
OAIWIRE_INLINE const char* read_by_last_tag(reader& r, const char* p, void* out,
                                            const choice_type& choice) {
    std::string_view tag;
    const char* after = r.last_tag(p, choice.tag, tag, r.raw_depth());
    const bool flat = after != nullptr;  // within the depth limit of raw values
    // too deep for raw values only: find the tag all the same
    if (!after && r.stopped_at_depth()) {
        after = r.last_tag(p, choice.tag, tag, max_depth);
    }
    if (!after) return nullptr;
    const std::size_t chosen = with_tag(r, choice, choose_alternative(choice, an_object, tag), tag);
    if (flat && chosen != no_member && choice.alternatives[chosen].type->kind == type_kind::raw) {
        // last_tag() has checked it
        as<raw_json>(choice.select(out, chosen))
            .assign_trusted({p, static_cast<std::size_t>(after - p)});
        return after;
    }
    return read_alternative(r, p, out, choice, chosen, nullptr);
}

// p is at an object. The alternative of its first tag is read at once. If another tag follows,
// which is rare, the object is read again.
OAIWIRE_INLINE const char* read_tagged(reader& r, const char* p, void* out,
                                       const choice_type& choice) {
    const auto first = r.first_tag(p, choice.tag);
    const std::size_t chosen =
        first.text.empty() ? no_member : choose_alternative(choice, an_object, first.text);
    // raw JSON and structs without a tag do not tell whether the tag came again
    const bool counts_tags = chosen != no_member && choice.alternatives[chosen].tags != nullptr;
    if (!counts_tags) return read_by_last_tag(r, p, out, choice);
    const auto mark = r.here();
    const char* const after = read_alternative(r, p, out, choice, chosen, first.after);
    if (after && !r.tag_came_again(p)) return after;
    std::string_view last;
    if (r.last_tag(p, choice.tag, last, max_depth)) {
        const std::size_t by_last = choose_alternative(choice, an_object, last);
        if (by_last == chosen) return after;  // the value, or the failure
        r.return_to(mark);
        return read_alternative(r, p, out, choice, by_last, nullptr);
    }
    r.return_to(mark);
    return nullptr;
}

// Strings, which most such members are, are read at once. Objects go by their tag if the type has
// one, all else by the kind of value.
OAIWIRE_INLINE const char* read_union(reader& r, const char* p, void* out,
                                      const description& type) {
    const auto& choice = type.as<choice_type>();
    if (*p == '"' && choice.text != no_member) {
        return r.string(p, as<std::string>(choice.select(out, choice.text)));
    }
    if (*p == '{' && !choice.tag.empty()) return read_tagged(r, p, out, choice);
    const std::size_t chosen =
        with_tag(r, choice, choose_alternative(choice, kind_at(p, r.end), {}), {});
    return read_alternative(r, p, out, choice, chosen, nullptr);
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
