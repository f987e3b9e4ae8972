// Uploads of large files in parts, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/uploads.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/api/upload_file.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<AddUploadPartRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CompleteUploadRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateUploadRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<Upload>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UploadPart>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
