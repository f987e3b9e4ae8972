// Generators of streams in the form of different servers, 2,000 events each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "generate.hpp"
#include "generate_logprobs.hpp"

namespace bench {

inline constexpr std::size_t event_count = 2000;

// Builds a stream; write(out, i) appends the JSON text of event i.
template <class F>
std::string stream_of(F&& write) {
    std::string out;
    for (std::size_t i = 0; i != event_count; ++i) {
        out += "data: ";
        write(out, i);
        out += "\n\n";
    }
    return out += "data: [DONE]\n\n";
}

// OpenAI: about 320 bytes per event, with service tier, fingerprint and padding; usage in the last
// event.
inline std::string openai_stream(std::uint64_t seed = 1) {
    generator random{seed};
    const std::string head = "{\"id\":\"chatcmpl-" + random.letters(29, base62) +
                             "\",\"object\":\"chat.completion.chunk\",\"created\":1755850123,"
                             "\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
                             "\"system_fingerprint\":\"fp_" +
                             random.letters(10, hex) + "\",\"choices\":[";
    return stream_of([&](std::string& out, std::size_t i) {
        out += head;
        if (i + 1 == event_count) {
            out +=
                "],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":1997,"
                "\"total_tokens\":2016},\"obfuscation\":\"\"}";
            return;
        }
        const std::string_view text = token(random);
        out += "{\"index\":0,\"delta\":{";
        if (i == 0) {
            out += "\"role\":\"assistant\",\"content\":\"\",\"refusal\":null";
        } else if (i + 2 != event_count) {
            out.append("\"content\":\"").append(text).append("\"");
        }
        out += "},\"logprobs\":null,\"finish_reason\":";
        out += i + 2 == event_count ? "\"stop\"" : "null";
        out += "}],\"usage\":null,\"obfuscation\":\"";
        const std::size_t padding = text.size() < 15 ? 15 - text.size() : 1;
        out += random.letters(padding, base62) + "\"}";
    });
}

inline std::string vllm_head(generator& random) {
    return "{\"id\":\"chatcmpl-" + random.letters(32, hex) +
           "\",\"object\":\"chat.completion.chunk\",\"created\":1755850123,"
           "\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"choices\":[{\"index\":0,\"delta\":{";
}

inline std::string vllm_stream() {
    generator random{2};
    const std::string head = vllm_head(random);
    return stream_of([&](std::string& out, std::size_t i) {
        out += head;
        out += i == 0 ? "\"role\":\"assistant\",\"content\":\"" : "\"content\":\"";
        if (i != 0) out += token(random);
        out += "\"},\"logprobs\":null,\"finish_reason\":";
        out += i + 1 == event_count ? "\"stop\"}]}" : "null}]}";
    });
}

// Tool calls with 50 pieces of arguments each.
inline std::string tool_stream() {
    generator random{3};
    const std::string head = vllm_head(random);
    return stream_of([&](std::string& out, std::size_t i) {
        const std::string index = std::to_string(i / 50);
        out += head + "\"tool_calls\":[{\"index\":" + index;
        if (i % 50 == 0) {
            out += ",\"id\":\"call_" + random.letters(24, base62) +
                   "\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",";
        } else {
            out += ",\"function\":{";
        }
        static constexpr std::string_view pieces[] = {"{\\\"", "city", "\\\":",  "\\\"", "Paris",
                                                      ",",     "days", "\\\": ", "7",    "}"};
        out.append("\"arguments\":\"").append(random.one_of(pieces));
        out += "\"}}]},\"logprobs\":null,\"finish_reason\":";
        out += i + 1 == event_count ? "\"tool_calls\"}]}" : "null}]}";
    });
}

// One token per event, with five alternatives.
inline std::string logprobs_stream() {
    generator random{4};
    const std::string head = vllm_head(random);
    return stream_of([&](std::string& out, std::size_t i) {
        const std::string_view text = token(random);
        out.append(head).append("\"content\":\"").append(text);
        out += "\"},\"logprobs\":{\"content\":[";
        add_token_logprob(out, random, text);
        out += "],\"refusal\":null},\"finish_reason\":";
        out += i + 1 == event_count ? "\"stop\"}]}" : "null}]}";
    });
}

// A reasoning model on vLLM: three quarters of the text is reasoning.
inline std::string reasoning_stream() {
    generator random{7};
    const std::string head = vllm_head(random);
    return stream_of([&](std::string& out, std::size_t i) {
        out += head;
        if (i == 0) {
            out += "\"role\":\"assistant\",\"content\":\"";
        } else {
            out += i < event_count * 3 / 4 ? "\"reasoning_content\":\"" : "\"content\":\"";
            out += token(random);
        }
        out += "\"},\"logprobs\":null,\"finish_reason\":";
        out += i + 1 == event_count ? "\"stop\"}]}" : "null}]}";
    });
}

// llama.cpp's server: the varying members come first.
inline std::string llama_stream() {
    generator random{8};
    const std::string tail = "}}],\"created\":1755850123,\"id\":\"chatcmpl-" +
                             random.letters(32, base62) +
                             "\",\"model\":\"Llama-3.1-8B-Instruct-Q4_K_M.gguf\","
                             "\"system_fingerprint\":\"b6250-e92734d5\","
                             "\"object\":\"chat.completion.chunk\"";
    return stream_of([&](std::string& out, std::size_t i) {
        const bool last = i + 1 == event_count;
        out += "{\"choices\":[{\"finish_reason\":";
        out += last ? "\"stop\"" : "null";
        out += ",\"index\":0,\"delta\":{";
        if (i == 0) {
            out += "\"role\":\"assistant\",\"content\":null";
        } else if (!last) {
            out.append("\"content\":\"").append(token(random)).append("\"");
        }
        out += tail;
        if (last) {
            out +=
                ",\"timings\":{\"prompt_n\":14,\"prompt_ms\":61.527,\"predicted_n\":1999,"
                "\"predicted_ms\":25144.73,\"predicted_per_second\":79.5}";
        }
        out += '}';
    });
}

// vLLM's text completions.
inline std::string completion_stream() {
    generator random{9};
    const std::string head = "{\"id\":\"cmpl-" + random.letters(32, hex) +
                             "\",\"object\":\"text_completion\",\"created\":1755850123,"
                             "\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"choices\":[{"
                             "\"index\":0,\"text\":\"";
    return stream_of([&](std::string& out, std::size_t i) {
        out.append(head).append(token(random)).append("\",\"logprobs\":null,\"finish_reason\":");
        out += i + 1 == event_count ? "\"stop\"" : "null";
        out += ",\"stop_reason\":null}],\"usage\":null}";
    });
}

// Three interleaved choices.
inline std::string three_choices_stream() {
    generator random{10};
    const std::string head = vllm_head(random);
    const std::size_t index_at = head.find("\"index\":0") + 8;
    return stream_of([&](std::string& out, std::size_t i) {
        const std::size_t index = i < 3 ? i : random.below(3);
        const std::size_t start = out.size();
        out += head;
        out[start + index_at] = static_cast<char>('0' + index);
        out += i < 3 ? "\"role\":\"assistant\",\"content\":\"" : "\"content\":\"";
        if (i >= 3) out += token(random);
        out += "\"},\"logprobs\":null,\"finish_reason\":";
        out += i + 3 >= event_count ? "\"stop\"}]}" : "null}]}";
    });
}

// No event resembles the previous one: the id changes in value and length, and the choice's
// contents are random, so no template can match.
inline std::string irregular_stream() {
    generator random{11};
    return stream_of([&](std::string& out, std::size_t i) {
        out += "{\"id\":\"chatcmpl-" + random.letters(20 + random.below(12), base62) +
               "\",\"object\":\"chat.completion.chunk\",\"created\":" +
               std::to_string(1755850000 + i) + ",\"model\":\"gpt-4o-mini-";
        out += random.below(2) == 0 ? "2024-07-18" : "latest";
        out += "\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_" +
               random.letters(8 + random.below(6), hex) + "\",\"choices\":[";
        const std::size_t shape = random.below(6);
        bool usage = shape == 5;
        if (!usage) {
            out += "{\"index\":" + std::to_string(random.below(4)) + ",\"delta\":{";
            if (random.below(3) == 0) out += "\"role\":\"assistant\",";
            if (shape == 0) {
                out += "\"refusal\":\"" + std::string(token(random));
            } else if (shape == 1) {
                out += "\"tool_calls\":[{\"index\":" + std::to_string(random.below(9)) +
                       ",\"id\":\"call_" + random.letters(24, base62) +
                       "\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
                       "\"arguments\":\"\"}}],\"content\":\"";
            } else {
                out += "\"content\":\"" + std::string(token(random));
            }
            out += "\"},\"logprobs\":";
            if (shape == 2) {
                out += "{\"content\":[";
                add_token_logprob(out, random, token(random));
                out += "],\"refusal\":null}";
            } else {
                out += "null";
            }
            out += ",\"finish_reason\":";
            out += random.below(4) == 0 ? "\"length\"" : "null";
            out += '}';
            usage = random.below(4) == 0;
        }
        out += "],\"usage\":";
        if (usage) {
            out += "{\"prompt_tokens\":" + std::to_string(random.below(5000)) +
                   ",\"completion_tokens\":" + std::to_string(i) +
                   ",\"total_tokens\":" + std::to_string(random.below(9000)) + "}";
        } else {
            out += "null";
        }
        out += ",\"obfuscation\":\"" + random.letters(random.below(12), base62) + "\"}";
    });
}

}  // namespace bench
