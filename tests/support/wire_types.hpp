// Every wire type there is, once: OAIWIRE_WIRE_TYPES(X) is X(JsonSchema) X(ResponseFormat) and so
// on. tests/types/basics.cpp compares the list with the headers.
#pragma once

#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/edits.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/moderations.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/proxy.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/response_shell.hpp>
#include <oaiwire/types/search.hpp>
#include <oaiwire/types/stored_completions.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

// clang-format off
#define OAIWIRE_WIRE_TYPES(X) \
    /* audio */ \
    X(SpeechRequest) X(AudioUsage) X(SpeechAudioDeltaEvent) X(SpeechAudioDoneEvent) \
    X(TranscriptionRequest) X(TranslationRequest) X(TranscriptionWord) X(TranscriptionSegment) \
    X(TranscriptionLogprob) X(Transcription) X(TranscriptTextDeltaEvent) \
    X(TranscriptTextSegmentEvent) X(TranscriptTextDoneEvent) \
    /* chat_request */ \
    X(JsonSchema) X(ResponseFormat) X(CustomVoice) X(AudioOptions) X(ModerationConfig) \
    X(ModerationPolicy) X(ModerationOptions) X(PredictionContent) X(PromptCacheOptions) \
    X(WebSearchLocation) X(WebSearchUserLocation) X(WebSearchOptions) X(ChatCompletionRequest) \
    /* chat_response */ \
    X(UrlCitation) X(Annotation) X(ChatCompletionAudio) X(ModerationResultBody) \
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
    /* edits */ \
    X(EditRequest) X(EditChoice) X(EditResponse) \
    /* embeddings */ \
    X(EmbeddingRequest) X(EngineEmbeddingRequest) X(Embedding) X(EmbeddingResponse) \
    /* error_body */ \
    X(ErrorObject) X(ErrorBody) \
    /* images */ \
    X(ImageGenerationRequest) X(ImageEditRequest) X(ImageVariationRequest) X(Image) \
    X(ImageTokensDetails) X(ImageUsage) X(ImagesResponse) X(ImagePartialEvent) \
    X(ImageCompletedEvent) X(ImageChunkData) X(ImageChunk) \
    /* logprobs */ \
    X(TopLogprob) X(TokenLogprob) X(Logprobs) \
    /* message */ \
    X(DeveloperMessage) X(SystemMessage) X(UserMessage) X(AudioReference) X(AssistantMessage) \
    X(ToolMessage) X(FunctionMessage) \
    /* models */ \
    X(Model) X(ModelList) X(HealthResponse) X(DeleteModelResponse) \
    /* moderations */ \
    X(ModerationCategories) X(ModerationCategoryScores) X(ModerationInputTypes) \
    X(ModerationRequest) X(ModerationResult) X(ModerationResponse) \
    /* nodes */ \
    X(NodePublicAddressAssignment) X(NodesCreateRequest) X(NodesCreateResponse) \
    X(NodesCreateLockRequest) X(NodesCreateLockResponse) \
    /* proxy */ \
    X(ProxyRequest) \
    /* response */ \
    X(IncompleteDetails) X(ResponseBilling) X(ResponseUsage) X(Response) \
    /* response_events */ \
    X(ResponseLifecycleEvent) X(ResponseItemEvent) X(ResponsePartEvent) X(ResponseDelta) \
    X(ResponseDeltaEvent) X(ResponseDoneEvent) X(ResponseAnnotationEvent) X(ResponseToolEvent) \
    X(ResponseErrorEvent) \
    /* response_items */ \
    X(InputTextContent) X(InputImageContent) X(InputFileContent) X(InputAudioContent) \
    X(ResponseAnnotation) X(OutputTextContent) X(RefusalContent) X(ReasoningTextContent) \
    X(SummaryTextContent) X(ResponseMessage) X(FunctionToolCall) X(FunctionToolCallOutput) \
    X(ReasoningItem) X(ResponseCustomToolCall) X(ResponseCustomToolCallOutput) \
    X(WebSearchToolCall) X(FileSearchToolCall) X(ComputerToolCall) X(CodeInterpreterToolCall) \
    X(ImageGenToolCall) X(MCPToolCall) \
    /* response_request */ \
    X(ResponseFunctionTool) X(ResponseCustomTool) X(ToolChoiceFunction) X(ToolChoiceCustom) \
    X(ToolChoiceAllowed) X(ResponseTextFormat) X(ResponseTextParam) X(Reasoning) \
    X(ResponsePrompt) X(ResponseConversation) X(ResponseRequest) X(DeletedResponse) \
    /* response_shell */ \
    X(DomainSecret) X(NetworkPolicy) X(SkillSource) X(Skill) X(ToolEnvironment) X(ShellAction) \
    X(ShellToolCall) X(ShellOutcome) X(ShellOutput) X(ShellToolCallOutput) X(LocalShellAction) \
    X(LocalShellToolCall) X(LocalShellToolCallOutput) X(PatchOperation) X(ApplyPatchToolCall) \
    X(ApplyPatchToolCallOutput) \
    /* search */ \
    X(SearchParameters) X(SearchResponse) \
    /* stored_completions */ \
    X(UpdateChatCompletionRequest) X(ChatCompletionList) X(ChatCompletionMessageList) \
    X(ChatCompletionDeleted) \
    /* tools */ \
    X(FunctionObject) X(FunctionTool) X(CustomToolTextFormat) X(Grammar) \
    X(CustomToolGrammarFormat) X(CustomToolObject) X(CustomTool) X(ToolName) X(NamedToolChoice) \
    X(NamedToolChoiceCustom) X(AllowedTools) X(AllowedToolsChoice) X(FunctionCall) \
    X(CustomToolCall) X(ToolCall) X(ToolCallChunk) X(ToolCaller) \
    /* usage */ \
    X(PromptTokensDetails) X(CompletionTokensDetails) X(Usage) X(StreamOptions)
// clang-format on
