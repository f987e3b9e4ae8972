// Atoma's nodes: registering one, and locking one for a confidential call; and the health of the
// server. Knows no JSON.
#pragma once

#include <cstdint>
#include <string>

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

// In the order in which the server hashes it: what json::write makes of it is what is signed.
struct NodePublicAddressAssignment {
    std::uint64_t node_small_id{};
    std::string public_address{};  // a URL
    std::string country{};
    extra_members extra{};
    friend bool operator==(const NodePublicAddressAssignment&,
                           const NodePublicAddressAssignment&) = default;
};

// POST /nodes.
struct NodesCreateRequest {
    NodePublicAddressAssignment data{};
    std::string signature{};  // Sui's, over BLAKE2b-256 of data's JSON text; base64
    extra_members extra{};
    friend bool operator==(const NodesCreateRequest&, const NodesCreateRequest&) = default;
};

struct NodesCreateResponse {
    field<std::string> message{};  // "Success"
    extra_members extra{};
    friend bool operator==(const NodesCreateResponse&, const NodesCreateResponse&) = default;
};

// POST /nodes/lock: reserves a node for one confidential call.
struct NodesCreateLockRequest {
    std::string model{};
    field<std::uint64_t> max_num_tokens{};  // in and out; server's default: 8192
    field<std::uint64_t> timeout{};         // seconds that the lock lives; server's default: 5
    extra_members extra{};
    friend bool operator==(const NodesCreateLockRequest&, const NodesCreateLockRequest&) = default;
};

struct NodesCreateLockResponse {
    std::string public_key{};  // X25519, 32 bytes, base64
    std::uint64_t node_small_id{};
    field<std::string> stack_entry_digest{};  // of the transaction on the chain
    std::uint64_t stack_small_id{};
    extra_members extra{};
    friend bool operator==(const NodesCreateLockResponse&,
                           const NodesCreateLockResponse&) = default;
};

// GET /health. Without a body; the answer is {"message":"ok"}.
struct HealthRequest {
    friend bool operator==(const HealthRequest&, const HealthRequest&) = default;
};
struct HealthResponse {
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const HealthResponse&, const HealthResponse&) = default;
};

}  // namespace oaiwire::inline v0_2
