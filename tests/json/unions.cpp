#include <oaiwire/json/unions.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/random.hpp>

namespace unions_tests {

using namespace oaiwire;

namespace {

struct point {
    static constexpr wire_tag tag{"kind", "point"};
    field<int> x{};
    extra_members extra{};
    friend bool operator==(const point&, const point&) = default;
};
struct line {
    static constexpr wire_tag tag{"kind", "line"};
    field<std::string> x{};
    std::vector<point> points{};
    extra_members extra{};
    friend bool operator==(const line&, const line&) = default;
};
struct named {
    static constexpr std::string_view tag_member = "kind";
    static constexpr std::array<std::string_view, 2> tag_values{"named", ""};
    field<std::string> kind{};
    extra_members extra{};
    friend bool operator==(const named&, const named&) = default;
};
using shape = std::variant<point, line, named, raw_json>;

std::string joined(const std::vector<std::string>& members) {
    std::string out = "{";
    for (const std::string& m : members) out += (out.size() == 1 ? "" : ",") + m;
    return out + "}";
}

struct tag_spelling {
    std::string_view text;
    std::size_t chosen;  // index of the alternative
};
constexpr tag_spelling tags[] = {
    {R"("kind":"point")", 0},
    {R"("kind" : "line")", 1},
    {R"("kind":"named")", 2},
    {R"("kind":"other")", 3},
    {R"("k\u0069nd":"point")", 0},
    {R"("kind":"l\u0069ne")", 1},
    {R"("kind":5)", 3},
    {R"("kind":["point"])", 3},
    {R"("kind":"日本")", 3},
    {R"("kind":{"kind":"line"})", 3},
    {R"("kind":"")", 2},
};

}  // namespace

TEST_CASE("the last tag counts, at any position and in any spelling") {
    support::random r(19);
    std::size_t repeated = 0;
    for (int i = 0; i != 5'000; ++i) {
        std::vector<std::string> members;
        std::size_t chosen = 2;  // without a tag
        std::size_t count = 0;
        for (std::size_t n = r.below(6); n != 0; --n) {
            if (r.one_in(2)) {
                const tag_spelling& tag = tags[r.below(std::size(tags))];
                members.emplace_back(tag.text);
                chosen = tag.chosen;
                ++count;
            } else {
                members.emplace_back(r.one_in(3)   ? R"("y":[1,{"kind":"line"}," \"}日本"])"
                                     : r.one_in(2) ? R"( "z" : {"kind":"point"} )"
                                                   : R"("w":null)");
            }
        }
        if (count > 1) ++repeated;
        const std::string text = joined(members);
        INFO(text);
        const auto value = json::read<shape>(text);
        // a tag that is a member is text
        if (chosen == 2 && text.find(R"("kind":5)") != std::string::npos) continue;
        if (chosen == 2 && text.find(R"("kind":[)") != std::string::npos) continue;
        if (chosen == 2 && text.find(R"("kind":{)") != std::string::npos) continue;
        REQUIRE(value);
        REQUIRE(value->index() == chosen);
        if (chosen == 3) {
            REQUIRE(std::get<raw_json>(*value).text() == text);
            continue;
        }
        // the same with only that tag, at the start
        std::vector<std::string> plain;
        for (const std::string& m : members) {
            if (m.find(R"("k)") != 0) plain.push_back(m);
        }
        if (count != 0) {
            const std::string_view of[] = {R"("kind":"point")", R"("kind":"line")"};
            std::string last;
            for (const std::string& m : members) {
                if (m.find(R"("k)") == 0) last = m;
            }
            plain.insert(plain.begin(), chosen == 2 ? last : std::string(of[chosen]));
        }
        REQUIRE(*value == *json::read<shape>(joined(plain)));
    }
    CHECK(repeated > 1'000);
}

TEST_CASE("an earlier tag leaves no trace") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const std::string_view text =
        R"([{"kind":"point","x":"7","y":"\ud800","kind":"line","points":[{"x":null}]}])";
    const auto shapes = json::read<std::vector<shape>>(text, options);
    REQUIRE(shapes);
    const auto& l = std::get<line>(shapes->front());
    CHECK(l.x == "7");
    CHECK(l.extra.text() == R"("y":"\ud800")");
    CHECK(report.notes.empty());
    CHECK_FALSE(report.lone_surrogate);
    // a value is not read for the first tag if it does not fit it
    CHECK(json::read<shape>(R"({"kind":"point","x":"text","kind":"line"})"));
    CHECK_FALSE(json::read<shape>(R"({"kind":"line","x":"text","kind":"point"})"));
    CHECK(json::read<shape>(R"({"kind":"line","x":"text","kind":"point"})").error().path == "x");
}

TEST_CASE("text that is not JSON is rejected at its first invalid byte, whatever its tags") {
    const std::string text =
        R"([{"kind":"point","x":1,"kind" : "other","y":["é","日本"]},{"x":"1", "kind":"line"},)"
        R"({"kind":"line","points":[{"kind":"point"},{"x":2}],"kind":"point"},{"kind":"é"},{}])";
    REQUIRE(json::read<std::vector<shape>>(text));
    for (std::size_t at = 0; at != text.size(); ++at) {
        for (const char c : {'\0', '}', ']', ',', ':', '"', '\\', 'x', '\xC3', '\x80'}) {
            std::string wrong = text;
            wrong[at] = c;
            const auto fault = json::detail::check_text(wrong);
            if (fault.code == errc::ok) continue;
            for (const auto mode : {json::strict, json::tolerant}) {
                const auto value = json::read<std::vector<shape>>(wrong, mode);
                // some are valid JSON once repaired
                if (value && mode == json::tolerant) continue;
                REQUIRE_FALSE(value);
                REQUIRE(value.error().code == fault.code);
                REQUIRE(value.error().offset == static_cast<std::size_t>(fault.at - wrong.data()));
            }
        }
        const auto cut = json::read<std::vector<shape>>(text.substr(0, at));
        REQUIRE(cut.error().code == errc::unexpected_end);
        REQUIRE(cut.error().offset == at);
    }
}

TEST_CASE("the depth limit applies to an object kept as text") {
    const auto nested = [](std::size_t levels) {
        return R"({"kind":"other","x":)" + std::string(levels - 1, '[') +
               std::string(levels - 1, ']') + "}";
    };
    json::read_options options;
    options.depth = 8;
    CHECK(std::get<raw_json>(*json::read<shape>(nested(8), options)).text() == nested(8));
    const auto deep = json::read<shape>(nested(9), options);
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == errc::too_deep);
    CHECK(deep.error().offset == nested(9).find('[') + 7);
}

}  // namespace unions_tests
