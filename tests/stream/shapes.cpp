#include <oaiwire/stream/shapes.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

namespace shapes_tests {

using namespace oaiwire;

namespace {

// With texts as chunks.
struct shapes : detail::stream_shapes {
    shapes() : stream_shapes(detail::object_type_of<std::string>) {}
    std::string& chunk() { return *static_cast<std::string*>(stream_shapes::chunk()); }
    std::string& another() { return *static_cast<std::string*>(stream_shapes::another()); }
};

// Reads "NAME:"TEXT"" as an event, and learns it.
void read(shapes& s, std::string_view name, std::string_view text = "t") {
    std::string& chunk = s.another();
    chunk = text;
    const std::string data = std::string(name) + ":\"" + std::string(text) + '"';
    detail::event_holes holes;
    holes.add(std::string_view(data).substr(name.size() + 1), chunk);
    s.learn("", data, "", data, holes);
}

bool matches(shapes& s, std::string_view event) {
    return s.match(event) == event.size();
}

}  // namespace

TEST_CASE("a stream with a single choice needs one template") {
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

TEST_CASE("interleaved choices have a template each, up to the maximum") {
    shapes s;
    s.expect(100);
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) read(s, name);
    for (const char* name : {"h", "a", "c", "b", "e", "d", "g", "f"}) {
        CHECK(matches(s, name + std::string(":\"") + name + '"'));
        CHECK(s.chunk() == name);
    }
    // the least recently used one is evicted
    read(s, "i");
    CHECK(!matches(s, "h:\"\""));
    CHECK(matches(s, "a:\"\""));
    CHECK(matches(s, "i:\"\""));
}

TEST_CASE("moving the templates does not move their chunks") {
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

TEST_CASE("fewer events are learned while templates are unused, and more while they match") {
    shapes s;
    const auto looks = [&](int events, int every) {
        int n = 0;
        for (int i = 0; i != events; ++i) {
            const std::string name = "the name " + std::to_string(i % every == 0 ? i - 1 : i);
            if (matches(s, name + ":\"x\"")) continue;
            s.missed(name.size() + 4);
            if (!s.due()) {
                s.another();
                continue;
            }
            ++n;
            read(s, name);
            s.spend(500);
        }
        return n;
    };
    const int none_is_like_another = looks(1000, 1'000'000);
    CHECK(none_is_like_another > 10);
    CHECK(none_is_like_another < 40);
    // the savings of one template do not pay for learning all others
    CHECK(looks(2000, 8) < 400);
    // but if most events match, the remaining ones are learned
    const std::size_t before = s.steps();
    int missed = 0;
    for (int i = 0; i != 2000; ++i) {
        const std::string name = "another name " + std::to_string(i / 10);
        if (matches(s, name + ":\"x\"")) continue;
        ++missed;
        s.missed(name.size() + 4);
        if (!s.due()) {
            s.another();
            continue;
        }
        read(s, name);
        s.spend(500);
    }
    CHECK(missed < 400);
    CHECK(s.steps() - before < 300 * 500);
}

TEST_CASE("templates that cost more than they save are dropped") {
    shapes s;
    const std::string text(60'000, 'x');
    read(s, "a");
    CHECK(matches(s, "a:\"x\""));
    const std::string unlike = "a:\"" + text + "\n\"";
    // each is compared to its end, for values that are not text
    for (int i = 0; i != 2; ++i) {
        CHECK(!matches(s, unlike));
        CHECK(!s.match_data(unlike));
        s.missed(unlike.size());
    }
    CHECK(!s.any());
    CHECK(!s.due());
    CHECK(s.steps() < 3 * unlike.size());
    // after some time they are tried again
    for (int i = 0; i != 20; ++i) s.missed(unlike.size());
    CHECK(s.due());
}

TEST_CASE("after a partial match another template may match the rest") {
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
}

}  // namespace shapes_tests
