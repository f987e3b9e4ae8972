#include <oaiwire/sse/decoder.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oracle/event_stream.hpp>
#include <support/allocations.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/event_stream_runs.hpp>

namespace decoder_tests {

using namespace oaiwire;
using namespace support::events;
using sse::item_kind;

namespace {

bool at_boundary(const sse::decoder& d) {
    const sse::lookahead ahead = d.peek();
    return ahead.event_limit != 0 && ahead.event_read == 0;
}

struct generator {
    std::uint64_t state;
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % n;
    }
};

// Case files are text: invalid UTF-8 is U+FFFD there, but raw bytes in the decoder's output.
std::string as_text(const std::string& bytes) {
    using json = nlohmann::json;
    return json::parse(json(bytes).dump(-1, ' ', false, json::error_handler_t::replace));
}

nlohmann::json event_json(const entry& e, const nlohmann::json& retry) {
    return {{"event", e.event.empty() ? "message" : as_text(e.event)},
            {"data", as_text(e.data)},
            {"id", as_text(e.id)},
            {"retry", retry}};
}

// The outcome in the form of a case file. `blocks` has the same entries with their block numbers.
nlohmann::json case_json(const outcome& o, const outcome& blocks) {
    nlohmann::json events = nlohmann::json::array();
    nlohmann::json comments = nlohmann::json::array();
    nlohmann::json retry;
    std::size_t block = 0;
    for (std::size_t i = 0; i != o.entries.size(); ++i) {
        const entry& e = o.entries[i];
        if (blocks.entries[i].block != block) retry = nullptr;
        block = blocks.entries[i].block;
        if (e.kind == "retry") retry = e.retry;
        if (e.kind == "comment") comments.push_back(as_text(e.data));
        if (e.kind == "message") events.push_back(event_json(e, retry));
    }
    nlohmann::json flush = nlohmann::json::array();
    if (o.unfinished) flush.push_back(event_json(*o.unfinished, nullptr));
    return {{"events", events},
            {"comments", comments},
            {"eof_flush", flush},
            {"final",
             {{"last_event_id", as_text(o.last_event_id)},
              {"retry", o.retry ? nlohmann::json(*o.retry) : nlohmann::json()}}}};
}

const std::string two_events = "event: a\nid: 1\ndata: one\n\ndata: two\n\n";

}  // namespace

TEST_CASE("every case of the event stream collection is decoded exactly, for every split") {
    const auto cases = support::cases("sse_cases.jsonl");
    REQUIRE(cases.size() > 100);
    for (const auto& c : cases) {
        const std::string text = support::unescaped(c.at("input_escaped"));
        const outcome expected = oracle::read_event_stream(text);
        INFO(c.at("name"));
        nlohmann::json got = case_json(decode(text), expected);
        for (const char* member : {"comments", "eof_flush"}) {
            if (c.contains(member)) CHECK(got.at(member) == c.at(member));
        }
        CHECK(got.at("events") == c.at("events"));
        CHECK(got.at("final") == c.at("final"));

        require_same(text, decode(text), expected);
        require_same(text, decode(text, every_byte(text)), expected);
        require_same(text, decode(text, with_empty_feeds(text)), expected);
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            require_same(text, decode(text, {cut}), expected);
        }
        if (c.contains("chunks_escaped")) {
            std::vector<std::size_t> cuts;
            std::size_t at = 0;
            for (const auto& chunk : c.at("chunks_escaped")) {
                cuts.push_back(at += support::unescaped(chunk).size());
            }
            REQUIRE(at == text.size());
            require_same(text, decode(text, cuts), expected);
        }
    }
}

