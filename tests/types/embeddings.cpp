#include <oaiwire/types/embeddings.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace embeddings_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("the input of an embedding is a text, texts, tokens or lists of tokens") {
    using input = EmbeddingInput;
    CHECK(chooses<std::string, input>(R"("a")"));
    CHECK(chooses<std::vector<std::string>, input>(R"(["a","b"])"));
    CHECK(chooses<std::vector<std::int64_t>, input>("[1,2]"));
    CHECK(chooses<std::vector<std::vector<std::int64_t>>, input>("[[1],[2]]"));
    CHECK(chooses<std::vector<std::string>, input>("[]"));
}

TEST_CASE("an engine request is written without the model") {
    CHECK(json_of(EmbeddingRequest{.model = "m", .input = "a"}) == R"({"model":"m","input":"a"})");
    CHECK(json_of(EngineEmbeddingRequest{
              .model = "m", .input = "a", .encoding_format = EmbeddingEncoding::float_}) ==
          R"({"input":"a","encoding_format":"float"})");
}

TEST_CASE("vectors of one response may have different encodings") {
    const auto read = from_json<EmbeddingResponse>(
        R"({"data":[{"embedding":[0.5],"index":0},{"embedding":"AAAAPw==","index":1},{}]})");
    REQUIRE(read.data.size() == 3);
    CHECK(read.data[0].embedding->form == embedding_form::floats);
    CHECK(read.data[1].embedding->form == embedding_form::base64);
    CHECK(read.data[0].embedding->values == read.data[1].embedding->values);
    CHECK(read.data[2].embedding.is_absent());
}

}  // namespace embeddings_tests
