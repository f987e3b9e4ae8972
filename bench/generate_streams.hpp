// What is measured: streams and requests as real ones are, the same ones in every run. Knows
// nothing of what reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/types/chat_request.hpp>

namespace bench {

struct generator {
    std::uint64_t state;

    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % n;
    }
    template <std::size_t N>
    std::string_view one_of(const std::string_view (&list)[N]) {
        return list[below(N)];
    }
    std::string letters(std::size_t n, std::string_view set) {
        std::string out;
        while (n-- != 0) out += set[below(set.size())];
        return out;
    }
};

inline constexpr std::string_view hex = "0123456789abcdef";
inline constexpr std::string_view base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view base64 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

// As tokens stand in JSON text: mostly plain words, some escapes, some that are not ASCII.
inline std::string_view token(generator& random) {
    static constexpr std::string_view plain[] = {
        " the",     " sky",  " is",       " blue",   ",",     " because", " light", " of",
        " shorter", " wave", "lengths",   " is",     " scat", "tered",    " more",  " by",
        " air",     ".",     " Rayleigh", " showed", " in",   " 1871",    ":",      " that",
        " its",     " in",   "tensity",   " goes",   " with", " the",     " inv",   "erse",
        " fourth",  " p",    "ower",      " of",     " it",   " -",       " so",    " violet"};
    static constexpr std::string_view other[] = {
        "\\n\\n", " \\\"blue\\\"", "\\n- ", " \\\\",   "é",   " –",
        "青",     "🌤",          " ²",    "\\u00e4", "\\t", " naïve"};
    return random.below(12) == 0 ? random.one_of(other) : random.one_of(plain);
}

inline constexpr std::size_t event_count = 2000;

// Calls write(out, i) for the JSON text of each event.
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

// About 320 bytes an event: service tier, fingerprint and padding, usage in the last event.
inline std::string openai_stream() {
    generator random{1};
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

// Calls of 50 pieces of arguments each.
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

// One token an event, with five alternatives.
inline std::string logprobs_stream() {
    generator random{4};
    const std::string head = vllm_head(random);
    const auto entry = [&](std::string& out, std::string_view text) {
        char number[32];
        std::snprintf(number, sizeof number, "-%zu.%016zu", random.below(20),
                      random.below(1000000000) * 9999999);
        out.append("{\"token\":\"").append(text).append("\",\"logprob\":").append(number);
        out += ",\"bytes\":[";
        for (std::size_t n = 1 + random.below(6); n != 0; --n) {
            out += std::to_string(32 + random.below(90));
            out += n == 1 ? "]" : ",";
        }
    };
    return stream_of([&](std::string& out, std::size_t i) {
        const std::string_view text = token(random);
        out.append(head).append("\"content\":\"").append(text);
        out += "\"},\"logprobs\":{\"content\":[";
        entry(out, text);
        out += ",\"top_logprobs\":[";
        for (int k = 0; k != 5; ++k) {
            entry(out, token(random));
            out += k == 4 ? "}" : "},";
        }
        out += "]}],\"refusal\":null},\"finish_reason\":";
        out += i + 1 == event_count ? "\"stop\"}]}" : "null}]}";
    });
}

// About 17 KB of conversation: code, quotes, line ends, other scripts.
inline oaiwire::ChatCompletionRequest conversation() {
    static constexpr std::string_view words[] = {
        "the ",   "decoder ",  "reads ", "bytes, ", "and ",      "a ",        "value ",  "comes ",
        "out ",   "of ",       "it. ",   "When ",   "input ",    "ends ",     "early ",  "what ",
        "should", " happen? ", "for ",   "each ",   "of ",       "them ",     "while ",  "we ",
        "wait ",  "here. ",    "more ",  "than ",   "anything ", "measured ", "before ", "today "};
    static constexpr std::string_view others[] = {"\n",      "\n\n",   "\"quoted\" ", "C:\\path ",
                                                  "\t",      "naïve ", "青い空 ",     "– ",
                                                  "émigré ", "🌤 ",  "{\"a\": 1} ", "²"};
    generator random{5};
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    for (int i = 0; i != 20; ++i) {
        std::string text;
        while (text.size() < 810) {
            text += random.below(12) == 0 ? random.one_of(others) : random.one_of(words);
        }
        request.messages.push_back(i == 0       ? oaiwire::system(std::move(text))
                                   : i % 2 == 1 ? oaiwire::user(std::move(text))
                                                : oaiwire::assistant(std::move(text)));
    }
    request.max_completion_tokens = 1024;
    request.stream = true;
    request.temperature = 0.7;
    return request;
}

// 4 MB of base64.
inline oaiwire::ChatCompletionRequest image_request() {
    generator random{6};
    std::string url = "data:image/png;base64," + random.letters(4 << 20, base64);
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    request.messages.push_back(
        oaiwire::user({oaiwire::text_part("What is this?"), oaiwire::image(std::move(url))}));
    request.max_completion_tokens = 300;
    return request;
}

}  // namespace bench
