// beast_pool.hpp determines what Asio offers here.
#include <oaiwire/transport/beast_pool.hpp>
#if defined(BOOST_ASIO_HAS_CO_AWAIT) && defined(__cpp_exceptions)  // Asio's co_spawn throws
#include <oaiwire/transport/beast_awaitable.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <support/catch.hpp>

#include "conformance.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace beast_awaitable_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::errc;
using oaiwire::conformance::detail::call;
using oaiwire::conformance::detail::carry;
using oaiwire::conformance::detail::chunk;
using oaiwire::conformance::detail::chunked_head;
using oaiwire::conformance::detail::clock_type;
using oaiwire::conformance::detail::ms_since;
using oaiwire::conformance::detail::ok_answer;
using oaiwire::conformance::detail::outcome;
using oaiwire::conformance::detail::server;
using oaiwire::conformance::detail::shown;
using oaiwire::conformance::detail::to;
using support::script;

script events(int n) {
    script s;
    s.send(chunked_head);
    for (int i = 0; i != n; ++i) s.pause_us(500).send(chunk("data: x\n\n"));
    return s.send("0\r\n\r\n");
}
std::string text_of_events(int n) {
    std::string text;
    for (int i = 0; i != n; ++i) text += "data: x\n\n";
    return text;
}

}  // namespace

namespace {

namespace asio = boost::asio;

// The transport under test: the coroutine form, where each call runs its coroutine to the end.
struct awaited_transport {
    explicit awaited_transport(const std::string& ca_file)
        : transport(context->get_executor(), {.ca_file = ca_file}) {}

    template <class Handler>
    oaiwire::result<void> send(const http::request& r, Handler& h) {
        std::exception_ptr thrown;
        oaiwire::result<void> sent;
        asio::co_spawn(*context, transport.async_send(r, h),
                       [&](std::exception_ptr e, oaiwire::result<void> s) {
                           thrown = e;
                           sent = std::move(s);
                       });
        context->restart();
        context->run();
        if (thrown) std::rethrow_exception(thrown);
        return sent;
    }

    std::unique_ptr<asio::io_context> context = std::make_unique<asio::io_context>();
    oaiwire::beast_async_transport transport;
};

asio::awaitable<void> keep(oaiwire::beast_async_transport& t, http::request r, outcome& o) {
    auto h = o.recorder();
    if (const auto sent = co_await t.async_send(std::move(r), h); !sent) {
        o.code = sent.error().code;
    }
}

}  // namespace

TEST_CASE("beast: the coroutine form conforms") {
    oaiwire::conformance::run([](const std::string& ca_file) { return awaited_transport(ca_file); },
                              {.tls = true});
}

TEST_CASE("beast: many coroutines stream concurrently on one thread") {
    asio::io_context context;
    oaiwire::beast_async_transport t(context.get_executor());
    const auto id = server().add(events(20));
    std::vector<outcome> outcomes(100);
    for (auto& o : outcomes) asio::co_spawn(context, keep(t, to(id), o), asio::detached);
    context.run();
    const auto good = std::count_if(outcomes.begin(), outcomes.end(), [](const outcome& o) {
        return shown(o) == "200 ok: " + text_of_events(20);
    });
    CHECK(good == 100);
}

TEST_CASE("beast: coroutines of one transport run on several threads") {
    asio::io_context context;
    oaiwire::beast_async_transport t(context.get_executor());
    const auto id = server().add(events(20));
    std::vector<outcome> outcomes(32);
    for (auto& o : outcomes) asio::co_spawn(context, keep(t, to(id), o), asio::detached);
    std::vector<std::thread> threads;
    for (int i = 0; i != 4; ++i) threads.emplace_back([&] { context.run(); });
    for (auto& thread : threads) thread.join();
    const auto good = std::count_if(outcomes.begin(), outcomes.end(), [](const outcome& o) {
        return shown(o) == "200 ok: " + text_of_events(20);
    });
    CHECK(good == 32);
}

