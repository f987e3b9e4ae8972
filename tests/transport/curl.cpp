#include <oaiwire/transport/curl.hpp>

#include <support/catch.hpp>
#include <support/http_server.hpp>

#include "conformance.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::curl_transport;
using oaiwire::errc;
using clock_type = std::chrono::steady_clock;

static_assert(http::pull_transport<curl_transport>);
static_assert(!std::is_copy_constructible_v<curl_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_transport>);

support::http_server& server() {
    static support::http_server one = [] {
        setenv("no_proxy", "127.0.0.1,localhost", 1);  // the machine's proxy is not our subject
        return support::http_server(OAIWIRE_TEST_HTTP_SERVER);
    }();
    REQUIRE(one.port != 0);
    return one;
}

http::request to(std::uint16_t port, std::string method, std::string target) {
    return {.method = std::move(method),
            .origin = {"http", "127.0.0.1", port},
            .target = std::move(target)};
}
http::request get(std::string target) {
    return to(server().port, "GET", std::move(target));
}
http::request fault(std::string target) {
    return to(server().fault_port, "POST", std::move(target));
}

// How a call went, whichever way it was made.
struct outcome {
    int status = 0;
    http::header_list headers{};
    std::string body{};
    std::size_t pieces = 0;
    errc code = errc::ok;
    std::string message{};
    std::int64_t ms = 0;

    flow on_head(const http::response_head& h) {
        status = h.status;
        headers = h.headers;
        return flow::proceed;
    }
    flow on_body(std::string_view b) {
        body += b;
        ++pieces;
        return flow::proceed;
    }
    void failed(const oaiwire::error& e) {
        code = e.code;
        message = to_string(e);
    }
};

std::int64_t ms_since(clock_type::time_point t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - t).count();
}

outcome push(curl_transport& t, const http::request& r) {
    const auto began = clock_type::now();
    outcome o;
    if (auto sent = t.send(r, o); !sent) o.failed(sent.error());
    o.ms = ms_since(began);
    return o;
}

outcome pull(curl_transport& t, const http::request& r) {
    const auto began = clock_type::now();
    outcome o;
    auto body = t.open(r);
    if (!body) o.failed(body.error());
    if (body) o.on_head(body->head());
    while (body) {
        auto bytes = body->read_some();
        if (!bytes) o.failed(bytes.error());
        if (!bytes || bytes->empty()) break;
        o.on_body(*bytes);
    }
    o.ms = ms_since(began);
    return o;
}

// Both ways of one request must go the same way.
outcome call(curl_transport& a, curl_transport& b, const http::request& r) {
    auto pushed = push(a, r);
    const auto pulled = pull(b, r);
    CHECK(pushed.status == pulled.status);
    CHECK(pushed.body == pulled.body);
    CHECK(pushed.code == pulled.code);
    CHECK(pushed.message == pulled.message);
    return pushed;
}
outcome call(curl_transport& t, const http::request& r) {
    return call(t, t, r);
}
outcome call(const http::request& r, const oaiwire::curl_options& options = {}) {
    curl_transport a(options), b(options);
    return call(a, b, r);
}

std::string events(int n) {
    std::string out;
    for (int i = 0; i != n; ++i) out += "data: {\"n\":" + std::to_string(i) + "}\n\n";
    return out;
}

bool has_line(const std::string& text, const std::string& line) {
    return text.find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("curl: conforms") {
    conformance::run(
        [](const std::string& ca_file) { return curl_transport({.ca_file = ca_file}); },
        {.tls = true, .tls_cut = false});
}

TEST_CASE("curl: method, target, fields and body arrive as they were given, and nothing else") {
    auto r = fault("/verbatim?x=%20y&../z");
    r.headers = {{"X-Sent", "yes"}, {"x-empty", ""}, {"X-Sent", "again"}};
    const auto host = "127.0.0.1:" + std::to_string(r.origin.port);
    for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        for (const std::string body : {"", "{\"a\":1}", "line\nline\r\n"}) {
            r.method = method;
            r.body = body;
            const bool has_length = !body.empty() || method[0] == 'P';
            const auto length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
            const auto o = call(r);
            CHECK(o.code == errc::ok);
            CHECK(o.status == 200);
            CHECK(o.body == method + ' ' + r.target + " HTTP/1.1\r\nHost: " + host +
                                "\r\nX-Sent: yes\r\nx-empty:\r\nX-Sent: again\r\n" +
                                (has_length ? length : "") + "\r\n" + body);
        }
    }
    // nor is the path tidied
    CHECK(has_line('\n' + call(get("/v1/a%2Fb/../c")).body, "GET /v1/a%2Fb/../c"));
}

