#include <oaiwire/confidential/client.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <confidential/node.hpp>
#include <confidential/proxy.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/moderations.hpp>
#include <oaiwire/types/text.hpp>

namespace client_tests {

using namespace oaiwire;
using support::proxy_transport;
using support::scripted;

namespace {

// Time that advances only by sleeping.
struct virtual_timing {
    std::shared_ptr<std::vector<std::int64_t>> sleeps =
        std::make_shared<std::vector<std::int64_t>>();
    std::int64_t now_ms() const { return 0; }
    void sleep(std::int64_t ms, const stop_handle&) { sleeps->push_back(ms); }
    double jitter() { return 0; }
};

struct bench {
    std::shared_ptr<proxy_transport::world> all = std::make_shared<proxy_transport::world>();
    confidential_client<proxy_transport, botan_crypto, virtual_timing> api;

    explicit bench(confidential_options options = {})
        : api(proxy_transport(all),
              endpoint{.base_url = "http://localhost/v1", .api_key = secret{"sk-canary"}},
              botan_crypto{}, std::move(options), virtual_timing{}) {}
    void will_answer(scripted s) { all->answers.push_back(std::move(s)); }
    std::size_t requests() const { return all->requests.size(); }
    const http::request& request(std::size_t i) const { return all->requests.at(i).request; }
    std::string plaintext(std::size_t i) const { return all->requests.at(i).plaintext; }
};

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const std::string whole =
    R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";
const std::vector<std::string> chunks{
    R"({"choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]})",
    R"({"choices":[{"index":0,"delta":{"content":"lo"}}]})",
    R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})",
    R"({"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})",
};

}  // namespace

static_assert(http::pull_transport<confidential_transport<proxy_transport, botan_crypto>>);
static_assert(confidential::sealable<EmbeddingRequest>);
static_assert(!confidential::streamed_sealable<ImageGenerationRequest>);
static_assert(!confidential::sealable<ModerationRequest>);

TEST_CASE("a plain call locks a node, encrypts the request and decrypts the response") {
    bench b;
    b.will_answer({.texts = {whole}});
    const auto response = b.api.create(hello);
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
    REQUIRE(b.requests() == 2);
    CHECK(b.request(0).method == "POST");
    CHECK(b.request(0).target == "/v1/nodes/lock");
    CHECK(b.request(0).headers.value("Authorization") == "Bearer sk-canary");
    CHECK(b.request(0).body == R"({"model":"m"})");
    CHECK(b.request(1).target == "/v1/confidential/chat/completions");
    CHECK(b.request(1).headers.value("Authorization") == "Bearer sk-canary");
    CHECK(b.request(1).headers.value("Content-Type") == "application/json");
    CHECK(b.request(1).body.find("messages") == std::string::npos);
    CHECK(b.plaintext(1).ends_with(R"("stream":false})"));
    CHECK(b.api.statistics().opened == 1);
    CHECK(b.api.statistics().last.hash_checked);
    REQUIRE(b.api.attempts().size() == 1);
    CHECK(b.api.attempts()[0].status == 200);
}

TEST_CASE("a stream is pulled chunk by chunk, each with its findings") {
    bench b;
    b.will_answer({.texts = chunks});
    auto stream = b.api.stream(hello);
    std::string seen;
    std::vector<bool> reused;
    for (const auto& chunk : stream) {
        seen += text(chunk);
        reused.push_back(b.api.statistics().last.nonce_reused);
    }
    CHECK(stream.ok());
    CHECK(stream.end_reason() == stream_end::finished);
    CHECK(seen == "Hello");
    CHECK(reused == std::vector<bool>{false, true, true, true});
    CHECK(text(stream.response()) == "Hello");
    REQUIRE(stream.response().usage);
    CHECK(stream.response().usage->total_tokens == 3);
    CHECK(b.request(0).headers.value("Accept") == "application/json");
    CHECK(b.request(1).headers.value("Accept") == "text/event-stream");
    CHECK(b.plaintext(1).ends_with(R"("stream":true})"));
}

