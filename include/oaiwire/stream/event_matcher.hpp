// event_matcher: reads events that are like one before them, past the decoder of events. Knows what
// an event's bytes are and no JSON; what a stream does with a chunk is no concern of it.
#pragma once

#include <cstddef>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_template.hpp>
#include <oaiwire/stream/shapes.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/stream/chunk_payload.hpp>
#endif

namespace oaiwire::inline v0_2::detail {

// The chunks of a stream live here, whoever reads them.
class event_matcher {
public:
    explicit event_matcher(const chunk_table& type)
        : shapes_(type.object), each_varying_(type.each_varying) {}

    // The chunk that was read or matched last, and one to read the next into, which it becomes.
    void* chunk() { return shapes_.chunk(); }
    void* another() { return shapes_.another(); }
    void* another_new() { return shapes_.another_new(); }
    // The same for a text of that size which matched no template.
    void* another(std::size_t size) {
        shapes_.missed(size);
        return shapes_.another();
    }
    // Is the next event that is read worth learning?
    bool due() const { return each_varying_ != nullptr && shapes_.due(); }
    // Is any template known?
    bool any() const { return shapes_.any(); }
    // The steps that were taken beside reading and what it saved, as shortcut_account counts them.
    std::size_t steps() const { return shapes_.steps(); }

    // Takes the next event from `events`, if it is like another: its JSON text and where in the
    // stream it begins. Of one that is there in part, the decoder is brought to where it would come
    // by itself.
    bool match(sse::decoder& events, std::string_view& text, std::size_t& offset);
    // The same of an event that the decoder has read; `event` is all of its bytes, if they are
    // there.
    bool match_data(const sse::item& item, std::string_view event, std::string_view& text,
                    std::size_t& offset);
    // The chunk was read from `text`, which should be all that is in this data, and nothing but it
    // came of that.
    void learn(std::string_view data, std::string_view event, std::string_view text,
               std::size_t interleaved);

private:
    bool match_rest(sse::decoder& events, std::string_view& text, std::size_t& offset);
    void begin(sse::decoder& events);

    stream_shapes shapes_;
    void (*each_varying_)(void* chunk, event_holes& holes);
    std::size_t resume_at_ = 0;  // where what was fed ended inside of an event like another
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE bool event_matcher::match(sse::decoder& events, std::string_view& text,
                                         std::size_t& offset) {
    if (!events.at_event_boundary()) return match_rest(events, text, offset);
    const std::string_view unread = events.unread();
    const std::size_t size = shapes_.match(unread);
    if (size == event_template::mismatch) return false;
    const std::size_t room = events.room_for_first();
    if (size > room) {
        // where it may be too large, the decoder decides
        if (size == event_template::partial && unread.size() <= room) begin(events);
        return false;
    }
    offset = events.offset();
    text = shapes_.pattern().text_in(unread.data(), size);
    events.consume(size);
    return true;
}

// All that is left is the beginning of an event like another.
OAIWIRE_INLINE void event_matcher::begin(sse::decoder& events) {
    const std::string_view before = shapes_.before();
    if (before != "data: " && before != "data:") return;
    if (events.unread().size() <= before.size()) return;
    events.begin(before.size());
    resume_at_ = events.offset();
}

// More of that event.
OAIWIRE_INLINE bool event_matcher::match_rest(sse::decoder& events, std::string_view& text,
                                              std::size_t& offset) {
    if (events.offset() != resume_at_ || !events.begun()) return false;
    const std::string_view unread = events.unread();
    const std::size_t size = shapes_.resume(unread);
    if (size == event_template::mismatch) return false;
    const bool partial = size == event_template::partial;
    const std::size_t taken = partial ? unread.size() : size;
    if (events.offset() - events.begun_at() + taken > events.room_for_first()) return false;
    if (partial) {
        events.go_on();
        resume_at_ = events.offset();
        return false;
    }
    offset = events.begun_at();
    const std::string_view value = events.finish_begun(size);
    text = shapes_.pattern().text_in_begun(value.data(), value.size());
    return true;
}

OAIWIRE_INLINE bool event_matcher::match_data(const sse::item& item, std::string_view event,
                                              std::string_view& text, std::size_t& offset) {
    if (item.kind != sse::item_kind::message || item.event == "error") return false;
    if (!shapes_.match_data(item.data)) return false;
    offset = item.offset;
    text = shapes_.pattern().text_in_data(item.data.data(), item.data.size());
    sse::framing frame;
    if (sse::has_usual_framing(event, item.data, frame)) {
        shapes_.reframe(frame.before, frame.after);
    }
    return true;
}

OAIWIRE_INLINE void event_matcher::learn(std::string_view data, std::string_view event,
                                         std::string_view text, std::size_t interleaved) {
    shapes_.expect(interleaved);
    if (data.size() > event_template::most_bytes) return;
    // the first of several texts is no event, and several lines are not framed like one
    const std::string_view whole = payload_text(data);
    if (text.data() != whole.data() || text.size() != whole.size()) return;
    if (data.find('\n') != std::string_view::npos) return;
    event_holes holes;
    each_varying_(shapes_.chunk(), holes);
    // to locate takes twice what it takes to copy and compare, byte by byte
    constexpr std::size_t for_a_try = 256;
    shapes_.spend(for_a_try + data.size() / 4 + 2 * holes.locate(text));
    sse::framing frame;
    if (!sse::has_usual_framing(event, data, frame)) frame = {};
    shapes_.learn(frame.before, data, frame.after, text, holes);
}

#endif

}  // namespace oaiwire::inline v0_2::detail
