// Containers: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/download.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/types/containers.hpp>
#include <oaiwire/types/extra_members.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <utility>

#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Reads the body of a deletion. What is not JSON, as an empty body, sets no member.
void read_deleted(DeletedContainer& to, std::string_view body);

// Without bytes, the request is JSON.
result<bool> write_file_id(const CreateContainerFileRequest& r, const extra_members& more,
                           http::request& out);

}  // namespace detail

// A new container.
template <>
struct operation_of<CreateContainerRequest> : post_operation<ContainerResource> {
    static constexpr std::string_view id = "CreateContainer";
    static constexpr std::string_view path = "/containers";
};

// The containers of the project, by page.
template <>
struct operation_of<ListContainersRequest> : list_operation<ContainerList> {
    static constexpr std::string_view id = "ListContainers";
    static constexpr std::string_view path = "/containers";
};

// A container by its id.
template <>
struct operation_of<RetrieveContainerRequest> : get_operation<ContainerResource> {
    static constexpr std::string_view id = "RetrieveContainer";
    static constexpr std::string_view path = "/containers/{container_id}";
};

// Deletes a container with its files. The response may be empty.
template <>
struct operation_of<DeleteContainerRequest> : delete_operation<DeletedContainer> {
    static constexpr std::string_view id = "DeleteContainer";
    static constexpr std::string_view path = "/containers/{container_id}";
    static constexpr std::string_view accept = "*/*";
    static constexpr bool any_content = true;
    static void take_text(DeletedContainer& to, std::string&& body, std::string_view) {
        detail::read_deleted(to, body);
    }
};

// A file in a container: the bytes, sent as a form, or a copy of an uploaded file, as JSON.
template <>
struct operation_of<CreateContainerFileRequest> : post_operation<ContainerFileResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateContainerFile";
    static constexpr std::string_view path = "/containers/{container_id}/files";
    static constexpr std::string_view other_type = "application/json";
    static result<bool> write_other(const CreateContainerFileRequest& r, const extra_members& more,
                                    http::request& out) {
        return detail::write_file_id(r, more, out);
    }
};

// The files of a container, by page.
template <>
struct operation_of<ListContainerFilesRequest> : list_operation<ContainerFileList> {
    static constexpr std::string_view id = "ListContainerFiles";
    static constexpr std::string_view path = "/containers/{container_id}/files";
};

// A file by its id, without its content.
template <>
struct operation_of<RetrieveContainerFileRequest> : get_operation<ContainerFileResource> {
    static constexpr std::string_view id = "RetrieveContainerFile";
    static constexpr std::string_view path = "/containers/{container_id}/files/{file_id}";
};

// Deletes a file. The response may be empty.
template <>
struct operation_of<DeleteContainerFileRequest> : delete_operation<DeletedContainer> {
    static constexpr std::string_view id = "DeleteContainerFile";
    static constexpr std::string_view path = "/containers/{container_id}/files/{file_id}";
    static constexpr std::string_view accept = "*/*";
    static constexpr bool any_content = true;
    static void take_text(DeletedContainer& to, std::string&& body, std::string_view) {
        detail::read_deleted(to, body);
    }
};

// The content of a file. See download_operation.
template <>
struct operation_of<DownloadContainerFileRequest> : download_operation<> {
    static constexpr std::string_view id = "RetrieveContainerFileContent";
    static constexpr std::string_view path = "/containers/{container_id}/files/{file_id}/content";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateContainerRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListContainersRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveContainerRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteContainerRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateContainerFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListContainerFilesRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveContainerFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteContainerFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadContainerFileRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE void read_deleted(DeletedContainer& to,
                                                       std::string_view body) {
    auto read = json::read<DeletedContainer>(body);
    if (read) to = *std::move(read);
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE result<bool> write_file_id(const CreateContainerFileRequest& r,
                                                                const extra_members& more,
                                                                http::request& out) {
    if (r.file) return false;
    out.headers.set("Content-Type", "application/json");
    auto done = json::write(r, out.body);
    if (done) done = add_members(more, out.body);
    if (!done) return std::move(done).error();
    return true;
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateContainerRequest& r) {
    detail::validator v;
    v.text(r.name, "name");
    if (r.expires_after) {
        const auto& after = *r.expires_after;
        v.check(after.anchor.has_value(), "expires_after.anchor", "must be set");
        v.check(after.minutes && *after.minutes >= 1, "expires_after.minutes",
                "must be at least 1");
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListContainersRequest& r) {
    detail::validator v;
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveContainerRequest& r) {
    return detail::text_rule(r.container_id, "container_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteContainerRequest& r) {
    return detail::text_rule(r.container_id, "container_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateContainerFileRequest& r) {
    detail::validator v;
    v.text(r.container_id, "container_id");
    v.check(r.file.has_value() != r.file_id.has_value(), "file", "must be set, or file_id");
    if (r.file) v.file(*r.file, "file");
    if (r.file_id) v.text(*r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListContainerFilesRequest& r) {
    detail::validator v;
    v.text(r.container_id, "container_id");
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveContainerFileRequest& r) {
    detail::validator v;
    v.text(r.container_id, "container_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteContainerFileRequest& r) {
    detail::validator v;
    v.text(r.container_id, "container_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadContainerFileRequest& r) {
    detail::validator v;
    v.text(r.container_id, "container_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
