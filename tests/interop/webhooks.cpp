// Checks and signs webhooks, for webhooks.mjs.
//
//   interop_webhooks     reads deliveries, a line of JSON each; writes a line for each: "ok" or the
//                     code of the error, a space, and the signature by the first secret
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/webhooks/openssl.hpp>
#include <oaiwire/webhooks/receiver.hpp>

namespace {

struct Delivery {
    std::vector<std::string> secrets{};
    std::string id{};
    std::string timestamp{};
    std::string signature{};
    std::string body{};
    std::int64_t tolerance{};
    std::int64_t now{};
    std::int64_t sign_at{};
};

}  // namespace

int main() {
    using namespace oaiwire;
    for (std::string line; std::getline(std::cin, line);) {
        const auto d = json::read<Delivery>(line);
        if (!d) {
            std::cerr << to_string(d.error()) << '\n';
            return 1;
        }
        std::vector<secret> secrets;
        for (const std::string& text : d->secrets) secrets.emplace_back(text);
        const webhook_receiver hooks{openssl_hmac{}, secrets, {.tolerance_s = d->tolerance}};
        const http::header_list fields{{"Webhook-Id", d->id},
                                       {"Webhook-Timestamp", d->timestamp},
                                       {"Webhook-Signature", d->signature}};
        const auto valid = hooks.check(fields, d->body, d->now);
        const auto made = sign_webhook(openssl_hmac{}, secrets.front(), d->id, d->sign_at, d->body);
        std::cout << (valid ? "ok" : name(valid.error().code)) << ' ' << made.value_or("-") << '\n';
    }
    return 0;
}
