#include <oaiwire/files.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

// Only this header is included: it must bring everything for its operations.
namespace files_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

// The whole content of a form.
std::string content_of(const http::request& request) {
    std::string out;
    http::content_cursor content(request);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        out.append(*piece);
    }
    return out;
}

void answer(auto& call, std::string_view body, std::string_view type = "application/json") {
    http::header_list headers;
    headers.add("Content-Type", type);
    call.head(200, headers);
    call.feed(body);
    call.finish();
}

}  // namespace

TEST_CASE("createFile: the file and its purpose are sent as a form") {
    exchange call(CreateFileRequest{.file = file_content("a.jsonl", "{}\n"),
                                    .purpose = FilePurpose::fine_tune,
                                    .expires_after = FileExpirationAfter{.seconds = 3600}},
                  where);
    REQUIRE_FALSE(call.ended());
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/files");
    const auto content = content_of(call.request());
    CHECK(content.find("name=\"file\"; filename=\"a.jsonl\"\r\n"
                       "Content-Type: application/jsonl\r\n\r\n{}\n\r\n") != content.npos);
    CHECK(content.find("name=\"purpose\"\r\n\r\nfine-tune\r\n") != content.npos);
    CHECK(content.find("name=\"expires_after[anchor]\"\r\n\r\ncreated_at\r\n") != content.npos);
    CHECK(content.find("name=\"expires_after[seconds]\"\r\n\r\n3600\r\n") != content.npos);
    answer(call, R"({"id":"file-1","object":"file","bytes":3,"purpose":"fine-tune"})");
    REQUIRE(call.ok());
    CHECK(call.response().bytes == 3);
}

TEST_CASE("createFile: a file, a purpose and a known expiry are required") {
    CHECK(validate(CreateFileRequest{}).size() == 2);
    CreateFileRequest request{.file = file_content("a", "x"), .purpose = "mine"};
    CHECK(validate(request).empty());
    for (const std::int64_t seconds : {3'600, 2'592'000}) {
        request.expires_after = FileExpirationAfter{.seconds = seconds};
        CHECK(validate(request).empty());
    }
    for (const std::int64_t seconds : {3'599, 2'592'001}) {
        request.expires_after = FileExpirationAfter{.seconds = seconds};
        REQUIRE(validate(request).size() == 1);
        CHECK(validate(request)[0].path == "expires_after.seconds");
    }
}

TEST_CASE("listFiles: what is set is sent in the query") {
    exchange all(ListFilesRequest{}, where);
    CHECK(all.request().method == "GET");
    CHECK(all.request().target == "/v1/files");
    exchange call(
        ListFilesRequest{.after = "file-1", .limit = 2, .order = "asc", .purpose = "batch"}, where);
    CHECK(call.request().target == "/v1/files?after=file-1&limit=2&order=asc&purpose=batch");
    CHECK(call.request().body.empty());
    answer(call, R"({"object":"list","data":[{"id":"file-2"}],"has_more":false})");
    REQUIRE(call.ok());
    CHECK(call.response().data.at(0).id == "file-2");
    CHECK(validate(ListFilesRequest{.limit = 10'000}).empty());
    CHECK(validate(ListFilesRequest{.limit = 10'001}).size() == 1);
    CHECK(validate(ListFilesRequest{.limit = 0}).size() == 1);
}

TEST_CASE("retrieveFile: the id is one segment of the path") {
    exchange call(RetrieveFileRequest{.file_id = "a/b"}, where);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/files/a%2Fb");
    answer(call, R"({"id":"a/b","object":"file"})");
    REQUIRE(call.ok());
    CHECK(call.response().id == "a/b");
    CHECK(exchange(RetrieveFileRequest{}, where).error().path == "file_id");
}

TEST_CASE("deleteFile: a DELETE without a body") {
    exchange call(DeleteFileRequest{.file_id = "file-1"}, where);
    CHECK(call.request().method == "DELETE");
    CHECK(call.request().target == "/v1/files/file-1");
    CHECK(call.request().body.empty());
    answer(call, R"({"id":"file-1","object":"file","deleted":true})");
    REQUIRE(call.ok());
    CHECK(call.response().deleted == true);
    CHECK(exchange(DeleteFileRequest{}, where).error().path == "file_id");
    exchange quiet(DeleteFileRequest{.file_id = "file-1"}, where);
    quiet.head(204, {});
    quiet.finish();
    CHECK(quiet.ok());
    CHECK(quiet.response() == DeleteFileResponse{});
    exchange kept(DeleteFileRequest{.file_id = "file-1"}, where);
    kept.head(404, {});
    kept.finish();
    CHECK(kept.error().api.error_class == api_error_class::not_found);
}

TEST_CASE("downloadFile: a plain call returns the bytes and their type") {
    const std::string bytes("\0\xff\r\n{", 5);
    exchange call(DownloadFileRequest{.file_id = "file-1"}, where, {}, call_mode::plain);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/files/file-1/content");
    CHECK(call.request().headers.value("Accept") == "application/binary");
    answer(call, bytes, "application/octet-stream");
    REQUIRE(call.ok());
    CHECK(call.response().data == bytes);
    CHECK(call.response().content_type == "application/octet-stream");
    CHECK(exchange(DownloadFileRequest{}, where).error().path == "file_id");
}

TEST_CASE("downloadFile: a streamed call delivers the bytes and keeps none") {
    exchange call(DownloadFileRequest{.file_id = "file-1"}, where);
    call.head(200, {});
    std::string got;
    for (const std::string_view piece : {"one", "two"}) {
        call.feed(piece);
        while (const std::string_view* const bytes = call.next()) got += *bytes;
    }
    call.finish();
    CHECK(call.next() == nullptr);
    REQUIRE(call.ok());
    CHECK(got == "onetwo");
    CHECK(call.response() == BinaryContent{});
    REQUIRE(call.result());
}

}  // namespace files_tests
