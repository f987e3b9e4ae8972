#include <oaiwire/api/retry_policy.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace retry_policy_tests {

using namespace oaiwire;

namespace {

error status(int code, std::optional<std::int64_t> after_ms = {}) {
    error e = make_error(errc::api_error);
    e.api.status = code;
    e.api.retry.after_ms = after_ms;
    return e;
}

std::string decided(const retry_policy& policy, const error& why, int attempts = 1,
                    double jitter = 0) {
    const auto d = policy.decide({.why = why, .attempts = attempts, .jitter = jitter});
    CHECK((d.again || d.wait_ms == 0));
    return std::string(name(d.reason)) + (d.again ? " " + std::to_string(d.wait_ms) : "");
}

// All error codes.
std::vector<errc> all_codes() {
    std::vector<errc> out;
    for (int i = 0; i <= static_cast<int>(errc::api_error); ++i) {
        out.push_back(static_cast<errc>(i));
    }
    return out;
}

const retry_policy standard;
const retry_policy backoff{backoff_retries{}};
const retry_policy eager{backoff_retries{.retry_connection_errors = true, .lost_answers = true}};

}  // namespace

TEST_CASE("no call is repeated after output was delivered") {
    for (const auto* policy : {&standard, &backoff, &eager}) {
        for (const errc code : all_codes()) {
            for (const int http_status : {0, 200, 408, 429, 500, 503}) {
                error why = make_error(code);
                why.api.status = http_status;
                why.api.retry.should_retry = true;
                CHECK_FALSE(policy->decide({.why = why, .output_delivered = true}).again);
            }
        }
    }
    CHECK(name(standard.decide({.why = status(500), .output_delivered = true}).reason) ==
          "output_delivered");
}

TEST_CASE("a request that did not reach the server is repeated") {
    for (const errc code :
         {errc::resolve_failed, errc::connect_failed, errc::tls_failed, errc::connect_timeout}) {
        CHECK(decided(standard, make_error(code)) == "not_sent 500");
        CHECK(decided(backoff, make_error(code)) == "not_retryable");
        CHECK(decided(eager, make_error(code)) == "not_sent 500");
    }
}

TEST_CASE("a request whose response was lost is repeated only if the caller allows it") {
    for (const errc code :
         {errc::send_failed, errc::receive_failed, errc::closed_early, errc::first_byte_timeout,
          errc::idle_timeout, errc::total_timeout, errc::transport_failed}) {
        CHECK(decided(standard, make_error(code)) == "answer_lost");
        CHECK(decided(backoff, make_error(code)) == "answer_lost");
        CHECK(decided(eager, make_error(code)) == "lost_answer 500");
        CHECK(decided(standard_retries{.lost_answers = true}, make_error(code)) ==
              "lost_answer 500");
    }
}

TEST_CASE("cancelled calls, invalid requests and unreadable responses are not repeated") {
    for (const auto* policy : {&standard, &backoff, &eager}) {
        CHECK(decided(*policy, make_error(errc::cancelled)) == "cancelled");
        CHECK(decided(*policy, make_error(errc::ok)) == "succeeded");
        for (const errc code : all_codes()) {
            const error_kind kind = kind_of(code);
            if (kind == error_kind::invalid_request || kind == error_kind::protocol ||
                kind == error_kind::decode) {
                CHECK(decided(*policy, make_error(code)) == "not_retryable");
            }
        }
    }
}

TEST_CASE("the standard policy repeats status 408, 409, 429 and 500 and above") {
    for (int code = 300; code != 600; ++code) {
        const bool passes = code == 408 || code == 409 || code == 429 || code >= 500;
        INFO(code);
        CHECK(decided(standard, status(code)) == (code == 402 ? "quota_exhausted"
                                                  : passes    ? "status 500"
                                                              : "not_retryable"));
    }
    // an error within a stream
    CHECK(decided(standard, status(200)) == "not_retryable");
    CHECK(decided(standard, status(0)) == "not_retryable");
}

TEST_CASE("an error with a success status, or in a stream, counts by the status that it states") {
    for (const int behind : {0, 200, 201}) {
        error why = status(behind);
        for (const int code : {408, 409, 429, 500, 502, 529}) {
            why.api.stated_status = code;
            CHECK(decided(standard, why) == "status 500");
        }
        for (const int code : {400, 401, 404, 422}) {
            why.api.stated_status = code;
            CHECK(decided(standard, why) == "not_retryable");
        }
        why.api.stated_status = 402;
        CHECK(decided(standard, why) == "quota_exhausted");
        why.api.stated_status = 429;
        why.api.retry.after_ms = 700;
        CHECK(decided(standard, why) == "status 700");
        CHECK(decided(backoff, why) == "status 700");
        CHECK(decided(retry_policy(backoff_retries{.status_codes = {"5XX"}}), why) ==
              "not_retryable");
        why.api.retry.should_retry = false;
        CHECK(decided(standard, why) == "server_refused");
    }
    error why = status(400);
    why.api.stated_status = 429;  // the response's own status has priority
    CHECK(decided(standard, why) == "not_retryable");
}

