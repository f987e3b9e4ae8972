#include <oaiwire/transport/image_file.hpp>
//
#include <support/catch.hpp>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <support/json_of.hpp>
#include <support/random.hpp>

namespace image_file_tests {

using namespace oaiwire;
namespace fs = std::filesystem;

namespace {

// A temporary file, removed on destruction.
struct temporary_file {
    explicit temporary_file(std::string_view bytes) {
        static int serial = 0;
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        path = fs::temp_directory_path() /
               ("oaiwire-image-" + std::to_string(now) + '-' + std::to_string(++serial));
        std::FILE* f = std::fopen(path.string().c_str(), "wb");
        REQUIRE(f);
        CHECK(std::fwrite(bytes.data(), 1, bytes.size(), f) == bytes.size());
        CHECK(std::fclose(f) == 0);
    }
    temporary_file(const temporary_file&) = delete;
    ~temporary_file() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    fs::path path{};
};

std::string error_of(const fs::path& path, const image_file_options& options = {}) {
    const auto part = image_file(path, options);
    return part ? "" : std::string(name(part.error().code)) + ": " + part.error().message;
}

}  // namespace

TEST_CASE("a file of any size becomes the same URL as its bytes, in one allocation") {
    support::random numbers(16);
    const std::size_t piece = std::size_t{3} << 14;
    for (const std::size_t size : {std::size_t{12}, std::size_t{13}, std::size_t{14}, piece - 1,
                                   piece, piece + 1, 3 * piece + 2}) {
        std::string bytes = "GIF89a";
        while (bytes.size() != size) bytes += static_cast<char>(numbers.below(256));
        const temporary_file file(bytes);
        const auto url = image_file_url(file.path);
        REQUIRE(url);
        CHECK((*url == data_url(bytes)));
        CHECK(url->capacity() == url->size());
        CHECK(*image_file(file.path) == image_bytes(bytes));
    }
}

TEST_CASE("an image file is sent with the type and the detail that are asked for") {
    const temporary_file file("<svg/>");
    const auto part = image_file(file.path, {.type = "image/svg+xml", .detail = ImageDetail::low});
    REQUIRE(part);
    CHECK(support::json_of(*part) ==
          R"({"type":"image_url","image_url":{"url":"data:image/svg+xml;base64,PHN2Zy8+",)"
          R"("detail":"low"}})");
}

TEST_CASE("what cannot be sent as an image is an error") {
    const temporary_file text("Hello, world");
    const temporary_file empty("");
    const temporary_file image("GIF89a012345");
    const std::string no_image = "invalid_argument: the file is no PNG, JPEG, GIF or WebP image";
    CHECK(error_of(text.path) == no_image);
    CHECK(error_of(empty.path) == no_image);
    CHECK(error_of(image.path, {.most = 12}) == "");
    CHECK(error_of(image.path, {.most = 11}) ==
          "limit_exceeded: the file has 12 bytes, and 11 are allowed");
    CHECK(error_of(image.path / "missing").starts_with("invalid_argument: "));
    CHECK(error_of(fs::temp_directory_path()) == "invalid_argument: not a regular file");
}

}  // namespace image_file_tests
