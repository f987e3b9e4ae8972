// Differences between servers in error bodies, lists of models and embeddings, and response headers
// for retries: one test per quirk, by its number in docs/quirks.md or its provider.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/error_wait.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/models.hpp>
#include <support/answer_of.hpp>

namespace quirks_errors_tests {

using namespace support;
using namespace chat_stream;
using oaiwire::http::header_list;

namespace {

// "message|type|code|param" of a body with an error status.
std::string error(std::string_view body) {
    const oaiwire::error e = oaiwire::error_of_body(body, 400);
    CHECK((e.code == oaiwire::errc::api_error));
    CHECK(e.api.status == 400);
    CHECK(e.api.body == body);
    return text_of(e);
}

constexpr std::int64_t now = 1'700'000'000'000;  // 2023-11-14T22:13:20Z

oaiwire::http::rate_limit limits_in(const header_list& fields) {
    return oaiwire::http::parse_rate_limits(fields, now);
}
std::optional<std::int64_t> wait_of(const header_list& fields) {
    return oaiwire::http::parse_retry_hints(fields, now).after_ms;
}
// "limit/remaining/reset in ms"
std::string text_of(const oaiwire::http::rate_limit_budget& b) {
    const auto number = [](const oaiwire::http::rate_limit_value& v) {
        return v.value ? std::to_string(*v.value) : std::string("-");
    };
    return number(b.limit) + "/" + number(b.remaining) + "/" + number(b.reset);
}

}  // namespace

TEST_CASE(
    "quirk 104: an error's code may be text, a number or null, and other members may follow") {
    CHECK(error(R"({"error":{"message":"m","type":"t","param":"p","code":"c"}})") == "m|t|c|p");
    CHECK(error(R"({"error":{"message":"m","type":"t","param":null,"code":429}})") == "m|t|429|");
    CHECK(error(R"({"error":{"message":"m","code":400.0}})") == "m||400.0|");
    CHECK(error(R"({"error":{"message":"m","code":"429"}})") == "m||429|");
    CHECK(error(R"({"error":{"message":"m","type":null,"param":null,"code":null}})") == "m|||");
    CHECK(error(R"({"error":{"message":"m","param":["a"],"code":"c","metadata":{"raw":"x"},)"
                R"("innererror":{},"n_ctx":4096}})") == "m||c|[\"a\"]");
}

TEST_CASE("quirk 105: the error may be text, with its type beside it") {
    CHECK(error(R"({"error":"model 'x' not found"})") == "model 'x' not found|||");
    CHECK(error(R"({"error":"too long","error_type":"validation"})") == "too long|validation||");
}

TEST_CASE("quirk 106: a code beside an error text belongs to it") {
    CHECK(error(R"({"code":"Some resource has been exhausted","error":"no credits"})") ==
          "no credits||Some resource has been exhausted|");
}

TEST_CASE("quirk 107: errors may be a list of texts or objects, in error or errors") {
    CHECK(error(R"({"error":["first","second"]})") == "first|||");
    CHECK(error(R"({"success":false,"error":[{"code":2001,"message":"m"}]})") == "m||2001|");
    CHECK(error(R"({"errors":[{"code":10000,"message":"m"}],"success":false})") == "m||10000|");
}

TEST_CASE("quirk 108: the error object may be in a list") {
    CHECK(error(R"([{"error":{"code":400,"message":"bad key","status":"INVALID_ARGUMENT",)"
                R"("details":[{"reason":"API_KEY_INVALID"}]}}])") ==
          "bad key|INVALID_ARGUMENT|400|");
    const auto a = answer_of(R"([{"error":{"code":400,"message":"bad key"}}])");
    CHECK(a.end == "api_error");
    CHECK(a.error == "bad key||400|");
}

TEST_CASE("quirk 109: the error may be in detail: a text, a list or an object") {
    CHECK(error(R"({"detail":"Not Found"})") == "Not Found|||");
    CHECK(error(R"({"detail":[{"loc":["body","n"],"msg":"field required","type":"missing"}]})") ==
          "field required|||");
    CHECK(error(R"({"detail":{"reason":"busy"}})") == R"({"reason":"busy"}|||)");
    CHECK(error(R"({"detail":"{\"error\":{\"message\":\"m\"}}"})") ==
          R"({"error":{"message":"m"}}|||)");
}

TEST_CASE("quirk 110: an object of kind error has its members at the top level") {
    CHECK(error(R"({"object":"error","message":"m","type":"invalid_request","param":null,)"
                R"("code":400})") == "m|invalid_request|400|");
    CHECK(error(R"({"object":"error","message":{"detail":[{"msg":"m"}]},"type":"t","code":"c"})") ==
          "m|t|c|");
    CHECK(answer_of(event(R"({"object":"error","message":"m","type":"t","code":400})")).error ==
          "m|t|400|");
}

TEST_CASE("quirk 111: flat objects of other providers are errors") {
    CHECK(error(R"({"message":"no key"})") == "no key|||");
    CHECK(error(R"({"message":"m","type":"t","param":"p","code":"c"})") == "m|t|c|p");
    CHECK(error(R"({"statusCode":401,"message":"m"})") == "m||401|");
    CHECK(error(R"({"error_code":"BAD_REQUEST","message":"m"})") == "m||BAD_REQUEST|");
    CHECK(error(R"({"Message":"m"})") == "m|||");
    CHECK(error(R"({"code":"InvalidApiKey","message":"m","request_id":"r"})") ==
          "m||InvalidApiKey|");
}

TEST_CASE("quirk 112: problem documents have a detail, and unknown objects become the message") {
    CHECK(error(R"({"type":"urn:x","status":400,"title":"Bad","detail":"too long"})") ==
          "too long|urn:x|400|");
    for (const std::string unknown :
         {R"({"fault":{"faultstring":"m"}})", R"({"base_resp":{"status_code":1004}})"}) {
        CHECK(error(unknown) == unknown + "|||");
    }
    const auto e = oaiwire::error_of_body("{\"fault\":\"" + std::string(5000, 'x') + "\"}", 500);
    CHECK(e.message.size() <= oaiwire::limits().excerpt);
    CHECK(e.message.starts_with("{\"fault\""));
}

TEST_CASE("quirk 113: error JSON inside a message is kept verbatim") {
    CHECK(error(R"({"error":{"message":"{\"error\":{\"code\":429}}","code":500}})") ==
          R"({"error":{"code":429}}||500|)");
}

