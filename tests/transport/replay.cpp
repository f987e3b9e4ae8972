#include <oaiwire/transport/replay.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace replay_tests {

namespace {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::errc;
using oaiwire::replay_exchange;
using oaiwire::replay_transport;

static_assert(http::pull_transport<replay_transport>);

http::request request_to(std::string target) {
    return {.method = "POST",
            .origin = {"https", "api.example.com", 443},
            .target = std::move(target),
            .body = "{}"};
}

struct reading {
    std::vector<std::string> pieces{};
    errc code = errc::ok;
    std::string text() const {
        std::string all;
        for (const auto& p : pieces) all += p;
        return all;
    }
};

reading pull(replay_transport t, const http::request& r = request_to("/v1/x")) {
    reading out;
    auto body = t.open(r);
    if (!body) {
        out.code = body.error().code;
        return out;
    }
    for (;;) {
        auto bytes = body->read_some();
        if (!bytes) {
            out.code = bytes.error().code;
            return out;
        }
        if (bytes->empty()) return out;
        out.pieces.emplace_back(*bytes);
    }
}

struct collector {
    flow on_head(const http::response_head& h) {
        heads.push_back(h);
        return heads.size() == stop_at_head ? flow::stop : flow::proceed;
    }
    flow on_body(std::string_view b) {
        got.pieces.emplace_back(b);
        return got.pieces.size() == stop_at_piece ? flow::stop : flow::proceed;
    }
    std::vector<http::response_head> heads{};
    reading got{};
    std::size_t stop_at_head = 0;
    std::size_t stop_at_piece = 0;
};

const std::string alphabet = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

TEST_CASE("a replayed body is the same for every split, pulled or pushed") {
    for (std::size_t piece = 0; piece <= alphabet.size() + 1; ++piece) {
        for (std::size_t cut = 0; cut <= alphabet.size() + 1; ++cut) {
            const replay_exchange e{.body = alphabet, .piece = piece, .cuts = {cut}};
            replay_transport t({e, e});
            const auto pulled = pull(t);
            collector pushed;
            REQUIRE(t.send(request_to("/"), pushed));
            REQUIRE(pulled.code == errc::ok);
            REQUIRE(pulled.text() == alphabet);
            REQUIRE(pushed.got.pieces == pulled.pieces);
            for (const auto& p : pulled.pieces) {
                REQUIRE(!p.empty());
                REQUIRE((piece == 0 || p.size() <= piece));
            }
        }
    }
}

TEST_CASE("the body is split where the script says") {
    CHECK(pull(replay_transport({{.body = "abcdef", .cuts = {1, 4}}})).pieces ==
          std::vector<std::string>{"a", "bcd", "ef"});
    CHECK(pull(replay_transport({{.body = "abcdef", .piece = 2, .cuts = {1}}})).pieces ==
          std::vector<std::string>{"a", "bc", "de", "f"});
    CHECK(pull(replay_transport({{.body = ""}})).pieces.empty());
}

TEST_CASE("a fault occurs after exactly the bytes that the script says") {
    for (std::size_t after = 0; after <= alphabet.size() + 1; ++after) {
        for (const errc code : {errc::closed_early, errc::receive_failed}) {
            const auto got = pull(replay_transport(
                {{.body = alphabet, .piece = 5, .fault = {.code = code, .after = after}}}));
            CHECK(got.code == code);
            CHECK(got.text() == alphabet.substr(0, after));
        }
    }
    CHECK(pull(replay_transport({{.body = "ab", .fault = {.code = errc::closed_early}}})).text() ==
          "ab");
}

TEST_CASE("a fault persists: reading on returns the same error") {
    replay_transport t({{.body = "ab", .fault = {.code = errc::closed_early, .after = 1}}});
    auto body = t.open(request_to("/"));
    REQUIRE(body);
    REQUIRE(body->read_some().value() == "a");
    CHECK(body->read_some().error().code == errc::closed_early);
    CHECK(body->read_some().error().code == errc::closed_early);
}

TEST_CASE("a fault before the head yields no response") {
    collector h;
    replay_transport t({{.fault = {.code = errc::connect_failed, .before_head = true}}});
    const auto sent = t.send(request_to("/"), h);
    REQUIRE(!sent);
    CHECK(sent.error().code == errc::connect_failed);
    CHECK(h.heads.empty());
}

TEST_CASE("a stall ends at the shortest enabled timeout") {
    auto r = request_to("/");
    const auto stalled = [&](bool before_head) {
        return pull(
            replay_transport(
                {{.body = "ab", .fault = {.stall = true, .before_head = before_head, .after = 1}}}),
            r);
    };
    r.timeouts = {.first_byte_ms = 50, .idle_ms = 70, .total_ms = 0};
    CHECK(stalled(true).code == errc::first_byte_timeout);
    CHECK(stalled(false).code == errc::idle_timeout);
    CHECK(stalled(false).text() == "a");
    r.timeouts.total_ms = 60;
    CHECK(stalled(true).code == errc::first_byte_timeout);
    CHECK(stalled(false).code == errc::total_timeout);
    r.timeouts = {.first_byte_ms = 0, .idle_ms = 0, .total_ms = 60};
    CHECK(stalled(true).code == errc::total_timeout);
    CHECK(stalled(false).code == errc::total_timeout);
}

TEST_CASE("a stall without timeouts lasts until the call is stopped") {
    auto r = request_to("/");
    r.timeouts = {.first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    for (const bool before_head : {true, false}) {
        replay_transport t({{.fault = {.stall = true, .before_head = before_head}}});
        auto stoppable = r;
        stoppable.stop = oaiwire::stop_handle{};
        std::atomic<bool> ended{false};
        errc code = errc::ok;
        std::thread reader([&] {
            code = pull(t, stoppable).code;
            ended = true;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        CHECK(!ended);
        stoppable.stop.request_stop();
        reader.join();
        CHECK(code == errc::cancelled);
    }
}

TEST_CASE("a stopped call is cancelled, before the head and within the body") {
    auto r = request_to("/");
    replay_transport t({{.body = "abcd", .piece = 1}, {.body = "ab"}});
    auto body = t.open(r);
    REQUIRE(body);
    REQUIRE(body->read_some().value() == "a");
    r.stop.request_stop();
    CHECK(body->read_some().error().code == errc::cancelled);
    CHECK(t.open(r).error().code == errc::cancelled);
}

TEST_CASE("a handler that stops ends the call without an error") {
    const replay_exchange e{.head = {202, {{"X", "y"}}}, .body = "abcd", .piece = 1};
    replay_transport t({e, e});
    collector at_head{.stop_at_head = 1};
    CHECK(t.send(request_to("/"), at_head));
    REQUIRE(at_head.heads.size() == 1);
    CHECK(at_head.heads[0] == e.head);
    CHECK(at_head.got.pieces.empty());
    collector at_piece{.stop_at_piece = 2};
    CHECK(t.send(request_to("/"), at_piece));
    CHECK(at_piece.got.text() == "ab");
}

TEST_CASE("exchanges are replayed in order, and a surplus request is an error") {
    replay_transport t({{.body = "one"}, {.head = {429, {}}, .body = "two"}});
    const replay_transport copy = t;
    CHECK(pull(t).text() == "one");
    auto second = t.open(request_to("/"));
    REQUIRE(second);
    CHECK(second->head().status == 429);
    CHECK(pull(t).code == errc::transport_failed);
    CHECK(copy.requests().size() == 3);
}

TEST_CASE("a body outlives its transport and other calls") {
    auto body = [] {
        replay_transport t({{.body = "one"}, {.body = "two"}});
        auto first = t.open(request_to("/"));
        CHECK(pull(t).text() == "two");
        return first;
    }();
    REQUIRE(body);
    auto moved = std::move(*body);
    CHECK(moved.read_some().value() == "one");
    CHECK(moved.read_some().value().empty());
    CHECK(moved.read_some().value().empty());
}

TEST_CASE("requests are recorded, secrets only on demand") {
    auto r = request_to("/v1/chat?x=1");
    r.headers.add("Authorization", "Bearer canary", true);
    r.headers.add("Accept", "text/event-stream");

    replay_transport t({replay_exchange{}});
    CHECK(pull(t, r).code == errc::ok);
    REQUIRE(t.requests().size() == 1);
    const auto& got = t.requests()[0];
    CHECK(got.method == "POST");
    CHECK(http::url_of(got) == "https://api.example.com/v1/chat?x=1");
    CHECK(got.body == "{}");
    REQUIRE(got.headers.size() == 2);
    CHECK(got.headers.value("authorization") == oaiwire::secret_placeholder);
    CHECK(got.headers.find("authorization")->sensitive);
    CHECK(got.headers.value("accept") == "text/event-stream");

    replay_transport open_book({replay_exchange{}}, {.keep_secrets = true});
    CHECK(pull(open_book, r).code == errc::ok);
    CHECK(open_book.requests()[0].headers == r.headers);
}

}  // namespace replay_tests
