// The content of a request, piece by piece, be it held in memory or produced while it is sent: what
// a transport sends after the head. Knows messages only.
#pragma once

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

namespace oaiwire::inline v0_2::http {

// Bytes.
inline std::uint64_t content_size(const request& r) {
    return r.content ? r.content->size() : r.body.size();
}

// Is a content meant, were it an empty one? Then Content-Length is sent (RFC 9110, 8.6).
bool has_content(const request& r);

// One pass over a request's content, never more nor fewer bytes than its size; each attempt takes a
// new one. A source is kept; `body` is not copied and must stay.
class content_cursor {
public:
    content_cursor() = default;
    explicit content_cursor(const request& r) : content_cursor(r.body, r.content) {}
    // `body` is what is read where there is no source.
    content_cursor(std::string_view body, std::shared_ptr<const byte_source> source)
        : body_(body), source_(std::move(source)), left_(source_ ? source_->size() : body.size()) {}

    // Bytes that next() has not given yet.
    std::uint64_t left() const { return left_; }

    // The next piece, valid until the next call; empty at the end. All of `body` at once, of a
    // source at most 64 KiB. An error is the source's own, or errc::invalid_content where it has
    // more or fewer bytes than it said; then the last piece is not given, so that nobody takes what
    // was sent for whole. It stays.
    result<std::string_view> next();

private:
    static constexpr std::size_t most = std::size_t{64} << 10;

    result<std::string_view> read();

    result<std::size_t> read_into(char* to, std::uint64_t room);

    error fail(error why);

    std::string_view body_{};
    std::shared_ptr<const byte_source> source_{};
    std::unique_ptr<byte_reader> reader_{};
    std::string buffer_{};
    std::uint64_t left_ = 0;
    error failure_{};
    bool ended_ = false;
};

}  // namespace oaiwire::inline v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire::inline v0_2::http {

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
            if (!*opened) return fail(make_error(errc::invalid_content, "a source without bytes"));
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
        if (n == 0) return fail(make_error(errc::invalid_content, "content ended too early"));
        left_ -= n;
    }
    if (left_ == 0) {
        auto got = read_into(buffer_.data() + n, 1);
        if (!got) return fail(std::move(got).error());
        if (*got != 0) {
            return fail(make_error(errc::invalid_content, "content goes on beyond its size"));
        }
        ended_ = true;
        reader_.reset();
    }
    return std::string_view(buffer_).substr(0, n);
}

OAIWIRE_INLINE result<std::size_t> content_cursor::read_into(char* to, std::uint64_t room) {
    auto got = reader_->read(to, static_cast<std::size_t>(room));
    if (got && *got > room) {
        return make_error(errc::invalid_content, "more was read than there was room for");
    }
    return got;
}

OAIWIRE_INLINE error content_cursor::fail(error why) {
    reader_.reset();
    return failure_ = std::move(why);
}

}  // namespace oaiwire::inline v0_2::http

#endif  // OAIWIRE_DEFINES
