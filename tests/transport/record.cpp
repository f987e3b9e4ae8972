#include <oaiwire/transport/record.hpp>

#include <support/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/cassette_transport.hpp>
#include <oaiwire/transport/replay.hpp>
#include <support/random.hpp>
#include <support/scripted_source.hpp>

namespace record_tests {

using namespace oaiwire;

namespace {

using recording = recording_transport<replay_transport>;
static_assert(http::pull_transport<recording>);
static_assert(!http::polled_transport<recording>);
static_assert(http::pull_transport<recording_transport<cassette_transport>>);
static_assert(http::polled_transport<recording_transport<cassette_transport>>);

const std::string key = "sk-proj-this-is-a-key-0123456789";
const endpoint where{.base_url = "https://api.example.com/v1",
                     .api_key = secret(key),
                     .query = {{"api-version", "1"}, {"signature", key}},
                     .retry = retry_policy::none()};

// What a call gave, as one text.
template <class Call>
std::string told(const Call& call) {
    return std::string(name(call.end_reason)) + " " + to_string(call.error) +
           json::write(call.response).value_or("-");
}

template <class Transport>
std::string streamed(Transport transport, const ChatCompletionRequest& request) {
    client api(std::move(transport), where);
    std::string out;
    const auto done = api.stream(request, [&](const ChatCompletionChunk& chunk) {
        out += json::write(chunk).value_or("-") + "\n";
    });
    return out + told(done);
}

template <class Transport>
std::string pulled(Transport transport, const ChatCompletionRequest& request) {
    client api(std::move(transport), where);
    auto stream = api.stream(request);
    std::string out;
    for (const auto& chunk : stream) out += json::write(chunk).value_or("-") + "\n";
    return out + std::string(name(stream.end_reason())) + " " + to_string(stream.error()) +
           json::write(stream.response()).value_or("-");
}

template <class Transport>
std::string plain(Transport transport, const ChatCompletionRequest& request) {
    client api(std::move(transport), where);
    const auto done = api.create(request);
    return done ? json::write(*done).value_or("-")
                : to_string(done.error()) + done.error().api.body;
}

template <class Transport>
std::string spoken(Transport transport) {
    client api(std::move(transport), where);
    const auto done = api.create(SpeechRequest{.model = "tts", .input = "hello", .voice = "alloy"});
    return done ? done->audio : to_string(done.error());
}

template <class Transport>
std::string uploaded(Transport transport, std::string content) {
    client api(std::move(transport), where);
    TranscriptionRequest request;
    request.file = file_content("a.wav", std::move(content));
    request.model = "whisper-1";
    const auto done = api.create(request);
    return done ? json::write(*done).value_or("-") : to_string(done.error());
}

ChatCompletionRequest question() {
    return {.model = "m", .messages = {user("hello")}};
}

std::string event(std::string_view text) {
    return R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":)"
           R"([{"index":0,"delta":{"content":")" +
           std::string(text) + "\"}}]}\n\n";
}

std::string answer_stream() {
    return event("Hé") + event("llo 你") +
           R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":)"
           R"([{"index":0,"delta":{},"finish_reason":"stop"}]})"
           "\n\ndata: [DONE]\n\n";
}

const std::string answer_body =
    R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
    R"("message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";

// A response with cuts, and a fault in every second one.
replay_exchange any_exchange(support::random& any, std::string body, std::string_view type,
                             int status = 200) {
    replay_exchange e{.head = {status, {{"Content-Type", type}, {"x-request-id", "r1"}}},
                      .body = std::move(body)};
    if (any.one_in(2)) e.piece = 1 + any.below(30);
    for (std::size_t at = 0; at < e.body.size(); at += 1 + any.below(60)) e.cuts.push_back(at);
    constexpr errc codes[]{errc::closed_early,  errc::receive_failed, errc::idle_timeout,
                           errc::total_timeout, errc::cancelled,      errc::connect_failed};
    if (any.one_in(2)) {
        e.fault = {.code = codes[any.below(std::size(codes))],
                   .before_head = any.one_in(4),
                   .after = any.below(e.body.size() + 1)};
    }
    return e;
}

cassette_transport player(const std::string& tape, cassette_options options = {}) {
    auto t = cassette_transport::from(tape, std::move(options));
    INFO((t ? std::string() : to_string(t.error())));
    REQUIRE(t);
    return *std::move(t);
}

// The call over the script, recorded, and replayed in several ways: all must give the same.
template <class Run>
void compare(const replay_exchange& e, Run&& run) {
    const std::string due = run(replay_transport({e}));
    std::string tape;
    cassette_writer writer(cassette_to(tape));
    REQUIRE(run(recording(replay_transport({e}), writer)) == due);
    REQUIRE(writer.failure().code == errc::ok);
    REQUIRE(writer.exchanges() == 1);
    CAPTURE(tape);
    REQUIRE(tape.find(key) == tape.npos);
    for (const std::size_t piece : {std::size_t{0}, std::size_t{1}, std::size_t{7}, tape.size()}) {
        auto played = player(tape, {.piece = piece});
        REQUIRE(run(played) == due);
        REQUIRE(played.unused().empty());
    }
    REQUIRE(run(player(tape, {.match = cassette_match::in_order})) == due);
    // a recording of the replay is the same recording
    std::string again;
    REQUIRE(run(recording_transport(player(tape), cassette_writer(cassette_to(again)))) == due);
    const auto pieces_of = [](const std::string& text) {
        std::vector<std::string> out;
        cassette_reader lines(*text_source(text)->open());
        for (auto line = lines.next(); line && *line; line = lines.next()) {
            CassetteLine copy = **line;
            copy.ms = {};
            if (copy.request) copy.request.reset();
            out.push_back(json::write(copy).value_or("-"));
        }
        return out;
    };
    REQUIRE(pieces_of(again).size() == pieces_of(tape).size());
}

}  // namespace

