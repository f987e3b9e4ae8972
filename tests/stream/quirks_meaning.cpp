// Differences between servers in reasoning, tool calls, token counts and log probabilities: one
// test per quirk, by its number in docs/quirks.md.
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <support/answer_of.hpp>

namespace quirks_meaning_tests {

using namespace support;
using namespace chat_stream;

namespace {

std::string usage_chunk(std::string_view usage) {
    return event("{\"choices\":[],\"usage\":" + std::string(usage) + "}");
}
std::string counts(std::string_view usage) {
    return answer_of(says("x") + usage_chunk(usage) + done).usage;
}

// The logarithm of an entry of logprobs.content with this JSON value.
oaiwire::field<double> logprob_of(std::string_view json) {
    const auto r =
        chunk_of(R"({"choices":[{"delta":{},"logprobs":{"content":[{"token":"a","logprob":)" +
                 std::string(json) + "}]}}]}");
    CHECK(r.kind == "value");
    if (r.kind != "value") return {};
    return r.value.choices.at(0).logprobs->content->at(0).logprob;
}
oaiwire::Logprobs logprobs_of(std::string_view json) {
    const auto a = answer_of(
        choices(R"({"index":0,"delta":{"content":"x"},"logprobs":)" + std::string(json) + "}") +
        stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "x");
    return a.response.choices.at(0).logprobs.value_or(oaiwire::Logprobs{});
}

}  // namespace

TEST_CASE("quirk 77: reasoning has four member names and one accessor") {
    for (const std::string member :
         {R"("reasoning_content":"Hm.")", R"("reasoning":"Hm.")",
          R"("reasoning_details":[{"type":"reasoning.text","text":"Hm."}])",
          R"("reasoning_details":[{"type":"reasoning.summary","summary":"Hm."}])",
          R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]}])"}) {
        const auto a = answer_of(delta(member) + says("Hello") + stops() + done);
        CHECK(a.reasoning == "Hm.");
        CHECK(a.text == "Hello");
    }
}

TEST_CASE("quirk 78: reasoning under two names at once is taken once") {
    const auto both = [](const std::string& text) {
        return delta("\"reasoning\":\"" + text + "\",\"reasoning_content\":\"" + text +
                     R"(","reasoning_details":[{"type":"reasoning.text","text":")" + text + "\"}]");
    };
    const auto a = answer_of(both("Hm, ") + both("yes.") + says("Hello") + done);
    CHECK(a.reasoning == "Hm, yes.");
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 79: opaque reasoning is kept") {
    const auto a =
        answer_of(delta(R"("reasoning_details":[{"type":"reasoning.encrypted","data":"b64="}])") +
                  delta(R"("extra_content":{"google":{"thought_signature":"s1"}})") +
                  calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"},)"
                        R"("extra_content":{"google":{"thought_signature":"s2"}}})") +
                  done);
    const auto& message = *a.response.choices.at(0).message;
    CHECK(message.reasoning_details->text() == R"([{"type":"reasoning.encrypted","data":"b64="}])");
    CHECK(message.extra.find("extra_content") == R"({"google":{"thought_signature":"s1"}})");
    CHECK(message.tool_calls->at(0).extra.find("extra_content") ==
          R"({"google":{"thought_signature":"s2"}})");
    CHECK(a.reasoning == "");
}

TEST_CASE("quirk 80: texts of reasoning_details are increments") {
    const auto piece = [](const std::string& text) {
        return delta(R"("reasoning_details":[{"type":"reasoning.text","text":")" + text + "\"}]");
    };
    CHECK(answer_of(piece("a") + piece("ab") + piece("b") + done).reasoning == "aabb");
}

TEST_CASE("quirk 81: repeated reasoning deltas are all kept; users may remove them") {
    const std::string thinking = delta(R"("reasoning_content":"Thinking... ")");
    const auto a = answer_of(thinking + thinking + says("Hello") + done);
    CHECK(a.reasoning == "Thinking... Thinking... ");
    CHECK(a.statistics.chunks == 3);
}