TEST_CASE("the backoff policy repeats the statuses of its list, by number or by class") {
    for (const int code : {429, 500, 502, 503, 504}) {
        CHECK(decided(backoff, status(code)) == "status 500");
    }
    for (const int code : {400, 401, 404, 408, 409, 423, 425, 501, 505}) {
        CHECK(decided(backoff, status(code)) == "not_retryable");
    }
    const retry_policy families{backoff_retries{.status_codes = {"5XX", "42x", "408"}}};
    for (const int code : {500, 599, 420, 425, 408}) {
        CHECK(decided(families, status(code)) == "status 500");
    }
    for (const int code : {400, 409, 430, 50}) {
        CHECK(decided(families, status(code)) == "not_retryable");
    }
}

TEST_CASE(
    "the standard policy doubles the wait, minus up to 25 % jitter, for at most two retries") {
    const auto many = retry_policy(standard_retries{.max_retries = 1000});
    CHECK(decided(many, status(500), 1) == "status 500");
    CHECK(decided(many, status(500), 2) == "status 1000");
    CHECK(decided(many, status(500), 4) == "status 4000");
    CHECK(decided(many, status(500), 5) == "status 8000");
    CHECK(decided(many, status(500), 6) == "status 8000");
    CHECK(decided(many, status(500), 900) == "status 8000");
    CHECK(decided(many, status(500), 5, 1) == "status 6000");
    CHECK(decided(many, status(500), 1, 0.5) == "status 437");
    CHECK(decided(standard, status(500), 2) == "status 1000");
    CHECK(decided(standard, status(500), 3) == "attempts_exhausted");
    CHECK(decided(retry_policy::none(), status(500)) == "attempts_exhausted");
}

TEST_CASE(
    "the backoff policy waits exponentially plus up to a second of jitter, until its time is up") {
    CHECK(decided(backoff, status(500), 1) == "status 500");
    CHECK(decided(backoff, status(500), 2) == "status 750");
    CHECK(decided(backoff, status(500), 3) == "status 1125");
    CHECK(decided(backoff, status(500), 3, 0.5) == "status 1625");
    CHECK(decided(backoff, status(500), 100) == "status 60000");
    CHECK(decided(backoff, status(500), 100, 0.9) == "status 60000");
    CHECK(decided(backoff, status(500), 1'000'000) == "status 60000");
    const error why = status(500);
    CHECK(backoff.decide({.why = why, .attempts = 50, .elapsed_ms = 3'600'000}).again);
    CHECK(backoff.decide({.why = why, .attempts = 2, .elapsed_ms = 3'600'001}).reason ==
          retry_reason::time_exhausted);
}

TEST_CASE(
    "the wait that a server requests is not shortened, and at most two minutes are accepted") {
    for (const auto* policy : {&standard, &backoff}) {
        CHECK(decided(*policy, status(429, 7000)) == "status 7000");
        CHECK(decided(*policy, status(429, 8000), 1, 1) == "status 10000");
        CHECK(decided(*policy, status(429, 120'000)) == "status 120000");
        CHECK(decided(*policy, status(429, 120'001)) == "wait_too_long");
        CHECK(decided(*policy, status(429, INT64_MAX)) == "wait_too_long");
        CHECK(decided(*policy, status(429, 0)) == "status 500");
    }
    const auto patient = retry_policy(standard_retries{.max_retry_after_ms = INT64_MAX});
    CHECK(decided(patient, status(429, INT64_MAX), 1, 1) == "status 9223372036854775807");
    for (int i = 0; i != 100; ++i) {
        const error why = status(503, 3000);
        CHECK(standard.decide({.why = why, .jitter = i / 100.0}).wait_ms >= 3000);
    }
}

TEST_CASE("x-should-retry overrides the status") {
    error why = status(500);
    why.api.retry.should_retry = false;
    CHECK(decided(standard, why) == "server_refused");
    why = status(400);
    why.api.retry.should_retry = true;
    CHECK(decided(standard, why) == "server_asked 500");
    CHECK(decided(standard, why, 3) == "attempts_exhausted");
}

TEST_CASE("an exhausted quota is not retried") {
    error why = status(429, 1000);
    why.api.code = "insufficient_quota";
    why.api.retry.should_retry = true;
    for (const auto* policy : {&standard, &backoff, &eager}) {
        CHECK(decided(*policy, why) == "quota_exhausted");
        CHECK(decided(*policy, status(402)) == "quota_exhausted");
    }
}

}  // namespace retry_policy_tests
