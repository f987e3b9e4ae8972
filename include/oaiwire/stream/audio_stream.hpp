// Streams of transcripts and speech: the traits of their events, and their accumulators.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/stream/merge_objects.hpp>
#include <oaiwire/types/audio.hpp>

namespace oaiwire { inline namespace v0_2 {

// Traits of transcription and translation streams. Their events are OpenAI's (transcript.text.*),
// or vLLM's chunks, which have the form of chat chunks and become transcript.text.delta events
// here.
template <class Lazy>
struct chunk_traits<TranscriptionStreamEvent, Lazy> {
    using response = Transcription;

    // Whether the event has a known type, or a type that may have been added later.
    static bool recognises(const TranscriptionStreamEvent& event) {
        const auto* raw = std::get_if<raw_json>(&event);
        return !raw || detail::is_other_event(*raw);
    }
    // Reads a chunk of vLLM as a delta, and a whole transcription of a server that does not stream
    // as the last event.
    static bool adopt(json_view json, TranscriptionStreamEvent& event) {
        const auto object = json["object"].string();
        if (object == "transcription.chunk" || object == "translation.chunk") {
            auto& delta = event.emplace<TranscriptTextDeltaEvent>();
            if (!json::detail::read_or_throw(json.text(), delta, json::tolerant)) return false;
            // vLLM sends chunks in the form of a chat completion
            const auto text = json["choices"].first()["delta"]["content"].string();
            if (text) delta.delta = *text;
            return true;
        }
        if (!json["text"].is_string()) return false;
        auto& done = event.emplace<TranscriptTextDoneEvent>();
        return json::detail::read_or_throw(json.text(), done, json::tolerant).has_value();
    }
    static stream_end end_of(const TranscriptionStreamEvent& event) {
        if (std::holds_alternative<TranscriptTextDoneEvent>(event)) return stream_end::complete;
        // vLLM sends no last event, but a finish_reason
        const auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event);
        if (!delta || delta->extra.empty()) return stream_end::open;
        const json_view reason =
            detail::extra_view(delta->extra, "choices").first()["finish_reason"];
        return detail::says_something(reason) ? stream_end::finished : stream_end::open;
    }
    // no event of this type reports an error, so that it is never called
    static error error_of(const TranscriptionStreamEvent&) { return {}; }
    template <class F>
    static void each_text(TranscriptionStreamEvent& event, F&& f) {
        auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event);
        if (delta && delta->delta) f(std::uint64_t{0}, *delta->delta);
    }
    template <class F>
    static void each_varying(TranscriptionStreamEvent& event, F&& f) {
        auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event);
        // vLLM's delta may have been taken from the choices
        if (!delta || !delta->delta || delta->extra.find("choices")) return;
        f({"delta"}, *delta->delta);
    }
};

// Accumulates a transcription stream.
template <class Lazy>
class accumulator<TranscriptionStreamEvent, Lazy>
    : public detail::accumulator_base<accumulator<TranscriptionStreamEvent, Lazy>,
                                      TranscriptionStreamEvent, Transcription> {
    using base = detail::accumulator_base<accumulator<TranscriptionStreamEvent, Lazy>,
                                          TranscriptionStreamEvent, Transcription>;
    friend base;

public:
    using base::base;

private:
    using base::extra_;
    using base::response_;

    // The base class takes these bytes from limits::answer before it calls add_chunk().
    static std::size_t bytes_of(const TranscriptionStreamEvent& event) {
        if (const auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event)) {
            return detail::held_bytes()(delta->delta) + detail::held_bytes()(delta->logprobs);
        }
        return sizeof(TranscriptionSegment) + detail::held_bytes()(event);
    }
    // Deltas are appended. The last event replaces the text by the complete one.
    errc add_chunk(const TranscriptionStreamEvent& event) {
        if (const auto* delta = std::get_if<TranscriptTextDeltaEvent>(&event)) {
            detail::append(response_.text, delta->delta);
            detail::append(response_.logprobs, delta->logprobs);
            if (!delta->extra.empty()) add_rest_of(*delta);
        } else if (const auto* segment = std::get_if<TranscriptTextSegmentEvent>(&event)) {
            // a segment is whole: each event adds one
            if (!response_.segments) response_.segments.emplace();
            auto& to = response_.segments->emplace_back();
            to.type = std::string(TranscriptTextSegmentEvent::tag.value);
            if (segment->id) to.id.emplace(*segment->id);
            detail::merge_named(to, *segment, extra_);
            detail::merge_rest(to, segment->extra, extra_);
        } else if (const auto* done = std::get_if<TranscriptTextDoneEvent>(&event)) {
            detail::merge_named(response_, *done, extra_);
            // where it stands in for a whole transcript, it has members of one
            detail::merge_rest(response_, done->extra, extra_);
        }
        return errc::ok;
    }

    // The extra members of vLLM's chunks contain the usage and the source of the delta.
    void add_rest_of(const TranscriptTextDeltaEvent& delta) {
        extra_members rest = delta.extra;
        for (const std::string_view name : {"choices", "object", "text"}) rest.erase(name);
        detail::merge_rest(response_, rest, extra_);
    }
};

