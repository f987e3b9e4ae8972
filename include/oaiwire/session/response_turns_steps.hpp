// Definitions of response_turns: what is received, and ends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/session/response_turns.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether an event of that type is the last of a response.
inline bool ends_response(std::string_view type) {
    return type == "response.completed" || type == "response.incomplete" ||
           type == "response.failed" || type == "response.cancelled" || type == "response.done" ||
           type == "error" || type == "response.error";
}

// ---- whose an event is

// The text of a string; unescaped in `storage` if it has escapes.
OAIWIRE_ADAPTER_INLINE std::string_view response_turns::plain(json_view text,
                                                              std::string& storage) const {
    if (!text.is_string()) return {};
    const std::string_view raw = text.text().substr(1, text.text().size() - 2);
    if (raw.find('\\') == raw.npos) return raw;
    storage.clear();
    json::detail::append_unescaped(storage, raw, json::surrogates::replace);
    return storage;
}

OAIWIRE_ADAPTER_INLINE response_turns::envelope response_turns::read_envelope(json_view event) {
    envelope out;
    json_view type;
    event.each([&](std::string_view name, json_view value) {
        if (json::detail::same_name(name, "type")) type = value;
        if (json::detail::same_name(name, "stream_id")) out.stream_id = value;
        if (json::detail::same_name(name, "response")) out.response = value;
        if (json::detail::same_name(name, "error")) out.error = value;
        if (json::detail::same_name(name, "steer")) out.steer = value;
        return true;
    });
    out.type = plain(type, type_);
    return out;
}

OAIWIRE_ADAPTER_INLINE response_turns::lane_state* response_turns::lane_of_response(
    std::string_view id) {
    for (const auto& turn : turns_) {
        if (turn->response_id == id && !id.empty()) return find_lane(turn->lane);
    }
    return nullptr;
}

// The turn that is being made, if it is the only one.
OAIWIRE_ADAPTER_INLINE response_turn* response_turns::only_turn() {
    response_turn* found = nullptr;
    for (const auto& lane : lanes_) {
        if (lane.turn == 0) continue;
        if (found) return nullptr;
        found = find(lane.turn);
    }
    return found;
}

OAIWIRE_ADAPTER_INLINE response_turns::lane_state* response_turns::lane_of(const envelope& event) {
    if (event.stream_id.is_string()) return find_lane(plain(event.stream_id, name_));
    lane_state* const unnamed = find_lane("");
    if (unnamed && (unnamed->turn != 0 || event.type != "error")) return unnamed;
    // an error may be told without the lane
    response_turn* const only = only_turn();
    return only ? find_lane(only->lane) : unnamed;
}

// ---- receiving

OAIWIRE_ADAPTER_INLINE void response_turns::receive(std::string_view text) {
    drop_unread();
    const auto exhaust = [&] {
        response_turn* of = nullptr;
        for (const auto& turn : turns_) {
            // one whose last event this was has left its lane
            const bool left = std::none_of(lanes_.begin(), lanes_.end(),
                                           [&](const auto& lane) { return lane.turn == turn->id; });
            if (turn->at == turn_stage::sent && left) of = turn.get();
        }
        if (of == nullptr) of = only_turn();
        if (of != nullptr) end(*of, no_memory());
    };
    within_memory([&] { take(text); }, exhaust);
    if (reading_ == 0) start_waiting();  // else the end of the turn decides what is next
}

