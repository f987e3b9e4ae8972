// Which part of the API a JSON text belongs to.
#pragma once

#include <cstdint>
#include <string_view>

#include <oaiwire/json/text/view.hpp>

namespace inspect {

enum class topic : std::uint8_t {
    unknown,
    chat,
    completions,
    responses,
    images,
    speech,
    transcripts,
    embeddings,
    models,
    moderations,
    list,      // of other objects
    realtime,  // events of a WebSocket
    webhook,
    batch_request,
    batch_response,
    cassette,
};

// "chat completions" and so on, in static memory.
constexpr std::string_view words_of(topic t) {
    constexpr std::string_view words[]{
        "an unknown protocol", "chat completions", "text completions",
        "responses",           "images",           "speech",
        "transcripts",         "embeddings",       "models",
        "moderations",         "a list",           "realtime events",
        "a webhook",           "batch requests",   "batch responses",
        "a cassette"};
    return words[static_cast<unsigned>(t)];
}

// Of a response, chunk or event.
inline topic topic_of(oaiwire::json_view v) {
    if (v.is_array()) v = v.first();
    if (!v.is_object()) return topic::unknown;
    const auto object = v["object"].string().value_or("");
    const auto type = v["type"].string().value_or("");
    if (object == "event" && v["data"].is_object()) return topic::webhook;
    if (v["custom_id"].exists()) {
        return v["url"].exists() ? topic::batch_request : topic::batch_response;
    }
    constexpr std::string_view live[]{
        "session.",     "conversation.",        "input_audio_buffer.",
        "rate_limits.", "output_audio_buffer.", "transcription_session."};
    for (const auto begin : live) {
        if (type.starts_with(begin)) return topic::realtime;
    }
    if (type.starts_with("response.")) {
        // the same names in both; a stream's events have no event_id
        return v["event_id"].exists() ? topic::realtime : topic::responses;
    }
    if (type.starts_with("image_")) return topic::images;
    if (type.starts_with("speech.audio.")) return topic::speech;
    if (type.starts_with("transcript.")) return topic::transcripts;
    const auto choice = v["choices"].first();
    if (choice.is_object()) {
        const bool text = choice["text"].exists() && !choice["delta"].exists();
        return text ? topic::completions : topic::chat;
    }
    if (object.starts_with("chat.completion")) return topic::chat;
    if (object == "text_completion") return topic::completions;
    if (object == "response" || v["output"].is_array()) return topic::responses;
    const auto element = v["data"].first();
    if (element["embedding"].exists()) return topic::embeddings;
    if (element["b64_json"].exists() || element["url"].exists()) return topic::images;
    if (object == "model" || element["object"].text() == "\"model\"" ||
        element["owned_by"].exists()) {
        return topic::models;
    }
    if (object == "list" && v["data"].exists()) {
        return v["data"].is_null() ? topic::models : topic::list;
    }
    if (v["results"].first()["categories"].exists()) return topic::moderations;
    if (v["text"].is_string() && (v["segments"].exists() || v["usage"].exists() ||
                                  v["language"].exists() || v["duration"].exists())) {
        return topic::transcripts;
    }
    if (v["choices"].is_array() && (v["id"].exists() || v["usage"].exists())) return topic::chat;
    return topic::unknown;
}

// Of a request's body; unknown if it is none.
inline topic topic_of_request(oaiwire::json_view v) {
    if (!v.is_object() || v["object"].exists() || v["choices"].exists()) return topic::unknown;
    if (v["messages"].is_array()) return topic::chat;
    const bool model = v["model"].is_string();
    if (v["input"].exists() && model) {
        const bool vectors = v["encoding_format"].exists() || v["dimensions"].exists() ||
                             v["input"].first().is_string() || v["input"].first().is_number();
        if (v["voice"].exists()) return topic::speech;
        return vectors ? topic::embeddings : topic::responses;
    }
    if (v["prompt"].exists()) {
        const bool image = v["size"].exists() || v["quality"].exists() || v["background"].exists();
        if (image) return topic::images;
        if (model) return topic::completions;
    }
    return topic::unknown;
}

}  // namespace inspect
