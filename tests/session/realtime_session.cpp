#include <oaiwire/session/realtime_session.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <support/allocation_ledger.hpp>

namespace realtime_session_machine_tests {

using namespace oaiwire;
using strings = std::vector<std::string>;

namespace {

// Takes all that waits to be sent.
strings sent_by(realtime_session& session) {
    strings out;
    while (!session.unsent().empty()) {
        out.emplace_back(session.unsent());
        session.sent();
    }
    CHECK(session.unsent_size() == 0);
    return out;
}

void take(realtime_session& session, std::string_view text) {
    const auto done = session.receive(text);
    INFO(text << (done ? "" : to_string(done.error())));
    REQUIRE(done);
}

std::string audio_event(std::string_view item, std::size_t bytes) {
    return R"({"type":"response.output_audio.delta","item_id":")" + std::string(item) +
           R"(","content_index":0,"delta":")" + to_base64(std::vector<std::uint8_t>(bytes, 7)) +
           "\"}";
}
std::string response_event(std::string_view type, std::string_view rest = "") {
    return R"({"type":")" + std::string(type) + R"(","response":{"id":"resp_1")" +
           std::string(rest) + "}}";
}
std::string call_event(std::string_view call_id) {
    return R"({"type":"response.output_item.done","response_id":"resp_1",)"
           R"("item":{"type":"function_call","id":"item_1","name":"weather","call_id":")" +
           std::string(call_id) + R"(","arguments":"{\"city\":\"Paris\"}","status":"completed"}})";
}
constexpr std::string_view speech_started =
    R"({"type":"input_audio_buffer.speech_started","audio_start_ms":1,"item_id":"i"})";
constexpr std::string_view asks = R"({"type":"response.create"})";

}  // namespace

TEST_CASE("events are sent in their order, as the JSON that they are") {
    realtime_session session;
    CHECK(session.unsent().empty());
    session.sent();  // nothing
    REQUIRE(session.send(
        RealtimeSessionUpdate{.session = RealtimeSession{.instructions = "Be brief."}}));
    const std::vector<std::uint8_t> audio{1, 2, 3, 4};
    REQUIRE(session.append(audio));
    REQUIRE(session.send(RealtimeClientEvent(RealtimeInputAudioCommit{.event_id = "mine"})));
    REQUIRE(session.send(*raw_json::parse(R"({"type":"later"})")));
    CHECK(sent_by(session) == strings{R"({"type":"session.update","session":{"type":"realtime",)"
                                      R"("instructions":"Be brief."}})",
                                      R"({"type":"input_audio_buffer.append","audio":"AQIDBA=="})",
                                      R"({"type":"input_audio_buffer.commit","event_id":"mine"})",
                                      R"({"type":"later"})"});
}

TEST_CASE("an event that cannot be written is an error, and is not sent") {
    realtime_session session;
    const auto done = session.send(RealtimeItemDelete{.item_id = "\xFF"});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == errc::invalid_text);
    CHECK(session.unsent().empty());
}

TEST_CASE("what waits to be sent is bounded, but an interruption never waits for audio") {
    realtime_session session({.unsent = 1000});
    const std::vector<std::uint8_t> audio(300);
    REQUIRE(session.append(audio));
    REQUIRE(session.append(audio));
    const auto refused = session.append(audio);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::limit_exceeded);
    take(session, response_event("response.created"));
    take(session, audio_event("item_1", 480));
    const auto cuts = session.interrupt(3);
    REQUIRE(cuts);
    CHECK(*cuts == std::vector<realtime_cut>{{"item_1", 0, 3}});
    CHECK(sent_by(session).size() == 4);
    CHECK(session.append(audio));
    CHECK_FALSE(session.append(std::vector<std::uint8_t>((15u << 20) + 1)));
}

TEST_CASE("a message of the server becomes an event, once") {
    realtime_session session;
    CHECK(session.next() == nullptr);
    take(session, R"({"type":"rate_limits.updated","rate_limits":[{"name":"tokens","limit":9}]})");
    const auto* event = session.next();
    REQUIRE(event != nullptr);
    CHECK(std::holds_alternative<RealtimeRateLimitsEvent>(*event));
    CHECK(session.next() == nullptr);
    REQUIRE(session.rate_limits().size() == 1);
    CHECK(session.rate_limits()[0].limit == 9);
    take(session, R"({"type":"later","x":1})");
    CHECK(std::get<raw_json>(*session.next()).text() == R"({"type":"later","x":1})");
}

