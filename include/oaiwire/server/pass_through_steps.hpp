// pass_through_steps: definitions of the functions of pass_through.
//
// The bytes are processed in regions of whole events: what is borrowed up to the last blank line,
// after the event whose beginning was held. The machine reads a region and finds what each event
// is; at_ follows with what is forwarded.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_drops.hpp>
#include <oaiwire/server/pass_through_ends.hpp>
#include <oaiwire/server/pass_through_framing.hpp>
#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The offset of the first event of more than `most` bytes; no_boundary if there is none.
OAIWIRE_ADAPTER_INLINE std::size_t too_large_event(std::string_view region, std::size_t most) {
    if (region.size() <= most) return no_boundary;
    for (std::size_t start = 0; start != region.size();) {
        const std::size_t size = first_boundary({}, region.substr(start));
        // the blank line of the last event may be one CR, which only the next byte would confirm
        const std::size_t whole = size != no_boundary ? size : region.size() - start;
        if (whole > most) return start;
        start += whole;
    }
    return no_boundary;
}

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 {

template <class F>
void pass_through::guarded(F&& f) {
    within_memory(f, [this] { out_of_memory(); });
}

OAIWIRE_ADAPTER_INLINE pass_through::pass_through(const stream_kind& kind,
                                                  pass_through_options options)
    : kind_(&kind),
      options_(std::move(options)),
      machine_(*kind.chunk, options_.bounds, options_.mode) {
    machine_.leave_texts();
    guarded([this] {
        const auto quote = [](std::string& to, std::string_view text) {
            if (!text.empty() && !json::detail::append_string(to, text)) to.clear();
        };
        quote(model_, options_.model);
        quote(id_, options_.id);
        patches_ = !model_.empty() || !id_.empty();
    });
}

OAIWIRE_ADAPTER_INLINE void pass_through::feed(std::string_view bytes) {
    guarded([&] {
        keep();
        if (!closed_ && !stopped_ && !bytes.empty()) take(bytes);
    });
}

OAIWIRE_ADAPTER_INLINE void pass_through::finish() {
    close({});
}

OAIWIRE_ADAPTER_INLINE void pass_through::fail(oaiwire::error why) {
    if (why.code == errc::ok) why = make_error(errc::transport_failed);
    close(std::move(why));
}

// What was held is the last of the stream. `why`: errc::ok if the body is complete.
OAIWIRE_ADAPTER_INLINE void pass_through::close(oaiwire::error why) {
    if (std::exchange(closed_, true) || failed_) return;
    if (why.code == errc::cancelled) stopped_ = withheld_ = true;
    failure_ = std::move(why);
    guarded([this] {
        keep();
        crossing_.swap(held_);
        held_.clear();
        json_ ? finish_json() : process(crossing_);
    });
}

// After the last byte.
OAIWIRE_ADAPTER_INLINE void pass_through::close_machine() {
    if (failure_.code == errc::ok) return machine_.finish();
    machine_.fail(std::exchange(failure_, {}));
}

OAIWIRE_ADAPTER_INLINE void pass_through::keep_alive() {
    if (stopped_) return;
    guarded([this] {
        keep();
        kept_.append(":\n\n");
        unsent_size_ += 3;
    });
}

OAIWIRE_ADAPTER_INLINE std::size_t pass_through::unsent(std::span<std::string_view> pieces) const {
    std::size_t n = 0;
    if (n != pieces.size() && kept_at_ != kept_.size()) pieces[n++] = kept();
    for (std::size_t i = piece_at_; n != pieces.size() && i != pieces_.size(); ++i) {
        pieces[n++] = pieces_[i];
    }
    return n;
}

OAIWIRE_ADAPTER_INLINE void pass_through::sent(std::size_t n) {
    n = std::min(n, unsent_size_);
    unsent_size_ -= n;
    const std::size_t of_kept = std::min(n, kept_.size() - kept_at_);
    sent_kept(kept_at_ + of_kept);
    n -= of_kept;
    while (n != 0) {
        std::string_view& piece = pieces_[piece_at_];
        const std::size_t taken = std::min(n, piece.size());
        piece.remove_prefix(taken);
        n -= taken;
        if (piece.empty()) ++piece_at_;
    }
}

// The first `n` bytes of kept_ were sent.
OAIWIRE_ADAPTER_INLINE void pass_through::sent_kept(std::size_t n) {
    kept_at_ = n;
    if (kept_at_ != kept_.size()) return;
    constexpr std::size_t most_idle = 16 * 1024;
    if (kept_.capacity() > most_idle) std::string().swap(kept_);
    kept_.clear();
    kept_at_ = 0;
}

// Copies pieces that are unsent, as what they view may be gone.
OAIWIRE_ADAPTER_INLINE void pass_through::keep() {
    if (piece_at_ != pieces_.size()) {
        if (kept_at_ > kept_.size() / 2) {
            kept_.erase(0, kept_at_);
            kept_at_ = 0;
        }
        for (; piece_at_ != pieces_.size(); ++piece_at_) kept_.append(pieces_[piece_at_]);
    }
    pieces_.clear();
    piece_at_ = 0;
}

OAIWIRE_ADAPTER_INLINE void pass_through::push(std::string_view piece) {
    if (piece.empty()) return;
    pieces_.push_back(piece);
    unsent_size_ += piece.size();
}

OAIWIRE_ADAPTER_INLINE void pass_through::take(std::string_view bytes) {
    if (!begun_) {
        const std::size_t first = start_.find(bytes);
        begun_ = first != bytes.size();
        json_ = begun_ && (bytes[first] == '{' || bytes[first] == '[');
        if (json_) {
            // comments before it are events, however they are split
            take_events(bytes.substr(0, first));
            bytes.remove_prefix(first);
            machine_.feed(held_);
        }
    }
    json_ ? take_json(bytes) : take_events(bytes);
}

OAIWIRE_ADAPTER_INLINE void pass_through::take_events(std::string_view bytes) {
    if (!held_.empty()) {
        const std::size_t size = detail::first_boundary(held_, bytes);
        if (size == detail::no_boundary) return hold(bytes);
        crossing_.swap(held_);
        held_.clear();
        crossing_.append(bytes.substr(0, size));
        bytes.remove_prefix(size);
        process(crossing_);
    }
    const std::size_t size = detail::last_boundary(bytes);
    process(bytes.substr(0, size));
    hold(bytes.substr(size));
}

// Keeps the beginning of an event. On the heap at any size: pieces view it, and this object may
// move.
OAIWIRE_ADAPTER_INLINE void pass_through::hold(std::string_view bytes) {
    if (stopped_ || bytes.empty()) return;
    constexpr std::size_t least = 256;
    if (held_.capacity() < least) held_.reserve(least);
    held_.append(bytes);
    if (held_.size() <= options_.bounds.event) return;
    refuse(stream_end::limit,
           make_error(errc::limit_exceeded, "a server-sent event is larger than limits::event", {},
                      read_ + options_.bounds.event));
}

// A JSON text in place of an event stream is forwarded when it is whole.
OAIWIRE_ADAPTER_INLINE void pass_through::take_json(std::string_view bytes) {
    machine_.feed(bytes);
    machine_.next();  // there is no chunk before the end, but a limit
    if (machine_.ended()) return write_error_event();
    held_.append(bytes);
}

OAIWIRE_ADAPTER_INLINE void pass_through::finish_json() {
    close_machine();
    while (const void* chunk = machine_.next()) kind_->read(chunk, options_.wanted, facts_);
    if (stopped_) return;
    if (!machine_.ok()) return write_error_event();
    stopped_ = true;
    at_ = crossing_.data();
    detail::each_patched(
        crossing_, patched(),
        [&](std::string_view value, detail::patched_member m) { replace(value, m); });
    push({at_, static_cast<std::size_t>(crossing_.data() + crossing_.size() - at_)});
}

// Reads whole events, or at the end what is left, and forwards them.
OAIWIRE_ADAPTER_INLINE void pass_through::process(std::string_view region) {
    const std::size_t too_large = detail::too_large_event(region, options_.bounds.event);
    if (too_large != detail::no_boundary) region = region.substr(0, too_large);
    if (!closed_ && (stopped_ || (region.empty() && too_large == detail::no_boundary))) return;
    at_ = event_end_ = region.data();
    region_ = region;
    region_start_ = read_;
    read_ += region.size();
    const std::size_t skipped = machine_.statistics().skipped_count;
    machine_.feed(region);
    if (closed_) close_machine();
    delivered_ = false;
    skipped_ = skipped;
    // after an event that matched a template and was the last of the region, nothing has ended
    bool more = !take_run() || machine_.read_to() != read_ || closed_;
    while (more) {
        void* const chunk = machine_.next();
        if (chunk == nullptr) break;
        const bool hit = machine_.template_hits() != hits_;
        hits_ = machine_.template_hits();
        if (!hit) {
            take_miss(chunk);
            continue;
        }
        take_hit(chunk);
        take_run();
        more = machine_.read_to() != read_ || closed_;
    }
    if (machine_.ended() && !machine_.ok()) return end_badly();
    if (stopped_) return;
    if (const std::size_t cut = machine_.cut_at(); cut != error::no_offset && !withheld_) {
        forward(at_offset(cut));
        withheld_ = true;
    }
    forward(region.data() + region.size());
    if (too_large != detail::no_boundary) {
        refuse(stream_end::limit,
               make_error(errc::limit_exceeded, "a server-sent event is larger than limits::event",
                          {}, read_ + options_.bounds.event));
    }
}

OAIWIRE_ADAPTER_INLINE const char* pass_through::at_offset(std::size_t offset) const {
    const std::size_t within = offset > region_start_ ? offset - region_start_ : 0;
    return region_.data() + std::min(within, region_.size());
}

// An event that equals an earlier one but for texts and counts.
OAIWIRE_ADAPTER_INLINE void pass_through::take_hit(void* chunk) {
    delivered_ = true;
    known_chunk& known = known_for(chunk);
    if (kind_->sequence != nullptr) note_sequence(chunk);
    if (known.chunk != chunk) return take_unknown(chunk);
    if (known.has_usage) kind_->read_usage(chunk, facts_);
    if (known.is_dropped && drop_event()) return;
    if (!patches_) {
        known.is_settled = true;
        return;
    }
    const std::string_view text = machine_.payload();
    const char* const begin = at_offset(machine_.statistics().event_offset);
    if (begin != event_end_ || !detail::is_within(text, region_)) return forward_to_read();
    if (!known.is_settled) settle(known, text);
    if (!known.is_placed) return forward_to_read();
    for (const auto& place : known.places) {
        const std::size_t at = place.from_end ? text.size() - place.at : place.at;
        replace(text.substr(at, place.size), place.which);
    }
    event_end_ = at_offset(machine_.read_to());
}

// Events that equal the last one but for texts and counts, one after another. False: there is none.
OAIWIRE_ADAPTER_INLINE bool pass_through::take_run() {
    known_chunk& known = known_[last_known_];
    if (known.chunk == nullptr || machine_.chunk() != known.chunk || !known.is_settled ||
        known.is_dropped) {
        return false;
    }
    std::size_t n = 0;
    if (!patches_) {
        n = machine_.take_run([](std::string_view, std::string_view) {});
    } else if (known.is_placed && event_end_ == at_offset(machine_.read_to())) {
        n = machine_.take_run([&](std::string_view event, std::string_view text) {
            for (const auto& place : known.places) {
                const std::size_t at = place.from_end ? text.size() - place.at : place.at;
                replace(text.substr(at, place.size), place.which);
            }
            event_end_ = event.data() + event.size();
        });
    }
    if (n == 0) return false;
    delivered_ = true;
    hits_ += n;
    if (known.has_usage) kind_->read_usage(known.chunk, facts_);
    if (kind_->sequence != nullptr) note_sequence(known.chunk);
    return true;
}

// The same, if there is no record of the earlier event: there are more than records.
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE void pass_through::take_unknown(const void* chunk) {
    if (options_.wanted.usage) kind_->read_usage(chunk, facts_);
    if (drops(chunk) && drop_event()) return;
    forward_to_read();
}

// Notes where the values are, relative to what the template of this event does not vary.
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE void pass_through::settle(known_chunk& known,
                                                               std::string_view text) {
    known.is_settled = true;
    known.places.clear();
    detail::each_patched(text, patched(), [&](std::string_view value, detail::patched_member m) {
        known.places.add(text, value, m);
    });
    known.is_placed = known.places.settle(text.size(), machine_.text_before_slots(),
                                          text.size() - machine_.text_after_slots());
}

OAIWIRE_ADAPTER_INLINE void pass_through::note_sequence(const void* chunk) {
    if (const std::int64_t n = kind_->sequence(chunk); n >= 0) sequence_ = n;
}

OAIWIRE_ADAPTER_INLINE void pass_through::take_miss(void* chunk) {
    kind_->read(chunk, options_.wanted, facts_);
    if (kind_->sequence != nullptr) note_sequence(chunk);
    delivered_ = delivered_ || !machine_.payload().empty();
    last_event_ = machine_.statistics().event_offset;
    known_chunk& known = known_for(chunk);
    if (known.chunk != chunk) {
        known_[next_known_].chunk = chunk;
        last_known_ = next_known_;
        next_known_ = (next_known_ + 1) % known_.size();
    }
    known_[last_known_].has_usage = options_.wanted.usage && kind_->has_usage(chunk);
    known_[last_known_].is_dropped = drops(chunk);
    known_[last_known_].is_settled = false;
    // text that was held until the end is of no event; after one that was cut, nothing is forwarded
    if (machine_.payload().empty() || machine_.cut_at() != error::no_offset) return;
    if (known_[last_known_].is_dropped && drop_event()) return;
    forward_to_read();
}

// The record of a chunk; another one if there is none.
OAIWIRE_ADAPTER_INLINE pass_through::known_chunk& pass_through::known_for(const void* chunk) {
    for (std::size_t i = 0; i != known_.size() && known_[last_known_].chunk != chunk; ++i) {
        last_known_ = (last_known_ + 1) % known_.size();
    }
    return known_[last_known_];
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
