#include <oaiwire/api/exchange.hpp>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/text.hpp>

#include <support/cases.hpp>
#include <support/catch.hpp>

namespace exchange_tests {

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost:8080/v1", .api_key = secret{"sk-canary-key"}};
const http::header_list event_stream{{"Content-Type", "text/event-stream"}};
const http::header_list json_type{{"Content-Type", "application/json"}, {"x-request-id", "req_1"}};

constexpr std::string_view body =
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
    "\"content\":\"Hel\"}}]}\n\n"
    ": keep-alive\n\n"
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},"
    "\"finish_reason\":\"stop\"}]}\n\n"
    "data: {\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,"
    "\"total_tokens\":3}}\n\n"
    "data: [DONE]\n\n";

// The observable results of a streamed call whose body arrives in pieces of n bytes.
std::string transcript(std::string_view bytes, std::size_t n, int status = 200,
                       const http::header_list& headers = event_stream) {
    exchange<ChatCompletionRequest> call(hello, local);
    std::string out;
    const auto drain = [&] {
        while (const auto* chunk = call.next()) out += "[" + text(*chunk) + "]";
    };
    call.head(status, headers);
    for (std::size_t i = 0; i < bytes.size(); i += n) {
        const std::string piece(bytes.substr(i, n));
        call.feed(piece);
        drain();
    }
    call.finish();
    drain();
    out += name(call.end_reason());
    if (call.error().code != errc::ok) out += " " + to_string(call.error());
    return out + " " + *json::write(call.response());
}

}  // namespace

TEST_CASE("a streamed call yields its chunks, its end reason and the whole response") {
    const std::string whole = transcript(body, body.size());
    CHECK(whole ==
          "[Hel][lo][]complete {\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
          "\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],\"usage\":{"
          "\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}");
    for (std::size_t n = 1; n != 70; ++n) CHECK(transcript(body, n) == whole);
}

TEST_CASE("a body cut at any byte yields what arrived and never a successful end") {
    const std::string_view before_done = body.substr(0, body.rfind("data: [DONE]"));
    const std::size_t first_finish = body.find("\"finish_reason\"");
    for (std::size_t n = 0; n < first_finish; ++n) {
        const std::string seen = transcript(body.substr(0, n), n + 1);
        INFO(n);
        CHECK((seen.find("truncated") != std::string::npos ||
               seen.find("empty") != std::string::npos));
    }
    CHECK(transcript(before_done, 4096).find("finished") != std::string::npos);
}

TEST_CASE("an error status gives an api_error with all details of the body") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(429, {{"Content-Type", "application/json"},
                    {"x-request-id", "req_9"},
                    {"Retry-After", "3"},
                    {"x-should-retry", "true"}});
    call.feed(R"({"error":{"message":"slow down","type":"rate_limit","code":"r","param":"p"}})");
    CHECK(call.next() == nullptr);
    call.finish();
    CHECK(call.end_reason() == stream_end::api_error);
    const error& e = call.error();
    CHECK(e.kind() == error_kind::api);
    CHECK(e.message == "slow down");
    CHECK(e.api.status == 429);
    CHECK(e.api.error_class == api_error_class::rate_limit);
    CHECK(e.api.type == "rate_limit");
    CHECK(e.api.code == "r");
    CHECK(e.api.param == "p");
    CHECK(e.api.request_id == "req_9");
    CHECK(e.api.retry.after_ms == 3000);
    CHECK(e.api.retry.should_retry == true);
    CHECK(e.api.body.find("slow down") != std::string::npos);
}

TEST_CASE("the rate limits of a response are parsed") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(200, {{"x-ratelimit-limit-requests", "60"},
                    {"x-ratelimit-remaining-requests", "59"},
                    {"x-ratelimit-reset-requests", "1s"}});
    CHECK(call.rate_limits().requests.limit.value == 60);
    CHECK(call.rate_limits().requests.remaining.value == 59);
    CHECK(call.rate_limits().requests.reset.value == 1000);
    CHECK(call.rate_limits().requests.reset.text == "1s");
}

TEST_CASE("an error status without a body still reports the status") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(503, {});
    call.finish();
    CHECK(call.end_reason() == stream_end::api_error);
    CHECK(call.error().api.error_class == api_error_class::service_unavailable);
    CHECK(call.error().message == "HTTP status 503");
}