TEST_CASE(
    "random streams split at random decode as in the reference decoder, also with tight limits") {
    generator random{1};
    const std::vector<std::string> words = {
        "data", "data:", "data: ", "event", "event:", "id", "id:", "retry", ":",
        "\r",   "\n",    "\n",     "\r\n",  "\n\n",   " ",  "x",   "7",     "1844674407370955161"};
    const std::vector<std::string> rare = {"\xef\xbb\xbf",        "\xef", "\xef\xbb",
                                           std::string(1, '\0'),  "dat",  std::string(40, 'y'),
                                           std::string(150, '\t')};
    for (int round = 0; round != 20000; ++round) {
        std::string text = random.below(8) == 0 ? rare[random.below(3)] : std::string();
        for (std::size_t n = random.below(40); n != 0; --n) {
            text += random.below(12) == 0 ? rare[random.below(rare.size())]
                                          : words[random.below(words.size())];
        }
        limits bounds;
        if (random.below(2) == 0) {
            bounds.event = random.below(40);
            bounds.line = random.below(30);
        }
        sse::reports wanted;
        wanted.comments = random.below(2) == 0;
        wanted.retries = wanted.unknown_fields = random.below(2) == 0;
        outcome expected =
            oracle::read_event_stream(text, {bounds.event, bounds.line, wanted.comments});
        std::erase_if(expected.entries, [&](const entry& e) {
            if (e.kind == "message") return false;
            return e.kind == "comment" ? !wanted.comments : !wanted.retries;
        });
        require_same(text, decode(text, {}, bounds, wanted), expected);
        require_same(text, decode(text, every_byte(text), bounds, wanted), expected);
        std::vector<std::size_t> cuts;
        const std::size_t stride = 1 + random.below(20);
        for (std::size_t at = 0; (at += random.below(stride + 1)) < text.size();) {
            if (cuts.size() == 100) break;
            cuts.push_back(at);
        }
        require_same(text, decode(text, cuts, bounds, wanted), expected);
    }
}

TEST_CASE(
    "feeding before all was read gives the same events, and earlier bytes need not stay valid") {
    generator random{2};
    sse::decoder d({}, everything);
    for (int round = 0; round != 3000; ++round) {
        std::string text;
        for (std::size_t n = random.below(60); n != 0; --n) {
            text +=
                std::vector<std::string>{"data: xyz\n\n", "data:", "id: 7\n", ":c\n", "\r", "\n",
                                         "event: e\r\n",  "u"}[random.below(8)];
        }
        d.reset();
        outcome got;
        std::optional<block> lent;
        for (std::size_t at = 0; at != text.size();) {
            block piece(std::string_view(text).substr(at, 1 + random.below(12)));
            at += piece.size;
            d.feed(piece.view());
            lent.emplace(std::move(piece));  // and the previous piece is freed
            if (random.below(4) == 0) drain(d, got);
            for (std::size_t n = random.below(4); n != 0; --n) {
                if (const item* i = d.next()) got.entries.push_back(entry_of(*i));
            }
        }
        end(d, got);
        require_same(text, got, oracle::read_event_stream(text));
    }
}

TEST_CASE("every short text after a data field decodes as in the reference decoder") {
    const std::string alphabet("\r\n: xd\0", 7);
    std::size_t count = 0;
    for (std::size_t size = 0; size <= 6; ++size) {
        std::size_t total = 1;
        for (std::size_t i = 0; i != size; ++i) total *= alphabet.size();
        for (std::size_t number = 0; number != total; ++number) {
            std::string text = "data:";
            for (std::size_t i = 0, rest = number; i != size; ++i, rest /= alphabet.size()) {
                text += alphabet[rest % alphabet.size()];
            }
            const outcome expected = oracle::read_event_stream(text);
            require_same(text, decode(text), expected);
            require_same(text, decode(text, every_byte(text)), expected);
            ++count;
        }
    }
    CHECK(count == 137257);
}

