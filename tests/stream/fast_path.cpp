// The decoder's fast path: results are the same with and without it, and it is used where it should
// be.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/sealed_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/dialects.hpp>
#include <support/random.hpp>
#include <support/stream_grammar.hpp>

namespace fast_path_tests {

using namespace oaiwire;
using support::cases;
using support::unescaped;

namespace {

using pieces = std::vector<std::string>;

struct setup {
    limits bounds{};
    json::read_mode mode = json::tolerant;
    bool fails = false;
    fast_paths paths{};
};

template <class Chunk>
struct outcome {
    std::vector<Chunk> chunks{};
    std::vector<std::string> payloads{};
    std::vector<stream_statistics> statistics{};  // after each chunk, and at the end
    stream_end end{};
    error why{};

    friend bool operator==(const outcome& a, const outcome& b) {
        const auto same = [](const Chunk& x, const Chunk& y) {
            return x == y || (x != x && y != y);  // NaN
        };
        return std::equal(a.chunks.begin(), a.chunks.end(), b.chunks.begin(), b.chunks.end(),
                          same) &&
               a.payloads == b.payloads && a.statistics == b.statistics && a.end == b.end &&
               a.why == b.why;
    }
};

template <class Chunk>
std::pair<outcome<Chunk>, std::size_t> decode(const pieces& body, const setup& s) {
    outcome<Chunk> out;
    stream_decoder<Chunk> decoder(s.bounds, s.mode);
    decoder.use(s.paths);
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) {
            out.chunks.push_back(*chunk);
            out.payloads.emplace_back(decoder.payload());
            out.statistics.push_back(decoder.statistics());
        }
    };
    for (const auto& piece : body) {
        const std::string lent = piece;
        decoder.feed(lent);
        drain();
    }
    if (s.fails) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    out.statistics.push_back(decoder.statistics());
    out.end = decoder.end_reason();
    out.why = decoder.error();
    return {std::move(out), decoder.template_hits()};
}

pieces cut(const std::string& body, std::size_t longest, support::random& r) {
    pieces out;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t size = longest == 1 ? 1 : r.below(longest + 1);
        out.push_back(body.substr(at, size));
        at += size;
    }
    return out;
}

constexpr fast_paths none{.event_templates = false, .key_prediction = false};

// The number of chunks read by templates from the body in one piece; fails if a result differs.
template <class Chunk = ChatCompletionChunk>
std::size_t same_without(const std::string& body, std::uint64_t seed, setup s = {}) {
    setup plain = s;
    plain.paths = none;
    const auto expected = decode<Chunk>({body}, plain);
    if (expected.second != 0) FAIL("a template was used though there should be none");
    support::random r(seed);
    std::size_t hits = 0;
    for (const std::size_t longest :
         {std::size_t{0}, std::size_t{1400}, 60 + r.below(900), 1 + r.below(30), std::size_t{1}}) {
        const pieces cutting = longest == 0 ? pieces{body} : cut(body, longest, r);
        const auto found = decode<Chunk>(cutting, s);
        if (longest == 0) hits = found.second;
        if (found.first == expected.first) continue;
        INFO(body);
        INFO("pieces of at most " << longest << ", seed " << seed);
        CHECK(name(found.first.end) == name(expected.first.end));
        CHECK(to_string(found.first.why) == to_string(expected.first.why));
        CHECK(found.first.payloads == expected.first.payloads);
        FAIL("the outcome differs");
    }
    return hits;
}

std::string body_of(const support::dialect& d, std::size_t events, std::uint64_t seed,
                    std::size_t framing = 0) {
    support::random r(seed);
    const auto frame = support::framings()[framing];
    std::string out;
    for (std::size_t i = 0; i != events; ++i) out += frame(d.event(r, i));
    return out + "data: [DONE]\n\n";
}

