#include <oaiwire/session/response_turns.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/session/response_session.hpp>
#include <support/allocation_ledger.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

namespace response_turns_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1", .retry = retry_policy::none()};

ResponseRequest ask(std::string lane) {
    ResponseRequest out{.model = "m", .input = std::string("Hi")};
    if (!lane.empty()) out.stream_id = std::move(lane);
    return out;
}

// What a turn consists of, without stream_id: some deltas, of which some are halves of a surrogate
// pair, and an end.
std::vector<std::string> script(support::random& random, int id) {
    static constexpr std::array<std::string_view, 6> pieces{"a",        " sky", "\\ud83c",
                                                            "\\udf24 ", "\\n",  ""};
    static constexpr std::array<std::string_view, 3> ends{"completed", "incomplete", "failed"};
    std::vector<std::string> out;
    const std::string response = R"("response":{"id":"resp_)" + std::to_string(id) + "\"";
    out.push_back(R"({"type":"response.created","sequence_number":0,)" + response + "}}");
    for (std::size_t n = random.below(12); n != 0; --n) {
        out.push_back(R"({"type":"response.output_text.delta","item_id":"i","output_index":0,)"
                      R"("content_index":0,"delta":")" +
                      std::string(pieces[random.below(pieces.size())]) + "\"}");
    }
    const std::string end(ends[random.below(ends.size())]);
    out.push_back(R"({"type":"response.)" + end + "\"," + response + R"(,"status":")" + end +
                  "\"}}");
    return out;
}

std::string in_lane(std::string event, const std::string& lane) {
    if (!lane.empty()) event.insert(event.size() - 1, ",\"stream_id\":\"" + lane + "\"");
    return event;
}

// What a program sees of a turn.
struct seen {
    std::vector<std::string> events{};
    std::string response{};
    errc code = errc::ok;
    friend bool operator==(const seen&, const seen&) = default;
};

// The same events over HTTP.
seen over_http(const std::vector<std::string>& events) {
    exchange call(ask({}), where, {}, call_mode::streamed);
    call.head(200, {});
    seen out;
    const auto drain = [&] {
        while (const auto* event = call.next()) out.events.push_back(support::json_of(*event));
    };
    for (const auto& event : events) {
        const std::string block = "data: " + event + "\n\n";
        call.feed(block);
        drain();
    }
    call.finish();
    drain();
    out.response = support::json_of(call.response());
    out.code = call.error().code;
    return out;
}

}  // namespace

TEST_CASE("response_turns: in any order of lanes, a turn is what its events are over HTTP") {
    support::random random(18);
    const std::array<std::string, 3> lanes{"", "a", "b.c"};
    for (int round = 0; round != 60; ++round) {
        response_session talk(where);
        talk.opened(0);
        std::map<std::uint64_t, std::vector<std::string>> due;
        std::array<std::vector<std::uint64_t>, 3> order;
        for (int i = 0; i != 8; ++i) {
            const std::size_t lane = random.below(lanes.size());
            const auto turn = talk.create(ask(lanes[lane]));
            REQUIRE(turn);
            auto events = script(random, i);
            for (auto& event : events) event = in_lane(event, lanes[lane]);
            due[*turn] = std::move(events);
            order[lane].push_back(*turn);
        }
        std::map<std::uint64_t, seen> got;
        std::array<std::size_t, 3> at{};
        const auto drain = [&] {
            while (const auto found = talk.next()) {
                seen& of = got[found->turn];
                if (found->event) of.events.push_back(support::json_of(*found->event));
                if (!found->ended) continue;
                const auto outcome = talk.take(found->turn);
                of.response = support::json_of(outcome.response);
                of.code = outcome.error.code;
            }
        };
        std::size_t left = due.size();
        while (left != 0) {
            const std::size_t lane = random.below(lanes.size());
            if (order[lane].empty()) continue;
            const auto& events = due[order[lane].front()];
            talk.receive(events[at[lane]]);
            drain();
            if (++at[lane] != events.size()) continue;
            at[lane] = 0;
            order[lane].erase(order[lane].begin());
            --left;
        }
        for (const auto& [turn, events] : due) {
            INFO("turn " << turn);
            CHECK(got[turn] == over_http(events));
        }
    }
}

