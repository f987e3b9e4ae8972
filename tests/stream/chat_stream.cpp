#include <oaiwire/stream/chat_stream.hpp>

#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>

namespace chat_stream_tests {

using namespace oaiwire;

namespace {

template <class Chunk = ChatCompletionChunk>
Chunk read(const std::string& text) {
    auto chunk = json::read<Chunk>(text, json::tolerant);
    if (!chunk) INFO(to_string(chunk.error()));
    REQUIRE(chunk.has_value());
    return *chunk;
}

ChatCompletion added(const std::vector<std::string>& chunks, const limits& bounds = {}) {
    accumulator<ChatCompletionChunk> whole(bounds);
    for (const auto& text : chunks) CHECK(whole.add(read(text)) == errc::ok);
    return whole.take();
}

// Chunks with one choice each, with these deltas.
std::vector<std::string> of(const std::vector<std::string>& deltas) {
    std::vector<std::string> chunks;
    for (const auto& d : deltas)
        chunks.push_back("{\"choices\":[{\"index\":0,\"delta\":" + d + "}]}");
    return chunks;
}
ChatCompletionMessage message(const std::vector<std::string>& deltas) {
    return *added(of(deltas)).choices.at(0).message;
}
}  // namespace

TEST_CASE("the response is what a call without streaming would have returned") {
    const auto r = added(
        {R"({"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","service_tier":"flex",)"
         R"("system_fingerprint":"fp","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]})",
         R"({"id":"c1","choices":[{"index":0,"delta":{"content":"Hel"}}]})",
         R"({"id":"c1","choices":[{"index":0,"delta":{"content":"lo"}}]})",
         R"({"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})",
         R"({"id":"c1","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})"});
    CHECK(json::write(r).value() ==
          R"({"id":"c1","object":"chat.completion","created":7,"model":"m","choices":[{"index":0,)"
          R"("message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],)"
          R"("usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3},)"
          R"("service_tier":"flex","system_fingerprint":"fp"})");
}

TEST_CASE("quirks 52, 55: the first non-empty id and model are kept") {
    const auto r = added({R"({"id":"","model":"","created":0,"choices":[]})",
                          R"({"id":"a","model":"m","created":5,"choices":[]})",
                          R"({"id":"b","model":"n","created":6,"choices":[]})"});
    CHECK(r.id == "a");
    CHECK(r.model == "m");
    CHECK(r.created == 5);
}

TEST_CASE("quirk 67: a role that comes once, late or repeatedly is taken once") {
    CHECK(message({R"({"role":""})", R"({"role":"assistant"})", R"({"role":"assistant"})",
                   R"({"role":null})"})
              .role == "assistant");
}

TEST_CASE("quirk 66: the last non-empty finish_reason is kept") {
    const auto r = added({R"({"choices":[{"index":0,"finish_reason":"stop"}]})",
                          R"({"choices":[{"index":0,"finish_reason":null}]})",
                          R"({"choices":[{"index":0,"finish_reason":""}]})"});
    CHECK(r.choices[0].finish_reason == "stop");
}

TEST_CASE("interleaved and unordered choices keep their indices") {
    const auto r = added({R"({"choices":[{"index":2,"delta":{"content":"c"}}]})",
                          R"({"choices":[{"index":0,"delta":{"content":"a"}},
                                         {"index":2,"delta":{"content":"C"}}]})",
                          R"({"choices":[{"index":0,"delta":{"content":"A"}}]})"});
    REQUIRE(r.choices.size() == 2);
    CHECK(r.choices[0].index == 0);
    CHECK(text(*r.choices[0].message->content) == "aA");
    CHECK(r.choices[1].index == 2);
    CHECK(text(*r.choices[1].message->content) == "cC");
}

TEST_CASE(
    "quirks 57, 59, 60: choices without an index, with an invalid one, or twice in one chunk") {
    const auto none = added({R"({"choices":[{"delta":{"content":"a"}}]})",
                             R"({"choices":[{"index":null,"delta":{"content":"b"}}]})",
                             R"({"choices":[{"index":-1,"delta":{"content":"c"}}]})"});
    REQUIRE(none.choices.size() == 1);
    CHECK(text(none) == "abc");

    const auto huge =
        added({R"({"choices":[{"index":9223372036854775807,"delta":{"content":"a"}}]})"});
    REQUIRE(huge.choices.size() == 1);
    CHECK(huge.choices[0].index == 9223372036854775807);

    const auto split = added({R"({"choices":[{"index":0,"delta":{"content":"a"}},{"index":0,)"
                              R"("delta":{"tool_calls":[{"index":0,"id":"t"}]}}]})"});
    REQUIRE(split.choices.size() == 1);
    CHECK(split.choices[0].message->tool_calls->size() == 1);
}