template <class Chunk>
void check_dialects(const std::vector<support::dialect>& all) {
    const std::size_t framings = support::framings().size();
    for (const auto& d : all) {
        for (std::size_t framing = 0; framing != framings; ++framing) {
            for (std::uint64_t seed = 1; seed != 4; ++seed) {
                INFO(d.name << ", framing " << framing << ", seed " << seed);
                const std::size_t hits = same_without<Chunk>(body_of(d, 40, seed, framing), seed);
                CHECK(hits >= 30);
            }
        }
    }
}

// The offsets of the events of a body, and of its end.
std::vector<std::size_t> events_of(const std::string& body) {
    std::vector<std::size_t> out{0};
    for (std::size_t at = 0; (at = body.find("\n\n", at)) != std::string::npos;) {
        out.push_back(at += 2);
    }
    return out;
}

// Each event three times, after which those of its shape are compared with it.
std::string learnable(const std::string& body) {
    std::string out;
    const auto events = events_of(body);
    for (std::size_t i = 1; i != events.size(); ++i) {
        for (int n = 0; n != 3; ++n) out += body.substr(events[i - 1], events[i] - events[i - 1]);
    }
    return out + body.substr(events.back());
}

// One change of a kind that could deceive a comparison of bytes.
std::string mutated(std::string body, support::random& r) {
    if (body.empty()) return "\n";
    static constexpr std::string_view texts[] = {"\"",
                                                 "\\",
                                                 "\\\"",
                                                 "\r",
                                                 "\n",
                                                 "\x01",
                                                 "\xFF",
                                                 "\xC3",
                                                 "\xED\xA0\x80",
                                                 "\\ud83d",
                                                 "\\ude00",
                                                 "\\ud83d\\ude00",
                                                 "\\u0000",
                                                 "\\uD",
                                                 "\\x",
                                                 "\xEF\xBB\xBF",
                                                 "1",
                                                 "0",
                                                 "-",
                                                 ".",
                                                 "e5",
                                                 "12345678901234567890",
                                                 "null",
                                                 ",",
                                                 "}",
                                                 "]",
                                                 " ",
                                                 "{",
                                                 ":",
                                                 "\"content\":\"z\",",
                                                 "\"error\":{\"message\":\"no\"},",
                                                 "\\u0063",
                                                 "data: ",
                                                 "event: error\n",
                                                 "id: 1\n",
                                                 "retry: 5\n",
                                                 ": note\n\n",
                                                 "\n\n",
                                                 "data: [DONE]\n\n",
                                                 "data: {\"type\":\"ping\"}\n\n",
                                                 "event: ping\ndata: {}\n\n",
                                                 "error: {\"message\":\"no\"}\n",
                                                 "data: {\"error\":{\"message\":\"no\"}}\n\n",
                                                 "\"message\":{\"content\":\"m\"},"};
    for (std::size_t n = 1 + r.below(3); n != 0; --n) {
        const auto events = events_of(body);
        const std::size_t event = events[r.below(events.size())];
        const std::size_t at = r.one_in(3) ? event : r.below(body.size());
        switch (r.below(6)) {
            case 0:
                body[at % body.size()] = static_cast<char>(r.below(256));
                break;
            case 1:
                body.erase(at, 1 + r.below(r.one_in(4) ? 300 : 3));
                break;
            case 2:
                body.insert(at, texts[r.below(std::size(texts))]);
                break;
            case 3: {  // replace a number or letter
                const std::size_t digit = body.find_first_of("0123456789", at);
                if (digit != std::string::npos) body[digit] = r.byte_of("0123456789-.eE");
                break;
            }
            case 4: {  // inside a string
                const std::size_t quote = body.find(":\"", at);
                if (quote != std::string::npos) {
                    body.insert(quote + 2, texts[r.below(std::size(texts))]);
                }
                break;
            }
            default: {  // at the end of a string
                const std::size_t quote = body.find("\"}", at);
                if (quote != std::string::npos) {
                    body.insert(quote, texts[r.below(std::size(texts))]);
                }
            }
        }
        if (body.empty()) body = "\n";
    }
    return body;
}

