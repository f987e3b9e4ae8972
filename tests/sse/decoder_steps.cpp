#include <oaiwire/sse/decoder_steps.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace decoder_steps_tests {

using namespace oaiwire;

TEST_CASE("a decoder reset inside an event drops views of fed data") {
    sse::decoder d({}, {.retries = true});
    {
        const std::string lent = "data: abc\nretry: 5\ndata: d";
        d.feed(lent);
        REQUIRE(d.next());  // the retry time; the data before it is still in the fed bytes
        d.reset();
    }
    d.feed("id: 7");
    CHECK(d.next() == nullptr);
    d.feed("\ndata: x\n\n");
    const auto* const found = d.next();
    REQUIRE(found);
    CHECK(found->data == "x");
    CHECK(found->id == "7");
    CHECK(found->offset == 0);
    CHECK(d.next() == nullptr);
}

TEST_CASE("a reset decoder drops unread bytes and the current line") {
    sse::decoder d;
    CHECK(d.failure().code == errc::ok);
    d.feed("data: a\n\ndata: b\n\n");
    CHECK(d.next());
    d.reset();
    CHECK(d.peek().bytes.empty());
    CHECK(d.next() == nullptr);
    for (const char* begun : {"d", "data:", "data: x", "id: 7", ": c"}) {
        INFO(begun);
        d.feed(begun);
        CHECK(d.next() == nullptr);
        d.reset();
        CHECK(d.peek().event_read == 0);
        CHECK(d.peek().event_limit != 0);
        d.feed("data: y\n\n");
        const auto* const found = d.next();
        REQUIRE(found);
        CHECK(found->data == "y");
        d.reset();
    }
}

TEST_CASE("limits apply byte by byte after a longer stream and after a partial event") {
    sse::decoder d({.event = 12});
    // the number of bytes accepted, fed one at a time
    const auto failed_after = [&d](std::string_view text) {
        std::size_t fed = 0;
        for (const char& c : text) {
            d.feed({&c, 1});
            while (d.next()) {
            }
            ++fed;
            if (d.failed()) return fed;
        }
        return error::no_offset;
    };
    const auto longer = [&] {
        for (int i = 0; i != 10; ++i) {
            CHECK(failed_after("data: abc\n\n") == error::no_offset);
        }
        CHECK(failed_after("data: ab") == error::no_offset);
        d.reset();
    };
    longer();
    CHECK(failed_after("data: abcdefghijklmnop") == 13);
    CHECK(d.failure().offset == 12);
    d.reset();
    longer();
    d.feed("data: ab");
    d.accept(8, false);
    CHECK(failed_after("cdefghijklmnop") == 5);
    CHECK(d.failure().offset == 12);
}

TEST_CASE("a failed decoder is not inside a line and keeps no views of fed data") {
    sse::decoder d({.event = 12});
    {
        const std::string lent = "data: abc\ndata: abcdefghijklmnop\n";
        d.feed(lent);
        CHECK(d.next() == nullptr);
    }
    REQUIRE(d.failed());
    CHECK(d.next() == nullptr);
    CHECK(d.finish() == nullptr);
    CHECK(d.retained() == 0);
    d.reset();
    d.feed("data: abc");
    CHECK(d.next() == nullptr);
    CHECK(d.peek().event_read == 9);
    d.feed("defghijklmnop");
    CHECK(d.next() == nullptr);
    REQUIRE(d.failed());
    CHECK(d.peek().event_read == 0);
    CHECK(d.peek().event_limit == 0);
}

TEST_CASE("a line that exceeds both limits at the same byte reports the event limit") {
    sse::decoder d({.event = 10, .line = 10});
    d.feed("0123456789a");
    CHECK(d.next() == nullptr);
    CHECK(d.failure().message.find("limits::event") != std::string::npos);
    sse::decoder e({.event = 11, .line = 10});
    e.feed("0123456789a");
    CHECK(e.next() == nullptr);
    CHECK(e.failure().message.find("limits::line") != std::string::npos);
}

