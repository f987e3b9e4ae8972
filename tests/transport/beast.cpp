#include <oaiwire/transport/beast.hpp>
#if defined(BOOST_ASIO_HAS_CO_AWAIT) && defined(__cpp_exceptions)
#define OAIWIRE_TEST_CO_AWAIT  // Asio's co_spawn throws
#include <oaiwire/transport/beast_awaitable.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#endif

#include <support/catch.hpp>

#include "conformance.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

namespace http = oaiwire::http;
using conformance::detail::call;
using conformance::detail::carry;
using conformance::detail::chunk;
using conformance::detail::chunked_head;
using conformance::detail::clock_type;
using conformance::detail::ms_since;
using conformance::detail::ok_answer;
using conformance::detail::outcome;
using conformance::detail::server;
using conformance::detail::shown;
using conformance::detail::to;
using oaiwire::beast_transport;
using oaiwire::errc;
using support::script;

static_assert(http::pull_transport<beast_transport>);
static_assert(!std::is_copy_constructible_v<beast_transport>);
static_assert(std::is_nothrow_move_constructible_v<beast_transport>);

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

std::string rest_of(beast_transport::body& body) {
    std::string text;
    for (;;) {
        const auto bytes = body.read_some();
        if (!bytes) return text.append(" and ").append(name(bytes.error().code));
        if (bytes->empty()) return text;
        text.append(*bytes);
    }
}

}  // namespace

TEST_CASE("beast: conforms") {
    conformance::run(
        [](const std::string& ca_file) { return beast_transport({.ca_file = ca_file}); },
        {.tls = true});
}

TEST_CASE("beast: bodies are read side by side, each over a connection of its own") {
    beast_transport t;
    const auto id = server().add(events(40));
    auto a = t.open(to(id));
    auto b = t.open(to(id));
    REQUIRE(a);
    REQUIRE(b);
    CHECK(!a->read_some().value().empty());
    CHECK(rest_of(*b) == text_of_events(40));
    const auto rest = rest_of(*a);
    CHECK(rest.size() < text_of_events(40).size());
    CHECK(text_of_events(40).ends_with(rest));
    CHECK(server().seen(id).connections == 2);
    CHECK(shown(t.open(to(id))->head().status, errc::ok, "") == "200 ok: ");
    CHECK(server().seen(id).connections == 2);  // both were kept
}

TEST_CASE("beast: a body outlives its transport, and can be assigned over") {
    auto t = std::make_unique<beast_transport>();
    auto body = t->open(to(events(40)));
    REQUIRE(body);
    auto other = t->open(to(script().send(ok_answer)));
    REQUIRE(other);
    t.reset();
    auto moved = std::move(*body);
    CHECK(rest_of(moved) == text_of_events(40));
    CHECK(moved.read_some().value().empty());
    moved = std::move(*other);
    CHECK(rest_of(moved) == "ok");
}

TEST_CASE("beast: a body that failed keeps saying so") {
    beast_transport t;
    auto body = t.open(to(script().send(chunked_head + chunk("some")).close()));
    REQUIRE(body);
    CHECK(rest_of(*body) == "some and closed_early");
    CHECK(body->read_some().error().code == errc::closed_early);
    CHECK(body->head().status == 200);
}

TEST_CASE("beast: a transport that was moved from says so") {
    beast_transport t;
    const beast_transport taken = std::move(t);
    CHECK(t.open(to("1")).error().code == errc::invalid_argument);  // NOLINT: on purpose
}

TEST_CASE("beast: no more idle connections are kept than the options say") {
    beast_transport t({.idle_connections = 1});
    const auto id = server().add(script().send(ok_answer));
    for (int round = 0; round != 2; ++round) {
        auto a = t.open(to(id));
        auto b = t.open(to(id));
        REQUIRE(a);
        REQUIRE(b);
        CHECK(rest_of(*a) + rest_of(*b) == "okok");
    }
    CHECK(server().seen(id).connections == 3);
}

TEST_CASE("beast: no field comes as far as to where Beast would throw, whatever the limits") {
    beast_transport t({.limits = {.head = 1 << 20, .headers = 2000}});
    std::string many;
    for (int i = 0; i != 900; ++i) many += "X: " + std::string(1000, 'v') + "\r\n";
    const auto head_of = [&](const std::string& fields) {
        auto body = t.open(to(script().send("HTTP/1.1 200 OK\r\n" + fields + "\r\n").close()));
        return body ? std::to_string(body->head().headers.size()) + ' ' + rest_of(*body)
                    : std::string(name(body.error().code));
    };
    CHECK(head_of(many) == "limit_exceeded");
    CHECK(head_of(many.substr(0, 60 * 1005)) == "60 ");
    CHECK(head_of("X: " + std::string(60'000, 'v') + "\r\n") == "1 ");
    for (const std::size_t n : {65'000u, 65'535u, 65'537u, 100'000u}) {
        CHECK(head_of("X: " + std::string(n, 'v') + "\r\n") == "limit_exceeded");
        auto trailing =
            t.open(to(script().send(chunked_head + "0\r\nX: " + std::string(n, 'v') + "\r\n\r\n")));
        REQUIRE(trailing);
        CHECK(rest_of(*trailing) == " and limit_exceeded");
    }
}

#if defined(OAIWIRE_TEST_CO_AWAIT)

namespace {

namespace asio = boost::asio;

// What is put through the suite: the coroutine form, run to its end by each call.
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
    conformance::run([](const std::string& ca_file) { return awaited_transport(ca_file); },
                     {.tls = true});
}

TEST_CASE("beast: many coroutines stream at once on one thread") {
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

TEST_CASE("beast: coroutines of one transport run on many threads") {
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

TEST_CASE("beast: one stop ends every coroutine that shares it") {
    asio::io_context context;
    oaiwire::beast_async_transport t(context.get_executor());
    auto r = to(script().send(chunked_head + chunk("some")).stall());
    std::vector<outcome> outcomes(8);
    for (auto& o : outcomes) asio::co_spawn(context, keep(t, r, o), asio::detached);
    std::thread other([stop = r.stop] {
        conformance::detail::sleep_ms(60);
        stop.request_stop();
    });
    const auto began = clock_type::now();
    context.run();
    other.join();
    CHECK(ms_since(began) < 2000);
    for (const auto& o : outcomes) CHECK(shown(o) == "200 cancelled: some");
}

TEST_CASE("beast: a context that goes takes its coroutines along") {
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

// As far as beast_stream goes, an exchange: its chunks are lines.
struct line_exchange {
    using chunk_type = std::string;

    explicit line_exchange(http::request r) : wanted(std::move(r)) {}
    const http::request& request() const { return wanted; }
    void head(const http::response_head& h) { status = h.status; }
    void feed(std::string_view bytes) { text.append(bytes); }
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

// All chunks of a call, one after another, and how it ended.
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

TEST_CASE("beast: an exchange is streamed to a coroutine, chunk by chunk, to whichever end") {
    CHECK(lines_of(to(script()
                          .send(chunked_head + chunk("one\ntw"))
                          .pause_us(2000)
                          .send(chunk("o\nthree\n") + "0\r\n\r\n"))) == "one|two|three|ok");
    CHECK(lines_of(to(script().send(chunked_head + chunk("one\ntw")).close())) ==
          "one|closed_early");
    CHECK(lines_of(to(script().close())) == "closed_early");
    auto r = to(script().stall());
    r.deadlines.first_byte = 80;
    CHECK(lines_of(r) == "first_byte_timeout");
}

#endif
