// Providers, as data: where each is, what its key is called, and what it asks for. The code here is
// the same for all of them; it knows no operation and reads no environment.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>

namespace oaiwire::inline v0_2 {

// Names of environment variables and header fields are empty where a provider has none. Sources:
// the providers' own SDKs and documents.
struct provider {
    std::string_view name{};
    std::string_view base_url{};          // empty: each customer has one of their own
    std::string_view prefix{};            // comes after it
    std::string_view versioned_prefix{};  // and in its place where an API version is named
    key_field sends_key_as = key_field::authorization;
    bool needs_key = true;
    std::string_view key_variable{};
    std::string_view base_url_variable{};
    std::string_view organization_variable{};
    std::string_view project_variable{};
    std::string_view api_version_variable{};
    std::string_view app_url_header{};  // says which program calls
    std::string_view app_name_header{};
    request_quirks quirks{};
};

namespace providers {

inline constexpr provider openai{.name = "OpenAI",
                                 .base_url = "https://api.openai.com/v1",
                                 .key_variable = "OPENAI_API_KEY",
                                 .base_url_variable = "OPENAI_BASE_URL",
                                 .organization_variable = "OPENAI_ORG_ID",
                                 .project_variable = "OPENAI_PROJECT_ID",
                                 .quirks = {.ranges = range_document::openai}};

// Its operations that are free of the key (health, nodes_create) are sent without one. The node
// seals every event of a confidential stream with one nonce: see confidential/.
inline constexpr provider atoma{
    .name = "Atoma",
    .base_url = "https://api.atoma.network/v1",
    .key_variable = "ATOMASDK_BEARER_AUTH",
    .quirks = {
        .content_in_every_message = true, .one_text_to_embed = true, .image_size_required = true}};

// Its two SDKs differ in where /edits, /engines, /search and /nextrouter are: below /v1, as here
// and in Python's, or beside it, as in TypeScript's; call_options::base_url says so for one call.
inline constexpr provider r9s{.name = "R9S",
                              .base_url = "https://api.r9s.ai/v1",
                              .key_variable = "R9S_API_KEY",
                              .base_url_variable = "R9S_BASE_URL",
                              .quirks = {.ranges = range_document::r9s}};

// The base URL is the resource's: "https://NAME.openai.azure.com". With an API version the paths
// are those of that version, by deployment; without one those of the v1 API.
inline constexpr provider azure{.name = "Azure OpenAI",
                                .prefix = "/openai/v1",
                                .versioned_prefix = "/openai",
                                .sends_key_as = key_field::api_key,
                                .key_variable = "AZURE_OPENAI_API_KEY",
                                .base_url_variable = "AZURE_OPENAI_ENDPOINT",
                                .api_version_variable = "OPENAI_API_VERSION",
                                .quirks = {.ranges = range_document::openai}};

inline constexpr provider openrouter{.name = "OpenRouter",
                                     .base_url = "https://openrouter.ai/api/v1",
                                     .key_variable = "OPENROUTER_API_KEY",
                                     .app_url_header = "HTTP-Referer",
                                     .app_name_header = "X-Title"};

inline constexpr provider llama_cpp{.name = "llama.cpp",
                                    .base_url = "http://127.0.0.1:8080/v1",
                                    .needs_key = false,
                                    .key_variable = "LLAMA_API_KEY"};

inline constexpr provider vllm{.name = "vLLM",
                               .base_url = "http://127.0.0.1:8000/v1",
                               .needs_key = false,
                               .key_variable = "VLLM_API_KEY"};

inline constexpr provider ollama{
    .name = "Ollama", .base_url = "http://127.0.0.1:11434/v1", .needs_key = false};

inline constexpr std::array<const provider*, 8> all{&openai,     &atoma,     &r9s,  &azure,
                                                    &openrouter, &llama_cpp, &vllm, &ollama};

}  // namespace providers

// What a program says of itself to a provider; all of it may be left out but an Azure base URL.
struct provider_settings {
    std::string base_url{};
    std::string organization{};
    std::string project{};
    std::string api_version{};
    std::string deployment{};  // where paths are by deployment; empty: the request's model
    std::string app_url{};
    std::string app_name{};
};

// The endpoint of a provider: client{transport, endpoint_of(providers::openrouter, key)}.
endpoint endpoint_of(const provider& p, secret key = {}, provider_settings settings = {});

// The same with what the environment says: lookup(const char* name) gives a text or null, as
// std::getenv does. What `settings` has comes first.
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

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

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

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
