// Realtime API: the types of the events that a server sends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Event types. Named as in JSON, with `_` for `.`; grouped by the struct that represents them.
enum class RealtimeServerEventType : std::uint8_t {
    unknown,
    // RealtimeSessionEvent
    session_created,
    session_updated,
    transcription_session_created,  // of the beta
    transcription_session_updated,
    // RealtimeConversationEvent
    conversation_created,
    // RealtimeItemEvent
    conversation_item_added,
    conversation_item_done,
    conversation_item_created,
    conversation_item_retrieved,
    // RealtimeItemChangeEvent
    conversation_item_deleted,
    conversation_item_truncated,
    // RealtimeTranscriptionEvent
    conversation_item_input_audio_transcription_delta,
    conversation_item_input_audio_transcription_completed,
    conversation_item_input_audio_transcription_segment,
    conversation_item_input_audio_transcription_failed,
    // RealtimeInputAudioEvent
    input_audio_buffer_committed,
    input_audio_buffer_cleared,
    input_audio_buffer_speech_started,
    input_audio_buffer_speech_stopped,
    input_audio_buffer_timeout_triggered,
    input_audio_buffer_dtmf_event_received,
    // RealtimeOutputAudioEvent
    output_audio_buffer_started,
    output_audio_buffer_stopped,
    output_audio_buffer_cleared,
    // RealtimeResponseEvent
    response_created,
    response_done,
    // RealtimeOutputItemEvent
    response_output_item_added,
    response_output_item_done,
    // RealtimePartEvent
    response_content_part_added,
    response_content_part_done,
    // RealtimeDeltaEvent
    response_output_audio_delta,
    response_output_audio_transcript_delta,
    response_output_text_delta,
    response_audio_delta,  // names of the beta, which some servers use
    response_audio_transcript_delta,
    response_text_delta,
    response_function_call_arguments_delta,
    response_mcp_call_arguments_delta,
    // RealtimeDoneEvent
    response_output_audio_done,
    response_output_audio_transcript_done,
    response_output_text_done,
    response_audio_done,  // names of the beta
    response_audio_transcript_done,
    response_text_done,
    response_function_call_arguments_done,
    response_mcp_call_arguments_done,
    // RealtimeMCPEvent
    mcp_list_tools_in_progress,
    mcp_list_tools_completed,
    mcp_list_tools_failed,
    response_mcp_call_in_progress,
    response_mcp_call_completed,
    response_mcp_call_failed,
    // RealtimeRateLimitsEvent
    rate_limits_updated,
    // RealtimeErrorEvent
    error,
};
constexpr std::array<std::string_view, 54> enumerator_names(RealtimeServerEventType) {
    return {"session.created",
            "session.updated",
            "transcription_session.created",
            "transcription_session.updated",
            "conversation.created",
            "conversation.item.added",
            "conversation.item.done",
            "conversation.item.created",
            "conversation.item.retrieved",
            "conversation.item.deleted",
            "conversation.item.truncated",
            "conversation.item.input_audio_transcription.delta",
            "conversation.item.input_audio_transcription.completed",
            "conversation.item.input_audio_transcription.segment",
            "conversation.item.input_audio_transcription.failed",
            "input_audio_buffer.committed",
            "input_audio_buffer.cleared",
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.timeout_triggered",
            "input_audio_buffer.dtmf_event_received",
            "output_audio_buffer.started",
            "output_audio_buffer.stopped",
            "output_audio_buffer.cleared",
            "response.created",
            "response.done",
            "response.output_item.added",
            "response.output_item.done",
            "response.content_part.added",
            "response.content_part.done",
            "response.output_audio.delta",
            "response.output_audio_transcript.delta",
            "response.output_text.delta",
            "response.audio.delta",
            "response.audio_transcript.delta",
            "response.text.delta",
            "response.function_call_arguments.delta",
            "response.mcp_call_arguments.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.output_text.done",
            "response.audio.done",
            "response.audio_transcript.done",
            "response.text.done",
            "response.function_call_arguments.done",
            "response.mcp_call_arguments.done",
            "mcp_list_tools.in_progress",
            "mcp_list_tools.completed",
            "mcp_list_tools.failed",
            "response.mcp_call.in_progress",
            "response.mcp_call.completed",
            "response.mcp_call.failed",
            "rate_limits.updated",
            "error"};
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
