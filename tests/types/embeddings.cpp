#include <oaiwire/types/embeddings.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace embeddings_tests {

using namespace oaiwire;

TEST_CASE("an embedding has its numbers in each encoding") {
    const Embedding one{.embedding = EmbeddingVector{.values = {0.5f, -1.0f}}, .index = 0};
    CHECK(one.embedding->values.size() == 2);
    CHECK(one.embedding->form == embedding_form::floats);
    CHECK(EmbeddingResponse{.data = {one}}.data.front() == one);
}

TEST_CASE("the input is a text, texts, tokens or lists of tokens") {
    CHECK(EmbeddingRequest{.input = "a"}.input.index() == 0);
    CHECK(EmbeddingRequest{.input = std::vector<std::string>{"a"}}.input.index() == 1);
    CHECK(EmbeddingRequest{.input = std::vector<std::int64_t>{1}}.input.index() == 2);
    CHECK(EmbeddingRequest{.input = std::vector<std::vector<std::int64_t>>{{1}}}.input.index() ==
          3);
    CHECK(EngineEmbeddingRequest{.model = "m", .input = "a"}.model.text() == "m");
}

}  // namespace embeddings_tests
