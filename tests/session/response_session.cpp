#include <oaiwire/session/response_session.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/types/response_text.hpp>
#include <support/json_of.hpp>

namespace response_session_tests {

using namespace oaiwire;

namespace {

endpoint where(int retries = 0) {
    return {.base_url = "http://localhost/v1",
            .api_key = secret("sk-1"),
            .retry = standard_retries{.max_retries = retries}};
}

ResponseRequest ask(std::string text, std::string lane = {}) {
    ResponseRequest out{.model = "m", .input = std::move(text)};
    if (!lane.empty()) out.stream_id = lane;
    return out;
}

std::string quoted(std::string_view lane) {
    return lane.empty() ? std::string() : R"(,"stream_id":")" + std::string(lane) + "\"";
}
std::string created(std::string_view id, std::string_view lane = {}) {
    return R"({"type":"response.created","response":{"id":")" + std::string(id) +
           R"(","object":"response","status":"in_progress","output":[]})" + quoted(lane) + "}";
}
std::string delta(std::string_view text, std::string_view lane = {}) {
    return R"({"type":"response.output_text.delta","item_id":"i","output_index":0,)"
           R"("content_index":0,"delta":")" +
           std::string(text) + "\"" + quoted(lane) + "}";
}
std::string completed(std::string_view id, std::string_view lane = {},
                      std::string_view type = "completed") {
    return R"({"type":"response.)" + std::string(type) + R"(","response":{"id":")" +
           std::string(id) + R"(","object":"response","status":")" + std::string(type) + R"("})" +
           quoted(lane) + "}";
}
std::string failure(int status, std::string_view code, std::string_view lane = {}) {
    return R"({"type":"error","status":)" + std::to_string(status) +
           R"(,"error":{"type":"invalid_request_error","code":")" + std::string(code) +
           R"(","message":"No.","param":null})" + quoted(lane) + "}";
}

// A session with what it gave so far, as one text: "1:created 1:Hel 1.".
struct peer {
    response_session talk;
    std::string log{};

    explicit peer(const endpoint& to = where(), response_session_options options = {})
        : talk(to, std::move(options)) {}

    std::uint64_t create(const ResponseRequest& request) {
        const auto turn = talk.create(request);
        if (!turn) UNSCOPED_INFO(to_string(turn.error()));
        REQUIRE(turn);
        return *turn;
    }
    // The messages that are to be sent.
    std::vector<std::string> sent() {
        std::vector<std::string> out;
        while (auto text = talk.take_unsent()) out.push_back(*std::move(text));
        return out;
    }
    void receive(std::string_view text) {
        talk.receive(text);
        drain();
    }
    void drain() {
        while (const auto found = talk.next()) {
            if (!log.empty()) log += ' ';
            log += std::to_string(found->turn);
            if (found->event) {
                const auto said = text(*found->event);
                log += ':' + std::string(said.empty() ? type_text(*found->event) : said);
            }
            if (found->notice) log += "!" + std::to_string(found->notice->index());
            if (found->ended) log += '.';
            if (!found->event && !found->notice && !found->ended) {
                log += '?' + std::string(found->text);
            }
        }
    }
};

}  // namespace

TEST_CASE("response_session: a turn is response.create, its events are those of a stream") {
    peer p;
    const auto turn = p.create(ask("Hi"));
    CHECK(p.talk.wants_connection());
    CHECK_FALSE(p.talk.take_unsent());
    p.talk.opened(0);
    CHECK_FALSE(p.talk.wants_connection());
    CHECK(p.sent() ==
          std::vector<std::string>{R"({"type":"response.create","model":"m","input":"Hi"})"});
    p.receive(created("resp_1"));
    CHECK(p.talk.response_id(turn) == "resp_1");
    p.receive(delta("Hel"));
    p.receive(delta("lo"));
    CHECK(p.talk.pending(turn));
    p.receive(completed("resp_1"));
    CHECK(p.log == "1:response.created 1:Hel 1:lo 1:response.completed 1.");
    CHECK_FALSE(p.talk.pending(turn));
    const auto outcome = p.talk.take(turn);
    CHECK(outcome.ok());
    CHECK(outcome.error.code == errc::ok);
    CHECK(outcome.response.id == "resp_1");
    CHECK(text(outcome.response) == "Hello");
    CHECK(p.talk.last_response_id() == "resp_1");
    CHECK(p.talk.take(turn).error.code == errc::invalid_argument);
}

