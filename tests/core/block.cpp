#include <oaiwire/core/block.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <type_traits>
#include <utility>

#include <support/block_bytes.hpp>

namespace block_tests {

using namespace oaiwire::detail;
using namespace support::blocks;

namespace {

// Random blocks of which many bytes are equal.
std::array<bytes, 4> random_blocks(std::mt19937& random) {
    std::array<bytes, 4> out{};
    for (bytes& b : out) {
        for (std::uint8_t& c : b) c = static_cast<std::uint8_t>(random() % 5 * 0x3F + random() % 3);
    }
    return out;
}

// f computes the same with blocks of B as with plain ones, for each pair of bytes.
template <class B, class F>
void check_each(const char* name, F f) {
    CAPTURE(name);
    each_pair_of_bytes([&](const bytes& a, const bytes& b) {
        const bytes got = bytes_of(f(block_of<B>(a), block_of<B>(b)));
        if (got != bytes_of(f(block_of<plain_block>(a), block_of<plain_block>(b)))) {
            FAIL_CHECK("first bytes " << int{a[0]} << " and " << int{b[0]});
        }
    });
}

template <std::size_t... N>
bool same_shifts(const bytes& a, const bytes& b, std::index_sequence<N...>) {
    const auto same = [&]<std::size_t M>(std::integral_constant<std::size_t, M>) {
        bytes expected{};
        for (std::size_t i = 0; i != 16; ++i) expected[i] = i < M ? a[16 - M + i] : b[i - M];
        return bytes_of(shifted_in<M>(block_of<block>(a), block_of<block>(b))) == expected &&
               bytes_of(shifted_in<M>(block_of<plain_block>(a), block_of<plain_block>(b))) ==
                   expected;
    };
    return (same(std::integral_constant<std::size_t, N>{}) && ...);
}

}  // namespace

TEST_CASE("the machine's blocks compute what plain ones do, for all pairs of bytes") {
    check_each<block>("or", [](auto a, auto b) { return a | b; });
    check_each<block>("and", [](auto a, auto b) { return a & b; });
    check_each<block>("exclusive or", [](auto a, auto b) { return a ^ b; });
    check_each<block>("sum", [](auto a, auto b) { return a + b; });
    check_each<block>("difference", [](auto a, auto b) { return a - b; });
    check_each<block>("without", [](auto a, auto b) { return without(a, b); });
    check_each<block>("minus or zero", [](auto a, auto b) { return minus_or_zero(a, b); });
    check_each<block>("least", [](auto a, auto b) { return least(a, b); });
    check_each<block>("greatest", [](auto a, auto b) { return greatest(a, b); });
    check_each<block>("equal", [](auto a, auto b) { return equal(a, b); });
    check_each<block>("at most", [](auto a, auto b) { return at_most(a, b); });
    check_each<block>("less", [](auto a, auto b) { return less(a, b); });
    check_each<block>("less, signed", [](auto a, auto b) { return less_signed(a, b); });
}

TEST_CASE("a block holds the bytes that it was loaded from, at any address") {
    const std::string text = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (std::size_t at = 0; at != 20; ++at) {
        const block v = block::load(text.data() + at);
        std::string out(40, '?');
        v.store(out.data() + at);
        CHECK(out == std::string(at, '?') + text.substr(at, 16) + std::string(24 - at, '?'));
    }
    for (unsigned c = 0; c != 256; ++c) {
        bytes expected{};
        expected.fill(static_cast<std::uint8_t>(c));
        CHECK(bytes_of(block::all(c)) == expected);
        CHECK(bytes_of(plain_block::all(c)) == expected);
    }
    CHECK(bytes_of(block::zero()) == bytes{});
}

TEST_CASE("a partial block is padded with zeros, and nothing beyond it is read") {
    for (std::size_t n = 0; n != 16; ++n) {
        bytes expected{};
        // memory of just that size, for AddressSanitizer
        const auto text = std::make_unique<char[]>(n);
        for (std::size_t i = 0; i != n; ++i) {
            text[i] = static_cast<char>(0x71 + i * 9);
            expected[i] = static_cast<std::uint8_t>(0x71 + i * 9);
        }
        CHECK(bytes_of(block::load_part(text.get(), n)) == expected);
        CHECK(bytes_of(plain_block::load_part(text.get(), n)) == expected);
        const std::string among =
            std::string(16, '\xff') + std::string(text.get(), n) + std::string(16, '\xff');
        CHECK(bytes_of(block::load_part(among.data() + 16, n)) == expected);
    }
}

TEST_CASE("bytes of the block before are shifted in") {
    std::mt19937 random(20);
    for (int round = 0; round != 100; ++round) {
        const auto b = random_blocks(random);
        REQUIRE(same_shifts(b[0], b[1], std::make_index_sequence<16>{}));
    }
}

TEST_CASE("each comparison is a set of bytes, and each set a number") {
    each_set([](unsigned bits) {
        const block v = block_of<block>(truths_of(bits));
        const bool ok = bits_in(mask_of(v)) == bits && bits_of(v) == bits &&
                        any_of(v) == (bits != 0) && is_zero(v) == (bits == 0);
        if (!ok) FAIL_CHECK("set " << bits);
    });
    std::mt19937 random(21);
    for (int round = 0; round != 1000; ++round) {
        std::array<unsigned, 4> bits{};
        for (unsigned& b : bits) b = random() & 0xFFFF;
        const auto at = [&](std::size_t i) { return block_of<block>(truths_of(bits[i])); };
        REQUIRE(bits_of(at(0), at(1)) == (bits[0] | bits[1] << 16));
        REQUIRE(bits_of(at(0), at(1), at(2), at(3)) ==
                ((bits[0] | bits[1] << 16) | std::uint64_t{bits[2] | bits[3] << 16} << 32));
    }
}

TEST_CASE("bytes from 0x80 and bytes that are not zero are seen at every place") {
    for (unsigned c = 0; c != 256; ++c) {
        for (std::size_t at = 0; at != 16; ++at) {
            bytes b{};
            for (std::size_t i = 0; i != 16; ++i) b[i] = static_cast<std::uint8_t>(i * 8 & 0x7F);
            b[at] = static_cast<std::uint8_t>(c);
            const block v = block_of<block>(b);
            REQUIRE(any_high(v) == (c >= 0x80));
            REQUIRE(bits_in(mask_of_high(v)) == (c >= 0x80 ? 1u << at : 0u));
            bytes zeros{};
            zeros[at] = static_cast<std::uint8_t>(c);
            REQUIRE(is_zero(block_of<block>(zeros)) == (c == 0));
            REQUIRE(is_zero(block_of<plain_block>(zeros)) == (c == 0));
        }
    }
}

TEST_CASE("sixteen digits in a block are one number") {
    std::mt19937 random(3);
    for (int i = 0; i != 20'000; ++i) {
        bytes digits{};
        std::uint64_t expected = 0;
        for (std::uint8_t& digit : digits) {
            digit = static_cast<std::uint8_t>(i % 8 == 0 ? 9 : random() % 10);
            if (i % 8 == 1 && random() % 3 != 0) digit = 0;
            expected = expected * 10 + digit;
        }
        REQUIRE(number_of(block_of<block>(digits)) == expected);
        REQUIRE(number_of(block_of<plain_block>(digits)) == expected);
    }
}

TEST_CASE("bytes up to 25 in a block are multiplied by ten") {
    for (unsigned first = 0; first != 26; ++first) {
        bytes factors{};
        bytes expected{};
        for (unsigned i = 0; i != 16; ++i) {
            factors[i] = static_cast<std::uint8_t>((first + i * 5) % 26);
            expected[i] = static_cast<std::uint8_t>(factors[i] * 10);
        }
        CHECK(bytes_of(ten_times(block_of<block>(factors))) == expected);
        CHECK(bytes_of(ten_times(block_of<plain_block>(factors))) == expected);
    }
}

}  // namespace block_tests
