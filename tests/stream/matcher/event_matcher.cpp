#include <oaiwire/stream/matcher/event_matcher.hpp>

#include <cstddef>
#include <list>
#include <string>
#include <string_view>

#include <oaiwire/stream/completion_stream.hpp>
#include <support/catch.hpp>

namespace event_matcher_tests {

using namespace oaiwire;

namespace {

struct probe {
    sse::decoder events{};
    detail::event_matcher matcher{detail::chunk_table_of<CompletionChunk>()};
    std::string_view text{};
    std::size_t offset = 0;
    std::list<std::string> lent{};

    void feed(std::string_view bytes) { events.feed(lent.emplace_back(bytes)); }
    // Reads an event like the stream decoder, so often that it is learnt.
    static constexpr std::size_t often = 3;
    void learn(std::string_view event, std::string_view content) {
        for (std::size_t i = 0; i != often; ++i) read(event, content);
    }
    void read(std::string_view event, std::string_view content) {
        feed(event);
        const sse::lookahead before = events.peek();
        const sse::item* item = events.next();
        REQUIRE(item != nullptr);
        auto& chunk = *static_cast<CompletionChunk*>(matcher.next_chunk(0));
        chunk.choices.assign(1, {});
        chunk.choices[0].text = std::string(content);
        matcher.learn(item->data, sse::detail::event_bytes(*item, before, events.peek()),
                      item->data, 1);
    }
    bool match(std::string_view bytes) {
        feed(bytes);
        return matcher.match(events, text, offset);
    }
    const std::string& content() {
        return *static_cast<CompletionChunk*>(matcher.chunk())->choices[0].text;
    }
};

std::string event(std::string_view content, std::string_view end = "\n\n") {
    return "data: {\"choices\":[{\"text\":\"" + std::string(content) + "\"}]}" + std::string(end);
}

}  // namespace

TEST_CASE("an event that matches is taken from the SSE decoder, others are left to it") {
    probe p;
    CHECK(!p.matcher.any());
    p.learn(event("a"), "a");
    REQUIRE(p.matcher.any());
    CHECK(p.match(event("bc")));
    CHECK(p.content() == "bc");
    CHECK(p.text == R"({"choices":[{"text":"bc"}]})");
    CHECK(p.offset == probe::often * event("a").size());
    CHECK(p.events.peek().bytes.empty());
    CHECK(!p.match(event("d", "\r\n\r\n")));
    CHECK(p.events.peek().bytes == event("d", "\r\n\r\n"));
    const sse::item* item = p.events.next();
    REQUIRE(item != nullptr);
    CHECK(p.matcher.match_item(*item, {}, p.text, p.offset));
    CHECK(p.content() == "d");
    CHECK(p.offset == probe::often * event("a").size() + event("bc").size());
}

TEST_CASE("a template adopts the framing of an event that the SSE decoder read") {
    probe p;
    p.learn(event("a"), "a");
    const std::string crlf = event("b", "\r\n\r\n");
    REQUIRE(!p.match(crlf));
    const sse::lookahead before = p.events.peek();
    const sse::item* item = p.events.next();
    REQUIRE(item != nullptr);
    REQUIRE(p.matcher.match_item(*item, sse::detail::event_bytes(*item, before, p.events.peek()),
                                 p.text, p.offset));
    const std::string next = event("c", "\r\n\r\n");
    CHECK(p.match(next));
    CHECK(p.content() == "c");
}

TEST_CASE("an event in pieces is joined by the SSE decoder") {
    const std::string whole = event("some text");
    for (std::size_t cut = 7; cut != whole.size(); ++cut) {
        probe p;
        p.learn(event("a"), "a");
        const std::string first = whole.substr(0, cut);
        const std::string rest = whole.substr(cut);
        REQUIRE(!p.match(first));
        if (p.events.next() != nullptr) FAIL("there is no event yet");
        if (p.match(rest)) {
            CHECK(p.offset == probe::often * event("a").size());
            CHECK(p.text == R"({"choices":[{"text":"some text"}]})");
        } else {
            const sse::item* item = p.events.next();
            REQUIRE(item != nullptr);
            CHECK(item->data == R"({"choices":[{"text":"some text"}]})");
            CHECK(item->offset == probe::often * event("a").size());
        }
    }
}

TEST_CASE("a partial match is dropped if the SSE decoder reads on by itself") {
    probe p;
    p.learn(event("a"), "a");
    const std::string whole = event("text");
    REQUIRE(!p.match(whole.substr(0, 12)));
    CHECK(p.events.next() == nullptr);
    const std::string more = whole.substr(12, 3);
    p.feed(more);
    CHECK(p.events.next() == nullptr);
    // no longer at the position where the match stopped
    const std::string rest = whole.substr(15);
    CHECK(!p.match(rest));
    const sse::item* item = p.events.next();
    REQUIRE(item != nullptr);
    CHECK(item->data == R"({"choices":[{"text":"text"}]})");
}

TEST_CASE("an event is learnt once its shape has come three times in turn") {
    const std::string other = "data: {\"choices\":[{\"text\":\"a\"}],\"x\":\"y\"}\n\n";
    probe p;
    p.read(event("a"), "a");
    p.read(event("a"), "a");
    CHECK(!p.matcher.any());
    p.read(other, "a");
    CHECK(!p.matcher.any());
    p.read(event("a \\\"text\\\""), "a \"text\"");
    p.read(event("b"), "b");
    CHECK(!p.matcher.any());
    p.read(event("c"), "c");
    CHECK(p.matcher.any());
    // what was not learnt yet must come as often
    for (const bool learnt : {false, false, true}) {
        p.read(other, "a");
        CHECK(p.matcher.any() == learnt);
    }
    // what was is learnt again at once
    p.read(event("d"), "d");
    CHECK(p.matcher.any());
    p.read(other, "a");
    CHECK(p.matcher.any());
}

TEST_CASE("of the shapes that were learnt the last four are known") {
    const auto with = [](std::size_t strings) {
        std::string out = "data: {\"choices\":[{\"text\":\"a\"}],\"x\":[";
        for (std::size_t i = 0; i != strings; ++i) out += i == 0 ? "\"\"" : ",\"\"";
        return out + "]}\n\n";
    };
    probe p;
    const auto learnt_at_once = [&](std::size_t strings) {
        p.read(with(strings), "a");
        const bool at_once = p.matcher.any();
        // what was saved pays for the next one
        for (int i = 0; i != 3; ++i) p.read(with(strings), "a");
        for (int i = 0; i != 20; ++i) {
            if (!p.match(with(strings))) FAIL("it was not learnt");
        }
        return at_once;
    };
    for (const std::size_t strings : {1u, 2u, 3u, 4u}) CHECK(!learnt_at_once(strings));
    for (const std::size_t strings : {1u, 2u, 3u, 4u}) CHECK(learnt_at_once(strings));
    CHECK(!learnt_at_once(5));
    CHECK(!learnt_at_once(1));
    for (const std::size_t strings : {3u, 4u, 5u, 1u}) CHECK(learnt_at_once(strings));
}

}  // namespace event_matcher_tests
