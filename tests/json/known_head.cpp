#include <oaiwire/json/known_head.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <support/random.hpp>

namespace known_head_tests {

using namespace oaiwire;
using json::detail::known_head;

namespace {

struct item {
    field<std::string> text{};
    field<std::int64_t> index{};
    extra_members extra{};
    friend bool operator==(const item&, const item&) = default;
};
struct answer {
    std::string id{};
    field<std::int64_t> created{};
    field<std::string> model{};
    std::vector<item> items{};
    field<std::string> tail{};
    extra_members extra{};
    friend bool operator==(const answer&, const answer&) = default;
};

// An object that texts are read into one after the other, as a stream does.
struct reused {
    answer value{};
    known_head head{};
    std::string stored{};
    json::read_report report{};

    // Whether the head of the text before was used.
    bool took = false;

    result<void> read(std::string_view text, json::read_options options = json::tolerant) {
        report = {};
        options.report = &report;
        const json::detail::description& type = json::detail::described<answer>();
        const bool with = head.suits(text, stored.data(), true);
        took = with && head.size() != 0;
        if (!with) return json::detail::read_described(text, &value, type, options);
        const std::size_t until = type.object().find("items")->index;
        auto done = json::detail::read_behind_head(text, &value, type, options, until, head);
        if (head.size() != 0 && !head.is_stored()) {
            stored = "xyz";
            stored += text.substr(0, head.size());
            head.store(3);
        }
        return done;
    }
};

// How reading them one after the other differs from reading each into a new object: the text that
// shows it, or "".
std::string differs(const std::vector<std::string>& texts, json::read_mode mode,
                    std::size_t* taken = nullptr) {
    reused one;
    for (const std::string& text : texts) {
        json::read_report report;
        json::read_options options(mode);
        options.report = &report;
        const auto expected = json::read<answer>(text, options);
        const auto found = one.read(text, options);
        if (taken) *taken += one.took ? 1 : 0;
        if (expected.has_value() != found.has_value()) return text;
        if (!expected && expected.error() != found.error()) return text;
        if (expected && *expected != one.value) return text;
        if (report.notes != one.report.notes || report.repaired != one.report.repaired ||
            report.lone_surrogate != one.report.lone_surrogate) {
            return text;
        }
    }
    return "";
}

constexpr std::string_view usual = R"({"id":"a","created":1,"model":"m","items":[)";

std::string with_items(std::string_view items) {
    return std::string(usual).append(items).append("]}");
}

TEST_CASE("json: a text that begins as the one before is read from its list on") {
    reused one;
    REQUIRE(one.read(with_items(R"({"text":"x"})")));
    CHECK_FALSE(one.took);
    REQUIRE(one.read(with_items(R"({"text":"y"},{"index":2})")));
    CHECK(one.took);
    CHECK(one.value == *json::read<answer>(with_items(R"({"text":"y"},{"index":2})")));
    CHECK(one.head.size() == usual.size() - std::string_view(R"("items":[)").size());
}

TEST_CASE("json: members behind the list are absent again where the next text lacks them") {
    reused one;
    REQUIRE(one.read(std::string(usual) + R"({"text":"x"}],"tail":"t","other":1})"));
    REQUIRE(one.read(with_items("")));
    CHECK(one.took);
    CHECK(one.value.tail.is_absent());
    CHECK(one.value.extra.empty());
    CHECK(one.value.items.empty());
}

TEST_CASE("json: a head whose members come again behind the list is not used") {
    const std::string again = std::string(usual) + R"(],"id":"b"})";
    CHECK(differs({again, with_items("")}, json::tolerant) == "");
    std::size_t taken = 0;
    CHECK(differs({with_items(""), again, with_items("")}, json::tolerant, &taken) == "");
    CHECK(taken == 1);
    CHECK(differs({again, again, again}, json::tolerant, &taken) == "");
    CHECK(taken == 1);
}

TEST_CASE("json: heads with a note, an unknown member or nothing in them are not kept") {
    for (const char* text : {
             R"({"id":"a","created":"1","items":[]})",            // converted
             R"({"id":"a","created":{},"items":[]})",             // dropped
             R"({"id":"a","more":1,"items":[]})",                 // unknown
             R"({"id":"\ud800","items":[]})",                     // half a pair
             R"({"id":"a","created":1,"created":2,"items":[]})",  // twice
             R"({"items":[],"id":"a"})",                          // nothing before
             R"({"id":"a"})",                                     // no list
             R"({"id":"a","ite\u006ds":[]})",                     // escaped
             "{\"id\":\"a\",\"items\" : []}",                     // spaces
             R"({"id":"a","items":[],"items":[{}]})",             // two lists
         }) {
        CAPTURE(text);
        std::size_t taken = 0;
        CHECK(differs({text, text, text}, json::tolerant, &taken) == "");
        CHECK(taken == 0);
    }
}

TEST_CASE("json: a text that fails behind a known head fails as any, and leaves none") {
    for (const char* tail : {R"({"text":"x"})", R"({"text":]}})", R"({"text":")", R"({}],"id":"b")",
                             R"({}],"id":1})", "{}]}x", R"(null],"created":"x"})"}) {
        const std::string bad = std::string(usual) + tail;
        CAPTURE(bad);
        for (const json::read_mode mode : {json::strict, json::tolerant}) {
            CHECK(differs({with_items(""), bad, with_items(""), bad}, mode) == "");
        }
    }
}

