#include <oaiwire/stream/matcher/event_shape.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace event_shape_tests {

using oaiwire::detail::event_shape;

namespace {

// What event_shape() counts, by its definition.
std::uint32_t quotes_in(std::string_view json) {
    std::uint32_t n = 0;
    for (std::size_t i = 1; i < json.size(); ++i) n += json[i] == '"' && json[i - 1] != '\\';
    return n;
}

}  // namespace

TEST_CASE("the shape of an event counts its quotes, at any place and in texts of any length") {
    for (std::size_t size = 0; size != 140; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'x');
            text[at] = '"';
            CHECK(event_shape(text) == quotes_in(text));
            if (at + 1 < size) text[at + 1] = '"';
            if (at != 0) text[at - 1] = '\\';
            CHECK(event_shape(text) == quotes_in(text));
        }
        const std::string all(size, '"');
        CHECK(event_shape(all) == quotes_in(all));
    }
}

TEST_CASE("events that differ in their values only have the same shape") {
    const auto event = [](std::string_view content, std::string_view count) {
        return R"({"id":"a","choices":[{"delta":{"content":")" + std::string(content) +
               R"("}}],"n":)" + std::string(count) + "}";
    };
    const std::uint32_t shape = event_shape(event("", "0"));
    CHECK(event_shape(event("a longer text, \\\"quoted\\\"", "123456")) == shape);
    CHECK(event_shape(event(std::string(300, 'y'), "7")) == shape);
    CHECK(event_shape(event(R"(","role":")", "0")) != shape);
}

TEST_CASE("the shape of a long event is that of its first 4,000 bytes") {
    const std::string text = "{" + std::string(3'999, '"');
    CHECK(event_shape(text) == 3'999);
    CHECK(event_shape(text + std::string(100'000, '"')) == 3'999);
}

}  // namespace event_shape_tests