TEST_CASE("an event that lies within the fed bytes is not copied") {
    const std::string text = "data: {\"a\":1}\r\n\r\nid: 7\r\nevent: e\ndata:b\n: note\n\r";
    sse::decoder d({}, everything);
    d.feed(text);
    std::vector<std::string_view> data;
    while (const item* i = d.next()) {
        if (i->kind == item_kind::message) data.push_back(i->data);
    }
    REQUIRE(data.size() == 2);
    CHECK(data[0].data() == text.data() + 6);
    CHECK(data[0].size() == 7);
    CHECK(data[1].data() == text.data() + text.find('b', 20));
    sse::decoder plain;
    plain.feed("data: x\n\ndata: y\n\n: z\n");
    while (plain.next()) {
    }
    CHECK(plain.retained() == 0);
}

TEST_CASE("an event is dispatched at its CR, and a following LF is skipped") {
    sse::decoder d;
    d.feed("data: a\r\r");
    const item* i = d.next();
    REQUIRE(i);
    CHECK(i->data == "a");
    CHECK_FALSE(d.next());
    d.feed("");
    d.feed("\n");
    CHECK(d.peek().bytes.empty());
    d.feed("\ndata: b\n\n");
    i = d.next();
    REQUIRE(i);
    CHECK(i->data == "b");
    CHECK(i->offset == 11);
}

TEST_CASE("next() returns messages only, unless other items are requested") {
    const std::string text = "retry: 10\n: c\nu: v\ndata: x\n\n";
    CHECK(decode(text, {}, {}, {}).entries.size() == 1);
    CHECK(decode(text, {}, {}, {.retries = true}).entries.size() == 2);
    CHECK(decode(text, {}, {}, {.comments = true}).entries.size() == 2);
    CHECK(decode(text, {}, {}, {.unknown_fields = true}).entries.size() == 2);
    sse::decoder d;
    d.report(everything);
    CHECK(decode(text, {}, d).entries.size() == 4);
    CHECK(d.retry() == 10);
}

TEST_CASE("an incomplete last event can be taken without affecting later events") {
    for (const char* text : {"id: 1\ndata: a\n\nid: 2\nevent: e\ndata: b\nretry: 5",
                             "id: 1\ndata: a\n\nevent: e\ndata: b\nid: 2"}) {
        sse::decoder d;
        d.feed(text);
        CHECK(d.next());
        CHECK_FALSE(d.next());
        const item* i = d.finish();
        REQUIRE(i);
        CHECK(i->data == "b");
        CHECK(i->event == "e");
        CHECK(i->id == "2");
        CHECK(i->offset == 15);
        CHECK_FALSE(d.finish());
        CHECK_FALSE(d.next());
        CHECK_FALSE(d.failed());
        CHECK(d.last_event_id() == "1");
        CHECK_FALSE(d.retry());
        d.feed("data: late\n\n");
        CHECK_FALSE(d.next());
    }
}

TEST_CASE("finish() returns complete events before the incomplete one") {
    sse::decoder d;
    d.feed("data: a\n\ndata: b\n\ndata: c");
    std::string seen;
    while (const item* i = d.finish()) seen += i->data;
    CHECK(seen == "abc");
}

TEST_CASE("a reset decoder behaves like a new one but keeps its memory") {
    sse::decoder d({.event = 100}, everything);
    decode("id: 7\nretry: 5\ndata: a\ndata: b\n\ndata: c", {}, d);
    const std::size_t retained = d.retained();
    d.reset();
    CHECK(d.last_event_id().empty());
    CHECK_FALSE(d.retry());
    CHECK(at_boundary(d));
    CHECK(d.retained() == retained);
    const std::string text = "\xef\xbb\xbf" + two_events;
    require_same(text, decode(text, {}, d), oracle::read_event_stream(text));
    d.reset();
    const std::string too_long = "data: " + std::string(200, 'x');
    d.feed(too_long);
    CHECK_FALSE(d.next());
    REQUIRE(d.failed());
    d.feed(two_events);
    CHECK_FALSE(d.next());
    CHECK_FALSE(d.finish());
    d.reset();
    CHECK_FALSE(d.failed());
    require_same(text, decode(text, {}, d), oracle::read_event_stream(text));
}

