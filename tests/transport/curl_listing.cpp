// The calls of a curl_transport that have something, and stops and timeouts of many.
#include <oaiwire/transport/curl.hpp>

#include <support/catch.hpp>
#include <support/http_server.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/transport/curl_pool.hpp>

namespace curl_listing_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::curl_transport;
using oaiwire::errc;
using clock_type = std::chrono::steady_clock;
using tags = std::vector<std::uint64_t>;

static_assert(http::listing_transport<curl_transport>);

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
http::request silent() {
    return {.method = "POST",
            .origin = {"http", "127.0.0.1", server().fault_port},
            .target = "/silent"};
}

std::int64_t ms_since(clock_type::time_point t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - t).count();
}

std::string events(int n) {
    std::string out;
    for (int i = 0; i != n; ++i) out += "data: {\"n\":" + std::to_string(i) + "}\n\n";
    return out;
}

tags all_ready(curl_transport& http) {
    tags out;
    while (const auto tag = http.next_ready()) out.push_back(*tag);
    return out;
}

// A transport that waits by epoll, or one that could have no epoll instance.
curl_transport transport_by(bool epoll) {
    REQUIRE(oaiwire::detail::curl_ready());
    if (epoll) return curl_transport();
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    const int next = dup(0);
    close(next);
    const rlimit none{static_cast<rlim_t>(next), files.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
#if defined(__linux__)
    CHECK_FALSE(oaiwire::detail::curl_sockets().scales());
#endif
    curl_transport http;
    setrlimit(RLIMIT_NOFILE, &files);
    return http;
}

struct started {
    curl_transport::call call;
    std::string body{};
};

}  // namespace

TEST_CASE("curl_listing: calls that are asked only when they are named receive everything") {
    for (const bool epoll : {true, false}) {
        auto http = transport_by(epoll);
        std::vector<started> calls;
        std::size_t ended = 0, asked = 0;
        for (int i = 0; i != 60; ++i) {
            const auto n = std::to_string(5 + i % 7);
            calls.push_back({http.start(get("/stream?delay=5&piece=16&events=" + n))});
            calls.back().call.tag(static_cast<std::uint64_t>(i));
        }
        const auto began = clock_type::now();
        while (ended != calls.size() && ms_since(began) < 20'000) {
            http.poll(1000);
            while (const auto tag = http.next_ready()) {
                auto& c = calls[*tag];
                ++asked;
                CHECK_FALSE(c.body == "ended");
                for (auto bytes = c.call.read(); !bytes.empty(); bytes = c.call.read()) {
                    c.body += bytes;
                }
                if (!c.call.ended()) continue;
                CHECK(c.call.error().code == errc::ok);
                CHECK(c.body == events(5 + static_cast<int>(*tag) % 7));
                c.body = "ended";
                ++ended;
            }
        }
        CHECK(ended == calls.size());
        CHECK(asked >= calls.size());
        CHECK(http.running() == 0);
        CHECK_FALSE(http.next_ready());
    }
}

TEST_CASE("curl_listing: a call that cannot begin is named, with the tag that it gets later") {
    curl_transport http;
    const oaiwire::stop_handle stop;
    stop.request_stop();
    auto stopped = get("/");
    stopped.stop = stop;
    auto first = http.start(stopped);
    auto second = http.start(stopped);
    CHECK(first.ended());
    first.tag(7);
    second.tag(8);
    CHECK(all_ready(http) == tags{7, 8});
    CHECK(all_ready(http).empty());
    http.poll(0);
    CHECK(all_ready(http).empty());
}

TEST_CASE("curl_listing: an idle call is not named, nor one whose bytes were left unread") {
    curl_transport http;
    auto idle = http.start(get("/stall"));
    auto full = http.start(get("/endless"));
    idle.tag(1);
    full.tag(2);
    std::string body;
    const auto began = clock_type::now();
    while (body.empty() && ms_since(began) < 10'000) {
        http.poll(20);
        for (const auto tag : all_ready(http)) {
            if (tag == 1) body += idle.read();
        }
    }
    CHECK(body == "data: ");
    while (http.poll(100)) {  // until no more is taken from the other
    }
    const auto named = all_ready(http);
    CHECK(std::count(named.begin(), named.end(), 1) == 0);
    CHECK(named.size() <= 1);
    CHECK_FALSE(http.poll(50));
    CHECK(all_ready(http).empty());
    CHECK(full.read().size() > 16'384);  // its server may go on
    http.poll(1000);
    CHECK(all_ready(http) == tags{2});
    CHECK_FALSE(full.read().empty());
}

TEST_CASE("curl_listing: calls may be started, moved and destroyed between two names") {
    curl_transport http;
    std::vector<std::unique_ptr<started>> calls;
    const auto start = [&](const char* target) {
        calls.push_back(std::make_unique<started>(started{http.start(get(target))}));
        calls.back()->call.tag(calls.size() - 1);
    };
    for (int i = 0; i != 30; ++i) start("/length?n=3");
    const auto began = clock_type::now();
    std::size_t whole = 0, destroyed = 0;
    while (http.running() != 0 && ms_since(began) < 10'000) {
        http.poll(100);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));  // several at a time
        while (const auto tag = http.next_ready()) {
            REQUIRE(calls[*tag]);  // one that was destroyed is not named
            auto& c = *calls[*tag];
            const auto bytes = c.call.read();
            c.body += bytes;
            if (!c.call.ended()) continue;
            whole += c.body == "abc" ? 1 : 0;
            calls[*tag] = std::make_unique<started>(std::move(c));
            const auto victim = (*tag + 7) % 30;
            if (victim != *tag && calls[victim] && !calls[victim]->call.ended()) {
                calls[victim].reset();
                ++destroyed;
                if (calls.size() < 40) start("/length?n=3");
            }
        }
    }
    CHECK(http.running() == 0);
    CHECK(whole + destroyed == calls.size());
    calls.clear();
    CHECK_FALSE(http.next_ready());
}

