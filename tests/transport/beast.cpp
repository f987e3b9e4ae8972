#include <oaiwire/transport/beast.hpp>
//
#include <support/catch.hpp>

#include "conformance.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace beast_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::beast_transport;
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
    oaiwire::conformance::run(
        [](const std::string& ca_file) { return beast_transport({.ca_file = ca_file}); },
        {.tls = true});
}

TEST_CASE("beast: bodies are read concurrently, each over its own connection") {
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

TEST_CASE("beast: a body outlives its transport and can be assigned to") {
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

TEST_CASE("beast: a failed body keeps returning its error") {
    beast_transport t;
    auto body = t.open(to(script().send(chunked_head + chunk("some")).close()));
    REQUIRE(body);
    CHECK(rest_of(*body) == "some and closed_early");
    CHECK(body->read_some().error().code == errc::closed_early);
    CHECK(body->head().status == 200);
}

TEST_CASE("beast: using a moved-from transport is an error") {
    beast_transport t;
    const beast_transport taken = std::move(t);
    // NOLINT: tests the moved-from state
    CHECK(t.open(to("1")).error().code == errc::invalid_argument);
}

TEST_CASE("beast: at most the configured number of idle connections is kept") {
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

TEST_CASE("beast: oversized fields are rejected before Beast would throw, whatever the limits") {
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

}  // namespace beast_tests
