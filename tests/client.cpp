#include <oaiwire/client.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/types/text.hpp>

#include <support/catch.hpp>

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost/v1", .api_key = secret{"sk-canary"}};

const std::string stream_body =
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n"
    "data: "
    "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";
const std::string plain_body =
    R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";

replay_exchange answer(std::string body, int status = 200) {
    replay_exchange e;
    e.head.status = status;
    e.body = std::move(body);
    e.piece = 5;
    return e;
}

// Time that advances only by sleeping, and no jitter.
struct virtual_timing {
    struct world {
        std::int64_t now = 1000;
        std::vector<std::int64_t> sleeps{};
        bool stops = false;  // the caller cancels the call during the wait
    };
    std::shared_ptr<world> all = std::make_shared<world>();

    std::int64_t now_ms() const { return all->now; }
    void sleep(std::int64_t ms, const stop_handle& stop) {
        all->sleeps.push_back(ms);
        all->now += ms;
        if (all->stops) stop.request_stop();
    }
    double jitter() { return 0; }
};
static_assert(timing<virtual_timing>);

const std::string overloaded = R"({"error":{"message":"busy","type":"overloaded"}})";

replay_exchange dies(errc code, bool before_head = true) {
    replay_exchange e = answer(stream_body);
    e.fault.code = code;
    e.fault.before_head = before_head;
    e.fault.after = 60;
    return e;
}

// The result of a streamed call in both forms over the same script: the text, the end, and the
// number of requests.
struct told {
    std::string text{};
    std::string end{};
    std::size_t requests = 0;
    std::vector<std::int64_t> sleeps{};
    std::vector<attempt> attempts{};
    oaiwire::error error{};
};

template <class Call>
told tell(std::vector<replay_exchange> script, bool stops, Call make) {
    replay_transport wire(std::move(script));
    virtual_timing time;
    time.all->stops = stops;
    client api{wire, local, time};
    told out;
    make(api, out);
    out.requests = wire.requests().size();
    out.sleeps = time.all->sleeps;
    out.attempts = api.attempts();
    return out;
}
told pulled(std::vector<replay_exchange> script, const call_options& options = {},
            bool stops = false) {
    return tell(std::move(script), stops, [&](auto& api, told& out) {
        auto stream = api.stream(hello, options);
        for (const auto& chunk : stream) out.text += text(chunk);
        out.end = name(stream.end_reason());
        out.error = stream.error();
    });
}
told pushed(std::vector<replay_exchange> script, const call_options& options = {},
            bool stops = false) {
    return tell(std::move(script), stops, [&](auto& api, told& out) {
        const auto outcome = api.stream(
            hello, [&](const ChatCompletionChunk& c) { out.text += text(c); }, options);
        out.end = name(outcome.end_reason);
        out.error = outcome.error;
    });
}
told both(const std::vector<replay_exchange>& script, const call_options& options = {},
          bool stops = false) {
    const told a = pulled(script, options, stops);
    call_options again = options;
    again.stop = stop_handle();
    const told b = pushed(script, again, stops);
    CHECK(a.text == b.text);
    CHECK(a.end == b.end);
    CHECK(a.requests == b.requests);
    CHECK(a.sleeps == b.sleeps);
    CHECK(a.attempts.size() == b.attempts.size());
    CHECK(b.attempts.size() == b.requests);
    return b;
}

}  // namespace

TEST_CASE("create() returns the response of a plain call") {
    replay_transport transport({answer(plain_body)});
    client api{transport, local};
    const auto response = api.create(hello);
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
    CHECK(transport.requests().size() == 1);
}

TEST_CASE("create() returns the error of a failed call") {
    replay_transport transport({answer(R"({"error":{"message":"no","type":"t"}})", 404)});
    client api{transport, local};
    const auto response = api.create(hello);
    REQUIRE_FALSE(response);
    CHECK(response.error().api.error_class == api_error_class::not_found);
    CHECK(response.error().message == "no");
}

