// What the loopback server answers where a request declares tools: it calls each of them once, with
// arguments made from the schemas, and then quotes their results.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/oaiwire.hpp>

namespace example {

// The last word of a text, without marks around it: "Oslo" for "How is the weather in Oslo?".
inline std::string last_word(std::string_view text) {
    constexpr std::string_view marks = " \t\r\n.,;:!?\"'";
    const auto end = text.find_last_not_of(marks);
    if (end == text.npos) return "anything";
    const auto begin = text.find_last_of(marks, end);
    return std::string(text.substr(begin + 1, end - begin));  // npos + 1 is 0
}

// A JSON text that a schema accepts, if it is one of the usual ones. Texts are `word`, numbers the
// least that is allowed.
inline std::string value_for(oaiwire::json_view schema, std::string_view word) {
    if (schema["const"].exists()) return std::string(schema["const"].text());
    if (schema["enum"].exists()) return std::string(schema["enum"].first().text());
    if (schema["anyOf"].exists()) return value_for(schema["anyOf"].first(), word);
    const oaiwire::json_view types = schema["type"];
    const std::string type = (types.is_array() ? types.first() : types).string().value_or("");
    if (type == "string") {
        return std::string(oaiwire::raw_json::of(word).value_or(oaiwire::raw_json()).text());
    }
    if (type == "integer" || type == "number") {
        return schema["minimum"].exists() ? std::string(schema["minimum"].text()) : "1";
    }
    if (type == "boolean") return "true";
    if (type == "array") return "[" + value_for(schema["items"], word) + "]";
    if (type != "object") return "null";
    std::string out;
    schema["properties"].each([&](std::string_view name, oaiwire::json_view property) {
        out += (out.empty() ? "" : ",") + ("\"" + std::string(name) + "\":") +
               value_for(property, word);
        return true;
    });
    return "{" + out + "}";
}

// The text of the last question.
inline std::string last_question(const oaiwire::ChatCompletionRequest& request) {
    std::string said;
    for (const auto& message : request.messages) {
        const auto* user = std::get_if<oaiwire::UserMessage>(&message);
        if (user && user->content) said = text(*user->content);
    }
    return said;
}

// The calls that answer a request: one of each function, unless the request forbids calls or its
// last message is a result.
inline std::vector<oaiwire::ToolCall> calls_for(const oaiwire::ChatCompletionRequest& request) {
    std::vector<oaiwire::ToolCall> out;
    const auto* choice =
        request.tool_choice
            ? std::get_if<oaiwire::open_enum<oaiwire::ToolChoiceMode>>(&*request.tool_choice)
            : nullptr;
    const bool forbidden = choice && *choice == oaiwire::ToolChoiceMode::none;
    if (!request.tools || forbidden || request.messages.empty() ||
        std::holds_alternative<oaiwire::ToolMessage>(request.messages.back())) {
        return out;
    }
    const std::string word = last_word(last_question(request));
    for (const auto& tool : *request.tools) {
        const auto* function = std::get_if<oaiwire::FunctionTool>(&tool);
        if (!function) continue;
        oaiwire::ToolCall call;
        call.id = "call_" + std::to_string(out.size());
        call.function = oaiwire::FunctionCall{
            .name = function->function.name,
            .arguments =
                function->function.parameters
                    ? value_for(oaiwire::json_view(function->function.parameters->text()), word)
                    : "{}"};
        out.push_back(std::move(call));
    }
    return out;
}

// What the tools said, if the last message is a result; "" otherwise.
inline std::string quoted_results(const oaiwire::ChatCompletionRequest& request) {
    std::string out;
    for (const auto& message : request.messages) {
        const auto* result = std::get_if<oaiwire::ToolMessage>(&message);
        if (!result) {
            out.clear();  // of an earlier round
        } else if (result->content) {
            out += (out.empty() ? "" : "; ") + text(*result->content);
        }
    }
    return out;
}

// The calls as pieces of a stream: id and name first, then the arguments in pieces.
inline std::vector<oaiwire::ToolCallChunk> pieces_of(const std::vector<oaiwire::ToolCall>& calls) {
    constexpr std::size_t length = 8;
    std::vector<oaiwire::ToolCallChunk> out;
    for (std::size_t i = 0; i != calls.size(); ++i) {
        const oaiwire::FunctionCall& function = *calls[i].function;
        const std::string& arguments = *function.arguments;
        oaiwire::ToolCallChunk piece;
        piece.index = static_cast<std::int64_t>(i);
        piece.id = calls[i].id;
        piece.type = "function";
        piece.function = oaiwire::FunctionCall{.name = function.name, .arguments = ""};
        out.push_back(piece);
        piece.id.reset();
        piece.type.reset();
        for (std::size_t at = 0; at < arguments.size(); at += length) {
            piece.function = oaiwire::FunctionCall{.arguments = arguments.substr(at, length)};
            out.push_back(piece);
        }
    }
    return out;
}

}  // namespace example
