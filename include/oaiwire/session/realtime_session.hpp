// realtime_session: one end of a Realtime session without I/O: events to messages, messages to
// events, and what a client has to know between them.
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
#include <oaiwire/session/realtime_playback.hpp>
#include <oaiwire/session/realtime_transcript.hpp>
#include <oaiwire/session/unsent_messages.hpp>
#include <oaiwire/types/realtime_client_events.hpp>
#include <oaiwire/types/realtime_server_events.hpp>

namespace oaiwire { inline namespace v0_2 {

struct realtime_options {
    std::size_t message = std::size_t{16} << 20;   // bytes of a received message
    std::size_t unsent = std::size_t{16} << 20;    // bytes of messages that wait to be sent
    std::size_t turns = 256;                       // of the transcript; 0: none is kept
    std::size_t turn_text = std::size_t{1} << 20;  // bytes of one turn
    std::size_t tool_calls = 128;                  // calls that wait for an answer
    // once all calls of a response are answered, and it has ended, ask for the next one
    bool respond_to_tools = true;
    json::read_options read = json::tolerant;  // of events
};

// A call of a function that waits for answer().
struct realtime_tool_call {
    std::string call_id{};
    std::string name{};
    std::string arguments{};  // JSON, as the model wrote it
    std::string item_id{};
    std::string response_id{};
    friend bool operator==(const realtime_tool_call&, const realtime_tool_call&) = default;
};

namespace detail {

template <class Event, class Union>
inline constexpr bool is_alternative = false;
template <class Event, class... Alternatives>
inline constexpr bool is_alternative<Event, std::variant<Alternatives...>> =
    (std::is_same_v<Event, Alternatives> || ...);

}  // namespace detail

// An event that a client may send: an alternative of RealtimeClientEvent, raw_json among them, or
// that itself.
template <class Event>
concept realtime_client_event = std::is_same_v<Event, RealtimeClientEvent> ||
    detail::is_alternative<Event, RealtimeClientEvent>;

// The client's end of a session that converses or transcribes. Messages are whole texts of a
// WebSocket:
//
//     received from the peer ---> receive() ---> next(), audio()
//     send(), append(), ... ----> unsent(), sent() ---> to the peer
//
// Nothing is thrown; out_of_memory is an error as others are. After an error of receive() the
// message is skipped and the session can be used on, but for limit_exceeded and out_of_memory,
// after which what it knows may be incomplete. Memory is bounded by the options. Not thread-safe.
class realtime_session {
public:
    explicit realtime_session(realtime_options options = {});

    // Queues an event. Errors: those of json::write(); limit_exceeded if more than
    // options.unsent bytes would wait: send them first.
    template <realtime_client_event Event>
    result<void> send(const Event& event) {
        auto done = unsent_.write(&event, json::detail::described<Event>(), true);
        if constexpr (std::is_same_v<Event, RealtimeResponseCreate>) {
            const bool beside = event.response && event.response->conversation == "none";
            if (done && !beside) asked_ = true;
        }
        return done;
    }
    // Queues audio of the user, in the session's input format; at most 15 MiB. It is encoded into
    // the message. Errors as send().
    result<void> append(std::span<const std::uint8_t> audio);
    // Queues a message of the user and asks for a response.
    result<void> say(std::string_view text);
    // Asks for a response; once the one that is in progress has ended, if there is one. A response
    // that begins meanwhile, as after a turn of the user, is taken for the one that was asked for.
    result<void> respond();
    // Answers a call of a function with its output; see options.respond_to_tools. Errors:
    // unknown_tool if no call of that id waits.
    result<void> answer(std::string_view call_id, std::string_view output);
    // Ends what the model is saying, because the user interrupts: of all audio that audio() has
    // returned in this session, `played_ms` milliseconds have been played, and nothing more will
    // be. Cancels the response, unless the server does by itself or it has ended, and removes what
    // was not heard from the conversation. Returns what was cut. What may still come of these items
    // is not returned by audio(), and not counted.
    result<std::vector<realtime_cut>> interrupt(std::int64_t played_ms);

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
    // not in its `delta`, which is empty, but in audio().
    const RealtimeServerEvent* next();
    // The bytes of that event's audio, decoded; empty if it has none, or none to be played. Valid
    // until receive().
    std::span<const std::uint8_t> audio() const;

    // The session's id; "" before session.created.
    const std::string& id() const { return id_; }
    // The format of the output audio, and how many bytes a millisecond has.
    const RealtimeAudioFormat& output_format() const { return format_; }
    std::size_t output_bytes_per_ms() const { return bytes_per_ms_; }
    // Whether a response of the conversation is in progress.
    bool responding() const;
    // Whether the server hears the user speak.
    bool user_speaks() const { return user_speaks_; }
    // The calls that wait for an answer, in order.
    const std::vector<realtime_tool_call>& calls() const { return calls_; }
    // What was said; see options.turns.
    const std::vector<realtime_turn>& turns() const { return transcript_.turns(); }
    // What was received of the model's audio.
    const realtime_playback& playback() const { return playback_; }
    // The limits as the server last told them.
    const std::vector<RealtimeRateLimit>& rate_limits() const { return rate_limits_; }

private:
    struct response {
        std::string id{};
        bool in_conversation = true;
        bool cancelled = false;  // asked for
    };
    static constexpr std::size_t most_responses = 64;

    template <class Session, class Event>
    friend result<void> detail::receive_event(std::string_view, std::size_t,
                                              const json::read_options&, Event&, Session&);

    // What must not wait for audio to be sent; small, and few at a time.
    template <class Event>
    result<void> send_at_once(const Event& event) {
        return unsent_.write(&event, json::detail::described<Event>(), false);
    }
    result<void> ask_if_due();

    errc take_event();
    errc take(RealtimeDeltaEvent& event);
    errc take(const RealtimeDoneEvent& event);
    errc take(const RealtimeResponseEvent& event);
    errc take(const RealtimeItemEvent& event);
    errc take(const RealtimeOutputItemEvent& event);
    errc take(const RealtimeTranscriptionEvent& event);
    void take(const RealtimeItemChangeEvent& event);
    void take(const RealtimeInputAudioEvent& event);
    void take(const RealtimeSessionEvent& event);
    errc take_call(const RealtimeFunctionCall& call, const std::string& response_id);

    realtime_options options_;
    detail::unsent_messages unsent_;

    RealtimeServerEvent event_{};
    bool has_event_ = false;
    bool plays_ = false;  // audio_ is that of event_
    std::string audio_{};

    std::string id_{};
    RealtimeAudioFormat format_{};
    std::size_t bytes_per_ms_;
    bool server_interrupts_ = false;  // cancels a response when the user speaks
    bool user_speaks_ = false;
    bool response_due_ = false;          // once none is in progress
    bool asked_ = false;                 // for a response that has not begun
    bool answered_ = false;              // calls, which no response knows yet
    std::vector<response> responses_{};  // in progress
    std::vector<realtime_tool_call> calls_{};
    std::vector<std::string> known_calls_{};  // ids, the oldest first
    realtime_transcript transcript_;
    realtime_playback playback_{};
    std::vector<RealtimeRateLimit> rate_limits_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/session/realtime_session_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
