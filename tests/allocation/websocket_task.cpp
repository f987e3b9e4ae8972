#include <oaiwire/transport/websocket_task.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <support/allocation_ledger.hpp>
#include <transport/websocket_fake.hpp>

namespace websocket_task_memory_tests {

using namespace websocket_fake;
using oaiwire::errc;
using oaiwire::http::message_kind;
using support::allocations;

#if defined(__cpp_exceptions)

TEST_CASE("websocket_task: nothing follows a message that is lost for want of memory") {
    for (const bool closes : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more && k != 100; ++k) {
            fake_pool pool;
            const auto task = pool.open(request_of());
            pool.settle();
            REQUIRE(task->head() != nullptr);
            for (const char c : {'a', 'b', 'c', 'd', 'e', 'f'}) {
                REQUIRE(task->server.send(message_kind::text, std::string(100, c)));
            }
            if (closes) REQUIRE(task->server.close());
            std::string bytes(task->server.unsent());
            const std::size_t failures = allocations.failures;
            allocations.fails_on = false;
            allocations.until_failure = k;
            task->received(bytes);
            allocations.until_failure = support::allocation_ledger::never;
            more = allocations.failures != failures;
            bytes.assign(bytes.size(), '!');
            task->finished();
            std::string got;
            while (const auto message = task->next()) got += message->data.front();
            CHECK(std::string("abcdef").starts_with(got));
            CHECK(task->ended());
            CHECK_FALSE(task->send(message_kind::text, "x"));
            const errc due = closes ? errc::ok : errc::closed_early;
            if (got == "abcdef") CHECK((task->failure().code == due || more));
            if (got != "abcdef") CHECK(task->failure().code == errc::out_of_memory);
        }
        CHECK_FALSE(more);
    }
}

#endif

}  // namespace websocket_task_memory_tests
