// Converts an item of the event stream decoder to the reference decoder's form.
#pragma once

#include <string>

#include <oaiwire/sse/item.hpp>
#include <oracle/event_stream.hpp>

namespace support {

inline oracle::event_stream::entry entry_of(const oaiwire::sse::item& i) {
    constexpr const char* kinds[] = {"message", "retry", "comment", "field"};
    return {kinds[static_cast<int>(i.kind)],
            std::string(i.event),
            std::string(i.data),
            std::string(i.id),
            i.retry,
            i.offset,
            0};
}

}  // namespace support
