#include <oaiwire/types/webhooks.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <set>
#include <string>

#include <support/json_of.hpp>

namespace webhooks_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;
using support::rewritten;

TEST_CASE("webhooks: types are read and written without loss, bare ones too") {
    const std::string endpoint =
        R"({"id":"whe_1","created_at":1750000000,"event_types":["batch.completed","of.tomorrow"],)"
        R"("name":"n","object":"webhook_endpoint","signing_secret_hint":"whsec_...9","updated_at":)"
        R"(1750000001,"url":"https://a.example/","later":[1]})";
    CHECK(rewritten<WebhookEndpoint>(endpoint) == endpoint);
    CHECK(rewritten<WebhookEndpoint>("{}") == "{}");
    const std::string created =
        R"({"id":"whe_1","signing_secret":"whsec_YQ==","signing_secret_hint":null,"later":1})";
    CHECK(rewritten<WebhookEndpointWithSecret>(created) == created);
    const std::string list = R"({"data":[)" + endpoint +
                             R"(],"first_id":"whe_1","has_more":false,"last_id":"whe_1",)"
                             R"("object":"list","later":1})";
    CHECK(rewritten<WebhookEndpointList>(list) == list);
    const std::string tested =
        R"({"event_type":"video.failed","object":"webhook_endpoint.test","status_code":200,)"
        R"("success":true,"webhook_endpoint_id":"whe_1","later":1})";
    CHECK(rewritten<WebhookEndpointTestResult>(tested) == tested);
    const std::string types = R"({"data":["batch.failed","x"],"object":"list","later":1})";
    CHECK(rewritten<WebhookEventTypeList>(types) == types);
    const std::string deleted =
        R"({"id":"whe_1","deleted":true,"object":"webhook_endpoint.deleted","later":1})";
    CHECK(rewritten<DeletedWebhookEndpoint>(deleted) == deleted);
}

TEST_CASE("webhooks: an event keeps the members of every type, and those of types to come") {
    const std::string call =
        R"({"id":"evt_1","type":"live.transport.incoming","created_at":7,"data":{"session_id":"s",)"
        R"("type":"sip","sip_headers":[{"name":"From","value":"sip:a@b.example"}],)"
        R"("sip_media_security":"srtp","later":1},"object":"event"})";
    CHECK(rewritten<WebhookEvent>(call) == call);
    const auto read = from_json<WebhookEvent>(call);
    CHECK(read.type == WebhookEventType::live_transport_incoming);
    CHECK(read.data->sip_headers->front().value == "sip:a@b.example");
    CHECK(read.data->sip_media_security == SipMediaSecurity::srtp);

    const std::string session = R"({"type":"agent.session.action_required","data":{"id":"sess_1",)"
                                R"("required_action":{"type":"function_call"}}})";
    CHECK(rewritten<WebhookEvent>(session) == session);
    CHECK(from_json<WebhookEvent>(session).data->required_action->type ==
          AgentRequiredActionType::function_call);
    const std::string created =
        R"({"type":"agent.session.created","data":{"id":"sess_1","environment_type":"self_hosted",)"
        R"("environment_id":"env_1","connect":{"remote_url":"https://c.example"}}})";
    CHECK(rewritten<WebhookEvent>(created) == created);

    const std::string later = R"({"type":"of.tomorrow","data":{"id":"x","new":{"a":[]}},"new":1})";
    CHECK(rewritten<WebhookEvent>(later) == later);
    CHECK(from_json<WebhookEvent>(later).type->known() == WebhookEventType::unknown);
    CHECK(from_json<WebhookEvent>(later).type->text() == "of.tomorrow");
    CHECK(rewritten<WebhookEvent>("{}") == "{}");
}

TEST_CASE("webhooks: each type of event is named as its enumerator, with dots") {
    constexpr auto names = enumerator_names(WebhookEventType{});
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
    CHECK(names[static_cast<std::size_t>(WebhookEventType::response_completed) - 1] ==
          "response.completed");
    CHECK(names[static_cast<std::size_t>(WebhookEventType::safety_org_alert_created) - 1] ==
          "safety.org_alert.created");
    CHECK(names.back() == "live.transport.connected");
    CHECK(static_cast<std::size_t>(WebhookEventType::live_transport_connected) == names.size());
}

}  // namespace webhooks_tests
