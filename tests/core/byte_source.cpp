#include <oaiwire/core/byte_source.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <type_traits>

namespace byte_source_tests {

using namespace oaiwire;

namespace {

// An implementation as users write them: the reader keeps the text alive.
class text_source final : public byte_source {
public:
    explicit text_source(std::string text)
        : text_(std::make_shared<std::string>(std::move(text))) {}
    std::uint64_t size() const override { return text_->size(); }
    result<std::unique_ptr<byte_reader>> open() const override {
        return std::unique_ptr<byte_reader>(std::make_unique<reader>(text_));
    }

private:
    class reader final : public byte_reader {
    public:
        explicit reader(std::shared_ptr<const std::string> text) : text_(std::move(text)) {}
        result<std::size_t> read(char* to, std::size_t room) override {
            const auto n = text_->copy(to, (std::min)(room, std::size_t{2}), at_);
            at_ += n;
            return n;
        }

    private:
        std::shared_ptr<const std::string> text_;
        std::size_t at_ = 0;
    };
    std::shared_ptr<const std::string> text_;
};

std::string rest_of(byte_reader& reader) {
    std::string out;
    char some[4];
    for (auto n = reader.read(some, sizeof some); n && *n != 0;
         n = reader.read(some, sizeof some)) {
        out.append(some, *n);
    }
    return out;
}

}  // namespace

static_assert(std::has_virtual_destructor_v<byte_source>);
static_assert(std::has_virtual_destructor_v<byte_reader>);
static_assert(!std::is_constructible_v<byte_source>);

TEST_CASE("a source can be read repeatedly, concurrently, and after its destruction") {
    auto source = std::make_shared<const text_source>("hello");
    CHECK(source->size() == 5);
    auto one = source->open();
    auto two = source->open();
    REQUIRE(one);
    REQUIRE(two);
    char first = 0;
    CHECK((*one)->read(&first, 1).value() == 1);
    CHECK(first == 'h');
    source.reset();
    CHECK(rest_of(**two) == "hello");
    CHECK(rest_of(**one) == "ello");
    CHECK((*one)->read(&first, 1).value() == 0);
}

TEST_CASE("a source that cannot seek is read from any place, up to its end") {
    const text_source source("hello");
    for (std::uint64_t at = 0; at <= source.size(); ++at) {
        auto reader = source.open_at(at);
        REQUIRE(reader);
        CHECK(rest_of(**reader) == std::string("hello").substr(static_cast<std::size_t>(at)));
    }
    CHECK(source.open_at(source.size() + 1).error().code == errc::invalid_content);
}

}  // namespace byte_source_tests
