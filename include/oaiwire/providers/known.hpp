// The providers that the library knows, each with the source of what it says and the day when that
// was read.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/providers/provider.hpp>

namespace oaiwire { inline namespace v0_2 { namespace providers {

// OpenAI.
inline constexpr provider openai{
    .name = "OpenAI",
    .base_url = "https://api.openai.com/v1",
    .key_variable = "OPENAI_API_KEY",
    .base_url_variable = "OPENAI_BASE_URL",
    .organization_variable = "OPENAI_ORG_ID",
    .project_variable = "OPENAI_PROJECT_ID",
    .quirks = {.ranges = range_document::openai},
    .source = "https://github.com/openai/openai-node/blob/master/src/client.ts",
    .checked = "2026-11-29"};

// health and nodes_create are sent without a key. Its nodes reuse one nonce for all events of a
// confidential stream: see confidential::nonce_policy.
inline constexpr provider atoma{.name = "Atoma",
                                .base_url = "https://api.atoma.network/v1",
                                .key_variable = "ATOMASDK_BEARER_AUTH",
                                .quirks = {.content_in_every_message = true,
                                           .one_text_to_embed = true,
                                           .image_size_required = true},
                                .source = "https://github.com/atoma-network/atoma-docs",
                                .checked = "2025-09-17"};

// Its SDKs disagree about /edits, /engines, /search and /nextrouter: the Python SDK has them below
// /v1, as here, the TypeScript SDK beside it. Set call_options::base_url for the latter.
inline constexpr provider r9s{.name = "R9S",
                              .base_url = "https://api.r9s.ai/v1",
                              .key_variable = "R9S_API_KEY",
                              .base_url_variable = "R9S_BASE_URL",
                              .quirks = {.ranges = range_document::r9s},
                              .source = "https://github.com/r9s-ai/r9s-python",
                              .checked = "2026-01-21"};

// The base URL is the resource's: "https://NAME.openai.azure.com". With an API version, paths are
// by deployment; without one they are those of the v1 API, and the model names the deployment. For
// a token of Microsoft Entra ID set endpoint::sends_key_as to key_field::authorization.
inline constexpr provider azure{
    .name = "Azure OpenAI",
    .prefix = "/openai/v1",
    .versioned_prefix = "/openai",
    .sends_key_as = key_field::api_key,
    .key_variable = "AZURE_OPENAI_API_KEY",
    .base_url_variable = "AZURE_OPENAI_ENDPOINT",
    .api_version_variable = "OPENAI_API_VERSION",
    .quirks = {.ranges = range_document::openai},
    .source = "https://github.com/openai/openai-node/blob/master/src/azure.ts",
    .checked = "2026-11-29"};

// OpenRouter, which accepts the name of the calling program.
inline constexpr provider openrouter{.name = "OpenRouter",
                                     .base_url = "https://openrouter.ai/api/v1",
                                     .key_variable = "OPENROUTER_API_KEY",
                                     .app_url_header = "HTTP-Referer",
                                     .app_name_header = "X-Title",
                                     .source = "https://openrouter.ai/docs/api-reference/overview",
                                     .checked = "2026-11-29"};

// A local llama.cpp server.
inline constexpr provider llama_cpp{
    .name = "llama.cpp",
    .base_url = "http://127.0.0.1:8080/v1",
    .needs_key = false,
    .key_variable = "LLAMA_API_KEY",
    .notes = "later versions of 2026 listen on port 9931: set the base URL",
    .source = "https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md",
    .checked = "2026-11-29"};

// A local vLLM server.
inline constexpr provider vllm{
    .name = "vLLM",
    .base_url = "http://127.0.0.1:8000/v1",
    .needs_key = false,
    .key_variable = "VLLM_API_KEY",
    .source = "https://docs.vllm.ai/en/latest/serving/openai_compatible_server",
    .checked = "2026-11-29"};

// A local Ollama server.
inline constexpr provider ollama{.name = "Ollama",
                                 .base_url = "http://127.0.0.1:11434/v1",
                                 .needs_key = false,
                                 .source = "https://docs.ollama.com/api/openai-compatibility",
                                 .checked = "2026-11-29"};

// Azure OpenAI with a token of Microsoft Entra ID: the variable has one, endpoint::key_source gets
// others as they expire (token_source). Their scope is
// "https://cognitiveservices.azure.com/.default".
inline constexpr provider azure_entra{
    .name = "Azure OpenAI, Entra ID",
    .prefix = "/openai/v1",
    .versioned_prefix = "/openai",
    .key_variable = "AZURE_OPENAI_AD_TOKEN",
    .base_url_variable = "AZURE_OPENAI_ENDPOINT",
    .api_version_variable = "OPENAI_API_VERSION",
    .quirks = {.ranges = range_document::openai},
    .source = "https://github.com/openai/openai-python/blob/main/src/openai/lib/azure.py",
    .checked = "2026-11-29"};

// Amazon Bedrock's endpoint of OpenAI's API ("Mantle"), with a Bedrock API key or a token of
// key_source. Requests are not signed with AWS credentials.
inline constexpr provider bedrock{
    .name = "Amazon Bedrock",
    .base_url = "https://bedrock-mantle.{region}.api.aws/openai/v1",
    .key_variable = "AWS_BEARER_TOKEN_BEDROCK",
    .base_url_variable = "AWS_BEDROCK_BASE_URL",
    .region_variable = "AWS_REGION AWS_DEFAULT_REGION",
    .source = "https://github.com/openai/openai-node/blob/master/src/internal/bedrock.ts",
    .checked = "2026-11-29"};

// The same API at Bedrock Runtime, which more regions have.
inline constexpr provider bedrock_runtime{
    .name = "Amazon Bedrock Runtime",
    .base_url = "https://bedrock-runtime.{region}.{dns}/openai/v1",
    .key_variable = "AWS_BEARER_TOKEN_BEDROCK",
    .base_url_variable = "AWS_BEDROCK_BASE_URL",
    .region_variable = "AWS_REGION AWS_DEFAULT_REGION",
    .source = "https://github.com/openai/openai-node/blob/master/src/internal/bedrock.ts",
    .checked = "2026-11-29"};

// OpenAI's models at Google Cloud. The account is the project, the region a location or "global".
// Access tokens last an hour: set endpoint::key_source.
inline constexpr provider vertex{
    .name = "Google Vertex AI",
    .base_url =
        "https://{region}-aiplatform.googleapis.com/v1/projects/{account}/locations/{region}"
        "/publishers/openai/v1",
    .account_variable = "GOOGLE_CLOUD_PROJECT",
    .region_variable = "GOOGLE_CLOUD_LOCATION",
    .notes = "has the Responses API",
    .source = "https://github.com/openai/openai-node/blob/master/src/providers/vertex.ts",
    .checked = "2026-11-29"};

// Gemini's and others' models at Google Cloud, as above, by chat completions.
inline constexpr provider vertex_chat{
    .name = "Google Vertex AI, chat",
    .base_url =
        "https://{region}-aiplatform.googleapis.com/v1/projects/{account}/locations/{region}"
        "/endpoints/openapi",
    .account_variable = "GOOGLE_CLOUD_PROJECT",
    .region_variable = "GOOGLE_CLOUD_LOCATION",
    .notes = "models are named as google/...; calls of tools in a stream may have no index",
    .source =
        "https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/"
        "call-vertex-using-openai-library",
    .checked = "2026-11-29"};

// Cloudflare Workers AI.
inline constexpr provider cloudflare{
    .name = "Cloudflare",
    .base_url = "https://api.cloudflare.com/client/v4/accounts/{account}/ai/v1",
    .key_variable = "CLOUDFLARE_API_TOKEN CLOUDFLARE_API_KEY",
    .account_variable = "CLOUDFLARE_ACCOUNT_ID",
    .notes = "models are named as @cf/...",
    .source = "https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility",
    .checked = "2026-11-29"};

// GitHub Models.
inline constexpr provider github_models{
    .name = "GitHub Models",
    .base_url = "https://models.github.ai/inference",
    .key_variable = "GITHUB_TOKEN",
    .version_header = "X-GitHub-Api-Version",
    .version = "2022-11-28",
    .notes = "chat completions and embeddings alone; models are named as openai/...",
    .source = "https://docs.github.com/rest/models/inference",
    .checked = "2026-11-29"};

// Groq.
inline constexpr provider groq{
    .name = "Groq",
    .base_url = "https://api.groq.com/openai/v1",
    .key_variable = "GROQ_API_KEY",
    .notes =
        "refuses logprobs, top_logprobs, logit_bias, n above 1 and names of messages; "
        "reasoning is in `reasoning`",
    .source = "https://console.groq.com/docs/openai",
    .checked = "2026-11-29"};

// Together AI.
inline constexpr provider together{
    .name = "Together AI",
    .base_url = "https://api.together.ai/v1",
    .key_variable = "TOGETHER_API_KEY",
    .base_url_variable = "TOGETHER_BASE_URL",
    .notes = "files, batches and fine-tuning have forms of their own; no moderations",
    .source = "https://docs.together.ai/docs/inference/openai-compatibility",
    .checked = "2026-11-29"};

// Fireworks AI.
inline constexpr provider fireworks{
    .name = "Fireworks AI",
    .base_url = "https://api.fireworks.ai/inference/v1",
    .key_variable = "FIREWORKS_API_KEY",
    .notes = "models are named as accounts/fireworks/models/...",
    .source = "https://docs.fireworks.ai/tools-sdks/openai-compatibility",
    .checked = "2026-11-29"};

// DeepSeek. Its beta features are below https://api.deepseek.com/beta.
inline constexpr provider deepseek{
    .name = "DeepSeek",
    .base_url = "https://api.deepseek.com",
    .key_variable = "DEEPSEEK_API_KEY",
    .notes = "reasoning is in reasoning_content, and is sent back with calls of tools",
    .source = "https://api-docs.deepseek.com",
    .checked = "2026-11-29"};

// Mistral AI.
inline constexpr provider mistral{
    .name = "Mistral AI",
    .base_url = "https://api.mistral.ai/v1",
    .key_variable = "MISTRAL_API_KEY",
    .notes =
        "content may be a list of parts, with `thinking`; calls of tools may have no index; "
        "takes random_seed for seed",
    .source = "https://docs.mistral.ai/inference/quickstarts/send-your-first-request",
    .checked = "2026-11-29"};

// xAI.
inline constexpr provider xai{.name = "xAI",
                              .base_url = "https://api.x.ai/v1",
                              .key_variable = "XAI_API_KEY",
                              .notes = "reasoning is in reasoning_content",
                              .source = "https://docs.x.ai/developers/quickstart",
                              .checked = "2026-11-29"};

// Moonshot AI (Kimi). In China: https://api.moonshot.cn/v1, with keys of its own.
inline constexpr provider moonshot{
    .name = "Moonshot AI",
    .base_url = "https://api.moonshot.ai/v1",
    .key_variable = "MOONSHOT_API_KEY",
    .notes =
        "reasoning is in reasoning_content, and is sent back with calls of tools; usage of a "
        "stream is in the chunk with the finish_reason",
    .source = "https://platform.kimi.ai/docs/api/overview",
    .checked = "2026-11-29"};

// Qwen at Alibaba Cloud Model Studio (DashScope). In China: https://dashscope.aliyuncs.com/
// compatible-mode/v1, with keys of its own.
inline constexpr provider qwen{
    .name = "Qwen",
    .base_url = "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    .key_variable = "DASHSCOPE_API_KEY",
    .notes = "some models answer streamed calls alone; enable_thinking is a member of its own",
    .source =
        "https://www.alibabacloud.com/help/en/model-studio/"
        "compatibility-of-openai-with-dashscope",
    .checked = "2026-11-29"};

// Zhipu AI (Z.ai, GLM). In China: https://open.bigmodel.cn/api/paas/v4, with keys of its own.
inline constexpr provider zhipu{
    .name = "Zhipu AI",
    .base_url = "https://api.z.ai/api/paas/v4",
    .key_variable = "ZAI_API_KEY ZHIPUAI_API_KEY",
    .notes = "no list of models; thinking and tool_stream are members of its own",
    .source = "https://docs.z.ai/api-reference/introduction",
    .checked = "2026-11-29"};

// SiliconFlow. In China: https://api.siliconflow.cn/v1, with keys of its own.
inline constexpr provider siliconflow{
    .name = "SiliconFlow",
    .base_url = "https://api.siliconflow.com/v1",
    .key_variable = "SILICONFLOW_API_KEY",
    .notes = "reasoning is in reasoning_content",
    .source = "https://docs.siliconflow.com/en/userguide/quickstart",
    .checked = "2026-11-29"};

// Cerebras.
inline constexpr provider cerebras{
    .name = "Cerebras",
    .base_url = "https://api.cerebras.ai/v1",
    .key_variable = "CEREBRAS_API_KEY",
    .notes =
        "may refuse frequency_penalty, presence_penalty, logit_bias and service_tier; errors are "
        "not inside of `error`",
    .source = "https://inference-docs.cerebras.ai/resources/openai",
    .checked = "2026-11-29"};

// NVIDIA's hosted models (NIM).
inline constexpr provider nvidia{.name = "NVIDIA",
                                 .base_url = "https://integrate.api.nvidia.com/v1",
                                 .key_variable = "NVIDIA_API_KEY",
                                 .source = "https://build.nvidia.com",
                                 .checked = "2026-11-29"};

// A local LM Studio.
inline constexpr provider lm_studio{.name = "LM Studio",
                                    .base_url = "http://127.0.0.1:1234/v1",
                                    .needs_key = false,
                                    .key_variable = "LM_API_TOKEN",
                                    .source = "https://lmstudio.ai/docs/developer/openai-compat",
                                    .checked = "2026-11-29"};

// A local SGLang server.
inline constexpr provider sglang{.name = "SGLang",
                                 .base_url = "http://127.0.0.1:30000/v1",
                                 .needs_key = false,
                                 .notes = "sends members without a value as null",
                                 .source = "https://docs.sglang.io/docs/basic_usage/send_request",
                                 .checked = "2026-11-29"};

// A local LocalAI server.
inline constexpr provider localai{.name = "LocalAI",
                                  .base_url = "http://127.0.0.1:8080/v1",
                                  .needs_key = false,
                                  .key_variable = "LOCALAI_API_KEY",
                                  .source = "https://localai.io/docs/basics/getting_started",
                                  .checked = "2026-11-29"};

// A local LiteLLM proxy.
inline constexpr provider litellm{.name = "LiteLLM",
                                  .base_url = "http://127.0.0.1:4000/v1",
                                  .needs_key = false,
                                  .key_variable = "LITELLM_PROXY_API_KEY LITELLM_API_KEY",
                                  .base_url_variable = "LITELLM_PROXY_API_BASE LITELLM_API_BASE",
                                  .notes = "the name of a called tool may be the text null",
                                  .source = "https://docs.litellm.ai/docs/proxy/user_keys",
                                  .checked = "2026-11-29"};

// All of the above.
inline constexpr std::array<const provider*, 31> all{&openai,
                                                     &atoma,
                                                     &r9s,
                                                     &azure,
                                                     &openrouter,
                                                     &llama_cpp,
                                                     &vllm,
                                                     &ollama,
                                                     &azure_entra,
                                                     &bedrock,
                                                     &bedrock_runtime,
                                                     &vertex,
                                                     &vertex_chat,
                                                     &cloudflare,
                                                     &github_models,
                                                     &groq,
                                                     &together,
                                                     &fireworks,
                                                     &deepseek,
                                                     &mistral,
                                                     &xai,
                                                     &moonshot,
                                                     &qwen,
                                                     &zhipu,
                                                     &siliconflow,
                                                     &cerebras,
                                                     &nvidia,
                                                     &lm_studio,
                                                     &sglang,
                                                     &localai,
                                                     &litellm};

}}}  // namespace oaiwire::v0_2::providers

#include <oaiwire/core/macros_end.hpp>
