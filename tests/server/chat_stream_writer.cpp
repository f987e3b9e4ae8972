#include <oaiwire/server/chat_stream_writer.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <server/streams.hpp>

namespace chat_stream_writer_tests {

using namespace oaiwire;
using server_streams::event_of;
using server_streams::take;

namespace {

using chat = ChatCompletionChunk;
using delta = ChatCompletionDelta;

chat_stream_writer::settings settings() {
    return {.id = "chatcmpl-1", .model = "m\"\n", .created = 1'700'000'000};
}

// The chunks that calls of a writer are to send, typed.
class reference {
public:
    explicit reference(const chat_stream_writer::settings& s) {
        base_.id = s.id;
        base_.object = "chat.completion.chunk";
        base_.created = s.created;
        base_.model = s.model;
        if (!s.service_tier.empty()) base_.service_tier = std::string_view(s.service_tier);
        if (!s.system_fingerprint.empty()) base_.system_fingerprint = s.system_fingerprint;
        if (s.include_usage) base_.usage = null;
    }

    std::vector<chat> chunks{};

    void add(std::int64_t choice, delta d, std::string_view reason = "") {
        chat c = base_;
        c.choices.push_back({.index = choice, .delta = std::move(d)});
        c.choices[0].logprobs = null;
        c.choices[0].finish_reason = null;
        if (!reason.empty()) c.choices[0].finish_reason = reason;
        chunks.push_back(std::move(c));
    }
    void piece(detail::chat_text kind, std::int64_t choice, std::int64_t index,
               std::string_view bytes, bool last = false) {
        auto& text = texts_[{choice, kind, index}];
        const std::string said = text.add(bytes, last);
        if (said.empty()) return;
        delta d;
        switch (kind) {
            case detail::chat_text::content:
                d.content = said;
                break;
            case detail::chat_text::reasoning:
                d.reasoning_content = said;
                break;
            case detail::chat_text::refusal:
                d.refusal = said;
                break;
            case detail::chat_text::arguments:
                d.tool_calls = {{.index = index, .function = FunctionCall{.arguments = said}}};
                break;
            case detail::chat_text::input:
                d.tool_calls = {{.index = index, .custom = CustomToolCall{.input = said}}};
                break;
        }
        add(choice, std::move(d));
    }
    void finish(std::int64_t choice, std::string_view reason) {
        for (auto& [key, text] : texts_) {
            if (std::get<0>(key) == choice) {
                piece(std::get<1>(key), choice, std::get<2>(key), "", true);
            }
        }
        add(choice, {}, reason);
    }
    void usage(const Usage& u) {
        chat c = base_;
        c.usage = u;
        chunks.push_back(std::move(c));
    }

private:
    using text_id = std::tuple<std::int64_t, detail::chat_text, std::int64_t>;
    chat base_{};
    std::map<text_id, server_streams::whole_text> texts_{};
};

// Makes random calls of a writer, and the same of the reference.
void run(std::uint64_t seed, chat_stream_writer::settings s) {
    support::random random(seed);
    responder to({.unsent_limit = 1'000'000});
    reference expected(s);
    chat_stream_writer writer(to, s);
    const std::size_t choices = random.one_in(2) ? 1 : 1 + random.below(6);
    const auto choice = [&] { return static_cast<std::int64_t>(random.below(choices)); };
    for (std::size_t i = 0; i != choices; ++i) {
        delta first;
        first.role = Role::assistant;
        first.content = std::string();
        first.refusal = null;
        expected.add(static_cast<std::int64_t>(i), first);
        REQUIRE(writer.role(static_cast<std::int64_t>(i)));
    }
    std::vector<std::pair<std::int64_t, bool>> calls;  // choice, custom
    for (std::size_t n = random.below(60); n != 0; --n) {
        const std::int64_t at = choice();
        const std::string bytes = server_streams::piece(random);
        switch (random.below(6)) {
            case 0:
                expected.piece(detail::chat_text::reasoning, at, 0, bytes);
                REQUIRE(writer.reasoning(bytes, at));
                break;
            case 1:
                expected.piece(detail::chat_text::refusal, at, 0, bytes);
                REQUIRE(writer.refusal(bytes, at));
                break;
            case 2: {
                const auto index = static_cast<std::int64_t>(calls.size());
                const auto unsigned_index = calls.size();
                const bool custom = random.one_in(3);
                ToolCallChunk call{.index = index, .id = "call_\"1"};
                call.type = custom ? "custom" : "function";
                if (custom) {
                    call.custom = CustomToolCall{.name = "f", .input = ""};
                    REQUIRE(writer.custom_tool_call(unsigned_index, "call_\"1", "f", at));
                } else {
                    call.function = FunctionCall{.name = "f", .arguments = ""};
                    REQUIRE(writer.tool_call(unsigned_index, "call_\"1", "f", at));
                }
                expected.add(at, {.tool_calls = {{call}}});
                calls.emplace_back(at, custom);
                break;
            }
            case 3: {
                if (calls.empty()) break;
                const std::size_t i = random.below(calls.size());
                const auto& [of, custom] = calls[i];
                expected.piece(custom ? detail::chat_text::input : detail::chat_text::arguments, of,
                               static_cast<std::int64_t>(i), bytes);
                REQUIRE((custom ? writer.input(i, bytes, of) : writer.arguments(i, bytes, of)));
                break;
            }
            default:
                expected.piece(detail::chat_text::content, at, 0, bytes);
                REQUIRE(writer.text(bytes, at));
        }
    }
    for (std::size_t i = 0; i != choices; ++i) {
        expected.finish(static_cast<std::int64_t>(i), "stop");
        REQUIRE(writer.finish("stop", static_cast<std::int64_t>(i)));
    }
    Usage usage;
    usage.prompt_tokens = 3;
    if (s.include_usage) expected.usage(usage);
    REQUIRE(writer.done(&usage));
    REQUIRE(to.ended());

    const std::string body = take(to);
    auto events = server_streams::split(body);
    REQUIRE(events.back() == "data: [DONE]\n\n");
    events.pop_back();
    REQUIRE(events.size() == expected.chunks.size());
    const server_streams::received<chat> got(body);
    CHECK(got.end == stream_end::complete);
    CHECK(got.error.code == errc::ok);
    accumulator<chat> sum;
    for (std::size_t i = 0; i != events.size(); ++i) {
        const auto typed = json::read<chat>(
            std::string_view(events[i]).substr(6, events[i].size() - 8), json::strict);
        REQUIRE(typed);
        chat& e = expected.chunks[i];
        if (s.obfuscate) {
            REQUIRE(typed->obfuscation);
            e.obfuscation = *typed->obfuscation;
        }
        CHECK(events[i] == event_of(e));
        REQUIRE(sum.add(e) == errc::ok);
    }
    CHECK(got.response == sum.response());
}

}  // namespace

TEST_CASE("each call sends what json::write makes of the typed chunk, and decodes to the whole") {
    for (std::uint64_t seed = 1; seed != 300; ++seed) {
        auto s = settings();
        s.include_usage = seed % 2 == 0;
        s.obfuscate = seed % 3 == 0;
        if (seed % 5 == 0) s.system_fingerprint = "fp_1";
        if (seed % 7 == 0) s.service_tier = "default";
        INFO(seed);
        run(seed, s);
    }
}

TEST_CASE("a short answer looks as OpenAI's") {
    responder to;
    auto s = settings();
    s.model = "gpt-4o-mini";
    s.system_fingerprint = "fp_1";
    s.include_usage = true;
    chat_stream_writer writer(to, s);
    REQUIRE(writer.role());
    REQUIRE(writer.text("Hi"));
    REQUIRE(writer.text(""));
    REQUIRE(writer.finish("stop"));
    Usage usage;
    usage.total_tokens = 9;
    REQUIRE(writer.done(&usage));
    CHECK(to.head()->headers.value("content-type") == "text/event-stream; charset=utf-8");
    const std::string start =
        R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,)"
        R"("model":"gpt-4o-mini","system_fingerprint":"fp_1","choices":[)";
    CHECK(
        take(to) ==
        start +
            R"({"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null})"
            "\n\n" +
            start +
            R"({"index":0,"delta":{"content":"Hi"},"logprobs":null,"finish_reason":null}],"usage":null})"
            "\n\n" +
            start +
            R"({"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null})"
            "\n\n" +
            start +
            R"(],"usage":{"total_tokens":9}})"
            "\n\ndata: [DONE]\n\n");
}

