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
    // Reads an event like the stream decoder: as a match, if it is one.
    bool read(std::string_view event, std::string_view content) {
        feed(event);
        const sse::lookahead before = events.peek();
        const sse::item* item = events.next();
        REQUIRE(item != nullptr);
        const std::string_view bytes = sse::detail::event_bytes(*item, before, events.peek());
        if (matcher.match_item(*item, bytes, true, text, offset)) return true;
        auto& chunk = *static_cast<CompletionChunk*>(matcher.next_chunk(0));
        chunk.choices.assign(1, {});
        chunk.choices[0].text = std::string(content);
        matcher.keep(item->data, bytes, item->data, 1);
        return false;
    }
    // The same, so often that it is learnt.
    static constexpr std::size_t often = 2;
    void learn(std::string_view event, std::string_view content) {
        for (std::size_t i = 0; i != often; ++i) CHECK(read(event, content) == (i + 1 == often));
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
    CHECK(p.matcher.match_item(*item, {}, true, p.text, p.offset));
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
                                 true, p.text, p.offset));
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

TEST_CASE("an event in pieces matches from where its rest is there, whoever took the beginning") {
    const std::string whole = event("some text of more than a block, and than two of them");
    for (std::size_t first = 1; first < whole.size(); first += 3) {
        for (std::size_t second = first; second < whole.size(); second += 5) {
            probe p;
            p.learn(event("a"), "a");
            p.feed(whole.substr(0, first));
            CHECK(p.events.next() == nullptr);
            p.feed(whole.substr(first, second - first));
            CHECK(p.events.next() == nullptr);
            const bool matched = p.match(whole.substr(second) + event("b"));
            if (first >= 7 && second < whole.size() - 2) CHECK(matched);
            if (!matched) {
                const sse::item* item = p.events.next();
                REQUIRE(item != nullptr);
                CHECK(item->data == whole.substr(6, whole.size() - 8));
                CHECK(item->offset == probe::often * event("a").size());
            } else {
                CHECK(p.content() == "some text of more than a block, and than two of them");
                CHECK(p.text == whole.substr(6, whole.size() - 8));
                CHECK(p.offset == probe::often * event("a").size());
            }
            CHECK(p.matcher.match(p.events, p.text, p.offset));
            CHECK(p.content() == "b");
        }
    }
}

TEST_CASE("an event in pieces that matches nothing is left to the SSE decoder as it was") {
    const std::string usual = event("some text");
    for (const std::string& other :
         {std::string("data: {\"choices\":[{\"text\":7}]}\n\n"), event("bad \\x"), event("\xFF"),
          event("text", "\n: ping\n\n"), event("text", "\ndata: 1\n\n"), event("text", "\r\r"),
          event("text", "\n\r\n"), std::string("data: [DONE]\n\n"),
          std::string(": ping\n\ndata\n\n")}) {
        for (std::size_t cut = 1; cut != other.size(); ++cut) {
            probe p;
            p.learn(event("a"), "a");
            CHECK(p.match(usual));
            sse::decoder plain;
            plain.feed(other);
            CHECK(!p.match(other.substr(0, cut)));
            const sse::item* item = p.events.next();
            if (item == nullptr) {
                CHECK(!p.match(other.substr(cut)));
                item = p.events.next();
            }
            const sse::item* expected = plain.next();
            REQUIRE((item == nullptr) == (expected == nullptr));
            if (item == nullptr) continue;
            CHECK(item->data == expected->data);
            CHECK(item->offset ==
                  expected->offset + probe::often * event("a").size() + usual.size());
        }
    }
}

