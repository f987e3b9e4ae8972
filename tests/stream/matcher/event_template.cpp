#include <oaiwire/stream/matcher/event_template.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace event_template_tests {

using namespace oaiwire;
using detail::event_template;
using detail::template_slots;

namespace {

// data: {"a":"one","n":7,"b":"two"} with a slot for each value.
struct example {
    std::string before = "data: ";
    std::string data = R"({"a":"one","n":7,"b":"two"})";
    std::string after = "\n\n";
    std::string a = "one";
    std::string b = "two";
    std::int64_t n = 7;
    event_template pattern{};

    example() {
        template_slots slots;
        const std::string_view text(data);
        // in any order
        slots.add(text.substr(text.find("\"two\""), 5), b);
        slots.add(text.substr(text.find("\"one\""), 5), a);
        slots.add(text.substr(text.find("7"), 1), n);
        pattern.learn(before, data, after, data, slots);
    }
    example(const example&) = delete;

    // Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
    std::size_t match(std::string_view bytes) {
        const std::unique_ptr<char[]> block(new char[bytes.size()]);
        bytes.copy(block.get(), bytes.size());
        return pattern.match({block.get(), bytes.size()});
    }
    bool matches(std::string_view bytes) { return match(bytes) == bytes.size(); }
};

std::string event(std::string_view a, std::string_view n = "7", std::string_view b = "two") {
    return "data: {\"a\":\"" + std::string(a) + "\",\"n\":" + std::string(n) + ",\"b\":\"" +
           std::string(b) + "\"}\n\n";
}

}  // namespace

TEST_CASE("an event that differs in its slots matches, and their values are read") {
    example e;
    REQUIRE(e.pattern.known());
    CHECK(e.matches(event("x", "1234567890", "a text of more than sixteen bytes")));
    CHECK(e.a == "x");
    CHECK(e.n == 1234567890);
    CHECK(e.b == "a text of more than sixteen bytes");
    CHECK(e.match(event("") + event("y")) == event("").size());
    CHECK(e.a.empty());
    CHECK(e.b == "two");
    CHECK(e.matches(event("\xC3\xA9", "0", "\xF0\x9F\x8C\xA4")));
    CHECK(e.a == "\xC3\xA9");
    CHECK(e.n == 0);
    CHECK(e.matches(event(R"(\n\"\\\/\u00e4\ud83c\udf24)", "999999999999999999")));
    CHECK(e.a == "\n\"\\/\xC3\xA4\xF0\x9F\x8C\xA4");
    CHECK(e.n == 999999999999999999);
}

TEST_CASE("strings of every length are read, with and without escapes") {
    example e;
    for (std::size_t size = 0; size != 70; ++size) {
        for (const std::string_view end : {"", "\xC3\xA9", "\\n", "\\u0041"}) {
            const std::string text(size, 'x');
            REQUIRE(e.matches(event(text + std::string(end), "1", std::string(end) + text)));
            const std::string expected = end == "\\n"       ? "\n"
                                         : end == "\\u0041" ? "A"
                                                            : std::string(end);
            CHECK(e.a == text + expected);
            CHECK(e.b == expected + text);
        }
    }
}

TEST_CASE("an invalid string or count, or a difference outside of slots, is a mismatch") {
    example e;
    for (const std::string_view text : {"\x01",
                                        "\n",
                                        "\r",
                                        "\t",
                                        "\xFF",
                                        "\xC3",
                                        "\xC0\x80",
                                        "\xED\xA0\x80",
                                        "\xF5\x80\x80\x80",
                                        "\\",
                                        "\\x",
                                        "\\u",
                                        "\\u12",
                                        "\\u12G4",
                                        "\\ud83c",
                                        "\\udf24",
                                        "\\ud83c\\n",
                                        "\\ud83c\\u0041",
                                        "\\ud83cx",
                                        "\\udf24\\ud83c",
                                        "\"",
                                        "\",\"c\":\""}) {
        CHECK(e.match(event(text)) == event_template::mismatch);
        CHECK(e.match(event("a text that is longer than a block" + std::string(text))) ==
              event_template::mismatch);
    }
    for (const std::string_view number :
         {"", "-1", "01", "1.0", "1e2", "1234567890123456789", "x", "null", "\"1\"", " 1", "1 "}) {
        CHECK(e.match(event("a", number)) == event_template::mismatch);
    }
    const std::string good = event("a");
    for (std::size_t i = 0; i != good.size(); ++i) {
        // the only bytes that may differ
        if (i == good.find("a\",") || i == good.find("7") || i > good.find("\"two") + 0) continue;
        std::string bad = good;
        bad[i] = bad[i] == '#' ? '$' : '#';
        CHECK(e.match(bad) == event_template::mismatch);
    }
    CHECK(e.match("data: {\"a\":\"x\",\"n\":1,\"b\":\"y\"}\r\n\r\n") == event_template::mismatch);
    CHECK(e.match("data: {\"a\":\"x\",\"n\":1,\"b\":\"y\"}\n\r\n") == event_template::mismatch);
}

