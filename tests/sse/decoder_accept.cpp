#include <oaiwire/sse/decoder_accept.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/sse/decoder.hpp>

namespace decoder_accept_tests {

using namespace oaiwire;

TEST_CASE("a beginning that is accepted and a rest that is joined change no item and no failure") {
    const std::string data = std::string(70, 'x') + "\xC3\xA9";
    for (const std::string& text :
         {"data: " + data + "\n\ndata: b\n\n", "data:" + data + "\r\n\r\ndata: b\r\n\r\n",
          "data: " + data + "\ndata: c\n\ndata: b\n\n", "event: e\ndata: " + data + "\n\n",
          ": " + data + "\n\ndata: b\n\n", "data: a\n\n: c\n\ndata: " + data + "\n\n"}) {
        for (const std::size_t limit : {60U, 77U, 78U, 79U, 80U, 1000U}) {
            for (std::size_t cut = 0; cut <= text.size(); ++cut) {
                sse::decoder plain({.event = limit});
                sse::decoder d({.event = limit});
                const std::string_view pieces[] = {std::string_view(text).substr(0, cut),
                                                   std::string_view(text).substr(cut)};
                for (const std::string_view piece : pieces) {
                    // of exactly that size, so that sanitizers detect over-reads
                    const std::unique_ptr<char[]> bytes(new char[piece.size()]);
                    piece.copy(bytes.get(), piece.size());
                    plain.feed({bytes.get(), piece.size()});
                    d.feed({bytes.get(), piece.size()});
                    if (d.at_event()) d.accept_beginning();
                    const std::string_view joined = d.join_rest(text.back() == '\n' ? 2 : 4, 0);
                    const sse::item* expected = plain.next();
                    if (joined.ends_with("\n\n")) {
                        REQUIRE(expected);
                        REQUIRE(joined.substr(0, joined.size() - 2) == expected->data);
                        REQUIRE(d.accept_joined(joined) == expected->offset);
                        REQUIRE(joined.data()[joined.size() + 15] == '\n');
                        expected = plain.next();
                    }
                    const bool waits = d.waits();
                    for (const sse::item* found = d.next(); found; found = d.next()) {
                        REQUIRE(!waits);
                        REQUIRE(expected);
                        REQUIRE(found->data == expected->data);
                        REQUIRE(found->offset == expected->offset);
                        expected = plain.next();
                    }
                    REQUIRE(expected == nullptr);
                }
                REQUIRE(d.failed() == plain.failed());
                REQUIRE(d.failure().offset == plain.failure().offset);
            }
        }
    }
}

TEST_CASE("a beginning that is known elsewhere changes no item and no failure") {
    enum class way { next, own, rest, twice, end };
    for (const std::string text :
         {"data: abc\n\ndata: d\n\n", "data:{}\r\n\r\ndata: d\n\n", "data:  a\ndata: b\n\n"}) {
        for (const way how : {way::next, way::own, way::rest, way::twice, way::end}) {
            for (const std::size_t limit : {8U, 9U, 10U, 12U, 100U}) {
                const std::size_t line = text.find_first_of("\r\n");
                for (std::size_t cut = 7; cut <= std::min(line, limit); ++cut) {
                    CAPTURE(text, static_cast<int>(how), limit, cut);
                    sse::decoder plain({.event = limit});
                    sse::decoder d({.event = limit});
                    const std::string known = text.substr(0, cut);
                    const std::string_view rest = std::string_view(text).substr(cut);
                    plain.feed(known);
                    REQUIRE(plain.next() == nullptr);
                    {
                        const std::string first = known;
                        d.feed(first);
                        d.accept_known(known.data());
                    }
                    REQUIRE(d.knows_beginning());
                    REQUIRE(d.waits());
                    REQUIRE(d.peek().event_read == cut);
                    if (how == way::own) d.own_beginning();
                    if (how == way::twice) {
                        plain.feed(rest.substr(0, 1));
                        d.feed(rest.substr(0, 1));
                    }
                    if (how != way::end) {
                        plain.feed(rest.substr(how == way::twice ? 1 : 0));
                        d.feed(rest.substr(how == way::twice ? 1 : 0));
                    }
                    if (how == way::rest && line + 1 <= limit && text.find("\n\n") == line) {
                        const std::size_t before = text[5] == ' ' ? 6 : 5;
                        REQUIRE(d.accept_rest(line + 2 - cut) ==
                                text.substr(before, line + 2 - before));
                        REQUIRE(!d.knows_beginning());
                        REQUIRE(d.at_event());
                        REQUIRE(plain.next());
                    }
                    for (bool more = true; more;) {
                        const sse::item* const expected =
                            how == way::end ? plain.finish() : plain.next();
                        const sse::item* const found = how == way::end ? d.finish() : d.next();
                        REQUIRE((found == nullptr) == (expected == nullptr));
                        more = found != nullptr;
                        if (!more) continue;
                        REQUIRE(found->data == expected->data);
                        REQUIRE(found->offset == expected->offset);
                    }
                    REQUIRE(d.failed() == plain.failed());
                    REQUIRE(d.failure().offset == plain.failure().offset);
                }
            }
        }
    }
}

}  // namespace decoder_accept_tests
