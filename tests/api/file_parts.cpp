#include <oaiwire/api/file_parts.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include <oaiwire/http/content.hpp>

namespace file_parts_tests {

using namespace oaiwire;

namespace {

// A source that is read in small pieces, and counts the bytes that are read of it.
class counted final : public byte_source {
public:
    explicit counted(std::string text, bool seeks) : text_(std::move(text)), seeks_(seeks) {}
    std::uint64_t size() const override { return text_.size(); }
    result<std::unique_ptr<byte_reader>> open() const override { return reader_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        // NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks): the result owns the reader
        return seeks_ ? reader_at(offset) : byte_source::open_at(offset);
    }
    // NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)
    std::size_t bytes_read() const { return *read_; }

private:
    class reader final : public byte_reader {
    public:
        reader(std::string text, std::shared_ptr<std::size_t> read)
            : text_(std::move(text)), read_(std::move(read)) {}
        result<std::size_t> read(char* to, std::size_t room) override {
            const std::size_t n = text_.copy(to, (std::min)(room, std::size_t{3}), at_);
            at_ += n;
            *read_ += n;
            return n;
        }

    private:
        std::string text_;
        std::shared_ptr<std::size_t> read_;
        std::size_t at_ = 0;
    };
    result<std::unique_ptr<byte_reader>> reader_at(std::uint64_t offset) const {
        return std::unique_ptr<byte_reader>(
            std::make_unique<reader>(text_.substr(static_cast<std::size_t>(offset)), read_));
    }

    std::string text_;
    bool seeks_;
    std::shared_ptr<std::size_t> read_ = std::make_shared<std::size_t>(0);
};

std::string bytes_of(const FileContent& file) {
    if (!file.source) return file.data;
    std::string out;
    http::content_cursor content({}, file.source);
    for (;;) {
        auto piece = content.next();
        REQUIRE(piece);
        if (piece->empty()) return out;
        out += *piece;
    }
}

}  // namespace

TEST_CASE("the parts of a file, joined, are the file, for every size of parts") {
    const std::string text = "0123456789abcdefg";
    const auto seeking = std::make_shared<counted>(text, true);
    const auto reading = std::make_shared<counted>(text, false);
    for (const auto& file : {file_content("f.txt", text), file_content("f.txt", seeking, "text/x"),
                             file_content("f.txt", reading)}) {
        for (std::uint64_t size = 1; size <= text.size() + 1; ++size) {
            const file_parts parts(file, size);
            CHECK(parts.size() == text.size());
            CHECK(parts.count() == (text.size() + size - 1) / size);
            std::string joined;
            for (std::uint64_t i = 0; i != parts.count(); ++i) {
                const auto part = parts.part(i);
                REQUIRE(part);
                CHECK(part->filename == "f.txt");
                CHECK(part->content_type == file.content_type);
                const auto bytes = bytes_of(*part);
                CHECK(bytes.size() <= size);
                CHECK(bytes_of(*part) == bytes);  // each attempt reads it again
                joined += bytes;
            }
            CHECK(joined == text);
            CHECK(parts.part(parts.count()).error().code == errc::invalid_argument);
        }
    }
}

TEST_CASE("a source that can seek is read once in all") {
    const auto source = std::make_shared<counted>(std::string(1000, 'x'), true);
    const file_parts parts(file_content("f", source), 64);
    for (std::uint64_t i = 0; i != parts.count(); ++i) bytes_of(*parts.part(i));
    CHECK(source->bytes_read() == 1000);
}

TEST_CASE("a part begins anywhere in a part") {
    const file_parts parts(file_content("f", std::make_shared<counted>("0123456789", true)), 6);
    const auto part = parts.part(1);
    REQUIRE(part);
    auto reader = part->source->open_at(1);
    REQUIRE(reader);
    char out[8];
    auto n = (*reader)->read(out, sizeof out);
    REQUIRE(n);
    CHECK(std::string(out, *n) == "789");
    CHECK((*reader)->read(out, sizeof out).value_or(1) == 0);
}

TEST_CASE("an empty file has no part, and a size of 0 is taken as 1") {
    CHECK(file_parts(FileContent{}, 4).count() == 0);
    CHECK(file_parts(file_content("f", "abc"), 0).count() == 3);
}

TEST_CASE("a source that ends before a part is an error of that part") {
    const auto source = std::make_shared<counted>("0123", false);
    class longer final : public byte_source {
    public:
        explicit longer(std::shared_ptr<const byte_source> inner) : inner_(std::move(inner)) {}
        std::uint64_t size() const override { return inner_->size() + 6; }
        result<std::unique_ptr<byte_reader>> open() const override { return inner_->open(); }

    private:
        std::shared_ptr<const byte_source> inner_;
    };
    const file_parts parts(file_content("f", std::make_shared<longer>(source)), 5);
    REQUIRE(parts.count() == 2);
    for (std::uint64_t i = 0; i != 2; ++i) {
        http::content_cursor content({}, parts.part(i)->source);
        auto piece = content.next();
        while (piece && !piece->empty()) piece = content.next();
        REQUIRE_FALSE(piece);
        CHECK(piece.error().code == errc::invalid_content);
    }
}

}  // namespace file_parts_tests
