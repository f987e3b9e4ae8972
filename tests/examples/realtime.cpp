// The example programs serve, with the library's own sessions as its clients, and realtime, with
// WAV files.
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/realtime.hpp>
#include <oaiwire/transport/curl_websocket.hpp>

#include <support/catch.hpp>

#include "../../examples/support/wav.hpp"
#include "serve_program.hpp"

namespace realtime_example_tests {

namespace {

using namespace oaiwire;
using support::serve_program;
using type = RealtimeServerEventType;

// What came until the end of the response, for `handle` to add to.
struct heard {
    std::string audio{};
    std::string errors{};
    int responses = 0;
};

template <class Socket, class Handle>
heard listen(Socket& socket, int responses, Handle&& handle) {
    heard out;
    while (out.responses != responses) {
        const auto event = socket.next(10'000);
        if (!event || *event == nullptr) {
            out.errors += event ? "nothing came" : to_string(event.error());
            break;
        }
        const auto audio = socket.audio();
        out.audio.append(audio.begin(), audio.end());
        if (const auto* e = std::get_if<RealtimeErrorEvent>(*event)) {
            out.errors += e->error->message.value_or("an error");
        }
        const auto* ended = std::get_if<RealtimeResponseEvent>(*event);
        if (ended && ended->type == type::response_done) ++out.responses;
        handle(**event, out);
    }
    return out;
}

RealtimeSessionUpdate manual() {
    return {.session =
                RealtimeSession{.audio = RealtimeAudioConfig{
                                    .input = RealtimeAudioInput{
                                        .transcription = AudioTranscription{.model = "whisper-1"},
                                        .turn_detection = null}}}};
}
std::span<const std::uint8_t> bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

TEST_CASE("serve's Realtime session gives back audio, calls tools and is interrupted") {
    const serve_program server("beast");
    if (!server.started()) return;
    curl_websocket_transport transport;
    auto opened = connect_realtime(transport, {.base_url = server.base_url()}, {.model = "any"});
    REQUIRE(opened);
    auto& socket = *opened;
    const auto nothing = [](const RealtimeServerEvent&, heard&) {};
    const std::string tone = example::tone(500);

    REQUIRE(socket->send(manual()));
    REQUIRE(socket->append(bytes_of(tone)));
    REQUIRE(socket->send(RealtimeInputAudioCommit{}));
    REQUIRE(socket->respond());
    auto out = listen(socket, 1, nothing);
    CHECK(out.errors.empty());
    CHECK(out.audio == tone);
    CHECK(socket.session().turns().front().text == "500 ms of audio");

    // a tool, and the answer to its result
    REQUIRE(socket->say("call weather"));
    out = listen(socket, 2, [&](const RealtimeServerEvent&, heard& all) {
        while (!socket->calls().empty()) {
            const auto call = socket->calls().front();
            if (call.name != "weather") all.errors += call.name;
            if (!socket->answer(call.call_id, "20 degrees")) all.errors += "no answer";
        }
    });
    CHECK(out.errors.empty());
    CHECK(socket.session().turns().back().text == "The tool says: 20 degrees");
    CHECK(socket.session().rate_limits().size() == 1);

    // what the user did not hear is cut, and the server agrees about the lengths
    const std::int64_t before = socket.session().playback().end_ms();
    REQUIRE(socket->say(std::string(100, 'a')));
    bool interrupted = false;
    std::int64_t kept = -1;
    out = listen(socket, 1, [&](const RealtimeServerEvent&, heard& all) {
        if (all.audio.size() < 4800 || std::exchange(interrupted, true)) return;
        const auto cuts = socket->interrupt(before + 60);
        if (!cuts || cuts->size() != 1) all.errors += "no cut";
    });
    CHECK(out.errors.empty());
    CHECK(interrupted);
    while (kept < 0) {
        const auto event = socket.next(10'000);
        REQUIRE(event);
        REQUIRE(*event != nullptr);
        CHECK_FALSE(std::holds_alternative<RealtimeErrorEvent>(**event));
        const auto* change = std::get_if<RealtimeItemChangeEvent>(*event);
        if (change) kept = change->audio_end_ms.value_or(-2);
    }
    CHECK(kept == 60);
    CHECK(socket.session().turns().back().interrupted);
    CHECK(socket.close());
}

TEST_CASE("serve hears when the user speaks and stops, and interrupts its response by itself") {
    const serve_program server("beast");
    if (!server.started()) return;
    curl_websocket_transport transport;
    auto opened = connect_realtime(transport, {.base_url = server.base_url()}, {.model = "any"});
    REQUIRE(opened);
    auto& socket = *opened;
    REQUIRE(socket->append(bytes_of(example::tone(1000))));
    REQUIRE(socket->append(bytes_of(std::string(48 * 600, '\0'))));  // silence
    bool spoke = false;
    const auto out = listen(socket, 1, [&](const RealtimeServerEvent& event, heard& all) {
        if (all.audio.size() >= 9600 && !std::exchange(spoke, true)) {
            if (!socket->append(bytes_of(example::tone(100)))) all.errors += "no audio";
        }
        const auto* input = std::get_if<RealtimeInputAudioEvent>(&event);
        if (input && spoke && input->type == type::input_audio_buffer_speech_started) {
            if (!socket->interrupt(100)) all.errors += "no interruption";
        }
        const auto* ended = std::get_if<RealtimeResponseEvent>(&event);
        if (ended && ended->type == type::response_done) {
            CHECK(ended->response->status == RealtimeResponseStatus::cancelled);
            CHECK(ended->response->status_details->reason == RealtimeStatusReason::turn_detected);
        }
    });
    CHECK(out.errors.empty());
    CHECK(spoke);
}

TEST_CASE("an ephemeral key of serve opens a session, and another does not") {
    const serve_program server("beast", {"--key", "sk-one"});
    if (!server.started()) return;
    auto api = server.client("sk-one");
    const auto made = api.create(CreateRealtimeClientSecretRequest{
        .expires_after = ClientSecretExpiry{.anchor = "created_at", .seconds = 60},
        .session = RealtimeSession{.model = "any"}});
    REQUIRE(made);
    curl_websocket_transport transport;
    for (const auto& key : {std::string("sk-one"), made->value.value_or(""), std::string("ek_")}) {
        const auto socket = connect_realtime(
            transport, {.base_url = server.base_url(), .api_key = secret{key}}, {.model = "any"});
        CHECK(static_cast<bool>(socket) == (key != "ek_"));
        if (!socket) CHECK(socket.error().api.status == 401);
    }
}

TEST_CASE("realtime speaks a WAV file and writes what it hears into another") {
    const serve_program server("beast");
    if (!server.started()) return;
    const auto folder = std::filesystem::temp_directory_path();
    const auto name = "oaiwire-realtime-" + std::to_string(getpid());
    const auto in = (folder / (name + "-in.wav")).string();
    const auto out = (folder / (name + "-out.wav")).string();
    REQUIRE(example::write_wav(in, example::tone(700)));
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.begin(), OAIWIRE_TEST_EXAMPLES "/realtime");
        support::program p(std::move(words), {"OPENAI_BASE_URL=" + server.base_url()});
        const int status = p.wait();
        return std::to_string(status) + p.out() + p.err();
    };
    CHECK(run({in, out}) ==
          "0user: 700 ms of audio\nassistant: (what you said)\n"
          "33600 bytes of audio\n");
    std::string samples;
    CHECK(example::read_wav(out, samples));
    CHECK(samples == example::tone(700));
    CHECK(run({"--interrupt", "250", in, out}) ==
          "0user: 700 ms of audio\nassistant: (what you said) ...\n12000 bytes of audio\n");
    CHECK(example::read_wav(out, samples));
    CHECK(samples == example::tone(700).substr(0, 12000));
    CHECK(run({out + ".none"}).find("is no WAV file") != std::string::npos);
    CHECK(run({"--voice"}).starts_with("2usage: realtime"));
    std::filesystem::remove(in);
    std::filesystem::remove(out);
}

}  // namespace realtime_example_tests
