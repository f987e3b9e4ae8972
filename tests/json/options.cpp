#include <oaiwire/json/options.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace options_tests {

using namespace oaiwire;

TEST_CASE("the default is strict reading with the default depth and without a report") {
    const json::read_options o;
    CHECK(o.mode == json::strict);
    CHECK(o.depth == 64);
    CHECK(o.lone_surrogates == json::surrogates::replace);
    CHECK(o.report == nullptr);
    const json::read_options t = json::tolerant;
    CHECK(t.mode == json::read_mode::tolerant);
    CHECK(t.depth == 64);
}

TEST_CASE("a report can be queried by kind and path, and cleared") {
    json::read_report r;
    CHECK_FALSE(r.has(json::read_note::kind::absent, "choices"));
    r.notes.push_back({json::read_note::kind::absent, "choices"});
    r.lone_surrogate = true;
    CHECK(r.has(json::read_note::kind::absent, "choices"));
    CHECK_FALSE(r.has(json::read_note::kind::nil, "choices"));
    CHECK_FALSE(r.has(json::read_note::kind::absent, ""));
    r.clear();
    CHECK(r.notes.empty());
    CHECK_FALSE(r.lone_surrogate);
}

// A note needs the path of its value, and so a pass over the text before it: notes without bound
// would take quadratic time.
TEST_CASE("a report keeps so many notes, and says that there were more") {
    std::string text = "[null";
    for (int i = 1; i != 2'000; ++i) text += ",null";
    text += "]";
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const auto kept = [&] {
        report.clear();
        REQUIRE(json::read<std::vector<std::string>>(text, options));
        return report.notes.size();
    };
    CHECK(kept() == 1'000);
    CHECK(report.incomplete);
    CHECK(report.has(json::read_note::kind::nil, "[999]"));
    report.most = 3'000;
    CHECK(kept() == 2'000);
    CHECK_FALSE(report.incomplete);
    report.most = 2'000;
    CHECK(kept() == 2'000);
    CHECK_FALSE(report.incomplete);
    report.most = 0;
    CHECK(kept() == 0);
    CHECK(report.incomplete);
}

}  // namespace options_tests
