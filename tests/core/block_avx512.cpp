#include <oaiwire/core/block_avx512.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include <support/random.hpp>

namespace block_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire::detail;

namespace {

using bytes = std::array<unsigned char, 64>;

// What all operations say of a few blocks.
struct results {
    std::array<bytes, 13> blocks{};
    std::array<std::uint64_t, 4> bits{};
    bool high = false;
    bool zero = false;

    bool operator==(const results&) const = default;
};

[[gnu::target("avx512bw,avx512vbmi,avx512vbmi2,bmi2")]] results by_avx512(const bytes& a,
                                                                          const bytes& b,
                                                                          const bytes& values,
                                                                          const bytes& places) {
    results out;
    const avx512_block x = avx512_block::load(a.data());
    const avx512_block y = avx512_block::load(b.data());
    (x | y).store(out.blocks[0].data());
    looked_up(x, y).store(out.blocks[1].data());
    looked_up(x, y, avx512_block::load(places.data())).store(out.blocks[2].data());
    groups_of_four(avx512_block::load(values.data())).store(out.blocks[3].data());
    avx512_block::all(b[3]).store(out.blocks[4].data());
    values_of_groups(y).store(out.blocks[5].data());
    (x ^ y).store(out.blocks[6].data());
    (x + y).store(out.blocks[7].data());
    minus_or_zero(x, y).store(out.blocks[8].data());
    quarters(x).store(out.blocks[9].data());
    combined<0xCA>(x, y, avx512_block::load(places.data())).store(out.blocks[10].data());
    out.bits = {bits_of(x), equal_bits(x, y), at_most_bits(x, y), spread_bits(bits_of(x))};
    looked_up(x, y, avx512_block::load(places.data()), bits_of(y)).store(out.blocks[11].data());
    compressed(x, bits_of(y)).store(out.blocks[12].data());
    for (unsigned char& value : out.blocks[9]) value &= 63;
    out.high = any_high(x);
    out.zero = is_zero(x);
    for (unsigned char& value : out.blocks[5]) value &= 63;
    return out;
}

results by_bytes(const bytes& a, const bytes& b, const bytes& values, const bytes& places) {
    results out;
    out.zero = true;
    std::size_t left = 0;
    for (std::size_t i = 0; i != 64; ++i) {
        out.blocks[0][i] = a[i] | b[i];
        out.blocks[1][i] = a[b[i] & 63];
        out.blocks[2][i] = (places[i] & 64) == 0 ? a[places[i] & 63] : b[places[i] & 63];
        out.blocks[4][i] = b[3];
        out.blocks[6][i] = a[i] ^ b[i];
        out.blocks[7][i] = static_cast<unsigned char>(a[i] + b[i]);
        out.blocks[8][i] = static_cast<unsigned char>(a[i] > b[i] ? a[i] - b[i] : 0);
        out.blocks[9][i] = a[i] / 4;
        // 0xCA: where a is set, b; else c
        out.blocks[10][i] = static_cast<unsigned char>((a[i] & b[i]) | (~a[i] & places[i]));
        const bool there = b[i] >= 0x80;
        out.blocks[11][i] = there ? out.blocks[2][i] : places[i];
        if (there) out.blocks[12][left++] = a[i];
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (a[i] >= 0x80) out.bits[0] |= bit;
        if (a[i] == b[i]) out.bits[1] |= bit;
        if (a[i] <= b[i]) out.bits[2] |= bit;
        if (a[i] >= 0x80 && i < 32) out.bits[3] |= bit << i;
        out.high = out.high || a[i] >= 0x80;
        out.zero = out.zero && a[i] == 0;
    }
    for (std::size_t i = 0; i != 64; i += 4) {
        const auto group = static_cast<unsigned>(values[i] << 18 | values[i + 1] << 12 |
                                                 values[i + 2] << 6 | values[i + 3]);
        const unsigned three = static_cast<unsigned>(b[i + 1] << 16 | b[i] << 8 | b[i + 2]);
        for (unsigned at = 0; at != 4; ++at) {
            out.blocks[5][i + at] = static_cast<unsigned char>(three >> (18 - 6 * at) & 63);
        }
        for (unsigned at = 0; at != 3; ++at) {
            out.blocks[3][i + at] = static_cast<unsigned char>(group >> (8 * at));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("blocks of 64 bytes compute what a loop over the bytes does") {
    if (!has_avx512()) return;
    support::random r(512);
    std::size_t wrong = 0;
    for (int i = 0; i != 5000; ++i) {
        bytes a{};
        bytes b{};
        bytes values{};  // of six bits
        bytes places{};
        for (unsigned char& c : a) c = static_cast<unsigned char>(r.below(i % 2 == 0 ? 128 : 256));
        for (unsigned char& c : b) c = static_cast<unsigned char>(r.below(256));
        for (std::size_t at = 0; at != 64; at += 4) b[at + 3] = b[at];  // groups have it twice
        for (unsigned char& c : values) c = static_cast<unsigned char>(r.below(64));
        for (unsigned char& c : places) c = static_cast<unsigned char>(r.below(256));
        if (i % 4 == 0) a[r.below(64)] = 0x80;
        if (i % 3 == 0) a[r.below(64)] = b[7];
        if (i % 50 == 1) a = {};
        if (i % 100 == 1) a[r.below(64)] = 1;
        wrong += by_avx512(a, b, values, places) == by_bytes(a, b, values, places) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace block_avx512_tests
