// response_session: responses over a WebSocket, without I/O: what to send, and what received
// messages mean.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/session/response_turns.hpp>
#include <oaiwire/types/response_ws.hpp>

namespace oaiwire { inline namespace v0_2 {

// What next() of a session found. The pointers and the text are valid until the next call of a
// function of the session that is not const.
struct response_session_event {
    std::uint64_t turn = 0;                       // that it is of; 0: of none, as a notice
    const ResponseStreamEvent* event = nullptr;   // of the response, as over HTTP
    const ResponseSocketEvent* notice = nullptr;  // about input that was sent meanwhile
    std::string_view text{};                      // as it was received
    bool ended = false;                           // the turn has: take() its outcome
};

// A turn that has ended: the request's response, or why there is none.
struct response_turn_outcome {
    stream_end end_reason = stream_end::open;
    oaiwire::error error{};   // errc::ok if it is complete
    Response response{};      // accumulated from the events; partial after an error
    std::uint64_t after = 0;  // not 0: a successor of that turn, which the server began by itself
    // Whether the response was complete.
    bool ok() const {
        return end_reason == stream_end::complete || end_reason == stream_end::finished;
    }
};

// Makes responses in turns over one WebSocket at a time, as OpenAI's does: a request is a message
// response.create, its events come as messages, and the next request can name the response as its
// previous_response_id, which the server has at hand. The program, or response_socket, opens the
// connection and carries the messages:
//
//     oaiwire::response_session talk(where);
//     auto turn = talk.create(request);
//     repeat: if (talk.wants_connection()) open one by connection_request(), then opened() or
//     failed()
//             while (auto message = talk.take_unsent()) send it as text
//             receive(message); while (const auto found = talk.next()) use(*found);
//             closed() where the connection has ended; tick() when due_ms() has come
//
// Requests with different stream_id are made at the same time, others one after the other, in the
// order of create(). A turn is tried again as the retry policy of its call or the endpoint says:
// never once an event of it was delivered, nor if it was sent and its connection broke, unless the
// policy allows lost answers. An error that comes first is told by the outcome alone. Turns that
// wait when a connection ends are made over the next one. Times are milliseconds of any monotonic
// clock. Does not throw. Movable; not thread-safe. The template argument keeps programs that only
// include this from compiling it: response_session.
template <class Request = ResponseRequest>
class basic_response_session {
    static_assert(std::is_same_v<Request, ResponseRequest>);

public:
    // The value of due_ms() if nothing is awaited.
    static constexpr std::int64_t never = detail::response_turns::never;

    // The endpoint says where the WebSocket is: that of its base URL, at /responses.
    explicit basic_response_session(endpoint where, response_session_options options = {})
        : turns_(detail::call_table_of<Request>(), &detail::nothing<Request>(), std::move(where),
                 std::move(options), detail::object_type_of<ResponseSocketEvent>,
                 json::detail::described<ResponseSocketEvent>()) {}

    // Adds a turn, and returns its number, which is never 0. `stream` and `background` are not
    // sent. Errors: those of the request's rules; errc::limit_exceeded for too many turns or lanes;
    // out_of_memory.
    result<std::uint64_t> create(const Request& request, const call_options& options = {}) {
        return turns_.create(&request, options, false);
    }
    // The same with the last response of the lane that was completed as previous_response_id, if
    // the request has none: `input` has only what is new. The server finds it while the connection
    // lasts and, unless `store` was false, also later.
    result<std::uint64_t> create_next(const Request& request, const call_options& options = {}) {
        return turns_.create(&request, options, true);
    }
    // The id of that response; "" if there is none.
    std::string last_response_id(std::string_view stream_id = {}) const {
        return turns_.last_response(stream_id);
    }

    // Adds input to a response that is being made. What becomes of it is told by notices. Errors:
    // errc::send_failed if no connection is open; limit_exceeded; those of writing it.
    result<void> steer(const ResponseSteerEvent& event) {
        return turns_.send(&event, json::detail::described<ResponseSteerEvent>(),
                           event.previous_response_id);
    }
    // Adds items to a response that waits for them (beta). Errors as above.
    result<void> inject(const ResponseInjectEvent& event) {
        return turns_.send(&event, json::detail::described<ResponseInjectEvent>(), {});
    }
    // Ends a turn here, as stream_end::cancelled; one that was not sent yet is not sent. A server
    // that is making the response goes on; close the connection to stop it.
    void cancel(std::uint64_t turn) { turns_.cancel(turn); }

