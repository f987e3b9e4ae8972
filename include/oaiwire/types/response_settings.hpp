// Responses API: settings of a request that its response repeats, such as reasoning and output
// format.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// What to do if the context is too long: drop old items, or fail.
enum class Truncation : std::uint8_t { unknown, auto_, disabled };
constexpr std::array<std::string_view, 2> enumerator_names(Truncation) {
    return {"auto", "disabled"};
}

// OpenAI: TextResponseFormatConfiguration. The members after type belong to json_schema.
struct ResponseTextFormat {
    static constexpr bool kept_apart = true;
    field<open_enum<ResponseFormatType>> type{};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> schema{};  // a JSON Schema
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const ResponseTextFormat&, const ResponseTextFormat&) = default;
};

// OpenAI: ResponseTextParam.
struct ResponseTextParam {
    field<ResponseTextFormat> format{};
    field<open_enum<Verbosity>> verbosity{};
    extra_members extra{};
    friend bool operator==(const ResponseTextParam&, const ResponseTextParam&) = default;
};

// OpenAI: Reasoning.
struct Reasoning {
    field<open_enum<ReasoningEffort>> effort{};
    field<std::string> summary{};           // "auto", "concise" or "detailed"
    field<std::string> context{};           // "auto", "current_turn" or "all_turns"
    field<std::string> generate_summary{};  // deprecated; use summary
    field<std::string> mode{};              // "standard" or "pro"
    extra_members extra{};
    friend bool operator==(const Reasoning&, const Reasoning&) = default;
};

// OpenAI: Prompt. A prompt template stored on the server.
struct ResponsePrompt {
    field<std::string> id{};
    field<std::string> version{};
    field<raw_json> variables{};  // an object
    extra_members extra{};
    friend bool operator==(const ResponsePrompt&, const ResponsePrompt&) = default;
};

// OpenAI: a conversation stored on the server.
struct ResponseConversation {
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const ResponseConversation&, const ResponseConversation&) = default;
};

// OpenAI: ConversationParam. The id of a conversation, or an object with it.
using ConversationParam = std::variant<std::string, ResponseConversation>;

// OpenAI: the `access_programs` member of a request.
struct AccessPrograms {
    field<std::string> cyber{};  // "standard", "daybreak_blue" or "daybreak_red"
    extra_members extra{};
    friend bool operator==(const AccessPrograms&, const AccessPrograms&) = default;
};

// OpenAI: options of background responses.
struct BackgroundOptions {
    field<std::string> completion_window{};  // "soonest", "2h" or "8h"
    field<std::string> continuation_id{};
    extra_members extra{};
    friend bool operator==(const BackgroundOptions&, const BackgroundOptions&) = default;
};

// OpenAI: automatic compaction of the context.
struct ContextManagement {
    field<std::string> type{};                // "compaction"
    field<std::int64_t> compact_threshold{};  // tokens
    extra_members extra{};
    friend bool operator==(const ContextManagement&, const ContextManagement&) = default;
};

// OpenAI: how images in the context are stored.
struct ImageContextOptions {
    field<std::string> context_compression{};  // "auto" (requests only), "enabled" or "disabled"
    extra_members extra{};
    friend bool operator==(const ImageContextOptions&, const ImageContextOptions&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
