// The code of README.md, compiled and run.

// [stream]
#include <cstdlib>
#include <iostream>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>
// [/stream]

#include "harness.hpp"

#include <cstdint>
#include <optional>

#include <oaiwire/files.hpp>
#include <oaiwire/server.hpp>

namespace docs_tests {
namespace readme {

// [stream]
int main() {
    const char* url = std::getenv("OPENAI_BASE_URL");
    const char* key = std::getenv("OPENAI_API_KEY");
    oaiwire::client api{oaiwire::curl_transport{},
                        {.base_url = url ? url : "https://api.openai.com/v1",
                         .api_key = oaiwire::secret{key ? key : ""}}};

    const oaiwire::ChatCompletionRequest request{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::system("Be brief."), oaiwire::user("Why is the sky blue?")},
        .stream_options = oaiwire::StreamOptions{.include_usage = true},
    };
    auto stream = api.stream(request);
    for (const auto& chunk : stream) std::cout << oaiwire::text(chunk) << std::flush;
    if (!stream.ok()) {
        std::cerr << to_string(stream.error()) << '\n';
        return 1;
    }
    const oaiwire::ChatCompletion& whole = stream.response();  // as a plain call returns it
    if (whole.usage) std::cout << "\n(" << whole.usage->total_tokens.value_or(0) << " tokens)\n";
    return 0;
}
// [/stream]

// [structured]
enum class Field { unknown, mathematics, physics, other };  // the first one has no text
constexpr std::array<std::string_view, 3> enumerator_names(Field) {
    return {"mathematics", "physics", "other"};
}

struct Person {
    std::string name{};
    Field field{};
    oaiwire::field<int> born{};  // null where the text does not say
    std::vector<std::string> works{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&Person::born, {.description = "Year of birth"}),
        oaiwire::json::member(&Person::works, {.max_items = 10}),
    };
};
// [/structured]

// [tools]
struct WeatherQuery {
    std::string city{};
    int days = 1;

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&WeatherQuery::city, {.description = "City and country"}),
        oaiwire::json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
    };
};
// [/tools]

// [server]
using connection = oaiwire::server_connection<oaiwire::ChatCompletionRequest>;

// Answers the request that waits with the tokens of `model`.
template <class Model>
void answer(connection& c, Model& model) {
    const auto* chat = c.request()->get<oaiwire::ChatCompletionRequest>();
    if (!c.request()->streamed()) {
        static_cast<void>(c.answer().json(model.whole(*chat)));  // a ChatCompletion
        return;
    }
    oaiwire::chat_stream_writer out(c.answer(), {.id = "chatcmpl-1", .model = chat->model});
    for (const std::string_view token : model.tokens(*chat)) {
        if (auto done = out.text(token); !done) {  // the client has gone, or is too slow
            static_cast<void>(c.answer().fail(oaiwire::answer_to(done.error())));
            return;
        }
    }
    if (out.finish("stop")) static_cast<void>(out.done());  // and [DONE]
}
// [/server]

}  // namespace readme

TEST_CASE("README's first example prints the answer") {
    const local_server server;
    setenv("OPENAI_BASE_URL", server.base_url().c_str(), 1);
    const captured_output out;
    CHECK(readme::main() == 0);
    CHECK(out.text().ends_with("You said: Why is the sky blue?\n(34 tokens)\n"));
}

