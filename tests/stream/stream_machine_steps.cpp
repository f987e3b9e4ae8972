#include <oaiwire/stream/stream_machine_steps.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/text.hpp>
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

TEST_CASE("bytes that were fed are not looked at once they may be gone") {
    // each text begins as the one before, up to its choices
    std::string all;
    std::string expected;
    for (int i = 0; i != 12; ++i) {
        const std::string text = i % 3 == 0
                                     ? "\"role\":\"assistant\",\"content\":\"a"
                                     : std::string("\"content\":\"b") + (i % 2 == 0 ? "!" : "");
        all += "data: {\"id\":\"chatcmpl-0123456789\",\"model\":\"m" + std::to_string(i / 5) +
               "\",\"choices\":[{\"index\":0,\"delta\":{" + text + "\"}}]}\n\n";
        expected += std::to_string(i / 5) + text.substr(text.rfind('"') + 1);
    }
    for (std::size_t step = 1; step < all.size(); step += step < 20 ? 1 : 7) {
        // fed: pieces that are fed before the first of them is read
        for (const std::size_t fed : {1U, 2U, 3U}) {
            stream_decoder<ChatCompletionChunk> stream;
            std::string found;
            auto piece = std::make_unique<std::string>();
            std::size_t n = 0;
            const auto drain = [&] {
                while (const auto* chunk = stream.next()) {
                    found += chunk->model->substr(1) + std::string(oaiwire::text(*chunk));
                    // the second piece of three comes in the middle of the first
                    if (fed == 3 && n % 3 == 1) return;
                }
            };
            for (std::size_t at = 0; at < all.size(); at += step) {
                auto next = std::make_unique<std::string>(all.substr(at, step));
                stream.feed(*next);
                piece->assign(piece->size(), '?');  // the bytes before these were copied
                piece = std::move(next);
                if (++n % fed == 0 || fed == 3) drain();
                if (fed == 1) piece->assign(piece->size(), '?');
            }
            stream.finish();
            while (const auto* chunk = stream.next()) {
                found += chunk->model->substr(1) + std::string(oaiwire::text(*chunk));
            }
            CHECK(found == expected);
        }
    }
}

}  // namespace stream_machine_steps_tests
