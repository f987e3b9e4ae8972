// wipe: zeroes over what nobody may read any more. Knows not what it was.
#pragma once

#include <cstddef>
#include <string>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// The compiler may not leave these stores out, although the memory is about to be freed.
void wipe(void* memory, std::size_t size) noexcept;

// The characters, and then their number; what a longer text left behind them stays.
void wipe(std::string& text) noexcept;

}  // namespace oaiwire::inline OAIWIRE_ABI

#if OAIWIRE_DEFINES

namespace oaiwire::inline OAIWIRE_ABI {

OAIWIRE_INLINE void wipe(void* memory, std::size_t size) noexcept {
    volatile unsigned char* p = static_cast<unsigned char*>(memory);
    for (std::size_t i = 0; i != size; ++i) p[i] = 0;
}

OAIWIRE_INLINE void wipe(std::string& text) noexcept {
    wipe(text.data(), text.size());
    text.clear();
}

}  // namespace oaiwire::inline OAIWIRE_ABI

#endif  // OAIWIRE_DEFINES
