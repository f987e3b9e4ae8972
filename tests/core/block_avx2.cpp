#include <oaiwire/core/block_avx2.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/block.hpp>

namespace block_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire::detail;

namespace {

using bytes = std::array<char, 32>;

// What all operations say of two blocks.
struct results {
    std::array<bytes, 11> blocks{};
    std::uint32_t bits = 0;
    bool any = false;
    bool high = false;
    bool zero = false;

    bool operator==(const results&) const = default;
};

[[gnu::target("avx2")]] results by_avx2(const bytes& a, const bytes& b) {
    results out;
    const avx2_block x = avx2_block::load(a.data());
    const avx2_block y = avx2_block::load(b.data());
    const avx2_block same = equal(x, y);
    (x | y).store(out.blocks[0].data());
    (x & y).store(out.blocks[1].data());
    (x ^ y).store(out.blocks[2].data());
    same.store(out.blocks[3].data());
    at_most(x, y).store(out.blocks[4].data());
    high_nibbles(x).store(out.blocks[5].data());
    looked_up(y, high_nibbles(x)).store(out.blocks[6].data());
    avx2_block::all(static_cast<unsigned char>(b[3])).store(out.blocks[7].data());
    less_signed(x, y).store(out.blocks[8].data());
    minus_or_zero(x, y).store(out.blocks[9].data());
    out.bits = bits_of(same);
    bytes_of_bits(out.bits).store(out.blocks[10].data());
    out.any = any_of(same);
    out.high = any_high(x);
    out.zero = is_zero(x & y);
    return out;
}

results by_bytes(const bytes& a, const bytes& b) {
    results out;
    for (std::size_t half = 0; half != 32; half += 16) {
        const auto x = plain_block::load(a.data() + half);
        const auto y = plain_block::load(b.data() + half);
        const auto put = [&](std::size_t i, const plain_block& v) {
            v.store(out.blocks[i].data() + half);
        };
        put(0, x | y);
        put(1, x & y);
        put(2, x ^ y);
        put(3, equal(x, y));
        put(10, equal(x, y));
        put(4, at_most(x, y));
        for (std::size_t i = half; i != half + 16; ++i) {
            const auto nibble = static_cast<std::size_t>(static_cast<unsigned char>(a[i]) >> 4);
            out.blocks[5][i] = static_cast<char>(nibble);
            out.blocks[6][i] = b[half + nibble];
        }
        put(7, plain_block::all(static_cast<unsigned char>(b[3])));
        put(8, less_signed(x, y));
        put(9, minus_or_zero(x, y));
        out.bits |= bits_of(equal(x, y)) << half;
        out.high = out.high || any_high(x);
        out.zero = (half == 0 || out.zero) && is_zero(x & y);
    }
    out.any = out.bits != 0;
    return out;
}

[[gnu::target("avx2")]] std::string ordered(std::string_view eight, std::uint32_t order) {
    char out[8] = {};
    put_in_order(out, eight.data(), order);
    return {out, 8};
}

}  // namespace

TEST_CASE("blocks of 32 bytes compute what two of 16 do, for all pairs of bytes") {
    if (!has_avx2()) return;
    std::size_t wrong = 0;
    for (unsigned shift = 0; shift != 256; ++shift) {
        for (unsigned start = 0; start != 256; start += 8) {
            bytes a{};
            bytes b{};
            for (unsigned i = 0; i != 32; ++i) {
                a[i] = static_cast<char>(static_cast<unsigned char>(start + i));
                b[i] = static_cast<char>(static_cast<unsigned char>(start + i + shift));
            }
            if (shift % 7 == 3) a[shift % 32] = b[shift % 32];
            wrong += by_avx2(a, b) == by_bytes(a, b) ? 0 : 1;
        }
    }
    for (std::size_t at = 0; at != 32; ++at) {
        for (unsigned c = 0; c != 256; ++c) {
            bytes a{};
            a[at] = static_cast<char>(static_cast<unsigned char>(c));
            bytes b{};
            b.fill(static_cast<char>(0xFF));
            wrong += by_avx2(a, b) == by_bytes(a, b) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("eight bytes are put in any order") {
    if (!has_avx2()) return;
    // four in the lower halves, four in the upper ones
    CHECK(ordered("\x80\xffghijkl", 0x73625140) == "\x80\xffghijkl");
    CHECK(ordered("abcdefgh", 0x04152637) == "hgfedcba");
    for (std::uint32_t place = 0; place != 8; ++place) {
        for (std::uint32_t i = 0; i != 8; ++i) {
            std::string expected(8, 'a');
            expected[i] = "abcdefgh"[place];
            CHECK(ordered("abcdefgh", place << (i % 4 * 8 + i / 4 * 4)) == expected);
        }
    }
}

#endif

}  // namespace block_avx2_tests
