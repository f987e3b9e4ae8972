#include <oaiwire/api/pulled_body.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/chat.hpp>

namespace pulled_body_tests {

using namespace oaiwire;

namespace {

struct scripted_body {
    const http::response_head& head() const { return start; }
    result<std::string_view> read_some() {
        if (next < pieces.size()) return std::string_view(pieces[next++]);
        if (fails) return make_error(errc::closed_early, "");
        return std::string_view{};
    }
    http::response_head start{200, {{"Content-Type", "text/event-stream"}}};
    std::vector<std::string> pieces{};
    bool fails = false;
    std::size_t next = 0;
};

// Returns its bodies in order, then fails.
struct scripted_transport {
    result<scripted_body> open(const http::request&) {
        if (opened == bodies.size()) return make_error(errc::connect_failed, "");
        return bodies[opened++];
    }
    std::vector<scripted_body> bodies{};
    std::size_t opened = 0;
};

// A clock that does not advance, and counts the time slept.
struct counting_timing {
    std::int64_t now_ms() const { return 0; }
    double jitter() const { return 0.5; }
    void sleep(std::int64_t, const stop_handle&) { ++sleeps; }
    int sleeps = 0;
};

const std::string event = R"(data: {"choices":[{"index":0,"delta":{"content":"a"}}]})"
                          "\n\n";

struct opened_call {
    explicit opened_call(scripted_transport given) : transport(std::move(given)) {
        const retry_policy policy = standard_retries{.max_retries = 1};
        detail::open_body(attempts,
                          {policy, stop, &timing, &detail::timing_table_of<counting_timing>},
                          machine(), detail::open_once<scripted_transport, scripted_body>,
                          &transport, &body, detail::body_table_of<scripted_body>);
    }
    detail::exchange_machine& machine() { return detail::exchange_access::machine_of(call); }
    const void* pull() {
        return detail::pull_chunk(machine(), &body, detail::body_table_of<scripted_body>);
    }

    scripted_transport transport;
    exchange<ChatCompletionRequest> call{
        ChatCompletionRequest{.model = "m", .messages = {user("hi")}},
        {.base_url = "http://localhost:8080/v1"}};
    std::optional<scripted_body> body{};
    stop_handle stop{};
    counting_timing timing{};
    detail::attempt_log attempts{};
};

}  // namespace

TEST_CASE("a body is open after a success head and closed when the call ends") {
    opened_call c({.bodies = {{.pieces = {event, event + "data: [DONE]\n\n"}}}});
    CHECK(c.body.has_value());
    REQUIRE(c.attempts.made().size() == 1);
    CHECK(c.attempts.made()[0].decision.reason == retry_reason::succeeded);
    CHECK(c.pull() != nullptr);
    CHECK(c.pull() != nullptr);
    CHECK(c.pull() == nullptr);
    CHECK_FALSE(c.body.has_value());
    CHECK(c.call.ok());
    CHECK(c.pull() == nullptr);
}

TEST_CASE("the body of an error is read, and the call is retried if the policy allows it") {
    const scripted_body busy{.start = {503, {{"Content-Type", "application/json"}}},
                             .pieces = {R"({"error":{"message":)", R"("busy"}})"}};
    opened_call again({.bodies = {busy, {.pieces = {event + "data: [DONE]\n\n"}}}});
    CHECK(again.body.has_value());
    CHECK(again.timing.sleeps == 1);
    CHECK(again.attempts.made().size() == 2);
    CHECK(again.pull() != nullptr);

    opened_call given_up({.bodies = {busy, busy, busy}});
    CHECK_FALSE(given_up.body.has_value());
    CHECK(given_up.transport.opened == 2);
    CHECK(given_up.call.error().message == "busy");
    CHECK(given_up.pull() == nullptr);
}

TEST_CASE("a transport failure ends the call with its error, before and after the head") {
    opened_call none({});
    CHECK_FALSE(none.body.has_value());
    CHECK(none.call.error().code == errc::connect_failed);
    CHECK(none.timing.sleeps == 1);

    opened_call broken({.bodies = {{.pieces = {event}, .fails = true}}});
    CHECK(broken.pull() != nullptr);
    CHECK(broken.pull() == nullptr);
    CHECK(broken.call.error().code == errc::closed_early);
    CHECK_FALSE(broken.body.has_value());
}

}  // namespace pulled_body_tests
