// The code of docs/realtime.md, compiled and run.
#include "harness.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include <oaiwire/realtime.hpp>

namespace docs_tests { namespace realtime_page {

using namespace oaiwire;

namespace {

// A server that says what it is told to, over either kind of connection.
struct said_stream {
    std::shared_ptr<std::deque<std::string>> messages;
    std::shared_ptr<std::vector<std::string>> sent;
    std::string last{};
    bool closed_ = false;
    http::close_status status{};
    http::response_head head_{101, {}};
    oaiwire::error error_{};

    result<void> send(http::message_kind, std::string_view text) {
        sent->emplace_back(text);
        return {};
    }
    std::optional<http::message> next() {
        if (messages->empty()) return std::nullopt;
        last = messages->front();
        messages->pop_front();
        return http::message{http::message_kind::text, last};
    }
    result<void> close(std::uint16_t code, std::string_view) {
        closed_ = true;
        status.code = code;
        return {};
    }
    const http::close_status& closed() const { return status; }
};
struct waiting_stream : said_stream {
    const http::response_head& head() const { return head_; }
    result<std::optional<http::message>> receive(std::int64_t) { return next(); }
    bool ended() const { return closed_; }
};
struct polled_stream : said_stream {
    const http::response_head* head() const { return &head_; }
    std::size_t unsent() const { return 0; }
    bool ended() const { return messages->empty(); }
    const oaiwire::error& error() const { return error_; }
};
struct said_transport {
    std::shared_ptr<std::deque<std::string>> messages = std::make_shared<std::deque<std::string>>();
    std::shared_ptr<std::vector<std::string>> sent = std::make_shared<std::vector<std::string>>();

    result<waiting_stream> connect(const http::duplex_request&) {
        return waiting_stream{{.messages = messages, .sent = sent}};
    }
    polled_stream start(const http::duplex_request&) {
        return {{.messages = messages, .sent = sent}};
    }
    bool poll(std::int64_t) { return true; }
};

struct player_of {
    std::size_t bytes = 0;
    std::int64_t ms = 0;
    void play(std::span<const std::uint8_t> audio) { bytes += audio.size(); }
    std::int64_t played_ms() const { return ms; }
    void clear() {}
};

const std::string audio_delta =
    R"({"type":"response.output_audio.delta","item_id":"item_1","content_index":0,"delta":")" +
    to_base64(std::vector<std::uint8_t>(4800)) + "\"}";
const std::string speech_started = R"({"type":"input_audio_buffer.speech_started","item_id":"u"})";
const std::string done = R"({"type":"response.done","response":{"id":"r","status":"completed"}})";
const std::string called =
    R"({"type":"response.output_item.done","response_id":"r","item":{"type":"function_call",)"
    R"("name":"weather","call_id":"call_1","arguments":"{\"city\":\"Paris\"}"}})";

std::string weather(std::string_view arguments) {
    return arguments.find("Paris") == arguments.npos ? "?" : "20 degrees";
}

bool speak(said_transport& transport, const endpoint& where, player_of& player,
           std::span<const std::uint8_t> microphone) {
    // [realtime]
    auto talk = oaiwire::connect_realtime(transport, where, {.model = "gpt-realtime"});
    if (!talk) return false;  // talk.error()
    oaiwire::realtime_session& session = talk->session();
    auto sent = session.send(oaiwire::RealtimeSessionUpdate{
        .session = oaiwire::RealtimeSession{.instructions = "Be brief."}});
    if (sent) sent = session.append(microphone);  // base64 is made in the message
    if (!sent) return false;

    while (!talk->ended()) {
        auto event = talk->next();  // sends what is queued, and waits
        if (!event) return false;
        if (*event == nullptr) break;  // the server has closed the connection
        player.play(talk->audio());    // decoded; empty unless the event has audio
        using type = oaiwire::RealtimeServerEventType;
        if (const auto* heard = std::get_if<oaiwire::RealtimeInputAudioEvent>(*event)) {
            if (heard->type == type::input_audio_buffer_speech_started) {
                player.clear();  // the user interrupts
                if (!session.interrupt(player.played_ms())) return false;
            }
        }
        if (const auto* ended = std::get_if<oaiwire::RealtimeResponseEvent>(*event)) {
            if (ended->type == type::response_done) break;
        }
    }
    for (const auto& turn : session.turns()) std::cout << turn.text << '\n';
    // [/realtime]
    return true;
}

}  // namespace

TEST_CASE("a session is as docs/realtime.md says") {
    said_transport transport;
    *transport.messages = {
        R"({"type":"response.created","response":{"id":"r"}})",
        audio_delta,
        R"({"type":"response.output_audio_transcript.delta","item_id":"item_1","delta":"Hi"})",
        speech_started,
        audio_delta,
        done};
    player_of player{.ms = 40};
    const captured_output out;
    CHECK(speak(transport, {.base_url = "https://api.example.com/v1"}, player,
                std::vector<std::uint8_t>{1, 2, 3}));
    CHECK(player.bytes == 4800);  // the rest was not to be heard
    CHECK(out.text() == "Hi\n");
    REQUIRE(transport.sent->size() == 4);
    CHECK(transport.sent->at(1) == R"({"type":"input_audio_buffer.append","audio":"AQID"})");
    CHECK(transport.sent->at(3).find(R"("audio_end_ms":40)") != std::string::npos);
}

TEST_CASE("calls of functions are answered as docs/realtime.md says") {
    oaiwire::realtime_session session;
    CHECK(session.receive(called));

    // [realtime_tools]
    while (!session.calls().empty()) {
        const oaiwire::realtime_tool_call call = session.calls().front();
        const std::string output =
            call.name == "weather" ? weather(call.arguments) : "no such tool";
        if (!session.answer(call.call_id, output)) break;
    }
    // [/realtime_tools]

    CHECK(session.calls().empty());
    CHECK(session.unsent().find("20 degrees") != std::string::npos);
}

TEST_CASE("a program with its own loop polls as docs/realtime.md says") {
    said_transport transport;
    *transport.messages = {audio_delta, audio_delta};
    player_of player;
    const endpoint where{.base_url = "https://api.example.com/v1"};

    // [realtime_polled]
    auto talk = oaiwire::start_realtime(transport, where, {.model = "gpt-realtime"});
    while (talk && !talk->ended()) {  // each frame
        transport.poll(0);
        for (;;) {
            auto event = talk->next();
            if (!event || *event == nullptr) break;
            player.play(talk->audio());
        }
    }
    // [/realtime_polled]

    CHECK(player.bytes == 9600);
}

TEST_CASE("an ephemeral key is made as docs/realtime.md says") {
    const oaiwire::replay_transport http({answer(R"({"value":"ek_1","expires_at":1})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    std::string key;

    // [realtime_key]
    auto made = api.create(oaiwire::CreateRealtimeClientSecretRequest{
        .expires_after = oaiwire::ClientSecretExpiry{.anchor = "created_at", .seconds = 60},
        .session = oaiwire::RealtimeSession{.model = "gpt-realtime"}});
    if (made) key = made->value.value_or("");
    // [/realtime_key]

    CHECK(key == "ek_1");
}

}}  // namespace docs_tests::realtime_page
