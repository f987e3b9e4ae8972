#include <oaiwire/types/file_content.hpp>
//
#include <support/catch.hpp>

#include <memory>

#include <support/json_of.hpp>

namespace file_content_tests {

using namespace oaiwire;

namespace {

class nothing final : public byte_source {
public:
    std::uint64_t size() const override { return 0; }
    result<std::unique_ptr<byte_reader>> open() const override { return make_error(errc::ok); }
};

}  // namespace

TEST_CASE("a file consists of a name and bytes or a source") {
    const auto held = file_content("a.png", "bytes", "image/png");
    CHECK(held == FileContent{.data = "bytes", .filename = "a.png", .content_type = "image/png"});
    const auto source = std::make_shared<nothing>();
    CHECK(file_content("b.wav", source) == FileContent{.filename = "b.wav", .source = source});
}

TEST_CASE("a file is written to JSON as its bytes; a source cannot be written") {
    CHECK(support::json_of(file_content("a.txt", "bytes")) == R"("bytes")");
    CHECK(support::from_json<FileContent>(R"("bytes")") == FileContent{.data = "bytes"});
    const auto produced = json::write(file_content("b.wav", std::make_shared<nothing>()));
    CHECK(produced.error().code == errc::invalid_argument);
    CHECK(json::write(file_content("b.wav", "\xff")).error().code == errc::invalid_text);
}

TEST_CASE("files are equal if their members are, sources by identity") {
    const auto source = std::make_shared<nothing>();
    CHECK(file_content("a", source) == file_content("a", source));
    CHECK(file_content("a", source) != file_content("a", std::make_shared<nothing>()));
    CHECK(file_content("a", "1") != file_content("a", "2"));
    CHECK(file_content("a", "1") != file_content("b", "1"));
}

}  // namespace file_content_tests
