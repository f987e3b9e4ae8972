// Images, plain and streamed, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/images.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<Image>)
OAIWIRE_COMPILED(struct json::detail::describe<ImageEditRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<ImageGenerationRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<ImageStreamEvent>)
OAIWIRE_COMPILED(struct json::detail::describe<ImageVariationRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<ImagesResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
