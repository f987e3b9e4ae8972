// block_mask: a set of bytes of a 16-byte block, as comparisons of blocks find them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Each byte has `Bits` bits in `Word`, all of them equal, the first byte in the lowest ones. How
// many depends on what a machine computes at the least cost.
template <class Word, int Bits>
class block_mask {
public:
    block_mask() = default;
    constexpr explicit block_mask(Word bits) : bits_(bits) {}

    // A set of this one byte.
    static constexpr block_mask only(std::size_t at) { return block_mask(one_byte << (at * Bits)); }

    constexpr bool any() const { return bits_ != 0; }
    constexpr bool all() const { return bits_ == full; }

    // The first byte of the set, which must not be empty.
    constexpr std::size_t first() const { return first_bit(bits_) / Bits; }
    // The same, and 16 for an empty set.
    constexpr std::size_t first_or_size() const {
        if constexpr (sizeof(Word) * 8 == 16 * Bits) {
            return first();  // countr_zero(0) is the size of a word
        } else {
            return block_mask(bits_ | Word{1} << 16 * Bits).first();
        }
    }
    // The first byte that is not in the set, which must not hold all.
    constexpr std::size_t first_outside() const {
        return first_bit(static_cast<Word>(~bits_)) / Bits;
    }
    // How many bytes follow the last one of the set, which must not be empty.
    constexpr std::size_t behind_last() const {
        const auto top = static_cast<Word>(bits_ << (sizeof(Word) * 8 - 16 * Bits));
        return static_cast<std::size_t>(std::countl_zero(top)) / Bits;
    }
    // How many bytes are in the set.
    constexpr std::size_t size() const {
        return static_cast<std::size_t>(std::popcount(bits_)) / Bits;
    }

    // Whether the byte is in the set. `at` is below 32; past the block there are none.
    constexpr bool has(std::size_t at) const { return fits(at) && (bits_ >> at * Bits & 1) != 0; }

    // Without the first byte of the set, which must not be empty.
    constexpr block_mask without_first() const {
        if constexpr (Bits == 1) return block_mask(bits_ & (bits_ - 1));
        return block_mask(bits_ & ~(one_byte << first() * Bits));
    }
    // Those of the set from this byte on. `at` is below 32.
    constexpr block_mask from(std::size_t at) const {
        return block_mask(fits(at) ? bits_ >> at * Bits << at * Bits : 0);
    }
    // Those of the set before this byte, which is below 16.
    constexpr block_mask before(std::size_t at) const {
        return block_mask(bits_ & ((Word{1} << at * Bits) - 1));
    }

    friend constexpr block_mask operator|(block_mask a, block_mask b) {
        return block_mask(a.bits_ | b.bits_);
    }
    friend constexpr block_mask operator&(block_mask a, block_mask b) {
        return block_mask(a.bits_ & b.bits_);
    }
    // The bytes that are not in the set.
    friend constexpr block_mask operator~(block_mask a) { return block_mask(a.bits_ ^ full); }
    friend constexpr bool operator==(block_mask, block_mask) = default;

private:
    static constexpr Word one_byte = (Word{1} << Bits) - 1;
    static constexpr Word full = static_cast<Word>(~Word{0}) >> (sizeof(Word) * 8 - 16 * Bits);

    static constexpr std::size_t first_bit(Word bits) {
        return static_cast<std::size_t>(std::countr_zero(bits));
    }
    // Whether bits of a word can be shifted by so many bytes.
    static constexpr bool fits(std::size_t at) {
        return sizeof(Word) * 8 >= 32 * Bits || at < sizeof(Word) * 8 / Bits;
    }

    Word bits_ = 0;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
