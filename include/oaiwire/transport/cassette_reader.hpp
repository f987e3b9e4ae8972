// Reads the lines of a cassette from a source of bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/transport/cassette_lines.hpp>
#include <oaiwire/transport/file_open.hpp>

namespace oaiwire { inline namespace v0_2 {

// Where a line of a cassette is.
struct cassette_place {
    std::uint64_t line = 0;   // its number, from 1
    std::uint64_t begin = 0;  // bytes before it
    std::uint64_t end = 0;    // bytes up to its end, line end included
};

// Reads a cassette line by line, in flat memory and linear time. Blank lines are skipped. Members
// that are not known stay in `extra`. Not thread-safe.
class cassette_reader {
public:
    // The longest line that is read, in bytes.
    static constexpr std::size_t longest_line = std::size_t{256} << 20;

    // Reads from a reader that is at `at`, a place where a line begins. `begins` is false behind
    // the first line, which says the version.
    explicit cassette_reader(std::unique_ptr<byte_reader> from, cassette_place at = {},
                             bool begins = true)
        : from_(std::move(from)), place_{at.line, at.begin, at.begin}, begins_(begins) {}

    // The next line, valid until the next call; null at the end.
    // Errors: of JSON, with the path, and unrecognised_payload for what is no cassette, or one of
    // another version. The message names the line; the offset is that of its byte in the whole.
    // limit_exceeded for a line that is too long; those of the source. Errors are final.
    result<const CassetteLine*> next();

    // Where the last line is.
    const cassette_place& place() const { return place_; }
    // An error of that code about the last line.
    error fail(errc code, std::string_view what) const;

private:
    result<bool> take_line(std::string_view& line);
    result<bool> more();

    std::unique_ptr<byte_reader> from_;
    std::string buffer_{};
    std::size_t used_ = 0;     // of the buffer
    std::size_t scanned_ = 0;  // without a line end, from used_ on
    cassette_place place_;
    bool begins_;
    bool ended_ = false;
    CassetteLine line_{};
    error failure_{};
};

// A text as a source, for cassettes and for contents. Never null.
std::shared_ptr<const byte_source> text_source(std::string text);
// A cassette in a file, as long as it is now: what is appended later is not seen.
// Errors: invalid_argument if it cannot be read.
result<std::shared_ptr<const byte_source>> cassette_file_source(const std::filesystem::path& path);

namespace detail {

// Decodes a piece of content. Errors: invalid_base64.
result<void> append_bytes(std::string& out, const CassetteBytes& bytes);

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// A text and a position in it; shares the text.
class shared_text_reader final : public byte_reader {
public:
    shared_text_reader(std::shared_ptr<const std::string> text, std::uint64_t at)
        : text_(std::move(text)),
          at_(static_cast<std::size_t>((std::min)(at, std::uint64_t{text_->size()}))) {}
    result<std::size_t> read(char* to, std::size_t room) override {
        const std::size_t n = text_->copy(to, room, at_);
        at_ += n;
        return n;
    }

private:
    std::shared_ptr<const std::string> text_;
    std::size_t at_;
};

class shared_text_source final : public byte_source {
public:
    explicit shared_text_source(std::string text)
        : text_(std::make_shared<const std::string>(std::move(text))) {}
    std::uint64_t size() const override { return text_->size(); }
    result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            return std::unique_ptr<byte_reader>(
                std::make_unique<shared_text_reader>(text_, offset));
        });
    }

private:
    std::shared_ptr<const std::string> text_;
};

// Reads a file from a place up to an end.
class file_part_reader final : public byte_reader {
public:
    explicit file_part_reader(const std::filesystem::path& path) : file_(file_open(path, "rb")) {}

    // False if the file cannot be opened, or has no such bytes.
    bool reach(std::uint64_t from, std::uint64_t to) {
        constexpr std::uint64_t most = 1u << 30;  // a long may have 32 bits
        left_ = to - (std::min)(from, to);
        while (file_ && from != 0) {
            const std::uint64_t step = (std::min)(from, most);
            if (std::fseek(file_.get(), static_cast<long>(step), SEEK_CUR) != 0) return false;
            from -= step;
        }
        return file_ != nullptr;
    }
    result<std::size_t> read(char* to, std::size_t room) override {
        room = static_cast<std::size_t>((std::min)(left_, std::uint64_t{room}));
        const std::size_t n = room == 0 ? 0 : std::fread(to, 1, room, file_.get());
        if (n == 0 && room != 0) {
            return make_error(errc::invalid_content, "the cassette cannot be read to its end");
        }
        left_ -= n;
        return n;
    }

private:
    struct closer {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };
    std::unique_ptr<std::FILE, closer> file_;
    std::uint64_t left_ = 0;
};

class file_part_source final : public byte_source {
public:
    file_part_source(std::filesystem::path path, std::uint64_t size)
        : path_(std::move(path)), size_(size) {}
    std::uint64_t size() const override { return size_; }
    result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            auto reader = std::make_unique<file_part_reader>(path_);
            if (!reader->reach(offset, size_)) {
                return make_error(errc::invalid_argument, "the cassette cannot be opened");
            }
            return std::unique_ptr<byte_reader>(std::move(reader));
        });
    }

