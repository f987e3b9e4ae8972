#include <oaiwire/types/nodes.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/reflect/names.hpp>

namespace nodes_tests {

using namespace oaiwire;

TEST_CASE("the members of a node's address are in the order in which they are signed") {
    const auto& names = reflect::member_names<NodePublicAddressAssignment>;
    CHECK(names[0] == "node_small_id");
    CHECK(names[1] == "public_address");
    CHECK(names[2] == "country");
    const NodesCreateRequest request{
        .data = {.node_small_id = 1, .public_address = "https://node.example", .country = "CH"},
        .signature = "AA=="};
    CHECK(request.data.country == "CH");
    CHECK(NodesCreateResponse{.message = "Success"}.message == "Success");
    CHECK(HealthResponse{.message = "ok"}.message == "ok");
}

TEST_CASE("a lock request needs a model only") {
    const NodesCreateLockRequest request{.model = "m"};
    CHECK(request.max_num_tokens.is_absent());
    CHECK(request.timeout.is_absent());
    const NodesCreateLockResponse lock{.node_small_id = 2, .stack_small_id = 3};
    CHECK(lock.public_key.empty());
    CHECK(lock.stack_entry_digest.is_absent());
}

}  // namespace nodes_tests
