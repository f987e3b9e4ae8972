#include <oaiwire/stream/response_texts.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/response_stream.hpp>

namespace response_texts_tests {

using namespace oaiwire;
using document = nlohmann::json;

namespace {

document written(const Response& response) {
    return document::parse(json::write(response).value());
}
Response added(const std::vector<std::string>& events) {
    accumulator<ResponseStreamEvent> whole;
    for (const auto& text : events) {
        INFO(text);
        const auto event = json::read<ResponseStreamEvent>(text, json::tolerant);
        REQUIRE(event.has_value());
        CHECK(whole.add(*event) == errc::ok);
    }
    return whole.take();
}
// `{"type":"response.X","a":1}` for X and "a":1
std::string event(const std::string& type, const std::string& members) {
    return "{\"type\":\"response." + type + "\"," + members + "}";
}

}  // namespace

TEST_CASE("a delta after its text was finished is not appended") {
    struct late {
        const char* item;
        const char* delta;
        const char* done;
        const char* member;
        const char* part;
    };
    const late kinds[] = {
        {"function_call", "function_call_arguments.delta", "function_call_arguments.done",
         "arguments", ""},
        {"custom_tool_call", "custom_tool_call_input.delta", "custom_tool_call_input.done", "input",
         ""},
        {"mcp_call", "mcp_call_arguments.delta", "mcp_call_arguments.done", "arguments", ""},
        {"code_interpreter_call", "code_interpreter_call_code.delta",
         "code_interpreter_call_code.done", "code", ""},
        {"message", "output_text.delta", "output_text.done", "text", "output_text"},
        {"message", "refusal.delta", "refusal.done", "refusal", "refusal"},
        {"reasoning", "reasoning_text.delta", "reasoning_text.done", "text", "reasoning_text"},
    };
    for (const late& kind : kinds) {
        // the finished item, with that text
        const auto item = [&](const char* type, const std::string& text) {
            const std::string said = "\"" + std::string(kind.member) + "\":\"" + text + "\"";
            const std::string part =
                "\"content\":[{\"type\":\"" + std::string(kind.part) + "\"," + said + "}]";
            return event(type, "\"output_index\":0,\"item\":{\"type\":\"" + std::string(kind.item) +
                                   "\",\"id\":\"i\"," + (*kind.part ? part : said) + "}");
        };
        const auto piece = [&](const std::string& at) {
            return event(kind.delta, at + "\"delta\":\"late\"");
        };
        const std::string both = R"("item_id":"i","output_index":0,)";
        for (const std::string& at :
             {both, std::string(R"("item_id":"i",)"), std::string(R"("output_index":0,)"),
              std::string(), both + "\"content_index\":0,"}) {
            INFO(kind.delta << " " << at);
            const auto first = event(kind.delta, both + "\"content_index\":0,\"delta\":\"wh\"");
            const auto text_done = event(kind.done, both + "\"content_index\":0,\"" +
                                                        std::string(kind.member) + "\":\"whole\"");
            const auto item_done = item("output_item.done", "whole");
            const document once = written(added({first, item_done}))["output"];
            CHECK(once.dump().find("\"whole\"") != std::string::npos);
            CHECK(written(added({first, item_done, piece(at)}))["output"] == once);
            CHECK(written(added({first, text_done, piece(at), item_done}))["output"] == once);
            const document by_text = written(added({first, text_done}))["output"];
            CHECK(written(added({first, text_done, piece(at)}))["output"] == by_text);
            // an empty done event does not finish the text
            CHECK(
                written(added({item("output_item.done", ""), piece(at)})).dump().find("\"late\"") !=
                std::string::npos);
        }
    }
}

TEST_CASE("the commands and outputs of a shell call are stored in their items") {
    const auto command = [](const char* type, int n, const std::string& members) {
        return event("shell_call_command." + std::string(type),
                     "\"output_index\":0,\"command_index\":" + std::to_string(n) + "," + members);
    };
    const auto wrote = [](int n, const std::string& delta) {
        return event("shell_call_output_content.delta",
                     R"("item_id":"o","output_index":1,"command_index":)" + std::to_string(n) +
                         ",\"delta\":" + delta);
    };
    const std::vector<std::string> begin{
        event("output_item.added",
              R"("output_index":0,"item":{"type":"shell_call","id":"s","call_id":"c",)"
              R"("action":{"commands":[],"timeout_ms":5},"status":"in_progress"})"),
        command("added", 0, R"("command":"")"),
        command("delta", 0, R"("delta":"l")"),
        command("added", 1, R"("command":"p")"),
        command("delta", 0, R"("delta":"s")"),
        command("done", 0, R"("command":"ls")"),
        command("delta", 1, R"("delta":"wd","vendor":1)"),
        command("delta", 0, R"("delta":"late")"),
        event("output_item.added",
              R"("output_index":1,"item":{"type":"shell_call_output","id":"o","call_id":"c",)"
              R"("output":[],"status":"in_progress"})"),
        wrote(0, R"({"stdout":"a"})"),
        wrote(1, R"({"stderr":"no","x":1})"),
        wrote(0, R"({"stdout":"b"})"),
    };
    const Response r = added(begin);
    CHECK(written(r)["output"] ==
          document::parse(
              R"([{"type":"shell_call","id":"s","call_id":"c","status":"in_progress",)"
              R"("action":{"commands":["ls","pwd"],"timeout_ms":5}},)"
              R"({"type":"shell_call_output","id":"o","call_id":"c","status":"in_progress",)"
              R"("output":[{"stdout":"ab","stderr":""},{"stdout":"","stderr":"no","x":1}]}])"));
    CHECK(r.extra.find("vendor") == "1");
    auto whole = begin;
    whole.push_back(event(
        "shell_call_output_content.done",
        R"("item_id":"o","output_index":1,"command_index":0,"output":[{"stdout":"ab","stderr":"",)"
        R"("outcome":{"type":"exit","exit_code":2}}])"));
    whole.push_back(wrote(0, R"({"stdout":"late"})"));
    const auto output = std::get<ShellToolCallOutput>(added(whole).output.at(1));
    CHECK(output.output->at(0).stdout_ == "ab");
    CHECK(output.output->at(0).outcome->exit_code == 2);
    CHECK(output.output->at(1).stderr_ == "no");
    // nothing was announced, and an index is not a size
    const Response bare = added(
        {command("delta", 900719925, R"("delta":"x")"), command("delta", 3, R"("delta":"y")")});
    CHECK(std::get<ShellToolCall>(bare.output.at(0)).action->commands ==
          std::vector<std::string>{"y", "x"});
}

TEST_CASE("calls without an announcement are distinguished by id once one is complete") {
    const auto events_of = [](const std::string& id, const std::string& said) {
        const std::string at = R"("item_id":")" + id + R"(","output_index":0,)";
        return std::vector<std::string>{
            event("function_call_arguments.delta", at + R"("delta":")" + said + "\""),
            event("function_call_arguments.done",
                  at + R"("name":")" + id + R"(","arguments":")" + said + "\"")};
    };
    auto events = events_of("a", "1");
    for (const auto& e : events_of("b", "2")) events.push_back(e);
    const document output = written(added(events))["output"];
    REQUIRE(output.size() == 2);
    CHECK(output[0]["arguments"] == "1");
    CHECK(output[1]["arguments"] == "2");
}

}  // namespace response_texts_tests
