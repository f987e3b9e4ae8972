#include <oaiwire/api/request_builder.hpp>

#include <support/catch.hpp>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/providers.hpp>

namespace request_builder_tests {

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost:8080/v1/", .api_key = secret{"sk-canary"}};
endpoint azure_endpoint(std::string resource_url, const std::string& key,
                        std::string api_version = {}, std::string deployment = {}) {
    return endpoint_of(providers::azure, secret{key},
                       {.base_url = std::move(resource_url),
                        .api_version = std::move(api_version),
                        .deployment = std::move(deployment)});
}
const std::string plain_body = R"({"model":"m","messages":[{"role":"user","content":"hi"}]})";

}  // namespace

TEST_CASE("a request has method, target, headers and body, and nothing that was not set") {
    const auto r = build_request(hello, local, false);
    REQUIRE(r);
    CHECK(r->method == "POST");
    CHECK(r->origin == http::origin{"http", "localhost", 8080});
    CHECK(r->target == "/v1/chat/completions");
    CHECK(r->body == plain_body);
    CHECK(r->headers.value("Authorization") == "Bearer sk-canary");
    CHECK(r->headers.find("authorization")->sensitive);
    CHECK(r->headers.value("Content-Type") == "application/json");
    CHECK(r->headers.value("Accept") == "application/json");
    CHECK(r->headers.value("User-Agent").starts_with("oaiwire/"));
    CHECK_FALSE(r->headers.find("Accept-Encoding"));
    CHECK_FALSE(r->headers.find("OpenAI-Organization"));
}

TEST_CASE("the call decides whether it streams, not the request") {
    const std::string streamed =
        R"({"model":"m","messages":[{"role":"user","content":"hi"}],"stream":true})";
    for (const int set : {-1, 0, 1, 2}) {
        auto request = hello;
        if (set == 0) request.stream = false;
        if (set == 1) request.stream = true;
        if (set == 2) request.stream = null;
        CHECK(build_request(request, local, true)->body == streamed);
        const std::string body = build_request(request, local, false)->body;
        CHECK(body.find("\"stream\":true") == std::string::npos);
    }
    CHECK(build_request(hello, local, true)->headers.value("Accept") == "text/event-stream");
    CHECK(build_request(hello, local, true)->timeouts.total_ms == 0);
}

TEST_CASE("without a key there is no Authorization") {
    const auto r = build_request(hello, {.base_url = "http://127.0.0.1:1"}, false);
    REQUIRE(r);
    CHECK(r->target == "/chat/completions");
    CHECK_FALSE(r->headers.find("Authorization"));
}

TEST_CASE("health uses the root path and no key") {
    const auto r = build_request(HealthRequest{}, local, false);
    REQUIRE(r);
    CHECK(r->method == "GET");
    CHECK(r->target == "/health");
    CHECK(r->body.empty());
    CHECK_FALSE(r->headers.find("Authorization"));
    CHECK_FALSE(r->headers.find("Content-Type"));
}

TEST_CASE("organisation, project, endpoint and call headers are sent; the most specific one wins") {
    endpoint where = local;
    where.organization = "org-1";
    where.project = "proj_1";
    where.headers.add("X-Title", "far");
    where.headers.add("User-Agent", "mine/1");
    call_options options;
    options.headers.add("x-title", "near");
    const auto r = build_request(hello, where, false, options);
    REQUIRE(r);
    CHECK(r->headers.value("OpenAI-Organization") == "org-1");
    CHECK(r->headers.value("OpenAI-Project") == "proj_1");
    CHECK(r->headers.value("X-Title") == "near");
    CHECK(r->headers.value("User-Agent") == "mine/1");
}

