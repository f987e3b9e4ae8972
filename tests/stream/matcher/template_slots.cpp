#include <oaiwire/stream/matcher/template_slots.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace template_slots_tests {

using namespace oaiwire;

TEST_CASE("values are found by their paths, in the order of the text") {
    const std::string_view json = R"({"n":7,"a":{"b":"x"}})";
    std::string text = "x";
    std::int64_t number = 7;
    detail::template_slots slots;
    slots({"a", "b"}, text);
    slots({"n"}, number);
    CHECK(slots.locate(json) > 0);
    REQUIRE(slots.end() - slots.begin() == 2);
    CHECK(slots.begin()->raw == "7");
    CHECK(slots.begin()[1].raw == "x");
}

TEST_CASE("a value that was not read from the text gets no slot") {
    std::string text = "y";
    detail::template_slots slots;
    slots({"a"}, text);
    slots.locate(R"({"a":"x"})");
    CHECK(slots.empty());
}

}  // namespace template_slots_tests
