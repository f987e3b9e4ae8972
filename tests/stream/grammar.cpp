#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/types/text.hpp>

#include <support/catch.hpp>
#include <support/random.hpp>
#include <support/stream_grammar.hpp>

namespace grammar_tests {

using namespace oaiwire;

namespace {

// The result as text, in a form that expectations can be written in.
std::string described(const std::string& end, const std::string& error, std::int64_t total,
                      const std::vector<support::grammar_choice>& choices) {
    std::string out = end + "|" + error + "|" + std::to_string(total);
    for (const auto& c : choices) {
        out += "\n" + std::to_string(c.index) + "|" + c.content + "|" + c.reasoning + "|" +
               c.refusal + "|" + c.finish;
        for (const auto& call : c.calls) {
            out += "\n  " + call.id + "|" + call.name + "|" + call.arguments;
        }
    }
    return out;
}

std::string expected(const support::grammar_answer& answer) {
    return described(answer.end, answer.error, answer.total_tokens.value_or(-1), answer.choices);
}

std::string decoded(std::string_view body, support::random& random) {
    stream_decoder<ChatCompletionChunk> decoder;
    accumulator<ChatCompletionChunk> whole;
    const std::size_t longest = random.one_in(3) ? body.size() + 1 : 1 + random.below(200);
    const auto drain = [&] {
        while (const auto* chunk = decoder.next()) whole.add(*chunk);
    };
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t n = std::min(1 + random.below(longest), body.size() - at);
        const std::string piece(body.substr(at, n));
        decoder.feed(piece);
        drain();
        at += n;
    }
    decoder.finish();
    drain();
    std::vector<support::grammar_choice> choices;
    for (const auto& c : whole.response().choices) {
        support::grammar_choice out;
        out.index = *c.index;
        const auto& m = *c.message;
        if (m.content) out.content = text(*m.content);
        out.reasoning = reasoning(m).value_or("");
        out.refusal = m.refusal.value_or("");
        if (c.finish_reason) out.finish = std::string(c.finish_reason->text());
        for (const auto& call : m.tool_calls.value_or(std::vector<ToolCall>())) {
            out.calls.push_back({call.id.value_or(""), call.function->name.value_or(""),
                                 call.function->arguments.value_or("")});
        }
        choices.push_back(std::move(out));
    }
    const auto& usage = whole.response().usage;
    return described(std::string(name(decoder.end_reason())),
                     decoder.end_reason() == stream_end::api_error ? decoder.error().message : "",
                     usage ? usage->total_tokens.value_or(-1) : -1, choices);
}

}  // namespace

TEST_CASE("random streams of every dialect give the response that they were generated from") {
    constexpr std::uint64_t seeds = 10'000;
    std::uint64_t right = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto stream = support::make_grammar_stream(seed);
        support::random random(seed);
        const std::string answer = decoded(stream.body, random);
        if (answer == expected(stream.answer)) {
            ++right;
            continue;
        }
        INFO("seed " << seed << "\n" << stream.body);
        CHECK(answer == expected(stream.answer));
    }
    CHECK(right == seeds);
}

}  // namespace grammar_tests
