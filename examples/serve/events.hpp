// The events of a stream that a task has written, and tasks that send them again.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/server/responder.hpp>

#include "task.hpp"

namespace serve {

// Calls f(data) with the data of each event in what a responder has written, and marks it as sent.
template <class F>
void take_events(oaiwire::responder& from, F&& f) {
    constexpr std::string_view mark = "\ndata: ";
    std::string_view left = from.unsent();
    const std::size_t all = left.size();
    while (!left.empty()) {
        const std::size_t end = left.find("\n\n");
        const std::string_view event = left.substr(0, end);
        const std::size_t data = event.starts_with(mark.substr(1)) ? 6 : event.find(mark);
        if (event.starts_with(mark.substr(1))) {
            f(event.substr(6));
        } else if (data != event.npos) {
            f(event.substr(data + mark.size()));
        }
        left.remove_prefix(end == left.npos ? left.size() : end + 2);
    }
    from.sent(all);
}

// An event of a recorded stream: its type and its JSON.
struct recorded_event {
    std::string type{};
    std::string data{};
};

// Sends recorded events from `first` on. With orders.cut, the connection is closed after a few.
class replay_task final : public task {
public:
    replay_task(std::vector<recorded_event> events, std::size_t first, orders as)
        : events_(std::move(events)), at_(first), orders_(as) {}

    void step(oaiwire::responder& out) override {
        if (!begun_) {
            begun_ = true;
            static_cast<void>(out.begin_events(oaiwire::stream_errors::typed));
        }
        if (at_ >= events_.size()) {
            static_cast<void>(out.end());
            return;
        }
        const recorded_event& next = events_[at_++];
        static_cast<void>(out.event({.data = next.data, .event = next.type}));
        ++sent_;
    }
    int delay_ms() const override { return orders_.delay_ms; }
    bool cut() const override { return orders_.cut && sent_ == before_cut; }

private:
    static constexpr int before_cut = 5;  // events

    std::vector<recorded_event> events_;
    std::size_t at_;
    orders orders_;
    int sent_ = 0;
    bool begun_ = false;
};

}  // namespace serve
