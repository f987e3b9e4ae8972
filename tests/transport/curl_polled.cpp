#include <oaiwire/transport/curl.hpp>

#include <support/catch.hpp>
#include <support/http_server.hpp>

#include "conformance.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace curl_polled_tests {

namespace {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::curl_transport;
using oaiwire::errc;
using clock_type = std::chrono::steady_clock;

static_assert(http::polled_transport<curl_transport>);
static_assert(http::pull_transport<curl_transport>);
static_assert(!std::is_copy_constructible_v<curl_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_transport::call>);

support::http_server& server() {
    static support::http_server one = [] {
        setenv("no_proxy", "127.0.0.1,localhost", 1);  // ignore the machine's proxy
        return support::http_server(OAIWIRE_TEST_HTTP_SERVER);
    }();
    REQUIRE(one.port != 0);
    return one;
}

http::request get(std::string target) {
    return {.method = "GET",
            .origin = {"http", "127.0.0.1", server().port},
            .target = std::move(target)};
}
http::request fault(std::string target) {
    return {.method = "POST",
            .origin = {"http", "127.0.0.1", server().fault_port},
            .target = std::move(target)};
}

std::int64_t ms_since(clock_type::time_point t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - t).count();
}

std::string events(int n) {
    std::string out;
    for (int i = 0; i != n; ++i) out += "data: {\"n\":" + std::to_string(i) + "}\n\n";
    return out;
}

// A call and the bytes read from it.
struct watched {
    explicit watched(curl_transport::call c) : call(std::move(c)) {}
    void read() { body += call.read(); }
    int status() const { return call.head() ? call.head()->status : 0; }
    errc code() const { return call.error().code; }

    curl_transport::call call;
    std::string body{};
};

// Polls and reads until `done` returns true; false after a long time.
template <class Done>
bool run(curl_transport& http, const std::vector<watched*>& calls, Done done) {
    const auto began = clock_type::now();
    while (!done()) {
        if (ms_since(began) > 20'000) return false;
        http.poll(50);
        for (auto* c : calls) c->read();
    }
    return true;
}
bool finish(curl_transport& http, watched& c) {
    return run(http, {&c}, [&] { return c.call.ended(); });
}

// start() and poll() as a push transport, for a program without other work.
struct polled_sender {
    curl_transport http;

    template <http::response_handler Handler>
    oaiwire::result<void> send(const http::request& r, Handler& handler) {
        auto call = http.start(r);
        for (bool has_head = false;; http.poll(1000)) {
            if (!has_head && call.head()) {
                has_head = true;
                if (handler.on_head(*call.head()) == flow::stop) return {};
            }
            if (call.ended()) break;
            const auto bytes = has_head ? call.read() : std::string_view{};
            if (!bytes.empty() && handler.on_body(bytes) == flow::stop) return {};
            if (call.ended()) break;
        }
        if (call.error().code != errc::ok) return call.error();
        return {};
    }
};

}  // namespace

TEST_CASE("curl_polled: conforms") {
    oaiwire::conformance::run(
        [](const std::string& ca_file) {
            return polled_sender{curl_transport({.ca_file = ca_file})};
        },
        {.own_time = false, .tls = true, .tls_cut = false});
}

TEST_CASE("curl_polled: head, bytes and end of a call appear during poll() only") {
    curl_transport http;
    watched c(http.start(get("/stream?events=3&piece=5&delay=20")));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(c.call.head() == nullptr);
    CHECK(c.call.read().empty());
    CHECK(!c.call.ended());
    CHECK(http.running() == 1);
    REQUIRE(run(http, {}, [&] { return c.call.head() != nullptr; }));
    CHECK(c.status() == 200);
    CHECK(c.call.head()->headers.value("content-type") == "text/event-stream");
    REQUIRE(finish(http, c));
    CHECK(c.body == events(3));
    CHECK(c.code() == errc::ok);
    CHECK(c.call.read().empty());
    CHECK(c.status() == 200);
    CHECK(http.running() == 0);
    CHECK(!http.poll(0));
}

