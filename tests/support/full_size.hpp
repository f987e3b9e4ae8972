// The extent of exhaustive tests. Long ones are reduced by the kind of build, so that the suite
// ends in minutes; OAIWIRE_TEST_FULL=1 runs all of them, which takes hours.
#pragma once

#include <cstdlib>
#include <cstring>

namespace support {

// AddressSanitizer or another sanitizer.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
inline constexpr bool sanitized =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool sanitized = false;
#endif

inline bool full_size() {
    const char* const wanted = std::getenv("OAIWIRE_TEST_FULL");
    return wanted != nullptr && std::strcmp(wanted, "1") == 0;
}

template <class T>
T scaled([[maybe_unused]] T without_optimiser, [[maybe_unused]] T ordinary, T full) {
    if (full_size()) return full;
#ifdef __OPTIMIZE__
    return ordinary;
#else
    return without_optimiser;
#endif
}

}  // namespace support
