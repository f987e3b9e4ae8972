// The code of docs/tools.md, compiled and run.
#include "harness.hpp"

#include <tuple>

namespace docs_tests {

namespace {

const std::string sky = "snow, -3 degrees";

// [tools: type]
struct WeatherQuery {
    std::string city{};
    oaiwire::field<int> days{};  // may be null
    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&WeatherQuery::city, {.description = "City and country"}),
        oaiwire::json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
    };
};
// [/tools: type]

struct DeleteQuery {
    std::string file{};
};

oaiwire::result<std::string> look_up(const std::string& city) {
    if (city != "Oslo") return oaiwire::make_error(oaiwire::errc::tool_failed, "no such city");
    return sky;
}

std::string calls(std::string_view city) {
    return R"({"choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[)"
           R"({"id":"a","type":"function","function":{"name":"weather","arguments":"{\"city\":\")" +
           std::string(city) + R"(\",\"days\":null}"}}]},"finish_reason":"tool_calls"}]})";
}
const std::string says_snow =
    R"({"choices":[{"index":0,"message":{"role":"assistant","content":"It snows."},"finish_reason":"stop"}]})";
std::string as_stream(std::string_view text) {
    return R"(data: {"choices":[{"index":0,"delta":{"role":"assistant","content":")" +
           std::string(text) + R"("},"finish_reason":"stop"}]})" + "\n\ndata: [DONE]\n\n";
}

}  // namespace

TEST_CASE("one tool is called as docs/tools.md says, and the conversation goes on") {
    const oaiwire::replay_transport http(
        {answer(calls("Oslo")), answer(says_snow), answer(as_stream("Yes"), "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output out;

    // [tools: one]
    oaiwire::tool_set tools;
    tools.add<WeatherQuery>("weather", "The weather in a city",
                            [&](const WeatherQuery& q) { return look_up(q.city); });

    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini",
                                           .messages = {oaiwire::user("How is it in Oslo?")}};
    auto answer = api.run_tools(request, tools);
    if (answer) {
        std::cout << text(answer.response) << '\n';
    } else {
        std::cerr << to_string(answer.error) << '\n';
    }
    // [/tools: one]
    CHECK(answer.calls.size() == 1);

    // [tools: more]
    request = std::move(answer.request);
    request.messages.push_back(oaiwire::user("And is it cold?"));
    answer = api.run_tools(request, tools, [](const oaiwire::ChatCompletionChunk& chunk) {
        std::cout << text(chunk) << std::flush;
    });
    // [/tools: more]

    CHECK(answer);
    CHECK(out.text() == "It snows.\nYes");
    CHECK(http.requests().at(2).body.find("\"tool_call_id\":\"a\"") != std::string::npos);
}

TEST_CASE("the options of docs/tools.md bound the loop, ask, and show each step") {
    const oaiwire::replay_transport http({answer(calls("Atlantis")), answer(says_snow)});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::ChatCompletionRequest request = hello;
    const auto user_agrees = [](const std::string&) { return true; };
    const captured_output out;

    oaiwire::tool_set tools;
    // [tools: settings]
    tools.add<WeatherQuery>("weather", "The weather in a city",
                            [&](const WeatherQuery& q) { return look_up(q.city); },
                            {.needs_approval = false});
    tools.add<DeleteQuery>(
        "delete", "Deletes a file",
        [&](const DeleteQuery& q, const oaiwire::tool_context& call) -> oaiwire::result<void> {
            if (call.stop_requested()) return {};
            if (q.file.empty()) {
                return make_error(oaiwire::errc::tool_failed, "no file");
            }
            return {};
        });
    // [/tools: settings]

    // [tools: options]
    oaiwire::tool_options options{.rounds = 8, .calls = 20, .final_answer = true};
    options.on_event = [](const oaiwire::tool_event& e) {
        if (e.kind == oaiwire::tool_event_kind::failed) std::cout << e.name << ": " << e.text;
    };
    options.approve = [&](const oaiwire::called_tool& call) -> oaiwire::approval {
        if (user_agrees(call.name + call.arguments)) return true;
        return oaiwire::approval::denied("the user wants to keep it");
    };
    auto answer = api.run_tools(request, tools, options);
    // [/tools: options]

    CHECK(answer);
    CHECK(out.text() == "weather: error: no such city");
}

TEST_CASE("the loop of docs/tools.md is the program's own") {
    const oaiwire::replay_transport http({answer(calls("Oslo")), answer(says_snow)});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    std::vector<std::string> started;
    const auto start_search = [&](const std::string& id, const std::string&) {
        started.push_back(id);
    };
    const auto finished_search = [&] { return started.back(); };

    // [tools: machine]
    oaiwire::tool_set tools;
    tools.declare<WeatherQuery>("weather", "The weather in a city");  // no function

    oaiwire::tool_conversation talk(hello, tools, {.queue_events = true});
    while (!talk.done()) {
        if (talk.run()) continue;  // calls the functions of tools that have one
        while (auto event = talk.next_event()) {
            if (event->kind == oaiwire::tool_event_kind::started) {
                start_search(event->id, event->text);  // text: the arguments
            }
        }
        if (talk.next() == oaiwire::tool_step::send) {
            talk.take(api.create(talk.request()));
        } else if (talk.next() == oaiwire::tool_step::answer) {
            talk.answer(finished_search(), "snow");  // in any order, in any frame
        }
    }
    // [/tools: machine]

    CHECK(talk.ok());
    CHECK(started == std::vector<std::string>{"a"});
    CHECK(talk.request().messages.size() == 4);
}

}  // namespace docs_tests