TEST_CASE("beast: one stop handle ends every coroutine that shares it") {
    asio::io_context context;
    oaiwire::beast_async_transport t(context.get_executor());
    auto r = to(script().send(chunked_head + chunk("some")).stall());
    std::vector<outcome> outcomes(8);
    for (auto& o : outcomes) asio::co_spawn(context, keep(t, r, o), asio::detached);
    std::thread other([stop = r.stop] {
        oaiwire::conformance::detail::sleep_ms(60);
        stop.request_stop();
    });
    const auto began = clock_type::now();
    context.run();
    other.join();
    CHECK(ms_since(began) < 2000);
    for (const auto& o : outcomes) CHECK(shown(o) == "200 cancelled: some");
}

TEST_CASE("beast: destroying a context destroys its coroutines") {
    const auto alive = std::make_shared<int>(0);
    {
        asio::io_context context;
        oaiwire::beast_async_transport t(context.get_executor());
        for (const auto& s : {script().stall(), script().send(chunked_head).stall()}) {
            asio::co_spawn(
                context,
                [](auto& transport, http::request r, auto held) -> asio::awaitable<void> {
                    outcome o;
                    co_await keep(transport, std::move(r), o);
                    (void)held;
                }(t, to(s), alive),
                asio::detached);
        }
        context.run_for(std::chrono::milliseconds(50));
        CHECK(alive.use_count() == 3);
    }
    CHECK(alive.use_count() == 1);
}

namespace {

// An exchange as far as beast_stream is concerned: its chunks are lines.
struct line_exchange {
    using chunk_type = std::string;

    explicit line_exchange(http::request r) : wanted(std::move(r)) {}
    const http::request& request() const { return wanted; }
    void head(const http::response_head& h) { status = h.status; }
    bool feed_read(oaiwire::result<std::string_view> read) {
        const bool more = read && !read->empty();
        if (more) {
            text.append(*read);
        } else if (read) {
            finish();
        } else {
            fail(std::move(read).error());
        }
        return more;
    }
    const std::string* next() {
        const auto end = text.find('\n');
        if (end == text.npos) return nullptr;
        line = text.substr(0, end);
        text.erase(0, end + 1);
        return &line;
    }
    void finish() { has_ended = true; }
    void fail(oaiwire::error e) {
        why = std::move(e);
        has_ended = true;
    }
    bool ended() const { return has_ended; }

    http::request wanted;
    oaiwire::error why{};
    std::string text{}, line{};
    int status = 0;
    bool has_ended = false;
};

// All chunks of a call in sequence, and its end.
std::string lines_of(const http::request& r) {
    asio::io_context context;
    oaiwire::beast_async_transport t(context.get_executor());
    std::string out;
    asio::co_spawn(
        context,
        [](auto& transport, http::request wanted, std::string& to) -> asio::awaitable<void> {
            line_exchange call(std::move(wanted));
            auto stream = co_await transport.async_stream(call);
            while (const auto* line = co_await stream.next()) to.append(*line).append("|");
            to.append(name(call.why.code));
            if (co_await stream.next()) to.append(" and more");
        }(t, r, out),
        asio::detached);
    context.run();
    return out;
}

}  // namespace

TEST_CASE("beast: an exchange is streamed to a coroutine chunk by chunk, for every end") {
    CHECK(lines_of(to(script()
                          .send(chunked_head + chunk("one\ntw"))
                          .pause_us(2000)
                          .send(chunk("o\nthree\n") + "0\r\n\r\n"))) == "one|two|three|ok");
    CHECK(lines_of(to(script().send(chunked_head + chunk("one\ntw")).close())) ==
          "one|closed_early");
    CHECK(lines_of(to(script().close())) == "closed_early");
    auto r = to(script().stall());
    r.timeouts.first_byte_ms = 80;
    CHECK(lines_of(r) == "first_byte_timeout");
}

}  // namespace beast_awaitable_tests
#endif