TEST_CASE("quirk 82: tool calls without an index are distinguished by id") {
    const auto a = answer_of(calls(R"({"id":"a","function":{"name":"f","arguments":"{\"x\":"}})") +
                             calls(R"({"function":{"arguments":"1}"}})") +
                             calls(R"({"id":"b","function":{"name":"g","arguments":"{\"y\":"}})") +
                             calls(R"({"id":"b","function":{"arguments":"2}"}})") + done);
    CHECK(a.calls == "a:f({\"x\":1}) b:g({\"y\":2})");
    const auto one = answer_of(calls(R"({"id":"a","function":{"name":"f","arguments":"{}"}},)"
                                     R"({"id":"b","function":{"name":"f","arguments":"{}"}})"));
    CHECK(one.calls == "a:f({}) b:f({})");
}

TEST_CASE("quirk 83: another id with a used index is another call") {
    const auto a =
        answer_of(calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":"}})") +
                  calls(R"({"index":0,"function":{"arguments":"1}"}})") +
                  calls(R"({"index":0,"id":"b","function":{"name":"g","arguments":"{\"y\":"}})") +
                  calls(R"({"index":0,"function":{"arguments":"2}"}})") + done);
    CHECK(a.calls == "a:f({\"x\":1}) b:g({\"y\":2})");
}

TEST_CASE("quirk 84: indices need not start at 0 nor be consecutive") {
    const auto a =
        answer_of(calls(R"({"index":1,"id":"a","function":{"name":"f","arguments":"{"}})") +
                  calls(R"({"index":7,"id":"b","function":{"name":"g","arguments":"{"}})") +
                  calls(R"({"index":1,"function":{"arguments":"}"}})") +
                  calls(R"({"index":7,"function":{"arguments":"}"}})") + done);
    CHECK(a.calls == "a:f({}) b:g({})");
}

TEST_CASE("quirk 85: an index of -1 counts as absent") {
    const auto a = answer_of(
        calls(R"({"index":-1,"id":"a","function":{"name":"f","arguments":"{"}})") +
        calls(R"({"index":-1,"function":{"arguments":"}"}})") +
        calls(R"({"index":-1,"id":"b","function":{"name":"g","arguments":"{}"}})") + done);
    CHECK(a.calls == "a:f({}) b:g({})");
}

TEST_CASE("quirk 86: a huge index allocates nothing") {
    const auto a = answer_of(
        calls(R"({"index":9223372036854775807,"id":"a","function":{"name":"f","arguments":"{"}})") +
        calls(R"({"index":9223372036854775807,"function":{"arguments":"}"}})") + done);
    CHECK(a.calls == "a:f({})");
    std::string many;
    for (int i = 0; i != 200; ++i) {
        many += calls("{\"index\":" + std::to_string(i * 1000) + ",\"id\":\"c" + std::to_string(i) +
                      "\"}");
    }
    const auto bounded = answer_of(many);
    CHECK(bounded.response.choices.at(0).message->tool_calls->size() ==
          oaiwire::limits().tool_calls);
}

TEST_CASE("quirk 87: the id of a continued call may be null, empty, repeated or always 0") {
    for (const std::string id : {"null", "\"\"", "\"a\""}) {
        const auto a = answer_of(
            calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{"}})") +
            calls("{\"index\":0,\"id\":" + id + R"(,"function":{"arguments":"}"}})") + done);
        CHECK(a.calls == "a:f({})");
    }
    auto a = answer_of(calls(R"({"index":0,"id":"0","function":{"name":"f","arguments":"{"}})") +
                       calls(R"({"index":0,"id":"0","function":{"arguments":"}"}})") +
                       calls(R"({"index":1,"id":"0","function":{"name":"g","arguments":"{"}})") +
                       calls(R"({"index":1,"id":"0","function":{"arguments":"}"}})") + done);
    CHECK(a.calls == "0:f({}) 0:g({})");
    const auto r = response_of(
        R"({"choices":[{"message":{"tool_calls":[{"id":"","function":{"name":"f","arguments":"{}"}},)"
        R"({"id":"","function":{"name":"g","arguments":"{}"}}]}}]})");
    CHECK(text_of(*r.value.choices.at(0).message->tool_calls) == "-:f({}) -:g({})");
}

