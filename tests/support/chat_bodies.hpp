// Chat stream bodies of every kind: those of the case files, and further ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <support/cases.hpp>

namespace support {

inline std::vector<std::string> chat_bodies() {
    std::vector<std::string> out;
    for (const auto& c : cases("stream_cases.jsonl")) {
        if (c.at("kind") == "chat_chunk") out.push_back(unescaped(c.at("body_escaped")));
    }
    const auto says = [](std::string_view text, int index) {
        return "data: {\"choices\":[{\"index\":" + std::to_string(index) +
               ",\"delta\":{\"content\":\"" + std::string(text) + "\"}}]}\n\n";
    };
    const std::string stop =
        "data: {\"choices\":[{\"index\":1,\"finish_reason\":\"stop\"},"
        "{\"index\":0,\"finish_reason\":\"stop\"}]}\n\n";
    const std::string done = "data: [DONE]\n\n";
    // surrogate halves, in two choices at once
    out.push_back(says(R"(a\ud83d)", 0) + says(R"(b\uD83D)", 1) + says(R"(\ude00c)", 0) +
                  says(R"(\uDE01d)", 1) + stop + done);
    out.push_back(says(R"(\ud83d)", 0) + says("", 0) + says(R"(\ud83d)", 0) + stop +
                  says(R"(\ude00)", 0));
    out.push_back(says(R"(\ud83d)", 0) + says("x", 0) + says(R"(\ude00\ud83d\ude00)", 1) + done);
    // errors in every place
    out.push_back(says("a", 0) + "event: error\ndata: {\"message\":\"no\"}\n\n" + says("b", 0));
    out.push_back(says("a", 0) + "error: {\"message\":\"no\"}\n\n" + says("b", 0));
    out.push_back(says("a", 0) + "data: {\"error\":{\"message\":\"no\"}}\n\n" + done);
    out.push_back(says("a", 0) + "data: {\"detail\":\"no\"}\n\ndata: {\"object\":\"error\"}\n\n");
    out.push_back("data: {\"choices\":[{\"delta\":{},\"error\":{\"code\":5}}]}\n\n" + done);
    out.push_back("data: {\"choices\":[{\"delta\":{}}],\"error\":\"no\"}\n\n" + done);
    out.push_back("data: {\"error\":null,\"errors\":[{\"message\":\"no\"}]}\n\n");
    out.push_back("data: {\"error\":{}}\n\ndata: {\"error\":[\"no\"]}\n\n");
    // several JSON texts in one event, with and without line breaks
    out.push_back(
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}{\"choices\":[{\"delta\":"
        "{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\ndata: [DONE]\n\n");
    // other bodies
    out.push_back(
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},"
        "\"finish_reason\":\"stop\"}]}\n");
    out.push_back(": wait\n\n \n{\"error\":{\"message\":\"no\"}}\n");
    out.push_back("[{\"error\":{\"message\":\"no\"}}]");
    out.push_back("<html>no</html>\n");
    out.push_back("HTTP/1.1 200 OK\r\n\r\n");
    out.push_back(":\n\n: ping\r\n\r\nretry: 5\n\nid: 7\nevent: x\n\n");
    out.push_back("data: {\"choices\":[]}\n\ndata: null\n\ndata:\n\ndata: {}\n\ndata: [1]\n\n");
    out.push_back(says("a", 0) + "data: {\"choices\":\n\n" + says("b", 0));
    out.push_back(says("a", 0) + "data: {\"choices\":[{\"delta\":7}]}\n\n" + done);
    out.push_back(says("a", 0) + "data: {\"usage\":{\"total_tokens\":3}}\n\n" + stop + done +
                  says("late", 0));
    return out;
}

}  // namespace support
