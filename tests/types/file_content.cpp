#include <oaiwire/types/file_content.hpp>
//
#include <support/catch.hpp>

#include <memory>

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
    CHECK(held.source == nullptr);
    const auto source = std::make_shared<nothing>();
    const auto produced = file_content("b.wav", source);
    CHECK(produced.source == source);
    CHECK(produced.filename == "b.wav");
    CHECK(produced.data.empty());
    CHECK(produced.content_type.empty());
}

TEST_CASE("files are equal if their members are, sources by identity") {
    const auto source = std::make_shared<nothing>();
    CHECK(file_content("a", source) == file_content("a", source));
    CHECK(file_content("a", source) != file_content("a", std::make_shared<nothing>()));
    CHECK(file_content("a", "1") != file_content("a", "2"));
    CHECK(file_content("a", "1") != file_content("b", "1"));
    CHECK(FileContent{} == FileContent{});
}

}  // namespace file_content_tests