TEST_CASE("a stream is pushed chunk by chunk, for every size of pieces") {
    for (std::size_t piece = 1; piece < 900; piece += piece < 20 ? 1 : 97) {
        bench b;
        b.all->piece = piece;
        b.will_answer({.texts = chunks, .new_nonces = true});
        std::string seen;
        std::size_t usages = 0;
        const auto out = b.api.stream(hello, [&](const ChatCompletionChunk& chunk) {
            seen += text(chunk);
            usages += chunk.usage ? 1U : 0U;
            CHECK(!b.api.statistics().last.nonce_reused);
        });
        CHECK(out.ok());
        CHECK(seen == "Hello");
        CHECK(usages == 1);
        CHECK(text(out.response) == "Hello");
        CHECK(b.api.statistics().opened == 4);
        CHECK(b.api.statistics().reused == 0);
    }
}

TEST_CASE("the caller can end a stream at any chunk") {
    bench b;
    b.will_answer({.texts = chunks});
    int n = 0;
    const auto out = b.api.stream(hello, [&](const ChatCompletionChunk&) {
        return ++n == 2 ? http::flow::stop : http::flow::proceed;
    });
    CHECK(n == 2);
    CHECK(out.end_reason == stream_end::cancelled);
    CHECK(text(out.response) == "Hello");
    CHECK(b.requests() == 2);
}

TEST_CASE("the chunks determine whether a stream is complete") {
    bench b;
    b.will_answer({.texts = {chunks[0], chunks[1]}});
    const auto out = b.api.stream(hello, [](const ChatCompletionChunk&) {});
    CHECK(out.end_reason == stream_end::truncated);
    CHECK(out.error.code == errc::truncated_stream);
    CHECK(text(out.response) == "Hello");
    // only the node can say so
    b.will_answer({.in_clear = "data: [DONE]\n\n"});
    CHECK(!b.api.stream(hello, [](const ChatCompletionChunk&) {}).ok());
}

TEST_CASE("an invalid event ends the stream, and what preceded it is kept") {
    struct row {
        void (*tamper)(std::vector<ConfidentialComputeResponse>&);
        errc code;
    };
    const row rows[] = {
        {[](auto& e) { e[2].ciphertext[0] = e[2].ciphertext[0] == 'A' ? 'B' : 'A'; },
         errc::confidential_tag_mismatch},
        {[](auto& e) { e[2].response_hash = e[1].response_hash; },
         errc::confidential_hash_mismatch},
        {[](auto& e) { e[2].nonce = "AAAA"; }, errc::confidential_bad_length},
        {[](auto& e) { e[2].ciphertext += '\n'; }, errc::invalid_base64},
    };
    for (const auto& row : rows) {
        for (const bool pull : {false, true}) {
            bench b;
            b.will_answer({.texts = chunks, .tamper = row.tamper});
            std::string seen;
            error why;
            if (pull) {
                auto stream = b.api.stream(hello);
                for (const auto& chunk : stream) seen += text(chunk);
                CHECK(stream.end_reason() == stream_end::truncated);
                why = stream.error();
            } else {
                const auto out =
                    b.api.stream(hello, [&](const auto& chunk) { seen += text(chunk); });
                CHECK(out.end_reason == stream_end::truncated);
                why = out.error;
            }
            CHECK(seen == "Hello");
            CHECK(why.code == row.code);
            CHECK(to_string(why).find("choices") == std::string::npos);
            CHECK(b.requests() == 2);
            CHECK(b.api.statistics().opened == 2);
        }
    }
}

TEST_CASE("a reused nonce ends a stream if the policy says so") {
    bench b({.policy = {.nonces = confidential::nonce_policy::refuse}});
    b.will_answer({.texts = chunks});
    auto out = b.api.stream(hello, [](const auto&) {});
    CHECK(out.error.code == errc::confidential_nonce_reused);
    CHECK(text(out.response) == "Hel");
    b.will_answer({.texts = chunks, .new_nonces = true});
    CHECK(b.api.stream(hello, [](const auto&) {}).ok());
}

TEST_CASE("unencrypted content is not delivered") {
    bench b;
    for (const bool streamed : {false, true}) {
        const std::string forged =
            streamed ? "data: " + chunks[0] + "\n\n" + "data: " + chunks[2] + "\n\n" : whole;
        b.will_answer({.in_clear = forged});
        int seen = 0;
        if (streamed) {
            const auto out = b.api.stream(hello, [&](const auto&) { ++seen; });
            CHECK(!out.ok());
        } else {
            const auto response = b.api.create(hello);
            REQUIRE(!response);
            CHECK(response.error().code == errc::unrecognised_payload);
        }
        CHECK(seen == 0);
    }
    // an error next to a choice is an error only
    b.will_answer(
        {.in_clear = R"({"error":{"message":"m"},"choices":[{"message":{"content":"x"}}]})"});
    const auto response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().kind() == error_kind::api);
    CHECK(b.api.statistics().opened == 0);
}

