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
    CHECK(slots.begin()->raw() == "7");
    CHECK(slots.begin()[1].raw() == "x");
}

TEST_CASE("a value that was not read from the text gets no slot") {
    std::string text = "y";
    detail::template_slots slots;
    slots({"a"}, text);
    slots.locate(R"({"a":"x"})");
    CHECK(slots.empty());
}

TEST_CASE("values that vary seldom are left out where they are not wanted") {
    const std::string_view json = R"({"n":7,"text":"x","index":1})";
    for (const bool wanted : {false, true}) {
        std::string text = "x";
        std::int64_t number = 7;
        std::int64_t index = 1;
        detail::template_slots slots(wanted);
        slots({"n"}, number, detail::varies::seldom);
        slots({"text"}, text);
        slots.index({"index"}, index);
        slots.locate(json);
        CHECK(slots.size() == (wanted ? 3 : 1));
    }
}

TEST_CASE("an event with more candidates than there may be slots gets none") {
    for (const std::size_t more : {0u, 1u}) {
        std::string json = "[0";
        std::int64_t zero = 0;
        detail::template_slots slots;
        for (std::size_t i = 0; i != detail::template_slots::most + more; ++i) {
            json += ",0";
            slots({i}, zero);
        }
        slots.locate(json + "]");
        CHECK(slots.size() == (more == 0 ? detail::template_slots::most : 0));
    }
}

TEST_CASE("a count that continues is read as one") {
    const auto read = [](std::string_view first, std::string_view rest) -> std::string {
        std::int64_t n = 0;
        const char* const end = first.data() + first.size();
        if (detail::template_slots::read_count(first.data(), end, n) != end) return "no";
        const char* const stop = rest.data() + rest.size();
        if (detail::template_slots::read_count(rest.data(), stop, n, first.size()) != stop) {
            return "no";
        }
        return std::to_string(n);
    };
    CHECK(read("1", "2") == "12");
    CHECK(read("10", "") == "10");
    CHECK(read("0", "") == "0");
    CHECK(read("0", "0") == "no");
    CHECK(read("0", "1") == "no");
    CHECK(read("10", "01") == "1001");
    CHECK(read("123456789012345", "678") == "123456789012345678");
    CHECK(read("123456789012345", "6789") == "no");
    CHECK(read("", "1") == "no");
}

}  // namespace template_slots_tests
