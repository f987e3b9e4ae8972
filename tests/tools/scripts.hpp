// Scripted models for the tests of tool loops, and a server's view of the messages that they get.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/tools.hpp>
#include <oaiwire/types/text.hpp>

namespace tool_tests {

using namespace oaiwire;

struct CityQuery {
    std::string city{};
    field<int> days{};
};

// A call that a scripted model makes.
struct asked {
    std::string id{};
    std::string name{};
    std::string arguments = R"({"city":"Oslo"})";
};

inline ToolCall call_of(const asked& call) {
    ToolCall out;
    if (!call.id.empty()) out.id = call.id;
    out.function = FunctionCall{.name = call.name, .arguments = call.arguments};
    return out;
}

inline ChatCompletion says(std::string text, FinishReason why = FinishReason::stop) {
    ChatCompletion out;
    out.choices.emplace_back();
    out.choices[0].finish_reason = why;
    out.choices[0].message =
        ChatCompletionMessage{.role = Role::assistant, .content = std::move(text)};
    out.usage = Usage{.prompt_tokens = 10, .completion_tokens = 5, .total_tokens = 15};
    return out;
}

inline ChatCompletion asks(const std::vector<asked>& calls,
                           FinishReason why = FinishReason::tool_calls) {
    ChatCompletion out = says("", why);
    out.choices[0].message->content = null;
    std::vector<ToolCall> made;
    for (const auto& call : calls) made.push_back(call_of(call));
    out.choices[0].message->tool_calls = std::move(made);
    return out;
}

inline ChatCompletionRequest question() {
    return {.model = "m", .messages = {user("What is the weather?")}};
}

// What OpenAI's server finds wrong in a list of messages: each call of an assistant message must be
// answered once, right behind it, before any other message. "" if nothing is.
inline std::string wrong_in(const std::vector<RequestMessage>& messages) {
    std::vector<std::string> open;
    for (const auto& message : messages) {
        if (const auto* answer = std::get_if<ToolMessage>(&message)) {
            const std::string id = answer->tool_call_id.value_or(std::string());
            if (open.empty()) return "an answer to no call: " + id;
            if (open.front() != id) return "an answer out of order: " + id;
            open.erase(open.begin());
            if (!answer->content) return "an answer without content: " + id;
            continue;
        }
        if (!open.empty()) return "a call without an answer: " + open.front();
        const auto* assistant = std::get_if<AssistantMessage>(&message);
        if (!assistant || !assistant->tool_calls) continue;
        for (const auto& call : *assistant->tool_calls) {
            const std::string id = call.id.value_or(std::string());
            if (id.empty()) return "a call without an id";
            for (const auto& other : open) {
                if (other == id) return "two calls with one id: " + id;
            }
            open.push_back(id);
        }
    }
    return open.empty() ? "" : "a call without an answer: " + open.front();
}

// The messages in short: "user assistant(a b) tool(a: sunny) assistant".
inline std::string told(const std::vector<RequestMessage>& messages) {
    std::string out;
    for (const auto& message : messages) {
        if (!out.empty()) out += ' ';
        if (const auto* answer = std::get_if<ToolMessage>(&message)) {
            out +=
                "tool(" + answer->tool_call_id.value_or("?") + ": " + text(*answer->content) + ")";
        } else if (const auto* assistant = std::get_if<AssistantMessage>(&message)) {
            out += "assistant";
            if (!assistant->tool_calls) continue;
            std::string ids;
            for (const auto& call : *assistant->tool_calls) {
                ids += (ids.empty() ? "" : " ") + call.id.value_or("?");
            }
            out += "(" + ids + ")";
        } else if (const auto* function = std::get_if<FunctionMessage>(&message)) {
            out += "function(" + function->name + ": " + text(*function->content) + ")";
        } else {
            out += std::holds_alternative<UserMessage>(message) ? "user" : "other";
        }
    }
    return out;
}

// The kinds of all events that are queued.
template <class Conversation>
std::string events_of(Conversation& talk) {
    std::string out;
    while (auto event = talk.next_event()) {
        out += (out.empty() ? "" : " ") + std::string(name(event->kind));
        if (event->call != tool_event::no_call) out += ":" + event->name;
    }
    return out;
}

}  // namespace tool_tests
