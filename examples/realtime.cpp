// realtime: speaks a WAV file to a model and writes what it answers into another. See
// `realtime --help`.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/realtime.hpp>
#include <oaiwire/transport/curl_websocket.hpp>

#include "support/wav.hpp"

namespace {

using namespace oaiwire;

constexpr const char* usage_text =
    "usage: realtime [--model M] [--voice V] [--interrupt MS] [--text T] [IN.wav [OUT.wav]]\n"
    "\n"
    "Sends the audio of IN.wav (16 bits, one channel, 24000 Hz; without it, a tone of a second) "
    "to\n"
    "a Realtime session, and writes the answer's audio to OUT.wav. The transcript is printed.\n"
    "\n"
    "  --model M         the model; default: OPENAI_MODEL, or gpt-realtime\n"
    "  --voice V         the voice that answers\n"
    "  --interrupt MS    interrupts the answer once that many milliseconds of it were heard\n"
    "  --text T          says T as text, in the place of audio\n"
    "\n"
    "OPENAI_BASE_URL sets the server (http://127.0.0.1:8000/v1, as `serve` prints it) and\n"
    "OPENAI_API_KEY the key. Exit status: 0, 1 if there is no answer, 2 wrong usage.\n";

struct arguments {
    std::string model{};
    std::string voice{};
    std::string text{};
    std::string in{};
    std::string out{};
    std::int64_t interrupt_ms = -1;
};

std::string environment(const char* name, const char* otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

bool parse(int count, char** words, arguments& to) {
    to.model = environment("OPENAI_MODEL", "gpt-realtime");
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (!word.starts_with("--")) {
            std::string& file = to.in.empty() ? to.in : to.out;
            if (!file.empty()) return false;
            file = word;
            continue;
        }
        if (++i == count) return false;
        if (word == "--model") {
            to.model = words[i];
        } else if (word == "--voice") {
            to.voice = words[i];
        } else if (word == "--text") {
            to.text = words[i];
        } else if (word == "--interrupt") {
            to.interrupt_ms = std::atoll(words[i]);
        } else {
            return false;
        }
    }
    return true;
}

bool fail(const error& why) {
    std::fprintf(stderr, "realtime: %s\n", to_string(why).c_str());
    return false;
}

// A turn is ended by commit(), and not by silence.
RealtimeSessionUpdate settings(const arguments& from) {
    RealtimeAudioConfig audio;
    audio.input = RealtimeAudioInput{.transcription = AudioTranscription{.model = "whisper-1"},
                                     .turn_detection = null};
    if (!from.voice.empty()) audio.output = RealtimeAudioOutput{.voice = from.voice};
    return {.session = RealtimeSession{.audio = std::move(audio)}};
}

// What the user says, and then a response is asked for.
result<void> speak(realtime_session& session, const arguments& from,
                   std::span<const std::uint8_t> audio) {
    if (auto done = session.send(settings(from)); !done) return done;
    if (!from.text.empty()) return session.say(from.text);
    constexpr std::size_t piece = 100 * 48;  // bytes of 100 ms
    for (; !audio.empty(); audio = audio.subspan(std::min(piece, audio.size()))) {
        auto done = session.append(audio.first(std::min(piece, audio.size())));
        if (!done) return done;
    }
    if (auto done = session.send(RealtimeInputAudioCommit{}); !done) return done;
    return session.respond();
}

bool run(const arguments& from) {
    std::string said;
    if (from.in.empty()) {
        said = example::tone(1000);
    } else if (!example::read_wav(from.in, said)) {
        std::fprintf(
            stderr,
            "realtime: %s cannot be read, or is no WAV file of 16 bits, one channel, 24000 Hz\n",
            from.in.c_str());
        return false;
    }
    endpoint where{.base_url = environment("OPENAI_BASE_URL", "https://api.openai.com/v1"),
                   .api_key = secret{environment("OPENAI_API_KEY", "")}};
    where.timeouts.idle_ms = 30'000;
    curl_websocket_transport transport;
    auto socket = connect_realtime(transport, where, {.model = from.model});
    if (!socket) return fail(socket.error());
    realtime_session& session = socket->session();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(said.data());
    if (auto done = speak(session, from, {bytes, said.size()}); !done) return fail(done.error());

    std::string heard;
    bool interrupted = false;
    for (;;) {
        const auto event = socket->next();
        if (!event) return fail(event.error());
        if (*event == nullptr) break;  // the server has closed
        heard.append(reinterpret_cast<const char*>(socket->audio().data()), socket->audio().size());
        const auto ms = static_cast<std::int64_t>(heard.size() / session.output_bytes_per_ms());
        if (from.interrupt_ms >= 0 && ms >= from.interrupt_ms &&
            !std::exchange(interrupted, true)) {
            // as a player would that had played no more than that
            heard.resize(static_cast<std::size_t>(from.interrupt_ms) *
                         session.output_bytes_per_ms());
            if (auto cut = session.interrupt(from.interrupt_ms); !cut) return fail(cut.error());
        }
        if (const auto* failed = std::get_if<RealtimeErrorEvent>(*event)) {
            const auto& message = failed->error->message;
            std::fprintf(stderr, "realtime: %s\n", message ? message->c_str() : "an error");
            return false;
        }
        const auto* ended = std::get_if<RealtimeResponseEvent>(*event);
        if (ended && ended->type == RealtimeServerEventType::response_done) break;
    }
    if (auto done = socket->close(); !done) return fail(done.error());
    for (const realtime_turn& turn : session.turns()) {
        std::printf("%s: %s%s\n", std::string(turn.role.text()).c_str(), turn.text.c_str(),
                    turn.interrupted ? " ..." : "");
    }
    std::printf("%zu bytes of audio\n", heard.size());
    return from.out.empty() || example::write_wav(from.out, heard);
}

}  // namespace

int main(int count, char** words) {
    arguments from;
    if (!parse(count, words, from)) {
        std::fputs(usage_text, stderr);
        return 2;
    }
    return run(from) ? 0 : 1;
}
