// nlohmann: a DOM built from the typed request, then dumped.
#pragma once

#if !defined(BENCH_FEW_PEERS)
#define BENCH_HAS_NLOHMANN 1

#include <string>
#include <variant>

#include <nlohmann/json.hpp>

#include "request_parts.hpp"

namespace bench {

inline nlohmann::json build_nlohmann(const oaiwire::MessageContent& content) {
    if (const auto* text = std::get_if<std::string>(&content)) return *text;
    auto parts = nlohmann::json::array();
    for (const oaiwire::ContentPart& part : std::get<1>(content)) {
        if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
            parts.push_back({{"type", "text"}, {"text", p->text}});
        } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
            parts.push_back({{"type", "image_url"}, {"image_url", {{"url", i->image_url.url}}}});
        }
    }
    return parts;
}

inline std::string write_nlohmann(const oaiwire::ChatCompletionRequest& request) {
    nlohmann::json json{{"model", request.model}};
    auto& messages = json["messages"] = nlohmann::json::array();
    for (const auto& message : request.messages) {
        with_message(message, [&](const char* role, const oaiwire::MessageContent& content) {
            messages.push_back({{"role", role}, {"content", build_nlohmann(content)}});
        });
    }
    if (request.max_completion_tokens) {
        json["max_completion_tokens"] = *request.max_completion_tokens;
    }
    if (request.stream) json["stream"] = *request.stream;
    if (request.temperature) json["temperature"] = *request.temperature;
    return json.dump();
}

}  // namespace bench

#endif
