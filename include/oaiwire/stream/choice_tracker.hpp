// choice_tracker: state of a stream of chunks with choices: which of them have finished, and
// pending halves of surrogate pairs.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/surrogates.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/core/utf8.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Keeps an entry for each choice by its index, found by linear search: there are few, and at most
// limits::choices. Nothing is allocated according to an index (quirk 59).
class choice_tracker {
public:
    // Updates the state with a chunk, and joins split surrogate pairs in its texts. halves: the
    // same chunk with lone surrogates kept; null if it has none. False: the chunk has too many
    // choices and must not be delivered.
    bool take(const chunk_choices_table& type, void* chunk, void* halves, const limits& bounds,
              stream_statistics& statistics);
    // Whether another chunk that differs from the last one in its texts only would leave the state
    // as it is, and would be delivered unchanged.
    bool settled() const { return first_.settled; }
    // The choices, one bit for each index below 32, that have had output: a chunk that names one of
    // them in place of another, and reports no end, leaves the state as it is too.
    std::uint32_t ready() const { return first_.ready; }
    // Whether a half is pending: then the next chunk may be changed.
    bool holding() const { return rare_ && rare_->joiner.holding(); }
    // Whether a choice was seen. Counts alone exist in other protocols as well.
    bool any() const { return first_.any; }
    // The number of choices that were seen.
    std::size_t interleaved() const { return size(); }

    // Writes a chunk with U+FFFD for all pending halves into `last`, which is empty. Precondition:
    // holding().
    void flush(const chunk_choices_table& type, void* last);

private:
    struct choice_state {
        std::int64_t index = 0;
        bool finished = false;
        bool had_output = false;
    };

    // take() of any chunk.
    bool take_any(const chunk_choices_table& type, void* chunk, void* halves, const limits& bounds,
                  stream_statistics& statistics);
    // Adds the choices of a chunk that are new. False, and nothing added, if they are too many.
    bool add_choices(const chunk_choices_table& type, void* chunk, std::size_t count,
                     std::size_t limit);
    // The choices that were seen, and the position of the one with that index, or their number.
    // `guess`: where it may be.
    std::size_t size() const { return any() ? 1 + (rare_ ? rare_->others.size() : 0) : 0; }
    choice_state& choice(std::size_t at) { return at == 0 ? first_ : rare_->others[at - 1]; }
    std::size_t find(std::int64_t index, std::size_t guess) {
        if (guess < size() && choice(guess).index == index) return guess;
        std::size_t at = 0;
        while (at != size() && choice(at).index != index) ++at;
        return at;
    }
    void add(std::int64_t index);
    void keep_first(std::size_t n);
    bool all_finished();
    static std::int64_t index_of(const chunk_choices_table::view& c, std::size_t position) {
        return c.index >= 0 ? c.index : static_cast<std::int64_t>(position);
    }

    // state: the position of the choice.
    void join(const chunk_choices_table& type, void* from, const chunk_choices_table::view& to,
              std::size_t state);

    // What few streams need, made for the first half or the second choice.
    struct rare_parts {
        surrogate_joiner joiner{};
        std::vector<choice_state> others{};
    };
    rare_parts& rare();

    std::unique_ptr<rare_parts> rare_{};
    // The first choice and what is noted of the stream: in the padding behind it.
    struct first_choice : choice_state {
        bool any = false;  // it is one
        bool settled = false;
        std::uint32_t ready = 0;
    };
    first_choice first_{};
};

#if OAIWIRE_DEFINES

[[gnu::cold]] OAIWIRE_INLINE choice_tracker::rare_parts& choice_tracker::rare() {
    if (!rare_) rare_ = std::make_unique<rare_parts>();
    return *rare_;
}

OAIWIRE_INLINE bool choice_tracker::take(const chunk_choices_table& type, void* chunk, void* halves,
                                         const limits& bounds, stream_statistics& statistics) {
    // usual: one choice that goes on, without unknown members. Nothing is adopted or joined
    const chunk_choices_table::view c = type.only(chunk);
    if (c.choice == nullptr || halves || !c.finish_reason.empty() || holding()) {
        return take_any(type, chunk, halves, bounds, statistics);
    }
    const std::int64_t index = index_of(c, 0);
    const std::size_t at = find(index, 0);
    if (at == size()) {
        if (at == bounds.choices) {
            first_.settled = false;
            return false;
        }
        add(index);
        statistics.all_finished = false;
    }
    choice_state& of = choice(at);
    of.had_output = of.had_output || type.has_output(c.choice);
    first_.settled = of.had_output;
    if (of.had_output && index < 32) first_.ready |= std::uint32_t{1} << index;
    return true;
}

