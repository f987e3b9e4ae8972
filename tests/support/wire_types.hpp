// A list of all wire types: OAIWIRE_WIRE_TYPES(X) is X(JsonSchema) X(ResponseFormat) and so on.
// tests/types/basics.cpp compares it with the headers.
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
#include <oaiwire/types/search.hpp>
#include <oaiwire/types/stored_completions.hpp>
#include <oaiwire/types/stored_responses.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

// clang-format off
#define OAIWIRE_WIRE_TYPES(X) \
    /* audio */ \
    X(SpeechRequest) X(AudioTokensDetails) X(AudioUsage) X(SpeechAudioDeltaEvent) \
    X(SpeechAudioDoneEvent) X(VadConfig) X(TranscriptionRequest) X(TranslationRequest) \
    X(TranscriptionWord) X(TranscriptionSegment) X(TranscriptionLanguage) X(TranscriptionLogprob) \
    X(Transcription) X(TranscriptTextDeltaEvent) X(TranscriptTextSegmentEvent) \
    X(TranscriptTextDoneEvent) \
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
    X(MisalignmentSteer) X(Misalignment) X(ErrorObject) X(ErrorBody) \
    /* images */ \
    X(SvgOptions) X(ImageGenerationRequest) X(ImageEditRequest) X(ImageVariationRequest) X(Image) \
    X(ImageTokensDetails) X(CachedImageTokensDetails) X(ImageUsage) X(SvgUsage) X(ImagesResponse) \
    X(ImagePartialEvent) X(ImageCompletedEvent) X(ImageChunkData) X(ImageChunk) \
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
    X(IncompleteDetails) X(ResponseBilling) X(InputTransformation) X(ResponseModeration) \
    X(PromptCacheDiagnostics) X(WebSearchUsage) X(ResponseToolUsage) X(ResponseUsage) X(Response) \
    /* response_calls */ \
    X(WebSearchSource) X(WebSearchAction) X(WebSearchToolCall) X(FileSearchResult) \
    X(FileSearchToolCall) X(CodeInterpreterOutput) X(CodeInterpreterToolCall) \
    X(ModerationDetails) X(ImageGenError) X(ImageGenToolCall) X(MCPError) X(MCPToolCall) \
    X(MCPApprovalResponse) X(MCPListedTool) X(MCPListTools) \
    /* response_computer */ \
    X(ScreenPoint) X(ComputerAction) X(SafetyCheck) X(ComputerToolCall) X(ComputerScreenshot) \
    X(ComputerToolCallOutput) \
    /* response_content */ \
    X(InputTextContent) X(InputImageContent) X(InputFileContent) X(ComputerScreenshotContent) \
    X(InputAudioContent) \
    X(ResponseAnnotation) X(OutputTextContent) X(RefusalContent) X(ReasoningTextContent) \
    X(SummaryTextContent) \
    /* response_events */ \
    X(ResponseLifecycleEvent) X(ResponseItemEvent) X(ResponsePartEvent) X(ResponseDelta) \
    X(ResponseDeltaEvent) X(ResponseDoneEvent) X(ResponseAnnotationEvent) X(ResponseToolEvent) \
    X(ResponseErrorEvent) \
    /* response_items */ \
    X(ResponseMessage) X(FunctionToolCall) X(FunctionToolCallOutput) X(ReasoningItem) \
    X(ResponseCustomToolCall) X(ResponseCustomToolCallOutput) X(ToolSearchCall) \
    X(ToolSearchOutput) X(AdditionalTools) X(ConfigurationUpdate) X(CompactionItem) \
    X(ItemReference) X(ProgramItem) \
    /* response_request */ \
    X(ResponseRequest) \
    /* response_settings */ \
    X(ResponseTextFormat) X(ResponseTextParam) X(Reasoning) X(ResponsePrompt) \
    X(ResponseConversation) X(AccessPrograms) X(BackgroundOptions) X(ContextManagement) \
    X(ImageContextOptions) \
    /* response_shell */ \
    X(DomainSecret) X(NetworkPolicy) X(SkillSource) X(Skill) X(ToolEnvironment) X(ShellAction) \
    X(ShellToolCall) X(ShellOutcome) X(ShellOutput) X(ShellToolCallOutput) X(LocalShellAction) \
    X(LocalShellToolCall) X(LocalShellToolCallOutput) X(PatchOperation) X(ApplyPatchToolCall) \
    X(ApplyPatchToolCallOutput) \
    /* response_tools */ \
    X(ResponseFunctionTool) X(ResponseToolFormat) X(ResponseCustomTool) X(NamespaceTool) \
    X(ToolSearchTool) X(WebSearchFilters) X(ApproximateLocation) X(WebSearchTool) \
    X(FileSearchFilter) X(HybridSearch) X(FileSearchRanking) X(FileSearchTool) X(ComputerTool) \
    X(MCPToolFilter) X(MCPApprovalFilter) X(MCPTool) X(CodeInterpreterTool) X(ImageMask) \
    X(ImageGenerationTool) X(ShellTool) X(BuiltInTool) X(ToolChoiceFunction) X(ToolChoiceCustom) \
    X(ToolChoiceAllowed) X(ToolChoiceHosted) \
    /* search */ \
    X(SearchParameters) X(SearchResponse) \
    /* stored_completions */ \
    X(UpdateChatCompletionRequest) X(ChatCompletionList) X(ChatCompletionMessageList) \
    X(ChatCompletionDeleted) \
    /* stored_responses */ \
    X(DeletedResponse) X(ResponseItemList) X(CompactResponseRequest) X(CompactedResponse) \
    X(CountInputTokensRequest) X(InputTokenCount) \
    /* tools */ \
    X(FunctionObject) X(FunctionTool) X(CustomToolTextFormat) X(Grammar) \
    X(CustomToolGrammarFormat) X(CustomToolObject) X(CustomTool) X(ToolName) X(NamedToolChoice) \
    X(NamedToolChoiceCustom) X(AllowedTools) X(AllowedToolsChoice) X(FunctionCall) \
    X(CustomToolCall) X(ToolCall) X(ToolCallChunk) X(ToolCaller) \
    /* usage */ \
    X(CacheWriteTokensDetails) X(PromptTokensDetails) X(CompletionTokensDetails) X(Usage) \
    X(StreamOptions)
// clang-format on
