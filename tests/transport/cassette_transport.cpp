#include <oaiwire/transport/cassette_transport.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/chat.hpp>
#include <support/scripted_source.hpp>

namespace cassette_transport_tests {

using namespace oaiwire;

namespace {

static_assert(http::pull_transport<cassette_transport>);
static_assert(http::polled_transport<cassette_transport>);
static_assert(timing<replay_timing>);

// Lines of an exchange, written by hand.
std::string lines_of(int number, std::string_view url, std::string_view content,
                     std::string_view answer) {
    const std::string begin = "{\"exchange\":" + std::to_string(number) + ",";
    std::string out = begin + R"("request":{"method":"POST","url":")" + std::string(url) +
                      R"(","fields":[["Content-Type","application/json"],["X-Own","a"]]}})" + "\n";
    std::string text = json::write(std::string(content)).value();
    out += begin + R"("content":{"text":)" + text + "}}\n";
    out += begin + R"("ms":1,"head":{"status":200,"fields":[]}})" + "\n";
    text = json::write(std::string(answer)).value();
    out += begin + R"("ms":2,"body":{"text":)" + text + "}}\n";
    return out + begin + R"("ms":3,"end":{"kind":"complete"}})" + "\n";
}

const std::string head_line = "{\"oaiwire_cassette\":1}\n";

cassette_transport play(const std::string& text, cassette_options options = {}) {
    auto t = cassette_transport::from(text, std::move(options));
    INFO((t ? std::string() : to_string(t.error())));
    REQUIRE(t);
    return *std::move(t);
}

http::request request_of(std::string target, std::string body) {
    return {.method = "POST",
            .origin = {"https", "h", 443},
            .target = std::move(target),
            .headers = {{"Content-Type", "application/json"}, {"X-Own", "a"}},
            .body = std::move(body)};
}

std::string answer_of(cassette_transport t, const http::request& request) {
    auto body = t.open(request);
    if (!body) return to_string(body.error());
    std::string out;
    for (;;) {
        auto bytes = body->read_some();
        if (!bytes) return out + "|" + to_string(bytes.error());
        if (bytes->empty()) return out;
        out += *bytes;
    }
}

const std::string two = head_line + lines_of(1, "https://h/v1/a?x=1", R"({"n":1,"s":"t"})", "one") +
                        lines_of(2, "https://h/v1/b", R"({"m":[{"c":"hello"},2]})", "two");

}  // namespace

TEST_CASE("a request gets the answer of the exchange whose request is equal, in any order") {
    auto t = play(two);
    CHECK(answer_of(t, request_of("/v1/b", R"({ "m": [ {"c":"h\u0065llo"}, 2.0 ] })")) == "two");
    CHECK(t.unused() == std::vector<std::string>{"exchange 1 (line 2): POST https://h/v1/a?x=1"});
    CHECK(answer_of(t, request_of("/v1/a?x=1", R"({"s":"t","n":1e0})")) == "one");
    CHECK(t.unused().empty());
}

TEST_CASE("an exchange answers once, or again if that is asked for") {
    const auto a = request_of("/v1/a?x=1", R"({"n":1,"s":"t"})");
    auto once = play(two);
    CHECK(answer_of(once, a) == "one");
    CHECK(answer_of(once, a).find("transport_failed") == 0);
    auto often = play(two, {.repeat = true});
    for (int i = 0; i != 3; ++i) CHECK(answer_of(often, a) == "one");
    // equal requests get the answers in their order first
    auto twice = play(head_line + lines_of(1, "https://h/a", "{}", "first") +
                          lines_of(2, "https://h/a", "{}", "second"),
                      {.repeat = true});
    const auto equal = request_of("/a", "{}");
    CHECK(answer_of(twice, equal) == "first");
    CHECK(answer_of(twice, equal) == "second");
    CHECK(answer_of(twice, equal) == "first");
}

TEST_CASE("by order, the next exchange answers whatever is asked") {
    auto t = play(two, {.match = cassette_match::in_order});
    CHECK(answer_of(t, request_of("/v1/other", "x")) == "one");
    CHECK(answer_of(t, request_of("/v1/other", "x")) == "two");
    CHECK(answer_of(t, request_of("/v1/other", "x")) ==
          "transport_failed: the cassette has no further exchange for POST https://h/v1/other");
}