TEST_CASE("bytes that were returned no longer count as unread") {
    sse::decoder d;
    const std::string_view rest = "data: c\n\n";
    SECTION("an event in two pieces") {
        d.feed("data: a");
        CHECK(d.next() == nullptr);
        d.feed("b\n\ndata: c\n\n");
        REQUIRE(d.next());
        CHECK(d.peek().bytes == rest);
    }
    SECTION("a partial event and its end") {
        d.feed("data: a");
        d.accept(7, false);
        CHECK(d.peek().bytes.empty());
        d.feed("b\n\ndata: c\n\n");
        CHECK(d.accept(3, true) == "ab\n\n");
        CHECK(d.peek().bytes == rest);
        d.accept(rest.size(), true);
        d.feed("id: 7");  // no value byte so far
        CHECK(d.next() == nullptr);
        d.feed("\n\n");
        CHECK(d.next() == nullptr);
        CHECK(d.last_event_id() == "7");
        CHECK(d.peek().event_limit == limits{}.event - 1);
    }
    SECTION("a blank line only") {
        d.feed("\ndata: c\n\n");
        d.accept(1, true);
        CHECK(d.peek().bytes == rest);
    }
    SECTION("bytes of a later message") {
        d.feed("data: a\n\ndata: c\n\n");
        REQUIRE(d.next());
        sse::lookahead before = d.peek();
        const auto* const later = d.next();
        REQUIRE(later);
        CHECK(sse::detail::event_bytes(*later, before, d.peek()) == rest);
        before.bytes.remove_prefix(3);
        CHECK(sse::detail::event_bytes(*later, before, d.peek()).empty());
    }
}

namespace {

// What the decoder makes of pieces of that size, which are gone after next(): items and failure.
std::string items_of(std::string_view text, std::size_t piece, const limits& bounds,
                     bool by_extend) {
    sse::decoder d(bounds, {.retries = true, .comments = true, .unknown_fields = true});
    std::string out;
    for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
        const std::string lent(text.substr(0, piece));
        d.feed(lent);
        if (by_extend && d.extend()) {
            out += d.next() == nullptr ? "" : "an item after extend()";
            continue;
        }
        while (const auto* const found = d.next()) {
            out.append(found->event).append("|").append(found->data).append("|");
            out.append(found->id).append(std::to_string(found->offset)).append("\n");
        }
    }
    return out + to_string(d.failure());
}

}  // namespace

TEST_CASE("small pieces within a value give the same items, wherever the line ends are") {
    for (std::size_t size = 0; size != 80; ++size) {
        const std::string value(size, 'v');
        for (const std::string_view end : {"\n\n", "\r\r", "\r\n\r\n", "\n", "\ndata:x\n\n"}) {
            std::string text = "data: " + value;
            text.append(end).append("id: 1\ndata:").append(value).append(end).append("data:y\n\n");
            for (const std::size_t event : {std::size_t{1000}, size + 3}) {
                const limits bounds{.event = event};
                const std::string whole = items_of(text, text.size(), bounds, false);
                for (std::size_t piece = 1; piece != 70; ++piece) {
                    const std::string split = items_of(text, piece, bounds, true);
                    if (split == whole) continue;
                    INFO("pieces of " << piece << ": " << text);
                    CHECK(split == whole);
                }
            }
        }
    }
}

TEST_CASE("only few bytes that continue a value are taken at once") {
    sse::decoder d;
    const auto taken = [&](std::string_view bytes) {
        d.feed(bytes);
        const bool extended = d.extend();
        while (d.next() != nullptr) {
        }
        return extended;
    };
    CHECK_FALSE(d.extend());
    for (const char* const begun : {"d", "ata:", "x"}) CHECK_FALSE(taken(begun));
    // nothing is taken where there is no memory for it yet; next() allocates it
    while (!taken("x")) {
    }
    CHECK(taken("x"));
    CHECK(taken("xyz"));
    CHECK_FALSE(d.extend());
    CHECK_FALSE(taken(""));
    CHECK_FALSE(taken(std::string(64, 'x')));
    CHECK_FALSE(taken(std::string(100, 'x')));
    CHECK(taken(std::string(63, 'x')));
    CHECK_FALSE(taken("x\n"));
    CHECK_FALSE(taken("\n"));
    CHECK_FALSE(taken("id: 1"));
    CHECK_FALSE(taken("2"));
}