TEST_CASE(
    "an error body is limited, and its status counts even if the transport fails while reading "
    "it") {
    call_options options;
    options.limits.error_body = 100;
    exchange<ChatCompletionRequest> call(hello, local, options);
    call.head(500, {});
    for (int i = 0; i != 1000; ++i) call.feed("0123456789");
    call.fail(make_error(errc::closed_early));
    CHECK(call.end_reason() == stream_end::api_error);
    CHECK(call.error().api.body.size() == 100);
}

TEST_CASE("the key never appears in errors, even if the server quotes it") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(401, json_type);
    call.feed(
        R"({"error":{"message":"Incorrect API key: sk-canary-key.","code":"sk-canary-key"}})");
    call.finish();
    CHECK(call.error().message == "Incorrect API key: [secret].");
    CHECK(call.error().api.code == "[secret]");
    CHECK(call.error().api.body.find("canary") == std::string::npos);
}

TEST_CASE("a plain call decodes its response") {
    exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
    call.head(200, json_type);
    call.feed(R"({"id":"c","choices":[{"index":0,"message":{"role":"assi)");
    CHECK(call.next() == nullptr);
    CHECK_FALSE(call.ended());
    CHECK_FALSE(call.result());
    call.feed(R"(stant","content":"Hi"},"finish_reason":"stop"}]})");
    call.finish();
    CHECK(call.ok());
    CHECK(text(call.response()) == "Hi");
    CHECK(call.request_id() == "req_1");
    const auto response = call.result();
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
}

TEST_CASE("a plain call recognises an error with status 200") {
    exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
    call.head(200, json_type);
    call.feed(R"({"choices":null,"error":{"message":"upstream","code":502}})");
    call.finish();
    CHECK(call.end_reason() == stream_end::api_error);
    CHECK(call.error().message == "upstream");
    CHECK(call.error().api.code == "502");
}

TEST_CASE("a plain call distinguishes empty, truncated and foreign bodies") {
    const auto end_of = [](std::string_view bytes, const http::header_list& headers, errc code) {
        exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
        call.head(200, headers);
        call.feed(bytes);
        call.finish();
        CHECK(call.error().code == code);
        return call.end_reason();
    };
    CHECK(end_of("\n \n", json_type, errc::empty_response) == stream_end::empty);
    CHECK(end_of("{\"choices\":[", json_type, errc::unexpected_end) == stream_end::malformed);
    CHECK(end_of("<html></html>", {{"Content-Type", "text/html"}}, errc::unexpected_content_type) ==
          stream_end::malformed);
}

TEST_CASE("bodies are limited in size") {
    call_options options;
    options.limits.body = 10;
    exchange<ChatCompletionRequest> call(hello, local, options, call_mode::plain);
    call.head(200, json_type);
    call.feed("0123456789");
    CHECK_FALSE(call.ended());
    call.feed("0");
    CHECK(call.end_reason() == stream_end::limit);
    CHECK(call.error().code == errc::limit_exceeded);
}

TEST_CASE("an invalid request ends the exchange before it starts") {
    auto request = hello;
    request.presence_penalty = 9;
    exchange<ChatCompletionRequest> call(request, local);
    CHECK(call.ended());
    CHECK(call.error().code == errc::invalid_argument);
    CHECK(call.error().path == "presence_penalty");
    CHECK_FALSE(call.result());
}

TEST_CASE("a transport failure keeps what arrived before") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(200, event_stream);
    call.feed(body.substr(0, body.find(": keep")));
    call.fail(make_error(errc::idle_timeout));
    const auto* chunk = call.next();
    REQUIRE(chunk);
    CHECK(text(*chunk) == "Hel");
    CHECK(call.next() == nullptr);
    CHECK(call.end_reason() == stream_end::truncated);
    CHECK(call.error().code == errc::idle_timeout);
    CHECK(text(call.response()) == "Hel");
}

