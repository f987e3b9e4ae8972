// Heads: which operation, which key, which media type; and what is refused.
#include <oaiwire/server/incoming_machine_head.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/chat.hpp>
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/embeddings.hpp>
#include <oaiwire/gateways.hpp>
#include <oaiwire/models.hpp>
#include <oaiwire/server/incoming.hpp>
#include <oaiwire/types/text.hpp>

namespace incoming_machine_head_tests {

using namespace oaiwire;

namespace {

using server =
    incoming<ChatCompletionRequest, ListChatCompletionsRequest, RetrieveChatCompletionRequest,
             UpdateChatCompletionRequest, DeleteChatCompletionRequest, EmbeddingRequest,
             ListModelsRequest, RetrieveModelRequest, HealthRequest, NodesCreateLockRequest>;

constexpr std::string_view hello = R"({"model":"m","messages":[{"role":"user","content":"hi"}]})";

http::received_request head_of(std::string_view method, std::string_view target,
                               http::header_list headers = {}) {
    return {std::string(method), std::string(target), std::move(headers)};
}

// "createChatCompletion", or the status and the code of the error.
std::string found(server& s, const http::received_request& head, std::string_view body = {}) {
    s.head(head);
    s.feed(body);
    s.finish();
    if (s.ready()) return std::string(s.operation_id());
    return std::to_string(s.error().status) + ' ' + s.error().code;
}
std::string found(std::string_view method, std::string_view target, std::string_view body = hello,
                  incoming_options options = {}) {
    server s(std::move(options));
    return found(s, head_of(method, target), body);
}

incoming_options with_key(std::vector<std::string>* asked = nullptr) {
    incoming_options out;
    out.accepts_key = [asked](std::string_view key) {
        if (asked) asked->emplace_back(key);
        return equal_in_constant_time(key, "sk-1");
    };
    return out;
}

}  // namespace

TEST_CASE("an operation is found by its method and path") {
    CHECK(found("POST", "/v1/chat/completions") == "createChatCompletion");
    CHECK(found("POST", "/v1/chat/completions/") == "createChatCompletion");
    CHECK(found("POST", "/v1/chat/completions?x=y") == "createChatCompletion");
    CHECK(found("POST", "http://localhost:8080/v1/chat/completions") == "createChatCompletion");
    CHECK(found("GET", "/v1/chat/completions") == "listChatCompletions");
    CHECK(found("GET", "/v1/chat/completions/c1") == "getChatCompletion");
    CHECK(found("POST", "/v1/chat/completions/c1", R"({"metadata":{}})") == "updateChatCompletion");
    CHECK(found("DELETE", "/v1/chat/completions/c1") == "deleteChatCompletion");
    CHECK(found("GET", "/v1/models") == "listModels");
    CHECK(found("GET", "/v1/models/") == "listModels");
    CHECK(found("GET", "/v1/models/a%2Fb") == "retrieveModel");
    CHECK(found("GET", "/health") == "health");
}

TEST_CASE("any other path is unknown") {
    for (const std::string_view path : {"/",
                                        "",
                                        "*",
                                        "/v1",
                                        "/v1/",
                                        "/chat/completions",
                                        "/v1/chat",
                                        "/v1//chat/completions",
                                        "//v1/chat/completions",
                                        "/v1/chat/completions//",
                                        "/V1/chat/completions",
                                        "/v1/Chat/completions",
                                        "/v1/chat%2Fcompletions",
                                        "/v1/chat/completions/a/b",
                                        "/v10/chat/completions",
                                        "/v1/chat/completionss",
                                        "/v1/./chat/completions",
                                        "/v1/x/../chat/completions",
                                        "/v1/health",
                                        "/v1/models/a/b"}) {
        INFO(path);
        CHECK(found("POST", path) == "404 unknown_url");
        CHECK(found("GET", path) == "404 unknown_url");
    }
    server s;
    CHECK(found(s, head_of("GET", "/v1/nothing?key=secret")) == "404 unknown_url");
    CHECK(s.error().message == "Invalid URL (GET /v1/nothing)");
    CHECK(s.failure().code == errc::invalid_url);
    CHECK(s.operation_id().empty());
    // what is repeated to the client is bounded
    CHECK(found(s, head_of("GET", "/" + std::string(5000, 'x'))) == "404 unknown_url");
    CHECK(s.error().message.size() < 300);
}

TEST_CASE("a path with another method says which ones it has") {
    server s;
    CHECK(found(s, head_of("DELETE", "/v1/chat/completions")) == "405 method_not_supported");
    CHECK(s.error().headers.value("Allow") == "POST, GET, HEAD");
    CHECK(found(s, head_of("OPTIONS", "/v1/models")) == "405 method_not_supported");
    CHECK(s.error().headers.value("Allow") == "GET, HEAD");
    CHECK(found(s, head_of("PUT", "/v1/chat/completions/c1")) == "405 method_not_supported");
    CHECK(s.error().headers.value("Allow") == "GET, HEAD, POST, DELETE");
    // methods are case-sensitive
    CHECK(found(s, head_of("get", "/v1/models")) == "405 method_not_supported");
    CHECK(found(s, head_of("HEAD", "/v1/embeddings")) == "405 method_not_supported");
}

TEST_CASE("HEAD is read as GET") {
    server s;
    CHECK(found(s, head_of("HEAD", "/v1/models/m")) == "retrieveModel");
    CHECK(s.head_only());
    CHECK(s.get<RetrieveModelRequest>() != nullptr);
    CHECK(found(s, head_of("GET", "/v1/models/m")) == "retrieveModel");
    CHECK_FALSE(s.head_only());
}

TEST_CASE("the base path is a prefix, with or without slashes around it") {
    for (const std::string_view base : {"/api/v1", "/api/v1/", "api/v1", "api/v1//"}) {
        incoming_options options;
        options.base_path = base;
        CHECK(found("GET", "/api/v1/models", {}, options) == "listModels");
        CHECK(found("GET", "/v1/models", {}, options) == "404 unknown_url");
        CHECK(found("GET", "/health", {}, options) == "health");
    }
    for (const std::string_view base : {"", "/", "//"}) {
        incoming_options options;
        options.base_path = base;
        CHECK(found("GET", "/models", {}, options) == "listModels");
    }
}

TEST_CASE("Azure's forms are taken beside the base path") {
    server s;
    const auto azure = [&](std::string_view method, std::string_view target,
                           std::string_view body = hello) {
        return found(s, head_of(method, target, {{"api-key", "k"}}), body);
    };
    CHECK(azure("POST", "/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21") ==
          "createChatCompletion");
    CHECK(s.deployment() == "gpt 4");
    CHECK(s.get<ChatCompletionRequest>()->model == "m");
    CHECK(s.key().reveal() == "k");
    // a model that the body lacks is the deployment
    CHECK(azure("POST", "/openai/deployments/d/embeddings", R"({"input":"x"})") ==
          "createEmbedding");
    CHECK(s.get<EmbeddingRequest>()->model == "d");
    CHECK(azure("POST", "/openai/deployments/d/embeddings", R"({"model":"","input":"x"})") ==
          "createEmbedding");
    CHECK(s.get<EmbeddingRequest>()->model == "d");
    CHECK(azure("POST", "/openai/v1/chat/completions") == "createChatCompletion");
    CHECK(s.deployment().empty());
    CHECK(azure("GET", "/openai/models?api-version=2024-10-21", "") == "listModels");
    // what has no deployment at Azure
    CHECK(azure("POST", "/openai/deployments/d/nodes/lock", R"({"model":"m"})") ==
          "404 unknown_url");
    CHECK(azure("POST", "/openai/deployments//chat/completions") == "404 unknown_url");
    CHECK(azure("POST", "/openai/deployments/chat/completions") == "404 unknown_url");
    CHECK(azure("POST", "/openai/deployments/..%2Fx/chat/completions") == "400 ");
    CHECK(azure("POST", "/openai/deployments") == "404 unknown_url");
    CHECK(azure("POST", "/openaix/v1/chat/completions") == "404 unknown_url");
}

TEST_CASE("a parameter of the path that could mislead a program is refused") {
    for (const std::string_view id :
         {"..", ".", "%2e%2e", "..%2Fx", "x%2F..", "a%00b", "a%0d%0ab", "%", "%zz", "%FF"}) {
        INFO(id);
        server s;
        CHECK(found(s, head_of("GET", "/v1/models/" + std::string(id))) == "400 ");
        CHECK(s.failure().code == errc::invalid_url);
    }
}

TEST_CASE("a key is checked at the head, before any of the body is taken") {
    std::vector<std::string> asked;
    server s(with_key(&asked));
    const auto key = [&](http::header_list headers) {
        s.head(head_of("POST", "/v1/chat/completions", std::move(headers)));
        const bool failed = s.failed();
        s.feed(hello);
        s.finish();
        CHECK(failed == s.failed());
        return failed ? std::to_string(s.error().status) + ' ' + s.error().code : "";
    };
    CHECK(key({{"Authorization", "Bearer sk-1"}}).empty());
    CHECK(s.key().reveal() == "sk-1");
    CHECK(key({{"api-key", "sk-1"}}).empty());
    CHECK(key({{"Authorization", "bearer sk-2"}}) == "401 invalid_api_key");
    CHECK(s.key().empty());
    CHECK(asked == std::vector<std::string>{"sk-1", "sk-1", "sk-2"});
    CHECK(key({}) == "401 ");
    CHECK(s.error().headers.value("WWW-Authenticate") == "Bearer");
    CHECK(key({{"Authorization", "Basic c2stMQ=="}}) == "401 ");
    CHECK(key({{"Authorization", "Bearer "}}) == "401 invalid_api_key");
    CHECK(key({{"Authorization", "Bearer sk-1"}, {"Authorization", "Bearer sk-1"}}) == "400 ");
    CHECK(key({{"Authorization", "Bearer sk-1"}, {"api-key", "sk-3"}}) == "400 ");
    CHECK(asked.size() == 3);
    // no error repeats a key
    CHECK(key({{"Authorization", "Bearer sk-2"}}) == "401 invalid_api_key");
    CHECK(s.error().message.find("sk-2") == std::string::npos);
}

TEST_CASE("operations that need no key are open, and so is a server without a check") {
    server s(with_key());
    CHECK(found(s, head_of("GET", "/health")) == "health");
    CHECK(found(s, head_of("GET", "/v1/models")) == "401 ");
    CHECK(found("GET", "/v1/models") == "listModels");
    server open;
    CHECK(found(open, head_of("GET", "/v1/models", {{"Authorization", "Bearer any"}})) ==
          "listModels");
    CHECK(open.key().reveal() == "any");
    CHECK(found(open, head_of("GET", "/v1/models",
                              {{"api-key", "a"}, {"Authorization", "Bearer b"}})) == "listModels");
    CHECK(open.key().empty());
}

TEST_CASE("a JSON body has a media type of JSON") {
    const auto typed = [](http::header_list headers) {
        server s;
        return found(s, head_of("POST", "/v1/chat/completions", std::move(headers)), hello);
    };
    for (const std::string_view type :
         {"application/json", "Application/JSON", "application/json; charset=utf-8",
          "application/json;charset=\"UTF-8\"", "application/json; charset=utf8; x=y",
          "application/vnd.api+json", "application/json; x=y", "application/json ;",
          "application/json;;"}) {
        INFO(type);
        CHECK(typed({{"Content-Type", type}}) == "createChatCompletion");
    }
    CHECK(typed({}) == "createChatCompletion");
    for (const std::string_view type :
         {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
          "application/jsonl", "application/json; charset=utf-16", "json", "application/",
          "application/json; charset=iso-8859-1", "application/json; charset"}) {
        INFO(type);
        CHECK(typed({{"Content-Type", type}}) == "415 unsupported_content_type");
    }
    CHECK(typed({{"Content-Type", "application/json"}, {"content-type", "application/json"}}) ==
          "400 ");
    CHECK(typed({{"Content-Encoding", "gzip"}}) == "415 unsupported_content_encoding");
    CHECK(typed({{"Content-Encoding", "identity"}}) == "createChatCompletion");
    // of an operation without a body it does not matter
    server s;
    CHECK(found(s, head_of("GET", "/v1/models", {{"Content-Type", "text/plain"}})) == "listModels");
}

TEST_CASE("a length that is too large is refused at the head") {
    incoming_options options;
    options.bounds.body = 1000;
    server s(options);
    const auto announced = [&](std::string_view length) {
        s.head(head_of("POST", "/v1/chat/completions", {{"Content-Length", length}}));
        return s.failed();
    };
    CHECK_FALSE(announced("1000"));
    CHECK(announced("1001"));
    CHECK(s.error().status == 413);
    CHECK(s.failure().code == errc::limit_exceeded);
    CHECK(announced("18446744073709551616"));
    CHECK(announced("99999999999999999999999999999999"));
    s.head(head_of("GET", "/v1/models", {{"Content-Length", "1001"}}));
    CHECK(s.failed());
}

}  // namespace incoming_machine_head_tests
