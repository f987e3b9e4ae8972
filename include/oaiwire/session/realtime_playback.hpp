// realtime_playback: what was received of the audio that a model speaks, and where it is cut when
// the user interrupts. Knows no events.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Audio of an item of which the user has not heard all.
struct realtime_cut {
    std::string item_id{};
    std::int64_t content_index = 0;
    std::int64_t audio_end_ms = 0;  // what was heard; never more than was received
    friend bool operator==(const realtime_cut&, const realtime_cut&) = default;
};

// All audio of a session in the order in which it came, which is that in which it is played. Times
// are milliseconds of audio since the session began; what was not played because of an interruption
// does not count. Knows the last 64 items; of earlier ones all was heard.
class realtime_playback {
public:
    // More audio of an item. `bytes_per_ms`: see realtime_bytes_per_ms(); 0: of no length.
    void add(std::string_view item_id, std::int64_t content_index, std::size_t bytes,
             std::size_t bytes_per_ms);
    // The item has no more audio.
    void complete(std::string_view item_id, std::int64_t content_index);

    // How much there is to play, heard or not.
    std::int64_t end_ms() const;
    // The user has heard this much, and nothing else will be played: the rest is dropped. What
    // follows begins at `played_ms`. Returns the items that were not heard to their end, in order.
    std::vector<realtime_cut> interrupt(std::int64_t played_ms);
    // Whether the item was cut: what may still come of it is not played.
    bool is_cut(std::string_view item_id) const;

private:
    static constexpr std::size_t most = 64;  // parts, and items that were cut

    struct part {
        std::string item_id{};
        std::int64_t content_index = 0;
        std::uint64_t bytes = 0;
        std::uint64_t bytes_per_ms = 1;
        bool complete = false;
    };
    // A place in all audio, exact to the byte while the format stays the same.
    struct place {
        std::int64_t since_ms = 0;  // where the audio of this format begins
        std::uint64_t bytes = 0;    // of it
        std::uint64_t bytes_per_ms = 1;

        std::int64_t ms() const {
            return since_ms + static_cast<std::int64_t>(bytes / bytes_per_ms);
        }
        // Moves to where a part behind this place begins, and then to its end.
        void enter(const part& p) {
            if (p.bytes_per_ms != bytes_per_ms) *this = {ms(), 0, p.bytes_per_ms};
        }
        void leave(const part& p) { bytes += p.bytes; }
    };
    part* find(std::string_view item_id, std::int64_t content_index);

    std::vector<part> parts_{};
    std::vector<std::string> cut_{};  // ids, the oldest first
    place begin_{};                   // of the first part
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <utility>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE realtime_playback::part* realtime_playback::find(
    std::string_view item_id, std::int64_t content_index) {
    for (std::size_t i = parts_.size(); i-- != 0;) {
        if (parts_[i].item_id == item_id && parts_[i].content_index == content_index) {
            return &parts_[i];
        }
    }
    return nullptr;
}

OAIWIRE_ADAPTER_INLINE void realtime_playback::add(std::string_view item_id,
                                                   std::int64_t content_index, std::size_t bytes,
                                                   std::size_t bytes_per_ms) {
    if (bytes_per_ms == 0 || bytes == 0) return;
    part* at = find(item_id, content_index);
    if (at == nullptr || at->bytes_per_ms != bytes_per_ms) {
        if (parts_.size() == most) {
            begin_.enter(parts_.front());
            begin_.leave(parts_.front());
            parts_.erase(parts_.begin());
        }
        parts_.push_back({.item_id = std::string(item_id),
                          .content_index = content_index,
                          .bytes_per_ms = bytes_per_ms});
        at = &parts_.back();
    }
    at->bytes += bytes;
}

OAIWIRE_ADAPTER_INLINE void realtime_playback::complete(std::string_view item_id,
                                                        std::int64_t content_index) {
    if (part* at = find(item_id, content_index)) at->complete = true;
}

OAIWIRE_ADAPTER_INLINE std::int64_t realtime_playback::end_ms() const {
    place at = begin_;
    for (const part& p : parts_) {
        at.enter(p);
        at.leave(p);
    }
    return at.ms();
}

OAIWIRE_ADAPTER_INLINE std::vector<realtime_cut> realtime_playback::interrupt(
    std::int64_t played_ms) {
    std::vector<realtime_cut> out;
    played_ms = (std::max)(played_ms, std::int64_t{0});
    place at = begin_;
    for (const part& p : parts_) {
        at.enter(p);
        const std::int64_t start = at.ms();
        at.leave(p);
        if (p.complete && played_ms >= at.ms()) continue;
        const auto length = static_cast<std::int64_t>(p.bytes / p.bytes_per_ms);
        out.push_back({.item_id = p.item_id,
                       .content_index = p.content_index,
                       .audio_end_ms = std::clamp(played_ms - start, std::int64_t{0}, length)});
        if (cut_.size() == most) cut_.erase(cut_.begin());
        cut_.push_back(p.item_id);
    }
    parts_.clear();
    begin_ = {.since_ms = played_ms};
    return out;
}

OAIWIRE_ADAPTER_INLINE bool realtime_playback::is_cut(std::string_view item_id) const {
    return std::find(cut_.rbegin(), cut_.rend(), item_id) != cut_.rend();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
