// The messages of a chat completion request, told apart by role. Knows no JSON.
#pragma once

#include <initializer_list>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire::inline v0_2 {

struct DeveloperMessage {
    static constexpr wire_tag tag{"role", "developer"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const DeveloperMessage&, const DeveloperMessage&) = default;
};

struct SystemMessage {
    static constexpr wire_tag tag{"role", "system"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const SystemMessage&, const SystemMessage&) = default;
};

struct UserMessage {
    static constexpr wire_tag tag{"role", "user"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const UserMessage&, const UserMessage&) = default;
};

// Audio that the assistant said earlier.
struct AudioReference {
    std::string id{};
    extra_members extra{};
    friend bool operator==(const AudioReference&, const AudioReference&) = default;
};

// content may be absent or null beside tool_calls. reasoning_content: R9S, DeepSeek and others.
struct AssistantMessage {
    static constexpr wire_tag tag{"role", "assistant"};
    field<MessageContent> content{};
    field<std::string> refusal{};
    field<std::string> name{};
    field<std::string> reasoning_content{};
    field<AudioReference> audio{};
    field<std::vector<ToolCall>> tool_calls{};
    field<FunctionCall> function_call{};
    extra_members extra{};
    friend bool operator==(const AssistantMessage&, const AssistantMessage&) = default;
};

struct ToolMessage {
    static constexpr wire_tag tag{"role", "tool"};
    field<MessageContent> content{};
    field<std::string> tool_call_id{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const ToolMessage&, const ToolMessage&) = default;
};

// Deprecated by OpenAI in favour of ToolMessage.
struct FunctionMessage {
    static constexpr wire_tag tag{"role", "function"};
    field<MessageContent> content{};
    std::string name{};
    extra_members extra{};
    friend bool operator==(const FunctionMessage&, const FunctionMessage&) = default;
};

// OpenAI: ChatCompletionRequestMessage; Atoma: ChatCompletionMessage; R9S: Message. A message of
// another role, or of none, is kept as raw JSON.
using RequestMessage = std::variant<DeveloperMessage, SystemMessage, UserMessage, AssistantMessage,
                                    ToolMessage, FunctionMessage, raw_json>;

RequestMessage system(MessageContent content);
// As good a match as the C library's system() where `using namespace` makes both visible: an
// ambiguity then, and no shell that runs the prompt.
RequestMessage system(const char* content);
RequestMessage developer(MessageContent content);
RequestMessage user(MessageContent content);
RequestMessage user(std::initializer_list<ContentPart> parts);
RequestMessage assistant(MessageContent content);
// An assistant turn that made calls: send it back before the tools' answers.
RequestMessage assistant(std::vector<ToolCall> calls);
// A tool's answer to the call of that id.
RequestMessage tool(std::string call_id, MessageContent content);

// Parts for user({...}).
ContentPart text_part(std::string text);
ContentPart image(std::string url);
ContentPart image(std::string url, ImageDetail detail);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE RequestMessage system(MessageContent content) {
    return SystemMessage{.content = std::move(content)};
}

OAIWIRE_INLINE RequestMessage system(const char* content) {
    return system(MessageContent(content));
}

OAIWIRE_INLINE RequestMessage developer(MessageContent content) {
    return DeveloperMessage{.content = std::move(content)};
}

OAIWIRE_INLINE RequestMessage user(MessageContent content) {
    return UserMessage{.content = std::move(content)};
}

OAIWIRE_INLINE RequestMessage user(std::initializer_list<ContentPart> parts) {
    return UserMessage{.content = MessageContent(std::vector<ContentPart>(parts))};
}

OAIWIRE_INLINE RequestMessage assistant(MessageContent content) {
    return AssistantMessage{.content = std::move(content)};
}

OAIWIRE_INLINE RequestMessage assistant(std::vector<ToolCall> calls) {
    return AssistantMessage{.content = null, .tool_calls = std::move(calls)};
}

OAIWIRE_INLINE RequestMessage tool(std::string call_id, MessageContent content) {
    return ToolMessage{.content = std::move(content), .tool_call_id = std::move(call_id)};
}

OAIWIRE_INLINE ContentPart text_part(std::string text) {
    return ContentPartText{.text = std::move(text)};
}

OAIWIRE_INLINE ContentPart image(std::string url) {
    return ContentPartImage{.image_url = {.url = std::move(url)}};
}

OAIWIRE_INLINE ContentPart image(std::string url, ImageDetail detail) {
    return ContentPartImage{.image_url = {.url = std::move(url), .detail = detail}};
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
