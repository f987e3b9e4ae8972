#include <oaiwire/providers.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/request_builder.hpp>

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};

http::request call(const endpoint& where) {
    auto built = build_request(hello, where, false);
    INFO((built ? std::string() : to_string(built.error())));
    REQUIRE(built);
    return *std::move(built);
}

}  // namespace

TEST_CASE("every provider with a fixed base URL needs its name and a key only") {
    for (const provider* p : providers::all) {
        INFO(p->name);
        if (p->base_url.empty() || p->base_url.find('{') != p->base_url.npos) continue;
        const auto request = call(endpoint_of(*p, secret{"k"}));
        CHECK(http::url_of(request) == std::string(p->base_url) + "/chat/completions");
        CHECK(request.headers.value("Authorization") == "Bearer k");
        CHECK(p->needs_key == p->base_url.starts_with("https://"));
        if (p->needs_key) CHECK_FALSE(p->key_variable.empty());
    }
    CHECK_FALSE(call(endpoint_of(providers::ollama)).headers.find("Authorization"));
}

TEST_CASE("every provider is named, and says where and when its data was read") {
    std::set<std::string_view> urls;
    for (const provider* p : providers::all) {
        INFO(p->name);
        CHECK_FALSE(p->name.empty());
        CHECK(std::string_view(p->source).starts_with("https://"));
        const std::string_view date = p->checked;
        REQUIRE(date.size() == 10);
        CHECK(date > "2025-01-01");
        CHECK(date.find_first_not_of("0123456789-") == date.npos);
        CHECK(p->version_header.empty() == p->version.empty());
        const bool account = p->base_url.find("{account}") != p->base_url.npos;
        const bool region = p->base_url.find("{region}") != p->base_url.npos;
        CHECK(account != p->account_variable.empty());
        CHECK(region != p->region_variable.empty());
        urls.insert(p->base_url);
    }
    CHECK(providers::all.size() >= 28);
    // Azure's two have none, and llama.cpp and LocalAI have the same
    CHECK(urls.size() == providers::all.size() - 2);
}

TEST_CASE("docs/providers.md has a row for every provider, with its data") {
    std::ifstream in(OAIWIRE_TEST_DATA "/../docs/providers.md");
    std::set<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.insert(line);
    const auto code = [](std::string_view texts) {
        std::string out;
        for (const char c : texts) out += c == ' ' ? std::string("`, `") : std::string(1, c);
        return out.empty() ? out : "`" + out + "`";
    };
    std::size_t found = 0;
    for (const provider* p : providers::all) {
        const std::string base = p->base_url.empty() ? "the resource's" : code(p->base_url);
        const std::string row = "| " + std::string(p->name) + " | " + base + " | " +
                                code(p->key_variable) + " | " + p->notes + " | [" + p->checked +
                                "](" + p->source + ") |";
        INFO(row);
        CHECK(lines.count(row) == 1);
        found += lines.count(row);
    }
    CHECK(found == providers::all.size());
}

TEST_CASE("parts of a base URL are those of the customer") {
    const auto base = [](const provider& p, provider_settings s) {
        return endpoint_of(p, secret{"k"}, std::move(s)).base_url;
    };
    CHECK(base(providers::cloudflare, {.account = "a1"}) ==
          "https://api.cloudflare.com/client/v4/accounts/a1/ai/v1");
    CHECK(base(providers::bedrock, {.region = "us-east-1"}) ==
          "https://bedrock-mantle.us-east-1.api.aws/openai/v1");
    CHECK(base(providers::bedrock_runtime, {.region = "eu-west-3"}) ==
          "https://bedrock-runtime.eu-west-3.amazonaws.com/openai/v1");
    CHECK(base(providers::bedrock_runtime, {.region = "cn-north-1"}) ==
          "https://bedrock-runtime.cn-north-1.amazonaws.com.cn/openai/v1");
    CHECK(base(providers::bedrock_runtime, {.region = "us-iso-east-1"}) ==
          "https://bedrock-runtime.us-iso-east-1.c2s.ic.gov/openai/v1");
    CHECK(base(providers::bedrock_runtime, {.region = "us-isob-east-1"}) ==
          "https://bedrock-runtime.us-isob-east-1.sc2s.sgov.gov/openai/v1");
    CHECK(base(providers::vertex, {.account = "p", .region = "europe-west4"}) ==
          "https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4/"
          "publishers/openai/v1");
    CHECK(base(providers::vertex_chat, {.account = "example.com:p", .region = "global"}) ==
          "https://aiplatform.googleapis.com/v1/projects/example.com:p/locations/global/"
          "endpoints/openapi");
    // one of the customer's replaces it as a whole
    CHECK(base(providers::cloudflare, {.base_url = "https://proxy.example/v1/"}) ==
          "https://proxy.example/v1");
    // what is missing or could lead elsewhere makes no URL
    CHECK(base(providers::cloudflare, {}).empty());
    CHECK(base(providers::vertex, {.account = "p"}).empty());
    for (const char* wrong :
         {"evil.example/", "a.b", "a@b", "a/..", "a b", "a#", "a?b", "\xc3\xa9"}) {
        INFO(wrong);
        CHECK(base(providers::bedrock, {.region = wrong}).empty());
        CHECK(base(providers::vertex, {.account = "p", .region = wrong}).empty());
    }
    for (const char* wrong : {"..", ".", "a/b", "a?b", "a#b", "a%2f", "a@b", "a\\b"}) {
        INFO(wrong);
        CHECK(base(providers::cloudflare, {.account = wrong}).empty());
    }
    CHECK_FALSE(build_request(hello, endpoint_of(providers::cloudflare, secret{"k"}), false));
}