TEST_CASE("a decoder can be moved in the middle of an event") {
    for (std::size_t cut = 0; cut <= two_events.size(); ++cut) {
        outcome got;
        sse::decoder a({}, everything);
        const std::string rest = two_events.substr(cut);
        const std::string first = two_events.substr(0, cut);
        a.feed(first);
        a.feed(rest);
        if (const item* i = a.next()) got.entries.push_back(entry_of(*i));
        sse::decoder b(std::move(a));
        end(b, got);
        require_same(two_events, got, oracle::read_event_stream(two_events));
        a.reset();
        a.report(everything);
        outcome again;
        a.feed(first);
        a.feed(rest);
        end(a, again);
        require_same(two_events, again, oracle::read_event_stream(two_events));
    }
}

TEST_CASE("a limit fails at the same byte for every split, as in the reference decoder") {
    const std::vector<std::string> streams = {"data: abcdef\ndata: ghijkl\n\n",
                                              "event: abc\nid: 123\ndata: x\n\nid\ndata: yy\n\n",
                                              "id: 12345\r\n\r\ndata: abcdef\r\n\r\n",
                                              ": a long comment that nobody wants\ndata: x\n\n",
                                              "unknown: field\ndat\ndata\ndatax\n\n",
                                              "\xef\xbb\xbf"
                                              "data: abc\n\n",
                                              "data\ndata\ndata\ndata\n\n",
                                              "data\ndata\ndata\ndata: xyzabcdefgh\n\n"};
    std::size_t failures = 0;
    for (const std::string& text : streams) {
        for (std::size_t event = 0; event != 40; ++event) {
            for (const std::size_t line : {0U, 1U, 3U, 4U, 5U, 6U, 9U, 20U, 100U}) {
                limits bounds;
                bounds.event = event;
                bounds.line = line;
                outcome expected = oracle::read_event_stream(text, {event, line, false});
                std::erase_if(expected.entries, [](const entry& e) { return e.kind != "message"; });
                failures += expected.failure ? 1 : 0;
                require_same(text, decode(text, {}, bounds, {}), expected);
                require_same(text, decode(text, every_byte(text), bounds, {}), expected);
                for (std::size_t cut = 1; cut < text.size(); ++cut) {
                    require_same(text, decode(text, {cut}, bounds, {}), expected);
                }
            }
        }
    }
    CHECK(failures > 1000);
}

TEST_CASE("limits count exactly the documented bytes") {
    const auto failure = [](const std::string& text, std::size_t event, std::size_t line) {
        limits bounds;
        bounds.event = event;
        bounds.line = line;
        sse::decoder d(bounds);
        d.feed(text);
        while (d.next()) {
        }
        return d.failed() ? to_string(d.failure()) : "";
    };
    const std::string by_event = ": a server-sent event is larger than limits::event";
    const std::string by_line = ": a line of the event stream is longer than limits::line";
    CHECK(failure("data: abcd\n\n", 10, 64).empty());
    CHECK(failure("data: abcd\n\n", 9, 64) == "limit_exceeded (byte 9)" + by_event);
    CHECK(failure("data: ab\ndata: c\n\n", 10, 64).empty());
    CHECK(failure("data: ab\ndata: c\n\n", 9, 64) == "limit_exceeded (byte 15)" + by_event);
    CHECK(failure("event: e\ndata: c\n\n", 8, 8).empty());
    CHECK(failure("event: e\ndata: c\n\n", 80, 7) == "limit_exceeded (byte 7)" + by_line);
    CHECK(failure(":" + std::string(1000, 'c') + "\ndata: c\n\n", 7, 1).empty());
}