TEST_CASE("curl_polled: concurrent calls receive their own bytes") {
    curl_transport http;
    std::vector<watched> calls;
    std::vector<watched*> all;
    calls.reserve(24);
    for (int i = 0; i != 24; ++i) {
        const auto n = std::to_string(10 + i);
        all.push_back(
            &calls.emplace_back(http.start(get("/stream?delay=10&piece=16&events=" + n))));
    }
    std::size_t together = 0;
    REQUIRE(run(http, all, [&] {
        const auto begun = [](const watched& c) { return !c.body.empty() && !c.call.ended(); };
        const auto n = std::count_if(calls.begin(), calls.end(), begun);
        together = (std::max)(together, static_cast<std::size_t>(n));
        return http.running() == 0;
    }));
    for (auto& c : calls) c.read();
    CHECK(together > 1);
    for (int i = 0; i != 24; ++i) {
        CHECK(calls[static_cast<std::size_t>(i)].code() == errc::ok);
        CHECK(calls[static_cast<std::size_t>(i)].body == events(10 + i));
    }
}

TEST_CASE("curl_polled: hundreds of calls that start and end in any order do not interfere") {
    curl_transport http;
    std::vector<std::unique_ptr<watched>> calls;
    std::vector<watched*> all;
    for (int i = 0; i != 300; ++i) {
        const bool silent = i % 3 == 1;
        const auto target = silent ? "/silent" : "/verbatim?n=" + std::to_string(i) + ';';
        calls.push_back(std::make_unique<watched>(http.start(fault(target))));
        if (i % 7 == 0) http.poll(0);
        if (!silent) all.push_back(calls.back().get());
        if (silent && i % 2 == 0) calls[static_cast<std::size_t>(i)].reset();
    }
    REQUIRE(run(http, all, [&] {
        return std::all_of(all.begin(), all.end(), [](auto* c) { return c->call.ended(); });
    }));
    CHECK(http.running() == 50);
    for (std::size_t i = 0; i != calls.size(); ++i) {
        if (i % 3 == 1) continue;
        INFO(i);
        CHECK(calls[i]->code() == errc::ok);
        CHECK(calls[i]->body.starts_with("POST /verbatim?n=" + std::to_string(i) + "; "));
    }
    calls.clear();
    CHECK(http.running() == 0);
}

TEST_CASE("curl_polled: stalled, silent and unread calls do not block others") {
    curl_transport http;
    watched stalled(http.start(get("/stall")));
    watched silent(http.start(fault("/silent")));
    watched unread(http.start(get("/endless")));
    watched nowhere(http.start([] {
        auto r = get("/");
        r.origin.port = 1;
        return r;
    }()));
    for (int i = 0; i != 5; ++i) {
        watched c(http.start(get("/stream?events=20")));
        REQUIRE(finish(http, c));
        CHECK(c.body == events(20));
    }
    CHECK(http.running() == 3);
    CHECK(nowhere.call.ended());
    CHECK(nowhere.code() == errc::connect_failed);
    stalled.read();
    CHECK(stalled.body == "data: ");
    CHECK(!silent.call.ended());
    CHECK(!unread.call.ended());
}

TEST_CASE("curl_polled: destroying a call aborts only that one, at any time") {
    curl_transport http;
    watched other(http.start(get("/stream?events=60&delay=5&piece=16")));
    for (const char* target :
         {"/stall", "/endless", "/stream?events=1000&delay=5", "/length?n=9"}) {
        for (const int polls : {0, 1, 3, 30}) {
            watched c(http.start(get(target)));
            for (int i = 0; i != polls; ++i) {
                http.poll(2);
                other.read();
            }
        }
        CHECK(http.running() <= 1);
    }
    REQUIRE(finish(http, other));
    CHECK(other.body == events(60));
    std::optional<watched> assigned(http.start(get("/stall")));
    assigned->call = http.start(get("/length?n=3"));
    CHECK(http.running() == 1);
    REQUIRE(finish(http, *assigned));
    CHECK(assigned->body == "abc");
}

