// The JSON functions for every wire type and what api/declare.hpp declares, instantiated: for one
// source file of a program whose others include declarations only. Nothing includes this header.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/api/declare.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/edits.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/moderations.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/proxy.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/search.hpp>
#include <oaiwire/types/stored_completions.hpp>
#include <oaiwire/types/stored_responses.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

#define OAIWIRE_INSTANTIATE(type) template struct detail::describe<type>;

OAIWIRE_INSTANTIATE(CancelResponseRequest)
OAIWIRE_INSTANTIATE(ChatCompletion)
OAIWIRE_INSTANTIATE(ChatCompletionChunk)
OAIWIRE_INSTANTIATE(ChatCompletionDeleted)
OAIWIRE_INSTANTIATE(ChatCompletionDelta)
OAIWIRE_INSTANTIATE(ChatCompletionList)
OAIWIRE_INSTANTIATE(ChatCompletionMessageList)
OAIWIRE_INSTANTIATE(ChatCompletionRequest)
OAIWIRE_INSTANTIATE(CompactResponseRequest)
OAIWIRE_INSTANTIATE(CompactedResponse)
OAIWIRE_INSTANTIATE(Completion)
OAIWIRE_INSTANTIATE(CompletionRequest)
OAIWIRE_INSTANTIATE(ConfidentialComputeRequest)
OAIWIRE_INSTANTIATE(ConfidentialComputeResponse)
OAIWIRE_INSTANTIATE(CountInputTokensRequest)
OAIWIRE_INSTANTIATE(DeleteModelRequest)
OAIWIRE_INSTANTIATE(DeleteModelResponse)
OAIWIRE_INSTANTIATE(DeleteResponseRequest)
OAIWIRE_INSTANTIATE(DeletedResponse)
OAIWIRE_INSTANTIATE(EditRequest)
OAIWIRE_INSTANTIATE(EditResponse)
OAIWIRE_INSTANTIATE(EmbeddingRequest)
OAIWIRE_INSTANTIATE(EmbeddingResponse)
OAIWIRE_INSTANTIATE(EngineEmbeddingRequest)
OAIWIRE_INSTANTIATE(ErrorBody)
OAIWIRE_INSTANTIATE(HealthRequest)
OAIWIRE_INSTANTIATE(HealthResponse)
OAIWIRE_INSTANTIATE(Image)
OAIWIRE_INSTANTIATE(ImageEditRequest)
OAIWIRE_INSTANTIATE(ImageGenerationRequest)
OAIWIRE_INSTANTIATE(ImageStreamEvent)
OAIWIRE_INSTANTIATE(ImageVariationRequest)
OAIWIRE_INSTANTIATE(ImagesResponse)
OAIWIRE_INSTANTIATE(InputTokenCount)
OAIWIRE_INSTANTIATE(ListModelsRequest)
OAIWIRE_INSTANTIATE(ListOpenRouterModelsRequest)
OAIWIRE_INSTANTIATE(Model)
OAIWIRE_INSTANTIATE(ModelList)
OAIWIRE_INSTANTIATE(ModerationRequest)
OAIWIRE_INSTANTIATE(ModerationResponse)
OAIWIRE_INSTANTIATE(NodePublicAddressAssignment)
OAIWIRE_INSTANTIATE(NodesCreateLockRequest)
OAIWIRE_INSTANTIATE(NodesCreateLockResponse)
OAIWIRE_INSTANTIATE(NodesCreateRequest)
OAIWIRE_INSTANTIATE(NodesCreateResponse)
OAIWIRE_INSTANTIATE(ProxyRequest)
OAIWIRE_INSTANTIATE(Response)
OAIWIRE_INSTANTIATE(ResponseItem)
OAIWIRE_INSTANTIATE(ResponseItemList)
OAIWIRE_INSTANTIATE(ResponseRequest)
OAIWIRE_INSTANTIATE(ResponseStreamEvent)
OAIWIRE_INSTANTIATE(RetrieveModelRequest)
OAIWIRE_INSTANTIATE(RetrieveResponseRequest)
OAIWIRE_INSTANTIATE(SearchRequest)
OAIWIRE_INSTANTIATE(SearchResponse)
OAIWIRE_INSTANTIATE(SpeechRequest)
OAIWIRE_INSTANTIATE(SpeechStreamEvent)
OAIWIRE_INSTANTIATE(TranscriptTextDeltaEvent)
OAIWIRE_INSTANTIATE(TranscriptTextDoneEvent)
OAIWIRE_INSTANTIATE(Transcription)
OAIWIRE_INSTANTIATE(TranscriptionRequest)
OAIWIRE_INSTANTIATE(TranscriptionSegment)
OAIWIRE_INSTANTIATE(TranscriptionStreamEvent)
OAIWIRE_INSTANTIATE(TranslationRequest)
OAIWIRE_INSTANTIATE(UpdateChatCompletionRequest)
OAIWIRE_INSTANTIATE(Usage)
OAIWIRE_INSTANTIATE(raw_json)

#undef OAIWIRE_INSTANTIATE

}  // namespace oaiwire::inline OAIWIRE_ABI::json

namespace oaiwire::inline OAIWIRE_ABI {

#define OAIWIRE_INSTANTIATE(type) \
    template result<void> write_form<type>(const type&, const extra_members&, bool, http::request&);

OAIWIRE_INSTANTIATE(ImageEditRequest)
OAIWIRE_INSTANTIATE(ImageVariationRequest)
OAIWIRE_INSTANTIATE(TranscriptionRequest)
OAIWIRE_INSTANTIATE(TranslationRequest)

#undef OAIWIRE_INSTANTIATE

// what api/declare.hpp says is here
template class accumulator<ChatCompletionChunk>;
template class stream_decoder<ChatCompletionChunk>;
template class stream_decoder<Completion>;
template class stream_decoder<ResponseStreamEvent>;
template class exchange<ChatCompletionRequest>;
template class exchange<CompletionRequest>;
template class exchange<ResponseRequest>;

}  // namespace oaiwire::inline OAIWIRE_ABI