template <class Chunk>
void check_mutations(const std::vector<support::dialect>& all, std::uint64_t seeds) {
    std::size_t hits = 0;
    for (std::size_t i = 0; i != all.size(); ++i) {
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            support::random r(seed * 1000 + i);
            const std::size_t framing = r.one_in(2) ? 0 : r.below(support::framings().size());
            setup s;
            s.mode = r.one_in(4) ? json::strict : json::tolerant;
            s.fails = r.one_in(8);
            if (r.one_in(8)) {
                s.bounds.event = 100 + r.below(400);
                s.bounds.line = 5 + r.below(60);
            }
            const std::string body = mutated(body_of(all[i], 12, seed, framing), r);
            INFO(all[i].name);
            hits += same_without<Chunk>(body, seed, s);
        }
    }
    CHECK(hits > seeds * all.size());
}

}  // namespace

TEST_CASE("chat streams of every dialect are read by templates, to the same chunks") {
    check_dialects<ChatCompletionChunk>(support::chat_dialects());
}

TEST_CASE("text completions are read by templates, to the same chunks") {
    check_dialects<CompletionChunk>(support::completion_dialects());
}

TEST_CASE("deltas of the Responses API are read by templates, to the same events") {
    check_dialects<ResponseStreamEvent>(support::response_dialects());
}

TEST_CASE("modified streams give the same results as without templates") {
    check_mutations<ChatCompletionChunk>(support::chat_dialects(), 150);
    check_mutations<CompletionChunk>(support::completion_dialects(), 150);
    check_mutations<ResponseStreamEvent>(support::response_dialects(), 100);
}

TEST_CASE("the streams of the case files give the same results as without templates") {
    for (const auto& c : cases("stream_cases.jsonl")) {
        const std::string body = unescaped(c["body_escaped"]);
        INFO(c["name"]);
        for (std::uint64_t seed = 1; seed != 6; ++seed) {
            if (c["kind"] == "chat_chunk") {
                same_without<ChatCompletionChunk>(body, seed);
            } else {
                same_without<CompletionChunk>(body, seed);
            }
            support::random r(seed);
            same_without<ChatCompletionChunk>(mutated(body + body, r), seed);
        }
    }
    // each payload so often that it is learnt, and then compared
    for (const auto& c : cases("chunk_cases.jsonl")) {
        const std::string event = "data: " + c["payload"].get<std::string>() + "\n\n";
        INFO(event);
        const std::string often = event + event + event + event;
        same_without<ChatCompletionChunk>(often, 1);
        same_without<CompletionChunk>(often, 1);
        same_without<ResponseStreamEvent>(often, 1);
        same_without<ChatCompletionChunk>(often, 1, {.mode = json::strict});
    }
    for (const auto& c : cases("sse_cases.jsonl")) {
        const std::string body = unescaped(c["input_escaped"]);
        same_without<ChatCompletionChunk>(body, 1);
    }
    for (const auto& c : cases("response_streams.jsonl")) {
        std::string body;
        for (const auto& e : c["events"]) body += "data: " + e.dump() + "\n\n";
        INFO(c["name"]);
        same_without<ResponseStreamEvent>(body, 1);
        support::random r(1);
        same_without<ResponseStreamEvent>(mutated(body, r), 1);
    }
}