TEST_CASE("a replayed recording gives what the call gave, for every operation, cut and fault") {
    support::random any(7);
    for (int round = 0; round != 60; ++round) {
        CAPTURE(round);
        const auto stream = any_exchange(any, answer_stream(), "text/event-stream");
        compare(stream, [](auto t) { return streamed(std::move(t), question()); });
        compare(stream, [](auto t) { return pulled(std::move(t), question()); });
        compare(any_exchange(any, answer_body, "application/json"),
                [](auto t) { return plain(std::move(t), question()); });
        compare(any_exchange(any, R"({"error":{"message":"no","type":"t","code":"c"}})",
                             "application/json", any.one_in(2) ? 400 : 503),
                [](auto t) { return plain(std::move(t), question()); });
        std::string audio;
        while (audio.size() != 200) audio.push_back(static_cast<char>(any.below(256)));
        compare(any_exchange(any, audio, "audio/mpeg"),
                [](auto t) { return spoken(std::move(t)); });
        compare(any_exchange(any, R"({"text":"heard"})", "application/json"),
                [&](auto t) { return uploaded(std::move(t), audio); });
    }
}

TEST_CASE("a recorded call has the pieces of the transport, and so has its replay") {
    const replay_exchange e{.body = "abcdefgh", .cuts = {1, 4}};
    std::string tape;
    http::request request{.method = "GET", .origin = {"https", "h", 443}, .target = "/x"};
    const auto pieces = [&](auto transport) {
        std::vector<std::string> out;
        auto body = transport.open(request);
        REQUIRE(body);
        for (auto bytes = body->read_some(); bytes && !bytes->empty(); bytes = body->read_some()) {
            out.emplace_back(*bytes);
        }
        return out;
    };
    const std::vector<std::string> due{"a", "bcd", "efgh"};
    CHECK(pieces(recording(replay_transport({e}), cassette_writer(cassette_to(tape)))) == due);
    CHECK(pieces(player(tape)) == due);
    CHECK(pieces(player(tape, {.piece = 3})) == std::vector<std::string>{"abc", "def", "gh"});
    CHECK(pieces(player(tape, {.piece = 100})) == std::vector<std::string>{"abcdefgh"});
}

