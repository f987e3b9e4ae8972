// Endpoints of known providers, which are data: providers/known.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/providers/known.hpp>
#include <oaiwire/providers/provider.hpp>

namespace oaiwire { inline namespace v0_2 {

// Settings of a program. All are optional but the base URL for Azure.
struct provider_settings {
    std::string base_url{};      // empty: the provider's
    std::string organization{};  // OpenAI-Organization
    std::string project{};       // OpenAI-Project
    std::string api_version{};   // of Azure's API, such as "2024-10-21"
    std::string deployment{};    // of Azure, with an API version; empty: the request's model
    std::string account{};       // {account} of the base URL: of Cloudflare; Google's project
    std::string region{};        // {region} of the base URL: of AWS; Google's location
    std::string app_url{};       // sent to providers with app_url_header
    std::string app_name{};      // sent to providers with app_name_header
};

// An endpoint for the provider: client{transport, endpoint_of(providers::openrouter, key)}. A base
// URL of which a part is missing, or has characters of other parts of a URL, is empty: calls then
// fail with errc::invalid_url.
endpoint endpoint_of(const provider& p, secret key = {}, provider_settings settings = {});

// Overload that reads the key and empty settings from the environment through lookup(const char*
// name), which returns a text or null: pass std::getenv. Non-empty settings take precedence.
template <class Lookup>
endpoint endpoint_of(const provider& p, Lookup&& lookup, provider_settings settings = {}) requires
    requires(const char* text) {
    text = lookup("");
}
{
    const auto look = [&](std::string_view variables) {
        const char* found = nullptr;
        while (!variables.empty() && (found == nullptr || *found == '\0')) {
            const std::string variable(variables.substr(0, variables.find(' ')));
            variables.remove_prefix(std::min(variable.size() + 1, variables.size()));
            found = lookup(variable.c_str());
        }
        return found;
    };
    const auto fill = [&](std::string& setting, std::string_view variable) {
        const char* const found = setting.empty() ? look(variable) : nullptr;
        if (found) setting = found;
    };
    fill(settings.base_url, p.base_url_variable);
    fill(settings.organization, p.organization_variable);
    fill(settings.project, p.project_variable);
    fill(settings.api_version, p.api_version_variable);
    fill(settings.account, p.account_variable);
    fill(settings.region, p.region_variable);
    const char* const key = look(p.key_variable);
    return endpoint_of(p, secret(key ? key : ""), std::move(settings));
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The domain of Bedrock Runtime in a region of AWS. Regions of a partition begin alike.
constexpr std::string_view aws_domain(std::string_view region) {
    constexpr struct {
        std::string_view prefix, domain;
    } partitions[] = {{"cn-", "amazonaws.com.cn"},    {"eusc-", "amazonaws.eu"},
                      {"us-iso-", "c2s.ic.gov"},      {"us-isob-", "sc2s.sgov.gov"},
                      {"eu-isoe-", "cloud.adc-e.uk"}, {"us-isof-", "csp.hci.ic.gov"}};
    for (const auto& [prefix, domain] : partitions) {
        if (region.starts_with(prefix)) return domain;
    }
    return "amazonaws.com";
}

// Whether a text can be a part of a host's name or of a path, and nothing else of a URL. Projects
// of Google Cloud may have a domain: "example.com:project".
constexpr bool is_url_part(std::string_view text, std::string_view also) {
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool other = (c >= '0' && c <= '9') || c == '-' || also.find(c) != also.npos;
        if (!letter && !other) return false;
    }
    return !text.empty() && text.front() != '.';
}

// Replaces {account}, {region} and {dns}; empty if a part is missing or cannot be one.
[[gnu::cold]] OAIWIRE_INLINE std::string fill_base_url(std::string_view base,
                                                       const provider_settings& settings) {
    std::string out;
    while (!base.empty()) {
        const std::size_t at = std::min(base.find('{'), base.size());
        out.append(base.substr(0, at));
        base.remove_prefix(at);
        if (base.empty()) break;
        const std::size_t end = base.find('}');
        const std::string_view part = base.substr(0, end + 1);
        base.remove_prefix(part.size());
        const bool account = part == "{account}";
        const std::string& value = account ? settings.account : settings.region;
        if (!is_url_part(value, account ? "_.:" : "")) return {};
        out.append(part == "{dns}" ? aws_domain(value) : value);
    }
    // Google's global location has no host of its own
    constexpr std::string_view global = "https://global-aiplatform.";
    if (out.starts_with(global)) out.erase(std::string_view("https://").size(), 7);
    return out;
}

}  // namespace detail

OAIWIRE_INLINE endpoint endpoint_of(const provider& p, secret key, provider_settings settings) {
    endpoint out;
    out.base_url =
        settings.base_url.empty() ? detail::fill_base_url(p.base_url, settings) : settings.base_url;
    while (out.base_url.ends_with('/')) out.base_url.pop_back();
    const bool versioned = !p.versioned_prefix.empty() && !settings.api_version.empty();
    // these are versions of the v1 API
    const bool v1 = settings.api_version == "preview" || settings.api_version == "latest";
    out.by_deployment = versioned && !v1;
    if (!out.base_url.empty())
        out.base_url.append(out.by_deployment ? p.versioned_prefix : p.prefix);
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
    if (!p.version_header.empty()) out.headers.add(p.version_header, p.version);
    return out;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
