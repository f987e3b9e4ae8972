// The code of docs/webhooks.md, compiled and run where OpenSSL is installed.
#ifdef OAIWIRE_TEST_OPENSSL
#include "harness.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/transport/replay.hpp>
#include <oaiwire/webhooks.hpp>
#include <oaiwire/webhooks/openssl.hpp>

namespace docs_tests {

TEST_CASE("a delivery of docs/webhooks.md is answered, and a forged one refused") {
    const char* const text = "whsec_c2VjcmV0";
    std::vector<std::string> ready;
    std::vector<std::string> calls;
    const auto receive = [&](const oaiwire::http::header_list& fields, const std::string& body,
                             std::int64_t now_s) {
        // [webhooks]
        const oaiwire::webhook_receiver hooks{oaiwire::openssl_hmac{}, {oaiwire::secret{text}}};

        // For each POST: its header fields, its body as it came, and the Unix time in seconds.
        auto event = hooks.unwrap(fields, body, now_s);
        if (!event) {
            std::cerr << to_string(event.error()) << '\n';
            return 400;
        }
        if (!event->type || !event->data) return 204;  // not an event that this program knows
        switch (event->type->known()) {
            case oaiwire::WebhookEventType::response_completed:
                ready.push_back(event->data->id.value_or(""));
                break;
            case oaiwire::WebhookEventType::realtime_call_incoming:
                calls.push_back(event->data->call_id.value_or(""));
                break;
            default:
                break;
        }
        return 204;
        // [/webhooks]
    };
    const std::string body = R"({"type":"response.completed","data":{"id":"resp_1"}})";
    const auto signature =
        oaiwire::sign_webhook(oaiwire::openssl_hmac{}, oaiwire::secret{text}, "evt_1", 100, body);
    const oaiwire::http::header_list fields{{"webhook-id", "evt_1"},
                                            {"webhook-timestamp", "100"},
                                            {"webhook-signature", signature.value()}};
    const captured_output out;
    CHECK(receive(fields, body, 110) == 204);
    CHECK(ready == std::vector<std::string>{"resp_1"});
    CHECK(receive(fields, body + " ", 110) == 400);
    CHECK(calls.empty());
}

TEST_CASE("the endpoint of docs/webhooks.md is created, and its secret kept") {
    oaiwire::replay_exchange answer;
    answer.body = R"({"id":"whe_1","signing_secret":"whsec_YQ=="})";
    oaiwire::client api{oaiwire::replay_transport({answer}), {.base_url = "http://localhost/v1"}};
    std::string stored;
    const auto store = [&](const std::string& secret) { stored = secret; };
    // [webhook-endpoint]
    auto made = api.create(oaiwire::CreateWebhookEndpointRequest{
        .event_types = {oaiwire::WebhookEventType::response_completed},
        .name = "production",
        .url = "https://example.com/hooks"});
    if (made) store(made->signing_secret.value_or(""));  // it is shown this once
    // [/webhook-endpoint]
    CHECK(stored == "whsec_YQ==");
}

}  // namespace docs_tests
#endif
