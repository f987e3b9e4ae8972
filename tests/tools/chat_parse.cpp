#include <oaiwire/tools/chat_parse.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/types/message.hpp>

#include <support/catch.hpp>

namespace chat_parse_tests {

namespace {

using namespace oaiwire;

struct Person {
    std::string name{};
    field<int> born{};
    static constexpr std::tuple schema_keywords{
        json::member(&Person::born, {.minimum = 1, .maximum = 2100}),
    };
    friend bool operator==(const Person&, const Person&) = default;
};
const Person ada{"Ada", 1815};
constexpr std::string_view text = R"({"name":"Ada","born":1815})";

ChatCompletion says(std::string content, std::string_view finish = "stop") {
    ChatCompletion out;
    out.choices.push_back({.message = ChatCompletionMessage{.content = std::move(content)}});
    out.choices[0].finish_reason = open_enum<FinishReason>(finish);
    return out;
}
ChatCompletion read(std::string_view body) {
    return json::read<ChatCompletion>(body, json::tolerant).value();
}
errc code(const ChatCompletion& response) {
    const auto person = parse<Person>(response);
    return person ? errc::ok : person.error().code;
}

}  // namespace

TEST_CASE("response_format() asks for the strict schema of a type") {
    const ResponseFormat format = response_format<Person>("person", "Somebody");
    CHECK(format.type == ResponseFormatType::json_schema);
    CHECK(format.json_schema->name == "person");
    CHECK(format.json_schema->description == "Somebody");
    CHECK(format.json_schema->strict == true);
    CHECK(format.json_schema->schema->text() == json::schema<Person>().text());
    CHECK(response_format<Person>().json_schema->name == "Person");
    CHECK(response_format<Person>().json_schema->description.is_absent());
    const ResponseFormat loose = loose_response_format<Person>();
    CHECK(loose.json_schema->strict.is_absent());
    CHECK(loose.json_schema->schema->text() == json::loose_schema<Person>().text());
}

TEST_CASE("parse() returns the value of the first choice") {
    CHECK(*parse<Person>(says(std::string(text))) == ada);
    CHECK(*parse<Person>(says(std::string(text), "")) == ada);
    // content in parts
    CHECK(*parse<Person>(read(
              R"({"choices":[{"message":{"content":[{"type":"text","text":"{\"name\":\"A"},
              {"type":"text","text":"da\",\"born\":1815}"}]},"finish_reason":"stop"}]})")) == ada);
}

TEST_CASE("parse() reads each choice by itself") {
    ChatCompletion response = says("no JSON");
    response.choices.push_back(says(std::string(text)).choices[0]);
    CHECK_FALSE(parse<Person>(response));
    CHECK_FALSE(parse<Person>(response.choices[0]));
    CHECK(*parse<Person>(response.choices[1]) == ada);
}

TEST_CASE("parse() tells refusals, with the words of the model") {
    ChatCompletion response = says("");
    response.choices[0].message->refusal = "I cannot do that.";
    auto person = parse<Person>(response);
    REQUIRE_FALSE(person);
    CHECK(person.error().code == errc::refused);
    CHECK(person.error().kind() == error_kind::model);
    CHECK(person.error().message == "I cannot do that.");
    person = parse<Person>(
        read(R"({"choices":[{"message":{"content":[{"type":"refusal","refusal":"No."}]}}]})"));
    CHECK(person.error().code == errc::refused);
    CHECK(person.error().message == "No.");
    // none, as servers write it
    response = says(std::string(text));
    response.choices[0].message->refusal = "";
    CHECK(parse<Person>(response));
    response.choices[0].message->refusal = null;
    CHECK(parse<Person>(response));
}

TEST_CASE("parse() tells filtered and cut output, in the words of all servers") {
    CHECK(code(says("{\"name\":\"A", "content_filter")) == errc::content_filtered);
    CHECK(code(says("{\"name\":\"A", "SAFETY")) == errc::content_filtered);
    CHECK(code(says("{\"name\":\"A", "length")) == errc::cut_by_length);
    CHECK(code(says("{\"name\":\"A", "MAX_TOKENS")) == errc::cut_by_length);
    // whole JSON that was cut may not be what the model meant
    CHECK(code(says(std::string(text), "length")) == errc::cut_by_length);
    CHECK(code(says("", "length")) == errc::cut_by_length);
}

TEST_CASE("parse() tells a refusal before a filter, and that before a limit") {
    ChatCompletion response = says("", "content_filter");
    response.choices[0].message->refusal = "No.";
    CHECK(code(response) == errc::refused);
    response = says("", "length");
    response.choices[0].message->refusal = "No.";
    CHECK(code(response) == errc::refused);
}

TEST_CASE("parse() tells that there is no output") {
    CHECK(parse<Person>(ChatCompletion{}).error().message == "the response has no choices");
    CHECK(code(ChatCompletion{}) == errc::no_output);
    CHECK(code(says("")) == errc::no_output);
    CHECK(code(says(" \n")) == errc::no_output);
    ChatCompletion response;
    response.choices.emplace_back();
    CHECK(code(response) == errc::no_output);
    CHECK(code(says(std::string(text), "abort")) == errc::no_output);
}

