// The end of streams that are cut at every byte, against the reference decoder.
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oracle/stream_end.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/chat_bodies.hpp>
#include <support/full_size.hpp>

namespace stream_end_tests {

using namespace oaiwire;

namespace {

struct tally {
    std::size_t all = 0, known = 0;
};

std::string content_of(const ChatCompletion& response, std::int64_t index) {
    for (const auto& c : response.choices) {
        if (c.index != index || !c.message || !c.message->content) continue;
        const auto* text = std::get_if<std::string>(&*c.message->content);
        return text ? *text : "";
    }
    return "";
}

// The differences; "" if there are none.
std::string difference(std::string_view body, const oracle::chat_stream_options& options,
                       const limits& bounds, tally& count) {
    const oracle::chat_stream expected = oracle::read_chat_stream(body, options);
    stream_decoder<ChatCompletionChunk> decoder(bounds, options.mode);
    accumulator<ChatCompletionChunk> whole(bounds);
    std::size_t chunks = 0;
    std::string wrong;
    const auto drain = [&] {
        while (const ChatCompletionChunk* chunk = decoder.next()) {
            const bool told = chunks < expected.chunks.size();
            if (told && !(*chunk == expected.chunks[chunks])) wrong = "a chunk is not as by itself";
            ++chunks;
            static_cast<void>(whole.add(*chunk));
        }
    };
    decoder.feed(body);
    drain();
    if (options.transport_fails) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    ++count.all;
    if (chunks < expected.chunks.size()) return "a chunk is missing";
    if (expected.end.empty()) return wrong;
    ++count.known;
    const std::string end(name(decoder.end_reason()));
    if (end != expected.end) return "ended " + end + " instead of " + expected.end;
    if (decoder.statistics().all_finished != expected.all_finished) return "what has finished";
    if (end == "api_error" && decoder.error().offset != expected.error_at) return "the offset";
    if (expected.all_chunks && chunks != expected.chunks.size()) return "a chunk too many";
    if (!expected.contents) return wrong;
    for (const auto& [index, text] : *expected.contents) {
        if (content_of(whole.response(), index) != text) return "the content: " + text;
    }
    return wrong;
}

tally check(const limits& bounds, json::read_mode mode, bool fails, std::size_t stride) {
    tally count;
    oracle::chat_stream_options options;
    options.event_limit = bounds.event;
    options.line_limit = bounds.line;
    options.body_limit = bounds.body;
    options.choice_limit = bounds.choices;
    options.mode = mode;
    options.transport_fails = fails;
    for (const std::string& body : support::chat_bodies()) {
        for (std::size_t size = 0; size <= body.size(); size += stride) {
            const std::string_view part(body.data(), size);
            const std::string wrong = difference(part, options, bounds, count);
            if (wrong.empty()) continue;
            INFO(support::escaped(part));
            REQUIRE(wrong == "");
        }
    }
    return count;
}

}  // namespace

TEST_CASE("a stream cut at any byte ends as in the reference decoder") {
    const auto stride = support::scaled<std::size_t>(11, 1, 1);
    for (const auto mode : {json::tolerant, json::strict}) {
        for (const bool fails : {false, true}) {
            const tally count = check({}, mode, fails, stride);
            CHECK(count.known * 10 > count.all * 9);
        }
    }
}

TEST_CASE("a stream that is cut or exceeds a limit ends as in the reference decoder") {
    const auto stride = support::scaled<std::size_t>(41, 5, 1);
    for (const std::size_t event : {0u, 20u, 60u, 90u, 130u, 200u}) {
        limits bounds;
        bounds.event = bounds.body = event;
        bounds.line = event / 2;
        bounds.choices = 1 + event / 100;
        const tally count = check(bounds, json::tolerant, false, stride);
        CHECK(count.known * 10 > count.all * 9);
    }
}

TEST_CASE("the stream cases end in the reference decoder as they state") {
    for (const auto& c : support::cases("stream_cases.jsonl")) {
        if (c.at("kind") != "chat_chunk" || !c.at("expect").contains("end")) continue;
        const std::string due = c.at("expect").at("end");
        INFO(c.at("name"));
        const std::string end = due == "done" ? "complete" : due == "error" ? "api_error" : due;
        const auto found = oracle::read_chat_stream(support::unescaped(c.at("body_escaped"))).end;
        if (!found.empty()) CHECK(found == end);
    }
}

}  // namespace stream_end_tests
