// Which bytes of a block must be escaped in JSON strings or checked as UTF-8, and which are no
// UTF-8.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Quotes, backslashes, control characters and bytes from 0x80, as 0xFF; other bytes as 0.
inline block special_bytes_of(block v) {
    // exchanges the quote with the space, so that one comparison covers it and everything below;
    // bytes from 0x80 are negative
    const block low = less_signed(v ^ block::all('"' ^ ' '), block::all(' ' + 1));
    return low | equal(v, block::all('\\'));
}
// Quotes, backslashes and control characters, as 0xFF; other bytes as 0.
inline block escaped_bytes_of(block v) {
    const block low = at_most(v ^ block::all('"' ^ ' '), block::all(' '));
    return low | equal(v, block::all('\\'));
}

// Returns a block with non-zero bytes where the 16 bytes are invalid, given the three preceding
// ones. A sequence that continues beyond the block is not judged.
inline block utf8_faults(block v, block before1, block before2, block before3) {
    const auto begins_with = [&](unsigned byte) { return equal(before1, block::all(byte)); };
    const block zero = block::zero();
    // continuation bytes exactly where a sequence continues
    const block goes_on = minus_or_zero(before1, block::all(0xBF)) |
                          minus_or_zero(before2, block::all(0xDF)) |
                          minus_or_zero(before3, block::all(0xEF));
    const block misplaced = equal(equal(goes_on, zero), less_signed(v, block::all(0xC0)));
    // second bytes of overlong forms, surrogates and values past U+10FFFF
    const block third =
        (without(begins_with(0xE0), v) | (v & begins_with(0xED))) & block::all(0x20);
    const block bits = v & block::all(0x30);
    const block fourth = (equal(bits, zero) & begins_with(0xF0)) | (bits & begins_with(0xF4));
    // first bytes of overlong forms and of values past U+10FFFF
    const block never =
        equal(v & block::all(0xFE), block::all(0xC0)) | minus_or_zero(v, block::all(0xF4));
    return (misplaced | third) | (fourth | never);
}

// The same for the first block of a text.
inline block utf8_faults_at_start(block v) {
    const block none = block::zero();
    return utf8_faults(v, shifted_in<1>(none, v), shifted_in<2>(none, v), shifted_in<3>(none, v));
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
