#include <oaiwire/tools/response_tool.hpp>

#include <string>

#include <support/catch.hpp>

namespace response_tool_tests {

namespace {

using namespace oaiwire;

struct Lookup {
    std::string word{};
    field<int> most{};
};

}  // namespace

TEST_CASE("response_tool() declares a function with the strict schema of its arguments") {
    const ResponseFunctionTool made = response_tool<Lookup>("look_up", "Looks a word up");
    CHECK(made.name == "look_up");
    CHECK(made.description == "Looks a word up");
    CHECK(made.strict == true);
    CHECK(made.parameters->text() == json::schema<Lookup>().text());
    CHECK(response_tool<Lookup>().name == "Lookup");
}

TEST_CASE("loose_response_tool() says that its schema is not strict, since that is the default") {
    const ResponseFunctionTool made = loose_response_tool<Lookup>("look_up");
    CHECK(made.strict == false);
    CHECK(made.description.is_absent());
    CHECK(made.parameters->text() == json::loose_schema<Lookup>().text());
}

TEST_CASE("arguments() reads a call of the Responses API") {
    FunctionToolCall call{.call_id = "c", .name = "look_up", .arguments = R"({"word":"a"})"};
    CHECK(arguments<Lookup>(call)->word == "a");
    call.arguments = "{'word': 'a'}";
    CHECK_FALSE(arguments<Lookup>(call));
    repair_report report;
    CHECK(arguments<Lookup>(call, argument_mode::lenient, &report)->word == "a");
    CHECK(report.has(json::repair_kind::quotes));
    CHECK_FALSE(arguments<Lookup>(FunctionToolCall{}));
}

}  // namespace response_tool_tests
