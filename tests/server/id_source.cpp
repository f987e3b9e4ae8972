#include <oaiwire/server/id_source.hpp>

#include <support/catch.hpp>

#include <array>
#include <set>
#include <string>

namespace id_source_tests {

using namespace oaiwire;

TEST_CASE("ids have the prefix, and letters and digits that differ") {
    id_source ids(1);
    std::set<std::string> seen;
    for (int i = 0; i != 1000; ++i) {
        const auto id = ids.make("resp_");
        REQUIRE(id);
        CHECK(id->size() == 29);
        CHECK(id->starts_with("resp_"));
        CHECK(id->substr(5).find_first_not_of(detail::id_alphabet) == std::string::npos);
        seen.insert(*id);
    }
    CHECK(seen.size() == 1000);
    CHECK(ids.make("", 0)->empty());
    CHECK(ids.make("call_", 8)->size() == 13);
}

TEST_CASE("the same seed makes the same ids, everywhere") {
    CHECK(*id_source(7).make("x") == *id_source(7).make("x"));
    CHECK(*id_source(7).make("x") != *id_source(8).make("x"));
    CHECK(id_source(0).bits() == 0xE220A8397B1DCDAFu);  // of the authors of splitmix64
}

TEST_CASE("each character comes equally often") {
    id_source ids(3);
    std::array<int, 256> counts{};
    const auto all = ids.make("", 62'000);
    REQUIRE(all);
    for (const char c : *all) ++counts[static_cast<unsigned char>(c)];
    for (const char c : detail::id_alphabet) {
        CHECK(counts[static_cast<unsigned char>(c)] > 850);
        CHECK(counts[static_cast<unsigned char>(c)] < 1150);
    }
}

}  // namespace id_source_tests
