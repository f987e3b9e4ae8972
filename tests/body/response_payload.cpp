#include <oaiwire/body/response_payload.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/evals_runs.hpp>
#include <oaiwire/types/files.hpp>
#include <oaiwire/types/fine_tuning.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/videos.hpp>
#include <support/catch.hpp>

namespace response_payload_tests {

using namespace oaiwire;

namespace {

template <class Response = ChatCompletion>
std::string response_kind(std::string_view text) {
    Response response;
    error why;
    return std::string(name(read_response(payload_text(text), response, why)));
}

// A list of a program's own, which keeps no unknown members.
struct bare_list {
    std::vector<int> data{};
};

}  // namespace

TEST_CASE("the kinds of bodies of plain calls are distinguished") {
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

TEST_CASE("quirk 118: a bare array of models is a list of models") {
    ModelList list;
    error why;
    REQUIRE(read_response(R"([{"id":"a"},{"id":"b"}])", list, why) == payload_kind::value);
    REQUIRE(list.data.size() == 2);
    CHECK(list.data[1].id == "b");
    CHECK(read_response("[]", list, why) == payload_kind::value);
    CHECK(list.data.empty());
    CHECK(read_response(R"([{"error":{"message":"m"}}])", list, why) == payload_kind::error);
}

TEST_CASE("a list whose type keeps no unknown members is read, or reports an error") {
    CHECK(response_kind<bare_list>(R"({"data":[1],"more":2})") == "value");
    CHECK(response_kind<bare_list>(R"({"data":[]})") == "value");
    CHECK(response_kind<bare_list>(R"({"data":[1],"error":{"message":"m"}})") == "error");
    CHECK(response_kind<bare_list>(R"({"error":{"message":"m"}})") == "error");
}

TEST_CASE("a response that needs repair is read like any other") {
    error why;
    Transcription transcript;
    // Python's Whisper for silence
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

TEST_CASE("a response without a list must have its characteristic member") {
    for (const auto& [text, kind] : {std::pair("{}", "ignorable"), std::pair("null", "ignorable"),
                                     std::pair(R"({"message":"no"})", "error")}) {
        INFO(text);
        CHECK(response_kind<Response>(text) == kind);
        CHECK(response_kind<Transcription>(text) == kind);
        CHECK(response_kind<ConfidentialComputeResponse>(text) == kind);
        CHECK(response_kind<NodesCreateLockResponse>(text) == kind);
    }
    CHECK(response_kind<Transcription>(R"({"text":"","message":"m"})") == "value");
    CHECK(response_kind<Response>(R"({"id":"resp_1","object":"response"})") == "value");
    // these have few members in the good case
    CHECK(response_kind<HealthResponse>(R"({"message":"OK"})") == "value");
    CHECK(response_kind<DeleteModelResponse>("{}") == "value");
    CHECK(response_kind<raw_json>("null") == "value");
}

TEST_CASE("an object marked as an error is one, whatever was expected") {
    const std::string text = R"({"object":"error","message":"no","code":40001})";
    CHECK(response_kind<Model>(text) == "error");
    CHECK(response_kind<Transcription>(text) == "error");
    CHECK(response_kind<raw_json>(text) == "error");
    CHECK(response_kind<ModelList>(text) == "error");
}

TEST_CASE("one characteristic member is enough to recognise a response") {
    CHECK(response_kind<Response>(R"({"id":"r"})") == "value");
    CHECK(response_kind<Response>(R"({"status":"completed"})") == "value");
    CHECK(response_kind<Response>(
              R"({"output":[{"type":"message","role":"assistant","content":[]}]})") == "value");
    CHECK(response_kind<Transcription>(R"({"segments":[]})") == "value");
    CHECK(response_kind<Transcription>(R"({"text":""})") == "value");
}

TEST_CASE("what failed, and says so in its own error member, is a value") {
    const std::string_view failed = R"({"id":"a","error":{"code":"c","message":"m"}})";
    CHECK(response_kind<VideoResource>(failed) == "value");
    CHECK(response_kind<FineTuningJob>(failed) == "value");
    CHECK(response_kind<EvalRun>(failed) == "value");
    CHECK(response_kind<ResponseItem>(
              R"({"type":"mcp_call","id":"a","error":{"type":"http_error","message":"m"}})") ==
          "value");
    // not without an id, nor where the type has no such member
    for (const char* text : {R"({"error":{"code":"c","message":"m"}})",
                             R"({"id":null,"error":{"code":"c","message":"m"}})"}) {
        INFO(text);
        CHECK(response_kind<VideoResource>(text) == "error");
        CHECK(response_kind<EvalRun>(text) == "error");
        CHECK(response_kind<ResponseItem>(text) == "error");
    }
    CHECK(response_kind<File>(failed) == "error");
    CHECK(response_kind<Response>(failed) == "error");
    CHECK(response_kind<raw_json>(failed) == "error");
}

}  // namespace response_payload_tests
