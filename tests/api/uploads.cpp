#include <oaiwire/uploads.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>

#include <support/call_of.hpp>

namespace uploads_tests {

using namespace oaiwire;
using support::answered;
using support::sent_of;

TEST_CASE("createUpload: the size, the name, the type and the purpose of the file are sent") {
    CreateUploadRequest request{.bytes = 9,
                                .filename = "a.jsonl",
                                .mime_type = "text/jsonl",
                                .purpose = FilePurpose::fine_tune};
    CHECK(sent_of(request) ==
          R"(POST /v1/uploads {"bytes":9,"filename":"a.jsonl","mime_type":"text/jsonl",)"
          R"("purpose":"fine-tune"})");
    request.expires_after = FileExpirationAfter{.seconds = 3600};
    CHECK(sent_of(request).ends_with(R"("expires_after":{"anchor":"created_at","seconds":3600}})"));
    const auto upload =
        answered(request, R"({"id":"upload_1","object":"upload","status":"pending"})");
    REQUIRE(upload);
    CHECK(upload->status == UploadStatus::pending);
}

TEST_CASE("createUpload: all four are required, and the size is bounded") {
    CHECK(validate(CreateUploadRequest{}).size() == 4);
    CreateUploadRequest request{
        .bytes = std::int64_t{8} << 30, .filename = "a", .mime_type = "b", .purpose = "c"};
    CHECK(validate(request).empty());
    request.bytes += 1;
    CHECK(validate(request).size() == 1);
    request.bytes = 1;
    request.expires_after = FileExpirationAfter{.seconds = 3599};
    CHECK(validate(request).at(0).path == "expires_after.seconds");
}

TEST_CASE("addUploadPart: the bytes are sent as a form") {
    const AddUploadPartRequest request{.upload_id = "upload_1", .data = {.data = "some"}};
    const auto sent = sent_of(request);
    CHECK(sent.starts_with("POST /v1/uploads/upload_1/parts "));
    CHECK(sent.find("name=\"data\"; filename=\"upload\"") != sent.npos);
    CHECK(sent.find("\r\n\r\nsome\r\n") != sent.npos);
    CHECK(sent.find("upload_id") == sent.npos);
    const auto part = answered(request, R"({"id":"part_1","object":"upload.part"})");
    REQUIRE(part);
    CHECK(part->id == "part_1");
    CHECK(validate(AddUploadPartRequest{}).size() == 2);
}

TEST_CASE("completeUpload: the parts are named in their order") {
    const CompleteUploadRequest request{
        .upload_id = "upload_1", .part_ids = {"b", "a"}, .md5 = "00"};
    CHECK(sent_of(request) ==
          R"(POST /v1/uploads/upload_1/complete {"part_ids":["b","a"],"md5":"00"})");
    const auto upload = answered(
        request, R"({"id":"upload_1","status":"completed","file":{"id":"file-1","bytes":9}})");
    REQUIRE(upload);
    CHECK(upload->file->bytes == 9);
    CHECK(validate(CompleteUploadRequest{}).size() == 2);
}

TEST_CASE("cancelUpload: a POST without a body") {
    CHECK(sent_of(CancelUploadRequest{.upload_id = "upload_1"}) ==
          "POST /v1/uploads/upload_1/cancel");
    CHECK(sent_of(CancelUploadRequest{}) == "invalid_argument at upload_id");
    const auto upload =
        answered(CancelUploadRequest{.upload_id = "upload_1"}, R"({"status":"cancelled"})");
    REQUIRE(upload);
    CHECK(upload->status == UploadStatus::cancelled);
}

}  // namespace uploads_tests
