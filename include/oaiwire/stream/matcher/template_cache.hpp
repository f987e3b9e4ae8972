// template_cache: the chunks that a stream is decoded into, each with the template of the event
// that it was read from.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/known_head.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/matcher/event_template.hpp>
#include <oaiwire/stream/matcher/match_budget.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// An LRU cache: one entry for each answer that comes interleaved with others, at most `capacity`.
// Without interleaving there is one entry, which every event reuses. Entries are on the heap since
// templates point into their chunks; moving the cache moves no chunk.
class template_cache {
public:
    static constexpr std::size_t capacity = 8;

    explicit template_cache(const chunk_table& chunks) : first_(nullptr, {&chunks}) {}

    const chunk_table& type() const { return *first_.get_deleter().type; }

    // The chunk that was read or matched last. There must have been one.
    void* chunk() const { return current_->chunk(); }
    // The template of that chunk.
    const event_template& current() const { return current_->pattern; }
    // Whether any template is known.
    bool any() const { return known() != 0; }
    // The same, or an event is kept.
    bool may_match() const;

    // What is known of the beginning of that chunk's text: it has those values until its template
    // is learnt, which may change them. The bytes are those of the template.
    json::detail::known_head& head() { return current_->head; }
    bool knows_head(std::string_view text, bool wanted) {
        const char* const stored = current_->lent ? current_->lent : current_->pattern.bytes();
        return head().suits(text, stored, wanted);
    }
    // `stays`: until own_heads() is called, which is of use if lends().
    void keep_head(std::string_view text, bool stays);
    bool lends() const { return lends_; }
    void own_heads();
    void forget_heads() {
        each_entry([](entry& e) { e.head.forget(); });
    }

    // Gives a chunk to read the next event into, and makes its entry the current one: the least
    // recently used, or a new one if interleaved answers need more. Its template is forgotten.
    void* next_chunk();
    // The same with a newly constructed chunk.
    void* new_chunk();

    // Compares with each template. On a match its entry becomes the current one. Begins with the
    // current one if it matched twice in turn; otherwise with the one after it, as answers tend to
    // take turns. `size`: what match_current() gave, if repeats(). Results as of
    // event_template::match().
    static constexpr std::size_t not_tried = static_cast<std::size_t>(-2);
    std::size_t match(std::string_view bytes, std::size_t size = not_tried) {
        return find([&](event_template& t) {
            const std::size_t given = std::exchange(size, not_tried);
            return given != not_tried ? given : t.match(bytes, choices_);
        });
    }
    // The same for the data of an event, without framing.
    bool match_data(std::string_view data) {
        return find([&](event_template& t) { return std::size_t{t.match_data(data, choices_)}; }) !=
               0;
    }
    // Whether any is known, and one matched or was learnt since the last miss.
    bool matched_lately() const { return clock_ != settled_ && any(); }
    // Whether the current template is known and matched twice in turn.
    bool repeats() const { return repeats_; }
    // The same for an event without what precedes its data.
    bool match_value(std::string_view value) {
        return find([&](event_template& t) { return t.match_value(value, choices_); }) != 0;
    }
    // Continues after match() or resume() returned event_template::partial, with the template that
    // was then compared or another with the same beginning.
    std::size_t resume(std::string_view bytes);
    // The template of that partial match.
    const event_template& partial() const { return partial_->pattern; }

    // Compares with the current template alone. What a mismatch costs is paid when match() follows.
    std::size_t match_current(std::string_view bytes, std::size_t passed = 0) {
        return current_->pattern.match(bytes, choices_, passed);
    }
    // So many events matched it.
    void add_hits(std::size_t n) {
        clock_ += n * current_->pattern.saved();
        current_->last_used = clock_;
    }
    // Whether there is such a template, for events of one line.
    bool any_current() const {
        return first_ && current_->pattern.known() && !current_->pattern.has_lines();
    }

    // An event of that size matched no template. Forgets all of them if none matched lately, or the
    // budget is overdrawn.
    void add_miss(std::size_t size);
    // Whether the budget allows to learn an event.
    bool may_learn() const { return budget_.may_learn(); }
    // See match_budget.
    void spend(std::size_t steps) { budget_.spend(steps); }
    std::size_t steps() const { return budget_.spent(); }
    // Counts steps that are not spent on templates.
    void add_steps(std::size_t n) { budget_.count(n); }

    // The current chunk was read from this event: see event_template::keep().
    void keep(std::string_view before, std::string_view data, std::string_view after,
              std::string_view text) {
        current_->pattern.keep(before, data, after, text);
        if (!current_->pattern.kept()) return;
        head().store(current_->pattern.text_offset());
        current_->lent = nullptr;
    }
    // An event that was kept and not learnt yet, with its chunk; null: there is none.
    struct kept_event {
        void* chunk = nullptr;
        std::string_view text{};
    };
    kept_event kept() const;
    // Makes the template of that event. See event_template::learn().
    void learn(const template_slots& slots);
    // See event_template::reframe(); for the current one.
    void reframe(std::string_view before, std::string_view after) {
        current_->pattern.reframe(before, after);
    }
    // Templates that are learnt from now on leave texts unwritten.
    void leave_texts() { leaves_texts_ = true; }
    bool leaves_texts() const { return leaves_texts_; }
    // `n` answers or forms are known to take turns: allows that many entries, up to `capacity`.
    void expect(std::size_t n) {
        wanted_ = static_cast<std::uint8_t>(std::clamp<std::size_t>(n, wanted_, capacity));
    }
    // The choices whose events change nothing but the chunk.
    void set_choices(event_template::choice_set ready) { choices_ = ready; }

private:
    // Its chunk follows it in the same memory.
    struct entry {
        static constexpr std::size_t size();
        void* chunk() { return reinterpret_cast<char*>(this) + size(); }