TEST_CASE("README's structured output is read into a struct") {
    using readme::Person;
    const oaiwire::replay_transport http({answer(
        R"({"choices":[{"message":{"content":"{\"name\":\"Ada\",\"field\":\"mathematics\",\"born\":1815,\"works\":[]}"}}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output out;

    // [structured]
    auto person = api.parse<Person>(oaiwire::ChatCompletionRequest{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::user("Who was Ada Lovelace?")},
    });
    if (person) {
        std::cout << person->name << ", " << oaiwire::name(person->field) << '\n';
    } else if (person.error().code == oaiwire::errc::refused) {
        std::cout << "refused: " << person.error().message << '\n';
    } else {
        std::cerr << to_string(person.error()) << '\n';
    }
    // [/structured]

    CHECK(out.text() == "Ada, mathematics\n");
    const auto& sent = http.requests().at(0).body;
    CHECK(sent.find(R"("strict":true)") != std::string::npos);
    CHECK(sent.find(R"("description":"Year of birth")") != std::string::npos);
}

TEST_CASE(
    "README's tools and its history: results and errors go to the model, failures leave no "
    "question") {
    using readme::WeatherQuery;
    const auto calls = answer(
        R"({"choices":[{"message":{"role":"assistant","tool_calls":[)"
        R"({"id":"1","function":{"name":"weather","arguments":"{\"city\":\"Bern\",\"days\":1}"}},)"
        R"({"id":"2","function":{"name":"weather","arguments":"{\"city\":\"Rome\",\"days\":1}"}},)"
        R"({"id":"3","function":{"name":"weather","arguments":"{\"days\":1}"}}]}}]})");
    oaiwire::replay_exchange down;
    down.head = {500, {}};
    const oaiwire::replay_transport http(
        {calls, answer(R"({"choices":[{"message":{"content":"Yes, in Bern."}}]})"),
         answer(R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})"), down,
         answer(R"({"choices":[{"message":{"content":"Bye"},"finish_reason":"stop"}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    std::istringstream in("Hi\nlost\nGood night\n");
    const captured_output out;

    // [tools]
    oaiwire::tool_set tools;
    tools.add<WeatherQuery>("weather", "The weather of the next days in a city",
                            [](const WeatherQuery& query) -> oaiwire::result<std::string> {
                                if (query.city != "Bern") {
                                    return oaiwire::make_error(oaiwire::errc::invalid_argument,
                                                               "only Bern has a station");
                                }
                                return "rain in " + query.city;
                            });

    auto outcome = api.run_tools(
        oaiwire::ChatCompletionRequest{
            .model = "gpt-4o-mini",
            .messages = {oaiwire::user("Do I need a coat in Bern or in Rome?")},
        },
        tools, {.rounds = 8});
    if (outcome) {
        std::cout << text(outcome.response) << '\n';
    } else {
        std::cerr << to_string(outcome.error) << '\n';
    }
    // [/tools]

    CHECK(out.text() == "Yes, in Bern.\n");
    const auto& second = http.requests().at(1).body;
    CHECK(second.find(R"("content":"rain in Bern","tool_call_id":"1")") != std::string::npos);
    CHECK(second.find("only Bern has a station") != std::string::npos);
    CHECK(second.find(R"("tool_call_id":"3")") != std::string::npos);

    auto* const before = std::cin.rdbuf(in.rdbuf());
    // [history]
    oaiwire::conversation history;
    history.add(oaiwire::system("Be brief."));
    for (std::string line; std::getline(std::cin, line);) {
        history.add(oaiwire::user(line));
        auto reply = api.run_tools(
            oaiwire::ChatCompletionRequest{.model = "gpt-4o-mini", .messages = history.messages},
            tools, [](const auto& chunk) { std::cout << oaiwire::text(chunk) << std::flush; },
            {.rounds = 8});
        std::cout << '\n';
        if (!reply) {
            std::cerr << to_string(reply.error) << '\n';
            history.undo();  // removes the question, and what came after it
            continue;
        }
        history.messages = std::move(reply.request.messages);  // calls and answers included
        history.trim(8'000, [](const oaiwire::RequestMessage& message) {
            const auto text = oaiwire::json::write(message);
            return text ? text->size() / 4 : 0;  // tokens, roughly
        });
    }
    // [/history]
    std::cin.rdbuf(before);

    CHECK(out.text() == "Yes, in Bern.\nHello\n\nBye\n");
    REQUIRE(history.messages.size() == 5);
    const auto& last = http.requests().at(4).body;
    CHECK(last.find("Good night") != std::string::npos);
    CHECK(last.find("lost") == std::string::npos);
}

