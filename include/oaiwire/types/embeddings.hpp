// Embeddings. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// The vector: numbers, or base64 of little-endian IEEE 754 binary32 where that was asked for. Some
// servers give one list for each encoding, in an object.
using EmbeddingVector = std::variant<std::vector<float>, std::string, string_map<raw_json>>;

struct Embedding {
    field<std::string> object{};
    field<EmbeddingVector> embedding{};
    field<std::int64_t> index{};
    extra_members extra{};
    friend bool operator==(const Embedding&, const Embedding&) = default;
};

// OpenAI: CreateEmbeddingResponse. Numbers are held as float: text that names a double reads back
// to the nearest float's bits.
struct EmbeddingResponse {
    field<std::string> object{};
    std::vector<Embedding> data{};
    field<std::string> model{};
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const EmbeddingResponse&, const EmbeddingResponse&) = default;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
