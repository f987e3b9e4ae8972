// The messages of a chat completion request, identified by role.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <initializer_list>
#include <type_traits>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/data_url.hpp>
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
// Creates a message of role user from several parts: user({text_part("..."), image("...")}). Copies
// them; the overload below does not.
RequestMessage user(std::initializer_list<ContentPart> parts);
// Creates a message of role assistant: an earlier answer.
RequestMessage assistant(MessageContent content);
// Creates the assistant message that made these calls. Send it back before the tools' results.
RequestMessage assistant(std::vector<ToolCall> calls);
// Creates the result of the tool call with that id.
RequestMessage tool(std::string call_id, MessageContent content);

// Creates a text part for user().
ContentPart text_part(std::string text);
// Creates an image part. `url`: https, or a data URI with the image in base64.
ContentPart image(std::string url);
// The same, with the resolution at which the model is to see the image.
ContentPart image(std::string url, ImageDetail detail);
// Creates an image part from the bytes of an image file. They are encoded directly into the part's
// data URL, which takes 4/3 of their size. An empty `type` is taken from the bytes; see data_url().
// transport/image_file.hpp reads files.
ContentPart image_bytes(std::string_view bytes, std::string_view type = {},
                        field<open_enum<ImageDetail>> detail = {});
ContentPart image_bytes(std::span<const std::uint8_t> bytes, std::string_view type = {},
                        field<open_enum<ImageDetail>> detail = {});
// Creates a part of recorded speech from the bytes of a file.
ContentPart audio_bytes(std::string_view bytes, InputAudioFormat format);
// Creates a file part from the bytes of a file. An empty `type` is taken from the bytes; see
// data_url().
ContentPart file_bytes(std::string_view bytes, std::string filename, std::string_view type = {});

namespace detail {

template <class T>
concept content_part =
    std::constructible_from<ContentPart, T> && !std::constructible_from<std::string, T>;
template <class T>
concept content_part_or_text = content_part<T> || std::constructible_from<std::string, T>;

template <class T>
ContentPart as_part(T&& part) {
    if constexpr (content_part<T>) {
        return ContentPart(std::forward<T>(part));
    } else {
        return text_part(std::string(std::forward<T>(part)));
    }
}

}  // namespace detail

// Creates a message of role user from parts and texts, which are moved where they can be:
// user("What is this?", image_bytes(bytes)).
template <class First, class... Rest>
requires(detail::content_part<First> ||
         (detail::content_part_or_text<First> && sizeof...(Rest) != 0)) &&
    (detail::content_part_or_text<Rest> && ...) RequestMessage user(First&& first, Rest&&... rest) {
    std::vector<ContentPart> parts;
    parts.reserve(1 + sizeof...(Rest));
    parts.push_back(detail::as_part(std::forward<First>(first)));
    (parts.push_back(detail::as_part(std::forward<Rest>(rest))), ...);
    return user(MessageContent(std::move(parts)));
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <oaiwire/core/base64.hpp>

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

OAIWIRE_INLINE ContentPart image_bytes(std::string_view bytes, std::string_view type,
                                       field<open_enum<ImageDetail>> detail) {
    return ContentPartImage{
        .image_url = {.url = data_url(bytes, type), .detail = std::move(detail)}};
}

OAIWIRE_INLINE ContentPart image_bytes(std::span<const std::uint8_t> bytes, std::string_view type,
                                       field<open_enum<ImageDetail>> detail) {
    return ContentPartImage{
        .image_url = {.url = data_url(bytes, type), .detail = std::move(detail)}};
}

OAIWIRE_INLINE ContentPart audio_bytes(std::string_view bytes, InputAudioFormat format) {
    return ContentPartInputAudio{
        .input_audio = {.data = to_base64(detail::bytes_of(bytes)), .format = format}};
}

OAIWIRE_INLINE ContentPart file_bytes(std::string_view bytes, std::string filename,
                                      std::string_view type) {
    return ContentPartFile{
        .file = {.filename = std::move(filename), .file_data = data_url(bytes, type)}};
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
