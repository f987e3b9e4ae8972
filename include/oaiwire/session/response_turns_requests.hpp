// Definitions of response_turns: turns and lanes, their requests, and turns over HTTP.
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

OAIWIRE_ADAPTER_INLINE response_turns::response_turns(const call_table& call, const void* blank,
                                                      endpoint where,
                                                      response_session_options options,
                                                      const object_type& notice,
                                                      const json::detail::description& notices)
    : call_(&call),
      blank_(blank),
      where_(std::move(where)),
      options_(std::move(options)),
      notices_(&notices),
      make_notice_(notice) {
}

// ---- turns and lanes

OAIWIRE_ADAPTER_INLINE const response_turn* response_turns::find(std::uint64_t turn) const {
    for (const auto& t : turns_) {
        if (t->id == turn) return t.get();
    }
    return nullptr;
}

OAIWIRE_ADAPTER_INLINE response_turn* response_turns::find(std::uint64_t turn) {
    return const_cast<response_turn*>(std::as_const(*this).find(turn));
}

OAIWIRE_ADAPTER_INLINE void response_turns::forget(std::uint64_t turn) {
    if (reading_ == turn) reading_ = 0;
    std::erase_if(turns_, [&](const auto& t) { return t->id == turn; });
}

OAIWIRE_ADAPTER_INLINE const response_turns::lane_state* response_turns::find_lane(
    std::string_view name) const {
    for (const auto& lane : lanes_) {
        if (lane.name == name) return &lane;
    }
    return nullptr;
}

OAIWIRE_ADAPTER_INLINE response_turns::lane_state* response_turns::find_lane(
    std::string_view name) {
    return const_cast<lane_state*>(std::as_const(*this).find_lane(name));
}

OAIWIRE_ADAPTER_INLINE response_turns::lane_state& response_turns::make_lane(
    std::string_view name) {
    if (lane_state* const known = find_lane(name)) return *known;
    return lanes_.emplace_back(lane_state{.name = std::string(name)});
}

OAIWIRE_ADAPTER_INLINE std::string response_turns::last_response(std::string_view lane) const {
    const lane_state* const known = find_lane(lane);
    return known ? known->last : std::string();
}

OAIWIRE_ADAPTER_INLINE std::uint64_t response_turns::successor(std::uint64_t turn) const {
    for (const auto& t : turns_) {
        if (t->after == turn) return t->id;
    }
    return 0;
}

OAIWIRE_ADAPTER_INLINE bool response_turns::awaits_successor(std::uint64_t turn) const {
    const response_turn* const known = find(turn);
    if (known && known->call.request().stop.stop_requested()) return false;
    return std::any_of(lanes_.begin(), lanes_.end(), [&](const lane_state& lane) {
        return lane.before == turn && lane.steers != 0;
    });
}

// ---- requests

OAIWIRE_ADAPTER_INLINE response_turn& response_turns::add(const void* request,
                                                          const call_options& options) {
    auto turn = std::make_unique<response_turn>(response_turn{
        .call = exchange_machine(*call_, request, where_, options, call_mode::streamed)});
    turn->retry = options.retry ? *options.retry : where_.retry;
    turns_.push_back(std::move(turn));
    turns_.back()->id = ++last_id_;
    return *turns_.back();
}

// What only requests over a WebSocket must keep to.
OAIWIRE_ADAPTER_INLINE result<void> response_turns::check(const response_turn& turn) const {
    const auto refuse = [](std::string_view why, const char* member) {
        return make_error(errc::invalid_argument, why, member);
    };
    const json_view body(turn.call.request().body);
    if (body["background"].text() == "true") {
        return refuse("background is not possible over a WebSocket", "background");
    }
    if (!body["stream_id"].exists()) return {};
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    const std::string_view lane = turn.lane;
    if (lane.empty() || lane.size() > 256 || lane.find_first_not_of(allowed) != lane.npos) {
        return refuse("stream_id must have 1 to 256 of the characters A-Z a-z 0-9 _ . -",
                      "stream_id");
    }
    if (lanes_.size() >= options_.lanes && !find_lane(lane)) {
        return make_error(errc::limit_exceeded, "there are too many lanes", "stream_id");
    }
    return {};
}

