// stream_cut: chunks, end, error, facts and response of a chat stream depend on its bytes, never on
// the cuts; what is ordinary in it is read as by itself; text that is handed out is UTF-8. Input: a
// seed (edits, limits, mode, how the transport ends, cuts) and the stream, which is edited by
// events before it is tried.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oracle/stream_end.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

struct setup {
    limits bounds{};
    json::read_mode mode = json::tolerant;
    bool transport_fails = false;
};

struct outcome {
    std::vector<std::string> chunks{};
    std::string response{};
    stream_end end{};
    errc code{};
    std::size_t offset = 0;
    std::string text{};  // path and message of the error, status of the API's
    stream_facts facts{};
    std::vector<ChatCompletionChoice> choices{};
    bool accumulated = true;

    std::string content_of(std::int64_t index) const {
        for (const auto& c : choices) {
            if (c.index != index || !c.message || !c.message->content) continue;
            const auto* content = std::get_if<std::string>(&*c.message->content);
            return content ? *content : "";
        }
        return "";
    }

    friend bool operator==(const outcome& a, const outcome& b) {
        return a.chunks == b.chunks && a.response == b.response && a.end == b.end &&
               a.code == b.code && a.offset == b.offset && a.text == b.text &&
               a.facts.done_seen == b.facts.done_seen &&
               a.facts.transport_clean == b.facts.transport_clean &&
               a.facts.all_finished == b.facts.all_finished && a.facts.chunks == b.facts.chunks &&
               a.facts.skipped_count == b.facts.skipped_count &&
               a.facts.skipped == b.facts.skipped && a.facts.excerpt == b.facts.excerpt;
    }
};

// Writing refuses text that is not UTF-8.
template <class T>
std::string written(const T& value) {
    auto text = json::write(value);
    must(text.has_value(), "text that is handed out is UTF-8");
    must(find_invalid_utf8(*text) == std::string_view::npos, "so is raw JSON");
    return *std::move(text);
}

outcome decode(std::string_view text, const fuzz::cutting& cuts, const setup& s) {
    outcome out;
    stream_decoder<ChatCompletionChunk> decoder(s.bounds, s.mode);
    accumulator<ChatCompletionChunk> whole(s.bounds);
    bool ended = false;
    const auto drain = [&] {
        while (const ChatCompletionChunk* chunk = decoder.next()) {
            must(!ended, "nothing comes after the end");
            out.chunks.push_back(written(*chunk));
            out.accumulated = whole.add(*chunk) == errc::ok && out.accumulated;
        }
        must(!ended || decoder.ended(), "an end is for good");
        ended = decoder.ended();
    };
    fuzz::each_piece(text, cuts, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    if (s.transport_fails) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    must(ended && decoder.end() != stream_end::open, "every stream ends");
    must(decoder.ok() == (decoder.error().code == errc::ok), "an end is good or has an error");

    const auto end = decoder.end();
    decoder.feed("data: {\"choices\":[{\"delta\":{\"content\":\"late\"}}]}\n\ndata: [DONE]\n\n");
    decoder.finish();
    decoder.cancel();
    drain();
    must(decoder.end() == end, "nothing changes the end");
    must(find_invalid_utf8(decoder.error().message) == std::string_view::npos,
         "an error's message is UTF-8");

    out.response = written(whole.response());
    out.choices = whole.response().choices;
    out.end = end;
    out.code = decoder.error().code;
    out.offset = decoder.error().offset;
    out.text = decoder.error().path + '|' + decoder.error().message;
    out.facts = decoder.facts();
    must(out.facts.chunks == out.chunks.size(), "what was delivered is counted");
    must(out.facts.done_seen == (end == stream_end::complete), "complete is what [DONE] came for");
    return out;
}

oracle::chat_stream reference(std::string_view text, const setup& s) {
    oracle::chat_stream_options options;
    options.event_limit = s.bounds.event;
    options.line_limit = s.bounds.line;
    options.body_limit = s.bounds.body;
    options.choice_limit = s.bounds.choices;
    options.mode = s.mode;
    options.transport_fails = s.transport_fails;
    return oracle::read_chat_stream(text, options);
}

void compare(const outcome& got, const oracle::chat_stream& expected) {
    must(got.chunks.size() >= expected.chunks.size(), "everything before the end is delivered");
    for (std::size_t i = 0; i != expected.chunks.size(); ++i) {
        must(got.chunks[i] == written(expected.chunks[i]), "a chunk is read as by itself");
    }
    if (expected.end.empty()) return;
    must(name(got.end) == expected.end, "the end is what the reference says");
    must(got.facts.all_finished == expected.all_finished, "so is what has finished");
    if (expected.end == "api_error") {
        must(got.offset == expected.error_at, "an error lies where its event begins");
    }
    if (expected.all_chunks) {
        must(got.chunks.size() == expected.chunks.size(), "and nothing is added");
    }
    if (!expected.contents || !got.accumulated) return;
    for (const auto& [index, text] : *expected.contents) {
        must(got.content_of(index) == text, "halves of characters are joined, or replaced");
    }
}

std::string edited(std::string_view text, fuzz::seeded& random) {
    std::vector<std::string> events;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t blank = text.find("\n\n", from);
        const std::size_t to = blank == std::string_view::npos ? text.size() : blank + 2;
        events.emplace_back(text.substr(from, to - from));
        from = to;
    }
    const auto replace_all = [](std::string& in, std::string_view what, std::string_view by) {
        for (std::size_t at = 0; (at = in.find(what, at)) != std::string::npos; at += by.size()) {
            in.replace(at, what.size(), by);
        }
    };
    for (std::size_t n = random.below(2) == 0 ? 0 : random.below(5); n != 0 && !events.empty();
         --n) {
        const std::size_t i = random.below(events.size());
        const auto at = events.begin() + static_cast<std::ptrdiff_t>(i);
        switch (random.below(8)) {
            case 0:
                events.erase(at);
                break;
            case 1:
                events.insert(at, std::string(*at));
                break;
            case 2:
                std::swap(events[i], events[random.below(events.size())]);
                break;
            case 3:  // two payloads in one event
                if (at->ends_with("\n\n")) at->pop_back();
                break;
            case 4:  // one payload in several lines
                replace_all(*at, ",", ",\ndata:");
                break;
            case 5:
                replace_all(*at, "\n", random.below(2) == 0 ? "\r\n" : "\r");
                break;
            case 6:
                events.insert(at, random.below(2) == 0 ? ": ping\n\n" : "data:\n\n");
                break;
            default:
                if (!at->empty()) {
                    (*at)[random.below(at->size())] = static_cast<char>(random.below(256));
                }
        }
    }
    std::string out;
    for (const auto& e : events) out += e;
    return out;
}

void stream_cut(std::string_view input) {
    fuzz::seeded random(input);
    const std::string text = edited(random.text, random);
    setup s;
    if (random.below(4) == 0) {
        s.bounds.event = 200 + random.below(400);
        s.bounds.line = 5 + random.below(60);
        s.bounds.body = 100 + random.below(800);
        s.bounds.excerpt = random.below(40);
        s.bounds.choices = 1 + random.below(3);
        s.bounds.tool_calls = 1 + random.below(3);
    }
    s.mode = random.below(4) == 0 ? json::strict : json::tolerant;
    s.transport_fails = random.below(4) == 0;

    const outcome whole = decode(text, {}, s);
    compare(whole, reference(text, s));
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, text.size())) {
        must(decode(text, cuts, s) == whole, "the same for every cut");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    stream_cut(fuzz::text_of(data, size));
    return 0;
}
