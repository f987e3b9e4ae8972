#include <oaiwire/types/videos.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace videos_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("videos are written as they were read") {
    CHECK(text_comes_back<VideoList>(1));
    CHECK(text_comes_back<RemixVideoRequest>(2));
    CHECK(text_comes_back<VideoCharacter>(3));
    CHECK(text_comes_back<DeletedVideo>(4));
}

TEST_CASE("a video has a status, and an error if it failed") {
    const char* const text =
        R"({"id":"video_1","object":"video","created_at":1,"completed_at":null,"expires_at":null,)"
        R"("model":"sora-2","status":"failed","progress":40,"prompt":"p","seconds":"8",)"
        R"("size":"720x1280","remixed_from_video_id":null,"error":{"code":"c","message":"m",)"
        R"("param":null,"type":"t","headers":{"Retry-After":"5"},"misalignment":{)"
        R"("detailed_explanation":"d"}},"later":1})";
    const auto video = from_json<VideoResource>(text);
    CHECK(video.status == VideoStatus::failed);
    CHECK(video.error->headers->at(0).second == "5");
    CHECK(video.extra.find("later") == "1");
    CHECK(json_of(video) == text);
    CHECK(rewritten<VideoResource>("{}") == "{}");
}

}  // namespace videos_types_tests
