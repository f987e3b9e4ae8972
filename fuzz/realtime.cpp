// realtime: a session does what a reference does with the same messages: it plays the bytes of the
// audio that was not cut, and cuts where the user stopped to hear; what it sends can be read; what
// it keeps is bounded. Input: a seed, and lines: messages of a server, or "!interrupt MS", "!say
// TEXT",
// "!audio N", "!answer ID OUTPUT", "!respond", "!sent N".
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/session/realtime_session.hpp>
#include <oracle/realtime_playback.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// The bytes of base64, digit by digit; nothing if it is none.
std::optional<std::string> decoded(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t padded = text.size();
    for (int i = 0; i != 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    if (text.size() != padded && padded % 4 != 0) return std::nullopt;
    if (text.size() % 4 == 1 ||
        (padded - text.size() != (4 - text.size() % 4) % 4 && padded != text.size())) {
        return std::nullopt;
    }
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) return std::nullopt;
        bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFF;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out.push_back(static_cast<char>(bits >> held & 0xFF));
    }
    if ((bits & ((1U << held) - 1)) != 0) return std::nullopt;
    return out;
}

struct run {
    static constexpr std::size_t most_turns = 8;
    static constexpr std::size_t most_text = 100;

    realtime_session session{{.message = 5000,
                              .unsent = 20'000,
                              .turns = most_turns,
                              .turn_text = most_text,
                              .tool_calls = 4}};
    oracle::realtime_playback reference{};
    std::vector<std::string> cut{};
    bool compared = true;  // nothing has come that the reference does not model

    // Audio of a message that is nothing unusual.
    void play(const nlohmann::json& event, const std::string& bytes) {
        const std::string id = event["item_id"];
        const std::int64_t part = event["content_index"];
        const auto audio = session.audio();
        if (std::find(cut.begin(), cut.end(), id) != cut.end()) {
            return must(audio.empty(), "what was cut is not played");
        }
        must(std::string(audio.begin(), audio.end()) == bytes, "audio is what was sent");
        auto at = std::find_if(reference.items.begin(), reference.items.end(),
                               [&](const auto& i) { return i.id == id && i.part == part; });
        if (bytes.empty()) return;
        if (at == reference.items.end()) {
            reference.items.push_back({.id = id, .part = part});
            at = reference.items.end() - 1;
        }
        at->bytes += bytes.size();
        compared = compared && reference.items.size() <= 64;
    }
    void end(const nlohmann::json& event) {
        for (auto& i : reference.items) {
            if (i.id == event["item_id"] && i.part == event["content_index"]) i.complete = true;
        }
    }

    void receive(std::string_view line) {
        const fuzz::block message(line);
        const auto done = session.receive(message.view());
        const auto* event = session.next();
        must(static_cast<bool>(done) == (event != nullptr), "an event, or an error");
        must(session.next() == nullptr, "an event comes once");
        must(session.turns().size() <= most_turns, "few turns are kept");
        for (const auto& turn : session.turns()) {
            must(turn.text.size() <= most_text && turn.text.capacity() <= 2 * most_text,
                 "texts are bounded");
        }
        must(session.calls().size() <= 4, "few calls wait");
        const auto json = nlohmann::json::parse(line, nullptr, false);
        const bool usual = json.is_object() && json.contains("type") && json["type"].is_string() &&
                           std::count(line.begin(), line.end(), '"') < 60;
        if (!usual || session.output_bytes_per_ms() != 48) compared = false;
        if (!compared || !usual) return;
        const std::string type = json["type"];
        const bool names = json.contains("item_id") && json["item_id"].is_string() &&
                           json.contains("content_index") &&
                           json["content_index"].is_number_integer() &&
                           json["content_index"] <= INT64_MAX;
        if (type == "response.output_audio.delta" || type == "response.audio.delta") {
            if (!names || !json.contains("delta") || !json["delta"].is_string()) {
                compared = false;
                return;
            }
            const auto bytes = decoded(std::string(json["delta"]));
            must(!done || bytes, "what is no base64 is refused");
            // members of one name are read as the last of them, by both
            must(done || !bytes || line.size() > 5000, "what is base64 is decoded");
            if (done) play(json, *bytes);
        } else if (type == "response.output_audio.done" || type == "response.audio.done") {
            if (!names) {
                compared = false;
                return;
            }
            if (done) end(json);
        }
    }

    void interrupt(std::int64_t played_ms) {
        const auto cuts = session.interrupt(played_ms);
        must(static_cast<bool>(cuts), "an interruption needs no room");
        const auto due = reference.interrupt(played_ms);
        if (!compared) return;
        must(cuts->size() == due.size(), "the items that are cut");
        for (std::size_t i = 0; i != due.size(); ++i) {
            must((*cuts)[i] == realtime_cut{due[i].id, due[i].part, due[i].heard_ms},
                 "where they are cut");
            cut.push_back(due[i].id);
            if (cut.size() > 64) cut.erase(cut.begin());
        }
    }

    // Takes messages that wait; each is an event of a client.
    void sent(std::size_t n) {
        for (; n != 0 && !session.unsent().empty(); --n) {
            const auto event = json::read<RealtimeClientEvent>(session.unsent());
            must(event && !std::holds_alternative<raw_json>(*event), "what is sent can be read");
            session.sent();
        }
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded random(fuzz::text_of(data, size));
    run all;
    std::string_view left = random.text;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        const std::string_view line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        const std::string_view rest = line.substr(std::min(line.find(' '), line.size()));
        const long number = std::strtol(std::string(rest).c_str(), nullptr, 10);
        if (line.starts_with("!interrupt")) {
            all.interrupt(std::clamp(number, -10L, 10'000L));
        } else if (line.starts_with("!say")) {
            static_cast<void>(all.session.say(rest));
        } else if (line.starts_with("!audio")) {
            const std::vector<std::uint8_t> audio(
                static_cast<std::size_t>(std::clamp(number, 0L, 9000L)), 7);
            static_cast<void>(all.session.append(audio));
        } else if (line.starts_with("!answer")) {
            const std::string_view id = rest.substr(std::min(rest.size(), std::size_t{1}));
            static_cast<void>(all.session.answer(id, "output"));
        } else if (line.starts_with("!respond")) {
            static_cast<void>(all.session.respond());
        } else if (line.starts_with("!sent")) {
            all.sent(random.below(4));
        } else {
            all.receive(line);
        }
        fuzz::must(all.session.unsent_size() < 100'000, "what waits is bounded");
    }
    all.sent(1'000'000);
    fuzz::must(all.session.unsent_size() == 0, "all is sent");
    return 0;
}
