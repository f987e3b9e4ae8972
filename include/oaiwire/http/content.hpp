// Reading a request's content piece by piece, whether it is held in memory or produced by a
// byte_source. For implementers of transports.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// The size of the request's content in bytes.
inline std::uint64_t content_size(const request& r) {
    return r.content ? r.content->size() : r.body.size();
}

// Whether the request has content, possibly empty. If so, Content-Length is sent (RFC 9110, 8.6).
bool has_content(const request& r);

// Reads a request's content once; use a new cursor for each attempt. Yields exactly content_size()
// bytes or an error. Shares ownership of a source; does not copy `body`, which must outlive the
// cursor. Not thread-safe.
class content_cursor {
public:
    // A cursor at the end of nothing.
    content_cursor() = default;
    // Reads the content of `r`, which must outlive the cursor unless it has a source.
    explicit content_cursor(const request& r) : content_cursor(r.body, r.content) {}
    // Reads `source`, or `body` if there is none.
    content_cursor(std::string_view body, std::shared_ptr<const byte_source> source)
        : body_(body), source_(std::move(source)), left_(source_ ? source_->size() : body.size()) {}

    // The number of bytes that next() has not returned yet.
    std::uint64_t left() const { return left_; }

    // Returns the next piece, valid until the next call; empty at the end. `body` is returned as
    // one piece, a source in pieces of at most 64 KiB. Blocks while the source does.
    // Errors: the source's own; errc::invalid_content if the source yields more or fewer bytes than
    // its size(). In that case the last piece is withheld, so that the peer cannot mistake the
    // request for complete. Later calls return the same error.
    result<std::string_view> next();

private:
    static constexpr std::size_t most = std::size_t{64} << 10;

    // The next piece of an open source.
    result<std::string_view> read();

    // Reads from the source; an error if it claims more than the room.
    result<std::size_t> read_into(char* to, std::uint64_t room);

    // Keeps the error for later calls, and closes the source.
    result<std::string_view> fail(error&& why);
    result<std::string_view> fail(const char* why) {
        return fail(make_error(errc::invalid_content, why));
    }

    std::string_view body_{};
    std::shared_ptr<const byte_source> source_{};
    std::unique_ptr<byte_reader> reader_{};  // null before the first piece and at the end
    std::string buffer_{};                   // room for a piece and one byte
    std::uint64_t left_ = 0;
    error failure_{};
    bool ended_ = false;  // of the source
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Also true for methods whose empty content is announced by "Content-Length: 0".
OAIWIRE_INLINE bool has_content(const request& r) {
    return r.content || !r.body.empty() || r.method == "POST" || r.method == "PUT" ||
           r.method == "PATCH";
}

OAIWIRE_INLINE result<std::string_view> content_cursor::next() {
    return within_memory([&]() -> result<std::string_view> {
        if (failure_.code != errc::ok) return failure_;
        if (!source_) {
            left_ = 0;
            return std::exchange(body_, {});
        }
        if (!reader_ && !ended_) {
            auto opened = source_->open();
            if (!opened) return fail(std::move(opened).error());
            if (!*opened) return fail("byte_source::open() returned null");
            reader_ = std::move(*opened);
            buffer_.resize(static_cast<std::size_t>((std::min)(left_, std::uint64_t{most})) + 1);
        }
        if (ended_) return std::string_view{};
        return read();
    });
}

OAIWIRE_INLINE result<std::string_view> content_cursor::read() {
    std::size_t n = 0;
    if (left_ != 0) {
        auto got = read_into(buffer_.data(), (std::min)(left_, std::uint64_t{most}));
        if (!got) return fail(std::move(got).error());
        n = *got;
        if (n == 0) return fail("the content is shorter than its size");
        left_ -= n;
    }
    // asks for one byte more: 0 shows that the source has ended where its size says
    if (left_ == 0) {
        auto got = read_into(buffer_.data() + n, 1);
        if (!got) return fail(std::move(got).error());
        if (*got != 0) return fail("the content is longer than its size");
        ended_ = true;
        reader_.reset();
    }
    return std::string_view(buffer_).substr(0, n);
}

OAIWIRE_INLINE result<std::size_t> content_cursor::read_into(char* to, std::uint64_t room) {
    auto got = reader_->read(to, static_cast<std::size_t>(room));
    if (got && *got > room) {
        return oaiwire::detail::boxed(errc::invalid_content,
                                      "byte_reader::read() returned more than the requested size");
    }
    return got;
}

OAIWIRE_INLINE result<std::string_view> content_cursor::fail(error&& why) {
    reader_.reset();
    failure_ = std::move(why);
    return failure_;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
