#include <oaiwire/stream/matcher/template_cache.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

namespace template_cache_tests {

using namespace oaiwire;

namespace {

constexpr detail::chunk_table texts = [] {
    detail::chunk_table out{};
    out.object = detail::object_type_of<std::string>;
    return out;
}();

// Of texts.
struct cache : detail::template_cache {
    cache() : template_cache(texts) {}
    std::string& chunk() { return *static_cast<std::string*>(template_cache::chunk()); }
    std::string& next_chunk() { return *static_cast<std::string*>(template_cache::next_chunk()); }
};

// Reads "NAME:"TEXT"" as an event, and learns it.
void read(cache& s, std::string_view name, std::string_view text = "t") {
    std::string& chunk = s.next_chunk();
    chunk = text;
    const std::string data = std::string(name) + ":\"" + std::string(text) + '"';
    s.keep("", data, "", data);
    REQUIRE(s.kept().chunk == &chunk);
    REQUIRE(s.kept().text == data);
    detail::template_slots slots;
    slots.add(s.kept().text.substr(name.size() + 1), chunk);
    s.learn(slots);
    REQUIRE(s.kept().chunk == nullptr);
}

bool matches(cache& s, std::string_view event) {
    return s.match(event) == event.size();
}

}  // namespace

TEST_CASE("a stream of one answer keeps one template") {
    cache s;
    CHECK(!s.any());
    read(s, "a");
    CHECK(s.any());
    CHECK(matches(s, "a:\"x\""));
    CHECK(s.chunk() == "x");
    read(s, "b");
    CHECK(!matches(s, "a:\"x\""));
    CHECK(matches(s, "b:\"y\""));
    CHECK(s.chunk() == "y");
    s.next_chunk();
    CHECK(!s.any());
}

TEST_CASE("interleaved answers keep a template each, up to eight") {
    cache s;
    s.expect(100);
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) read(s, name);
    for (const char* name : {"h", "a", "c", "b", "e", "d", "g", "f"}) {
        CHECK(matches(s, name + std::string(":\"") + name + '"'));
        CHECK(s.chunk() == name);
    }
    // the least recently used one is replaced
    read(s, "i");
    CHECK(!matches(s, "h:\"\""));
    CHECK(matches(s, "a:\"\""));
    CHECK(matches(s, "i:\"\""));
}

TEST_CASE("a chunk stays at its address when the cache is moved") {
    cache s;
    read(s, "a");
    const std::string* const chunk = &s.chunk();
    cache moved(std::move(s));
    CHECK(&moved.chunk() == chunk);
    CHECK(matches(moved, "a:\"x\""));
    CHECK(*chunk == "x");
    cache assigned;
    read(assigned, "b");
    assigned = std::move(moved);
    CHECK(matches(assigned, "a:\"y\""));
    CHECK(*chunk == "y");
}

TEST_CASE("a newly constructed chunk takes the place of the one that was used least recently") {
    for (const std::size_t entries : {1U, 2U, 3U}) {
        cache s;
        s.expect(entries);
        constexpr const char* names[] = {"a", "b", "c"};
        for (std::size_t i = 0; i != entries; ++i) read(s, names[i], "a text on the heap");
        for (int again = 0; again != 2; ++again) {
            std::string& made = *static_cast<std::string*>(s.new_chunk());
            CHECK(made.empty());
            CHECK(&s.chunk() == &made);
            made = "another text on the heap";
            CHECK(!matches(s, "a:\"x\""));
            if (entries > 1) CHECK(matches(s, std::string(names[entries - 1]) + ":\"x\""));
        }
        CHECK(s.match("c") ==
              (entries == 3 ? detail::event_template::partial : detail::event_template::mismatch));
        read(s, "d");
        CHECK(matches(s, "d:\"x\""));
    }
}

