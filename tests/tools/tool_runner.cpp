#include <oaiwire/tools/tool_runner.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/transport/replay.hpp>
#include <support/json_of.hpp>

#include "scripts.hpp"

namespace tool_runner_tests {

using namespace tool_tests;
using support::from_json;
using support::json_of;

namespace {

const endpoint local{.base_url = "http://localhost/v1", .api_key = secret{"sk-canary"}};

replay_exchange plain(const ChatCompletion& response) {
    replay_exchange e;
    e.head.headers.add("Content-Type", "application/json");
    e.body = json_of(response);
    return e;
}
replay_exchange failing(int status) {
    replay_exchange e;
    e.head.status = status;
    e.body = R"({"error":{"message":"busy","type":"overloaded"}})";
    return e;
}
// Two calls in pieces, and text beside them.
const std::string calls_stream =
    R"(data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"One "}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"content":"moment","tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"weather","arguments":""}}]}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Oslo\"}"}},{"index":1,"id":"b","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}})"
    "\n\n"
    "data: [DONE]\n\n";
const std::string answer_stream =
    R"(data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"Sunny"}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":20,"completion_tokens":1,"total_tokens":21}})"
    "\n\n"
    "data: [DONE]\n\n";
replay_exchange streamed(std::string body, std::vector<std::size_t> cuts = {}) {
    replay_exchange e;
    e.head.headers.add("Content-Type", "text/event-stream");
    e.body = std::move(body);
    e.cuts = std::move(cuts);
    return e;
}

tool_set weather() {
    tool_set set;
    set.add<CityQuery>("weather", "", [](const CityQuery& q) { return "sunny in " + q.city; });
    return set;
}

// Time that advances by sleeping and by the tools.
struct virtual_timing {
    std::shared_ptr<std::int64_t> now = std::make_shared<std::int64_t>(1000);
    std::int64_t now_ms() const { return *now; }
    void sleep(std::int64_t ms, const stop_handle&) { *now += ms; }
    double jitter() { return 0; }
};

ChatCompletionRequest sent(const replay_transport& wire, std::size_t i) {
    return from_json<ChatCompletionRequest>(wire.requests().at(i).body);
}

}  // namespace

TEST_CASE("run_tools() calls, runs the tools, and calls again until there are no more calls") {
    replay_transport wire({plain(asks({{"a", "weather"}, {"b", "weather", R"({"city":"Rome"})"}})),
                           plain(asks({{"c", "weather"}})), plain(says("Sunny"))});
    client api{wire, local};
    tool_set tools = weather();
    const auto answer = api.run_tools(question(), tools, {.rounds = 8});
    REQUIRE(answer);
    CHECK(text(answer.response) == "Sunny");
    CHECK(answer.rounds == 3);
    CHECK(answer.usage.total == 45);
    CHECK(answer.calls.size() == 3);
    CHECK(told(answer.request.messages) ==
          "user assistant(a b) tool(a: sunny in Oslo) tool(b: sunny in Rome) assistant(c) "
          "tool(c: sunny in Oslo) assistant");
    // what was sent is the same
    CHECK(told(sent(wire, 1).messages) ==
          "user assistant(a b) tool(a: sunny in Oslo) tool(b: sunny in Rome)");
    CHECK(sent(wire, 0).tools->size() == 1);
}

TEST_CASE("a streamed loop gives the same messages for every cut, and shows each chunk") {
    const ChatCompletion first = [] {
        auto out = asks({{"a", "weather"}, {"b", "weather", R"({"city":"Rome"})"}});
        out.choices[0].message->content = "One moment";
        return out;
    }();
    tool_set tools = weather();
    client whole{replay_transport({plain(first), plain(says("Sunny"))}), local};
    const auto expected = whole.run_tools(question(), tools);
    REQUIRE(expected);
    for (std::size_t cut = 0; cut <= calls_stream.size(); ++cut) {
        client api{
            replay_transport({streamed(calls_stream, {cut}), streamed(answer_stream, {cut})}),
            local};
        std::string seen;
        const auto answer = api.run_tools(
            question(), tools, [&](const ChatCompletionChunk& chunk, std::size_t round) {
                seen += text(chunk).empty() ? "" : std::to_string(round) + text(chunk);
            });
        INFO(cut);
        REQUIRE(answer);
        CHECK(seen == "1One 1moment2Sunny");
        CHECK(answer.request == expected.request);
        CHECK(answer.usage.total == 36);
    }
}

