// retry_policy: decides whether a failed call is retried, and after how long. A pure function; the
// loop is client's.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Retries as in the official OpenAI SDKs: on status 408, 409, 429 and from 500 up, and if the
// request was not sent. An error in a 2xx response counts with the status that it states. The wait
// doubles from initial_interval_ms to max_interval_ms, minus up to 25 % jitter.
struct standard_retries {
    int max_retries = 2;                        // after the first attempt
    std::int64_t initial_interval_ms = 500;     // the first wait
    std::int64_t max_interval_ms = 8'000;       // the longest wait, unless the server asks for more
    std::int64_t max_retry_after_ms = 120'000;  // no retry if the server asks for a longer wait
    // Retry also if the request was sent but no response came: it may be billed twice.
    bool lost_answers = false;
};

// Retries as in the SDKs of Atoma and R9S (Speakeasy's "backoff"). The wait is initial_interval_ms
// * exponent^(attempts made - 1) plus up to a second of jitter, at most max_interval_ms.
struct backoff_retries {
    std::int64_t initial_interval_ms = 500;  // the first wait
    std::int64_t max_interval_ms = 60'000;   // the longest wait, unless the server asks for more
    double exponent = 1.5;                   // factor from one wait to the next
    std::int64_t max_elapsed_time_ms = 3'600'000;  // since the first attempt began
    bool retry_connection_errors = false;          // retry if the request was not sent
    std::vector<std::string> status_codes{"429", "500", "502", "503", "504"};  // "5XX": 500 to 599
    std::int64_t max_retry_after_ms = 120'000;  // see standard_retries
    bool lost_answers = false;                  // see standard_retries
};

// Why a call is retried, or why not.
enum class retry_reason : std::uint8_t {
    // retried
    status,        // the status is a temporary one
    not_sent,      // the request did not reach the server
    lost_answer,   // no response came, and the policy allows a second request
    key_renewed,   // the key was refused, and endpoint::key_source gave another
    server_asked,  // x-should-retry: true
    // not retried
    succeeded,
    output_delivered,    // the caller has part of the response
    cancelled,           // by the caller
    not_retryable,       // it would fail again
    answer_lost,         // the request was sent and may have been billed
    quota_exhausted,     // waiting does not help
    server_refused,      // x-should-retry: false
    wait_too_long,       // the server asks for more than max_retry_after_ms
    attempts_exhausted,  // max_retries is reached
    time_exhausted,      // max_elapsed_time_ms is reached
};

// The enumerator's name.
constexpr std::string_view name(retry_reason reason) {
    constexpr std::array<std::string_view, 15> names{
        "status",        "not_sent",           "lost_answer",      "key_renewed",
        "server_asked",  "succeeded",          "output_delivered", "cancelled",
        "not_retryable", "answer_lost",        "quota_exhausted",  "server_refused",
        "wait_too_long", "attempts_exhausted", "time_exhausted"};
    return names[static_cast<std::size_t>(reason)];
}

// Whether to retry, and when.
struct retry_decision {
    bool again = false;                                 // whether to retry
    std::int64_t wait_ms = 0;                           // milliseconds until the next attempt
    retry_reason reason = retry_reason::not_retryable;  // why
    friend bool operator==(const retry_decision&, const retry_decision&) = default;
};

// A failed attempt. Refers to its error.
struct failed_attempt {
    const error& why;               // holds what head and body said about retries
    int attempts = 1;               // made so far, this one included
    bool output_delivered = false;  // the caller has seen part of the response
    std::int64_t elapsed_ms = 0;    // since the first attempt began
    double jitter = 0;              // random, in [0, 1)
};

namespace detail {

// Whether the call failed before any of the request was sent.
constexpr bool is_unsent(errc code) {
    return code == errc::resolve_failed || code == errc::connect_failed ||
           code == errc::tls_failed || code == errc::connect_timeout;
}

}  // namespace detail

// One of the two kinds of retries, standard_retries by default.
class retry_policy {
public:
    // standard_retries with its defaults.
    retry_policy() = default;
    // Retries like the OpenAI SDKs.
    retry_policy(const standard_retries& how) : how_(how) {}
    // Retries like the SDKs of Atoma and R9S.
    retry_policy(backoff_retries how) : how_(std::move(how)) {}
    // No retries.
    static retry_policy none() { return standard_retries{.max_retries = 0}; }