TEST_CASE("a message that is no JSON, or too large, is an error, and the session goes on") {
    realtime_session session({.message = 100});
    for (const auto* text : {"", "{", "[1,]", R"({"type":"error","error":)"}) {
        CHECK_FALSE(session.receive(text));
        CHECK(session.next() == nullptr);
    }
    const auto large = session.receive(std::string(101, ' '));
    REQUIRE_FALSE(large);
    CHECK(large.error().code == errc::limit_exceeded);
    const auto audio =
        session.receive(R"({"type":"response.output_audio.delta","item_id":"i","delta":"A?=="})");
    REQUIRE_FALSE(audio);
    CHECK(audio.error().code == errc::invalid_base64);
    take(session, R"({"type":"error","error":{"message":"m"}})");
    CHECK(session.next() != nullptr);
}

TEST_CASE("audio is decoded beside its event, in the older name of it, too") {
    realtime_session session;
    for (const auto* type : {"response.output_audio.delta", "response.audio.delta"}) {
        take(session, R"({"type":")" + std::string(type) + R"(","item_id":"i","delta":"AQID"})");
        const auto* event = session.next();
        REQUIRE(event != nullptr);
        CHECK(std::get<RealtimeDeltaEvent>(*event).delta == "");
        const auto audio = session.audio();
        CHECK(std::vector<std::uint8_t>(audio.begin(), audio.end()) ==
              std::vector<std::uint8_t>{1, 2, 3});
    }
    take(session, R"({"type":"response.output_audio.done","item_id":"i"})");
    CHECK(session.audio().empty());
}

TEST_CASE("audio in both directions takes no memory that is not used again") {
    realtime_session session;
    const std::vector<std::uint8_t> audio(960);
    const std::string text = audio_event("item_1", 9600);
    const std::string words =
        R"({"type":"response.output_audio_transcript.delta","item_id":"item_1","delta":"a"})";
    const auto turn = [&] {
        bool ok = static_cast<bool>(session.append(audio));
        session.sent();
        ok = session.receive(text) && session.receive(words) && ok;
        return ok;
    };
    for (int i = 0; i != 4; ++i) REQUIRE(turn());
    const std::size_t before = support::allocations.count;
    bool ok = true;
    for (int i = 0; i != 1000; ++i) ok = turn() && ok;
    CHECK(ok);
    // the transcript grows: a byte each
    CHECK(support::allocations.count - before < 12);
}

TEST_CASE("an interruption cancels the response and cuts what was not heard") {
    realtime_session session;
    take(session, response_event("response.created"));
    CHECK(session.responding());
    take(session, audio_event("item_1", 4800));  // 100 ms
    take(session, R"({"type":"response.output_audio.done","item_id":"item_1","content_index":0})");
    take(session, audio_event("item_2", 4800));
    REQUIRE(session.interrupt(130));
    CHECK(sent_by(session) ==
          strings{R"({"type":"response.cancel","response_id":"resp_1"})",
                  R"({"type":"conversation.item.truncate","item_id":"item_2","content_index":0,)"
                  R"("audio_end_ms":30})"});
    // what was on its way is not played
    take(session, audio_event("item_2", 4800));
    CHECK(session.audio().empty());
    CHECK(session.next() != nullptr);
    CHECK(session.playback().end_ms() == 130);
    // once only
    REQUIRE(session.interrupt(130));
    CHECK(sent_by(session).empty());
    take(session, response_event("response.done", R"(,"status":"cancelled")"));
    CHECK_FALSE(session.responding());
    take(session, audio_event("item_3", 4800));
    CHECK(session.audio().size() == 4800);
    CHECK(session.playback().end_ms() == 230);
}

TEST_CASE("a server that hears the user cancels the response by itself") {
    const auto session_event = [](std::string_view turn_detection) {
        return R"({"type":"session.created","session":{"type":"realtime","id":"sess_1","audio":{)"
               R"("input":{"turn_detection":)" +
               std::string(turn_detection) + R"(},"output":{"format":{"type":"audio/pcmu"}}}}})";
    };
    struct row {
        const char* detection;
        bool by_server;
    };
    for (const auto& r : {row{R"({"type":"server_vad"})", true}, row{"null", false},
                          row{R"({"type":"semantic_vad","interrupt_response":false})", false}}) {
        realtime_session session;
        take(session, session_event(r.detection));
        CHECK(session.id() == "sess_1");
        CHECK(session.output_format().type == "audio/pcmu");
        CHECK(session.output_bytes_per_ms() == 8);
        take(session, response_event("response.created"));
        take(session, audio_event("item_1", 800));
        CHECK_FALSE(session.user_speaks());
        take(session, speech_started);
        CHECK(session.user_speaks());
        REQUIRE(session.interrupt(40));
        const auto sent = sent_by(session);
        CHECK(sent.size() == (r.by_server ? 1 : 2));
        CHECK(sent.back().find(R"("audio_end_ms":40)") != std::string::npos);
        take(session, R"({"type":"input_audio_buffer.committed","item_id":"i"})");
        CHECK_FALSE(session.user_speaks());
    }
}