TEST_CASE("empty data lines count: a stream of them ends at the limit") {
    limits bounds;
    bounds.event = 65536;
    for (const char* line : {"data\n", "data:\n", "data: \r\n"}) {
        std::string text;
        for (int i = 0; i != 100000; ++i) text += line;
        const std::size_t raw = std::string_view(line).find_first_of("\r\n");
        for (const std::size_t stride : {1U, 5U, 1400U, 1000000U}) {
            sse::decoder d(bounds);
            for (std::size_t at = 0; at < text.size(); at += stride) {
                d.feed(std::string_view(text).substr(at, stride));
                while (d.next()) {
                }
            }
            REQUIRE(d.failed());
            // the first line that no longer fits, given one byte for each line before it
            const std::size_t lines = bounds.event - raw + 1;
            CHECK(d.failure().offset ==
                  lines * std::string_view(line).size() + bounds.event - lines);
            CHECK(d.failure().code == errc::limit_exceeded);
            CHECK(d.retained() <= bounds.event);
        }
    }
}

TEST_CASE("memory stays within the limits, spare capacity included") {
    limits bounds;
    bounds.event = 5000;
    bounds.line = 1000;
    sse::decoder d(bounds, everything);
    generator random{3};
    for (int round = 0; round != 300; ++round) {
        d.reset();
        std::string text;
        for (std::size_t n = random.below(20); n != 0; --n) {
            const char* names[] = {"data: ", "event: ", "id: ", "unknown: ", ": "};
            const std::size_t name = random.below(5);
            text += names[name];
            text += std::string(random.below(name == 0 ? 3000 : 1100), 'x') + '\n';
        }
        for (std::size_t at = 0; at < text.size(); at += 100) {
            d.feed(std::string_view(text).substr(at, 100));
            while (d.next()) {
            }
            REQUIRE(d.retained() <= bounds.event + 3 * bounds.line);
        }
    }
    CHECK(sizeof(sse::decoder) <= 256);
}

TEST_CASE("comments and data of any length need memory independent of the splits") {
    sse::decoder d;
    for (int i = 0; i != 3000000; ++i) {
        d.feed(i == 0 ? ":" : "x");
        REQUIRE_FALSE(d.next());
    }
    CHECK(d.retained() == 0);
    d.feed("\ndata: ");
    REQUIRE_FALSE(d.next());
    const std::size_t before = support::allocations.count;
    for (int i = 0; i != 1000000; ++i) {
        d.feed("y");
        if (d.next()) std::abort();
    }
    CHECK(support::allocations.count - before <=
          20);  // doubling, so each byte is moved a constant number of times
    CHECK(d.retained() <= limits{}.event);
    d.feed("\n\n");
    const item* i = d.next();
    REQUIRE(i);
    CHECK(i->data.size() == 1000000);
}

TEST_CASE("a warmed-up decoder does not allocate, for any split") {
    std::string text;
    for (int i = 0; i != 200; ++i) {
        text += "event: type\nid: " + std::to_string(1000 + i) +
                "\ndata: " + std::string(static_cast<std::size_t>(i), 'x') +
                "\ndata: second\n\n: ping\n\n";
    }
    sse::decoder d;
    for (const std::size_t stride : {1U, 7U, 1400U, 100000U}) {
        const auto pass = [&](bool late) {
            std::size_t messages = 0;
            d.reset();
            for (std::size_t at = 0; at < text.size(); at += stride) {
                d.feed(std::string_view(text).substr(at, stride));
                while (d.next()) {
                    ++messages;
                    if (late) break;
                }
            }
            while (d.next()) ++messages;
            return messages;
        };
        for (const bool late : {false, true}) {
            pass(late);
            const std::size_t before = support::allocations.count;
            const std::size_t messages = pass(late);
            CHECK(support::allocations.count - before == 0);
            CHECK(messages == 200);
        }
    }
}

