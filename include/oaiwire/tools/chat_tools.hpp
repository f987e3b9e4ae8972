// Tool loops over chat completions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/tools/chat_message.hpp>
#include <oaiwire/tools/tool_conversation.hpp>
#include <oaiwire/tools/tool_runner.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Errors: std::bad_alloc passes through; the request is unchanged then.
template <>
struct tool_dialect<ChatCompletionRequest> {
    // Adds the tools that the request does not declare yet.
    template <class = void>
    static void declare(ChatCompletionRequest& request, const tool_set& tools);
    template <class = void>
    static found_output read(const ChatCompletion& response);
    // Adds the assistant message and the answers to its calls.
    template <class = void>
    static void append(ChatCompletionRequest& request, const ChatCompletion& response,
                       std::span<const called_tool> calls, const tool_options& options);
    // Adds the last answer.
    template <class = void>
    static void conclude(ChatCompletionRequest& request, const ChatCompletion& response,
                         const tool_options& options);
    // Forbids calls in the next response.
    template <class = void>
    static void forbid(ChatCompletionRequest& request);
    // Leaves calls to the model, if the request demanded one.
    template <class = void>
    static void relax(ChatCompletionRequest& request);
    // Asks a stream for token counts, unless the request says what it wants.
    template <class = void>
    static void ask_usage(ChatCompletionRequest& request);
};

template <>
struct tool_loop<ChatCompletionRequest> : tool_runner<ChatCompletionRequest> {};

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class = void>
Tool chat_tool(const tool_declaration& from) {
    const auto describe = [&](auto& to) {
        to.name = from.name;
        if (!from.description.empty()) to.description = from.description;
    };
    if (from.custom) {
        CustomTool out;
        describe(out.custom);
        if (from.settings.grammar) {
            out.custom.format = CustomToolGrammarFormat{.grammar = *from.settings.grammar};
        }
        return out;
    }
    FunctionTool out;
    describe(out.function);
    out.function.parameters = from.parameters;
    if (from.settings.strict) out.function.strict = *from.settings.strict;
    return out;
}

template <class = void>
bool is_tool_named(const Tool& tool, std::string_view name) {
    if (const auto* f = std::get_if<FunctionTool>(&tool)) return f->function.name == name;
    const auto* c = std::get_if<CustomTool>(&tool);
    return c && c->custom.name == name;
}

template <class>
void tool_dialect<ChatCompletionRequest>::declare(ChatCompletionRequest& request,
                                                  const tool_set& tools) {
    std::vector<Tool> all;
    if (request.tools) all = *request.tools;
    const std::size_t own = all.size();
    for (std::size_t i = 0; i != tools.size(); ++i) {
        bool declared = false;
        for (std::size_t k = 0; k != own && !declared; ++k) {
            declared = is_tool_named(all[k], tools[i].name);
        }
        if (!declared) all.push_back(chat_tool(tools[i]));
    }
    if (!all.empty()) request.tools = std::move(all);
}

template <class>
found_output tool_dialect<ChatCompletionRequest>::read(const ChatCompletion& response) {
    found_output out;
    out.usage = counts_of(response);
    if (response.choices.empty() || !response.choices.front().message) {
        out.end = output_end::nothing;
        return out;
    }
    const auto& choice = response.choices.front();
    const ChatCompletionMessage& message = *choice.message;
    if (message.content) out.text = text(*message.content);
    if (message.tool_calls) {
        for (const ToolCall& call : *message.tool_calls) {
            call_parts parts = parts_of(call);
            found_call& found = out.calls.emplace_back();
            if (parts.id) found.id = std::move(*parts.id);
            if (parts.name) found.name = std::move(*parts.name);
            if (parts.arguments) found.arguments = std::move(*parts.arguments);
            found.custom = !call.function && call.custom;
        }
    }
    if (out.calls.empty() && message.function_call && message.function_call->name) {
        found_call& found = out.calls.emplace_back();
        found.name = *message.function_call->name;
        found.arguments = message.function_call->arguments.value_or(std::string());
        found.legacy = true;
    }
    switch (kind_of_finish(choice.finish_reason ? choice.finish_reason->text() : "")) {
        case finish_kind::length:
            out.end = output_end::cut;
            break;
        case finish_kind::content_filter:
            out.end = output_end::filtered;
            break;
        case finish_kind::tool_calls:
        case finish_kind::function_call:
            // a reason without what it promises; a text may still be meant as the answer
            if (out.calls.empty() && out.text.empty()) out.end = output_end::nothing;
            break;
        default:
            if (choice.finish_reason && is_aborted(choice.finish_reason->text())) {
                out.end = output_end::failed;
                out.text = "the server gave up in the middle of the response";
            }
            break;
    }
    if (message.refusal && !message.refusal->empty()) {
        out.end = output_end::refused;
        out.text = *message.refusal;
    }
    return out;
}