TEST_CASE("random streams give the same results as without templates") {
#if defined(__OPTIMIZE__)
    constexpr std::uint64_t streams = 10'000;
#else
    constexpr std::uint64_t streams = 2'000;  // fewer if sanitizers slow the test down
#endif
    std::size_t hits = 0;
    for (std::uint64_t seed = 1; seed <= streams; ++seed) {
        std::string body = support::make_grammar_stream(seed).body;
        if (seed % 2 == 0) body = learnable(body);
        if (seed % 50 == 0) {
            hits += same_without<ChatCompletionChunk>(body, seed);
            support::random r(seed);
            same_without<ChatCompletionChunk>(mutated(body, r), seed);
            continue;
        }
        support::random r(seed);
        setup plain;
        plain.paths = none;
        const auto expected = decode<ChatCompletionChunk>({body}, plain);
        const auto found =
            decode<ChatCompletionChunk>(r.one_in(2) ? cut(body, 300, r) : pieces{body}, {});
        if (found.first != expected.first) FAIL("the outcome differs, seed " << seed << body);
        hits += found.second;
    }
    CHECK(hits > streams / 20);
}

TEST_CASE("other kinds of event streams give the same results as without templates") {
    const auto twice = [](const std::vector<std::string>& events) {
        std::string out;
        for (int i = 0; i != 4; ++i) {
            for (const auto& e : events) out += "data: " + e + "\n\n";
        }
        return out;
    };
    same_without<ImageStreamEvent>(
        twice({R"({"type":"image_generation.partial_image","b64_json":"YQ=="})",
               R"({"object":"image.edit.chunk","data":[{"index":1,"b64_json":"YQ=="}]})",
               R"({"type":"image_generation.completed","b64_json":"YWI="})"}),
        1);
    CHECK(same_without<TranscriptionStreamEvent>(
              twice({R"({"type":"transcript.text.delta","delta":"H"})",
                     R"({"type":"transcript.text.delta","delta":"ello"})"}),
              1) == 7);  // of 8
    // vLLM has its text elsewhere
    const std::string chunk = R"({"object":"transcription.chunk","delta":"a","choices":[{"delta":)";
    CHECK(same_without<TranscriptionStreamEvent>(
              twice({chunk + R"({"content":"a"}}]})", chunk + R"({"content":"b"}}]})"}), 1) == 0);
    same_without<SpeechStreamEvent>(twice({R"({"type":"speech.audio.delta","audio":"AA=="})"}), 1);
    same_without<ConfidentialComputeResponse>(
        twice({R"({"ciphertext":"AA==","nonce":"AAAAAAAAAAAAAAAA"})"}), 1);
}

namespace {

std::string says(std::string_view choice) {
    return "data: {\"choices\":[" + std::string(choice) + "]}\n\n";
}
std::string content(std::string_view json) {
    return says(R"({"delta":{"content":")" + std::string(json) + "\"}}");
}
std::string times(int n, const std::string& event) {
    std::string out;
    for (; n != 0; --n) out += event;
    return out;
}

}  // namespace

