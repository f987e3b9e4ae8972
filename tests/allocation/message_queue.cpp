#include <oaiwire/transport/message_queue.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <support/allocation_ledger.hpp>

namespace message_queue_memory_tests {

using oaiwire::detail::message_queue;
using oaiwire::http::message_kind;
using support::allocations;

TEST_CASE("message_queue: slots that are not in use keep little memory, whatever they held") {
    const std::string large(200 << 10, 'x');
    message_queue queue;
    const std::size_t before = allocations.bytes;
    for (int i = 0; i != 1000; ++i) queue.push({message_kind::text, "a"});
    queue.clear();
    for (int i = 0; i != 3000; ++i) {
        queue.push({message_kind::binary, large});
        REQUIRE(queue.take());
    }
    CHECK(allocations.bytes - before < 1'000'000);
}

TEST_CASE("message_queue: in steady state it allocates nothing") {
    const std::string piece(10 << 10, 'x');
    message_queue queue;
    std::size_t before = 0;
    for (int i = 0; i != 200; ++i) {
        if (i == 100) before = allocations.count;
        for (int n = 0; n != 5; ++n) queue.push({message_kind::text, piece});
        while (queue.take()) {
        }
    }
    CHECK(allocations.count == before);
}

}  // namespace message_queue_memory_tests