template <class = void>
RequestMessage answer_of(const ChatCompletion& response, const tool_options& options) {
    return options.history ? message_of(response, *options.history) : message_of(response);
}

// Puts the ids and the arguments that the loop uses into the message: others may be missing, not
// unique, or no JSON.
template <class = void>
void correct_calls(RequestMessage& message, std::span<const called_tool> calls) {
    auto* const assistant = std::get_if<AssistantMessage>(&message);
    if (!assistant || !assistant->tool_calls || calls.size() != assistant->tool_calls->size()) {
        return;
    }
    for (std::size_t i = 0; i != calls.size(); ++i) {
        ToolCall& call = (*assistant->tool_calls)[i];
        call.id = calls[i].id;
        if (calls[i].repaired && call.function) call.function->arguments = calls[i].arguments;
    }
}

template <class>
void tool_dialect<ChatCompletionRequest>::append(ChatCompletionRequest& request,
                                                 const ChatCompletion& response,
                                                 std::span<const called_tool> calls,
                                                 const tool_options& options) {
    std::vector<RequestMessage> added;
    added.reserve(calls.size() + 1);
    added.push_back(answer_of(response, options));
    correct_calls(added.front(), calls);
    for (const called_tool& call : calls) {
        if (call.legacy) {
            added.emplace_back(FunctionMessage{.content = call.output, .name = call.name});
        } else {
            added.push_back(tool(call.id, call.output));
        }
    }
    request.messages.reserve(request.messages.size() + added.size());
    for (auto& message : added) request.messages.push_back(std::move(message));
}

template <class>
void tool_dialect<ChatCompletionRequest>::conclude(ChatCompletionRequest& request,
                                                   const ChatCompletion& response,
                                                   const tool_options& options) {
    request.messages.push_back(answer_of(response, options));
}

template <class>
void tool_dialect<ChatCompletionRequest>::forbid(ChatCompletionRequest& request) {
    if (request.tools) request.tool_choice = open_enum<ToolChoiceMode>(ToolChoiceMode::none);
    if (request.functions) {
        request.function_call = open_enum<ToolChoiceMode>(ToolChoiceMode::none);
    }
}

template <class>
void tool_dialect<ChatCompletionRequest>::relax(ChatCompletionRequest& request) {
    if (!request.tool_choice) return;
    if (auto* allowed = std::get_if<AllowedToolsChoice>(&*request.tool_choice)) {
        if (allowed->allowed_tools.mode == ToolChoiceMode::required) {
            allowed->allowed_tools.mode = ToolChoiceMode::auto_;
        }
        return;
    }
    const auto* mode = std::get_if<open_enum<ToolChoiceMode>>(&*request.tool_choice);
    if (!mode || *mode == ToolChoiceMode::required) request.tool_choice.reset();
}

template <class>
void tool_dialect<ChatCompletionRequest>::ask_usage(ChatCompletionRequest& request) {
    if (!request.stream_options) request.stream_options = StreamOptions{.include_usage = true};
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
