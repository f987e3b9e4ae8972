// Feeds an exchange from a pull transport, for transports and calls of any type: opens the response
// of each attempt, and reads chunks from it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/api/attempts.hpp>
#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Functions of a std::optional<Body>, by its address. Body models the body of a pull transport; an
// empty optional is a body that is closed or was never opened.
struct body_table {
    bool (*is_open)(const void* body) = nullptr;
    result<std::string_view> (*read)(void* body) = nullptr;
    void (*close)(void* body) = nullptr;
};
// Sends the call's request over the pull transport at that address, and gives the call the head of
// the response. The body is open afterwards unless the call has ended.
using open_function = void (*)(void* transport, exchange_machine& call, void* body);

template <class Body>
inline constexpr body_table body_table_of{
    [](const void* body) { return static_cast<const std::optional<Body>*>(body)->has_value(); },
    [](void* body) -> result<std::string_view> {
        return (*static_cast<std::optional<Body>*>(body))->read_some();
    },
    [](void* body) { static_cast<std::optional<Body>*>(body)->reset(); }};

template <class Transport, class Body>
[[gnu::cold]] void open_once(void* transport, exchange_machine& call, void* body) {
    auto response = static_cast<Transport*>(transport)->open(call.request());
    if (!response) {
        call.fail(std::move(response).error());
        return;
    }
    call.head(response->head().status, response->head().headers);
    if (!call.ended()) static_cast<std::optional<Body>*>(body)->emplace(*std::move(response));
}

// The next chunk, valid until the next call; null once the call has ended, and then the body is
// closed. Blocks while the body is read.
const void* pull_chunk(exchange_machine& call, void* body, const body_table& table);

// Makes attempts at a streamed call until a response has a success head or none is left. The body
// is open afterwards in the first case only. Failures after that are not retried: chunks may have
// been delivered.
void open_body(attempt_log& attempts, const attempt_rules& rules, exchange_machine& call,
               open_function open, void* transport, void* body, const body_table& table);

#if OAIWIRE_DEFINES

// Reads once and feeds it. Closes the body after its last read, so the connection is free while the
// last chunks are taken.
inline void pull_bytes(exchange_machine& call, void* body, const body_table& table) {
    if (!table.is_open(body)) return call.finish();
    if (!call.feed_read(table.read(body))) table.close(body);
}

OAIWIRE_INLINE const void* pull_chunk(exchange_machine& call, void* body, const body_table& table) {
    const void* chunk = nullptr;
    while ((chunk = call.next()) == nullptr && !call.ended()) pull_bytes(call, body, table);
    if (call.ended()) table.close(body);
    return chunk;
}

[[gnu::cold]] OAIWIRE_INLINE void open_body(attempt_log& attempts, const attempt_rules& rules,
                                            exchange_machine& call, open_function open,
                                            void* transport, void* body, const body_table& table) {
    attempts.begin(rules);
    while (!call.ended()) {
        open(transport, call, body);
        if (table.is_open(body)) {
            if (call.successful()) {
                attempts.note({call.status(), errc::ok, {.reason = retry_reason::succeeded}});
                return;
            }
            // read the error body, as far as it comes
            while (!call.ended()) pull_bytes(call, body, table);
            table.close(body);
        }
        if (!attempts.again(call, rules, false)) return;
    }
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
