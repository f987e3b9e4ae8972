#include <oaiwire/sse/framing.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace framing_tests {

using namespace oaiwire;

namespace {

// The text before the first and after the last 'x': "before|after"; "" if the framing is not the
// usual one.
std::string framing_of(std::string_view event) {
    const std::size_t from = event.find('x');
    const std::string_view data = event.substr(from, event.rfind('x') + 1 - from);
    sse::detail::framing found;
    if (!sse::detail::has_usual_framing(event, data, found)) return "";
    return std::string(found.before) + '|' + std::string(found.after);
}

}  // namespace

TEST_CASE("the usual framing is one data line, optionally after one event line") {
    CHECK(framing_of("data: x\n\n") == "data: |\n\n");
    CHECK(framing_of("data:xyx\n\n") == "data:|\n\n");
    CHECK(framing_of("data: x\r\n\r\n") == "data: |\r\n\r\n");
    CHECK(framing_of("event: a\ndata: x\n\n") == "event: a\ndata: |\n\n");
    CHECK(framing_of("event:a\r\ndata: x\r\n\r\n") == "event:a\r\ndata: |\r\n\r\n");
}

TEST_CASE("every other framing is rejected") {
    for (const char* event :
         {"data: x", "data: x\n", "data: x\r\r", "data: x\n\r\n", "data: x\r\n\n", "data : x\n\n",
          "data:  x\n\n", "id: 1\ndata: x\n\n", "data: x\nid: 1\n\n", "data: y\ndata: x\n\n",
          "event: a\rdata: x\n\n", "event: a\n: b\ndata: x\n\n", "event: a\nevent: b\ndata: x\n\n",
          "event: a\n\ndata: x\n\n", "event: adata: x\n\n", "retry: 1\ndata: x\n\n",
          ": c\ndata: x\n\n", "x\n\n"}) {
        INFO(event);
        CHECK(framing_of(event).empty());
    }
    const std::string event = "data: x\n\n";
    const std::string elsewhere = "x";
    sse::detail::framing found;
    CHECK(!sse::detail::has_usual_framing(event, elsewhere, found));
    CHECK(!sse::detail::has_usual_framing({}, elsewhere, found));
    // views that extend beyond the event on either side
    const std::string_view longer = "data: xyz\n\n";
    CHECK(!sse::detail::has_usual_framing(longer.substr(0, 8), longer.substr(6, 3), found));
    CHECK(!sse::detail::has_usual_framing(longer.substr(7), longer.substr(6, 3), found));
}

TEST_CASE("a blank line is recognised in its two usual forms, only if it is complete") {
    const auto blank = [](std::string_view text) {
        return sse::detail::blank_line_at(text.data(), text.data() + text.size());
    };
    CHECK(blank("\n\n") == 2);
    CHECK(blank("\n\nx") == 2);
    CHECK(blank("\r\n\r\n") == 4);
    CHECK(blank("\r\n\r\nx") == 4);
    for (const char* none : {"", "\n", "\r", "\r\n", "\r\n\r", "\r\r", "\n\r\n", "\r\n\n", "\nx\n",
                             "x\n\n", "\r\n\rx"}) {
        INFO(none);
        CHECK(blank(none) == 0);
    }
    const std::string_view cut = "\r\n\r\n";
    CHECK(blank(cut.substr(0, 3)) == 0);
    CHECK(blank(std::string_view("\n\n").substr(0, 1)) == 0);
}

TEST_CASE("an event whose framing was never seen starts with a data field") {
    CHECK(sse::detail::framing{}.before == "data: ");
    CHECK(sse::detail::framing{}.after == "\n\n");
}

}  // namespace framing_tests
