#include <oaiwire/json/duplicates.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <oaiwire/json/describe.hpp>
#include <support/random.hpp>

namespace duplicates_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

TEST_CASE("the last of equal names is kept, and the others keep their order") {
    using map = string_map<int>;
    map m{{"a", 1}, {"b", 2}, {"a", 3}, {"c", 4}, {"b", 5}};
    drop_earlier_duplicates(&m, described<string_map<int>>());
    CHECK(m == map{{"a", 3}, {"c", 4}, {"b", 5}});
    map none;
    drop_earlier_duplicates(&none, described<string_map<int>>());
    CHECK(none.empty());
    map single{{"x", 1}};
    drop_earlier_duplicates(&single, described<string_map<int>>());
    CHECK(single == map{{"x", 1}});
}

TEST_CASE("random maps, short and long, keep the last value of each name") {
    support::random r(6);
    for (int round = 0; round != 2'000; ++round) {
        string_map<int> m, expected;
        const std::size_t size = r.below(40);
        const std::size_t names = 1 + r.below(60);
        for (std::size_t i = 0; i != size; ++i) {
            m.emplace_back(std::to_string(r.below(names)), static_cast<int>(i));
        }
        for (std::size_t i = 0; i != size; ++i) {
            bool later = false;
            for (std::size_t j = i + 1; j != size; ++j) later = later || m[i].first == m[j].first;
            if (!later) expected.push_back(m[i]);
        }
        drop_earlier_duplicates(&m, described<string_map<int>>());
        REQUIRE(m == expected);
    }
}

TEST_CASE("names that differ only at one end, and empty ones, are no duplicates of others") {
    for (const std::string& name : {std::string(), std::string(1, '\0'), std::string("a"),
                                    std::string("ab"), std::string("ba")}) {
        string_map<int> m{{"", 1}, {std::string(1, '\0'), 2}, {"a", 3}, {"ab", 4}, {"ba", 5}};
        const string_map<int> before = m;
        drop_earlier_duplicates(&m, described<string_map<int>>());
        CHECK(m == before);
        m.emplace_back(name, 6);
        drop_earlier_duplicates(&m, described<string_map<int>>());
        REQUIRE(m.size() == 5);
        CHECK(m.back().first == name);
        CHECK(m.back().second == 6);
    }
}

}  // namespace duplicates_tests