TEST_CASE("a response beside the conversation is not cancelled") {
    realtime_session session;
    take(session, response_event("response.created", R"(,"conversation_id":null)"));
    CHECK_FALSE(session.responding());
    REQUIRE(session.interrupt(0));
    CHECK(session.unsent().empty());
}

TEST_CASE("calls wait for their answers, and the next response for all of them") {
    realtime_session session;
    take(session, response_event("response.created"));
    take(session, call_event("call_1"));
    take(session, call_event("call_2"));
    REQUIRE(session.calls().size() == 2);
    CHECK(session.calls()[0] == realtime_tool_call{.call_id = "call_1",
                                                   .name = "weather",
                                                   .arguments = R"({"city":"Paris"})",
                                                   .item_id = "item_1",
                                                   .response_id = "resp_1"});
    const auto unknown = session.answer("call_9", "");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == errc::unknown_tool);
    REQUIRE(session.answer("call_2", "21"));
    REQUIRE(session.answer("call_1", "20"));
    CHECK(sent_by(session) ==
          strings{R"({"type":"conversation.item.create","item":{"type":)"
                  R"("function_call_output","call_id":"call_2","output":"21"}})",
                  R"({"type":"conversation.item.create","item":{"type":)"
                  R"("function_call_output","call_id":"call_1","output":"20"}})"});
    take(session, response_event("response.done",
                                 R"(,"status":"completed","output":[{"type":"function_call",)"
                                 R"("name":"weather","call_id":"call_1","arguments":"{}"}])"));
    CHECK(session.calls().empty());  // it was answered
    CHECK(sent_by(session) == strings{std::string(asks)});
    take(session, response_event("response.created"));
    take(session, response_event("response.done", R"(,"status":"completed")"));
    CHECK(session.unsent().empty());
}

TEST_CASE("a call that is answered before the next one comes asks for one response, at the end") {
    realtime_session session;
    take(session, response_event("response.created"));
    take(session, call_event("call_1"));
    REQUIRE(session.answer("call_1", "20"));
    take(session, call_event("call_2"));
    CHECK(sent_by(session).size() == 1);
    take(session, response_event("response.done", R"(,"status":"completed")"));
    CHECK(session.unsent().empty());  // one call is not answered
    REQUIRE(session.answer("call_2", "21"));
    const strings sent = sent_by(session);
    REQUIRE(sent.size() == 2);
    CHECK(sent.back() == asks);
    take(session, response_event("response.created"));
    take(session, response_event("response.done", R"(,"status":"completed")"));
    CHECK(session.unsent().empty());
}

TEST_CASE("the next response is asked for at once if the last has ended, or not at all") {
    for (const bool responds : {true, false}) {
        realtime_session session({.respond_to_tools = responds});
        take(session, response_event("response.created"));
        take(session, response_event("response.done",
                                     R"(,"status":"completed","output":[{"type":"function_call",)"
                                     R"("name":"f","call_id":"call_1","arguments":"{}"}])"));
        REQUIRE(session.calls().size() == 1);  // of a server without item events
        REQUIRE(session.answer("call_1", ""));
        CHECK(sent_by(session).size() == (responds ? 2 : 1));
    }
}

TEST_CASE("a response that is asked for during another waits for its end") {
    realtime_session session;
    REQUIRE(session.say("Hello"));
    CHECK(sent_by(session) ==
          strings{R"({"type":"conversation.item.create","item":{"type":"message","role":"user",)"
                  R"("content":[{"type":"input_text","text":"Hello"}]}})",
                  std::string(asks)});
    REQUIRE(session.respond());  // the first has not begun
    CHECK(session.unsent().empty());
    take(session, response_event("response.created"));
    REQUIRE(session.respond());
    CHECK(session.unsent().empty());
    take(session, response_event("response.done"));
    CHECK(sent_by(session) == strings{std::string(asks)});
    // refused: another may be asked for
    take(session, R"({"type":"error","error":{"message":"no"}})");
    REQUIRE(session.respond());
    CHECK(sent_by(session) == strings{std::string(asks)});
}

TEST_CASE("a response that the program asks for by an event counts, unless it is beside the rest") {
    realtime_session session;
    REQUIRE(session.send(
        RealtimeResponseCreate{.response = RealtimeResponseParams{.conversation = "none"}}));
    REQUIRE(session.respond());
    CHECK(sent_by(session).size() == 2);
    realtime_session other;
    REQUIRE(other.send(RealtimeResponseCreate{}));
    REQUIRE(other.respond());
    CHECK(sent_by(other).size() == 1);
    take(other, response_event("response.created"));
    take(other, response_event("response.done"));
    CHECK(other.unsent().empty());  // what was asked for has begun
}

