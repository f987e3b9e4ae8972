// The messages of a chat completion request, identified by role.
#pragma once

#include <initializer_list>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: ChatCompletionRequestDeveloperMessage. Instructions, for newer models.
struct DeveloperMessage {
    static constexpr wire_tag tag{"role", "developer"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const DeveloperMessage&, const DeveloperMessage&) = default;
};

// OpenAI: ChatCompletionRequestSystemMessage. Instructions.
struct SystemMessage {
    static constexpr wire_tag tag{"role", "system"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const SystemMessage&, const SystemMessage&) = default;
};

// OpenAI: ChatCompletionRequestUserMessage.
struct UserMessage {
    static constexpr wire_tag tag{"role", "user"};
    field<MessageContent> content{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const UserMessage&, const UserMessage&) = default;
};

// OpenAI: refers to audio of an earlier response.
struct AudioReference {
    std::string id{};
    extra_members extra{};
    friend bool operator==(const AudioReference&, const AudioReference&) = default;
};

// OpenAI: ChatCompletionRequestAssistantMessage. An earlier answer of the model. `content` may be
// absent or null if there are tool_calls. `reasoning_content`: R9S, DeepSeek and others.
struct AssistantMessage {
    static constexpr wire_tag tag{"role", "assistant"};
    field<MessageContent> content{};
    field<std::string> refusal{};
    field<std::string> name{};
    field<std::string> reasoning_content{};
    field<AudioReference> audio{};
    field<std::vector<ToolCall>> tool_calls{};
    field<FunctionCall> function_call{};  // deprecated; use tool_calls
    extra_members extra{};
    friend bool operator==(const AssistantMessage&, const AssistantMessage&) = default;
};

// OpenAI: ChatCompletionRequestToolMessage. The result of a tool call.
struct ToolMessage {
    static constexpr wire_tag tag{"role", "tool"};
    field<MessageContent> content{};
    field<std::string> tool_call_id{};  // the id of the ToolCall
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const ToolMessage&, const ToolMessage&) = default;
};

// OpenAI: ChatCompletionRequestFunctionMessage. Deprecated; use ToolMessage.
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

// Creates a message of role system.
RequestMessage system(MessageContent content);
// With `using namespace`, a plain call would also match the C library's system(const char*). This
// overload makes such a call ambiguous, so it does not run the prompt as a shell command.
RequestMessage system(const char* content);
// Creates a message of role developer.
RequestMessage developer(MessageContent content);
// Creates a message of role user.
RequestMessage user(MessageContent content);
// Creates a message of role user from several parts: user({text_part("..."), image("...")}).
RequestMessage user(std::initializer_list<ContentPart> parts);
// Creates a message of role assistant: an earlier answer.
RequestMessage assistant(MessageContent content);
// Creates the assistant message that made these calls. Send it back before the tools' results.
RequestMessage assistant(std::vector<ToolCall> calls);
// Creates the result of the tool call with that id.
RequestMessage tool(std::string call_id, MessageContent content);

// Creates a text part for user({...}).
ContentPart text_part(std::string text);
// Creates an image part. `url`: https, or a data URI with the image in base64.
ContentPart image(std::string url);
// The same, with the resolution at which the model is to see the image.
ContentPart image(std::string url, ImageDetail detail);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

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

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES
