// Webhooks: the events that OpenAI sends to a program, and the endpoints that receive them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// What happened. Named as in JSON, with `_` for `.`; grouped by the members of WebhookEventData.
enum class WebhookEventType : std::uint8_t {
    unknown,
    // id: of the batch, evaluation run, fine-tuning job, response, safety event or video
    batch_cancelled,
    batch_completed,
    batch_expired,
    batch_failed,
    eval_run_canceled,
    eval_run_failed,
    eval_run_succeeded,
    fine_tuning_job_cancelled,
    fine_tuning_job_failed,
    fine_tuning_job_succeeded,
    response_cancelled,
    response_completed,
    response_failed,
    response_incomplete,
    safety_alert_created,
    safety_deactivation_issued,
    safety_org_alert_created,
    safety_warning_issued,
    video_completed,
    video_failed,
    // id of the environment
    agent_environment_expired,
    agent_environment_failed,
    agent_environment_ready,
    agent_environment_suspended,
    // id of the session, environment_type, environment_id; created: connect
    agent_session_created,
    agent_session_failed,
    agent_session_idle,
    agent_session_in_progress,
    // id of the session, required_action
    agent_session_action_required,
    // call_id, sip_headers, sip_media_security
    realtime_call_incoming,
    // session_id, sip_headers, sip_media_security
    live_call_incoming,
    // the same and type, which is "sip"
    live_transport_incoming,
    // session_id and type, which is "webrtc"
    live_transport_connected,
};
constexpr std::array<std::string_view, 33> enumerator_names(WebhookEventType) {
    return {"batch.cancelled",
            "batch.completed",
            "batch.expired",
            "batch.failed",
            "eval.run.canceled",
            "eval.run.failed",
            "eval.run.succeeded",
            "fine_tuning.job.cancelled",
            "fine_tuning.job.failed",
            "fine_tuning.job.succeeded",
            "response.cancelled",
            "response.completed",
            "response.failed",
            "response.incomplete",
            "safety.alert.created",
            "safety.deactivation_issued",
            "safety.org_alert.created",
            "safety.warning_issued",
            "video.completed",
            "video.failed",
            "agent.environment.expired",
            "agent.environment.failed",
            "agent.environment.ready",
            "agent.environment.suspended",
            "agent.session.created",
            "agent.session.failed",
            "agent.session.idle",
            "agent.session.in_progress",
            "agent.session.action_required",
            "realtime.call.incoming",
            "live.call.incoming",
            "live.transport.incoming",
            "live.transport.connected"};
}

// The transport of the media of an incoming call.
enum class SipMediaSecurity : std::uint8_t { unknown, rtp, srtp };
constexpr std::array<std::string_view, 2> enumerator_names(SipMediaSecurity) {
    return {"rtp", "srtp"};
}

// What an agent session waits for.
enum class AgentRequiredActionType : std::uint8_t {
    unknown,
    computer_use_approval_request,
    mcp_approval_request,
    function_call,
    environment_connection,
};
constexpr std::array<std::string_view, 4> enumerator_names(AgentRequiredActionType) {
    return {"computer_use_approval_request", "mcp_approval_request", "function_call",
            "environment_connection"};
}

// A header field of the SIP invitation of a call.
struct SipHeader {
    field<std::string> name{};
    field<std::string> value{};
    extra_members extra{};
    friend bool operator==(const SipHeader&, const SipHeader&) = default;
};

// What an agent session waits for; the session itself has the details.
struct AgentRequiredAction {
    field<open_enum<AgentRequiredActionType>> type{};
    extra_members extra{};
    friend bool operator==(const AgentRequiredAction&, const AgentRequiredAction&) = default;
};

// Where the environment of an agent session connects to, if it is self-hosted.
struct AgentEnvironmentConnect {
    field<std::string> remote_url{};
    extra_members extra{};
    friend bool operator==(const AgentEnvironmentConnect&,
                           const AgentEnvironmentConnect&) = default;
};

// What an event is about. Which members are set depends on the type of the event.
struct WebhookEventData {
    field<std::string> id{};
    field<std::string> call_id{};
    field<std::string> session_id{};
    field<std::string> type{};  // of live transports: "sip", "webrtc"
    field<std::vector<SipHeader>> sip_headers{};
    field<open_enum<SipMediaSecurity>> sip_media_security{};
    field<std::string> environment_type{};  // "none", "openai_hosted", "self_hosted"
    field<std::string> environment_id{};
    field<AgentEnvironmentConnect> connect{};
    field<AgentRequiredAction> required_action{};
    extra_members extra{};
    friend bool operator==(const WebhookEventData&, const WebhookEventData&) = default;
};

