#include <oaiwire/core/block_plain.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>

#include <support/block_bytes.hpp>

namespace block_plain_tests {

using namespace oaiwire::detail;
using namespace support::blocks;

TEST_CASE("what plain blocks compute is what is said of bytes") {
    each_pair_of_bytes([](const bytes& a, const bytes& b) {
        const auto x = block_of<plain_block>(a);
        const auto y = block_of<plain_block>(b);
        const auto check = [&](const plain_block& got, auto f) {
            for (std::size_t i = 0; i != 16; ++i) {
                if (got.bytes[i] != static_cast<std::uint8_t>(f(int{a[i]}, int{b[i]})))
                    return false;
            }
            return true;
        };
        const auto high = [](int c) { return c >= 0x80 ? c - 256 : c; };
        REQUIRE(check(x | y, [](int m, int n) { return m | n; }));
        REQUIRE(check(x & y, [](int m, int n) { return m & n; }));
        REQUIRE(check(x ^ y, [](int m, int n) { return m ^ n; }));
        REQUIRE(check(x + y, [](int m, int n) { return m + n; }));
        REQUIRE(check(x - y, [](int m, int n) { return m - n; }));
        REQUIRE(check(without(x, y), [](int m, int n) { return m & (255 - n); }));
        REQUIRE(check(minus_or_zero(x, y), [](int m, int n) { return m < n ? 0 : m - n; }));
        REQUIRE(check(least(x, y), [](int m, int n) { return m < n ? m : n; }));
        REQUIRE(check(greatest(x, y), [](int m, int n) { return m < n ? n : m; }));
        REQUIRE(check(equal(x, y), [](int m, int n) { return m == n ? 255 : 0; }));
        REQUIRE(check(at_most(x, y), [](int m, int n) { return m <= n ? 255 : 0; }));
        REQUIRE(check(less(x, y), [](int m, int n) { return m < n ? 255 : 0; }));
        REQUIRE(
            check(less_signed(x, y), [&](int m, int n) { return high(m) < high(n) ? 255 : 0; }));
    });
}

TEST_CASE("plain blocks are computed when a program is compiled") {
    constexpr plain_block a = plain_block::all('a');
    constexpr plain_block b = plain_block::all('b');
    STATIC_REQUIRE(bits_of(less(a, b)) == 0xFFFF);
    STATIC_REQUIRE(bits_of(equal(a, b), equal(a, a)) == 0xFFFF0000);
    STATIC_REQUIRE(bits_of(equal(shifted_in<4>(a, b), a)) == 0x000F);
    STATIC_REQUIRE(mask_of(equal(shifted_in<4>(a, b), b)).first() == 4);
    STATIC_REQUIRE(number_of(plain_block::all(1)) == 1'111'111'111'111'111);
    STATIC_REQUIRE(is_zero(a - a));
    STATIC_REQUIRE(any_high(plain_block::all(0x80)));
    STATIC_REQUIRE_FALSE(any_high(plain_block::all(0x7F)));
}

}  // namespace block_plain_tests
