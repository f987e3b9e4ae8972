#include <oaiwire/stream/payload.hpp>

#include <string>
#include <utility>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>

namespace payload_tests {

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

TEST_CASE("a payload's text is what white space, a BOM and a doubled prefix leave of it") {
    CHECK(payload_text("") == "");
    CHECK(payload_text(" \t\r\n") == "");
    CHECK(payload_text(" {} \r") == "{}");
    CHECK(payload_text("data: {}") == "{}");
    CHECK(payload_text("data:") == "");
    CHECK(payload_text("data: data: {}") == "data: {}");
    CHECK(payload_text("\xEF\xBB\xBF {}") == "{}");
}

TEST_CASE("the first of several JSON texts is found, of one there is none") {
    CHECK(first_of_several("") == 0);
    CHECK(first_of_several("{}") == 0);
    CHECK(first_of_several("{} ") == 0);
    CHECK(first_of_several("{}x") == 0);
    CHECK(first_of_several("{]{}") == 0);
    CHECK(first_of_several("\"a\"{}") == 0);
    CHECK(first_of_several("{}{}") == 2);
    CHECK(first_of_several("{\"a\":\"}{\"}\n{") == 10);
    CHECK(first_of_several("{}\n[DONE]") == 2);
    CHECK(first_of_several("[DONE]") == 0);
    CHECK(first_of_several("[DONE]\n[DONE]") == 6);
    CHECK(first_of_several("{}\n\ndata: [DONE]") == 2);
}

TEST_CASE("the payloads of a stream are told apart") {
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

TEST_CASE("strict takes one JSON text a payload, as declared, and [DONE] without quotes") {
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

TEST_CASE("the bodies of calls without a stream are told apart") {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"choices":[{"index":0,"message":{"content":"a"}}]})", "value"},
        {R"({"choices":[]})", "value"},
        {R"({"choices":null})", "value"},
        {"\n\n\n{\"choices\":[]}\n", "value"},
        {"{\"choices\":[]}\n\ndata: [DONE]\n\n", "value"},
        {"{\"choices\":[]}\n[DONE]", "value"},
        {R"({"choices":null,"error":{"message":"m"}})", "error"},
        {R"({"message":"m"})", "error"},
        {"{}", "ignorable"},
        {" \n ", "ignorable"},
        {R"({"result":{"choices":[]},"success":true})", "unrecognised"},
        {"{\"choices\":[]}{\"choices\":[]}", "multiple"},
        {"{\"choices\":[", "invalid"},
        {"{\"choices\":[{\"mess\n\ndata: {\"error\":{\"message\":\"m\"}}\n\n", "error"},
        {"<html>", "invalid"},
    };
    for (const auto& [text, kind] : rows) {
        INFO(text);
        CHECK(response_kind(text) == kind);
    }
    CHECK(response_kind<Completion>(R"({"choices":[{"text":"a"}]})") == "value");
    CHECK(response_kind<EmbeddingResponse>(R"({"data":null,"model":"m"})") == "value");
    CHECK(response_kind<EmbeddingResponse>(R"({"data":[],"error":{"message":"m"}})") == "error");
    CHECK(response_kind<ModelList>(R"({"object":"list"})") == "unrecognised");
}

TEST_CASE("118: a bare array of models is a list of models") {
    ModelList list;
    error why;
    REQUIRE(read_response(R"([{"id":"a"},{"id":"b"}])", list, why) == payload_kind::value);
    REQUIRE(list.data.size() == 2);
    CHECK(list.data[1].id == "b");
    CHECK(read_response("[]", list, why) == payload_kind::value);
    CHECK(list.data.empty());
    CHECK(read_response(R"([{"error":{"message":"m"}}])", list, why) == payload_kind::error);
}