TEST_CASE("quirk 88: a name is taken once, whenever and however often it is sent") {
    const auto named = [](const std::string& first, const std::string& then) {
        return answer_of(
                   calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":" + first +
                         ",\"arguments\":\"{\"}}") +
                   calls("{\"index\":0,\"function\":{\"name\":" + then + ",\"arguments\":\"}\"}}") +
                   calls("{\"index\":0,\"function\":{\"name\":" + then + ",\"arguments\":\"\"}}") +
                   done)
            .calls;
    };
    CHECK(named("\"f\"", "null") == "a:f({})");
    CHECK(named("\"f\"", "\"\"") == "a:f({})");
    CHECK(named("\"f\"", "\"null\"") == "a:f({})");
    CHECK(named("\"f\"", "\"f\"") == "a:f({})");
    CHECK(named("\"\"", "\"f\"") == "a:f({})");
    CHECK(named("null", "\"f\"") == "a:f({})");
    CHECK(named("\"null\"", "\"f\"") == "a:f({})");
    CHECK(named("null", "null") == "a:-({})");
}

TEST_CASE("quirk 89: the type of a call may be missing, empty or in capitals") {
    for (const std::string type :
         {"", R"("type":"",)", R"("type":null,)", R"("type":"FUNCTION",)"}) {
        const auto a = answer_of(calls("{\"index\":0," + type +
                                       R"("id":"a","function":{"name":"f","arguments":"{}"}})") +
                                 done);
        CHECK(a.calls == "a:f({})");
        const auto parts = oaiwire::parts_of(a.response.choices.at(0).message->tool_calls->at(0));
        CHECK(parts.type.value_or("function") == "function");
    }
}

TEST_CASE("quirk 90: arguments may be absent, complete, in pieces, or an object") {
    const auto arguments = [](const std::string& json) {
        const auto a =
            answer_of(calls(R"({"index":0,"id":"a","function":{"name":"f")" + json + "}}") + done);
        return oaiwire::parts_of(a.response.choices.at(0).message->tool_calls->at(0))
            .arguments.value_or("");
    };
    CHECK(arguments("") == "");
    CHECK(arguments(R"(,"arguments":null)") == "");
    CHECK(arguments(R"(,"arguments":"")") == "");
    CHECK(arguments(R"(,"arguments":"{\"x\": 1}")") == R"({"x": 1})");
    CHECK(arguments(R"(,"arguments":{"x":[1,"two"]})") == R"({"x":[1,"two"]})");
    const auto r = response_of(R"({"choices":[{"message":{"tool_calls":[{"id":"a","function":)"
                               R"({"name":"f","arguments":{"x":1}}}]}}]})");
    CHECK(text_of(*r.value.choices.at(0).message->tool_calls) == R"(a:f({"x":1}))");
}

TEST_CASE("quirk 91: arguments that are valid JSON already may continue") {
    const auto a =
        answer_of(calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"1"}})") +
                  calls(R"({"index":0,"function":{"arguments":"2"}})") +
                  calls(R"({"index":0,"function":{"arguments":"3"}})") + done);
    CHECK(a.calls == "a:f(123)");
    const auto b = answer_of(calls(R"({"id":"a","function":{"name":"f","arguments":"{}"}})") +
                             calls(R"({"function":{"arguments":" "}})") + done);
    CHECK(b.calls == "a:f({} )");
}

TEST_CASE("quirk 92: an empty piece after the end of a call is ignored") {
    const auto a = answer_of(
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})") +
        calls(R"({"index":0,"id":"","type":"function","function":{"name":"","arguments":""}})") +
        calls(R"({"index":0,"function":{"arguments":""}})") + stops("tool_calls") + done);
    CHECK(a.calls == "a:f({})");
}

TEST_CASE("quirk 93: several calls, finish_reason and usage may come in one chunk") {
    const auto a = answer_of(
        event(R"({"choices":[{"index":0,"delta":{"tool_calls":[)"
              R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}},)"
              R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}}]},)"
              R"("finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2,)"
              R"("total_tokens":3}})"));
    CHECK(a.end == "finished");
    CHECK(a.calls == "a:f({}) b:g({})");
    CHECK(a.reason == "tool_calls");
    CHECK(a.usage == "1/2/3");
}

TEST_CASE("quirk 94: tool_calls may be empty, null or a single object") {
    for (const std::string none : {"[]", "null"}) {
        const auto a = answer_of(delta("\"content\":\"x\",\"tool_calls\":" + none) + done);
        CHECK(a.text == "x");
        CHECK(a.calls == "");
        const auto r = response_of(
            "{\"choices\":[{\"message\":{\"content\":\"x\",\"tool_calls\":" + none + "}}]}");
        CHECK(r.kind == "value");
        CHECK(oaiwire::text(r.value) == "x");
    }
    const auto a = answer_of(
        delta(R"("tool_calls":{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})"));
    CHECK(a.calls == "a:f({})");
    for (const std::string padding :
         {"null", "{}", R"({"index":0})", R"({"index":0,"id":"","type":""})"}) {
        CHECK(answer_of(calls(padding) + says("x") + done).calls == "");
        CHECK(answer_of(calls(padding) +
                        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})") +
                        calls(padding) + done)
                  .calls == "a:f({})");
    }
}

