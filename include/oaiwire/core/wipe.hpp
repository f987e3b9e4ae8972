// wipe: zeroes over what nobody may read any more. Knows not what it was.
#pragma once

#include <cstddef>
#include <string>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// The compiler may not leave these stores out, although the memory is about to be freed.
inline void wipe(void* memory, std::size_t size) noexcept {
    volatile unsigned char* p = static_cast<unsigned char*>(memory);
    for (std::size_t i = 0; i != size; ++i) p[i] = 0;
}

// The characters, and then their number; what a longer text left behind them stays.
inline void wipe(std::string& text) noexcept {
    wipe(text.data(), text.size());
    text.clear();
}

}  // namespace oaiwire::inline OAIWIRE_ABI
