// Files, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/files.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/poll.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateFileRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteFileResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<File>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListFilesResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
