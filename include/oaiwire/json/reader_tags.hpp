// How the reader finds the member that tells the alternatives of a union apart, and how it goes
// back to read a value again.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Finds nothing rather than something doubtful: an escaped name before the tag, or a tag that is no
// plain string, ends the search, and the caller uses last_tag().
inline reader::first_tag_found reader::first_tag(const char* p, std::string_view name) const {
    first_tag_found found;
    if (tags_repeat_) return found;
    bool first = true;
    // unchecked: the read that follows checks the bytes
    for (walker at(p, end); at.next(); at.take(), first = false) {
        if (at.name().find('\\') != std::string_view::npos) break;
        if (at.name() != name) continue;
        const char* const from = at.here() + 1;
        if (*at.here() != '"') break;
        const char* const quote = find_special(from, end);
        if (quote == end || *quote != '"') break;
        found.text = text_between(from, quote);
        if (first) found.after = quote + 1;  // the reader need not read it again
        break;
    }
    return found;
}

inline const char* reader::last_tag(const char* p, std::string_view name, std::string_view& text,
                                    std::size_t depth) {
    std::string_view whole;
    const char* const after = check(p, depth, whole);
    if (!after) return nullptr;
    text = {};                               // if no member has that name
    for (walker at(p, after); at.next();) {  // the bytes are checked by now
        const bool is_tag = same_name(at.name(), name);
        const std::string_view value = at.take();
        if (is_tag) text = value.front() == '"' ? value.substr(1, value.size() - 2) : value;
    }
    return after;
}

// The report is only ever appended to, so its size suffices to undo.
inline reader::mark reader::here() const {
    const read_report* const report = options_.report;
    return {depth_, report ? report->notes.size() : 0, report && report->lone_surrogate,
            passed_over_};
}

[[gnu::noinline]] inline void reader::return_to(const mark& m) {
    depth_ = m.depth;
    passed_over_ = m.passed_over;
    if (read_report* const report = options_.report) {
        // pass_over() may have removed some
        report->notes.resize(std::min(report->notes.size(), m.notes));
        report->lone_surrogate = m.lone_surrogate;
    }
    tags_repeat_ = true;  // why: see `mark`
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
