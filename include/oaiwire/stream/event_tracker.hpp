// event_tracker: what a stream of events that tell their own end has come to. Knows no bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/surrogates.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

template <class Event>
class event_tracker {
    using traits = chunk_traits<Event>;

public:
    // As choice_tracker's.
    result<void> take(Event& event, Event* halves, const limits&, stream_facts& facts) {
        const stream_end end = traits::end_of(event);
        any_ = true;
        settled_ = end == stream_end::open && !halves;
        if constexpr (requires { traits::begins_another(event); }) {
            if (traits::begins_another(event)) settled_ = facts.all_finished = false;
        }
        facts.all_finished = facts.all_finished || end == stream_end::finished;
        if (halves && same_kind(*halves, event)) {
            join(*halves, event);
        } else if (joiner_.holding()) {
            join(event, event);
        }
        // the last event has the whole texts
        if (end == stream_end::complete) joiner_.clear();
        settled_ = settled_ && !joiner_.holding();
        return {};
    }
    // As choice_tracker's.
    bool settled() const { return settled_; }
    bool holding() const { return joiner_.holding(); }
    bool any() const { return any_; }
    std::size_t interleaved() const { return 1; }

    // A piece of text for each half that never met its other, one at a time.
    bool flush(Event& last) {
        const auto held = joiner_.held();
        if (held.empty()) return false;
        const auto of_half = [&](const waiting& w) { return w.key == held.front(); };
        const auto place = std::find_if(waiting_.begin(), waiting_.end(), of_half);
        last = place->event;
        traits::each_text(last, [&](std::uint64_t key, std::string& text) {
            text = key == held.front() ? replacement_character : std::string_view();
        });
        joiner_.give_up(held.front());
        return true;
    }

private:
    // The event whose text ended with half a character: what is due for it looks like it.
    struct waiting {
        std::uint64_t key = 0;
        Event event{};
    };

    static bool same_kind(const Event& a, const Event& b) {
        if constexpr (requires { a.index(); }) {
            return a.index() == b.index();
        } else {
            return true;
        }
    }

    void join(Event& from, Event& to) {
        std::vector<std::string> joined;
        traits::each_text(from, [&](std::uint64_t key, std::string& text) {
            joiner_.join(text, key);
            joined.push_back(text);
        });
        std::size_t n = 0;
        traits::each_text(to, [&](std::uint64_t, std::string& text) {
            if (n != joined.size()) text = std::move(joined[n++]);
        });
        const auto held = joiner_.held();
        std::erase_if(waiting_, [&](const waiting& w) {
            return std::find(held.begin(), held.end(), w.key) == held.end();
        });
        for (const auto key : held) {
            const auto of_key = [&](const waiting& w) { return w.key == key; };
            if (std::any_of(waiting_.begin(), waiting_.end(), of_key)) continue;
            waiting_.push_back({key, to});
        }
    }

    surrogate_joiner joiner_{};
    std::vector<waiting> waiting_{};
    bool settled_ = false;
    bool any_ = false;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
