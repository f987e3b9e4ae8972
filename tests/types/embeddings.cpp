#include <oaiwire/types/embeddings.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

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

TEST_CASE("base64 that is read into a vector does not depend on the numbers that were there") {
    support::random r(33);
    Embedding reused;
    for (int i = 0; i != 5000; ++i) {
        std::string text = R"({"embedding":")";
        append_base64(text, std::vector<float>(r.below(40), 0.25F));
        if (r.one_in(8)) text += r.one_in(2) ? "AAA" : "*";
        if (r.one_in(8)) text.insert(14, "\\u0041");
        text += R"(","object":")" + std::string(r.below(20), 'o') + "\"}";
        // a quote may be where the last text ended
        if (r.one_in(8)) text = R"({"embedding":"AAAAPw==","extra":"AAAAPw==AAAAPw=="})";
        if (r.one_in(8)) text = R"({"embedding":[0.5,0.25]})";
        const bool read = json::read_into(text, reused).has_value();
        const auto fresh = json::read<Embedding>(text);
        REQUIRE(read == fresh.has_value());
        if (read) REQUIRE(reused == *fresh);
    }
}

TEST_CASE("base64 ends at its first quote, if the last text was as long as it and what follows") {
    Embedding value;
    value.embedding = EmbeddingVector{.values = {1, 2, 3}, .form = embedding_form::base64};
    REQUIRE(json::read_into(R"({"embedding":"AAAAPw==","extra":1})", value).has_value());
    CHECK(value.embedding->values == std::vector<float>{0.5F});
    CHECK(value.embedding->form == embedding_form::base64);
    CHECK(value.extra.size() == 1);
}

}  // namespace embeddings_tests
