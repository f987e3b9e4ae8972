#include <oaiwire/api/request_quirks.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <oaiwire/types/completion.hpp>

using namespace oaiwire;

TEST_CASE("nothing more is asked of a request unless it is switched on") {
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