TEST_CASE("curl: fields that libcurl would add of its own are the caller's") {
    auto r = get("/echo");
    r.method = "POST";
    r.body = "{}";
    r.headers = {{"Accept", "text/event-stream"},
                 {"content-type", "application/json"},
                 {"User-Agent", "u/1"}};
    const auto o = call(r);
    CHECK(has_line(o.body, "Accept: text/event-stream"));
    CHECK(o.body.find("application/json") != std::string::npos);
    CHECK(o.body.find("urlencoded") == std::string::npos);
    CHECK(has_line(o.body, "User-Agent: u/1"));
}

TEST_CASE("curl: bodies up to 8 MB go out whole and come back whole") {
    curl_transport t;
    for (const std::size_t n : {1u, 65'535u, 65'537u, 1'048'577u, 8'388'608u}) {
        auto r = get("/echo");
        r.method = "POST";
        for (std::size_t i = 0; i != n; ++i) r.body.push_back(static_cast<char>('a' + i % 23));
        const auto o = call(t, r);
        CHECK(o.code == errc::ok);
        CHECK(o.body.find("Expect") == std::string::npos);
        REQUIRE(o.body.size() > n);
        CHECK((std::string_view(o.body).substr(o.body.size() - n) == r.body));  // not printed
    }
}

TEST_CASE("curl: what open was given is no longer needed once it returned") {
    curl_transport t;
    auto r = std::make_unique<http::request>(get("/echo"));
    r->method = "POST";
    r->body.assign(4'000'000, 'b');
    auto body = t.open(*r);
    r.reset();
    REQUIRE(body);
    std::size_t n = 0;
    for (;;) {
        auto bytes = body->read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        n += bytes->size();
    }
    CHECK(n > 4'000'000);
}

TEST_CASE("curl: a chunked stream in odd pieces arrives as its bytes, each as soon as it is sent") {
    for (const int piece : {1, 3, 7, 64, 4096}) {
        const auto o = call(get("/stream?events=20&piece=" + std::to_string(piece)));
        CHECK(o.code == errc::ok);
        CHECK(o.headers.value("content-type") == "text/event-stream");
        CHECK(o.body == events(20));
    }
    curl_transport t;
    const auto began = clock_type::now();
    auto body = t.open(get("/stream?events=10&piece=16&delay=40"));
    REQUIRE(body);
    REQUIRE(body->read_some().value().size() > 0);
    const auto first = ms_since(began);
    const auto rest = pull(t, get("/echo"));
    CHECK(rest.code == errc::invalid_argument);
    while (!body->read_some().value().empty()) {
    }
    CHECK(first < ms_since(began) / 2);
}