TEST_CASE("response_session: the connection is that of the endpoint, with its key") {
    peer p;
    CHECK_FALSE(p.talk.connection_request());
    p.create(ask("Hi"));
    const auto to = p.talk.connection_request();
    REQUIRE(to);
    CHECK(to->origin.host == "localhost");
    CHECK(to->target == "/v1/responses");
    CHECK(to->headers.value("Authorization") == "Bearer sk-1");
    CHECK_FALSE(to->headers.find("Content-Type"));
    CHECK_FALSE(to->headers.find("Accept"));
}

TEST_CASE("response_session: turns of a lane follow one another, and continue it if asked to") {
    peer p;
    p.talk.opened(0);
    p.create(ask("one"));
    REQUIRE(p.talk.create_next(ask("two")));
    REQUIRE(p.talk.create_next(
        {.model = "m", .input = std::string("three"), .previous_response_id = "mine"}));
    CHECK(p.sent().size() == 1);
    p.receive(created("resp_1"));
    CHECK(p.sent().empty());
    p.receive(completed("resp_1"));
    CHECK(p.sent() ==
          std::vector<std::string>{R"({"type":"response.create","model":"m","input":"two",)"
                                   R"("previous_response_id":"resp_1"})"});
    p.receive(created("resp_2"));
    p.receive(completed("resp_2"));
    CHECK(p.sent() ==
          std::vector<std::string>{R"({"type":"response.create","model":"m","input":"three",)"
                                   R"("previous_response_id":"mine"})"});
}

TEST_CASE("response_session: lanes are independent, and events find theirs by stream_id") {
    peer p;
    p.talk.opened(0);
    p.create(ask("one", "a"));
    p.create(ask("two", "b"));
    CHECK(p.sent().size() == 2);
    p.receive(created("r2", "b"));
    p.receive(created("r1", "a"));
    p.receive(delta("B", "b"));
    p.receive(delta("A", "a"));
    p.receive(completed("r1", "a"));
    p.receive(delta("2", "b"));
    p.receive(delta("?", "c"));  // nobody's
    p.receive(completed("r2", "b"));
    CHECK(p.log == "2:response.created 1:response.created 2:B 1:A 1:response.completed 1. 2:2 0?" +
                       delta("?", "c") + " 2:response.completed 2.");
    const auto outcome = p.talk.take(2);
    CHECK(text(outcome.response) == "B2");
    CHECK(outcome.response.extra.empty());
}

TEST_CASE("response_session: what a WebSocket cannot carry is refused") {
    peer p;
    ResponseRequest background = ask("Hi");
    background.background = true;
    CHECK(p.talk.create(background).error().path == "background");
    CHECK(p.talk.create(ask("Hi", "a b")).error().path == "stream_id");
    CHECK(p.talk.create(ask("Hi", std::string(257, 'a'))).error().path == "stream_id");
    CHECK(p.talk.create({.model = "m", .temperature = 3}).error().path == "temperature");
    CHECK(p.talk.steer({.previous_response_id = "r"}).error().code == errc::send_failed);

    peer few(where(), {.turns = 2, .lanes = 1});
    few.create(ask("Hi", "a"));
    CHECK(few.talk.create(ask("Hi", "b")).error().code == errc::limit_exceeded);
    few.create(ask("Hi", "a"));
    CHECK(few.talk.create(ask("Hi", "a")).error().code == errc::limit_exceeded);
}

