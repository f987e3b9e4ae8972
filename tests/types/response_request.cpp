#include <oaiwire/types/response_request.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/reflect/names.hpp>

namespace response_request_tests {

using namespace oaiwire;

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
    CHECK(std::get<std::string>(*request.input) == "Tell me a joke.");
    CHECK(std::get<ToolChoiceFunction>(*request.tool_choice).name == "f");
    CHECK(request.truncation == "auto");
    CHECK(std::get<ResponseFunctionTool>(request.tools->at(0)).name == "f");
    CHECK(request.text->format->type == "json_object");
}

TEST_CASE("members are in alphabetical order after model and input") {
    const auto& names = reflect::member_names<ResponseRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "input");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

}  // namespace response_request_tests
