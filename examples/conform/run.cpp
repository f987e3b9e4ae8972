#include "run.hpp"

namespace conform {

bool selected(const check& c, std::string_view only) {
    if (only.empty()) return true;
    while (!only.empty()) {
        const std::string_view one = only.substr(0, only.find(','));
        only.remove_prefix(one.size() == only.size() ? only.size() : one.size() + 1);
        if (one == c.id || one == group_of(c)) return true;
        if (one == "stream" && group_of(c) == "chunk") return true;
    }
    return false;
}

bool reachable(context& in, std::string& why) {
    const answer& a = in.get("/models");
    if (a.end != answer_end::unreachable) return true;
    why = a.why;
    return false;
}

report run_checks(context& in, std::string_view only) {
    report out;
    const std::int64_t began = now_ms();
    for (const check& c : all_checks()) {
        if (!selected(c, only)) continue;
        judge to;
        c.run(in, to);
        verdict v = to.result();
        v.reason = in.without_key(std::move(v.reason));
        for (finding& f : v.findings) {
            f.message = in.without_key(std::move(f.message));
            f.excerpt = in.without_key(std::move(f.excerpt));
            f.path = in.without_key(std::move(f.path));
            f.asked = in.without_key(std::move(f.asked));  // names of models are the server's
        }
        out.results.emplace_back(c, std::move(v));
    }
    out.model = in.without_key(in.model());
    out.elapsed_ms = now_ms() - began;
    return out;
}

}  // namespace conform
