// realtime_transcript: what was said in a session, by whom. Knows no audio and no sending.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/open_enum.hpp>

namespace oaiwire { inline namespace v0_2 {

struct RealtimeMessage;

// A message of the conversation.
struct realtime_turn {
    std::string item_id{};
    open_enum<Role> role{};    // user, assistant or system
    std::string text{};        // and transcripts, as far as they came
    bool complete = false;     // no more of it will come, but the transcript of a user's audio
    bool interrupted = false;  // the user did not hear all of it
    std::size_t part_at = 0;   // where the text of its last part begins
    std::int64_t part = 0;     // the index of that part
    friend bool operator==(const realtime_turn&, const realtime_turn&) = default;
};

// The messages of a conversation in their order. Bounded: of more than `turns` the oldest are
// forgotten; a turn whose text exceeds `text` bytes is an error.
class realtime_transcript {
public:
    realtime_transcript(std::size_t turns, std::size_t text) : most_(turns), text_(text) {}

    // The messages, the oldest first.
    const std::vector<realtime_turn>& turns() const { return turns_; }

    // A message that is new or has changed, behind the item `previous` ("": at the end). All of
    // these return errc::limit_exceeded if the text is too long.
    errc take(const RealtimeMessage& message, std::string_view previous, bool complete);
    // More of the text of a part.
    errc add(std::string_view item_id, std::int64_t part, std::string_view piece);
    // The whole text of a part.
    errc set(std::string_view item_id, std::int64_t part, std::string_view text);
    // The user did not hear all of it.
    void interrupt(std::string_view item_id);
    // The item is no longer in the conversation.
    void remove(std::string_view item_id);

private:
    realtime_turn* find(std::string_view item_id);
    // Made if there is none: by the assistant, whose deltas may come without an item before them.
    realtime_turn& turn(std::string_view item_id);
    errc append(realtime_turn& to, std::string_view piece) const;

    std::vector<realtime_turn> turns_{};
    std::size_t most_;
    std::size_t text_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/types/realtime_items.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE realtime_turn* realtime_transcript::find(std::string_view item_id) {
    for (std::size_t i = turns_.size(); i-- != 0;) {
        if (turns_[i].item_id == item_id) return &turns_[i];
    }
    return nullptr;
}

OAIWIRE_ADAPTER_INLINE realtime_turn& realtime_transcript::turn(std::string_view item_id) {
    if (realtime_turn* known = find(item_id)) return *known;
    if (turns_.size() >= most_ && !turns_.empty()) turns_.erase(turns_.begin());
    turns_.push_back({.item_id = std::string(item_id), .role = Role::assistant});
    return turns_.back();
}

OAIWIRE_ADAPTER_INLINE errc realtime_transcript::append(realtime_turn& to,
                                                        std::string_view piece) const {
    if (piece.size() > text_ - (std::min)(text_, to.text.size())) return errc::limit_exceeded;
    append_within(to.text, piece, text_);
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE errc realtime_transcript::add(std::string_view item_id, std::int64_t part,
                                                     std::string_view piece) {
    realtime_turn& to = turn(item_id);
    if (part != to.part) {
        to.part = part;
        to.part_at = to.text.size();
    }
    return append(to, piece);
}

OAIWIRE_ADAPTER_INLINE errc realtime_transcript::set(std::string_view item_id, std::int64_t part,
                                                     std::string_view text) {
    realtime_turn& to = turn(item_id);
    if (part == to.part) to.text.resize(to.part_at);
    return add(item_id, part, text);
}

// The text of a message that is complete replaces the deltas, unless it has none: audio comes
// without its transcript.
OAIWIRE_ADAPTER_INLINE errc realtime_transcript::take(const RealtimeMessage& message,
                                                      std::string_view previous, bool complete) {
    if (!message.id) return errc::ok;
    const bool known = find(*message.id) != nullptr;
    realtime_turn* to = &turn(*message.id);
    if (message.role) to->role = *message.role;
    if (complete) to->complete = true;
    const realtime_turn* const before = previous.empty() ? nullptr : find(previous);
    // an item that names itself stays at the end
    if (!known && before != nullptr && before != to) {
        const auto at = before - turns_.data() + 1;
        std::rotate(turns_.begin() + at, turns_.end() - 1, turns_.end());
        to = &turns_[static_cast<std::size_t>(at)];
    }
    bool first = true;
    std::int64_t part = 0;
    for (const RealtimeContentPart& content : message.content) {
        const auto* text = content.text         ? &*content.text
                           : content.transcript ? &*content.transcript
                                                : nullptr;
        if (text != nullptr && !text->empty()) {
            if (std::exchange(first, false)) {
                to->text.clear();
                to->part_at = 0;
                to->part = part;
            }
            if (const errc code = add(*message.id, part, *text); code != errc::ok) return code;
        }
        ++part;
    }
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE void realtime_transcript::interrupt(std::string_view item_id) {
    if (realtime_turn* at = find(item_id)) at->interrupted = true;
}

OAIWIRE_ADAPTER_INLINE void realtime_transcript::remove(std::string_view item_id) {
    std::erase_if(turns_, [&](const realtime_turn& t) { return t.item_id == item_id; });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