        event_template pattern{};
        entry* next = this;           // a ring, in the order of the answers
        std::uint64_t last_used = 0;  // clock_ when it was learnt or matched last
        json::detail::known_head head{};
        // the beginning of the text, if the pattern has not got it: it is in the caller's bytes
        const char* lent = nullptr;
    };
    // Ends all entries of a ring.
    struct destroy_entries {
        const chunk_table* type;
        void operator()(entry* first) const;
        void end(entry* e) const;
    };

    template <class F>
    void each_entry(F&& f) const {
        if (!first_) return;
        entry* e = first_.get();
        do {
            f(*e);
        } while ((e = e->next) != first_.get());
    }
    std::size_t known() const;
    entry* kept_entry() const;
    void add_entry();
    void drop(entry* e);
    entry* least_recently_used() const;
    std::size_t found(entry* e, std::size_t size) {
        if (size == event_template::partial) {
            partial_ = e;
            return size;
        }
        clock_ += e->pattern.saved();
        e->last_used = clock_;
        repeats_ = e == current_;
        current_ = e;
        return size;
    }
    // After a mismatch of this template: pays for the comparison.
    [[gnu::noinline]] bool may_go_on(event_template& t) {
        budget_.spend(t.take_mismatch_cost());
        return budget_.may_match();
    }
    template <class F>
    std::size_t find(F&& match) {
        if (!first_) return event_template::mismatch;
        entry* const begin = repeats_ ? current_ : current_->next;
        entry* e = begin;
        do {
            if (!e->pattern.known()) continue;
            const std::size_t size = match(e->pattern);
            if (size != event_template::mismatch) return found(e, size);
            if (!e->pattern.mismatched_at_once() && !may_go_on(e->pattern)) break;
        } while ((e = e->next) != begin);
        return event_template::mismatch;
    }

    std::unique_ptr<entry, destroy_entries> first_;  // the one made last
    match_budget budget_{};
    std::uint64_t clock_ = 0;    // advances with each match by the steps saved, so that a match
                                 // costs one addition
    std::uint64_t settled_ = 0;  // the part of these steps that budget_ has been given
    entry* current_ = nullptr;
    entry* partial_ = nullptr;  // of the last partial match
    event_template::choice_set choices_ = 0;
    std::uint32_t gained_ = 0;  // steps that matches saved since templates were dropped
    std::uint8_t size_ = 0;     // entries
    std::uint8_t wanted_ = 1;   // entries that may be made
    std::uint8_t misses_ = 0;   // since the last match, while any template was known
    std::uint8_t doubt_ = 0;    // templates in turn that did not save what they cost, up to 3
    static constexpr std::uint8_t most_unfit = 10;
    std::uint8_t unfit_ = 0;  // templates in turn that matched nothing
    bool leaves_texts_ = false;
    bool repeats_ = false;  // the current template is known and matched twice in turn
    bool lends_ = false;    // an entry may have a head that is lent
};

// No chunk has a larger alignment, see object_type_of.
constexpr std::size_t template_cache::entry::size() {
    static_assert(alignof(entry) >= alignof(widest_members));
    return sizeof(entry);
}

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void template_cache::destroy_entries::operator()(entry* first) const {
    entry* e = std::exchange(first->next, nullptr);
    while (e != nullptr) end(std::exchange(e, e->next));
}

OAIWIRE_INLINE void template_cache::destroy_entries::end(entry* e) const {
    type->object.destroy(e->chunk());
    std::destroy_at(e);
    free_memory()(e);
}

OAIWIRE_INLINE void* template_cache::next_chunk() {
    if (!first_) add_entry();
    entry* e = least_recently_used();
    // more are of no use where those that were learnt matched nothing
    if (e->pattern.known() && size_ < wanted_ && unfit_ < most_unfit) {
        add_entry();
        e = first_.get();
    }
    e->pattern.forget();
    current_ = e;
    repeats_ = false;
    return chunk();
}

// Behind the current entry: it belongs to the answer that came after that.
[[gnu::noinline]] OAIWIRE_INLINE void template_cache::add_entry() {
    auto memory = make_memory(entry::size() + type().object.size);
    type().object.construct(static_cast<char*>(memory.get()) + entry::size());
    auto* const made = ::new (memory.release()) entry;
    if (first_) made->next = std::exchange(current_->next, made);
    static_cast<void>(first_.release());
    first_.reset(made);
    ++size_;
}

