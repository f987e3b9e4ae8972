// How the reader finds what tells the alternatives of a union apart, and how it goes back where it
// went wrong. Knows no types.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/text/locate.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire::inline v0_2::json::detail {

inline reader::first_tag_found reader::first_tag(const char* p, std::string_view name) const {
    using json_scan::skip_space;
    first_tag_found found;
    if (tags_repeat_) return found;
    bool first = true;
    for (p = skip_space(p + 1, end); p != end && *p == '"'; first = false) {
        const char* const key = p + 1;
        p = json_scan::detail::skip_string(key, end);
        if (p == end) return found;
        const std::string_view raw(key, static_cast<std::size_t>(p - key) - 1);
        if (raw.find('\\') != std::string_view::npos) return found;
        p = skip_space(p, end);
        if (p == end || *p != ':') return found;
        p = skip_space(p + 1, end);
        if (p == end) return found;
        if (raw == name) {
            if (*p != '"') return found;
            const char* const from = p + 1;
            p = json_scan::find_special(from, end);
            found.usual = p != end && *p == '"';
            if (found.usual) found.text = {from, static_cast<std::size_t>(p - from)};
            if (found.usual && first) found.after = p + 1;
            return found;
        }
        p = skip_space(json_scan::detail::skip_value(p, end), end);
        if (p != end && *p == ',') p = skip_space(p + 1, end);
    }
    found.usual = true;
    return found;
}

inline const char* reader::last_tag(const char* p, std::string_view name, std::string_view& text,
                                    std::size_t depth) {
    using json_scan::skip_space;
    if (depth == 0) return fail(errc::too_deep, p);
    const auto string = strings();
    json_scan::fault f;
    text = {};
    p = skip_space(p + 1, end);
    if (p != end && *p == '}') return p + 1;
    for (;;) {
        const char* const key = p + 1;
        p = json_scan::check_name(p, end, f, string);
        if (!p) return fail(f.code, f.at);
        const std::string_view until_colon(key, static_cast<std::size_t>(p - key));
        const std::string_view raw = until_colon.substr(0, until_colon.rfind('"'));
        const char* const from = skip_space(p, end);
        p = json_scan::check_value(from, end, depth - 1, f, string);
        if (!p) return fail(f.code, f.at);
        if (json_scan::same_name(raw, name)) {
            text = {from, static_cast<std::size_t>(p - from)};
            if (*from == '"') text = text.substr(1, text.size() - 2);
        }
        p = skip_space(p, end);
        if (p == end) return fail(errc::unexpected_end, p);
        if (*p == '}') return p + 1;
        if (*p != ',') return fail(errc::unexpected_byte, p);
        p = skip_space(p + 1, end);
    }
}

inline reader::mark reader::here() const {
    const read_report* const report = options_.report;
    return {depth_, report ? report->notes.size() : 0, report && report->lone_surrogate,
            passed_over_};
}

[[gnu::noinline]] inline void reader::return_to(const mark& m) {
    depth_ = m.depth;
    passed_over_ = m.passed_over;
    if (read_report* const report = options_.report) {
        report->notes.resize(std::min(report->notes.size(), m.notes));
        report->lone_surrogate = m.lone_surrogate;
    }
    tags_repeat_ = true;
}

}  // namespace oaiwire::inline v0_2::json::detail