TEST_CASE("response_session: an error ends the turn and frees its lane") {
    peer p;
    p.talk.opened(0);
    const auto first = p.create(ask("one"));
    p.create(ask("two"));
    p.sent();
    p.receive(failure(400, "previous_response_not_found"));
    CHECK(p.sent().size() == 1);
    const auto outcome = p.talk.take(first);
    CHECK(outcome.end_reason == stream_end::api_error);
    CHECK(outcome.error.api.code == "previous_response_not_found");
    CHECK(outcome.error.api.status == 400);
    CHECK(outcome.error.message == "No.");
    p.receive(created("r2"));
    p.receive(completed("r2"));
    CHECK(p.talk.take(2).ok());
}

TEST_CASE("response_session: temporary errors before any output are tried again") {
    peer p(where(1));
    p.talk.opened(1000);
    const auto turn = p.create(ask("one"));
    const auto second = p.create(ask("two"));
    const auto text = p.sent();
    p.receive(failure(503, "overloaded"));
    CHECK(p.log.empty());
    CHECK(p.sent().empty());  // the second keeps its place
    CHECK(p.talk.due_ms() == 1500);
    p.talk.tick(1499);
    CHECK(p.sent().empty());
    p.talk.tick(1500);
    CHECK(p.sent() == text);
    p.receive(failure(503, "overloaded"));
    CHECK(p.log == "1.");
    CHECK(p.talk.take(turn).error.api.code == "overloaded");
    CHECK(p.sent().size() == 1);
    CHECK(p.talk.pending(second));
}

TEST_CASE("response_session: a turn whose connection broke is not sent twice") {
    peer p(where(2));
    p.talk.opened(0);
    const auto first = p.create(ask("one", "a"));
    const auto second = p.create(ask("two", "b"));
    const auto waits = p.create(ask("three", "a"));
    REQUIRE(p.talk.take_unsent());  // of the first; the second was not sent
    p.receive(created("r1", "a"));
    p.receive(delta("Hel", "a"));
    p.talk.closed(1011, "oops", 5);
    p.drain();
    CHECK(p.log == "1:response.created 1:Hel 1.");
    auto outcome = p.talk.take(first);
    CHECK(outcome.error.code == errc::closed_early);
    CHECK(outcome.error.message == "the WebSocket was closed (1011): oops");
    CHECK(text(outcome.response) == "Hel");
    CHECK(p.talk.wants_connection());
    p.talk.opened(6);
    CHECK(p.sent().size() == 2);  // of the others
    CHECK(p.talk.pending(second));
    // sent, but nothing came: it may be billed
    p.talk.closed(1006, {}, 7);
    p.drain();
    CHECK_FALSE(p.talk.pending(second));
    CHECK_FALSE(p.talk.pending(waits));
    CHECK_FALSE(p.talk.wants_connection());

    peer lax({.base_url = "http://localhost/v1", .retry = standard_retries{.lost_answers = true}});
    lax.talk.opened(0);
    const auto again = lax.create(ask("one"));
    CHECK(lax.sent().size() == 1);
    lax.talk.closed(1006, {}, 100);
    CHECK(lax.talk.pending(again));
    lax.talk.tick(lax.talk.due_ms());
    CHECK(lax.talk.wants_connection());
    lax.talk.opened(700);
    CHECK(lax.sent().size() == 1);
}

TEST_CASE("response_session: a connection that cannot be opened is tried again, then an error") {
    peer p(where(2));
    const auto turn = p.create(ask("one"));
    p.talk.failed(make_error(errc::connect_failed), 0);
    CHECK_FALSE(p.talk.wants_connection());
    CHECK(p.talk.due_ms() == 500);
    p.talk.tick(500);
    CHECK(p.talk.wants_connection());
    p.talk.failed(make_error(errc::connect_failed), 500);
    p.talk.tick(1500);
    p.talk.failed(make_error(errc::connect_failed), 1500);
    p.drain();
    CHECK(p.log == "1.");
    CHECK(p.talk.take(turn).error.code == errc::connect_failed);
    CHECK_FALSE(p.talk.wants_connection());
}