TEST_CASE("unread bytes are moved a constant number of times") {
    sse::decoder d;
    const std::string piece = "data: x\n\ndata: y\n\n";
    const std::size_t before = support::allocations.count;
    std::size_t messages = 0;
    for (int i = 0; i != 100000; ++i) {
        d.feed(piece);
        // reads one of two messages, so that the backlog grows; then both, so that it must stop
        // growing
        for (int n = i < 1000 ? 1 : 3; n != 0; --n) messages += d.next() ? 1 : 0;
    }
    while (d.next()) ++messages;
    CHECK(messages == 200000);
    CHECK(support::allocations.count - before <= 16);
    CHECK(d.retained() <= 8 * 1000 * piece.size());
}

TEST_CASE("a caller may look ahead and accept whole events at an event boundary") {
    sse::decoder d;
    CHECK(at_boundary(d));
    d.feed("\xef\xbb");
    CHECK_FALSE(at_boundary(d));
    d.feed(
        "\xbf"
        "data: a\r\n\r\ndata: b\r\r");
    CHECK(at_boundary(d));
    CHECK(d.peek().bytes == "data: a\r\n\r\ndata: b\r\r");
    CHECK(d.peek().offset == 3);
    CHECK(d.accept(11, true) == "data: a\r\n\r\n");
    CHECK(d.peek().bytes == "data: b\r\r");
    CHECK(d.accept(9, true) == "data: b\r\r");
    d.feed("\n: c\ndata: c\n\n");
    CHECK(d.peek().bytes == ": c\ndata: c\n\n");
    const item* i = d.next();
    REQUIRE(i);
    CHECK(i->offset == 28);
    CHECK(i->data == "c");
    CHECK_FALSE(d.next());
    for (const char* begun : {"d", "data:", "data: x\n", "event: e\n", "id: 7\n", ": c"}) {
        INFO(begun);
        d.reset();
        d.feed(begun);
        CHECK_FALSE(d.next());
        CHECK_FALSE(at_boundary(d));
        d.feed("more");
        CHECK(d.peek().bytes.empty());
        CHECK(d.peek().event_limit == 0);
    }
    for (const char* whole : {": comment\n", "retry: 7\n", "unknown\n", "data: x\n\n"}) {
        INFO(whole);
        d.reset();
        d.feed(whole);
        while (d.next()) {
        }
        CHECK(at_boundary(d));
    }
    d.finish();
    CHECK_FALSE(at_boundary(d));
}

TEST_CASE("within the value of an event's first line, a caller may accept the rest") {
    sse::decoder d;
    d.feed("data: ab");
    CHECK_FALSE(d.next());
    d.feed("c\n\ndata: d\n\n");
    CHECK(d.peek().event_read == 8);
    CHECK(d.peek().offset == 8);
    CHECK(d.accept(3, true) == "abc\n\n");
    CHECK(at_boundary(d));
    const item* i = d.next();
    REQUIRE(i);
    CHECK(i->data == "d");
}

TEST_CASE("a caller may accept the start of an event, more of it, and its end") {
    sse::decoder d;
    const std::string other = "data: x\n\n";
    for (const std::string first : {"data: ab", "data:ab"}) {
        for (const bool accept_end : {true, false}) {
            d.reset();
            d.feed(other);
            CHECK(d.next() != nullptr);
            const std::string parts[] = {first, "cd", "ef\n\ndata: y\n\n"};
            d.feed(parts[0]);
            CHECK(d.accept(parts[0].size(), false) == "ab");
            CHECK(d.peek().event_read == parts[0].size());
            CHECK(d.peek().offset == other.size() + parts[0].size());
            CHECK(d.next() == nullptr);
            d.feed(parts[1]);
            CHECK(d.accept(2, false) == "abcd");
            CHECK(d.next() == nullptr);
            d.feed(parts[2]);
            if (accept_end) {
                CHECK(d.accept(4, true) == "abcdef\n\n");
                CHECK(at_boundary(d));
            } else {
                const item* i = d.next();
                REQUIRE(i != nullptr);
                CHECK(i->data == "abcdef");
                CHECK(i->offset == other.size());
            }
            const item* i = d.next();
            REQUIRE(i != nullptr);
            CHECK(i->data == "y");
            CHECK(i->offset == other.size() + parts[0].size() + 2 + 4);
        }
    }
}