TEST_CASE("a character is sent whole, wherever its bytes are cut") {
    const std::string text = "\xf0\x9f\x98\x80 caf\xc3\xa9 \xe2\x82\xac";
    for (std::size_t a = 0; a <= text.size(); ++a) {
        for (std::size_t b = a; b <= text.size(); ++b) {
            responder to;
            chat_stream_writer writer(to, settings());
            REQUIRE(writer.text(text.substr(0, a)));
            REQUIRE(writer.text(text.substr(a, b - a)));
            REQUIRE(writer.text(text.substr(b)));
            REQUIRE(writer.finish("stop"));
            REQUIRE(writer.done());
            const server_streams::received<chat> got(take(to));
            REQUIRE(got.end == stream_end::complete);
            REQUIRE(got.response.choices.at(0).message->content == text);
        }
    }
}

TEST_CASE("held bytes that nothing completes become one U+FFFD") {
    responder to;
    chat_stream_writer writer(to, settings());
    REQUIRE(writer.text("a\xe2\x82"));
    take(to);
    REQUIRE(writer.text("\xe2"));  // completes nothing either
    CHECK(take(to).find("\"content\":\"\xEF\xBF\xBD\"") != std::string::npos);
    REQUIRE(writer.done());
    const std::string body = take(to);
    CHECK(body.find("\"content\":\"\xEF\xBF\xBD\"") != std::string::npos);
    CHECK(body.ends_with("data: [DONE]\n\n"));
}

