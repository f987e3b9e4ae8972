// Realtime API: items of a conversation, and responses.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/realtime_session.hpp>
#include <oaiwire/types/response_calls.hpp>

namespace oaiwire { inline namespace v0_2 {

// What a part of a message contains: the first three in messages of users, input_text in those of
// the system too, the next two in those of the assistant. text and audio: the parts of a response
// in response.content_part events, and in messages at servers of the beta.
enum class RealtimeContentType : std::uint8_t {
    unknown,
    input_text,
    input_audio,
    input_image,
    output_text,
    output_audio,
    text,
    audio,
    item_reference
};
constexpr std::array<std::string_view, 8> enumerator_names(RealtimeContentType) {
    return {"input_text",   "input_audio", "input_image", "output_text",
            "output_audio", "text",        "audio",       "item_reference"};
}

// OpenAI: the content of RealtimeConversationItemUserMessage and the others.
struct RealtimeContentPart {
    field<open_enum<RealtimeContentType>> type{};
    field<std::string> text{};
    field<std::string> audio{};              // base64, in the format of the session
    field<std::string> transcript{};         // of the audio
    field<std::string> image_url{};          // a data URI
    field<open_enum<ImageDetail>> detail{};  // auto, low or high
    field<std::string> id{};                 // of the item, for item_reference
    extra_members extra{};
    friend bool operator==(const RealtimeContentPart&, const RealtimeContentPart&) = default;
};

// The state of an item; servers ignore it in requests.
enum class RealtimeItemStatus : std::uint8_t { unknown, completed, incomplete, in_progress };
constexpr std::array<std::string_view, 3> enumerator_names(RealtimeItemStatus) {
    return {"completed", "incomplete", "in_progress"};
}

// OpenAI: RealtimeConversationItemSystemMessage, RealtimeConversationItemUserMessage,
// RealtimeConversationItemAssistantMessage.
struct RealtimeMessage {
    static constexpr wire_tag tag{"type", "message"};
    field<open_enum<Role>> role{};  // system, user or assistant
    std::vector<RealtimeContentPart> content{};
    field<std::string> id{};      // made by the server if absent
    field<std::string> object{};  // "realtime.item"
    field<open_enum<RealtimeItemStatus>> status{};
    extra_members extra{};
    friend bool operator==(const RealtimeMessage&, const RealtimeMessage&) = default;
};

// OpenAI: RealtimeConversationItemFunctionCall.
struct RealtimeFunctionCall {
    static constexpr wire_tag tag{"type", "function_call"};
    field<std::string> name{};
    field<std::string> arguments{};  // JSON as a string
    field<std::string> call_id{};
    field<std::string> id{};
    field<std::string> object{};  // "realtime.item"
    field<open_enum<RealtimeItemStatus>> status{};
    extra_members extra{};
    friend bool operator==(const RealtimeFunctionCall&, const RealtimeFunctionCall&) = default;
};

// OpenAI: RealtimeConversationItemFunctionCallOutput.
struct RealtimeFunctionCallOutput {
    static constexpr wire_tag tag{"type", "function_call_output"};
    field<std::string> call_id{};
    field<std::string> output{};
    field<std::string> id{};
    field<std::string> object{};  // "realtime.item"
    field<open_enum<RealtimeItemStatus>> status{};
    extra_members extra{};
    friend bool operator==(const RealtimeFunctionCallOutput&,
                           const RealtimeFunctionCallOutput&) = default;
};

// OpenAI: ResponseItemReference. An item of the conversation as input of a response.
struct RealtimeItemReference {
    static constexpr wire_tag tag{"type", "item_reference"};
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const RealtimeItemReference&, const RealtimeItemReference&) = default;
};

// OpenAI: ConversationItem, ConversationItemWithReference. Items of other types are kept as raw
// JSON.
using RealtimeItem =
    std::variant<RealtimeMessage, RealtimeFunctionCall, RealtimeFunctionCallOutput, MCPToolCall,
                 MCPListTools, MCPApprovalResponse, RealtimeItemReference, raw_json>;

// OpenAI: a part of RealtimeResponseUsageInputTokenDetails, and
// RealtimeResponseUsageOutputTokenDetails.
struct RealtimeTokenDetails {
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> image_tokens{};
    field<std::int64_t> text_tokens{};
    extra_members extra{};
    friend bool operator==(const RealtimeTokenDetails&, const RealtimeTokenDetails&) = default;
};

// OpenAI: RealtimeResponseUsageInputTokenDetails.
struct RealtimeInputTokenDetails {
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> cached_tokens{};
    field<RealtimeTokenDetails> cached_tokens_details{};
    field<std::int64_t> image_tokens{};
    field<std::int64_t> text_tokens{};
    extra_members extra{};
    friend bool operator==(const RealtimeInputTokenDetails&,
                           const RealtimeInputTokenDetails&) = default;
};

// OpenAI: RealtimeResponseUsage.
struct RealtimeUsage {
    field<RealtimeInputTokenDetails> input_token_details{};
    field<std::int64_t> input_tokens{};
    field<RealtimeTokenDetails> output_token_details{};
    field<std::int64_t> output_tokens{};
    field<std::int64_t> total_tokens{};
    extra_members extra{};
    friend bool operator==(const RealtimeUsage&, const RealtimeUsage&) = default;
};

// OpenAI: the state of a RealtimeResponse.
enum class RealtimeResponseStatus : std::uint8_t {
    unknown,
    completed,
    cancelled,
    failed,
    incomplete,
    in_progress
};
constexpr std::array<std::string_view, 5> enumerator_names(RealtimeResponseStatus) {
    return {"completed", "cancelled", "failed", "incomplete", "in_progress"};
}

// Why a response is cancelled or incomplete.
enum class RealtimeStatusReason : std::uint8_t {
    unknown,
    turn_detected,
    client_cancelled,
    max_output_tokens,
    content_filter
};
constexpr std::array<std::string_view, 4> enumerator_names(RealtimeStatusReason) {
    return {"turn_detected", "client_cancelled", "max_output_tokens", "content_filter"};
}

// OpenAI: an error of the server: RealtimeError, and errors of responses and transcriptions.
struct RealtimeError {
    field<std::string> type{};
    field<std::string> code{};
    field<std::string> message{};
    field<std::string> param{};
    field<std::string> event_id{};  // of the client's event that caused it
    extra_members extra{};
    friend bool operator==(const RealtimeError&, const RealtimeError&) = default;
};

// OpenAI: RealtimeResponseStatus. Why a response ended as it did.
struct RealtimeStatusDetails {
    field<open_enum<RealtimeResponseStatus>> type{};
    field<open_enum<RealtimeStatusReason>> reason{};
    field<RealtimeError> error{};
    extra_members extra{};
    friend bool operator==(const RealtimeStatusDetails&, const RealtimeStatusDetails&) = default;
};

// OpenAI: a part of RealtimeResponse and of RealtimeResponseCreateParams.
struct RealtimeResponseAudio {
    field<RealtimeAudioOutput> output{};
    extra_members extra{};
    friend bool operator==(const RealtimeResponseAudio&, const RealtimeResponseAudio&) = default;
};

// OpenAI: RealtimeResponse.
struct RealtimeResponse {
    field<std::string> id{};
    field<RealtimeResponseAudio> audio{};
    field<std::string> conversation_id{};  // absent or null: in no conversation
    field<RealtimeMaxTokens> max_output_tokens{};
    field<raw_json> metadata{};   // an object
    field<std::string> object{};  // "realtime.response"
    field<std::vector<RealtimeItem>> output{};
    field<std::vector<open_enum<Modality>>> output_modalities{};
    field<open_enum<RealtimeResponseStatus>> status{};
    field<RealtimeStatusDetails> status_details{};
    field<RealtimeUsage> usage{};
    extra_members extra{};
    friend bool operator==(const RealtimeResponse&, const RealtimeResponse&) = default;
};

// OpenAI: RealtimeResponseCreateParams. What differs from the session for one response.
struct RealtimeResponseParams {
    field<RealtimeResponseAudio> audio{};
    field<std::string>
        conversation{};  // "auto" (the default), or "none": a response beside the conversation
    field<std::vector<RealtimeItem>> input{};  // instead of the conversation
    field<std::string> instructions{};
    field<RealtimeMaxTokens> max_output_tokens{};
    field<raw_json> metadata{};  // an object of texts
    field<std::vector<open_enum<Modality>>> output_modalities{};
    field<bool> parallel_tool_calls{};
    field<ResponsePrompt> prompt{};
    field<RealtimeReasoning> reasoning{};
    field<RealtimeToolChoice> tool_choice{};
    field<std::vector<RealtimeTool>> tools{};
    extra_members extra{};
    friend bool operator==(const RealtimeResponseParams&, const RealtimeResponseParams&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