TEST_CASE("an unmatched request is told what is nearest and what differs there") {
    struct row {
        http::request request;
        std::string_view says;
        std::string_view path;
    };
    auto other_method = request_of("/v1/b", R"({"m":[{"c":"hello"},2]})");
    other_method.method = "PUT";
    const row rows[]{
        {other_method,
         "exchange 1 (line 2): POST https://h/v1/a?x=1, which differs in method: "
         "recorded POST, found PUT",
         ""},
        {request_of("/v1/c", "{}"), "differs in path: recorded /v1/a, found /v1/c", ""},
        {request_of("/v1/a?x=2", "{}"), "differs in query: recorded ?x=1, found ?x=2", ""},
        {request_of("/v1/b", R"({"m":[{"c":"bye"},2]})"),
         R"(exchange 2 (line 7): POST https://h/v1/b, which differs in content at m[0].c: )"
         R"(recorded "hello", found "bye")",
         "m[0].c"},
        {request_of("/v1/b", R"({"m":[{"c":"hello"},2,3]})"),
         "content at m[2]: recorded nothing, found 3", "m[2]"},
        {request_of("/v1/b", R"({"m":[{"c":"hello"}]})"),
         "content at m[1]: recorded 2, found nothing", "m[1]"},
        {request_of("/v1/b", R"({"m":[{"c":"hello"},2],"odd name":{}})"),
         R"(content at ["odd name"]: recorded nothing, found {})", "[\"odd name\"]"},
        {request_of("/v1/b", "no JSON"), "differs in content: recorded {", ""},
    };
    for (const auto& r : rows) {
        auto t = play(two);
        auto got = t.open(r.request);
        REQUIRE(!got);
        CAPTURE(got.error().message);
        CHECK(got.error().code == errc::transport_failed);
        CHECK(got.error().message.find(r.says) != std::string::npos);
        CHECK(got.error().path == r.path);
        CHECK(t.unused().size() == 2);
    }
}

TEST_CASE("members, fields, origins and contents are compared as the rules say") {
    const std::string tape =
        head_line +
        lines_of(1, "https://h/a", R"({"id":1,"m":[{"t":1,"c":2}],"meta":{"t":1}})", "yes");
    const auto asked = [&](const std::string& body, cassette_rules rules,
                           std::string_view own = "a", std::string_view host = "h") {
        auto r = request_of("/a", body);
        r.headers.set("X-Own", own);
        r.origin.host = host;
        return answer_of(play(tape, {.rules = std::move(rules)}), r) == "yes";
    };
    const std::string same = R"({"id":1,"m":[{"t":1,"c":2}],"meta":{"t":1}})";
    const std::string other = R"({"id":1,"m":[{"t":2,"c":2}],"meta":{"t":3}})";
    CHECK(asked(same, {}));
    CHECK(!asked(other, {}));
    CHECK(asked(other, {.ignored_members = {"t"}}));
    CHECK(!asked(other, {.ignored_members = {"m[0].t"}}));
    CHECK(asked(other, {.ignored_members = {"m[0].t", "meta.t"}}));
    CHECK(asked(R"({"m":[{"t":1,"c":2}],"meta":{"t":1}})", {.ignored_members = {"id"}}));
    CHECK(asked("anything", {.content = false}));
    CHECK(asked(same, {}, "b"));
    CHECK(!asked(same, {.fields = {"x-own"}}, "b"));
    CHECK(asked(same, {.fields = {"x-own"}}));
    CHECK(asked(same, {}, "a", "elsewhere"));
    CHECK(!asked(same, {.origin = true}, "a", "elsewhere"));
    CHECK(asked(same, {.origin = true}));
}

TEST_CASE("what was redacted matches any text") {
    const std::string tape =
        head_line + lines_of(1, "https://h/a?key=[secret]&b=1",
                             R"({"k":"[secret]","t":"x [secret] y [secret]","o":"[secret]"})",
                             "yes");
    auto r = request_of("/a?key=other&b=1", R"({"k":"12","t":"x 1 y 2","o":{"a":1}})");
    CHECK(answer_of(play(tape), r) == "yes");
    r.body = R"({"k":"12","t":"x 1 z 2","o":1})";
    CHECK(answer_of(play(tape), r) != "yes");
    CHECK(detail::is_recorded_text("a[secret]b", "ab"));
    CHECK(detail::is_recorded_text("[secret]b[secret]", "abbc"));
    CHECK(!detail::is_recorded_text("a[secret]b[secret]c", "abd"));
    CHECK(!detail::is_recorded_text("a[secret]a", "a"));
}

