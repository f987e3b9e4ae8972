#include <oaiwire/types/content.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace content_tests {

using namespace oaiwire;
using support::chooses;
using support::json_of;

TEST_CASE("a content part is identified by type; unknown types are kept as JSON") {
    using part = ContentPart;
    CHECK(chooses<ContentPartText, part>(R"({"type":"text","text":"look"})"));
    CHECK(chooses<ContentPartImage, part>(
        R"({"type":"image_url","image_url":{"url":"https://example.com/a.png"}})"));
    CHECK(chooses<ContentPartInputAudio, part>(
        R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})"));
    CHECK(chooses<ContentPartFile, part>(R"({"type":"file","file":{"file_id":"file-1"}})"));
    CHECK(chooses<ContentPartRefusal, part>(R"({"type":"refusal","refusal":"no"})"));
    CHECK(chooses<raw_json, part>(R"({"type":"video_url","text":"look"})"));
    CHECK(chooses<raw_json, part>(R"({"text":"look"})"));
}

TEST_CASE("content is written as a text or as parts") {
    const MessageContent text = "hello";
    const MessageContent parts = std::vector<ContentPart>{
        ContentPartText{.text = "hello", .prompt_cache_breakpoint = PromptCacheBreakpoint{}},
        ContentPartImage{
            .image_url = {.url = "https://example.com/a.png", .detail = ImageDetail::high}}};
    CHECK(json_of(text) == R"("hello")");
    CHECK(
        json_of(parts) ==
        R"([{"type":"text","text":"hello","prompt_cache_breakpoint":{"mode":"explicit"}},)"
        R"({"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"high"}}])");
    CHECK(text != parts);
    CHECK(json_of(MessageContent()) == R"("")");
    CHECK(chooses<std::vector<ContentPart>, MessageContent>("[]"));
}

}  // namespace content_tests