TEST_CASE("stream() is a range of chunks with an end reason") {
    client api{replay_transport({answer(stream_body)}), local};
    auto stream = api.stream(hello);
    std::string seen;
    for (const auto& chunk : stream) seen += text(chunk);
    CHECK(seen == "Hello");
    CHECK(stream.ok());
    CHECK(stream.end_reason() == stream_end::complete);
    CHECK(text(stream.response()) == "Hello");
    CHECK(stream.statistics().done_seen);
}

TEST_CASE("a truncated stream is not a success and keeps what arrived") {
    for (std::size_t n = 0; n != stream_body.size(); ++n) {
        auto cut = answer(stream_body);
        cut.fault = {.code = errc::closed_early, .after = n};
        client api{replay_transport({cut}), local};
        auto stream = api.stream(hello);
        std::string seen;
        for (const auto& chunk : stream) seen += text(chunk);
        INFO(n);
        const bool done_came = stream_body.find("[DONE]") + 6 <= n;
        CHECK(stream.ok() == done_came);
        if (!done_came) {
            CHECK(stream.end_reason() == stream_end::truncated);
            CHECK(stream.error().code == errc::closed_early);
        }
        CHECK(text(stream.response()) == seen);
        CHECK(std::string_view("Hello").starts_with(seen));
    }
}

TEST_CASE("an invalid call is an empty range with an error") {
    replay_transport transport({answer(stream_body)});
    client api{transport, endpoint{.base_url = "http://example.com"}};
    auto stream = api.stream(hello);
    CHECK(stream.next() == nullptr);
    CHECK_FALSE(stream.ok());
    CHECK(stream.error().code == errc::cleartext_refused);
    CHECK(transport.requests().empty());
}

TEST_CASE("a stream can be cancelled within its loop") {
    client api{replay_transport({answer(stream_body)}), local};
    auto stream = api.stream(hello);
    for (const auto& chunk : stream) {
        CHECK(text(chunk) == "Hel");
        stream.cancel();
    }
    CHECK(stream.end_reason() == stream_end::cancelled);
    CHECK(text(stream.response()) == "Hel");
}

TEST_CASE("the callback form delivers chunks and returns the outcome") {
    client api{replay_transport({answer(stream_body), answer(stream_body)}), local};
    std::string seen;
    const auto outcome =
        api.stream(hello, [&](const ChatCompletionChunk& chunk) { seen += text(chunk); });
    CHECK(outcome.ok());
    CHECK(seen == "Hello");
    CHECK(text(outcome.response) == "Hello");

    int chunks = 0;
    const auto stopped = api.stream(hello, [&](const ChatCompletionChunk&) {
        ++chunks;
        return http::flow::stop;
    });
    CHECK(stopped.end_reason == stream_end::cancelled);
    CHECK(chunks == 1);
}

TEST_CASE("a stop handle ends a call that waits for a silent server") {
    auto silent = answer(stream_body);
    silent.fault = {.stall = true, .after = 80};
    client api{replay_transport({silent}), local};
    call_options options;
    auto stream = api.stream(hello, options);
    for (const auto& chunk : stream) {
        CHECK(text(chunk) == "Hel");
        options.stop.request_stop();
    }
    CHECK(stream.end_reason() == stream_end::cancelled);
    CHECK(stream.error().code == errc::cancelled);
}

TEST_CASE("timeouts end a silent stream as truncated") {
    auto silent = answer(stream_body);
    silent.fault = {.stall = true, .after = 80};
    client api{replay_transport({silent}), local};
    auto stream = api.stream(hello);
    while (stream.next()) {
    }
    CHECK(stream.end_reason() == stream_end::truncated);
    CHECK(stream.error().kind() == error_kind::transport);
}

TEST_CASE("the request type selects the operation") {
    replay_transport transport({answer(R"({"data":[{"id":"a"}]})"), answer(R"({"id":"x"})"),
                                answer(R"({"message":"ok"})"),
                                answer(R"({"choices":[{"index":0,"text":"t"}]})")});
    client api{transport, local};
    CHECK(api.create(ListModelsRequest{})->data.size() == 1);
    CHECK(api.create(RetrieveModelRequest{.model = "x"})->id == "x");
    CHECK(api.create(HealthRequest{})->message == "ok");
    CHECK(text(*api.create(CompletionRequest{.model = "m", .prompt = "p"})) == "t");
    REQUIRE(transport.requests().size() == 4);
    CHECK(transport.requests()[1].target.ends_with("/v1/models/x"));
    CHECK(transport.requests()[2].target.ends_with("/health"));
}

