// A program with declarations only; the definitions of what it calls are in support/compiled.cpp.
// [declarations]
#define OAIWIRE_DECLARATIONS
#include <oaiwire/oaiwire.hpp>
// [/declarations]
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace oaiwire;

namespace {

const endpoint local{.base_url = "http://localhost:8080/v1"};

// The result of a call whose response has this body.
template <class Request>
auto response_to(const Request& request, std::string_view type, std::string_view body) {
    exchange<Request> call(request, local);
    call.head(200, {{"Content-Type", std::string(type)}});
    call.feed(body);
    while (call.next()) {
    }
    call.finish();
    while (call.next()) {
    }
    return call.result();
}

}  // namespace

TEST_CASE("calls work with definitions compiled elsewhere") {
    const auto chat = response_to(
        ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, "text/event-stream",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n"
        "data: [DONE]\n\n");
    REQUIRE(chat);
    CHECK(text(*chat) == "a");
    const auto completion =
        response_to(CompletionRequest{.model = "m", .prompt = "hi"}, "text/event-stream",
                    "data: {\"choices\":[{\"index\":0,\"text\":\"b\"}]}\n\ndata: [DONE]\n\n");
    REQUIRE(completion);
    CHECK(text(*completion) == "b");
    const auto embedding = response_to(EmbeddingRequest{.model = "m", .input = "hi"},
                                       "application/json", "{\"data\":[{\"embedding\":[0.5]}]}");
    REQUIRE(embedding);
    CHECK(embedding->data[0].embedding->values == std::vector<float>{0.5F});
    const auto response =
        response_to(ResponseRequest{.model = "m", .input = "hi"}, "text/event-stream",
                    "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n");
    REQUIRE(response);
    CHECK(response->id == "r");
}

// Adds the events of a stream to an accumulator that the program itself has.
template <class Chunk>
auto accumulated(std::string_view stream) {
    stream_decoder<Chunk> decoder;
    accumulator<Chunk> whole;
    decoder.feed(stream);
    while (const Chunk* chunk = decoder.next()) CHECK(whole.add(*chunk) == errc::ok);
    const auto held = whole.response();
    CHECK(whole.take() == held);
    whole.clear();
    return held;
}

// Some of these members are in the compiled form and declared here, the others are compiled here.
// g++ 12 would link neither with the other if they had internal linkage.
TEST_CASE("decoders and accumulators work with definitions compiled elsewhere") {
    const auto completion = accumulated<Completion>(
        "data: {\"choices\":[{\"index\":0,\"text\":\"b\"}]}\n\ndata: [DONE]\n\n");
    CHECK(text(completion) == "b");
    const auto chat = accumulated<ChatCompletionChunk>(
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"c\"}}]}\n\ndata: [DONE]\n\n");
    CHECK(text(chat) == "c");
    const auto response = accumulated<ResponseStreamEvent>(
        "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n");
    CHECK(response.id == "r");
    const auto images = accumulated<ImageStreamEvent>(
        "data: {\"type\":\"image_generation.completed\",\"b64_json\":\"aQ==\"}\n\n");
    REQUIRE(images.data.size() == 1);
    CHECK(images.data[0].b64_json == "aQ==");
    const auto transcription = accumulated<TranscriptionStreamEvent>(
        "data: {\"type\":\"transcript.text.done\",\"text\":\"t\"}\n\n");
    CHECK(transcription.text == "t");
    const auto speech = accumulated<SpeechStreamEvent>(
        "data: {\"type\":\"speech.audio.delta\",\"audio\":\"aQ==\"}\n\n"
        "data: {\"type\":\"speech.audio.done\"}\n\n");
    CHECK(speech.audio == "i");
    const auto sealed =
        accumulated<ConfidentialComputeResponse>("data: {\"ciphertext\":\"s\"}\n\n");
    CHECK(sealed.ciphertext == "s");
    accumulator<std::string_view> passed_on;
    CHECK(passed_on.add("bytes") == errc::ok);
    CHECK(passed_on.take().audio.empty());
}

TEST_CASE("an exchange can be moved and not copied") {
    using call_type = exchange<ChatCompletionRequest>;
    static_assert(!std::is_copy_constructible_v<call_type>);
    static_assert(std::is_nothrow_move_assignable_v<call_type>);
    call_type call(ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, local);
    call_type other = std::move(call);
    CHECK(other.request().method == "POST");
}

TEST_CASE("library types and user types are read and written") {
    struct point {
        int x = 0;
        field<Usage> usage{};
    };
    const auto value = json::read<point>(R"({"x":1,"usage":{"total_tokens":3}})");
    REQUIRE(value);
    CHECK(*json::write(*value) == R"({"x":1,"usage":{"total_tokens":3}})");
    CHECK(json::read<ChatCompletion>("{").error().code == errc::unexpected_end);
}
