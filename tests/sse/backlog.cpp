#include <oaiwire/sse/backlog.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

namespace backlog_tests {

using oaiwire::sse::detail::backlog;

TEST_CASE("a backlog joins unread and new bytes wherever they are stored") {
    backlog b;
    std::string expected = "left elsewhere";
    const std::string elsewhere = expected;
    std::string_view rest = elsewhere;
    for (std::size_t i = 0; i != 2000; ++i) {
        const std::string piece(1 + i % 37, static_cast<char>('a' + i % 26));
        rest = b.join(rest, piece);
        expected += piece;
        const std::size_t read = (i * 7) % (rest.size() + 1) / (i % 3 == 0 ? 1 : 5);
        rest.remove_prefix(read);
        expected.erase(0, read);
        REQUIRE(rest == expected);
    }
}

TEST_CASE("a backlog that is read as fast as it is filled does not grow") {
    backlog b;
    const std::string piece(100, 'x');
    std::string_view rest = b.join(piece, piece);
    const std::size_t capacity = b.capacity();
    for (int i = 0; i != 1000; ++i) {
        rest.remove_prefix(100);
        rest = b.join(rest, piece);
    }
    CHECK(b.capacity() == capacity);
}

TEST_CASE("a moved-from backlog can be used again") {
    backlog a;
    const std::string_view rest = a.join("ab", "cd");
    backlog b(std::move(a));
    CHECK(rest == "abcd");
    CHECK(a.capacity() == 0);
    CHECK(a.join("e", "f") == "ef");
    CHECK(b.join(rest.substr(2), "ef") == "cdef");
}

TEST_CASE("a backlog fills its capacity, and grows rather than move many bytes for a small gain") {
    const std::string piece(100, 'x');
    backlog b;
    std::string_view rest = b.join(piece, "");
    CHECK(b.capacity() == 200);
    rest = b.join(rest, piece);
    CHECK(b.capacity() == 200);  // full
    rest.remove_prefix(110);
    rest = b.join(rest, std::string(10, 'y'));
    CHECK(b.capacity() == 200);  // half of it was read: moved to the front
    CHECK(rest == std::string(90, 'x') + std::string(10, 'y'));
    rest.remove_prefix(10);
    rest = b.join(rest, std::string(105, 'z'));
    CHECK(b.capacity() == 390);
    CHECK(rest == std::string(80, 'x') + std::string(10, 'y') + std::string(105, 'z'));
}

}  // namespace backlog_tests
