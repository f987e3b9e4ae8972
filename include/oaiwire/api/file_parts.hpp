// file_parts: a file cut into parts that are uploaded one by one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// Cuts a file into parts of `part_size` bytes (at least 1); the last one may be shorter. A part of
// a source is a source: it is read while it is sent, from its place in the file, so that memory
// holds no part. Of a file in memory, part() copies its bytes. An empty file has no part.
class file_parts {
public:
    // Shares the source, or keeps the bytes, of the file.
    file_parts(FileContent file, std::uint64_t part_size);

    // Bytes of the whole file.
    std::uint64_t size() const { return size_; }
    // The number of parts.
    std::uint64_t count() const { return size_ / part_size_ + (size_ % part_size_ != 0 ? 1 : 0); }
    // Part `index`, from 0, with the name and type of the file. Errors: invalid_argument if there
    // is no such part; out_of_memory.
    result<FileContent> part(std::uint64_t index) const;

private:
    FileContent file_;
    std::uint64_t size_;
    std::uint64_t part_size_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Reads that number of bytes of another reader and, where they are its last, its end too, at which
// a file is checked for changes.
class part_reader final : public byte_reader {
public:
    part_reader(std::unique_ptr<byte_reader> whole, std::uint64_t left, bool to_the_end)
        : whole_(std::move(whole)), left_(left), to_the_end_(to_the_end) {}

    result<std::size_t> read(char* to, std::size_t room) override {
        if (left_ == 0 && !to_the_end_) return std::size_t{0};
        if (left_ != 0) room = static_cast<std::size_t>(std::min<std::uint64_t>(room, left_));
        auto n = whole_->read(to, room);
        if (n) left_ -= std::min<std::uint64_t>(*n, left_);
        return n;
    }

private:
    std::unique_ptr<byte_reader> whole_;
    std::uint64_t left_;
    bool to_the_end_;
};

class part_source final : public byte_source {
public:
    part_source(std::shared_ptr<const byte_source> whole, std::uint64_t begin, std::uint64_t size)
        : whole_(std::move(whole)), begin_(begin), size_(size) {}

    std::uint64_t size() const override { return size_; }
    result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            auto reader = whole_->open_at(begin_ + offset);
            if (!reader) return reader;
            const bool to_the_end = begin_ + size_ == whole_->size();
            return std::unique_ptr<byte_reader>(
                std::make_unique<part_reader>(*std::move(reader), size_ - offset, to_the_end));
        });
    }

private:
    std::shared_ptr<const byte_source> whole_;
    std::uint64_t begin_;
    std::uint64_t size_;
};

}  // namespace detail

OAIWIRE_ADAPTER_INLINE file_parts::file_parts(FileContent file, std::uint64_t part_size)
    : file_(std::move(file)),
      size_(file_.source ? file_.source->size() : file_.data.size()),
      part_size_(part_size != 0 ? part_size : 1) {
}

OAIWIRE_ADAPTER_INLINE result<FileContent> file_parts::part(std::uint64_t index) const {
    return within_memory([&]() -> result<FileContent> {
        if (index >= count()) return make_error(errc::invalid_argument, "there is no such part");
        const std::uint64_t begin = index * part_size_;
        const std::uint64_t size = std::min(part_size_, size_ - begin);
        FileContent out;
        out.filename = file_.filename;
        out.content_type = file_.content_type;
        if (file_.source) {
            out.source = std::make_shared<detail::part_source>(file_.source, begin, size);
        } else {
            // both fit, as the text is in memory
            out.data =
                file_.data.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
        }
        return out;
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