TEST_CASE("a provider may have a version in a field of the header") {
    CHECK(call(endpoint_of(providers::github_models, secret{"k"}))
              .headers.value("X-GitHub-Api-Version") == "2022-11-28");
    CHECK_FALSE(
        call(endpoint_of(providers::groq, secret{"k"})).headers.find("X-GitHub-Api-Version"));
}

TEST_CASE("of several variables the first one that is set counts") {
    std::map<std::string, std::string> environment{{"AWS_DEFAULT_REGION", "eu-west-1"},
                                                   {"AWS_BEARER_TOKEN_BEDROCK", "k"},
                                                   {"CLOUDFLARE_API_KEY", "second"},
                                                   {"CLOUDFLARE_ACCOUNT_ID", "a"}};
    const auto lookup = [&](const char* name) -> const char* {
        const auto found = environment.find(name);
        return found == environment.end() ? nullptr : found->second.c_str();
    };
    CHECK(endpoint_of(providers::bedrock, lookup).base_url ==
          "https://bedrock-mantle.eu-west-1.api.aws/openai/v1");
    CHECK(call(endpoint_of(providers::cloudflare, lookup)).headers.value("Authorization") ==
          "Bearer second");
    environment["AWS_REGION"] = "us-east-2";
    environment["CLOUDFLARE_API_TOKEN"] = "first";
    CHECK(endpoint_of(providers::bedrock, lookup).base_url ==
          "https://bedrock-mantle.us-east-2.api.aws/openai/v1");
    CHECK(call(endpoint_of(providers::cloudflare, lookup)).headers.value("Authorization") ==
          "Bearer first");
    environment["CLOUDFLARE_API_TOKEN"] = "";
    CHECK(call(endpoint_of(providers::cloudflare, lookup)).headers.value("Authorization") ==
          "Bearer second");
    CHECK(endpoint_of(providers::bedrock, lookup, {.region = "ca-central-1"}).base_url ==
          "https://bedrock-mantle.ca-central-1.api.aws/openai/v1");
}

TEST_CASE("Azure's paths contain the deployment if there is a version, and are v1 otherwise") {
    const std::string resource = "https://name.openai.azure.com/";
    const auto v1 = call(endpoint_of(providers::azure, secret{"k"}, {.base_url = resource}));
    CHECK(http::url_of(v1) == "https://name.openai.azure.com/openai/v1/chat/completions");
    CHECK(v1.headers.value("api-key") == "k");
    CHECK_FALSE(v1.headers.find("Authorization"));
    const auto dated =
        call(endpoint_of(providers::azure, secret{"k"},
                         {.base_url = resource, .api_version = "2024-10-21", .deployment = "d"}));
    CHECK(http::url_of(dated) ==
          "https://name.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-"
          "10-21");
    // by the model's name if there is one; the Responses API is beside the deployments
    const endpoint unnamed =
        endpoint_of(providers::azure, secret{"k"}, {.base_url = resource, .api_version = "v"});
    const auto target = [&](const auto& request) {
        return build_request(request, unnamed, false).value().target;
    };
    CHECK(target(ImageGenerationRequest{.prompt = "p", .model = "image"}) ==
          "/openai/deployments/image/images/generations?api-version=v");
    CHECK(target(TranscriptionRequest{.file = file_content("a", "b"), .model = "w"}) ==
          "/openai/deployments/w/audio/transcriptions?api-version=v");
    CHECK(target(ModerationRequest{.input = "a"}) == "/openai/moderations?api-version=v");
    CHECK(target(ModerationRequest{.input = "a", .model = "m"}) ==
          "/openai/moderations?api-version=v");
    CHECK(target(ResponseRequest{.model = "m", .input = "a"}) == "/openai/responses?api-version=v");
    // without the resource name there is no base URL
    const auto nowhere = build_request(hello, endpoint_of(providers::azure, secret{"k"}), false);
    REQUIRE_FALSE(nowhere);
    CHECK(to_string(nowhere.error()) == "invalid_url: the URL is empty");
}