TEST_CASE("an event is not matched if reading it has further effects") {
    SECTION("the first output of a choice") {
        const std::string role = says(R"({"delta":{"role":"assistant","content":""}})");
        CHECK(same_without(role + role + role + role + role, 1) == 0);
        const std::string message = R"({"delta":{"content":""},"message":{"content":"m"}})";
        CHECK(same_without(times(4, says(message)) + content("a"), 1) == 0);
    }
    SECTION("a whole message in addition to deltas") {
        const std::string both = R"({"delta":{"content":"a"},"message":{"content":"a"}})";
        CHECK(same_without(content("x") + times(5, says(both)), 1) == 0);
    }
    SECTION("halves of surrogate pairs") {
        CHECK(same_without(
                  times(3, content("a")) + content("\\ud83d") + content("\\ude00") + content("b"),
                  1) == 2);
        CHECK(same_without(times(3, content("a")) + content("\\ud83d\\ude00") +
                               content("\\ude00\\ud83d") + content("\\ud83d") + content("b"),
                           1) == 3);
        // a pending half affects the next chunk, of any choice
        const auto of = [](int i, std::string_view text) {
            return says("{\"index\":" + std::to_string(i) + R"(,"delta":{"content":")" +
                        std::string(text) + "\"}}");
        };
        CHECK(same_without(of(0, "a") + of(1, "a") + of(0, "b") + of(1, "b") + of(1, "\\ud83d") +
                               of(0, "c") + of(1, "c") + of(0, "d"),
                           1) > 0);
    }
    SECTION("a half that the next text does not continue") {
        const auto with_id = [](int id, std::string_view text) {
            return "data: {\"id\":\"" + std::to_string(id) +
                   R"(","choices":[{"delta":{"content":")" + std::string(text) + "\"}}]}\n\n";
        };
        std::string body = content("a") + with_id(1, "\\ud83d");
        for (int id = 2; id != 5; ++id) body += with_id(id, "b");
        CHECK(same_without(body + with_id(5, "c"), 1) > 0);
        const auto item = [](int id, std::string_view text) {
            return R"(data: {"type":"response.output_text.delta","item_id":"i","output_index":0,)"
                   R"("content_index":0,"delta":")" +
                   std::string(text) + R"(","sequence_number":)" + std::to_string(id) + "}\n\n";
        };
        body = item(1, "\\ud83d");
        for (int id = 2; id != 8; ++id) body += item(id, "b");
        CHECK(same_without<ResponseStreamEvent>(body + item(8, "c"), 1) > 0);
    }
    SECTION("a value at another position than in the template") {
        const std::string list = R"(null,{"delta":{"content":"x"}},{"delta":{"content":"x"}})";
        const std::string other = R"(null,{"delta":{"content":"y"}},{"delta":{"content":"x"}})";
        CHECK(same_without(times(3, says(list)) + says(other), 1) == 0);
        const std::string twice = R"({"delta":{"content":"x","content":"x"}})";
        const std::string two = R"({"delta":{"content":"y","content":"x"}})";
        CHECK(same_without(times(3, says(twice)) + says(two), 1) == 0);
        const std::string escaped = R"({"delta":{"content":"x","\u0063ontent":"x"}})";
        const std::string changed = R"({"delta":{"content":"y","\u0063ontent":"x"}})";
        CHECK(same_without(times(3, says(escaped)) + says(changed), 1) == 0);
    }
    SECTION("several texts in an event") {
        const std::string two =
            "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}"
            "{\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n";
        CHECK(same_without(times(5, two), 1) == 0);
    }
    SECTION("a line that is not of the data") {
        const std::string lines =
            "data: {\ndata: \"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        const std::string one = "data: {\n\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        CHECK(same_without(times(3, lines) + one + lines, 1) == 2);
    }
    SECTION("repaired JSON") {
        CHECK(same_without(times(3, content("\x01")) + content("\x02"), 1) == 0);
        CHECK(same_without(times(3, content("\xFF")) + content("\xFE"), 1) == 0);
    }
    SECTION("an error") {
        const std::string error = R"({"delta":{"content":"a"},"error":{"message":"no"}})";
        CHECK(same_without(times(3, content("a")) + says(error) + content("b"), 1) == 2);
    }
}

TEST_CASE("an event of several data lines is the same wherever it is cut") {
    support::random r(5);
    const auto d = support::chat_dialects()[0];
    const auto frame = support::framings().back();
    std::string before;
    for (std::size_t i = 0; i != 4; ++i) before += frame(d.event(r, i));
    const std::string event = frame(d.event(r, 4));
    const std::string after = frame(d.event(r, 5));
    setup plain;
    plain.paths = none;
    // what follows the cut continues the event, or does not
    for (const std::string_view other :
         {"", "x", "\n", "\r", "\ndata: {", "\n\n", "\"", "data: "}) {
        const std::string body = before + event + after;
        for (std::size_t at = before.size(); at != before.size() + event.size(); ++at) {
            const std::string head = body.substr(0, at);
            const std::string tail = std::string(other) + body.substr(at);
            const auto expected = decode<ChatCompletionChunk>({head + tail}, plain);
            for (const pieces& cutting :
                 {pieces{head, tail}, pieces{head.substr(0, at / 2), head.substr(at / 2), tail},
                  pieces{head, tail.substr(0, 20), tail.substr(20, 40), tail.substr(60)}}) {
                if (decode<ChatCompletionChunk>(cutting, {}).first == expected.first) continue;
                INFO("cut at " << at - before.size() << ", then " << other);
                FAIL("the outcome differs");
            }
            // the end of the input is where the event was cut
            if (decode<ChatCompletionChunk>({head}, {}).first !=
                    decode<ChatCompletionChunk>({head}, plain).first ||
                decode<ChatCompletionChunk>({before, head.substr(before.size())}, {}).first !=
                    decode<ChatCompletionChunk>({head}, plain).first) {
                FAIL("the outcome differs at the end, cut at " << at - before.size());
            }
        }
    }
}

