#include <oaiwire/types/images.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace images_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("an image request needs a prompt only") {
    CHECK(json_of(ImageGenerationRequest{.prompt = "an otter"}) == R"({"prompt":"an otter"})");
    CHECK(json_of(ImageGenerationRequest{.prompt = "an otter",
                                         .background = ImageBackground::transparent,
                                         .n = 2,
                                         .output_format = ImageOutputFormat::webp,
                                         .size = "1024x1024"}) ==
          R"({"prompt":"an otter","background":"transparent","n":2,"output_format":"webp",)"
          R"("size":"1024x1024"})");
}

TEST_CASE("image usage has members for OpenAI's form and for R9S's") {
    const auto openai = from_json<ImageUsage>(
        R"({"total_tokens":9,"input_tokens_details":{"text_tokens":4,"image_tokens":5}})");
    CHECK(openai.input_tokens_details->image_tokens == 5);
    CHECK(openai.image_count.is_absent());
    CHECK(openai.extra.empty());
    const auto r9s = from_json<ImageUsage>(
        R"({"prompt_tokens":1,"image_tokens":2,"input_text_tokens":3,"output_image_tokens":4,)"
        R"("width":512,"height":256,"image_count":1})");
    CHECK(r9s.width == 512);
    CHECK(r9s.total_tokens.is_absent());
    CHECK(r9s.extra.empty());
}

TEST_CASE("an image stream event is identified by type; R9S's has none") {
    using event = ImageStreamEvent;
    CHECK(chooses<ImagePartialEvent, event>(
        R"({"type":"image_generation.partial_image","b64_json":"AA==","partial_image_index":0})"));
    CHECK(chooses<ImagePartialEvent, event>(R"({"type":"image_edit.partial_image"})"));
    CHECK(chooses<ImageCompletedEvent, event>(R"({"type":"image_generation.completed"})"));
    CHECK(chooses<ImageCompletedEvent, event>(R"({"type":"image_edit.completed","size":"1x1"})"));
    CHECK(chooses<ImageChunk, event>(
        R"({"object":"image.generation.chunk","data":[{"index":0,"progress":0.5}]})"));
    CHECK(chooses<raw_json, event>(R"({"type":"image_generation.later","b64_json":"AA=="})"));
}

TEST_CASE("an image stream event has the type of a generation by default") {
    CHECK(json_of(ImageStreamEvent(ImagePartialEvent{.partial_image_index = 1})) ==
          R"({"type":"image_generation.partial_image","partial_image_index":1})");
    CHECK(json_of(ImageStreamEvent(ImageCompletedEvent{})) ==
          R"({"type":"image_generation.completed"})");
}

}  // namespace images_tests