TEST_CASE("no key, cookie or account of a call reaches a cassette") {
    const std::string cookie = "session=very-secret-cookie";
    std::string body = R"({"error":{"message":"Incorrect API key provided: )" + key +
                       R"( of org-0123456789","type":"x"}})";
    for (std::size_t piece = 1; piece != 40; ++piece) {
        std::string tape;
        cassette_redaction redact;
        redact.members = {"password"};
        redact.values.emplace_back("hush");
        recording t(replay_transport({{.head = {401,
                                                {{"Set-Cookie", cookie},
                                                 {"openai-organization", "org-0123456789"},
                                                 {"Location", "/next?key=abcdef&x=1"},
                                                 {"x-echo", key}}},
                                       .body = body,
                                       .piece = piece,
                                       .fault = {.code = errc::closed_early}}}),
                    cassette_writer(cassette_to(tape), {.redact = redact}));
        http::request request{
            .method = "POST",
            .origin = {"https", "user:pass-word@h", 443},
            .target = "/v1/x?api_key=" + key + "&q=" + key + "&sig=abcdefg",
            .headers = {{"Authorization", "Bearer " + key, true},
                        {"Cookie", cookie},
                        {"OpenAI-Organization", "org-0123456789"},
                        {"OpenAI-Project", "proj-0123456789"},
                        {"X-Own", "marked-value", true}},
            .body =
                R"({"key":")" + key +
                R"(","password":"swordfish","p":"proj-0123456789","h":"hush","m":"marked-value"})"};
        auto opened = t.open(request);
        REQUIRE(opened);
        std::string read;
        auto bytes = opened->read_some();
        for (; bytes && !bytes->empty(); bytes = opened->read_some()) read += *bytes;
        REQUIRE(!bytes);
        REQUIRE(read == body);  // what the program sees is not redacted
        for (const auto* hidden :
             {key.c_str(), "very-secret", "org-0123456789", "proj-0123456789", "swordfish", "hush",
              "pass-word", "abcdef", "marked-value", "sk-proj"}) {
            CAPTURE(tape, hidden);
            REQUIRE(tape.find(hidden) == tape.npos);
        }
    }
}

TEST_CASE("a cassette that cannot be written changes nothing of the calls") {
    const replay_exchange e{.head = {200, {{"Content-Type", "text/event-stream"}}},
                            .body = answer_stream(),
                            .piece = 9};
    const std::string due = streamed(replay_transport({e}), question());
    for (int works = 0; works != 12; ++works) {
        int left = works;
        int calls = 0;
        cassette_writer writer([&](std::string_view) -> result<void> {
            ++calls;
            if (left-- > 0) return {};
            return make_error(errc::send_failed, "the disk is full");
        });
        CHECK(streamed(recording(replay_transport({e}), writer), question()) == due);
        CHECK(writer.failure().code == errc::send_failed);
        CHECK(writer.failure().message == "the disk is full");
        CHECK(calls == works + 1);  // none after the one that failed
    }
}

TEST_CASE("a source that fails ends the call as without recording") {
    const auto source =
        std::make_shared<support::scripted>(10, [](char*, std::size_t) -> result<std::size_t> {
            return make_error(errc::invalid_content, "lost");
        });
    http::request request{.method = "POST", .origin = {"https", "h", 443}, .target = "/x"};
    request.content = source;
    std::string tape;
    cassette_writer writer(cassette_to(tape));
    recording t(replay_transport({{.body = "x"}}), writer);
    const auto opened = t.open(request);
    REQUIRE(!opened);
    CHECK(opened.error().message == "lost");
    CHECK(writer.failure().message == "lost");
    CHECK(tape.find(R"("kind":"error","error":"invalid_content","message":"lost")") != tape.npos);
}

