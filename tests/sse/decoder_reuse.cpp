#include <oaiwire/sse/decoder.hpp>
//
#include <support/catch.hpp>

#include <string>

using namespace oaiwire;

TEST_CASE("a decoder that is reset inside an event forgets data that it had lent") {
    sse::decoder d({}, {.retries = true});
    {
        const std::string lent = "data: abc\nretry: 5\ndata: d";
        d.feed(lent);
        REQUIRE(d.next());  // the retry; the data before it is where it was fed
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
