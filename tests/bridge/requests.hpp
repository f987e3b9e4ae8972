// Requests as JSON, through the bridge.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/bridge/chat_request_of.hpp>
#include <oaiwire/bridge/response_request_of.hpp>
#include <support/json_of.hpp>

namespace bridge_requests {

// What a conversion gave: the JSON or the error, and the notes, one a line.
struct converted {
    std::string json{};
    std::string notes{};
};
inline std::string text_of(const oaiwire::bridge_notes& notes) {
    std::string out;
    for (const auto& note : notes.list()) out += note.path + ": " + note.lost + "\n";
    return out;
}
template <class Result>
converted as_text(const Result& result, const oaiwire::bridge_notes& notes) {
    return {result ? support::json_of(*result) : to_string(result.error()), text_of(notes)};
}

inline converted to_chat(std::string_view json, const oaiwire::response_store* store = nullptr,
                         const oaiwire::bridge_options& options = {}) {
    oaiwire::bridge_notes notes;
    const auto request = support::from_json<oaiwire::ResponseRequest>(json);
    return as_text(oaiwire::chat_request_of(request, notes, store, options), notes);
}
inline converted to_responses(std::string_view json, const oaiwire::bridge_options& options = {}) {
    oaiwire::bridge_notes notes;
    const auto request = support::from_json<oaiwire::ChatCompletionRequest>(json);
    return as_text(oaiwire::response_request_of(request, notes, options), notes);
}
// The messages of a request with these items, or the error.
inline std::string messages_of(const std::string& items,
                               const oaiwire::bridge_options& options = {}) {
    const std::string json =
        to_chat(R"({"model":"m","input":[)" + items + "]}", nullptr, options).json;
    const std::string before = R"({"model":"m","messages":[)";
    return json.starts_with(before) ? json.substr(before.size(), json.size() - before.size() - 2)
                                    : json;
}
// The items of a request with these messages, or the error.
inline std::string items_of_messages(const std::string& messages,
                                     const oaiwire::bridge_options& options = {}) {
    const std::string json =
        to_responses(R"({"model":"m","messages":[)" + messages + "]}", options).json;
    const std::string before = R"({"model":"m","input":[)";
    const std::string after = R"(],"store":false})";
    return json.starts_with(before)
               ? json.substr(before.size(), json.size() - before.size() - after.size())
               : json;
}

}  // namespace bridge_requests
