#include <oaiwire/tools/response_tools.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/json_of.hpp>

#include "scripts.hpp"

namespace response_tools_tests {

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

ResponseRequest asking() {
    return {.model = "m", .input = ResponseInput("What is the weather?")};
}

Response with_output(std::string_view output, std::string_view rest = "") {
    return from_json<Response>(R"({"id":"r1","object":"response","status":"completed","output":[)" +
                                   std::string(output) + "]" + std::string(rest) + "}",
                               json::tolerant);
}

constexpr std::string_view reasoning_item =
    R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"opaque"})";
constexpr std::string_view call_item =
    R"({"type":"function_call","call_id":"a","name":"weather","arguments":"{\"city\":\"Oslo\"}","id":"fc_1"})";
constexpr std::string_view custom_item =
    R"({"type":"custom_tool_call","call_id":"b","name":"shell","input":"ls","id":"ct_1"})";
constexpr std::string_view answer_item =
    R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"Sunny","annotations":[]}],"id":"msg_1"})";

std::string both(std::string_view a, std::string_view b) {
    return std::string(a) + "," + std::string(b);
}

}  // namespace

TEST_CASE("tools are declared flat, with strict always stated") {
    tool_set set;
    set.declare<CityQuery>("a", "A tool")
        .declare("c", "", raw_json::trusted("{}"))
        .declare_custom("e", "", {.grammar = Grammar{"start: X", GrammarSyntax::lark}});
    tool_conversation talk(asking(), set);
    const auto& tools = *talk.request().tools;
    CHECK(json_of(tools[0]) ==
          R"({"type":"function","name":"a","description":"A tool","parameters":)" +
              std::string(json::schema<CityQuery>().text()) + R"(,"strict":true})");
    CHECK(json_of(tools[1]) == R"({"type":"function","name":"c","parameters":{},"strict":false})");
    CHECK(
        json_of(tools[2]) ==
        R"({"type":"custom","name":"e","format":{"type":"grammar","definition":"start: X","syntax":"lark"}})");
}

TEST_CASE("the output goes back whole, each call followed by its output in order") {
    tool_set set = weather();
    tool_conversation talk(asking(), set);
    talk.take(with_output(both(reasoning_item, both(call_item, custom_item))));
    while (talk.run()) {
    }
    CHECK(talk.next() == tool_step::send);
    CHECK(json_of(*talk.request().input) ==
          R"([{"role":"user","content":"What is the weather?"},)" +
              both(reasoning_item, both(call_item, custom_item)) +
              R"(,{"type":"function_call_output","call_id":"a","output":"Oslo"},)"
              R"({"type":"custom_tool_call_output","call_id":"b","output":"ls"}])");
    talk.take(with_output(answer_item, R"(,"usage":{"input_tokens":7,"output_tokens":2})"));
    CHECK(talk.ok());
    CHECK(text(talk.response()) == "Sunny");
    CHECK(talk.usage().prompt == 7);
    CHECK_FALSE(talk.usage().total);
    CHECK(std::get<std::vector<ResponseItem>>(*talk.request().input).size() == 7);
}

TEST_CASE("a conversation that the server keeps gets what is new only") {
    for (const bool named : {false, true}) {
        tool_set set = weather();
        auto request = asking();
        if (named) request.conversation = ConversationParam("conv_1");
        tool_conversation talk(request, set, {.use_previous_response_id = !named});
        talk.take(with_output(both(reasoning_item, call_item)));
        talk.run();
        CHECK(json_of(*talk.request().input) ==
              R"([{"type":"function_call_output","call_id":"a","output":"Oslo"}])");
        CHECK(talk.request().previous_response_id.value_or("none") == (named ? "none" : "r1"));
        auto last = with_output(answer_item);
        last.id = "r2";
        talk.take(last);
        CHECK(json_of(*talk.request().input) == "[]");
        CHECK(talk.request().previous_response_id.value_or("none") == (named ? "none" : "r2"));
    }
    // not if the server does not store responses
    tool_set set = weather();
    auto request = asking();
    request.store = false;
    tool_conversation talk(request, set, {.use_previous_response_id = true});
    talk.take(with_output(call_item));
    talk.run();
    CHECK_FALSE(talk.request().previous_response_id);
    CHECK(std::get<std::vector<ResponseItem>>(*talk.request().input).size() == 3);
    CHECK(json_of(*talk.request().input).find("fc_1") == std::string::npos);
}

