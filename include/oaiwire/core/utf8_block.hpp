// Which bytes of a block must be escaped in JSON strings or checked as UTF-8.
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

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
