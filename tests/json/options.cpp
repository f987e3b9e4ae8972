#include <oaiwire/json/options.hpp>
//
#include <support/catch.hpp>

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

}  // namespace options_tests
