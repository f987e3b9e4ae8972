// template_cache: the chunks that a stream is decoded into, each with the template of the event
// that it was read from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/matcher/event_template.hpp>
#include <oaiwire/stream/matcher/match_budget.hpp>

namespace oaiwire::inline v0_2::detail {

// An LRU cache: one entry for each answer that comes interleaved with others, at most `capacity`.
// Without interleaving there is one entry, which every event reuses. Entries are on the heap since
// templates point into their chunks; moving the cache moves no chunk.
class template_cache {
public:
    static constexpr std::size_t capacity = 8;

    explicit template_cache(const object_type& chunks) : chunk_type_(&chunks) {}

    // The chunk that was read or matched last. There must have been one.
    void* chunk() const { return current_->chunk.get(); }
    // The template of that chunk.
    const event_template& current() const { return current_->pattern; }
    // Whether any template is known.
    bool any() const { return known() != 0; }

    // Gives a chunk to read the next event into, and makes its entry the current one: the least
    // recently used, or a new one if interleaved answers need more. Its template is forgotten.
    void* next_chunk();
    // The same with a newly constructed chunk.
    void* new_chunk();

    // Compares with each template, beginning with the one after the current: answers tend to take
    // turns. On a match its entry becomes the current one. Results as of event_template::match().
    std::size_t match(std::string_view bytes) {
        return find([&](event_template& t) { return t.match(bytes); });
    }
    // The same for the data of an event, without framing.
    bool match_data(std::string_view data) {
        return find([&](event_template& t) { return std::size_t{t.match_data(data)}; }) != 0;
    }
    // Continues after match() or resume() returned event_template::partial, with the template that
    // was then compared or another with the same beginning.
    std::size_t resume(std::string_view bytes);
    // The template of that partial match.
    const event_template& partial() const { return entries_[partial_]->pattern; }

    // An event of that size matched no template. Forgets all of them once the budget is overdrawn.
    void add_miss(std::size_t size);
    // Whether the budget allows to learn an event.
    bool may_learn() const { return budget_.may_learn(); }
    // See match_budget.
    void spend(std::size_t steps) { budget_.spend(steps); }
    std::size_t steps() const { return budget_.spent(); }

    // The current chunk was read from this event: see event_template::learn().
    void learn(std::string_view before, std::string_view data, std::string_view after,
               std::string_view text, const template_slots& slots);
    // See event_template::reframe(); for the current one.
    void reframe(std::string_view before, std::string_view after) {
        current_->pattern.reframe(before, after);
    }
    // `n` answers are known to be interleaved: allows that many entries, up to `capacity`.
    void expect(std::size_t n) { wanted_ = static_cast<std::uint8_t>(std::min(n, capacity)); }

private:
    struct entry {
        explicit entry(const object_type& type) : chunk(make_object(type)) {}

        event_template pattern{};
        std::uint64_t last_used = 0;  // clock_ when it was learnt or matched last
        any_object chunk;
    };

    std::size_t known() const;
    std::size_t after(std::size_t i) const { return i + 1 < entries_.size() ? i + 1 : 0; }
    std::size_t least_recently_used() const;
    void make_current(std::size_t i) {
        at_ = static_cast<std::uint8_t>(i);
        current_ = entries_[i].get();
    }
    std::size_t found(std::size_t i, std::size_t size) {
        if (size == event_template::partial) {
            partial_ = static_cast<std::uint8_t>(i);
            return size;
        }
        make_current(i);
        clock_ += current_->pattern.saved();
        current_->last_used = clock_;
        return size;
    }
    // After a mismatch of this template: pays for the comparison.
    [[gnu::noinline]] bool may_go_on(event_template& t) {
        budget_.spend(t.take_mismatch_cost());
        return budget_.may_match();
    }
    template <class F>
    std::size_t find(F&& match) {
        std::size_t i = at_;
        for (std::size_t n = entries_.size(); n != 0; --n) {
            i = after(i);
            event_template& t = entries_[i]->pattern;
            if (!t.known()) continue;
            const std::size_t size = match(t);
            if (size != event_template::mismatch) return found(i, size);
            if (!t.mismatched_at_once() && !may_go_on(t)) break;
        }
        return event_template::mismatch;
    }

    const object_type* chunk_type_;
    std::vector<std::unique_ptr<entry>> entries_{};
    match_budget budget_{};
    std::uint64_t clock_ = 0;    // advances with each match by the steps saved, so that a match
                                 // costs one addition
    std::uint64_t settled_ = 0;  // the part of these steps that budget_ has been given
    entry* current_ = nullptr;
    std::uint8_t at_ = 0;       // the index of the current entry
    std::uint8_t partial_ = 0;  // the entry of the last partial match
    std::uint8_t wanted_ = 1;   // entries that may be made
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void* template_cache::next_chunk() {
    std::size_t i = least_recently_used();
    if (entries_.empty() || (entries_.size() < wanted_ && entries_[i]->pattern.known())) {
        // behind the current one: it belongs to the answer that came after that
        i = entries_.empty() ? 0 : at_ + std::size_t{1};
        entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(i),
                        std::make_unique<entry>(*chunk_type_));
    }
    make_current(i);
    current_->pattern.forget();
    return chunk();
}

OAIWIRE_INLINE void* template_cache::new_chunk() {
    next_chunk();
    current_->chunk = make_object(*chunk_type_);
    return chunk();
}

OAIWIRE_INLINE std::size_t template_cache::resume(std::string_view bytes) {
    const std::size_t begun = partial_;
    std::size_t i = begun;
    for (std::size_t n = entries_.size(); n != 0; --n, i = after(i)) {
        event_template& t = entries_[i]->pattern;
        if (i != begun) {
            if (!t.known()) continue;
            budget_.spend(partial().partial_size() / 16);
            if (!t.resume_from(entries_[begun]->pattern)) continue;
        }
        const std::size_t size = t.resume(bytes);
        if (size != event_template::mismatch) return found(i, size);
        if (!t.mismatched_at_once() && !may_go_on(t)) break;
    }
    return event_template::mismatch;
}

OAIWIRE_INLINE void template_cache::learn(std::string_view before, std::string_view data,
                                          std::string_view after, std::string_view text,
                                          const template_slots& slots) {
    current_->pattern.learn(before, data, after, text, slots);
    if (current_->pattern.known()) current_->last_used = ++clock_;
}

OAIWIRE_INLINE void template_cache::add_miss(std::size_t size) {
    budget_.add_saved(clock_ - settled_);
    settled_ = clock_;
    budget_.add_read(size);
    const std::size_t n = known();
    // each was tried twice, with the bytes of the stream and with the event's data
    constexpr std::size_t for_a_try = 8;
    budget_.spend(2 * n * (for_a_try + size / 16));
    if (n == 0 || budget_.may_match()) return;
    for (const auto& e : entries_) e->pattern.forget();
}

OAIWIRE_INLINE std::size_t template_cache::known() const {
    std::size_t n = 0;
    for (const auto& e : entries_) n += e->pattern.known() ? 1 : 0;
    return n;
}

// An entry without a template comes before all others.
OAIWIRE_INLINE std::size_t template_cache::least_recently_used() const {
    std::size_t found = 0;
    for (std::size_t i = 0; i != entries_.size(); ++i) {
        if (!entries_[i]->pattern.known()) return i;
        if (entries_[i]->last_used < entries_[found]->last_used) found = i;
    }
    return found;
}

#endif

}  // namespace oaiwire::inline v0_2::detail