TEST_CASE("response_session: a connection that was refused says by which status") {
    peer p(where(0));
    const auto turn = p.create(ask("one"));
    error refused = make_error(errc::api_error, "Incorrect API key provided.");
    refused.api.status = 401;
    refused.api.error_class = api_error_class::authentication;
    refused.api.request_id = "req_1";
    refused.api.retry.should_retry = false;
    p.talk.failed(refused, 0);
    p.drain();
    const auto outcome = p.talk.take(turn);
    CHECK(to_string(outcome.error) == "api_error 401: Incorrect API key provided.");
    CHECK(outcome.error.api.error_class == api_error_class::authentication);
    CHECK(outcome.error.api.request_id == "req_1");
    CHECK(outcome.error.api.retry.should_retry == false);
}

TEST_CASE("response_session: a key that the handshake refuses is renewed once") {
    int asked = 0;
    bool has_another = true;
    endpoint expiring = where(0);
    expiring.key_source = [&](bool refused) -> result<secret> {
        if (refused) ++asked;
        return secret(asked != 0 && has_another ? "new" : "old");
    };
    error refused = make_error(errc::api_error, "Expired.");
    refused.api.status = 401;

    peer p(expiring);
    const auto turn = p.create(ask("one"));
    CHECK(p.talk.connection_request()->headers.value("Authorization") == "Bearer old");
    p.talk.failed(refused, 0);
    REQUIRE(p.talk.wants_connection());
    CHECK(p.talk.connection_request()->headers.value("Authorization") == "Bearer new");
    p.talk.failed(refused, 0);
    CHECK(asked == 1);
    CHECK_FALSE(p.talk.wants_connection());
    CHECK(to_string(p.talk.take(turn).error) == "api_error 401: Expired.");

    has_another = false;
    peer other(expiring);
    const auto lost = other.create(ask("one"));
    other.talk.failed(refused, 0);
    CHECK_FALSE(other.talk.wants_connection());
    CHECK(to_string(other.talk.take(lost).error) == "api_error 401: Expired.");
}

TEST_CASE("response_session: without a WebSocket, turns can be made over HTTP") {
    peer p(where(2), {.fall_back = true});
    ResponseRequest request = ask("one", "a");
    request.generate = true;
    const auto turn = p.create(request);
    error refused = make_error(errc::api_error);
    refused.api.status = 404;
    p.talk.failed(refused, 0);
    CHECK(p.talk.over_http() == turn);
    const auto http = p.talk.http_request(turn);
    REQUIRE(http);
    CHECK(http->method == "POST");
    CHECK(http->target == "/v1/responses");
    CHECK(http->body == R"({"model":"m","input":"one","stream":true})");
    CHECK_FALSE(p.talk.wants_connection());
    p.create(ask("two"));
    CHECK_FALSE(p.talk.wants_connection());
}

TEST_CASE("response_session: an old connection is closed between two responses") {
    peer p(where(), {.renew_ms = 1000});
    p.talk.opened(0);
    p.create(ask("one"));
    CHECK(p.sent().size() == 1);
    p.talk.tick(999);
    p.create(ask("two", "b"));
    CHECK(p.sent().size() == 1);
    p.talk.tick(1000);
    p.create(ask("three"));
    CHECK_FALSE(p.talk.wants_close());
    p.receive(completed("r1"));
    CHECK_FALSE(p.talk.wants_close());
    CHECK(p.sent().empty());
    p.receive(completed("r2", "b"));
    CHECK(p.talk.wants_close());
    p.talk.closed(1000, {}, 1001);
    CHECK(p.talk.wants_connection());
    p.talk.opened(1002);
    CHECK(p.sent().size() == 1);
}

TEST_CASE("response_session: at the server's limit, turns that had not begun are sent again") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    const auto text = p.sent();
    p.receive(failure(400, "websocket_connection_limit_reached"));
    CHECK(p.log.empty());
    CHECK(p.talk.pending(turn));
    CHECK(p.talk.wants_close());
    p.talk.closed(1000, {}, 1);
    p.talk.opened(2);
    CHECK(p.sent() == text);
}

