// Every short JSON text, through the checker and the object reader, against the reference parser.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>
#include <support/json_texts.hpp>
#include <support/json_verdicts.hpp>
#include <support/live_strings.hpp>

namespace json_strings_tests {

using namespace oaiwire;

namespace exhaustive {

struct inner {
    field<std::string> a{};
    std::vector<std::string> list{};
    extra_members extra{};
};

// A member of each kind.
struct every_kind {
    std::string t{};
    field<std::int64_t> e{};
    double d{};
    field<bool> b{};
    std::vector<std::int64_t> n{};
    std::vector<float> f{};
    field<std::vector<inner>> o{};
    field<inner> i{};
    field<raw_json> r{};
    field<std::variant<std::string, std::vector<inner>>> v{};
    field<std::variant<std::int64_t, std::string, raw_json>> w{};
    extra_members extra{};
};

}  // namespace exhaustive

namespace {

// Every text over the alphabet, and much longer ones of those that are still valid prefixes.
template <class F>
void every_text(std::size_t longest, std::size_t longest_live, F&& check) {
    support::every_string(support::json_alphabet, longest, check);
    std::string text;
    support::every_live_string(text, support::json_alphabet, longest_live,
                               [&](const std::string& live) {
                                   check(live);
                                   const auto verdict = oracle::read_json_text(live);
                                   return verdict.ok || verdict.bad == live.size();
                               });
}

std::string around(std::string_view before, std::string_view text, std::string_view after) {
    return std::string(before).append(text).append(after);
}

}  // namespace

TEST_CASE("the checker accepts and rejects every short text like the reference parser") {
    std::string wrong;
    std::size_t valid = 0;
    const auto check = [&](std::string_view text) {
        const auto due = oracle::read_json_text(text);
        const json::detail::fault f = json::detail::check_text(text);
        valid += due.ok ? 1 : 0;
        const auto at = f.at == nullptr ? 0 : static_cast<std::size_t>(f.at - text.data());
        if (due.ok != (f.code == errc::ok) || !support::fits(due, f.code, at)) wrong = text;
    };
    const auto longest = support::scaled<std::size_t>(4, 6, 7);
    every_text(longest, longest + 2, check);
    CHECK(wrong == "");
    CHECK(valid > 500);
}

TEST_CASE("raw_json accepts and rejects every short text like the reference parser") {
    std::string wrong;
    const auto check = [&](std::string_view text) {
        const auto due = oracle::read_json_text(text);
        const auto parsed = raw_json::parse(text);
        if (due.ok != parsed.has_value() || !support::fits(due, parsed)) wrong = text;
    };
    const auto longest = support::scaled<std::size_t>(3, 5, 7);
    every_text(longest, longest + 1, check);
    CHECK(wrong == "");
}

TEST_CASE("every short text is read, skipped or rejected where a value is expected") {
    using exhaustive::every_kind;
    struct place {
        std::string_view before, after;
        bool known;
    };
    static constexpr place places[] = {
        {R"({"z":)", "}", false},
        {R"({"t":"x","z":[)", R"(],"e":1})", false},
        {R"({"t":)", "}", true},
        {R"({"e":)", "}", true},
        {R"({"d":)", "}", true},
        {R"({"b":)", "}", true},
        {R"({"n":)", "}", true},
        {R"({"n":[1,)", "]}", true},
        {R"({"f":[)", ",1]}", true},
        {R"({"o":[)", "]}", true},
        {R"({"i":)", "}", true},
        {R"({"i":{"a":)", R"(,"list":[]}})", true},
        {R"({"r":)", "}", false},
        {R"({"v":)", "}", true},
        {R"({"w":)", "}", false},
        {R"({"t":"x",)", R"("e":2})", true},
        {R"({")", R"(":1,"t":"x"})", true},
    };
    every_kind kept;
    std::string wrong;
    std::size_t valid = 0;
    const auto longest = support::scaled<std::size_t>(2, 4, 6);
    for (const place& p : places) {
        every_text(longest, longest + 1, [&](std::string_view text) {
            const std::string whole = around(p.before, text, p.after);
            const auto due = oracle::read_json_text(whole);
            valid += due.ok ? 1 : 0;
            for (const auto mode : {json::strict, json::tolerant}) {
                const auto r = json::read_into(whole, kept, mode);
                const bool refused = due.ok && !r && !p.known;
                if (refused || !support::fits(due, r)) wrong = whole;
            }
        });
    }
    CHECK(wrong == "");
    CHECK(valid > 1000);
}

}  // namespace json_strings_tests