TEST_CASE("the event limit applies to an event whose start the caller accepted") {
    sse::decoder d({.event = 12});
    const std::string parts[] = {"data: ab", "cdefg\n\n"};
    d.feed(parts[0]);
    CHECK(d.peek().event_limit == 12);
    d.accept(parts[0].size(), false);
    CHECK(d.peek().event_limit == 12);
    d.feed(parts[1]);
    CHECK(d.next() == nullptr);
    REQUIRE(d.failed());
    CHECK(d.failure().offset == 12);
    CHECK(d.peek().bytes.empty());
}

TEST_CASE("a caller may hold the bytes of an event, and take the rest of it") {
    sse::decoder d;
    const std::string event = "data: a\ndata: b\n\n";
    for (std::size_t at = 1; at != event.size(); ++at) {
        d.reset();
        const std::string parts[] = {"data: x\n\n", event.substr(0, at),
                                     event.substr(at) + "data: y\n\n"};
        d.feed(parts[0]);
        CHECK(d.next() != nullptr);
        d.feed(parts[1]);
        d.hold(at, false);
        CHECK(d.next() == nullptr);
        CHECK(d.peek().event_read == at);
        d.feed(parts[2]);
        d.hold(0, false);
        CHECK(d.peek().offset == parts[0].size() + at);
        CHECK(d.peek().bytes == parts[2]);
        const auto held = d.hold(event.size() - at, true);
        CHECK(std::string_view(held.first, held.size) == event);
        CHECK(at_boundary(d));
        const item* i = d.next();
        REQUIRE(i != nullptr);
        CHECK(i->data == "y");
        CHECK(i->offset == parts[0].size() + event.size());
    }
}

TEST_CASE("bytes that a caller held are read if it does not take the rest") {
    const std::string event = "id: 1\ndata: a\r\ndata: b\n\n";
    for (std::size_t at = 1; at != event.size(); ++at) {
        for (const int way : {0, 1, 2}) {
            sse::decoder d;
            const std::string parts[] = {"data: x\n\n", event.substr(0, at), event.substr(at)};
            d.feed(parts[0]);
            CHECK(d.next() != nullptr);
            d.feed(parts[1]);
            d.hold(at, false);
            d.let_go();
            CHECK(d.peek().event_read == at);
            d.feed(parts[2]);
            if (way == 1) d.feed("data: y\n\n");
            if (way == 2) {
                d.let_go();
                CHECK(d.peek().bytes == event);
            }
            const item* i = d.next();
            REQUIRE(i != nullptr);
            CHECK(i->data == "a\nb");
            CHECK(i->id == "1");
            CHECK(i->offset == parts[0].size());
            i = d.next();
            CHECK((i != nullptr) == (way == 1));
            if (i != nullptr) CHECK(i->offset == parts[0].size() + event.size());
        }
    }
}

TEST_CASE("bytes that a caller held when the input ends count as fed") {
    sse::decoder d({.event = 12});
    d.feed("\n");
    CHECK(d.next() == nullptr);
    const std::string parts[] = {"data: ab\ndata: ", "data: 0123456789"};
    d.feed(parts[0]);
    d.hold(parts[0].size(), false);
    const item* const i = d.finish();
    REQUIRE(i != nullptr);
    CHECK(i->data == "ab\n");
    CHECK(i->offset == 1);
    d.reset();
    d.feed("\n");
    CHECK(d.next() == nullptr);
    d.feed(parts[1]);
    d.hold(parts[1].size(), false);
    CHECK(d.finish() == nullptr);
    REQUIRE(d.failed());
    CHECK(d.failure().offset == 13);
}

}  // namespace decoder_tests
