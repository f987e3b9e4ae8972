#include <oaiwire/tools/chat_tools.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/json_of.hpp>

#include "scripts.hpp"

namespace chat_tools_tests {

using namespace tool_tests;
using support::from_json;
using support::json_of;

namespace {

tool_set weather() {
    tool_set set;
    set.add<CityQuery>("weather", "The weather", [](const CityQuery& q) { return q.city; })
        .add_custom("shell", "", [](std::string_view command) { return command; });
    return set;
}

// The messages after a response with this message and its tools.
std::string after(std::string_view message, std::string_view finish = "tool_calls",
                  tool_options options = {}) {
    tool_set set = weather();
    tool_conversation talk(question(), set, std::move(options));
    talk.take(from_json<ChatCompletion>(R"({"choices":[{"index":0,"message":)" +
                                            std::string(message) + R"(,"finish_reason":")" +
                                            std::string(finish) + R"("}]})",
                                        json::tolerant));
    while (talk.run()) {
    }
    CHECK(wrong_in(talk.request().messages) == "");
    if (talk.done() && !talk.ok()) return std::string(name(talk.error().code));
    return told(talk.request().messages);
}

std::string with_calls(std::string_view calls) {
    return R"({"role":"assistant","content":null,"tool_calls":[)" + std::string(calls) + "]}";
}

}  // namespace

TEST_CASE("tools are declared as OpenAI documents them, strict unless told otherwise") {
    tool_set set;
    set.declare<CityQuery>("a", "A tool")
        .declare_loose<CityQuery>("b", "")
        .declare("c", "", raw_json::trusted("{}"))
        .declare_custom("d", "Text")
        .declare_custom("e", "", {.grammar = Grammar{"start: X", GrammarSyntax::lark}});
    tool_conversation talk(question(), set);
    const auto& tools = *talk.request().tools;
    REQUIRE(tools.size() == 5);
    CHECK(json_of(tools[0]) ==
          R"({"type":"function","function":{"name":"a","description":"A tool","parameters":)" +
              std::string(json::schema<CityQuery>().text()) + R"(,"strict":true}})");
    CHECK(json_of(tools[1]) == R"({"type":"function","function":{"name":"b","parameters":)" +
                                   std::string(json::loose_schema<CityQuery>().text()) +
                                   R"(,"strict":false}})");
    CHECK(json_of(tools[2]) == R"({"type":"function","function":{"name":"c","parameters":{}}})");
    CHECK(json_of(tools[3]) == R"({"type":"custom","custom":{"name":"d","description":"Text"}})");
    CHECK(json_of(tools[4]) ==
          R"({"type":"custom","custom":{"name":"e","format":{"type":"grammar",)"
          R"("grammar":{"definition":"start: X","syntax":"lark"}}}})");
}

TEST_CASE("tools of the request stay, and the set adds those that it does not declare") {
    tool_set set = weather();
    auto request = question();
    request.tools = {FunctionTool{.function = {.name = "weather", .description = "my own"}},
                     FunctionTool{.function = {.name = "other"}}};
    tool_conversation talk(request, set);
    REQUIRE(talk.request().tools->size() == 3);
    CHECK(std::get<FunctionTool>(talk.request().tools->front()).function.description == "my own");
    CHECK(std::holds_alternative<CustomTool>(talk.request().tools->back()));
}

TEST_CASE("calls are found in every form that servers use") {
    const std::string answered = "user assistant(a) tool(a: Oslo)";
    CHECK(after(with_calls(R"({"id":"a","type":"function","function":{"name":"weather",)"
                           R"("arguments":"{\"city\":\"Oslo\"}"}})")) == answered);
    // members beside `function`, arguments as an object, no type, another finish reason
    CHECK(after(with_calls(R"({"id":"a","name":"weather","arguments":{"city":"Oslo"}})")) ==
          answered);
    CHECK(after(with_calls(R"({"id":"a","function":{"name":"weather",)"
                           R"("arguments":{"city":"Oslo"}}})"),
                "stop") == answered);
    CHECK(after(with_calls(R"({"index":0,"function":{"name":"weather",)"
                           R"("arguments":"{\"city\":\"Oslo\"}"}})"),
                "end_turn") == "user assistant(call_1_1) tool(call_1_1: Oslo)");
    CHECK(after(with_calls(R"({"id":"a","type":"custom","custom":{"name":"shell",)"
                           R"("input":"ls"}})")) == "user assistant(a) tool(a: ls)");
    CHECK(after(R"({"role":"assistant","content":null,"function_call":{"name":"weather",)"
                R"("arguments":"{\"city\":\"Oslo\"}"}})",
                "function_call") == "user assistant function(weather: Oslo)");
    // a call without a name calls nothing
    CHECK(after(with_calls(R"({"id":"a","function":{}})")).find("there is no tool \"\"") !=
          std::string::npos);
}