TEST_CASE("quirks 69, 72: null, absent and empty members add nothing") {
    const auto m =
        message({R"({"role":null,"content":null,"refusal":null,"reasoning_content":null,)"
                 R"("tool_calls":null,"function_call":null,"audio":null})",
                 "{}", R"({"content":""})", R"({"content":"a"})", R"({"content":null})"});
    CHECK(text(*m.content) == "a");
    CHECK_FALSE(m.tool_calls.has_value());
    CHECK_FALSE(m.refusal.has_value());
    CHECK(message({R"({"content":null})"}).content.is_null());
}

TEST_CASE("quirk 70: the text parts of a content list are joined, other parts are kept") {
    const auto m = message(
        {R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"H"}]}]})",
         R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"m"}]}]})",
         R"({"content":[{"type":"text","text":"a"}]})", R"({"content":"b"})",
         R"({"content":[{"type":"reference","reference_ids":[1]},{"type":"text","text":"c"}]})"});
    CHECK(text(*m.content) == "abc");
    CHECK(reasoning(m) == std::optional<std::string>("Hm"));
    CHECK(std::get<std::vector<ContentPart>>(*m.content).size() == 5);
}

TEST_CASE("quirk 77: reasoning that changes its member name is joined under the first") {
    const auto m = message(
        {R"({"reasoning_content":"a"})", R"({"reasoning":"b"})", R"({"reasoning_content":"c"})"});
    CHECK(m.reasoning_content == "abc");
    CHECK_FALSE((m.reasoning && !m.reasoning->empty()));
    const auto n = message({R"({"reasoning":"a"})", R"({"reasoning_content":"b","reasoning":""})"});
    CHECK(reasoning(n) == std::optional<std::string>("ab"));
}

TEST_CASE("quirks 77, 79: reasoning is joined under its own name, and opaque items are kept") {
    const auto m = message({R"({"reasoning_content":"a","reasoning":"a"})",
                            R"({"reasoning_content":"b","reasoning":"b"})"});
    CHECK(m.reasoning_content == "ab");
    CHECK(m.reasoning == "ab");
    CHECK(reasoning(m) == std::optional<std::string>("ab"));

    const auto d =
        message({R"({"reasoning_details":[{"text":"a"}]})", R"({"reasoning_details":[]})",
                 R"({"reasoning_details":[{"type":"reasoning.encrypted","data":"x"}]})"});
    CHECK(d.reasoning_details->text() ==
          R"([{"text":"a"},{"type":"reasoning.encrypted","data":"x"}])");
    const auto signature = message({R"({"extra_content":{"google":{"thought_signature":"BB"}}})"});
    CHECK(signature.extra.find("extra_content") == R"({"google":{"thought_signature":"BB"}})");
}

TEST_CASE("tool calls of different choices are separate") {
    const auto r = added(
        {R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"arguments":"1"}}]}},
                        {"index":1,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"arguments":"2"}}]}}]})",
         R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"x"}}]}}]})"});
    CHECK(r.choices[0].message->tool_calls->at(0).function->arguments == "1x");
    CHECK(r.choices[1].message->tool_calls->at(0).function->arguments == "2");
}

TEST_CASE("the legacy function_call, refusal, audio and annotations are accumulated") {
    const auto m =
        message({R"({"function_call":{"name":"f","arguments":""}})",
                 R"({"function_call":{"arguments":"{}"},"refusal":"I "})",
                 R"({"refusal":"can't","audio":{"id":"x","data":"AA","transcript":"he"}})",
                 R"({"audio":{"data":"BB","transcript":"y","expires_at":5}})",
                 R"({"annotations":[{"type":"a"}]})", R"({"annotations":[{"type":"b"}]})"});
    CHECK(m.function_call->name == "f");
    CHECK(m.function_call->arguments == "{}");
    CHECK(m.refusal == "I can't");
    CHECK(m.audio->id == "x");
    CHECK(m.audio->data == "AABB");
    CHECK(m.audio->transcript == "hey");
    CHECK(m.audio->expires_at == 5);
    CHECK(m.annotations->size() == 2);
}

TEST_CASE("log probabilities are accumulated in each form") {
    const auto r = added(
        {R"({"choices":[{"index":0,"logprobs":{"content":[{"token":"a","logprob":-1}]}}]})",
         R"({"choices":[{"index":0,"logprobs":null}]})",
         R"({"choices":[{"index":0,"logprobs":{"content":[{"token":"b","logprob":-2}],"refusal":null}}]})"});
    REQUIRE(r.choices[0].logprobs->content->size() == 2);
    CHECK(r.choices[0].logprobs->content->at(1).logprob == -2.0);
}

