// Transcripts and speech that arrive in events, and speech that arrives as bytes: what ends their
// streams, and the response that they add up to. Knows no framing.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/types/audio.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

template <std::same_as<TranscriptionStreamEvent> Chunk>
struct chunk_traits<Chunk> {
    using response = Transcription;

    static bool recognises(const TranscriptionStreamEvent& event) {
        const auto* raw = std::get_if<raw_json>(&event);
        return !raw || detail::is_other_event(*raw);
    }
    static bool adopt(json_view json, TranscriptionStreamEvent& event) {
        const auto object = json["object"].string();
        if (object == "transcription.chunk" || object == "translation.chunk") {
            auto& delta = event.emplace<TranscriptTextDeltaEvent>();
            if (!json::detail::read_or_throw(json.text(), delta, json::tolerant)) return false;
            // vLLM's, in the shape of a chat's
            const auto text = json["choices"].first()["delta"]["content"].string();
            if (text) delta.delta = *text;
            return true;
        }
        if (!json["text"].is_string()) return false;
        auto& done = event.emplace<TranscriptTextDoneEvent>();
        return json::detail::read_or_throw(json.text(), done, json::tolerant).has_value();
    }
    static stream_end end_of(const TranscriptionStreamEvent& event) {
        return std::holds_alternative<TranscriptTextDoneEvent>(event) ? stream_end::complete
                                                                      : stream_end::open;
    }
    static error error_of(const TranscriptionStreamEvent&) { return {}; }
    template <class F>
    static void each_text(TranscriptionStreamEvent& event, F&& f) {
        auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event);
        if (delta && delta->delta) f(std::uint64_t{0}, *delta->delta);
    }
    template <class F>
    static void each_varying(TranscriptionStreamEvent& event, F&& f) {
        auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event);
        // vLLM's may have been taken from the choices
        if (!delta || !delta->delta || delta->extra.find("choices")) return;
        f({"delta"}, *delta->delta);
    }
};

template <std::same_as<TranscriptionStreamEvent> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& bounds = {}) : limits_(bounds), size_(bounds) {}

    // errc::limit_exceeded where the answer is larger than limits::answer, or where ever new
    // unknown members come.
    errc add(const TranscriptionStreamEvent& event) {
        return within_memory([&]() -> errc {
            if (!size_.take(bytes_of(event))) return errc::limit_exceeded;
            if (const auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event)) {
                detail::append(response_.text, delta->delta);
                detail::append(response_.logprobs, delta->logprobs);
                if (!delta->extra.empty()) add_usage(delta->extra);
            } else if (const auto* segment = std::get_if<TranscriptTextSegmentEvent>(&event)) {
                if (!response_.segments) response_.segments.emplace();
                auto& to = response_.segments->emplace_back();
                if (segment->id) to.id.emplace(*segment->id);
                to.start = segment->start;
                to.end = segment->end;
                to.text = segment->text;
                to.speaker = segment->speaker;
            } else if (const auto* done = std::get_if<TranscriptTextDoneEvent>(&event)) {
                if (done->text) response_.text = done->text;
                if (done->logprobs) response_.logprobs = done->logprobs;
                if (done->usage) response_.usage = done->usage;
                if (!done->extra.empty()) add_rest(done->extra);
            }
            const bool within = size_.take(extra_.take_growth()) && !extra_.exceeded();
            return within ? errc::ok : errc::limit_exceeded;
        });
    }

    const Transcription& response() const { return response_; }
    Transcription take() {
        Transcription out = std::move(response_);
        clear();
        return out;
    }
    void clear() {
        response_ = {};
        extra_ = {};
        size_ = detail::answer_size(limits_);
    }

private:
    static std::size_t bytes_of(const TranscriptionStreamEvent& event) {
        if (const auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event)) {
            return detail::held_bytes()(delta->delta) + detail::held_bytes()(delta->logprobs);
        }
        return sizeof(TranscriptionSegment) + detail::held_bytes()(event);
    }

    // vLLM's chunks have it.
    void add_usage(const extra_members& members) {
        const auto usage = members.find("usage");
        Transcription rest;
        const std::string object = "{\"usage\":" + std::string(usage.value_or("null")) + '}';
        if (json::detail::read_or_throw(object, rest, json::tolerant) && rest.usage) {
            response_.usage = std::move(rest.usage);
        }
    }
    // What a whole transcript has beside the members of the last event, where it stood in for one.
    void add_rest(const extra_members& members) {
        Transcription rest;
        const std::string object = '{' + members.text() + '}';
        if (!json::detail::read_or_throw(object, rest, json::tolerant)) {
            return extra_.add(response_.extra, members);
        }
        if (rest.task) response_.task = std::move(rest.task);
        if (rest.language) response_.language = std::move(rest.language);
        if (rest.duration) response_.duration = rest.duration;
        if (rest.words) response_.words = std::move(rest.words);
        if (rest.segments) response_.segments = std::move(rest.segments);
        extra_.add(response_.extra, rest.extra);
    }

    limits limits_;
    Transcription response_{};
    detail::extra_join extra_{};
    detail::answer_size size_;
};

template <std::same_as<SpeechStreamEvent> Chunk>
struct chunk_traits<Chunk> {
    using response = Speech;

    static bool recognises(const SpeechStreamEvent& event) {
        const auto* raw = std::get_if<raw_json>(&event);
        return !raw || detail::is_other_event(*raw);
    }
    static bool adopt(json_view, SpeechStreamEvent&) { return false; }
    static stream_end end_of(const SpeechStreamEvent& event) {
        return std::holds_alternative<SpeechAudioDoneEvent>(event) ? stream_end::complete
                                                                   : stream_end::open;
    }
    static error error_of(const SpeechStreamEvent&) { return {}; }
    template <class F>
    static void each_text(SpeechStreamEvent&, F&&) {}
};

// The audio of all events, decoded. Its content_type is not known: events do not tell it.
template <std::same_as<SpeechStreamEvent> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& bounds = {}) : limits_(bounds) {}

    // errc::limit_exceeded where the audio is longer than limits::answer, errc::invalid_base64
    // where it is not base64.
    errc add(const SpeechStreamEvent& event) {
        return within_memory([&]() -> errc {
            const auto* delta = std::get_if<SpeechAudioDeltaEvent>(&event);
            if (!delta || !delta->audio) return errc::ok;
            std::string& audio = response_.audio;
            const std::size_t before = audio.size();
            const std::size_t more = base64_decoded_size(*delta->audio);
            if (more > limits_.answer - before) return errc::limit_exceeded;
            audio.resize(before + more);
            auto* const bytes = reinterpret_cast<std::uint8_t*>(audio.data());
            auto done =
                decode_base64(*delta->audio, {bytes + before, more}, base64_padding::optional);
            if (done) return errc::ok;
            audio.resize(before);
            return done.error().code;
        });
    }

    const Speech& response() const { return response_; }
    Speech take() { return std::exchange(response_, {}); }
    void clear() { response_ = {}; }

private:
    limits limits_;
    Speech response_{};
};

// Bytes are handed on, never kept.
template <std::same_as<std::string_view> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& = {}) {}
    errc add(std::string_view) { return errc::ok; }
    const Speech& response() const { return response_; }
    Speech take() { return std::exchange(response_, {}); }

private:
    Speech response_{};
};

}  // namespace oaiwire::inline OAIWIRE_ABI
