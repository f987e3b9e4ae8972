// Drives tool_conversation by a client: what client::run_tools() does.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <oaiwire/api/attempts.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/tools/tool_conversation.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The time of one loop, on the clock of a client; a client without a clock has none.
class loop_clock {
public:
    explicit loop_clock(const attempt_rules& rules) : timing_(rules.timing), table_(rules.table) {
        if (table_) began_ = table_->now_ms(timing_);
    }
    bool is_there() const { return table_ != nullptr; }
    std::int64_t elapsed_ms() const { return table_ ? table_->now_ms(timing_) - began_ : 0; }

private:
    void* timing_;
    const timing_table* table_;
    std::int64_t began_ = 0;
};

// Why the loop cannot begin: tools that only the program could answer, or a bound of time without
// a clock.
error check_loop(const tool_set& tools, const tool_options& options, bool has_clock);
// The options of the request of a round, counted from 1.
call_options options_of_round(const tool_options& options, const http::timeouts& usual,
                              std::size_t round, std::int64_t elapsed_ms);

// The forms of client::run_tools().
template <class Request>
struct tool_runner {
    using options = tool_options;
    using set = tool_set;
    using outcome = tool_outcome<Request>;

    template <class Client>
    static outcome run(Client& api, const attempt_rules& rules, Request&& request, tool_set& tools,
                       const tool_options& how) {
        loop_clock clock(rules);
        return drive(api, clock, std::move(request), tools, how,
                     [&](tool_conversation<Request>& talk, const call_options& call) {
                         auto response = api.create(talk.request(), call);
                         if (!response) talk.elapsed_ms(clock.elapsed_ms());
                         talk.take(std::move(response));
                     });
    }

    template <class Client, class OnChunk>
    static outcome stream(Client& api, const attempt_rules& rules, Request&& request,
                          tool_set& tools, OnChunk& on_chunk, const tool_options& how) {
        loop_clock clock(rules);
        if (how.tokens > 0) tool_dialect<Request>::ask_usage(request);
        return drive(api, clock, std::move(request), tools, how,
                     [&](tool_conversation<Request>& talk, const call_options& call) {
                         const auto take = [&](const chunk_of<Request>& chunk) {
                             const bool late = how.time_ms > 0 && clock.elapsed_ms() >= how.time_ms;
                             return late ? http::flow::stop
                                         : pass(on_chunk, chunk, talk.rounds() + 1);
                         };
                         auto came = api.stream(talk.request(), take, call);
                         if (came.ok()) return talk.take(std::move(came.response));
                         talk.keep(std::move(came.response));
                         talk.elapsed_ms(clock.elapsed_ms());  // a bound is told as such
                         talk.fail(std::move(came.error));
                     });
    }

private:
    template <class OnChunk>
    static http::flow pass(OnChunk& on_chunk, const chunk_of<Request>& chunk, std::size_t round) {
        const auto call = [&]() -> decltype(auto) {
            if constexpr (std::is_invocable_v<OnChunk&, const chunk_of<Request>&, std::size_t>) {
                return on_chunk(chunk, round);
            } else {
                return on_chunk(chunk);
            }
        };
        if constexpr (std::is_void_v<decltype(call())>) {
            call();
            return http::flow::proceed;
        } else {
            return call();
        }
    }

    template <class Client, class Send>
    static outcome drive(Client& api, loop_clock& clock, Request&& request, tool_set& tools,
                         const tool_options& how, Send&& send) {
        tool_conversation<Request> talk(std::move(request), tools, how);
        if (error e = check_loop(tools, how, clock.is_there()); e.code != errc::ok) {
            talk.fail(std::move(e));
        }
        for (; !talk.done(); talk.elapsed_ms(clock.elapsed_ms())) {
            if (talk.run()) continue;
            if (talk.next() == tool_step::send) {
                send(talk, options_of_round(how, api.endpoint().timeouts, talk.rounds() + 1,
                                            clock.elapsed_ms()));
            } else if (!talk.done()) {
                talk.fail(make_error(errc::invalid_argument, "a call waits for the program"));
            }
        }
        return talk.outcome();
    }
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE error check_loop(const tool_set& tools, const tool_options& options,
                                bool has_clock) {
    for (std::size_t i = 0; i != tools.size(); ++i) {
        if (tools[i].has_function) continue;
        return make_error(errc::invalid_argument,
                          "the tool \"" + tools[i].name +
                              "\" has no function; use a tool_conversation for such tools");
    }
    if (options.ask_approval && !options.approve) {
        return make_error(errc::invalid_argument, "ask_approval needs the hook `approve` here");
    }
    if (options.time_ms > 0 && !has_clock) {
        return make_error(errc::invalid_argument, "a bound of time needs a client with a Timing");
    }
    return {};
}

OAIWIRE_INLINE call_options options_of_round(const tool_options& options,
                                             const http::timeouts& usual, std::size_t round,
                                             std::int64_t elapsed_ms) {
    call_options out = options.call;
    // each round is another request
    if (!out.idempotency_key.empty()) out.idempotency_key += "-" + std::to_string(round);
    if (options.time_ms > 0) {
        const std::int64_t left = std::max<std::int64_t>(options.time_ms - elapsed_ms, 1);
        if (!out.timeouts) out.timeouts = usual;
        std::int64_t& total = out.timeouts->total_ms;
        total = total > 0 ? std::min(total, left) : left;
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