TEST_CASE("the rest of a cut event is compared where it is, or the event is read as it was fed") {
    const std::string usual = event("some text");
    const std::string next = event("b");
    for (const std::string& other :
         {event("text"), event(""), event("x \\\"y\\\" z"), event("\xC3\xA9"),
          event(std::string(100, 'x')), std::string("data: {\"choices\":[{\"text\":7}]}\n\n"),
          event("bad \\x"), event("\xFF"), event("text", "\n: ping\n\n"),
          event("text", "\ndata: 1\n\n"), event("text", "\r\r"), event("text", "\n\r\n"),
          std::string("data: {\"choices\":[{\"text\":\"a\"}]}\n"),
          std::string("data: {\"choices\":[{\"index\":0}]}\n\n"),
          std::string("data: [DONE]\n\n")}) {
        for (std::size_t cut = 1; cut != other.size(); ++cut) {
            for (const std::size_t step : {std::size_t{1}, std::size_t{5}, other.size()}) {
                CAPTURE(other, cut, step);
                probe p;
                p.learn(event("a"), "a");
                REQUIRE(p.match(usual));
                REQUIRE(p.match(usual));
                const std::size_t start = p.events.peek().offset;
                sse::decoder plain;
                const std::string all = other + next;
                plain.feed(all);
                std::size_t found = 0;
                const auto expect = [&](std::string_view data, std::size_t offset) {
                    const sse::item* const expected = plain.next();
                    REQUIRE(expected != nullptr);
                    CHECK(data == expected->data);
                    CHECK(offset == expected->offset + start);
                    ++found;
                };
                for (std::size_t at = 0; at < all.size();) {
                    const std::size_t n = at < cut ? cut : step;
                    // as stream_machine does
                    p.feed(all.substr(at, n));
                    at += n;
                    for (;;) {
                        if (p.events.extend()) break;
                        if (p.matcher.match(p.events, p.text, p.offset)) {
                            expect(p.text, p.offset);
                            continue;
                        }
                        if (p.events.waits()) break;
                        const sse::item* const item = p.events.next();
                        if (item == nullptr) break;
                        expect(item->data, item->offset);
                    }
                }
                CHECK(plain.next() == nullptr);
            }
        }
    }
}

TEST_CASE("a partial match is not dropped if the SSE decoder reads on by itself") {
    probe p;
    p.learn(event("a"), "a");
    const std::string whole = event("text");
    REQUIRE(!p.match(whole.substr(0, 12)));
    CHECK(p.events.next() == nullptr);
    const std::string more = whole.substr(12, 3);
    p.feed(more);
    CHECK(p.events.next() == nullptr);
    CHECK(p.match(whole.substr(15)));
    CHECK(p.content() == "text");
}

TEST_CASE("an event is learnt when the next one has its shape") {
    const std::string other = "data: {\"choices\":[{\"text\":\"a\"}],\"x\":\"y\"}\n\n";
    probe p;
    CHECK(!p.read(event("a"), "a"));
    CHECK(!p.matcher.any());
    CHECK(p.matcher.may_match());
    CHECK(!p.read(other, "a"));
    CHECK(!p.read(event("b"), "b"));
    CHECK(!p.matcher.any());
    CHECK(p.read(event("a \\\"text\\\""), "a \"text\""));
    CHECK(p.matcher.any());
    CHECK(p.content() == "a \"text\"");
    // one of the same shape that does not match is kept in turn
    const std::string like = "data: {\"choices\":[{\"text\":\"a\"}] }\n\n";
    CHECK(!p.read(like, "a"));
    CHECK(!p.matcher.any());
    CHECK(p.read(like, "a"));
}

TEST_CASE("a stream that returns to a form has a template more") {
    const std::string other = "data: {\"choices\":[{\"text\":\"a\"}],\"x\":\"y\"}\n\n";
    probe p;
    const auto others_between = [&](const char* content) {
        CHECK(!p.read(other, "a"));
        return p.read(event(content), content);
    };
    p.learn(event("a"), "a");
    for (int i = 0; i != 100; ++i) REQUIRE(p.match(event("saves steps for what follows")));
    CHECK(!others_between("b"));
    CHECK(p.read(event("c"), "c"));
    // now it is known to return
    CHECK(others_between("d"));
    // and so is the other, which needs no more templates than these two
    for (int i = 0; i != 10; ++i) {
        CHECK(p.read(other, "a"));
        CHECK(p.read(event("e"), "e"));
    }
}

TEST_CASE("events that the budget does not allow are not learnt") {
    probe p;
    const auto event_of = [](int i) {
        return "data: {\"choices\":[{\"text\":\"a\"}],\"x\":" + std::to_string(1000 + i) + "}\n\n";
    };
    // no template matches, as `x` is no member of the chunk
    for (int i = 0; i != 200; ++i) CHECK(!p.read(event_of(i), "a"));
    CHECK(p.matcher.steps() > 0);
    CHECK(p.matcher.steps() < 3'000);
}

}  // namespace event_matcher_tests
