// Definitions of response_turns: the connection and what is sent over it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/session/response_turns.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE bool response_turns::wants_connection() const {
    if (open_ || no_websocket_) return false;
    return std::any_of(turns_.begin(), turns_.end(), [&](const auto& turn) {
        return turn->at == turn_stage::waiting && turn->due_ms <= now_ms_;
    });
}

// The request of the first turn says where to, and with which fields.
OAIWIRE_ADAPTER_INLINE result<http::duplex_request> response_turns::connection_request() const {
    return within_memory([&]() -> result<http::duplex_request> {
        for (const auto& turn : turns_) {
            if (turn->at != turn_stage::waiting) continue;
            const http::request& r = turn->call.request();
            http::duplex_request out{.origin = r.origin, .target = r.target};
            for (const auto& field : r.headers) {
                const auto is = [&](std::string_view name) {
                    return http::same_name(field.name, name);
                };
                if (is("Accept") || is("Content-Type") || is("Idempotency-Key")) continue;
                out.headers.add(field.name, field.value, field.sensitive);
            }
            out.timeouts = r.timeouts;
            return out;
        }
        return make_error(errc::invalid_argument, "no turn waits for a connection");
    });
}

OAIWIRE_ADAPTER_INLINE void response_turns::opened(std::int64_t now_ms) {
    now_ms_ = opened_ms_ = now_ms;
    open_ = true;
    worn_ = useful_ = false;
    start_waiting();
}

// The connection could not be opened: the first turn that waits for it is told, the others try
// again.
OAIWIRE_ADAPTER_INLINE void response_turns::failed(const error& why, std::int64_t now_ms) {
    now_ms_ = now_ms;
    open_ = false;
    const int status = error_status(why.api);
    if (options_.fall_back && (status == 404 || status == 405 || status == 426 || status == 501)) {
        return go_over_http();
    }
    for (auto& turn : turns_) {
        if (turn->at != turn_stage::waiting || turn->due_ms > now_ms) continue;
        ++turn->attempts;
        if (renew_key(*turn, why) || try_again(*turn, why)) return;
        if (options_.fall_back && why.code != errc::cancelled) return go_over_http();
        return end(*turn, why);
    }
}

OAIWIRE_ADAPTER_INLINE void response_turns::closed(std::uint16_t code, std::string_view reason,
                                                   std::int64_t now_ms) {
    const auto describe_close = [&] {
        std::string text = "the WebSocket was closed";
        if (code != 0) text.append(" (").append(std::to_string(code)).append(")");
        if (!reason.empty()) text.append(": ").append(reason);
        return make_error(errc::closed_early, text);
    };
    closed(within_memory(describe_close, [] { return make_error(errc::closed_early); }), now_ms);
}

OAIWIRE_ADAPTER_INLINE void response_turns::closed(const error& why, std::int64_t now_ms) {
    now_ms_ = now_ms;
    open_ = false;
    // what was not sent can be sent over the next connection; later, if this one was of no use
    for (const message& left : unsent_) {
        response_turn* const turn = find(left.turn);
        if (!turn || turn->at != turn_stage::sent) continue;
        if (useful_) {
            turn->at = turn_stage::waiting;
            --turn->attempts;
        } else if (!try_again(*turn, make_error(errc::connect_failed))) {
            end(*turn, why);
        }
    }
    unsent_.clear();
    unsent_bytes_ = 0;
    for (auto& lane : lanes_) {
        lane.turn = 0;
        lane.steers = 0;
    }
    for (auto& turn : turns_) {
        if (turn->at == turn_stage::sent && !try_again(*turn, why)) end(*turn, why);
    }
}

// An old connection is closed between two responses.
OAIWIRE_ADAPTER_INLINE bool response_turns::wants_close() const {
    return open_ && worn_ && std::all_of(lanes_.begin(), lanes_.end(), [](const lane_state& lane) {
               return lane.is_free();
           });
}

OAIWIRE_ADAPTER_INLINE void response_turns::tick(std::int64_t now_ms) {
    now_ms_ = now_ms;
    for (auto& turn : turns_) {
        if (turn->at < turn_stage::ended && turn->call.request().stop.stop_requested()) {
            cancel(turn->id);
        }
    }
    if (open_) start_waiting();
}

OAIWIRE_ADAPTER_INLINE std::int64_t response_turns::due_ms() const {
    std::int64_t due = never;
    for (const auto& turn : turns_) {
        if (turn->at == turn_stage::waiting && turn->due_ms > now_ms_) {
            due = (std::min)(due, turn->due_ms);
        }
    }
    return due;
}

// ---- sending

// Begins turns in lanes that are free, in the order of create().
OAIWIRE_ADAPTER_INLINE void response_turns::start_waiting() {
    if (!open_) return;
    if (options_.renew_ms != 0 && now_ms_ - opened_ms_ >= options_.renew_ms) worn_ = true;
    if (worn_) return;
    for (std::size_t i = 0; i != turns_.size(); ++i) {
        auto& turn = turns_[i];
        if (turn->at != turn_stage::waiting || turn->due_ms > now_ms_) continue;
        // one that waits for its next attempt keeps its place
        const bool first = std::none_of(
            turns_.begin(), turns_.begin() + static_cast<std::ptrdiff_t>(i),
            [&](const auto& earlier) {
                return earlier->at == turn_stage::waiting && earlier->lane == turn->lane;
            });
        lane_state* const in = find_lane(turn->lane);
        if (!first || !in || !in->is_free()) continue;
        const auto fail = [&] {
            turn->call.fail(no_memory());
            turn->at = turn_stage::ended;
        };
        within_memory([&] { start(*turn, *in); }, fail);
    }
}

OAIWIRE_ADAPTER_INLINE void response_turns::start(response_turn& turn, lane_state& in) {
    message out{.text = turn.call.request().body, .turn = turn.id};
    auto done = json::erase(out.text, "stream");
    if (done) done = json::erase(out.text, "background");
    if (done && turn.continues && !in.last.empty() &&
        !json_view(out.text)["previous_response_id"].exists()) {
        const auto last = raw_json::of(in.last);
        if (last) done = json::patch(out.text, "previous_response_id", *last);
    }
    if (!done) return end(turn, done.error());
    constexpr std::string_view type = "\"type\":\"response.create\"";
    const bool bare = json_view(out.text).empty();
    out.text.insert(out.text.find('{') + 1, std::string(type).append(bare ? "" : ","));
    unsent_bytes_ += out.text.size();
    unsent_.push_back(std::move(out));
    turn.at = turn_stage::sent;
    ++turn.attempts;
    in.turn = in.before = turn.id;
}

OAIWIRE_ADAPTER_INLINE std::optional<std::string> response_turns::take_unsent() {
    if (unsent_.empty()) return std::nullopt;
    std::optional<std::string> out(std::move(unsent_.front().text));
    taken_ = unsent_.front().turn;
    unsent_.pop_front();
    unsent_bytes_ -= out->size();
    return out;
}

OAIWIRE_ADAPTER_INLINE void response_turns::put_back(std::string text) {
    response_turn* const turn = find(taken_);
    if (!open_ || (taken_ != 0 && (!turn || turn->at != turn_stage::sent))) return;
    const auto put = [&] {
        const std::size_t size = text.size();
        unsent_.push_front({std::move(text), taken_});
        unsent_bytes_ += size;
    };
    within_memory(put, [&] {
        if (turn) end(*turn, no_memory());
    });
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
