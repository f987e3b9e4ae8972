// Videos and their characters, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/videos.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVideoCharacterRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedVideo>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DownloadVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EditVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ExtendVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListVideosRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RemixVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveVideoCharacterRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveVideoRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VideoCharacter>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VideoList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VideoResource>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
