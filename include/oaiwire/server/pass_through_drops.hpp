// pass_through_drops: events of a stream that are read but not forwarded.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_framing.hpp>

namespace oaiwire { inline namespace v0_2 {

// Leaves out the event that was read last. False, and nothing is done, if it has other texts.
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE bool pass_through::drop_event() {
    if (machine_.cut_at() != error::no_offset) return false;
    const char* const first = at_offset(machine_.statistics().event_offset);
    const std::string_view read(first,
                                static_cast<std::size_t>(at_offset(machine_.read_to()) - first));
    if (read.empty()) return false;
    // events without data may precede it
    const char* const begin = first + detail::event_start(read, read.size() - 1);
    const std::string_view rest(begin,
                                static_cast<std::size_t>(region_.data() + region_.size() - begin));
    const std::string_view event = rest.substr(0, detail::first_boundary({}, rest));
    std::string data;
    detail::each_event_data(event, lines_, [&](const std::vector<std::string_view>& lines) {
        for (const std::string_view line : lines) data.append(line).push_back('\n');
    });
    if (detail::trimmed(data) != detail::trimmed(machine_.payload())) return false;
    forward(begin);
    at_ = std::max(at_, event.data() + event.size());
    event_end_ = std::max(event_end_, at_);
    return true;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
