// stream_kind: what pass_through needs to know about each type of stream; stream_facts: what it
// reads on the way.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/chunk_traits.hpp>

namespace oaiwire { inline namespace v0_2 {

// What was read of a stream or a whole response that passed. Empty where the upstream said nothing.
struct stream_facts {
    // How one choice ended. `reason` as the server spells it.
    struct finish {
        std::int64_t choice = 0;
        std::string reason{};
        friend bool operator==(const finish&, const finish&) = default;
    };
    std::string id{};                // as the upstream sent it, also if the client got another
    std::string model{};             // the same
    token_counts usage{};            // as reported last
    std::vector<finish> finishes{};  // one for each choice; of a response its status, as choice 0

    // The finish_reason of a choice, or the status of a response; "" if it has not ended.
    std::string_view finish_reason(std::int64_t choice = 0) const {
        for (const finish& f : finishes) {
            if (f.choice == choice) return f.reason;
        }
        return {};
    }
    friend bool operator==(const stream_facts&, const stream_facts&) = default;
};

// Which facts are read. `usage` costs a few nanoseconds an event where every event reports it; the
// others nothing.
struct wanted_facts {
    bool id = true;
    bool model = true;
    bool usage = true;
    bool finish = true;
};

// A type of stream. Made by stream_kind_of() only.
struct stream_kind {
    const detail::chunk_table* chunk = nullptr;
    void (*read)(const void* chunk, const wanted_facts& wanted, stream_facts& to) = nullptr;
    bool (*has_usage)(const void* chunk) = nullptr;  // without reading it
    void (*read_usage)(const void* chunk, stream_facts& to) = nullptr;
    // Whether the chunk has usage and no choices. Null: there are no such chunks.
    bool (*is_usage)(const void* chunk) = nullptr;
    std::int64_t (*sequence)(const void* chunk) = nullptr;  // null: its events have no number

    // Whether its events have a type, as those of the Responses API.
    bool has_events() const { return !chunk->has_choices(); }
};

namespace detail {

// Sets the reason of a choice.
template <class = void>
void set_finish(stream_facts& to, std::int64_t choice, std::string_view reason) {
    if (reason.empty()) return;
    for (stream_facts::finish& f : to.finishes) {
        if (f.choice != choice) continue;
        f.reason = reason;
        return;
    }
    to.finishes.push_back({choice, std::string(reason)});
}

// Specialised for events in pass_through_responses.hpp. This is for chunks with choices.
template <class Chunk>
struct passed_traits {
    static void read(const Chunk& chunk, const wanted_facts& wanted, stream_facts& to) {
        if (wanted.id && to.id.empty()) set(to.id, chunk.id);
        if (wanted.model && to.model.empty()) set(to.model, chunk.model);
        if (wanted.usage) read_usage(chunk, to);
        if (!wanted.finish) return;
        for (const auto& choice : chunk.choices) {
            if (!choice.finish_reason) continue;
            set_finish(to, choice.index ? *choice.index : 0, choice.finish_reason->text());
        }
    }
    // Whether a chunk like this may report counts. Those in unknown members never vary within a
    // template, so they are read once.
    static bool has_usage(const Chunk& chunk) { return chunk.usage.has_value(); }
    static void read_usage(const Chunk& chunk, stream_facts& to) {
        const token_counts counts = counts_of(chunk);
        if (counts.any()) to.usage = counts;
    }

private:
    static void set(std::string& to, const std::string& from) { to = from; }
    template <class Field>
    static void set(std::string& to, const Field& from) {
        if (from) to = *from;
    }
};

template <class Chunk>
constexpr stream_kind make_stream_kind() {
    using traits = passed_traits<Chunk>;
    stream_kind out{};
    out.chunk = &chunk_table_of<Chunk>();
    out.read = [](const void* c, const wanted_facts& wanted, stream_facts& to) {
        traits::read(*static_cast<const Chunk*>(c), wanted, to);
    };
    out.has_usage = [](const void* c) { return traits::has_usage(*static_cast<const Chunk*>(c)); };
    out.read_usage = [](const void* c, stream_facts& to) {
        traits::read_usage(*static_cast<const Chunk*>(c), to);
    };
    if constexpr (requires(const Chunk& c) { c.choices; }) {
        out.is_usage = [](const void* c) {
            const Chunk& chunk = *static_cast<const Chunk*>(c);
            return chunk.choices.empty() && traits::has_usage(chunk);
        };
    }
    if constexpr (requires(const Chunk& c) { traits::sequence(c); }) {
        out.sequence = [](const void* c) {
            return traits::sequence(*static_cast<const Chunk*>(c));
        };
    }
    return out;
}

}  // namespace detail

// The kind of stream whose chunks are of that type: ChatCompletionChunk, CompletionChunk, or, with
// server/pass_through_responses.hpp, ResponseStreamEvent. One constant for the whole program.
template <class Chunk>
const stream_kind& stream_kind_of() {
    static const stream_kind kind = detail::make_stream_kind<Chunk>();
    return kind;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
