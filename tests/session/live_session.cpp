#include <oaiwire/session/live_session.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/core/base64.hpp>

namespace live_session_machine_tests {

using namespace oaiwire;
using strings = std::vector<std::string>;

namespace {

// Takes all that waits to be sent.
strings sent_by(live_session& session) {
    strings out;
    while (!session.unsent().empty()) {
        out.emplace_back(session.unsent());
        session.sent();
    }
    CHECK(session.unsent_size() == 0);
    return out;
}

void take(live_session& session, std::string_view text) {
    const auto done = session.receive(text);
    INFO(text << (done ? "" : to_string(done.error())));
    REQUIRE(done);
}

errc refused(live_session& session, std::string_view text) {
    const auto done = session.receive(text);
    return done ? errc::ok : done.error().code;
}

std::string nested(std::string_view event) {
    return R"({"type":"response.event","event_id":"e","delegation_id":"d","event":)" +
           std::string(event) + '}';
}
std::string life(std::string_view type) {
    return nested(R"({"type":"response.)" + std::string(type) + R"(","response":{"id":"r"}})");
}
std::string call(std::string_view id) {
    return nested(R"({"type":"response.output_item.done","output_index":0,"item":)"
                  R"({"type":"function_call","call_id":")" +
                  std::string(id) + R"(","name":"weather","arguments":"{}"}})");
}
std::string output(std::string_view id) {
    return R"({"type":"response.item.create","item":{"type":"function_call_output","call_id":")" +
           std::string(id) + R"(","output":"rain"}})";
}
constexpr std::string_view asks = R"({"type":"response.create"})";

}  // namespace

TEST_CASE("events of a Live session are sent in their order, as the JSON that they are") {
    live_session session;
    CHECK(session.unsent().empty());
    session.sent();  // nothing
    REQUIRE(session.start({.model = "gpt-live-1"}));
    const std::vector<std::uint8_t> audio{1, 2, 3, 4};
    REQUIRE(session.append(audio));
    REQUIRE(session.tell(live_text::instructions, "Be brief."));
    REQUIRE(session.tell(live_text::thinking, "It rains.", "d"));
    REQUIRE(session.tell(live_text::commentary, "It rains.", "d"));
    REQUIRE(session.send(LiveCommandEvent{.type = "session.input_audio.mute"}));
    REQUIRE(session.send(LiveClientEvent(LiveDtmfEvent{.event = "#"})));
    REQUIRE(session.send(*raw_json::parse(R"({"type":"later"})")));
    REQUIRE(session.close());
    const auto text = [](std::string_view kind, std::string_view rest) {
        return R"({"type":"session.)" + std::string(kind) + R"(.append","content":)" +
               std::string(rest) + '}';
    };
    CHECK(sent_by(session) ==
          strings{R"({"type":"session.start","session":{"model":"gpt-live-1"}})",
                  R"({"type":"session.input_audio.append","audio":"AQIDBA=="})",
                  text("instructions", R"("Be brief.","delegation_id":null)"),
                  text("thinking", R"("It rains.","delegation_id":"d")"),
                  text("commentary", R"("It rains.","delegation_id":"d")"),
                  R"({"type":"session.input_audio.mute"})",
                  R"({"type":"transport.dtmf.send","event":"#"})", R"({"type":"later"})",
                  R"({"type":"session.close"})"});
}

TEST_CASE("what cannot be written or waits for too long is an error, and is not sent") {
    live_session session({.unsent = 100});
    CHECK(session.tell(live_text::thinking, "\xFF").error().code == errc::invalid_text);
    CHECK(session.unsent().empty());
    const std::vector<std::uint8_t> audio(60);
    REQUIRE(session.append(audio));  // the first one always fits
    CHECK(session.append(audio).error().code == errc::limit_exceeded);
    CHECK(sent_by(session).size() == 1);
    REQUIRE(session.append(audio));
}

