// endpoint: where calls go, who makes them and how often. Plain data; knows no operation.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire::inline v0_2 {

// The field that carries the key: "Authorization: Bearer <key>" or "api-key: <key>" (Azure).
enum class key_field : std::uint8_t { authorization, api_key };

// Names and values of a query, neither percent-encoded.
using query_list = std::vector<std::pair<std::string, std::string>>;

struct endpoint {
    std::string base_url = "https://api.openai.com/v1";
    secret api_key{};             // empty: none is sent, as local servers like it
    std::string organization{};   // OpenAI-Organization, where not empty
    std::string project{};        // OpenAI-Project, where not empty
    http::header_list headers{};  // sent with every call; checked when a call is made
    query_list query{};           // sent with every call
    http::timeouts timeouts{};
    retry_policy retry{};          // of clients whose transport has a clock
    bool allow_cleartext = false;  // plain http to other hosts than this one
    key_field sends_key_as = key_field::authorization;
    bool by_deployment = false;  // calls that name a model go below deployments/<deployment>
    std::string deployment{};    // empty: the request's model is its name
    request_quirks quirks{};     // checked with what the specifications say
};

// An endpoint of Azure OpenAI. resource_url: "https://NAME.openai.azure.com", without a path. With
// an api_version the paths are those of that version, by deployment; without one those of the v1
// API, where the request's model is the deployment. key: of the resource, sent as `api-key`; a
// token of Microsoft Entra ID goes into `sends_key_as = key_field::authorization`.
endpoint azure_endpoint(std::string resource_url, secret key, std::string api_version = {},
                        std::string deployment = {});

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE endpoint azure_endpoint(std::string resource_url, secret key,
                                       std::string api_version, std::string deployment) {
    endpoint out;
    while (resource_url.ends_with('/')) resource_url.pop_back();
    out.base_url = std::move(resource_url) + (api_version.empty() ? "/openai/v1" : "/openai");
    out.api_key = std::move(key);
    out.sends_key_as = key_field::api_key;
    out.by_deployment = !api_version.empty();
    out.deployment = std::move(deployment);
    if (!api_version.empty()) out.query = {{"api-version", std::move(api_version)}};
    return out;
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