TEST_CASE("curl: content-length and read-to-close bodies end cleanly") {
    for (const int n : {0, 1, 100'000, 3'000'000}) {
        const auto o = call(get("/length?n=" + std::to_string(n)));
        CHECK(o.code == errc::ok);
        CHECK(o.body.size() == static_cast<std::size_t>(n));
    }
    const auto o = call(fault("/until_close"));
    CHECK(o.code == errc::ok);
    CHECK(o.body == "until the end");
    auto head = get("/length?n=9");
    head.method = "HEAD";
    CHECK(call(head).headers.value("Content-Length") == "9");
}

TEST_CASE("curl: a connection is kept and used again, also by a transport that was moved") {
    curl_transport t;
    const auto first = call(t, get("/echo"));
    const auto second = call(t, get("/stream"));
    curl_transport moved = std::move(t);
    const auto third = call(moved, get("/echo"));
    CHECK(!first.headers.value("X-Client-Port").empty());
    CHECK(first.headers.value("X-Client-Port") == second.headers.value("X-Client-Port"));
    CHECK(first.headers.value("X-Client-Port") == third.headers.value("X-Client-Port"));
    CHECK(push(t, get("/echo")).code == errc::invalid_argument);  // NOLINT: moved from on purpose
}

TEST_CASE("curl: a call leaves nothing of itself to the next one") {
    curl_transport t;
    auto r = get("/echo");
    r.method = "POST";
    r.body = "of the first";
    r.headers = {{"X-First", "yes"}};
    REQUIRE(push(t, r).body.ends_with("\n\nof the first"));
    auto head = get("/length?n=9");
    head.method = "HEAD";
    REQUIRE(push(t, head).body.empty());
    const auto plain = push(t, get("/echo"));
    CHECK(plain.body.starts_with("GET /echo\n"));
    CHECK(plain.body.ends_with("\n\n"));
    CHECK(plain.body.find("first") == std::string::npos);
    CHECK(plain.body.find("Content-") == std::string::npos);
}

TEST_CASE("curl: redirects are handed on, not followed") {
    const auto o = call(get("/redirect"));
    CHECK(o.code == errc::ok);
    CHECK(o.status == 302);
    CHECK(o.headers.value("location") == "/echo");
}

TEST_CASE("curl: every status is a response, and cookies are not kept") {
    curl_transport t;
    for (const int code : {200, 400, 401, 404, 407, 429, 500, 503}) {
        const auto o = call(t, get("/status?code=" + std::to_string(code)));
        CHECK(o.code == errc::ok);
        CHECK(o.status == code);
        CHECK(o.body == "{\"error\":{}}");
    }
    CHECK(call(t, get("/echo")).body.find("taste") == std::string::npos);
}

TEST_CASE("curl: a content coding that was not asked for is not undone") {
    const auto o = call(get("/gzip"));
    CHECK(o.code == errc::ok);
    CHECK(o.headers.value("content-encoding") == "gzip");
    CHECK(o.body == "\x1f\x8b not really");
}

TEST_CASE("curl: interim heads and trailers are not the head") {
    const auto interim = call(fault("/interim"));
    CHECK(interim.code == errc::ok);
    CHECK(interim.status == 200);
    CHECK(interim.headers == http::header_list{{"X-Final", "yes"}, {"Content-Length", "2"}});
    CHECK(interim.body == "ok");
    const auto trailers = call(fault("/trailers"));
    CHECK(trailers.code == errc::ok);
    CHECK(trailers.body == "ok");
    CHECK(trailers.headers == http::header_list{{"Transfer-Encoding", "chunked"}});
}

TEST_CASE("curl: field lines are read in order, with their case, unfolded and trimmed") {
    CHECK(call(fault("/odd_fields")).headers == http::header_list{{"x-CASE", "no space"},
                                                                  {"X-Folded", "one two"},
                                                                  {"X-Empty", ""},
                                                                  {"X-Twice", "1"},
                                                                  {"X-Twice", "2"},
                                                                  {"X-Colon", "a:b"},
                                                                  {"Content-Length", "0"}});
}

TEST_CASE("curl: heads without bound are an error") {
    for (const char* path : {"/many_fields", "/long_head", "/long_line", "/endless_interim"}) {
        INFO(path);
        CHECK(call(fault(path)).code == errc::limit_exceeded);
    }
    const oaiwire::curl_options wide{.limits = {.head = 1 << 20, .headers = 1000}};
    CHECK(call(fault("/many_fields"), wide).code == errc::ok);
    CHECK(call(fault("/long_head"), wide).code == errc::ok);
}

TEST_CASE("curl: an early close is an error after the bytes that came, never a clean end") {
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
        {"/switch", 0, "", errc::invalid_framing},
    };
    for (const auto& c : cases) {
        INFO(c.path);
        const auto o = call(fault(c.path));
        CHECK(o.code == c.code);
        CHECK(o.status == c.status);
        CHECK(o.body == c.body);
    }
}