TEST_CASE("the session begins, changes and ends as the server tells") {
    live_session session;
    CHECK_FALSE(session.started());
    take(session, R"({"type":"session.started","session":{"id":"live_1","model":"m"}})");
    CHECK(session.started());
    CHECK(session.session().id == "live_1");
    take(session, R"({"type":"session.updated","session":{"id":"live_1","store":true}})");
    CHECK(session.session().store == true);
    take(session, R"({"type":"session.usage.updated","usage":{"seconds":1.5}})");
    CHECK(session.seconds() == 1.5);
    CHECK_FALSE(session.closed());
    take(session, R"({"type":"session.closed","reason":"expired","session":{"id":"live_1"},)"
                  R"("usage":{"seconds":2}})");
    CHECK(session.closed());
    CHECK(session.close_reason() == "expired");
    CHECK(session.seconds() == 2);
}

TEST_CASE("an event is given once, and audio as its bytes") {
    live_session session;
    CHECK(session.next() == nullptr);
    const std::vector<std::uint8_t> said{9, 8, 7, 6};
    take(session, R"({"type":"session.output_audio.delta","delta":")" + to_base64(said) + "\"}");
    CHECK(std::vector<std::uint8_t>(session.audio().begin(), session.audio().end()) == said);
    const LiveServerEvent* event = session.next();
    REQUIRE(event != nullptr);
    CHECK(std::get<LiveDeltaEvent>(*event).delta == "");
    CHECK(session.next() == nullptr);
    // over a sideband connection: what the user said
    take(session, R"({"type":"session.input_audio.append","audio":"AQI="})");
    CHECK(session.audio().size() == 2);
    take(session, R"({"type":"session.output_transcript.delta","delta":"Hi"})");
    CHECK(session.audio().empty());
    CHECK(std::get<LiveDeltaEvent>(*session.next()).delta == "Hi");
}

TEST_CASE("a message that is refused is skipped") {
    live_session session({.message = 100});
    CHECK(refused(session, R"({"type":"session.output_audio.delta","delta":"A"})") ==
          errc::invalid_base64);
    CHECK(session.next() == nullptr);
    CHECK(session.audio().empty());
    CHECK(refused(session, "{") != errc::ok);
    CHECK(refused(session, R"({"type":"later","x":")" + std::string(100, 'x') + "\"}") ==
          errc::limit_exceeded);
    take(session, R"({"type":"later"})");
    CHECK(std::holds_alternative<raw_json>(*session.next()));
}

TEST_CASE("calls of a delegated response are answered, and it goes on once it has all outputs") {
    // `early`: the answers come before the response has ended
    for (const bool early : {false, true}) {
        CAPTURE(early);
        live_session session;
        take(session, life("created"));
        take(session, life("in_progress"));
        take(session, call("c1"));
        take(session, call("c2"));
        REQUIRE(session.calls().size() == 2);
        CHECK(session.calls()[0] ==
              live_tool_call{
                  .call_id = "c1", .name = "weather", .arguments = "{}", .delegation_id = "d"});
        if (!early) take(session, life("completed"));
        REQUIRE(session.answer("c2", "rain"));
        CHECK(sent_by(session) == strings{output("c2")});
        REQUIRE(session.answer("c1", "rain"));
        if (early) {
            CHECK(sent_by(session) == strings{output("c1")});
            take(session, life("completed"));
            CHECK(sent_by(session) == strings{std::string(asks)});
        } else {
            CHECK(sent_by(session) == strings{output("c1"), std::string(asks)});
        }
        CHECK(session.answer("c1", "rain").error().code == errc::unknown_tool);
    }
}

TEST_CASE("the program may ask for the next response itself") {
    live_session session({.respond_to_tools = false});
    take(session, call("c1"));
    REQUIRE(session.answer("c1", "rain"));
    CHECK(sent_by(session) == strings{output("c1")});
}

TEST_CASE("calls and responses that are not ended are bounded") {
    live_session session({.tool_calls = 1});
    take(session, call("c1"));
    CHECK(refused(session, call("c2")) == errc::limit_exceeded);
    live_session other;
    errc code = errc::ok;
    for (int i = 0; i != 100 && code == errc::ok; ++i) {
        code = refused(other, nested(R"({"type":"response.created","response":{"id":"r)" +
                                     std::to_string(i) + "\"}}"));
    }
    CHECK(code == errc::limit_exceeded);
}

}  // namespace live_session_machine_tests
