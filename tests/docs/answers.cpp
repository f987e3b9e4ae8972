// The code of docs/servers.md about answers, compiled and run.
#include "harness.hpp"

#include <cstdint>
#include <optional>

#include <oaiwire/server.hpp>

namespace docs_tests {
namespace servers {

// [chat_answer]
// An answer that a model writes piece by piece, on a thread that serves many.
template <class Model>
class chat_answer {
public:
    chat_answer(oaiwire::responder& to, const oaiwire::ChatCompletionRequest& request,
                std::string id, std::int64_t unix_s)
        : to_(&to),
          out_(to, {.id = std::move(id),
                    .model = request.model,
                    .created = unix_s,
                    .include_usage =
                        request.stream_options && request.stream_options->include_usage == true}) {}

    // Adds what the client has room for. False: nothing is left to do.
    bool step(Model& model) {
        while (!to_->full() && !to_->ended() && !to_->cancelled()) {
            const std::optional<std::string> piece = model.next();
            const auto sent = piece ? out_.text(*piece) : finish(model);
            if (sent) continue;
            static_cast<void>(to_->fail(oaiwire::answer_to(sent.error())));
            return false;
        }
        return !to_->ended() && !to_->cancelled();
    }

private:
    oaiwire::result<void> finish(const Model& model) {
        const oaiwire::Usage usage{.completion_tokens = model.pieces()};
        return out_.finish("stop").and_then([&] { return out_.done(&usage); });
    }

    oaiwire::responder* to_;
    oaiwire::chat_stream_writer out_;
};
// [/chat_answer]

// [weather]
// Thinks, says something and calls a function.
oaiwire::result<void> weather(oaiwire::responder& to, oaiwire::id_source& ids) {
    oaiwire::response_stream_writer out(to, {.seed = ids.bits()});
    return ids.make("resp_")
        .and_then([&](const std::string& id) { return out.begin({.id = id, .model = "echo"}); })
        .and_then([&] { return out.reasoning_summary("They ask for the weather."); })
        .and_then([&] { return out.text("Let me see."); })
        .and_then([&] { return out.function_call("call_1", "weather"); })
        .and_then([&] { return out.arguments(R"({"city":"Bern"})"); })
        .and_then([&] { return out.done(); });
}
// [/weather]

// [send]
// `http` is one response of another HTTP server.
template <class Http>
void send(oaiwire::responder& answer, Http& http) {
    if (answer.head() != nullptr && !http.begun()) http.begin(*answer.head(), answer.body_size());
    while (!answer.unsent().empty()) {
        const std::size_t n = http.write(answer.unsent());
        if (n == 0) return;  // the client is slow: again when it can take more
        answer.sent(n);
    }
    if (answer.cut()) return http.abort();  // the client must see that bytes are missing
    if (answer.ended()) http.end();
}
// [/send]

namespace {

// Says a few words.
struct echo_model {
    std::vector<std::string> words{"Hel", "lo \xf0\x9f", "\x98\x80"};
    std::size_t said = 0;

    std::optional<std::string> next() {
        if (said == words.size()) return std::nullopt;
        return words[said++];
    }
    std::int64_t pieces() const { return static_cast<std::int64_t>(said); }
};

// Takes a few bytes at a time, and nothing now and then.
struct slow_http {
    oaiwire::http::response_head head{};
    std::string body{};
    bool started = false;
    bool whole = false;
    bool aborted = false;
    int calls = 0;

    bool begun() const { return started; }
    void begin(const oaiwire::http::response_head& h, std::optional<std::uint64_t> size) {
        head = h;
        started = !size.has_value();
    }
    std::size_t write(std::string_view bytes) {
        if (++calls % 3 == 0) return 0;
        body.append(bytes.substr(0, 50));
        return std::min<std::size_t>(bytes.size(), 50);
    }
    void end() { whole = true; }
    void abort() { aborted = true; }
};

}  // namespace

}  // namespace servers

TEST_CASE("the chat answer of docs/servers.md waits for its client, and is read whole") {
    oaiwire::responder to({.unsent_limit = 100});
    servers::echo_model model;
    const oaiwire::ChatCompletionRequest request{
        .model = "m", .stream_options = oaiwire::StreamOptions{.include_usage = true}};
    servers::chat_answer<servers::echo_model> answer(to, request, "chatcmpl-1", 5);
    servers::slow_http http;
    int steps = 0;
    while (answer.step(model)) {
        ++steps;
        servers::send(to, http);
    }
    while (!http.whole) servers::send(to, http);
    CHECK(steps > 2);
    CHECK_FALSE(http.aborted);
    oaiwire::client api{
        oaiwire::replay_transport({docs_tests::answer(http.body, "text/event-stream")}),
        {.base_url = "https://api.example.com/v1"}};
    const auto outcome = api.stream(hello, [](const oaiwire::ChatCompletionChunk&) {});
    CHECK(outcome.end_reason == oaiwire::stream_end::complete);
    CHECK(oaiwire::text(outcome.response) == "Hello \xf0\x9f\x98\x80");
    CHECK(outcome.response.usage->completion_tokens == 3);
    CHECK(http.head.headers.value("Content-Type") == "text/event-stream; charset=utf-8");
}

TEST_CASE("the response of docs/servers.md has its items") {
    oaiwire::responder to;
    oaiwire::id_source ids(1);
    REQUIRE(servers::weather(to, ids));
    oaiwire::client api{oaiwire::replay_transport(
                            {docs_tests::answer(std::string(to.unsent()), "text/event-stream")}),
                        {.base_url = "https://api.example.com/v1"}};
    const auto outcome = api.stream(oaiwire::ResponseRequest{.model = "m", .input = "Hi"},
                                    [](const oaiwire::ResponseStreamEvent&) {});
    CHECK(outcome.end_reason == oaiwire::stream_end::complete);
    CHECK(outcome.response.output.size() == 3);
    CHECK(oaiwire::text(outcome.response) == "Let me see.");
}

TEST_CASE("a byte stream that fails is cut, as docs/servers.md sends it") {
    oaiwire::responder to;
    servers::slow_http http;
    REQUIRE(to.begin_bytes("audio/mpeg"));
    REQUIRE(to.write("ID3"));
    servers::send(to, http);
    REQUIRE(to.fail({.message = "out of voice"}));
    servers::send(to, http);
    CHECK(http.body == "ID3");
    CHECK(http.aborted);
}

}  // namespace docs_tests