[[gnu::noinline]] OAIWIRE_INLINE bool choice_tracker::take_any(const chunk_choices_table& type,
                                                               void* chunk, void* halves,
                                                               const limits& bounds,
                                                               stream_statistics& statistics) {
    first_.settled = false;
    const std::size_t count = type.size(chunk);
    // before any half is held: halves of a chunk that is not delivered are not delivered either
    if (!add_choices(type, chunk, count, bounds.choices)) return false;
    // a half that waits changes the text that does not continue it
    bool changes = halves != nullptr || holding();
    for (std::size_t i = 0; i != count; ++i) {
        const chunk_choices_table::view c = type.at(chunk, i);
        const std::size_t at = find(index_of(c, i), i);
        choice_state& of = choice(at);
        changes = type.adopt_message(c.choice, of.had_output) || changes;
        if (halves || holding()) {
            void* const from = halves ? type.at(halves, i).choice : c.choice;
            if (halves) type.adopt_message(from, of.had_output);
            join(type, from, c, at);
        }
        of.had_output = of.had_output || type.has_output(c.choice);
        changes = changes || !of.had_output;
        if (of.had_output && of.index < 32) first_.ready |= std::uint32_t{1} << of.index;
        if (!c.finish_reason.empty()) {
            of.finished = true;
            statistics.aborted = statistics.aborted || is_aborted(c.finish_reason);
        }
    }
    statistics.all_finished = all_finished();
    first_.settled = !changes && !holding();
    return true;
}

OAIWIRE_INLINE bool choice_tracker::all_finished() {
    bool all = any();
    for (std::size_t i = 0; all && i != size(); ++i) all = choice(i).finished;
    return all;
}

OAIWIRE_INLINE void choice_tracker::add(std::int64_t index) {
    if (any()) return rare().others.push_back({index, false, false});
    static_cast<choice_state&>(first_) = {index, false, false};
    first_.any = true;
}

OAIWIRE_INLINE void choice_tracker::keep_first(std::size_t n) {
    first_.any = n != 0;
    if (!rare_) return;
    // not resize(), which would compile how to add some
    while (rare_->others.size() >= std::max<std::size_t>(n, 1)) rare_->others.pop_back();
}

OAIWIRE_INLINE bool choice_tracker::add_choices(const chunk_choices_table& type, void* chunk,
                                                std::size_t count, std::size_t limit) {
    const std::size_t before = size();
    for (std::size_t i = 0; i != count; ++i) {
        const std::int64_t index = index_of(type.at(chunk, i), i);
        if (find(index, i) != size()) continue;
        if (size() == limit) {
            keep_first(before);
            return false;
        }
        add(index);
    }
    return true;
}

[[gnu::cold]] OAIWIRE_INLINE void choice_tracker::flush(const chunk_choices_table& type,
                                                        void* last) {
    for (const auto held : rare_->joiner.held()) {
        void* const c = type.append(last, choice(static_cast<std::size_t>(held >> 32)).index);
        *type.text_of(c, static_cast<std::uint32_t>(held)) = replacement_character;
    }
    rare_->joiner.clear();
}

// Sets the texts of `to` to those of `from` with split pairs joined. The two differ in lone halves
// only.
[[gnu::cold]] OAIWIRE_INLINE void choice_tracker::join(const chunk_choices_table& type, void* from,
                                                       const chunk_choices_table::view& to,
                                                       std::size_t state) {
    surrogate_joiner& joiner = rare().joiner;
    const auto base = static_cast<std::uint64_t>(state) << 32;
    std::vector<std::string> joined;
    auto take = [&](std::uint64_t slot, std::string& text) {
        joiner.join(text, base | slot);
        joined.push_back(text);
    };
    type.each_text(from, text_visit(take));
    std::size_t n = 0;
    auto give = [&](std::uint64_t, std::string& text) {
        if (n != joined.size()) text = std::move(joined[n++]);
    };
    type.each_text(to.choice, text_visit(give));
    if (to.finish_reason.empty()) return;
    for (const auto held : joiner.held()) {
        if (held >> 32 != state) continue;
        joiner.give_up(held);
        type.text_of(to.choice, static_cast<std::uint32_t>(held))->append(replacement_character);
    }
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
