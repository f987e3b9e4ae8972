// RapidJSON's Writer, directly from the typed request into a reused buffer.
#pragma once

#include "rapidjson_found.hpp"

#if BENCH_RAPIDJSON_FOUND
#define BENCH_HAS_RAPIDJSON 1

#include <string_view>
#include <variant>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "request_parts.hpp"

namespace bench {

using rapidjson_writer = rapidjson::Writer<rapidjson::StringBuffer>;

inline void put(rapidjson_writer& w, std::string_view text) {
    w.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

inline void put_content(rapidjson_writer& w, const oaiwire::MessageContent& content) {
    if (const auto* text = std::get_if<std::string>(&content)) return put(w, *text);
    w.StartArray();
    for (const oaiwire::ContentPart& part : std::get<1>(content)) {
        w.StartObject();
        w.Key("type");
        if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
            w.String("text");
            w.Key("text");
            put(w, p->text);
        } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
            w.String("image_url");
            w.Key("image_url");
            w.StartObject();
            w.Key("url");
            put(w, i->image_url.url);
            w.EndObject();
        }
        w.EndObject();
    }
    w.EndArray();
}

// The buffer is reused, as in this library.
inline std::string_view write_rapidjson(const oaiwire::ChatCompletionRequest& request,
                                        rapidjson::StringBuffer& buffer) {
    buffer.Clear();
    rapidjson_writer w(buffer);
    w.StartObject();
    w.Key("model");
    put(w, request.model);
    w.Key("messages");
    w.StartArray();
    for (const auto& message : request.messages) {
        with_message(message, [&](const char* role, const oaiwire::MessageContent& content) {
            w.StartObject();
            w.Key("role");
            w.String(role);
            w.Key("content");
            put_content(w, content);
            w.EndObject();
        });
    }
    w.EndArray();
    if (request.max_completion_tokens) {
        w.Key("max_completion_tokens");
        w.Int64(*request.max_completion_tokens);
    }
    if (request.stream) {
        w.Key("stream");
        w.Bool(*request.stream);
    }
    if (request.temperature) {
        w.Key("temperature");
        w.Double(*request.temperature);
    }
    w.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace bench

#else
#define BENCH_HAS_RAPIDJSON 0
#endif
