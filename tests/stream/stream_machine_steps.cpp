#include <oaiwire/stream/stream_machine_steps.hpp>

#include <utility>

#include <oaiwire/stream/completion_stream.hpp>
#include <support/catch.hpp>

namespace stream_machine_steps_tests {

using namespace oaiwire;

TEST_CASE("a moved machine continues at its position") {
    const std::string_view event = "data: {\"choices\":[{\"text\":\"a\"}]}\n\n";
    detail::stream_machine first(detail::chunk_table_of<CompletionChunk>(), {}, json::tolerant);
    for (int i = 0; i != 2; ++i) {  // it is learnt when it comes again
        first.feed(event);
        REQUIRE(first.next() != nullptr);
        CHECK(first.next() == nullptr);
    }
    detail::stream_machine second(std::move(first));
    second.feed(event);
    REQUIRE(second.next() != nullptr);
    CHECK(second.template_hits() == 2);
    second.cancel();
    CHECK(second.end_reason() == stream_end::cancelled);
    CHECK(second.error().code == errc::cancelled);
}

}  // namespace stream_machine_steps_tests