TEST_CASE("an error within a stream is the error of the stream") {
    bench b;
    b.will_answer({.in_clear = "data: {\"error\":{\"message\":\"lost it\",\"code\":\"E\"}}\n\n"});
    const auto out = b.api.stream(hello, [](const auto&) {});
    CHECK(out.end_reason == stream_end::api_error);
    CHECK(out.error.message == "lost it");
    CHECK(out.error.api.code == "E");
    b.will_answer({.texts = {R"({"error":{"message":"sealed"}})"}});
    const auto sealed = b.api.stream(hello, [](const auto&) {});
    CHECK(sealed.end_reason == stream_end::api_error);
    CHECK(sealed.error.message == "sealed");
}

TEST_CASE("a retry locks and encrypts again") {
    for (const int status : {423, 425, 429, 500, 503}) {
        for (const int how : {0, 1, 2}) {
            bench b;
            b.will_answer(
                {.status = status, .in_clear = R"({"error":{"code":"X","message":"m"}})"});
            b.will_answer({.texts = how == 0 ? std::vector{whole} : chunks});
            if (how == 0) CHECK(b.api.create(hello));
            if (how == 1) CHECK(b.api.stream(hello, [](const auto&) {}).ok());
            if (how == 2) {
                auto stream = b.api.stream(hello);
                for (const auto& chunk : stream) (void)chunk;
                CHECK(stream.ok());
            }
            CAPTURE(status, how);
            REQUIRE(b.requests() == 4);
            CHECK(b.request(2).target == "/v1/nodes/lock");
            const auto first = json::read<ConfidentialComputeRequest>(b.request(1).body);
            const auto again = json::read<ConfidentialComputeRequest>(b.request(3).body);
            REQUIRE(first);
            REQUIRE(again);
            CHECK(first->ciphertext != again->ciphertext);
            CHECK(first->client_dh_public_key != again->client_dh_public_key);
            CHECK(first->salt != again->salt);
            CHECK(first->nonce != again->nonce);
            REQUIRE(b.api.attempts().size() == 2);
            CHECK(b.api.attempts()[0].status == status);
            CHECK(b.api.attempts()[1].status == 200);
        }
    }
}

TEST_CASE("a call is not repeated if the retry policy says so") {
    bench b;
    for (int i = 0; i != 3; ++i) b.will_answer({.status = 425});
    auto response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().api.error_class == api_error_class::too_early);
    CHECK(b.requests() == 6);
    b.will_answer({.status = 425, .headers = {{"x-should-retry", "false"}}});
    CHECK(!b.api.create(hello));
    CHECK(b.requests() == 8);
    b.will_answer({.status = 402});
    CHECK(!b.api.create(hello));
    CHECK(b.requests() == 10);
    b.will_answer({.status = 425});
    CHECK(!b.api.create(hello, {.retry = retry_policy::none()}));
    CHECK(b.requests() == 12);
}

TEST_CASE("no call is repeated after part of its response was delivered") {
    bench b;
    b.will_answer({.texts = chunks, .fault = errc::closed_early});
    b.all->answers.back().texts.resize(2);
    const auto out = b.api.stream(hello, [](const auto&) {});
    CHECK(out.end_reason == stream_end::truncated);
    CHECK(out.error.code == errc::closed_early);
    CHECK(text(out.response) == "Hello");
    CHECK(b.requests() == 2);
    REQUIRE(b.api.attempts().size() == 1);
    CHECK(b.api.attempts()[0].decision.reason == retry_reason::output_delivered);
}

TEST_CASE("a failed lock fails the call, and is retried like the call") {
    bench b;
    b.all->locks.push_back(
        {.status = 503,
         .in_clear = R"({"error":{"code":"SERVICE_UNAVAILABLE","message":"none"}})"});
    b.will_answer({.texts = {whole}});
    CHECK(b.api.create(hello));
    CHECK(b.requests() == 3);
    b.all->locks.push_back(
        {.status = 401, .in_clear = R"({"error":{"code":"AUTH_ERROR","message":"no"}})"});
    auto response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().api.status == 401);
    CHECK(response.error().api.code == "AUTH_ERROR");
    CHECK(b.requests() == 4);
    b.all->locks.push_back({.status = 401});
    auto stream = b.api.stream(hello);
    CHECK(stream.next() == nullptr);
    CHECK(stream.error().api.status == 401);
    b.all->locks.push_back({.status = 0, .fault = errc::connect_failed});
    b.will_answer({.texts = {whole}});
    CHECK(b.api.create(hello));
    b.all->locks.push_back({.in_clear = "<html>"});
    response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().kind() == error_kind::decode);
    b.all->locks.push_back({.in_clear = std::string(std::size_t{65} << 10, ' ')});
    response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().code == errc::limit_exceeded);
}

