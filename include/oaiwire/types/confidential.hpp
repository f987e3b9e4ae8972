// Encrypted requests and responses of Atoma's confidential operations. See confidential/ for
// encryption.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /confidential/{chat/completions,completions,embeddings,images/generations}. Binary values
// are base64 with padding; the sizes below are those of the decoded bytes.
struct ConfidentialComputeRequest {
    std::string ciphertext{};                  // AES-256-GCM, with its 16-byte tag appended
    std::string client_dh_public_key{};        // X25519, 32 bytes; new for each request
    std::string model_name{};                  // not encrypted, for routing
    std::string node_dh_public_key{};          // X25519, 32 bytes, from the lock response
    std::string nonce{};                       // AES-GCM nonce, 12 bytes
    field<std::uint64_t> num_compute_units{};  // tokens or, for images, pixels
    std::string plaintext_body_hash{};         // BLAKE2b-256, 32 bytes
    std::string salt{};                        // HKDF salt, 16 bytes
    std::uint64_t stack_small_id{};            // from the lock response
    field<bool> stream{};
    extra_members extra{};
    friend bool operator==(const ConfidentialComputeRequest&,
                           const ConfidentialComputeRequest&) = default;
};

// An encrypted response, or one event of an encrypted stream (Atoma: the `data` of
// ConfidentialComputeStreamResponse). `usage` is not encrypted and may lack some counts.
struct ConfidentialComputeResponse {
    std::string ciphertext{};            // AES-256-GCM, with its 16-byte tag appended
    std::string nonce{};                 // AES-GCM nonce, 12 bytes
    field<std::string> response_hash{};  // BLAKE2b-256 of the plaintext
    field<std::string> signature{};      // Sui signature of the hash
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const ConfidentialComputeResponse&,
                           const ConfidentialComputeResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
