#include <oaiwire/core/text_sink.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

namespace text_sink_tests {

using namespace oaiwire::detail;

TEST_CASE("the old content is overwritten, and its remainder removed") {
    std::string text = "what was there before";
    text_sink sink(text);
    sink.put("new");
    sink.put(' ');
    sink.put("");
    sink.put("text");
    sink.finish();
    CHECK(text == "new text");
}

TEST_CASE("writing can start after a part of the string") {
    std::string text = "kept, replaced";
    text_sink sink(text, 6);
    sink.put("added");
    sink.finish();
    CHECK(text == "kept, added");
}

TEST_CASE("the string grows on demand and keeps what was written") {
    for (const std::size_t size : {1U, 15U, 16U, 1000U, 100'000U}) {
        std::string text, expected;
        text_sink sink(text);
        for (std::size_t i = 0; i != size; ++i) {
            const char c = static_cast<char>('a' + i % 26);
            sink.put(c);
            expected += c;
        }
        sink.finish();
        CHECK(text == expected);
    }
}

TEST_CASE("room(n) provides n bytes, and the text changes only when it is advanced") {
    std::string text;
    text_sink sink(text);
    char* const p = sink.room(1000);
    REQUIRE(sink.end() - p >= 1000);
    for (int i = 0; i != 1000; ++i) p[i] = 'x';
    sink.advance_to(p + 2);
    CHECK(sink.room(5000, 100'000) != nullptr);
    CHECK(text.capacity() >= 100'000);
    sink.finish();
    CHECK(text == "xx");
}

TEST_CASE("a string with enough capacity is not reallocated") {
    std::string text;
    text.reserve(10'000);
    const char* const before = text.data();
    text_sink sink(text);
    for (int i = 0; i != 100; ++i) sink.put(std::string(100, 'x'));
    sink.finish();
    CHECK(text.size() == 10'000);
    CHECK(text.data() == before);
}

TEST_CASE("capacity grows geometrically") {
    std::string text;
    text_sink sink(text);
    std::size_t moves = 0;
    for (int i = 0; i != 1'000'000; ++i) {
        const std::size_t before = text.capacity();
        sink.put('x');
        if (text.capacity() != before) ++moves;
    }
    CHECK(moves < 25);
}

}  // namespace text_sink_tests
