// Peers that never stop: memory stays within the limits, and time is linear. A pattern is fed
// repeatedly, 32 MiB in total; 1 GiB in the full run.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/allocations.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>
#include <support/hostile_streams.hpp>
#include <support/random.hpp>

namespace streams_tests {

using namespace oaiwire;

namespace {

std::size_t endless() {
    const std::size_t mib = std::size_t{1} << 20;
    return support::scaled<std::size_t>(2 * mib, 32 * mib, 1024 * mib);
}

std::string repeated(std::string_view text, std::size_t size) {
    std::string out;
    while (out.size() < size) out += text;
    return out;
}

// The largest increase in the program's memory during `work`.
template <class F>
std::size_t memory_of(F&& work) {
    const std::size_t before = support::allocations.bytes;
    support::allocations.most = before;
    work();
    return support::allocations.most - before;
}

constexpr std::size_t piece_size = 65536;

// A start, and then a pattern that repeats without end.
struct endless_bytes {
    std::string_view first{};
    std::string_view pattern{};
    std::string piece = repeated(pattern, piece_size);

    template <class Take>
    void each_piece(Take&& take) const {
        take(first);
        for (std::size_t fed = 0; fed < endless(); fed += piece.size()) {
            take(std::string_view(piece));
        }
    }
};

struct outcome {
    stream_end end{};
    std::size_t chunks = 0;
    std::size_t memory = 0;
};

outcome run(const endless_bytes& bytes, const limits& bounds) {
    outcome out;
    out.memory = memory_of([&] {
        stream_decoder<ChatCompletionChunk> decoder(bounds);
        const auto take = [&](std::string_view part) {
            decoder.feed(part);
            while (decoder.next() != nullptr) {
            }
        };
        bytes.each_piece(take);
        decoder.finish();
        while (decoder.next() != nullptr) {
        }
        out.end = decoder.end_reason();
        out.chunks = decoder.statistics().chunks;
    });
    return out;
}

const std::string chunk = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

// In addition to the limits: the object, the reader's tables, the list of skipped payloads.
constexpr std::size_t slack = 64 * 1024;

}  // namespace

TEST_CASE("an endless stream of any kind is read in memory bounded by the limits") {
    struct row {
        const char* what;
        endless_bytes bytes;
        stream_end end;
    };
    const row rows[] = {
        {"a data line", {"data: ", "x"}, stream_end::limit},
        {"a data line of JSON", {"data: {\"a\":\"", "x"}, stream_end::limit},
        {"an event of data lines", {"", "data: x\n"}, stream_end::limit},
        {"empty data lines", {"", "data\n"}, stream_end::limit},
        {"an event's name", {"event: ", "x"}, stream_end::limit},
        {"an id", {"id: ", "x"}, stream_end::limit},
        {"ids", {"", "id: 12345678\n"}, stream_end::empty},
        {"names", {"", "event: abc\n"}, stream_end::empty},
        {"retries", {"", "retry: 12345678\n"}, stream_end::empty},
        {"an unknown line", {"", "unknown"}, stream_end::limit},
        {"unknown lines", {chunk, "unknown: field\n"}, stream_end::truncated},
        {"a comment", {":", "x"}, stream_end::empty},
        {"comments", {"", ": ping\n\n"}, stream_end::empty},
        {"blank lines", {"", "\r\n"}, stream_end::empty},
        {"white space", {" ", " "}, stream_end::limit},
        {"events without data", {"", "event: ping\n\n"}, stream_end::empty},
        {"pings", {"", "data: {\"type\":\"ping\"}\n\n"}, stream_end::truncated},
        {"what nobody knows", {"", "data: [\"unknown\"]\n\n"}, stream_end::malformed},
        {"chunks", {"", chunk}, stream_end::truncated},
        {"chunks after the end", {"data: [DONE]\n\n", chunk}, stream_end::complete},
        {"a line after the end", {"data: [DONE]\n\n", "x"}, stream_end::complete},
        {"a JSON body", {"{\"choices\":\"", "x"}, stream_end::limit},
        {"brackets", {"data: {\"a\":", "["}, stream_end::limit},
        {"a number", {"data: {\"a\":1", "0"}, stream_end::limit},
        {"bytes that are no UTF-8", {"data: \"", "\xFF"}, stream_end::limit},
    };
    limits bounds;
    // not a power of two, at which doubling would end by itself
    bounds.event = bounds.body = 300'000;
    for (const row& r : rows) {
        INFO(r.what);
        const outcome found = run(r.bytes, bounds);
        CHECK(name(found.end) == name(r.end));
        // while it grows for the last time, old and new memory exist together
        CHECK(found.memory <= bounds.event + bounds.event * 7 / 8 + slack);
    }
}

TEST_CASE("endless framing is rejected or skipped, and not stored") {
    struct row {
        const char* what;
        endless_bytes bytes;
        errc code;
    };
    const row rows[] = {
        {"an extension", {"5;a=\"", "x"}, errc::limit_exceeded},
        {"extensions", {"5", ";a"}, errc::limit_exceeded},
        {"extensions of chunks", {"", "1;a\r\nx\r\n"}, errc::limit_exceeded},
        {"a trailer", {"0\r\nA: ", "x"}, errc::limit_exceeded},
        {"trailers", {"0\r\n", "A: b\r\n"}, errc::limit_exceeded},
        {"zeros", {"", "0"}, errc::limit_exceeded},
        {"chunks of one byte", {"", "1\r\nx\r\n"}, errc::limit_exceeded},
        {"chunks of 16 bytes", {"", "10\r\n0123456789abcdef\r\n"}, errc::ok},
        {"one chunk", {"7fffffffffffffff\r\n", "x"}, errc::ok},
    };
    for (const row& r : rows) {
        INFO(r.what);
        std::size_t content = 0;
        errc code = errc::ok;
        const std::size_t memory = memory_of([&] {
            http::chunked_decoder decoder;
            r.bytes.each_piece([&](std::string_view part) {
                decoder.feed(part);
                for (auto got = decoder.next(); !got.empty(); got = decoder.next()) {
                    content += got.size();
                }
            });
            if (decoder.failed()) code = decoder.failure().code;
        });
        CHECK(name(code) == name(r.code));
        CHECK((content > endless() / 2) == (r.code == errc::ok));
        // its text with spare capacity, and the text it grew from
        CHECK(memory <= 3 * limits{}.trailers);
    }
}

TEST_CASE("a payload fed byte by byte is copied a constant number of times") {
    // would take hours if each byte caused another look at all
    const auto size = support::scaled<std::size_t>(250'000, 1'000'000, 1'000'000);
    for (const char* const open :
         {"data: {\"choices\":[{\"delta\":{\"content\":\"",
          "{\"choices\":[{\"delta\":{\"content\":\"", "event: x\ndata: {\"z\":[\ndata: \""}) {
        const std::string text = open + std::string(size, 'x');
        stream_decoder<ChatCompletionChunk> decoder;
        const std::size_t memory = memory_of([&] {
            for (std::size_t at = 0; at != text.size(); ++at) {
                decoder.feed(std::string_view(text).substr(at, 1));
                if (decoder.next() != nullptr) FAIL("a chunk");
            }
        });
        CHECK(memory <= 4 * text.size());
        CHECK_FALSE(decoder.ended());
    }
}

TEST_CASE("increasing and huge indices allocate no more than the limits allow") {
    const auto rounds = support::scaled<std::size_t>(20'000, 200'000, 1'000'000);
    limits bounds;
    const auto feed = [&](auto&& json_of) {
        accumulator<ChatCompletionChunk> whole(bounds);
        stream_decoder<ChatCompletionChunk> decoder(bounds);
        std::size_t most = memory_of([&] {
            for (std::size_t i = 0; i != rounds; ++i) {
                const std::string event = "data: " + json_of(i) + "\n\n";
                decoder.feed(event);
                while (const auto* c = decoder.next()) static_cast<void>(whole.add(*c));
            }
        });
        CHECK(whole.response().choices.size() <= bounds.choices);
        for (const auto& c : whole.response().choices) {
            if (c.message && c.message->tool_calls) {
                CHECK(c.message->tool_calls->size() <= bounds.tool_calls);
            }
        }
        return most;
    };
    const auto number = [](std::uint64_t i) { return std::to_string(i); };
    // 128 choices with all members, or tool calls, and no more
    constexpr std::size_t allowed = 1 << 20;
    CHECK(feed([&](std::size_t i) {
              return "{\"choices\":[{\"index\":" + number(i) + ",\"delta\":{\"content\":\"a\"}}]}";
          }) <= allowed);
    CHECK(feed([&](std::size_t i) {
              return "{\"choices\":[{\"index\":" + number(9'000'000'000'000'000'000U - i) + "}]}";
          }) <= allowed);
    CHECK(feed([&](std::size_t i) {
              return "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":" + number(i * 1000003) +
                     ",\"id\":\"" + number(i) + "\",\"function\":{\"name\":\"f\"}}]}}]}";
          }) <= allowed);
    CHECK(feed([&](std::size_t i) {
              return "{\"choices\":[{\"index\":-" + number(i) +
                     ",\"delta\":{\"tool_calls\":[{\"index\":-" + number(i) + "}]}}]}";
          }) <= allowed);
}

TEST_CASE("ten thousand concurrent streams cost little more than their contents") {
    const auto streams = support::scaled<std::size_t>(1'000, 10'000, 10'000);
    support::random random(11);
    const std::string held =
        "data: {\"choices\":[{\"delta\":{\"content\":\"" + std::string(160, 'x');
    const std::string rest = "\"}}]}\n\n";
    const std::string whole = held + rest;
    std::vector<sse::decoder> decoders(streams);
    std::vector<std::size_t> at(streams);
    std::size_t messages = 0;
    std::size_t wrong = 0;
    const auto feed = [&](std::size_t i, std::size_t to) {
        decoders[i].feed(std::string_view(whole).substr(at[i], to - at[i]));
        at[i] = to % whole.size();
        while (const auto* item = decoders[i].next()) {
            ++messages;
            if (item->data != std::string_view(whole).substr(6, whole.size() - 8)) ++wrong;
        }
    };
    const std::size_t memory = memory_of([&] {
        for (std::size_t round = 0; round != 10 * streams; ++round) {
            const std::size_t i = random.below(streams);
            feed(i, std::min(whole.size(), at[i] + 1 + random.below(120)));
        }
        for (std::size_t i = 0; i != streams; ++i) {
            feed(i, whole.size());
            feed(i, held.size());
        }
    });
    CHECK(wrong == 0);
    CHECK(messages > 3 * streams);
    std::size_t retained = 0;
    for (const auto& d : decoders) retained += d.retained();
    CHECK(retained <= streams * 288);
    CHECK(memory <= streams * 288);
    CHECK(sizeof(sse::decoder) <= 192);
}

TEST_CASE("ten thousand concurrent chats cost what their chunks hold, and do not grow over time") {
    const auto streams = support::scaled<std::size_t>(200, 2'000, 10'000);
    support::random random(12);
    const std::string event =
        "data: {\"id\":\"chatcmpl-CBQ1kqkPzUCtzVfjHfM9Abz6qLwXu\",\"object\":"
        "\"chat.completion.chunk\",\"created\":1755850123,\"model\":\"gpt-4o-mini-2024-07-18\","
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a token\"},\"logprobs\":null,"
        "\"finish_reason\":null}]}\n\n";
    const std::string body = repeated(event, 50 * 1460);
    std::vector<std::size_t> at(streams);
    std::vector<std::size_t> chunks(streams);
    std::size_t after_one = 0;
    const std::size_t memory = memory_of([&] {
        const std::size_t before = support::allocations.bytes;
        std::vector<stream_decoder<ChatCompletionChunk>> decoders(streams);
        for (std::size_t round = 0; round != 50; ++round) {
            for (std::size_t i = 0; i != streams; ++i) {
                const std::size_t size = 1 + random.below(1460);
                decoders[i].feed(std::string_view(body).substr(at[i], size));
                at[i] += size;
                while (decoders[i].next() != nullptr) ++chunks[i];
            }
            if (round == 9) after_one = support::allocations.bytes - before;
        }
    });
    std::size_t wrong = 0;
    for (std::size_t i = 0; i != streams; ++i) wrong += chunks[i] == at[i] / event.size() ? 0 : 1;
    CHECK(wrong == 0);
    CHECK(memory <= after_one + after_one / 10);
    CHECK(memory <= streams * 3072);
    if (support::full_size()) WARN(memory / streams << " bytes for a stream");
}

TEST_CASE(
    "an idle warmed-up OpenAI stream costs 1.8 KB, a call 1.2 KB and with its answer 4.2 KB") {
    const std::string head =
        "data: {\"id\":\"chatcmpl-CBQ1kqkPzUCtzVfjHfM9Abz6qLwXu\",\"object\":"
        "\"chat.completion.chunk\",\"created\":1755850123,\"model\":\"gpt-4o-mini-2024-07-18\","
        "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_560af6e559\","
        "\"choices\":[{\"index\":0,\"delta\":{";
    const std::string tail =
        "},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null,\"obfuscation\":\"abc\"}\n\n";
    const std::string role =
        head + "\"role\":\"assistant\",\"content\":\"\",\"refusal\":null" + tail;
    const std::string token = head + "\"content\":\" a token\"" + tail;
    const std::size_t before = support::allocations.bytes;
    auto stream = std::make_unique<stream_decoder<ChatCompletionChunk>>();
    for (int n = 0; n != 24; ++n) {
        stream->feed(n == 0 ? role : token);
        while (stream->next() != nullptr) {
        }
    }
    const std::size_t idle = support::allocations.bytes - before;
    CHECK(stream->template_hits() == 19);  // but for the first five: they could be all
    CHECK(idle <= 1824);
    stream.reset();

    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    const endpoint where;
    using chat = exchange<ChatCompletionRequest>;
    const std::size_t without = support::allocations.bytes;
    const auto call = std::make_unique<chat>(request, where);
    CHECK(support::allocations.bytes - without <= 1216);
    call->head(200, {{"Content-Type", "text/event-stream"}});
    for (int n = 0; n != 20; ++n) {
        call->feed(n == 0 ? role : token);
        while (call->next() != nullptr) {
        }
    }
    CHECK(call->response().choices.size() == 1);
    CHECK(support::allocations.bytes - without <= 4288);
    if (support::full_size()) WARN(idle << " bytes for an idle stream");
}

namespace {

// A response accumulated from ever more events of one kind; `N` in the pattern is replaced by a
// counter.
template <class Chunk>
void check_answer(const char* what, std::string_view first, const std::string& pattern) {
    INFO(what);
    limits bounds;
    bounds.answer = 256 * 1024;
    stream_end end = stream_end::open;
    errc code = errc::ok;
    const std::size_t memory = memory_of([&] {
        stream_decoder<Chunk> decoder(bounds);
        accumulator<Chunk> answer(bounds);
        std::string event(first);
        for (std::size_t fed = 0, n = 0; fed < endless() && code == errc::ok; ++n) {
            decoder.feed(event);
            while (const Chunk* next = decoder.next()) {
                code = answer.add(*next);
                if (code != errc::ok) break;
            }
            fed += event.size();
            event = "data: " + pattern + "\n\n";
            for (std::size_t at = 0; (at = event.find('N', at)) != std::string::npos;) {
                event.replace(at, 1, std::to_string(n));
            }
        }
        end = decoder.end_reason();
    });
    CHECK(end == stream_end::open);
    CHECK(code == errc::limit_exceeded);
    // growing texts and lists may have twice the capacity, next to the previous memory
    CHECK(memory < 4 * bounds.answer + slack);
}

std::string choice(const std::string& members) {
    return "{\"choices\":[{\"index\":0," + members + "}]}";
}
std::string delta(const std::string& members) {
    return choice("\"delta\":{" + members + "}");
}

}  // namespace

TEST_CASE("an accumulated response is limited, whatever it consists of") {
    using Chat = ChatCompletionChunk;
    const std::string text = repeated("text ", 100);
    check_answer<Chat>("content", "", delta(R"("content":")" + text + "\""));
    check_answer<Chat>("parts", "", delta(R"("content":[{"type":"image_url"}])"));
    check_answer<Chat>("reasoning", "", delta(R"("reasoning":")" + text + "\""));
    check_answer<Chat>("reasoning details", "", delta(R"("reasoning_details":[{"text":"N"}])"));
    check_answer<Chat>("refusal", "", delta(R"("refusal":")" + text + "\""));
    check_answer<Chat>("audio", "", delta(R"("audio":{"data":"AAAAAAAAAAAA"})"));
    check_answer<Chat>(
        "arguments", "",
        delta(R"("tool_calls":[{"index":0,"function":{"arguments":"N)" + text + "\"}}]"));
    check_answer<Chat>("inputs", "",
                       delta(R"("tool_calls":[{"index":0,"custom":{"input":"N)" + text + "\"}}]"));
    check_answer<Chat>("calls", "",
                       delta(R"("tool_calls":[{"index":N,"id":"N","function":{"name":"f"}}])"));
    check_answer<Chat>("a function call", "",
                       delta(R"("function_call":{"arguments":"N)" + text + "\"}"));
    check_answer<Chat>("annotations", "", delta(R"("annotations":[{},{}])"));
    check_answer<Chat>("logprobs", "", choice(R"("logprobs":{"content":[{},{}]})"));
    check_answer<Chat>("top logprobs", "",
                       choice(R"("logprobs":{"content":[{"top_logprobs":[{},{}]}]})"));
    check_answer<Chat>("unknown members", "", delta("\"nN\":\"" + text + "\""));
    check_answer<Chat>("unknown members of chunks", "", R"({"choices":[{}],"nN":")" + text + "\"}");
    check_answer<Completion>("text", "", choice(R"("text":")" + text + "\""));
    check_answer<Completion>("tokens", "", choice(R"("text":"","logprobs":{"tokens":["a","b"]})"));

    using Event = ResponseStreamEvent;
    const std::string piece = R"("output_index":0,"content_index":0,"delta":")" + text + "\"}";
    check_answer<Event>("output text", "", R"({"type":"response.output_text.delta",)" + piece);
    check_answer<Event>("call arguments", "",
                        R"({"type":"response.function_call_arguments.delta",)" + piece);
    check_answer<Event>("items", "",
                        R"({"type":"response.output_item.added","output_index":N,"item":)"
                        R"({"type":"message","id":"N","content":[]}})");
    check_answer<Event>("parts of an item", "",
                        R"({"type":"response.output_text.delta","output_index":N,)"
                        R"("content_index":N,"delta":""})");
    check_answer<Event>("annotations", "",
                        R"({"type":"response.output_text.annotation.added","output_index":0,)"
                        R"("content_index":0,"annotation":{}})");
    check_answer<Event>("unknown members of a response", "",
                        R"({"type":"response.in_progress","response":{"nN":")" + text + "\"}}");
    check_answer<ImageStreamEvent>(
        "images", "", R"({"type":"image_generation.completed","b64_json":")" + text + "\"}");
    check_answer<TranscriptionStreamEvent>(
        "a transcript", "", R"({"type":"transcript.text.delta","delta":")" + text + "\"}");
    check_answer<TranscriptionStreamEvent>("segments", "",
                                           R"({"type":"transcript.text.segment","text":"a"})");
    check_answer<SpeechStreamEvent>("speech", "",
                                    R"({"type":"speech.audio.delta","audio":"AAAAAAAAAAAAAAAA"})");
}

