// live_session: one end of a Live session without I/O: events to messages, messages to events, and
// what a client has to know between them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/session/unsent_messages.hpp>
#include <oaiwire/types/live_events.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <algorithm>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/session/audio_event.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

struct live_options {
    std::size_t message = std::size_t{16} << 20;  // bytes of a received message
    std::size_t unsent = std::size_t{16} << 20;   // bytes of messages that wait to be sent
    std::size_t tool_calls = 128;                 // calls that wait for an answer
    // once all calls are answered, and their response has ended, ask for the next one
    bool respond_to_tools = true;
    json::read_options read = json::tolerant;  // of events
};

// A call of a function, by the model that works on a delegated task, that waits for answer().
struct live_tool_call {
    std::string call_id{};
    std::string name{};
    std::string arguments{};  // JSON, as the model wrote it
    std::string delegation_id{};
    friend bool operator==(const live_tool_call&, const live_tool_call&) = default;
};

// What a text for the model is: what it must do, what it must know, or what it should say.
enum class live_text : std::uint8_t { instructions, thinking, commentary };

namespace detail {

template <class Event, class Union>
inline constexpr bool is_live_event = std::is_same_v<Event, Union>;
template <class Event, class... Alternatives>
inline constexpr bool is_live_event<Event, std::variant<Alternatives...>> =
    std::is_same_v<Event, std::variant<Alternatives...>> ||
    (std::is_same_v<Event, Alternatives> || ...);

}  // namespace detail

// An event that a client may send: an alternative of LiveClientEvent, raw_json among them, or that
// itself.
template <class Event>
concept live_client_event = detail::is_live_event<Event, LiveClientEvent>;

// The client's end of a session, of a fork or of a sideband connection. Messages are whole texts of
// a WebSocket:
//
//     received from the peer ---> receive() ---> next(), audio()
//     send(), append(), ... ----> unsent(), sent() ---> to the peer
//
// Nothing is thrown; out_of_memory is an error as others are. After an error of receive() the
// message is skipped and the session can be used on, but for limit_exceeded and out_of_memory,
// after which what it knows may be incomplete. Memory is bounded by the options. Not thread-safe.
class live_session {
public:
    explicit live_session(live_options options = {}) : options_(options), unsent_(options.unsent) {}

    // Queues an event. Errors: those of json::write(); limit_exceeded if more than
    // options.unsent bytes would wait: send them first.
    template <live_client_event Event>
    result<void> send(const Event& event) {
        return unsent_.write(&event, json::detail::described<Event>(), true);
    }
    // Queues the event that begins the session; the first one, but not of a sideband connection.
    result<void> start(const LiveSession& session);
    // Queues audio of the user, in the format of the session. It is encoded into the message.
    result<void> append(std::span<const std::uint8_t> audio);
    // Queues a text for the model. `delegation_id`: of the task that it belongs to, if any.
    result<void> tell(live_text kind, std::string_view text, std::string_view delegation_id = {});
    // Answers a call of a function with its output; see options.respond_to_tools. Errors:
    // unknown_tool if no call of that id waits.
    result<void> answer(std::string_view call_id, std::string_view output);
    // Queues the event that ends the session. The server answers with session.closed, its last.
    result<void> close();

    // The next message to send, as text; "" if there is none. Valid until sent().
    std::string_view unsent() const { return unsent_.front(); }
    // It was given to the network.
    void sent() { unsent_.pop(); }
    // Bytes that wait.
    std::size_t unsent_size() const { return unsent_.size(); }

    // Takes a whole message of the server, which replaces the event before it. Errors: those of
    // json::read(); limit_exceeded (its size, or a bound of the options); invalid_base64.
    result<void> receive(std::string_view text);
    // The event of the last message, once; null if there is none. Valid until receive(). Audio is
    // not in its `delta` or `audio`, which are empty, but in audio().
    const LiveServerEvent* next();
    // The bytes of that event's audio, decoded: what the model said, or, over a sideband
    // connection, what the user said. Valid until receive().
    std::span<const std::uint8_t> audio() const;

    // The session as the server last told it; without an id before session.started.
    const LiveSession& session() const { return session_; }
    // Whether the session has begun, and whether session.closed has come, with its reason.
    bool started() const { return started_; }
    bool closed() const { return closed_; }
    const std::string& close_reason() const { return reason_; }
    // Seconds of audio that were used so far, as the server last told.
    double seconds() const { return seconds_; }
    // The calls that wait for an answer, in order.
    const std::vector<live_tool_call>& calls() const { return calls_; }

private:
    static constexpr std::size_t most_responses = 64;

    template <class Session, class Event>
    friend result<void> detail::receive_event(std::string_view, std::size_t,
                                              const json::read_options&, Event&, Session&);

    result<void> ask_if_due();
    errc take_event();
    errc take_audio(std::string& base64);
    errc take_response(const LiveResponseEvent& event);

    live_options options_;
    detail::unsent_messages unsent_;

    LiveServerEvent event_{};
    bool has_event_ = false;
    bool has_audio_ = false;  // audio_ is that of event_
    std::string audio_{};

    LiveSession session_{};
    bool started_ = false;
    bool closed_ = false;
    std::string reason_{};
    double seconds_ = 0;
    bool response_due_ = false;             // once none is in progress
    std::vector<std::string> responses_{};  // ids of those in progress
    std::vector<live_tool_call> calls_{};
};

#if OAIWIRE_ADAPTER_DEFINES

// ---- to the server

