// Realtime API: the events that a client sends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/realtime_items.hpp>
#include <oaiwire/types/realtime_session.hpp>

namespace oaiwire { inline namespace v0_2 {

// In all of them, event_id is an id of the client's, which an error of the server repeats.

// OpenAI: SessionUpdateEvent. Sets what is present; the rest stays as it is.
struct RealtimeSessionUpdate {
    static constexpr wire_tag tag{"type", "session.update"};
    field<std::string> event_id{};
    field<RealtimeAnySession> session{};
    extra_members extra{};
    friend bool operator==(const RealtimeSessionUpdate&, const RealtimeSessionUpdate&) = default;
};

// OpenAI: TranscriptionSessionUpdate, of the beta. `session` is an object.
struct RealtimeTranscriptionSessionUpdate {
    static constexpr wire_tag tag{"type", "transcription_session.update"};
    field<std::string> event_id{};
    field<RealtimeTranscriptionSettings> session{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranscriptionSessionUpdate&,
                           const RealtimeTranscriptionSessionUpdate&) = default;
};

// OpenAI: ConversationItemCreateEvent.
struct RealtimeItemCreate {
    static constexpr wire_tag tag{"type", "conversation.item.create"};
    field<std::string> event_id{};
    field<RealtimeItem> item{};
    field<std::string>
        previous_item_id{};  // the item before it; "root": none; absent: the last one
    extra_members extra{};
    friend bool operator==(const RealtimeItemCreate&, const RealtimeItemCreate&) = default;
};

// OpenAI: ConversationItemRetrieveEvent. Asks for an item with its audio.
struct RealtimeItemRetrieve {
    static constexpr wire_tag tag{"type", "conversation.item.retrieve"};
    field<std::string> event_id{};
    field<std::string> item_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeItemRetrieve&, const RealtimeItemRetrieve&) = default;
};

// OpenAI: ConversationItemTruncateEvent. Removes the audio that was not played, and the transcript.
struct RealtimeItemTruncate {
    static constexpr wire_tag tag{"type", "conversation.item.truncate"};
    field<std::string> event_id{};
    field<std::string> item_id{};
    field<std::int64_t> content_index{};  // 0
    field<std::int64_t>
        audio_end_ms{};  // what is kept, in milliseconds; at most the length of the audio
    extra_members extra{};
    friend bool operator==(const RealtimeItemTruncate&, const RealtimeItemTruncate&) = default;
};

// OpenAI: ConversationItemDeleteEvent.
struct RealtimeItemDelete {
    static constexpr wire_tag tag{"type", "conversation.item.delete"};
    field<std::string> event_id{};
    field<std::string> item_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeItemDelete&, const RealtimeItemDelete&) = default;
};

// OpenAI: InputAudioBufferAppendEvent.
struct RealtimeInputAudioAppend {
    static constexpr wire_tag tag{"type", "input_audio_buffer.append"};
    field<std::string> event_id{};
    field<std::string> audio{};  // base64, in the format of the session; at most 15 MiB
    extra_members extra{};
    friend bool operator==(const RealtimeInputAudioAppend&,
                           const RealtimeInputAudioAppend&) = default;
};

// OpenAI: InputAudioBufferCommitEvent. Makes an item of the buffer.
struct RealtimeInputAudioCommit {
    static constexpr wire_tag tag{"type", "input_audio_buffer.commit"};
    field<std::string> event_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeInputAudioCommit&,
                           const RealtimeInputAudioCommit&) = default;
};

// OpenAI: InputAudioBufferClearEvent.
struct RealtimeInputAudioClear {
    static constexpr wire_tag tag{"type", "input_audio_buffer.clear"};
    field<std::string> event_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeInputAudioClear&,
                           const RealtimeInputAudioClear&) = default;
};

// OpenAI: OutputAudioBufferClearEvent. WebRTC and SIP only: stops the audio.
struct RealtimeOutputAudioClear {
    static constexpr wire_tag tag{"type", "output_audio_buffer.clear"};
    field<std::string> event_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeOutputAudioClear&,
                           const RealtimeOutputAudioClear&) = default;
};

// OpenAI: ResponseCreateEvent.
struct RealtimeResponseCreate {
    static constexpr wire_tag tag{"type", "response.create"};
    field<std::string> event_id{};
    field<RealtimeResponseParams> response{};
    extra_members extra{};
    friend bool operator==(const RealtimeResponseCreate&, const RealtimeResponseCreate&) = default;
};

// OpenAI: ResponseCancelEvent.
struct RealtimeResponseCancel {
    static constexpr wire_tag tag{"type", "response.cancel"};
    field<std::string> event_id{};
    field<std::string> response_id{};  // absent: the one of the conversation
    extra_members extra{};
    friend bool operator==(const RealtimeResponseCancel&, const RealtimeResponseCancel&) = default;
};

// OpenAI: RealtimeClientEvent. Events of other types are kept as raw JSON.
using RealtimeClientEvent =
    std::variant<RealtimeInputAudioAppend, RealtimeSessionUpdate, RealtimeItemCreate,
                 RealtimeItemRetrieve, RealtimeItemTruncate, RealtimeItemDelete,
                 RealtimeInputAudioCommit, RealtimeInputAudioClear, RealtimeOutputAudioClear,
                 RealtimeResponseCreate, RealtimeResponseCancel, RealtimeTranscriptionSessionUpdate,
                 raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
