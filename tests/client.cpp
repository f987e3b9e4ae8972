#include <oaiwire/client.hpp>

#include <oaiwire/transport/replay.hpp>
#include <oaiwire/types/text.hpp>

#include <support/catch.hpp>

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost/v1", .api_key = secret{"sk-canary"}};

const std::string stream_body =
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n"
    "data: "
    "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";
const std::string plain_body =
    R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";

replay_exchange answer(std::string body, int status = 200) {
    replay_exchange e;
    e.head.status = status;
    e.body = std::move(body);
    e.piece = 5;
    return e;
}

}  // namespace

TEST_CASE("create returns the response of a plain call") {
    replay_transport transport({answer(plain_body)});
    client api{transport, local};
    const auto response = api.create(hello);
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
    CHECK(transport.requests().size() == 1);
}

TEST_CASE("create returns the error of a call that failed") {
    replay_transport transport({answer(R"({"error":{"message":"no","type":"t"}})", 404)});
    client api{transport, local};
    const auto response = api.create(hello);
    REQUIRE_FALSE(response);
    CHECK(response.error().api.error_class == api_error_class::not_found);
    CHECK(response.error().message == "no");
}

TEST_CASE("stream is a range of chunks and knows how it ended") {
    client api{replay_transport({answer(stream_body)}), local};
    auto stream = api.stream(hello);
    std::string seen;
    for (const auto& chunk : stream) seen += text(chunk);
    CHECK(seen == "Hello");
    CHECK(stream.ok());
    CHECK(stream.ending() == stream_end::complete);
    CHECK(text(stream.response()) == "Hello");
    CHECK(stream.facts().done_seen);
}

TEST_CASE("a stream cut short is no success, and keeps what came") {
    for (std::size_t n = 0; n != stream_body.size(); ++n) {
        auto cut = answer(stream_body);
        cut.fault = {.code = errc::closed_early, .after = n};
        client api{replay_transport({cut}), local};
        auto stream = api.stream(hello);
        std::string seen;
        for (const auto& chunk : stream) seen += text(chunk);
        INFO(n);
        const bool done_came = stream_body.find("[DONE]") + 6 <= n;
        CHECK(stream.ok() == done_came);
        if (!done_came) {
            CHECK(stream.ending() == stream_end::truncated);
            CHECK(stream.error().code == errc::closed_early);
        }
        CHECK(text(stream.response()) == seen);
        CHECK(std::string_view("Hello").starts_with(seen));
    }
}

TEST_CASE("a call that cannot be made is an empty range with its error") {
    replay_transport transport({answer(stream_body)});
    client api{transport, endpoint{.base_url = "http://example.com"}};
    auto stream = api.stream(hello);
    CHECK(stream.next() == nullptr);
    CHECK_FALSE(stream.ok());
    CHECK(stream.error().code == errc::cleartext_refused);
    CHECK(transport.requests().empty());
}

TEST_CASE("a stream can be cancelled from within its loop") {
    client api{replay_transport({answer(stream_body)}), local};
    auto stream = api.stream(hello);
    for (const auto& chunk : stream) {
        CHECK(text(chunk) == "Hel");
        stream.cancel();
    }
    CHECK(stream.ending() == stream_end::cancelled);
    CHECK(text(stream.response()) == "Hel");
}

TEST_CASE("the push form hands over chunks and tells the outcome") {
    client api{replay_transport({answer(stream_body), answer(stream_body)}), local};
    std::string seen;
    const auto outcome =
        api.stream(hello, [&](const ChatCompletionChunk& chunk) { seen += text(chunk); });
    CHECK(outcome.ok());
    CHECK(seen == "Hello");
    CHECK(text(outcome.response) == "Hello");

    int chunks = 0;
    const auto stopped = api.stream(hello, [&](const ChatCompletionChunk&) {
        ++chunks;
        return http::flow::stop;
    });
    CHECK(stopped.end == stream_end::cancelled);
    CHECK(chunks == 1);
}

TEST_CASE("a stop handle ends a call that waits for a silent server") {
    auto silent = answer(stream_body);
    silent.fault = {.stall = true, .after = 80};
    client api{replay_transport({silent}), local};
    call_options options;
    auto stream = api.stream(hello, options);
    for (const auto& chunk : stream) {
        CHECK(text(chunk) == "Hel");
        options.stop.request_stop();
    }
    CHECK(stream.ending() == stream_end::cancelled);
    CHECK(stream.error().code == errc::cancelled);
}

TEST_CASE("deadlines end a silent stream as truncated") {
    auto silent = answer(stream_body);
    silent.fault = {.stall = true, .after = 80};
    client api{replay_transport({silent}), local};
    auto stream = api.stream(hello);
    while (stream.next()) {
    }
    CHECK(stream.ending() == stream_end::truncated);
    CHECK(stream.error().kind() == error_kind::transport);
}

TEST_CASE("the operation follows from the request's type") {
    replay_transport transport({answer(R"({"data":[{"id":"a"}]})"), answer(R"({"id":"x"})"),
                                answer(R"({"message":"ok"})"),
                                answer(R"({"choices":[{"index":0,"text":"t"}]})")});
    client api{transport, local};
    CHECK(api.create(ListModelsRequest{})->data.size() == 1);
    CHECK(api.create(RetrieveModelRequest{.model = "x"})->id == "x");
    CHECK(api.create(HealthRequest{})->message == "ok");
    CHECK(text(*api.create(CompletionRequest{.model = "m", .prompt = "p"})) == "t");
    REQUIRE(transport.requests().size() == 4);
    CHECK(transport.requests()[1].target.ends_with("/v1/models/x"));
    CHECK(transport.requests()[2].target.ends_with("/health"));
}

TEST_CASE("no error that a call can end in shows the key") {
    for (const int status : {200, 400, 401, 500}) {
        client api{replay_transport({answer("key sk-canary was refused", status)}), local};
        const auto response = api.create(hello);
        REQUIRE_FALSE(response);
        CHECK(to_string(response.error()).find("canary") == std::string::npos);
        CHECK(response.error().api.body.find("canary") == std::string::npos);
    }
}