TEST_CASE("failures before the head and cancellation have their own end reasons") {
    exchange<ChatCompletionRequest> refused(hello, local);
    refused.fail(make_error(errc::connect_failed));
    CHECK(refused.end_reason() == stream_end::truncated);
    CHECK(refused.error().kind() == error_kind::transport);

    exchange<ChatCompletionRequest> closed(hello, local);
    closed.finish();
    CHECK(closed.error().code == errc::closed_early);

    exchange<ChatCompletionRequest> stopped(hello, local);
    stopped.head(200, event_stream);
    stopped.feed(body);
    REQUIRE(stopped.next());
    stopped.cancel();
    CHECK(stopped.end_reason() == stream_end::cancelled);
    CHECK(stopped.next() == nullptr);
    CHECK(text(stopped.response()) == "Hel");

    exchange<ChatCompletionRequest> token(hello, local);
    token.head(200, event_stream);
    token.fail(make_error(errc::cancelled));
    CHECK(token.next() == nullptr);
    CHECK(token.end_reason() == stream_end::cancelled);
}

TEST_CASE("a content coding that was not requested is an error") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(200, {{"Content-Type", "text/event-stream"}, {"Content-Encoding", "gzip"}});
    CHECK(call.ended());
    CHECK(call.error().code == errc::unexpected_content_encoding);
    for (const char* coding : {"gzip", "GZip", "x-gzip", "br", "deflate", "zstd", "compress",
                               "gzip, br", "identity, br", "br ,identity", ",gzip", "unheard-of"}) {
        for (const call_mode mode : {call_mode::plain, call_mode::streamed}) {
            INFO(coding);
            exchange<ChatCompletionRequest> coded(hello, local, {}, mode);
            coded.head(200, {{"Content-Encoding", coding}});
            CHECK(coded.end_reason() == stream_end::malformed);
            CHECK(coded.error().code == errc::unexpected_content_encoding);
        }
    }
    for (const char* coding : {"", "identity", " Identity\t", "identity, identity", ","}) {
        exchange<ChatCompletionRequest> plain(hello, local);
        plain.head(200, {{"Content-Encoding", coding}});
        CHECK_FALSE(plain.ended());
    }
    exchange<ChatCompletionRequest> twice(hello, local);
    twice.head(200, {{"Content-Encoding", "identity"}, {"content-encoding", "br"}});
    CHECK(twice.error().code == errc::unexpected_content_encoding);
    CHECK(twice.error().message.ends_with(": br"));
}

TEST_CASE("an error response with a content coding keeps its status, class and wait") {
    for (const int status : {302, 400, 401, 404, 429, 500, 503, 529}) {
        for (const char* coding : {"gzip", "br", "deflate", "zstd", "gzip, br"}) {
            exchange<ChatCompletionRequest> call(hello, local);
            call.head(status, {{"Content-Encoding", coding},
                               {"Content-Type", "application/json"},
                               {"x-request-id", "r"},
                               {"Retry-After", "3"}});
            CHECK_FALSE(call.ended());
            call.feed("\x1f\x8b\x08 not readable");
            call.finish();
            CHECK(call.end_reason() == stream_end::api_error);
            CHECK(call.error().message == "HTTP status " + std::to_string(status));
            CHECK(call.error().api.body.empty());
            CHECK(call.error().api.status == status);
            CHECK(call.error().api.error_class == class_of_status(status));
            CHECK(call.error().api.request_id == "r");
            CHECK(call.error().api.retry.after_ms == 3000);
        }
    }
    // a gateway that decoded the content but left the header
    exchange<ChatCompletionRequest> undone(hello, local);
    undone.head(429, {{"Content-Encoding", "gzip"}});
    undone.feed(R"({"error":{"message":"slow down","code":"r"}})");
    undone.finish();
    CHECK(undone.error().message == "slow down");
    CHECK(undone.error().api.code == "r");
}

TEST_CASE(
    "a redirect reports its target's origin, and status 407 that a proxy requires credentials") {
    const auto said = [](int status, const http::header_list& headers,
                         std::string_view bytes = "") {
        exchange<ChatCompletionRequest> call(hello, local);
        call.head(status, headers);
        call.feed(bytes);
        call.finish();
        CHECK(call.end_reason() == stream_end::api_error);
        CHECK(call.error().api.body == bytes);
        return call.error().message;
    };
    const std::string over = ", and redirects are not followed";
    CHECK(said(301, {{"Location", "https://u:pw@api.other.example:8443/v1?key=secret#f"}},
               "<html>301</html>") ==
          "HTTP status 301: redirected to https://api.other.example:8443" + over);
    CHECK(said(308, {{"Location", "/v1/chat/completions/?key=secret"}}) ==
          "HTTP status 308: redirected to another path" + over);
    CHECK(said(302, {{"Location", "https://sk-canary-key.example/"}}) ==
          "HTTP status 302: redirected to https://[secret].example" + over);
    CHECK(said(302, {}, "moved") == "moved");
    endpoint other = local;
    other.api_key = secret{"SK-Canary-0123"};
    exchange<ChatCompletionRequest> quoted(hello, other);
    quoted.head(307, {{"Location", "https://SK-Canary-0123/"}});
    quoted.finish();
    CHECK(quoted.error().message == "HTTP status 307: redirected to https://[secret]" + over);
    CHECK(said(401, {{"Location", "https://h/"}}) == "HTTP status 401");
    CHECK(said(407, {}) == "HTTP status 407: a proxy asks for credentials");
}

