// pass_through: what goes out is what came, but for what is replaced; the end is truthful.
#include <oaiwire/server/pass_through.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/server/pass_through_responses.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/block.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/chat_stream.hpp>
#include <support/dialects.hpp>
#include <support/random.hpp>

namespace pass_through_tests {

using namespace oaiwire;
using support::cases;
using support::unescaped;

namespace {

struct passed {
    std::string out{};
    stream_facts facts{};
    stream_end end{};
    error why{};
    friend bool operator==(const passed&, const passed&) = default;
};

enum class closing { finish, fail, open };

// Writes what is unsent, in writes of different sizes.
void write(pass_through& from, std::string& to, support::random* r = nullptr) {
    while (!from.unsent().empty()) {
        const std::string_view piece = from.unsent();
        const std::size_t n = r == nullptr ? piece.size() : 1 + r->below(piece.size());
        to.append(piece.substr(0, n));
        from.sent(n);
        if (r != nullptr && r->below(4) == 0) return;
    }
}

// Passes a body in pieces of random sizes up to `longest`; 0: at once. `slow`: the client takes
// what it likes.
passed pass(const stream_kind& kind, const std::string& body, std::size_t longest,
            const pass_through_options& options = {}, closing last = closing::finish,
            std::uint64_t seed = 1, bool slow = false) {
    support::random r(seed);
    passed out;
    pass_through through(kind, options);
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t most = body.size() - at;
        const std::size_t n = longest == 0   ? most
                              : longest == 1 ? 1
                                             : std::min(most, r.below(longest + 1));
        {
            const support::block lent(std::string_view(body).substr(at, n));
            through.feed(lent.view());
            write(through, out.out, slow ? &r : nullptr);
            if (slow) through.feed({});  // what is unsent must not view the piece any longer
        }
        at += n;
    }
    if (last == closing::finish) through.finish();
    if (last == closing::fail) through.fail(make_error(errc::receive_failed));
    write(through, out.out);
    CHECK(through.unsent_size() == 0);
    out.facts = through.facts();
    out.end = through.end_reason();
    out.why = through.error();
    return out;
}

struct decoded {
    std::vector<std::string> payloads{};
    token_counts usage{};
    stream_end end{};
    error why{};
};

template <class Chunk>
token_counts counts_in(const Chunk& chunk) {
    if constexpr (requires { chunk.usage; }) {
        return counts_of(chunk);
    } else {
        const auto* e = std::get_if<ResponseLifecycleEvent>(&chunk);
        return e != nullptr && e->response && e->response->usage ? counts_of(*e->response->usage)
                                                                 : token_counts{};
    }
}

template <class Chunk>
decoded decode(std::string_view body, closing last = closing::finish, const limits& bounds = {}) {
    decoded out;
    stream_decoder<Chunk> decoder(bounds);
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) {
            if (!decoder.payload().empty()) out.payloads.emplace_back(decoder.payload());
            if (const token_counts counts = counts_in(*chunk); counts.any()) out.usage = counts;
        }
    };
    decoder.feed(body);
    drain();
    if (last == closing::fail) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    out.end = decoder.end_reason();
    out.why = decoder.error();
    return out;
}

bool ended_well(stream_end end) {
    return end == stream_end::complete || end == stream_end::finished;
}

