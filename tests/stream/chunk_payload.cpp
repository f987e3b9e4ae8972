#include <oaiwire/stream/chunk_payload.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/response_payload.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>

namespace chunk_payload_tests {

using namespace oaiwire;

namespace {

std::string chunk_kind(std::string_view text) {
    ChatCompletionChunk chunk;
    error why;
    return std::string(name(read_chunk(payload_text(text), chunk, why)));
}
template <class Response = ChatCompletion>
std::string response_kind(std::string_view text) {
    Response response;
    error why;
    return std::string(name(read_response(payload_text(text), response, why)));
}

}  // namespace

TEST_CASE("the kinds of payloads in a stream are distinguished") {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"choices":[{"index":0,"delta":{"content":"a"}}]})", "value"},
        {R"({"choices":[],"usage":{"total_tokens":1}})", "value"},
        {R"({"choices":null,"usage":{"total_tokens":1}})", "value"},
        {R"({"usage":{"total_tokens":1}})", "value"},
        {R"({"choices":[],"x_groq":{"usage":{"total_tokens":1}}})", "value"},
        {R"({"choices":[],"moderation":{}})", "value"},
        {R"({"choices":[{"index":0,"delta":{}}],"error":null})", "value"},
        {R"({"choices":[{"index":0,"delta":{}}],"error":""})", "value"},
        {R"({"choices":[{"delta":{},"content_filter_result":{"error":{"code":"x"}}}]})", "value"},
        {R"({"error":{"message":"m"}})", "error"},
        {R"({"error":{"message":"m"},"choices":[{"delta":{},"finish_reason":"error"}]})", "error"},
        {R"({"choices":[{"index":0,"error":{"message":"m"}}]})", "error"},
        {R"({"choices":"odd","error":{"message":"m"}})", "error"},
        {R"({"type":"error","error":{"message":"m"}})", "error"},
        {R"({"choices":null,"error_message":"m"})", "error"},
        {R"([{"error":{"message":"m"}}])", "error"},
        {"", "ignorable"},
        {"{}", "ignorable"},
        {"[]", "ignorable"},
        {"null", "ignorable"},
        {R"({"type":"ping"})", "ignorable"},
        {R"({"choices":[]})", "ignorable"},
        {R"({"choices":null})", "ignorable"},
        {R"({"choices":[],"usage":null,"prompt_annotations":[]})", "ignorable"},
        {R"({"choices":[],"usage":{}})", "ignorable"},
        {R"({"id":"c","object":"chat.completion.chunk"})", "ignorable"},
        {R"({"model":"m","message":{"role":"assistant","content":"Hi"},"done":false})",
         "unrecognised"},
        {R"({"result":{"choices":[{"index":0}]},"success":true,"errors":[]})", "unrecognised"},
        {R"({"response":"hi","p":"x"})", "unrecognised"},
        {"1", "unrecognised"},
        {"\"hello\"", "unrecognised"},
        {"[1]", "unrecognised"},
        {"[DONE]", "done"},
        {" [DONE] \r", "done"},
        {"\"[DONE]\"", "done"},
        {"data: [DONE]", "done"},
        {"{\"a\":1}\n{\"b\":2}", "multiple"},
        {"{\"a\":1}{\"b\":2}", "multiple"},
        {"{\"a\":1}\n[DONE]", "multiple"},
        {"{\"choices\":[{\"ind", "invalid"},
        {"{'choices': []}", "invalid"},
        {"[DONE", "invalid"},
        {"[done]", "invalid"},
        {"[DONE]x", "invalid"},
        {"[DONE] x", "invalid"},
        {"[DONE]]", "invalid"},
        {"x[DONE]", "invalid"},
        {"{} trailing", "invalid"},
        {R"({"choices":[{},7]})", "invalid"},
        {R"({"choices":"none"})", "invalid"},
        {R"({"choices":""})", "invalid"},
        {R"({"choices":5,"usage":{"total_tokens":1}})", "invalid"},
        {R"({"choices":true,"object":"chat.completion.chunk"})", "invalid"},
        {R"({"choices":[[]]})", "invalid"},
        {R"({"choices":{"index":0,"delta":{"content":"a"}}})", "value"},
        {R"({"choices":[null]})", "ignorable"},
        {R"([{"choices":[]},{"choices":[]}])", "multiple"},
        {R"( [ {"choices":[]})", "multiple"},
        {R"([[{"choices":[]}]])", "unrecognised"},
        {"{\"choices\":[{\"ind\n{\"type\":\"error\",\"message\":\"m\"}", "error"},
    };
    for (const auto& [text, kind] : rows) {
        INFO(text);
        CHECK(chunk_kind(text) == kind);
    }
}

TEST_CASE("strict mode accepts one JSON text per payload, and [DONE] without quotes") {
    const auto kind = [](std::string_view data) {
        ChatCompletionChunk chunk;
        error why;
        return name(read_chunk(payload_text(data, json::strict), chunk, why, json::strict));
    };
    CHECK(kind(R"( {"choices":[{"index":0,"delta":{}}]} )") == "value");
    CHECK(kind(" [DONE] ") == "done");
    for (const char* data :
         {"\"[DONE]\"", "data: [DONE]", "data: {\"choices\":[]}", "\xEF\xBB\xBF{\"choices\":[]}",
          "{\"choices\":[]}{\"choices\":[]}", "{\"choices\":[]}\n[DONE]", "[{\"choices\":[]}]",
          "{\"choices\":{}}", "{\"choices\":[null]}",
          "{\"choices\":[{\"ind\n{\"error\":{\"message\":\"m\"}}"}) {
        INFO(data);
        CHECK((kind(data) == "invalid" || kind(data) == "unrecognised"));
        CHECK(chunk_kind(data) != "invalid");
    }
}

