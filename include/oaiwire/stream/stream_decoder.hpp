// stream_decoder: incremental decoder from the bytes of a streamed response to typed chunks.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/fast_paths.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 {

// Call feed() with bytes, then next() until it returns null; and again after finish() or fail().
// The chunks and the end depend on the bytes and never on how they were cut. Every chunk before the
// end is delivered, once and in order, and none after it. A body that is a JSON document instead of
// an event stream is decoded too, when it is complete. Memory is bounded by the limits.
//
// json::tolerant accepts what known servers send. json::strict requires one JSON text in each
// event, values of the declared types, and an unquoted [DONE].
//
// Movable. Not thread-safe: one thread at a time may use a decoder.
template <class Chunk>
class stream_decoder {
public:
    using chunk_type = Chunk;
    using traits = chunk_traits<Chunk>;  // what it knows of the chunks

    // The limits are copied. `mode`: what servers send, or strict JSON only.
    explicit stream_decoder(const limits& bounds = {}, json::read_mode mode = json::tolerant)
        : machine_(detail::chunk_table_of<Chunk>(), bounds, mode) {}

    // Switches optimisations on or off. Takes effect with the next event.
    void use(const fast_paths& paths) { machine_.use(paths); }

    // Adds bytes. They are borrowed until next() has returned null.
    void feed(std::string_view bytes) { machine_.feed(bytes); }

    // Returns the next chunk, valid until the next call of a non-const function; or null if more
    // bytes are needed or ended().
    const Chunk* next() { return static_cast<const Chunk*>(machine_.next()); }

    // The transport has delivered the complete body. Call next() afterwards.
    void finish() { machine_.finish(); }
    // The transport failed, and the body is incomplete. errc::cancelled: the caller aborted it.
    // Call next() afterwards.
    void fail(oaiwire::error why) { machine_.fail(std::move(why)); }
    // Ends the stream at once and drops chunks that next() has not returned.
    void cancel() { machine_.cancel(); }

    // Whether the stream has ended: next() will not return a chunk again.
    bool ended() const { return machine_.ended(); }
    // How it ended; stream_end::open before.
    stream_end end_reason() const { return machine_.end_reason(); }
    // Whether it ended well: stream_end::complete or finished.
    bool ok() const { return machine_.ok(); }
    // Why it did not end well. errc::ok while the stream is open and if ok().
    const oaiwire::error& error() const { return machine_.error(); }
    // What was seen so far. Valid as long as the decoder.
    const stream_statistics& statistics() const { return machine_.statistics(); }
    // The JSON text of the chunk that next() returned last, as received; valid as long as the
    // chunk.
    std::string_view payload() const { return machine_.payload(); }
    // The number of chunks that were decoded by an event template.
    std::size_t template_hits() const { return machine_.template_hits(); }
    // A measure of the work so far, beside framing: bytes read by the JSON reader plus steps of the
    // event matcher. At most a small multiple of the bytes that were fed.
    std::size_t work() const { return machine_.work(); }

private:
    detail::stream_machine machine_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