TEST_CASE("README's list prints the names of all pages") {
    const oaiwire::replay_transport http(
        {answer(R"({"data":[{"id":"file-1","filename":"a"}],"has_more":true})"),
         answer(R"({"data":[{"id":"file-2","filename":"b"}],"has_more":false})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output output;
    // [platform]
    auto files = api.list(oaiwire::ListFilesRequest{.purpose = "batch"});
    for (const oaiwire::File& file : files) std::cout << file.filename.value_or("") << '\n';
    if (!files.ok()) std::cerr << to_string(files.error()) << '\n';
    // [/platform]
    CHECK(output.text() == "a\nb\n");
    CHECK(http.requests().at(1).target == "/v1/files?after=file-1&purpose=batch");
}

TEST_CASE("README's server answers whole and in a stream") {
    struct echo {
        oaiwire::ChatCompletion whole(const oaiwire::ChatCompletionRequest& request) const {
            return {.id = "chatcmpl-0", .model = request.model};
        }
        std::vector<std::string_view> tokens(const oaiwire::ChatCompletionRequest&) const {
            return {"Hel", "lo"};
        }
    } model;
    const auto ask = [&](const std::string& body) {
        readme::connection c;
        c.feed(
            "POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            "Content-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body,
            0);
        REQUIRE(c.request() != nullptr);
        readme::answer(c, model);
        return std::string(c.unsent());
    };
    const std::string whole = ask(R"({"model":"m","messages":[{"role":"user","content":"Hi"}]})");
    CHECK(whole.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(whole.find(R"("id":"chatcmpl-0")") != std::string::npos);
    const std::string stream =
        ask(R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"stream":true})");
    CHECK(stream.find(R"("content":"lo")") != std::string::npos);
    CHECK(stream.find("data: [DONE]\n\n") != std::string::npos);
}

TEST_CASE("README shows what errors print") {
    oaiwire::replay_exchange no;
    no.head = {401, {{"x-request-id", "req_1"}}};
    no.body = R"({"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}})";
    oaiwire::client api{oaiwire::replay_transport({no}), {.base_url = "https://api.example.com"}};
    auto request = hello;
    const captured_output out;

    // [errors]
    const auto print = [](const oaiwire::error& e) { std::cout << to_string(e) << '\n'; };

    // Bytes that do not have the expected type: the path in the JSON and the byte offset.
    auto body = oaiwire::json::read<oaiwire::ChatCompletion>(R"({"choices":[{"index":true}]})");
    if (!body) print(body.error());

    // A request that breaks a documented rule is not sent.
    request.presence_penalty = 3;
    auto response = api.create(request);
    if (!response) print(response.error());

    // An error of the server, with its own words.
    request.presence_penalty = 1;
    response = api.create(request);
    if (!response) {
        const oaiwire::error& e = response.error();
        print(e);
        std::cout << name(e.api.error_class) << ", " << e.api.code << '\n';
    }
    // [/errors]

    INFO(out.text());
    CHECK(some_page_shows(out.text()));
}

TEST_CASE("README shows what the options of a call send, and its attempts") {
    struct no_time {
        std::int64_t now_ms() const { return 0; }
        void sleep(std::int64_t, const oaiwire::stop_handle&) {}
        double jitter() const { return 0; }
    };
    oaiwire::replay_exchange busy;
    busy.head = {503, {}};
    oaiwire::replay_exchange limited;
    limited.head = {429, {{"Retry-After", "7"}}};
    const oaiwire::replay_transport http(
        {busy, limited, answer(R"({"choices":[{"message":{"content":"Hi"}}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com"}, no_time()};
    const auto& request = hello;
    const captured_output out;

    // [options]
    // Options of one call take precedence over the endpoint's.
    oaiwire::call_options options;
    options.timeouts = oaiwire::http::timeouts{.first_byte_ms = 30'000, .idle_ms = 10'000};
    options.retry = oaiwire::standard_retries{.max_retries = 4};
    options.idempotency_key = "order-17";  // the same on every attempt
    options.query = {{"region", "eu"}};
    options.body.set("min_p", 0.05);  // a member that the request's type does not have

    auto response = api.create(request, options);
    for (const auto& made : api.attempts()) {
        const auto& [again, wait_ms, reason] = made.decision;
        std::cout << made.status << ": " << name(reason);
        if (again) std::cout << ", again after " << wait_ms << " ms";
        std::cout << '\n';
    }
    // [/options]

    CHECK(response);
    INFO(out.text());
    CHECK(some_page_shows(out.text()));
    const auto& sent = http.requests().at(2);
    CHECK(sent.target == "/chat/completions?region=eu");
    CHECK(sent.headers.value("Idempotency-Key") == "order-17");
    CHECK(sent.body.ends_with(R"(,"min_p":0.05})"));
    CHECK(sent.timeouts.first_byte_ms == 30'000);
}

}  // namespace docs_tests
