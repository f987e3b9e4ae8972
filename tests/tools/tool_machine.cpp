#include <oaiwire/tools/tool_machine.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>

#include "scripts.hpp"

namespace tool_machine_tests {

using namespace oaiwire;
using namespace oaiwire::detail;

TEST_CASE("counts are summed where they are there, and stay within bounds") {
    token_counts sum;
    add_counts(sum, {});
    CHECK_FALSE(sum.any());
    add_counts(sum, {.prompt = 3, .total = 5});
    add_counts(sum, {.completion = 2, .total = 1, .reasoning = 4});
    CHECK(sum == token_counts{.prompt = 3, .completion = 2, .total = 6, .reasoning = 4});
    for (int i = 0; i != 5; ++i) {
        add_counts(sum, {.prompt = std::numeric_limits<std::int64_t>::max(),
                         .completion = std::numeric_limits<std::int64_t>::min()});
    }
    CHECK(sum.prompt == std::int64_t{1} << 53);
}

TEST_CASE("a machine asks for a request first, and for nothing after its end") {
    tool_set tools;
    tool_machine machine(tools, {});
    machine.begin();
    CHECK(machine.next() == tool_step::send);
    CHECK_FALSE(machine.run());
    CHECK_FALSE(machine.decide(0, true));
    CHECK_FALSE(machine.answer(0, std::string()));
    machine.take({.text = "Hi"});
    CHECK(machine.is_concluding());
    machine.conclude();
    CHECK(machine.next() == tool_step::done);
    machine.fail(make_error(errc::connect_failed));
    CHECK(machine.error().code == errc::ok);
}

TEST_CASE("running out of memory ends the loop with an error that needs none") {
    tool_set tools;
    tool_machine machine(tools, {});
    machine.begin();
    machine.exhaust();
    CHECK(machine.error().code == errc::out_of_memory);
    CHECK(machine.is_ended());
}

}  // namespace tool_machine_tests