// The promises for one body, in any pieces.
template <class Chunk>
void check(const std::string& body, closing last = closing::finish, std::uint64_t seed = 1,
           const pass_through_options& options = {}) {
    INFO(support::escaped(std::string_view(body).substr(0, 3000)));
    const stream_kind& kind = stream_kind_of<Chunk>();
    const passed whole = pass(kind, body, 0, options, last);
    for (const std::size_t longest : {1400u, 300u, 17u, 1u}) {
        const passed other = pass(kind, body, longest, options, last, seed + longest);
        INFO("pieces of " << longest);
        CHECK(name(other.end) == name(whole.end));
        CHECK(to_string(other.why) == to_string(whole.why));
        if (other == whole) continue;
        CHECK(support::escaped(other.out) == support::escaped(whole.out));
        FAIL("the outcome differs");
    }
    CHECK(pass(kind, body, 40, options, last, seed, true).out == whole.out);

    const decoded before = decode<Chunk>(body, last, options.bounds);
    CHECK(name(whole.end) == name(before.end));
    CHECK(whole.why.code == before.why.code);
    CHECK(whole.facts.usage == before.usage);
    if (!options.model.empty() || !options.id.empty()) return;
    if (ended_well(before.end)) {
        CHECK(whole.out == body);
        return;
    }
    // the client reads the same chunks, and then an error
    const decoded after = decode<Chunk>(whole.out);
    if (before.end != stream_end::limit) CHECK(after.payloads == before.payloads);
    CHECK(name(after.end) == "api_error");
}

}  // namespace

TEST_CASE("what a stream that ends well sends goes out as it came, in any pieces") {
    for (const auto& c : cases("stream_cases.jsonl")) {
        const std::string body = unescaped(c.at("body_escaped").get<std::string>());
        INFO(c.at("name").get<std::string>());
        if (c.value("kind", "") == "completion_chunk") {
            check<CompletionChunk>(body);
            continue;
        }
        check<ChatCompletionChunk>(body);
        check<ChatCompletionChunk>(body, closing::fail, 2);
    }
}

TEST_CASE("events of every server pass, in every framing") {
    const std::size_t framings = support::framings().size();
    for (const auto& d : support::chat_dialects()) {
        for (std::size_t f = 0; f != framings; ++f) {
            support::random r(f);
            std::string body;
            for (std::size_t i = 0; i != 40; ++i) body += support::framings()[f](d.event(r, i));
            check<ChatCompletionChunk>(body + "data: [DONE]\n\n", closing::finish, f);
        }
    }
}

TEST_CASE("events of the Responses API and text completions pass") {
    for (const auto& c : cases("response_streams.jsonl")) {
        INFO(c.at("name").get<std::string>());
        std::string named, plain;
        for (const auto& e : c.at("events")) {
            const std::string text = e.dump();
            plain += "data: " + text + "\n\n";
            named += "event: " + e.value("type", "message") + "\ndata: " + text + "\n\n";
        }
        check<ResponseStreamEvent>(plain);
        check<ResponseStreamEvent>(named);
        check<ResponseStreamEvent>(named + "data: [DONE]\n\n");
        check<ResponseStreamEvent>(named.substr(0, named.size() / 2), closing::fail);
        check<ResponseStreamEvent>(plain, closing::finish, 1, {.model = "mine", .id = "other"});
    }
    for (const auto& d : support::completion_dialects()) {
        support::random r(3);
        std::string body;
        for (std::size_t i = 0; i != 30; ++i) body += "data: " + d.event(r, i) + "\n\n";
        check<CompletionChunk>(body + "data: [DONE]\n\n");
        check<CompletionChunk>(body);
    }
}

TEST_CASE("a replaced model differs there and nowhere else") {
    const std::size_t framings = support::framings().size();
    const pass_through_options options{.model = "a \"longer\" name", .id = "9"};
    std::vector<support::dialect> all = support::chat_dialects();
    for (const auto& d : all) {
        INFO(d.name);
        for (std::size_t f = 0; f != framings; ++f) {
            support::random r(f);
            std::string body, expected;
            for (std::size_t i = 0; i != 40; ++i) {
                const std::string event = d.event(r, i);
                body += ": ping\n\n" + support::framings()[f](event);
                std::string changed = event;
                const auto replace = [&](const char* name, const std::string& by) {
                    const auto members = nlohmann::json::parse(event);
                    if (!members.contains(name) || !members.at(name).is_string()) return;
                    REQUIRE(json::patch(changed, name, *raw_json::of(by)));
                };
                replace("model", options.model);
                replace("id", options.id);
                expected += ": ping\n\n" + support::framings()[f](changed);
            }
            body += "data: [DONE]\n\n";
            expected += "data: [DONE]\n\n";
            for (const std::size_t longest : {0u, 1400u, 90u, 1u}) {
                const passed got =
                    pass(stream_kind_of<ChatCompletionChunk>(), body, longest, options);
                if (got.out == expected) continue;
                CHECK(support::escaped(got.out) == support::escaped(expected));
                FAIL("pieces of " << longest);
            }
            check<ChatCompletionChunk>(body, closing::finish, f, options);
        }
    }
}

