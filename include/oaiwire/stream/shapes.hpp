// The chunks that a stream is read into, each beside the template of the event that it came from.
// Knows when a template is worth learning; knows neither framing nor JSON.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_template.hpp>
#include <oaiwire/stream/shortcut_account.hpp>

namespace oaiwire::inline v0_2::detail {

// Where several answers come interleaved, each has a shape. They lie on the heap, for templates
// point into chunks: moving this moves no chunk.
class stream_shapes {
public:
    static constexpr std::size_t most = 8;

    explicit stream_shapes(const object_type& chunks) : chunks_(&chunks) {}
    stream_shapes(stream_shapes&& other) noexcept : chunks_(other.chunks_) { swap(other); }
    stream_shapes& operator=(stream_shapes&& other) noexcept {
        stream_shapes(std::move(other)).swap(*this);
        return *this;
    }

    // The chunk that was read or matched last; there has been one.
    void* chunk() { return current_->chunk.get(); }
    const event_template& pattern() const { return current_->pattern; }

    // A chunk to read into, which becomes the current one: of the shape that was of no use for the
    // longest time.
    void* another();
    // The same, but the chunk is a new one.
    void* another_new() {
        another();
        current_->chunk = make_object(*chunks_);
        return chunk();
    }
    // Whether any template is there to be matched.
    bool any() const { return known_ != 0; }

    // As event_template's, of whichever shape is a match; that becomes the current one.
    std::size_t match(std::string_view bytes) {
        return find([&](event_template& t) { return t.match(bytes); });
    }
    // What is before the data of the event that was partial.
    std::string_view before() const { return begun_->pattern.before(); }
    // The rest of that, or of another that begins alike.
    std::size_t resume(std::string_view bytes) {
        shape* const begun = begun_;
        shape* s = begun;
        for (std::size_t n = count_; n != 0; --n, s = after(s)) {
            if (s != begun && !(s->pattern.known() && joins(*s, *begun))) continue;
            const std::size_t size = s->pattern.resume(bytes);
            if (size != event_template::mismatch) return found(s, size);
            if (!s->pattern.missed_at_once() && !may_go_on(*s)) break;
        }
        return event_template::mismatch;
    }
    bool match_data(std::string_view data) {
        return find([&](event_template& t) { return std::size_t{t.match_data(data)}; }) != 0;
    }

    // An event of that size came that was like none. Where the templates cost more than they save,
    // none is looked for.
    void missed(std::size_t size);

    // Is the event that was read worth learning? Where that seldom was of use, few are.
    bool due() const { return account_.may_learn(); }
    // It took so many steps to learn it, or to find that it cannot be.
    void spend(std::size_t steps) { account_.spend(steps); }
    // The steps that the templates took so far.
    std::size_t steps() const { return account_.spent(); }
    // The current chunk was read from that event; as event_template::remember().
    void learn(std::string_view before, std::string_view data, std::string_view after,
               std::string_view text, const event_holes& holes);
    // As event_template's, of the current one.
    void reframe(std::string_view before, std::string_view after) {
        current_->pattern.reframe(before, after);
    }
    // `n` answers are known to come interleaved.
    void expect(std::size_t n) { wanted_ = static_cast<std::uint8_t>(std::min(n, most)); }

private:
    struct shape {
        explicit shape(const object_type& type) : chunk(make_object(type)) {}

        event_template pattern{};
        std::unique_ptr<shape> next{};
        std::uint64_t used = 0;  // when it was learned or a match
        any_object chunk;
    };

    void swap(stream_shapes& other) noexcept;
    void add();
    shape* least_used() const;
    void forget() { forget(*current_); }
    void forget(shape& s) {
        if (!s.pattern.known()) return;
        --known_;
        s.pattern.forget();
    }

    shape* after(shape* s) const { return s->next ? s->next.get() : first_.get(); }
    std::size_t found(shape* s, std::size_t size) {
        if (size == event_template::partial) {
            begun_ = s;
            return size;
        }
        clock_ += s->pattern.gain();
        s->used = clock_;
        current_ = s;
        return size;
    }
    // After a mismatch.
    [[gnu::noinline]] bool may_go_on(shape& s) {
        account_.spend(s.pattern.looked());
        return account_.may_match();
    }
    bool joins(shape& s, const shape& begun) {
        account_.spend(begun.pattern.begun() / 16);
        return s.pattern.joins(begun.pattern);
    }
    template <class F>
    std::size_t find(F&& match) {
        shape* s = current_;
        for (std::size_t n = count_; n != 0; --n) {
            // answers tend to take turns: the one after the last first
            s = after(s);
            if (!s->pattern.known()) continue;
            const std::size_t size = match(s->pattern);
            if (size != event_template::mismatch) return found(s, size);
            if (!s->pattern.missed_at_once() && !may_go_on(*s)) break;
        }
        return event_template::mismatch;
    }

    const object_type* chunks_;
    std::unique_ptr<shape> first_{};
    shape* current_ = nullptr;
    shape* begun_ = nullptr;  // whose match was partial
    shortcut_account account_{};
    std::uint64_t clock_ = 0;    // goes on with each event, by the steps that it saved
    std::uint64_t settled_ = 0;  // of them, those that the account knows
    std::uint8_t count_ = 0;
    std::uint8_t known_ = 0;
    std::uint8_t wanted_ = 1;
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void* stream_shapes::another() {
    current_ = least_used();
    if (current_ == nullptr || (count_ < wanted_ && current_->pattern.known())) add();
    forget();
    return chunk();
}

OAIWIRE_INLINE void stream_shapes::learn(std::string_view before, std::string_view data,
                                         std::string_view after, std::string_view text,
                                         const event_holes& holes) {
    shape& s = *current_;
    if (!s.pattern.remember(before, data, after, text, holes)) return;
    if (!s.pattern.known()) return;
    ++known_;
    s.used = ++clock_;
}

OAIWIRE_INLINE void stream_shapes::missed(std::size_t size) {
    account_.earn(clock_ - settled_);
    settled_ = clock_;
    account_.allow(size);
    // tried twice each, as bytes of the stream and as data
    constexpr std::size_t for_a_try = 8;
    account_.spend(2 * known_ * (for_a_try + size / 16));
    if (known_ == 0 || account_.may_match()) return;
    for (shape* s = first_.get(); s != nullptr; s = s->next.get()) forget(*s);
}

OAIWIRE_INLINE void stream_shapes::swap(stream_shapes& other) noexcept {
    std::swap(chunks_, other.chunks_);
    std::swap(first_, other.first_);
    std::swap(current_, other.current_);
    std::swap(begun_, other.begun_);
    std::swap(account_, other.account_);
    std::swap(clock_, other.clock_);
    std::swap(settled_, other.settled_);
    std::swap(count_, other.count_);
    std::swap(known_, other.known_);
    std::swap(wanted_, other.wanted_);
}

// Behind the current one, for what is new comes after it.
[[gnu::cold]] OAIWIRE_INLINE void stream_shapes::add() {
    std::unique_ptr<shape>& place = current_ == nullptr ? first_ : current_->next;
    auto made = std::make_unique<shape>(*chunks_);
    made->next = std::move(place);
    place = std::move(made);
    current_ = place.get();
    ++count_;
}

OAIWIRE_INLINE stream_shapes::shape* stream_shapes::least_used() const {
    shape* found = first_.get();
    for (shape* s = found; s != nullptr; s = s->next.get()) {
        if (!s->pattern.known()) return s;
        if (s->used < found->used) found = s;
    }
    return found;
}

#endif

}  // namespace oaiwire::inline v0_2::detail