TEST_CASE("the data lines of an event decode alike in one read and byte by byte, at every limit") {
    // what a stream decodes to: each event's data and offset, and where it failed
    const auto decoded = [](std::string_view stream, std::size_t limit, std::size_t read) {
        const auto own = std::make_unique<char[]>(stream.size());  // exactly that size
        std::memcpy(own.get(), stream.data(), stream.size());
        sse::decoder d({.event = limit});
        std::string out;
        for (std::size_t at = 0; at < stream.size(); at += read) {
            d.feed({own.get() + at, std::min(read, stream.size() - at)});
            while (const sse::item* found = d.next()) {
                out.append(std::to_string(found->offset)).append(":").append(found->data);
                out.append("|").append(found->event).append(";");
            }
        }
        const error failed = d.failure();
        if (failed.code != errc::ok) out += " failed at " + std::to_string(failed.offset);
        return out;
    };
    for (const std::string_view line_end : {"\n", "\r\n", "\r"}) {
        for (const std::string_view behind : {"", "data:no space", "data", "id: 7", ": comment"}) {
            for (std::size_t size = 0; size != 52; ++size) {
                std::string stream = size % 3 == 0 ? "event: e\n" : "";
                for (const std::size_t more : {std::size_t{3}, size, std::size_t{0}, 2 * size}) {
                    stream.append("data: ").append(more, 'x').append(more == size ? "\n"
                                                                                  : line_end);
                }
                if (!behind.empty()) stream.append(behind).append(line_end);
                stream.append("data: last").append(line_end).append(line_end);
                for (std::size_t limit = size % 8; limit < stream.size() + 8; limit += 5) {
                    INFO(stream);
                    REQUIRE(decoded(stream, limit, stream.size()) == decoded(stream, limit, 1));
                }
                const std::string expected = decoded(stream, 1000, 1);
                for (std::size_t read = 1 + size % 7; read < stream.size(); read += 7) {
                    REQUIRE(decoded(stream, 1000, read) == expected);
                }
            }
        }
    }
}

TEST_CASE("an object that is taken is the event that the decoder would read, wherever it ends") {
    const char* const ends[] = {"\n\n", "\r\n\r\n", "\r\r", "\n", "\r\n\n", "\n\r\n", ""};
    const char* const befores[] = {
        "data: ",      "data:",         "data:  ",        "event: a\ndata: ",
        ": c\ndata: ", "id: 1\ndata: ", "data: a\ndata: "};
    for (const char* before : befores) {
        for (const char* end : ends) {
            std::size_t taken = 0;
            for (std::size_t size = 0; size != 131; ++size) {
                const std::string value = '{' + std::string(size, 'x') + '}';
                const std::string first = before + value + end;
                const std::string all = "data: a\n\n" + first + "data: b\n\n";
                const auto bytes = std::make_unique<char[]>(all.size());  // nothing is behind it
                std::memcpy(bytes.get(), all.data(), all.size());
                sse::decoder d, whole;
                for (sse::decoder* to : {&d, &whole}) {
                    to->feed({bytes.get(), all.size()});
                    REQUIRE(to->next());
                }
                const std::string_view data = d.take_object();
                if (!data.empty()) {
                    const auto* const item = whole.next();
                    REQUIRE(item);
                    CHECK(item->data == data);
                    CHECK(item->event.empty());
                    CHECK(d.peek().offset == whole.peek().offset);
                    ++taken;
                }
                // what follows is the same
                while (const auto* const item = whole.next()) {
                    const auto* const other = d.next();
                    REQUIRE(other);
                    CHECK(other->data == item->data);
                    CHECK(other->offset == item->offset);
                    CHECK(other->event == item->event);
                }
                CHECK(d.next() == nullptr);
            }
            const std::string_view e = end;
            const bool usual =
                std::string_view(before) == "data: " && (e == "\n\n" || e == "\r\n\r\n");
            CHECK(taken == (usual ? 131 : 0));
        }
    }
}

TEST_CASE("no object is taken that is cut, or larger than the limit, or behind one that is cut") {
    const std::string event = "data: {\"a\":1}\n\n";
    for (std::size_t cut = 0; cut != event.size(); ++cut) {
        sse::decoder d;
        d.feed("\n");
        CHECK_FALSE(d.next());
        d.feed(std::string_view(event).substr(0, cut));
        CHECK(d.take_object().empty());
        CHECK_FALSE(d.next());
        d.feed(std::string_view(event).substr(cut));
        CHECK(d.take_object().empty() == (cut != 0));
        CHECK((d.next() == nullptr) == (cut == 0));
    }
    for (std::size_t limit = event.size() - 4; limit != event.size() + 2; ++limit) {
        sse::decoder d({.event = limit}), whole({.event = limit});
        for (sse::decoder* to : {&d, &whole}) {
            to->feed("\n");
            CHECK_FALSE(to->next());  // the beginning, where a mark may be cut
            to->feed(event);
        }
        CHECK(d.take_object().empty() == (whole.next() == nullptr));
        CHECK(whole.failed() == (limit < event.size() - 2));
    }
}

}  // namespace decoder_steps_tests