TEST_CASE("curl: a request is sent once, even when a kept connection closes unanswered") {
    const auto received = [] { return std::stoi(call(fault("/drop_later_count")).body); };
    const int before = received();
    curl_transport t;
    REQUIRE(push(t, fault("/drop_later")).body == "ok");
    CHECK(push(t, fault("/drop_later")).code == errc::closed_early);
    CHECK(received() == before + 2);
    CHECK(push(t, fault("/drop_later")).body == "ok");
}

TEST_CASE("curl: what cannot be reached is told apart") {
    auto r = get("/");
    r.headers.add("Authorization", "Bearer canary", true);
    r.origin.port = 1;
    auto o = call(r);
    CHECK(o.code == errc::connect_failed);
    CHECK(o.message.find("127.0.0.1:1") != std::string::npos);
    r.origin.host = "no-such-host.invalid";
    o = call(r);
    CHECK(o.code == errc::resolve_failed);
    CHECK(o.message.find("canary") == std::string::npos);
    r.origin = {"ftp", "127.0.0.1", 21};
    CHECK(call(r).code == errc::invalid_url);
    r.origin = {"http", "user:pass@127.0.0.1", server().port};
    CHECK(call(r).code == errc::invalid_url);
    CHECK(call(r).message.find("pass") == std::string::npos);
}

TEST_CASE("curl: each deadline ends the call by its own name, on time") {
    const auto ended = [](http::request r, http::deadlines d) {
        r.deadlines = d;
        const auto o = call(r);
        CHECK(o.ms >= 100);
        CHECK(o.ms < 1000);
        return o;
    };
    const http::deadlines off{.connect = 0, .first_byte = 0, .idle = 0, .total = 0};
    auto d = off;

    d.first_byte = 100;
    CHECK(ended(fault("/silent"), d).code == errc::first_byte_timeout);
    CHECK(ended(get("/slow?ms=2000"), d).code == errc::first_byte_timeout);

    d = off;
    d.idle = 100;
    const auto idle = ended(get("/stall"), d);
    CHECK(idle.code == errc::idle_timeout);
    CHECK(idle.body == "data: ");

    d = off;
    d.total = 100;
    CHECK(ended(fault("/silent"), d).code == errc::total_timeout);
    CHECK(ended(get("/stall"), d).code == errc::total_timeout);
    CHECK(ended(get("/stream?events=1000&piece=5&delay=10"), d).code == errc::total_timeout);

    curl_transport t;  // not through call(): no two runs get as far as each other
    auto endless = get("/endless");
    endless.deadlines = d;
    CHECK(push(t, endless).code == errc::total_timeout);
    CHECK(pull(t, endless).code == errc::total_timeout);

    // a TLS handshake that is never answered: connecting, as far as the caller is concerned
    d = off;
    d.connect = 100;
    auto handshake = fault("/");
    handshake.origin.scheme = "https";
    CHECK(ended(handshake, d).code == errc::connect_timeout);
}

TEST_CASE("curl: deadlines leave alone what is on time, and the caller's own time is not idle") {
    auto r = get("/stream?events=6&piece=20&delay=60");
    r.deadlines = {.connect = 1000, .first_byte = 1000, .idle = 500, .total = 0};
    CHECK(call(r).body == events(6));

    // a piece comes every 400 ms, the caller waits for 100 of them
    r = get("/stream?events=2&piece=15&delay=400");
    r.deadlines.idle = 250;
    curl_transport t;
    auto body = t.open(r);
    REQUIRE(body);
    std::string text;
    for (;;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        auto bytes = body->read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        text += *bytes;
    }
    CHECK(text == events(2));
}

