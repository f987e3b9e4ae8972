#include <oaiwire/transport/curl.hpp>

#include <support/catch.hpp>
#include <support/http_server.hpp>
#include <transport/conformance.hpp>

#include <cstdlib>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace curl_tests {

namespace {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::curl_transport;
using oaiwire::errc;

static_assert(http::pull_transport<curl_transport>);
static_assert(!std::is_copy_constructible_v<curl_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_transport>);

support::http_server& server() {
    static support::http_server one = [] {
        setenv("no_proxy", "127.0.0.1,localhost", 1);  // ignore the machine's proxy
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

// The result of a call, in push or pull form.
struct outcome {
    int status = 0;
    http::header_list headers{};
    std::string body{};
    errc code = errc::ok;
    std::string message{};

    flow on_head(const http::response_head& h) {
        status = h.status;
        headers = h.headers;
        return flow::proceed;
    }
    flow on_body(std::string_view b) {
        body += b;
        return flow::proceed;
    }
    void failed(const oaiwire::error& e) {
        code = e.code;
        message = to_string(e);
    }
};

outcome push(curl_transport& t, const http::request& r) {
    outcome o;
    if (auto sent = t.send(r, o); !sent) o.failed(sent.error());
    return o;
}

outcome pull(curl_transport& t, const http::request& r) {
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
    return o;
}

// Executes the request in both forms, which must give the same result.
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
    oaiwire::conformance::run(
        [](const std::string& ca_file) { return curl_transport({.ca_file = ca_file}); },
        {.tls = true, .tls_cut = false});
}

TEST_CASE("curl: method, target, fields and body are sent as given, and nothing else") {
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
    // the path is not normalised either
    CHECK(has_line('\n' + call(get("/v1/a%2Fb/../c")).body, "GET /v1/a%2Fb/../c"));
}

TEST_CASE("curl: open() does not need its arguments after it returned") {
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

TEST_CASE("curl: a connection is kept and reused, also after the transport was moved") {
    curl_transport t;
    const auto first = call(t, get("/echo"));
    const auto second = call(t, get("/stream"));
    curl_transport moved = std::move(t);
    const auto third = call(moved, get("/echo"));
    CHECK(!first.headers.value("X-Client-Port").empty());
    CHECK(first.headers.value("X-Client-Port") == second.headers.value("X-Client-Port"));
    CHECK(first.headers.value("X-Client-Port") == third.headers.value("X-Client-Port"));
    // NOLINT: tests the moved-from state
    CHECK(push(t, get("/echo")).code == errc::invalid_argument);
}

TEST_CASE("curl: response fields are read in order, with their case, unfolded and trimmed") {
    CHECK(call(fault("/odd_fields")).headers == http::header_list{{"x-CASE", "no space"},
                                                                  {"X-Folded", "one two"},
                                                                  {"X-Empty", ""},
                                                                  {"X-Twice", "1"},
                                                                  {"X-Twice", "2"},
                                                                  {"X-Colon", "a:b"},
                                                                  {"Content-Length", "0"}});
}

TEST_CASE("curl: incomplete responses have their own codes") {
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

TEST_CASE("curl: connection failures are distinguished") {
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

TEST_CASE(
    "curl: a proxy that refuses a tunnel is reported with its status and without credentials") {
    const char* const before = std::getenv("https_proxy");
    const std::string kept = before ? before : "";
    const auto proxy = "localhost:" + std::to_string(server().fault_port);
    setenv("https_proxy", ("http://user:canary@" + proxy).c_str(), 1);
    for (const int status : {403, 407, 502}) {
        auto r = get("/v1");
        r.origin = {"https", "api.example", static_cast<std::uint16_t>(status)};
        const auto o = call(r);
        CHECK(o.code == errc::connect_failed);
        const auto n = std::to_string(status);
        CHECK(o.message == "connect_failed: api.example:" + n + ": the proxy " + proxy +
                               " answered CONNECT with status " + n +
                               (status == 407 ? ": it asks for credentials" : ""));
    }
    if (before) {
        setenv("https_proxy", kept.c_str(), 1);
    } else {
        unsetenv("https_proxy");
    }
}

TEST_CASE("curl: while a body is open its transport carries other calls") {
    curl_transport t;
    {
        auto body = t.open(get("/stall"));
        REQUIRE(body);
        CHECK(call(t, get("/echo")).code == errc::ok);
        CHECK(t.running() == 1);
        CHECK(!body->read_some().value().empty());
    }
    CHECK(t.running() == 0);
}

TEST_CASE("curl: a body can be assigned to, and read after its transport was destroyed") {
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

TEST_CASE("curl: once its end was read, a body no longer counts as running") {
    curl_transport t;
    auto whole = t.open(get("/length?n=3"));
    REQUIRE(whole);
    while (!whole->read_some().value().empty()) {
    }
    CHECK(t.running() == 0);
    auto cut = t.open(fault("/early_fin"));
    REQUIRE(cut);
    CHECK(cut->read_some().value() == "only this");
    CHECK(cut->read_some().error().code == errc::closed_early);
    CHECK(t.running() == 0);
    CHECK(cut->read_some().error().code == errc::closed_early);
    CHECK(cut->head().status == 200);
}

TEST_CASE("curl: unread bytes are bounded, however fast the server is") {
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

}  // namespace curl_tests
