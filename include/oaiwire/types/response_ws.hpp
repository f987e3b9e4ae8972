// Responses over a WebSocket: the events beside response.create, which is a ResponseRequest, and
// those of a stream, which are ResponseStreamEvent.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire { inline namespace v0_2 {

// ---- sent by clients

// OpenAI: ResponseSteerEvent. Adds input to a response that is being made on this connection. The
// server may end the response early, and continues it in a successor.
struct ResponseSteerEvent {
    static constexpr wire_tag tag{"type", "response.steer"};
    std::string previous_response_id{};  // of the response to steer
    ResponseInput input{};               // a text, or messages of the user
    extra_members extra{};
    friend bool operator==(const ResponseSteerEvent&, const ResponseSteerEvent&) = default;
};

// OpenAI (beta): BetaResponseInjectEvent. Adds items, such as outputs of tools, to a response that
// waits for them.
struct ResponseInjectEvent {
    static constexpr wire_tag tag{"type", "response.inject"};
    std::string response_id{};  // of the response that waits
    std::vector<ResponseItem> input{};
    extra_members extra{};
    friend bool operator==(const ResponseInjectEvent&, const ResponseInjectEvent&) = default;
};

// ---- sent by servers

// OpenAI: ResponseSteerErrorCode.
enum class ResponseSteerErrorCode : std::uint8_t {
    unknown,
    response_not_found,
    invalid_input,
    steering_not_supported,
    too_many_pending_steers,
    response_already_completed,
    response_not_active,
    successor_creation_failed,
};
constexpr std::array<std::string_view, 7> enumerator_names(ResponseSteerErrorCode) {
    return {"response_not_found",         "invalid_input",
            "steering_not_supported",     "too_many_pending_steers",
            "response_already_completed", "response_not_active",
            "successor_creation_failed"};
}

// Why input was not taken. Also of ResponseInjectFailedEvent, which has no type.
struct ResponseSteerError {
    field<open_enum<ResponseSteerErrorCode>> code{};
    field<std::string> message{};
    field<std::string> type{};  // "invalid_request_error"
    extra_members extra{};
    friend bool operator==(const ResponseSteerError&, const ResponseSteerError&) = default;
};

// A ResponseSteerEvent that the server got.
struct ResponseSteer {
    field<std::string> id{};                    // absent if the server refused it at once
    field<std::string> previous_response_id{};  // of the response that was to be steered
    field<ResponseInput> input{};               // as it was sent; only of one that failed
    extra_members extra{};
    friend bool operator==(const ResponseSteer&, const ResponseSteer&) = default;
};

// OpenAI: ResponseSteerAcceptedEvent. The server has the input and will use it in a successor,
// whose response.created follows.
struct ResponseSteerAcceptedEvent {
    static constexpr wire_tag tag{"type", "response.steer.accepted"};
    field<std::int64_t> sequence_number{};
    field<ResponseSteer> steer{};
    field<std::string> stream_id{};
    extra_members extra{};
    friend bool operator==(const ResponseSteerAcceptedEvent&,
                           const ResponseSteerAcceptedEvent&) = default;
};

// OpenAI: ResponseSteerPendingReason.
enum class ResponseSteerPendingReason : std::uint8_t { unknown, waiting_for_required_input };
constexpr std::array<std::string_view, 1> enumerator_names(ResponseSteerPendingReason) {
    return {"waiting_for_required_input"};
}

// OpenAI: ResponseSteerPendingEvent. The response has ended with calls of tools. The server uses
// the input once the program has sent a request with their outputs.
struct ResponseSteerPendingEvent {
    static constexpr wire_tag tag{"type", "response.steer.pending"};
    field<open_enum<ResponseSteerPendingReason>> reason{};
    // What the next request must have as input: items without their results.
    std::vector<ResponseItem> required_input{};
    field<std::int64_t> sequence_number{};
    field<ResponseSteer> steer{};
    field<std::string> stream_id{};
    extra_members extra{};
    friend bool operator==(const ResponseSteerPendingEvent&,
                           const ResponseSteerPendingEvent&) = default;
};

// OpenAI: ResponseSteerFailedEvent. The server has not used the input, which it returns.
struct ResponseSteerFailedEvent {
    static constexpr wire_tag tag{"type", "response.steer.failed"};
    field<ResponseSteerError> error{};
    field<std::int64_t> sequence_number{};
    field<ResponseSteer> steer{};
    field<std::string> stream_id{};
    extra_members extra{};
    friend bool operator==(const ResponseSteerFailedEvent&,
                           const ResponseSteerFailedEvent&) = default;
};

// OpenAI (beta): BetaResponseInjectCreatedEvent. The items are part of the response now.
struct ResponseInjectCreatedEvent {
    static constexpr wire_tag tag{"type", "response.inject.created"};
    field<std::string> response_id{};
    field<std::int64_t> sequence_number{};
    field<std::string> stream_id{};
    extra_members extra{};
    friend bool operator==(const ResponseInjectCreatedEvent&,
                           const ResponseInjectCreatedEvent&) = default;
};

// OpenAI (beta): BetaResponseInjectFailedEvent. The items were not used, and are returned.
struct ResponseInjectFailedEvent {
    static constexpr wire_tag tag{"type", "response.inject.failed"};
    field<ResponseSteerError> error{};
    std::vector<ResponseItem> input{};
    field<std::string> response_id{};
    field<std::int64_t> sequence_number{};
    field<std::string> stream_id{};
    extra_members extra{};
    friend bool operator==(const ResponseInjectFailedEvent&,
                           const ResponseInjectFailedEvent&) = default;
};

// An event of the connection that is not part of a response's stream. Others are kept as raw JSON.
using ResponseSocketEvent =
    std::variant<ResponseSteerAcceptedEvent, ResponseSteerPendingEvent, ResponseSteerFailedEvent,
                 ResponseInjectCreatedEvent, ResponseInjectFailedEvent, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