TEST_CASE("an exchange ends when its response reaches the limit, and holds none beyond it") {
    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    const endpoint where{.base_url = "http://localhost"};
    const std::string event =
        "data: " + delta(R"("content":")" + repeated("text ", 1000) + "\"") + "\n\n";
    for (const bool accumulate : {true, false}) {
        call_options options;
        options.limits.answer = 256 * 1024;
        options.accumulate = accumulate;
        const std::size_t memory = memory_of([&] {
            exchange<ChatCompletionRequest> call(request, where, options);
            call.head(200, {{"Content-Type", "text/event-stream"}});
            for (std::size_t fed = 0; fed < endless(); fed += event.size()) {
                call.feed(event);
                while (call.next() != nullptr) {
                }
            }
            CHECK(call.end_reason() == (accumulate ? stream_end::limit : stream_end::open));
            if (!accumulate) return;
            CHECK(call.error().code == errc::limit_exceeded);
            CHECK(call.error().message.find("answer") != std::string::npos);
            CHECK(call.response().choices.size() == 1);
        });
        CHECK(memory < (accumulate ? 4 * options.limits.answer + slack : slack));
    }
}

TEST_CASE("repeated complete outputs are compared in bounded time") {
    // 10^12 steps if compared at each position
    using Event = ResponseStreamEvent;
    const std::string said = repeated("a", 1000) + 'b';
    const std::string other = repeated("a", 500'000);
    const auto message = [](const std::string& text) {
        return R"({"type":"message","content":[{"type":"output_text","text":")" + text + "\"}]}";
    };
    stream_decoder<Event> decoder;
    accumulator<Event> answer;
    errc code = errc::ok;
    const auto add = [&](const std::string& payload) {
        const std::string event = "data: " + payload + "\n\n";
        decoder.feed(event);
        while (const Event* next = decoder.next()) code = answer.add(*next);
    };
    for (int i = 0; i != 500; ++i) {
        const std::string n = std::to_string(i);
        add(R"({"type":"response.output_item.done","output_index":)" + n +
            ",\"item\":" + message(said + n) + '}');
    }
    CHECK(code == errc::ok);
    CHECK(answer.response().output.size() == 500);
    for (int i = 0; i != 5; ++i) {
        add(R"({"type":"response.in_progress","response":{"output":[)" + message(other) + "]}}");
        CHECK(code == errc::ok);
    }
    CHECK(answer.response().output.size() >= 500);
    std::size_t taken = 0;
    for (; code == errc::ok && taken != 10'000; ++taken) {
        add(R"({"type":"response.in_progress","response":{"output":[{"type":"message"}]}})");
    }
    CHECK(code == errc::limit_exceeded);
}

TEST_CASE("in no stream does the fast path cost more than a small part of plain reading") {
    const auto size = support::scaled<std::size_t>(40'000, 200'000, 2'000'000);
    constexpr fast_paths off{.event_templates = false, .key_prediction = true};
    for (const auto& s : support::hostile_streams(size)) {
        for (const std::size_t cut : {s.body.size(), std::size_t{1400}, std::size_t{100}}) {
            const auto work_of = [&](const fast_paths& paths) {
                stream_decoder<ChatCompletionChunk> decoder;
                decoder.use(paths);
                for (std::size_t at = 0; at < s.body.size(); at += cut) {
                    decoder.feed(std::string_view(s.body).substr(at, cut));
                    while (decoder.next() != nullptr) {
                    }
                }
                CHECK(decoder.end_reason() == stream_end::complete);
                CHECK(decoder.statistics().chunks == s.events);
                return decoder.work();
            };
            INFO(s.name << ", pieces of " << cut);
            // steps: see stream_decoder::work(); plain reading takes at least one per byte
            const std::size_t plain = work_of(off);
            CHECK(plain <= s.body.size());
            CHECK(work_of({}) <= plain + s.body.size() / 2 + 40'000);
        }
    }
}

}  // namespace streams_tests
