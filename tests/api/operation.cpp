#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations.hpp>

#include <support/catch.hpp>

namespace operation_tests {

using namespace oaiwire;

struct Ping {};
struct Pong {
    std::string word{};
};

}  // namespace operation_tests

template <>
struct oaiwire::operation_of<operation_tests::Ping> {
    using response = operation_tests::Pong;
    static constexpr std::string_view id = "ping";
    static constexpr std::string_view method = "GET";
    static constexpr std::string_view path = "/ping";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
    static constexpr bool has_body = false;
    static constexpr bool at_root = true;
};

namespace operation_tests {

TEST_CASE("an operation is selected by its request type") {
    STATIC_REQUIRE(streamed_operation<ChatCompletionRequest>);
    STATIC_REQUIRE(streamed_operation<CompletionRequest>);
    STATIC_REQUIRE(operation<ListModelsRequest>);
    STATIC_REQUIRE_FALSE(streamed_operation<ListModelsRequest>);
    STATIC_REQUIRE_FALSE(operation<ChatCompletion>);
    STATIC_REQUIRE(std::is_same_v<response_of<ChatCompletionRequest>, ChatCompletion>);
    STATIC_REQUIRE(std::is_same_v<chunk_of<ChatCompletionRequest>, ChatCompletionChunk>);
    STATIC_REQUIRE(std::is_same_v<response_of<RetrieveModelRequest>, Model>);
}

TEST_CASE("a user's request type becomes an operation by a specialisation") {
    STATIC_REQUIRE(operation<Ping>);
    STATIC_REQUIRE(std::is_same_v<response_of<Ping>, Pong>);
}

TEST_CASE("methods and paths are those of the specifications") {
    CHECK(operation_of<ChatCompletionRequest>::path == "/chat/completions");
    CHECK(operation_of<ChatCompletionRequest>::method == "POST");
    CHECK(operation_of<CompletionRequest>::path == "/completions");
    CHECK(operation_of<ListModelsRequest>::path == "/models");
    CHECK(operation_of<HealthRequest>::at_root);
    CHECK(operation_of<HealthRequest>::auth == auth::none);
}

TEST_CASE("a model in a path is one segment, whatever its name contains") {
    std::string target = "/v1/models";
    REQUIRE(operation_of<RetrieveModelRequest>::complete(target, {.model = "meta/Llama 3?"}));
    CHECK(target == "/v1/models/meta%2FLlama%203%3F");
    for (const char* bad : {"", ".", ".."}) {
        std::string unchanged = "/v1/models";
        CHECK_FALSE(operation_of<RetrieveModelRequest>::complete(unchanged, {.model = bad}));
        CHECK(unchanged == "/v1/models");
    }
}

}  // namespace operation_tests
