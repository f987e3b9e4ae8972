// The operations of OpenAI, Atoma and R9S that are this protocol: a table of what each request's
// type stands for. Knows no state and no bytes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/edits.hpp>
#include <oaiwire/types/embeddings.hpp>
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

namespace oaiwire::inline OAIWIRE_ABI {

template <>
struct operation_of<ChatCompletionRequest> : post_operation<ChatCompletion> {
    using chunk = ChatCompletionChunk;
    static constexpr std::string_view id = "createChatCompletion";
    static constexpr std::string_view path = "/chat/completions";
};

namespace detail {

// Which page of a list is asked for.
template <class Request>
void append_page(std::string& target, const Request& request) {
    if (request.after) http::append_query(target, "after", *request.after);
    if (request.limit) http::append_query(target, "limit", std::to_string(*request.limit));
    if (request.order) http::append_query(target, "order", *request.order);
}

// One chat completion that is kept.
template <class Request>
struct kept_completion {
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target, const Request& request) {
        return http::append_path_segment(target, request.completion_id);
    }
};

}  // namespace detail

template <>
struct operation_of<ListChatCompletionsRequest> : get_operation<ChatCompletionList> {
    static constexpr std::string_view id = "listChatCompletions";
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target, const ListChatCompletionsRequest& request) {
        if (request.model) http::append_query(target, "model", *request.model);
        for (const auto& [name, value] : request.metadata) {
            http::append_query(target, "metadata[" + name + "]", value);
        }
        detail::append_page(target, request);
        return {};
    }
};

template <>
struct operation_of<RetrieveChatCompletionRequest>
    : get_operation<ChatCompletion>, detail::kept_completion<RetrieveChatCompletionRequest> {
    static constexpr std::string_view id = "getChatCompletion";
};

template <>
struct operation_of<UpdateChatCompletionRequest>
    : post_operation<ChatCompletion>, detail::kept_completion<UpdateChatCompletionRequest> {
    static constexpr std::string_view id = "updateChatCompletion";
};

template <>
struct operation_of<DeleteChatCompletionRequest>
    : get_operation<ChatCompletionDeleted>, detail::kept_completion<DeleteChatCompletionRequest> {
    static constexpr std::string_view id = "deleteChatCompletion";
    static constexpr std::string_view method = "DELETE";
};

template <>
struct operation_of<ListChatCompletionMessagesRequest> : get_operation<ChatCompletionMessageList> {
    static constexpr std::string_view id = "getChatCompletionMessages";
    static constexpr std::string_view path = "/chat/completions";
    static result<void> complete(std::string& target,
                                 const ListChatCompletionMessagesRequest& request) {
        auto done = http::append_path_segment(target, request.completion_id);
        if (!done) return done;
        target.append("/messages");
        detail::append_page(target, request);
        return done;
    }
};

template <>
struct operation_of<CompletionRequest> : post_operation<Completion> {
    using chunk = CompletionChunk;
    static constexpr std::string_view id = "createCompletion";
    static constexpr std::string_view path = "/completions";
};

template <>
struct operation_of<EditRequest> : post_operation<EditResponse> {
    static constexpr std::string_view id = "createEdit";
    static constexpr std::string_view path = "/edits";
};

template <>
struct operation_of<EmbeddingRequest> : post_operation<EmbeddingResponse> {
    static constexpr std::string_view id = "createEmbedding";
    static constexpr std::string_view path = "/embeddings";
};

template <>
struct operation_of<EngineEmbeddingRequest> : post_operation<EmbeddingResponse> {
    static constexpr std::string_view id = "createEngineEmbedding";
    static constexpr bool beside_deployments = true;
    static constexpr std::string_view path = "/engines";
    static result<void> complete(std::string& target, const EngineEmbeddingRequest& request) {
        auto done = http::append_path_segment(target, request.model);
        if (done) target.append("/embeddings");
        return done;
    }
};

template <>
struct operation_of<ImageGenerationRequest> : post_operation<ImagesResponse> {
    using chunk = ImageStreamEvent;
    static constexpr std::string_view id = "createImageGeneration";
    static constexpr std::string_view path = "/images/generations";
};

template <>
struct operation_of<ImageEditRequest> : post_operation<ImagesResponse> {
    using chunk = ImageStreamEvent;
    static constexpr std::string_view id = "createImageEdit";
    static constexpr std::string_view path = "/images/edits";
    static constexpr bool has_form = true;
};

