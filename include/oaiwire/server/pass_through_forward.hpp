// What pass_through forwards: the bytes of events, with another model and id in place of theirs.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_framing.hpp>

namespace oaiwire { inline namespace v0_2 {

// Replaces in the event that was read last.
OAIWIRE_ADAPTER_INLINE void pass_through::forward_to_read() {
    if (!patches_) return;
    const char* const to = at_offset(machine_.read_to());
    const std::string_view text = machine_.payload();
    const char* const begin = at_offset(machine_.statistics().event_offset);
    // its data is not in one piece, or others precede it that gave no chunk
    if (begin != event_end_ || text.empty() || !detail::is_within(text, region_)) {
        return forward(to);
    }
    detail::each_patched(text, patched(), [&](std::string_view value, detail::patched_member m) {
        replace(value, m);
    });
    event_end_ = to;
}

// Forwards what precedes the value, and another in its place.
OAIWIRE_ADAPTER_INLINE void pass_through::replace(std::string_view value,
                                                  detail::patched_member which) {
    const std::string_view by = which == detail::patched_member::model ? model_ : id_;
    if (!withheld_) {
        push({at_, static_cast<std::size_t>(value.data() - at_)});
        push(by);
    }
    at_ = value.data() + value.size();
}

// Forwards events up to `to`, with replacements in those that have none yet.
OAIWIRE_ADAPTER_INLINE void pass_through::forward(const char* to) {
    if (patches_ && event_end_ < to) {
        const std::string_view events(event_end_, static_cast<std::size_t>(to - event_end_));
        detail::each_event_data(events, lines_, [&](const std::vector<std::string_view>& lines) {
            patch_event(lines);
        });
        event_end_ = to;
    }
    if (at_ >= to) return;
    if (!withheld_) push({at_, static_cast<std::size_t>(to - at_)});
    at_ = to;
}

// Replaces in an event with these data lines.
OAIWIRE_ADAPTER_INLINE void pass_through::patch_event(const std::vector<std::string_view>& lines) {
    if (lines.size() == 1) {
        return detail::each_patched(
            lines[0], patched(),
            [&](std::string_view value, detail::patched_member m) { replace(value, m); });
    }
    std::string joined;
    for (const std::string_view line : lines) joined.append(line).push_back('\n');
    std::size_t i = 0;
    std::size_t start = 0;  // of line i
    detail::each_patched(joined, patched(), [&](std::string_view value, detail::patched_member m) {
        const auto at = static_cast<std::size_t>(value.data() - joined.data());
        while (at >= start + lines[i].size() + 1) start += lines[i++].size() + 1;
        // a text that goes on in the next line is not valid
        if (at - start + value.size() > lines[i].size()) return;
        replace(lines[i].substr(at - start, value.size()), m);
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