OAIWIRE_ADAPTER_INLINE result<std::uint64_t> response_turns::create(const void* request,
                                                                    const call_options& options,
                                                                    bool continues) {
    return within_memory([&]() -> result<std::uint64_t> {
        if (turns_.size() >= options_.turns) {
            return make_error(errc::limit_exceeded, "there are too many turns");
        }
        response_turn& turn = add(request, options);
        const std::uint64_t id = turn.id;
        result<void> fits;
        if (turn.call.ended()) {
            fits = turn.call.take_error();
        } else {
            turn.lane = json_view(turn.call.request().body)["stream_id"].string().value_or("");
            turn.continues = continues;
            fits = check(turn);
        }
        if (!fits) {
            forget(id);
            return std::move(fits).error();
        }
        make_lane(turn.lane);
        if (no_websocket_) turn.at = turn_stage::http;
        start_waiting();
        return id;
    });
}

// Queues an event about a response that is being made.
OAIWIRE_ADAPTER_INLINE result<void> response_turns::send(const void* event,
                                                         const json::detail::description& type,
                                                         std::string_view response_id) {
    return within_memory([&]() -> result<void> {
        if (!open_) return make_error(errc::send_failed, "there is no open connection");
        message out;
        if (auto done = json::detail::write_described(event, type, out.text); !done) return done;
        if (!unsent_.empty() && unsent_bytes_ + out.text.size() > options_.unsent_bytes) {
            return make_error(errc::limit_exceeded, "too much is unsent");
        }
        lane_state* const in = lane_of_response(response_id);
        unsent_bytes_ += out.text.size();
        unsent_.push_back(std::move(out));
        // a lane waits for the successor of what is steered
        if (in && json_view(unsent_.back().text)["type"].text() == "\"response.steer\"") {
            ++in->steers;
        }
        return {};
    });
}

OAIWIRE_ADAPTER_INLINE void response_turns::cancel(std::uint64_t turn) {
    response_turn* const t = find(turn);
    if (!t || t->at >= turn_stage::ended) return;
    t->call.cancel();
    t->at = turn_stage::ended;
    // what was not sent yet is not sent any more
    const auto is_its = [&](const message& m) { return m.turn == turn; };
    const auto unsent = std::find_if(unsent_.begin(), unsent_.end(), is_its);
    if (unsent == unsent_.end()) return;
    unsent_bytes_ -= unsent->text.size();
    unsent_.erase(unsent);
    if (lane_state* const in = find_lane(t->lane)) in->turn = 0;
    start_waiting();
}

// ---- over HTTP instead

OAIWIRE_ADAPTER_INLINE void response_turns::go_over_http() {
    no_websocket_ = true;
    for (auto& turn : turns_) {
        if (turn->at == turn_stage::waiting) turn->at = turn_stage::http;
    }
}

OAIWIRE_ADAPTER_INLINE response_turn* response_turns::over_http() {
    for (auto& turn : turns_) {
        if (turn->at == turn_stage::http) return turn.get();
    }
    return nullptr;
}

// The request of the turn, without the members that only a WebSocket has.
OAIWIRE_ADAPTER_INLINE result<http::request> response_turns::http_request(
    const response_turn& turn) const {
    return within_memory([&]() -> result<http::request> {
        http::request out = turn.call.request();
        auto done = json::erase(out.body, "stream_id");
        if (done) done = json::erase(out.body, "generate");
        const lane_state* const in = find_lane(turn.lane);
        if (done && turn.continues && in && !in->last.empty()) {
            const auto last = raw_json::of(in->last);
            if (last) done = json::patch(out.body, "previous_response_id", *last);
        }
        if (!done) return std::move(done).error();
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE void response_turns::end_over_http(response_turn& turn) {
    if (turn.at != turn_stage::http) return;
    turn.by_http = true;
    turn.at = turn_stage::ended;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
