#include <oaiwire/server/server_connection.hpp>
//
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/models.hpp>
#include <support/catch.hpp>
#include <support/connection_peer.hpp>
#include <support/random.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_connection_tests {

using namespace oaiwire;
using state = connection_state;

namespace {

using connection = server_connection<EmbeddingRequest, ListModelsRequest, RetrieveModelRequest>;

// Answers embeddings with their model, lists of models as a stream, one model as bytes.
void echo(connection& c) {
    auto* request = c.request();
    if (auto* embedding = request->get<EmbeddingRequest>()) {
        REQUIRE(c.answer().bytes("text/plain", "model " + embedding->model));
    } else if (request->get<ListModelsRequest>() != nullptr) {
        REQUIRE(c.answer().begin_events());
        REQUIRE(c.answer().event({.data = "one"}));
        REQUIRE(c.answer().event({.data = "two"}));
        REQUIRE(c.answer().end());
    } else {
        REQUIRE(c.answer().bytes("text/plain", "a model"));
    }
}

using peer = support::connection_peer<connection, void (*)(connection&)>;

std::string post(std::string_view body, std::string_view fields = "") {
    return "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\n" + std::string(fields) +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}
std::string embed(std::string_view model, std::string_view fields = "") {
    return post(R"({"input":"x","model":")" + std::string(model) + "\"}", fields);
}
const std::string list = "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string wrong_path = "GET /v1/none HTTP/1.1\r\nHost: a\r\n\r\n";

// What is sent for the bytes, and the state afterwards, which do not depend on the cuts.
struct outcome {
    std::string wire{};
    state at = state::idle;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome run(std::string_view bytes, const std::vector<std::size_t>& sizes,
            const connection_options& options = {}) {
    connection c(options);
    peer p(c, echo);
    for (const std::size_t size : sizes) {
        p.give(bytes.substr(0, size));
        bytes.remove_prefix(std::min(size, bytes.size()));
    }
    p.give(bytes);
    return {p.wire, c.state()};
}

outcome every_cut(std::string_view bytes, const connection_options& options = {}) {
    CAPTURE(bytes);
    outcome whole = run(bytes, {}, options);
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        const outcome parts = run(bytes, {cut}, options);
        if (parts == whole) continue;
        CAPTURE(cut, parts.wire, whole.wire, name(parts.at), name(whole.at));
        FAIL("a cut matters");
    }
    const outcome parts = run(bytes, std::vector<std::size_t>(bytes.size(), 1), options);
    CAPTURE(parts.wire, whole.wire);
    CHECK(parts == whole);
    return whole;
}

std::vector<int> statuses(std::string_view wire) {
    std::vector<int> out;
    for (const auto& r : support::replies_in(wire)) out.push_back(r.status);
    return out;
}

}  // namespace

TEST_CASE("pipelined requests are answered in their order, for every cut") {
    const outcome o =
        every_cut(embed("m1") + list + wrong_path + "\r\n" + embed("m2") + post("{") + list);
    CHECK(o.at == state::idle);
    const auto replies = support::replies_in(o.wire);
    REQUIRE(replies.size() == 6);
    CHECK(replies[0].body == "model m1");
    CHECK(replies[0].value("Content-Length") == "8");
    CHECK(replies[0].value("Connection").empty());
    CHECK(replies[1].body == "data: one\n\ndata: two\n\n");
    CHECK(replies[1].value("Transfer-Encoding") == "chunked");
    CHECK(replies[2].status == 404);
    CHECK(replies[3].body == "model m2");
    CHECK(replies[4].status == 400);
    CHECK(replies[5].whole);
}

TEST_CASE("bodies may be chunked") {
    const std::string request =
        "POST /v1/embeddings HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\n{\"inp\r\n17\r\nut\":\"x\",\"model\":\"mmmm\"}\r\n0\r\nX: y\r\n\r\n";
    const outcome o = every_cut(request + list);
    const auto replies = support::replies_in(o.wire);
    REQUIRE(replies.size() == 2);
    CHECK(replies[0].body == "model mmmm");
    CHECK(o.at == state::idle);
}

