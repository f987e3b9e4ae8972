// Definitions of realtime_session, by its steps.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/session/audio_event.hpp>
#include <oaiwire/session/realtime_audio.hpp>
#include <oaiwire/session/realtime_session.hpp>
#include <oaiwire/session/unsent_messages.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The value of a member, or its default.
template <class T>
T value_or(const field<T>& member, T otherwise) {
    return member ? *member : otherwise;
}
inline std::string_view text_of(const field<std::string>& member) {
    return member ? std::string_view(*member) : std::string_view();
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE realtime_session::realtime_session(realtime_options options)
    : options_(options),
      unsent_(options.unsent),
      bytes_per_ms_(realtime_bytes_per_ms({})),
      transcript_(options.turns, options.turn_text) {
}

// ---- to the server

OAIWIRE_ADAPTER_INLINE result<void> realtime_session::append(std::span<const std::uint8_t> audio) {
    constexpr std::size_t most = std::size_t{15} << 20;  // OpenAI's bound of one event
    if (audio.size() > most) {
        return make_error(errc::invalid_argument, "an event has at most 15 MiB of audio", "audio");
    }
    return within_memory([&]() -> result<void> {
        auto written = write_audio_event(audio, unsent_.slot());
        return written ? unsent_.queue(true) : std::move(written);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> realtime_session::say(std::string_view text) {
    return within_memory([&]() -> result<void> {
        RealtimeMessage message;
        message.role = Role::user;
        message.content.emplace_back();
        message.content.back().type = RealtimeContentType::input_text;
        message.content.back().text = std::string(text);
        RealtimeItemCreate event;
        event.item = RealtimeItem(std::move(message));
        if (auto done = send(event); !done) return done;
        return respond();
    });
}

OAIWIRE_ADAPTER_INLINE result<void> realtime_session::respond() {
    response_due_ = true;
    return ask_if_due();
}

// A server refuses to begin a response of the conversation while another is in progress. One that
// begins by itself is as good.
OAIWIRE_ADAPTER_INLINE result<void> realtime_session::ask_if_due() {
    if (asked_ || responding()) return {};
    // more calls may come until the response that makes them has ended
    if (calls_.empty() && std::exchange(answered_, false)) response_due_ = true;
    if (!response_due_) return {};
    auto done = send_at_once(RealtimeResponseCreate{});
    if (done) {
        response_due_ = false;
        asked_ = true;
    }
    return done;
}

OAIWIRE_ADAPTER_INLINE result<void> realtime_session::answer(std::string_view call_id,
                                                             std::string_view output) {
    return within_memory([&]() -> result<void> {
        const auto call =
            std::find_if(calls_.begin(), calls_.end(),
                         [&](const realtime_tool_call& c) { return c.call_id == call_id; });
        if (call == calls_.end()) return make_error(errc::unknown_tool, "no such call waits");
        RealtimeFunctionCallOutput item;
        item.call_id = std::string(call_id);
        item.output = std::string(output);
        RealtimeItemCreate event;
        event.item = RealtimeItem(std::move(item));
        if (auto done = send(event); !done) return done;
        calls_.erase(call);
        answered_ = options_.respond_to_tools;
        return ask_if_due();
    });
}

OAIWIRE_ADAPTER_INLINE result<std::vector<realtime_cut>> realtime_session::interrupt(
    std::int64_t played_ms) {
    return within_memory([&]() -> result<std::vector<realtime_cut>> {
        const bool by_server = server_interrupts_ && user_speaks_;
        for (response& r : responses_) {
            if (!r.in_conversation || r.cancelled || by_server) continue;
            RealtimeResponseCancel cancel;
            cancel.response_id = r.id;
            if (auto done = send_at_once(cancel); !done) return std::move(done).error();
            r.cancelled = true;
        }
        auto cuts = playback_.interrupt(played_ms);
        for (const realtime_cut& cut : cuts) {
            RealtimeItemTruncate truncate;
            truncate.item_id = cut.item_id;
            truncate.content_index = cut.content_index;
            truncate.audio_end_ms = cut.audio_end_ms;
            if (auto done = send_at_once(truncate); !done) return std::move(done).error();
            transcript_.interrupt(cut.item_id);
        }
        return cuts;
    });
}

// ---- from the server

OAIWIRE_ADAPTER_INLINE result<void> realtime_session::receive(std::string_view text) {
    has_event_ = plays_ = false;
    return within_memory([&]() -> result<void> {
        auto done = detail::receive_event(text, options_.message, options_.read, event_, *this);
        if (!done) return done;
        has_event_ = true;
        return ask_if_due();
    });
}

OAIWIRE_ADAPTER_INLINE const RealtimeServerEvent* realtime_session::next() {
    return std::exchange(has_event_, false) ? &event_ : nullptr;
}

OAIWIRE_ADAPTER_INLINE std::span<const std::uint8_t> realtime_session::audio() const {
    if (!plays_) return {};
    return {reinterpret_cast<const std::uint8_t*>(audio_.data()), audio_.size()};
}

OAIWIRE_ADAPTER_INLINE bool realtime_session::responding() const {
    return std::any_of(responses_.begin(), responses_.end(),
                       [](const response& r) { return r.in_conversation; });
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take_event() {
    if (auto* delta = std::get_if<RealtimeDeltaEvent>(&event_)) return take(*delta);
    if (auto* done = std::get_if<RealtimeDoneEvent>(&event_)) return take(*done);
    if (auto* whole = std::get_if<RealtimeResponseEvent>(&event_)) return take(*whole);
    if (auto* item = std::get_if<RealtimeItemEvent>(&event_)) return take(*item);
    if (auto* item = std::get_if<RealtimeOutputItemEvent>(&event_)) return take(*item);
    if (auto* text = std::get_if<RealtimeTranscriptionEvent>(&event_)) return take(*text);
    if (auto* change = std::get_if<RealtimeItemChangeEvent>(&event_)) take(*change);
    if (auto* audio = std::get_if<RealtimeInputAudioEvent>(&event_)) take(*audio);
    if (auto* session = std::get_if<RealtimeSessionEvent>(&event_)) take(*session);
    if (std::holds_alternative<RealtimeErrorEvent>(event_)) asked_ = false;
    if (auto* limits = std::get_if<RealtimeRateLimitsEvent>(&event_)) {
        if (limits->rate_limits) rate_limits_ = *limits->rate_limits;
    }
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(RealtimeDeltaEvent& event) {
    if (!event.delta) return errc::ok;
    const std::string_view item_id = detail::text_of(event.item_id);
    const std::int64_t part = detail::value_or(event.content_index, std::int64_t{0});
    switch (event.type.known()) {
        case RealtimeServerEventType::response_output_audio_delta:
        case RealtimeServerEventType::response_audio_delta:
            audio_.swap(*event.delta);
            event.delta->clear();
            if (!decode_base64_in_place(audio_)) return errc::invalid_base64;
            plays_ = !playback_.is_cut(item_id);
            if (plays_) playback_.add(item_id, part, audio_.size(), bytes_per_ms_);
            return errc::ok;
        case RealtimeServerEventType::response_output_audio_transcript_delta:
        case RealtimeServerEventType::response_audio_transcript_delta:
        case RealtimeServerEventType::response_output_text_delta:
        case RealtimeServerEventType::response_text_delta:
            if (options_.turns == 0) return errc::ok;
            return transcript_.add(item_id, part, *event.delta);
        default:
            return errc::ok;
    }
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(const RealtimeDoneEvent& event) {
    const std::string_view item_id = detail::text_of(event.item_id);
    const std::int64_t part = detail::value_or(event.content_index, std::int64_t{0});
    switch (event.type.known()) {
        case RealtimeServerEventType::response_output_audio_done:
        case RealtimeServerEventType::response_audio_done:
            playback_.complete(item_id, part);
            return errc::ok;
        default:
            break;
    }
    const auto& text = event.transcript ? event.transcript : event.text;
    if (!text || options_.turns == 0) return errc::ok;
    return transcript_.set(item_id, part, *text);
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(const RealtimeResponseEvent& event) {
    if (!event.response || !event.response->id) return errc::ok;
    const RealtimeResponse& now = *event.response;
    if (event.type == RealtimeServerEventType::response_created) {
        if (responses_.size() == most_responses) return errc::limit_exceeded;
        const bool in_conversation = !now.conversation_id.is_null();
        responses_.push_back({.id = *now.id, .in_conversation = in_conversation});
        if (in_conversation) response_due_ = asked_ = answered_ = false;
        return errc::ok;
    }
    std::erase_if(responses_, [&](const response& r) { return r.id == *now.id; });
    // a server that sends no item events
    if (!now.output || now.status != RealtimeResponseStatus::completed) return errc::ok;
    for (const RealtimeItem& item : *now.output) {
        const auto* call = std::get_if<RealtimeFunctionCall>(&item);
        const errc code = call ? take_call(*call, *now.id) : errc::ok;
        if (code != errc::ok) return code;
    }
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(const RealtimeItemEvent& event) {
    const auto* message = event.item ? std::get_if<RealtimeMessage>(&*event.item) : nullptr;
    if (message == nullptr || options_.turns == 0) return errc::ok;
    const bool complete = event.type == RealtimeServerEventType::conversation_item_done ||
                          message->status == RealtimeItemStatus::completed;
    return transcript_.take(*message, detail::text_of(event.previous_item_id), complete);
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(const RealtimeOutputItemEvent& event) {
    if (!event.item || event.type != RealtimeServerEventType::response_output_item_done) {
        return errc::ok;
    }
    const auto* call = std::get_if<RealtimeFunctionCall>(&*event.item);
    if (call == nullptr || call->status == RealtimeItemStatus::incomplete) return errc::ok;
    return take_call(*call, event.response_id ? *event.response_id : std::string());
}

// Once: response.done repeats the items. A call that was answered before that is known by its
// response, which has ended for it.
OAIWIRE_ADAPTER_INLINE errc realtime_session::take_call(const RealtimeFunctionCall& call,
                                                        const std::string& response_id) {
    if (!call.call_id) return errc::ok;
    for (const std::string& id : known_calls_) {
        if (id == *call.call_id) return errc::ok;
    }
    if (calls_.size() >= options_.tool_calls) return errc::limit_exceeded;
    if (known_calls_.size() >= options_.tool_calls) known_calls_.erase(known_calls_.begin());
    known_calls_.push_back(*call.call_id);
    calls_.push_back({.call_id = *call.call_id,
                      .name = std::string(detail::text_of(call.name)),
                      .arguments = std::string(detail::text_of(call.arguments)),
                      .item_id = std::string(detail::text_of(call.id)),
                      .response_id = response_id});
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE errc realtime_session::take(const RealtimeTranscriptionEvent& event) {
    if (!event.item_id || options_.turns == 0) return errc::ok;
    const std::int64_t part = detail::value_or(event.content_index, std::int64_t{0});
    using type = RealtimeServerEventType;
    if (event.type == type::conversation_item_input_audio_transcription_delta && event.delta) {
        return transcript_.add(*event.item_id, part, *event.delta);
    }
    if (event.transcript) return transcript_.set(*event.item_id, part, *event.transcript);
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE void realtime_session::take(const RealtimeItemChangeEvent& event) {
    if (!event.item_id) return;
    if (event.type == RealtimeServerEventType::conversation_item_deleted) {
        transcript_.remove(*event.item_id);
    } else {
        transcript_.interrupt(*event.item_id);
    }
}

OAIWIRE_ADAPTER_INLINE void realtime_session::take(const RealtimeInputAudioEvent& event) {
    switch (event.type.known()) {
        case RealtimeServerEventType::input_audio_buffer_speech_started:
            user_speaks_ = true;
            break;
        case RealtimeServerEventType::input_audio_buffer_speech_stopped:
        case RealtimeServerEventType::input_audio_buffer_committed:
        case RealtimeServerEventType::input_audio_buffer_cleared:
            user_speaks_ = false;
            break;
        default:
            break;
    }
}

OAIWIRE_ADAPTER_INLINE void realtime_session::take(const RealtimeSessionEvent& event) {
    const auto* session = event.session ? std::get_if<RealtimeSession>(&*event.session) : nullptr;
    if (session == nullptr) return;
    if (session->id) id_ = *session->id;
    const RealtimeAudioConfig* audio = session->audio ? &*session->audio : nullptr;
    const auto* input = audio != nullptr && audio->input ? &*audio->input : nullptr;
    server_interrupts_ = input != nullptr && input->turn_detection &&
                         detail::value_or(input->turn_detection->interrupt_response, true);
    if (audio == nullptr || !audio->output || !audio->output->format) return;
    format_ = *audio->output->format;
    bytes_per_ms_ = realtime_bytes_per_ms(format_);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