TEST_CASE("parse() names the tools that the model called instead") {
    const auto message = [](std::string_view body) {
        const auto person = parse<Person>(read(body));
        CHECK(person.error().code == errc::no_output);
        return person.error().message;
    };
    CHECK(message(R"({"choices":[{"message":{"content":null,"tool_calls":[
        {"id":"1","function":{"name":"weather","arguments":"{}"}},
        {"id":"2","name":"clock","arguments":{}}]},"finish_reason":"tool_calls"}]})") ==
          "the model called tools instead: weather, clock");
    CHECK(message(R"({"choices":[{"message":{"content":"Let me look.","tool_calls":[
        {"id":"1","function":{"name":"weather","arguments":"{}"}}]}}]})") ==
          "the model called tools instead: weather");
    CHECK(message(R"({"choices":[{"message":{"function_call":{"name":"old","arguments":""}}}]})") ==
          "the model called tools instead: old");
    // an answer beside a call
    CHECK(parse<Person>(read(R"({"choices":[{"message":{"content":"{\"name\":\"Ada\"}","tool_calls":
        [{"id":"1","function":{"name":"weather","arguments":"{}"}}]}}]})")));
}

TEST_CASE("parse() tells malformed output, with path and offset in the text") {
    auto person = parse<Person>(says(R"({"name":"Ada","born":"x"})"));
    CHECK(person.error().code == errc::type_mismatch);
    CHECK(person.error().path == "born");
    CHECK(person.error().offset == 21);
    person = parse<Person>(says("Ada, 1815"));
    CHECK(person.error().code == errc::unexpected_byte);
    CHECK(person.error().offset == 0);
    person = parse<Person>(says(R"({"name":"Ada)"));
    CHECK(person.error().code == errc::unexpected_end);
    CHECK(person.error().kind() == error_kind::decode);
}

TEST_CASE("parse() never returns half a value") {
    auto person = parse<Person>(says(R"({"born":1815})"));
    CHECK(person.error().code == errc::type_mismatch);
    CHECK(person.error().path == "name");
    person = parse<Person>(says(R"({"name":"Ada","born":9999})"));
    CHECK(person.error().code == errc::number_out_of_range);
    CHECK(person.error().path == "born");
}

TEST_CASE("parse() repairs the output if it is to be lenient") {
    const ChatCompletion fenced = says("Here:\n```json\n{'name': 'Ada', 'born': 1815,}\n```");
    CHECK_FALSE(parse<Person>(fenced));
    repair_report report;
    const auto person = parse<Person>(fenced, {.lenient = true, .report = &report});
    REQUIRE(person);
    CHECK(*person == ada);
    CHECK(report.has(json::repair_kind::fence));
    CHECK(report.has(json::repair_kind::extra_comma));
    // but does not hide that the server cut it
    CHECK(parse<Person>(says("{\"name\":\"Ada", "length"), {.lenient = true}).error().code ==
          errc::cut_by_length);
}

TEST_CASE("parse() reads the response of a stream") {
    accumulator<ChatCompletionChunk> all;
    for (const auto* chunk :
         {R"({"choices":[{"index":0,"delta":{"content":"{\"name\":\"A"}}]})",
          R"({"choices":[{"index":0,"delta":{"content":"da\",\"born\":1815}"}}]})",
          R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"}) {
        static_cast<void>(all.add(json::read<ChatCompletionChunk>(chunk).value()));
    }
    CHECK(*parse<Person>(all.response()) == ada);
}

namespace {

const endpoint local{.base_url = "http://localhost/v1"};
const ChatCompletionRequest question{.model = "m", .messages = {user("Who?")}};

replay_exchange answer(std::string_view body, int status = 200) {
    replay_exchange out;
    out.head.status = status;
    out.body = body;
    return out;
}
const std::string plain_body =
    R"({"choices":[{"index":0,"message":{"role":"assistant","content":"{\"name\":\"Ada\",\"born\":1815}"},"finish_reason":"stop"}]})";

}  // namespace

TEST_CASE("client::parse() sets the format, makes the call and reads the output") {
    const replay_transport wire({answer(plain_body)});
    client api{wire, local};
    const auto person = api.parse<Person>(question);
    REQUIRE(person);
    CHECK(*person == ada);
    const auto sent = json::read<ChatCompletionRequest>(wire.requests().at(0).body);
    REQUIRE(sent);
    CHECK(sent->response_format == response_format<Person>());
}

TEST_CASE("client::parse() leaves a format that the request has") {
    const replay_transport wire({answer(plain_body)});
    client api{wire, local};
    ChatCompletionRequest request = question;
    request.response_format = loose_response_format<Person>("somebody");
    CHECK(api.parse<Person>(request));
    const auto sent = json::read<ChatCompletionRequest>(wire.requests().at(0).body);
    CHECK(sent->response_format == request.response_format);
}

TEST_CASE("client::parse() returns the errors of the call and of the output") {
    client api{
        replay_transport({answer(R"({"error":{"message":"no","type":"t"}})", 400),
                          answer(R"({"choices":[{"index":0,"message":{"refusal":"No."}}]})")}),
        local};
    auto person = api.parse<Person>(question);
    CHECK(person.error().code == errc::api_error);
    person = api.parse<Person>(question);
    CHECK(person.error().code == errc::refused);
}

}  // namespace chat_parse_tests
