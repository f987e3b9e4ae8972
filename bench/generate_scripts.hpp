// Generators of the same documents in several scripts: requests, Responses, and unknown members.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/text/print.hpp>
#include <oaiwire/types/chat_request.hpp>

#include "generate.hpp"

namespace bench {

// Words of one script.
struct script {
    const char* name;
    std::string_view words[8];
};
inline constexpr script scripts[] = {
    {"ASCII", {"the ", "decoder ", "reads ", "bytes, ", "and ", "a ", "value ", "comes out. "}},
    {"CJK", {"日本", "語の", "文章", "です。", "これは", "速い", "読み", "取り、"}},
    {"Cyrillic", {"Привет ", "мир, ", "как ", "дела ", "сегодня ", "вечером ", "читать ", "да. "}},
};

inline std::string text_in(const script& s, generator& random, std::size_t size) {
    std::string out;
    while (out.size() < size) {
        if (random.below(24) != 0) {
            out += random.one_of(s.words);
        } else {
            out += random.below(2) == 0 ? "\n" : "\"quoted\" ";
        }
    }
    return out;
}

inline std::string quoted_in(const script& s, generator& random, std::size_t size) {
    std::string out;
    oaiwire::json::detail::append_string(out, text_in(s, random, size));
    return out;
}

// About 17 KB.
inline oaiwire::ChatCompletionRequest conversation_in(const script& s) {
    generator random{40};
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    for (int i = 0; i != 20; ++i) {
        std::string text = text_in(s, random, 810);
        request.messages.push_back(i == 0       ? oaiwire::system(std::move(text))
                                   : i % 2 == 1 ? oaiwire::user(std::move(text))
                                                : oaiwire::assistant(std::move(text)));
    }
    return request;
}

// The same request as text, with each message's role after its content.
inline std::string roles_last_in(const script& s) {
    generator random{41};
    std::string out = "{\"model\":\"gpt-4o-mini\",\"messages\":[";
    for (int i = 0; i != 20; ++i) {
        out += i == 0 ? "{" : ",{";
        out += "\"content\":" + quoted_in(s, random, 810) + ",\"role\":\"user\"}";
    }
    return out += "]}";
}

// About 9 KB: four pairs of reasoning and message.
inline std::string response_in(const script& s) {
    generator random{42};
    std::string out =
        "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1755850123,"
        "\"status\":\"completed\",\"model\":\"gpt-5\",\"output\":[";
    for (int i = 0; i != 4; ++i) {
        const std::string id = std::to_string(i);
        out += i == 0 ? "{" : ",{";
        out += "\"id\":\"rs_" + id + "\",\"type\":\"reasoning\",\"summary\":[{\"type\":";
        out += "\"summary_text\",\"text\":" + quoted_in(s, random, 700) + "}]},";
        out += "{\"id\":\"msg_" + id + "\",\"type\":\"message\",\"status\":\"completed\",";
        out += "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":";
        out += quoted_in(s, random, 1300) + ",\"annotations\":[],\"logprobs\":[]}]}";
    }
    return out += "],\"usage\":{\"input_tokens\":10,\"output_tokens\":900,\"total_tokens\":910}}";
}

// A chat response with a text of 8 KB.
inline std::string chat_response_in(const script& s) {
    generator random{45};
    return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1755850123,"
           "\"model\":\"gpt-4o-mini\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
           "\"assistant\",\"content\":" +
           quoted_in(s, random, 8000) +
           ",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{"
           "\"prompt_tokens\":19,\"completion_tokens\":412,\"total_tokens\":431,"
           "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
           "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
           "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},"
           "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_560af6e559\"}";
}

// About 9 KB in one unknown member.
inline std::string unknown_in(const script& s) {
    generator random{43};
    std::string out = "{\"model\":\"gpt-4o-mini\",\"messages\":[],\"vendor\":{\"list\":[";
    for (int i = 0; i != 40; ++i) {
        out += i == 0 ? "{" : ",{";
        out += "\"text\":" + quoted_in(s, random, 190) + ",\"number\":1.5}";
    }
    return out += "]}}";
}

// Pretty-prints valid JSON with four spaces per level.
inline std::string pretty(std::string_view json) {
    std::string out;
    std::size_t level = 0;
    bool quoted = false;
    const auto line = [&] { out.append("\n").append(level * 4, ' '); };
    for (std::size_t i = 0; i != json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            out += c;
            if (c == '\\') out += json[++i];
            quoted = c != '"';
        } else if (c == '{' || c == '[') {
            out += c;
            ++level;
            line();
        } else if (c == '}' || c == ']') {
            --level;
            line();
            out += c;
        } else {
            out += c;
            quoted = c == '"';
            if (c == ',') line();
            if (c == ':') out += ' ';
        }
    }
    return out;
}

// A list of 100 models, with hardly any text.
inline std::string model_list() {
    generator random{44};
    std::string out = "{\"object\":\"list\",\"data\":[";
    for (int i = 0; i != 100; ++i) {
        out += i == 0 ? "{" : ",{";
        out += "\"id\":\"" + random.letters(12, base62) + "\",\"object\":\"model\",\"created\":";
        out += std::to_string(1700000000 + i) + ",\"owned_by\":\"system\",\"permission\":[],";
        out += "\"root\":null,\"limits\":[1,20,300,true,0.5]}";
    }
    return out += "]}";
}

}  // namespace bench
