#include <oaiwire/webhooks.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

// Only this header is included: it must bring everything for its operations.
namespace webhooks_api_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

constexpr std::string_view endpoint_json =
    R"({"id":"whe_1","created_at":5,"event_types":["batch.completed"],"name":"n",)"
    R"("object":"webhook_endpoint","url":"https://a.example/"})";
constexpr std::string_view secret_json =
    R"({"id":"whe_1","object":"webhook_endpoint","signing_secret":"whsec_YQ=="})";

// Sends the request to a server that answers with `body`.
template <class Request>
exchange<Request> answered(const Request& request, std::string_view body) {
    exchange<Request> call(request, where, {}, call_mode::plain);
    if (call.ended()) UNSCOPED_INFO(to_string(call.error()));
    call.head(200, {});
    call.feed(body);
    call.finish();
    return call;
}

template <class Request>
std::vector<std::string> broken(const Request& request) {
    std::vector<std::string> out;
    for (const violation& v : validate(request)) out.push_back(v.path);
    return out;
}

using paths = std::vector<std::string>;

}  // namespace

TEST_CASE("createWebhookEndpoint: its events, name and URL are sent, and the secret comes back") {
    const auto call = answered(
        CreateWebhookEndpointRequest{
            .event_types = {WebhookEventType::batch_completed, "of.tomorrow"},
            .name = "n",
            .url = "https://a.example/"},
        secret_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/webhook_endpoints");
    CHECK(call.request().body == R"({"event_types":["batch.completed","of.tomorrow"],"name":"n",)"
                                 R"("url":"https://a.example/"})");
    REQUIRE(call.ok());
    CHECK(call.response().signing_secret == "whsec_YQ==");
    CHECK(broken(CreateWebhookEndpointRequest{}) == paths{"event_types", "name", "url"});
    CHECK(broken(CreateWebhookEndpointRequest{
              .event_types = {"a"}, .name = "n", .url = "http://a.example"}) == paths{"url"});
}

TEST_CASE("listWebhookEndpoints: the page is in the query") {
    const auto call = answered(ListWebhookEndpointsRequest{.after = "whe_0", .limit = 2},
                               R"({"data":[)" + std::string(endpoint_json) +
                                   R"(],"has_more":true,"last_id":"whe_1","object":"list"})");
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/webhook_endpoints?after=whe_0&limit=2");
    REQUIRE(call.ok());
    CHECK(call.response().data.front().event_types->front() == WebhookEventType::batch_completed);
    CHECK(call.response().has_more == true);
    CHECK(broken(ListWebhookEndpointsRequest{}).empty());
    CHECK(broken(ListWebhookEndpointsRequest{.limit = 0}) == paths{"limit"});
}

TEST_CASE("retrieveWebhookEndpoint: the id is in the path") {
    const auto call =
        answered(RetrieveWebhookEndpointRequest{.webhook_endpoint_id = "whe/1"}, endpoint_json);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/webhook_endpoints/whe%2F1");
    REQUIRE(call.ok());
    CHECK(call.response().url == "https://a.example/");
    CHECK(broken(RetrieveWebhookEndpointRequest{}) == paths{"webhook_endpoint_id"});
}

TEST_CASE("updateWebhookEndpoint: what is set is sent") {
    const auto call =
        answered(UpdateWebhookEndpointRequest{.webhook_endpoint_id = "whe_1", .name = "other"},
                 endpoint_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/webhook_endpoints/whe_1");
    CHECK(call.request().body == R"({"name":"other"})");
    REQUIRE(call.ok());
    CHECK(call.response().id == "whe_1");
    UpdateWebhookEndpointRequest wrong{.name = "", .url = "http://a.example"};
    wrong.event_types.emplace();
    CHECK(broken(wrong) == paths{"webhook_endpoint_id", "event_types", "name", "url"});
}

TEST_CASE("deleteWebhookEndpoint: DELETE, and the answer says so") {
    const auto call =
        answered(DeleteWebhookEndpointRequest{.webhook_endpoint_id = "whe_1"},
                 R"({"id":"whe_1","deleted":true,"object":"webhook_endpoint.deleted"})");
    CHECK(call.request().method == "DELETE");
    CHECK(call.request().target == "/v1/webhook_endpoints/whe_1");
    CHECK(call.request().body.empty());
    REQUIRE(call.ok());
    CHECK(call.response().deleted == true);
    CHECK(broken(DeleteWebhookEndpointRequest{}) == paths{"webhook_endpoint_id"});
}

TEST_CASE(
    "rotateWebhookEndpointSecret: the old secret may stay valid, and the new one comes back") {
    const auto call =
        answered(RotateWebhookEndpointSecretRequest{.webhook_endpoint_id = "whe_1",
                                                    .keep_old_secret_active_for_24_hours = true},
                 secret_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/webhook_endpoints/whe_1/rotate_secret");
    CHECK(call.request().body == R"({"keep_old_secret_active_for_24_hours":true})");
    REQUIRE(call.ok());
    CHECK(call.response().signing_secret == "whsec_YQ==");
    CHECK(broken(RotateWebhookEndpointSecretRequest{}) == paths{"webhook_endpoint_id"});
}

TEST_CASE("testWebhookEndpoint: the type of the sample event is sent") {
    const auto call =
        answered(TestWebhookEndpointRequest{.webhook_endpoint_id = "whe_1",
                                            .event_type = WebhookEventType::response_completed},
                 R"({"event_type":"response.completed","status_code":204,"success":true})");
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/webhook_endpoints/whe_1/test");
    CHECK(call.request().body == R"({"event_type":"response.completed"})");
    REQUIRE(call.ok());
    CHECK(call.response().status_code == 204);
    CHECK(call.response().success == true);
    CHECK(broken(TestWebhookEndpointRequest{}) == paths{"webhook_endpoint_id", "event_type"});
}

TEST_CASE("listWebhookEventTypes: a list of texts") {
    const auto call =
        answered(ListWebhookEventTypesRequest{}, R"({"data":["batch.failed"],"object":"list"})");
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/webhook_event_types");
    REQUIRE(call.ok());
    CHECK(call.response().data.front() == WebhookEventType::batch_failed);
}

}  // namespace webhooks_api_tests
