#include <oaiwire/types/chat_request.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/reflect/names.hpp>

namespace chat_request_tests {

using namespace oaiwire;

TEST_CASE("a chat request is written like in the API's documentation") {
    const ChatCompletionRequest request{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::system("Be brief."), user("Why is the sky blue?")},
        .logit_bias = string_map<double>{{"50256", -100}},
        .max_completion_tokens = 100,
        .reasoning_effort = ReasoningEffort::low,
        .response_format = ResponseFormat{.type = ResponseFormatType::json_object},
        .stop = "END",
        .stream_options = StreamOptions{.include_usage = true},
        .temperature = 0.2,
        .tool_choice = ToolChoiceMode::auto_,
        .tools = std::vector<Tool>{FunctionTool{.function = {.name = "f"}}},
    };
    CHECK(request.messages.size() == 2);
    CHECK(std::get<std::string>(*request.stop) == "END");
    CHECK(request.tool_choice.has_value());
    CHECK(request.reasoning_effort == "low");
}

TEST_CASE("members that the user does not set are absent") {
    const ChatCompletionRequest request;
    std::size_t absent = 0;
    reflect::for_each_member(request, [&](std::string_view name, const auto& member) {
        if constexpr (requires { member.is_absent(); }) {
            INFO(name);
            CHECK(member.is_absent());
            ++absent;
        }
    });
    CHECK(absent + 3 == reflect::member_count<ChatCompletionRequest>);
    CHECK(request.extra.empty());
}

TEST_CASE("members are in alphabetical order after model and messages") {
    const auto& names = reflect::member_names<ChatCompletionRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "messages");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

TEST_CASE("voices and stop sequences accept each of their forms") {
    const Voice custom = CustomVoice{.id = "v1"};
    CHECK(std::get<CustomVoice>(custom).id == "v1");
    const AudioOptions audio{.voice = "alloy", .format = AudioFormat::mp3};
    CHECK(std::get<std::string>(*audio.voice) == "alloy");
    const Stop list = std::vector<std::string>{"a", "b"};
    CHECK(list.index() == 1);
}

}  // namespace chat_request_tests