TEST_CASE("quirk 95: custom calls and the legacy function_call are accumulated") {
    const auto a = answer_of(
        calls(R"({"index":0,"id":"a","type":"custom","custom":{"name":"sh","input":"ls "}})") +
        calls(R"({"index":0,"custom":{"input":"-l"}})") +
        delta(R"("function_call":{"name":"f","arguments":"{"})") +
        delta(R"("function_call":{"arguments":"}"})") + done);
    CHECK(a.calls == "a:sh(ls -l)");
    const auto& message = *a.response.choices.at(0).message;
    CHECK(message.tool_calls->at(0).type == "custom");
    REQUIRE(message.function_call.has_value());
    CHECK(message.function_call->name == "f");
    CHECK(message.function_call->arguments == "{}");
}

TEST_CASE("quirk 96: usage is found at each of its places, and the last non-zero one is kept") {
    const std::string u = R"({"prompt_tokens":1,"completion_tokens":2,"total_tokens":3})";
    const std::string zero = R"({"prompt_tokens":0,"completion_tokens":0,"total_tokens":0})";
    const auto beside = [](const std::string& usage, const std::string& choice) {
        return event("{\"choices\":[{\"index\":0," + choice + "}],\"usage\":" + usage + "}");
    };
    const std::string text = R"("delta":{"content":"x"})";
    CHECK(answer_of(says("x") + stops() + usage_chunk(u) + done).usage == "1/2/3");
    CHECK(answer_of(says("x") + beside(u, R"("delta":{},"finish_reason":"stop")")).usage ==
          "1/2/3");
    CHECK(answer_of(beside(R"({"prompt_tokens":1,"completion_tokens":1,"total_tokens":2})", text) +
                    beside(u, text) + done)
              .usage == "1/2/3");
    CHECK(answer_of(beside(zero, text) + beside(zero, text) + usage_chunk(u) + done).usage ==
          "1/2/3");
    CHECK(answer_of(usage_chunk(u) + beside(zero, text) + done).usage == "1/2/3");
    CHECK(answer_of(event(R"({"choices":[{"index":0,"delta":{}}],"x_groq":{"usage":)" + u + "}}"))
              .usage == "1/2/3");
    CHECK(answer_of(choices(R"({"index":0,"delta":{},"finish_reason":"stop","usage":)" + u + "}"))
              .usage == "1/2/3");
}

TEST_CASE("quirk 97: usage may be null, empty or lack counts") {
    CHECK(counts("null") == "");
    CHECK(counts("{}") == "");
    CHECK(counts(R"({"prompt_tokens":5,"total_tokens":5})") == "5/-/5");
    CHECK(counts(R"({"prompt_tokens":5,"completion_tokens":null,"total_tokens":5})") == "5/-/5");
    const auto a = answer_of(usage_chunk(R"({"total_tokens":3})") + usage_chunk("{}") +
                             usage_chunk("null") + says("x") + done);
    CHECK(a.usage == "-/-/3");
    CHECK(a.end == "complete");
}

TEST_CASE("quirk 98: counts are read under other servers' names") {
    CHECK(counts(R"({"input_tokens":1,"output_tokens":2,"total_tokens":3})") == "1/2/3");
    const std::string u = R"({"prompt_tokens":9,"completion_tokens":2,"total_tokens":11,)";
    CHECK(counts(u + R"("prompt_tokens_details":{"cached_tokens":8}})") == "9/2/11 cached 8");
    CHECK(counts(u + R"("prompt_cache_hit_tokens":8,"prompt_cache_miss_tokens":1})") ==
          "9/2/11 cached 8");
    CHECK(counts(u + R"("cached_tokens":8})") == "9/2/11 cached 8");
    CHECK(counts(u + R"("num_cached_tokens":8})") == "9/2/11 cached 8");
    CHECK(counts(u + R"("prompt_token_details":{"cached_tokens":8}})") == "9/2/11 cached 8");
    CHECK(counts(u + R"("reasoning_tokens":1})") == "9/2/11 reasoning 1");
}

