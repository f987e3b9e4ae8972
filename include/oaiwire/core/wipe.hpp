// wipe(): zeroes memory that held a secret.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Zeroes `size` bytes at `memory`. Volatile stores, so the compiler may not omit them although the
// memory is about to be freed.
void wipe(void* memory, std::size_t size) noexcept;

// Zeroes the characters, then clears the string. Bytes past size() are not touched.
void wipe(std::string& text) noexcept;

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void wipe(void* memory, std::size_t size) noexcept {
    volatile unsigned char* p = static_cast<unsigned char*>(memory);
    for (std::size_t i = 0; i != size; ++i) p[i] = 0;
}

OAIWIRE_INLINE void wipe(std::string& text) noexcept {
    wipe(text.data(), text.size());
    text.clear();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