TEST_CASE("a stream that breaks keeps what came, at every byte") {
    for (std::size_t n = 0; n != calls_stream.size(); ++n) {
        auto broken = streamed(calls_stream);
        broken.fault = {.code = errc::closed_early, .after = n};
        tool_set tools = weather();
        client api{replay_transport({broken, streamed(answer_stream)}), local};
        const auto answer = api.run_tools(question(), tools, [](const ChatCompletionChunk&) {});
        const bool done_came = calls_stream.find("[DONE]") + 6 <= n;
        CHECK(answer.ok() == done_came);
        if (done_came) continue;
        CHECK(answer.error.code == errc::closed_early);
        CHECK(answer.calls.empty());
        CHECK(told(answer.request.messages) == "user");
    }
}

TEST_CASE("the client's retries and errors hold for each call of the loop") {
    virtual_timing time;
    replay_transport wire(
        {failing(503), plain(asks({{"a", "weather"}})), failing(503), plain(says("Sunny"))});
    client api{wire, local, time};
    tool_set tools = weather();
    CHECK(api.run_tools(question(), tools));
    CHECK(wire.requests().size() == 4);

    replay_transport down({plain(asks({{"a", "weather"}})), failing(401)});
    client other{down, local};
    const auto failed = other.run_tools(question(), tools);
    CHECK(failed.error.api.status == 401);
    CHECK(told(failed.request.messages) == "user assistant(a) tool(a: sunny in Oslo)");
    CHECK(failed.calls.size() == 1);
    CHECK(failed.usage.total == 15);
}

TEST_CASE("on_chunk and stop handles end the loop") {
    tool_set tools = weather();
    {
        client api{replay_transport({streamed(calls_stream)}), local};
        const auto answer = api.run_tools(
            question(), tools, [](const ChatCompletionChunk&) { return http::flow::stop; });
        CHECK(answer.error.code == errc::cancelled);
        CHECK(text(answer.response) == "One ");
    }
    tool_options options;
    tool_set stopping;
    stopping.add<CityQuery>("weather", "", [&](const CityQuery&, const tool_context& c) {
        options.call.stop.request_stop();
        CHECK(c.stop_requested());
        return "late";
    });
    replay_transport wire({plain(asks({{"a", "weather"}, {"b", "weather"}})), plain(says("x"))});
    client api{wire, local};
    const auto answer = api.run_tools(question(), stopping, options);
    CHECK(answer.error.code == errc::cancelled);
    CHECK(wire.requests().size() == 1);
    CHECK(answer.calls[1].state == call_state::ready);
}

TEST_CASE("a bound of time holds for tools, plain calls and streams") {
    for (const bool in_stream : {false, true}) {
        virtual_timing time;
        tool_set slow;
        slow.add<CityQuery>("weather", "", [&](const CityQuery&) {
            *time.now += 600;
            return "x";
        });
        const std::vector<replay_exchange> endless(
            10, in_stream ? streamed(calls_stream) : plain(asks({{"a", "weather"}})));
        replay_transport wire(endless);
        client api{wire, local, time};
        tool_options options{.time_ms = 2000};
        const auto answer = in_stream
                                ? api.run_tools(
                                      question(), slow, [](const ChatCompletionChunk&) {}, options)
                                : api.run_tools(question(), slow, options);
        CHECK(answer.error.code == errc::tool_limit);
        CHECK(answer.bound == tool_bound::time);
        CHECK(wire.requests().size() == (in_stream ? 2u : 4u));
        CHECK(wire.requests()[1].timeouts.total_ms == (in_stream ? 0 : 1400));
    }
    // within a stream
    virtual_timing time;
    tool_set tools = weather();
    client api{replay_transport({streamed(answer_stream)}), local, time};
    const auto answer = api.run_tools(
        question(), tools, [&](const ChatCompletionChunk&) { *time.now += 60; }, {.time_ms = 50});
    CHECK(answer.bound == tool_bound::time);
    CHECK(text(answer.response) == "Sunny");
}