TEST_CASE("a call that its program abandons is recorded as far as it was read") {
    std::string tape;
    {
        recording t(replay_transport({{.body = "abcdef", .piece = 2}}),
                    cassette_writer(cassette_to(tape)));
        auto body = t.open({.method = "GET", .origin = {"http", "h", 80}, .target = "/"});
        REQUIRE(body);
        REQUIRE(body->read_some().value() == "ab");
    }
    CHECK(tape.find(R"("end":{"kind":"abandoned","bytes":2})") != tape.npos);
    auto played = player(tape);
    auto body = played.open({.method = "GET", .origin = {"http", "h", 80}, .target = "/"});
    REQUIRE(body);
    CHECK(body->read_some().value() == "ab");
    CHECK(body->read_some().error().code == errc::transport_failed);
    CHECK(body->read_some().error().message ==
          "the recording ends here: its program read no further");
}

TEST_CASE("polled calls are recorded as they are read, and replayed by polling") {
    std::string first;
    {
        const replay_exchange e{.head = {200, {{"Content-Type", "text/event-stream"}}},
                                .body = answer_stream(),
                                .piece = 11};
        std::string two_calls;
        cassette_writer writer(cassette_to(first));
        recording t(replay_transport({e, e}), writer);
        auto a = question();
        auto b = question();
        b.model = "other";
        two_calls = streamed(t, a) + streamed(t, b);
    }
    std::string second;
    recording_transport t(player(first), cassette_writer(cassette_to(second)));
    const auto run = [](auto& transport) {
        auto a = question();
        auto b = question();
        a.stream = b.stream = true;
        b.model = "other";
        polled_call one(transport, a, where, {}, call_mode::streamed);
        polled_call two(transport, b, where, {}, call_mode::streamed);
        std::string out;
        while (!one.ended() || !two.ended()) {
            transport.poll(0);
            while (one.next() != nullptr) out += "1";
            while (two.next() != nullptr) out += "2";
        }
        return out + json::write(one.response()).value_or("-") +
               json::write(two.response()).value_or("-") + to_string(one.error()) +
               to_string(two.error());
    };
    auto plain_player = player(first);
    const std::string due = run(plain_player);
    CHECK(due.find("121") != due.npos);  // they take turns
    CHECK(run(t) == due);
    // the lines of the two exchanges alternate in that cassette
    auto played = player(second);
    REQUIRE(played.exchanges().size() == 2);
    CHECK(played.exchanges()[0].runs.size() > 5);
    CHECK(run(played) == due);
    CHECK(played.unused().empty());
}

TEST_CASE("recorded retries are replayed, without waiting") {
    const std::vector<replay_exchange> script{
        {.head = {503, {{"Retry-After", "3"}}}, .body = "busy"},
        {.fault = {.code = errc::connect_failed, .before_head = true}},
        {.head = {200, {{"Content-Type", "application/json"}}}, .body = answer_body}};
    std::string tape;
    const auto run = [](auto transport) {
        endpoint retrying = where;
        retrying.retry = standard_retries{.max_retries = 2};
        client api(std::move(transport), retrying, replay_timing());
        const auto done = api.create(question());
        REQUIRE(done);
        CHECK(api.attempts().size() == 3);
        return json::write(*done).value();
    };
    const auto due = run(recording(replay_transport(script), cassette_writer(cassette_to(tape))));
    auto played = player(tape);
    CHECK(run(played) == due);
    CHECK(played.exchanges().size() == 3);
    CHECK(played.unused().empty());
}

TEST_CASE("times are those of the clock, and a replay hands them to a hook") {
    std::int64_t now = 1000;
    std::string tape;
    cassette_writer_options options;
    options.clock = [&] { return now; };
    recording t(replay_transport({{.body = "abcd", .piece = 2}}),
                cassette_writer(cassette_to(tape), options));
    const http::request request{.method = "GET", .origin = {"http", "h", 80}, .target = "/"};
    {
        auto body = t.open(request);
        now = 1200;
        REQUIRE(body->read_some());
        now = 1250;
        REQUIRE(body->read_some());
        now = 1300;
        REQUIRE(body->read_some().value().empty());
    }
    std::vector<std::int64_t> waits;
    cassette_options replay;
    replay.wait = [&](std::int64_t ms) { waits.push_back(ms); };
    auto played = player(tape, replay);
    auto body = played.open(request);
    while (!body->read_some().value().empty()) {
    }
    CHECK(waits == std::vector<std::int64_t>{200, 50, 50});
}

}  // namespace record_tests