TEST_CASE("quirk 99: counts may be whole floats or text, and other numbers may be present") {
    CHECK(counts(R"({"prompt_tokens":1.0,"completion_tokens":2.0,"total_tokens":3.0})") == "1/2/3");
    CHECK(counts(R"({"prompt_tokens":"1","completion_tokens":"2","total_tokens":"3"})") == "1/2/3");
    CHECK(counts(R"({"input_tokens":1.0,"output_tokens":"2"})") == "1/2/-");
    CHECK(counts(R"({"queue_time":0.01,"prompt_tokens":1,"total_time":1e-3,"completion_tokens":2,)"
                 R"("total_tokens":3,"cost":0.00042})") == "1/2/3");
}

TEST_CASE("quirk 100: inconsistent totals are reported as sent") {
    CHECK(counts(R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":115,)"
                 R"("completion_tokens_details":{"reasoning_tokens":100}})") ==
          "10/5/115 reasoning 100");
    CHECK(counts(R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":3})") == "10/5/3");
}

TEST_CASE("quirk 101: log probabilities of minus infinity have many forms") {
    CHECK(logprob_of("-9999.0") == -9999.0);
    CHECK(logprob_of("-100") == -100.0);
    CHECK(logprob_of("-3.4028234663852886e+38") == -3.4028234663852886e+38);
    CHECK(logprob_of("null").is_null());
    for (const std::string infinite : {"-Infinity", "\"-Infinity\""}) {
        const auto value = logprob_of(infinite);
        REQUIRE(value.has_value());
        CHECK(std::isinf(*value));
        CHECK(*value < 0);
    }
    const auto nan = logprob_of("NaN");
    REQUIRE(nan.has_value());
    CHECK(std::isnan(*nan));
}

TEST_CASE("quirk 102: log probabilities are read in the forms of both APIs and in others") {
    auto l = logprobs_of(
        R"({"content":[{"token":"x","logprob":-0.5,"bytes":[120],)"
        R"("top_logprobs":[{"token":"y","logprob":-1,"bytes":null}]}],"refusal":null})");
    REQUIRE(l.content.has_value());
    CHECK(l.content->at(0).top_logprobs->at(0).token == "y");
    l = logprobs_of(R"({"content":null,"refusal":[{"token":"x","logprob":-0.5}]})");
    CHECK(!l.content.has_value());
    CHECK(l.refusal->at(0).logprob == -0.5);
    CHECK(l.refusal->at(0).bytes.is_absent());
    l = logprobs_of(R"({"tokens":["x"],"token_logprobs":[null],"top_logprobs":[null],)"
                    R"("text_offset":[0]})");
    CHECK(l.tokens->at(0) == "x");
    CHECK(l.token_logprobs->at(0).is_null());
    l = logprobs_of(
        R"({"content":[{"id":5,"token":"x","bytes":[120],"prob":0.5,"top_probs":[]}]})");
    CHECK(l.content->at(0).extra.find("prob") == "0.5");
    CHECK(!l.content->at(0).logprob.has_value());
    l = logprobs_of("[-0.5,-1]");
    REQUIRE(l.token_logprobs.has_value());
    CHECK(l.token_logprobs->at(1) == -1.0);
    l = logprobs_of("null");
    CHECK(!l.content.has_value());

    // the form of chat completions in a text completion
    const auto r = chunk_of<oaiwire::CompletionChunk>(
        R"({"choices":[{"text":"x","logprobs":{"content":[{"token":"x","logprob":-0.5}]}}]})");
    CHECK(r.kind == "value");
    CHECK(r.value.choices.at(0).logprobs->content->at(0).logprob == -0.5);
}

TEST_CASE("quirk 103: a token's bytes are available if its text is part of a character") {
    for (const std::string token : {"bytes:\\\\xf0\\\\x9f", "token_id:97", "", "\\ufffd"}) {
        const auto l = logprobs_of("{\"content\":[{\"token\":\"" + token +
                                   R"(","logprob":-1,"bytes":[240,159]}]})");
        REQUIRE(l.content.has_value());
        CHECK(l.content->at(0).bytes == std::vector<std::uint8_t>{240, 159});
    }
}

}  // namespace quirks_meaning_tests