TEST_CASE("an event may be as large as the limit, with and without a template") {
    const std::string body = content("a") + content("z") + content("b") + content("q") +
                             content("a longer one") + content("c");
    std::size_t most = 0;
    for (std::size_t event = 20; event != 80; ++event) {
        setup s;
        s.bounds.event = event;
        most = std::max(most, same_without(body, event, s));
        // an id is kept, and counts
        same_without("id: 1234567\n\n" + body, event, s);
    }
    CHECK(most == 5);
}

TEST_CASE(
    "events with more values than candidates are read by templates of those that vary often") {
    const auto calls = [](std::size_t n, std::size_t first, std::string_view piece) {
        std::string out = "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[";
        for (std::size_t i = 0; i != n; ++i) {
            out += (i == 0 ? "{\"index\":" : ",{\"index\":") + std::to_string(first + i) +
                   ",\"function\":{\"arguments\":\"" + std::string(piece) + std::to_string(i) +
                   "\"}}";
        }
        return out + "]}}]}\n\n";
    };
    for (const std::size_t n : {30U, 31U, 32U, 40U, 64U, 65U}) {
        INFO(n);
        std::string body;
        for (const std::string_view piece : {"a", "bc", "", "long enough for two blocks", "d"}) {
            body += calls(n, 0, piece);
        }
        CHECK(same_without(body, n) == (n <= 64 ? 4 : 0));
        // what varies seldom does
        body += calls(n, 1, "x") + calls(n, 1, "y") + calls(n, 0, "z");
        same_without(body, n);
    }
}

TEST_CASE("a stream that changes its form is learned again") {
    support::random r(7);
    const auto dialects = support::chat_dialects();
    std::string body;
    for (int part = 0; part != 8; ++part) {
        const auto& d = dialects[static_cast<std::size_t>(part) % 2 == 0 ? 0 : 5];
        for (std::size_t i = 0; i != 10; ++i) body += "data: " + d.event(r, i) + "\n\n";
    }
    CHECK(same_without(body, 1) >= 68);
}

TEST_CASE("if no event is like another, ever fewer are examined") {
    std::string body;
    for (int i = 0; i != 400; ++i) {
        body += "data: {\"model\":\"" + std::to_string(i) +
                R"(","choices":[{"index":0,"delta":{"content":"x"}}]})" + "\n\n";
    }
    CHECK(same_without(body, 1) == 0);
    // and a regular stream is recognised again
    const std::string regular = body_of(support::chat_dialects()[0], 600, 1);
    CHECK(same_without(body + regular, 1) >= 300);
}

