#include <oaiwire/server/responder.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/response_events.hpp>
#include <support/random.hpp>

namespace responder_tests {

using namespace oaiwire;

namespace {

// All that is unsent, in pieces of the given size.
std::string sent_of(responder& r, std::size_t piece = 7) {
    std::string out;
    while (!r.unsent().empty()) {
        const auto bytes = r.unsent().substr(0, piece);
        out.append(bytes);
        r.sent(bytes.size());
    }
    return out;
}

server_error overloaded() {
    return {.status = 503,
            .message = "Too much to do",
            .type = "server_error",
            .code = "overloaded",
            .param = "",
            .headers = {{"Retry-After", "7"}}};
}

constexpr std::string_view overloaded_json =
    R"({"error":{"message":"Too much to do","type":"server_error","param":null,"code":"overloaded"}})";

}  // namespace

TEST_CASE("whatever is added and sent, the bytes are those of the encoder, in order") {
    for (std::uint64_t seed = 1; seed != 40; ++seed) {
        support::random random(seed);
        responder r({.unsent_limit = 40'000});
        REQUIRE(r.begin_events());
        std::string expected;
        std::string received;
        sse::encoder encoder(expected);
        for (int i = 0; i != 400; ++i) {
            if (random.one_in(2) || r.full()) {
                const std::size_t n =
                    random.one_in(8) ? r.unsent().size() : random.below(r.unsent().size() + 1);
                received.append(r.unsent().substr(0, n));
                r.sent(n);
            } else {
                const std::string data(random.below(random.one_in(9) ? 20'000 : 300), 'x');
                const sse::outgoing_event event{.data = data, .event = random.one_in(3) ? "e" : ""};
                REQUIRE(r.event(event));
                REQUIRE(encoder.event(event));
            }
        }
        REQUIRE(r.end());
        received += sent_of(r, 1000);
        REQUIRE(received == expected);
    }
}

TEST_CASE("a whole answer has a size, a type and the request's id") {
    responder r({.request_id = "req_1"});
    CHECK(r.head() == nullptr);
    CHECK_FALSE(r.ended());
    REQUIRE(r.json(Completion{.id = "c", .choices = {{.text = "Hi"}}}));
    REQUIRE(r.head() != nullptr);
    CHECK(*r.head() == http::response_head{
                           200, {{"Content-Type", "application/json"}, {"x-request-id", "req_1"}}});
    CHECK(r.ended());
    CHECK(r.body_size() == 36);
    CHECK(sent_of(r) == R"({"id":"c","choices":[{"text":"Hi"}]})");
    CHECK(r.json(Completion{}).error().code == errc::invalid_argument);

    r.reset("req_2");
    REQUIRE(r.bytes("audio/mpeg", "ID3", 201));
    CHECK(r.head()->status == 201);
    CHECK(r.head()->headers.value("content-type") == "audio/mpeg");
    CHECK(r.head()->headers.value("x-request-id") == "req_2");
    CHECK(r.body_size() == 3);
    CHECK(sent_of(r) == "ID3");
}

TEST_CASE("an answer that cannot be written leaves the answer open") {
    responder r;
    const auto done = r.json(Completion{.id = "\xff"});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == errc::invalid_text);
    CHECK(done.error().path == "id");
    CHECK(r.head() == nullptr);
    CHECK(r.unsent().empty());
    CHECK(r.bytes("text/plain\r\nX: y", "").error().code == errc::invalid_header);
    CHECK(r.bytes("text/plain", "", 99).error().code == errc::invalid_argument);
    CHECK(r.head() == nullptr);
    REQUIRE(r.fail(overloaded()));
    CHECK(r.head()->status == 503);

    responder split({.request_id = "a\r\nX: y"});
    CHECK(split.begin_events().error().code == errc::invalid_header);
    CHECK(split.head() == nullptr);
}

TEST_CASE("an error before the head is an answer") {
    responder r({.request_id = "req_1"});
    REQUIRE(r.fail(overloaded()));
    CHECK(*r.head() == http::response_head{503,
                                           {{"Content-Type", "application/json"},
                                            {"x-request-id", "req_1"},
                                            {"Retry-After", "7"}}});
    CHECK(sent_of(r) == overloaded_json);
    CHECK(r.ended());
    CHECK_FALSE(r.cut());
    CHECK(r.fail(overloaded()).error().code == errc::invalid_argument);

    r.reset();
    REQUIRE(r.fail({.status = 200, .message = "no\xc3 UTF-8"}));
    CHECK(r.head()->status == 500);
    const auto read = error_of_body(sent_of(r), 500);
    CHECK(read.message == "no\xEF\xBF\xBD UTF-8");

    r.reset();
    CHECK(r.fail({.headers = {{"Content-Length", "1"}}}).error().code == errc::invalid_header);
    CHECK(r.head() == nullptr);
}

TEST_CASE("an error inside an event stream is an event, and ends it") {
    responder r;
    REQUIRE(r.begin_events());
    REQUIRE(r.event({.data = "1"}));
    REQUIRE(r.fail(overloaded()));
    CHECK(r.ended());
    CHECK_FALSE(r.cut());
    CHECK(sent_of(r) == "data: 1\n\ndata: " + std::string(overloaded_json) + "\n\n");
    CHECK(r.event({.data = "2"}).error().code == errc::invalid_argument);
    CHECK(r.unsent().empty());

    responder typed;
    REQUIRE(typed.begin_events(stream_errors::typed));
    REQUIRE(typed.fail(overloaded()));
    const std::string body = sent_of(typed);
    REQUIRE(body.starts_with("event: error\ndata: {"));
    const auto event =
        json::read<ResponseErrorEvent>(std::string_view(body).substr(19, body.size() - 21));
    REQUIRE(event);
    CHECK(event->type == ResponseStreamEventType::error);
    CHECK(event->sequence_number == 0);
    CHECK(event->message == "Too much to do");
    CHECK(std::get<std::string>(*event->code) == "overloaded");
    CHECK(event->param.is_null());
    CHECK(event->extra.empty());
}

TEST_CASE("an error inside a byte stream cuts it") {
    responder r;
    REQUIRE(r.begin_bytes("audio/mpeg"));
    CHECK_FALSE(r.body_size());
    REQUIRE(r.write("ID3"));
    CHECK(r.event({.data = "x"}).error().code == errc::invalid_argument);
    CHECK_FALSE(r.ended());
    REQUIRE(r.fail(overloaded()));
    CHECK(r.ended());
    CHECK(r.cut());
    CHECK(sent_of(r) == "ID3");
    CHECK_FALSE(r.write("more"));
    CHECK_FALSE(r.end());
}

TEST_CASE("an event stream is not cached, and not collected by proxies") {
    responder r({.request_id = "req_1"});
    REQUIRE(r.begin_events());
    CHECK(*r.head() == http::response_head{200,
                                           {{"Content-Type", "text/event-stream; charset=utf-8"},
                                            {"x-request-id", "req_1"},
                                            {"Cache-Control", "no-cache"},
                                            {"X-Accel-Buffering", "no"}}});
    CHECK_FALSE(r.begin_events());
    REQUIRE(r.end());
    CHECK(r.ended());
    CHECK_FALSE(r.end());
}

TEST_CASE("an event that no reader would get whole is refused") {
    responder r;
    CHECK(r.event({.data = "x"}).error().code == errc::invalid_argument);
    REQUIRE(r.begin_events());
    CHECK(r.event({.data = "\xff"}).error().code == errc::invalid_text);
    CHECK(r.event({.data = "x", .event = "a\nb"}).error().code == errc::invalid_argument);
    CHECK(r.unsent().empty());
}

TEST_CASE("what is unsent is bounded, and nothing is written by halves") {
    responder r({.unsent_limit = 1000});
    REQUIRE(r.begin_events());
    const std::string data(92, 'x');  // 100 bytes as an event
    int taken = 0;
    while (!r.full()) {
        REQUIRE(r.event({.data = data}));
        ++taken;
    }
    CHECK(taken == 11);
    while (r.event({.data = data})) ++taken;
    CHECK(taken == 21);
    CHECK(r.unsent().size() == 2100);
    CHECK(r.event({.data = data}).error().code == errc::limit_exceeded);
    CHECK(r.unsent().size() == 2100);
    CHECK_FALSE(r.ended());
    r.sent(1100);
    CHECK_FALSE(r.full());
    CHECK(r.event({.data = data}));
    REQUIRE(r.fail(overloaded()));  // an error is always told
    CHECK(r.ended());
}

TEST_CASE("once the peer has gone nothing is taken") {
    responder r;
    REQUIRE(r.begin_events());
    REQUIRE(r.event({.data = "1"}));
    r.peer_gone();
    CHECK(r.cancelled());
    CHECK(r.unsent().empty());
    CHECK(r.event({.data = "2"}).error().code == errc::cancelled);
    CHECK(r.fail(overloaded()).error().code == errc::cancelled);
    CHECK(r.end().error().code == errc::cancelled);
    r.tick(1'000'000);
    CHECK(r.unsent().empty());
    CHECK(r.due_ms() == responder::never);
    r.reset();
    CHECK_FALSE(r.cancelled());
    CHECK(r.begin_events());
}

TEST_CASE("a silent event stream is kept alive by comments") {
    responder r({.keep_alive_ms = 100});
    r.tick(1000);
    CHECK(r.due_ms() == responder::never);  // nothing has begun
    REQUIRE(r.begin_events());
    r.tick(1010);
    CHECK(r.due_ms() == 1110);
    r.tick(1109);
    CHECK(r.unsent().empty());
    REQUIRE(r.event({.data = "1"}));
    r.tick(1109);
    CHECK(r.due_ms() == 1209);
    r.tick(1300);  // the peer reads slowly: it is not silence
    CHECK(sent_of(r) == "data: 1\n\n");
    CHECK(r.due_ms() == 1400);
    r.tick(1400);
    CHECK(sent_of(r) == ": keep-alive\n\n");
    CHECK(r.due_ms() == 1500);
    r.tick(1500);
    CHECK(sent_of(r) == ": keep-alive\n\n");
    REQUIRE(r.end());
    CHECK(r.due_ms() == responder::never);
    r.tick(5000);
    CHECK(r.unsent().empty());

    responder quiet({.keep_alive_ms = 0});
    REQUIRE(quiet.begin_events());
    quiet.tick(0);
    quiet.tick(1'000'000);
    CHECK(quiet.unsent().empty());

    responder bytes({.keep_alive_ms = 100});
    REQUIRE(bytes.begin_bytes("audio/mpeg"));
    bytes.tick(0);
    bytes.tick(1'000'000);
    CHECK(bytes.unsent().empty());
}

TEST_CASE("comments are no events") {
    responder r({.keep_alive_ms = 1});
    REQUIRE(r.begin_events());
    r.tick(1);
    for (int i = 2; i != 50; ++i) {
        r.tick(i * 10);
        if (i % 5 == 0) REQUIRE(r.event({.data = "x"}));
    }
    sse::decoder decoder;
    const std::string body = sent_of(r);
    decoder.feed(body);
    int events = 0;
    while (const auto* item = decoder.next()) {
        if (item->data == "x") ++events;
    }
    CHECK(events == 9);
}

}  // namespace responder_tests