TEST_CASE("a lock with an invalid key prevents encryption") {
    bench b;
    b.all->lock.public_key = "AAAA";
    const auto response = b.api.create(hello);
    REQUIRE(!response);
    CHECK(response.error().code == errc::confidential_bad_key);
    CHECK(b.requests() == 1);
}

TEST_CASE("every operation with a confidential form uses it") {
    bench b;
    b.will_answer({.texts = {R"({"choices":[{"index":0,"text":"t","finish_reason":"stop"}]})"}});
    const auto completion =
        b.api.create(CompletionRequest{.model = "m", .prompt = "p", .max_tokens = 9000});
    REQUIRE(completion);
    CHECK(completion->choices.at(0).text == "t");
    CHECK(b.request(0).body == R"({"model":"m","max_num_tokens":9000})");
    CHECK(b.request(1).target == "/v1/confidential/completions");

    b.will_answer({.texts = {R"({"data":[{"embedding":[1,2],"index":0}],"model":"m"})"}});
    const auto embeddings = b.api.create(EmbeddingRequest{.model = "m", .input = "text"});
    REQUIRE(embeddings);
    CHECK(embeddings->data.size() == 1);
    CHECK(b.request(3).target == "/v1/confidential/embeddings");

    b.will_answer({.texts = {R"({"created":1,"data":[{"url":"u"}]})"}});
    const auto images = b.api.create(ImageGenerationRequest{.prompt = "p", .model = "m"});
    REQUIRE(images);
    CHECK(images->data.at(0).url == "u");
    CHECK(b.request(4).body == R"({"model":"m","max_num_tokens":1048576})");
    CHECK(b.request(5).target == "/v1/confidential/images/generations");

    b.will_answer({.texts = {R"({"choices":[{"index":0,"text":"t","finish_reason":"stop"}]})"}});
    const auto streamed =
        b.api.stream(CompletionRequest{.model = "m", .prompt = "p"}, [](const auto&) {});
    CHECK(streamed.ok());
    CHECK(streamed.response.choices.at(0).text == "t");
}

TEST_CASE("members added by the call are encrypted, and its idempotency key is not sent") {
    bench b;
    b.will_answer({.texts = {whole}});
    const http::timeouts timeouts{.connect_ms = 1, .first_byte_ms = 2, .idle_ms = 3, .total_ms = 4};
    call_options options{.headers = {{"X-Trace", "7"}},
                         .query = {{"a", "b"}},
                         .timeouts = timeouts,
                         .idempotency_key = "once"};
    REQUIRE(options.body.set("top_k", 40) == errc::ok);
    CHECK(b.api.create(hello, options));
    for (std::size_t i : {0U, 1U}) {
        CHECK(b.request(i).target.ends_with("?a=b"));
        CHECK(b.request(i).headers.value("X-Trace") == "7");
        CHECK(!b.request(i).headers.find("Idempotency-Key"));
        CHECK(b.request(i).timeouts == timeouts);
        CHECK(b.request(i).body.find("top_k") == std::string::npos);
    }
    CHECK(b.plaintext(1).find(R"("top_k":40)") != std::string::npos);
}

TEST_CASE("the lock request is configurable") {
    bench b({.lock_tokens = 100, .lock_seconds = 30});
    b.will_answer({.texts = {whole}});
    CHECK(b.api.create(hello));
    CHECK(b.request(0).body == R"({"model":"m","max_num_tokens":100,"timeout":30})");
}

TEST_CASE("a stopped call locks nothing") {
    bench b;
    call_options options;
    options.stop.request_stop();
    const auto response = b.api.create(hello, options);
    REQUIRE(!response);
    CHECK(response.error().code == errc::cancelled);
    CHECK(b.requests() == 0);
}

}  // namespace client_tests
