// token_source: an endpoint's key source for access tokens that expire, such as those of Microsoft
// Entra ID, Google Cloud and AWS. Fetches them by a function of the program's.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A token as its issuer gives it.
struct access_token {
    secret token{};                // without "Bearer "
    std::int64_t expires_in_ms{};  // from when it was asked for; 0: it does not expire
};

// When tokens are replaced.
struct token_options {
    // This long before a token expires, in milliseconds; at most half of its lifetime.
    std::int64_t margin_ms = 300'000;
    // After a failure, while the old token is valid, another is not fetched for this long.
    std::int64_t pause_ms = 10'000;
};

// Keeps a token and fetches another before it expires, or if the server has refused it:
//
//     where.key_source = oaiwire::token_source{fetch, [] { return monotonic_ms(); }};
//
// `fetch` returns a token or why there is none, and may block as a call of the client does; a
// program with a loop of its own fetches ahead and lets it return the last one. A token that still
// is valid is used if another cannot be fetched. Copies of an endpoint share its source, which is
// not thread-safe: make one for each thread, or lock in a function of your own around it.
class token_source {
public:
    // now_ms: a monotonic clock, in milliseconds.
    token_source(hook<result<access_token>()> fetch, hook<std::int64_t()> now_ms,
                 token_options options = {})
        : fetch_(std::move(fetch)), now_ms_(std::move(now_ms)), options_(options) {}

    // The token to send. refused: the server did not accept the last one.
    result<secret> operator()(bool refused) {
        const std::int64_t now = now_ms_();
        if (!refused && !token_.empty() && (!expires_ || now < renew_at_)) return token_;
        auto fetched = fetch_();
        if (fetched) {
            token_ = std::move(fetched->token);
            keep_until(now, fetched->expires_in_ms);
            return token_;
        }
        if (refused || token_.empty() || now >= expires_at_) {
            token_ = {};
            return std::move(fetched).error();
        }
        renew_at_ = now + options_.pause_ms;
        return token_;
    }

private:
    void keep_until(std::int64_t now, std::int64_t lifetime) {
        expires_ = lifetime != 0;
        lifetime = std::clamp(lifetime, std::int64_t{}, longest);
        expires_at_ = now + lifetime;
        renew_at_ = expires_at_ - std::min(options_.margin_ms, lifetime / 2);
    }

    static constexpr std::int64_t longest = std::int64_t{1} << 60;  // so that no sum overflows

    hook<result<access_token>()> fetch_;
    hook<std::int64_t()> now_ms_;
    token_options options_;
    secret token_{};
    bool expires_ = false;
    std::int64_t expires_at_ = 0;  // on the clock
    std::int64_t renew_at_ = 0;    // the same
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
