// Interfaces for request content that is produced while it is sent, such as a file.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Reads a source once, from the first byte to the last.
class byte_reader {
public:
    virtual ~byte_reader() = default;
    // Writes up to `room` bytes (`room` is at least 1) to `to` and returns their number; 0 only at
    // the end of the source. An error ends the call with that error. May block; the transport
    // blocks with it.
    virtual result<std::size_t> read(char* to, std::size_t room) = 0;

protected:
    byte_reader() = default;
    byte_reader(const byte_reader&) = default;
    byte_reader& operator=(const byte_reader&) = default;
};

class byte_source;

namespace detail {

// A reader of the source that has read `offset` bytes already. Errors: invalid_content if there are
// not so many.
result<std::unique_ptr<byte_reader>> open_behind(const byte_source& source, std::uint64_t offset);

}  // namespace detail

// Content that can be read repeatedly: each attempt of a call opens a new reader on the same bytes.
// Copies of a request share the source, possibly across threads, so both functions are const and
// must be thread-safe. A transport calls them while it sends; they must not use that transport
// themselves.
class byte_source {
public:
    virtual ~byte_source() = default;
    // The content's length in bytes, sent as Content-Length. Must not change.
    virtual std::uint64_t size() const = 0;
    // Opens a reader at the first byte. The reader must stay valid after the source is destroyed.
    // Never returns null.
    virtual result<std::unique_ptr<byte_reader>> open() const = 0;
    // Opens a reader at that byte, which is at most size(). A source that can seek should do so:
    // this function reads and drops what comes before.
    virtual result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const {
        return detail::open_behind(*this, offset);
    }

protected:
    byte_source() = default;
    byte_source(const byte_source&) = default;
    byte_source& operator=(const byte_source&) = default;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>
#include <array>

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::cold]] OAIWIRE_INLINE result<std::unique_ptr<byte_reader>> open_behind(
    const byte_source& source, std::uint64_t offset) {
    auto reader = source.open();
    std::array<char, 4096> dropped;
    while (reader && offset != 0) {
        const auto room = std::min<std::uint64_t>(offset, dropped.size());
        auto n = (*reader)->read(dropped.data(), static_cast<std::size_t>(room));
        if (!n) return std::move(n).error();
        if (*n == 0 || *n > room) return make_error(errc::invalid_content);
        offset -= *n;
    }
    return reader;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
