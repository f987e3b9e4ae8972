// The code of docs/servers.md, compiled and run.
#include "harness.hpp"

namespace docs_tests {
namespace servers {

// [reply]
// The body of a streamed chat completion that says `words`.
oaiwire::result<std::string> reply(std::string_view body, const std::vector<std::string>& words) {
    const auto request = oaiwire::json::read<oaiwire::ChatCompletionRequest>(body);
    if (!request) return request.error();

    std::string out;
    oaiwire::sse::encoder events(out);
    const auto send = [&](const oaiwire::ChatCompletionChunk& chunk) -> oaiwire::result<void> {
        const auto json = oaiwire::json::write(chunk);
        if (!json) return json.error();
        return events.event({.data = *json});
    };
    for (const auto& word : words) {
        auto sent = send(
            {.id = "chatcmpl-1",
             .object = "chat.completion.chunk",
             .model = request->model,
             .choices = {{.index = 0, .delta = oaiwire::ChatCompletionDelta{.content = word}}}});
        if (!sent) return sent.error();
    }
    auto done = events.event({.data = "[DONE]"});
    if (!done) return done.error();
    return out;
}
// [/reply]

}  // namespace servers

TEST_CASE("the reply of docs/servers.md is a stream that the decoder reads") {
    const auto body = servers::reply(
        R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"stream":true})", {"a", "b"});
    REQUIRE(body);
    oaiwire::client api{oaiwire::replay_transport({answer(*body, "text/event-stream")}),
                        {.base_url = "https://api.example.com/v1"}};
    std::string said;
    const auto outcome = api.stream(
        hello, [&](const oaiwire::ChatCompletionChunk& chunk) { said += oaiwire::text(chunk); });
    CHECK(outcome.end_reason == oaiwire::stream_end::complete);
    CHECK(said == "ab");
    CHECK(outcome.response.model == "m");
    CHECK_FALSE(servers::reply("{}{", {}));
}

TEST_CASE("docs/servers.md replays a server's answers") {
    // [replay]
    oaiwire::replay_exchange busy;
    busy.head = {503, {{"Retry-After", "1"}}};
    oaiwire::replay_exchange good;
    good.body = R"({"choices":[{"message":{"content":"Hi"}}]})";
    const oaiwire::replay_transport http({busy, good});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};

    auto first = api.create(hello);   // 503: without a clock nothing is retried
    auto second = api.create(hello);  // "Hi"
    // [/replay]

    REQUIRE_FALSE(first);
    CHECK(first.error().api.status == 503);
    REQUIRE(second);
    CHECK(oaiwire::text(*second) == "Hi");
    CHECK(http.requests().size() == 2);
}

}  // namespace docs_tests
