// A reference for interruptions of a Realtime session: counts milliseconds one by one. Slow and
// simple; shares nothing with the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

struct realtime_playback {
    struct item {
        std::string id{};
        std::int64_t part = 0;
        std::size_t bytes = 0;
        bool complete = false;
    };
    struct cut {
        std::string id{};
        std::int64_t part = 0;
        std::int64_t heard_ms = 0;
    };

    std::vector<item> items{};
    std::int64_t since_ms = 0;
    std::size_t per_ms = 48;  // bytes

    // What was not heard to its end, or is not complete.
    std::vector<cut> interrupt(std::int64_t played_ms) {
        std::vector<cut> out;
        std::size_t before = 0;
        const auto ms_at = [&](std::size_t byte) {
            return since_ms + static_cast<std::int64_t>(byte / per_ms);
        };
        for (const item& i : items) {
            std::int64_t heard = 0;  // whole milliseconds of the item that end by then
            while (static_cast<std::size_t>(heard + 1) * per_ms <= i.bytes &&
                   ms_at(before) + heard + 1 <= played_ms) {
                ++heard;
            }
            before += i.bytes;
            if (!i.complete || ms_at(before) > played_ms) out.push_back({i.id, i.part, heard});
        }
        items.clear();
        since_ms = played_ms < 0 ? 0 : played_ms;
        return out;
    }
};

}  // namespace oracle