TEST_CASE("a client that asks for it gets Connection: close") {
    const std::string get = "GET /v1/models HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    for (const std::string& request : {embed("m", "Connection: close\r\n"), get, get + list}) {
        const outcome o = every_cut(request);
        CHECK(o.at == state::closed);
        const auto replies = support::replies_in(o.wire);
        REQUIRE(replies.size() == 1);
        CHECK(replies[0].value("Connection") == "close");
        CHECK(replies[0].whole);
    }
}

TEST_CASE("HTTP/1.0 gets streams without chunks, up to the end of the connection") {
    const outcome o = every_cut("GET /v1/models HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(o.at == state::closed);
    const auto replies = support::replies_in(o.wire, true);
    REQUIRE(replies.size() == 1);
    CHECK(replies[0].body == "data: one\n\ndata: two\n\n");
    CHECK(replies[0].value("Connection") == "close");
    CHECK(replies[0].value("Transfer-Encoding").empty());

    const std::string one = "GET /v1/models/m HTTP/1.0\r\n";
    const outcome kept = every_cut(one + "Connection: keep-alive\r\n\r\n" + one + "\r\n");
    const auto sized = support::replies_in(kept.wire);
    REQUIRE(sized.size() == 2);
    CHECK(sized[0].value("Connection") == "keep-alive");
    CHECK(sized[1].value("Connection") == "close");
    CHECK(kept.at == state::closed);
}

TEST_CASE("HEAD is answered as GET, without the body") {
    for (const char* path : {"/v1/models", "/v1/models/m", "/none"}) {
        std::string request(path);
        request += " HTTP/1.1\r\nHost: a\r\n\r\n";
        const outcome o = every_cut("HEAD " + request + "HEAD " + request);
        CHECK(o.at == state::idle);
        const auto replies = support::replies_in(o.wire, false, true);
        REQUIRE(replies.size() == 2);
        const auto get = support::replies_in(run("GET " + request, {}).wire);
        REQUIRE(get.size() == 1);
        CHECK(replies[1].status == get[0].status);
        // the text of the error names the method
        if (get[0].status == 200) CHECK(replies[1].headers == get[0].headers);
    }
}

TEST_CASE("100 (Continue) is sent when the head is accepted") {
    const std::string head = embed("m", "Expect: 100-continue\r\n");
    const std::size_t body = head.find('{');
    connection c;
    peer p(c, echo);
    p.give(head.substr(0, body));
    CHECK(p.wire == "HTTP/1.1 100 Continue\r\n\r\n");
    p.give(head.substr(body));
    CHECK(statuses(p.wire) == std::vector<int>{200});
    CHECK(every_cut(head + list).wire.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"));

    // refused: what follows may be the body or not
    const std::string refused =
        "POST /v1/none HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    const outcome o = every_cut(refused + "{}" + list);
    CHECK(statuses(o.wire) == std::vector<int>{404});
    CHECK(o.wire.find("Connection: close") != std::string::npos);
    CHECK(o.at == state::lingering);
    CHECK(run(refused, {}) == o);
}

TEST_CASE("the body of a refused request is read if it is short, else the connection is closed") {
    connection_options options;
    options.unread_body = 100;
    const std::string head = "POST /v1/none HTTP/1.1\r\nHost: a\r\n";
    const auto sized = [&](std::size_t n) {
        return head + "Content-Length: " + std::to_string(n) + "\r\n\r\n" + std::string(n, 'x');
    };
    const auto chunked = [&](std::size_t n) {
        std::string out = head + "Transfer-Encoding: chunked\r\n\r\n";
        for (; n != 0; --n) out += "1\r\nx\r\n";
        return out + "0\r\n\r\n";
    };
    for (const auto& request : {sized(0), sized(100), chunked(0), chunked(100)}) {
        const outcome o = every_cut(request + list, options);
        CHECK(statuses(o.wire) == std::vector<int>{404, 200});
        CHECK(o.at == state::idle);
    }
    for (const auto& request : {sized(101), chunked(101)}) {
        const outcome o = every_cut(request, options);
        CHECK(statuses(o.wire) == std::vector<int>{404});
        CHECK(o.wire.find("Connection: close") != std::string::npos);
    }
    // nothing of it is awaited
    connection c(options);
    peer p(c, echo);
    p.give(head + "Content-Length: 100000000\r\n\r\n");
    CHECK(statuses(p.wire) == std::vector<int>{404});
    CHECK(c.state() == state::lingering);
    CHECK_FALSE(p.closed());
    CHECK(c.reading());
    // what comes is dropped, so that a reset does not destroy the answer
    p.give(std::string(100'000, 'x'));
    CHECK(c.reading());
    p.pass(options.linger_ms);
    CHECK(p.closed());
    CHECK_FALSE(c.reading());
}

TEST_CASE("after an error of the framing the connection lingers and is closed") {
    const outcome o = every_cut(embed("m") + "GET / HTTP/1.1\r\nHost: a\r\nX: y\n\r\n" + list);
    CHECK(statuses(o.wire) == std::vector<int>{200, 400});
    CHECK(o.at == state::lingering);

    connection c;
    peer p(c, echo);
    p.give("GET / HTTP/1.1\n");
    CHECK(c.due_ms() == connection_options{}.linger_ms);
    p.give(list);
    p.pass(1'999);
    CHECK_FALSE(p.closed());
    p.pass(1);
    CHECK(p.closed());
    CHECK(statuses(p.wire) == std::vector<int>{400});
}

TEST_CASE("a slow head is answered with 408, however its bytes trickle in") {
    connection c({}, 1'000);
    peer p(c, echo);
    p.now_ms = 1'000;
    CHECK(c.due_ms() == 76'000);
    p.pass(60'000);
    const std::string head = "GET /v1/models HTTP/1.1\r\nHost: a\r\nX: " + std::string(100, 'x');
    for (int second = 0; second != 15; ++second) {
        CHECK(c.state() == (second == 0 ? state::idle : state::head));
        p.give(head.substr(static_cast<std::size_t>(second), 1));
        CHECK(c.due_ms() == 76'000);
        p.pass(1'000);
    }
    CHECK(statuses(p.wire) == std::vector<int>{408});
    CHECK(p.wire.find("\"code\":\"request_timeout\"") != std::string::npos);
    CHECK(c.state() == state::lingering);
    p.pass(2'000);
    CHECK(p.closed());
}

TEST_CASE("an idle connection is closed without a word") {
    connection c;
    peer p(c, echo);
    p.pass(74'999);
    CHECK_FALSE(p.closed());
    p.give(list);
    CHECK(c.due_ms() == 74'999 + 75'000);
    p.pass(74'999);
    CHECK_FALSE(p.closed());
    p.pass(1);
    CHECK(p.closed());
    CHECK(statuses(p.wire) == std::vector<int>{200});
}

// RFC 9112, 2.2: some clients send one after a body.
TEST_CASE("an empty line is no request: the connection stays idle") {
    connection c;
    peer p(c, echo);
    p.give(embed("m"));
    p.pass(10);
    p.give("\r");
    CHECK(c.state() == state::idle);
    p.give("\n");
    CHECK(c.state() == state::idle);
    CHECK(c.due_ms() == 75'000);
    SECTION("then a request") {
        p.give("G");
        CHECK(c.state() == state::head);
        CHECK(c.due_ms() == 10 + 15'000);
        p.give(list.substr(1));
        CHECK(statuses(p.wire) == std::vector<int>{200, 200});
        return;
    }
    SECTION("then silence") {
        p.pass(74'990);
    }
    SECTION("then the end") {
        c.peer_closed(10);
        p.work();
    }
    SECTION("then the server stops") {
        c.stop();
    }
    CHECK(c.state() == state::closed);
    CHECK(statuses(p.wire) == std::vector<int>{200});
}

TEST_CASE("a body that stops or trickles is answered with 408") {
    const std::string request = post(std::string(100'000, ' '));
    const std::size_t body = request.find("\r\n\r\n") + 4;
    connection c;
    peer p(c, echo);
    SECTION("stops") {
        p.give(request.substr(0, body + 10));
        p.pass(29'999);
        CHECK(c.state() == state::body);
        p.pass(1);
    }
    SECTION("trickles") {
        p.give(request.substr(0, body));
        int rounds = 0;
        for (; c.state() == state::body; ++rounds) {
            p.give(" ");
            p.pass(10'000);
        }
        CHECK(rounds == 6);
    }
    SECTION("progresses") {
        p.give(request.substr(0, body));
        for (std::size_t at = 0; at + 8'000 < 100'000; at += 8'000) {
            p.give(std::string(8'000, ' '));
            p.pass(29'000);
        }
        CHECK(c.state() == state::body);
        p.pass(1'000);
    }
    CHECK(statuses(p.wire) == std::vector<int>{408});
    CHECK(c.state() == state::lingering);
}

TEST_CASE("a slow body of a refused request gets the answer that it has") {
    connection c;
    peer p(c, echo);
    p.give("POST /none HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
    CHECK(c.state() == state::refused);
    p.pass(30'000);
    CHECK(statuses(p.wire) == std::vector<int>{404});
    CHECK(c.state() == state::lingering);
}

TEST_CASE("a peer that does not read its answer, or hardly, is gone") {
    const std::string large(1'000'000, 'x');
    connection c;
    c.feed(list, 0);
    REQUIRE(c.request() != nullptr);
    c.tick(500'000);  // the program may think for long
    CHECK(c.state() == state::waiting);
    REQUIRE(c.answer().bytes("a/b", large));
    SECTION("not at all") {
        CHECK_FALSE(c.unsent().empty());
        c.tick(500'000);
        CHECK(c.state() == state::answering);
        CHECK(c.due_ms() == 530'000);
        c.tick(529'999);
        CHECK_FALSE(c.closing());
        c.tick(530'000);
        CHECK(c.closing());
        CHECK(c.unsent().empty());
        CHECK(c.answer().cancelled());
    }
    SECTION("a byte now and then") {
        std::int64_t now = 500'000;
        for (; !c.closing() && now < 1'000'000; now += 10'000) {
            c.tick(now);
            if (!c.unsent().empty()) c.sent(1, now);
        }
        CHECK(now == 570'000);
    }
    SECTION("slowly") {
        std::int64_t now = 500'000;
        while (!c.unsent().empty()) {
            c.sent(2'500, now += 29'000);
            c.tick(now);
        }
        CHECK(c.state() == state::idle);
    }
}

TEST_CASE("a stream gets keep-alive comments, and its silence is no reason to close") {
    connection c;
    std::string wire;
    std::int64_t now = 0;
    const auto send = [&] {
        wire.append(c.unsent());
        c.sent(c.unsent().size(), now);
    };
    c.feed(list, now);
    REQUIRE(c.answer().begin_events());
    send();
    for (int i = 0; i != 1'000; ++i) {
        now = c.due_ms();
        c.tick(now);
        send();
    }
    CHECK(now >= 900 * 15'000);
    CHECK(c.state() == state::answering);
    REQUIRE(c.answer().end());
    send();
    const auto replies = support::replies_in(wire);
    REQUIRE(replies.size() == 1);
    CHECK(replies[0].whole);
    CHECK(replies[0].body.find(": keep-alive") != std::string::npos);
    CHECK(c.state() == state::idle);
}

TEST_CASE("what waits of pipelined requests is bounded") {
    connection_options options;
    options.pipelined = 1'000;
    connection c(options);
    c.feed(list, 0);
    REQUIRE(c.request() != nullptr);
    std::size_t fed = 0;
    for (; c.reading(); fed += list.size()) c.feed(list, 0);
    CHECK(fed >= 1'000);
    CHECK(fed < 1'000 + list.size());

    SECTION("the caller waits") {
        std::size_t answered = 0;
        for (; c.request() != nullptr; ++answered) {
            REQUIRE(c.answer().bytes("a/b", "x"));
            c.sent(c.unsent().size(), 0);
        }
        CHECK(answered == 1 + fed / list.size());
        CHECK(c.state() == state::idle);
        CHECK(c.reading());
    }
    SECTION("the caller does not wait") {
        c.feed(list, 0);
        CHECK_FALSE(c.closing());
        REQUIRE(c.answer().bytes("a/b", "x"));
        c.sent(c.unsent().size(), 0);
        CHECK(c.state() == state::lingering);
        CHECK(c.request() == nullptr);
    }
}

TEST_CASE("a peer that closes cancels its answer, unless half-closed connections are served") {
    connection_options options;
    SECTION("while it is idle") {
        connection c(options);
        c.peer_closed(0);
        CHECK(c.closing());
    }
    SECTION("within a request") {
        connection c(options);
        peer p(c, echo);
        p.give("GET /v1/models HTTP/1.1\r\n");
        c.peer_closed(0);
        p.work();
        CHECK(statuses(p.wire) == std::vector<int>{400});
        CHECK(c.state() == state::closed);
    }
    SECTION("while a stream is sent") {
        connection c(options);
        c.feed(list, 0);
        REQUIRE(c.answer().begin_events());
        CHECK_FALSE(c.unsent().empty());
        c.peer_closed(0);
        CHECK(c.closing());
        CHECK(c.answer().cancelled());
        CHECK_FALSE(c.reading());
        CHECK_FALSE(c.answer().event({.data = "x"}));
    }
    SECTION("half-closed") {
        options.half_closed = true;
        connection c(options);
        peer p(c, echo);
        c.feed(list, 0);
        c.peer_closed(0);
        p.work();
        CHECK(p.replies().size() == 1);
        CHECK(p.replies()[0].whole);
        CHECK(c.state() == state::closed);
    }
    SECTION("half-closed, with further requests on their way") {
        options.half_closed = true;
        for (const auto& [last, answers] :
             {std::pair{std::string(), std::vector{200, 200, 200}},
              std::pair{list.substr(0, 9), std::vector{200, 200, 200, 400}},
              std::pair{embed("m").substr(0, 90), std::vector{200, 200, 200, 400}}}) {
            CAPTURE(last);
            connection c(options);
            peer p(c, echo);
            c.feed(list + list + list + last, 0);
            c.peer_closed(0);
            p.work();
            CHECK(statuses(p.wire) == answers);
            CHECK(c.state() == state::closed);
        }
    }
    SECTION("lost") {
        connection c(options);
        c.feed(list, 0);
        c.peer_gone();
        CHECK(c.closing());
        CHECK(c.answer().cancelled());
    }
}

TEST_CASE("a server that stops ends the current answer first") {
    connection idle;
    idle.stop();
    CHECK(idle.closing());

    connection c;
    peer p(c, echo);
    p.give(embed("m").substr(0, 90));
    c.stop();
    CHECK_FALSE(p.closed());
    p.give(embed("m").substr(90) + list);
    CHECK(p.closed());
    REQUIRE(p.replies().size() == 1);
    CHECK(p.replies()[0].status == 200);
    CHECK(p.replies()[0].value("Connection") == "close");
}

TEST_CASE("a byte stream that fails ends without its last chunk") {
    connection c;
    c.feed(list, 0);
    REQUIRE(c.answer().begin_bytes("audio/mpeg"));
    REQUIRE(c.answer().write("abc"));
    REQUIRE(c.answer().fail({}));
    const std::string wire(c.unsent());
    CHECK(wire.ends_with("3\r\nabc\r\n"));
    CHECK(c.closing());
    c.sent(wire.size(), 0);
    CHECK(c.state() == state::closed);
}

TEST_CASE("answers have the request id and the date that the program gives") {
    connection_options options;
    int count = 0;
    options.make_request_id = [&count] { return "req_" + std::to_string(++count); };
    options.date = [] { return http::date_text(784'111'777); };
    const outcome o = run(list + wrong_path + "x\n", {}, options);
    const auto replies = support::replies_in(o.wire);
    REQUIRE(replies.size() == 3);
    for (std::size_t i = 0; i != 3; ++i) {
        CHECK(replies[i].value("x-request-id") == "req_" + std::to_string(i + 1));
        CHECK(replies[i].value("Date") == "Sun, 06 Nov 1994 08:49:37 GMT");
    }
    // one that would split the head closes the connection
    options.date = [] { return "x\r\nSet-Cookie: a"; };
    CHECK(run(list, {}, options) == outcome{"", state::closed});
}

TEST_CASE("answers of any size are sent in any pieces") {
    for (const std::size_t size : {0U, 1U, 65'536U, 200'000U}) {
        for (const std::size_t step : {1'000U, 65'536U, 1'000'000U}) {
            const std::string body(size, 'b');
            connection c;
            peer p(c, echo);
            p.write_size = step;
            c.feed("GET /v1/models/m HTTP/1.1\r\nHost: a\r\n\r\n" + list, 0);
            REQUIRE(c.answer().bytes("a/b", body));
            p.work();
            REQUIRE(p.replies().size() == 2);
            CHECK(p.replies()[0].body == body);
        }
    }
}

TEST_CASE("any order of calls leaves whole answers, and a closed connection is closed for good") {
    const std::vector<std::string> pieces{embed("m"),
                                          list,
                                          wrong_path,
                                          post("{"),
                                          "GET /v1/models/m HTTP/1.0\r\n\r\n",
                                          "HEAD /v1/models HTTP/1.1\r\nHost: a\r\n\r\n",
                                          "\r\n",
                                          "x",
                                          embed("m", "Expect: 100-continue\r\n"),
                                          list.substr(0, 30),
                                          embed("m", "Transfer-Encoding: chunked\r\n")};
    support::random random(17);
    std::size_t answers = 0;
    for (int round = 0; round != 3'000; ++round) {
        connection_options options;
        options.pipelined = random.below(2) == 0 ? 100 : 10'000;
        options.unread_body = random.below(300);
        options.half_closed = random.below(2) == 0;
        connection c(options);
        std::string wire;
        std::int64_t now = 0;
        bool heads_only = false;
        bool cut = false;
        for (int step = 0; step != 60; ++step) {
            const bool was_closed = c.state() == state::closed;
            const std::size_t piece = random.below(pieces.size());
            switch (random.below(was_closed || step < 40 ? 8 : 12)) {
                case 0:
                case 1:
                    heads_only = heads_only || piece == 5;
                    c.feed(pieces[piece], now);
                    break;
                case 2:
                    if (c.request() != nullptr) echo(c);
                    break;
                case 3:
                    if (c.request() != nullptr) REQUIRE(c.answer().begin_events());
                    break;
                case 4:
                    static_cast<void>(
                        c.answer().event({.data = std::string(random.below(900), 'e')}));
                    break;
                case 5:
                    static_cast<void>(c.answer().end());
                    break;
                case 6:
                    if (c.request() != nullptr) REQUIRE(c.answer().fail(server_error{}));
                    break;
                case 7: {
                    const std::string_view ready = c.unsent();
                    const std::size_t n = random.below(ready.size() + 1);
                    wire.append(ready.substr(0, n));
                    c.sent(n, now);
                    break;
                }
                case 8:
                    c.tick(now += static_cast<std::int64_t>(random.below(40'000)));
                    break;
                case 9:
                    c.peer_closed(now);
                    break;
                case 10:
                    c.stop();
                    break;
                default:
                    c.peer_gone();
                    cut = true;
                    break;
            }
            CHECK(c.due_ms() >= 0);
            if (c.closing() && c.unsent().empty()) CHECK_FALSE(c.reading());
            if (!was_closed) continue;
            CHECK(c.state() == state::closed);
            CHECK(c.unsent().empty());
            CHECK(c.request() == nullptr);
        }
        // all but the last answer are whole
        if (heads_only || cut) continue;
        const auto replies = support::replies_in(wire, true);
        for (std::size_t i = 0; i + 1 < replies.size(); ++i) CHECK(replies[i].whole);
        answers += replies.size();
    }
    CHECK(answers > 300);
}

TEST_CASE("without a time of its own, a connection begins with the first call that gives one") {
    const std::int64_t late = std::int64_t{1} << 40;
    server_connection<ListModelsRequest> c(connection_options{});
    c.tick(late);
    CHECK_FALSE(c.closing());
    CHECK(c.due_ms() > late);
    c.tick(late + connection_options{}.idle_ms);
    CHECK(c.closing());
}

}  // namespace server_connection_tests
