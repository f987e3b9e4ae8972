#include <oaiwire/api/download.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations/files.hpp>
#include <oaiwire/api/operations/skills.hpp>
#include <oaiwire/api/operations/videos.hpp>

namespace download_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

// What comes of a plain download whose response has these bytes and this type: "" after an error.
template <class Request>
std::string downloaded(const Request& request, std::string_view bytes, std::string_view type) {
    exchange<Request> call(request, where, {}, call_mode::plain);
    CHECK(call.request().method == "GET");
    CHECK(call.request().headers.value("Accept") == "application/binary");
    http::header_list headers;
    if (!type.empty()) headers.add("Content-Type", type);
    call.head(200, headers);
    call.feed(bytes);
    call.finish();
    if (!call.ok()) return "";
    CHECK(call.response().content_type == type);
    return '=' + call.response().data;
}

}  // namespace

TEST_CASE("a downloaded file is what comes with a success, of any type, and nothing is parsed") {
    const DownloadFileRequest file{.file_id = "f"};
    for (const std::string_view type :
         {"", "application/json", "text/event-stream", "text/html; charset=utf-8", "image/png"}) {
        CAPTURE(type);
        CHECK(downloaded(file, "{\"error\":", type) == "={\"error\":");
        CHECK(downloaded(file, "data: [DONE]\n\n", type) == "=data: [DONE]\n\n");
    }
    CHECK(downloaded(file, "", "text/plain") == "=");
    CHECK(downloaded(DownloadVideoRequest{.video_id = "v"}, "\xFF", "video/mp4") == "=\xFF");
    CHECK(downloaded(DownloadSkillRequest{.skill_id = "s"}, "PK", "application/zip") == "=PK");
}

TEST_CASE("a download that the server refuses has the error of its JSON") {
    exchange<DownloadFileRequest> call({.file_id = "f"}, where, {}, call_mode::plain);
    http::header_list headers;
    headers.add("Content-Type", "application/json");
    call.head(404, headers);
    call.feed(R"({"error":{"message":"no such file","code":"c"}})");
    call.finish();
    CHECK_FALSE(call.ok());
    CHECK(call.error().api.error_class == api_error_class::not_found);
    CHECK(call.error().api.code == "c");
    CHECK(call.response().data.empty());
}

}  // namespace download_tests