TEST_CASE("an error with a success status has the class of the status that its body states") {
    for (const char* code : {"429", "\"429\""}) {
        const std::string text = std::string(R"({"error":{"message":"slow","code":)") + code + "}}";
        for (const call_mode mode : {call_mode::plain, call_mode::streamed}) {
            for (const std::string& bytes :
                 {text, "data: " + text + "\n\n", "event: error\ndata: " + text + "\n\n"}) {
                exchange<ChatCompletionRequest> call(hello, local, {}, mode);
                call.head(200, {});
                call.feed(bytes);
                call.finish();
                while (call.next()) {
                }
                CHECK(call.end_reason() == stream_end::api_error);
                CHECK(call.error().api.status == 200);
                CHECK(call.error().api.stated_status == 429);
                CHECK(call.error().api.error_class == api_error_class::rate_limit);
            }
        }
    }
    exchange<ChatCompletionRequest> choice(hello, local);
    choice.head(200, event_stream);
    choice.feed(
        "data: {\"choices\":[{\"index\":0,\"error\":{\"message\":\"m\",\"code\":503}}]}\n\n");
    while (choice.next()) {
    }
    CHECK(choice.error().api.error_class == api_error_class::service_unavailable);
    for (const std::string_view event :
         {R"({"type":"error","code":"c","message":"Try again in 2s.","status":503})",
          R"({"type":"error","code":503,"message":"Try again in 2s."})",
          R"({"type":"error","error":{"code":"503","message":"Try again in 2s."}})",
          R"({"type":"response.failed","response":{"status":"failed","error":{"code":"503",)"
          R"("message":"Try again in 2s."}}})"}) {
        INFO(event);
        exchange<ResponseRequest> events({.model = "m"}, local);
        events.head(200, event_stream);
        const std::string bytes = "data: " + std::string(event) + "\n\n";
        events.feed(bytes);
        while (events.next()) {
        }
        CHECK(events.end_reason() == stream_end::api_error);
        CHECK(events.error().api.error_class == api_error_class::service_unavailable);
        CHECK(events.error().api.retry.after_ms == 2000);
    }
}

TEST_CASE("HTML instead of a stream is named in the error") {
    const std::string seen = transcript("<html><body>502 Bad Gateway</body></html>", 7, 200,
                                        {{"Content-Type", "text/html"}});
    CHECK(seen.find("malformed unexpected_content_type") == 0);
    CHECK(seen.find("502 Bad Gateway") != std::string::npos);
}

TEST_CASE("a JSON response to a streamed call is accepted") {
    const std::string seen = transcript(
        R"({"id":"c","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant",)"
        R"("content":"whole"},"finish_reason":"stop"}]})",
        11, 200, json_type);
    CHECK(seen.find("[whole]finished") == 0);
}

TEST_CASE("operations without chunks and without bodies work as exchanges") {
    exchange<ListModelsRequest> call(ListModelsRequest{}, local);
    CHECK(call.request().method == "GET");
    call.head(200, json_type);
    call.feed(R"({"object":"list","data":[{"id":"a","object":"model"}]})");
    call.finish();
    const auto models = call.result();
    REQUIRE(models);
    REQUIRE(models->data.size() == 1);
    CHECK(models->data[0].id == "a");

    exchange<HealthRequest> health(HealthRequest{}, local);
    health.head(200, json_type);
    health.feed(R"({"message":"ok"})");
    health.finish();
    REQUIRE(health.ok());
    CHECK(health.response().message == "ok");
}

