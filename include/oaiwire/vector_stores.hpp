// Vector stores, their files and searches, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/vector_stores.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/poll.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVectorStoreFileBatchRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVectorStoreFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVectorStoreRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteVectorStoreFileResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteVectorStoreResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListVectorStoreFilesResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListVectorStoresResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateVectorStoreFileAttributesRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateVectorStoreRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreFileBatchObject>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreFileContentResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreFileObject>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreObject>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreSearchRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VectorStoreSearchResultsPage>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