OAIWIRE_ADAPTER_INLINE void response_turns::take(std::string_view text) {
    const json_view checked = json_view::checked(text);
    if (!checked.is_object()) {
        // [DONE], or JSON that can be repaired
        if (response_turn* const turn = only_turn()) return feed(*turn, text);
        unknown_ = true;
        feed_.assign(text);
        return;
    }
    const envelope event = read_envelope(checked);
    if (event.type == "error") refuse_steers(event);
    if (take_notice(text, event) || take_connection_error(event)) return;
    lane_state* const in = lane_of(event);
    if (in && event.type == "response.created" && in->turn == 0 && turns_.size() < options_.turns) {
        // the server continues by itself
        response_turn& turn = add(blank_, {.validate = false});
        turn.lane = in->name;
        turn.after = in->before;
        turn.at = turn_stage::sent;
        in->turn = in->before = turn.id;
        in->steers = 0;
    }
    if (in && in->turn != 0) return take_of(*in, text, event);
    unknown_ = true;
    feed_.assign(text);
}

// Events about steering and injected input. Without successor, the lane waits no longer.
OAIWIRE_ADAPTER_INLINE bool response_turns::take_notice(std::string_view text,
                                                        const envelope& event) {
    if (!event.type.starts_with("response.steer.") && !event.type.starts_with("response.inject.")) {
        return false;
    }
    if (!notice_) notice_ = make_object(make_notice_);
    static_cast<void>(json::detail::read_described(text, notice_.get(), *notices_, {}));
    feed_.assign(text);
    noticed_ = true;
    lane_state* in = lane_of_response(event.steer["previous_response_id"].string().value_or(""));
    if (!in) in = lane_of(event);
    if (!in) return true;
    if (event.type == "response.steer.pending") in->steers = 0;
    if (event.type == "response.steer.failed" && in->steers != 0) --in->steers;
    return true;
}

// A server that does not know response.steer says so by an error, and nothing will follow.
OAIWIRE_ADAPTER_INLINE void response_turns::refuse_steers(const envelope& event) {
    lane_state* const in = lane_of(event);
    for (auto& lane : lanes_) {
        if (&lane == in || (lane.turn == 0 && !event.stream_id.is_string())) lane.steers = 0;
    }
}

// The connection is too old: what was not begun is sent over the next one.
OAIWIRE_ADAPTER_INLINE bool response_turns::take_connection_error(const envelope& event) {
    if (event.type != "error" ||
        event.error["code"].string() != "websocket_connection_limit_reached") {
        return false;
    }
    worn_ = true;
    bool began = false;
    for (auto& lane : lanes_) {
        response_turn* const turn = find(lane.turn);
        if (!turn || !turn->response_id.empty() || turn->at != turn_stage::sent) {
            began = began || turn != nullptr;
            continue;
        }
        lane.turn = 0;
        if (std::exchange(turn->moved, true)) {
            // each connection is refused: that would go on without end
            error why = make_error(errc::api_error, "no connection is young enough for the server");
            why.api.code = "websocket_connection_limit_reached";
            end(*turn, why);
            continue;
        }
        turn->call.restart();
        turn->at = turn_stage::waiting;
    }
    return !began;
}

OAIWIRE_ADAPTER_INLINE void response_turns::take_of(lane_state& in, std::string_view text,
                                                    const envelope& event) {
    response_turn* const turn = find(in.turn);
    const bool last = ends_response(event.type);
    if (last) in.turn = 0;
    if (!turn) return;  // it was forgotten
    if (turn->response_id.empty() && event.response.is_object()) {
        turn->response_id = event.response["id"].string().value_or("");
    }
    if (turn->at != turn_stage::sent) return;  // it was cancelled
    turn->last_came = last;
    const bool done = last && event.type != "response.failed" && event.type != "error" &&
                      event.type != "response.error";
    if (done) in.last = turn->response_id;
    if (event.type == "error" && event.error["code"].string() == "previous_response_not_found") {
        in.last.clear();
    }
    feed(*turn, text);
    // an error that comes first may be followed by another attempt
    while (event.type == "error" && !turn->delivered && turn->call.next() != nullptr) {
    }
}

