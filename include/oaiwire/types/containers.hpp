// Containers, in which the server runs code, and their files.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/response_shell.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: the expires_after member of a container.
struct ContainerExpiration {
    field<std::string> anchor{};    // "last_active_at"
    field<std::int64_t> minutes{};  // after the anchor
    extra_members extra{};
    friend bool operator==(const ContainerExpiration&, const ContainerExpiration&) = default;
};

// OpenAI: ContainerResource.
struct ContainerResource {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> status{};       // such as "running"
    field<std::string> name{};
    field<ContainerExpiration> expires_after{};
    field<std::int64_t> last_active_at{};  // Unix time in seconds
    field<std::string> memory_limit{};     // "1g", "4g", "16g" or "64g"
    field<NetworkPolicy> network_policy{};
    extra_members extra{};
    friend bool operator==(const ContainerResource&, const ContainerResource&) = default;
};

// POST /containers (OpenAI: CreateContainerBody). Response: ContainerResource.
struct CreateContainerRequest {
    std::string name{};
    field<ContainerExpiration> expires_after{};  // with both members
    field<std::vector<std::string>> file_ids{};  // of files to copy into the container
    field<std::string> memory_limit{};           // "1g" (default), "4g", "16g" or "64g"
    field<NetworkPolicy> network_policy{};
    field<std::vector<Skill>> skills{};
    extra_members extra{};
    friend bool operator==(const CreateContainerRequest&, const CreateContainerRequest&) = default;
};

// GET /containers/{container_id}. Response: ContainerResource.
struct RetrieveContainerRequest {
    path_parameter container_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveContainerRequest&,
                           const RetrieveContainerRequest&) = default;
};

// DELETE /containers/{container_id}. Response: DeletedContainer.
struct DeleteContainerRequest {
    path_parameter container_id{};
    extra_members extra{};
    friend bool operator==(const DeleteContainerRequest&, const DeleteContainerRequest&) = default;
};

// GET /containers. Response: ContainerList.
struct ListContainersRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 1..100, default 20
    field<std::string> name{};    // only containers of this name
    field<std::string> order{};   // "asc" or "desc"
    extra_members extra{};
    friend bool operator==(const ListContainersRequest&, const ListContainersRequest&) = default;
};

// OpenAI: ContainerListResource. A page of containers.
struct ContainerList {
    field<std::string> object{};
    std::vector<ContainerResource> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ContainerList&, const ContainerList&) = default;
};

// The response to DeleteContainerRequest and DeleteContainerFileRequest. Their document says
// nothing about it: an empty body sets no member.
struct DeletedContainer {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedContainer&, const DeletedContainer&) = default;
};

// OpenAI: ContainerFileResource.
struct ContainerFileResource {
    field<std::string> id{};
    field<std::string> object{};
    field<std::string> container_id{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::int64_t> bytes{};
    field<std::string> path{};    // in the container
    field<std::string> source{};  // "user" or "assistant"
    extra_members extra{};
    friend bool operator==(const ContainerFileResource&, const ContainerFileResource&) = default;
};

// POST /containers/{container_id}/files (OpenAI: CreateContainerFileBody). Either file, sent as
// multipart/form-data, or file_id, sent as JSON. Response: ContainerFileResource.
struct CreateContainerFileRequest {
    path_parameter container_id{};
    field<FileContent> file{};
    field<std::string> file_id{};  // of an uploaded file
    extra_members extra{};
    friend bool operator==(const CreateContainerFileRequest&,
                           const CreateContainerFileRequest&) = default;
};

// GET /containers/{container_id}/files/{file_id}. Response: ContainerFileResource.
struct RetrieveContainerFileRequest {
    path_parameter container_id{};
    path_parameter file_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveContainerFileRequest&,
                           const RetrieveContainerFileRequest&) = default;
};

// GET /containers/{container_id}/files. Response: ContainerFileList.
struct ListContainerFilesRequest {
    path_parameter container_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 1..100, default 20
    field<std::string> order{};   // "asc" or "desc"
    extra_members extra{};
    friend bool operator==(const ListContainerFilesRequest&,
                           const ListContainerFilesRequest&) = default;
};

// DELETE /containers/{container_id}/files/{file_id}. Response: DeletedContainer.
struct DeleteContainerFileRequest {
    path_parameter container_id{};
    path_parameter file_id{};
    extra_members extra{};
    friend bool operator==(const DeleteContainerFileRequest&,
                           const DeleteContainerFileRequest&) = default;
};

// GET /containers/{container_id}/files/{file_id}/content. Response: BinaryContent.
struct DownloadContainerFileRequest {
    path_parameter container_id{};
    path_parameter file_id{};
    extra_members extra{};
    friend bool operator==(const DownloadContainerFileRequest&,
                           const DownloadContainerFileRequest&) = default;
};

// OpenAI: ContainerFileListResource. A page of files.
struct ContainerFileList {
    field<std::string> object{};
    std::vector<ContainerFileResource> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ContainerFileList&, const ContainerFileList&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
