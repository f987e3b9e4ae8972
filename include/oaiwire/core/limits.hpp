// The bounds of everything that a peer can make grow. Knows only numbers.
#pragma once

#include <cstddef>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Bytes and counts. Checked before memory grows; reaching one is an error, never a cut.
struct limits {
    std::size_t event = std::size_t{1} << 20;        // one SSE event: its fields and their framing
    std::size_t line = std::size_t{64} << 10;        // an SSE line other than data
    std::size_t body = std::size_t{256} << 20;       // a response body that is not a stream
    std::size_t answer = std::size_t{256} << 20;     // what a stream adds to its response
    std::size_t error_body = std::size_t{64} << 10;  // kept of an error body
    std::size_t excerpt = 512;                       // kept of an unrecognised payload
    std::size_t depth = 64;                          // nesting of JSON values that no type names
    std::size_t choices = 128;                       // choices accumulated from one stream
    std::size_t tool_calls = 128;                    // tool calls accumulated for one choice
    std::size_t head = std::size_t{64} << 10;        // a response head
    std::size_t headers = 100;                       // its fields
    std::size_t trailers = std::size_t{16} << 10;    // trailer section of a chunked body
    std::size_t chunk_extensions = std::size_t{16} << 10;  // of all chunks of one body
    friend bool operator==(const limits&, const limits&) = default;
};

}  // namespace oaiwire::inline v0_2