TEST_CASE("an event may be cut outside of its slots") {
    const std::string whole = event("a text", "12", "b");
    std::size_t resumed = 0;
    for (std::size_t cut = 1; cut != whole.size(); ++cut) {
        example e;
        const std::size_t first = e.match(whole.substr(0, cut));
        if (first == event_template::mismatch) continue;
        REQUIRE(first == event_template::partial);
        CHECK(e.pattern.resume(whole.substr(cut)) == whole.size() - cut);
        CHECK(e.a + std::to_string(e.n) + e.b == "a text12b");
        CHECK(e.pattern.resume("#") == event_template::mismatch);
        ++resumed;
    }
    CHECK(resumed > 20);
    // but not if it has a line end
    example e;
    CHECK(e.match(whole.substr(0, whole.size() - 2)) == event_template::partial);
    CHECK(e.match(whole.substr(0, whole.size() - 1)) == event_template::mismatch);
    // in three pieces
    REQUIRE(e.match(whole.substr(0, 3)) == event_template::partial);
    REQUIRE(e.pattern.resume(whole.substr(3, 5)) == event_template::partial);
    CHECK(e.pattern.resume(whole.substr(8)) == whole.size() - 8);
}

TEST_CASE("a partial match may continue in another template with the same beginning") {
    example e;
    example like;
    example other;
    other.data[2] = 'c';
    template_slots slots;
    slots.add(std::string_view(other.data).substr(5, 5), other.a);
    other.pattern.learn(other.before, other.data, other.after, other.data, slots);
    const std::string whole = event("x");
    REQUIRE(e.match(whole.substr(0, 8)) == event_template::partial);
    REQUIRE(like.pattern.resume_from(e.pattern));
    CHECK(like.pattern.resume(whole.substr(8)) == whole.size() - 8);
    CHECK(like.a == "x");
    REQUIRE(e.match(whole.substr(0, 9)) == event_template::partial);
    CHECK(!other.pattern.resume_from(e.pattern));
    REQUIRE(e.match(whole.substr(0, 8)) == event_template::partial);
    CHECK(other.pattern.resume_from(e.pattern));
    REQUIRE(e.match(whole.substr(0, 16)) == event_template::partial);
    CHECK(!like.pattern.resume_from(e.pattern));  // behind a slot
}

TEST_CASE("data is matched without framing, to its end") {
    example e;
    CHECK(e.pattern.match_data(R"({"a":"x","n":5,"b":"y"})"));
    CHECK(e.a + std::to_string(e.n) + e.b == "x5y");
    CHECK(!e.pattern.match_data(R"({"a":"x","n":5,"b":"y"} )"));
    CHECK(!e.pattern.match_data(R"({"a":"x","n":5,"b":"y")"));
    CHECK(!e.pattern.match_data(""));
}

TEST_CASE("the JSON text of an event is found within its data") {
    const std::string data = R"( {"a":"one"} )";
    std::string a = "one";
    template_slots slots;
    slots.add(std::string_view(data).substr(6, 5), a);
    event_template pattern;
    pattern.learn("data:", data, "\r\n\r\n", std::string_view(data).substr(1, 11), slots);
    const std::string next = "data: {\"a\":\"more\"} \r\n\r\n";
    REQUIRE(pattern.match(next) == next.size());
    CHECK(pattern.text_in_event(next) == R"({"a":"more"})");
    CHECK(pattern.text_in_data(std::string_view(next).substr(
              5, next.size() - 5 - pattern.after_size())) == R"({"a":"more"})");
    CHECK(pattern.before() == "data:");
    // with another framing
    pattern.reframe("event: e\ndata: ", "\n\n");
    CHECK(pattern.match(next) == event_template::mismatch);
    const std::string named = "event: e\ndata:  {\"a\":\"z\"} \n\n";
    REQUIRE(pattern.match(named) == named.size());
    CHECK(a == "z");
    CHECK(pattern.text_in_event(named) == R"({"a":"z"})");
}

TEST_CASE("a slot is a value that was read from that place, one of at most four") {
    std::string text = "a\"b";
    std::int64_t n = 5;
    template_slots slots;
    slots.add("", text);
    slots.add("\"", text);
    slots.add("null", text);
    slots.add(R"("a")", text);
    slots.add(R"("a\"c")", text);
    slots.add("", n);
    slots.add("6", n);
    slots.add("5.0", n);
    slots.add("05", n);
    CHECK(slots.empty());
    slots.add(R"("a\"b")", text);
    CHECK(!slots.empty());
    const std::string_view many = R"("1" "1" "1" "1" "1")";
    std::string one = "1";
    template_slots four;
    for (std::size_t at : {16u, 0u, 8u, 4u, 12u}) four.add(many.substr(at, 3), one);
    std::vector<const char*> places;
    for (const auto& h : four) places.push_back(h.raw.data());
    CHECK(places == std::vector<const char*>{many.data() + 1, many.data() + 5, many.data() + 9,
                                             many.data() + 17});
}

TEST_CASE("an event that is too large or has no slots leaves no template") {
    const std::string data(event_template::most_bytes + 1, ' ');
    std::string a;
    template_slots slots;
    const std::string small = R"("")";
    slots.add(small, a);
    event_template pattern;
    pattern.learn("", small, "", small, slots);
    CHECK(pattern.known());
    pattern.learn("", data, "", data, slots);
    CHECK(!pattern.known());
    pattern.learn("", small, "", small, {});
    CHECK(!pattern.known());
    pattern.learn("", small, "", small, slots);
    pattern.forget();
    CHECK(!pattern.known());
}

}  // namespace event_template_tests
