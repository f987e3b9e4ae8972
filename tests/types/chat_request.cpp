#include <oaiwire/types/chat_request.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>

namespace chat_request_tests {

using namespace oaiwire;
using support::chooses;
using support::json_of;

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
    CHECK(json_of(request) ==
          R"({"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},)"
          R"({"role":"user","content":"Why is the sky blue?"}],"logit_bias":{"50256":-100},)"
          R"("max_completion_tokens":100,"reasoning_effort":"low",)"
          R"("response_format":{"type":"json_object"},"stop":"END",)"
          R"("stream_options":{"include_usage":true},"temperature":0.2,"tool_choice":"auto",)"
          R"("tools":[{"type":"function","function":{"name":"f"}}]})");
}

TEST_CASE("absent members are not written, null members are") {
    CHECK(json_of(ChatCompletionRequest{}) == R"({"model":"","messages":[]})");
    CHECK(json_of(ChatCompletionRequest{.model = "m", .seed = null, .stop = null}) ==
          R"({"model":"m","messages":[],"seed":null,"stop":null})");
}

TEST_CASE("members are in alphabetical order after model and messages") {
    const auto& names = reflect::member_names<ChatCompletionRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "messages");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

TEST_CASE("a JSON schema is written as a nested object") {
    const ResponseFormat format{
        .type = ResponseFormatType::json_schema,
        .json_schema =
            JsonSchema{.name = "answer", .schema = raw_json::trusted("{}"), .strict = true}};
    CHECK(json_of(format) ==
          R"({"type":"json_schema","json_schema":{"name":"answer","schema":{},"strict":true}})");
}

TEST_CASE("constant members are written by default") {
    CHECK(json_of(PredictionContent{.content = "a"}) == R"({"type":"content","content":"a"})");
    CHECK(json_of(WebSearchOptions{.user_location =
                                       WebSearchUserLocation{.approximate = {.country = "CH"}}}) ==
          R"({"user_location":{"type":"approximate","approximate":{"country":"CH"}}})");
}

TEST_CASE("voices and stop sequences are read in each of their forms") {
    CHECK(chooses<std::string, Voice>(R"("alloy")"));
    CHECK(chooses<CustomVoice, Voice>(R"({"id":"voice_1"})"));
    CHECK(chooses<std::string, Stop>(R"("END")"));
    CHECK(chooses<std::vector<std::string>, Stop>(R"(["a","b"])"));
    CHECK(json_of(AudioOptions{.voice = "alloy", .format = AudioFormat::mp3}) ==
          R"({"voice":"alloy","format":"mp3"})");
}

}  // namespace chat_request_tests
