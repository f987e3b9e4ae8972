#include <oaiwire/api/timing.hpp>
//
#include <support/catch.hpp>

#include <type_traits>

namespace timing_tests {

using namespace oaiwire;

namespace {

struct steps {
    std::int64_t now = 0;
    std::int64_t now_ms() const { return now; }
    void sleep(std::int64_t ms, const stop_handle&) { now += ms; }
    double jitter() { return 0; }
};
struct without {};
struct with {
    using timing = steps;
};
struct with_another {
    using timing = int;
};

}  // namespace

TEST_CASE("a transport's own timing is used, if it declares one") {
    CHECK(std::is_same_v<detail::timing_of<with>::type, steps>);
    CHECK(std::is_same_v<detail::timing_of<without>::type, no_timing>);
    CHECK(std::is_same_v<detail::timing_of<with_another>::type, no_timing>);
    CHECK(timing<steps>);
    CHECK_FALSE(timing<no_timing>);
}

}  // namespace timing_tests
