#include <oaiwire/stream/stream_machine_end.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

namespace stream_machine_end_tests {

using namespace oaiwire;

namespace {

using decoder = stream_decoder<ChatCompletionChunk>;

const std::string chunk = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

// Feeds bytes that are gone after next() returned null, in pieces of that size.
void feed(decoder& to, std::string_view bytes, std::size_t piece) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        const auto lent = std::make_unique<std::string>(bytes.substr(0, piece));
        to.feed(*lent);
        while (to.next() != nullptr) {
        }
    }
}

}  // namespace

TEST_CASE("a body that is no event stream is quoted, however it came and whatever follows") {
    const std::string page = "<html>\n<body>Bad gateway</body>\n</html>\n";
    for (std::size_t piece = 1; piece != page.size() + 2; ++piece) {
        decoder d;
        feed(d, page, piece);
        d.finish();
        CHECK(d.next() == nullptr);
        CHECK(d.end_reason() == stream_end::malformed);
        CHECK(d.error().message.find("<html>\n<body>Bad gateway") != std::string::npos);
        feed(d, page, piece);
        CHECK(d.error().message.find("gateway") != std::string::npos);
    }
}

TEST_CASE("bytes fed twice before next() count for what is quoted") {
    decoder d;
    d.feed("<html");
    d.feed(">Bad");
    CHECK(d.next() == nullptr);
    d.feed(" gateway");
    d.finish();
    CHECK(d.next() == nullptr);
    CHECK(d.error().message.find("<html>Bad gateway") != std::string::npos);
}

TEST_CASE("what is fed after the end is not kept") {
    for (const std::string_view end :
         {"data: {\"error\":{\"message\":\"no\"}}\n\n", "error: no\n\n"}) {
        decoder d;
        feed(d, end, end.size());
        CHECK(d.end_reason() == stream_end::api_error);
        for (std::size_t piece = 1; piece != 70; ++piece) feed(d, chunk, piece);
        CHECK(d.end_reason() == stream_end::api_error);
        CHECK(d.statistics().chunks == 0);
    }
}

TEST_CASE("an end between small pieces of an event is seen at once") {
    const std::string half = chunk.substr(0, chunk.size() - 3);
    for (std::size_t piece = 1; piece != 70; ++piece) {
        for (const bool clean : {true, false}) {
            decoder d;
            feed(d, chunk + half, piece);
            CHECK(d.statistics().chunks == 1);
            d.feed("}");
            if (clean) {
                d.finish();
                // the last event is whole but for its blank line
                CHECK(d.next() != nullptr);
            } else {
                d.fail(make_error(errc::closed_early));
                CHECK(d.next() != nullptr);
            }
            CHECK(d.next() == nullptr);
            CHECK(d.end_reason() == stream_end::truncated);
        }
    }
    decoder d;
    feed(d, chunk + half, 7);
    d.feed("}");
    d.cancel();
    CHECK(d.next() == nullptr);
    CHECK(d.end_reason() == stream_end::cancelled);
}

}  // namespace stream_machine_end_tests