TEST_CASE("text completions stream like chats") {
    exchange<CompletionRequest> call({.model = "m", .prompt = "p"}, local);
    call.head(200, event_stream);
    call.feed(
        "data: {\"choices\":[{\"index\":0,\"text\":\"a\"}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"text\":\"b\",\"finish_reason\":\"length\"}]}\n\n");
    std::string seen;
    while (const auto* chunk = call.next()) seen += text(*chunk);
    call.finish();
    CHECK(call.next() == nullptr);
    CHECK(seen == "ab");
    CHECK(call.end_reason() == stream_end::finished);
    CHECK(text(call.response()) == "ab");
}

TEST_CASE("input after the end has no effect") {
    exchange<ChatCompletionRequest> call(hello, local);
    call.head(200, event_stream);
    call.feed(body);
    while (call.next()) {
    }
    REQUIRE(call.end_reason() == stream_end::complete);
    call.head(500, {});
    call.feed(body);
    CHECK(call.next() == nullptr);
    call.fail(make_error(errc::closed_early));
    call.finish();
    call.cancel();
    CHECK(call.end_reason() == stream_end::complete);
    CHECK(call.status() == 200);
    CHECK(text(call.response()) == "Hello");
}

TEST_CASE("audio that is not base64 is malformed, not a limit") {
    exchange<operations::speech_events> call({.model = "m", .input = "hi", .voice = "alloy"},
                                             local);
    call.head(200, event_stream);
    call.feed("data: {\"type\":\"speech.audio.delta\",\"audio\":\"YW!I=\"}\n\n");
    while (call.next()) {
    }
    CHECK(call.end_reason() == stream_end::malformed);
    CHECK(call.error().code == errc::invalid_base64);
    CHECK(to_string(call.error()).find("choices") == std::string::npos);
}

TEST_CASE("the case and the parameters of a content type do not matter") {
    const SpeechRequest speech{.model = "m", .input = "hi", .voice = "alloy"};
    const auto end = [&](const char* type) {
        exchange<SpeechRequest> call(speech, local);
        call.head(200, {{"Content-Type", type}});
        call.feed(R"({"error":{"message":"no"}})");
        call.finish();
        while (call.next()) {
        }
        return call.end_reason();
    };
    CHECK(end("Application/JSON") == stream_end::api_error);
    CHECK(end("audio/mpeg; name=json") == stream_end::complete);
}

TEST_CASE("a plain call answered with an event stream returns the accumulated response") {
    const auto ended = [](auto& call, std::string_view bytes, std::size_t n,
                          const http::header_list& headers) {
        call.head(200, headers);
        for (std::size_t i = 0; i < bytes.size(); i += n) {
            const std::string piece(bytes.substr(i, n));
            call.feed(piece);
            CHECK(call.next() == nullptr);
        }
        call.finish();
        return *json::write(call.response());
    };
    const std::string expected =
        R"({"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},)"
        R"("finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,)"
        R"("total_tokens":3}})";
    const std::string commented = ": wait\n\n" + std::string(body);
    const std::string marked = "\xEF\xBB\xBF" + std::string(body);
    for (const http::header_list& headers : {event_stream, json_type, http::header_list{}}) {
        for (const std::string_view bytes :
             {body, std::string_view(commented), std::string_view(marked)}) {
            for (const std::size_t n :
                 {std::size_t{1}, std::size_t{3}, std::size_t{50}, bytes.size()}) {
                exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
                CHECK(ended(call, bytes, n, headers) == expected);
                CHECK(call.end_reason() == stream_end::complete);
                REQUIRE(call.result());
            }
        }
    }
    exchange<CompletionRequest> text_call({.model = "m", .prompt = "hi"}, local, {},
                                          call_mode::plain);
    ended(text_call,
          "data: {\"choices\":[{\"index\":0,\"text\":\"a\"}]}\n\n"
          "data: {\"choices\":[{\"index\":0,\"text\":\"b\"}]}\n\ndata: [DONE]\n\n",
          5, event_stream);
    CHECK(text(text_call.response()) == "ab");
    exchange<ResponseRequest> response_call({.model = "m", .input = "hi"}, local, {},
                                            call_mode::plain);
    ended(response_call,
          "event: response.output_text.delta\n"
          "data: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,"
          "\"content_index\":0,\"delta\":\"A\"}\n\n"
          "event: response.completed\n"
          "data: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\"}}\n\n",
          7, {});
    CHECK(response_call.end_reason() == stream_end::complete);
    CHECK(text(response_call.response()) == "A");
}