TEST_CASE("curl_listing: bodies that are pulled are not named; the calls beside them are") {
    curl_transport http;
    auto call = http.start(get("/stream?events=3"));
    call.tag(5);
    auto body = http.open(get("/stream?events=20&piece=16&delay=5"));
    REQUIRE(body);
    std::string text;
    for (;;) {
        const auto bytes = body->read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        text += *bytes;
    }
    CHECK(text == events(20));
    CHECK(all_ready(http) == tags{5});
    CHECK(call.read() == events(3));
    CHECK(call.ended());
}

TEST_CASE("curl_listing: stops wake the poll, however many calls share them") {
    for (const bool epoll : {true, false}) {
        auto http = transport_by(epoll);
        const oaiwire::stop_handle shared;
        std::vector<curl_transport::call> calls;
        auto other = http.start(silent());
        other.tag(1000);
        for (std::uint64_t i = 0; i != 100; ++i) {
            auto r = silent();
            r.stop = shared;
            calls.push_back(http.start(r));
            calls.back().tag(i);
        }
        while (http.poll(100)) {
        }
        CHECK(all_ready(http).empty());
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            shared.request_stop();
        });
        const auto began = clock_type::now();
        while (http.running() != 1 && ms_since(began) < 9'000) http.poll(10'000);
        CHECK(ms_since(began) < 1500);
        stopper.join();
        const auto named = all_ready(http);
        CHECK(named.size() == 100);
        for (const auto& c : calls) CHECK(c.error().code == errc::cancelled);
        CHECK_FALSE(other.ended());
    }
}

TEST_CASE("curl_listing: calls that end while they are stopped by other threads do no harm") {
    curl_transport http;
    std::vector<oaiwire::stop_handle> stops(60);
    std::vector<std::unique_ptr<curl_transport::call>> calls;
    for (const auto& stop : stops) {
        auto r = get("/stream?events=4&delay=1");
        r.stop = stop;
        calls.push_back(std::make_unique<curl_transport::call>(http.start(r)));
    }
    std::thread stopper([&] {
        for (const auto& stop : stops) {
            std::this_thread::sleep_for(std::chrono::microseconds(300));
            stop.request_stop();
        }
    });
    for (auto& call : calls) {
        http.poll(1);
        call.reset();
    }
    stopper.join();
    CHECK(http.running() == 0);
    http.poll(0);
    CHECK_FALSE(http.next_ready());
}

TEST_CASE("curl_listing: each of many calls ends at its own timeout, none before it") {
    for (const bool epoll : {true, false}) {
        auto http = transport_by(epoll);
        constexpr int count = 60;
        std::vector<curl_transport::call> calls;
        std::vector<clock_type::time_point> starts;
        for (int i = 0; i != count; ++i) {
            auto r = silent();
            const auto ms = 100 + 10 * ((i * 37) % count);  // in no order
            const auto which =
                i % 2 == 0 ? &http::timeouts::first_byte_ms : &http::timeouts::total_ms;
            r.timeouts = {.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 60'000, .total_ms = 0};
            r.timeouts.*which = ms;
            starts.push_back(clock_type::now());
            calls.push_back(http.start(r));
            calls.back().tag(static_cast<std::uint64_t>(i));
        }
        std::size_t ended = 0;
        while (http.running() != 0 && ms_since(starts[0]) < 10'000) {
            http.poll(1000);
            while (const auto tag = http.next_ready()) {
                const auto i = static_cast<int>(*tag);
                const auto due = 100 + 10 * ((i * 37) % count);
                const auto took = ms_since(starts[*tag]);
                INFO(due << " ms: " << took);
                CHECK(calls[*tag].ended());
                CHECK(calls[*tag].error().code ==
                      (i % 2 == 0 ? errc::first_byte_timeout : errc::total_timeout));
                CHECK(took >= due);
                CHECK(took < due + 500);
                ++ended;
            }
        }
        CHECK(ended == count);
    }
}

TEST_CASE("curl_listing: typed calls are asked only when they are named") {
    using call = oaiwire::polled_call<oaiwire::ChatCompletionRequest, curl_transport>;
    curl_transport http;
    const oaiwire::endpoint nowhere{.base_url = "http://127.0.0.1:1/v1"};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("Hi")}};
    std::vector<call> calls;
    for (std::uint64_t i = 0; i != 5; ++i) {
        calls.emplace_back(http, request, nowhere);
        calls.back().tag(i);
    }
    calls[3].cancel();
    std::size_t ended = 0;
    const auto began = clock_type::now();
    while (http.running() != 0 && ms_since(began) < 10'000) http.poll(100);
    while (const auto i = http.next_ready()) {
        CHECK(*i != 3);
        CHECK(calls[*i].next() == nullptr);
        CHECK(calls[*i].error().code == errc::connect_failed);
        ++ended;
    }
    CHECK(ended == 4);
    calls[3].tag(1);  // without effect
}

}  // namespace curl_listing_tests
