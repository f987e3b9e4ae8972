#include <oaiwire/types/embeddings.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace oaiwire;

TEST_CASE("an embedding is numbers or base64") {
    const Embedding numbers{.embedding = std::vector<float>{0.5f, -1.0f}, .index = 0};
    CHECK(std::get<0>(*numbers.embedding).size() == 2);
    const Embedding text{.embedding = "AACAPw=="};
    CHECK(std::get<std::string>(*text.embedding) == "AACAPw==");
    CHECK(numbers != text);
    CHECK(EmbeddingResponse{.data = {numbers}}.data.size() == 1);
}
