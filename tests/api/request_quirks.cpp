#include <oaiwire/api/request_quirks.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/types/completion.hpp>

namespace request_quirks_tests {

using namespace oaiwire;

TEST_CASE("by default no server-specific rules apply") {
    const ChatCompletionRequest chat{.model = "m", .messages = {AssistantMessage{}}};
    const EmbeddingRequest list{.model = "m", .input = std::vector<std::string>{"a"}};
    const ImageGenerationRequest image{.prompt = "p"};
    CHECK(validate(chat, request_quirks{}).empty());
    CHECK(validate(list, request_quirks{}).empty());
    CHECK(validate(image, request_quirks{}).empty());

    const request_quirks all{true, true, true};
    CHECK(validate(chat, all).size() == 1);
    CHECK(validate(chat, all)[0].path == "messages[0].content");
    CHECK(validate(list, all)[0].path == "input");
    CHECK(validate(image, all).size() == 3);
    CHECK(validate(CompletionRequest{.model = "m"}, all).empty());

    ImageGenerationRequest sized{.prompt = "p", .model = "m", .n = 1};
    for (const auto* size : {"512x512", "1024x768"}) {
        sized.size = size;
        CHECK(validate(sized, all).empty());
    }
    for (const auto* size : {"", "auto", "x", "512", "512x", "x512", "512xauto", "1x2x3", "-1x5"}) {
        INFO(size);
        sized.size = size;
        CHECK(validate(sized, all).size() == 1);
    }
}

TEST_CASE("a server's own ranges are checked") {
    const auto paths = [](const auto& request, range_document document) {
        std::string out;
        for (const auto& v : validate(request, {.ranges = document})) {
            CHECK(v.message.ends_with(" for this server"));
            out += (out.empty() ? "" : " ") + v.path;
        }
        return out;
    };
    const auto differ = [&](const auto& request, std::string_view openai, std::string_view r9s) {
        CHECK(paths(request, range_document::widest) == "");
        CHECK(paths(request, range_document::openai) == openai);
        CHECK(paths(request, range_document::r9s) == r9s);
    };
    ChatCompletionRequest chat{
        .model = "m",
        .messages = {user(std::vector<ContentPart>{})},
        .functions = std::vector<FunctionObject>{},
        .max_completion_tokens = 0,
        .max_tokens = 0,
        .n = 129,
        .prediction = PredictionContent{.content = std::vector<ContentPart>{}},
        .temperature = 2.5,
        .top_p = 1.5};
    differ(chat, "messages[0].content functions prediction.content n temperature top_p",
           "max_completion_tokens max_tokens n temperature top_p");
    CHECK(validate(chat, {.content_in_every_message = true})[0].path == "messages[0].content");
    differ(CompletionRequest{.model = "m",
                             .prompt = std::vector<std::int64_t>{1},
                             .best_of = 0,
                             .logprobs = 5,
                             .max_tokens = 0,
                             .n = 128},
           "", "prompt best_of max_tokens");
    differ(CompletionRequest{.model = "m",
                             .prompt = "p",
                             .best_of = 21,
                             .logprobs = 20,
                             .max_tokens = -1,
                             .n = 0,
                             .temperature = -1},
           "best_of logprobs max_tokens n temperature", "max_tokens temperature");
    differ(ResponseRequest{.model = "m", .max_output_tokens = 1}, "max_output_tokens", "");
    differ(
        EmbeddingRequest{
            .model = "m", .input = std::vector<std::string>(2049, "a"), .dimensions = 0},
        "input dimensions", "");
    differ(ImageGenerationRequest{.prompt = "p", .n = 11}, "n", "n");
    const FileContent file = file_content("a.png", "PNG");
    differ(ImageEditRequest{.image = std::vector<FileContent>(17, file)}, "image", "");
    differ(SpeechRequest{.input = std::string(4097, 'a')}, "input", "");
    differ(TranscriptionRequest{.temperature = 1.5}, "temperature", "temperature");
    differ(TranslationRequest{.temperature = -1}, "temperature", "temperature");
}

}  // namespace request_quirks_tests
