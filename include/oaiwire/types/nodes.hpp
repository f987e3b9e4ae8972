// Atoma's nodes: registering a node, and locking one for a confidential call. Also the server's
// health.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// Atoma: NodePublicAddressAssignment. Declared in the order in which the server hashes the members:
// the signature is made over the output of json::write.
struct NodePublicAddressAssignment {
    std::uint64_t node_small_id{};
    std::string public_address{};  // URL
    std::string country{};
    extra_members extra{};
    friend bool operator==(const NodePublicAddressAssignment&,
                           const NodePublicAddressAssignment&) = default;
};

// POST /nodes.
struct NodesCreateRequest {
    NodePublicAddressAssignment data{};
    std::string signature{};  // base64; Sui signature over BLAKE2b-256 of the JSON text of `data`
    extra_members extra{};
    friend bool operator==(const NodesCreateRequest&, const NodesCreateRequest&) = default;
};

// Atoma: NodesCreateResponse.
struct NodesCreateResponse {
    field<std::string> message{};  // "Success"
    extra_members extra{};
    friend bool operator==(const NodesCreateResponse&, const NodesCreateResponse&) = default;
};

// POST /nodes/lock (Atoma: NodesCreateLockRequest). Reserves a node for one confidential call.
struct NodesCreateLockRequest {
    std::string model{};
    field<std::uint64_t> max_num_tokens{};  // input and output; server's default: 8192
    field<std::uint64_t> timeout{};         // lifetime of the lock in seconds; server's default: 5
    extra_members extra{};
    friend bool operator==(const NodesCreateLockRequest&, const NodesCreateLockRequest&) = default;
};

// Atoma: NodesCreateLockResponse.
struct NodesCreateLockResponse {
    std::string public_key{};  // X25519 key of the node, 32 bytes in base64
    std::uint64_t node_small_id{};
    field<std::string> stack_entry_digest{};  // digest of a transaction on the Sui chain
    std::uint64_t stack_small_id{};
    extra_members extra{};
    friend bool operator==(const NodesCreateLockResponse&,
                           const NodesCreateLockResponse&) = default;
};

// GET /health (Atoma). No body.
struct HealthRequest {
    friend bool operator==(const HealthRequest&, const HealthRequest&) = default;
};
// The response to HealthRequest, {"message":"ok"}.
struct HealthResponse {
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const HealthResponse&, const HealthResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