TEST_CASE("response_turns: deltas allocate nothing") {
    response_session talk(where);
    talk.opened(0);
    REQUIRE(talk.create(ask("a")));
    support::random random(5);
    const auto event = [&] {
        return in_lane(R"({"type":"response.output_text.delta","sequence_number":)" +
                           std::to_string(100 + random.below(900)) +
                           R"(,"item_id":"i","output_index":0,"content_index":0,"delta":" )" +
                           std::string(1 + random.below(9), 'x') + "\"}",
                       "a");
    };
    call_options flat;
    flat.accumulate = false;
    REQUIRE(talk.create(ask("b"), flat));
    std::vector<std::string> events;
    for (int i = 0; i != 400; ++i) {
        events.push_back(event());
        events.back().replace(events.back().size() - 3, 1, "b");
    }
    std::size_t count = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i != events.size(); ++i) {
        if (i == 200) before = support::allocations.count;
        talk.receive(events[i]);
        while (talk.next()) ++count;
    }
    CHECK(support::allocations.count == before);
    CHECK(count == events.size());
}

#if defined(__cpp_exceptions)

TEST_CASE("response_turns: wherever memory runs out, a turn ends, and nothing throws") {
    support::random random(7);
    const auto events = script(random, 1);
    bool failed = true;
    std::size_t ends = 0;
    for (std::size_t n = 0; failed && n != 2000; ++n) {
        support::allocations.until_failure = n;
        const std::size_t failures = support::allocations.failures;
        std::optional<response_session> talk;
        {
            const support::no_failures safe;
            talk.emplace(where);
        }
        const ResponseRequest* request = nullptr;
        ResponseRequest made;
        {
            const support::no_failures safe;
            made = ask("a");
            request = &made;
        }
        talk->opened(0);
        const auto turn = talk->create(*request);
        if (turn) {
            for (const auto& event : events) {
                static_cast<void>(talk->take_unsent());
                talk->receive(event);
                while (const auto found = talk->next()) ends += found->ended ? 1u : 0u;
            }
            talk->closed(1006, {}, 1);
            while (const auto found = talk->next()) ends += found->ended ? 1u : 0u;
            const bool pending = talk->pending(*turn);
            support::allocations.until_failure = support::allocation_ledger::never;
            CHECK_FALSE(pending);
        }
        support::allocations.until_failure = support::allocation_ledger::never;
        failed = support::allocations.failures != failures;
    }
    CHECK_FALSE(failed);
    CHECK(ends != 0);
}

TEST_CASE("response_turns: connections that end or fail without memory end their turns as well") {
    const error why = make_error(errc::connect_failed, "a text that no string keeps inside itself");
    const std::string_view failed =
        R"({"type":"error","status":500,"error":{"code":"server_error",)"
        R"("message":"a text that no string keeps inside itself"}})";
    for (const int how : {0, 1, 2}) {
        bool more = true;
        for (std::size_t n = 0; more && n != 500; ++n) {
            response_session talk(where);
            const auto turn = talk.create(ask(""));
            REQUIRE(turn);
            if (how != 0) {
                talk.opened(0);
                static_cast<void>(talk.take_unsent());
            }
            const std::size_t failures = support::allocations.failures;
            support::allocations.until_failure = n;
            if (how == 0) talk.failed(why, 1);
            if (how == 1) talk.closed(1008, "a reason that no string keeps inside itself", 1);
            if (how == 2) talk.receive(failed);
            while (talk.next()) {
            }
            talk.tick(2);
            support::allocations.until_failure = support::allocation_ledger::never;
            CHECK_FALSE(talk.pending(*turn));
            more = support::allocations.failures != failures;
        }
        CHECK_FALSE(more);
    }
}

#endif

}  // namespace response_turns_tests
