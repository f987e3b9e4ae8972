#include <oaiwire/types/images.hpp>
//
#include <support/catch.hpp>

#include <variant>
#include <vector>

namespace images_tests {

using namespace oaiwire;

TEST_CASE("an image request needs a prompt only") {
    const ImageGenerationRequest request{.prompt = "an otter",
                                         .output_format = ImageOutputFormat::webp};
    CHECK(request.model.is_absent());
    CHECK(request.output_format == ImageOutputFormat::webp);
}

TEST_CASE("an edit request has one image or several") {
    const ImageEditRequest one{.image = file_content("a.png", "PNG"), .prompt = "p"};
    CHECK(std::get<FileContent>(one.image).filename == "a.png");
    const ImageEditRequest two{
        .image = std::vector<FileContent>{file_content("a.png", "1"), file_content("b.png", "2")}};
    CHECK(std::get<1>(two.image).size() == 2);
    CHECK(ImageVariationRequest{.image = file_content("a.png", "1")} != ImageVariationRequest{});
}

TEST_CASE("image stream events have their types") {
    CHECK(ImagePartialEvent{}.type == "image_generation.partial_image");
    CHECK(ImageCompletedEvent{}.type == "image_generation.completed");
    CHECK(ImageStreamEvent(ImageChunk{.id = "i"}).index() == 2);
    CHECK(ImagesResponse{.data = {Image{.url = "u"}}}.data.size() == 1);
}

}  // namespace images_tests
