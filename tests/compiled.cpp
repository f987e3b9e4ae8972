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

// In g++ 12 an explicit instantiation does not emit the members of any but the first constrained
// specialisation of a class template.
TEST_CASE("decoders and accumulators work with definitions compiled elsewhere") {
    stream_decoder<Completion> decoder;
    accumulator<Completion> whole;
    accumulator<ChatCompletionChunk> none;
    decoder.feed("data: {\"choices\":[{\"index\":0,\"text\":\"b\"}]}\n\ndata: [DONE]\n\n");
    while (const auto* chunk = decoder.next()) CHECK(whole.add(*chunk) == errc::ok);
    CHECK(text(whole.take()) == "b");
    CHECK(none.take().choices.empty());
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