    // Whether a connection is to be opened now.
    bool wants_connection() const { return turns_.wants_connection(); }
    // Which one.
    result<http::duplex_request> connection_request() const { return turns_.connection_request(); }
    // It is open.
    void opened(std::int64_t now_ms) { turns_.opened(now_ms); }
    // It could not be opened.
    void failed(const error& why, std::int64_t now_ms) { turns_.failed(why, now_ms); }
    // It has ended, by the peer's close code and reason; 1006: without.
    void closed(std::uint16_t code, std::string_view reason, std::int64_t now_ms) {
        turns_.closed(code, reason, now_ms);
    }
    // It has ended by an error, which the turns that were sent are told.
    void closed(const error& why, std::int64_t now_ms) { turns_.closed(why, now_ms); }
    // Whether the connection is to be closed, since it is old and not in use. Then call closed().
    bool wants_close() const { return turns_.wants_close(); }
    // Whether opened() was called, and closed() not yet.
    bool is_open() const { return turns_.is_open(); }
    // Lets time pass: due retries, and stop_handles that were stopped.
    void tick(std::int64_t now_ms) { turns_.tick(now_ms); }
    // When tick() is due next.
    std::int64_t due_ms() const { return turns_.due_ms(); }

    // The next message to send, as text; nothing if there is none. It counts as sent.
    std::optional<std::string> take_unsent() { return turns_.take_unsent(); }
    // Whether there is one.
    bool has_unsent() const { return turns_.has_unsent(); }
    // The message that take_unsent() returned last was not sent, or not to its end: the connection
    // has ended. It waits again; then call closed().
    void put_back(std::string text) { turns_.put_back(std::move(text)); }
    // Takes a received text. What the last one brought and next() has not returned is dropped.
    void receive(std::string_view text) { turns_.receive(text); }
    // The next event; nothing if there is none.
    std::optional<response_session_event> next() {
        const detail::session_event found = turns_.next_event();
        if (!found.any) return std::nullopt;
        return response_session_event{
            .turn = found.turn,
            .event = static_cast<const ResponseStreamEvent*>(found.event),
            .notice = static_cast<const ResponseSocketEvent*>(found.notice),
            .text = found.text,
            .ended = found.ended};
    }

    // Whether the turn has not ended yet.
    bool pending(std::uint64_t turn) const {
        const auto* const t = turns_.find(turn);
        return t && t->at < detail::response_turn::stage::ended;
    }
    // The turn that the server began after this one by itself; 0: none yet. Not for turns that
    // take() has forgotten.
    std::uint64_t successor(std::uint64_t turn) const {
        return turn == 0 ? 0 : turns_.successor(turn);
    }
    // Whether the server will begin one, or say that it does not: it was given input by steer().
    // False once the stop_handle of the turn's call was stopped.
    bool awaits_successor(std::uint64_t turn) const { return turns_.awaits_successor(turn); }
    // The server's id of its response; "" if it is not known yet, or the turn is none.
    std::string_view response_id(std::uint64_t turn) const {
        const auto* const t = turns_.find(turn);
        return t ? std::string_view(t->response_id) : std::string_view();
    }
    // Moves out what came of a turn, and forgets it. Of one that has not ended, what has come.
    response_turn_outcome take(std::uint64_t turn) {
        auto* const t = turns_.find(turn);
        if (!t) return {.error = make_error(errc::invalid_argument, "there is no such turn")};
        response_turn_outcome out{.end_reason = t->call.end_reason(), .after = t->after};
        using accumulator = oaiwire::accumulator<chunk_of<Request>>;
        auto* const added = static_cast<accumulator*>(t->call.accumulator());
        if (added != nullptr) out.response = added->take();
        out.error = t->call.take_error();
        // messages have no head: the status is the one that the error states
        if (!t->by_http && t->call.status() != 0) {
            out.error.api.status = out.error.api.stated_status;
        }
        turns_.forget(turn);
        return out;
    }

    // With response_session_options::fall_back: a turn that is to be made over HTTP, or 0. Send
    // http_request(), give the answer to http_call(), and tell the end by http_done().
    std::uint64_t over_http() {
        auto* const t = turns_.over_http();
        return t ? t->id : 0;
    }
    // Its request, without what only a WebSocket has.
    result<http::request> http_request(std::uint64_t turn) const {
        const auto* const t = turns_.find(turn);
        if (!t) return make_error(errc::invalid_argument, "there is no such turn");
        return turns_.http_request(*t);
    }
    // What its answer is fed to: as an exchange. Null if there is no such turn; valid until take().
    detail::exchange_machine* http_call(std::uint64_t turn) {
        auto* const t = turns_.find(turn);
        return t ? &t->call : nullptr;
    }
    // Its retry policy: that of its call_options or of the endpoint.
    retry_policy retry(std::uint64_t turn) const {
        const auto* const t = turns_.find(turn);
        return t ? t->retry : retry_policy::none();
    }
    // The call has ended: next() tells so.
    void http_done(std::uint64_t turn) {
        if (auto* const t = turns_.find(turn)) turns_.end_over_http(*t);
    }

private:
    detail::response_turns turns_;
};

using response_session = basic_response_session<>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
