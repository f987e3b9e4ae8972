#include <oaiwire/types/nodes.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace nodes_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("a node's address is written in the order in which it is signed") {
    const NodesCreateRequest request{
        .data = {.node_small_id = 1, .public_address = "https://node.example", .country = "CH"},
        .signature = "AA=="};
    CHECK(json_of(request.data) ==
          R"({"node_small_id":1,"public_address":"https://node.example","country":"CH"})");
    CHECK(json_of(request) == R"({"data":)" + json_of(request.data) + R"(,"signature":"AA=="})");
}

TEST_CASE("a lock request needs a model only") {
    CHECK(json_of(NodesCreateLockRequest{.model = "m"}) == R"({"model":"m"})");
    CHECK(json_of(NodesCreateLockRequest{.model = "m", .max_num_tokens = 5, .timeout = 9}) ==
          R"({"model":"m","max_num_tokens":5,"timeout":9})");
}

TEST_CASE("a lock response with a wrong key or id is rejected") {
    const auto lock = from_json<NodesCreateLockResponse>(
        R"({"public_key":"AA==","node_small_id":2,"stack_small_id":3})");
    CHECK(lock.stack_entry_digest.is_absent());
    for (const char* text : {R"({"node_small_id":-2})", R"({"stack_small_id":"3"})",
                             R"({"public_key":null})", R"({"node_small_id":1.5})"}) {
        INFO(text);
        CHECK_FALSE(json::read<NodesCreateLockResponse>(text));
    }
}

}  // namespace nodes_tests
