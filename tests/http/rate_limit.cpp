#include <oaiwire/http/rate_limit.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace rate_limit_tests {

using namespace oaiwire;
using http::max_wait_ms;
using http::parse_duration;
using http::parse_rate_limits;
using http::parse_reset;
using http::parse_rfc3339;

namespace {

constexpr std::int64_t now = 1'700'000'000'000;  // 2023-11-14T22:13:20Z

http::rate_limit read(const http::header_list& fields) {
    return parse_rate_limits(fields, now);
}

}  // namespace

TEST_CASE("a duration is a sequence of numbers with units") {
    CHECK(parse_duration("12ms") == 12);
    CHECK(parse_duration("1s") == 1000);
    CHECK(parse_duration("6m0s") == 360'000);
    CHECK(parse_duration("2m59.56s") == 179'560);
    CHECK(parse_duration("7.66s") == 7660);
    CHECK(parse_duration("34.07s") == 34'070);
    CHECK(parse_duration("1h2m3s4ms") == 3'723'004);
    CHECK(parse_duration("1d") == 86'400'000);
    CHECK(parse_duration("1.5h") == 5'400'000);
    CHECK(parse_duration("0s") == 0);
    CHECK(parse_duration("0.1ms") == 1);
    CHECK(parse_duration(".5s") == 500);
    CHECK(parse_duration("1m1ms") == 60'001);
    CHECK(parse_duration("99999999999999999999d") == max_wait_ms);
    CHECK(parse_duration("999999999d999999999d999999999d") == max_wait_ms);
    for (const std::string text : {"", "s", "1", "1x", "1s2", "-1s", "1 s", "1S", "ms", "1.2.3s",
                                   ".s", "1mss", "1e3s", "NaNs"}) {
        CAPTURE(text);
        CHECK(parse_duration(text) == std::nullopt);
    }
}

TEST_CASE("an RFC 3339 date and time is parsed to Unix time") {
    CHECK(parse_rfc3339("1970-01-01T00:00:00Z") == 0);
    CHECK(parse_rfc3339("2023-11-14T22:13:20Z") == now);
    CHECK(parse_rfc3339("2023-11-14t22:13:20z") == now);
    CHECK(parse_rfc3339("2023-11-14 22:13:20Z") == now);
    CHECK(parse_rfc3339("2023-11-14T22:13:20.5Z") == now + 500);
    CHECK(parse_rfc3339("2023-11-14T22:13:20.0000001Z") == now + 1);
    CHECK(parse_rfc3339("2023-11-15T00:13:20+02:00") == now);
    CHECK(parse_rfc3339("2023-11-14T16:43:20-05:30") == now);
    CHECK(parse_rfc3339("2023-11-14T22:13:20+00:00") == now);
    for (const std::string text :
         {"", "2023-11-14", "2023-11-14T22:13:20", "2023-11-14T22:13Z", "2023-13-14T22:13:20Z",
          "2023-02-29T22:13:20Z", "2023-11-14T24:13:20Z", "2023-11-14T22:13:20.Z",
          "23-11-14T22:13:20Z", "2023-11-14T22:13:20Z ", "2023-11-14X22:13:20Z",
          "2023-11-14T22:13:20+2:00", "2023-11-14T22:13:20+24:00", "2023-11-14T22:13:20+02:60",
          "2023-11-14T22:13:20+0200", "-023-11-14T22:13:20Z", "0000-11-14T22:13:20Z"}) {
        CAPTURE(text);
        CHECK(parse_rfc3339(text) == std::nullopt);
    }
}

TEST_CASE("a reset is a duration, seconds, a date or a Unix time") {
    CHECK(parse_reset("6m0s", now) == 360'000);
    CHECK(parse_reset("30", now) == 30'000);
    CHECK(parse_reset(" 0.5 ", now) == 500);
    CHECK(parse_reset("0", now) == 0);
    CHECK(parse_reset("1700000030", now) == 30'000);
    CHECK(parse_reset("1700000030.25", now) == 30'250);
    CHECK(parse_reset("1700000030123", now) == 30'123);
    CHECK(parse_reset("1600000000", now) == 0);
    CHECK(parse_reset("1600000000000", now) == 0);
    CHECK(parse_reset("1000000000", now) == 1'000'000'000'000);
    CHECK(parse_reset("2023-11-14T22:13:50Z", now) == 30'000);
    CHECK(parse_reset("2023-11-14T22:00:00Z", now) == 0);
    CHECK(parse_reset("Tue, 14 Nov 2023 22:13:50 GMT", now) == 30'000);
    CHECK(parse_reset(std::string(300, '9'), now) == max_wait_ms - now);
    CHECK(parse_reset("30", 0) == 30'000);
    for (const std::string moment :
         {"1700000030", "1700000030123", "2023-11-14T22:13:50Z", "Tue, 14 Nov 2023 22:13:50 GMT"}) {
        CAPTURE(moment);
        CHECK(parse_reset(moment, 0) == std::nullopt);  // the current time is unknown
    }
    CHECK(parse_reset("1e300", std::numeric_limits<std::int64_t>::min()) == max_wait_ms);
    for (const std::string text : {"", "-1", "-1s", "never", "NaN", "+Inf", "1 2"}) {
        CAPTURE(text);
        CHECK(parse_reset(text, now) == std::nullopt);
    }
}

TEST_CASE("the fields of each provider are parsed into one structure") {
    SECTION("OpenAI") {
        const auto r = read({{"x-ratelimit-limit-requests", "10000"},
                             {"x-ratelimit-limit-tokens", "2000000"},
                             {"x-ratelimit-remaining-requests", "9999"},
                             {"x-ratelimit-remaining-tokens", "1999990"},
                             {"x-ratelimit-reset-requests", "6ms"},
                             {"x-ratelimit-reset-tokens", "6m0s"},
                             {"x-ratelimit-remaining-tokens_usage_based", "7"}});
        CHECK(r.requests.name == "x-ratelimit-requests");
        CHECK(r.requests.limit == http::rate_limit_value{"10000", 10000});
        CHECK(r.requests.remaining == http::rate_limit_value{"9999", 9999});
        CHECK(r.requests.reset == http::rate_limit_value{"6ms", 6});
        CHECK(r.tokens.name == "x-ratelimit-tokens");
        CHECK(r.tokens.limit.value == 2'000'000);
        CHECK(r.tokens.remaining.value == 1'999'990);
        CHECK(r.tokens.reset == http::rate_limit_value{"6m0s", 360'000});
    }
    SECTION("Azure: -1 means unknown") {
        const auto r = read({{"x-ratelimit-remaining-requests", "-1"},
                             {"x-ratelimit-reset-requests", "0"},
                             {"x-ratelimit-remaining-tokens", "0"},
                             {"x-ratelimit-reset-tokens", "-1"}});
        CHECK(r.requests.remaining == http::rate_limit_value{"-1", std::nullopt});
        CHECK(r.requests.reset.value == 0);
        CHECK(r.tokens.remaining.value == 0);
        CHECK(r.tokens.reset == http::rate_limit_value{"-1", std::nullopt});
    }
    SECTION("Groq") {
        const auto r = read(
            {{"X-RateLimit-Reset-Requests", "2m59.56s"}, {"X-RateLimit-Reset-Tokens", "7.66s"}});
        CHECK(r.requests.reset.value == 179'560);
        CHECK(r.tokens.reset.value == 7660);
    }
    SECTION("Cerebras") {
        const auto r = read({{"x-ratelimit-limit-requests-day", "14400"},
                             {"x-ratelimit-limit-tokens-minute", "60000"},
                             {"x-ratelimit-reset-requests-day", "33011.382867"},
                             {"x-ratelimit-reset-tokens-minute", "11.38"}});
        CHECK(r.requests.name == "x-ratelimit-requests-day");
        CHECK(r.requests.limit.value == 14400);
        CHECK(r.requests.reset.value == 33'011'383);
        CHECK(r.tokens.name == "x-ratelimit-tokens-minute");
        CHECK(r.tokens.limit.value == 60000);
        CHECK(r.tokens.reset.value == 11'380);
    }
    SECTION("Mistral") {
        const auto r = read({{"ratelimitbysize-limit", "500000"},
                             {"ratelimitbysize-remaining", "499000"},
                             {"ratelimitbysize-reset", "24"},
                             {"x-ratelimitbysize-limit-month", "1000000000"}});
        CHECK(r.tokens.name == "ratelimitbysize");
        CHECK(r.tokens.limit.value == 500'000);
        CHECK(r.tokens.remaining.value == 499'000);
        CHECK(r.tokens.reset.value == 24'000);
        CHECK(r.requests == http::rate_limit_budget{});
    }
    SECTION("Together") {
        const auto r = read({{"x-ratelimit-limit", "10"},
                             {"x-ratelimit-remaining", "9"},
                             {"x-ratelimit-reset", "1"},
                             {"x-tokenlimit-limit", "3000"},
                             {"x-tokenlimit-remaining", "2900"}});
        CHECK(r.requests.limit.value == 10);
        CHECK(r.requests.remaining.value == 9);
        CHECK(r.requests.reset.value == 1000);
        CHECK(r.tokens.limit.value == 3000);
        CHECK(r.tokens.remaining.value == 2900);
        CHECK(r.tokens.reset == http::rate_limit_value{});
    }
    SECTION("Fireworks") {
        const auto r = read({{"x-ratelimit-limit-tokens-prompt", "100"},
                             {"x-ratelimit-limit-tokens-generated", "200"},
                             {"x-ratelimit-limit-requests", "60"},
                             {"x-ratelimit-over-limit", "no"}});
        CHECK(r.requests.limit.value == 60);
        CHECK(r.tokens.name == "x-ratelimit-tokens-prompt");
        CHECK(r.tokens.limit.value == 100);
    }
    SECTION("OpenRouter: Unix time in milliseconds") {
        const auto r = read({{"X-RateLimit-Limit", "20"},
                             {"X-RateLimit-Remaining", "0"},
                             {"X-RateLimit-Reset", "1700000060000"}});
        CHECK(r.requests.limit.value == 20);
        CHECK(r.requests.remaining.value == 0);
        CHECK(r.requests.reset == http::rate_limit_value{"1700000060000", 60'000});
    }
    SECTION("Anthropic") {
        const auto r = read({{"anthropic-ratelimit-input-tokens-limit", "1"},
                             {"anthropic-ratelimit-requests-limit", "50"},
                             {"anthropic-ratelimit-requests-remaining", "49"},
                             {"anthropic-ratelimit-requests-reset", "2023-11-14T22:13:21Z"},
                             {"anthropic-ratelimit-tokens-limit", "80000"},
                             {"anthropic-ratelimit-tokens-reset", "2023-11-14T22:14:20Z"}});
        CHECK(r.requests.limit.value == 50);
        CHECK(r.requests.remaining.value == 49);
        CHECK(r.requests.reset.value == 1000);
        CHECK(r.tokens.name == "anthropic-ratelimit-tokens");
        CHECK(r.tokens.limit.value == 80000);
        CHECK(r.tokens.reset.value == 60'000);
    }
    SECTION("gateways") {
        const auto r = read({{"RateLimit-Limit", "100, 100;w=60"},
                             {"RateLimit-Remaining", "99"},
                             {"RateLimit-Reset", "Tue, 14 Nov 2023 22:13:50 GMT"},
                             {"X-AI-RateLimit-Limit-gpt-a", "300"},
                             {"X-AI-RateLimit-Remaining-gpt-a", "200"},
                             {"X-AI-RateLimit-Reset-gpt-a", "60"}});
        CHECK(r.requests.limit == http::rate_limit_value{"100, 100;w=60", 100});
        CHECK(r.requests.remaining.value == 99);
        CHECK(r.requests.reset.value == 30'000);
        CHECK(r.tokens.name == "x-ai-ratelimit-gpt-a");
        CHECK(r.tokens.limit.value == 300);
        CHECK(r.tokens.remaining.value == 200);
        CHECK(r.tokens.reset.value == 60'000);
    }
}

TEST_CASE(
    "limit, remaining and reset come from one family of fields, the most explicit, in any order") {
    const http::header plain{"x-ratelimit-limit-requests", "5"};
    const http::header day{"x-ratelimit-remaining-requests-day", "4"};
    const http::header guess{"x-ratelimit-reset", "3"};
    for (const auto& fields : {http::header_list{plain, day, guess},
                               {plain, guess, day},
                               {day, plain, guess},
                               {day, guess, plain},
                               {guess, plain, day},
                               {guess, day, plain}}) {
        const auto r = read(fields);
        CHECK(r.requests.name == "x-ratelimit-requests");
        CHECK(r.requests.limit.value == 5);
        CHECK(r.requests.remaining == http::rate_limit_value{});
        CHECK(r.requests.reset == http::rate_limit_value{});
    }
    const auto month = read({{"ratelimitbysize-limit-month", "2"}, {"ratelimitbysize-limit", "1"}});
    CHECK(month.tokens.name == "ratelimitbysize");
    CHECK(month.tokens.limit.value == 1);
    const auto twice = read({plain, {"X-RateLimit-Limit-Requests", "6"}});
    CHECK(twice.requests.limit.value == 5);
}

TEST_CASE("a count is a whole number; a suffix is kept in the text only") {
    const auto count = [](std::string_view text) {
        return read({{"x-ratelimit-limit-tokens", text}}).tokens.limit;
    };
    CHECK(count("150000").value == 150'000);
    CHECK(count("12.9").value == 12);
    CHECK(count("5;w=1").value == 5);
    CHECK(count(std::string(40, '9')).value == max_wait_ms);
    for (const std::string text : {"-1", "many", "10k", "1e5", "1 000", ".5"}) {
        CAPTURE(text);
        CHECK(count(text) == http::rate_limit_value{text, std::nullopt});
    }
    CHECK(count(std::string(1000, 'x')).text.size() == 128);
}

TEST_CASE("other fields are not rate limits") {
    CHECK(read({}) == http::rate_limit{});
    CHECK(read({{"content-type", "text/event-stream"},
                {"x-ratelimit-", "1"},
                {"x-ratelimit", "1"},
                {"ratelimit-policy", "1"},
                {"x-limit", "1"},
                {"limit", "1"},
                {"x-prompt-tokens", "12"},
                {"retry-after", "1"}}) == http::rate_limit{});
}

}  // namespace rate_limit_tests
