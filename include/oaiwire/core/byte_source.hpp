// Bytes that are produced when they are needed: what a request sends that is not held in memory.
// Knows no file, no HTTP and no multipart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// One pass over the bytes of a source.
class byte_reader {
public:
    virtual ~byte_reader() = default;
    // Writes up to `room` bytes (at least 1) to `to`; how many, 0 only at the end. An error says
    // why no more can be had, and ends the call with it. While it waits, so does the transport.
    virtual result<std::size_t> read(char* to, std::size_t room) = 0;

protected:
    byte_reader() = default;
    byte_reader(const byte_reader&) = default;
    byte_reader& operator=(const byte_reader&) = default;
};

// The same bytes for each attempt at a call. Shared by the copies of a request, perhaps between
// threads: hence const. A transport reads while it is at work, so neither may use that transport.
class byte_source {
public:
    virtual ~byte_source() = default;
    // Bytes, known before the first is read (Content-Length).
    virtual std::uint64_t size() const = 0;
    // A reader at the first byte; it may outlive the source. Never null.
    virtual result<std::unique_ptr<byte_reader>> open() const = 0;

protected:
    byte_source() = default;
    byte_source(const byte_source&) = default;
    byte_source& operator=(const byte_source&) = default;
};

}  // namespace oaiwire::inline v0_2
