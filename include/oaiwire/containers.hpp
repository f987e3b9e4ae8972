// Containers and their files, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/containers.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ContainerFileList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ContainerFileResource>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ContainerList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ContainerResource>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateContainerFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateContainerRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteContainerFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteContainerRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedContainer>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DownloadContainerFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListContainerFilesRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListContainersRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveContainerFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveContainerRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