TEST_CASE("a repeated upload has the same content, read again") {
    struct counting final : byte_source {
        struct reader final : byte_reader {
            std::size_t left = 100'000;
            result<std::size_t> read(char* to, std::size_t room) override {
                const std::size_t n = (std::min)(room, left);
                std::fill_n(to, n, 'x');
                left -= n;
                return n;
            }
        };
        int* opened;
        explicit counting(int* n) : opened(n) {}
        std::uint64_t size() const override { return 100'000; }
        result<std::unique_ptr<byte_reader>> open() const override {
            ++*opened;
            return std::unique_ptr<byte_reader>(std::make_unique<reader>());
        }
    };
    int opened = 0;
    replay_transport transport(
        {answer(overloaded, 503), answer(R"({"text":"Hello"})"), answer("{}", 200)});
    client api{transport, local, virtual_timing()};
    const TranscriptionRequest request{
        .file = file_content("a.mp3", std::make_shared<counting>(&opened)), .model = "m"};
    const auto response = api.create(request);
    REQUIRE(response);
    CHECK(response->text == "Hello");
    CHECK(opened == 2);
    REQUIRE(transport.requests().size() == 2);
    CHECK(transport.requests()[0].body.size() > 100'000);
    CHECK(transport.requests()[0].body == transport.requests()[1].body);
}

TEST_CASE("an operation selected by name is called like any other") {
    replay_transport transport({answer(R"({"ciphertext":"AA==","nonce":"BB=="})"),
                                answer("data: {\"ciphertext\":\"AA==\",\"nonce\":\"BB==\"}\n\n"),
                                answer("data: {\"ciphertext\":\"AA==\",\"nonce\":\"BB==\"}\n\n")});
    client api{transport, local, virtual_timing()};
    const ConfidentialComputeRequest sealed{.model_name = "m"};
    using chat = operations::confidential_chat_completions;
    CHECK(api.create<operations::confidential_embeddings>(sealed)->ciphertext == "AA==");
    int events = 0;
    for (const auto& event : api.stream<chat>(sealed)) events += event.nonce == "BB==";
    CHECK(events == 1);
    const auto outcome = api.stream<chat>(
        sealed, [&](const ConfidentialComputeResponse& event) { events += event.nonce == "BB=="; });
    CHECK(outcome.end_reason == stream_end::finished);
    CHECK(events == 2);
    CHECK(transport.requests()[0].target == "/v1/confidential/embeddings");
    CHECK(transport.requests()[2].target == "/v1/confidential/chat/completions");
}

// All texts of an error.
std::string all_of(const oaiwire::error& e) {
    return to_string(e) + "|" + e.message + "|" + e.path + "|" + e.api.type + "|" + e.api.code +
           "|" + e.api.param + "|" + e.api.request_id + "|" + e.api.retry.raw + "|" + e.api.body;
}

TEST_CASE("no text of an error contains the key, whatever server and network do") {
    const std::string key = "sk-canary/2+2";
    endpoint where = local;
    where.api_key = secret(key);
    std::vector<replay_exchange> failures;
    for (const std::string& form :
         {key, std::string("sk-canary\\/2+2"), std::string("sk-can***2+2"),
          std::string("sk-canary%2F2%2B2")}) {
        for (const int status : {200, 302, 400, 401, 403, 429, 500}) {
            for (const std::string& body :
                 {form,
                  "{\"error\":{\"message\":\"" + form + "\",\"code\":\"" + form + "\",\"type\":\"" +
                      form + "\",\"param\":\"" + form + "\"}}",
                  "{\"" + form + "\":1}", "{\"choices\":[{\"" + form + "\":1]",
                  "<html>" + form + "</html>",
                  "data: {\"error\":{\"message\":\"" + form + "\"}}\n\n",
                  "data: {\"" + form + "\":[]}\n\n", "data: " + form + "\n\n",
                  "event: error\ndata: " + form + "\n\n", "error: " + form + "\n\n",
                  std::string(limits().error_body - 20, ' ') + "Bearer " + form + form}) {
                replay_exchange e = answer(body, status);
                e.head.headers.add("x-request-id", form);
                e.head.headers.add("Retry-After", form);
                e.head.headers.add("Content-Type", form);
                failures.push_back(std::move(e));
            }
        }
    }
    for (int code = 1; code <= static_cast<int>(errc::api_error); ++code) {
        for (const bool before_head : {false, true}) {
            failures.push_back(dies(static_cast<errc>(code), before_head));
        }
    }
    std::size_t failed = 0;
    const auto check = [&](const oaiwire::error& e, const std::string& more) {
        failed += e.code != errc::ok;
        const std::string said = all_of(e) + more;
        INFO(said.substr(0, 300));
        CHECK(said.find("canary") == std::string::npos);
        CHECK(said.find("sk-can") == std::string::npos);
    };
    for (const auto& failure : failures) {
        replay_transport wire({failure, failure});
        client api{wire, where};
        const auto response = api.create(hello);
        check(response ? oaiwire::error{} : response.error(), "");
        auto stream = api.stream(hello);
        for (const auto& chunk : stream) static_cast<void>(chunk);
        check(stream.error(), stream.statistics().excerpt + stream.request_id());
        for (const auto& sent : wire.requests()) {
            for (const auto& h : sent.headers) CHECK(h.value.find("canary") == std::string::npos);
        }
    }
    CHECK(failed > failures.size());
    for (const std::string bad :
         {"sk-canary\n", "sk-\001canary", "sk-canary sk", "sk-can\xc3\xa9"}) {
        where.api_key = secret(bad);
        client api{replay_transport({}), where};
        const auto refused = api.create(hello);
        REQUIRE_FALSE(refused);
        check(refused.error(), "");
    }
}

TEST_CASE("a temporary status is retried according to the policy") {
    const auto t = both({answer(overloaded, 503), answer(overloaded, 429), answer(stream_body)});
    CHECK(t.text == "Hello");
    CHECK(t.end == "complete");
    CHECK(t.requests == 3);
    CHECK(t.sleeps == std::vector<std::int64_t>{500, 1000});
    REQUIRE(t.attempts.size() == 3);
    CHECK(t.attempts[0] == attempt{503, errc::api_error, {true, 500, retry_reason::status}});
    CHECK(t.attempts[1] == attempt{429, errc::api_error, {true, 1000, retry_reason::status}});
}

TEST_CASE("after the last attempt its error is returned") {
    const auto t = both({answer(overloaded, 503), answer(overloaded, 503),
                         answer(R"({"error":{"message":"last"}})", 500), answer(stream_body)});
    CHECK(t.text.empty());
    CHECK(t.end == "api_error");
    CHECK(t.error.message == "last");
    CHECK(t.error.api.status == 500);
    CHECK(t.requests == 3);
    CHECK(t.attempts.back().decision.reason == retry_reason::attempts_exhausted);
}

TEST_CASE("an error with a success status is retried by the status that it states") {
    for (const char* code : {"429", "\"503\"", "500.0"}) {
        const std::string busy = std::string(R"({"error":{"message":"busy","code":)") + code + "}}";
        replay_transport wire({answer(busy), answer(plain_body)});
        client api{wire, local, virtual_timing()};
        const auto response = api.create(hello);
        REQUIRE(response);
        CHECK(text(*response) == "Hi");
        CHECK(api.attempts()[0] ==
              attempt{200, errc::api_error, {true, 500, retry_reason::status}});
        for (const std::string& body : {busy, "data: " + busy + "\n\n"}) {
            const auto t = pushed({answer(body), answer(stream_body)});
            CHECK(t.text == "Hello");
            CHECK(t.requests == 2);
        }
        const auto t = pushed(
            {answer(stream_body.substr(0, stream_body.find("\n\n") + 2) + "data: " + busy + "\n\n"),
             answer(stream_body)});
        CHECK(t.text == "Hel");
        CHECK(t.end == "api_error");
        CHECK(t.requests == 1);
    }
    CHECK(pushed({answer(R"({"error":{"message":"no","code":400}})"), answer(stream_body)})
              .requests == 1);
}

TEST_CASE("a request that did not reach the server is retried, one that may have is not") {
    auto t = both({dies(errc::connect_failed), answer(stream_body)});
    CHECK(t.text == "Hello");
    CHECK(t.requests == 2);
    for (const errc lost : {errc::closed_early, errc::receive_failed, errc::first_byte_timeout}) {
        t = both({dies(lost), answer(stream_body)});
        CHECK(t.text.empty());
        CHECK(t.end == "truncated");
        CHECK(t.requests == 1);
    }
    t = both({dies(errc::closed_early), answer(stream_body)},
             {.retry = standard_retries{.lost_answers = true}});
    CHECK(t.text == "Hello");
    CHECK(t.requests == 2);
}

TEST_CASE("no call is retried after output was delivered") {
    const auto t = both({dies(errc::closed_early, false), answer(stream_body)},
                        {.retry = backoff_retries{.retry_connection_errors = true,
                                                  .status_codes = {"2XX", "4XX", "5XX"},
                                                  .lost_answers = true}});
    CHECK(t.text == "Hel");
    CHECK(t.end == "truncated");
    CHECK(t.requests == 1);
}

TEST_CASE("the wait that a server requests is observed, or the call is given up") {
    replay_exchange busy = answer(overloaded, 429);
    busy.head.headers.add("Retry-After", "7");
    auto t = both({busy, answer(stream_body)});
    CHECK(t.sleeps == std::vector<std::int64_t>{7000});
    CHECK(t.text == "Hello");
    busy.head.headers.set("Retry-After", "120");
    t = both({busy, answer(stream_body)});
    CHECK(t.sleeps == std::vector<std::int64_t>{120'000});
    busy.head.headers.set("Retry-After", "121");
    t = both({busy, answer(stream_body)});
    CHECK(t.requests == 1);
    CHECK(t.error.api.retry.after_ms == 121'000);
    t = both(
        {answer(R"({"error":{"message":"Please try again in 3s."}})", 429), answer(stream_body)});
    CHECK(t.sleeps == std::vector<std::int64_t>{3000});
}

TEST_CASE("a call cancelled during a wait is not retried") {
    const auto t = both({answer(overloaded, 503), answer(stream_body)}, {}, true);
    CHECK(t.end == "cancelled");
    CHECK(t.requests == 1);
}

TEST_CASE("a plain call is retried with the same bytes and the same idempotency key") {
    replay_transport wire(
        {answer(overloaded, 500), dies(errc::connect_timeout), answer(plain_body)});
    client api{wire, local, virtual_timing()};
    const auto response = api.create(hello, {.idempotency_key = "k-1"});
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
    REQUIRE(wire.requests().size() == 3);
    for (const auto& sent : wire.requests()) {
        CHECK(sent.body == wire.requests()[0].body);
        CHECK(sent.headers.value("Idempotency-Key") == "k-1");
    }
    REQUIRE(api.attempts().size() == 3);
    CHECK(api.attempts()[1].code == errc::connect_timeout);
    CHECK(api.attempts()[2] == attempt{200, errc::ok, {false, 0, retry_reason::succeeded}});
}

TEST_CASE("the call's policy overrides the endpoint's, and timing may be none") {
    endpoint once = local;
    once.retry = retry_policy::none();
    replay_transport wire({answer(overloaded, 503), answer(overloaded, 503), answer(plain_body)});
    client api{wire, once, virtual_timing()};
    CHECK_FALSE(api.create(hello));
    CHECK(wire.requests().size() == 1);
    CHECK(api.create(hello, {.retry = standard_retries{}}));
    CHECK(wire.requests().size() == 3);

    replay_transport other({answer(overloaded, 503), answer(plain_body)});
    client plain{other, local};
    CHECK_FALSE(plain.create(hello));
    CHECK(other.requests().size() == 1);
    CHECK(plain.attempts().size() == 1);
}

TEST_CASE("an error with an endless body is given up at the limit") {
    replay_exchange endless = answer(std::string(3'000'000, 'x'), 400);
    endless.piece = 4096;
    endless.fault.stall = true;
    for (const auto& t : {pulled({endless}), pushed({endless})}) {
        CHECK(t.end == "api_error");
        CHECK(t.error.api.status == 400);
    }
}

TEST_CASE("create() returns the accumulated response of an event stream") {
    client api{replay_transport({answer(stream_body)}), local};
    const auto response = api.create(hello);
    REQUIRE(response);
    CHECK(text(*response) == "Hello");
}

TEST_CASE("a streamed call without accumulation delivers its chunks and has no response") {
    call_options options;
    options.accumulate = false;
    client api{replay_transport({answer(stream_body), answer(stream_body)}), local};
    std::string seen;
    auto stream = api.stream(hello, options);
    for (const auto& chunk : stream) seen += text(chunk);
    CHECK(stream.ok());
    CHECK(stream.response() == ChatCompletion{});
    const auto outcome = api.stream(
        hello, [&](const ChatCompletionChunk& chunk) { seen += text(chunk); }, options);
    CHECK(outcome.ok());
    CHECK(outcome.response == ChatCompletion{});
    CHECK(seen == "HelloHello");
}

TEST_CASE("a refused key is replaced once, by all forms of calls, whatever the policy and timing") {
    const auto refused = [] { return answer(R"({"error":{"message":"expired"}})", 401); };
    std::vector<bool> asked;
    int keys = 0;
    endpoint where = local;
    where.retry = retry_policy::none();
    where.key_source = [&](bool is_refused) -> result<secret> {
        asked.push_back(is_refused);
        return secret("token-" + std::to_string(++keys));
    };
    SECTION("a plain call") {
        replay_transport wire({refused(), answer(plain_body)});
        client api{wire, where, no_timing{}};
        const auto response = api.create(hello);
        REQUIRE(response);
        CHECK(text(*response) == "Hi");
        CHECK(asked == std::vector<bool>{false, true});
        REQUIRE(wire.requests().size() == 2);
        CHECK(api.attempts().front().decision.reason == retry_reason::key_renewed);
        CHECK(api.attempts().front().status == 401);
    }
    SECTION("a range, and a callback") {
        replay_transport wire({refused(), answer(stream_body), refused(), answer(stream_body)});
        client api{wire, where};
        std::string out;
        auto stream = api.stream(hello);
        for (const auto& chunk : stream) out += text(chunk);
        CHECK(stream.ok());
        const auto outcome =
            api.stream(hello, [&](const ChatCompletionChunk& c) { out += text(c); });
        CHECK(outcome.ok());
        CHECK(out == "HelloHello");
        CHECK(asked == std::vector<bool>{false, true, false, true});
    }
    SECTION("the second refusal is final") {
        replay_transport wire({refused(), refused(), answer(plain_body)});
        client api{wire, where};
        const auto response = api.create(hello);
        REQUIRE_FALSE(response);
        CHECK(response.error().api.status == 401);
        CHECK(wire.requests().size() == 2);
        CHECK(asked.size() == 2);
    }
    SECTION("retries come after it") {
        where.retry = standard_retries{.max_retries = 2};
        replay_transport wire({refused(), answer(overloaded, 503), answer(plain_body)});
        virtual_timing time;
        client api{wire, where, time};
        REQUIRE(api.create(hello));
        CHECK(time.all->sleeps.size() == 1);
        CHECK(asked.size() == 2);
    }
    SECTION("not after a stop") {
        replay_transport wire({refused(), answer(plain_body)});
        client api{wire, where};
        call_options options;
        options.stop.request_stop();
        CHECK_FALSE(api.create(hello, options));
        CHECK(wire.requests().size() <= 1);
    }
}
