// What OpenAI requires of the order of messages and of items, as a check for tests.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/message.hpp>
#include <oaiwire/types/response_items.hpp>

namespace support {

// Why a server refuses these messages; "" if it does not. The tool calls of a message are answered
// by one tool message each, directly after it.
inline std::string fault_of(const std::vector<oaiwire::RequestMessage>& messages) {
    std::vector<std::string> open;
    for (std::size_t i = 0; i != messages.size(); ++i) {
        const std::string at = " at " + std::to_string(i);
        if (const auto* result = std::get_if<oaiwire::ToolMessage>(&messages[i])) {
            const auto call =
                std::find(open.begin(), open.end(), result->tool_call_id.value_or(""));
            if (call == open.end()) return "a result without a call" + at;
            open.erase(call);
            continue;
        }
        if (!open.empty()) return "a call without a result before the message" + at;
        const auto* assistant = std::get_if<oaiwire::AssistantMessage>(&messages[i]);
        if (!assistant) continue;
        if (!assistant->content && !assistant->tool_calls) return "an empty answer" + at;
        if (!assistant->tool_calls) continue;
        if (assistant->tool_calls->empty()) return "an empty list of calls" + at;
        for (const auto& call : *assistant->tool_calls) open.push_back(call.id.value_or(""));
    }
    return open.empty() ? "" : "a call without a result at the end";
}

// The same for items: each call is answered by one item, and something follows reasoning.
inline std::string fault_of(const std::vector<oaiwire::ResponseItem>& items) {
    std::vector<std::string> open;
    bool after_reasoning = false;
    for (std::size_t i = 0; i != items.size(); ++i) {
        const std::string at = " at " + std::to_string(i);
        const auto* message = std::get_if<oaiwire::ResponseMessage>(&items[i]);
        const bool answer = message == nullptr || message->role == oaiwire::Role::assistant;
        const auto* result = std::get_if<oaiwire::FunctionToolCallOutput>(&items[i]);
        if (after_reasoning && (result || !answer)) return "reasoning without its item" + at;
        after_reasoning = std::holds_alternative<oaiwire::ReasoningItem>(items[i]);
        if (const auto* call = std::get_if<oaiwire::FunctionToolCall>(&items[i])) {
            open.push_back(call->call_id.value_or(""));
        }
        if (!result) continue;
        const auto call = std::find(open.begin(), open.end(), result->call_id.value_or(""));
        if (call == open.end()) return "a result without a call" + at;
        open.erase(call);
    }
    if (after_reasoning) return "reasoning at the end";
    return open.empty() ? "" : "a call without a result";
}

}  // namespace support