TEST_CASE("curl_polled: timeouts apply to each call separately") {
    curl_transport http;
    const http::timeouts off{.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    const auto with = [&](http::request r, std::int64_t http::timeouts::*which, std::int64_t ms) {
        r.timeouts = off;
        r.timeouts.*which = ms;
        return r;
    };
    auto handshake = fault("/");
    handshake.origin.scheme = "https";  // never answered: the fault server expects HTTP
    struct {
        http::request request;
        errc code;
    } const cases[] = {
        {with(fault("/silent"), &http::timeouts::first_byte_ms, 300), errc::first_byte_timeout},
        {with(get("/stall"), &http::timeouts::idle_ms, 200), errc::idle_timeout},
        {with(fault("/silent"), &http::timeouts::total_ms, 100), errc::total_timeout},
        {with(get("/stream?events=1000&delay=10"), &http::timeouts::total_ms, 150),
         errc::total_timeout},
        {with(handshake, &http::timeouts::connect_ms, 250), errc::connect_timeout},
    };
    watched without(http.start(with(get("/stall"), &http::timeouts::idle_ms, 0)));
    std::vector<watched> calls;
    std::vector<watched*> all;
    calls.reserve(std::size(cases));
    for (const auto& c : cases) all.push_back(&calls.emplace_back(http.start(c.request)));
    const auto began = clock_type::now();
    REQUIRE(run(http, all, [&] { return http.running() == 1; }));
    const auto took = ms_since(began);
    CHECK(took >= 290);
    CHECK(took < 3000);
    for (std::size_t i = 0; i != calls.size(); ++i) {
        INFO(i);
        calls[i].read();
        CHECK(calls[i].call.ended());
        CHECK(calls[i].code() == cases[i].code);
    }
    CHECK(calls[1].body == "data: ");
    CHECK(!without.call.ended());
}

TEST_CASE("curl_polled: the timeout of a later phase is noticed in time, whatever preceded it") {
    curl_transport http;
    auto r = get("/stall");
    r.timeouts = {.connect_ms = 0, .first_byte_ms = 600'000, .idle_ms = 150, .total_ms = 0};
    watched c(http.start(r));
    const auto began = clock_type::now();
    REQUIRE(finish(http, c));
    CHECK(c.code() == errc::idle_timeout);
    CHECK(ms_since(began) < 1500);
}

TEST_CASE("curl_polled: bytes that arrived between polls do not count as silence") {
    curl_transport http;
    auto r = get("/stream?events=8&piece=16&delay=30");
    r.timeouts.idle_ms = 1000;
    watched c(http.start(r));
    REQUIRE(run(http, {&c}, [&] { return !c.body.empty(); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(1300));  // such as a game loading a level
    REQUIRE(finish(http, c));
    CHECK(c.code() == errc::ok);
    CHECK(c.body == events(8));
}

TEST_CASE("curl_polled: each call has its own stop handle, and calls may share one") {
    curl_transport http;
    auto alone = get("/stall");
    auto shared = fault("/silent");
    auto shared_too = get("/endless");
    shared_too.stop = shared.stop;
    watched a(http.start(alone));
    watched b(http.start(shared));
    watched c(http.start(shared_too));
    watched d(http.start(get("/stall")));
    REQUIRE(run(http, {&c}, [&] { return a.status() == 200 && !c.body.empty(); }));
    alone.stop.request_stop();
    http.poll(0);
    a.read();
    CHECK(a.call.ended());
    CHECK(a.code() == errc::cancelled);
    CHECK(http.running() == 3);
    shared.stop.request_stop();
    http.poll(0);
    CHECK(http.running() == 1);
    CHECK(b.call.ended());
    CHECK(b.code() == errc::cancelled);
    while (!c.call.ended()) c.read();  // what arrived before the stop
    CHECK(c.code() == errc::cancelled);
    CHECK(!d.call.ended());
}

TEST_CASE("curl_polled: a stop from another thread or by a token ends a waiting poll") {
    struct own_token {
        std::shared_ptr<std::atomic<bool>> flag;
        bool stop_requested() const { return *flag; }
    };
    for (const bool by_token : {false, true}) {
        const auto flag = std::make_shared<std::atomic<bool>>(false);
        curl_transport http;
        auto r = fault("/silent");
        if (by_token) r.stop = own_token{flag};
        watched c(http.start(r));
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            if (by_token) *flag = true;
            if (!by_token) r.stop.request_stop();
        });
        const auto began = clock_type::now();
        while (!c.call.ended() && ms_since(began) < 10'000) http.poll(10'000);
        CHECK(ms_since(began) < 1500);
        CHECK(c.code() == errc::cancelled);
        stopper.join();
    }
}

TEST_CASE("curl_polled: a call stopped before the first poll sends nothing") {
    curl_transport http;
    const auto count = [&] {
        watched c(http.start(fault("/drop_later_count")));
        REQUIRE(finish(http, c));
        return std::stoi(c.body);
    };
    const int before = count();
    auto r = fault("/drop_later");
    watched late(http.start(r));
    r.stop.request_stop();
    watched never(http.start(r));
    CHECK(never.call.ended());
    CHECK(never.code() == errc::cancelled);
    http.poll(0);
    CHECK(late.call.ended());
    CHECK(late.code() == errc::cancelled);
    http.poll(50);
    CHECK(count() == before);
}

TEST_CASE("curl_polled: poll(0) does not block, and poll blocks no longer than its budget") {
    curl_transport http;
    CHECK(!http.poll(0));
    watched silent(http.start(fault("/silent")));
    watched stalled(http.start(get("/stall")));
    REQUIRE(run(http, {&stalled}, [&] { return !stalled.body.empty(); }));
    auto began = clock_type::now();
    for (int i = 0; i != 1000; ++i) http.poll(0);
    CHECK(ms_since(began) < 1000);  // waits of one millisecond each would take longer
    began = clock_type::now();
    while (http.poll(200)) {
    }
    CHECK(ms_since(began) >= 190);
    CHECK(ms_since(began) < 2000);
    CHECK(!http.poll(-5));
}

TEST_CASE("curl_polled: unread bytes are bounded, and the idle timeout waits for the reader") {
    curl_transport http;
    auto r = get("/endless");
    r.timeouts.idle_ms = 100;
    watched c(http.start(r));
    const auto began = clock_type::now();
    while (ms_since(began) < 400) http.poll(20);
    CHECK(!c.call.ended());
    for (int i = 0; i != 100; ++i) {
        const auto bytes = c.call.read();
        REQUIRE(bytes.size() <= 65536);
        REQUIRE(bytes.find_first_not_of('x') == std::string_view::npos);
        c.body += bytes;
        http.poll(20);
    }
    CHECK(c.body.size() > 1'000'000);
    CHECK(!c.call.ended());
}

TEST_CASE("curl_polled: bytes that were read stay valid while other calls are polled") {
    curl_transport http;
    watched c(http.start(get("/stream?events=20&piece=16&delay=5")));
    std::string_view bytes;
    REQUIRE(run(http, {}, [&] { return !(bytes = c.call.read()).empty(); }));
    const std::string copy(bytes);
    for (int i = 0; i != 20; ++i) http.poll(10);
    CHECK(bytes == copy);
    c.body = copy;
    REQUIRE(finish(http, c));
    CHECK(c.body == events(20));
}

TEST_CASE("curl_polled: an early close is an error after the bytes that arrived") {
    curl_transport http;
    struct {
        const char* path;
        int status;
        const char* body;
        errc code;
    } const cases[] = {
        {"/early_fin", 200, "only this", errc::closed_early},
        {"/early_fin_chunked", 200, "first", errc::closed_early},
        {"/reset", 200, "first", errc::closed_early},
        {"/reset_unanswered", 0, "", errc::receive_failed},
        {"/nothing", 0, "", errc::closed_early},
        {"/half_a_head", 0, "", errc::closed_early},
        {"/not_http", 0, "", errc::invalid_framing},
        {"/bad_chunk", 200, "", errc::closed_early},
        {"/long_head", 0, "", errc::limit_exceeded},
        {"/endless_interim", 0, "", errc::limit_exceeded},
        {"/until_close", 200, "until the end", errc::ok},
    };
    std::vector<watched> calls;
    calls.reserve(std::size(cases));
    for (const auto& c : cases) calls.emplace_back(http.start(fault(c.path)));
    REQUIRE(run(http, {}, [&] { return http.running() == 0; }));
    for (std::size_t i = 0; i != calls.size(); ++i) {
        INFO(cases[i].path);
        CHECK(calls[i].call.ended() == (calls[i].status() == 0 || *cases[i].body == '\0'));
        calls[i].read();
        CHECK(calls[i].call.ended());
        CHECK(calls[i].status() == cases[i].status);
        CHECK(calls[i].body == cases[i].body);
        CHECK(calls[i].code() == cases[i].code);
    }
}

TEST_CASE(
    "curl_polled: a request is sent once, even if a kept connection closes without a response") {
    curl_transport http;
    const auto answer = [&](const char* path) {
        watched c(http.start(fault(path)));
        REQUIRE(finish(http, c));
        return c.body + std::string(name(c.code()));
    };
    const int before = std::stoi(answer("/drop_later_count"));
    CHECK(answer("/drop_later") == "okok");
    CHECK(answer("/drop_later") == "closed_early");
    CHECK(std::stoi(answer("/drop_later_count")) == before + 2);
}

TEST_CASE("curl_polled: connections are kept for later calls, and used by one call at a time") {
    curl_transport http;
    std::vector<std::string> first, second;
    for (auto* ports : {&first, &second}) {
        watched a(http.start(get("/stream?delay=20")));
        watched b(http.start(get("/stream?delay=20")));
        REQUIRE(run(http, {&a, &b}, [&] { return a.call.ended() && b.call.ended(); }));
        ports->emplace_back(a.call.head()->headers.value("X-Client-Port"));
        ports->emplace_back(b.call.head()->headers.value("X-Client-Port"));
        std::sort(ports->begin(), ports->end());
    }
    CHECK(first[0] != first[1]);
    CHECK(first == second);
}

TEST_CASE(
    "curl_polled: destroying the transport ends the calls it started; received bytes stay "
    "readable") {
    std::optional<watched> c, silent;
    std::optional<curl_transport::body> body;
    {
        curl_transport http;
        c.emplace(http.start(get("/stall")));
        silent.emplace(http.start(fault("/silent")));
        auto opened = http.open(get("/stream?events=9&delay=20"));
        REQUIRE(opened);
        body.emplace(std::move(*opened));
        REQUIRE(run(http, {}, [&] { return c->status() == 200; }));
        http.poll(50);
    }
    CHECK(silent->call.ended());
    CHECK(silent->code() == errc::cancelled);
    c->read();
    CHECK(c->call.ended());
    CHECK(c->code() == errc::cancelled);
    CHECK(c->status() == 200);
    std::string text;
    for (;;) {  // a body outlives its transport
        const auto bytes = body->read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        text += *bytes;
    }
    CHECK(text == events(9));
}

TEST_CASE("curl_polled: a moved transport keeps its calls, and the moved-from one is safe") {
    curl_transport first;
    watched c(first.start(get("/stream?events=5&delay=5")));
    first.poll(10);
    curl_transport second = std::move(first);
    CHECK(second.running() == 1);
    REQUIRE(finish(second, c));
    CHECK(c.body == events(5));
    CHECK(first.running() == 0);  // NOLINT: tests the moved-from state
    CHECK(!first.poll(10));
    const auto refused = first.start(get("/echo"));
    CHECK(refused.ended());
    CHECK(refused.error().code == errc::invalid_argument);
    watched stalled(second.start(get("/stall")));
    second = curl_transport();
    CHECK(stalled.code() == errc::cancelled);
}

TEST_CASE("curl_polled: reading one body makes progress on all calls") {
    curl_transport http;
    watched polled(http.start(get("/stream?events=10")));
    auto a = http.open(get("/stream?events=30&piece=16&delay=10"));
    auto b = http.open(get("/stream?events=40&piece=16&delay=10"));
    REQUIRE(a);
    REQUIRE(b);
    std::string of_a, of_b;
    for (bool more = true; more;) {
        auto bytes = a->read_some();
        REQUIRE(bytes);
        of_a += *bytes;
        more = !bytes->empty();
    }
    CHECK(of_a == events(30));
    polled.read();
    CHECK(polled.call.ended());
    CHECK(polled.body == events(10));
    std::size_t reads = 0;
    for (bool more = true; more; ++reads) {
        auto bytes = b->read_some();
        REQUIRE(bytes);
        of_b += *bytes;
        more = !bytes->empty();
    }
    CHECK(of_b == events(40));
    CHECK(b->read_some().value().empty());
    CHECK(reads < 30);  // most bytes arrived while the other body was read
}

TEST_CASE("curl_polled: time during which a body is not read is not idle, whoever polls") {
    curl_transport http;
    auto r = get("/stream?events=2&piece=15&delay=400");
    r.timeouts.idle_ms = 300;
    auto body = http.open(r);
    REQUIRE(body);
    std::string text;
    for (;;) {
        for (int i = 0; i != 6; ++i) {
            http.poll(50);
            std::this_thread::sleep_for(std::chrono::milliseconds(40));
        }
        auto bytes = body->read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        text += *bytes;
    }
    CHECK(text == events(2));
    r = get("/stall");
    r.timeouts.idle_ms = 100;
    auto stalled = http.open(r);
    REQUIRE(stalled);
    CHECK(stalled->read_some().value() == "data: ");
    const auto began = clock_type::now();
    CHECK(stalled->read_some().error().code == errc::idle_timeout);
    CHECK(ms_since(began) < 1000);
    CHECK(stalled->read_some().error().code == errc::idle_timeout);
}

#if defined(__cpp_exceptions)
TEST_CASE("curl_polled: a handler may start, poll and abort calls, and may throw") {
    struct busy {
        curl_transport& http;
        std::optional<watched> inner{};
        std::string body{};
        flow on_head(const http::response_head&) {
            inner.emplace(http.start(get("/stream?events=10")));
            return flow::proceed;
        }
        flow on_body(std::string_view bytes) {
            const std::string copy(bytes);
            http.poll(5);
            watched abandoned(http.start(get("/stall")));
            http.poll(5);
            CHECK(bytes == copy);
            body += bytes;
            inner->read();
            if (body.size() > 200) throw std::runtime_error("mine");
            return flow::proceed;
        }
    };
    curl_transport http;
    busy h{http};
    CHECK_THROWS_AS((void)http.send(get("/stream?events=40&piece=16&delay=2"), h),
                    std::runtime_error);
    CHECK(h.body == events(40).substr(0, h.body.size()));
    CHECK(http.running() <= 1);
    REQUIRE(finish(http, *h.inner));
    CHECK(h.inner->body == events(10));
}
#endif

TEST_CASE("curl_polled: concurrent uploads do not block each other") {
    using oaiwire::conformance::detail::produced;
    using oaiwire::conformance::detail::with_content;
    auto& faults = oaiwire::conformance::detail::server();
    const auto to = [](const std::string& id) { return oaiwire::conformance::detail::to(id); };
    curl_transport http;
    const auto deaf = faults.add(support::script().unread().deaf());
    watched stuck(http.start(with_content(to(deaf), std::uint64_t{1} << 40)));
    const auto content = std::make_shared<produced>(5'000'000);
    std::vector<std::unique_ptr<watched>> calls;
    std::vector<std::string> ids;
    for (int i = 0; i != 5; ++i) {
        ids.push_back(faults.add(support::script().send(oaiwire::conformance::detail::ok_answer)));
        calls.push_back(
            std::make_unique<watched>(http.start(with_content(to(ids.back()), content))));
    }
    for (auto& c : calls) CHECK(finish(http, *c));
    for (std::size_t i = 0; i != calls.size(); ++i) {
        CHECK(calls[i]->code() == errc::ok);
        CHECK(calls[i]->status() == 200);
        CHECK(faults.seen(ids[i]).body_hash == content->hash());
    }
    CHECK_FALSE(stuck.call.ended());
    CHECK(http.running() == 1);
}

#if defined(__cpp_exceptions)
TEST_CASE("curl_polled: an exception from a source leaves poll() and ends only its call") {
    using oaiwire::conformance::detail::with_content;
    curl_transport http;
    watched good(http.start(get("/stream?events=20&piece=16&delay=2")));
    const auto id = oaiwire::conformance::detail::server().add(
        support::script().send(oaiwire::conformance::detail::ok_answer));
    watched bad(http.start(with_content(
        oaiwire::conformance::detail::to(id), 100,
        [](std::uint64_t, std::size_t) -> std::size_t { throw std::runtime_error("mine"); })));
    CHECK_THROWS_AS((void)finish(http, bad), std::runtime_error);
    CHECK(bad.call.ended());
    CHECK(bad.code() == errc::invalid_content);
    CHECK(finish(http, good));
    CHECK(good.body == events(20));
}
#endif

}  // namespace curl_polled_tests
