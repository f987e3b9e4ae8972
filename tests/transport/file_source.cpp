#include <oaiwire/transport/file_source.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/http/content.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

namespace file_source_tests {

using namespace oaiwire;
namespace fs = std::filesystem;

namespace {

// A temporary directory, removed on destruction.
struct directory {
    directory() {
        static int serial = 0;
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        path = fs::temp_directory_path() /
               ("oaiwire-file-" + std::to_string(now) + '-' + std::to_string(++serial));
        REQUIRE(fs::create_directory(path));
    }
    directory(const directory&) = delete;
    ~directory() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path write(const std::string& name, const std::string& text) const {
        std::FILE* f = std::fopen((path / name).string().c_str(), "wb");
        REQUIRE(f);
        CHECK(std::fwrite(text.data(), 1, text.size(), f) == text.size());
        CHECK(std::fclose(f) == 0);
        return path / name;
    }
    fs::path path{};
};

// "bytes|ok"
std::string rest_of(http::content_cursor& cursor) {
    std::string out;
    for (;;) {
        const auto piece = cursor.next();
        if (!piece) return out + '|' + std::string(name(piece.error().code));
        if (piece->empty()) return out + "|ok";
        out += *piece;
    }
}
http::content_cursor cursor_of(const FileContent& file) {
    return http::content_cursor({}, file.source);
}
std::string all_of(const FileContent& file) {
    auto cursor = cursor_of(file);
    return rest_of(cursor);
}

}  // namespace

TEST_CASE("a file source has the file's name and reads all of it in each attempt") {
    const directory d;
    std::string text(200'000, '\0');
    for (std::size_t i = 0; i != text.size(); ++i) text[i] = static_cast<char>(i * 13 % 256);
    for (const auto& t : {text, std::string(), std::string("\r\n\x1a")}) {
        const auto file = open_file(d.write("caf\xc3\xa9.wav", t), "audio/wav");
        REQUIRE(file);
        CHECK(file->filename == "caf\xc3\xa9.wav");
        CHECK(file->content_type == "audio/wav");
        CHECK(file->data.empty());
        CHECK(file->source->size() == t.size());
        CHECK(all_of(*file) == t + "|ok");
        CHECK(all_of(*file) == t + "|ok");
    }
}

TEST_CASE("a path that is not a readable file is rejected at once") {
    const directory d;
    CHECK(open_file(d.path / "none").error().code == errc::invalid_argument);
    CHECK(open_file(d.path).error().code == errc::invalid_argument);
    CHECK(open_file("").error().code == errc::invalid_argument);
#if __has_include(<unistd.h>)
    CHECK(open_file("/dev/null").error().code == errc::invalid_argument);
#endif
}

TEST_CASE("a file that changes before or during the upload ends the call") {
    const directory d;
    const std::string text(200'000, 'x');
    const auto later = [&](const fs::path& p) {
        fs::last_write_time(p, fs::last_write_time(p) + std::chrono::seconds(2));
    };
    const auto path = d.write("f", text);
    const auto file = open_file(path);
    REQUIRE(file);
    {
        auto cursor = cursor_of(*file);
        CHECK(cursor.next());
        later(path);
        CHECK(rest_of(cursor).ends_with("|invalid_content"));
    }
    CHECK(all_of(*file) == "|invalid_content");
    for (const auto& other : {text + "more", text.substr(1)}) {
        d.write("f", text);
        const auto now = open_file(path);
        REQUIRE(now);
        auto cursor = cursor_of(*now);
        CHECK(cursor.next());
        d.write("f", other);
        CHECK(rest_of(cursor).ends_with("|invalid_content"));
        CHECK(all_of(*now) == "|invalid_content");
    }
    d.write("f", text);
    const auto gone = open_file(path);
    REQUIRE(gone);
    CHECK(fs::remove(path));
    CHECK(all_of(*gone) == "|invalid_content");
}

TEST_CASE("the size of a file above 4 GiB is correct") {
    const directory d;
    const auto path = d.write("large", "begin");
    const auto size = (std::uint64_t{5} << 30) + 3;
    std::error_code ec;
    fs::resize_file(path, size, ec);  // sparse: needs no disk space
    if (ec) {
        WARN("no such file can be made here: " << ec.message());
        return;
    }
    const auto file = open_file(path);
    REQUIRE(file);
    CHECK(file->source->size() == size);
    auto cursor = cursor_of(*file);
    CHECK(cursor.next().value().starts_with("begin"));
    CHECK(cursor.left() == size - 65'536);
}

TEST_CASE("a file is read from any place in it, as long as it has not changed") {
    const directory folder;
    const auto path = folder.write("f", "0123456789");
    const auto file = open_file(path);
    REQUIRE(file);
    for (std::size_t at = 0; at <= 10; ++at) {
        auto reader = file->source->open_at(at);
        REQUIRE(reader);
        char out[16];
        const auto n = (*reader)->read(out, sizeof out);
        REQUIRE(n);
        CHECK(std::string(out, *n) == std::string("0123456789").substr(at));
    }
    folder.write("f", "changed");
    CHECK(file->source->open_at(3).error().code == errc::invalid_content);
}

}  // namespace file_source_tests
