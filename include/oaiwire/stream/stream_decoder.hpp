// stream_decoder: the bytes of a streamed response, cut anywhere, to typed chunks and one of eight
// ends. Knows no HTTP; what it does is stream_machine's.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/stream_machine.hpp>
#include <oaiwire/stream/tiers.hpp>

namespace oaiwire::inline v0_2 {

// Give it bytes with feed(), call next() until it returns null, and again after finish() or fail().
// What comes out depends on the bytes, never on where they were cut; everything decoded before the
// end is delivered, once and in order, and nothing after it. A body that is JSON instead of an
// event stream is understood too, once it is whole. Memory is bounded by the limits. json::tolerant
// takes what servers send; json::strict one JSON text an event, of the types as declared, and
// [DONE] without quotes.
template <class Chunk>
class stream_decoder {
public:
    using chunk_type = Chunk;
    using traits = chunk_traits<Chunk>;

    explicit stream_decoder(const limits& bounds = {}, json::read_mode mode = json::tolerant)
        : machine_(detail::chunk_table_of<Chunk>(), bounds, mode) {}

    // Takes effect with the next event.
    void use(const decode_tiers& tiers) { machine_.use(tiers); }

    // Lends bytes until next() has returned null.
    void feed(std::string_view bytes) { machine_.feed(bytes); }

    // The next chunk, valid until the next call of any member function that is not const; null:
    // more bytes are needed, or ended().
    const Chunk* next() { return static_cast<const Chunk*>(machine_.next()); }

    // The transport has delivered every byte, and says that it is all.
    void finish() { machine_.finish(); }
    // The transport failed: what came is a beginning (or errc::cancelled: the caller's own doing).
    void fail(oaiwire::error why) { machine_.fail(std::move(why)); }
    // Ends at once; chunks that were not taken yet are dropped.
    void cancel() { machine_.cancel(); }

    bool ended() const { return machine_.ended(); }
    stream_end end_reason() const { return machine_.end_reason(); }
    // Did it end as it should, complete or finished?
    bool ok() const { return machine_.ok(); }
    // Why it did not end well; errc::ok while it is open, complete or finished.
    const oaiwire::error& error() const { return machine_.error(); }
    const stream_statistics& statistics() const { return machine_.statistics(); }
    // The JSON text of the chunk that next() returned last, as it came; valid as long as the chunk.
    std::string_view payload() const { return machine_.payload(); }
    // How many of the chunks were read by the template of one before them.
    std::size_t template_hits() const { return machine_.template_hits(); }
    // The work that payloads took so far, beside taking the bytes in: bytes that the reader was
    // given, and what the shortcuts tried, in steps of about that size. A small multiple of the
    // bytes that were fed, whatever they are.
    std::size_t work() const { return machine_.work(); }

private:
    detail::stream_machine machine_;
};

}  // namespace oaiwire::inline v0_2
