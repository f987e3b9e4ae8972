#include <oaiwire/stream/stream_machine.hpp>

#include <string_view>

#include <oaiwire/stream/chat_stream.hpp>
#include <support/catch.hpp>

#include <oaiwire/types/text.hpp>

namespace stream_machine_tests {

using namespace oaiwire;

TEST_CASE("a machine reads the chunk type of its table") {
    detail::stream_machine machine(detail::chunk_table_of<ChatCompletionChunk>(), {},
                                   json::tolerant);
    machine.feed("data: {\"choices\":[{\"delta\":{\"content\":\"hello\"}}]}\n\n");
    const void* chunk = machine.next();
    REQUIRE(chunk != nullptr);
    CHECK(text(*static_cast<const ChatCompletionChunk*>(chunk)) == "hello");
    CHECK(machine.next() == nullptr);
    CHECK_FALSE(machine.ended());
    machine.finish();
    CHECK(machine.next() == nullptr);
    CHECK(machine.end_reason() == stream_end::truncated);
    CHECK(machine.error().code == errc::truncated_stream);
}

}  // namespace stream_machine_tests
