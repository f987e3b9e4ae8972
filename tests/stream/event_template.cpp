#include <oaiwire/stream/event_template.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace event_template_tests {

using namespace oaiwire;
using detail::event_holes;
using detail::event_template;

namespace {

// data: {"a":"one","n":7,"b":"two"} with every value variable.
struct example {
    std::string before = "data: ";
    std::string data = R"({"a":"one","n":7,"b":"two"})";
    std::string after = "\n\n";
    std::string a = "one";
    std::string b = "two";
    std::int64_t n = 7;
    event_template pattern{};

    example() {
        event_holes holes;
        const std::string_view text(data);
        // in any order
        holes.add(text.substr(text.find("\"two\""), 5), b);
        holes.add(text.substr(text.find("\"one\""), 5), a);
        holes.add(text.substr(text.find("7"), 1), n);
        pattern.remember(before, data, after, data, holes);
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

TEST_CASE("an event that differs only in its variable values matches, and they are read") {
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

TEST_CASE("text values of every length are read, with and without escapes") {
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

TEST_CASE("an event with another kind of value, or with another difference, does not match") {
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

TEST_CASE("an event may arrive in pieces that end in constant text") {
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

TEST_CASE("a partial match may continue in a template with the same start") {
    example e;
    example like;
    example other;
    other.data[2] = 'c';
    event_holes holes;
    holes.add(std::string_view(other.data).substr(5, 5), other.a);
    other.pattern.remember(other.before, other.data, other.after, other.data, holes);
    const std::string whole = event("x");
    REQUIRE(e.match(whole.substr(0, 8)) == event_template::partial);
    REQUIRE(like.pattern.joins(e.pattern));
    CHECK(like.pattern.resume(whole.substr(8)) == whole.size() - 8);
    CHECK(like.a == "x");
    REQUIRE(e.match(whole.substr(0, 9)) == event_template::partial);
    CHECK(!other.pattern.joins(e.pattern));
    REQUIRE(e.match(whole.substr(0, 8)) == event_template::partial);
    CHECK(other.pattern.joins(e.pattern));
    REQUIRE(e.match(whole.substr(0, 16)) == event_template::partial);
    CHECK(!like.pattern.joins(e.pattern));  // after a variable value
}

TEST_CASE("data without its framing is matched to its end") {
    example e;
    CHECK(e.pattern.match_data(R"({"a":"x","n":5,"b":"y"})"));
    CHECK(e.a + std::to_string(e.n) + e.b == "x5y");
    CHECK(!e.pattern.match_data(R"({"a":"x","n":5,"b":"y"} )"));
    CHECK(!e.pattern.match_data(R"({"a":"x","n":5,"b":"y")"));
    CHECK(!e.pattern.match_data(""));
}

TEST_CASE("the text of an event is the one declared as such") {
    const std::string data = R"( {"a":"one"} )";
    std::string a = "one";
    event_holes holes;
    holes.add(std::string_view(data).substr(6, 5), a);
    event_template pattern;
    pattern.remember("data:", data, "\r\n\r\n", std::string_view(data).substr(1, 11), holes);
    const std::string next = "data: {\"a\":\"more\"} \r\n\r\n";
    REQUIRE(pattern.match(next) == next.size());
    CHECK(pattern.text_in(next.data(), next.size()) == R"({"a":"more"})");
    CHECK(pattern.text_in_begun(next.data() + 5, next.size() - 5) == R"({"a":"more"})");
    CHECK(pattern.text_in_data(next.data() + 5, next.size() - 9) == R"({"a":"more"})");
    CHECK(pattern.before() == "data:");
    // with another framing
    pattern.reframe("event: e\ndata: ", "\n\n");
    CHECK(pattern.match(next) == event_template::mismatch);
    const std::string named = "event: e\ndata:  {\"a\":\"z\"} \n\n";
    REQUIRE(pattern.match(named) == named.size());
    CHECK(a == "z");
    CHECK(pattern.text_in(named.data(), named.size()) == R"({"a":"z"})");
}

TEST_CASE("a variable value is one that was read from that position; there are at most four") {
    std::string text = "a\"b";
    std::int64_t n = 5;
    event_holes holes;
    holes.add("", text);
    holes.add("\"", text);
    holes.add("null", text);
    holes.add(R"("a")", text);
    holes.add(R"("a\"c")", text);
    holes.add("", n);
    holes.add("6", n);
    holes.add("5.0", n);
    holes.add("05", n);
    CHECK(holes.empty());
    holes.add(R"("a\"b")", text);
    CHECK(!holes.empty());
    const std::string_view many = R"("1" "1" "1" "1" "1")";
    std::string one = "1";
    event_holes four;
    for (std::size_t at : {16u, 0u, 8u, 4u, 12u}) four.add(many.substr(at, 3), one);
    std::vector<const char*> places;
    for (const auto& h : four) places.push_back(h.raw.data());
    CHECK(places == std::vector<const char*>{many.data() + 1, many.data() + 5, many.data() + 9,
                                             many.data() + 17});
}

TEST_CASE("an event that is too large or has no variable values is not stored") {
    const std::string data(event_template::most_bytes + 1, ' ');
    std::string a;
    event_holes holes;
    const std::string small = R"("")";
    holes.add(small, a);
    event_template pattern;
    pattern.remember("", small, "", small, holes);
    CHECK(pattern.known());
    pattern.remember("", data, "", data, holes);
    CHECK(!pattern.known());
    pattern.remember("", small, "", small, {});
    CHECK(!pattern.known());
    pattern.remember("", small, "", small, holes);
    pattern.forget();
    CHECK(!pattern.known());
}

}  // namespace event_template_tests
