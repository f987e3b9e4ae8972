// has_avx2(), has_avx512(): what the machine that runs the program has beyond what it was compiled
// for.
//
// A function that needs AVX2 stands inside `#if OAIWIRE_AVX2`, is marked [[gnu::target("avx2")]],
// which MSVC neither knows nor needs, and is called where has_avx2() is true. Lambdas in it have no
// such mark. The same holds for OAIWIRE_AVX512, which is never 1 with MSVC, and those of
// "avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt" that the function needs.
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

#if OAIWIRE_AVX2
#include <atomic>

#if defined(_MSC_VER)
#include <immintrin.h>
#include <intrin.h>
#else
#include <cpuid.h>
#endif
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

#if OAIWIRE_AVX2

// What was found, as bits. Compilers' libraries have such a word too, but with it comes the code
// that tells all processors apart.
struct cpu_bits {
    static constexpr unsigned char known = 1;
    static constexpr unsigned char avx2 = 2;
    static constexpr unsigned char avx512 = 4;
};
inline constinit std::atomic<unsigned char> cpu_found{0};

struct cpu_registers {
    unsigned a = 0, b = 0, c = 0, d = 0;
};

#if defined(_MSC_VER)
inline cpu_registers ask_cpu(unsigned leaf) {
    int r[4] = {};
    __cpuidex(r, static_cast<int>(leaf), 0);
    return {static_cast<unsigned>(r[0]), static_cast<unsigned>(r[1]), static_cast<unsigned>(r[2]),
            static_cast<unsigned>(r[3])};
}
inline unsigned saved_registers() {
    return static_cast<unsigned>(_xgetbv(0));
}
#else
inline cpu_registers ask_cpu(unsigned leaf) {
    cpu_registers r;
    __cpuid_count(leaf, 0, r.a, r.b, r.c, r.d);
    return r;
}
[[gnu::target("xsave")]] inline unsigned saved_registers() {
    return static_cast<unsigned>(__builtin_ia32_xgetbv(0));
}
#endif

// Asks the processor, and the system whether it keeps the registers. Each thread that comes here
// finds the same.
[[gnu::cold, gnu::noinline]] inline unsigned char find_cpu_bits() {
    unsigned char found = cpu_bits::known;
    constexpr unsigned saved_by_system = 1U << 27;
    constexpr unsigned avx = 1U << 28;
    constexpr unsigned both = saved_by_system | avx;
    if (ask_cpu(0).a >= 7 && (ask_cpu(1).c & both) == both) {
        const unsigned saved = saved_registers();
        const cpu_registers has = ask_cpu(7);
        constexpr unsigned avx2 = 1U << 5;
        if ((saved & 0x06) == 0x06 && (has.b & avx2) != 0) found |= cpu_bits::avx2;
        constexpr unsigned bmi2_and_avx512f_and_bw = 1U << 8 | 1U << 16 | 1U << 30;
        constexpr unsigned vbmi_and_vbmi2 = 1U << 1 | 1U << 6;
        if ((saved & 0xe6) == 0xe6 &&
            (has.b & bmi2_and_avx512f_and_bw) == bmi2_and_avx512f_and_bw &&
            (has.c & vbmi_and_vbmi2) == vbmi_and_vbmi2) {
            found |= cpu_bits::avx512;
        }
    }
    cpu_found.store(found, std::memory_order_relaxed);
    return found;
}

inline bool cpu_has(unsigned char bit) {
    const unsigned char found = cpu_found.load(std::memory_order_relaxed);
    return (found & bit) != 0 || (found == 0 && (find_cpu_bits() & bit) != 0);
}

inline bool has_avx2() {
    return cpu_has(cpu_bits::avx2);
}

#if OAIWIRE_AVX512
// Vectors of 64 bytes whose bytes are looked up in 128, or left out. Processors that have this do
// not become slower by the use of such vectors, as some of the first with AVX-512 did.
inline bool has_avx512() {
    return cpu_has(cpu_bits::avx512);
}
#endif

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