// With an entry in place of the one that would be used.
[[gnu::cold]] OAIWIRE_INLINE void* template_cache::new_chunk() {
    next_chunk();
    drop(current_);
    add_entry();
    current_ = first_.get();
    return chunk();
}

// The one before it becomes the current one.
[[gnu::cold]] OAIWIRE_INLINE void template_cache::drop(entry* e) {
    if (lends_) own_heads();
    entry* before = e;
    while (before->next != e) before = before->next;
    before->next = e->next;
    if (before == e) before = nullptr;
    if (first_.get() == e) {
        static_cast<void>(first_.release());
        first_.reset(before);
    }
    first_.get_deleter().end(e);
    --size_;
    current_ = partial_ = before;
}

OAIWIRE_INLINE std::size_t template_cache::resume(std::string_view bytes) {
    if (!first_) return event_template::mismatch;
    entry* const begun = partial_;
    entry* e = begun;
    do {
        event_template& t = e->pattern;
        if (!t.known()) continue;
        if (e != begun) {
            budget_.spend(begun->pattern.partial_size() / 16);
            if (!t.resume_from(begun->pattern)) continue;
        }
        const std::size_t size = t.resume(bytes, choices_);
        if (size != event_template::mismatch) return found(e, size);
        if (!t.mismatched_at_once() && !may_go_on(t)) break;
    } while ((e = e->next) != begun);
    return event_template::mismatch;
}

// Of an event that was not kept. It is copied when the bytes that it came with are all read: few
// streams of one read need that. Who leaves texts takes runs of events, and may be done with the
// bytes then.
OAIWIRE_INLINE void template_cache::keep_head(std::string_view text, bool stays) {
    current_->lent = text.data();
    lends_ = stays && !leaves_texts_;
    head().store(0);
    if (!lends_) own_heads();
}

[[gnu::noinline]] OAIWIRE_INLINE void template_cache::own_heads() {
    lends_ = false;
    each_entry([](entry& e) {
        const char* const from = std::exchange(e.lent, nullptr);
        if (from == nullptr || !e.head.is_stored()) return;
        e.pattern.keep_beginning({from, e.head.size()});
    });
}

OAIWIRE_INLINE template_cache::entry* template_cache::kept_entry() const {
    entry* found = nullptr;
    each_entry([&](entry& e) {
        if (e.pattern.kept()) found = &e;
    });
    return found;
}

OAIWIRE_INLINE template_cache::kept_event template_cache::kept() const {
    entry* const e = kept_entry();
    return e == nullptr ? kept_event() : kept_event{e->chunk(), e->pattern.text()};
}

OAIWIRE_INLINE void template_cache::learn(const template_slots& slots) {
    entry* const e = kept_entry();
    e->pattern.learn(slots, leaves_texts_);
    if (e->pattern.known()) e->last_used = ++clock_;
    e->head.forget();
}

OAIWIRE_INLINE bool template_cache::may_match() const {
    bool found = false;
    each_entry([&](const entry& e) { found = found || e.pattern.known() || e.pattern.kept(); });
    return found;
}

OAIWIRE_INLINE void template_cache::add_miss(std::size_t size) {
    constexpr std::uint64_t least_saved = 64;  // learning advances the clock by less
    const std::uint64_t saved = clock_ - settled_;
    const std::size_t n = known();
    if (saved >= least_saved) {
        unfit_ = 0;
        gained_ += static_cast<std::uint32_t>(saved);
    }
    if (saved >= least_saved || n == 0) misses_ = 0;
    // one was learnt, and does not even match the event that it was learnt for. That may happen
    // a few times, and more often if events are small, which cost little
    if (saved == 1) {
        if (unfit_ <= most_unfit) ++unfit_;
        if (unfit_ > (size < 128 ? most_unfit : 2)) budget_.discourage();
    }
    budget_.add_saved(saved);
    settled_ = clock_;
    budget_.add_read(size);
    if (n == 0) return;
    // each was tried twice, with the bytes of the stream and with the event's data
    constexpr std::size_t for_a_try = 8;
    budget_.spend(2 * n * (for_a_try + size / 16));
    // if so many events in turn match none, the next will not. Fewer, if the templates before these
    // did not save what they cost
    constexpr unsigned most_misses = 32;
    if (++misses_ >= most_misses >> doubt_) {
        misses_ = 0;
        budget_.discourage();
        doubt_ = static_cast<std::uint8_t>(gained_ > 8 * size ? 0 : std::min(doubt_ + 1, 3));
        gained_ = 0;
    } else if (budget_.may_match()) {
        return;
    }
    each_entry([](entry& e) { e.pattern.forget(); });
    repeats_ = false;
}

OAIWIRE_INLINE std::size_t template_cache::known() const {
    std::size_t n = 0;
    each_entry([&](const entry& e) { n += e.pattern.known() ? 1U : 0U; });
    return n;
}

// An entry without a template comes before all others.
OAIWIRE_INLINE template_cache::entry* template_cache::least_recently_used() const {
    entry* found = first_.get();
    each_entry([&](entry& e) {
        if (!found->pattern.known()) return;
        if (!e.pattern.known() || e.last_used < found->last_used) found = &e;
    });
    return found;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
