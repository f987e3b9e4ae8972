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

TEST_CASE("memory for everything is allocated once if a piece is large and the size is known") {
    struct expectation {
        std::size_t size = 0;
        int asked = 0;
    };
    const auto ask = [](const void* context) {
        auto& e = *const_cast<expectation*>(static_cast<const expectation*>(context));
        ++e.asked;
        return e.size;
    };
    const std::string piece(text_sink::large, 'x');
    for (const std::size_t expected : {std::size_t{0}, std::size_t{10}, 3 * piece.size() + 1}) {
        expectation e{expected};
        std::string text;
        text_sink sink(text);
        sink.expect(ask, &e);
        sink.put("small");
        CHECK(e.asked == 0);
        sink.put(piece);
        const std::size_t capacity = text.capacity();
        sink.put(piece);
        sink.put('y');
        sink.finish();
        CHECK(e.asked == 1);
        CHECK((text == "small" + piece + piece + "y"));
        if (expected > 2 * piece.size()) CHECK(text.capacity() == capacity);
    }
}

TEST_CASE("a counting sink counts, however the bytes come") {
    std::string scratch(64, '\0');
    text_sink sink(scratch, text_sink::counting());
    std::size_t expected = 0;
    for (const std::size_t n : {0U, 1U, 63U, 64U, 65U, 1000U, 3U}) {
        sink.put(std::string(n, 'x'));
        sink.put('y');
        char* const p = sink.room(n + 5, 10 * n + 5);
        sink.advance_to(p + n);
        expected += 2 * n + 1;
        CHECK(sink.counted() == expected);
    }
    CHECK(scratch.size() <= 1005);
}

}  // namespace text_sink_tests
