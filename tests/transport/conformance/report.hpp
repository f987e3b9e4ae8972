// Runs rules of the conformance suite, each on a thread that is watched, and reports what was
// found.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "call.hpp"
#include "check.hpp"
#include "crash.hpp"

namespace oaiwire::conformance {

// How a transport is examined.
struct options {
    traits claims{};
    std::string only{};  // rules whose text contains this; "": all
    // A rule in which no call ends for so long is given up. All calls of the suite have shorter
    // timeouts.
    std::int64_t patience_ms = 25'000;
    // So many rules that were given up end the examination: their threads cannot be ended.
    int most_hung = 3;
    bool progress = false;  // prints a line for each rule as it ends, to standard output
};

// What was found of a transport.
class report {
public:
    const std::vector<finding>& findings() const { return findings_; }
    // No rule is broken, and none was given up.
    bool ok() const { return broken() == 0; }
    int broken() const {
        int n = 0;
        for (const auto& f : findings_) n += f.how == verdict::broken || f.how == verdict::hung;
        return n;
    }
    int hung() const {
        int n = 0;
        for (const auto& f : findings_) n += f.how == verdict::hung;
        return n;
    }

    // Runs the rules of these groups. Those of a group are found one by one.
    void run(const std::string& form, const options& o, const detail::subject& s,
             const std::vector<std::function<void(const detail::subject&)>>& groups) {
        const detail::crash_report watched(o.progress ? form.c_str() : nullptr);
        for (const auto& group : groups) {
            for (std::size_t wanted = 0;; ++wanted) {
                if (hung() >= o.most_hung) return;
                const finding f = run_one(form, o, s, group, wanted);
                if (f.rule.empty()) break;
                if (f.rule.find(o.only) == std::string::npos) continue;
                if (o.progress) print(f);
                findings_.push_back(f);
            }
        }
    }
    void add(const report& other) {
        findings_.insert(findings_.end(), other.findings_.begin(), other.findings_.end());
    }

    // One line for a rule, and some more for one that is broken.
    static void print(const finding& f) {
        const char* const how = f.how == verdict::kept     ? "ok     "
                                : f.how == verdict::broken ? "BROKEN "
                                : f.how == verdict::hung   ? "HANGS  "
                                                           : "skipped";
        std::printf("%s %s: %s (%lld ms)\n", how, f.form.c_str(), f.rule.c_str(),
                    static_cast<long long>(f.ms));
        if (f.how == verdict::kept) return std::fflush(stdout), void();
        std::printf("        rule    %s\n        seen    %s\n", f.basis.c_str(),
                    detail::visible(f.seen).c_str());
        if (f.how != verdict::skipped && !f.server.empty()) {
            std::printf("        server  %s\n", detail::in_quotes(f.server).c_str());
        }
        std::fflush(stdout);
    }

private:
    // Shared with the thread of a rule, which may outlast it.
    struct running {
        detail::rule_run rule{};
        std::function<void(const detail::subject&)> group{};
        detail::subject subject{};
        std::string only{};
        std::mutex lock{};
        std::condition_variable ended{};
        bool done = false;
    };

    static void perform(running& r) {
        detail::current_rule = &r.rule;
#if defined(__cpp_exceptions)
        try {
            r.group(r.subject);
        } catch (const detail::rule_ended&) {
        } catch (const std::exception& e) {
            r.rule.found.how = verdict::broken;
            r.rule.found.seen = std::string("an exception left the transport: ") + e.what();
        } catch (...) {
            r.rule.found.how = verdict::broken;
            r.rule.found.seen = "an exception left the transport";
        }
#else
        r.group(r.subject);
#endif
        const std::lock_guard guard(r.lock);
        r.done = true;
        r.ended.notify_all();
    }

    static finding run_one(const std::string& form, const options& o, const detail::subject& s,
                           const std::function<void(const detail::subject&)>& group,
                           std::size_t wanted) {
        const auto r = std::make_shared<running>();
        r->group = group;
        r->subject = s;
        r->rule.wanted = wanted;
        r->rule.only = o.only;
        r->rule.found.form = form;
        const auto began = detail::steady_ms();
        detail::alive();
        std::thread([r] { perform(*r); }).detach();

        std::unique_lock held(r->lock);
        while (!r->done) {
            r->ended.wait_for(held, std::chrono::milliseconds(50));
            const auto silent_ms = detail::steady_ms() - detail::alive_ms;
            if (r->done || silent_ms < o.patience_ms) continue;
            // what the thread writes meanwhile is not touched
            finding hangs;
            hangs.form = form;
            hangs.rule = r->rule.title;
            hangs.basis = r->rule.basis;
            hangs.how = verdict::hung;
            {
                const std::lock_guard guard(r->rule.lock);
                hangs.seen = r->rule.all_notes();
                hangs.server = r->rule.told;
            }
            hangs.seen += "a call did not return in " + std::to_string(o.patience_ms) +
                          " ms; it is left behind";
            hangs.ms = detail::steady_ms() - began;
            if (hangs.rule.empty()) hangs.rule = "a transport can be made and destroyed";
            return hangs;
        }
        r->rule.found.ms = detail::steady_ms() - began;
        return r->rule.found;
    }

    std::vector<finding> findings_{};
};

}  // namespace oaiwire::conformance
