#include <oaiwire/core/memory.hpp>
//
#include <support/catch.hpp>

#include <new>
#include <stdexcept>
#include <string>

#include <oaiwire/core/result.hpp>

namespace memory_tests {

using namespace oaiwire;

TEST_CASE("within_memory returns the callable's result") {
    CHECK(within_memory([] { return 1; }, [] { return 2; }) == 1);
    CHECK(within_memory([]() -> result<int> { return 1; }) == 1);
    CHECK(within_memory([] { return errc::too_deep; }) == errc::too_deep);
}

#if defined(__cpp_exceptions)

TEST_CASE("bad_alloc and length_error become a value") {
    CHECK(within_memory([]() -> int { throw std::bad_alloc(); }, [] { return 2; }) == 2);
    CHECK(within_memory([]() -> int { throw std::length_error(""); }, [] { return 2; }) == 2);
    const auto failed = within_memory([]() -> result<int> { throw std::bad_alloc(); });
    REQUIRE(!failed);
    CHECK(failed.error() == no_memory());
    CHECK(within_memory([]() -> errc { throw std::bad_alloc(); }) == errc::out_of_memory);
}

TEST_CASE("bad_alloc leaks nothing") {
    int alive = 0;
    struct guest {
        int& n;
        explicit guest(int& count) : n(count) { ++n; }
        ~guest() { --n; }
    };
    within_memory(
        [&] {
            const guest g(alive);
            throw std::bad_alloc();
        },
        [&] { CHECK(alive == 0); });
    CHECK(alive == 0);
}

TEST_CASE("other exceptions pass through") {
    CHECK_THROWS_AS(within_memory([]() -> int { throw std::runtime_error(""); }, [] { return 2; }),
                    std::runtime_error);
}

#endif

TEST_CASE("bounded append never has more capacity than its bound, and reallocates rarely") {
    constexpr std::size_t bound = 100'000;
    std::string text;
    std::size_t moves = 0;
    for (std::size_t i = 0; i != bound; ++i) {
        const std::size_t before = text.capacity();
        append_within(text, "x", bound);
        moves += text.capacity() != before ? 1 : 0;
        if (text.capacity() > bound) FAIL(text.capacity());
    }
    CHECK(text == std::string(bound, 'x'));
    CHECK(moves < 20);
    append_within(text, "", bound);
    CHECK(text.capacity() == bound);
}

}  // namespace memory_tests