TEST_CASE("quirk 96: usage is replaced, never summed, and zeros do not overwrite it") {
    const auto total = [](const std::vector<std::string>& chunks) {
        const auto r = added(chunks);
        return r.usage ? r.usage->total_tokens.value_or(-1) : -2;
    };
    const std::string five = R"({"choices":[],"usage":{"prompt_tokens":2,"total_tokens":5}})";
    const std::string nine = R"({"choices":[],"usage":{"prompt_tokens":2,"total_tokens":9}})";
    const std::string zero =
        R"({"choices":[],"usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}})";
    CHECK(total({five, nine}) == 9);
    CHECK(total({zero, five}) == 5);
    CHECK(total({five, zero}) == 5);
    CHECK(total({zero}) == 0);
    CHECK(total({five, R"({"choices":[],"usage":null})", R"({"choices":[],"usage":{}})"}) == 5);
    CHECK(total({R"({"choices":[],"x_groq":{"id":"r","usage":{"total_tokens":5}}})"}) == 5);
    CHECK(total({R"({"choices":[{"index":0,"usage":{"total_tokens":5}}]})"}) == 5);
    CHECK(total({R"({"choices":[]})"}) == -2);
}

TEST_CASE("quirk 96: unknown members of usage are kept when counts replace it") {
    const auto r = added({R"({"choices":[],"usage":{"total_tokens":5,"cost":0.5}})",
                          R"({"choices":[],"usage":{"total_tokens":9}})",
                          R"({"choices":[],"usage":{"total_tokens":0,"tier":"a"}})",
                          R"({"choices":[],"usage":{"region":"b"}})"});
    CHECK(r.usage->total_tokens == 9);
    CHECK(r.usage->extra.text() == R"("cost":0.5,"tier":"a","region":"b")");
}

TEST_CASE("quirk 73: unknown members are kept, with the last value of each") {
    const auto r = added({R"({"choices":[],"citations":["a"],"provider":"P"})",
                          R"({"choices":[{"index":0,"matched_stop":5,"delta":{"x":1}}],)"
                          R"("citations":["b"]})"});
    CHECK(r.extra.find("citations") == R"(["b"])");
    CHECK(r.extra.find("provider") == R"("P")");
    CHECK(r.choices[0].extra.find("matched_stop") == "5");
    CHECK(r.choices[0].message->extra.find("x") == "1");
}

TEST_CASE("choices and tool calls are limited, and those within the limits are kept") {
    limits bounds;
    bounds.choices = 2;
    bounds.tool_calls = 2;
    accumulator<ChatCompletionChunk> whole(bounds);
    CHECK(whole.add(read(R"({"choices":[{"index":0},{"index":1}]})")) == errc::ok);
    CHECK(whole.add(read(R"({"choices":[{"index":5}]})")) == errc::limit_exceeded);
    CHECK(
        whole.add(read(
            R"({"choices":[{"index":0,"delta":{"tool_calls":[{"id":"a"},{"id":"b"},{"id":"c"}]}}]})")) ==
        errc::limit_exceeded);
    CHECK(whole.response().choices.size() == 2);
    CHECK(whole.response().choices[0].message->tool_calls->size() == 2);
}

TEST_CASE("take() leaves an empty accumulator") {
    accumulator<ChatCompletionChunk> whole;
    const auto chunk = read(
        R"({"id":"c","choices":[{"index":0,"delta":{"content":"a","tool_calls":[{"index":0,"id":"t"}]}}]})");
    CHECK(whole.add(chunk) == errc::ok);
    const auto first = whole.take();
    CHECK(whole.response() == ChatCompletion{});
    CHECK(whole.add(chunk) == errc::ok);
    CHECK(whole.take() == first);
    whole.clear();
    CHECK(whole.response() == ChatCompletion{});
}

TEST_CASE("quirk 73: many unknown members are kept in linear time") {
    std::string many;
    for (int i = 0; i != 40'000; ++i) {
        many += ",\"u" + std::to_string(i) + "\":" + std::to_string(i);
    }
    const auto r = added({R"({"choices":[],"u7":"old","a":1})", R"({"choices":[])" + many + "}",
                          R"({"choices":[])" + many + R"(,"u7":[],"\u0075999":{}})"});
    CHECK(r.extra.find("u7") == "[]");
    CHECK(r.extra.find("u999") == "{}");
    CHECK(r.extra.find("u39999") == "39999");
    CHECK(r.extra.text().starts_with(R"("u7":[],"a":1,"u0":0,"u1":1,)"));
    CHECK(r.extra.size() == 40'001);
}

}  // namespace chat_stream_tests
