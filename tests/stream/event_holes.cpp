#include <oaiwire/stream/event_holes.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace event_holes_tests {

using namespace oaiwire;

TEST_CASE("values are found by their paths, in the order of the text") {
    const std::string_view json = R"({"n":7,"a":{"b":"x"}})";
    std::string text = "x";
    std::int64_t number = 7;
    detail::event_holes holes;
    holes({"a", "b"}, text);
    holes({"n"}, number);
    CHECK(holes.locate(json) > 0);
    REQUIRE(holes.end() - holes.begin() == 2);
    CHECK(holes.begin()->raw == "7");
    CHECK(holes.begin()[1].raw == "x");
}

TEST_CASE("a value that does not occur in the text is not variable") {
    std::string text = "y";
    detail::event_holes holes;
    holes({"a"}, text);
    holes.locate(R"({"a":"x"})");
    CHECK(holes.empty());
}

}  // namespace event_holes_tests