OAIWIRE_ADAPTER_INLINE result<void> live_session::start(const LiveSession& session) {
    return within_memory([&]() -> result<void> {
        LiveSessionRequestEvent event;
        event.session = session;
        return send(event);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> live_session::append(std::span<const std::uint8_t> audio) {
    return within_memory([&]() -> result<void> {
        auto written = write_audio_event(audio, unsent_.slot(), "session.input_audio.append");
        return written ? unsent_.queue(true) : std::move(written);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> live_session::tell(live_text kind, std::string_view text,
                                                       std::string_view delegation_id) {
    return within_memory([&]() -> result<void> {
        LiveAppendEvent event;
        event.type = LiveAppendEvent::tag_values[static_cast<std::size_t>(kind)];
        event.content = std::string(text);
        if (!delegation_id.empty()) event.delegation_id = std::string(delegation_id);
        return send(event);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> live_session::answer(std::string_view call_id,
                                                         std::string_view output) {
    return within_memory([&]() -> result<void> {
        const auto call = std::find_if(calls_.begin(), calls_.end(), [&](const live_tool_call& c) {
            return c.call_id == call_id;
        });
        if (call == calls_.end()) return make_error(errc::unknown_tool, "no such call waits");
        FunctionToolCallOutput item;
        item.call_id = std::string(call_id);
        item.output = ResponseContent(std::string(output));
        LiveResponseItemCreateEvent event;
        event.item = std::move(item);
        if (auto done = send(event); !done) return done;
        calls_.erase(call);
        response_due_ = options_.respond_to_tools;
        return ask_if_due();
    });
}

// A model may call several functions; its response goes on when it has all their outputs.
OAIWIRE_ADAPTER_INLINE result<void> live_session::ask_if_due() {
    if (!response_due_ || !calls_.empty() || !responses_.empty()) return {};
    unsent_.slot() = R"({"type":"response.create"})";
    response_due_ = false;
    return unsent_.queue(false);
}

OAIWIRE_ADAPTER_INLINE result<void> live_session::close() {
    return within_memory([&]() -> result<void> {
        unsent_.slot() = R"({"type":"session.close"})";
        return unsent_.queue(false);
    });
}

// ---- from the server

OAIWIRE_ADAPTER_INLINE result<void> live_session::receive(std::string_view text) {
    has_event_ = has_audio_ = false;
    return within_memory([&]() -> result<void> {
        auto done = detail::receive_event(text, options_.message, options_.read, event_, *this);
        if (!done) return done;
        has_event_ = true;
        return ask_if_due();
    });
}

OAIWIRE_ADAPTER_INLINE const LiveServerEvent* live_session::next() {
    return std::exchange(has_event_, false) ? &event_ : nullptr;
}

OAIWIRE_ADAPTER_INLINE std::span<const std::uint8_t> live_session::audio() const {
    if (!has_audio_) return {};
    return {reinterpret_cast<const std::uint8_t*>(audio_.data()), audio_.size()};
}

OAIWIRE_ADAPTER_INLINE errc live_session::take_audio(std::string& base64) {
    audio_.swap(base64);
    base64.clear();
    has_audio_ = decode_base64_in_place(audio_).has_value();
    return has_audio_ ? errc::ok : errc::invalid_base64;
}

OAIWIRE_ADAPTER_INLINE errc live_session::take_event() {
    if (auto* delta = std::get_if<LiveDeltaEvent>(&event_)) {
        const bool is_audio = delta->type == "session.output_audio.delta";
        return is_audio && delta->delta ? take_audio(*delta->delta) : errc::ok;
    }
    if (auto* heard = std::get_if<LiveAudioEvent>(&event_)) return take_audio(heard->audio);
    if (const auto* response = std::get_if<LiveResponseEvent>(&event_)) {
        return take_response(*response);
    }
    if (const auto* event = std::get_if<LiveSessionEvent>(&event_)) {
        started_ = true;
        if (event->session) session_ = *event->session;
    } else if (const auto* usage = std::get_if<LiveUsageEvent>(&event_)) {
        if (usage->usage && usage->usage->seconds) seconds_ = *usage->usage->seconds;
    } else if (const auto* end = std::get_if<LiveSessionClosedEvent>(&event_)) {
        closed_ = true;
        response_due_ = false;
        if (end->reason) reason_ = *end->reason;
        if (end->session) session_ = *end->session;
        if (end->usage && end->usage->seconds) seconds_ = *end->usage->seconds;
    }
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE errc live_session::take_response(const LiveResponseEvent& event) {
    if (!event.event) return errc::ok;
    using type = ResponseStreamEventType;
    if (const auto* life = std::get_if<ResponseLifecycleEvent>(&*event.event)) {
        if (!life->response || !life->response->id) return errc::ok;
        const std::string& id = *life->response->id;
        std::erase(responses_, id);
        switch (life->type.known()) {
            case type::created:
            case type::queued:
            case type::in_progress:
                if (responses_.size() == most_responses) return errc::limit_exceeded;
                responses_.push_back(id);
                break;
            default:  // it has ended
                break;
        }
        return errc::ok;
    }
    const auto* item = std::get_if<ResponseItemEvent>(&*event.event);
    if (item == nullptr || item->type != type::output_item_done || !item->item) return errc::ok;
    const auto* call = std::get_if<FunctionToolCall>(&*item->item);
    if (call == nullptr || !call->call_id) return errc::ok;
    if (calls_.size() >= options_.tool_calls) return errc::limit_exceeded;
    live_tool_call to{.call_id = *call->call_id};
    if (call->name) to.name = *call->name;
    if (call->arguments) to.arguments = *call->arguments;
    if (event.delegation_id) to.delegation_id = *event.delegation_id;
    calls_.push_back(std::move(to));
    return errc::ok;
}

#endif  // OAIWIRE_ADAPTER_DEFINES

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