TEST_CASE("members are replaced wherever readers find them, and strings inside others are not") {
    const pass_through_options options{.model = "B", .id = "I"};
    const auto& kind = stream_kind_of<ChatCompletionChunk>();
    const auto replaced = [&](const std::string& event) {
        std::string out = pass(kind, event, 0, options, closing::open).out;
        CHECK(out == pass(kind, event, 1, options, closing::open).out);
        return out;
    };
    const std::string said = R"("choices":[{"index":0,"delta":{"content":"\"model\":\"A\""}}])";
    CHECK(replaced("data: {\"model\":\"A\"," + said + ",\"id\":\"1\"}\n\n") ==
          "data: {\"model\":\"B\"," + said + ",\"id\":\"I\"}\n\n");
    CHECK(replaced("data: { \"mod\\u0065l\" : \"A\" ,\"model\":\"C\"," + said + "}\r\n\r\n") ==
          "data: { \"mod\\u0065l\" : \"B\" ,\"model\":\"B\"," + said + "}\r\n\r\n");
    CHECK(replaced("data: {\"model\":null,\"x\":{\"model\":\"A\"}," + said + "}\n\n") ==
          "data: {\"model\":null,\"x\":{\"model\":\"A\"}," + said + "}\n\n");
    // several lines, several texts, and an event that has no chunk
    CHECK(
        replaced("id: 7\ndata: {\ndata: \"model\":\ndata:\"A\",\nx: y\ndata: " + said + "}\n\n") ==
        "id: 7\ndata: {\ndata: \"model\":\ndata:\"B\",\nx: y\ndata: " + said + "}\n\n");
    CHECK(replaced("data: {\"model\":\"A\"," + said + "}{\"model\":\"A\"," + said + "}\n\n") ==
          "data: {\"model\":\"B\"," + said + "}{\"model\":\"B\"," + said + "}\n\n");
    CHECK(replaced("data: {\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[]}\n\n") ==
          "data: {\"model\":\"B\",\"choices\":[],\"prompt_filter_results\":[]}\n\n");
    const pass_through_options response{.model = "B"};
    CHECK(pass(stream_kind_of<ResponseStreamEvent>(),
               "data: {\"type\":\"response.created\",\"response\":{\"model\":\"A\",\"output\":[]}}"
               "\n\n",
               0, response, closing::open)
              .out ==
          "data: {\"type\":\"response.created\",\"response\":{\"model\":\"B\",\"output\":[]}}\n\n");
}

TEST_CASE("facts are read on the way, and those that are not wanted are not") {
    const std::string body =
        R"(data: {"id":"c1","model":"m","choices":[{"index":1,"delta":{"content":"a"}}],)"
        R"("usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}})"
        "\n\n"
        R"(data: {"id":"c1","model":"m","choices":[{"index":1,"delta":{"content":"b"}}],)"
        R"("usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}})"
        "\n\n"
        R"(data: {"id":"c1","model":"m","choices":[{"index":1,"delta":{},)"
        R"("finish_reason":"stop"}]})"
        "\n\ndata: [DONE]\n\n";
    const passed got = pass(stream_kind_of<ChatCompletionChunk>(), body, 0);
    CHECK(got.facts.id == "c1");
    CHECK(got.facts.model == "m");
    CHECK(got.facts.usage.completion == 2);
    CHECK(got.facts.usage.total == 7);
    CHECK(got.facts.finish_reason(1) == "stop");
    CHECK(got.facts.finish_reason(0).empty());
    const passed none = pass(stream_kind_of<ChatCompletionChunk>(), body, 0,
                             {.wanted = {false, false, false, false}});
    CHECK(none.out == body);
    CHECK(none.facts == stream_facts{});
}