template <>
struct operation_of<ImageVariationRequest> : post_operation<ImagesResponse> {
    static constexpr std::string_view id = "createImageVariation";
    static constexpr std::string_view path = "/images/variations";
    static constexpr bool has_form = true;
};

template <>
struct operation_of<ModerationRequest> : post_operation<ModerationResponse> {
    static constexpr std::string_view id = "createModeration";
    static constexpr std::string_view path = "/moderations";
};

// Plain: the audio, whole. Streamed: its bytes as they come, which are not kept.
template <>
struct operation_of<SpeechRequest> : post_operation<Speech> {
    using chunk = std::string_view;
    static constexpr std::string_view id = "createAudioSpeech";
    static constexpr std::string_view path = "/audio/speech";
    static constexpr std::string_view accept = "*/*";
    static void take_text(Speech& to, std::string&& body, std::string_view content_type) {
        to.audio = std::move(body);
        to.content_type = content_type;
    }
};

namespace detail {

// Formats other than JSON are answered with the transcript itself.
template <class Request>
struct transcript_operation : post_operation<Transcription> {
    static constexpr bool has_form = true;
    static constexpr std::string_view accept = "*/*";
    static void take_text(Transcription& to, std::string&& body, std::string_view) {
        to.text = std::move(body);
    }
    static bool wants_text(const Request& request) {
        if (!request.response_format) return false;
        const auto format = request.response_format->known();
        return format == TranscriptionFormat::text || format == TranscriptionFormat::srt ||
               format == TranscriptionFormat::vtt;
    }
};

}  // namespace detail

template <>
struct operation_of<TranscriptionRequest> : detail::transcript_operation<TranscriptionRequest> {
    using chunk = TranscriptionStreamEvent;
    static constexpr std::string_view id = "createAudioTranscription";
    static constexpr std::string_view path = "/audio/transcriptions";
};

template <>
struct operation_of<TranslationRequest> : detail::transcript_operation<TranslationRequest> {
    static constexpr std::string_view id = "createAudioTranslation";
    static constexpr std::string_view path = "/audio/translations";
};

template <>
struct operation_of<ResponseRequest> : post_operation<Response> {
    using chunk = ResponseStreamEvent;
    static constexpr std::string_view id = "createResponse";
    static constexpr bool beside_deployments = true;
    static constexpr std::string_view path = "/responses";
};

namespace detail {

inline void append_include(std::string& target, const field<std::vector<std::string>>& include) {
    if (!include) return;
    for (const auto& name : *include) http::append_query(target, "include[]", name);
}

}  // namespace detail

// Streamed, its events again, or those after one of them: a response that was made in the
// background can be taken up where a connection was lost.
template <>
struct operation_of<RetrieveResponseRequest> : get_operation<Response> {
    using chunk = ResponseStreamEvent;
    static constexpr std::string_view id = "getResponse";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const RetrieveResponseRequest& request,
                                 bool streamed) {
        auto done = http::append_path_segment(target, request.response_id);
        if (!done) return done;
        detail::append_include(target, request.include);
        if (!streamed) return done;
        http::append_query(target, "stream", "true");
        if (request.include_obfuscation) {
            http::append_query(target, "include_obfuscation",
                               *request.include_obfuscation ? "true" : "false");
        }
        if (request.starting_after) {
            http::append_query(target, "starting_after", std::to_string(*request.starting_after));
        }
        return done;
    }
};

template <>
struct operation_of<ListInputItemsRequest> : get_operation<ResponseItemList> {
    static constexpr std::string_view id = "listInputItems";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const ListInputItemsRequest& request) {
        auto done = http::append_path_segment(target, request.response_id);
        if (!done) return done;
        target.append("/input_items");
        detail::append_include(target, request.include);
        detail::append_page(target, request);
        return done;
    }
};

template <>
struct operation_of<CompactResponseRequest> : post_operation<CompactedResponse> {
    static constexpr std::string_view id = "Compactconversation";
    static constexpr bool beside_deployments = true;
    static constexpr std::string_view path = "/responses/compact";
};

template <>
struct operation_of<CountInputTokensRequest> : post_operation<InputTokenCount> {
    static constexpr std::string_view id = "Getinputtokencounts";
    static constexpr bool beside_deployments = true;
    static constexpr std::string_view path = "/responses/input_tokens";
};

template <>
struct operation_of<DeleteResponseRequest> : get_operation<DeletedResponse> {
    static constexpr std::string_view id = "deleteResponse";
    static constexpr std::string_view method = "DELETE";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const DeleteResponseRequest& request) {
        return http::append_path_segment(target, request.response_id);
    }
};