TEST_CASE("an error contains the payload that it was read from, up to a limit") {
    ChatCompletionChunk chunk;
    error why;
    limits bounds;
    bounds.error_body = 24;
    const std::string text = R"({"error":{"message":"m","code":"c","metadata":{"raw":"x"}}})";
    REQUIRE(read_chunk(text, chunk, why, json::tolerant, bounds) == payload_kind::error);
    CHECK(why.code == errc::api_error);
    CHECK(why.message == "m");
    CHECK(why.api.code == "c");
    CHECK(why.api.body == text.substr(0, 24));
}

TEST_CASE("the reason of an invalid payload names the position") {
    ChatCompletionChunk chunk;
    error why;
    REQUIRE(read_chunk(R"({"choices":[{},7]})", chunk, why) == payload_kind::invalid);
    CHECK(why.code == errc::type_mismatch);
    CHECK(why.path == "choices[1]");
    REQUIRE(read_chunk("{\"choices\":[", chunk, why) == payload_kind::invalid);
    CHECK(why.code == errc::unexpected_end);
    CHECK(why.offset == 12);
}

TEST_CASE("quirk 31: invalid UTF-8 hides neither an error nor the following texts") {
    const std::string bad = "caf\xE9";
    CHECK(chunk_kind("{\"error\":{\"message\":\"" + bad + "\"}}") == "error");
    CHECK(chunk_kind("{\"choices\":[{\"delta\":{}}],\"error\":{\"message\":\"" + bad + "\"}}") ==
          "error");
    CHECK(chunk_kind("{\"choices\":[],\"x\":NaN}") == "ignorable");
    CHECK(chunk_kind("{\"choices\":[],\"usage\":{\"total_tokens\":1,\"cost\":NaN}}") == "value");
    CHECK(chunk_kind("{\"x\":\"" + bad + "\"}") == "unrecognised");
    CHECK(chunk_kind("{\"x\":\"" + bad + "\"}{\"y\":1}") == "multiple");
    CHECK(response_kind("{\"error\":\"" + bad + "\"}") == "error");
    CHECK(response_kind<ModelList>("[{\"id\":\"" + bad + "\"}]") == "value");

    ChatCompletionChunk chunk;
    error why;
    CHECK(read_chunk("{\"error\":\"" + bad + "\"}", chunk, why, json::strict) ==
          payload_kind::invalid);
}

TEST_CASE("every prefix of a chunk is invalid, and not a value") {
    const std::string text =
        R"({"id":"c","choices":[{"index":0,"delta":{"content":"\u00e4[DONE]data: "}}]})";
    CHECK(chunk_kind(text) == "value");
    for (std::size_t n = 1; n != text.size(); ++n) {
        INFO(n);
        CHECK(chunk_kind(text.substr(0, n)) == "invalid");
    }
}

TEST_CASE("a value that an optional member cannot hold affects that member only") {
    for (const char* odd :
         {R"("usage":"n/a")", R"("usage":[])", R"("created":"yesterday")", R"("created":1e400)",
          R"("usage":{"prompt_tokens_details":[],"total_tokens":1e400})", R"("moderation":"x")"}) {
        INFO(odd);
        const std::string text =
            std::string(R"({"choices":[{"index":"a","delta":{"content":"hi","audio":"",)") +
            R"("function_call":[],"annotations":7},"logprobs":""}],)" + odd + "}";
        ChatCompletionChunk chunk;
        error why;
        CHECK(read_chunk(text, chunk, why) == payload_kind::value);
        REQUIRE(chunk.choices.size() == 1);
        CHECK(oaiwire::text(chunk) == "hi");
        CHECK(chunk.choices[0].index.is_absent());
        CHECK(chunk.choices[0].logprobs.is_absent());
        CHECK(read_chunk(text, chunk, why, json::strict) == payload_kind::invalid);
    }
}

TEST_CASE("an empty error in or beside a choice is ignored") {
    for (const char* nothing : {"null", "{}", "\"\"", "[]", "false"}) {
        INFO(nothing);
        CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{"content":"a"},"error":)" +
                         std::string(nothing) + "}]}") == "value");
        CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{"content":"a"}}],"error":)" +
                         std::string(nothing) + "}") == "value");
    }
    CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{},"error":{"message":"m"}}]})") == "error");
}

TEST_CASE("an error in addition to choices has priority over them") {
    ChatCompletionChunk chunk;
    error why;
    CHECK(read_chunk(R"({"choices":[{"index":0}],"x":1})", chunk, why) == payload_kind::value);
    CHECK(read_chunk(R"({"choices":[{"index":0,"x":1}]})", chunk, why) == payload_kind::value);
    const auto* beside = R"({"choices":[{"index":0}],"error":{"message":"busy"}})";
    CHECK(read_chunk(beside, chunk, why) == payload_kind::error);
    CHECK(why.message == "busy");
    const auto* within = R"({"choices":[{"index":0,"error":{"message":"late","code":502}}]})";
    CHECK(read_chunk(within, chunk, why) == payload_kind::error);
    CHECK(why.message == "late");
}

}  // namespace chunk_payload_tests
