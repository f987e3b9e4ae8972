#include <oaiwire/background.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/responses.hpp>

namespace background_calls_tests {

using namespace oaiwire;

namespace {

// What a server does, one step for each request.
struct step {
    int status = 200;
    std::string body{};
    bool cut = false;
    std::string poll{};                 // openai-poll-after-ms
    const stop_handle* stop = nullptr;  // is requested after it
};
struct server {
    std::vector<step> steps{};
    std::vector<std::string> asked{};
    std::int64_t now_ms = 0;
    std::vector<std::int64_t> slept{};
};

struct clock_of {
    server* of;
    std::int64_t now_ms() const { return of->now_ms; }
    void sleep(std::int64_t ms, const stop_handle&) const {
        of->now_ms += ms;
        of->slept.push_back(ms);
    }
    double jitter() const { return 0; }
};

struct transport_of {
    using timing = clock_of;
    server* of;
    template <class Handler>
    result<void> send(const http::request& request, Handler& handler) {
        of->asked.push_back(request.method + " " + request.target);
        if (request.stop.stop_requested()) return make_error(errc::cancelled);
        REQUIRE(of->asked.size() <= of->steps.size());
        const step& now = of->steps[of->asked.size() - 1];
        http::response_head head{now.status, {}};
        if (!now.poll.empty()) head.headers.add("openai-poll-after-ms", now.poll);
        if (handler.on_head(head) == http::flow::stop) return {};
        if (handler.on_body(now.body) == http::flow::stop) return {};
        if (now.stop) now.stop->request_stop();
        if (now.cut) return make_error(errc::closed_early);
        return {};
    }
};

struct fixture {
    server peer{};
    client<transport_of> api{transport_of{&peer}, endpoint{.base_url = "http://localhost/v1"},
                             clock_of{&peer}};
};

ResponseRequest ask() {
    return {.model = "m", .input = std::string("Hi")};
}
std::string whole(std::string_view status) {
    return R"({"id":"r","object":"response","output":[],"status":")" + std::string(status) + "\"}";
}
std::string lifecycle(std::string_view type, int number) {
    return R"(data: {"type":"response.)" + std::string(type) + R"(","sequence_number":)" +
           std::to_string(number) + R"(,"response":{"id":"r","status":"in_progress"}})" + "\n\n";
}
std::string delta(std::string_view text, int number) {
    return R"(data: {"type":"response.output_text.delta","output_index":0,"content_index":0,)"
           R"("sequence_number":)" +
           std::to_string(number) + R"(,"delta":")" + std::string(text) + "\"}\n\n";
}

}  // namespace

TEST_CASE("background_calls: a response is created and waited for") {
    fixture f;
    f.peer.steps = {{.body = whole("queued")},
                    {.body = whole("in_progress"), .poll = "300"},
                    {.body = whole("completed")}};
    const auto made = create_in_background(f.api, ask());
    REQUIRE(made);
    CHECK(made->status == ResponseStatus::completed);
    CHECK(f.peer.asked == std::vector<std::string>{"POST /v1/responses", "GET /v1/responses/r",
                                                   "GET /v1/responses/r"});
    CHECK(f.peer.slept == std::vector<std::int64_t>{5000, 300});
}

TEST_CASE("background_calls: what is done at once is not asked for, and errors are returned") {
    fixture f;
    f.peer.steps = {{.body = whole("completed")}, {.status = 401}, {.status = 404}};
    CHECK(create_in_background(f.api, ask()));
    CHECK(f.peer.asked.size() == 1);
    CHECK(create_in_background(f.api, ask()).error().api.status == 401);
    CHECK(await_response(f.api, "r").error().api.status == 404);
    CHECK(f.peer.slept.empty());
}

TEST_CASE("background_calls: the first call is due at once, whatever the clock shows") {
    fixture f;
    f.peer.now_ms = 1'000'000;
    f.peer.steps = {{.body = whole("completed")},
                    {.body = lifecycle("created", 0) + lifecycle("completed", 1)}};
    CHECK(await_response(f.api, "r"));
    CHECK(follow_response(f.api, "r", {}, [](const ResponseStreamEvent&) {}).ok());
    CHECK(f.peer.slept.empty());
}

TEST_CASE("background_calls: a wait that is stopped cancels the response") {
    fixture f;
    call_options call;
    f.peer.steps = {{.body = whole("queued")},
                    {.body = whole("queued"), .stop = &call.stop},
                    {.body = whole("cancelled")}};
    const auto made = create_in_background(f.api, ask(), {.interval_ms = 10}, call);
    CHECK(made.error().code == errc::cancelled);
    CHECK(f.peer.asked.back() == "POST /v1/responses/r/cancel");
}

TEST_CASE("background_calls: a stream that breaks goes on after its last event") {
    fixture f;
    f.peer.steps = {{.body = lifecycle("created", 0) + delta("Hel", 1), .cut = true},
                    {.status = 503},
                    {.body = delta("Hel", 1) + delta("lo", 2) + "data: {\"type\":", .cut = true},
                    {.body = lifecycle("completed", 3)}};
    std::string said;
    std::size_t events = 0;
    const auto on_event = [&](const ResponseStreamEvent& e) {
        said += text(e);
        ++events;
    };
    const call_options once{.retry = retry_policy::none()};
    const auto made = stream_in_background(f.api, ask(), on_event, {}, once);
    CHECK(made.ok());
    CHECK(made.error.code == errc::ok);
    CHECK(said == "Hello");
    CHECK(events == 4);
    CHECK(text(made.response) == "Hello");
    CHECK(f.peer.asked ==
          std::vector<std::string>{"POST /v1/responses",
                                   "GET /v1/responses/r?stream=true&starting_after=1",
                                   "GET /v1/responses/r?stream=true&starting_after=1",
                                   "GET /v1/responses/r?stream=true&starting_after=2"});
    CHECK(f.peer.slept == std::vector<std::int64_t>{500, 1000, 500});
}

TEST_CASE("background_calls: a stream that is stopped from within leaves the response alone") {
    fixture f;
    f.peer.steps = {{.body = lifecycle("created", 0) + delta("Hel", 1)},
                    {.body = lifecycle("completed", 2)}};
    const auto stop = [](const ResponseStreamEvent&) { return http::flow::stop; };
    const auto made = stream_in_background(f.api, ask(), stop);
    CHECK(made.end_reason == stream_end::cancelled);
    CHECK(f.peer.asked.size() == 1);
    std::string said;
    const auto rest =
        follow_response(f.api, "r", 1, [&](const ResponseStreamEvent& e) { said += type_text(e); });
    CHECK(rest.ok());
    CHECK(said == "response.completed");
    CHECK(f.peer.asked.back() == "GET /v1/responses/r?stream=true&starting_after=1");
    CHECK(f.peer.slept.empty());
}

TEST_CASE("background_calls: a stream whose stop_handle is set cancels the response") {
    fixture f;
    call_options call;
    f.peer.steps = {{.body = lifecycle("created", 0), .cut = true, .stop = &call.stop},
                    {},
                    {.body = whole("x")}};
    const auto made = stream_in_background(
        f.api, ask(), [](const ResponseStreamEvent&) {}, {}, call);
    CHECK_FALSE(made.ok());
    CHECK(f.peer.asked.back() == "POST /v1/responses/r/cancel");
}

}  // namespace background_calls_tests
