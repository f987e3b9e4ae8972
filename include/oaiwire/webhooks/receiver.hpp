// webhook_receiver: checks deliveries of webhooks and reads their events. Without I/O: the
// program's HTTP server gives it header fields and bodies.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/webhooks.hpp>
#include <oaiwire/webhooks/crypto.hpp>
#include <oaiwire/webhooks/signature.hpp>

namespace oaiwire { inline namespace v0_2 {

// Holds the secrets of an endpoint: one, or the old and the new one while a secret is replaced.
// "whsec_..." as OpenAI shows it, or the bytes of a secret. Crypto: openssl_hmac, botan_hmac or
// your own. Thread-safe if the crypto is; copies may be used from different threads in any case.
//
//     oaiwire::webhook_receiver hooks{oaiwire::openssl_hmac{}, {oaiwire::secret{text}}};
//     auto event = hooks.unwrap(request.headers, body, unix_time_s);
//
// body: the bytes as they came, before any JSON library has read and written them. now_s: Unix time
// in seconds. Errors: invalid_signature (answer with status 400), stale_signature (as well; or a
// clock is wrong), invalid_key (a secret is not base64, or there is none),
// confidential_crypto_failed, out_of_memory. Time: linear in the body, once for each secret; what
// is compared with a secret's digest takes the same time for every signature.
template <webhook_crypto Crypto>
class webhook_receiver {
public:
    webhook_receiver(Crypto crypto, std::vector<secret> secrets, webhook_options options = {})
        : crypto_(std::move(crypto)), secrets_(std::move(secrets)), options_(options) {}

    // Whether one of the secrets signed the body, and lately.
    result<void> check(const webhook_signature& said, std::string_view body,
                       std::int64_t now_s) const {
        Crypto crypto = crypto_;
        return detail::check_webhook(detail::hmac_function_of<Crypto>, &crypto, secrets_, said,
                                     body, now_s, options_);
    }
    // Overload that takes what is said from the header fields.
    result<void> check(const http::header_list& headers, std::string_view body,
                       std::int64_t now_s) const {
        auto said = webhook_signature_of(headers);
        if (!said) return std::move(said).error();
        return check(*said, body, now_s);
    }

    // check(), and the event. Errors: also those of json::read(). An event may come more than once,
    // and late: remember the ids of those that were handled.
    template <class Said>
    result<WebhookEvent> unwrap(const Said& said, std::string_view body, std::int64_t now_s) const {
        auto checked = check(said, body, now_s);
        if (!checked) return std::move(checked).error();
        return json::read<WebhookEvent>(body);
    }

private:
    Crypto crypto_;
    std::vector<secret> secrets_;
    webhook_options options_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