TEST_CASE("a stream that breaks off ends with an error event and never with [DONE]") {
    using namespace chat_stream;
    const auto& kind = stream_kind_of<ChatCompletionChunk>();
    const std::string good = says("one") + says("two");
    const passed cut = pass(kind, good + "data: {\"choices\":[{\"ind", 0);
    CHECK(cut.out.starts_with(good + "data: {\"error\":{\"message\":"));
    CHECK(cut.out.ends_with("}}\n\n"));
    CHECK(cut.out.find("DONE") == std::string::npos);
    CHECK(cut.end == stream_end::truncated);
    const passed lost = pass(kind, good, 0, {}, closing::fail);
    CHECK(lost.why.code == errc::receive_failed);
    CHECK(decode<ChatCompletionChunk>(lost.out).why.api.stated_status == 0);
    // an event that lacks its blank line only
    const passed open = pass(kind, good + "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}", 0);
    CHECK(
        open.out.starts_with(good + "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}\n\ndata: "));
    // the responses that have no end
    const std::string delta =
        R"(data: {"type":"response.output_text.delta","sequence_number":4,"delta":"x"})"
        "\n\n";
    const passed events = pass(stream_kind_of<ResponseStreamEvent>(), delta, 0);
    CHECK(events.out.starts_with(
        delta + "event: error\ndata: {\"type\":\"error\",\"sequence_number\":5,\"code\":"));
    const passed done = pass(stream_kind_of<ResponseStreamEvent>(), delta + chat_stream::done, 0);
    CHECK(done.out.find("[DONE]\n") == std::string::npos);
    CHECK(done.out.starts_with(delta + "event: error\n"));
}

TEST_CASE("an error in a stream arrives in the client's dialect, once, as its last event") {
    using namespace chat_stream;
    const auto& kind = stream_kind_of<ChatCompletionChunk>();
    const std::string usual = event(R"({"error":{"message":"busy","code":503,"x":1}})");
    CHECK(pass(kind, says("a") + usual + done + says("b"), 0).out == says("a") + usual);
    CHECK(pass(kind, "event: error\n" + usual, 1).out == "event: error\n" + usual);
    const std::string told = event(
        R"({"error":{"message":"no memory","type":"server_error","param":null,"code":null}})");
    CHECK(pass(kind, says("a") + event(R"({"object":"error","message":"no memory"})"), 0).out ==
          says("a") + told);
    CHECK(pass(kind, says("a") + "error: {\"error\":{\"message\":\"no memory\"}}\n\n", 0).out ==
          says("a") + told);
    CHECK(pass(kind, R"({"error":{"message":"no memory"}})", 3).out == told);
    // a broken event is explained by the error that follows
    CHECK(pass(kind, says("a") + "data: {\"choices\":[{\n\n" + usual, 0).out == says("a") + usual);
    for (const std::size_t longest : {0u, 1u}) {
        CHECK(pass(kind, says("a") + "data: {\"id\":\"c\",\"choices\":[{\n\n" + usual, longest,
                   {.model = "m", .id = "c"})
                  .out == says("a") + usual);
    }
    const passed junk = pass(kind, says("a") + "data: <junk>\n\n" + says("b") + done, 0);
    CHECK(junk.out.starts_with(says("a") + "data: {\"error\":"));
    CHECK(junk.end == stream_end::malformed);
    const auto& events = stream_kind_of<ResponseStreamEvent>();
    CHECK(pass(events, usual, 0).out ==
          "event: error\ndata: {\"type\":\"error\",\"sequence_number\":0,\"code\":\"503\","
          "\"message\":\"busy\",\"param\":null}\n\n");
    const std::string failed =
        event(R"({"type":"response.failed","response":{"error":{"code":"x","message":"y"}}})");
    CHECK(pass(events, failed + done, 0).out == failed);
}

