// Realtime API: the events that a server sends. Events with the same members share a struct; its
// `type` distinguishes them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/realtime_items.hpp>
#include <oaiwire/types/realtime_server_event_type.hpp>
#include <oaiwire/types/realtime_session.hpp>

namespace oaiwire { inline namespace v0_2 {

// In all of them, event_id is an id of the server's.

// The session as it is now.
struct RealtimeSessionEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::session_created,
                                 RealtimeServerEventType::transcription_session_updated>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<RealtimeAnySession> session{};
    extra_members extra{};
    friend bool operator==(const RealtimeSessionEvent&, const RealtimeSessionEvent&) = default;
};

// OpenAI: the conversation of a session.
struct RealtimeConversation {
    field<std::string> id{};
    field<std::string> object{};  // "realtime.conversation"
    extra_members extra{};
    friend bool operator==(const RealtimeConversation&, const RealtimeConversation&) = default;
};

// A new conversation.
struct RealtimeConversationEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::conversation_created,
                                 RealtimeServerEventType::conversation_created>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<RealtimeConversation> conversation{};
    extra_members extra{};
    friend bool operator==(const RealtimeConversationEvent&,
                           const RealtimeConversationEvent&) = default;
};

// An item of the conversation: new, complete, or with its audio as asked for.
// conversation.item.created is the name of the first two in the beta.
struct RealtimeItemEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::conversation_item_added,
                                 RealtimeServerEventType::conversation_item_retrieved>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<RealtimeItem> item{};
    field<std::string> previous_item_id{};  // the item before it; null: none
    extra_members extra{};
    friend bool operator==(const RealtimeItemEvent&, const RealtimeItemEvent&) = default;
};

// An item was removed, or its audio shortened.
struct RealtimeItemChangeEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::conversation_item_deleted,
                                 RealtimeServerEventType::conversation_item_truncated>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> item_id{};
    field<std::int64_t> content_index{};
    field<std::int64_t> audio_end_ms{};  // what is kept
    extra_members extra{};
    friend bool operator==(const RealtimeItemChangeEvent&,
                           const RealtimeItemChangeEvent&) = default;
};

// Transcription of the user's audio: a piece, the whole, a segment with its speaker, or an error.
struct RealtimeTranscriptionEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values = detail::enumerator_texts<
        RealtimeServerEventType::conversation_item_input_audio_transcription_delta,
        RealtimeServerEventType::conversation_item_input_audio_transcription_failed>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> item_id{};
    field<std::int64_t> content_index{};
    field<std::string> delta{};
    field<std::string> transcript{};  // completed: the whole
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<std::vector<TranscriptionLanguage>> languages{};
    field<AudioUsage> usage{};
    field<std::string> id{};  // of the segment
    field<std::string> text{};
    field<std::string> speaker{};
    field<double> start{};  // seconds
    field<double> end{};    // seconds
    field<RealtimeError> error{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranscriptionEvent&,
                           const RealtimeTranscriptionEvent&) = default;
};

// The input audio buffer. Times are milliseconds of all audio that was sent in the session.
struct RealtimeInputAudioEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::input_audio_buffer_committed,
                                 RealtimeServerEventType::input_audio_buffer_dtmf_event_received>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> item_id{};           // of the item that the buffer becomes
    field<std::string> previous_item_id{};  // committed
    field<std::int64_t> audio_start_ms{};
    field<std::int64_t> audio_end_ms{};
    field<std::string> event{};         // dtmf_event_received: the key
    field<std::int64_t> received_at{};  // dtmf_event_received: Unix time in seconds
    extra_members extra{};
    friend bool operator==(const RealtimeInputAudioEvent&,
                           const RealtimeInputAudioEvent&) = default;
};

// WebRTC and SIP: the server plays audio, or no longer.
struct RealtimeOutputAudioEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::output_audio_buffer_started,
                                 RealtimeServerEventType::output_audio_buffer_cleared>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> response_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeOutputAudioEvent&,
                           const RealtimeOutputAudioEvent&) = default;
};

// A response begins, or has ended, in whatever way.
struct RealtimeResponseEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::response_created,
                                 RealtimeServerEventType::response_done>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<RealtimeResponse> response{};
    extra_members extra{};
    friend bool operator==(const RealtimeResponseEvent&, const RealtimeResponseEvent&) = default;
};

