#include <oaiwire/containers.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace containers_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view container =
    R"({"id":"cntr_1","object":"container","created_at":1,"status":"running","name":"n",)"
    R"("expires_after":{"anchor":"last_active_at","minutes":20},"last_active_at":2,)"
    R"("memory_limit":"1g","network_policy":{"type":"disabled"}})";
constexpr std::string_view file =
    R"({"id":"cfile_1","object":"container.file","container_id":"cntr_1","created_at":1,)"
    R"("bytes":3,"path":"/mnt/data/a.txt","source":"user"})";

}  // namespace

TEST_CASE("CreateContainer: a name, and what the container starts with") {
    CreateContainerRequest request{.name = "n", .file_ids = {{"file-1"}}, .memory_limit = "1g"};
    request.expires_after = ContainerExpiration{.anchor = "last_active_at", .minutes = 20};
    const operation_call call(request, container);
    CHECK(call.line == "POST /v1/containers");
    CHECK(call.body == R"({"name":"n","expires_after":{"anchor":"last_active_at","minutes":20},)"
                       R"("file_ids":["file-1"],"memory_limit":"1g"})");
    CHECK(call.is(container));

    CHECK(validate(request).empty());
    CHECK(wrong(CreateContainerRequest{}) == "name");
    request.expires_after = ContainerExpiration{.minutes = 0};
    CHECK(wrong(request) == "expires_after.anchor expires_after.minutes");
}

TEST_CASE("ListContainers: by page, of a name") {
    const char* const page =
        R"({"object":"list","data":[{"id":"cntr_1"}],"first_id":"a","last_id":"a",)"
        R"("has_more":false})";
    ListContainersRequest request{.after = "x", .limit = 100, .name = "n", .order = "asc"};
    const operation_call call(request, page);
    CHECK(call.line == "GET /v1/containers?after=x&limit=100&name=n&order=asc");
    CHECK(call.is(page));
    CHECK(second_page(ListContainersRequest{.limit = 1}) == "GET /v1/containers?after=a&limit=1");
    CHECK(validate(request).empty());
    CHECK(wrong(ListContainersRequest{.limit = 101}) == "limit");
    CHECK(wrong(ListContainersRequest{.limit = 0}) == "limit");
}

TEST_CASE("RetrieveContainer: by id") {
    const operation_call call(RetrieveContainerRequest{.container_id = "cntr_1"}, container);
    CHECK(call.line == "GET /v1/containers/cntr_1");
    CHECK(call.is(container));
    CHECK(wrong(RetrieveContainerRequest{}) == "container_id");
}

TEST_CASE("DeleteContainer: the response may be empty") {
    const DeleteContainerRequest request{.container_id = "cntr_1"};
    const char* const text = R"({"id":"cntr_1","object":"container.deleted","deleted":true})";
    const operation_call call(request, text);
    CHECK(call.line == "DELETE /v1/containers/cntr_1");
    CHECK(call.accept == "*/*");
    CHECK(call.is(text));
    CHECK(operation_call(request, "", 200, "").is("{}"));
    CHECK(operation_call(request, "", 204, "").is("{}"));
    CHECK(operation_call(request, "OK", 200, "text/plain").is("{}"));
    CHECK(operation_call(request, R"({"error":{"message":"gone"}})", 404).error ==
          "api_error 404: gone");
    CHECK(wrong(DeleteContainerRequest{}) == "container_id");
}

TEST_CASE("CreateContainerFile: members of the call's options are added to the JSON of an id") {
    call_options options;
    options.body.set("file_id", "file-2");
    options.body.set("more", 1);
    exchange call(CreateContainerFileRequest{.container_id = "c", .file_id = "file-1"},
                  {.base_url = "http://localhost/v1"}, options);
    CHECK(call.request().body == R"({"file_id":"file-2","more":1})");
}

TEST_CASE("CreateContainerFile: a form with the bytes, or JSON with the id of a file") {
    CreateContainerFileRequest request{.container_id = "cntr_1",
                                       .file = file_content("a.txt", "abc")};
    const operation_call call(request, file);
    CHECK(call.line == "POST /v1/containers/cntr_1/files");
    CHECK(call.content_type.starts_with("multipart/form-data; boundary="));
    CHECK(call.has_file("file", "a.txt", "text/plain", "abc"));
    CHECK(call.is(file));
    // as OpenAI's SDKs send it
    const operation_call by_id(CreateContainerFileRequest{.container_id = "c", .file_id = "file-1"},
                               file);
    CHECK(by_id.line == "POST /v1/containers/c/files");
    CHECK(by_id.content_type == "application/json");
    CHECK(by_id.body == R"({"file_id":"file-1"})");
    CHECK(by_id.is(file));

    CHECK(validate(request).empty());
    request.file_id = "file-1";
    CHECK(wrong(request) == "file");  // not both
    CHECK(wrong(CreateContainerFileRequest{}) == "container_id file");
    CHECK(wrong(CreateContainerFileRequest{.container_id = "c", .file = FileContent{}}) == "file");
    CHECK(wrong(CreateContainerFileRequest{.container_id = "c", .file_id = ""}) == "file_id");
}

TEST_CASE("ListContainerFiles: by page") {
    const char* const page = R"({"object":"list","data":[],"has_more":false})";
    const operation_call call(ListContainerFilesRequest{.container_id = "c", .order = "desc"},
                              page);
    CHECK(call.line == "GET /v1/containers/c/files?order=desc");
    CHECK(call.is(page));
    CHECK(second_page(ListContainerFilesRequest{.container_id = "c"}) ==
          "GET /v1/containers/c/files?after=a");
    CHECK(wrong(ListContainerFilesRequest{.limit = 101}) == "container_id limit");
}

TEST_CASE("RetrieveContainerFile: by the ids of both") {
    const operation_call call(RetrieveContainerFileRequest{.container_id = "c", .file_id = "f/1"},
                              file);
    CHECK(call.line == "GET /v1/containers/c/files/f%2F1");
    CHECK(call.is(file));
    CHECK(wrong(RetrieveContainerFileRequest{}) == "container_id file_id");
}

TEST_CASE("DeleteContainerFile: the response may be empty") {
    const operation_call call(DeleteContainerFileRequest{.container_id = "c", .file_id = "f"}, "",
                              204, "");
    CHECK(call.line == "DELETE /v1/containers/c/files/f");
    CHECK(call.accept == "*/*");
    CHECK(call.is("{}"));
    CHECK(wrong(DeleteContainerFileRequest{.container_id = "c"}) == "file_id");
}

TEST_CASE("RetrieveContainerFileContent: bytes of any type") {
    const std::string bytes("{\0\xff", 3);
    const operation_call call(DownloadContainerFileRequest{.container_id = "c", .file_id = "f"},
                              bytes);
    CHECK(call.line == "GET /v1/containers/c/files/f/content");
    CHECK(call.accept == "application/binary");
    REQUIRE(call.response);
    CHECK(call.response->data == bytes);
    CHECK(call.response->content_type == "application/json");
    CHECK(wrong(DownloadContainerFileRequest{.file_id = "f"}) == "container_id");
}

}  // namespace containers_tests
