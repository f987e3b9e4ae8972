#include <oaiwire/api/background.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <oaiwire/types/response_text.hpp>

namespace background_tests {

using namespace oaiwire;

namespace {

// The events of one response: created, three pieces of text, completed.
std::vector<ResponseStreamEvent> events() {
    std::vector<ResponseStreamEvent> out;
    ResponseLifecycleEvent created{.type = ResponseStreamEventType::created, .sequence_number = 0};
    created.response.emplace().id = "resp_1";
    out.emplace_back(created);
    for (const char* piece : {"a", "b", "c"}) {
        ResponseDeltaEvent delta{.type = ResponseStreamEventType::output_text_delta,
                                 .sequence_number = static_cast<std::int64_t>(out.size()),
                                 .output_index = 0,
                                 .content_index = 0};
        delta.delta = ResponseDeltaValue(std::string(piece));
        out.emplace_back(delta);
    }
    ResponseLifecycleEvent completed{.type = ResponseStreamEventType::completed,
                                     .sequence_number = 4};
    completed.response.emplace().id = "resp_1";
    out.emplace_back(completed);
    return out;
}

const error cut = make_error(errc::closed_early);

}  // namespace

TEST_CASE("background: polls wait as chosen, as the server asks, or five seconds") {
    CHECK(poll_wait_ms({}, {}) == 5000);
    CHECK(poll_wait_ms({}, 250) == 250);
    CHECK(poll_wait_ms(0, 250) == 0);
    CHECK(poll_wait_ms(-5, {}) == 0);
}

TEST_CASE("background: a response is asked for until it is done") {
    background_poll poll("resp_1");
    CHECK(poll.request().response_id == "resp_1");
    CHECK(poll.due_ms() < 0);
    CHECK_FALSE(poll.last());
    poll.take(Response{.status = ResponseStatus::queued}, {}, 100);
    CHECK(poll.due_ms() == 5100);
    poll.take(Response{.status = ResponseStatus::in_progress}, 40, 5100);
    CHECK(poll.due_ms() == 5140);
    CHECK_FALSE(poll.done());
    poll.take(Response{.id = "resp_1", .status = ResponseStatus::completed}, {}, 5140);
    CHECK(poll.done());
    CHECK(poll.due_ms() == background_poll::never);
    CHECK(poll.result()->id == "resp_1");

    background_poll failing("resp_2");
    failing.take(make_error(errc::api_error), {}, 0);
    CHECK(failing.done());
    CHECK(failing.result().error().code == errc::api_error);
}

TEST_CASE("background: with any break, each event is new once and all of them add up") {
    const auto all = events();
    for (std::size_t broken = 1; broken != all.size(); ++broken) {
        // the server begins again after the event that is asked for, or before it
        for (std::size_t back = 0; back <= broken; ++back) {
            background_stream follow;
            std::size_t fresh = 0;
            for (std::size_t i = 0; i != broken; ++i) fresh += follow.take(all[i]) ? 1u : 0u;
            follow.ended(stream_end::truncated, cut, 1000);
            REQUIRE_FALSE(follow.done());
            CHECK(follow.due_ms() == 1500);
            CHECK(follow.resume().response_id == "resp_1");
            CHECK(follow.resume().starting_after == static_cast<std::int64_t>(broken) - 1);
            for (std::size_t i = broken - back; i != all.size(); ++i) {
                fresh += follow.take(all[i]) ? 1u : 0u;
            }
            follow.ended(stream_end::complete, {}, 2000);
            CHECK(follow.ok());
            CHECK(fresh == all.size());
            CHECK(text(follow.response()) == "abc");
        }
    }
}

TEST_CASE("background: what ends a stream for good is not resumed") {
    const auto all = events();
    background_stream nameless;
    nameless.ended(stream_end::truncated, cut, 0);
    CHECK(nameless.done());
    CHECK(nameless.error().code == errc::closed_early);

    const auto after = [&](stream_end how, const error& why) {
        background_stream follow;
        follow.take(all[0]);
        follow.ended(how, why, 0);
        return follow.done();
    };
    error refused = make_error(errc::api_error);
    refused.api.status = 404;
    CHECK(after(stream_end::api_error, refused));
    CHECK(after(stream_end::cancelled, make_error(errc::cancelled)));
    CHECK(after(stream_end::limit, make_error(errc::limit_exceeded)));
    refused.api.status = 503;
    CHECK_FALSE(after(stream_end::api_error, refused));
    CHECK_FALSE(after(stream_end::truncated, make_error(errc::truncated_stream)));
    CHECK_FALSE(after(stream_end::empty, make_error(errc::empty_response)));

    background_stream failed;
    failed.take(all[0]);
    ResponseLifecycleEvent last{.type = ResponseStreamEventType::failed, .sequence_number = 1};
    failed.take(last);
    refused.api.status = 0;
    failed.ended(stream_end::api_error, refused, 0);
    CHECK(failed.done());
    CHECK(failed.end_reason() == stream_end::api_error);
}

TEST_CASE("background: a stream whose events have no numbers is not resumed") {
    background_stream follow;
    for (const auto& event : events()) {
        if (const auto* whole = std::get_if<ResponseLifecycleEvent>(&event)) {
            auto bare = *whole;
            bare.sequence_number = {};
            if (bare.type == ResponseStreamEventType::created) CHECK(follow.take(bare));
        }
    }
    follow.ended(stream_end::truncated, cut, 0);
    CHECK(follow.done());
    CHECK(follow.error().code == errc::closed_early);
}

TEST_CASE("background: breaks in a row are bounded, and those with news are not") {
    const auto all = events();
    background_stream follow({.breaks = 2});
    for (const auto& event : all) {
        follow.take(event);
        if (&event == &all.back()) break;
        follow.ended(stream_end::truncated, cut, 0);
        follow.ended(stream_end::truncated, cut, 0);
        CHECK(follow.due_ms() == 1000);
        CHECK_FALSE(follow.done());
    }
    background_stream poor({.breaks = 2});
    poor.take(all[0]);
    for (int i = 0; i != 3; ++i) poor.ended(stream_end::truncated, cut, 0);
    CHECK(poor.done());
    CHECK(poor.end_reason() == stream_end::truncated);
}

TEST_CASE("background: a response that exists is followed after an event") {
    const auto all = events();
    background_stream follow("resp_1", 2);
    CHECK(follow.due_ms() < 0);
    CHECK(follow.resume() == RetrieveResponseRequest{.response_id = "resp_1", .starting_after = 2});
    CHECK_FALSE(follow.take(all[2]));
    CHECK(follow.take(all[3]));
    CHECK(text(follow.response()) == "c");
    CHECK(background_stream("resp_1", {}).resume().starting_after.is_absent());
}

}  // namespace background_tests