TEST_CASE("forms are equal whatever their boundaries") {
    const auto form = [](const std::string& boundary, const std::string& value) {
        http::request r =
            request_of("/f", "--" + boundary + "\r\n\r\n" + value + "\r\n--" + boundary + "--\r\n");
        r.headers.set("Content-Type", "multipart/form-data; boundary=" + boundary);
        return r;
    };
    const auto tape = cassette_request_of(form("abc", "v"), {});
    REQUIRE(tape);
    cassette_exchange recorded;
    recorded.request = tape->request;
    recorded.content = tape->content;
    const auto where = [&](const http::request& r) {
        return difference_of(recorded, *cassette_request_of(r, {}), {}).where;
    };
    CHECK(where(form("other-boundary", "v")) == cassette_difference::part::none);
    CHECK(where(form("other-boundary", "w")) == cassette_difference::part::content);
}

TEST_CASE("contents too large to keep are compared by their size and all bytes") {
    const std::uint64_t size = cassette_content::most_kept + 10;
    const auto large = [&](char last) {
        http::request r = request_of("/a", "");
        r.headers = {};
        r.content = std::make_shared<support::scripted>(
            size, [left = size, last](char* to, std::size_t room) mutable -> result<std::size_t> {
                const auto n = static_cast<std::size_t>((std::min)(left, std::uint64_t{room}));
                std::fill(to, to + n, 'x');
                left -= n;
                if (n != 0 && left == 0) to[n - 1] = last;
                return n;
            });
        return *cassette_request_of(r, {});
    };
    const auto a = large('a');
    CHECK(a.content.text.empty());
    CHECK(a.content.size == size);
    cassette_exchange recorded;
    recorded.request = a.request;
    recorded.content = a.content;
    CHECK(difference_of(recorded, large('a'), {}).where == cassette_difference::part::none);
    CHECK(difference_of(recorded, large('b'), {}).where == cassette_difference::part::content);
}

TEST_CASE("cassettes that were joined are one cassette") {
    auto t = play(head_line + lines_of(1, "https://h/a", "{}", "one") + head_line +
                  lines_of(1, "https://h/b", "{}", "two"));
    CHECK(answer_of(t, request_of("/b", "{}")) == "two");
    CHECK(answer_of(t, request_of("/a", "{}")) == "one");
}

TEST_CASE("exchanges whose lines alternate are read apart, pieces over several lines whole") {
    const std::string tape =
        head_line + R"({"exchange":7,"request":{"method":"GET","url":"http://h/a","fields":[]}}
{"exchange":9,"request":{"method":"GET","url":"http://h/b","fields":[]}}
{"exchange":9,"head":{"status":201,"fields":[["A","b"],["A","c"]]}}
{"exchange":7,"head":{"status":200,"fields":[]}}
{"exchange":7,"body":{"text":"a1","more":true}}
{"exchange":9,"body":{"base64":"/w=="}}
{"exchange":7,"body":{"text":"a2"}}
{"exchange":7,"body":{"text":"a3"}}
{"exchange":9,"end":{"kind":"error","error":"closed_early","message":"gone","offset":4,"path":"p"}}
{"comment":"another program's"}
{"exchange":7,"end":{"kind":"complete","later":1}}
)";
    auto t = play(tape);
    http::request r{.method = "GET", .origin = {"http", "h", 80}, .target = "/b"};
    auto b = t.open(r);
    r.target = "/a";
    auto a = t.open(r);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(b->head().status == 201);
    CHECK(b->head().headers.size() == 2);
    CHECK(a->read_some().value() == "a1a2");
    CHECK(b->read_some().value() == "\xff");
    CHECK(a->read_some().value() == "a3");
    const auto failed = b->read_some();
    REQUIRE(!failed);
    CHECK(failed.error() == make_error(errc::closed_early, "gone", "p", 4));
    CHECK(b->read_some().error() == failed.error());
    CHECK(a->read_some().value().empty());
    CHECK(a->read_some().value().empty());
}

