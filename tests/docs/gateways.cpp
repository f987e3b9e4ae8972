// The code of docs/gateways.md, compiled and run.
#include "harness.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/server.hpp>

namespace docs_tests {
namespace gateway_code {

struct upstream {
    std::vector<std::string> reads{};
    std::size_t at = 0;

    std::optional<std::string_view> read() {
        if (at == reads.size()) return std::nullopt;
        return reads[at++];
    }
    bool failed() const { return false; }
    oaiwire::error error() const { return {}; }
};

struct client {
    std::string got{};
    void write(std::string_view bytes) { got += bytes; }
};

// [gateway streams]
// Forwards the stream of a chat completion under the model's public name.
oaiwire::token_counts forward(upstream& from, client& to) {
    oaiwire::pass_through through(oaiwire::stream_kind_of<oaiwire::ChatCompletionChunk>(),
                                  {.model = "my-model"});
    while (const auto bytes = from.read()) {
        through.feed(*bytes);
        through.send_all([&](std::string_view piece) { to.write(piece); });
    }
    from.failed() ? through.fail(from.error()) : through.finish();
    through.send_all([&](std::string_view piece) { to.write(piece); });
    return through.usage();
}
// [/gateway streams]

// [gateway relay]
// Answers with the stream of an upstream. `flush` sends what the answer has to the client.
template <class Transport, class Flush>
oaiwire::result<void> relay(Transport& http, const oaiwire::endpoint& upstream,
                            const oaiwire::ChatCompletionRequest& request, oaiwire::responder& to,
                            Flush&& flush) {
    const oaiwire::exchange<oaiwire::ChatCompletionRequest> call{request, upstream};
    auto body = http.open(call.request());
    if (!body) return to.fail(oaiwire::upstream_error(body.error()));
    auto bytes = body->read_some();
    if (const int status = body->head().status; status != 200) {
        std::string text;
        for (; bytes && !bytes->empty() && text.size() < 65'536; bytes = body->read_some()) {
            text += *bytes;
        }
        return to.fail(oaiwire::upstream_error(oaiwire::error_of_body(text, status)));
    }

    oaiwire::pass_through through(oaiwire::stream_kind_of<oaiwire::ChatCompletionChunk>(),
                                  {.model = "my-model"});
    auto sent = to.begin_bytes("text/event-stream");
    const auto pass = [&] {
        through.send_all([&](std::string_view piece) {
            if (sent) sent = to.write(piece);
        });
        flush();
    };
    for (; sent && bytes && !bytes->empty(); bytes = body->read_some()) {
        through.feed(*bytes);
        pass();
    }
    if (!sent) return sent;  // the client has gone, or flush() made no room
    bytes ? through.finish() : through.fail(bytes.error());
    pass();
    return sent ? to.end() : sent;
}
// [/gateway relay]

}  // namespace gateway_code

TEST_CASE("a stream passes as docs/gateways.md says") {
    gateway_code::upstream from{
        {"data: {\"model\":\"m-1\",\"choi", "ces\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}",
         "\n\ndata: {\"model\":\"m-1\",\"choices\":[],\"usage\":{\"completion_tokens\":1}}\n\n",
         "data: [DONE]\n\n"}};
    gateway_code::client to;
    CHECK(gateway_code::forward(from, to).completion == 1);
    CHECK(
        to.got ==
        "data: {\"model\":\"my-model\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}"
        "\n\ndata: {\"model\":\"my-model\",\"choices\":[],\"usage\":{\"completion_tokens\":1}}\n\n"
        "data: [DONE]\n\n");
}

TEST_CASE("an answer relays an upstream as docs/gateways.md says") {
    oaiwire::replay_exchange no_key = answer(R"({"error":{"message":"No key."}})");
    no_key.head.status = 401;
    const oaiwire::endpoint upstream{.base_url = "https://api.example.com/v1"};
    oaiwire::replay_transport http(
        {answer("data: {\"model\":\"m-1\",\"choices\":[]}\n\ndata: [DONE]\n\n",
                "text/event-stream"),
         no_key});
    std::string got;
    oaiwire::responder to;
    const auto flush = [&] {
        got += to.unsent();
        to.sent(to.unsent().size());
    };
    REQUIRE(gateway_code::relay(http, upstream, hello, to, flush));
    CHECK(got == "data: {\"model\":\"my-model\",\"choices\":[]}\n\ndata: [DONE]\n\n");
    REQUIRE(to.head() != nullptr);
    CHECK(to.head()->headers.value("Content-Type") == "text/event-stream");
    CHECK(to.ended());

    oaiwire::responder refused;
    REQUIRE(gateway_code::relay(http, upstream, hello, refused, flush));
    REQUIRE(refused.head() != nullptr);
    CHECK(refused.head()->status == 502);
}

TEST_CASE("a whole answer passes as docs/gateways.md says") {
    std::int64_t used = 0;
    // [gateway bodies]
    std::string body =
        R"({"model":"m-1","choices":[],"usage":{"prompt_tokens":2,"completion_tokens":3}})";
    const auto facts = oaiwire::pass_body(body, "my-model");
    if (facts) used += facts->usage.completion.value_or(0);
    // [/gateway bodies]
    CHECK(used == 3);
    CHECK(body.find("my-model") != std::string::npos);
}

}  // namespace docs_tests
