#include <oaiwire/stream/stream_machine_steps.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/stream/completion_stream.hpp>
#include <support/catch.hpp>

namespace stream_machine_steps_tests {

using namespace oaiwire;

TEST_CASE("a moved machine continues at its position") {
    const std::string_view event = "data: {\"choices\":[{\"text\":\"a\"}]}\n\n";
    detail::stream_machine first(detail::chunk_table_of<CompletionChunk>(), {}, json::tolerant);
    for (int i = 0; i != 6; ++i) {  // it is kept as the fifth, and learnt when it comes again
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

TEST_CASE("the first events of a stream are learnt only if bytes of three more are there") {
    const std::string event = "data: {\"choices\":[{\"text\":\"a\"}]}\n\n";
    const auto hits = [&](std::size_t events, std::size_t in_a_feed) {
        detail::stream_machine stream(detail::chunk_table_of<CompletionChunk>(), {},
                                      json::tolerant);
        std::string piece;
        for (std::size_t i = 0; i != in_a_feed; ++i) piece += event;
        for (std::size_t i = 0; i != events / in_a_feed; ++i) {
            stream.feed(piece);
            for (std::size_t n = 0; n != in_a_feed; ++n) REQUIRE(stream.next() != nullptr);
            CHECK(stream.next() == nullptr);
        }
        return stream.template_hits();
    };
    CHECK(hits(2, 1) == 0);
    CHECK(hits(2, 2) == 0);
    CHECK(hits(3, 3) == 0);
    CHECK(hits(4, 4) == 3);
    CHECK(hits(5, 1) == 0);
    CHECK(hits(7, 1) == 2);
    CHECK(hits(6, 2) == 1);
    CHECK(hits(8, 2) == 3);
}

}  // namespace stream_machine_steps_tests
