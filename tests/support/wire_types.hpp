// Every wire type there is, once: OAIWIRE_WIRE_TYPES(X) is X(JsonSchema) X(ResponseFormat) and so
// on. tests/types/basics.cpp compares the list with the headers.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

// clang-format off
#define OAIWIRE_WIRE_TYPES(X) \
    /* chat_request */ \
    X(JsonSchema) X(ResponseFormat) X(CustomVoice) X(AudioOptions) X(ModerationConfig) \
    X(ModerationPolicy) X(ModerationOptions) X(PredictionContent) X(PromptCacheOptions) \
    X(WebSearchLocation) X(WebSearchUserLocation) X(WebSearchOptions) X(ChatCompletionRequest) \
    /* chat_response */ \
    X(UrlCitation) X(Annotation) X(ChatCompletionAudio) X(ModerationResult) \
    X(ChatCompletionModerationResults) X(ChatCompletionModerationError) \
    X(ChatCompletionModeration) X(ChatCompletionMessage) X(ChatCompletionChoice) \
    X(ChatCompletion) X(ChatCompletionDelta) X(ChatCompletionChunkChoice) X(ChatCompletionChunk) \
    /* completion */ \
    X(CompletionRequest) X(CompletionChoice) X(Completion) \
    /* confidential */ \
    X(ConfidentialComputeRequest) X(ConfidentialComputeResponse) \
    /* content */ \
    X(PromptCacheBreakpoint) X(ContentPartText) X(ImageUrl) X(ContentPartImage) X(InputAudio) \
    X(ContentPartInputAudio) X(InputFile) X(ContentPartFile) X(ContentPartRefusal) \
    /* embeddings */ \
    X(Embedding) X(EmbeddingResponse) \
    /* error_body */ \
    X(ErrorObject) X(ErrorBody) \
    /* logprobs */ \
    X(TopLogprob) X(TokenLogprob) X(Logprobs) \
    /* message */ \
    X(DeveloperMessage) X(SystemMessage) X(UserMessage) X(AudioReference) X(AssistantMessage) \
    X(ToolMessage) X(FunctionMessage) \
    /* models */ \
    X(Model) X(ModelList) X(HealthResponse) \
    /* nodes */ \
    X(NodePublicAddressAssignment) X(NodesCreateRequest) X(NodesCreateResponse) \
    X(NodesCreateLockRequest) X(NodesCreateLockResponse) \
    /* tools */ \
    X(FunctionObject) X(FunctionTool) X(CustomToolTextFormat) X(Grammar) \
    X(CustomToolGrammarFormat) X(CustomToolObject) X(CustomTool) X(ToolName) X(NamedToolChoice) \
    X(NamedToolChoiceCustom) X(AllowedTools) X(AllowedToolsChoice) X(FunctionCall) \
    X(CustomToolCall) X(ToolCall) X(ToolCallChunk) \
    /* usage */ \
    X(PromptTokensDetails) X(CompletionTokensDetails) X(Usage) X(StreamOptions)
// clang-format on
