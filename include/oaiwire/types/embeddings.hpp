// Embeddings: requests and response.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// A text, several texts, token ids, or several lists of token ids. An empty JSON array reads as an
// empty list of texts. Atoma's proxy accepts a single text only.
using EmbeddingInput =
    std::variant<std::string, std::vector<std::string>, std::vector<std::int64_t>,
                 std::vector<std::vector<std::int64_t>>>;

// POST /embeddings (OpenAI, Atoma: CreateEmbeddingRequest; R9S: EmbeddingRequest).
struct EmbeddingRequest {
    std::string model{};
    EmbeddingInput input{};            // OpenAI: a list has 1..2048 entries
    field<std::int64_t> dimensions{};  // OpenAI: at least 1
    field<open_enum<EmbeddingEncoding>> encoding_format{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const EmbeddingRequest&, const EmbeddingRequest&) = default;
};

// POST /engines/{model}/embeddings (R9S). The members of EmbeddingRequest, with the model in the
// path.
struct EngineEmbeddingRequest {
    path_parameter model{};
    EmbeddingInput input{};
    field<std::int64_t> dimensions{};
    field<open_enum<EmbeddingEncoding>> encoding_format{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const EngineEmbeddingRequest&, const EngineEmbeddingRequest&) = default;
};

// OpenAI: Embedding; R9S: EmbeddingObject.
struct Embedding {
    field<std::string> object{};
    field<EmbeddingVector> embedding{};
    field<std::int64_t> index{};  // position in the request's input
    extra_members extra{};
    friend bool operator==(const Embedding&, const Embedding&) = default;
};

// OpenAI, Atoma: CreateEmbeddingResponse; R9S: EmbeddingResponse.
struct EmbeddingResponse {
    field<std::string> object{};
    std::vector<Embedding> data{};
    field<std::string> model{};
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const EmbeddingResponse&, const EmbeddingResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