// Traits of speech streams with events: pieces of audio in base64, then speech.audio.done with the
// usage. There are no texts, so that nothing has to be joined.
template <class Lazy>
struct chunk_traits<SpeechStreamEvent, Lazy> {
    using response = Speech;

    static bool recognises(const SpeechStreamEvent& event) {
        const auto* raw = std::get_if<raw_json>(&event);
        return !raw || detail::is_other_event(*raw);
    }
    // a plain call returns audio, which is not JSON
    static bool adopt(json_view, SpeechStreamEvent&) { return false; }
    static stream_end end_of(const SpeechStreamEvent& event) {
        return std::holds_alternative<SpeechAudioDoneEvent>(event) ? stream_end::complete
                                                                   : stream_end::open;
    }
    static error error_of(const SpeechStreamEvent&) { return {}; }
    template <class F>
    static void each_text(SpeechStreamEvent&, F&&) {}
};

// Accumulates the decoded audio of all events. `content_type` stays empty, as events do not have
// it. Errors: errc::invalid_base64 if the audio of an event is not base64.
template <class Lazy>
class accumulator<SpeechStreamEvent, Lazy>
    : public detail::accumulator_base<accumulator<SpeechStreamEvent, Lazy>, SpeechStreamEvent,
                                      Speech> {
    using base =
        detail::accumulator_base<accumulator<SpeechStreamEvent, Lazy>, SpeechStreamEvent, Speech>;
    friend base;

public:
    using base::base;

private:
    using base::extra_;
    using base::response_;

    // The decoded size: what is added to `audio`. Members of the last event are not counted.
    static std::size_t bytes_of(const SpeechStreamEvent& event) {
        const auto* delta = std::get_if<SpeechAudioDeltaEvent>(&event);
        return delta && delta->audio ? base64_decoded_size(*delta->audio) : 0;
    }
    errc add_chunk(const SpeechStreamEvent& event) {
        if (const auto* done = std::get_if<SpeechAudioDoneEvent>(&event)) {
            detail::merge_named(response_, *done, extra_);
            extra_.add(response_.extra, done->extra);
        }
        const auto* delta = std::get_if<SpeechAudioDeltaEvent>(&event);
        if (!delta) return errc::ok;
        extra_.add(response_.extra, delta->extra);
        if (!delta->audio) return errc::ok;
        std::string& audio = response_.audio;
        const std::size_t before = audio.size();
        const std::size_t more = base64_decoded_size(*delta->audio);
        audio.resize(before + more);
        auto* const bytes = reinterpret_cast<std::uint8_t*>(audio.data());
        // decoded in place; each event is base64 of its own
        auto done = decode_base64(*delta->audio, {bytes + before, more}, base64_padding::optional);
        if (done) return errc::ok;
        audio.resize(before);  // without a part of a broken piece
        return done.error().code;
    }
};

// Byte streams of speech. Their bytes are passed on and not stored, so that the response stays
// empty.
template <class Lazy>
class accumulator<std::string_view, Lazy>
    : public detail::accumulator_base<accumulator<std::string_view, Lazy>, std::string_view,
                                      Speech> {
    using base =
        detail::accumulator_base<accumulator<std::string_view, Lazy>, std::string_view, Speech>;
    friend base;

public:
    using base::base;

private:
    static std::size_t bytes_of(std::string_view) { return 0; }
    errc add_chunk(std::string_view) { return errc::ok; }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
