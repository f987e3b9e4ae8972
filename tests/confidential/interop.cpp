// The library against an independent node (support/confidential_node.py, which runs these tests)
// over a socket. What the node finds wrong with a request fails the run there.
#include <oaiwire/confidential/client.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/confidential/botan.hpp>
#include <oaiwire/confidential/seal.hpp>
#include <oaiwire/transport/curl.hpp>
#include <oaiwire/types/text.hpp>

namespace interop_tests {

using namespace oaiwire;

namespace {

endpoint node() {
    const char* url = std::getenv("OAIWIRE_TEST_NODE");
    const char* key = std::getenv("OAIWIRE_TEST_NODE_KEY");
    REQUIRE(url);
    REQUIRE(key);
    return {.base_url = url,
            .api_key = secret{key},
            .retry = standard_retries{.initial_interval_ms = 1}};
}

confidential_client<curl_transport, botan_crypto> connect(confidential_options options = {}) {
    return {curl_transport{}, node(), botan_crypto{}, std::move(options)};
}

ChatCompletionRequest chat(std::string model,
                           std::string text = "Gr\xc3\xbc\xc3\x9f \xf0\x9f\x8c\x8d") {
    return {.model = std::move(model), .messages = {user(std::move(text))}};
}

const std::string echo = "You said: Gr\xc3\xbc\xc3\x9f \xf0\x9f\x8c\x8d";

}  // namespace

TEST_CASE("interop: a chat", "[.interop]") {
    auto api = connect();
    const auto response = api.create(chat("m"));
    REQUIRE(response);
    CHECK(text(*response) == echo);
    CHECK(response->usage->total_tokens == 3);
    CHECK(api.statistics().last ==
          confidential::opening_checks{.nonce_reused = false, .hash_checked = true});
    const auto second = api.create(chat("m", std::string(std::size_t{3} << 20, 'x')));
    REQUIRE(second);
    CHECK(text(*second).size() == 10 + (std::size_t{3} << 20));
}

TEST_CASE("interop: a streamed chat, pulled and pushed", "[.interop]") {
    auto api = connect();
    std::string seen;
    std::size_t chunks = 0;
    std::size_t reused = 0;
    auto stream = api.stream(chat("m"));
    for (const auto& chunk : stream) {
        seen += text(chunk);
        ++chunks;
        reused += api.statistics().last.nonce_reused ? 1U : 0U;
    }
    CHECK(stream.ok());
    CHECK(stream.end_reason() == stream_end::finished);
    CHECK(seen == echo);
    CHECK(reused == chunks - 1);
    CHECK(stream.response().usage->total_tokens == 3);
    std::string pushed;
    const auto out = api.stream(chat("fresh-nonces"), [&](const ChatCompletionChunk& chunk) {
        pushed += text(chunk);
        CHECK(!api.statistics().last.nonce_reused);
    });
    CHECK(out.ok());
    CHECK(pushed == echo);
    CHECK(text(out.response) == echo);
}

TEST_CASE("interop: completions, plain and streamed", "[.interop]") {
    auto api = connect();
    const CompletionRequest request{.model = "m", .prompt = "once", .max_tokens = 20000};
    const auto response = api.create(request);
    REQUIRE(response);
    CHECK(response->choices.at(0).text == "<once>");
    const auto out = api.stream(request, [](const auto&) {});
    CHECK(out.ok());
    CHECK(out.response.choices.at(0).text == "<once>");
    CHECK(out.response.usage->total_tokens == 3);
}

TEST_CASE("interop: embeddings and images", "[.interop]") {
    auto api = connect();
    const auto embeddings = api.create(EmbeddingRequest{.model = "m", .input = "four"});
    REQUIRE(embeddings);
    REQUIRE(embeddings->data.size() == 1);
    const ImageGenerationRequest requests[] = {
        {.prompt = "p", .model = "m"},
        {.prompt = "p", .model = "m", .n = 3, .size = "2048x1024"},
        {.prompt = "p", .model = "m", .n = 1, .size = "16x16"}};
    for (const auto& request : requests) {
        const auto images = api.create(request);
        REQUIRE(images);
        CHECK(images->data.at(0).url == "u:p");
        CHECK(api.attempts().size() == 1);
    }
}

TEST_CASE("interop: an insufficient or used lock is answered with 425", "[.interop]") {
    auto small = connect({.lock_tokens = 10});
    const auto refused = small.create(chat("m"), {.retry = retry_policy::none()});
    REQUIRE(!refused);
    CHECK(refused.error().api.error_class == api_error_class::too_early);

    client api{curl_transport{}, node()};
    botan_crypto crypto;
    const auto lock = api.create(NodesCreateLockRequest{.model = "m"});
    REQUIRE(lock);
    auto call = confidential::seal(crypto, *lock, chat("m"));
    REQUIRE(call);
    const auto first = api.create<operations::confidential_chat_completions>(
        call->request, {.retry = retry_policy::none()});
    REQUIRE(first);
    const auto opened = call->opener.open<ChatCompletion>(crypto, *first);
    REQUIRE(opened);
    CHECK(text(opened->value) == echo);
    const auto second = api.create<operations::confidential_chat_completions>(
        call->request, {.retry = retry_policy::none()});
    REQUIRE(!second);
    CHECK(second.error().api.status == 425);
}

TEST_CASE("interop: a retry has its own lock, key and nonce", "[.interop]") {
    for (const int status : {423, 425, 429, 503}) {
        auto api = connect();
        const std::string model = "once-" + std::to_string(status);
        const auto response = api.create(chat(model + "-plain"));
        REQUIRE(response);
        CHECK(text(*response) == echo);
        REQUIRE(api.attempts().size() == 2);
        CHECK(api.attempts()[0].status == status);
        auto stream = api.stream(chat(model + "-pulled"));
        for (const auto& chunk : stream) (void)chunk;
        CHECK(stream.ok());
        CHECK(api.attempts().size() == 2);
        CHECK(api.stream(chat(model + "-pushed"), [](const auto&) {}).ok());
        CHECK(api.attempts().size() == 2);
    }
}

TEST_CASE("interop: a response modified in transit ends the call", "[.interop]") {
    auto api = connect();
    for (const auto& [model, code] : {std::pair("wrong-tag", errc::confidential_tag_mismatch),
                                      std::pair("wrong-hash", errc::confidential_hash_mismatch)}) {
        auto request = chat(model);
        request.seed = 0;
        const auto plain = api.create(request);
        REQUIRE(!plain);
        CHECK(plain.error().code == code);
        request.seed = 5;
        auto stream = api.stream(request);
        std::string seen;
        for (const auto& chunk : stream) seen += text(chunk);
        CHECK(stream.error().code == code);
        CHECK(seen == "You ");
        CHECK(api.attempts().size() == 1);
    }
    const auto out = api.stream(chat("cut"), [](const auto&) {});
    CHECK(out.end_reason == stream_end::truncated);
    CHECK(out.error.code == errc::closed_early);
    CHECK(text(out.response) == "Yo");
}

TEST_CASE("interop: strict policies apply", "[.interop]") {
    auto api = connect({.policy = {.hash = confidential::hash_policy::required,
                                   .nonces = confidential::nonce_policy::refuse}});
    CHECK(api.create(chat("m")));
    CHECK(api.stream(chat("fresh-nonces"), [](const auto&) {}).ok());
    const auto out = api.stream(chat("m"), [](const auto&) {});
    CHECK(out.error.code == errc::confidential_nonce_reused);
}

}  // namespace interop_tests