TEST_CASE("a plain call answered with an event stream ends like the stream") {
    const auto end_of = [](std::string_view bytes, const http::header_list& headers) {
        exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
        call.head(200, headers);
        call.feed(bytes);
        call.finish();
        CHECK(call.result().has_value() == call.ok());
        return call.end_reason();
    };
    CHECK(end_of(body.substr(0, body.find("lo")), event_stream) == stream_end::truncated);
    CHECK(end_of("data: {\"error\":{\"message\":\"busy\"}}\n\n", json_type) ==
          stream_end::api_error);
    CHECK(end_of(": ping\n\n", event_stream) == stream_end::empty);
    CHECK(end_of("data: {]\n\n", event_stream) == stream_end::malformed);
    exchange<ChatCompletionRequest> cut(hello, local, {}, call_mode::plain);
    cut.head(200, event_stream);
    cut.feed(body.substr(0, body.find(": keep-alive")));
    cut.fail(make_error(errc::closed_early));
    CHECK(cut.end_reason() == stream_end::truncated);
    CHECK(text(cut.response()) == "Hel");
}

TEST_CASE("comments before the JSON of a plain call are skipped") {
    constexpr std::string_view bytes =
        ": wait\n: wait\n\n{\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}";
    for (std::size_t n = 1; n <= bytes.size(); ++n) {
        exchange<ChatCompletionRequest> call(hello, local, {}, call_mode::plain);
        call.head(200, json_type);
        for (std::size_t i = 0; i < bytes.size(); i += n) call.feed(bytes.substr(i, n));
        call.finish();
        CHECK(call.ok());
        CHECK(text(call.response()) == "Hi");
    }
}

TEST_CASE("a streamed call without accumulation yields its chunks and no response") {
    call_options options;
    options.accumulate = false;
    exchange<ChatCompletionRequest> call(hello, local, options);
    call.head(200, event_stream);
    call.feed(body);
    std::string seen;
    while (const auto* chunk = call.next()) seen += text(*chunk);
    CHECK(seen == "Hello");
    CHECK(call.end_reason() == stream_end::complete);
    CHECK(call.response() == ChatCompletion{});
    const auto response = call.result();
    REQUIRE_FALSE(response);
    CHECK(response.error().code == errc::invalid_argument);
}

TEST_CASE("an event stream ends a plain call like a streamed one, for every split") {
    struct outcome {
        stream_end end{};
        std::string why{};
        std::string response{};
    };
    const auto outcome_of = [](std::string_view bytes, std::size_t n, call_mode mode) {
        exchange<ChatCompletionRequest> call(hello, local, {}, mode);
        call.head(200, event_stream);
        for (std::size_t i = 0; i < bytes.size() && !call.ended(); i += n) {
            const std::string piece(bytes.substr(i, n));
            call.feed(piece);
            while (call.next() != nullptr) {
            }
        }
        call.finish();
        while (call.next() != nullptr) {
        }
        const auto response = json::write(call.response());
        return outcome{call.end_reason(), to_string(call.error()),
                       response.value_or(std::string())};
    };
    std::size_t seen = 0;
    for (const auto& c : support::cases("stream_cases.jsonl")) {
        const std::string bytes = support::unescaped(c["body_escaped"]);
        detail::body_start start;
        const std::size_t at = start.find(bytes);
        if (c["kind"] != "chat_chunk" || at == bytes.size() || bytes[at] == '{') continue;
        ++seen;
        INFO(c["name"]);
        const outcome streamed = outcome_of(bytes, bytes.size(), call_mode::streamed);
        for (const std::size_t n : {std::size_t{1}, std::size_t{2}, std::size_t{7}, bytes.size()}) {
            const outcome plain = outcome_of(bytes, n, call_mode::plain);
            CHECK(plain.end == streamed.end);
            CHECK(plain.why == streamed.why);
            CHECK(plain.response == streamed.response);
        }
    }
    CHECK(seen > 20);
}