TEST_CASE("a response that failed ends the loop with the words of its error") {
    tool_set set = weather();
    tool_conversation talk(asking(), set);
    talk.take(from_json<Response>(
        R"({"status":"failed","output":[],"error":{"code":"server_error","message":"It broke."}})",
        json::tolerant));
    CHECK(talk.error().code == errc::api_error);
    CHECK(talk.error().message == "It broke.");
}

TEST_CASE("ids that are missing are made up, in the call and in its output") {
    tool_set set = weather();
    tool_conversation talk(asking(), set);
    talk.take(
        with_output(R"({"type":"function_call","name":"weather","arguments":"{\"city\":\"x\"}"})"));
    talk.run();
    CHECK(json_of(*talk.request().input).find(R"("call_id":"call_1_1","name":"weather")") !=
          std::string::npos);
    CHECK(json_of(*talk.request().input)
              .ends_with(R"({"type":"function_call_output","call_id":"call_1_1","output":"x"}])"));
}

TEST_CASE("the caller of a call gets its output") {
    tool_set set = weather();
    tool_conversation talk(asking(), set);
    talk.take(with_output(
        R"({"type":"function_call","call_id":"a","name":"weather","arguments":"{\"city\":\"x\"}",)"
        R"("caller":{"type":"program","caller_id":"p"}})"));
    talk.run();
    CHECK(json_of(*talk.request().input)
              .ends_with(R"("output":"x","caller":{"type":"program","caller_id":"p"}}])"));
}

TEST_CASE("responses that are no answer end the loop with a reason") {
    struct row {
        std::string output;
        std::string rest;
        errc code;
    };
    const row rows[]{
        {std::string(call_item),
         R"(,"status":"incomplete","incomplete_details":{"reason":"content_filter"})",
         errc::content_filtered},
        {R"({"type":"function_call","call_id":"a","name":"weather","arguments":"{\"ci"})",
         R"(,"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"})",
         errc::cut_by_length},
        {R"({"type":"message","role":"assistant","content":[{"type":"refusal","refusal":"No"}]})",
         "", errc::refused},
        {"", R"(,"status":"queued")", errc::no_output},
        {"", R"(,"status":"failed")", errc::api_error},
        {R"({"type":"web_search_call","id":"w"})", "", errc::ok},
    };
    for (const row& r : rows) {
        tool_set set = weather();
        tool_conversation talk(asking(), set);
        auto response = with_output(r.output, "");
        const auto rest = from_json<Response>(
            "{" + (r.rest.empty() ? "\"id\":\"x\"" : r.rest.substr(1)) + R"(,"output":[]})",
            json::tolerant);
        if (rest.status) response.status = rest.status;
        response.incomplete_details = rest.incomplete_details;
        talk.take(response);
        INFO(r.output << r.rest);
        CHECK(talk.done());
        CHECK(talk.error().code == r.code);
        CHECK(talk.response() == response);
    }
}

TEST_CASE("after a bound the last request allows no calls; the program's choice is restored") {
    tool_set set = weather();
    auto request = asking();
    request.tool_choice = ToolChoiceFunction{.name = "weather"};
    tool_conversation talk(request, set, {.rounds = 1, .final_answer = true});
    talk.take(with_output(call_item));
    CHECK(*talk.request().tool_choice ==
          ResponseToolChoice(open_enum<ToolChoiceMode>(ToolChoiceMode::none)));
    talk.take(with_output(answer_item));
    CHECK(talk.ok());
    CHECK(talk.bound() == tool_bound::rounds);
    CHECK(std::holds_alternative<ToolChoiceFunction>(*talk.request().tool_choice));
}

}  // namespace response_tools_tests