template <>
struct operation_of<CancelResponseRequest> : get_operation<Response> {
    static constexpr std::string_view id = "cancelResponse";
    static constexpr std::string_view method = "POST";
    static constexpr std::string_view path = "/responses";
    static result<void> complete(std::string& target, const CancelResponseRequest& request) {
        auto done = http::append_path_segment(target, request.response_id);
        if (done) target.append("/cancel");
        return done;
    }
};

template <>
struct operation_of<SearchRequest> : post_operation<SearchResponse> {
    static constexpr std::string_view id = "createSearch";
    static constexpr std::string_view path = "/search";
};

template <>
struct operation_of<ProxyRequest> : post_operation<raw_json> {
    static constexpr std::string_view id = "createProxyRequest";
    static constexpr std::string_view path = "/nextrouter/proxy";
    static result<void> complete(std::string& target, const ProxyRequest& request) {
        auto done = http::append_path_segment(target, request.channelid);
        return done ? http::append_path_segment(target, request.target) : std::move(done);
    }
};

template <>
struct operation_of<ListModelsRequest> : get_operation<ModelList> {
    static constexpr std::string_view id = "listModels";
    static constexpr std::string_view path = "/models";
};

template <>
struct operation_of<RetrieveModelRequest> : get_operation<Model> {
    static constexpr std::string_view id = "retrieveModel";
    static constexpr std::string_view path = "/models";
    static result<void> complete(std::string& target, const RetrieveModelRequest& request) {
        return http::append_path_segment(target, request.model);
    }
};

template <>
struct operation_of<DeleteModelRequest> : get_operation<DeleteModelResponse> {
    static constexpr std::string_view id = "deleteModel";
    static constexpr std::string_view method = "DELETE";
    static constexpr std::string_view path = "/models";
    static result<void> complete(std::string& target, const DeleteModelRequest& request) {
        return http::append_path_segment(target, request.model);
    }
};

template <>
struct operation_of<ListOpenRouterModelsRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "open_router_models_list";
    static constexpr std::string_view path = "/open_router/models";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
};

template <>
struct operation_of<NodesCreateRequest> : post_operation<NodesCreateResponse> {
    static constexpr std::string_view id = "nodes_create";
    static constexpr std::string_view path = "/nodes";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
};

template <>
struct operation_of<NodesCreateLockRequest> : post_operation<NodesCreateLockResponse> {
    static constexpr std::string_view id = "nodes_create_lock";
    static constexpr bool beside_deployments = true;
    static constexpr std::string_view path = "/nodes/lock";
};

template <>
struct operation_of<HealthRequest> : get_operation<HealthResponse> {
    static constexpr std::string_view id = "health";
    static constexpr std::string_view path = "/health";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
    static constexpr bool at_root = true;
};

// Names of operations that share their request's type with another:
// `api.create<operations::confidential_embeddings>(sealed)`.
namespace operations {

struct speech_events {};  // SpeechRequest, answered in events; set stream_format to sse
struct confidential_chat_completions {};
struct confidential_completions {};
struct confidential_embeddings {};
struct confidential_images {};

}  // namespace operations

template <>
struct operation_of<operations::speech_events> : post_operation<Speech> {
    using request = SpeechRequest;
    using chunk = SpeechStreamEvent;
    static constexpr std::string_view id = "createSpeech";
    static constexpr std::string_view path = "/audio/speech";
};

namespace detail {

struct sealed_operation : post_operation<ConfidentialComputeResponse> {
    using request = ConfidentialComputeRequest;
};

}  // namespace detail

template <>
struct operation_of<operations::confidential_chat_completions> : detail::sealed_operation {
    using chunk = ConfidentialComputeResponse;
    static constexpr std::string_view id = "confidential_chat_completions_create";
    static constexpr std::string_view path = "/confidential/chat/completions";
};

template <>
struct operation_of<operations::confidential_completions> : detail::sealed_operation {
    using chunk = ConfidentialComputeResponse;
    static constexpr std::string_view id = "confidential_completions_create";
    static constexpr std::string_view path = "/confidential/completions";
};

template <>
struct operation_of<operations::confidential_embeddings> : detail::sealed_operation {
    static constexpr std::string_view id = "confidential_embeddings_create";
    static constexpr std::string_view path = "/confidential/embeddings";
};

template <>
struct operation_of<operations::confidential_images> : detail::sealed_operation {
    static constexpr std::string_view id = "confidential_image_generations_create";
    static constexpr std::string_view path = "/confidential/images/generations";
};

}  // namespace oaiwire::inline OAIWIRE_ABI