TEST_CASE("lines in an order that no exchange has are an error with line and byte") {
    const std::string request =
        R"({"exchange":1,"request":{"method":"GET","url":"http://h/","fields":[]}})"
        "\n";
    const std::string head = "{\"exchange\":1,\"head\":{\"status\":200,\"fields\":[]}}\n";
    const std::string body = "{\"exchange\":1,\"body\":{\"text\":\"x\"}}\n";
    const std::string content = "{\"exchange\":1,\"content\":{\"text\":\"x\"}}\n";
    const std::string end = "{\"exchange\":1,\"end\":{\"kind\":\"complete\"}}\n";
    const auto wrong = [&](const std::string& before, const std::string& line,
                           std::string_view says) {
        const auto t = cassette_transport::from(head_line + before + line);
        REQUIRE(!t);
        CAPTURE(t.error().message);
        CHECK(t.error().code == errc::unrecognised_payload);
        CHECK(t.error().offset == head_line.size() + before.size());
        CHECK(t.error().message.find(says) != std::string::npos);
    };
    wrong("", head, "no exchange of that number has begun");
    wrong(request, request, "has begun already");
    wrong(request, body, "a body without a head");
    wrong(request, "{\"exchange\":1,\"head\":{\"status\":99999,\"fields\":[]}}\n", "none of HTTP");
    wrong(request, "{\"exchange\":1,\"head\":{\"status\":-1,\"fields\":[]}}\n", "none of HTTP");
    wrong(request + head, head, "a second head");
    wrong(request + head, content, "content behind the head");
    wrong(request + head + end, body, "has ended before");
    wrong("", "{\"request\":{\"method\":\"GET\",\"url\":\"/\",\"fields\":[]}}\n",
          "exchange is missing");
    wrong(request,
          "{\"exchange\":1,\"head\":{\"status\":1,\"fields\":[]},\"end\":{\"kind\":\"\"}}\n",
          "more than one of");
    // an end that its program did not live to write
    auto t = play(head_line + request + head + body);
    http::request r{.method = "GET", .origin = {"http", "h", 80}, .target = "/"};
    CHECK(answer_of(t, r).find("x|transport_failed: the recording ends here") == 0);
}

TEST_CASE("base64 of a cassette that cannot be decoded is refused with its line") {
    const auto t = cassette_transport::from(
        "{\"oaiwire_cassette\":1}\n"
        "{\"exchange\":1,\"request\":{\"method\":\"GET\",\"url\":\"/\",\"fields\":[]}}\n"
        "{\"exchange\":1,\"head\":{\"status\":200,\"fields\":[]}}\n"
        "{\"exchange\":1,\"body\":{\"base64\":\"@@@@\"}}\n");
    REQUIRE(!t);
    CHECK(t.error().code == errc::invalid_base64);
    CHECK(t.error().message.find("line 4 of the cassette") != std::string::npos);
}

TEST_CASE("a stopped call reads no further") {
    auto t = play(two);
    auto r = request_of("/v1/a?x=1", R"({"n":1,"s":"t"})");
    auto body = t.open(r);
    REQUIRE(body);
    r.stop.request_stop();
    CHECK(body->read_some().error().code == errc::cancelled);
    CHECK(t.open(r).error().code == errc::cancelled);
}

TEST_CASE("a cassette serves a client in a test, and says what was not asked for") {
    const std::string answer =
        R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
        R"("message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";
    const std::string url = "https://api.openai.com/v1/chat/completions";
    auto t = play(
        head_line +
        lines_of(1, url, R"({"model":"m","messages":[{"role":"user","content":"x"}]})", answer) +
        lines_of(2, url, "{}", answer));
    client api(t, endpoint{});
    const auto done = api.create(ChatCompletionRequest{.model = "m", .messages = {user("x")}});
    REQUIRE(done);
    CHECK(text(*done) == "Hi");
    CHECK(t.unused() == std::vector<std::string>{"exchange 2 (line 7): POST " + url});
}

}  // namespace cassette_transport_tests
