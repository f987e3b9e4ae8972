// Speech, transcriptions and translations, plain and streamed, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/audio.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<SpeechRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<SpeechStreamEvent>)
OAIWIRE_COMPILED(struct json::detail::describe<TranscriptTextDeltaEvent>)
OAIWIRE_COMPILED(struct json::detail::describe<TranscriptTextDoneEvent>)
OAIWIRE_COMPILED(struct json::detail::describe<Transcription>)
OAIWIRE_COMPILED(struct json::detail::describe<TranscriptionRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<TranscriptionSegment>)
OAIWIRE_COMPILED(struct json::detail::describe<TranscriptionStreamEvent>)
OAIWIRE_COMPILED(struct json::detail::describe<TranslationRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
