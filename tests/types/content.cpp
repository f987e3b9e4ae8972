#include <oaiwire/types/content.hpp>
//
#include <support/catch.hpp>

#include <set>
#include <string_view>
#include <variant>

namespace content_tests {

using namespace oaiwire;

TEST_CASE("every kind of content part has its type") {
    CHECK(ContentPartText::tag.value == "text");
    CHECK(ContentPartImage::tag.value == "image_url");
    CHECK(ContentPartInputAudio::tag.value == "input_audio");
    CHECK(ContentPartFile::tag.value == "file");
    CHECK(ContentPartRefusal::tag.value == "refusal");
    for (const auto& tag : {ContentPartText::tag, ContentPartImage::tag, ContentPartInputAudio::tag,
                            ContentPartFile::tag, ContentPartRefusal::tag}) {
        CHECK(tag.member == "type");
    }
}

TEST_CASE("content is constructed from text or from parts") {
    const MessageContent text = "hello";
    CHECK(std::get<std::string>(text) == "hello");
    const MessageContent parts = std::vector<ContentPart>{
        ContentPartText{.text = "look"},
        ContentPartImage{
            .image_url = {.url = "https://example.com/a.png", .detail = ImageDetail::high}},
        ContentPartInputAudio{.input_audio = {.data = "AAAA", .format = InputAudioFormat::wav}},
        ContentPartFile{.file = {.file_id = "file-1"}},
        ContentPartRefusal{.refusal = "no"},
    };
    CHECK(std::get<std::vector<ContentPart>>(parts).size() == 5);
    CHECK(text != parts);
    CHECK(std::get<1>(std::get<1>(parts)[1]).image_url.detail->text() == "high");
    CHECK(MessageContent() == MessageContent(""));
    CHECK(PromptCacheBreakpoint{}.mode == "explicit");
}

}  // namespace content_tests
