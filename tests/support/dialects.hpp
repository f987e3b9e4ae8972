// Generators of streams in the form of different servers, with any number of events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <support/random.hpp>

namespace support {

// Characters between the quotes of a JSON string.
inline std::string_view token(random& r) {
    static constexpr std::string_view plain[] = {" the",
                                                 " sky",
                                                 "",
                                                 ",",
                                                 " because",
                                                 " is",
                                                 ".",
                                                 "a",
                                                 "b c d e f",
                                                 "0",
                                                 " a rather longer piece of text than others"};
    static constexpr std::string_view other[] = {"\\n\\n",
                                                 " \\\"blue\\\"",
                                                 "\\\\",
                                                 "\xC3\xA9",
                                                 " \xE2\x80\x93 and more of it behind",
                                                 "\xE9\x9D\x92",
                                                 "\xF0\x9F\x8C\xA4",
                                                 "\\u00e4",
                                                 "\\ud83c\\udf24",
                                                 "data: [DONE]\\n\\n",
                                                 "\\/",
                                                 "{}"};
    return r.one_in(4) ? other[r.below(std::size(other))] : plain[r.below(std::size(plain))];
}

struct dialect {
    std::string_view name{};
    std::function<std::string(random&, std::size_t)> event{};  // returns the JSON of the n-th event
};

inline std::string letters(random& r, std::size_t n) {
    std::string out;
    while (n-- != 0) out += r.byte_of("abcdefghijABCDEFGHIJ0123456789");
    return out;
}

// Chat completions; from the third event on, each is similar to an earlier one.
inline std::vector<dialect> chat_dialects() {
    const auto of = [](std::string before, std::string after) {
        return [=](random& r, std::size_t) { return before + std::string(token(r)) + after; };
    };
    const std::string head =
        R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1755850123,"model":"m",)";
    return {
        {"OpenAI, with obfuscation",
         [=](random& r, std::size_t) {
             return head +
                    R"("service_tier":"default","system_fingerprint":"fp_1","choices":[)"
                    R"({"index":0,"delta":{"content":")" +
                    std::string(token(r)) +
                    R"("},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":")" +
                    letters(r, r.below(16)) + "\"}";
         }},
        {"vLLM", of(head + R"("choices":[{"index":0,"delta":{"content":")",
                    R"("},"logprobs":null,"finish_reason":null}]})")},
        {"vLLM, usage in each",
         [=](random& r, std::size_t i) {
             return head + R"("choices":[{"index":0,"delta":{"content":")" + std::string(token(r)) +
                    R"("},"logprobs":null,"finish_reason":null}],"usage":{"prompt_tokens":12,)" +
                    R"("total_tokens":)" + std::to_string(12 + i) + R"(,"completion_tokens":)" +
                    std::to_string(i) + "}}";
         }},
        {"llama.cpp", of(R"({"choices":[{"finish_reason":null,"index":0,"delta":{"content":")",
                         R"("}}],"created":1,"id":"chatcmpl-2","model":"gpt-3.5-turbo",)"
                         R"("system_fingerprint":"b1","object":"chat.completion.chunk"})")},
        {"Atoma", of(R"({"id": "1", "choices": [{"delta": {"content": ")",
                     R"(", "role": "assistant"}, "index": 0, "finish_reason": null}], )"
                     R"("created": 1, "model": "llama", "object": "chat.completion.chunk", )"
                     R"("usage": null})")},
        {"arguments of a tool call",
         of(head + R"("choices":[{"index":0,"delta":{"tool_calls":[{"index":0,)"
                   R"("function":{"arguments":")",
            R"("}}]},"logprobs":null,"finish_reason":null}]})")},
        {"arguments of a function call",
         of(head + R"("choices":[{"index":0,"delta":{"function_call":{"arguments":")",
            R"("}},"finish_reason":null}]})")},
        {"input of a custom tool",
         of(head + R"("choices":[{"index":0,"delta":{"tool_calls":[{"index":0,)"
                   R"("type":"custom","custom":{"input":")",
            R"("}}]},"finish_reason":null}]})")},
        {"reasoning_content", of(head + R"("choices":[{"index":0,"delta":{"reasoning_content":")",
                                 R"(","content":null},"finish_reason":null}]})")},
        {"reasoning, twice",
         [=](random& r, std::size_t) {
             const std::string text(token(r));
             return head + R"("choices":[{"index":0,"delta":{"content":"","reasoning":")" + text +
                    R"(","reasoning_content":")" + text + R"("},"finish_reason":null}]})";
         }},
        {"refusal", of(head + R"("choices":[{"index":0,"delta":{"refusal":")", R"("}}]})")},
        {"three choices in turn",
         [=](random& r, std::size_t i) {
             return head + R"("choices":[{"index":)" + std::to_string(i % 3) +
                    R"(,"delta":{"content":")" + std::string(token(r)) +
                    R"("},"logprobs":null,"finish_reason":null}]})";
         }},
        {"three choices at a time",
         [=](random& r, std::size_t) {
             std::string out = head + R"("choices":[)";
             for (int i = 0; i != 3; ++i) {
                 out += R"({"index":)" + std::to_string(i) + R"(,"delta":{"content":"x)" +
                        std::string(token(r)) + (i == 2 ? "\"}}]}" : "\"}},");
             }
             return out;
         }},
    };
}

