// waits: a wait requested by a server is bounded and never shortened, and no policy waits longer
// than the caller allows. Input: a seed (the field, the current time, the number of attempts) and
// the field's value.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

bool is_wait(std::optional<std::int64_t> ms) {
    return !ms || (*ms >= 0 && *ms <= http::max_wait_ms);
}

// Digits only, as many as are kept without rounding.
std::optional<std::int64_t> plain_number(std::string_view text) {
    if (text.empty() || text.size() > 15) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

void check_policies(const retry_hints& hints, fuzz::seeded& random) {
    error why = make_error(errc::api_error);
    why.api.status = 429;
    why.api.retry = hints;
    failed_attempt failed{why};
    failed.attempts = 1 + static_cast<int>(random.below(3));
    failed.jitter = static_cast<double>(random.below(1000)) / 1000;
    for (const retry_policy& policy :
         {retry_policy(standard_retries{}), retry_policy(backoff_retries{})}) {
        const retry_decision decision = policy.decide(failed);
        const std::int64_t asked = hints.after_ms.value_or(0);
        must(decision.again || decision.wait_ms == 0, "without a retry there is no wait");
        must(decision.wait_ms >= 0 && decision.wait_ms <= 150'000, "a wait is bounded");
        must(!decision.again || decision.wait_ms >= asked, "a requested wait is not shortened");
        must(asked <= 120'000 || !decision.again, "a longer wait than allowed prevents a retry");
    }
}

void check_budget(const http::rate_limit_budget& budget) {
    for (const auto* v : {&budget.limit, &budget.remaining, &budget.reset}) {
        must(v->text.size() <= 128 && is_wait(v->value), "rate limit texts and values are bounded");
        must(!v->text.empty() || !v->value, "an absent text has no value");
    }
    must(budget.name.size() <= 128, "a budget's name is bounded");
}

void waits(std::string_view input) {
    fuzz::seeded random(input);
    const std::string_view text = random.text;
    static constexpr std::string_view names[] = {"Retry-After",
                                                 "retry-after-ms",
                                                 "x-should-retry",
                                                 "x-ratelimit-reset-requests",
                                                 "x-ratelimit-limit-tokens",
                                                 "ratelimit-remaining",
                                                 "anthropic-ratelimit-tokens-reset",
                                                 "x-request-id"};
    const std::string_view name = names[random.below(std::size(names))];
    const auto now = random.below(4) == 0 ? static_cast<std::int64_t>(random.below(1U << 31)) - 1000
                                          : std::int64_t{1'700'000'000'000};
    http::header_list list;
    list.add(name, text);
    const retry_hints hints = http::parse_retry_hints(list, now);
    must(is_wait(hints.after_ms) && hints.raw.size() <= 512, "a wait is bounded");
    const auto plain = plain_number(text);
    if (plain && name == "retry-after-ms")
        must(hints.after_ms == *plain, "retry-after-ms is in milliseconds");
    if (plain && name == "Retry-After") {
        must(hints.after_ms == std::min(*plain * 1000, http::max_wait_ms),
             "retry-after is in seconds");
    }
    check_policies(hints, random);

    const http::rate_limit limits = http::parse_rate_limits(list, now);
    check_budget(limits.requests);
    check_budget(limits.tokens);
    const std::string_view id = http::request_id(list);
    must(id.size() <= 256 && text.find(id) != text.npos, "a request id is part of the field");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    waits(fuzz::text_of(data, size));
    return 0;
}
