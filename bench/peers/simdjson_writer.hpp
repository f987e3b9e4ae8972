// simdjson's string_builder (since version 4), reused for each request.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include <simdjson.h>

#include <oaiwire/json/simd.hpp>

#include "request_parts.hpp"

// there is no version macro; this one exists since 4.0
#if defined(SIMDJSON_CONSTEVAL)
#define BENCH_HAS_SIMDJSON_WRITER 1

namespace bench {

using simdjson_builder = simdjson::builder::string_builder;

inline void put_content(simdjson_builder& b, const oaiwire::MessageContent& content) {
    if (const auto* text = std::get_if<std::string>(&content)) {
        return b.escape_and_append_with_quotes(*text);
    }
    b.start_array();
    bool first = true;
    for (const oaiwire::ContentPart& part : std::get<1>(content)) {
        if (!first) b.append_comma();
        first = false;
        if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
            b.append_raw("{\"type\":\"text\",\"text\":");
            b.escape_and_append_with_quotes(p->text);
            b.end_object();
        } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
            b.append_raw("{\"type\":\"image_url\",\"image_url\":{\"url\":");
            b.escape_and_append_with_quotes(i->image_url.url);
            b.append_raw("}}");
        }
    }
    b.end_array();
}

inline std::string_view write_simdjson(const oaiwire::ChatCompletionRequest& request,
                                       simdjson_builder& b) {
    b.clear();
    b.append_raw("{\"model\":");
    b.escape_and_append_with_quotes(request.model);
    b.append_raw(",\"messages\":[");
    bool first = true;
    for (const auto& message : request.messages) {
        if (!first) b.append_comma();
        first = false;
        with_message(message, [&](const char* role, const oaiwire::MessageContent& content) {
            b.append_raw("{\"role\":");
            b.escape_and_append_with_quotes(std::string_view(role));
            b.append_raw(",\"content\":");
            put_content(b, content);
            b.end_object();
        });
    }
    b.end_array();
    if (request.max_completion_tokens) {
        b.append_raw(",\"max_completion_tokens\":");
        b.append(*request.max_completion_tokens);
    }
    if (request.stream) b.append_raw(*request.stream ? ",\"stream\":true" : ",\"stream\":false");
    if (request.temperature) {
        b.append_raw(",\"temperature\":");
        b.append(*request.temperature);
    }
    b.end_object();
    std::string_view out;
    if (b.view().get(out) != simdjson::SUCCESS) std::abort();
    return out;
}

}  // namespace bench

#else
#define BENCH_HAS_SIMDJSON_WRITER 0
#endif
