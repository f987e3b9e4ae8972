#include <oaiwire/stream/response_stream.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace response_stream_traits_tests {

using namespace oaiwire;
using traits = chunk_traits<ResponseStreamEvent>;

namespace {

ResponseStreamEvent read(const std::string& text) {
    auto event = json::read<ResponseStreamEvent>(text, json::tolerant);
    INFO(text);
    REQUIRE(event.has_value());
    return *event;
}
std::string_view end_of(const std::string& text) {
    return name(traits::end_of(read(text)));
}
std::vector<std::pair<std::uint64_t, std::string>> texts(const std::string& text) {
    std::vector<std::pair<std::uint64_t, std::string>> out;
    ResponseStreamEvent event = read(text);
    traits::each_text(event,
                      [&](std::uint64_t key, std::string& piece) { out.emplace_back(key, piece); });
    return out;
}
std::uint64_t key(const std::string& members) {
    return texts("{\"delta\":\"x\"," + members + "}").at(0).first;
}
std::string said(const std::string& text) {
    const error e = traits::error_of(read(text));
    CHECK(e.code == errc::api_error);
    return e.api.type + "|" + e.api.code + "|" + e.api.param + "|" + e.message;
}

}  // namespace

TEST_CASE("the last event of a response is the end of the stream") {
    for (const char* const t : {"completed", "incomplete", "cancelled", "done"}) {
        CHECK(end_of(std::string(R"({"type":"response.)") + t + "\"}") == "complete");
    }
    CHECK(end_of(R"({"type":"response.failed"})") == "api_error");
    CHECK(end_of(R"({"type":"response.done","response":{"status":"failed"}})") == "api_error");
    CHECK(end_of(R"({"type":"error"})") == "api_error");
    CHECK(end_of(R"({"type":"response.error"})") == "api_error");
    for (const char* const t : {"created", "queued", "in_progress", "output_item.done",
                                "output_text.done", "mcp_call.failed", "later"}) {
        CHECK(end_of(std::string(R"({"type":"response.)") + t + "\"}") == "open");
    }
}

TEST_CASE("an error is read from all of its places") {
    CHECK(said(R"({"type":"error","code":"c","message":"m","param":"p"})") == "|c|p|m");
    CHECK(said(R"({"type":"error","code":7,"message":"m","param":null})") == "|7||m");
    CHECK(said(R"({"type":"error","error":{"type":"t","code":"c","message":"m","param":"p"}})") ==
          "t|c|p|m");
    CHECK(said(R"({"type":"error","error":"m"})") == "|||m");
    CHECK(said(R"({"type":"error","error":[1]})") == "|||[1]");
    CHECK(said(R"({"type":"response.failed","response":{"error":{"code":"c","message":"m"}}})") ==
          "|c||m");
    CHECK(
        said(R"({"type":"response.failed","response":{"error":{"code":{"a":1},"message":"m"}}})") ==
        "|{\"a\":1}||m");
    CHECK(said(R"({"type":"response.failed","response":{"error":null}})") ==
          "|||the response failed");
}

TEST_CASE("events of unknown types are events; errors and other protocols' payloads are not") {
    const auto is = [](const char* text) { return traits::recognises(read(text)); };
    CHECK(is(R"({"type":"response.output_text.delta"})"));
    CHECK(is(R"({"type":"response.later","error":{"a":1}})"));
    CHECK(is(R"({"type":"keepalive","sequence_number":3})"));
    CHECK_FALSE(is(R"({"type":"ping"})"));
    CHECK_FALSE(is(R"({"type":"invalid_request_error","message":"no"})"));
    CHECK_FALSE(is(R"({"type":"x","error":{"message":"no"}})"));
    CHECK_FALSE(is(R"({"choices":[]})"));
    CHECK_FALSE(is(R"({"type":""})"));
    CHECK_FALSE(is("[1]"));
}

TEST_CASE("a whole response replaces the last event") {
    ResponseStreamEvent event;
    CHECK(traits::adopt(
        json_view(R"({"id":"r","object":"response","status":"completed","output":[]})"), event));
    CHECK(traits::end_of(event) == stream_end::complete);
    CHECK(std::get<ResponseLifecycleEvent>(event).response->id == "r");
    CHECK(traits::adopt(json_view(R"({"status":"failed","output":[]})"), event));
    CHECK(traits::end_of(event) == stream_end::api_error);
    CHECK_FALSE(traits::adopt(json_view(R"({"object":"chat.completion","choices":[]})"), event));
    CHECK_FALSE(traits::adopt(json_view(R"({"type":"x","output":[]})"), event));
    CHECK_FALSE(traits::adopt(json_view("[]"), event));
}

TEST_CASE("texts that arrive in pieces are visited, each with its own key") {
    CHECK(texts(R"({"type":"response.output_text.delta","delta":"a"})").at(0).second == "a");
    CHECK(texts(R"({"type":"response.function_call_arguments.delta","delta":"{"})").size() == 1);
    const auto parts =
        texts(R"({"type":"response.output_text.delta","delta":{"text":"a","content":"b"}})");
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].first != parts[1].first);
    CHECK(texts(R"({"type":"response.audio.delta","delta":"UklG"})").empty());
    CHECK(texts(R"({"type":"response.output_text.delta","delta":null})").empty());
    CHECK(texts(R"({"type":"response.output_text.done","text":"a"})").empty());

    const std::string text = R"("type":"response.output_text.delta")";
    const std::string first = text + R"(,"output_index":0,"content_index":0)";
    CHECK(key(first) == key(first + R"(,"item_id":"another","sequence_number":7)"));
    CHECK(key(text + R"(,"output_item_index":0,"content_index":0)") == key(first));
    CHECK(key(first) != key(text + R"(,"output_index":1,"content_index":0)"));
    CHECK(key(first) != key(text + R"(,"output_index":0,"content_index":1)"));
    CHECK(key(text + R"(,"item_id":"a")") != key(text + R"(,"item_id":"b")"));
    CHECK(key(R"("type":"response.refusal.delta","output_index":0,"content_index":0)") !=
          key(first));
    const std::string summary =
        R"("type":"response.reasoning_summary_text.delta","output_index":0)";
    CHECK(key(summary + R"(,"summary_index":0)") != key(summary + R"(,"summary_index":1)"));
}

TEST_CASE("token usage is read under the names of chat usage") {
    CHECK_FALSE(counts_of(ResponseUsage{}).any());
    const token_counts c = counts_of(
        ResponseUsage{.input_tokens = 5,
                      .input_tokens_details = PromptTokensDetails{.cached_tokens = 2},
                      .output_tokens = 4,
                      .output_tokens_details = CompletionTokensDetails{.reasoning_tokens = 1},
                      .total_tokens = 9});
    CHECK(c.prompt == 5);
    CHECK(c.completion == 4);
    CHECK(c.total == 9);
    CHECK(c.cached == 2);
    CHECK(c.reasoning == 1);
}

}  // namespace response_stream_traits_tests
