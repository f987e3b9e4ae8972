#include <oaiwire/tools/response_parse.hpp>

#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/transport/replay.hpp>

#include <support/catch.hpp>

namespace response_parse_tests {

namespace {

using namespace oaiwire;

struct Person {
    std::string name{};
    field<int> born{};
    friend bool operator==(const Person&, const Person&) = default;
};
const Person ada{"Ada", 1815};

// A response with these members and these items.
result<Person> parsed(const std::string& members, const std::string& items,
                      const parse_options& options = {}) {
    const std::string body = "{\"id\":\"r\"," + members + ",\"output\":[" + items + "]}";
    return parse<Person>(json::read<Response>(body, json::tolerant).value(), options);
}
std::string message(std::string_view text, std::string_view more = "") {
    return R"({"type":"message","role":"assistant",)" + std::string(more) +
           R"("content":[{"type":"output_text","text":")" + std::string(text) + "\"}]}";
}
const std::string good = message(R"({\"name\":\"Ada\",\"born\":1815})");
const std::string completed = R"("status":"completed")";

}  // namespace

TEST_CASE("text_format() asks for the strict schema of a type") {
    const ResponseTextFormat format = text_format<Person>("person", "Somebody");
    CHECK(format.type == ResponseFormatType::json_schema);
    CHECK(format.name == "person");
    CHECK(format.description == "Somebody");
    CHECK(format.strict == true);
    CHECK(format.schema->text() == json::schema<Person>().text());
    CHECK(text_format<Person>().name == "Person");
    CHECK(loose_text_format<Person>().strict.is_absent());
    CHECK(loose_text_format<Person>().schema->text() == json::loose_schema<Person>().text());
}

TEST_CASE("parse() returns the value of a response") {
    CHECK(*parsed(completed, good) == ada);
    CHECK(*parsed(R"("object":"response")", good) == ada);
    CHECK(*parsed(completed, R"({"type":"reasoning","summary":[]},)" + good) == ada);
    CHECK(*parsed(R"("output_text":"{\"name\":\"Ada\",\"born\":1815}")", "") == ada);
}

TEST_CASE("parse() reads the last message that is no commentary") {
    CHECK(*parsed(completed, message("Let me think.") + "," + good) == ada);
    CHECK(*parsed(completed, good + "," + message("Done.", R"("phase":"commentary",)")) == ada);
}

TEST_CASE("parse() tells refusals, filters, limits and failures of responses apart") {
    const std::string refusal =
        R"({"type":"message","content":[{"type":"refusal","refusal":"I cannot."}]})";
    auto person = parsed(completed, refusal);
    CHECK(person.error().code == errc::refused);
    CHECK(person.error().message == "I cannot.");
    const std::string filtered =
        R"("status":"incomplete","incomplete_details":{"reason":"content_filter"})";
    const std::string cut =
        R"("status":"incomplete","incomplete_details":{"reason":"max_output_tokens"})";
    CHECK(parsed(filtered, good).error().code == errc::content_filtered);
    CHECK(parsed(cut, good).error().code == errc::cut_by_length);
    CHECK(parsed(cut, "").error().code == errc::cut_by_length);
    CHECK(parsed(cut, refusal).error().code == errc::refused);
    person =
        parsed(R"("status":"failed","error":{"code":"server_error","message":"It broke."})", "");
    CHECK(person.error().code == errc::api_error);
    CHECK(person.error().message == "It broke.");
    CHECK(person.error().api.code == "server_error");
    CHECK(parsed(R"("status":"failed","error":"It broke.")", good).error().message == "It broke.");
    CHECK(parsed(R"("status":"failed")", good).error().code == errc::api_error);
}

TEST_CASE("parse() tells that a response has no output") {
    CHECK(parsed(completed, "").error().code == errc::no_output);
    CHECK(parsed(completed, message(" ")).error().code == errc::no_output);
    CHECK(parsed(R"("status":"queued")", "").error().message ==
          "the response is still in progress");
    CHECK(parsed(R"("status":"cancelled")", good).error().code == errc::no_output);
    CHECK(parsed(R"("status":"incomplete","incomplete_details":{"reason":"max_tool_calls"})", good)
              .error()
              .message == "the response is incomplete: max_tool_calls");
    const std::string calls =
        R"({"type":"function_call","call_id":"1","name":"weather","arguments":"{}"},)"
        R"({"type":"function_call","call_id":"2","name":"clock","arguments":"{}"})";
    CHECK(parsed(completed, calls).error().message ==
          "the model called tools instead: weather, clock");
    CHECK(parsed(completed, message("Let me look.") + "," + calls).error().code == errc::no_output);
}

TEST_CASE("parse() tells malformed output of responses, and repairs it if it is to be lenient") {
    auto person = parsed(completed, message(R"({\"name\":1})"));
    CHECK(person.error().code == errc::type_mismatch);
    CHECK(person.error().path == "name");
    CHECK(person.error().offset == 8);
    CHECK(parsed(completed, message("{}")).error().path == "name");
    const std::string broken = message(R"({name: 'Ada', born: 1815})");
    CHECK_FALSE(parsed(completed, broken));
    repair_report report;
    CHECK(*parsed(completed, broken, {.lenient = true, .report = &report}) == ada);
    CHECK(report.has(json::repair_kind::unquoted_name));
}

TEST_CASE("client::parse() makes a call of the Responses API") {
    replay_exchange answer;
    answer.body = "{\"id\":\"r\"," + completed + ",\"output\":[" + good + "]}";
    const replay_transport wire({answer, answer});
    client api{wire, endpoint{.base_url = "http://localhost/v1"}};
    ResponseRequest request{.model = "m", .input = "Who?"};
    request.text = ResponseTextParam{.verbosity = Verbosity::low};
    const auto person = api.parse<Person>(request);
    REQUIRE(person);
    CHECK(*person == ada);
    auto sent = json::read<ResponseRequest>(wire.requests().at(0).body);
    REQUIRE(sent);
    CHECK(sent->text->format == text_format<Person>());
    CHECK(sent->text->verbosity == Verbosity::low);
    // a format that the request has stays
    request.text->format = loose_text_format<Person>("somebody");
    CHECK(api.parse<Person>(request));
    sent = json::read<ResponseRequest>(wire.requests().at(1).body);
    CHECK(sent->text->format == request.text->format);
}

}  // namespace response_parse_tests