TEST_CASE("response_session: a server that finds every connection too old ends the turn") {
    peer p;
    const auto turn = p.create(ask("one"));
    for (int i = 0; i != 2; ++i) {
        REQUIRE(p.talk.wants_connection());
        p.talk.opened(2 * i);
        CHECK(p.sent().size() == 1);
        p.receive(failure(400, "websocket_connection_limit_reached"));
        CHECK(p.talk.wants_close());
        p.talk.closed(1000, {}, 2 * i + 1);
    }
    p.drain();
    CHECK(p.log == "1.");
    CHECK_FALSE(p.talk.wants_connection());
    const auto outcome = p.talk.take(turn);
    CHECK(outcome.error.code == errc::api_error);
    CHECK(outcome.error.api.code == "websocket_connection_limit_reached");
}

TEST_CASE("response_session: what is steered ends early and has a successor") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    p.create(ask("two"));
    p.sent();
    p.receive(created("r1"));
    REQUIRE(p.talk.steer({.previous_response_id = "r1", .input = std::string("Shorter!")}));
    CHECK(p.sent() ==
          std::vector<std::string>{R"({"type":"response.steer","previous_response_id":"r1",)"
                                   R"("input":"Shorter!"})"});
    p.receive(R"({"type":"response.steer.accepted","sequence_number":2,)"
              R"("steer":{"id":"s1","previous_response_id":"r1"}})");
    p.receive(completed("r1", {}, "incomplete"));
    CHECK(p.sent().empty());  // the successor comes first
    CHECK(p.talk.take(turn).ok());
    p.receive(created("r2"));
    p.receive(completed("r2"));
    CHECK(p.log ==
          "1:response.created 0!0 1:response.incomplete 1. 3:response.created 3:response.completed "
          "3.");
    const auto successor = p.talk.take(3);
    CHECK(successor.after == turn);
    CHECK(successor.response.id == "r2");
    CHECK(p.talk.last_response_id() == "r2");
    CHECK(p.sent().size() == 1);
}

TEST_CASE("response_session: input that waits for tools, or was refused, holds nothing up") {
    peer p;
    p.talk.opened(0);
    p.create(ask("one"));
    p.sent();
    p.receive(created("r1"));
    REQUIRE(p.talk.steer({.previous_response_id = "r1", .input = std::string("A")}));
    REQUIRE(p.talk.steer({.previous_response_id = "r1", .input = std::string("B")}));
    p.receive(R"({"type":"response.steer.failed","steer":{"previous_response_id":"r1",)"
              R"("input":"B"},"error":{"code":"too_many_pending_steers","message":"No.",)"
              R"("type":"invalid_request_error"},"sequence_number":3})");
    p.receive(completed("r1"));
    p.create(ask("two"));
    p.sent();
    const std::string pending =
        R"({"type":"response.steer.pending","reason":"waiting_for_required_input",)"
        R"("required_input":[{"type":"function_call_output","call_id":"c","name":"f"}],)"
        R"("sequence_number":9,"steer":{"id":"s1","previous_response_id":"r1"}})";
    p.talk.receive(pending);
    const auto found = p.talk.next();
    REQUIRE(found);
    REQUIRE(found->notice);
    const auto* event = std::get_if<ResponseSteerPendingEvent>(found->notice);
    REQUIRE(event);
    CHECK(support::json_of(*event) == pending);
    CHECK(p.sent().size() == 1);
}

TEST_CASE("response_session: items are injected into a response that waits") {
    peer p;
    p.talk.opened(0);
    REQUIRE(p.talk.inject(
        {.response_id = "r1",
         .input = {FunctionToolCallOutput{.call_id = "c", .output = std::string("42")}}}));
    CHECK(p.sent() == std::vector<std::string>{
                          R"({"type":"response.inject","response_id":"r1","input":[)"
                          R"({"type":"function_call_output","call_id":"c","output":"42"}]})"});
    p.receive(R"({"type":"response.inject.created","response_id":"r1","sequence_number":1})");
    CHECK(p.log == "0!3");
}

