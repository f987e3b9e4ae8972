// Runs what is to be measured by Google Benchmark and prints a table of each subject: against the
// best peer and the lower bound. Knows nothing of JSON.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

// One implementation of a subject. `run` does the whole work once.
struct contender {
    enum class role { ours, peer, bound };
    std::string subject;  // "openai, 1400 B reads"
    std::string name;
    role as = role::peer;
    double units = 1;  // in one run: events or documents
    double bytes = 0;  // in one run
    std::function<void()> run;

    std::string label() const { return subject + '/' + name; }
};

// A function of its own, to be named to callgrind: --toggle-collect='bench::measured*'.
[[gnu::noinline]] inline void measured(const std::function<void()>& run) {
    run();
}

class table_reporter : public benchmark::ConsoleReporter {
public:
    explicit table_reporter(const std::vector<contender>& all) : all_(all) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& r : runs) {
            if (r.run_type != Run::RT_Iteration) continue;
            const auto [best, fresh] = times_.emplace(r.run_name.function_name, 0.0);
            const double time = r.GetAdjustedCPUTime();
            if (fresh || time < best->second) best->second = time;
        }
    }

    // The least of the repetitions, in CPU time.
    void print() const {
        std::string subject;
        for (const contender& c : all_) {
            const double time = unit_time(c);
            if (time == 0) continue;
            if (c.subject != subject) {
                subject = c.subject;
                std::printf("\n| %s (%.0f B each) | ns | GB/s | / best peer | / bound |\n",
                            subject.c_str(), c.bytes / c.units);
                std::printf("|---|---|---|---|---|\n");
            }
            std::printf("| %s | %.1f | %.2f | %.2f | %.1f |\n", c.name.c_str(), time,
                        c.bytes / c.units / time, time / least(subject, contender::role::peer),
                        time / least(subject, contender::role::bound));
        }
    }

private:
    double unit_time(const contender& c) const {
        const auto found = times_.find(c.label());
        return found == times_.end() ? 0 : found->second / c.units;
    }
    double least(std::string_view subject, contender::role as) const {
        double out = 0;
        for (const contender& c : all_) {
            const double time = unit_time(c);
            if (c.subject != subject || c.as != as || time == 0) continue;
            if (out == 0 || time < out) out = time;
        }
        return out;
    }

    const std::vector<contender>& all_;
    std::map<std::string, double> times_{};
};

// `--once LABEL [TIMES]` runs one contender outside of Google Benchmark, warm, to count
// instructions. Else `verify` says first that all contenders find the same.
inline int run(int argc, char** argv, const std::vector<contender>& all,
               const std::function<bool()>& verify) {
    if (argc >= 3 && std::strcmp(argv[1], "--once") == 0) {
        for (const contender& c : all) {
            if (c.label() != argv[2]) continue;
            c.run();
            for (int n = argc == 4 ? std::atoi(argv[3]) : 1; n != 0; --n) measured(c.run);
            return 0;
        }
        std::fprintf(stderr, "no such contender: %s\n", argv[2]);
        return 1;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    if (!verify()) return 1;
    for (const contender& c : all) {
        benchmark::RegisterBenchmark(c.label().c_str(), [&c](benchmark::State& state) {
            for (auto _ : state) c.run();
        });
    }
    table_reporter reporter(all);
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print();
    return 0;
}

}  // namespace bench