TEST_CASE("what a blocking loop cannot do is refused before anything is sent") {
    replay_transport wire({plain(says("x"))});
    client api{wire, local};
    tool_set tools = weather();
    CHECK(api.run_tools(question(), tools, {.time_ms = 5}).error.code == errc::invalid_argument);
    CHECK(api.run_tools(question(), tools, {.ask_approval = true}).error.code ==
          errc::invalid_argument);
    tools.declare<CityQuery>("later", "");
    const auto answer = api.run_tools(question(), tools);
    CHECK(answer.error.code == errc::invalid_argument);
    CHECK(answer.error.message.find("\"later\" has no function") != std::string::npos);
    CHECK(wire.requests().empty());
}

TEST_CASE("each call of the loop has an idempotency key of its own") {
    replay_transport wire({plain(asks({{"a", "weather"}})), plain(says("x"))});
    client api{wire, local};
    tool_set tools = weather();
    CHECK(api.run_tools(question(), tools, {.call = {.idempotency_key = "k"}}));
    CHECK(wire.requests()[0].headers.value("Idempotency-Key") == "k-1");
    CHECK(wire.requests()[1].headers.value("Idempotency-Key") == "k-2");
}

TEST_CASE("a streamed loop with a bound of tokens asks for the token counts") {
    tool_set tools = weather();
    for (const bool bounded : {false, true}) {
        replay_transport wire({streamed(calls_stream), streamed(answer_stream)});
        client api{wire, local};
        const auto answer = api.run_tools(question(), tools, [](const ChatCompletionChunk&) {},
                                          {.tokens = bounded ? 10 : 0});
        CHECK(answer.ok() != bounded);
        CHECK(sent(wire, 0).stream_options.has_value() == bounded);
    }
}

TEST_CASE("responses are looped over in the same way") {
    const std::string call =
        R"({"id":"r1","object":"response","status":"completed","output":[{"type":"function_call","call_id":"a","name":"weather","arguments":"{\"city\":\"Oslo\"}"}],"usage":{"input_tokens":3,"output_tokens":2,"total_tokens":5}})";
    const std::string done =
        R"({"id":"r2","object":"response","status":"completed","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Sunny"}]}],"usage":{"input_tokens":9,"output_tokens":1,"total_tokens":10}})";
    const auto as_stream = [](const std::string& body) {
        return streamed(
            "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":" +
            body + "}\n\n");
    };
    tool_set tools = weather();
    const ResponseRequest request{.model = "m", .input = ResponseInput("Weather?")};
    replay_exchange first;
    first.body = call;
    replay_exchange second;
    second.body = done;
    client plain_api{replay_transport({first, second}), local};
    const auto answer = plain_api.run_tools(request, tools);
    REQUIRE(answer);
    CHECK(text(answer.response) == "Sunny");
    CHECK(answer.usage.total == 15);
    client api{replay_transport({as_stream(call), as_stream(done)}), local};
    std::size_t rounds = 0;
    const auto same = api.run_tools(
        request, tools, [&](const ResponseStreamEvent&, std::size_t round) { rounds = round; });
    REQUIRE(same);
    CHECK(rounds == 2);
    CHECK(same.request == answer.request);
}

}  // namespace tool_runner_tests