TEST_CASE("response_session: a turn that was cancelled holds its lane until the server is done") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    p.create(ask("two"));
    p.sent();
    p.receive(created("r1"));
    p.talk.cancel(turn);
    p.receive(delta("more"));
    CHECK(p.log == "1:response.created 1.");
    CHECK(p.talk.take(turn).end_reason == stream_end::cancelled);
    CHECK(p.sent().empty());
    p.receive(completed("r1"));
    CHECK(p.sent().size() == 1);
}

TEST_CASE("response_session: a turn that is cancelled before it was sent is not sent") {
    peer p;
    p.talk.opened(0);
    const auto first = p.create(ask("one"));
    p.create(ask("two"));
    p.talk.cancel(first);
    CHECK(p.talk.has_unsent());
    CHECK(p.sent() ==
          std::vector<std::string>{R"({"type":"response.create","model":"m","input":"two"})"});
    CHECK_FALSE(p.talk.has_unsent());
    p.drain();
    CHECK(p.talk.take(first).end_reason == stream_end::cancelled);
}

TEST_CASE("response_session: a message that could not be sent is sent over the next connection") {
    peer p(where(2));
    p.talk.opened(0);
    const auto first = p.create(ask("one"));
    p.sent();
    p.receive(created("r1"));
    p.receive(completed("r1"));
    const auto second = p.create(ask("two"));
    auto text = p.talk.take_unsent();
    REQUIRE(text);
    p.talk.put_back(*text);
    CHECK(p.talk.has_unsent());
    p.talk.closed(1001, "idle", 1);
    CHECK(p.talk.wants_connection());
    p.talk.opened(2);
    CHECK(p.talk.take_unsent() == *text);
    // not of turns that have ended meanwhile, nor without a connection
    p.talk.cancel(second);
    p.talk.put_back(*text);
    CHECK_FALSE(p.talk.has_unsent());
    p.talk.closed(make_error(errc::idle_timeout), 3);
    p.talk.put_back(*text);
    CHECK_FALSE(p.talk.has_unsent());
    CHECK(p.talk.take(first).ok());
}

TEST_CASE("response_session: texts that are no events are nobody's, or repaired") {
    peer p;
    p.talk.opened(0);
    p.receive("[1]");
    p.receive("nonsense");
    p.receive(created("r9"));
    CHECK(p.log == "0?[1] 0?nonsense 0?" + created("r9"));
    p.log.clear();
    p.create(ask("one"));
    p.receive(created("r1"));
    p.receive("{\n \"type\": \"response.output_text.delta\",\r\n \"delta\": \"Hi\"\n}");
    p.receive(completed("r1"));
    p.receive("[DONE]");
    CHECK(p.log == "1:response.created 1:Hi 1:response.completed 1. 0?[DONE]");
}

TEST_CASE("response_session: a last event that cannot be read ends its turn") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    p.receive(created("r1"));
    p.receive(R"({"type":"response.completed","response":5})");
    CHECK_FALSE(p.talk.pending(turn));
    p.create(ask("two"));
    p.receive(R"({"type":"error"})");
    CHECK(p.log.ends_with(" 2."));
}

TEST_CASE("response_session: the end of a turn is told also if its events were not read") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    p.talk.receive(created("r1"));
    p.talk.receive(completed("r1"));
    p.talk.receive("[1]");
    p.drain();
    CHECK(p.log == "0?[1] 1.");
    CHECK(p.talk.take(turn).response.id == "r1");
}

TEST_CASE("response_session: an error never shows the key") {
    peer p;
    p.talk.opened(0);
    const auto turn = p.create(ask("one"));
    p.receive(R"({"type":"error","status":401,"error":{"code":"invalid_api_key",)"
              R"("message":"Incorrect API key provided: sk-1."}})");
    CHECK(p.talk.take(turn).error.message.find("sk-1") == std::string::npos);
}

}  // namespace response_session_tests