private:
    std::filesystem::path path_;
    std::uint64_t size_;
};

OAIWIRE_ADAPTER_INLINE result<void> append_bytes(std::string& out, const CassetteBytes& bytes) {
    if (bytes.text) out.append(*bytes.text);
    if (!bytes.base64) return {};
    const std::size_t before = out.size();
    out.resize(before + base64_decoded_size(*bytes.base64));
    auto* const to = reinterpret_cast<std::uint8_t*>(out.data() + before);
    auto size = decode_base64(*bytes.base64, {to, out.size() - before});
    if (!size) {
        out.resize(before);
        return std::move(size).error();
    }
    out.resize(before + *size);
    return {};
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::shared_ptr<const byte_source> text_source(std::string text) {
    return std::make_shared<detail::shared_text_source>(std::move(text));
}

OAIWIRE_ADAPTER_INLINE result<std::shared_ptr<const byte_source>> cassette_file_source(
    const std::filesystem::path& path) {
    return within_memory([&]() -> result<std::shared_ptr<const byte_source>> {
        std::error_code ec;
        const auto size = std::filesystem::file_size(path, ec);
        if (ec) return make_error(errc::invalid_argument, "the cassette: " + ec.message());
        return std::shared_ptr<const byte_source>(
            std::make_shared<detail::file_part_source>(path, size));
    });
}

OAIWIRE_ADAPTER_INLINE error cassette_reader::fail(errc code, std::string_view what) const {
    std::string message = "line " + std::to_string(place_.line) + " of the cassette";
    message.append(what.empty() ? "" : ": ").append(what);
    return make_error(code, message, {}, static_cast<std::size_t>(place_.begin));
}

// Reads more bytes behind what is in the buffer; false at the end.
OAIWIRE_ADAPTER_INLINE result<bool> cassette_reader::more() {
    constexpr std::size_t step = std::size_t{64} << 10;
    if (ended_) return false;
    // what was used is dropped once for each step, so that each byte is moved a few times at most
    buffer_.erase(0, std::exchange(used_, 0));
    const std::size_t before = buffer_.size();
    buffer_.resize(before + (std::max)(step, before / 2));
    auto n = from_->read(buffer_.data() + before, buffer_.size() - before);
    buffer_.resize(before + (n ? (std::min)(*n, buffer_.size() - before) : 0));
    if (!n) return std::move(n).error();
    ended_ = *n == 0;
    return !ended_;
}

OAIWIRE_ADAPTER_INLINE result<bool> cassette_reader::take_line(std::string_view& line) {
    for (;;) {
        const std::size_t end = buffer_.find('\n', used_ + scanned_);
        if (end != buffer_.npos || (ended_ && used_ != buffer_.size())) {
            const std::size_t size = (end == buffer_.npos ? buffer_.size() : end + 1) - used_;
            line = std::string_view(buffer_).substr(used_, size);
            used_ += size;
            scanned_ = 0;
            place_ = {place_.line + 1, place_.end, place_.end + size};
            return true;
        }
        scanned_ = buffer_.size() - used_;
        if (scanned_ > longest_line) {
            place_ = {place_.line + 1, place_.end, place_.end};
            return fail(errc::limit_exceeded, "longer than a line may be");
        }
        auto got = more();
        if (!got) return std::move(got).error();
        if (!*got && used_ == buffer_.size()) return false;
    }
}

OAIWIRE_ADAPTER_INLINE result<const CassetteLine*> cassette_reader::next() {
    auto got = within_memory([&]() -> result<const CassetteLine*> {
        if (failure_.code != errc::ok) return failure_;
        for (;;) {
            std::string_view text;
            auto there = take_line(text);
            if (!there) return std::move(there).error();
            if (!*there) {
                if (!begins_) return nullptr;
                return make_error(errc::unrecognised_payload, "the cassette is empty", {}, 0);
            }
            if (oaiwire::detail::trimmed(text).empty()) continue;
            line_ = {};
            if (auto done = json::detail::read_or_throw(text, line_); !done) {
                error why = std::move(done).error();
                const std::size_t at = why.offset == error::no_offset ? 0 : why.offset;
                const std::string message = why.message;
                error out = fail(why.code, message);
                out.path = std::move(why.path);
                out.offset = static_cast<std::size_t>(place_.begin) + at;
                return out;
            }
            if (line_.oaiwire_cassette && *line_.oaiwire_cassette != cassette_version) {
                return fail(errc::unrecognised_payload,
                            "version " + std::to_string(*line_.oaiwire_cassette) +
                                " of the format is not known; this library reads " +
                                std::to_string(cassette_version));
            }
            if (std::exchange(begins_, false) && !line_.oaiwire_cassette) {
                return fail(errc::unrecognised_payload,
                            "no cassette: the first line has no member oaiwire_cassette");
            }
            return &line_;
        }
    });
    if (!got && failure_.code == errc::ok) {
        const auto keep = [&] { failure_ = got.error(); };
        within_memory(keep, [&] { failure_ = no_memory(); });
    }
    return got;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
