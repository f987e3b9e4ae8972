// The steps of tool_machine: rounds, the calls that they bring, and events.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/tools/tool_machine.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class F>
void tool_machine::guard(F&& step) {
    within_memory(step, [this] { exhaust(); });
}

OAIWIRE_INLINE void tool_machine::exhaust() {
    phase_ = phase::ended;
    open_ = 0;
    error_ = no_memory();
    within_memory([this] { emit(tool_event_kind::done); }, [] {});
}

OAIWIRE_INLINE void tool_machine::begin() {
    guard([&] {
        if (tools_->error().code != errc::ok) return end(tools_->error());
        emit(tool_event_kind::round);
    });
}

OAIWIRE_INLINE tool_step tool_machine::next() const {
    if (phase_ == phase::ended) return tool_step::done;
    if (phase_ == phase::sending) return tool_step::send;
    if (first(call_state::asking) != calls_.size()) return tool_step::approve;
    if (first(call_state::ready) != calls_.size()) return tool_step::run;
    return tool_step::answer;
}

OAIWIRE_INLINE std::size_t tool_machine::first(call_state state) const {
    if (phase_ != phase::answering) return calls_.size();
    std::size_t i = from_;
    while (i != calls_.size() && calls_[i].state != state) ++i;
    return i;
}

OAIWIRE_INLINE std::size_t tool_machine::find(std::string_view id) const {
    if (phase_ != phase::answering) return calls_.size();
    std::size_t i = from_;
    while (i != calls_.size() && (calls_[i].state == call_state::answered || calls_[i].id != id)) {
        ++i;
    }
    return i;
}

OAIWIRE_INLINE void tool_machine::fail(oaiwire::error why) {
    if (phase_ == phase::ended) return;
    guard([&] { end(std::move(why)); });
}

OAIWIRE_INLINE void tool_machine::note_time(std::int64_t ms) {
    elapsed_ms_ = ms;
    if (phase_ == phase::ended || options_.time_ms <= 0 || ms < options_.time_ms) return;
    guard([&] { reach(tool_bound::time); });
}

OAIWIRE_INLINE void tool_machine::take(found_output&& found) {
    if (phase_ != phase::sending) return;
    guard([&] { take_output(found); });
}

OAIWIRE_INLINE void tool_machine::take_output(found_output& found) {
    ++rounds_;
    from_ = calls_.size();
    add_counts(usage_, found.usage);
    emit(tool_event_kind::response, tool_event::no_call, found.text);
    if (is_ended()) return;  // by a hook; the same below
    switch (found.end) {
        case output_end::refused:
            return end(make_error(errc::refused, found.text));
        case output_end::filtered:
            return end(make_error(errc::content_filtered));
        case output_end::failed:
            return end(make_error(errc::api_error, found.text));
        case output_end::nothing:
            if (found.calls.empty()) return end(make_error(errc::no_output));
            break;
        case output_end::usual:
        case output_end::cut:
            break;
    }
    if (found.calls.empty()) {
        phase_ = phase::concluding;
        return;
    }
    if (final_) {
        return end(make_error(errc::tool_limit, "the model calls tools although it must not"));
    }
    take_calls_of(found);
}

OAIWIRE_INLINE tool_bound tool_machine::bound_before(std::size_t calls) const {
    if (rounds_ >= std::max<std::size_t>(options_.rounds, 1)) return tool_bound::rounds;
    if (options_.calls != 0 && calls > options_.calls) return tool_bound::calls;
    const std::int64_t sum = usage_.prompt.value_or(0) + usage_.completion.value_or(0);
    if (options_.tokens > 0 && std::max(usage_.total.value_or(0), sum) >= options_.tokens) {
        return tool_bound::tokens;
    }
    return tool_bound::none;
}

