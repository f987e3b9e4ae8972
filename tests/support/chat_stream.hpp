// Builds event streams of chat chunks for tests.
#pragma once

#include <string>
#include <string_view>

namespace chat_stream {

inline std::string event(std::string_view payload) {
    return "data: " + std::string(payload) + "\n\n";
}
// `list` is the JSON of the choices, without brackets.
inline std::string choices(std::string_view list) {
    return event(R"({"id":"c","choices":[)" + std::string(list) + "]}");
}
// `members` are those of the delta, without braces.
inline std::string delta(std::string_view members, int index = 0) {
    return choices(R"({"index":)" + std::to_string(index) + R"(,"delta":{)" + std::string(members) +
                   "}}");
}
// `json` is the content as it is written between quotes.
inline std::string says(std::string_view json, int index = 0) {
    return delta("\"content\":\"" + std::string(json) + "\"", index);
}
// `list` is the JSON of the tool calls, without brackets.
inline std::string calls(std::string_view list) {
    return delta("\"tool_calls\":[" + std::string(list) + "]");
}
inline std::string stops(int index, std::string_view reason = "stop") {
    return choices(R"({"index":)" + std::to_string(index) + R"(,"delta":{},"finish_reason":")" +
                   std::string(reason) + "\"}");
}
inline std::string stops(std::string_view reason = "stop") {
    return stops(0, reason);
}
inline const std::string done = event("[DONE]");

}  // namespace chat_stream
