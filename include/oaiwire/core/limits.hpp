// Upper bounds for everything whose size a peer controls.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// All members are bytes or counts. A bound is checked before memory grows; exceeding one is an
// error (errc::limit_exceeded), never a silent cut.
struct limits {
    // one SSE event, field names and line ends included
    std::size_t event = std::size_t{1} << 20;
    std::size_t line = std::size_t{64} << 10;  // one SSE line that is not a data line
    // a response body that is not a stream; on a server, the body of a request
    std::size_t body = std::size_t{256} << 20;
    // bytes that a stream adds to its accumulated response
    std::size_t answer = std::size_t{256} << 20;
    // an error response body; the rest of it is not read
    std::size_t error_body = std::size_t{64} << 10;
    // the part of an unrecognised payload that an error quotes
    std::size_t excerpt = 512;
    std::size_t depth = 64;                        // nesting depth of JSON values of unknown type
    std::size_t choices = 128;                     // choices accumulated from one stream
    std::size_t tool_calls = 128;                  // tool calls accumulated for one choice
    std::size_t head = std::size_t{64} << 10;      // the head of a request or response
    std::size_t headers = 100;                     // its fields
    std::size_t target = std::size_t{8} << 10;     // the target of a received request
    std::size_t trailers = std::size_t{16} << 10;  // trailer section of a chunked body
    // chunk extensions of one body, all together
    std::size_t chunk_extensions = std::size_t{16} << 10;
    std::size_t parts = 1000;  // of a form (multipart/form-data)
    friend bool operator==(const limits&, const limits&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
