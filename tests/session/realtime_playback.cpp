#include <oaiwire/session/realtime_playback.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <oracle/realtime_playback.hpp>
#include <support/random.hpp>

namespace realtime_playback_tests {

using namespace oaiwire;

namespace {

using cuts = std::vector<realtime_cut>;

}  // namespace

TEST_CASE("an interruption cuts what was not heard, where it was not heard") {
    support::random chance(7);
    for (int round = 0; round != 300; ++round) {
        const std::size_t per_ms = chance.below(2) == 0 ? 48 : 8;
        realtime_playback playback;
        oracle::realtime_playback slow;
        slow.per_ms = per_ms;
        for (int interruption = 0; interruption != 3; ++interruption) {
            for (std::size_t n = chance.below(5); n-- != 0;) {
                const auto id = "item_" + std::to_string(chance.below(1u << 30));
                slow.items.push_back({.id = id});
                for (std::size_t pieces = 1 + chance.below(4); pieces-- != 0;) {
                    const std::size_t bytes = 1 + chance.below(20 * per_ms);
                    playback.add(id, 0, bytes, per_ms);
                    slow.items.back().bytes += bytes;
                }
                if (n != 0 || chance.below(2) == 0) {
                    playback.complete(id, 0);
                    slow.items.back().complete = true;
                }
            }
            const auto ahead = static_cast<std::int64_t>(chance.below(100));
            const std::int64_t played = slow.since_ms + ahead;
            const auto all = slow.items;
            cuts expected;
            for (auto& c : slow.interrupt(played)) expected.push_back({c.id, c.part, c.heard_ms});
            CHECK(playback.interrupt(played) == expected);
            for (const auto& item : all) {
                const bool cut = std::any_of(expected.begin(), expected.end(),
                                             [&](const auto& c) { return c.item_id == item.id; });
                CHECK(playback.is_cut(item.id) == cut);
            }
            CHECK(playback.end_ms() == played);
        }
    }
}

TEST_CASE("an item that was heard as far as it came is cut there, for more of it is on its way") {
    realtime_playback playback;
    playback.add("a", 0, 480, 48);
    CHECK(playback.end_ms() == 10);
    CHECK(playback.interrupt(10) == cuts{{"a", 0, 10}});
    CHECK(playback.is_cut("a"));
    CHECK_FALSE(playback.is_cut("b"));
}

TEST_CASE("an item that is complete and was heard to its end is not cut") {
    realtime_playback playback;
    playback.add("a", 0, 480, 48);
    playback.complete("a", 0);
    playback.add("b", 1, 4800, 48);
    playback.complete("b", 1);
    CHECK(playback.interrupt(35) == cuts{{"b", 1, 25}});
}

TEST_CASE("a position that cannot be is taken as the nearest that can") {
    realtime_playback playback;
    playback.add("a", 0, 480, 48);
    CHECK(playback.interrupt(-5) == cuts{{"a", 0, 0}});
    playback.add("b", 0, 480, 48);
    CHECK(playback.interrupt(1'000'000) == cuts{{"b", 0, 10}});
}

TEST_CASE("the format may change between items") {
    realtime_playback playback;
    playback.add("a", 0, 480, 48);  // 10 ms
    playback.complete("a", 0);
    playback.add("b", 0, 80, 8);  // 10 ms
    playback.complete("b", 0);
    playback.add("c", 0, 480, 0);  // unknown
    CHECK(playback.end_ms() == 20);
    CHECK(playback.interrupt(15) == cuts{{"b", 0, 5}});
}

TEST_CASE("of many items the last 64 are known") {
    realtime_playback playback;
    for (int i = 0; i != 1000; ++i) playback.add(std::to_string(i), 0, 48, 48);
    const cuts found = playback.interrupt(0);
    CHECK(found.size() == 64);
    CHECK(found.front().item_id == "936");
    for (int i = 0; i != 1000; ++i) {
        playback.add("x" + std::to_string(i), 0, 48, 48);
        CHECK(playback.interrupt(0).size() == 1);
    }
    CHECK(playback.is_cut("x999"));
    CHECK_FALSE(playback.is_cut("x1"));
}

}  // namespace realtime_playback_tests