TEST_CASE("the transcript has what both said") {
    realtime_session session;
    take(session, R"({"type":"conversation.item.added","item":{"type":"message","id":"u1",)"
                  R"("role":"user","content":[{"type":"input_audio"}]},"previous_item_id":null})");
    take(session, R"({"type":"conversation.item.added","item":{"type":"message","id":"a1",)"
                  R"("role":"assistant","content":[]},"previous_item_id":"u1"})");
    take(session, R"({"type":"response.output_audio_transcript.delta","item_id":"a1",)"
                  R"("content_index":0,"delta":"Good "})");
    take(session, R"({"type":"conversation.item.input_audio_transcription.delta","item_id":"u1",)"
                  R"("content_index":0,"delta":"hel"})");
    take(session, R"({"type":"conversation.item.input_audio_transcription.completed",)"
                  R"("item_id":"u1","content_index":0,"transcript":"Hello."})");
    take(session, R"({"type":"response.output_audio_transcript.done","item_id":"a1",)"
                  R"("content_index":0,"transcript":"Good day."})");
    take(session, R"({"type":"conversation.item.done","item":{"type":"message","id":"a1",)"
                  R"("role":"assistant","status":"completed",)"
                  R"("content":[{"type":"output_audio","transcript":"Good day."}]}})");
    REQUIRE(session.turns().size() == 2);
    CHECK(session.turns()[0].text == "Hello.");
    CHECK(session.turns()[0].role == Role::user);
    CHECK(session.turns()[1].text == "Good day.");
    CHECK(session.turns()[1].complete);
    take(session, R"({"type":"conversation.item.truncated","item_id":"a1","audio_end_ms":1})");
    CHECK(session.turns()[1].interrupted);
    take(session, R"({"type":"conversation.item.deleted","item_id":"u1"})");
    CHECK(session.turns().size() == 1);
}

TEST_CASE("what a server can make a session remember is bounded") {
    realtime_session session({.turns = 4, .turn_text = 10, .tool_calls = 3});
    for (int i = 0; i != 3; ++i) take(session, call_event(std::to_string(i)));
    take(session, call_event("0"));  // known
    const auto calls = session.receive(call_event("3"));
    REQUIRE_FALSE(calls);
    CHECK(calls.error().code == errc::limit_exceeded);
    CHECK(session.calls().size() == 3);
    for (int i = 0; i != 64; ++i) {
        take(session,
             R"({"type":"response.created","response":{"id":"r)" + std::to_string(i) + R"("}})");
    }
    CHECK_FALSE(session.receive(response_event("response.created")));
    for (int i = 0; i != 9; ++i) {
        take(session, R"({"type":"response.output_text.delta","item_id":"i)" + std::to_string(i) +
                          R"(","delta":"abcdefghij"})");
    }
    CHECK(session.turns().size() == 4);
    CHECK_FALSE(
        session.receive(R"({"type":"response.output_text.delta","item_id":"i8","delta":"k"})"));
}

#if defined(__cpp_exceptions)
TEST_CASE("running out of memory at any allocation is an error, and the session can be used on") {
    const std::string created =
        R"({"type":"session.created","session":{"type":"realtime","id":"a session of some length",)"
        R"("audio":{"output":{"format":{"type":"audio/pcm","rate":24000}}}}})";
    const std::string item =
        R"({"type":"conversation.item.added","item":{"type":"message","id":"a1","role":"user",)"
        R"("content":[{"type":"input_text","text":"a text of a length that is not small"}]}})";
    const strings texts{created, response_event("response.created"),
                        call_event("a call of a length that is not small"),
                        audio_event("an item of a length that is not small", 3000), item};
    for (std::size_t fails = 0;; ++fails) {
        realtime_session session;
        std::size_t errors = 0;
        const std::size_t failures = support::allocations.failures;
        support::allocations.until_failure = fails;
        for (const auto& text : texts) {
            const auto done = session.receive(text);
            if (!done) ++errors;
            if (!done && done.error().code != errc::out_of_memory) errors += 100;
        }
        for (const bool done : {static_cast<bool>(session.append(std::vector<std::uint8_t>(0))),
                                static_cast<bool>(session.say("a text of a length not small")),
                                static_cast<bool>(session.interrupt(0))}) {
            if (!done) ++errors;
        }
        support::allocations.until_failure = support::allocation_ledger::never;
        const bool failed = support::allocations.failures != failures;
        CHECK(errors == (failed ? 1 : 0));
        take(session, audio_event("item", 48));
        CHECK(session.audio().size() == 48);
        if (!failed) break;
    }
}
#endif

}  // namespace realtime_session_machine_tests
