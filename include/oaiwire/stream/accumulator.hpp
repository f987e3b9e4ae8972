// accumulator: accumulates the chunks of a stream into the response of the same call without
// streaming.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/extra_join.hpp>

namespace oaiwire { inline namespace v0_2 {

// Specialised for each chunk type, in <kind>_stream.hpp. `Lazy` is for the specialisations, see
// chunk_traits.hpp.
template <class Chunk, class Lazy = void>
class accumulator;

namespace detail {

struct no_state {};

// The limits of an accumulated response.
struct answer_limits {
    explicit answer_limits(const limits& of)
        : answer(of.answer), choices(of.choices), tool_calls(of.tool_calls) {}

    std::size_t answer;
    std::size_t choices;
    std::size_t tool_calls;
};

// Common base of accumulators. `Derived` provides `static std::size_t bytes_of(const Chunk&)`, the
// bytes by which a chunk makes the response grow, and `errc add_chunk(const Chunk&)`. `State`: data
// stored beside the response, in `state_`.
template <class Derived, class Chunk, class Response, class State = no_state>
class accumulator_base {
public:
    explicit accumulator_base(const limits& bounds = {}) : limits_(bounds), size_(bounds) {}

    // Adds a chunk; what fits is added also on an error. errc::limit_exceeded: the response exceeds
    // limits::answer or another limit, or has ever new unknown members. errc::out_of_memory: part
    // of the chunk was added.
    errc add(const Chunk& chunk) {
        return within_memory([&] {
            if (!size_.take(Derived::bytes_of(chunk))) return errc::limit_exceeded;
            const errc code = static_cast<Derived&>(*this).add_chunk(chunk);
            const bool fits = size_.take(extra_.take_growth()) && !extra_.exceeded();
            return code == errc::ok && !fits ? errc::limit_exceeded : code;
        });
    }

    // The response so far; a reference, modified by add().
    const Response& response() const { return response_; }
    // Moves the response out and starts again.
    Response take() {
        Response out = std::move(response_);
        clear();
        return out;
    }
    // Discards the response and starts again.
    void clear() {
        renew(response_);
        state_ = State();
        extra_ = {};
        size_ = answer_size(limits_.answer);
    }

protected:
    answer_limits limits_;
    Response response_{};
    State state_{};
    extra_join extra_{};
    answer_size size_;
};

// Returns the choice with that index, inserting it in the order of indices if needed; null if there
// are `most` already. `at`: the index of a choice without one, its position in the chunk.
template <class Choice, class From>
Choice* choice_for(std::vector<Choice>& choices, const From& from, std::int64_t at,
                   std::size_t most) {
    const std::int64_t index = from.index && *from.index >= 0 ? *from.index : at;
    auto place = choices.begin();
    while (place != choices.end() && *place->index < index) ++place;
    if (place == choices.end() || *place->index != index) {
        if (choices.size() == most) return nullptr;
        place = choices.emplace(place);
        place->index = index;
    }
    return &*place;
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
