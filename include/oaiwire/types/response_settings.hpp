// What a request of the Responses API may ask for, and its response repeats: reasoning, the form of
// the text, where the context comes from. Knows no JSON.
#pragma once

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire::inline v0_2 {

enum class Truncation : std::uint8_t { unknown, auto_, disabled };
constexpr std::array<std::string_view, 2> enumerator_names(Truncation) {
    return {"auto", "disabled"};
}

// OpenAI: TextResponseFormatConfiguration. The members after type are those of a JSON schema.
struct ResponseTextFormat {
    static constexpr bool kept_apart = true;
    field<open_enum<ResponseFormatType>> type{};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> schema{};
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const ResponseTextFormat&, const ResponseTextFormat&) = default;
};

struct ResponseTextParam {
    field<ResponseTextFormat> format{};
    field<open_enum<Verbosity>> verbosity{};
    extra_members extra{};
    friend bool operator==(const ResponseTextParam&, const ResponseTextParam&) = default;
};

// summary: "auto", "concise", "detailed". context: "auto", "current_turn", "all_turns".
struct Reasoning {
    field<open_enum<ReasoningEffort>> effort{};
    field<std::string> summary{};
    field<std::string> context{};
    field<std::string> generate_summary{};  // deprecated: summary
    field<std::string> mode{};              // "standard", "pro"
    extra_members extra{};
    friend bool operator==(const Reasoning&, const Reasoning&) = default;
};

// A prompt template that the server keeps. variables: an object.
struct ResponsePrompt {
    field<std::string> id{};
    field<std::string> version{};
    field<raw_json> variables{};
    extra_members extra{};
    friend bool operator==(const ResponsePrompt&, const ResponsePrompt&) = default;
};

struct ResponseConversation {
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const ResponseConversation&, const ResponseConversation&) = default;
};

// A conversation's id, bare or in an object.
using ConversationParam = std::variant<std::string, ResponseConversation>;

// cyber: "standard", "daybreak_blue", "daybreak_red".
struct AccessPrograms {
    field<std::string> cyber{};
    extra_members extra{};
    friend bool operator==(const AccessPrograms&, const AccessPrograms&) = default;
};

// completion_window: "soonest", "2h", "8h".
struct BackgroundOptions {
    field<std::string> completion_window{};
    field<std::string> continuation_id{};
    extra_members extra{};
    friend bool operator==(const BackgroundOptions&, const BackgroundOptions&) = default;
};

// type: "compaction".
struct ContextManagement {
    field<std::string> type{};
    field<std::int64_t> compact_threshold{};  // tokens
    extra_members extra{};
    friend bool operator==(const ContextManagement&, const ContextManagement&) = default;
};

// context_compression: "auto" (requests only), "enabled", "disabled".
struct ImageContextOptions {
    field<std::string> context_compression{};
    extra_members extra{};
    friend bool operator==(const ImageContextOptions&, const ImageContextOptions&) = default;
};

}  // namespace oaiwire::inline v0_2
