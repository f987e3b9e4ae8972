#include <oaiwire/types/response_request.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>

namespace response_request_tests {

using namespace oaiwire;
using support::json_of;

TEST_CASE("a Responses request is written like in the API's documentation") {
    const ResponseRequest request{
        .model = "gpt-4.1",
        .input = "Tell me a joke.",
        .conversation = ResponseConversation{.id = "conv_1"},
        .include = std::vector<std::string>{"reasoning.encrypted_content"},
        .max_output_tokens = 500,
        .reasoning = Reasoning{.effort = ReasoningEffort::low, .summary = "auto"},
        .stop = "END",
        .text =
            ResponseTextParam{.format = ResponseTextFormat{.type = ResponseFormatType::json_object},
                              .verbosity = Verbosity::low},
        .tool_choice = ToolChoiceFunction{.name = "f"},
        .tools = std::vector<ResponseTool>{ResponseFunctionTool{.name = "f"},
                                           ResponseCustomTool{.name = "shell"}},
        .truncation = Truncation::auto_,
    };
    CHECK(json_of(request) ==
          R"({"model":"gpt-4.1","input":"Tell me a joke.","conversation":{"id":"conv_1"},)"
          R"("include":["reasoning.encrypted_content"],"max_output_tokens":500,)"
          R"("reasoning":{"effort":"low","summary":"auto"},"stop":"END",)"
          R"("text":{"format":{"type":"json_object"},"verbosity":"low"},)"
          R"("tool_choice":{"type":"function","name":"f"},)"
          R"("tools":[{"type":"function","name":"f"},{"type":"custom","name":"shell"}],)"
          R"("truncation":"auto"})");
}

TEST_CASE("absent members of a Responses request are not written, null members are") {
    CHECK(json_of(ResponseRequest{}) == R"({"model":""})");
    CHECK(json_of(ResponseRequest{
              .model = "m", .input = std::vector<ResponseItem>{}, .previous_response_id = null}) ==
          R"({"model":"m","input":[],"previous_response_id":null})");
}

TEST_CASE("members are in alphabetical order after model and input") {
    const auto& names = reflect::member_names<ResponseRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "input");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

}  // namespace response_request_tests