TEST_CASE("a reason without calls ends the loop, with an error if there is no text either") {
    CHECK(after(R"({"role":"assistant","content":"Sunny"})") == "user assistant");
    CHECK(after(R"({"role":"assistant","content":"Sunny","tool_calls":[]})") == "user assistant");
    CHECK(after(R"({"role":"assistant","content":null})") == "no_output");
    CHECK(after(R"({"role":"assistant","content":""})", "stop") == "user assistant");
}

TEST_CASE("an answer in the middle of which the server gave up is an error") {
    const std::string half = R"({"role":"assistant","content":"Sun"})";
    for (const char* reason : {"error", "abort", "insufficient_system_resource"}) {
        CHECK(after(half, reason) == "api_error");
    }
}

TEST_CASE("refusals and the content filter end the loop, and nothing runs") {
    CHECK(after(R"({"role":"assistant","content":null,"refusal":"I will not"})", "stop") ==
          "refused");
    const std::string call = with_calls(R"({"id":"a","function":{"name":"weather"}})");
    CHECK(after(call, "content_filter") == "content_filtered");
    tool_set set = weather();
    tool_conversation talk(question(), set);
    talk.take(ChatCompletion{});
    CHECK(talk.error().code == errc::no_output);
}

TEST_CASE("a call that was cut is not run") {
    const std::string calls =
        with_calls(R"({"id":"a","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"}},)"
                   R"({"id":"b","function":{"name":"weather","arguments":"{\"city\":\"Os"}})");
    CHECK(after(calls, "length") == "cut_by_length");
    CHECK(after(calls, "length", {.cut_calls = on_error::tell}) ==
          "user assistant(a b) tool(a: Oslo) tool(b: error: the output ended within the call)");
    // whole calls run
    CHECK(after(with_calls(R"({"id":"a","function":{"name":"weather",)"
                           R"("arguments":"{\"city\":\"Oslo\"}"}})"),
                "length") == "user assistant(a) tool(a: Oslo)");
    // text does not tell whether it is whole
    CHECK(after(with_calls(R"({"id":"a","type":"custom","custom":{"name":"shell",)"
                           R"("input":"rm -r /tmp"}})"),
                "length") == "cut_by_length");
    CHECK(after(R"({"role":"assistant","content":"Half an ans"})", "length") == "user assistant");
}

TEST_CASE("a tool_choice that demands a call holds for one round, and is restored") {
    const std::vector<ToolChoice> demands{
        open_enum<ToolChoiceMode>(ToolChoiceMode::required),
        NamedToolChoice{.function = {.name = "weather"}},
        AllowedToolsChoice{.allowed_tools = {.mode = ToolChoiceMode::required}},
    };
    for (const auto& demand : demands) {
        for (const bool reset : {true, false}) {
            tool_set set = weather();
            auto request = question();
            request.tool_choice = demand;
            tool_conversation talk(request, set, {.reset_tool_choice = reset});
            CHECK(*talk.request().tool_choice == demand);
            talk.take(asks({{"a", "weather"}}));
            talk.run();
            const auto& choice = talk.request().tool_choice;
            CHECK((choice && *choice == demand) == !reset);
            talk.take(says("Done"));
            CHECK(*talk.request().tool_choice == demand);
        }
    }
    tool_set set = weather();
    auto request = question();
    request.tool_choice = open_enum<ToolChoiceMode>(ToolChoiceMode::auto_);
    tool_conversation talk(request, set);
    talk.take(asks({{"a", "weather"}}));
    talk.run();
    CHECK(talk.request().tool_choice);
}

TEST_CASE("the model's message goes back with its reasoning, and with repaired arguments") {
    tool_set set = weather();
    tool_conversation talk(question(), set, {.history = &histories::everything});
    auto response = asks({{"a", "weather", R"({"city":"Oslo","days":"3"})"}});
    response.choices[0].message->reasoning_content = "Let me see";
    talk.take(response);
    talk.run();
    const auto& sent = std::get<AssistantMessage>(talk.request().messages[1]);
    CHECK(sent.reasoning_content == "Let me see");
    CHECK(talk.calls()[0].repaired);
    CHECK(sent.tool_calls->front().function->arguments == talk.calls()[0].arguments);
}

}  // namespace chat_tools_tests
