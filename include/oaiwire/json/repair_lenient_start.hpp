// Finds the value in a text that is no JSON, and repairs it. For repair_lenient.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>

#if OAIWIRE_DEFINES

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/json/repair_lenient_scalars.hpp>
#include <oaiwire/json/repair_lenient_steps.hpp>
#include <oaiwire/json/repair_lenient_text.hpp>
#include <oaiwire/json/repair_note.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The value in a text.
struct value_place {
    enum class kind : std::uint8_t { none, container, string, members, scalar };
    kind what = kind::none;
    const char* at = nullptr;
    const char* end = nullptr;  // of the text that may belong to it
};

// The value of a text that begins with a quote, at p: a string, an object or array in quotes, or
// members without brackets.
OAIWIRE_INLINE value_place place_at_quote(const char* p, const char* end, bool object) {
    using kind = value_place::kind;
    const mark open = mark_at(p, end);
    const std::string_view text = oaiwire::detail::trimmed(text_between(p, end));
    const char* const last = text.data() + text.size();
    const std::size_t before = text.find_last_not_of('\\', text.size() - 2);
    const bool closed = open.size == 1 && text.size() > 1 && text.back() == *p &&
                        (text.size() - before) % 2 == 0;  // not escaped
    const bool triple = starts(p, end, "\"\"\"") || starts(p, end, "'''");
    const char* const inside = skip_escaped_space(p + (triple ? 3 : open.size), end);
    const char* const inside_end = closed && inside != last ? last - 1 : last;
    const bool json = open.as != '"' || open.size != 1 || object;  // a string may be due
    if (json && inside < inside_end && mark_at(inside, end).opens() &&
        looks_like_value(inside, inside_end, true)) {
        return {kind::container, inside, inside_end};
    }
    const string_quote quote{open.as, open.size == 1, false};
    const char* q = p + open.size;
    while (q < end && !quote.closed_by(mark_at(q, end))) q += *q == '\\' ? 2 : 1;
    if (q >= end) return {kind::string, p, end};
    q = skip_space(q + mark_at(q, end).size, end);
    if (q != end && mark_at(q, end).as == ':') return {kind::members, p, end};
    if (q == end || closed || starts(q, end, "```")) return {kind::string, p, end};
    return {};
}

// The value of a text that begins with something else.
OAIWIRE_INLINE value_place place_in_prose(const char* p, const char* end, bool array_too) {
    const std::string_view text = text_between(p, end);
    constexpr std::string_view fence = "```";
    for (std::size_t i = text.find(fence); i != std::string_view::npos; i = text.find(fence, i)) {
        i += fence.size();
        if (oaiwire::detail::lower_case(text.substr(i, 4)) != "json") continue;
        p += i;
        array_too = true;
        break;
    }
    for (; p != end; ++p) {
        if ((*p != '{' && *p != '[') || !looks_like_value(p, end, array_too)) continue;
        // a set in quotes, as {"x"}, is none of JSON
        const char* const inside = skip_space(p + 1, end);
        const bool quoted = *p == '{' && inside != end && mark_at(inside, end).is_quote();
        if (quoted && !quoted_name_ahead(inside, end, true)) continue;
        return {value_place::kind::container, p, end};
    }
    return {};
}

// One past empty objects that an object follows: gateways put them before arguments that stream.
OAIWIRE_INLINE const char* skip_empty_objects(const char* p, const char* end) {
    for (;;) {
        const char* const closing = skip_space(p + 1, end);
        if (*p != '{' || closing == end || *closing != '}') return p;
        const char* const next = skip_space(closing + 1, end);
        if (next == end || *next != '{') return p;
        p = next;
    }
}

// Notes what stands behind a value that ends at p.
OAIWIRE_INLINE void note_rest(std::vector<repair_note>& notes, std::string_view text, const char* p,
                              bool fenced) {
    const char* const end = text.data() + text.size();
    const auto note = [&](repair_kind what) {
        notes.push_back({what, static_cast<std::size_t>(p - text.data())});
    };
    p = skip_space(p, end);
    if (starts(p, end, "```")) {
        if (!fenced) note(repair_kind::fence);
        p = skip_space(p + 3, end);
    }
    if (p != end) note(repair_kind::text_after);
}

// Repairs a value that was escaped once too often. False if it was too deep.
OAIWIRE_INLINE bool repair_doubled(std::string_view raw, std::size_t base, std::string& out,
                                   std::vector<repair_note>& notes, std::size_t depth) {
    std::string text;
    const char* p = raw.data();
    const char* const end = p + raw.size();
    while (p != end) p = unescape_step(p, end, text);
    const std::size_t first = notes.size();
    const char* const after = lenient_repairer(text, out, notes, depth).container(text.data());
    if (!after) return false;
    note_rest(notes, text, after, true);
    // from offsets into the unescaped text to those into the text as it was
    std::string made;
    p = raw.data();
    std::size_t size = 0;
    for (std::size_t i = first; i != notes.size(); ++i) {
        for (; p != end && size < notes[i].offset; size += made.size()) {
            made.clear();
            p = unescape_step(p, end, made);
        }
        notes[i].offset = base + static_cast<std::size_t>(p - raw.data());
    }
    return true;
}

