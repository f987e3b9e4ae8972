#include <oaiwire/api/background.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <support/allocation_ledger.hpp>

namespace background_memory_tests {

using namespace oaiwire;
using support::allocations;

#if defined(__cpp_exceptions)

TEST_CASE("background_stream: wherever memory runs out, nothing throws") {
    ResponseLifecycleEvent event{.type = ResponseStreamEventType::created, .sequence_number = 0};
    event.response.emplace().id = "resp_with_an_id_that_no_string_keeps_inside_itself";
    const ResponseStreamEvent created(event);
    error why = make_error(errc::api_error, "a text that no string keeps inside itself");
    why.api.status = 404;
    bool more = true;
    for (std::size_t n = 0; more && n != 500; ++n) {
        background_stream follow;
        const std::size_t failures = allocations.failures;
        allocations.fails_on = false;
        allocations.until_failure = n;
        const bool fresh = follow.take(created);
        const bool named = !follow.resume().response_id.empty();
        follow.ended(stream_end::api_error, why, 1);
        allocations.until_failure = support::allocation_ledger::never;
        more = allocations.failures != failures;
        CHECK(fresh);
        CHECK(follow.done());
        CHECK((more || named));
        CHECK_FALSE(follow.ok());
    }
    CHECK_FALSE(more);
}

#endif

}  // namespace background_memory_tests
