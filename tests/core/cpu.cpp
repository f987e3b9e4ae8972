#include <oaiwire/core/cpu.hpp>
//
#include <support/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace cpu_tests {

using namespace oaiwire::detail;

TEST_CASE("AVX2 is found where the system says that it is there") {
    static_assert(OAIWIRE_AVX2 == 0 || OAIWIRE_AVX2 == 1);
    if (!OAIWIRE_AVX2) CHECK_FALSE(has_avx2());
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (OAIWIRE_AVX2 && std::getline(file, line)) {
        if (line.rfind("flags", 0) != 0) continue;
        bool there = false;
        std::istringstream words(line);
        for (std::string word; words >> word;) there = there || word == "avx2";
        CHECK(has_avx2() == there);
        break;
    }
}

}  // namespace cpu_tests