TEST_CASE("invalid parts are rejected with a reason and without their value") {
    const auto refused = [](endpoint where, call_options options, errc code) {
        const auto r = build_request(hello, where, false, options);
        REQUIRE_FALSE(r);
        CHECK(r.error().code == code);
        CHECK(r.error().kind() == error_kind::invalid_request);
        CHECK(to_string(r.error()).find("canary") == std::string::npos);
    };
    refused({.base_url = "http://example.com"}, {}, errc::cleartext_refused);
    refused({.base_url = "https://canary@example.com"}, {}, errc::invalid_url);
    refused({.base_url = "http://localhost", .api_key = secret{"canary\n"}}, {}, errc::invalid_key);
    endpoint where{.base_url = "http://localhost"};
    where.organization = "canary\r\nX: y";
    refused(where, {}, errc::invalid_header);
    where = {.base_url = "http://localhost"};
    where.headers.add("X-A", "canary\n");
    refused(where, {}, errc::invalid_header);
    call_options options;
    options.headers.add("Content-Length", "canary");
    refused({.base_url = "http://localhost"}, options, errc::invalid_header);
}

TEST_CASE("a request outside the ranges is rejected, unless validation is waived") {
    auto request = hello;
    request.presence_penalty = 3;
    const auto r = build_request(request, local, false);
    REQUIRE_FALSE(r);
    CHECK(r.error().path == "presence_penalty");
    call_options options;
    options.validate = false;
    CHECK(build_request(request, local, false, options));
}

TEST_CASE("waiving one rule keeps the others, including those of the server") {
    auto request = hello;
    request.messages.push_back(AssistantMessage{});
    request.presence_penalty = 3;
    endpoint where = local;
    where.quirks.content_in_every_message = true;
    const auto refused = [&](std::vector<std::string> rules) {
        const auto r = build_request(request, where, false, {.waive = std::move(rules)});
        return r ? std::string() : r.error().path;
    };
    CHECK(refused({}) == "presence_penalty");
    CHECK(refused({"presence_penalty"}) == "messages[1].content");
    CHECK(refused({"messages[].content"}) == "presence_penalty");
    CHECK(refused({"messages", "presence_penalty"}) == "");
    request.frequency_penalty = 3;
    CHECK(refused({"messages", "presence_penalty"}) == "frequency_penalty");
}

// OpenAI responds to stream_options without stream with status 400.
TEST_CASE("a plain call omits members for streams") {
    const auto body = [](const auto& request, bool streamed) {
        const auto r = build_request(request, local, streamed);
        REQUIRE(r);
        return r->body;
    };
    auto chat = hello;
    chat.stream_options = StreamOptions{.include_usage = true};
    CHECK(body(chat, false) == plain_body);
    CHECK(body(chat, true).find(R"("stream_options":{"include_usage":true})") != std::string::npos);
    chat.stream_options = null;
    CHECK(body(chat, false) == plain_body);

    const StreamOptions padded{.include_obfuscation = true};
    CHECK(body(CompletionRequest{.model = "m", .prompt = "p", .stream_options = padded}, false) ==
          R"({"model":"m","prompt":"p"})");
    CHECK(body(ResponseRequest{.model = "m", .input = "i", .stream_options = padded}, false) ==
          R"({"model":"m","input":"i"})");
    CHECK(body(ImageGenerationRequest{.prompt = "p", .partial_images = 1}, false) ==
          R"({"prompt":"p"})");
    CHECK(body(ImageGenerationRequest{.prompt = "p", .partial_images = 1}, true) ==
          R"({"prompt":"p","partial_images":1,"stream":true})");
    const SpeechRequest speech{
        .model = "m", .input = "i", .voice = "v", .stream_format = SpeechStreamFormat::sse};
    CHECK(body(speech, false) == R"({"model":"m","input":"i","voice":"v"})");
    CHECK(body(speech, true) == R"({"model":"m","input":"i","voice":"v","stream_format":"sse"})");
    const ConfidentialComputeRequest sealed{.stream = true};
    const auto whole = build_request<operations::confidential_embeddings>(sealed, local, false);
    REQUIRE(whole);
    CHECK(whole->body.ends_with(R"("stream":false})"));

    // the call options are sent as given
    call_options options;
    REQUIRE(options.body.set("stream_options", *raw_json::parse("{}")) == errc::ok);
    CHECK(build_request(hello, local, false, options)->body.ends_with(R"("stream_options":{}})"));
}

TEST_CASE("a body with text that is not UTF-8 is rejected with its path") {
    auto request = hello;
    request.messages.push_back(user("\xFF"));
    const auto r = build_request(request, local, false);
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::invalid_text);
    CHECK(r.error().path == "messages[1].content");
}