OAIWIRE_INLINE void tool_machine::reach(tool_bound bound) {
    bound_ = bound;
    std::uint64_t most = 0;
    switch (bound) {
        case tool_bound::none:
            break;
        case tool_bound::rounds:
            most = std::max<std::size_t>(options_.rounds, 1);
            break;
        case tool_bound::calls:
            most = options_.calls;
            break;
        case tool_bound::tokens:
            most = static_cast<std::uint64_t>(options_.tokens);
            break;
        case tool_bound::time:
            most = static_cast<std::uint64_t>(options_.time_ms);
            break;
    }
    std::string text = "a bound was reached: " + std::string(name(bound)) + ", ";
    text.append(std::to_string(most)).append(bound == tool_bound::time ? " ms" : "");
    emit(tool_event_kind::limit, tool_event::no_call, text);
    if (options_.final_answer && bound != tool_bound::time) {
        final_ = true;
    } else {
        end(make_error(errc::tool_limit, text));
    }
}

// Ids must differ within a response, since the answers refer to them.
OAIWIRE_INLINE void tool_machine::name_calls(std::vector<found_call>& found) {
    std::set<std::string> used;
    for (std::size_t i = 0; i != found.size(); ++i) {
        std::string& id = found[i].id;
        const std::string position = "_" + std::to_string(i + 1);
        if (id.empty() && !found[i].legacy) id = "call_" + std::to_string(rounds_) + position;
        while (!used.insert(id).second) id += position;
    }
}

OAIWIRE_INLINE void tool_machine::take_calls_of(found_output& found) {
    name_calls(found.calls);
    // a bound is reached before any call of the response runs
    const tool_bound bound = bound_before(calls_.size() + found.calls.size());
    const std::size_t last = calls_.size() + found.calls.size() - 1;
    calls_.reserve(last + 1);
    for (auto& call : found.calls) {
        called_tool& made = calls_.emplace_back();
        made.id = std::move(call.id);
        made.name = std::move(call.name);
        made.arguments = std::move(call.arguments);
        made.round = rounds_;
        made.custom = call.custom;
        made.legacy = call.legacy;
        ++open_;
    }
    phase_ = phase::answering;
    for (std::size_t i = from_; i <= last && !is_ended(); ++i) {
        emit(tool_event_kind::call, i, calls_[i].arguments);
    }
    if (is_ended()) return;
    if (bound != tool_bound::none) {
        reach(bound);
        for (std::size_t i = from_; i <= last && !is_ended(); ++i) {
            fail_call(i, make_error(errc::tool_limit, "not run: no more calls are allowed"),
                      on_error::tell, errc::tool_limit);
        }
        return;
    }
    // what ends the loop does so before any function runs
    for (std::size_t i = from_; i <= last && !is_ended(); ++i) {
        prepare(i, found.end == output_end::cut && is_cut(calls_[i], i == last));
    }
}

OAIWIRE_INLINE void tool_machine::begin_next() {
    guard([&] {
        phase_ = phase::sending;
        from_ = calls_.size();
        if (options_.call.stop.stop_requested()) return end(make_error(errc::cancelled));
        emit(tool_event_kind::round);
    });
}

OAIWIRE_INLINE void tool_machine::conclude() {
    guard([&] { end({}); });
}

OAIWIRE_INLINE void tool_machine::end(oaiwire::error why) {
    phase_ = phase::ended;
    open_ = 0;
    error_ = std::move(why);
    emit(tool_event_kind::done);
}

OAIWIRE_INLINE void tool_machine::emit(tool_event_kind kind, std::size_t call,
                                       std::string_view text) {
    if (!is_heard()) return;
    tool_event event{.kind = kind, .round = rounds_, .call = call};
    if (kind == tool_event_kind::round) ++event.round;
    if (call != tool_event::no_call) {
        event.id = calls_[call].id;
        event.name = calls_[call].name;
        event.error = calls_[call].error;
    }
    event.text = text;
    if (kind == tool_event_kind::done) event.error = error_;
    if (options_.on_event) options_.on_event(event);
    if (options_.queue_events) events_.push_back(std::move(event));
}

OAIWIRE_INLINE std::optional<tool_event> tool_machine::next_event() {
    if (next_event_ == events_.size()) {
        events_.clear();
        next_event_ = 0;
        return std::nullopt;
    }
    return std::move(events_[next_event_++]);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
