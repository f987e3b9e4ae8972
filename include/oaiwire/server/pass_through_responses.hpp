// pass_through for streams of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>
#include <variant>

#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/response_events.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <std::same_as<ResponseStreamEvent> Event>
struct passed_traits<Event> {
    static void read(const Event& event, const wanted_facts& wanted, stream_facts& to) {
        const auto* const whole = std::get_if<ResponseLifecycleEvent>(&event);
        if (whole == nullptr || !whole->response) return;
        const Response& response = *whole->response;
        if (wanted.id && to.id.empty() && response.id) to.id = *response.id;
        if (wanted.model && to.model.empty() && response.model) to.model = *response.model;
        if (wanted.usage) read_usage(event, to);
        // a response that goes on has a status too
        if (!wanted.finish || !response.status) return;
        if (chunk_traits<ResponseStreamEvent>::end_of(event) == stream_end::open) return;
        set_finish(to, 0, response.status->text());
    }
    static bool has_usage(const Event&) { return false; }  // no event that varies has counts
    static void read_usage(const Event& event, stream_facts& to) {
        const auto* const whole = std::get_if<ResponseLifecycleEvent>(&event);
        if (whole == nullptr || !whole->response || !whole->response->usage) return;
        const token_counts counts = counts_of(*whole->response->usage);
        if (counts.any()) to.usage = counts;
    }
    // -1: it has none.
    static std::int64_t sequence(const Event& event) {
        if (const auto* delta = std::get_if<ResponseDeltaEvent>(&event)) {
            return delta->sequence_number ? *delta->sequence_number : -1;
        }
        return std::visit(
            [](const auto& e) -> std::int64_t {
                if constexpr (requires { *e.sequence_number; }) {
                    return e.sequence_number ? *e.sequence_number : -1;
                } else {
                    return -1;
                }
            },
            event);
    }
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
