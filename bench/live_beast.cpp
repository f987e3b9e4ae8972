// live_beast: what bench_live measures, with a coroutine for each stream over Boost.Beast. Linux
// only.
//
//     bench_live_beast [beast [STREAMS [EVENTS_A_SECOND [SECONDS]]]]
#include <oaiwire/chat.hpp>
#include <oaiwire/transport/beast_awaitable.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "live.hpp"

namespace {

namespace asio = boost::asio;

struct state {
    explicit state(const live::plan& p) : m(p) {}
    live::meter m;
    std::size_t whole = 0;
};

asio::awaitable<void> take(oaiwire::beast_async_transport& http, const oaiwire::endpoint& where,
                           const oaiwire::ChatCompletionRequest& request, std::size_t expected,
                           state& all) {
    oaiwire::exchange call(request, where, {}, oaiwire::call_mode::streamed);
    auto stream = co_await http.async_stream(call);
    std::size_t next = 0;
    bool wrong = false;
    while (const auto* chunk = co_await stream.next()) {
        const auto piece = text(*chunk);
        if (piece.empty()) continue;
        live::stamp of;
        wrong = wrong || !of.read(piece) || of.number != next;
        ++next;
        all.m.got(of);
        all.m.look();
    }
    if (call.ok() && !wrong && next == expected) {
        ++all.whole;
    } else {
        std::fprintf(stderr, "%s\n", to_string(call.error()).c_str());
    }
}

bool run(const live::plan& p, std::uint16_t port) {
    state all(p);
    asio::io_context loop(1);
    oaiwire::beast_async_transport http(loop.get_executor());
    const oaiwire::endpoint where{.base_url = "http://127.0.0.1:" + std::to_string(port) + "/v1"};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("Hi")}};
    for (std::size_t i = 0; i != p.streams; ++i) {
        asio::co_spawn(loop, take(http, where, request, p.events_of(i), all), asio::detached);
        if (i % 64 == 63) loop.poll();  // the server's backlog is bounded
    }
    while (loop.run_one() != 0) {
        loop.poll();
        all.m.woke();
    }
    all.m.print(all.whole);
    return all.whole == p.streams;
}

}  // namespace

int main(int count, char** words) {
    return live::main_of(count, words, run);
}