TEST_CASE("json: a head ends within one text where the next one does") {
    reused one;
    REQUIRE(one.read(with_items("")));
    for (std::size_t n = 0; n != usual.size(); ++n) {
        CAPTURE(n);
        CHECK(differs({with_items(""), std::string(usual.substr(0, n)), with_items("")},
                      json::strict) == "");
    }
}

TEST_CASE("json: a head that is too long is not kept") {
    for (const std::size_t size : {known_head::most - 1, known_head::most, known_head::most + 1}) {
        const std::string before = R"({"id":")";
        const std::string behind = R"(",)";
        const std::string text = before + std::string(size - before.size() - behind.size(), 'x') +
                                 behind + R"("items":[]})";
        std::size_t taken = 0;
        CHECK(differs({text, text}, json::tolerant, &taken) == "");
        CHECK(taken == (size <= known_head::most ? 1 : 0));
    }
}

TEST_CASE(
    "json: where heads differ all the time few are kept, and it starts again when they do not") {
    known_head head;
    std::string stored;
    const auto keeps = [&](const std::string& text, bool wanted) {
        if (!head.suits(text + "\"items\":[]}", stored.data(), wanted)) return false;
        head.take(text.size(), 1, 1);
        head.store(0);
        stored = text;
        return true;
    };
    std::size_t kept = 0;
    for (int i = 0; i != 1000; ++i) kept += keeps("{\"id\":" + std::to_string(i) + ",", true);
    CHECK(kept > 20);
    CHECK(kept < 50);
    int tries = 0;
    while (!keeps("{\"id\":1,", true)) ++tries;
    CHECK(tries <= 32);
    CHECK(keeps("{\"id\":1,", false));
    CHECK_FALSE(keeps("{\"id\":2,", false));
    CHECK_FALSE(keeps("{\"id\":1,", false));
}

TEST_CASE("json: random texts with alike heads are read as into new objects") {
    const char* const heads[] = {
        R"({"id":"a",)",
        R"({"id":"a","created":1,)",
        R"({"id":"a","created":1,"model":"m",)",
        R"( {"id":"a","created":1,"model":null,)",
        R"({"model":"m","id":"b",)",
        "{\n  \"id\": \"a\",\n  \"model\": \"m\",\n  ",
        R"({"id":"a","new":[1,{"id":2}],)",
        R"({"id":"\u00e9","model":"\ud83d\ude00",)",
        R"({)",
        R"([{"id":"a",)",
    };
    const char* const lists[] = {
        R"("items":[])", R"("items": [{"text":"x","index":1}])", R"("items":null)",
        R"("items":{})", R"("items":[{"text":"x","text":"y"}])", R"("items":[{"new":1}])",
        R"("items":[)",  R"("items":[{"text":"\udc00"}])",
    };
    const char* const tails[] = {"}",
                                 R"(,"tail":"t"})",
                                 R"(,"id":"c"})",
                                 R"(,"items":[]})",
                                 R"(,"created":5,"new":true})",
                                 R"(,"model":3})",
                                 R"(,)",
                                 "}]",
                                 "} ",
                                 "}}"};
    for (std::uint64_t seed = 0; seed != 3000; ++seed) {
        support::random random(seed);
        std::vector<std::string> texts;
        std::size_t head = 0;
        for (int i = 0; i != 12; ++i) {
            if (random.below(4) == 0) head = random.below(std::size(heads));
            std::string text = heads[head];
            text += lists[random.below(2) == 0 ? 1 : random.below(std::size(lists))];
            text += tails[random.below(2) == 0 ? 0 : random.below(std::size(tails))];
            texts.push_back(std::move(text));
        }
        const auto mode = seed % 2 == 0 ? json::tolerant : json::strict;
        REQUIRE(differs(texts, mode) == "");
    }
}

}  // namespace

}  // namespace known_head_tests
