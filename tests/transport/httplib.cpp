#include <oaiwire/transport/httplib.hpp>

#include <support/catch.hpp>

#include "conformance.hpp"

#include <string>
#include <thread>
#include <utility>

namespace httplib_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::errc;
using oaiwire::httplib_transport;
using oaiwire::conformance::detail::call;
using oaiwire::conformance::detail::chunk;
using oaiwire::conformance::detail::chunked_head;
using oaiwire::conformance::detail::ok_answer;
using oaiwire::conformance::detail::outcome;
using oaiwire::conformance::detail::server;
using oaiwire::conformance::detail::shown;
using oaiwire::conformance::detail::to;
using oaiwire::conformance::detail::with_length;
using support::script;

static_assert(http::transport<httplib_transport>);
static_assert(!std::is_copy_constructible_v<httplib_transport>);
static_assert(std::is_nothrow_move_constructible_v<httplib_transport>);

#if defined(CPPHTTPLIB_OPENSSL_SUPPORT)
constexpr bool has_tls = true;
#else
constexpr bool has_tls = false;
#endif

using carrier = oaiwire::conformance::detail::pushed<httplib_transport>;
auto make = [](const std::string& ca_file) { return httplib_transport({.ca_file = ca_file}); };

}  // namespace

TEST_CASE("httplib: conforms") {
    // the exceptions that httplib_transport's comment lists
    oaiwire::conformance::run(make, {.reuse = false,
                                     .early_answer = false,
                                     .silent_stop = false,
                                     .interim = false,
                                     .limits = false,
                                     .exact_fields = false,
                                     .tls = has_tls,
                                     .tls_cut = false});
}

TEST_CASE("httplib: a connection is kept after a response with a length, and closed after chunks") {
    carrier c(make, "");
    const auto counted = server().add(script().send(ok_answer));
    for (int i = 0; i != 3; ++i) CHECK(shown(call(c, to(counted))) == "200 ok: ok");
    CHECK(server().seen(counted).connections == 1);
    const auto chunked = server().add(script().send(chunked_head + chunk("ok") + "0\r\n\r\n"));
    for (int i = 0; i != 3; ++i) CHECK(shown(call(c, to(chunked))) == "200 ok: ok");
    CHECK(server().seen(chunked).connections == 3);
}

TEST_CASE("httplib: heads and trailers above the limits are an error") {
    carrier c(make, "");
    std::string many, wide, within;
    for (int i = 0; i != 500; ++i) many += "X-" + std::to_string(i) + ": v\r\n";
    for (int i = 0; i != 90; ++i) wide += "X: " + std::string(1000, 'v') + "\r\n";
    for (int i = 0; i != 90; ++i) within += "X-" + std::to_string(i) + ": v\r\n";
    CHECK(shown(call(c, to(script().send(with_length("ok", within))))) == "200 ok: ok");
    for (const auto& fields : {many, wide}) {
        const auto o = call(c, to(script().send(with_length("ok", fields))));
        // newer versions of cpp-httplib have their own limits and do not report them
        CHECK((o.code == errc::limit_exceeded || o.code == errc::receive_failed));
        CHECK(o.status == 0);
    }
    CHECK(
        shown(call(
            c, to(script().send(chunked_head + chunk("ok") + "0\r\n").repeat(0, "X-T: v\r\n")))) ==
        "200 limit_exceeded: ok");
}

TEST_CASE("httplib: an interim response other than 100 is an error, not a response") {
    carrier c(make, "");
    const auto o =
        call(c, to(script().send("HTTP/1.1 103 Early Hints\r\n\r\n" + with_length("ok"))));
    CHECK(shown(o) == "0 invalid_framing: ");
    CHECK(shown(call(c, to(script().send(ok_answer)))) == "200 ok: ok");
}

TEST_CASE("httplib: a stop while the server is silent takes effect when its timeout expires") {
    carrier c(make, "");
    auto r = to(script().send(chunked_head + chunk("some")).stall());
    r.timeouts.first_byte_ms = r.timeouts.idle_ms = 300;
    std::thread stopper([&] {
        oaiwire::conformance::detail::sleep_ms(50);
        r.stop.request_stop();
    });
    const auto o = call(c, r);
    stopper.join();
    CHECK(o.code == errc::cancelled);
    CHECK(o.body == "some");
    CHECK(o.ms < 2000);
}

TEST_CASE("httplib: without TLS an https request is rejected before anything is sent") {
    auto r = to("1");
    r.origin.scheme = "https";
    r.timeouts.connect_ms = 150;
    carrier c(make, "");
    // with TLS, the handshake is never answered
    CHECK(shown(call(c, r)) == (has_tls ? "0 connect_timeout: " : "0 tls_failed: "));
    r.origin.scheme = "ftp";
    CHECK(shown(call(c, r)) == "0 invalid_url: ");
    r.origin = {"http", "canary@127.0.0.1", server().port};
    CHECK(shown(call(c, r)) == "0 invalid_url: ");
    r.origin = {"http", "no-such-host.invalid", 80};
    CHECK(shown(call(c, r)) == "0 resolve_failed: ");
}

TEST_CASE("httplib: using a moved-from transport is an error, the new one works") {
    httplib_transport t;
    outcome o;
    auto h = o.recorder();
    CHECK(t.send(to(script().send(ok_answer)), h));
    httplib_transport taken = std::move(t);
    CHECK(taken.send(to(script().send(ok_answer)), h));
    CHECK(o.body == "okok");
    // NOLINT: tests the moved-from state
    CHECK(t.send(to("1"), h).error().code == errc::invalid_argument);
}

TEST_CASE("httplib: a request without a response is sent once, also over TLS") {
    const oaiwire::conformance::detail::certificates files;
    const std::uint16_t port =
        has_tls && files.made() ? server().serve_tls(files.file("good.pem"), files.file("good.key"))
                                : std::uint16_t{0};
    if (port == 0) {
        WARN("no TLS here: not tested");
        return;
    }
    carrier c(make, files.file("ca.pem"));
    for (int i = 0; i != 20; ++i) {
        const auto id = server().add(script()
                                         .send(ok_answer)
                                         .next()
                                         .line(i % 2 == 0 ? "close" : "reset")
                                         .next()
                                         .send(with_length("again")));
        auto r = to(id);
        r.origin = {"https", "localhost", port};
        CHECK(shown(call(c, r)) == "200 ok: ok");
        const auto second = call(c, r);
        CHECK((second.code == errc::closed_early || second.code == errc::receive_failed ||
               second.code == errc::send_failed));
        CHECK(server().seen(id).requests == 2);
    }
}

}  // namespace httplib_tests