    // Thread-safe.
    retry_decision decide(const failed_attempt& failed) const;

private:
    static retry_decision stop(retry_reason reason) { return {false, 0, reason}; }

    // A wait that the server asks for is kept in full, plus up to 25 % jitter, so that rejected
    // clients do not return at the same time.
    static retry_decision after(retry_reason reason, double usual, const failed_attempt& failed,
                                std::int64_t most);

    retry_reason reason_for(const error& why) const;

    bool connections() const;
    bool lost_answers() const {
        return std::visit([](const auto& how) { return how.lost_answers; }, how_);
    }
    bool covers(int status) const;

    std::variant<standard_retries, backoff_retries> how_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>
#include <cmath>
#include <limits>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE retry_decision retry_policy::decide(const failed_attempt& failed) const {
    if (failed.why.code == errc::ok) return stop(retry_reason::succeeded);
    if (failed.why.code == errc::cancelled) return stop(retry_reason::cancelled);
    if (failed.output_delivered) return stop(retry_reason::output_delivered);
    const retry_reason reason = reason_for(failed.why);
    if (reason > retry_reason::server_asked) return stop(reason);
    if (const auto* s = std::get_if<standard_retries>(&how_)) {
        if (failed.attempts > s->max_retries) return stop(retry_reason::attempts_exhausted);
        const double grown = std::ldexp(static_cast<double>(s->initial_interval_ms),
                                        std::min(failed.attempts - 1, 62));
        const double wait = std::min(grown, static_cast<double>(s->max_interval_ms));
        return after(reason, wait * (1 - failed.jitter / 4), failed, s->max_retry_after_ms);
    }
    const auto& b = *std::get_if<backoff_retries>(&how_);
    if (failed.elapsed_ms > b.max_elapsed_time_ms) return stop(retry_reason::time_exhausted);
    const double grown =
        static_cast<double>(b.initial_interval_ms) * std::pow(b.exponent, failed.attempts - 1) +
        1000 * failed.jitter;
    return after(reason, std::min(grown, static_cast<double>(b.max_interval_ms)), failed,
                 b.max_retry_after_ms);
}

OAIWIRE_INLINE retry_decision retry_policy::after(retry_reason reason, double usual,
                                                  const failed_attempt& failed, std::int64_t most) {
    const std::int64_t asked = failed.why.api.retry.after_ms.value_or(0);
    if (asked > most) return stop(retry_reason::wait_too_long);
    const double wait = asked > 0 ? static_cast<double>(asked) * (1 + failed.jitter / 4) : usual;
    constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max();
    if (wait >= static_cast<double>(longest)) return {true, longest, reason};
    return {true, static_cast<std::int64_t>(std::max(wait, 0.0)), reason};
}

OAIWIRE_INLINE retry_reason retry_policy::reason_for(const error& why) const {
    if (why.kind() == error_kind::transport) {
        if (detail::is_unsent(why.code)) {
            return connections() ? retry_reason::not_sent : retry_reason::not_retryable;
        }
        return lost_answers() ? retry_reason::lost_answer : retry_reason::answer_lost;
    }
    // an error in a 2xx response that states no status may have been billed
    const int status = error_status(why.api);
    if (why.kind() != error_kind::api || status == 0) return retry_reason::not_retryable;
    // looks at copies of texts: without memory for them the call is not tried again
    const auto exhausted = [&] { return is_quota_exhausted(why); };
    if (within_memory(exhausted, [] { return true; })) return retry_reason::quota_exhausted;
    if (why.api.retry.should_retry == false) return retry_reason::server_refused;
    if (why.api.retry.should_retry == true) return retry_reason::server_asked;
    return covers(status) ? retry_reason::status : retry_reason::not_retryable;
}

OAIWIRE_INLINE bool retry_policy::connections() const {
    const auto* b = std::get_if<backoff_retries>(&how_);
    return !b || b->retry_connection_errors;
}

OAIWIRE_INLINE bool retry_policy::covers(int status) const {
    const auto* b = std::get_if<backoff_retries>(&how_);
    if (!b) return status == 408 || status == 409 || status == 429 || status >= 500;
    const std::string digits = detail::decimal(status);
    for (const auto& code : b->status_codes) {
        bool equal = code.size() == digits.size();
        for (std::size_t i = 0; equal && i != code.size(); ++i) {
            equal = code[i] == digits[i] || code[i] == 'X' || code[i] == 'x';
        }
        if (equal) return true;
    }
    return false;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
