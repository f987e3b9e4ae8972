#include <oaiwire/stream/shapes.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

using namespace oaiwire;

namespace {

using shapes = detail::stream_shapes<std::string>;

// Reads "NAME:"TEXT"" as an event of its own, and learns it.
void read(shapes& s, std::string_view name, std::string_view text = "t") {
    std::string& chunk = s.another();
    chunk = text;
    const std::string data = std::string(name) + ":\"" + std::string(text) + '"';
    detail::event_holes holes;
    holes.add(std::string_view(data).substr(name.size() + 1), chunk);
    s.pattern().remember("", data, "", data, holes);
    s.learned();
}

bool matches(shapes& s, std::string_view event) {
    return s.match(event) == event.size();
}

}  // namespace

TEST_CASE("a stream of one answer keeps one shape") {
    shapes s;
    CHECK(!s.any());
    read(s, "a");
    CHECK(s.any());
    CHECK(matches(s, "a:\"x\""));
    CHECK(s.chunk() == "x");
    read(s, "b");
    CHECK(!matches(s, "a:\"x\""));
    CHECK(matches(s, "b:\"y\""));
    CHECK(s.chunk() == "y");
    s.another();
    CHECK(!s.any());
}

TEST_CASE("answers that come interleaved keep a shape each, up to eight") {
    shapes s;
    s.expect(100);
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) read(s, name);
    for (const char* name : {"h", "a", "c", "b", "e", "d", "g", "f"}) {
        CHECK(matches(s, name + std::string(":\"") + name + '"'));
        CHECK(s.chunk() == name);
    }
    // the one that was of no use for the longest time goes
    read(s, "i");
    CHECK(!matches(s, "h:\"\""));
    CHECK(matches(s, "a:\"\""));
    CHECK(matches(s, "i:\"\""));
}

TEST_CASE("a chunk stays where it is when the shapes are moved") {
    shapes s;
    read(s, "a");
    const std::string* const chunk = &s.chunk();
    shapes moved(std::move(s));
    CHECK(&moved.chunk() == chunk);
    CHECK(matches(moved, "a:\"x\""));
    CHECK(*chunk == "x");
    shapes assigned;
    read(assigned, "b");
    assigned = std::move(moved);
    CHECK(matches(assigned, "a:\"y\""));
    CHECK(*chunk == "y");
}

TEST_CASE("an event is looked at ever less while no template is of use") {
    shapes s;
    int looks = 0;
    for (int i = 0; i != 1000; ++i) {
        if (!s.due()) {
            s.another();
            continue;
        }
        ++looks;
        read(s, "name " + std::to_string(i));
    }
    CHECK(looks > 10);
    CHECK(looks < 30);
    // one that is of use makes it worth while again
    while (!s.due()) s.another();
    read(s, "a");
    CHECK(matches(s, "a:\"x\""));
    s.another();
    CHECK(s.due());
    CHECK(s.due());
}

TEST_CASE("what follows a partial match may belong to another shape") {
    shapes s;
    s.expect(2);
    read(s, "choice 0");
    read(s, "choice 1");
    for (const char* rest : {"0:\"x\"", "1:\"y\"", "1:\"z\""}) {
        REQUIRE(s.match("choice ") == detail::event_template::partial);
        CHECK(s.before().empty());
        CHECK(s.resume(rest) == 5);
        CHECK(s.chunk() == std::string(1, rest[3]));
    }
    REQUIRE(s.match("choice ") == detail::event_template::partial);
    CHECK(s.resume("2:\"x\"") == detail::event_template::mismatch);
    CHECK(s.retained() > 2 * sizeof(std::string));
}