TEST_CASE("log probabilities are sent with their text") {
    responder to;
    chat_stream_writer writer(to, settings());
    Logprobs of;
    of.content = {{.token = "\xf0\x9f", .logprob = -0.5}};
    of.content->at(0).top_logprobs = {{.token = "\xf0\x9f", .logprob = -0.5}};
    of.refusal = null;
    REQUIRE(writer.text("\xf0\x9f", of));  // held, and yet sent
    of.content->at(0).token = "\x98\x80";
    REQUIRE(writer.text("\x98\x80", of));
    of.content->at(0).token = "b";
    of.content->at(0).top_logprobs.reset();
    REQUIRE(writer.text("b", of, 0));
    const server_streams::received<chat> got(take(to));
    REQUIRE(got.chunks.size() == 3);
    CHECK(got.chunks[0].choices[0].delta->content == "");
    CHECK(got.chunks[1].choices[0].delta->content == "\xf0\x9f\x98\x80");
    CHECK(got.chunks[2].choices[0].delta->content == "b");
    const TokenLogprob& first = got.chunks[0].choices[0].logprobs->content->at(0);
    CHECK(first.token == "\xEF\xBF\xBD");
    CHECK(first.bytes == std::vector<std::uint8_t>{0xf0, 0x9f});
    CHECK(first.top_logprobs->at(0).bytes == std::vector<std::uint8_t>{0xf0, 0x9f});
    CHECK(*got.chunks[2].choices[0].logprobs == of);

    of.content->at(0).logprob = std::numeric_limits<double>::infinity();
    CHECK(writer.text("c", of).error().code == errc::not_finite);
    CHECK(to.unsent().empty());
}

TEST_CASE("obfuscation gives short texts one size") {
    responder to;
    auto s = settings();
    s.obfuscate = true;
    s.seed = 5;
    chat_stream_writer writer(to, s);
    REQUIRE(writer.text("a"));
    const std::string one = take(to);
    for (const std::string_view text : {"", "ab", "\n", "\x01", " fourteen byte"}) {
        if (text.empty()) continue;
        REQUIRE(writer.text(text));
        CHECK(take(to).size() == one.size());
    }
    REQUIRE(writer.text("a"));
    CHECK(take(to) != one);
    chat_stream_writer same(to, s);
    REQUIRE(same.text("a"));
    CHECK(take(to) == one);
}

TEST_CASE("any chunk can be sent, on several lines if its JSON has them") {
    responder to;
    chat_stream_writer writer(to, settings());
    chat any{.id = "x"};
    any.extra.set("later", *raw_json::parse("{\n\"a\":1}"));
    REQUIRE(writer.chunk(any));
    REQUIRE(to.head() != nullptr);
    REQUIRE(writer.done());
    const std::string body = take(to);
    CHECK(body.starts_with("data: {"));
    CHECK(body.find("\ndata: \"a\"") != std::string::npos);
    any.id = "\xff";
    CHECK(writer.chunk(any).error().code == errc::invalid_text);
}

TEST_CASE("an error takes nothing from a text") {
    responder to({.unsent_limit = 1000});
    chat_stream_writer writer(to, settings());
    std::string sent;
    std::string said;
    for (int i = 0; i != 200; ++i) {
        const std::string piece = i % 2 == 0 ? "\xe2\x82" : "\xac" + std::to_string(i);
        while (true) {
            const auto done = writer.text(piece);
            if (done) break;
            REQUIRE(done.error().code == errc::limit_exceeded);
            sent += take(to);
        }
        said += piece;
    }
    while (writer.text("x")) said += "x";  // until nothing more is taken
    REQUIRE(writer.finish("stop"));        // but the end is
    REQUIRE(writer.done());
    sent += take(to);
    const server_streams::received<chat> got(sent);
    CHECK(got.end == stream_end::complete);
    CHECK(got.response.choices.at(0).message->content == said);
    CHECK(writer.text("x").error().code == errc::invalid_argument);
    to.reset();
    to.peer_gone();
    CHECK(writer.text("x").error().code == errc::cancelled);
}

TEST_CASE("an error that ends a chat stream is read as one") {
    responder to;
    chat_stream_writer writer(to, settings());
    REQUIRE(writer.text("Hi"));
    REQUIRE(to.fail({.status = 500, .message = "out of tokens", .code = "oops"}));
    const server_streams::received<chat> got(take(to));
    CHECK(got.end == stream_end::api_error);
    CHECK(got.error.message == "out of tokens");
    CHECK(got.error.api.code == "oops");
    CHECK(got.response.choices.at(0).message->content == "Hi");
    CHECK_FALSE(writer.text("x"));
}

}  // namespace chat_stream_writer_tests
