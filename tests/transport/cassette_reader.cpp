#include <oaiwire/transport/cassette_reader.hpp>

#include <support/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace cassette_reader_tests {

using namespace oaiwire;

namespace {

const std::string first = "{\"oaiwire_cassette\":1}\n";

cassette_reader reader_of(const std::string& text) {
    return cassette_reader(*text_source(text)->open());
}

// The error that reading ends in; a code of ok: none.
error failure_of(const std::string& text) {
    auto lines = reader_of(text);
    for (;;) {
        auto line = lines.next();
        if (!line) {
            CHECK(lines.next().error() == line.error());  // it stays
            return std::move(line).error();
        }
        if (*line == nullptr) return {};
    }
}

// Gives `step` bytes at a time.
class slow_reader final : public byte_reader {
public:
    slow_reader(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
    result<std::size_t> read(char* to, std::size_t room) override {
        const std::size_t n = text_.copy(to, (std::min)(room, step_), at_);
        at_ += n;
        return n;
    }

private:
    std::string text_;
    std::size_t step_;
    std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("lines of a cassette are the same however its bytes come, with their places") {
    const std::string text = first +
                             "\n  \r\n{\"exchange\":1,\"body\":{\"text\":\"h\\u00e9\"}}\r\n" +
                             "{\"exchange\":2,\"note\":{\"a\":[1]}}";
    for (std::size_t step = 1; step <= text.size(); ++step) {
        cassette_reader lines(std::make_unique<slow_reader>(text, step));
        auto line = lines.next();
        REQUIRE(line);
        REQUIRE((*line)->oaiwire_cassette == 1);
        REQUIRE(lines.place().line == 1);
        line = lines.next();
        REQUIRE(line);
        REQUIRE((*line)->body->text == "h\xc3\xa9");
        REQUIRE(lines.place().line == 4);
        REQUIRE(text.substr(lines.place().begin, 12) == "{\"exchange\":");
        line = lines.next();
        REQUIRE(line);
        REQUIRE((*line)->extra.size() == 1);  // what is not known is kept
        REQUIRE(lines.place().end == text.size());
        line = lines.next();
        REQUIRE(line);
        REQUIRE(*line == nullptr);
    }
}

TEST_CASE("a cassette of another version is refused by its line and byte") {
    const auto e = failure_of("\n{\"oaiwire_cassette\":2,\"more\":[]}\n");
    CHECK(e.code == errc::unrecognised_payload);
    CHECK(e.message ==
          "line 2 of the cassette: version 2 of the format is not known; this library reads 1");
    CHECK(e.offset == 1);
    const auto later = failure_of(first + "{\"oaiwire_cassette\":3}\n");
    CHECK(later.offset == first.size());
    CHECK(later.code == errc::unrecognised_payload);
}

TEST_CASE("what is no cassette is refused") {
    CHECK(failure_of("").message == "the cassette is empty");
    CHECK(failure_of("{\"log\":{}}").message ==
          "line 1 of the cassette: no cassette: the first line has no member oaiwire_cassette");
    const auto e = failure_of(first + "{\"exchange\":1,\"ms\":\"x\"}\n");
    CHECK(e.code == errc::type_mismatch);
    CHECK(e.path == "ms");
    CHECK(e.offset == first.size() + 19);
    CHECK(e.message.find("line 2 of the cassette: ") == 0);
    const auto cut = failure_of(first + "{\"exchange\":1,\"body\":{\"te");
    CHECK(cut.code == errc::unexpected_end);
    CHECK(cut.offset == first.size() + 25);
}

TEST_CASE("a file is read as long as it was when it was opened, from any place") {
    const auto path = std::filesystem::temp_directory_path() / "oaiwire_cassette_reader.jsonl";
    const auto write = [&](const char* mode, const std::string& text) {
        std::FILE* const f = std::fopen(path.string().c_str(), mode);
        REQUIRE(f != nullptr);
        CHECK(std::fwrite(text.data(), 1, text.size(), f) == text.size());
        std::fclose(f);
    };
    write("wb", first + "{}\n");
    const auto source = cassette_file_source(path);
    REQUIRE(source);
    write("ab", "{\"x\"");
    CHECK((*source)->size() == first.size() + 3);
    auto at = (*source)->open_at(first.size());
    REQUIRE(at);
    std::string room(100, ' ');
    CHECK((*at)->read(room.data(), room.size()).value() == 3);
    CHECK(room.substr(0, 3) == "{}\n");
    CHECK((*at)->read(room.data(), room.size()).value() == 0);
    std::filesystem::remove(path);
    CHECK(!cassette_file_source(path));
    CHECK((*source)->open().error().code == errc::invalid_argument);
}

TEST_CASE("content is text or base64, and other texts than base64 are an error") {
    std::string out = "a";
    CHECK(detail::append_bytes(out, {.text = "b", .base64 = "/w=="}));
    CHECK(out == "ab\xff");
    const auto bad = detail::append_bytes(out, {.base64 = "/w=?"});
    REQUIRE(!bad);
    CHECK(bad.error().code == errc::invalid_base64);
    CHECK(out == "ab\xff");
}

}  // namespace cassette_reader_tests
