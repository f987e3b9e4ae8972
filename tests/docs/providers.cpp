// The code of docs/providers.md.
#include "harness.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

#include <oaiwire/api/token_answer.hpp>
#include <oaiwire/api/token_source.hpp>

namespace docs_tests {

TEST_CASE("the endpoints of docs/providers.md are those of the providers") {
    const char* const token = "k";
    // [provider-endpoints]
    const auto look_up = [](const char* name) { return std::getenv(name); };
    oaiwire::endpoint groq = oaiwire::endpoint_of(oaiwire::providers::groq, look_up);
    oaiwire::endpoint workers = oaiwire::endpoint_of(
        oaiwire::providers::cloudflare, oaiwire::secret{token}, {.account = "0123456789abcdef"});
    // [/provider-endpoints]
    CHECK(groq.base_url == "https://api.groq.com/openai/v1");
    CHECK(workers.base_url ==
          "https://api.cloudflare.com/client/v4/accounts/0123456789abcdef/ai/v1");
}

TEST_CASE("the token of docs/providers.md is fetched once, and again when it was refused") {
    int fetched = 0;
    const std::string token_url = "https://login.microsoftonline.com/contoso/oauth2/v2.0/token";
    const std::string form = "grant_type=client_credentials";
    const auto post = [&](const std::string& url,
                          const std::string&) -> oaiwire::result<std::string> {
        CHECK(url == token_url);
        const std::string token = std::to_string(++fetched);
        return R"({"access_token":"t)" + token + R"(","expires_in":3600})";
    };
    struct {
        std::int64_t now_ms() const { return 5; }
    } clock;
    oaiwire::replay_exchange refused;
    refused.head.status = 401;
    refused.body = R"({"error":{"message":"expired"}})";
    oaiwire::replay_exchange models;
    models.body = R"({"object":"list","data":[]})";
    oaiwire::replay_transport http({models, refused, models});

    // [token-source]
    const auto fetch = [&]() -> oaiwire::result<oaiwire::access_token> {
        auto answer = post(token_url, form);
        if (!answer) return answer.error();
        return oaiwire::read_access_token(*answer);
    };
    oaiwire::endpoint where =
        oaiwire::endpoint_of(oaiwire::providers::azure_entra, oaiwire::secret{},
                             {.base_url = "https://my-resource.openai.azure.com"});
    where.key_source = oaiwire::token_source{fetch, [&] { return clock.now_ms(); }};
    oaiwire::client api{http, where};
    // [/token-source]

    CHECK(api.create(oaiwire::ListModelsRequest{}));
    CHECK(fetched == 1);
    CHECK(api.create(oaiwire::ListModelsRequest{}));
    CHECK(fetched == 2);
    CHECK(api.attempts().front().decision.reason == oaiwire::retry_reason::key_renewed);
}

}  // namespace docs_tests