TEST_CASE("quirk 114: Python's None means absent") {
    CHECK(error(R"({"error":{"message":"m","type":"None","param":"None","code":"400"}})") ==
          "m||400|");
}

TEST_CASE("quirk 115: an error in Anthropic's form is read") {
    CHECK(error(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})") ==
          "Overloaded|overloaded_error||");
}

TEST_CASE("quirk 116: a status beside the error does not matter") {
    CHECK(error(R"({"error":{"message":"m","type":"t","code":"c"},"status":401})") == "m|t|c|");
}

TEST_CASE("quirk 117: any body, or none, makes an error") {
    CHECK(error("") == "|||");
    CHECK(error("\"busy\"") == "\"busy\"|||");
    CHECK(error("  no healthy upstream\n") == "no healthy upstream|||");
    CHECK(error("<html>502</html>") == "<html>502</html>|||");
    CHECK(error("null") == "null|||");
    CHECK(error("{\"error\":") == "{\"error\":|||");
    const auto e = oaiwire::error_of_body("\xFF\xFE", 503);
    CHECK(e.message == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK((e.api.error_class == oaiwire::api_error_class::service_unavailable));
}

TEST_CASE("quirk 118: a list of models may be null, a bare array, or have more members") {
    auto r = response_of<oaiwire::ModelList>(R"({"object":"list","data":null})");
    CHECK(r.kind == "value");
    CHECK(r.value.data.empty());
    r = response_of<oaiwire::ModelList>(R"([{"id":"a"},{"id":"b"}])");
    CHECK(r.kind == "value");
    REQUIRE(r.value.data.size() == 2);
    CHECK(r.value.data[1].id == "b");
    r = response_of<oaiwire::ModelList>(
        R"({"object":"list","data":[{"id":"a","max_model_len":4096,"permission":[],"meta":null}]})");
    CHECK(r.kind == "value");
    REQUIRE(r.value.data.size() == 1);
    CHECK(r.value.data[0].extra.find("max_model_len") == "4096");
}

TEST_CASE("quirk 119: an embedding is a list of numbers or base64, and usage may be partial") {
    auto r = response_of<oaiwire::EmbeddingResponse>(
        R"({"data":[{"index":0,"embedding":[0.5,-1]},{"index":1,"embedding":"AAAAPwAAgL8="}],)"
        R"("usage":{"prompt_tokens":2,"total_tokens":2}})");
    CHECK(r.kind == "value");
    REQUIRE(r.value.data.size() == 2);
    CHECK(r.value.data[0].embedding->values == std::vector<float>{0.5f, -1.0f});
    CHECK(r.value.data[1].embedding->values == std::vector<float>{0.5f, -1.0f});
    CHECK(support::text_of(oaiwire::counts_of(*r.value.usage)) == "2/-/2");
    r = response_of<oaiwire::EmbeddingResponse>(R"({"object":"list","data":null})");
    CHECK(r.kind == "value");
    CHECK(r.value.data.empty());
}

TEST_CASE("quirk J: the order is retry-after-ms, Retry-After in seconds, Retry-After as a date") {
    CHECK(wait_of({{"retry-after-ms", "125"}, {"retry-after", "9"}}) == 125);
    CHECK(wait_of({{"retry-after-ms", "0.25"}}) == 1);
    CHECK(wait_of({{"retry-after", "0.25"}}) == 250);
    CHECK(wait_of({{"retry-after", "0"}}) == 0);
    CHECK(wait_of({{"retry-after", "1e100"}}) == oaiwire::http::max_wait_ms);
    CHECK(wait_of({{"retry-after", std::string(300, '9')}}) == oaiwire::http::max_wait_ms);
    CHECK(wait_of({{"retry-after", "Tue, 14 Nov 2023 22:13:50 GMT"}}) == 30'000);
    CHECK(wait_of({{"retry-after", "Tue, 14 Nov 2023 22:12:50 GMT"}}) == 0);
    CHECK(wait_of({{"retry-after-ms", "-1"}, {"retry-after", "2"}}) == 2000);
    for (const std::string none : {"NaN", "+Inf", "-5", "soon", ""}) {
        CHECK(!wait_of({{"retry-after", none}}).has_value());
    }
    CHECK(!wait_of({}).has_value());
    const auto hints = [](const std::string& value) {
        return oaiwire::http::parse_retry_hints({{"x-should-retry", value}}, now).should_retry;
    };
    CHECK(hints("true") == true);
    CHECK(hints("false") == false);
    CHECK(!hints("maybe").has_value());
}

TEST_CASE("quirk J: OpenAI sends resets as durations") {
    const auto l = limits_in({{"x-ratelimit-limit-requests", "5000"},
                              {"x-ratelimit-remaining-requests", "4999"},
                              {"x-ratelimit-reset-requests", "12ms"},
                              {"x-ratelimit-limit-tokens", "160000"},
                              {"x-ratelimit-remaining-tokens", "159976"},
                              {"x-ratelimit-reset-tokens", "6m0s"},
                              {"x-ratelimit-remaining-tokens_usage_based", "1"}});
    CHECK(text_of(l.requests) == "5000/4999/12");
    CHECK(text_of(l.tokens) == "160000/159976/360000");
}

TEST_CASE("quirk J: Azure sends resets in seconds, and -1 for unknown") {
    const auto l = limits_in({{"x-ratelimit-limit-requests", "-1"},
                              {"x-ratelimit-remaining-requests", "0"},
                              {"x-ratelimit-reset-requests", "10"},
                              {"x-ratelimit-remaining-tokens", "-1"}});
    CHECK(text_of(l.requests) == "-/0/10000");
    CHECK(text_of(l.tokens) == "-/-/-");
    CHECK(l.tokens.remaining.text == "-1");
}

TEST_CASE("quirk J: Groq sends resets as durations with a fraction") {
    const auto l = limits_in({{"x-ratelimit-limit-requests", "14400"},
                              {"x-ratelimit-remaining-requests", "14370"},
                              {"x-ratelimit-reset-requests", "2m59.56s"},
                              {"x-ratelimit-reset-tokens", "7.66s"}});
    CHECK(text_of(l.requests) == "14400/14370/179560");
    CHECK(text_of(l.tokens) == "-/-/7660");
}

TEST_CASE("quirk J: Cerebras has limits per period, and resets in seconds with a fraction") {
    const auto l = limits_in({{"x-ratelimit-limit-requests-day", "1000"},
                              {"x-ratelimit-remaining-requests-day", "999"},
                              {"x-ratelimit-reset-requests-day", "33011.382867"},
                              {"x-ratelimit-limit-tokens-minute", "60000"},
                              {"x-ratelimit-remaining-tokens-minute", "59000"},
                              {"x-ratelimit-reset-tokens-minute", "11.38"}});
    CHECK(text_of(l.requests) == "1000/999/33011383");
    CHECK(text_of(l.tokens) == "60000/59000/11380");
    CHECK(l.requests.name == "x-ratelimit-requests-day");
}

TEST_CASE("quirk J: Mistral has used several names for a limit") {
    CHECK(text_of(limits_in({{"ratelimitbysize-limit", "500000"},
                             {"ratelimitbysize-remaining", "499000"},
                             {"ratelimitbysize-reset", "30"}})
                      .tokens) == "500000/499000/30000");
    CHECK(text_of(limits_in({{"x-ratelimitbysize-limit", "5"}}).tokens) == "5/-/-");
    CHECK(text_of(limits_in({{"x-ratelimit-limit-tokens", "5"}}).tokens) == "5/-/-");
}

TEST_CASE("quirk J: Together has separate fields for requests and tokens") {
    const auto l = limits_in({{"x-ratelimit-limit", "10"},
                              {"x-ratelimit-remaining", "9"},
                              {"x-ratelimit-reset", "1"},
                              {"x-tokenlimit-limit", "3000"},
                              {"x-tokenlimit-remaining", "2900"}});
    CHECK(text_of(l.requests) == "10/9/1000");
    CHECK(text_of(l.tokens) == "3000/2900/-");
}

TEST_CASE("quirk J: Fireworks limits prompt and generated tokens, and flags excess") {
    const auto l = limits_in({{"x-ratelimit-over-limit", "no"},
                              {"x-ratelimit-limit-requests", "600"},
                              {"x-ratelimit-limit-tokens-prompt", "60000"},
                              {"x-ratelimit-limit-tokens-generated", "6000"}});
    CHECK(text_of(l.requests) == "600/-/-");
    CHECK(text_of(l.tokens) == "60000/-/-");
    CHECK(l.tokens.name == "x-ratelimit-tokens-prompt");
    CHECK((limits_in({{"x-ratelimit-over-limit", "yes"}}) == oaiwire::http::rate_limit{}));
}

TEST_CASE("quirk J: OpenRouter sends resets as Unix time in milliseconds, and its own request id") {
    const header_list head{{"Retry-After", "3"},
                           {"X-Generation-Id", "gen-1"},
                           {"X-RateLimit-Limit", "20"},
                           {"X-RateLimit-Remaining", "0"},
                           {"X-RateLimit-Reset", "1700000030000"}};
    CHECK(text_of(limits_in(head).requests) == "20/0/30000");
    CHECK(wait_of(head) == 3000);
    CHECK(oaiwire::http::request_id(head) == "gen-1");
}

TEST_CASE("quirk J: Gemini sends the delay in the body") {
    const std::string body =
        R"([{"error":{"code":429,"message":"quota","status":"RESOURCE_EXHAUSTED",)"
        R"("details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}])";
    const auto e = oaiwire::error_of_body(body, 429);
    CHECK(e.api.type == "RESOURCE_EXHAUSTED");
    CHECK(e.api.body == body);
    const auto delay =
        oaiwire::json_view(e.api.body).first()["error"]["details"].first()["retryDelay"].string();
    REQUIRE(delay.has_value());
    CHECK(oaiwire::http::parse_duration(*delay) == 34'070);
}