TEST_CASE("Azure: a token of Entra ID is a bearer token, and versions of the v1 API are a query") {
    const std::string resource = "https://name.openai.azure.com";
    endpoint entra = endpoint_of(providers::azure_entra, secret{"token"}, {.base_url = resource});
    CHECK(call(entra).headers.value("Authorization") == "Bearer token");
    CHECK_FALSE(call(entra).headers.find("api-key"));
    entra.key_source = [](bool) -> result<secret> { return secret("fresh"); };
    CHECK(call(entra).headers.value("Authorization") == "Bearer fresh");
    const auto preview = call(endpoint_of(providers::azure, secret{"k"},
                                          {.base_url = resource, .api_version = "preview"}));
    CHECK(http::url_of(preview) ==
          "https://name.openai.azure.com/openai/v1/chat/completions?api-version=preview");
}

TEST_CASE("the environment fills what was not set") {
    const std::map<std::string, std::string> environment{
        {"OPENAI_API_KEY", "k"},       {"OPENAI_BASE_URL", "https://proxy.example/v1/"},
        {"OPENAI_ORG_ID", "org"},      {"OPENAI_PROJECT_ID", "project"},
        {"AZURE_OPENAI_API_KEY", "a"}, {"AZURE_OPENAI_ENDPOINT", "https://n.openai.azure.com"},
        {"OPENAI_API_VERSION", "v"}};
    const auto lookup = [&](const char* name) -> const char* {
        const auto found = environment.find(name);
        return found == environment.end() ? nullptr : found->second.c_str();
    };
    const auto openai = call(endpoint_of(providers::openai, lookup));
    CHECK(http::url_of(openai) == "https://proxy.example/v1/chat/completions");
    CHECK(openai.headers.value("Authorization") == "Bearer k");
    CHECK(openai.headers.value("OpenAI-Organization") == "org");
    CHECK(openai.headers.value("OpenAI-Project") == "project");
    const auto set = call(endpoint_of(providers::openai, lookup, {.organization = "other"}));
    CHECK(set.headers.value("OpenAI-Organization") == "other");
    CHECK(call(endpoint_of(providers::azure, lookup)).target ==
          "/openai/deployments/m/chat/completions?api-version=v");
    const auto none = call(endpoint_of(providers::vllm, lookup));
    CHECK_FALSE(none.headers.find("Authorization"));
}

TEST_CASE("the program's name is sent to providers that ask for it") {
    const provider_settings app{.app_url = "https://app.example", .app_name = "App"};
    const auto named = call(endpoint_of(providers::openrouter, secret{"k"}, app));
    CHECK(named.headers.value("HTTP-Referer") == "https://app.example");
    CHECK(named.headers.value("X-Title") == "App");
    CHECK_FALSE(call(endpoint_of(providers::openai, secret{"k"}, app)).headers.find("X-Title"));
}

TEST_CASE("what Atoma's proxy would reject is rejected before it is sent") {
    const endpoint atoma = endpoint_of(providers::atoma, secret{"k"});
    const auto path = [&](const auto& request) {
        const auto built = build_request(request, atoma, false);
        return built ? std::string() : built.error().path;
    };
    CHECK(path(hello).empty());
    CHECK(path(ChatCompletionRequest{.model = "m",
                                     .messages = {assistant(std::vector<ToolCall>{ToolCall{}})}}) ==
          "messages[0].content");
    CHECK(path(EmbeddingRequest{.model = "m", .input = "a"}).empty());
    CHECK(path(EmbeddingRequest{.model = "m", .input = std::vector<std::string>{"a"}}) == "input");
    CHECK(path(ImageGenerationRequest{.prompt = "p"}) == "model");
    CHECK(path(ImageGenerationRequest{.prompt = "p", .model = "m", .n = 1, .size = "auto"}) ==
          "size");
    CHECK(
        path(ImageGenerationRequest{.prompt = "p", .model = "m", .n = 1, .size = "64x64"}).empty());
}
