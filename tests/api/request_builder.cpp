#include <oaiwire/api/request_builder.hpp>

#include <support/catch.hpp>

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost:8080/v1/", .api_key = secret{"sk-canary"}};
const std::string plain_body = R"({"model":"m","messages":[{"role":"user","content":"hi"}]})";

}  // namespace

TEST_CASE("a request carries method, target, headers and body, and nothing that was not set") {
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

TEST_CASE("whether it streams is the call's word, not the request's") {
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
    CHECK(build_request(hello, local, true)->deadlines.total == 0);
}

TEST_CASE("without a key no Authorization is sent") {
    const auto r = build_request(hello, {.base_url = "http://127.0.0.1:1"}, false);
    REQUIRE(r);
    CHECK(r->target == "/chat/completions");
    CHECK_FALSE(r->headers.find("Authorization"));
}

TEST_CASE("health is asked for at the root and without the key") {
    const auto r = build_request(HealthRequest{}, local, false);
    REQUIRE(r);
    CHECK(r->method == "GET");
    CHECK(r->target == "/health");
    CHECK(r->body.empty());
    CHECK_FALSE(r->headers.find("Authorization"));
    CHECK_FALSE(r->headers.find("Content-Type"));
}

TEST_CASE("organisation, project, endpoint and call headers are sent, the nearest winning") {
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

TEST_CASE("what cannot be sent is refused with its reason and without its value") {
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

TEST_CASE("a request outside of the ranges is refused, unless the caller insists") {
    auto request = hello;
    request.temperature = 3;
    const auto r = build_request(request, local, false);
    REQUIRE_FALSE(r);
    CHECK(r.error().path == "temperature");
    call_options options;
    options.validate = false;
    CHECK(build_request(request, local, false, options));
}

TEST_CASE("text that is no UTF-8 is refused with its path") {
    auto request = hello;
    request.messages.push_back(user("\xFF"));
    const auto r = build_request(request, local, false);
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::invalid_text);
    CHECK(r.error().path == "messages[1].content");
}
