#include <oaiwire/videos.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace videos_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view video =
    R"({"id":"video_1","object":"video","created_at":1,"completed_at":null,"expires_at":null,)"
    R"("model":"sora-2","status":"queued","progress":0,"prompt":"p","seconds":"8",)"
    R"("size":"1280x720","remixed_from_video_id":null,"error":null})";

}  // namespace

TEST_CASE("createVideo: a form with the prompt and an image, or where it is") {
    CreateVideoRequest request{
        .prompt = "a cat", .model = "sora-2", .seconds = "8", .size = "1280x720"};
    request.input_reference = file_content("cat.png", "PNG");
    const operation_call call(request, video);
    CHECK(call.line == "POST /v1/videos");
    CHECK(call.has_field("prompt", "a cat"));
    CHECK(call.has_file("input_reference", "cat.png", "image/png", "PNG"));
    CHECK(call.has_field("model", "sora-2"));
    CHECK(call.has_field("seconds", "8"));
    CHECK(call.has_field("size", "1280x720"));
    CHECK(call.is(video));
    request.input_reference = VideoImageReference{.image_url = "https://a.b/c"};
    CHECK(operation_call(request, video).has_field("input_reference[image_url]", "https://a.b/c"));

    CHECK(validate(request).empty());
    request.input_reference = VideoImageReference{.file_id = "f", .image_url = "u"};
    CHECK(wrong(request) == "input_reference");
    request.input_reference = FileContent{};
    CHECK(wrong(request) == "input_reference");
    CHECK(wrong(CreateVideoRequest{}) == "prompt");
}

TEST_CASE("ListVideos: by page") {
    const char* const page =
        R"({"object":"list","data":[{"id":"video_1","status":"completed"}],"first_id":"video_1",)"
        R"("last_id":"video_1","has_more":true})";
    const operation_call call(ListVideosRequest{.after = "v", .limit = 2, .order = "asc"}, page);
    CHECK(call.line == "GET /v1/videos?after=v&limit=2&order=asc");
    CHECK(call.is(page));
    CHECK(second_page(ListVideosRequest{}) == "GET /v1/videos?after=a");
    CHECK(validate(ListVideosRequest{.limit = 0}).empty());
    CHECK(wrong(ListVideosRequest{.limit = -1}) == "limit");
    CHECK(wrong(ListVideosRequest{.limit = 101}) == "limit");
}

TEST_CASE("GetVideo: by id") {
    const operation_call call(RetrieveVideoRequest{.video_id = "video_1"}, video);
    CHECK(call.line == "GET /v1/videos/video_1");
    CHECK(call.is(video));
    CHECK(wrong(RetrieveVideoRequest{}) == "video_id");
}

TEST_CASE("GetVideo: a video that failed is a response, and says why") {
    const char* const failed =
        R"({"id":"video_1","status":"failed","error":{"code":"moderation_blocked","message":"m"}})";
    const operation_call call(RetrieveVideoRequest{.video_id = "video_1"}, failed);
    CHECK(call.error.empty());
    CHECK(call.is(failed));
}

TEST_CASE("DeleteVideo: by id") {
    const char* const text = R"({"id":"video_1","object":"video.deleted","deleted":true})";
    const operation_call call(DeleteVideoRequest{.video_id = "video_1"}, text);
    CHECK(call.line == "DELETE /v1/videos/video_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteVideoRequest{}) == "video_id");
}

TEST_CASE("RetrieveVideoContent: the bytes of the video or of another asset") {
    const operation_call call(DownloadVideoRequest{.video_id = "v", .variant = "thumbnail"}, "RIFF",
                              200, "image/webp");
    CHECK(call.line == "GET /v1/videos/v/content?variant=thumbnail");
    CHECK(call.accept == "application/binary");
    REQUIRE(call.response);
    CHECK(call.response->data == "RIFF");
    CHECK(call.response->content_type == "image/webp");
    CHECK(wrong(DownloadVideoRequest{}) == "video_id");
}

TEST_CASE("CreateVideoRemix: a prompt for a completed video") {
    const operation_call call(RemixVideoRequest{.video_id = "v", .prompt = "at night"}, video);
    CHECK(call.line == "POST /v1/videos/v/remix");
    CHECK(call.body == R"({"prompt":"at night"})");
    CHECK(call.is(video));
    CHECK(wrong(RemixVideoRequest{}) == "video_id prompt");
}

TEST_CASE("CreateVideoEdit: a form with the video or its id") {
    EditVideoRequest request{.prompt = "p", .video = VideoReference{.id = "video_1"}};
    const operation_call call(request, video);
    CHECK(call.line == "POST /v1/videos/edits");
    CHECK(call.has_field("prompt", "p"));
    CHECK(call.has_field("video[id]", "video_1"));
    CHECK(call.is(video));
    request.video = file_content("a.mp4", "MP4");
    CHECK(operation_call(request, video).has_file("video", "a.mp4", "video/mp4", "MP4"));
    CHECK(validate(request).empty());
    CHECK(wrong(EditVideoRequest{}) == "prompt video");
    CHECK(wrong(EditVideoRequest{.prompt = "p", .video = VideoReference{}}) == "video.id");
}

TEST_CASE("CreateVideoExtend: a form with the video or its id, and the length of the new part") {
    const ExtendVideoRequest request{
        .prompt = "p", .seconds = "16", .video = VideoReference{.id = "video_1"}};
    const operation_call call(request, video);
    CHECK(call.line == "POST /v1/videos/extensions");
    CHECK(call.has_field("seconds", "16"));
    CHECK(call.has_field("video[id]", "video_1"));
    CHECK(call.is(video));
    CHECK(validate(request).empty());
    CHECK(wrong(ExtendVideoRequest{}) == "prompt seconds video");
}

TEST_CASE("CreateVideoCharacter: a form with a name and a video") {
    const char* const text = R"({"id":"char_1","name":"n","created_at":1})";
    const CreateVideoCharacterRequest request{.name = "n", .video = file_content("a.mp4", "MP4")};
    const operation_call call(request, text);
    CHECK(call.line == "POST /v1/videos/characters");
    CHECK(call.has_field("name", "n"));
    CHECK(call.has_file("video", "a.mp4", "video/mp4", "MP4"));
    CHECK(call.is(text));
    CHECK(validate(request).empty());
    CHECK(wrong(CreateVideoCharacterRequest{}) == "name video");
}

TEST_CASE("GetVideoCharacter: by id") {
    const char* const text = R"({"id":null,"name":null,"created_at":1})";
    const operation_call call(RetrieveVideoCharacterRequest{.character_id = "char_1"}, text);
    CHECK(call.line == "GET /v1/videos/characters/char_1");
    CHECK(call.is(text));
    CHECK(wrong(RetrieveVideoCharacterRequest{}) == "character_id");
}

}  // namespace videos_tests