// The events of a response are those of a stream over HTTP: what reads these reads them.
OAIWIRE_ADAPTER_INLINE void response_turns::feed(response_turn& turn, std::string_view text) {
    if (turn.at != turn_stage::sent) return;
    useful_ = true;
    if (turn.call.status() == 0) turn.call.head(200, {});
    feed_.assign("data: ");
    feed_.append(text);
    // between the tokens of JSON, a line's end is white space
    std::replace_if(
        feed_.begin(), feed_.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    feed_.append("\n\n");
    turn.call.feed(feed_);
    reading_ = turn.id;
}

// What the last message brought is added to its response, but not delivered. That a turn has ended
// is told all the same.
OAIWIRE_ADAPTER_INLINE void response_turns::drop_unread() {
    noticed_ = unknown_ = false;
    while (next_of_turn() != nullptr) {
    }
}

// The next event of the turn that the last message was of; null at the end of the message.
OAIWIRE_ADAPTER_INLINE const void* response_turns::next_of_turn() {
    response_turn* const turn = find(reading_);
    if (turn == nullptr) return nullptr;
    if (turn->at == turn_stage::sent) {
        const void* event = turn->call.next();
        if (event == nullptr && turn->last_came && !turn->call.ended()) {
            turn->call.finish();  // the last event could not be read as one
            event = turn->call.next();
        }
        if (event != nullptr) {
            turn->delivered = true;
            return event;
        }
        note_end(*turn);
    }
    reading_ = 0;
    start_waiting();
    return nullptr;
}

OAIWIRE_ADAPTER_INLINE void response_turns::note_end(response_turn& turn) {
    if (!turn.call.ended() || turn.at != turn_stage::sent) return;
    if (!turn.call.ok() && try_again(turn, turn.call.error())) return;
    turn.at = turn_stage::ended;
}

OAIWIRE_ADAPTER_INLINE session_event response_turns::next_event() {
    const auto text = [&] { return std::string_view(feed_); };
    if (unknown_) {
        unknown_ = false;
        return {.text = text(), .any = true};
    }
    if (noticed_) {
        noticed_ = false;
        return {.notice = notice_.get(), .text = text(), .any = true};
    }
    const std::uint64_t of = reading_;
    if (const void* const event = next_of_turn()) {
        return {.turn = of, .event = event, .text = find(of)->call.payload(), .any = true};
    }
    for (auto& turn : turns_) {
        if (turn->at != turn_stage::ended) continue;
        turn->at = turn_stage::told;
        return {.turn = turn->id, .ended = true, .any = true};
    }
    return {};
}

// ---- ends

OAIWIRE_ADAPTER_INLINE void response_turns::end(response_turn& turn, const error& why) {
    if (turn.at >= turn_stage::ended) return;
    // an end inside the stream keeps what had come
    const auto fail = [&] { turn.call.fail(oaiwire::error(why)); };
    within_memory(fail, [&] { turn.call.fail(no_memory()); });
    while (!turn.call.ended() && turn.call.next() != nullptr) {
    }
    turn.at = turn_stage::ended;
}

// True if the handshake was refused with status 401, and endpoint::key_source has another key: once
// for each turn.
OAIWIRE_ADAPTER_INLINE bool response_turns::renew_key(response_turn& turn, const error& why) {
    if (why.api.status != 401 || !where_.key_source) return false;
    turn.call.head(401, {});
    turn.call.finish();
    if (turn.call.renew_key()) return true;
    turn.call.restart();
    return false;
}

// True if the turn waits for another attempt.
OAIWIRE_ADAPTER_INLINE bool response_turns::try_again(response_turn& turn, const error& why) {
    const double jitter = options_.jitter ? options_.jitter() : 0;
    const auto decision = turn.retry.decide({.why = why,
                                             .attempts = turn.attempts,
                                             .output_delivered = turn.delivered || turn.after != 0,
                                             .jitter = jitter});
    if (!decision.again) return false;
    turn.call.restart();
    turn.response_id.clear();
    turn.last_came = false;
    turn.due_ms = now_ms_ + decision.wait_ms;
    turn.at = turn_stage::waiting;
    return true;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
