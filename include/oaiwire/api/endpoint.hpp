// endpoint: the server's URL, credentials, timeouts and retries. Plain data.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 {

// The field that carries the key: "Authorization: Bearer <key>" or "api-key: <key>" (Azure).
enum class key_field : std::uint8_t { authorization, api_key };

// Names and values of a query, neither percent-encoded.
using query_list = std::vector<std::pair<std::string, std::string>>;

// Where calls go. For known providers: endpoint_of() in providers.hpp.
struct endpoint {
    std::string base_url = "https://api.openai.com/v1";  // https, or http to loopback
    secret api_key{};                                    // empty: none is sent
    // If set, gives the key of each call in place of api_key, such as a token that expires (see
    // api/token_source.hpp). Called when a call is built; its error is the call's. refused: the
    // server answered the last key with status 401. It is then asked once more, and the call is
    // sent again with the key that it gives, if that is another.
    hook<result<secret>(bool refused)> key_source{};
    std::string organization{};    // OpenAI-Organization, unless empty
    std::string project{};         // OpenAI-Project, unless empty
    http::header_list headers{};   // sent with every call; validated when a call is made
    query_list query{};            // sent with every call
    http::timeouts timeouts{};     // of each attempt
    retry_policy retry{};          // used by clients that have a timing
    bool allow_cleartext = false;  // allow http:// to other machines
    key_field sends_key_as = key_field::authorization;  // the header field of the key
    bool by_deployment = false;  // Azure: some calls go below deployments/<deployment>
    std::string deployment{};    // empty: the request's model is the deployment
    request_quirks quirks{};     // further rules for requests to this server
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
