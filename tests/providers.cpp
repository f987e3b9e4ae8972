#include <oaiwire/providers.hpp>
//
#include <support/catch.hpp>

#include <map>
#include <string>

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
        if (p->base_url.empty()) continue;
        const auto request = call(endpoint_of(*p, secret{"k"}));
        CHECK(http::url_of(request) == std::string(p->base_url) + "/chat/completions");
        CHECK(request.headers.value("Authorization") == "Bearer k");
        CHECK(p->key_variable.empty() == (p == &providers::ollama));
        CHECK(p->needs_key == p->base_url.starts_with("https://"));
    }
    CHECK_FALSE(call(endpoint_of(providers::ollama)).headers.find("Authorization"));
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
    CHECK(target(ResponseRequest{.model = "m", .input = "a"}) == "/openai/responses?api-version=v");
    // without the resource name there is no base URL
    CHECK_FALSE(build_request(hello, endpoint_of(providers::azure, secret{"k"}), false));
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