// Skips a byte order mark, reasoning in tags, and the first line of a fence.
OAIWIRE_INLINE const char* skip_lead(std::string_view text, std::vector<repair_note>& notes) {
    const char* const end = text.data() + text.size();
    const char* p = skip_space(text.data(), end);
    const auto note = [&](repair_kind what) {
        notes.push_back({what, static_cast<std::size_t>(p - text.data())});
    };
    if (starts(p, end, oaiwire::detail::byte_order_mark)) {
        note(repair_kind::byte_order_mark);
        p = skip_space(p + oaiwire::detail::byte_order_mark.size(), end);
    }
    constexpr std::string_view thought_end = "</think>";
    if (starts(p, end, "<think>")) {  // reasoning, which may speak of JSON
        const std::size_t at = text_between(p, end).find(thought_end);
        if (at != std::string_view::npos) {
            note(repair_kind::text_before);
            p = skip_space(p + at + thought_end.size(), end);
        }
    }
    if (starts(p, end, "```")) {
        note(repair_kind::fence);
        p += 3;
        while (p != end && (is_word_byte(*p) || *p == '-' || *p == '+')) ++p;
        p = skip_space(p, end);
    }
    return p;
}

// The body of repair_lenient() for a text that is no JSON, or the string of a JSON text. A fault is
// at a byte of `text`, or at its end.
OAIWIRE_INLINE fault repair_broken(std::string_view text, std::string& out,
                                   std::vector<repair_note>& notes, const repair_options& options) {
    using kind = value_place::kind;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto note = [&](repair_kind what, const char* at) {
        notes.push_back({what, static_cast<std::size_t>(at - begin)});
    };
    const char* const first = skip_lead(text, notes);
    bool fenced = !notes.empty() && notes.back().what == repair_kind::fence;
    if (first == end) return {errc::unexpected_end, end};

    lenient_repairer whole(text, out, notes, options.depth);
    value_place place;
    const char* after = nullptr;
    const mark m = mark_at(first, end);
    if (m.opens()) {
        place = {kind::container, skip_empty_objects(first, end), end};
    } else if (m.is_quote()) {
        place = place_at_quote(first, end, options.object);
    } else if ((after = whole.whole_scalar(first)) != nullptr) {
        place = {kind::scalar, first, end};
    }
    if (place.what == kind::none) place = place_in_prose(first, end, !options.object);
    if (place.what == kind::none) return {errc::unexpected_byte, first};

    const std::string_view value = text_between(place.at, place.end);
    const std::size_t quote = value.find('"');
    const bool doubled = place.what == kind::container && quote != 0 &&
                         quote != std::string_view::npos && value[quote - 1] == '\\';
    const std::string_view before = text_between(first, place.at);
    const std::size_t fence = fenced ? std::string_view::npos : before.find("```");
    if (!before.empty() && fence != 0 && !(doubled && *first == '"')) {
        note(repair_kind::text_before, first);
    }
    if (fence != std::string_view::npos) note(repair_kind::fence, first + fence);
    fenced = fenced || fence != std::string_view::npos;
    if (doubled) {
        note(repair_kind::doubled, place.at);
        const auto base = static_cast<std::size_t>(place.at - begin);
        if (repair_doubled(value, base, out, notes, options.depth)) return {};
        return {errc::too_deep, place.at};
    }

    if (place.what == kind::string) after = whole.whole_string(place.at);
    if (place.what == kind::members) after = whole.bare_members(place.at);
    const std::string_view own = text_between(begin, place.end);
    if (place.what == kind::container) {
        lenient_repairer inner(own, out, notes, options.depth);
        after = inner.container(place.at);
        if (!after) return {errc::too_deep, inner.too_deep_at()};
    }
    if (!after) return {errc::too_deep, whole.too_deep_at()};
    note_rest(notes, own, after, fenced);
    return {};
}

// The body of repair_lenient().
OAIWIRE_INLINE fault repair_into(std::string_view text, std::string& out,
                                 std::vector<repair_note>& notes, const repair_options& options) {
    const fault checked = check_text(text, options.depth);
    if (checked.code == errc::too_deep) return checked;
    if (checked.code == errc::ok) {
        const char* const end = text.data() + text.size();
        const char* const p = skip_space(text.data(), end);
        if (!options.object || *p != '"' || place_at_quote(p, end, true).at == p) {
            out.assign(text);
            return {};
        }
    }
    return repair_broken(text, out, notes, options);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