TEST_CASE("what a read of the body returned is fed, or ends the call") {
    exchange<ChatCompletionRequest> whole(hello, local);
    whole.head(200, event_stream);
    CHECK(whole.feed_read(std::string_view(body)));
    while (whole.next() != nullptr) {
    }
    CHECK_FALSE(whole.feed_read(std::string_view()));
    CHECK(whole.ok());
    CHECK(text(whole.response()) == "Hello");

    exchange<ChatCompletionRequest> cut(hello, local);
    cut.head(200, event_stream);
    CHECK_FALSE(cut.feed_read(make_error(errc::closed_early)));
    CHECK(cut.next() == nullptr);
    CHECK(cut.end_reason() == stream_end::truncated);
    CHECK(cut.error().code == errc::closed_early);
}

namespace {

// Keys in turn, and how often they were asked for.
struct keys {
    std::vector<std::string> left{};
    std::vector<bool> asked{};

    hook<result<secret>(bool)> source() {
        return [this](bool refused) -> result<secret> {
            asked.push_back(refused);
            if (left.empty()) return make_error(errc::connect_failed, "no issuer");
            const secret out(left.front());
            left.erase(left.begin());
            return out;
        };
    }
};

// Answers with status 401 and a text that quotes the key.
template <class Call>
void refuse(Call& call, std::string_view key) {
    call.head(401, {});
    call.feed(R"({"error":{"message":"wrong: )" + std::string(key) + R"("}})");
    call.finish();
}

}  // namespace

TEST_CASE("the key of a call is that of the source, and another one after it was refused") {
    keys from{{"key-one", "key-two", "key-three"}};
    endpoint where{.base_url = "http://localhost/v1", .api_key = secret("static")};
    where.key_source = from.source();
    exchange call(ListModelsRequest{}, where);
    CHECK(call.request().headers.value("Authorization") == "Bearer key-one");
    CHECK_FALSE(call.renew_key());  // nothing has come
    refuse(call, "key-one");
    CHECK(call.error().message.find("key-one") == std::string::npos);
    REQUIRE(call.renew_key());
    CHECK_FALSE(call.ended());
    CHECK(call.request().headers.value("Authorization") == "Bearer key-two");
    CHECK(call.request().headers.find("Authorization")->sensitive);
    call.restart();
    CHECK(call.request().headers.value("Authorization") == "Bearer key-two");
    refuse(call, "key-two");
    CHECK(call.error().message.find("key-two") == std::string::npos);
    CHECK_FALSE(call.renew_key());
    CHECK(call.ended());
    CHECK(call.error().api.status == 401);
    CHECK(from.asked == std::vector<bool>{false, true});
}

TEST_CASE("a key is not renewed by the same key, an error, for another status or another's field") {
    const auto renews = [](std::vector<std::string> given, int status, bool own_field = false) {
        keys from{std::move(given)};
        endpoint where{.base_url = "http://localhost/v1", .sends_key_as = key_field::api_key};
        where.key_source = from.source();
        call_options options;
        if (own_field) options.headers.add("Api-Key", "mine", true);
        exchange call(ListModelsRequest{}, where, options);
        call.head(status, {});
        call.feed("{}");
        call.finish();
        const bool renewed = call.renew_key();
        CHECK(call.ended() != renewed);
        if (renewed) CHECK(call.request().headers.value("api-key") == "b");
        return renewed;
    };
    CHECK(renews({"a", "b"}, 401));
    CHECK_FALSE(renews({"a", "a"}, 401));
    CHECK_FALSE(renews({"a", ""}, 401));
    CHECK_FALSE(renews({"a", "b\n"}, 401));
    CHECK_FALSE(renews({"a"}, 401));
    CHECK_FALSE(renews({"a", "b"}, 403));
    CHECK_FALSE(renews({"a", "b"}, 200));
    CHECK_FALSE(renews({"a", "b"}, 401, true));
}

TEST_CASE("without a key from its source a call is not made, and none is asked for without need") {
    keys from;
    endpoint where{.base_url = "http://localhost/v1", .api_key = secret("static")};
    where.key_source = from.source();
    exchange call(ListModelsRequest{}, where);
    CHECK(call.ended());
    CHECK(call.error().code == errc::connect_failed);
    CHECK(call.request().method.empty());
    CHECK_FALSE(build_request(ListModelsRequest{}, where, false));
    from.asked.clear();
    exchange health(HealthRequest{}, where);
    CHECK_FALSE(health.ended());
    CHECK(from.asked.empty());
    from.left = {"k"};
    CHECK(build_request(ListModelsRequest{}, where, false).value().headers.value("Authorization") ==
          "Bearer k");
}

}  // namespace exchange_tests
