#include <oaiwire/types/short_text.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace short_text_tests {

using oaiwire::detail::short_text;

std::string of_size(std::size_t n) {
    std::string out(n, ' ');
    for (std::size_t i = 0; i != n; ++i) out[i] = static_cast<char>('a' + (n + i) % 26);
    return out;
}

TEST_CASE("a short text keeps what is assigned, of any size and after any other") {
    static_assert(sizeof(short_text) == 15 && alignof(short_text) == 1);
    static_assert(std::is_nothrow_move_constructible_v<short_text>);
    static_assert(std::is_nothrow_move_assignable_v<short_text>);
    CHECK(short_text().view().empty());
    for (std::size_t first = 0; first != 40; ++first) {
        for (std::size_t second = 0; second != 40; ++second) {
            short_text text;
            text.assign(of_size(first));
            CHECK(text.view() == of_size(first));
            text.assign(of_size(second));
            CHECK(text.view() == of_size(second));
        }
    }
}

TEST_CASE("a part of a short text may be assigned to it") {
    for (const std::size_t size : {std::size_t{5}, std::size_t{14}, std::size_t{15}}) {
        short_text text;
        const std::string all = of_size(size);
        text.assign(all);
        text.assign(text.view());
        CHECK(text.view() == all);
        text.assign(text.view().substr(2));
        CHECK(text.view() == all.substr(2));
        text.assign(text.view().substr(0, 1));
        CHECK(text.view() == all.substr(2, 1));
    }
}

TEST_CASE("short texts are copied and moved, and a moved one is empty") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{14}, std::size_t{30}}) {
        for (const std::size_t old : {std::size_t{0}, std::size_t{3}, std::size_t{31}}) {
            short_text text;
            text.assign(of_size(size));
            short_text other;
            other.assign(of_size(old));
            const short_text copy = text;
            CHECK(copy.view() == of_size(size));
            other = text;
            CHECK(other.view() == of_size(size));
            CHECK(text.view() == of_size(size));
            const short_text& same = other;
            other = same;
            CHECK(other.view() == of_size(size));
            const short_text& left = text;
            short_text moved = std::move(text);
            CHECK(moved.view() == of_size(size));
            CHECK(left.view().empty());  // NOLINT(clang-analyzer-cplusplus.Move)
            other.assign(of_size(old));
            short_text& rest = moved;
            other = std::move(moved);
            CHECK(other.view() == of_size(size));
            CHECK(rest.view().empty());  // NOLINT(clang-analyzer-cplusplus.Move)
            rest.assign("again");
            CHECK(rest.view() == "again");
        }
    }
}

}  // namespace short_text_tests
