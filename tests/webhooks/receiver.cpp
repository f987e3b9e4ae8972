#include <oaiwire/webhooks/receiver.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>

#include <oracle/hmac_sha256.hpp>

namespace receiver_tests {

using namespace oaiwire;

namespace {

const secret key("whsec_c2VjcmV0");

http::header_list fields_of(const std::string& body, std::int64_t at_s, const secret& by = key) {
    return {
        {"webhook-id", "evt_1"},
        {"webhook-timestamp", std::to_string(at_s)},
        {"webhook-signature", sign_webhook(oracle::slow_hmac{}, by, "evt_1", at_s, body).value()}};
}

}  // namespace

TEST_CASE("the event of a valid delivery is read") {
    const std::string body =
        R"({"id":"evt_1","type":"response.completed","created_at":7,"data":{"id":"resp_1"},)"
        R"("object":"event","new":1})";
    const webhook_receiver hooks{oracle::slow_hmac{}, {key}};
    const auto event = hooks.unwrap(fields_of(body, 100), body, 200);
    REQUIRE(event);
    CHECK(event->type == WebhookEventType::response_completed);
    CHECK(event->data->id == "resp_1");
    CHECK(event->created_at == 7);
    CHECK(event->extra.find("new") == "1");
}

TEST_CASE("what is not valid is not read, and an event that cannot be read is an error") {
    const webhook_receiver hooks{oracle::slow_hmac{}, {key}, {.tolerance_s = 60}};
    const auto code = [&](const http::header_list& fields, const std::string& body) {
        const auto event = hooks.unwrap(fields, body, 200);
        return event ? errc::ok : event.error().code;
    };
    CHECK(code(fields_of("{}", 200), "{}") == errc::ok);
    CHECK(code(fields_of("{}", 100), "{}") == errc::stale_signature);
    CHECK(code(fields_of("{}", 200), "{ }") == errc::invalid_signature);
    CHECK(code(fields_of("{}", 200, secret("other")), "{}") == errc::invalid_signature);
    CHECK(code({}, "{}") == errc::invalid_signature);
    CHECK(code(fields_of("{", 200), "{") == errc::unexpected_end);
}

TEST_CASE("while a secret is replaced, deliveries by either one are valid") {
    const secret next("whsec_bmV4dA==");
    const webhook_receiver hooks{oracle::slow_hmac{}, {key, next}};
    CHECK(hooks.check(fields_of("{}", 1, key), "{}", 1));
    CHECK(hooks.check(fields_of("{}", 1, next), "{}", 1));
    const webhook_signature said{"evt_1", "1", "v1,"};
    CHECK_FALSE(hooks.check(said, "{}", 1));
}

}  // namespace receiver_tests