TEST_CASE("ids, counts and indices that vary are read by templates") {
    const auto chunk = [](std::size_t i, const std::string& choices, const std::string& more) {
        const std::string n = std::to_string(i);
        return "data: {\"id\":\"chunk " + n + "\",\"created\":" + n +
               ",\"model\":\"m\",\"choices\":[" + choices + "],\"system_fingerprint\":\"fp_" + n +
               "\"" + more + "}\n\n";
    };
    const auto usage = [](std::size_t i) {
        const std::string n = std::to_string(i);
        return ",\"usage\":{\"prompt_tokens\":" + n + ",\"completion_tokens\":" + n +
               ",\"total_tokens\":" + n +
               ",\"completion_tokens_details\":{\"reasoning_tokens\":" + n +
               ",\"audio_tokens\":" + n + "},\"prompt_tokens_details\":{\"cached_tokens\":" + n +
               "}}";
    };
    const auto says_of = [](std::size_t choice, std::size_t i) {
        return "{\"index\":" + std::to_string(choice) + ",\"delta\":{\"content\":\"" +
               std::to_string(i) + "\"}}";
    };
    const std::size_t events = 60;
    std::string all, turns, together, calls, one_new;
    for (std::size_t i = 0; i != events; ++i) {
        const std::string n = std::to_string(i);
        all += chunk(i, says_of(0, i), usage(i));
        turns += chunk(0, says_of(i % 12, i), {});
        one_new += chunk(0, says_of(i == 30 ? 7 : i % 2, i), {});
        std::string choices;
        for (std::size_t c = 0; c != 40; ++c) choices += (c == 0 ? "" : ",") + says_of(c, i + c);
        together += chunk(i, choices, {});
        calls +=
            chunk(0,
                  "{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + n + ",\"id\":\"call_" +
                      n + "\",\"function\":{\"name\":\"f" + n + "\",\"arguments\":\"{}\"}}]}}",
                  {});
    }
    CHECK(same_without(all, 1) == events - 1);
    CHECK(same_without(turns, 1) == events - 12);
    CHECK(same_without(together, 1) == events - 1);
    CHECK(same_without(calls, 1) == events - 1);
    // a choice that is new is read
    CHECK(same_without(one_new, 1) >= events - 5);
    CHECK(same_without(one_new, 1) < events - 2);
    // and so is the last event of a choice
    const std::string end = R"({"index":1,"delta":{"content":"z"},"finish_reason":"stop"})";
    CHECK(same_without(turns + chunk(0, end, {}) + chunk(0, says_of(1, 0), {}), 1) > events / 2);
}

TEST_CASE("a message extracted from a chunk is not used for templates") {
    // several texts in one event are read one by one, bypassing the matcher
    const auto text = [](std::string_view content) {
        return R"({"id":"a","choices":[{"index":0,"x":1,"message":{"role":"assistant"},"y":2,)"
               R"("delta":{"content":")" +
               std::string(content) + R"("}}]})";
    };
    std::string body = "data: ";
    for (const char* content : {"a", "b", "c", "d", "e"}) body += text(content);
    same_without<ChatCompletionChunk>(body + "\n\ndata: [DONE]\n\n", 1);
    std::string events;
    for (const char* content : {"a", "b", "c", "d", "e"}) {
        events += "data: " + text(content) + "\n\n";
    }
    same_without<ChatCompletionChunk>(events + "data: [DONE]\n\n", 1);
}

TEST_CASE("switching fast paths in the middle of a stream changes nothing") {
    const auto event = [](int i, bool again) {
        return R"(data: {"id":"a","choices":[{"index":0,"delta":{"content":")" + std::to_string(i) +
               R"("},"logprobs":{"content":[{"token":")" + std::to_string(i) + "\"}]}}]" +
               (again ? R"(,"id":"b")" : "") + "}\n\n";
    };
    stream_decoder<ChatCompletionChunk> decoder;
    for (int i = 0; i != 40; ++i) {
        fast_paths paths;
        paths.event_templates = i % 5 != 3;
        decoder.use(paths);
        const bool again = i % 4 == 2;
        const std::string bytes = event(i, again);
        decoder.feed(bytes);
        const ChatCompletionChunk* const chunk = decoder.next();
        REQUIRE(chunk != nullptr);
        CHECK(chunk->id == (again ? "b" : "a"));
        CHECK(std::get<std::string>(*chunk->choices[0].delta->content) == std::to_string(i));
        CHECK(decoder.next() == nullptr);
    }
}

}  // namespace fast_path_tests
