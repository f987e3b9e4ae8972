// Files as request content, read while they are sent. For any transport.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/transport/file_open.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// A file, and its size and modification time when it was chosen.
struct file_as_seen {
    std::filesystem::path path{};
    std::uint64_t size = 0;
    std::filesystem::file_time_type written{};

    // Errors: invalid_argument if it is not a regular file or cannot be examined.
    static result<file_as_seen> look(std::filesystem::path path) {
        std::error_code ec;
        file_as_seen f;
        const bool regular = std::filesystem::is_regular_file(path, ec);
        if (!ec && !regular) return make_error(errc::invalid_argument, "not a regular file");
        if (!ec) f.size = std::filesystem::file_size(path, ec);
        if (!ec) f.written = std::filesystem::last_write_time(path, ec);
        if (ec) return make_error(errc::invalid_argument, "the file: " + ec.message());
        f.path = std::move(path);
        return f;
    }
    // Compares size and modification time, since the content cannot be locked portably.
    bool is_unchanged() const {
        const auto now = look(path);
        return now && now->size == size && now->written == written;
    }
};

// Reads the file from its beginning. At the end of the file it checks once more that the file is
// the one that was chosen, so the request of a changed file is never completed.
class file_reader final : public byte_reader {
public:
    explicit file_reader(const file_as_seen& seen)
        : seen_(seen), file_(file_open(seen.path, "rb")) {}

    // False if the file cannot be opened; read() must not be called then.
    bool is_open() const { return file_ != nullptr; }
    // Moves on by that number of bytes, in steps that fit a long of 32 bits.
    bool skip(std::uint64_t bytes) {
        constexpr std::uint64_t most = 1u << 30;
        while (bytes != 0) {
            const std::uint64_t step = (std::min)(bytes, most);
            if (std::fseek(file_.get(), static_cast<long>(step), SEEK_CUR) != 0) return false;
            bytes -= step;
        }
        return true;
    }
    // See byte_reader. Blocks while the file system does.
    result<std::size_t> read(char* to, std::size_t room) override {
        return within_memory([&]() -> result<std::size_t> {
            const auto n = std::fread(to, 1, room, file_.get());
            if (n == 0 && std::ferror(file_.get()) != 0) {
                return make_error(errc::invalid_content, "the file cannot be read to its end");
            }
            if (n == 0 && !seen_.is_unchanged()) {
                return make_error(errc::invalid_content, "the file was changed while it was sent");
            }
            return n;
        });
    }

private:
    struct closer {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };
    file_as_seen seen_;  // to compare with at the end
    std::unique_ptr<std::FILE, closer> file_;
};

// The file as content that can be sent several times: open() makes a new reader for each attempt.
class file_source final : public byte_source {
public:
    explicit file_source(file_as_seen seen) : seen_(std::move(seen)) {}
    std::uint64_t size() const override { return seen_.size; }
    result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            if (!seen_.is_unchanged()) {
                return make_error(errc::invalid_content, "the file has changed, or has gone");
            }
            // the check and the opening are two steps: a change in between is found at the end
            auto reader = std::make_unique<file_reader>(seen_);
            if (!reader->is_open()) {
                return make_error(errc::invalid_content, "the file cannot be opened");
            }
            if (!reader->skip(offset)) {
                return make_error(errc::invalid_content, "the file cannot be read there");
            }
            return std::unique_ptr<byte_reader>(std::move(reader));
        });
    }

private:
    file_as_seen seen_;
};

}  // namespace detail

// The file at `path` as content. It is opened for each attempt at a call and read while it is sent.
// A change of its size or modification time until then ends the call as errc::invalid_content.
// Windows reads a path that is made from a `char` string by its code page: make it from a `char8_t`
// or `wchar_t` string.
// Errors: invalid_argument if there is no such file or it cannot be read.
inline result<FileContent> open_file(const std::filesystem::path& path,
                                     std::string content_type = {}) {
    return within_memory([&]() -> result<FileContent> {
        auto seen = detail::file_as_seen::look(path);
        if (!seen) return std::move(seen).error();
        if (!detail::file_reader(*seen).is_open()) {
            return make_error(errc::invalid_argument, "the file cannot be opened");
        }
        const auto name = path.filename().u8string();
        return file_content(std::string(name.begin(), name.end()),
                            std::make_shared<detail::file_source>(*std::move(seen)),
                            std::move(content_type));
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
