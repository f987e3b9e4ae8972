// Runs contenders with Google Benchmark, and reports counters for the tables of run.py. With
// BENCH_COUNT_ONLY, which needs no Google Benchmark, once each, for counting instructions.
#pragma once

#if defined(BENCH_COUNT_ONLY)
#include "count_only.hpp"
#else
#include <benchmark/benchmark.h>
#endif

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
    std::function<double()> idle{};  // bytes that a warm idle object of it keeps

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

#if defined(__clang__)
inline constexpr const char* compiler = "clang++";
#else
inline constexpr const char* compiler = "g++";
#endif

// Runs each wanted contender twice, the second time in measured(), and prints a line of fields
// separated by tabs: label, role, units, bytes, allocations, bytes that an idle object keeps.
inline void run_once(const contenders& all, const std::regex& wanted) {
    std::printf("%s\n", compiler);
    for (const contender& c : all) {
        if (!std::regex_search(c.label(), wanted)) continue;
        c.run();
        const std::size_t before = allocations().count;
        measured(c.run);
        const std::size_t allocated = allocations().count - before;
        end_of_count();
        std::printf("%s\t%d\t%.0f\t%.0f\t%zu\t%.0f\n", c.label().c_str(), static_cast<int>(c.as),
                    c.units, c.bytes, allocated, c.idle ? c.idle() : 0.0);
        std::fflush(stdout);
    }
}

// `--once [REGEX]` calls run_once(). Otherwise `verify` first checks that all contenders give the
// same result.
inline int run(int argc, char** argv, const contenders& all, const std::function<bool()>& verify) {
#if defined(BENCH_COUNT_ONLY)
    constexpr bool once = true;
#else
    const bool once = argc >= 2 && std::strcmp(argv[1], "--once") == 0;
#endif
    if (once) {
        run_once(all, std::regex(argc >= 3 ? argv[2] : ""));
        return 0;
    }
#if defined(BENCH_COUNT_ONLY)
    static_cast<void>(verify);
#else
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    if (!verify()) return 1;
    benchmark::AddCustomContext("compiler", compiler);
    for (const contender& c : all) {
        benchmark::RegisterBenchmark(c.label().c_str(), [&c](benchmark::State& state) {
            state.counters["allocations"] = allocations_of(c) / c.units;
            for (auto _ : state) c.run();
            state.counters["role"] = static_cast<double>(c.as);
            state.counters["units"] = c.units;
            state.counters["bytes"] = c.bytes;
            if (c.more) c.more(state.counters);
            if (c.idle) state.counters["idle bytes"] = c.idle();
        });
    }
    benchmark::ConsoleReporter reporter;
    reporter.SetErrorStream(&std::cout);  // its information about the machine is not an error
    benchmark::RunSpecifiedBenchmarks(&reporter);
#endif
    return 0;
}

}  // namespace bench