TEST_CASE("curl: a handler that stops ends the transfer at once, without an error") {
    struct stopper {
        flow on_head(const http::response_head&) { return at_head ? flow::stop : flow::proceed; }
        flow on_body(std::string_view) {
            ++pieces;
            return flow::stop;
        }
        bool at_head = false;
        int pieces = 0;
    };
    curl_transport t;
    for (const bool at_head : {true, false}) {
        for (const char* path : {"/stall", "/endless", "/stream"}) {
            stopper h{at_head};
            const auto began = clock_type::now();
            CHECK(t.send(get(path), h));
            CHECK(ms_since(began) < 1000);
            CHECK(h.pieces == (at_head ? 0 : 1));
        }
    }
    CHECK(call(t, get("/echo")).code == errc::ok);
}

TEST_CASE("curl: a handler may throw; the transport stays usable") {
    struct thrower {
        flow on_head(const http::response_head&) { return flow::proceed; }
        flow on_body(std::string_view) { throw std::runtime_error("mine"); }
    } h;
    curl_transport t;
    CHECK_THROWS_AS((void)t.send(get("/stall"), h), std::runtime_error);
    CHECK(call(t, get("/echo")).code == errc::ok);
}

TEST_CASE("curl: a stop from another thread ends a silent call within 100 ms") {
    // .. of which the machine's scheduler may take more: asserted generously, measured by INFO
    struct own_token {
        std::shared_ptr<std::atomic<bool>> flag;
        bool stop_requested() const { return *flag; }
    };
    curl_transport t;
    for (const bool by_token : {false, true}) {
        for (auto r : {fault("/silent"), get("/stall"), get("/endless")}) {
            INFO(r.target << (by_token ? " by a token" : " by the handle"));
            const auto flag = std::make_shared<std::atomic<bool>>(false);
            if (by_token) r.stop = own_token{flag};
            std::optional<outcome> ended;
            clock_type::time_point ended_at;
            std::thread caller([&] {
                ended = push(t, r);
                ended_at = clock_type::now();
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(53));
            const auto asked_at = clock_type::now();
            if (by_token) *flag = true;
            if (!by_token) r.stop.request_stop();
            caller.join();
            CHECK(ended->code == errc::cancelled);
            const auto took = std::chrono::duration<double, std::milli>(ended_at - asked_at);
            if (std::getenv("OAIWIRE_TEST_MEASURE")) {
                WARN(r.target << (by_token ? " token " : " handle ") << took.count() << " ms");
            }
            CHECK(took.count() < 1000);
        }
    }
    CHECK(call(t, get("/echo")).code == errc::ok);
}

TEST_CASE("curl: a call that was stopped before it began sends nothing") {
    curl_transport t;
    auto r = get("/echo");
    r.stop.request_stop();
    CHECK(call(t, r).code == errc::cancelled);
    r.stop = {};
    CHECK(call(t, r).code == errc::ok);
}

TEST_CASE("curl: destroying a body abandons the transfer and frees the transport") {
    curl_transport t;
    for (const char* path : {"/stall", "/endless", "/stream?events=1000&delay=5", "/length?n=9"}) {
        for (const bool read : {false, true}) {
            const auto began = clock_type::now();
            {
                auto body = t.open(get(path));
                REQUIRE(body);
                if (read) CHECK(!body->read_some().value().empty());
                CHECK(t.open(get("/echo")).error().code == errc::invalid_argument);
            }
            CHECK(ms_since(began) < 1000);
            CHECK(call(t, get("/echo")).status == 200);
        }
    }
}

TEST_CASE("curl: a body can be moved, assigned over, and read after its transport has gone") {
    auto t = std::make_unique<curl_transport>();
    auto body = t->open(get("/stream?events=50&piece=11"));
    REQUIRE(body);
    auto moved = std::move(*body);
    t.reset();
    std::string text;
    for (;;) {
        auto bytes = moved.read_some();
        REQUIRE(bytes);
        if (bytes->empty()) break;
        text += *bytes;
    }
    CHECK(text == events(50));
    CHECK(moved.read_some().value().empty());

    curl_transport a, b;
    auto stalled = a.open(get("/stall"));
    auto other = b.open(get("/length?n=3"));
    REQUIRE(stalled);
    REQUIRE(other);
    *stalled = std::move(*other);
    CHECK(stalled->read_some().value() == "abc");
    CHECK(call(a, get("/echo")).code == errc::ok);
}

TEST_CASE("curl: once its end was read, a body no longer holds the transport") {
    curl_transport t;
    auto whole = t.open(get("/length?n=3"));
    REQUIRE(whole);
    while (!whole->read_some().value().empty()) {
    }
    CHECK(call(t, get("/echo")).code == errc::ok);
    auto cut = t.open(fault("/early_fin"));
    REQUIRE(cut);
    CHECK(cut->read_some().value() == "only this");
    CHECK(cut->read_some().error().code == errc::closed_early);
    CHECK(call(t, get("/echo")).code == errc::ok);
    CHECK(cut->read_some().error().code == errc::closed_early);
    CHECK(cut->head().status == 200);
}

TEST_CASE("curl: unread bytes are bounded, however fast the server") {
    curl_transport t;
    auto body = t.open(get("/endless"));
    REQUIRE(body);
    for (int i = 0; i != 200; ++i) {
        auto bytes = body->read_some();
        REQUIRE(bytes);
        REQUIRE(!bytes->empty());
        REQUIRE(bytes->size() <= 65536);
        REQUIRE(bytes->find_first_not_of('x') == std::string_view::npos);
    }
}

TEST_CASE("curl: transports on many threads do not meet") {
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    const auto port = server().port;  // Catch is for one thread only
    for (int i = 0; i != 8; ++i) {
        threads.emplace_back([&] {
            curl_transport t;
            for (int n = 0; n != 5; ++n) {
                outcome o;
                const bool sent = t.send(to(port, "GET", "/stream?events=30"), o).has_value();
                good += sent && o.body == events(30);
            }
        });
    }
    for (auto& t : threads) t.join();
    CHECK(good == 40);
}

TEST_CASE("curl: a certificate that nobody vouches for is refused, one that is named is trusted") {
    server();  // its no_proxy
    char directory[] = "/tmp/oaiwire-tls-XXXXXX";
    REQUIRE(mkdtemp(directory));
    const std::string at = std::string(directory) + '/';
    struct remover {
        std::string at;
        ~remover() {
            for (const char* f : {"cert.pem", "key.pem", ""}) std::remove((at + f).c_str());
        }
    } const remover{at};

    const auto script =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost -keyout " +
        at + "key.pem -out " + at + "cert.pem 2>/dev/null";
    support::child_process certificate({"sh", "-c", script});
    if (!certificate.started() || certificate.wait() != 0) {
        WARN("no openssl program here: TLS was not tested");
        return;
    }
    support::child_process tls({"sh", "-c",
                                "exec openssl s_server -accept 127.0.0.1:0 -www -cert " + at +
                                    "cert.pem -key " + at + "key.pem 2>/dev/null"});
    unsigned port = 0;  // "ACCEPT 127.0.0.1:port"
    for (std::string line = tls.read_line(); !line.empty() && port == 0; line = tls.read_line()) {
        std::sscanf(line.c_str(), "ACCEPT 127.0.0.1:%u", &port);
        if (port != 0) break;
    }
    REQUIRE(port != 0);

    auto r = to(static_cast<std::uint16_t>(port), "GET", "/");
    r.origin.scheme = "https";
    r.headers.add("Authorization", "Bearer canary", true);
    r.origin.host = "localhost";
    const auto refused = call(r);
    CHECK(refused.code == errc::tls_failed);
    CHECK(refused.message.find("canary") == std::string::npos);

    curl_transport trusting({.ca_file = at + "cert.pem"});
    const auto accepted = push(trusting, r);
    CHECK(accepted.status == 200);
    r.origin.host = "127.0.0.1";  // not the name in the certificate
    CHECK(call(trusting, r).code == errc::tls_failed);
    curl_transport misled({.ca_file = at + "none.pem"});
    CHECK(call(misled, r).code == errc::tls_failed);
}