inline std::vector<dialect> completion_dialects() {
    return {{"text completions", [](random& r, std::size_t) {
                 return R"({"id":"cmpl-1","object":"text_completion","created":1,"model":"m",)"
                        R"("choices":[{"index":0,"text":")" +
                        std::string(token(r)) +
                        R"(","logprobs":null,"finish_reason":null,"stop_reason":null}],)"
                        R"("usage":null})";
             }}};
}

inline std::vector<dialect> response_dialects() {
    const auto event = [](std::string_view type, std::string_view members) {
        return [=](random& r, std::size_t i) {
            return R"({"type":"response.)" + std::string(type) + R"(.delta","sequence_number":)" +
                   std::to_string(i) + R"(,"item_id":"msg_1","output_index":0,)" +
                   std::string(members) + R"("delta":")" + std::string(token(r)) +
                   R"(","logprobs":[],"obfuscation":")" + letters(r, r.below(16)) + "\"}";
        };
    };
    return {{"output text", event("output_text", R"("content_index":0,)")},
            {"summary", event("reasoning_summary_text", R"("summary_index":0,)")},
            {"arguments", event("function_call_arguments", "")}};
}

// An event whose JSON goes on in another line of data after each comma and brace.
inline std::string in_lines(std::string_view json, std::string_view prefix,
                            std::string_view line_end) {
    std::string out(prefix);
    bool quoted = false;
    for (std::size_t i = 0; i != json.size(); ++i) {
        out += json[i];
        if (quoted && json[i] == '\\') out += json[++i];
        if (json[i] == '"') quoted = !quoted;
        if (quoted || (json[i] != ',' && json[i] != '{')) continue;
        out.append(line_end).append(prefix).append(2, ' ');
    }
    return out.append(line_end).append(line_end);
}

// Framings: how a JSON text becomes an event.
inline std::vector<std::function<std::string(const std::string&)>> framings() {
    return {
        [](const std::string& json) { return "data: " + json + "\n\n"; },
        [](const std::string& json) { return "data: " + json + "\r\n\r\n"; },
        [](const std::string& json) { return "data:" + json + "\n\n"; },
        [](const std::string& json) { return "event: some.type\ndata: " + json + "\n\n"; },
        [](const std::string& json) { return "event: message\r\ndata: " + json + "\r\n\r\n"; },
        [](const std::string& json) { return "data: " + json + "\n\n: keep-alive\n\n"; },
        [](const std::string& json) { return "data:  " + json + " \n\n"; },
        [](const std::string& json) { return "id: 7\ndata: " + json + "\n\n"; },
        [](const std::string& json) { return "data: " + json + "\r\r"; },
        [](const std::string& json) { return in_lines(json, "data: ", "\r\n"); },
        [](const std::string& json) { return in_lines(json, "data:", "\n"); },
        [](const std::string& json) { return in_lines(json, "data: ", "\n"); },
    };
}

}  // namespace support
