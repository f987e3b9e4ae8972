#include <oaiwire/stream/fast_paths.hpp>

#include <string>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>

namespace fast_paths_tests {

using namespace oaiwire;

TEST_CASE("event templates can be switched off and on in the middle of a stream") {
    const std::string event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}\n\n";
    stream_decoder<ChatCompletionChunk> decoder;
    const auto read = [&](int n) {
        for (; n != 0; --n) {
            decoder.feed(event);
            REQUIRE(decoder.next() != nullptr);
            REQUIRE(decoder.next() == nullptr);
        }
        return decoder.template_hits();
    };
    CHECK(read(9) == 4);
    decoder.use({.event_templates = false});
    CHECK(read(3) == 4);
    decoder.use({});
    CHECK(read(3) == 6);
    CHECK(decoder.statistics().chunks == 15);
}

}  // namespace fast_paths_tests
