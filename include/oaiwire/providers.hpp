// Known providers as data: URLs, names of keys and environment variables, rules for requests; and
// the endpoints made of them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>

namespace oaiwire { inline namespace v0_2 {

// A provider. Names of environment variables and header fields are empty if it has none. Sources:
// the providers' SDKs and documents.
struct provider {
    std::string_view name{};              // as printed
    std::string_view base_url{};          // empty: each customer has their own
    std::string_view prefix{};            // path appended to the base URL
    std::string_view versioned_prefix{};  // replaces `prefix` if an API version is set
    key_field sends_key_as = key_field::authorization;  // the header field for the key
    bool needs_key = true;                              // false for local servers
    std::string_view key_variable{};                    // of the API key
    std::string_view base_url_variable{};               // replaces base_url
    std::string_view organization_variable{};           // sets the OpenAI-Organization header
    std::string_view project_variable{};                // sets the OpenAI-Project header
    std::string_view api_version_variable{};            // sets the version of Azure's API
    std::string_view app_url_header{};                  // names the calling program
    std::string_view app_name_header{};                 // shown in the provider's statistics
    request_quirks quirks{};                            // requirements beyond the documents
};

namespace providers {

// OpenAI.
inline constexpr provider openai{.name = "OpenAI",
                                 .base_url = "https://api.openai.com/v1",
                                 .key_variable = "OPENAI_API_KEY",
                                 .base_url_variable = "OPENAI_BASE_URL",
                                 .organization_variable = "OPENAI_ORG_ID",
                                 .project_variable = "OPENAI_PROJECT_ID",
                                 .quirks = {.ranges = range_document::openai}};

// health and nodes_create are sent without a key. Its nodes reuse one nonce for all events of a
// confidential stream: see confidential::nonce_policy.
inline constexpr provider atoma{
    .name = "Atoma",
    .base_url = "https://api.atoma.network/v1",
    .key_variable = "ATOMASDK_BEARER_AUTH",
    .quirks = {
        .content_in_every_message = true, .one_text_to_embed = true, .image_size_required = true}};

// Its SDKs disagree about /edits, /engines, /search and /nextrouter: the Python SDK has them below
// /v1, as here, the TypeScript SDK beside it. Set call_options::base_url for the latter.
inline constexpr provider r9s{.name = "R9S",
                              .base_url = "https://api.r9s.ai/v1",
                              .key_variable = "R9S_API_KEY",
                              .base_url_variable = "R9S_BASE_URL",
                              .quirks = {.ranges = range_document::r9s}};

// The base URL is the resource's: "https://NAME.openai.azure.com". With an API version, paths are
// by deployment; without one they are those of the v1 API, and the model names the deployment. For
// a token of Microsoft Entra ID set endpoint::sends_key_as to key_field::authorization.
inline constexpr provider azure{.name = "Azure OpenAI",
                                .prefix = "/openai/v1",
                                .versioned_prefix = "/openai",
                                .sends_key_as = key_field::api_key,
                                .key_variable = "AZURE_OPENAI_API_KEY",
                                .base_url_variable = "AZURE_OPENAI_ENDPOINT",
                                .api_version_variable = "OPENAI_API_VERSION",
                                .quirks = {.ranges = range_document::openai}};

// OpenRouter, which accepts the name of the calling program.
inline constexpr provider openrouter{.name = "OpenRouter",
                                     .base_url = "https://openrouter.ai/api/v1",
                                     .key_variable = "OPENROUTER_API_KEY",
                                     .app_url_header = "HTTP-Referer",
                                     .app_name_header = "X-Title"};

// A local llama.cpp server.
inline constexpr provider llama_cpp{.name = "llama.cpp",
                                    .base_url = "http://127.0.0.1:8080/v1",
                                    .needs_key = false,
                                    .key_variable = "LLAMA_API_KEY"};

// A local vLLM server.
inline constexpr provider vllm{.name = "vLLM",
                               .base_url = "http://127.0.0.1:8000/v1",
                               .needs_key = false,
                               .key_variable = "VLLM_API_KEY"};

// A local Ollama server.
inline constexpr provider ollama{
    .name = "Ollama", .base_url = "http://127.0.0.1:11434/v1", .needs_key = false};

// All of the above.
inline constexpr std::array<const provider*, 8> all{&openai,     &atoma,     &r9s,  &azure,
                                                    &openrouter, &llama_cpp, &vllm, &ollama};

}  // namespace providers

// Settings of a program. All are optional but the base URL for Azure.
struct provider_settings {
    std::string base_url{};      // empty: the provider's
    std::string organization{};  // OpenAI-Organization
    std::string project{};       // OpenAI-Project
    std::string api_version{};   // of Azure's API, such as "2024-10-21"
    std::string deployment{};    // of Azure, with an API version; empty: the request's model
    std::string app_url{};       // sent to providers with app_url_header
    std::string app_name{};      // sent to providers with app_name_header
};

// An endpoint for the provider: client{transport, endpoint_of(providers::openrouter, key)}.
endpoint endpoint_of(const provider& p, secret key = {}, provider_settings settings = {});

// Overload that reads the key and empty settings from the environment through lookup(const char*
// name), which returns a text or null: pass std::getenv. Non-empty settings take precedence.
template <class Lookup>
endpoint endpoint_of(const provider& p, Lookup&& lookup, provider_settings settings = {}) requires
    requires(const char* text) {
    text = lookup("");
}
{
    const auto look = [&](std::string_view variable) -> const char* {
        return variable.empty() ? nullptr : lookup(std::string(variable).c_str());
    };
    const auto fill = [&](std::string& setting, std::string_view variable) {
        const char* const found = setting.empty() ? look(variable) : nullptr;
        if (found) setting = found;
    };
    fill(settings.base_url, p.base_url_variable);
    fill(settings.organization, p.organization_variable);
    fill(settings.project, p.project_variable);
    fill(settings.api_version, p.api_version_variable);
    const char* const key = look(p.key_variable);
    return endpoint_of(p, secret(key ? key : ""), std::move(settings));
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE endpoint endpoint_of(const provider& p, secret key, provider_settings settings) {
    endpoint out;
    out.base_url = settings.base_url.empty() ? std::string(p.base_url) : settings.base_url;
    while (out.base_url.ends_with('/')) out.base_url.pop_back();
    const bool versioned = !p.versioned_prefix.empty() && !settings.api_version.empty();
    out.base_url.append(versioned ? p.versioned_prefix : p.prefix);
    out.by_deployment = versioned;
    out.deployment = std::move(settings.deployment);
    if (versioned) out.query = {{"api-version", std::move(settings.api_version)}};
    out.api_key = std::move(key);
    out.sends_key_as = p.sends_key_as;
    out.organization = std::move(settings.organization);
    out.project = std::move(settings.project);
    out.quirks = p.quirks;
    const auto say = [&](std::string_view header, const std::string& value) {
        if (!header.empty() && !value.empty()) out.headers.add(header, value);
    };
    say(p.app_url_header, settings.app_url);
    say(p.app_name_header, settings.app_name);
    return out;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES
