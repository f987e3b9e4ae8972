// response_turns: the untyped implementation of response_session, compiled once.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/call_table.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/chunk_table.hpp>

namespace oaiwire { inline namespace v0_2 {

// Bounds and habits of a session.
struct response_session_options {
    std::size_t turns = 64;  // that wait, are made, or have ended and were not taken
    std::size_t lanes = 16;  // names of streams that requests can have (ResponseRequest::stream_id)
    std::size_t unsent_bytes = std::size_t{1} << 20;  // of messages; one is always taken
    // No response is begun on a connection of this age, so that none is cut: OpenAI ends
    // connections after 60 minutes. 0: of any age.
    std::int64_t renew_ms = 55 * 60'000;
    // Make calls over HTTP where the server has no WebSocket, or none can be opened.
    bool fall_back = false;
    hook<double()> jitter{};  // random numbers in [0, 1), for waits before retries
};

namespace detail {

// A request and its response. It has ended once its call has.
struct response_turn {
    enum class stage : std::uint8_t {
        waiting,  // for a connection, or for the turn before it
        sent,     // its events come
        http,     // to be made over HTTP
        ended,    // next() is to report it
        told,     // next() has
    };

    std::uint64_t id = 0;
    std::string lane{};  // stream_id; "" if it has none
    exchange_machine call;
    retry_policy retry{};
    std::string response_id{};  // "" until the server has named it
    std::uint64_t after = 0;    // the turn whose successor it is: begun by the server
    std::int64_t due_ms = std::numeric_limits<std::int64_t>::min();  // not to be sent before
    int attempts = 0;
    stage at = stage::waiting;
    bool continues = false;  // the last response of its lane
    bool delivered = false;  // an event was given to the program
    bool by_http = false;    // it was made over HTTP
    bool last_came = false;  // an event whose type is that of a last one
    bool moved = false;      // to another connection, as the server had asked
};

using turn_stage = response_turn::stage;

// What next_event() found. The pointers and views are valid until the next call.
struct session_event {
    std::uint64_t turn = 0;
    const void* event = nullptr;   // of the response's stream
    const void* notice = nullptr;  // beside it
    std::string_view text{};       // as received
    bool ended = false;
    bool any = false;
};

// The lanes are independent: in each, one turn is made at a time, the others wait in order. Without
// stream_id there is one lane. Events find their turn by their lane alone.
class response_turns {
public:
    static constexpr std::int64_t never = (std::numeric_limits<std::int64_t>::max)();

    // `blank`: a default request, for turns that the server begins. `notices`: how those are read,
    // and `notice`, the object. They must outlive it.
    response_turns(const call_table& call, const void* blank, endpoint where,
                   response_session_options options, const object_type& notice,
                   const json::detail::description& notices);

    result<std::uint64_t> create(const void* request, const call_options& options, bool continues);
    result<void> send(const void* event, const json::detail::description& type,
                      std::string_view response_id);
    void cancel(std::uint64_t turn);

    // The connection.
    bool wants_connection() const;
    result<http::duplex_request> connection_request() const;
    void opened(std::int64_t now_ms);
    void failed(const error& why, std::int64_t now_ms);
    void closed(std::uint16_t code, std::string_view reason, std::int64_t now_ms);
    void closed(const error& why, std::int64_t now_ms);
    bool wants_close() const;
    void tick(std::int64_t now_ms);
    std::int64_t due_ms() const;
    bool is_open() const { return open_; }

    bool has_unsent() const { return !unsent_.empty(); }
    std::optional<std::string> take_unsent();
    void put_back(std::string text);

    void receive(std::string_view text);
    session_event next_event();

    response_turn* find(std::uint64_t turn);
    const response_turn* find(std::uint64_t turn) const;
    response_turn* over_http();
    result<http::request> http_request(const response_turn& turn) const;
    void end_over_http(response_turn& turn);
    void forget(std::uint64_t turn);
    std::string last_response(std::string_view lane) const;
    std::uint64_t successor(std::uint64_t turn) const;
    bool awaits_successor(std::uint64_t turn) const;
    std::size_t size() const { return turns_.size(); }

private:
    struct lane_state {
        std::string name{};
        std::uint64_t turn = 0;    // that is being made; 0: none
        std::uint64_t before = 0;  // the last one that was
        std::size_t steers = 0;    // that were sent, and neither used nor refused
        std::string last{};        // the id of the last response that was completed
        bool is_free() const { return turn == 0 && steers == 0; }
    };
    struct message {
        std::string text{};
        std::uint64_t turn = 0;  // that it begins; 0: none
    };
    // What is needed to know whose a received event is. Views into the text or into `unescaped`.
    struct envelope {
        std::string_view type{};
        json_view stream_id{};
        json_view response{};
        json_view error{};
        json_view steer{};
    };

    const lane_state* find_lane(std::string_view name) const;
    lane_state* find_lane(std::string_view name);
    lane_state& make_lane(std::string_view name);
    lane_state* lane_of(const envelope& event);
    lane_state* lane_of_response(std::string_view id);
    response_turn* only_turn();
    response_turn& add(const void* request, const call_options& options);
    result<void> check(const response_turn& turn) const;
    void start_waiting();
    void start(response_turn& turn, lane_state& in);
    envelope read_envelope(json_view event);
    std::string_view plain(json_view text, std::string& storage) const;
    void take(std::string_view text);
    bool take_notice(std::string_view text, const envelope& event);
    bool take_connection_error(const envelope& event);
    void refuse_steers(const envelope& event);
    void take_of(lane_state& in, std::string_view text, const envelope& event);
    void feed(response_turn& turn, std::string_view text);
    void note_end(response_turn& turn);
    void drop_unread();
    const void* next_of_turn();
    void end(response_turn& turn, const error& why);
    bool try_again(response_turn& turn, const error& why);
    bool renew_key(response_turn& turn, const error& why);
    void go_over_http();

    const call_table* call_;
    const void* blank_;
    endpoint where_;
    response_session_options options_;
    const json::detail::description* notices_;
    object_type make_notice_;
    any_object notice_{};                                  // made with the first
    std::vector<std::unique_ptr<response_turn>> turns_{};  // in the order of create()
    std::vector<lane_state> lanes_{};
    std::deque<message> unsent_{};
    std::size_t unsent_bytes_ = 0;
    std::uint64_t taken_ = 0;    // the turn that the last message that was taken begins; 0: none
    std::string feed_{};         // the last message, as an event of a stream
    std::string type_{};         // its type, if that had to be unescaped
    std::string name_{};         // its stream_id, likewise
    std::uint64_t reading_ = 0;  // the turn that feed_ is of
    bool noticed_ = false;       // notice_ is to be delivered
    bool unknown_ = false;       // feed_ is, as a text of nobody's
    std::uint64_t last_id_ = 0;
    std::int64_t now_ms_ = 0;
    std::int64_t opened_ms_ = 0;
    bool open_ = false;
    bool useful_ = false;        // the connection has brought events of a turn
    bool worn_ = false;          // the connection takes no more turns
    bool no_websocket_ = false;  // calls are made over HTTP
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/session/response_turns_connection.hpp>
#include <oaiwire/session/response_turns_requests.hpp>
#include <oaiwire/session/response_turns_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
