// Runs contenders with Google Benchmark, and reports counters for the tables of run.py.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstring>
#include <deque>
#include <functional>
#include <iostream>
#include <regex>
#include <string>
#include <utility>

#include "allocations.hpp"

namespace bench {

// One implementation of a subject. `run` does all of its work once.
struct contender {
    // unfair: a peer that does less than required, not comparable; bound: a lower limit of the
    // time; variant: this library with a feature disabled
    enum class role { ours, peer, unfair, bound, variant };
    std::string subject;  // "openai, 1400 B reads"
    std::string name;
    role as = role::peer;
    double units = 1;  // events or documents per run
    double bytes = 0;  // per run
    std::function<void()> run;
    std::function<void(benchmark::UserCounters&)> more{};

    std::string label() const { return subject + '/' + name; }
};

using contenders = std::deque<contender>;

// Separate functions, so that callgrind can be told where to start counting and where to stop.
[[gnu::noinline]] inline void measured(const std::function<void()>& run) {
    run();
}
[[gnu::noinline]] inline void end_of_count() {
    benchmark::ClobberMemory();
}

// The number of allocations per run, once warmed up.
inline double allocations_of(const contender& c) {
    c.run();
    const std::size_t before = allocations().count;
    c.run();
    return static_cast<double>(allocations().count - before);
}

// `--once [REGEX]` runs each contender twice, the second time in measured(), without Google
// Benchmark, for counting instructions. Otherwise `verify` first checks that all contenders give
// the same result.
inline int run(int argc, char** argv, const contenders& all, const std::function<bool()>& verify) {
    if (argc >= 2 && std::strcmp(argv[1], "--once") == 0) {
        const std::regex wanted(argc >= 3 ? argv[2] : "");
        for (const contender& c : all) {
            if (!std::regex_search(c.label(), wanted)) continue;
            c.run();
            measured(c.run);
            end_of_count();
            std::printf("%s\n", c.label().c_str());
        }
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    if (!verify()) return 1;
    for (const contender& c : all) {
        benchmark::RegisterBenchmark(c.label().c_str(), [&c](benchmark::State& state) {
            state.counters["allocations"] = allocations_of(c) / c.units;
            for (auto _ : state) c.run();
            state.counters["role"] = static_cast<double>(c.as);
            state.counters["units"] = c.units;
            state.counters["bytes"] = c.bytes;
            if (c.more) c.more(state.counters);
        });
    }
    benchmark::ConsoleReporter reporter;
    reporter.SetErrorStream(&std::cout);  // its information about the machine is not an error
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}

}  // namespace bench
