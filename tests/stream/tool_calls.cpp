#include <oaiwire/stream/tool_calls.hpp>

#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <support/catch.hpp>

namespace tool_calls_tests {

using namespace oaiwire;

namespace {

ChatCompletionMessage message(const std::vector<std::string>& deltas) {
    accumulator<ChatCompletionChunk> whole;
    for (const auto& delta : deltas) {
        const auto chunk = json::read<ChatCompletionChunk>(
            "{\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}", json::tolerant);
        REQUIRE(chunk.has_value());
        CHECK(whole.add(*chunk) == errc::ok);
    }
    return *whole.response().choices.at(0).message;
}
// The calls accumulated from these lists, one delta each, as id:name:arguments.
std::string calls(const std::vector<std::string>& lists) {
    std::vector<std::string> deltas;
    for (const auto& l : lists) deltas.push_back("{\"tool_calls\":[" + l + "]}");
    std::string out;
    const ChatCompletionMessage whole = message(deltas);
    for (const auto& call : *whole.tool_calls) {
        const call_parts parts = parts_of(call);
        if (!out.empty()) out += ' ';
        out += parts.id.value_or("-") + ":" + parts.name.value_or("-") + ":" +
               parts.arguments.value_or("-");
    }
    return out;
}
// An entry with index and id if they are not "", a name, and arguments.
std::string entry(const std::string& index, const std::string& id, const std::string& name,
                  const std::string& arguments) {
    std::string out = "{";
    if (!index.empty()) out += "\"index\":" + index + ",";
    if (!id.empty()) out += "\"id\":\"" + id + "\",";
    out += "\"type\":\"function\",\"function\":{";
    if (!name.empty()) out += "\"name\":\"" + name + "\",";
    out += "\"arguments\":\"";
    for (const char c : arguments) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"}}";
}
const std::string a = R"({"q":"A"})";
const std::string b = R"({"q":"B"})";

}  // namespace

TEST_CASE("quirks 82 to 94: pieces of tool calls are assigned to their call") {
    const auto f = [](const char* args) {
        return R"("function":{"arguments":")" + std::string(args) + R"("})";
    };
    // by index
    CHECK(calls({R"({"index":0,"id":"a","function":{"name":"f","arguments":""}})",
                 R"({"index":0,)" + f("{") + "}", R"({"index":0,)" + f("}") + "}"}) == "a:f:{}");
    CHECK(calls({R"({"index":0,"id":"a","function":{"name":"f"}},)"
                 R"({"index":1,"id":"b","function":{"name":"g"}})",
                 R"({"index":1,)" + f("1") + "}", R"({"index":0,)" + f("0") + "}"}) ==
          "a:f:0 b:g:1");
    // quirk 82: by id if there is no index
    CHECK(calls({R"({"id":"a","function":{"name":"f","arguments":"{}"}})",
                 R"({"id":"b","function":{"name":"f","arguments":"{}"}})"}) == "a:f:{} b:f:{}");
    CHECK(calls({R"({"id":"a","function":{"name":"f","arguments":"{"}})", "{" + f("}") + "}"}) ==
          "a:f:{}");
    // quirk 83: a new id with a used index
    CHECK(calls({R"({"index":0,"id":"a","function":{"name":"f","arguments":"1"}})",
                 R"({"index":0,"id":"b","function":{"name":"g","arguments":"2"}})",
                 R"({"index":0,)" + f("3") + "}"}) == "a:f:1 b:g:23");
    // quirks 84, 86: gaps and huge indices
    CHECK(calls({R"({"index":1,"id":"a"})", R"({"index":9223372036854775807,"id":"b"})"}) ==
          "a:-:- b:-:-");
    // quirk 85
    CHECK(calls({R"({"index":-1,"id":"a","function":{"name":"f","arguments":"{"}})",
                 R"({"index":-1,)" + f("}") + "}"}) == "a:f:{}");
    // quirk 87: empty or repeated ids
    CHECK(calls({R"({"index":0,"id":"a","function":{"name":"f","arguments":"{"}})",
                 R"({"index":0,"id":null,)" + f("1") + "}", R"({"index":0,"id":"",)" + f("2") + "}",
                 R"({"index":0,"id":"null",)" + f("3") + "}",
                 R"({"index":0,"id":"a",)" + f("}") + "}"}) == "a:f:{123}");
    CHECK(calls({R"({"index":0,"function":{"name":"f"}})",
                 R"({"index":0,"id":"late",)" + f("{}") + "}"}) == "late:f:{}");
    CHECK(calls({R"({"index":0,"id":"null","function":{"name":"f"}})",
                 R"({"index":0,"id":"late",)" + f("{}") + "}"}) == "late:f:{}");
    CHECK(calls({R"({"id":"","function":{"name":"f","arguments":"1"}},)"
                 R"({"id":"","function":{"name":"f","arguments":"2"}})"}) == "-:f:1 -:f:2");
    // quirk 88: names
    CHECK(
        calls({R"({"index":0,"function":{"name":""}})", R"({"index":0,"function":{"name":"null"}})",
               R"({"index":0,"function":{"name":"f"}})", R"({"index":0,"function":{"name":null}})",
               R"({"index":0,"function":{"name":"f"}})"}) == "-:f:-");
    CHECK(calls({R"({"index":0,"function":{"name":"get_"}})",
                 R"({"index":0,"function":{"name":"weather"}})"}) == "-:get_weather:-");
    // quirk 90: an object as arguments
    CHECK(calls({R"({"index":0,"function":{"name":"f","arguments":{"a": 1}}})"}) ==
          R"(-:f:{"a":1})");
    // quirk 91: valid JSON that continues
    CHECK(calls({R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})",
                 R"({"index":0,)" + f(" ") + "}"}) == "a:f:{} ");
    // quirk 95
    CHECK(calls({R"({"index":0,"type":"custom","custom":{"name":"sql","input":"sel"}})",
                 R"({"index":0,"custom":{"input":"ect"}})"}) == "-:sql:select");
    // the members of `function` at the top level
    CHECK(calls({R"({"index":0,"name":"f","arguments":"{"})", R"({"index":0,"arguments":"}"})"}) ==
          "-:f:{}");
}

TEST_CASE("quirk 83: entries of one list with the same index and no id are separate calls") {
    CHECK(calls({entry("0", "", "wiki", a) + "," + entry("0", "", "wiki", b)}) ==
          "-:wiki:" + a + " -:wiki:" + b);
    CHECK(calls({entry("0", "", "wiki", a) + "," + entry("0", "", "web", a) + "," +
                 entry("0", "", "web", b)}) == "-:wiki:" + a + " -:web:" + a + " -:web:" + b);
    CHECK(calls({entry("0", "", "roll", "{}") + "," + entry("0", "", "roll", "{}")}) ==
          "-:roll:{} -:roll:{}");
    CHECK(calls({entry("0", "", "now", "") + "," + entry("0", "", "here", "")}) ==
          "-:now: -:here:");
    CHECK(calls({entry("0", "", "f", "1") + "," + entry("0", "", "f", "2")}) == "-:f:1 -:f:2");
    // together with a piece without a name, which continues the call
    CHECK(calls({entry("0", "", "f", "{\"q\":") + "," + entry("0", "", "", "1}")}) ==
          "-:f:{\"q\":1}");
    CHECK(calls({entry("0", "", "f", "{\"q\":") + "," + entry("0", "", "f", "1}")}) ==
          "-:f:{\"q\":1}");
    CHECK(calls({entry("0", "", "f", "") + "," + entry("0", "", "f", "{}")}) == "-:f:{}");
    // custom tools
    CHECK(calls({R"({"index":0,"type":"custom","custom":{"name":"sql","input":"a"}},)"
                 R"({"index":0,"type":"custom","custom":{"name":"sql","input":"b"}})"}) ==
          "-:sql:a -:sql:b");
    // without `function`
    CHECK(calls({R"({"index":0,"name":"f","arguments":{"q":1}},)"
                 R"({"index":0,"name":"f","arguments":{"q":2}})"}) ==
          "-:f:{\"q\":1} -:f:{\"q\":2}");
}

TEST_CASE("quirk 83: a name after complete arguments starts another call with the same index") {
    for (const std::string index : {"0", ""}) {
        CHECK(calls({entry(index, "", "wiki", a), entry(index, "", "web", b)}) ==
              "-:wiki:" + a + " -:web:" + b);
        CHECK(calls({entry(index, "", "wiki", a), entry(index, "", "wiki", b)}) ==
              "-:wiki:" + a + " -:wiki:" + b);
        CHECK(calls({entry(index, "", "wiki", "{\"q\""), entry(index, "", "", ":\"A\"}"),
                     entry(index, "", "web", ""), entry(index, "", "", b)}) ==
              "-:wiki:" + a + " -:web:" + b);
        // an id that is always the same
        CHECK(calls({entry(index, "0", "wiki", a), entry(index, "0", "web", b)}) ==
              "0:wiki:" + a + " 0:web:" + b);
    }
    CHECK(calls({R"({"index":0,"custom":{"name":"sql","input":"a"}})",
                 R"({"index":0,"custom":{"name":"sh","input":"b"}})"}) == "-:sql:a -:sh:b");
}

TEST_CASE("quirk 88: a repeated or split name, or arguments alone, do not start another call") {
    CHECK(calls({entry("0", "", "f", "{\"q\":"), entry("0", "", "f", "\"A\""),
                 entry("0", "", "f", "}"), entry("0", "", "f", "")}) == "-:f:" + a);
    CHECK(calls({entry("0", "a", "get_", ""), entry("0", "", "weather", ""),
                 entry("0", "", "", a)}) == "a:get_weather:" + a);
    CHECK(calls({entry("0", "a", "f", "1"), entry("0", "", "f", "2")}) == "a:f:12");
    CHECK(calls({entry("0", "a", "f", "{}"), entry("0", "", "", "{\"q\":1}")}) ==
          "a:f:{}{\"q\":1}");
    CHECK(calls({entry("0", "a", "f", "{}"), entry("0", "", "f", "}")}) == "a:f:{}}");
}

TEST_CASE("the same complete call sent twice is one") {
    for (const std::string index : {"0", ""}) {
        for (const std::string id : {"a", ""}) {
            const std::string whole = entry(index, id, "f", a);
            const std::string one = (id.empty() ? "-" : id) + ":f:" + a;
            CHECK(calls({whole, whole, whole}) == one);
            CHECK(calls({entry(index, id, "f", "{\"q\":"), entry(index, id, "", "\"A\"}"),
                         whole}) == one);
            CHECK(calls({whole, entry(index, "", "g", b), whole, entry(index, "", "g", b)}) ==
                  one + " -:g:" + b);
        }
    }
    CHECK(calls({entry("0", "a", "f", a) + "," + entry("0", "a", "f", a)}) == "a:f:" + a);
    // different ids make them two
    CHECK(calls({entry("0", "a", "f", a), entry("0", "b", "f", a)}) == "a:f:" + a + " b:f:" + a);
    CHECK(calls({entry("0", "", "f", a), entry("1", "", "f", a)}) == "-:f:" + a + " -:f:" + a);
}

TEST_CASE("cumulative arguments replace each other if each starts with the previous") {
    CHECK(calls({entry("0", "a", "f", "{\"q\":"), entry("0", "", "", "{\"q\":\"ab"),
                 entry("0", "", "", "{\"q\":\"abc\"}")}) == "a:f:{\"q\":\"abc\"}");
    CHECK(calls({entry("0", "a", "f", "{\"q\":"), entry("1", "b", "g", "{"),
                 entry("0", "a", "f", "{\"q\":\"A"), entry("1", "b", "g", "{\"q\":1}"),
                 entry("0", "a", "f", a)}) == "a:f:" + a + " b:g:{\"q\":1}");
    const auto legacy = message({R"({"function_call":{"name":"f","arguments":"{"}})",
                                 R"({"function_call":{"arguments":"{\"q"}})",
                                 R"({"function_call":{"arguments":"{\"q\":1}"}})"});
    CHECK(legacy.function_call->arguments == "{\"q\":1}");
}

TEST_CASE("calls are ordered by index if all indices differ") {
    const auto f = [](const char* index) { return entry(index, "", std::string("f") + index, ""); };
    CHECK(calls({f("2"), f("0"), f("1"), entry("0", "", "", "x")}) == "-:f0:x -:f1: -:f2:");
    CHECK(calls({f("3") + "," + f("1")}) == "-:f1: -:f3:");
    // duplicate, missing or invalid indices: in order of arrival
    CHECK(calls({entry("1", "a", "f", ""), entry("0", "b", "f", ""), entry("1", "c", "f", ""),
                 entry("0", "", "", "x")}) == "a:f: b:f:x c:f:");
    CHECK(calls({entry("1", "a", "f", ""), entry("", "b", "f", ""), entry("0", "c", "f", "")}) ==
          "a:f: b:f: c:f:");
    CHECK(calls({f("9223372036854775807"), f("0")}) == "-:f9223372036854775807: -:f0:");
}

TEST_CASE("unknown members of a call are kept at each level") {
    const auto m = message({R"({"tool_calls":[{"index":0,"x":1,"custom":{"name":"f","y":2}}]})",
                            R"({"tool_calls":[{"index":0,"custom":{"input":"i","z":3}}]})"});
    const ToolCall& call = m.tool_calls->at(0);
    CHECK(call.extra.text() == "\"x\":1");
    CHECK(call.custom->extra.text() == "\"y\":2,\"z\":3");
}

TEST_CASE("a call in many pieces, plain or cumulative, takes linear time") {
    ChatCompletionChunk chunk;
    auto& delta = chunk.choices.emplace_back().delta.emplace();
    auto& function = delta.tool_calls.emplace().emplace_back().function.emplace();
    function.name = "f";
    accumulator<ChatCompletionChunk> named;
    std::string all;
    for (int i = 0; i != 100'000; ++i) {
        function.arguments = i == 0 ? "[" : "12345678,";
        all += *function.arguments;
        REQUIRE(named.add(chunk) == errc::ok);
    }
    const auto& calls = *named.response().choices.at(0).message->tool_calls;
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].function->arguments == all);

    accumulator<ChatCompletionChunk> cumulative;
    all = "{\"q\":\"";
    for (int i = 0; i != 2'000; ++i) {
        all += "0123456789";
        function.arguments = all;
        REQUIRE(cumulative.add(chunk) == errc::ok);
    }
    CHECK(cumulative.response().choices.at(0).message->tool_calls->at(0).function->arguments ==
          all);
}

TEST_CASE("a type that is empty or says null is replaced by the first real one") {
    const ChatCompletionMessage whole =
        message({R"({"tool_calls":[{"index":0,"type":"null","function":{"name":"f"}}]})",
                 R"({"tool_calls":[{"index":0,"type":""},{"index":1,"type":"null","id":"b"}]})",
                 R"({"tool_calls":[{"index":0,"type":"custom"}]})"});
    REQUIRE(whole.tool_calls->size() == 2);
    CHECK(whole.tool_calls->at(0).type == "custom");
    CHECK(whole.tool_calls->at(1).type.is_absent());
}

}  // namespace tool_calls_tests
