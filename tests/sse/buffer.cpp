#include <oaiwire/sse/buffer.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

namespace buffer_tests {

using oaiwire::sse::detail::buffer;

TEST_CASE("a buffer keeps its bytes while it grows") {
    buffer b;
    std::string expected;
    for (int i = 0; i != 1000; ++i) {
        const std::string piece(static_cast<std::size_t>(i % 7), static_cast<char>('a' + i % 26));
        b.append(piece, buffer::max_size);
        expected += piece;
        if (b.try_push('!')) expected += '!';
    }
    CHECK(b.view() == expected);
    b.assign("xy", buffer::max_size);
    CHECK(b.view() == "xy");
    b.append({}, buffer::max_size);
    CHECK(b.size() == 2);
}

TEST_CASE("a buffer does not exceed its maximum capacity") {
    buffer b;
    for (int i = 0; i != 1000; ++i) b.append("x", 1000);
    CHECK(b.size() == 1000);
    CHECK(b.capacity() == 1000);
    CHECK_FALSE(b.try_push('x'));
}

TEST_CASE("dropped bytes stay readable until the next append, which reuses their memory") {
    buffer b;
    b.append("abcdef", 64);
    const std::string_view seen = b.view();
    const std::size_t capacity = b.capacity();
    b.truncate(2);
    CHECK(b.view() == "ab");
    b.clear();
    CHECK(seen == "abcdef");
    b.append("123456", 64);
    CHECK(b.data() == seen.data());
    CHECK(b.capacity() == capacity);
}

TEST_CASE("moving a buffer does not copy its bytes") {
    buffer a;
    a.append("abc", 64);
    const char* const bytes = a.data();
    buffer b(std::move(a));
    CHECK(b.data() == bytes);
    CHECK(a.size() == 0);
    a.append("de", 64);
    a = std::move(b);
    CHECK(a.view() == "abc");
    CHECK(b.capacity() == 0);
}

TEST_CASE("capacity starts at a minimum and doubles, but only when the buffer is full") {
    const std::size_t far = 1000;
    buffer b;
    b.append("x", far);
    CHECK(b.capacity() == 64);
    b.append(std::string(63, 'x'), far);
    CHECK(b.capacity() == 64);
    b.append("x", far);
    CHECK(b.capacity() == 128);
    b.append(std::string(500, 'x'), far);
    CHECK(b.capacity() == 565);  // a large append gets exactly the capacity it needs
    for (const std::size_t small : {31u, 32u, 33u}) {
        buffer c;
        c.append(std::string(small, 'x'), small);
        CHECK(c.capacity() == small);
        c.append("x", far);
        CHECK(c.capacity() == (small < 32 ? 64 : 2 * small));
    }
}

}  // namespace buffer_tests
