// Streams of text completions: the traits of their chunks, and their accumulator.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/types/completion.hpp>

namespace oaiwire { inline namespace v0_2 {

// A completion and its chunks are of the same type. Each choice has one text, in slot 0.
// chunk_traits.hpp says what each function is for.
template <class Lazy>
struct chunk_traits<Completion, Lazy> {
    using response = Completion;
    using choice = CompletionChoice;

    // Whether the choice has text.
    static bool has_output(const choice& c) { return c.text && !c.text->empty(); }
    // `message` belongs to the chat protocol.
    static bool adopt_message(choice&, bool) { return false; }

    template <class F>
    static void each_text(choice& c, F&& f) {
        if (c.text) f(0u, *c.text);
    }
    static std::string* text_of(choice& c, std::uint32_t) {
        return c.text ? &*c.text : &c.text.emplace();
    }

    // The text of each choice, `obfuscation` (padding), the counts, and what identifies the chunk
    // and its choice.
    template <class F>
    static void each_varying(Completion& chunk, F&& f) {
        detail::each_varying_head(chunk, f);
        detail::varying_choice(chunk, f);
        for (std::size_t i = 0; i != chunk.choices.size() && !f.full(); ++i) {
            if (chunk.choices[i].text) f({"choices", i, "text"}, *chunk.choices[i].text);
        }
        if (chunk.obfuscation) f({"obfuscation"}, *chunk.obfuscation);
        detail::each_varying_count(chunk, f);
    }
};

// Accumulates a text completion. Choices are ordered by index. Limits: choices.
template <class Lazy>
class accumulator<Completion, Lazy>
    : public detail::accumulator_base<accumulator<Completion, Lazy>, Completion, Completion> {
    using base = detail::accumulator_base<accumulator<Completion, Lazy>, Completion, Completion>;
    friend base;

public:
    using base::base;

private:
    using base::extra_;
    using base::limits_;
    using base::response_;

    static std::size_t bytes_of(const Completion& chunk) {
        return detail::joined_bytes_of_choices(chunk);
    }
    // Adds a chunk to the response. limit_exceeded: limits::choices are there already.
    errc add_chunk(const Completion& chunk) {
        detail::add_chunk_members(response_, chunk, extra_);
        // unlike in chat, `object` is the same in chunks and responses
        detail::set_once(response_.object, chunk.object);
        // a choice without an index takes its position in the chunk (quirk 57)
        std::int64_t position = 0;
        for (const auto& from : chunk.choices) {
            auto* const at =
                detail::choice_for(response_.choices, from, position++, limits_.choices);
            if (!at) return errc::limit_exceeded;
            detail::append(at->text, from.text);
            detail::add_choice_members(*at, from, extra_);
        }
        return errc::ok;
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