// An event. OpenAI: UnwrapWebhookEvent, of which each alternative has these members.
struct WebhookEvent {
    field<std::string> id{};  // equals the webhook-id of the delivery
    field<open_enum<WebhookEventType>> type{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<WebhookEventData> data{};
    field<std::string> object{};  // "event"
    extra_members extra{};
    friend bool operator==(const WebhookEvent&, const WebhookEvent&) = default;
};

// An endpoint that receives events. OpenAI: WebhookEndpoint.
struct WebhookEndpoint {
    field<std::string> id{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::vector<open_enum<WebhookEventType>>> event_types{};
    field<std::string> name{};
    field<std::string> object{};               // "webhook_endpoint"
    field<std::string> signing_secret_hint{};  // a masked form of the secret
    field<std::int64_t> updated_at{};          // Unix time in seconds
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const WebhookEndpoint&, const WebhookEndpoint&) = default;
};

// The same when it was created, or when its secret was replaced. OpenAI: WebhookEndpointWithSecret.
struct WebhookEndpointWithSecret {
    field<std::string> id{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::vector<open_enum<WebhookEventType>>> event_types{};
    field<std::string> name{};
    field<std::string> object{};               // "webhook_endpoint"
    field<std::string> signing_secret{};       // shown this once; "whsec_..."
    field<std::string> signing_secret_hint{};  // a masked form of it
    field<std::int64_t> updated_at{};          // Unix time in seconds
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const WebhookEndpointWithSecret&,
                           const WebhookEndpointWithSecret&) = default;
};

// A page of endpoints, the newest first. OpenAI: WebhookEndpointList.
struct WebhookEndpointList {
    std::vector<WebhookEndpoint> data{};
    field<std::string> first_id{};
    field<bool> has_more{};
    field<std::string> last_id{};
    field<std::string> object{};  // "list"
    extra_members extra{};
    friend bool operator==(const WebhookEndpointList&, const WebhookEndpointList&) = default;
};

// How an endpoint answered the sample event. OpenAI: WebhookEndpointTestResult.
struct WebhookEndpointTestResult {
    field<open_enum<WebhookEventType>> event_type{};
    field<std::string> object{};        // "webhook_endpoint.test"
    field<std::int64_t> status_code{};  // of the endpoint's answer; null: it gave none
    field<bool> success{};              // whether it accepted the event
    field<std::string> webhook_endpoint_id{};
    extra_members extra{};
    friend bool operator==(const WebhookEndpointTestResult&,
                           const WebhookEndpointTestResult&) = default;
};

// The types of events that the project can receive. OpenAI: WebhookEventTypeList.
struct WebhookEventTypeList {
    std::vector<open_enum<WebhookEventType>> data{};
    field<std::string> object{};  // "list"
    extra_members extra{};
    friend bool operator==(const WebhookEventTypeList&, const WebhookEventTypeList&) = default;
};

// DELETE /webhook_endpoints/{webhook_endpoint_id} (OpenAI: DeletedWebhookEndpoint).
struct DeletedWebhookEndpoint {
    field<std::string> id{};
    field<bool> deleted{};
    field<std::string> object{};  // "webhook_endpoint.deleted"
    extra_members extra{};
    friend bool operator==(const DeletedWebhookEndpoint&, const DeletedWebhookEndpoint&) = default;
};

// POST /webhook_endpoints. Response: WebhookEndpointWithSecret.
struct CreateWebhookEndpointRequest {
    std::vector<open_enum<WebhookEventType>> event_types{};
    std::string name{};
    std::string url{};  // https
    extra_members extra{};
    friend bool operator==(const CreateWebhookEndpointRequest&,
                           const CreateWebhookEndpointRequest&) = default;
};

// GET /webhook_endpoints. Response: WebhookEndpointList.
struct ListWebhookEndpointsRequest {
    field<std::string> after{};   // an id: the list begins behind it
    field<std::int64_t> limit{};  // the size of a page
    extra_members extra{};
    friend bool operator==(const ListWebhookEndpointsRequest&,
                           const ListWebhookEndpointsRequest&) = default;
};

// GET /webhook_endpoints/{webhook_endpoint_id}. Response: WebhookEndpoint.
struct RetrieveWebhookEndpointRequest {
    path_parameter webhook_endpoint_id{};
    friend bool operator==(const RetrieveWebhookEndpointRequest&,
                           const RetrieveWebhookEndpointRequest&) = default;
};

// POST /webhook_endpoints/{webhook_endpoint_id}. Response: WebhookEndpoint.
struct UpdateWebhookEndpointRequest {
    path_parameter webhook_endpoint_id{};
    field<std::vector<open_enum<WebhookEventType>>> event_types{};  // replaces the list
    field<std::string> name{};
    field<std::string> url{};  // https
    extra_members extra{};
    friend bool operator==(const UpdateWebhookEndpointRequest&,
                           const UpdateWebhookEndpointRequest&) = default;
};

// DELETE /webhook_endpoints/{webhook_endpoint_id}. Response: DeletedWebhookEndpoint.
struct DeleteWebhookEndpointRequest {
    path_parameter webhook_endpoint_id{};
    friend bool operator==(const DeleteWebhookEndpointRequest&,
                           const DeleteWebhookEndpointRequest&) = default;
};

// POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret. Response: WebhookEndpointWithSecret.
struct RotateWebhookEndpointSecretRequest {
    path_parameter webhook_endpoint_id{};
    field<bool> keep_old_secret_active_for_24_hours{};
    extra_members extra{};
    friend bool operator==(const RotateWebhookEndpointSecretRequest&,
                           const RotateWebhookEndpointSecretRequest&) = default;
};

// POST /webhook_endpoints/{webhook_endpoint_id}/test. Response: WebhookEndpointTestResult.
struct TestWebhookEndpointRequest {
    path_parameter webhook_endpoint_id{};
    open_enum<WebhookEventType> event_type{};
    extra_members extra{};
    friend bool operator==(const TestWebhookEndpointRequest&,
                           const TestWebhookEndpointRequest&) = default;
};

// GET /webhook_event_types. Response: WebhookEventTypeList.
struct ListWebhookEventTypesRequest {
    friend bool operator==(const ListWebhookEventTypesRequest&,
                           const ListWebhookEventTypesRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
