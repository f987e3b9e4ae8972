#include <oaiwire/server/completion_stream_writer.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <server/streams.hpp>

namespace completion_stream_writer_tests {

using namespace oaiwire;
using server_streams::event_of;
using server_streams::take;

namespace {

completion_stream_writer::settings settings() {
    return {.id = "cmpl-1", .model = "m", .created = 5};
}

}  // namespace

TEST_CASE(
    "each call sends what json::write makes of the typed chunk of text, and decodes to the whole") {
    for (std::uint64_t seed = 1; seed != 100; ++seed) {
        INFO(seed);
        support::random random(seed);
        auto s = settings();
        s.include_usage = seed % 2 == 0;
        s.obfuscate = seed % 3 == 0;
        if (seed % 5 == 0) s.system_fingerprint = "fp_1";
        responder to({.unsent_limit = 1'000'000});
        completion_stream_writer writer(to, s);

        std::vector<CompletionChunk> expected;
        CompletionChunk base{.id = s.id, .object = "text_completion", .created = 5, .model = "m"};
        if (s.include_usage) base.usage = null;
        if (!s.system_fingerprint.empty()) base.system_fingerprint = s.system_fingerprint;
        const auto expect = [&](std::int64_t choice, std::string text, std::string_view reason) {
            CompletionChunk chunk = base;
            chunk.choices.push_back({.text = std::move(text), .index = choice});
            chunk.choices[0].logprobs = null;
            chunk.choices[0].finish_reason = null;
            if (!reason.empty()) chunk.choices[0].finish_reason = reason;
            expected.push_back(std::move(chunk));
        };
        const std::size_t choices = 1 + random.below(3);
        std::map<std::int64_t, server_streams::whole_text> texts;
        for (std::size_t n = random.below(50); n != 0; --n) {
            const auto choice = static_cast<std::int64_t>(random.below(choices));
            const std::string piece = server_streams::piece(random);
            REQUIRE(writer.text(piece, choice));
            std::string said = texts[choice].add(piece);
            if (!said.empty()) expect(choice, std::move(said), "");
        }
        for (std::size_t i = 0; i != choices; ++i) {
            const auto choice = static_cast<std::int64_t>(i);
            REQUIRE(writer.finish("length", choice));
            std::string said = texts[choice].add("", true);
            if (!said.empty()) expect(choice, std::move(said), "");
            expect(choice, "", "length");
        }
        Usage usage;
        usage.completion_tokens = 4;
        REQUIRE(writer.done(&usage));
        if (s.include_usage) {
            expected.push_back(base);
            expected.back().usage = usage;
        }

        const std::string body = take(to);
        auto events = server_streams::split(body);
        REQUIRE(events.back() == "data: [DONE]\n\n");
        events.pop_back();
        REQUIRE(events.size() == expected.size());
        accumulator<CompletionChunk> sum;
        for (std::size_t i = 0; i != events.size(); ++i) {
            const auto typed = json::read<CompletionChunk>(
                std::string_view(events[i]).substr(6, events[i].size() - 8), json::strict);
            REQUIRE(typed);
            if (s.obfuscate) expected[i].obfuscation = typed->obfuscation;
            CHECK(typed->obfuscation.has_value() == s.obfuscate);
            CHECK(events[i] == event_of(expected[i]));
            REQUIRE(sum.add(expected[i]) == errc::ok);
        }
        const server_streams::received<CompletionChunk> got(body);
        CHECK(got.end == stream_end::complete);
        CHECK(got.response == sum.response());
    }
}

TEST_CASE("log probabilities of text completions are repaired, too") {
    responder to;
    completion_stream_writer writer(to, settings());
    Logprobs of;
    of.tokens = {"a\xff"};
    of.token_logprobs.emplace().push_back(-1.5);
    of.top_logprobs.emplace().push_back(string_map<double>{{"\xff", -2.0}});
    of.text_offset = std::vector<std::int64_t>{0};
    REQUIRE(writer.text("a\xff", of));
    REQUIRE(writer.chunk({.id = "other", .choices = {{.text = "b"}}}));
    REQUIRE(writer.done());
    const server_streams::received<CompletionChunk> got(take(to));
    REQUIRE(got.chunks.size() == 2);
    CHECK(got.chunks[0].choices[0].text == "a\xEF\xBF\xBD");
    CHECK(got.chunks[0].choices[0].logprobs->tokens->at(0) == "a\xEF\xBF\xBD");
    CHECK(got.chunks[0].choices[0].logprobs->top_logprobs->at(0)->at(0).first == "\xEF\xBF\xBD");
    CHECK(got.chunks[1].id == "other");
}

}  // namespace completion_stream_writer_tests
