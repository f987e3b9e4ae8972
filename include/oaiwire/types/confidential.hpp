// Atoma's confidential calls on the wire: a sealed request, a sealed response. Knows no JSON and no
// cryptography; confidential/ seals and opens.
#pragma once

#include <cstdint>
#include <string>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline v0_2 {

// POST /confidential/{chat/completions,completions,embeddings,images/generations}. Byte strings are
// base64 with padding.
struct ConfidentialComputeRequest {
    std::string ciphertext{};                  // of AES-256-GCM, its 16-byte tag appended
    std::string client_dh_public_key{};        // X25519, 32 bytes, new for each request
    std::string model_name{};                  // in clear, for routing
    std::string node_dh_public_key{};          // X25519, 32 bytes, as the lock named it
    std::string nonce{};                       // 12 bytes
    field<std::uint64_t> num_compute_units{};  // tokens, or pixels
    std::string plaintext_body_hash{};         // BLAKE2b-256, 32 bytes
    std::string salt{};                        // of HKDF, 16 bytes
    std::uint64_t stack_small_id{};            // as the lock named it
    field<bool> stream{};
    extra_members extra{};
    friend bool operator==(const ConfidentialComputeRequest&,
                           const ConfidentialComputeRequest&) = default;
};

// A sealed response, or one event of a sealed stream (Atoma: ConfidentialComputeStreamResponse,
// whose `data` is the event's). usage is in clear, and need not name every count.
struct ConfidentialComputeResponse {
    std::string ciphertext{};            // of AES-256-GCM, its 16-byte tag appended
    std::string nonce{};                 // 12 bytes
    field<std::string> response_hash{};  // BLAKE2b-256 of the plaintext
    field<std::string> signature{};      // Sui's, over the hash
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const ConfidentialComputeResponse&,
                           const ConfidentialComputeResponse&) = default;
};

}  // namespace oaiwire::inline v0_2
