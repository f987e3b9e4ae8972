#include <oaiwire/core/cpu.hpp>
//
#include <support/catch.hpp>

#include <fstream>
#include <string>

namespace cpu_tests {

using namespace oaiwire::detail;

TEST_CASE("vectors are found where the system says that they are there") {
    static_assert(OAIWIRE_AVX2 == 0 || OAIWIRE_AVX2 == 1);
    static_assert(OAIWIRE_AVX512 == 0 || OAIWIRE_AVX2 == 1);
    if (!OAIWIRE_AVX2) CHECK_FALSE(has_avx2());
    if (!OAIWIRE_AVX512) CHECK_FALSE(has_avx512());
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (OAIWIRE_AVX2 && std::getline(file, line)) {
        if (line.rfind("flags", 0) != 0) continue;
        const std::string flags = line + ' ';
        const auto has = [&](const char* name) { return flags.find(name) != std::string::npos; };
        CHECK(has_avx2() == has(" avx2 "));
        CHECK(has_avx512() == (OAIWIRE_AVX512 && has(" bmi2 ") && has(" avx512bw ") &&
                               has(" avx512vbmi ") && has(" avx512_vbmi2 ")));
        break;
    }
}

#if OAIWIRE_AVX2
TEST_CASE("the processor is asked once, and no vectors are used where none were found") {
    const bool avx2 = has_avx2();
    const unsigned char all = cpu_found;
    CHECK((all & cpu_bits::known) != 0);
    CHECK(find_cpu_bits() == all);
    cpu_found = cpu_bits::known;
    CHECK_FALSE(has_avx2());
    CHECK_FALSE(has_avx512());
    CHECK(cpu_found == cpu_bits::known);
    cpu_found = 0;
    CHECK(has_avx2() == avx2);
    CHECK(cpu_found == all);
}
#endif

}  // namespace cpu_tests