// An item of a response begins or is complete.
struct RealtimeOutputItemEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::response_output_item_added,
                                 RealtimeServerEventType::response_output_item_done>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> response_id{};
    field<std::int64_t> output_index{};
    field<RealtimeItem> item{};
    extra_members extra{};
    friend bool operator==(const RealtimeOutputItemEvent&,
                           const RealtimeOutputItemEvent&) = default;
};

// A part of a message begins or is complete.
struct RealtimePartEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::response_content_part_added,
                                 RealtimeServerEventType::response_content_part_done>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> response_id{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<RealtimeContentPart> part{};
    extra_members extra{};
    friend bool operator==(const RealtimePartEvent&, const RealtimePartEvent&) = default;
};

// A piece of audio, of text or of arguments.
struct RealtimeDeltaEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::response_output_audio_delta,
                                 RealtimeServerEventType::response_mcp_call_arguments_delta>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> response_id{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::string> delta{};  // base64 for audio
    field<std::string> call_id{};
    field<std::string> obfuscation{};  // random padding against traffic analysis
    extra_members extra{};
    friend bool operator==(const RealtimeDeltaEvent&, const RealtimeDeltaEvent&) = default;
};

// The end of what came in deltas, with the whole of it unless it is audio.
struct RealtimeDoneEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::response_output_audio_done,
                                 RealtimeServerEventType::response_mcp_call_arguments_done>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> response_id{};
    field<std::string> item_id{};
    field<std::int64_t> output_index{};
    field<std::int64_t> content_index{};
    field<std::string> transcript{};
    field<std::string> text{};
    field<std::string> arguments{};  // JSON as a string
    field<std::string> call_id{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const RealtimeDoneEvent&, const RealtimeDoneEvent&) = default;
};

// Progress of a call of an MCP server; response_id and output_index belong to response.mcp_call.
struct RealtimeMCPEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::mcp_list_tools_in_progress,
                                 RealtimeServerEventType::response_mcp_call_failed>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::string> item_id{};
    field<std::string> response_id{};
    field<std::int64_t> output_index{};
    extra_members extra{};
    friend bool operator==(const RealtimeMCPEvent&, const RealtimeMCPEvent&) = default;
};

// OpenAI: a limit, "requests" or "tokens".
struct RealtimeRateLimit {
    field<std::string> name{};
    field<std::int64_t> limit{};
    field<std::int64_t> remaining{};
    field<double> reset_seconds{};
    extra_members extra{};
    friend bool operator==(const RealtimeRateLimit&, const RealtimeRateLimit&) = default;
};

// What the limits allow after a new response.
struct RealtimeRateLimitsEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::rate_limits_updated,
                                 RealtimeServerEventType::rate_limits_updated>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<std::vector<RealtimeRateLimit>> rate_limits{};
    extra_members extra{};
    friend bool operator==(const RealtimeRateLimitsEvent&,
                           const RealtimeRateLimitsEvent&) = default;
};

// An error. The session goes on.
struct RealtimeErrorEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr auto tag_values =
        detail::enumerator_texts<RealtimeServerEventType::error, RealtimeServerEventType::error>;
    open_enum<RealtimeServerEventType> type{};
    field<std::string> event_id{};
    field<RealtimeError> error{};
    extra_members extra{};
    friend bool operator==(const RealtimeErrorEvent&, const RealtimeErrorEvent&) = default;
};

// OpenAI: RealtimeServerEvent. Events of other types are kept as raw JSON.
using RealtimeServerEvent =
    std::variant<RealtimeDeltaEvent, RealtimeSessionEvent, RealtimeConversationEvent,
                 RealtimeItemEvent, RealtimeItemChangeEvent, RealtimeTranscriptionEvent,
                 RealtimeInputAudioEvent, RealtimeOutputAudioEvent, RealtimeResponseEvent,
                 RealtimeOutputItemEvent, RealtimePartEvent, RealtimeDoneEvent, RealtimeMCPEvent,
                 RealtimeRateLimitsEvent, RealtimeErrorEvent, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