TEST_CASE("quirk J: Azure and OpenAI state the wait in the message") {
    const auto wait = [](const std::string& message) {
        return oaiwire::error_of_body("{\"error\":{\"message\":\"" + message + "\"}}", 429)
            .api.retry.after_ms;
    };
    CHECK(wait("Requests have exceeded the call rate limit. Please retry after 6 seconds. x") ==
          6000);
    CHECK(wait("Rate limit reached. Please try again in 6m0s. Visit x") == 360'000);
    CHECK(wait("Please try again in 1.2s.") == 1200);
    CHECK(wait("please TRY AGAIN IN 350ms") == 350);
    CHECK(wait("retry after 1 minute.") == 60'000);
    CHECK_FALSE(wait("Please retry after some time."));
    CHECK_FALSE(wait("retry after 5 attempts"));
    CHECK_FALSE(wait("retry after "));
}

TEST_CASE("quirk J: OpenRouter quotes the provider's headers in the body") {
    const std::string head = R"({"error":{"message":"m","code":429,"metadata":{"headers":)";
    const auto wait = [&](const std::string& headers) {
        return oaiwire::error_of_body(head + headers + "}}}", 429).api.retry.after_ms;
    };
    CHECK(wait(R"({"Retry-After":"7"})") == 7000);
    CHECK(wait(R"({"retry-after":1.5})") == 1500);
    // a point in time requires the current time
    const std::string reset = R"({"X-RateLimit-Limit":"20","X-RateLimit-Reset":"1741305600000"})";
    CHECK_FALSE(wait(reset));
    oaiwire::error e = oaiwire::error_of_body(head + reset + "}}}", 429);
    read_wait(e, oaiwire::json_view::checked(e.api.body), 1741305597500);
    CHECK(e.api.retry.after_ms == 2500);
    CHECK(e.api.retry.raw == "1741305600000");
}

TEST_CASE("quirk J: Anthropic sends resets as dates") {
    const auto l = limits_in({{"anthropic-ratelimit-requests-limit", "50"},
                              {"anthropic-ratelimit-requests-remaining", "49"},
                              {"anthropic-ratelimit-requests-reset", "2023-11-14T22:13:50Z"},
                              {"anthropic-ratelimit-tokens-limit", "40000"},
                              {"anthropic-ratelimit-tokens-reset", "2023-11-14T23:13:21+01:00"}});
    CHECK(text_of(l.requests) == "50/49/30000");
    CHECK(text_of(l.tokens) == "40000/-/1000");
}

TEST_CASE("quirk J: gateways send resets in seconds, as Unix time or as a date") {
    CHECK(text_of(limits_in({{"ratelimit-limit", "100, 100;w=60"},
                             {"ratelimit-remaining", "99"},
                             {"ratelimit-reset", "59"}})
                      .requests) == "100/99/59000");
    CHECK(text_of(limits_in({{"x-ratelimit-reset", "1700000030"}}).requests) == "-/-/30000");
    CHECK(text_of(limits_in({{"x-ratelimit-reset", "Tue, 14 Nov 2023 22:13:50 GMT"}}).requests) ==
          "-/-/30000");
    CHECK(text_of(limits_in({{"X-AI-RateLimit-Limit-mine", "30"},
                             {"X-AI-RateLimit-Remaining-mine", "20"},
                             {"X-AI-RateLimit-Reset-mine", "60"}})
                      .tokens) == "30/20/60000");
}

TEST_CASE("quirk J: responses without limits, as from TGI and local servers, have none") {
    const auto l = limits_in({{"x-prompt-tokens", "5"},
                              {"x-generated-tokens", "7"},
                              {"x-total-time", "12"},
                              {"x-compute-type", "1-gpu"}});
    CHECK((l == oaiwire::http::rate_limit{}));
    CHECK(!wait_of({{"x-total-time", "12"}}).has_value());
}

}  // namespace quirks_errors_tests
