// Slow paths of the reader: checking skipped values, dropping values that do not fit, notes, and
// building the final error.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/reader.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Checks the value at p, which may nest `depth` levels, without storing it.
[[gnu::noinline]] inline const char* reader::check(const char* p, std::size_t depth,
                                                   std::string_view& raw) {
    fault f;
    const char* const after = check_value(p, end, depth, f, strings_);
    if (!after) return fail(f.code, f.at);
    raw = text_between(p, after);
    return after;
}

// One note for each bit in `absent`, in the order of the members. `opening` is the object's brace.
[[gnu::noinline]] inline void reader::note_absent(const object_table& table, const char* opening,
                                                  std::uint64_t absent) {
    for (std::size_t i = 0; i != table.count; ++i) {
        if ((absent >> i & 1) == 0) continue;
        if (options_.report->full()) return;
        const auto offset = static_cast<std::size_t>(opening - text_.data());
        std::string path = path_at(text_, offset);
        if (!path.empty()) path.push_back('.');
        const std::string_view quoted = table.members[i].quoted();
        path.append(quoted.substr(1, quoted.size() - 3));
        options_.report->notes.push_back({read_note::kind::absent, std::move(path)});
    }
}

// Fails because of the first member in `absent`.
[[gnu::noinline]] inline std::nullptr_t reader::miss(const object_table& table, const char* opening,
                                                     std::uint64_t absent) {
    const auto first = static_cast<std::size_t>(std::countr_zero(absent));
    const std::string_view quoted = table.members[first].quoted();
    return fail(errc::missing_member, opening, quoted.substr(1, quoted.size() - 3));
}

// A malformed value is refused in both modes, as everywhere; skip() finds what is malformed behind
// the byte at which reading stopped.
[[gnu::noinline]] inline const char* reader::pass_over(const char* from, std::size_t depth) {
    const bool fits_no_type = fault_.code == errc::type_mismatch ||
                              fault_.code == errc::number_out_of_range ||
                              fault_.code == errc::unknown_enumerator;
    if (!tolerant() || !fits_no_type) return nullptr;
    depth_ = depth;  // the failure left levels open
    std::string_view dropped;
    const char* const after = skip(from, dropped);
    if (!after) return nullptr;
    passed_over_ = from;
    if (!options_.report || options_.report->full()) return after;
    // notes about its inside no longer matter
    auto& notes = options_.report->notes;
    const std::string path = path_at(text_, static_cast<std::size_t>(from - text_.data()));
    const auto inside = [&](const read_note& n) {
        return n.path.starts_with(path) &&
               (n.path.size() == path.size() ||
                std::string_view(".[").find(n.path[path.size()]) != std::string_view::npos);
    };
    while (!notes.empty() && inside(notes.back())) notes.pop_back();
    notes.push_back({read_note::kind::dropped, path});
    return after;
}

// The reader stops at the first value that does not fit, which may come before a syntax error. The
// whole text is checked here so that a malformed text is always reported as malformed.
inline error reader::explain() const {
    const fault syntax = check_text(text_, max_depth, valid_utf8);
    // the checker's depth limit is larger than the reader's: at the reader's limit the reader is
    // right
    const bool malformed = syntax.code != errc::ok && syntax.code != errc::too_deep &&
                           !(fault_.code == errc::too_deep && syntax.at > fault_.at);
    const fault& f = malformed ? syntax : fault_;
    const auto offset = static_cast<std::size_t>(f.at - text_.data());
    std::string path = path_at(text_, offset);
    std::string message;
    if (f.code == errc::missing_member) {
        path.append(path.empty() ? "" : ".").append(due_);
    } else if (!malformed && !due_.empty()) {
        message.append(due_).append(" was due");
    }
    return make_error(f.code, std::move(message), std::move(path), offset);
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
