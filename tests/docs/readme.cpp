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

// [tools]
struct WeatherQuery {
    std::string city{};
};

// Asks, runs the calls that the model makes, and asks again until it makes none.
template <class Client, class Weather>
oaiwire::result<std::string> ask(Client& api, std::string question, Weather&& weather_in) {
    auto parameters = oaiwire::raw_json::parse(
        R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})");
    if (!parameters) return parameters.error();
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini",
                                           .messages = {oaiwire::user(std::move(question))}};
    request.tools = {oaiwire::FunctionTool{
        .function = {.name = "weather", .parameters = std::move(*parameters)}}};

    for (;;) {
        auto response = api.create(request);
        if (!response) return response.error();
        if (response->choices.empty() || !response->choices[0].message) return std::string();
        const auto& message = *response->choices[0].message;
        if (!message.tool_calls || message.tool_calls->empty()) return oaiwire::text(*response);

        request.messages.push_back(oaiwire::assistant(*message.tool_calls));
        for (const oaiwire::ToolCall& call : *message.tool_calls) {
            // The model wrote the arguments: they may be no JSON, or not what was asked for.
            const auto arguments = oaiwire::parts_of(call).arguments.value_or("{}");
            const auto query = oaiwire::json::read<WeatherQuery>(arguments);
            request.messages.push_back(
                oaiwire::tool(call.id.value_or(""), query ? weather_in(query->city)
                                                          : "error: " + to_string(query.error())));
        }
    }
}
// [/tools]

// [structured]
struct Person {
    std::string name{};
    oaiwire::field<int> born{};  // may be absent or null
};

template <class Client>
oaiwire::result<Person> extract(Client& api, std::string text) {
    auto schema = oaiwire::raw_json::parse(R"({
        "type": "object",
        "properties": {"name": {"type": "string"}, "born": {"type": ["integer", "null"]}},
        "required": ["name", "born"],
        "additionalProperties": false})");
    if (!schema) return schema.error();
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini",
                                           .messages = {oaiwire::user(std::move(text))}};
    request.response_format = oaiwire::ResponseFormat{
        .type = oaiwire::ResponseFormatType::json_schema,
        .json_schema =
            oaiwire::JsonSchema{.name = "person", .schema = std::move(*schema), .strict = true}};

    auto response = api.create(request);
    if (!response) return response.error();
    return oaiwire::json::read<Person>(oaiwire::text(*response));
}
// [/structured]

}  // namespace readme

TEST_CASE("README's first example prints the answer") {
    const local_server server;
    setenv("OPENAI_BASE_URL", server.base_url().c_str(), 1);
    const captured_output out;
    CHECK(readme::main() == 0);
    CHECK(out.text().ends_with("You said: Why is the sky blue?\n(34 tokens)\n"));
}

TEST_CASE("README's loop runs the tool calls and returns the text after them") {
    const oaiwire::replay_transport http(
        {answer(R"({"choices":[{"message":{"role":"assistant","tool_calls":[)"
                R"({"id":"1","function":{"name":"weather","arguments":"{\"city\":\"Bern\"}"}},)"
                R"({"id":"2","function":{"name":"weather","arguments":"{\"city\":"}}]}}]})"),
         answer(R"({"choices":[{"message":{"content":"It rains."}}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const auto said = readme::ask(api, "How is it in Bern?",
                                  [](const std::string& city) { return "rain in " + city; });
    REQUIRE(said);
    CHECK(*said == "It rains.");
    const auto& second = http.requests().at(1).body;
    CHECK(second.find(R"("content":"rain in Bern","tool_call_id":"1")") != std::string::npos);
    CHECK(second.find(R"("content":"error: unexpected_end)") != std::string::npos);
}

TEST_CASE("README's structured output is read into a struct") {
    const oaiwire::replay_transport http(
        {answer(R"({"choices":[{"message":{"content":"{\"name\":\"Ada\",\"born\":1815}"}}]})"),
         answer(R"({"choices":[{"message":{"content":"Ada, 1815"}}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const auto person = readme::extract(api, "Ada, 1815");
    REQUIRE(person);
    CHECK(person->name == "Ada");
    CHECK(person->born.value_or(0) == 1815);
    CHECK(http.requests().at(0).body.find(R"("strict":true)") != std::string::npos);
    const auto none = readme::extract(api, "Ada, 1815");
    REQUIRE_FALSE(none);
    CHECK(none.error().kind() == oaiwire::error_kind::decode);
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
