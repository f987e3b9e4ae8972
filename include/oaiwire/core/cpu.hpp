// has_avx2(), has_avx512(): what the machine that runs the program has beyond what it was compiled
// for.
//
// A function that needs AVX2 stands inside `#if OAIWIRE_AVX2`, is marked [[gnu::target("avx2")]],
// which MSVC neither knows nor needs, and is called where has_avx2() is true. Lambdas in it have no
// such mark. The same holds for OAIWIRE_AVX512, which is never 1 with MSVC, and
// [[gnu::target("avx512bw,avx512vbmi")]].
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/version.hpp>

// g++ for Windows does not align the stack as vectors of 32 bytes need it (its bug 54412), and what
// clang needs to ask there is not always linked.
#define OAIWIRE_AVX2 0
#if defined(__SSE2__) || defined(_M_X64)
#if (defined(__x86_64__) && !defined(_WIN32)) || \
    (defined(_M_X64) && !defined(__clang__) && !defined(_M_ARM64EC))
#undef OAIWIRE_AVX2
#define OAIWIRE_AVX2 1
#endif
#endif

#define OAIWIRE_AVX512 0
#if OAIWIRE_AVX2 && !defined(_MSC_VER)
#undef OAIWIRE_AVX512
#define OAIWIRE_AVX512 1
#endif

#if OAIWIRE_AVX2 && defined(_MSC_VER)
#include <atomic>

#include <immintrin.h>
#include <intrin.h>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

#if OAIWIRE_AVX2 && defined(_MSC_VER)

// Asks the processor, and the system whether it keeps the registers.
inline bool find_avx2() {
    int r[4] = {};
    __cpuid(r, 0);
    if (r[0] < 7) return false;
    __cpuid(r, 1);
    constexpr int saved_by_system = 1 << 27;
    constexpr int avx = 1 << 28;
    if ((r[2] & saved_by_system) == 0 || (r[2] & avx) == 0) return false;
    if ((_xgetbv(0) & 6) != 6) return false;
    __cpuidex(r, 7, 0);
    return (r[1] & 1 << 5) != 0;
}

enum class known_avx2 : unsigned char { unknown, no, yes };
inline constinit std::atomic<known_avx2> avx2_state{known_avx2::unknown};

inline bool has_avx2() {
    known_avx2 state = avx2_state.load(std::memory_order_relaxed);
    if (state == known_avx2::unknown) {  // each thread that comes here finds the same
        state = find_avx2() ? known_avx2::yes : known_avx2::no;
        avx2_state.store(state, std::memory_order_relaxed);
    }
    return state == known_avx2::yes;
}

#elif OAIWIRE_AVX2

// The compiler's library asks the processor and the system before any constructor runs; here one
// word is read.
inline bool has_avx2() {
    return __builtin_cpu_supports("avx2") != 0;
}
// Vectors of 64 bytes whose bytes are looked up in 128. Processors that have this do not become
// slower by the use of such vectors, as some of the first with AVX-512 did.
inline bool has_avx512() {
    return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi") != 0;
}

#else

constexpr bool has_avx2() {
    return false;
}

#endif

#if !OAIWIRE_AVX512
constexpr bool has_avx512() {
    return false;
}
#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
