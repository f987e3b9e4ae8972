// What a peer can make a server's connection hold: slow heads, floods, answers that are not read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/models.hpp>
#include <oaiwire/server/server_connection.hpp>
#include <support/allocation_ledger.hpp>
#include <support/catch.hpp>
#include <support/connection_peer.hpp>

namespace connection_limits_tests {

using namespace oaiwire;
using support::allocations;

namespace {

using connection = server_connection<EmbeddingRequest, ListModelsRequest>;
constexpr std::size_t kib = 1024;

// The most bytes that were held at once while f ran, beyond those before.
template <class F>
std::size_t peak_of(F f) {
    const std::size_t before = allocations.bytes;
    allocations.most = before;
    f();
    return allocations.most - before;
}

const std::string list = "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n";

}  // namespace

TEST_CASE(
    "a head holds no more than its limits, however it is spelled and however slowly it comes") {
    const std::string line = "GET /v1/models HTTP/1.1\r\n";
    const auto endless = [&](std::string_view repeated) {
        std::string out = line;
        while (out.size() < 500'000) out.append(repeated);
        return out;
    };
    for (const std::string& head :
         {endless("x"), endless("X: " + std::string(600, 'v') + "\r\n"), endless("a:\r\n"),
          "GET /" + std::string(500'000, 'a'), std::string(500'000, 'M'),
          line + "X:" + std::string(500'000, ' ')}) {
        for (const std::size_t step : {std::size_t{1}, std::size_t{4'096}, head.size()}) {
            CAPTURE(head.substr(0, 40), step);
            connection c;
            const std::size_t peak = peak_of([&] {
                for (std::size_t at = 0; at < head.size() && c.reading(); at += step) {
                    c.feed(std::string_view(head).substr(at, step), 0);
                }
            });
            CHECK(peak < 3 * 64 * kib);
            CHECK((c.unsent().starts_with("HTTP/1.1 431") || c.unsent().starts_with("HTTP/1.1 4")));
            c.sent(c.unsent().size(), 0);
            CHECK(c.state() >= connection_state::lingering);
        }
    }
}

TEST_CASE("ten thousand slow heads cost little, and all of them end in time") {
    std::vector<connection> all;
    all.reserve(10'000);
    for (int i = 0; i != 10'000; ++i) all.emplace_back();
    const std::string head = "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\nX: slow-loris\r\n";
    std::size_t sent = 0;
    const std::size_t peak = peak_of([&] {
        for (std::int64_t now = 0; now <= 20'000; now += 1'000) {
            for (auto& c : all) {
                c.feed(head.substr(static_cast<std::size_t>(now / 1'000) % head.size(), 1), now);
                c.tick(now);
            }
        }
    });
    CHECK(peak / all.size() < 2 * kib);
    for (auto& c : all) {
        if (c.unsent().starts_with("HTTP/1.1 4")) ++sent;
        c.sent(c.unsent().size(), 20'000);
        c.tick(23'000);
        if (!c.closing()) sent = 0;
    }
    CHECK(sent == all.size());
}

TEST_CASE("a flood of requests waits outside, and its answers one after the other") {
    std::string flood;
    while (flood.size() < 16 * kib) flood += list;
    connection c;
    std::size_t fed = 0;
    std::size_t answered = 0;
    const std::size_t peak = peak_of([&] {
        for (int round = 0; round != 2'000; ++round) {
            for (; c.reading(); fed += flood.size()) c.feed(flood, 0);
            for (int i = 0; i != 100 && c.request() != nullptr; ++i, ++answered) {
                REQUIRE(c.answer().bytes("text/plain", "x"));
                while (!c.unsent().empty()) c.sent(c.unsent().size(), 0);
            }
        }
    });
    CHECK(answered == 200'000);
    CHECK(fed > 100 * 64 * kib);
    CHECK(peak < 8 * 64 * kib);
}

TEST_CASE("a flood of refused requests is answered one after the other") {
    std::string flood;
    while (flood.size() < 16 * kib) flood += "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    connection c;
    std::size_t sent = 0;
    const std::size_t peak = peak_of([&] {
        for (int round = 0; round != 100; ++round) {
            while (c.reading()) c.feed(flood, 0);
            while (!c.unsent().empty()) {
                const std::size_t n = std::min<std::size_t>(c.unsent().size(), 1'000);
                sent += n;
                c.sent(n, 0);
            }
        }
    });
    CHECK(sent > 1'000'000);
    CHECK(peak < 4 * 64 * kib);
}

TEST_CASE(
    "a peer that does not read makes the producer wait, and holds no more than twice the limit") {
    connection c;
    c.feed(list, 0);
    REQUIRE(c.answer().begin_events());
    const std::string token(200, 't');
    std::size_t produced = 0;
    const std::size_t peak = peak_of([&] {
        for (std::int64_t now = 0; now != 20'000; ++now) {
            while (!c.answer().full() && c.answer().event({.data = token})) ++produced;
            static_cast<void>(c.unsent());
            c.tick(now);
        }
        // one that does not ask is refused
        while (c.answer().event({.data = token})) ++produced;
    });
    CHECK(produced < 5'000);
    CHECK(peak < 2'500 * kib);
    c.tick(60'000);
    CHECK(c.closing());
}

TEST_CASE("what follows a refused request is dropped") {
    connection c;
    const std::string garbage(16 * kib, '\n');
    const std::size_t peak = peak_of([&] {
        c.feed("\n", 0);
        for (int i = 0; i != 10'000; ++i) c.feed(garbage, 0);
    });
    CHECK(c.reading());
    CHECK(peak < 16 * kib);
    c.sent(c.unsent().size(), 0);
    c.tick(2'000);
    CHECK(c.closing());
}

TEST_CASE("a body is refused at its limit, whatever its framing") {
    connection_options options;
    options.incoming.bounds.body = 100 * kib;
    const std::string head = "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\n";
    for (const bool chunked : {false, true}) {
        connection c(options);
        const std::size_t peak = peak_of([&] {
            c.feed(head + (chunked ? "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
                                   : "Content-Length: 1000000000\r\n\r\n"),
                   0);
            const std::string piece(10 * kib, ' ');
            for (int i = 0; i != 1'000 && c.reading(); ++i) c.feed(piece, 0);
        });
        CHECK(c.unsent().starts_with("HTTP/1.1 413"));
        CHECK(peak < 3 * 100 * kib);
    }
}

TEST_CASE("an idle connection holds nothing of the requests and answers before") {
    connection c;
    const std::size_t before = allocations.bytes;
    std::string body = R"({"model":"m","input":")" + std::string(900 * kib, 'x') + "\"}";
    const std::string request = "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body;
    const std::size_t own = allocations.bytes - before;
    c.feed(request, 0);
    REQUIRE(c.request() != nullptr);
    REQUIRE(c.answer().bytes("text/plain", std::string(900 * kib, 'y')));
    while (!c.unsent().empty()) c.sent(c.unsent().size(), 0);
    CHECK(c.state() == connection_state::idle);
    CHECK(allocations.bytes - before - own < 16 * kib);
}

#if defined(__cpp_exceptions)
TEST_CASE("without memory a connection is closed or answers, at every allocation") {
    const std::string wire =
        "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "1b\r\n{\"model\":\"m\",\"input\":\"text\"\r\n1\r\n}\r\n0\r\n\r\n" +
        list + "GET /none HTTP/1.1\r\nHost: a\r\n\r\n" + "x\n";
    bool failed = true;
    for (std::size_t at = 0; failed; ++at) {
        connection c;
        std::string out;
        out.reserve(64 * kib);
        const std::size_t failures = allocations.failures;
        allocations.until_failure = at;
        for (const char& byte : wire) {
            c.feed({&byte, 1}, 0);
            if (c.request() != nullptr && !c.answer().bytes("text/plain", "ok")) c.peer_gone();
            for (int i = 0; i != 8 && !c.unsent().empty(); ++i) {
                out.append(c.unsent());
                c.sent(c.unsent().size(), 0);
            }
        }
        allocations.until_failure = support::allocation_ledger::never;
        failed = allocations.failures != failures;
        CHECK(c.state() >= connection_state::lingering);
        REQUIRE(at < 5'000);
    }
}
#endif

}  // namespace connection_limits_tests