TEST_CASE("an error comes with the payload that it was read from, bounded") {
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

TEST_CASE("why an invalid payload is invalid names the place") {
    ChatCompletionChunk chunk;
    error why;
    REQUIRE(read_chunk(R"({"choices":[{},7]})", chunk, why) == payload_kind::invalid);
    CHECK(why.code == errc::type_mismatch);
    CHECK(why.path == "choices[1]");
    REQUIRE(read_chunk("{\"choices\":[", chunk, why) == payload_kind::invalid);
    CHECK(why.code == errc::unexpected_end);
    CHECK(why.offset == 12);
}

TEST_CASE("31: invalid UTF-8 hides neither an error nor the texts after it") {
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

TEST_CASE("every beginning of a chunk is invalid, and never a value") {
    const std::string text =
        R"({"id":"c","choices":[{"index":0,"delta":{"content":"\u00e4[DONE]data: "}}]})";
    CHECK(chunk_kind(text) == "value");
    for (std::size_t n = 1; n != text.size(); ++n) {
        INFO(n);
        CHECK(chunk_kind(text.substr(0, n)) == "invalid");
    }
}

TEST_CASE("a value that an optional member cannot hold costs that member and nothing else") {
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

TEST_CASE("a response that takes repair is read like any other") {
    error why;
    Transcription transcript;
    // Python's Whisper, of silence
    const std::string silence = R"({"text":"","segments":[{"id":0,"avg_logprob":NaN}]})";
    CHECK(read_response(silence, transcript, why) == payload_kind::value);
    CHECK(transcript.segments->size() == 1);
    CHECK(read_response(silence, transcript, why, json::strict) == payload_kind::invalid);
    Response response;
    for (const char* end : {"]}", "],\"error\":null,\"x\":NaN}", "],\"x\":\"\n\xff\"}"}) {
        const auto text = std::string(R"({"id":"r)") + "\xff" + R"(","output":[)" + end;
        CHECK(read_response(text, response, why) == payload_kind::value);
        CHECK(response.id == "r\xEF\xBF\xBD");
    }
    CHECK(read_response("{\"error\":{\"message\":\"\xff\"}}", transcript, why) ==
          payload_kind::error);
    CHECK(why.message == "\xEF\xBF\xBD");
}

namespace {

template <class Response>
std::string_view kind_of_response(std::string_view text) {
    Response response;
    error why;
    return name(read_response(text, response, why));
}

}  // namespace

TEST_CASE("a response that is about no list is not well without what it is about") {
    for (const auto& [text, kind] : {std::pair("{}", "ignorable"), std::pair("null", "ignorable"),
                                     std::pair(R"({"message":"no"})", "error")}) {
        INFO(text);
        CHECK(kind_of_response<Response>(text) == kind);
        CHECK(kind_of_response<Transcription>(text) == kind);
        CHECK(kind_of_response<ConfidentialComputeResponse>(text) == kind);
        CHECK(kind_of_response<NodesCreateLockResponse>(text) == kind);
    }
    CHECK(kind_of_response<Transcription>(R"({"text":"","message":"m"})") == "value");
    CHECK(kind_of_response<Response>(R"({"id":"resp_1","object":"response"})") == "value");
    // these say little when all is well
    CHECK(kind_of_response<HealthResponse>(R"({"message":"OK"})") == "value");
    CHECK(kind_of_response<DeleteModelResponse>("{}") == "value");
    CHECK(kind_of_response<raw_json>("null") == "value");
}

TEST_CASE("an object that calls itself an error is one, whatever was due") {
    const std::string text = R"({"object":"error","message":"no","code":40001})";
    CHECK(kind_of_response<Model>(text) == "error");
    CHECK(kind_of_response<Transcription>(text) == "error");
    CHECK(kind_of_response<raw_json>(text) == "error");
    CHECK(kind_of_response<ModelList>(text) == "error");
}

TEST_CASE("one of its parts makes a response what it is") {
    CHECK(response_kind<Response>(R"({"id":"r"})") == "value");
    CHECK(response_kind<Response>(R"({"status":"completed"})") == "value");
    CHECK(response_kind<Response>(
              R"({"output":[{"type":"message","role":"assistant","content":[]}]})") == "value");
    CHECK(response_kind<Transcription>(R"({"segments":[]})") == "value");
    CHECK(response_kind<Transcription>(R"({"text":""})") == "value");
}

TEST_CASE("an error beside or in a choice that says nothing is none") {
    for (const char* nothing : {"null", "{}", "\"\"", "[]", "false"}) {
        INFO(nothing);
        CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{"content":"a"},"error":)" +
                         std::string(nothing) + "}]}") == "value");
        CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{"content":"a"}}],"error":)" +
                         std::string(nothing) + "}") == "value");
    }
    CHECK(chunk_kind(R"({"choices":[{"index":0,"delta":{},"error":{"message":"m"}}]})") == "error");
}

}  // namespace payload_tests