TEST_CASE("a JSON text in place of a stream is forwarded when it is whole") {
    const auto& kind = stream_kind_of<ChatCompletionChunk>();
    const std::string body =
        R"({"model":"A","choices":[{"index":0,"message":{"content":"hi"},"finish_reason":"stop"}],)"
        "\n\n"
        R"("usage":{"prompt_tokens":1,"completion_tokens":2}})";
    check<ChatCompletionChunk>(body);
    check<ChatCompletionChunk>(": waiting\n\n" + body);
    check<ChatCompletionChunk>(body.substr(0, 60));
    std::string patched = body;
    patched.replace(patched.find("\"A\""), 3, "\"B\"");
    CHECK(pass(kind, body, 1, {.model = "B"}).out == patched);
}

TEST_CASE("events over the limit end the stream at the same event, in any pieces") {
    limits bounds;
    bounds.event = 300;
    bounds.line = 200;
    using namespace chat_stream;
    const std::string before = ": c\n\n" + says("a") + ": d\n\n";
    const auto& kind = stream_kind_of<ChatCompletionChunk>();
    for (const std::string& large :
         {says(std::string(400, 'x')), "x: " + std::string(250, 'y') + "\n" + says("b")}) {
        check<ChatCompletionChunk>(before + large + says("c"), closing::finish, 5,
                                   {.bounds = bounds});
    }
    // comments count too, since they are held with their event
    for (const std::string& large : {": " + std::string(350, 'z') + "\n" + says("b"),
                                     says("e") + ":" + std::string(400, 'e')}) {
        const std::string body = before + large + says("c") + done;
        const passed whole = pass(kind, body, 0, {.bounds = bounds});
        CHECK(whole.out.starts_with(before));
        CHECK(whole.end == stream_end::limit);
        for (const std::size_t longest : {1u, 7u, 100u}) {
            CHECK(pass(kind, body, longest, {.bounds = bounds}) == whole);
        }
    }
}

TEST_CASE("what is unsent is bounded by a program that waits while full()") {
    using namespace chat_stream;
    std::string piece;
    for (int i = 0; i != 20; ++i) piece += says("token " + std::to_string(i));
    pass_through through(stream_kind_of<ChatCompletionChunk>(), {.id = "x", .unsent_limit = 4096});
    std::size_t fed = 0;
    while (!through.full()) {
        through.feed(piece);
        fed += piece.size();
    }
    CHECK(through.unsent_size() < 4096 + piece.size() * 2);
    std::array<std::string_view, 3> some{};
    CHECK(through.unsent(some) == 3);
    CHECK(some[0] == through.unsent());
    std::string out;
    write(through, out);
    CHECK(out.size() == fed);
    CHECK_FALSE(through.full());
}

TEST_CASE("comments go between events only") {
    using namespace chat_stream;
    pass_through through(stream_kind_of<ChatCompletionChunk>());
    const std::string body = says("a") + says("b") + done;
    std::string out;
    for (const char c : body) {
        through.feed({&c, 1});
        through.keep_alive();
        write(through, out);
    }
    through.finish();
    CHECK(decode<ChatCompletionChunk>(out).payloads == decode<ChatCompletionChunk>(body).payloads);
    CHECK(through.ok());
    pass_through other(stream_kind_of<ChatCompletionChunk>());
    other.fail(make_error(errc::cancelled));
    CHECK(other.unsent().empty());
    CHECK(other.end_reason() == stream_end::cancelled);
}

TEST_CASE("an object that was moved goes on") {
    using namespace chat_stream;
    const std::string body = says("a") + ":\n\n" + done;
    pass_through through(stream_kind_of<ChatCompletionChunk>(), {.id = "I"});
    std::string out;
    for (const char c : body) {
        through.feed({&c, 1});
        pass_through moved(std::move(through));
        through = std::move(moved);
        write(through, out);
    }
    through.finish();
    CHECK(out.size() == body.size());
    CHECK(through.ok());
}

}  // namespace pass_through_tests
