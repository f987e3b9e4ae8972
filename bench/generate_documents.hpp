// Generators of complete responses.
#pragma once

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/types/embedding_vector.hpp>

#include "generate.hpp"
#include "generate_logprobs.hpp"

namespace bench {

inline std::string chat_response(std::size_t text_size, std::size_t logprobs_size) {
    generator random{20};
    std::string out = "{\"id\":\"chatcmpl-" + random.letters(29, base62) +
                      "\",\"object\":\"chat.completion\",\"created\":1755850123,"
                      "\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"message\":{"
                      "\"role\":\"assistant\",\"content\":\"";
    for (const std::size_t end = out.size() + text_size; out.size() < end;) out += token(random);
    out += "\",\"refusal\":null,\"annotations\":[]},\"logprobs\":";
    if (logprobs_size == 0) {
        out += "null";
    } else {
        out += "{\"content\":[";
        for (const std::size_t end = out.size() + logprobs_size; out.size() < end;) {
            add_token_logprob(out, random, token(random));
            out += out.size() < end ? "," : "";
        }
        out += "],\"refusal\":null}";
    }
    return out +=
           ",\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":19,"
           "\"completion_tokens\":412,\"total_tokens\":431,\"prompt_tokens_details\":{"
           "\"cached_tokens\":0,\"audio_tokens\":0},\"completion_tokens_details\":{"
           "\"reasoning_tokens\":0,\"audio_tokens\":0,\"accepted_prediction_tokens\":0,"
           "\"rejected_prediction_tokens\":0}},\"service_tier\":\"default\","
           "\"system_fingerprint\":\"fp_560af6e559\"}";
}

// A chat response of 2 KB with n unknown objects of 50 bytes behind its members.
inline std::string unknown_objects(std::size_t n) {
    generator random{23};
    std::string out = chat_response(1350, 0);
    out.pop_back();
    for (std::size_t i = 0; i != n; ++i) {
        out += ",\"vendor_" + std::to_string(i) + "\":{\"name\":\"" + random.letters(10, base62);
        out += "\",\"count\":" + std::to_string(random.below(1000)) + ",\"list\":[1,true,null]}";
    }
    return out += '}';
}

// A text completion with log probabilities (four parallel lists), about 40 KB.
inline std::string completion_response() {
    generator random{21};
    constexpr std::size_t count = 210;
    std::string text, tokens, numbers, tops, offsets;
    std::size_t offset = 0;
    for (std::size_t i = 0; i != count; ++i) {
        const std::string_view t = token(random);
        const char* const comma = i == 0 ? "" : ",";
        text += t;
        tokens.append(comma).append("\"").append(t).append("\"");
        add_logprob(numbers += comma, random);
        tops.append(comma).append("{");
        for (int k = 0; k != 5; ++k) {
            // the names within an object differ
            tops.append(k == 0 ? "\"" : ",\"").append(token(random));
            tops.append(std::to_string(k)).append("\":");
            add_logprob(tops, random);
        }
        tops += '}';
        offsets.append(comma).append(std::to_string(offset));
        offset += t.size();
    }
    return "{\"id\":\"cmpl-" + random.letters(29, base62) +
           "\",\"object\":\"text_completion\",\"created\":1755850123,"
           "\"model\":\"gpt-3.5-turbo-instruct\",\"choices\":[{\"text\":\"" +
           text + "\",\"index\":0,\"logprobs\":{\"tokens\":[" + tokens + "],\"token_logprobs\":[" +
           numbers + "],\"top_logprobs\":[" + tops + "],\"text_offset\":[" + offsets +
           "]},\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":5,"
           "\"completion_tokens\":210,\"total_tokens\":215}}";
}

// 16 vectors of 1,536 floats, printed like Python prints the converted doubles, or as base64.
inline std::string embedding_response(bool as_base64) {
    generator random{22};
    std::string out = "{\"object\":\"list\",\"data\":[";
    for (int i = 0; i != 16; ++i) {
        std::vector<float> values(1536);
        for (float& v : values) {
            v = (static_cast<float>(random.below(1 << 24)) / (1 << 23) - 1.0F) * 0.06F;
        }
        out += i == 0 ? "{" : ",{";
        out += "\"object\":\"embedding\",\"index\":" + std::to_string(i) + ",\"embedding\":";
        if (as_base64) {
            out += '"';
            oaiwire::append_base64(out, values);
            out += "\"}";
            continue;
        }
        for (std::size_t k = 0; k != values.size(); ++k) {
            char number[40];
            const auto end =
                std::to_chars(number, number + sizeof number, static_cast<double>(values[k]));
            out += k == 0 ? '[' : ',';
            out.append(number, end.ptr);
        }
        out += "]}";
    }
    return out +=
           "],\"model\":\"text-embedding-3-small\",\"usage\":{\"prompt_tokens\":128,"
           "\"total_tokens\":128}}";
}

}  // namespace bench
