// response_session: with any messages and any order of calls, each turn ends or waits, and what is
// sent is JSON; the messages of one response mean what the events of a stream over HTTP mean.
// Input: a seed (what is tested, what is called between messages) and the messages, one on each
// line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <oaiwire/session/response_session.hpp>
#include <support/json_of.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

const endpoint& where() {
    static const endpoint to{.base_url = "http://localhost/v1", .retry = retry_policy::none()};
    return to;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// Any calls in any order.
void calls(fuzz::seeded& random) {
    static constexpr std::string_view lanes[] = {"", "a", "b"};
    response_session talk(where(), {.turns = 8, .lanes = 3});
    std::set<std::uint64_t> open;
    std::int64_t now = 0;
    const auto drain = [&] {
        while (const auto found = talk.next()) {
            must(!found->event || found->turn != 0, "an event of a response has a turn");
            if (found->turn == 0) continue;
            open.insert(found->turn);  // a successor is new
            if (!found->ended) continue;
            must(!talk.pending(found->turn), "what has ended is not pending");
            const auto outcome = talk.take(found->turn);
            must(outcome.ok() == (outcome.error.code == errc::ok), "an error or a response");
            open.erase(found->turn);
        }
    };
    for (const std::string_view line : lines_of(random.text)) {
        for (std::size_t n = random.below(4); n != 0; --n) {
            now += static_cast<std::int64_t>(random.below(1000));
            switch (random.below(7)) {
                case 0: {
                    ResponseRequest request{.model = "m", .input = std::string("Hi")};
                    const auto lane = lanes[random.below(3)];
                    if (!lane.empty()) request.stream_id = std::string(lane);
                    const auto turn =
                        random.below(2) ? talk.create(request) : talk.create_next(request);
                    if (turn) open.insert(*turn);
                    break;
                }
                case 1:
                    if (!talk.is_open()) talk.opened(now);
                    break;
                case 2:
                    if (talk.is_open() && random.below(4) == 0) talk.closed(1006, {}, now);
                    break;
                case 3:
                    static_cast<void>(talk.steer({.previous_response_id = "r1"}));
                    break;
                case 4:
                    if (!open.empty()) talk.cancel(*open.begin());
                    break;
                case 5:
                    talk.tick(now);
                    break;
                default:
                    if (random.below(2) == 0) drain();
                    break;
            }
            while (const auto sent = talk.take_unsent()) {
                const auto json = nlohmann::json::parse(*sent, nullptr, false);
                must(json.is_object() && json.contains("type"), "what is sent is an event");
            }
        }
        talk.receive(line);
        if (random.below(4) != 0) drain();
    }
    talk.closed(1006, {}, now);
    drain();
    std::size_t waiting = 0;
    for (const auto turn : open) waiting += talk.pending(turn) ? 1u : 0u;
    must(waiting == open.size(), "without a connection, turns have ended or wait");
}

struct seen {
    std::vector<std::string> events{};
    std::string response{};
    errc code = errc::ok;
};

// The messages of one response.
void one_response(fuzz::seeded& random) {
    const ResponseRequest request{.model = "m", .input = std::string("Hi")};
    response_session talk(where());
    talk.opened(0);
    const auto turn = talk.create(request);
    exchange call(request, where(), {}, call_mode::streamed);
    call.head(200, {});
    seen here, there;
    bool over = false;
    for (const std::string_view line : lines_of(random.text)) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object() || json.contains("stream_id") || over) continue;
        const auto type = json.contains("type") && json["type"].is_string()
                              ? json["type"].get<std::string>()
                              : std::string();
        if (type.starts_with("response.steer.") || type.starts_with("response.inject.") ||
            line.find("limit_reached") != line.npos || line.find('\r') != line.npos) {
            continue;
        }
        talk.receive(line);
        while (const auto found = talk.next()) {
            if (found->event) here.events.push_back(support::json_of(*found->event));
        }
        const std::string block = "data: " + std::string(line) + "\n\n";
        const bool silent = type == "error" && there.events.empty();
        call.feed(block);
        while (const auto* event = call.next()) {
            if (!silent) there.events.push_back(support::json_of(*event));
        }
        over = !talk.pending(*turn);
        must(over || !call.ended(), "the turn ends with its stream");
    }
    if (!over) talk.closed(1006, {}, 1);
    while (const auto found = talk.next()) {
        if (found->event) here.events.push_back(support::json_of(*found->event));
    }
    call.finish();
    while (const auto* event = call.next()) there.events.push_back(support::json_of(*event));
    auto outcome = talk.take(*turn);
    here.response = support::json_of(outcome.response);
    there.response = support::json_of(call.response());
    here.code = outcome.error.code;
    there.code = call.error().code;
    must(here.events == there.events, "the events are those of a stream");
    must(here.response == there.response, "the response is that of a stream");
    must(!over || here.code == there.code, "the end is that of a stream");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded random(fuzz::text_of(data, size));
    random.below(2) == 0 ? calls(random) : one_response(random);
    return 0;
}
