#include <oaiwire/server/event_output.hpp>

#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <server/streams.hpp>

namespace event_output_tests {

using namespace oaiwire;
using detail::event_output;
using detail::padding;
using detail::text_key;
using detail::text_sink;
using detail::utf8_joiner;

TEST_CASE("an event is written whole or not at all, and begins the stream") {
    responder to;
    event_output out(to, stream_errors::typed);
    CHECK(out.write([](text_sink& sink) {
        sink.put("half");
        return errc::invalid_text;
    }) == errc::invalid_text);
    REQUIRE(to.head() != nullptr);
    CHECK(to.unsent().empty());
    CHECK(out.write([](text_sink& sink) {
        sink.put("data: x\n\n");
        return errc::ok;
    }) == errc::ok);
    CHECK(to.unsent() == "data: x\n\n");
    out.sequence_number() = 7;
    REQUIRE(to.fail({}));
    CHECK(to.unsent().find("\"sequence_number\":7") != std::string_view::npos);

    responder whole;
    REQUIRE(whole.bytes("text/plain", "x"));
    CHECK(event_output(whole).write([](text_sink&) { return errc::ok; }) == errc::invalid_argument);
    responder split({.request_id = "\n"});
    CHECK(event_output(split).write([](text_sink&) { return errc::ok; }) == errc::invalid_header);
}

TEST_CASE("joined pieces are the repaired whole text, wherever it is cut") {
    for (std::uint64_t seed = 1; seed != 500; ++seed) {
        support::random random(seed);
        utf8_joiner joiner;
        std::array<server_streams::whole_text, 3> expected{};
        for (int i = 0; i != 40; ++i) {
            const std::size_t which = random.below(3);
            const text_key key{static_cast<std::int64_t>(which % 2), 0,
                               static_cast<std::uint8_t>(which)};
            const std::string piece = server_streams::piece(random);
            const bool last = random.one_in(10);
            joiner.join(key, piece, last);
            if (random.one_in(4)) joiner.join(key, piece, last);  // nothing changed until accept()
            REQUIRE(joiner.text() == expected[which].add(piece, last));
            joiner.accept();
            if (last) {
                expected[which] = {};
                REQUIRE(
                    (joiner.held_of(key.choice) == nullptr || *joiner.held_of(key.choice) != key));
            }
        }
    }
}

TEST_CASE("held texts are found by their choice, the first kind first") {
    utf8_joiner joiner;
    CHECK(joiner.empty());
    for (const text_key key : {text_key{1, 0, 2}, text_key{1, 0, 1}, text_key{2, 0, 0}}) {
        joiner.join(key, "\xc3", false);
        joiner.accept();
    }
    CHECK_FALSE(joiner.empty());
    CHECK(joiner.held_of(3) == nullptr);
    REQUIRE(joiner.held_of(1) != nullptr);
    CHECK(*joiner.held_of(1) == text_key{1, 0, 1});
    CHECK(*joiner.held_of(2) == text_key{2, 0, 0});
    joiner.join({1, 0, 1}, "\xa9", false);
    CHECK(joiner.text() == "\xc3\xa9");
    joiner.accept();
    CHECK(*joiner.held_of(1) == text_key{1, 0, 2});
}

TEST_CASE("padding makes a text's size a multiple of 16") {
    padding pad(1);
    for (std::size_t size = 0; size != 70; ++size) {
        std::string text;
        text_sink sink(text);
        pad.put(sink, size);
        sink.finish();
        REQUIRE(text.starts_with(",\"obfuscation\":\""));
        REQUIRE(text.ends_with('"'));
        const std::string inner = text.substr(16, text.size() - 17);
        CHECK((inner.size() + size) % 16 == 0);
        CHECK(inner.size() < 16);
        CHECK(inner.find_first_not_of(detail::id_alphabet) == std::string::npos);
    }
}

}  // namespace event_output_tests