TEST_CASE("few events are learnt if their templates go unused, and all if they are used") {
    cache s;
    const auto looks = [&](int events, int every) {
        int n = 0;
        for (int i = 0; i != events; ++i) {
            const std::string name = "the name " + std::to_string(i % every == 0 ? i - 1 : i);
            if (matches(s, name + ":\"x\"")) continue;
            s.add_miss(name.size() + 4);
            if (!s.may_learn()) {
                s.next_chunk();
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
    // but where most are like others, all the rest is learnt
    const std::size_t before = s.steps();
    int missed = 0;
    for (int i = 0; i != 2000; ++i) {
        const std::string name = "another name " + std::to_string(i / 10);
        if (matches(s, name + ":\"x\"")) continue;
        ++missed;
        s.add_miss(name.size() + 4);
        if (!s.may_learn()) {
            s.next_chunk();
            continue;
        }
        read(s, name);
        s.spend(500);
    }
    CHECK(missed < 400);
    CHECK(s.steps() - before < 300 * 500);
}

TEST_CASE("templates that cost more than they save are dropped") {
    cache s;
    const std::string text(60'000, 'x');
    read(s, "a");
    CHECK(matches(s, "a:\"x\""));
    const std::string unlike = "a:\"" + text + "\n\"";
    // each is compared to its end, for values that are not text
    for (int i = 0; i != 2; ++i) {
        CHECK(!matches(s, unlike));
        CHECK(!s.match_data(unlike));
        s.add_miss(unlike.size());
    }
    CHECK(!s.any());
    CHECK(!s.may_learn());
    CHECK(s.steps() < 3 * unlike.size());
    // with time they are tried again
    for (int i = 0; i != 20; ++i) s.add_miss(unlike.size());
    CHECK(s.may_learn());
}

TEST_CASE("a partial match may continue in another template") {
    cache s;
    s.expect(2);
    read(s, "choice 0");
    read(s, "choice 1");
    for (const char* rest : {"0:\"x\"", "1:\"y\"", "1:\"z\""}) {
        REQUIRE(s.match("choice ") == detail::event_template::partial);
        CHECK(s.partial().before().empty());
        CHECK(s.resume(rest) == 5);
        CHECK(s.chunk() == std::string(1, rest[3]));
    }
    REQUIRE(s.match("choice ") == detail::event_template::partial);
    CHECK(s.resume("2:\"x\"") == detail::event_template::mismatch);
}

TEST_CASE("templates that do not match the event after them are learnt less often in the end") {
    const auto learnt_of = [](bool used) {
        cache s;
        int learnt = 0;
        for (int i = 0; i != 20'000; ++i) {
            if (s.may_learn()) {
                read(s, "a");
                ++learnt;
                if (used) CHECK(matches(s, "a:\"x\""));
                s.spend(600);
            } else {
                s.next_chunk();
            }
            s.add_miss(300);
        }
        return learnt;
    };
    const int used = learnt_of(true);
    const int useless = learnt_of(false);
    CHECK(used > 100);
    CHECK(useless < used / 4);
    CHECK(useless > 5);
}

TEST_CASE("templates that 32 events in turn did not match are forgotten") {
    cache s;
    s.expect(2);
    read(s, "a");
    read(s, "b");
    for (int i = 0; i != 5; ++i) {
        for (int n = 0; n != 31; ++n) s.add_miss(100);
        CHECK(s.any());
        CHECK(matches(s, i % 2 == 0 ? "a:\"x\"" : "b:\"y\""));
    }
    for (int n = 0; n != 32; ++n) {
        CHECK(s.any());
        s.add_miss(100);
    }
    CHECK(!s.any());
    CHECK(!s.may_learn());
    // none is known: there is nothing to forget
    for (int n = 0; n != 20; ++n) s.add_miss(100'000);
    CHECK(s.may_learn());
}

TEST_CASE("templates are tried for fewer events if those before them did not save their cost") {
    cache s;
    const auto tries = [&](int hits) {
        while (!s.may_learn()) s.add_miss(1000);
        read(s, "a");
        for (int i = 0; i != hits; ++i) {
            CHECK(matches(s, "a:\"x\""));
            s.add_miss(20);
        }
        int n = hits == 0 ? 0 : 1;
        for (; s.any(); ++n) s.add_miss(20);
        return n;
    };
    CHECK(tries(1) == 32);
    CHECK(tries(0) == 16);
    CHECK(tries(1) == 8);
    CHECK(tries(1) == 4);
    CHECK(tries(0) == 4);
    CHECK(tries(9) == 4);
    CHECK(tries(0) == 32);  // the last one was worth it
}

TEST_CASE("what is known of the beginning of a text is copied when its bytes are about to go") {
    const auto read_head = [](cache& s, std::string_view text, bool stays) {
        s.next_chunk();
        s.head().take(6, 1, 1);
        s.keep_head(text, stays);
    };
    const std::string same = "0123456789";
    std::string text = same;
    cache lent;
    CHECK(!lent.lends());
    read_head(lent, text, true);
    CHECK(lent.lends());
    CHECK(lent.knows_head(same, false));
    text[0] = '?';  // it was not copied: the head is what the bytes are
    CHECK(!lent.knows_head(same, false));
    for (const bool stays : {true, false}) {
        text = same;
        cache owning;
        read_head(owning, text, stays);
        CHECK(owning.lends() == stays);
        if (stays) owning.own_heads();
        CHECK(!owning.lends());
        text.assign(text.size(), '?');
        CHECK(owning.knows_head(same, false));
        // an event that is kept has a copy of its own
        read_head(owning, text, true);
        owning.keep("", same, "", same);
        CHECK(owning.knows_head(same, false));
    }
    cache without;
    read_head(without, text, true);
    without.forget_heads();
    without.own_heads();
    CHECK(!without.knows_head(text, false));
}

}  // namespace template_cache_tests
