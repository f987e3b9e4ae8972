// What contenders use of Google Benchmark, for programs that only count instructions.
#pragma once

#include <map>
#include <string>

namespace benchmark {

using UserCounters = std::map<std::string, double>;

template <class T>
void DoNotOptimize(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}
inline void ClobberMemory() {
    asm volatile("" : : : "memory");
}

}  // namespace benchmark
