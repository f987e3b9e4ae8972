// The example program serve over each of its HTTP stacks: files and uploads in parts.
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/files.hpp>
#include <oaiwire/uploads.hpp>

#include <support/catch.hpp>

#include "serve_program.hpp"

namespace serve_files_tests {

namespace {

using support::on_each_stack;
using support::serve_program;

oaiwire::CreateFileRequest file_of(std::string name, std::string data) {
    return {.file = oaiwire::file_content(std::move(name), std::move(data)),
            .purpose = oaiwire::FilePurpose::user_data};
}

}  // namespace

TEST_CASE("serve keeps files: what was sent comes back, until it is deleted") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        std::string data(300'000, '\0');
        for (std::size_t i = 0; i != data.size(); ++i) data[i] = static_cast<char>(i * i >> 3);
        auto request = file_of("a \"b\".bin", data);
        request.expires_after = oaiwire::FileExpirationAfter{.seconds = 3600};
        const auto made = api.create(request);
        REQUIRE(made);
        CHECK(made->bytes == 300'000);
        CHECK(made->filename == "a \"b\".bin");
        CHECK(made->purpose == oaiwire::FilePurpose::user_data);
        CHECK(*made->expires_at == *made->created_at + 3600);
        const oaiwire::path_parameter id{*made->id};
        const auto known = api.create(oaiwire::RetrieveFileRequest{.file_id = id});
        REQUIRE(known);
        CHECK(*known == *made);
        const auto content = api.create(oaiwire::DownloadFileRequest{.file_id = id});
        REQUIRE(content);
        CHECK(content->data == data);
        std::string streamed;
        const auto outcome = api.stream(oaiwire::DownloadFileRequest{.file_id = id},
                                        [&](std::string_view bytes) { streamed += bytes; });
        CHECK(outcome.ok());
        CHECK(streamed == data);
        const auto deleted = api.create(oaiwire::DeleteFileRequest{.file_id = id});
        REQUIRE(deleted);
        CHECK(deleted->deleted == true);
        const auto gone = api.create(oaiwire::DownloadFileRequest{.file_id = id});
        REQUIRE_FALSE(gone);
        CHECK(gone.error().api.status == 404);
    });
}

TEST_CASE("serve lists files by pages, the newest first, and by purpose") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        for (int i = 0; i != 7; ++i) REQUIRE(api.create(file_of(std::to_string(i), "x")));
        auto other = file_of("other", "{}");
        other.purpose = oaiwire::FilePurpose::batch;
        REQUIRE(api.create(other));
        std::string names;
        auto files = api.list(oaiwire::ListFilesRequest{.limit = 3, .purpose = "user_data"});
        for (const oaiwire::File& file : files) names += *file.filename;
        CHECK(files.ok());
        CHECK(names == "6543210");
    });
}

TEST_CASE("serve makes a file of the parts of an upload, in the order that completes it") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        const auto begin = [&](std::int64_t bytes) {
            const auto made = api.create(
                oaiwire::CreateUploadRequest{.bytes = bytes,
                                             .filename = "whole.txt",
                                             .mime_type = "text/plain",
                                             .purpose = oaiwire::FilePurpose::user_data});
            REQUIRE(made);
            CHECK(made->status == oaiwire::UploadStatus::pending);
            return oaiwire::path_parameter{*made->id};
        };
        const auto upload = begin(6);
        std::vector<std::string> parts;
        for (const char* data : {"def", "abc"}) {
            const auto part = api.create(oaiwire::AddUploadPartRequest{
                .upload_id = upload, .data = oaiwire::file_content("part", data)});
            REQUIRE(part);
            CHECK(part->upload_id == upload.text());
            parts.insert(parts.begin(), *part->id);
        }
        const auto too_much = api.create(oaiwire::AddUploadPartRequest{
            .upload_id = upload, .data = oaiwire::file_content("part", "g")});
        REQUIRE_FALSE(too_much);
        CHECK(too_much.error().api.status == 400);
        const auto unknown = api.create(
            oaiwire::CompleteUploadRequest{.upload_id = upload, .part_ids = {"part_none"}});
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().api.status == 400);
        const auto whole =
            api.create(oaiwire::CompleteUploadRequest{.upload_id = upload, .part_ids = parts});
        REQUIRE(whole);
        CHECK(whole->status == oaiwire::UploadStatus::completed);
        REQUIRE(whole->file);
        const auto content = api.create(
            oaiwire::DownloadFileRequest{.file_id = oaiwire::path_parameter{*whole->file->id}});
        REQUIRE(content);
        CHECK(content->data == "abcdef");

        const auto other = begin(1);
        const auto cancelled = api.create(oaiwire::CancelUploadRequest{.upload_id = other});
        REQUIRE(cancelled);
        CHECK(cancelled->status == oaiwire::UploadStatus::cancelled);
        const auto late = api.create(oaiwire::AddUploadPartRequest{
            .upload_id = other, .data = oaiwire::file_content("part", "g")});
        REQUIRE_FALSE(late);
        CHECK(late.error().api.status == 400);
    });
}

}  // namespace serve_files_tests
