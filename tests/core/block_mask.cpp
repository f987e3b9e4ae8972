#include <oaiwire/core/block_mask.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#include <support/block_bytes.hpp>

namespace block_mask_tests {

using namespace oaiwire::detail;
using namespace support::blocks;

namespace {

template <class Mask>
void check_mask(Mask (*mask_of_bits)(unsigned)) {
    each_set([&](unsigned bits) {
        const Mask m = mask_of_bits(bits);
        bool ok = bits_in(m) == bits && m.any() == (bits != 0) && m.all() == (bits == 0xFFFF);
        ok = ok && bits_in(~m) == (bits ^ 0xFFFF) &&
             m.size() == static_cast<unsigned>(std::popcount(bits));
        const auto first = static_cast<std::size_t>(std::countr_zero(bits | 0x10000));
        ok = ok && m.first_or_size() == first;
        if (bits != 0) {
            ok = ok && m.first() == first && bits_in(m.without_first()) == (bits & (bits - 1)) &&
                 m.behind_last() == static_cast<std::size_t>(std::countl_zero(bits << 16));
        }
        if (bits != 0xFFFF) {
            ok = ok && m.first_outside() == static_cast<std::size_t>(std::countr_one(bits));
        }
        if (!ok) FAIL_CHECK("set " << bits);
    });
    for (unsigned bits = 0; bits < 0x10000; bits += 0x101) {
        const Mask m = mask_of_bits(bits);
        for (unsigned at = 0; at != 32; ++at) {
            REQUIRE(bits_in(m.from(at)) == (bits >> at << at));
            if (at >= 16) continue;
            REQUIRE(bits_in(m.before(at)) == (bits & ((1u << at) - 1)));
            REQUIRE(bits_in(Mask::only(at)) == 1u << at);
        }
        const unsigned others = bits * 7 & 0xFFFF;
        REQUIRE(bits_in(m | mask_of_bits(others)) == (bits | others));
        REQUIRE(bits_in(m & mask_of_bits(others)) == (bits & others));
        REQUIRE((m == mask_of_bits(others)) == (bits == others));
    }
    CHECK(bits_in(Mask{}) == 0);
}

}  // namespace

TEST_CASE("sets of bytes are the same with one and with four bits for each") {
    check_mask<block_mask<std::uint32_t, 1>>(
        [](unsigned bits) { return block_mask<std::uint32_t, 1>(bits); });
    check_mask<block_mask<std::uint64_t, 4>>([](unsigned bits) {
        std::uint64_t wide = 0;
        for (unsigned i = 0; i != 16; ++i) wide |= std::uint64_t{(bits >> i & 1) * 15} << 4 * i;
        return block_mask<std::uint64_t, 4>(wide);
    });
    check_mask<block::mask>(
        [](unsigned bits) { return mask_of(block_of<block>(truths_of(bits))); });
}

}  // namespace block_mask_tests
