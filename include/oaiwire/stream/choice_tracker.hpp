// choice_tracker: what a stream of choices has come to: which have finished, and halves of
// characters that wait for their others. Knows no bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/readings.hpp>
#include <oaiwire/stream/surrogates.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

template <class Chunk>
class choice_tracker {
    using traits = chunk_traits<Chunk>;
    using choice = typename traits::choice;

public:
    // Takes a chunk in, whose texts become whole characters. halves: the same chunk with lone
    // surrogates kept, where there are some. Errors: limit_exceeded, the chunk is not to be
    // delivered then.
    result<void> take(Chunk& chunk, Chunk* halves, const limits& bounds, stream_facts& facts) {
        settled_ = false;
        bool changes = halves != nullptr;
        for (std::size_t i = 0; i != chunk.choices.size(); ++i) {
            choice& c = chunk.choices[i];
            const std::int64_t index =
                c.index && *c.index >= 0 ? *c.index : static_cast<std::int64_t>(i);
            auto state = std::find_if(choices_.begin(), choices_.end(),
                                      [&](const choice_state& s) { return s.index == index; });
            if (state == choices_.end()) {
                if (choices_.size() == bounds.choices) {
                    return make_error(errc::limit_exceeded, "too many choices");
                }
                choices_.push_back({index, false, false});
                state = choices_.end() - 1;
            }
            changes = traits::adopt_message(c, state->had_output) || changes;
            if (halves || joiner_.holding()) {
                choice& from = halves ? halves->choices[i] : c;
                if (halves) traits::adopt_message(from, state->had_output);
                join(from, c, static_cast<std::size_t>(state - choices_.begin()));
            }
            state->had_output = state->had_output || traits::has_output(c);
            changes = changes || !state->had_output;
            if (c.finish_reason && !c.finish_reason->text().empty()) {
                state->finished = true;
                facts.aborted = facts.aborted || is_aborted(c.finish_reason->text());
            }
        }
        facts.all_finished =
            !choices_.empty() && std::all_of(choices_.begin(), choices_.end(),
                                             [](const choice_state& s) { return s.finished; });
        settled_ = !changes && !joiner_.holding();
        return {};
    }
    // Would the chunk that was taken last, and any that differs from it in its texts only, be left
    // as it is and change nothing here?
    bool settled() const { return settled_; }
    // Is any half waiting? Then the next chunk may be changed.
    bool holding() const { return joiner_.holding(); }
    // Has any choice come? Counts alone are in other protocols too.
    bool any() const { return !choices_.empty(); }
    // Choices that were seen.
    std::size_t interleaved() const { return choices_.size(); }

    // Halves that never met their others become one last chunk; false where there are none.
    bool flush(Chunk& last) {
        if (!joiner_.holding()) return false;
        last = Chunk{};
        for (const auto held : joiner_.held()) {
            auto& c = last.choices.emplace_back();
            c.index = choices_[static_cast<std::size_t>(held >> 32)].index;
            *traits::text_of(c, static_cast<std::uint32_t>(held)) = replacement_character;
        }
        joiner_.clear();
        return true;
    }

private:
    struct choice_state {
        std::int64_t index = 0;
        bool finished = false;
        bool had_output = false;
    };

    // The texts of `to` become those of `from`, joined. Both are the same but for lone halves.
    void join(choice& from, choice& to, std::size_t state) {
        const auto base = static_cast<std::uint64_t>(state) << 32;
        std::vector<std::string> joined;
        traits::each_text(from, [&](std::uint32_t slot, std::string& text) {
            joiner_.join(text, base | slot);
            joined.push_back(text);
        });
        std::size_t n = 0;
        traits::each_text(to, [&](std::uint32_t, std::string& text) {
            if (n != joined.size()) text = std::move(joined[n++]);
        });
        if (!to.finish_reason || to.finish_reason->text().empty()) return;
        for (const auto held : joiner_.held()) {
            if (held >> 32 != state) continue;
            joiner_.give_up(held);
            traits::text_of(to, static_cast<std::uint32_t>(held))->append(replacement_character);
        }
    }

    surrogate_joiner joiner_{};
    std::vector<choice_state> choices_{};
    bool settled_ = false;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