TEST_CASE("queries of the endpoint and the call are sent in this order, percent-encoded") {
    endpoint where = local;
    where.query = {{"api-version", "2024-10-21"}};
    const auto r = build_request(hello, where, false, {.query = {{"a b", "c&d=\xc3\xa9"}}});
    REQUIRE(r);
    CHECK(r->target == "/v1/chat/completions?api-version=2024-10-21&a%20b=c%26d%3D%C3%A9");
}

TEST_CASE("members added by the call replace those of the request") {
    extra_members more;
    more.set("top_k", raw_json::of(5));
    more.set("model", *raw_json::of("other"));
    more.set("stream", raw_json::of(true));
    const auto r = build_request(hello, local, false, {.body = more});
    REQUIRE(r);
    CHECK(
        r->body ==
        R"({"model":"other","messages":[{"role":"user","content":"hi"}],"top_k":5,"stream":true})");
}

TEST_CASE("timeouts, base URL and idempotency key of the call override the endpoint's") {
    call_options options;
    options.timeouts =
        http::timeouts{.connect_ms = 1, .first_byte_ms = 2, .idle_ms = 3, .total_ms = 4};
    options.base_url = "https://other.example/api";
    options.idempotency_key = "k";
    auto r = build_request(hello, local, false, options);
    REQUIRE(r);
    CHECK(r->timeouts == *options.timeouts);
    CHECK(http::url_of(*r) == "https://other.example/api/chat/completions");
    CHECK(r->headers.value("Idempotency-Key") == "k");
    r = build_request(hello, local, true, options);
    REQUIRE(r);
    CHECK(r->timeouts.total_ms == 0);  // streams have no total timeout
    options.idempotency_key = "a\nb";
    CHECK(build_request(hello, local, false, options).error().code == errc::invalid_header);
    options = {};
    options.base_url = "http://other.example";
    CHECK(build_request(hello, local, false, options).error().code == errc::cleartext_refused);
}

TEST_CASE("Azure: calls with a model use its deployment, the version and the api-key") {
    const std::string azure = "https://name.openai.azure.com";
    auto r = build_request(hello, azure_endpoint(azure + "/", "canary", "2024-10-21", "my gpt/4"),
                           false);
    REQUIRE(r);
    CHECK(http::url_of(*r) == azure +
                                  "/openai/deployments/my%20gpt%2F4/chat/completions"
                                  "?api-version=2024-10-21");
    CHECK(r->headers.value("api-key") == "canary");
    CHECK(r->headers.find("api-key")->sensitive);
    CHECK_FALSE(r->headers.find("Authorization"));
    CHECK(r->body == plain_body);

    const endpoint by_model = azure_endpoint(azure, "canary", "2024-10-21");
    CHECK(build_request(hello, by_model, true)->target ==
          "/openai/deployments/m/chat/completions?api-version=2024-10-21");
    CHECK(build_request(CompletionRequest{.model = "x", .prompt = "p"}, by_model, false)->target ==
          "/openai/deployments/x/completions?api-version=2024-10-21");
    CHECK(build_request(ListModelsRequest{}, by_model, false)->target ==
          "/openai/models?api-version=2024-10-21");
    for (const std::string bad : {"", ".", ".."}) {
        CHECK_FALSE(build_request(ChatCompletionRequest{.model = bad, .messages = {user("hi")}},
                                  by_model, false, {.validate = false}));
    }

    const endpoint v1 = azure_endpoint(azure, "canary");
    CHECK(build_request(hello, v1, false)->target == "/openai/v1/chat/completions");
    endpoint token = v1;
    token.sends_key_as = key_field::authorization;
    CHECK(build_request(hello, token, false)->headers.value("Authorization") == "Bearer canary");
    for (const std::string key : {"can ary", "canary\n"}) {
        const auto refused = build_request(hello, azure_endpoint(azure, key), false);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == errc::invalid_key);
        CHECK(to_string(refused.error()).find("ary") == std::string::npos);
    }
}

}  // namespace request_builder_tests
