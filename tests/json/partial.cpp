#include <oaiwire/json/partial.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/reflect/members.hpp>
#include <support/everything.hpp>
#include <support/fill.hpp>
#include <support/json_texts.hpp>
#include <support/partial_runs.hpp>
#include <support/random.hpp>
#include <support/wire_types.hpp>

namespace partial_tests {

using namespace oaiwire;
using json::value_stage;

namespace partial {

enum class level { unknown, easy, hard };
constexpr std::array<std::string_view, 2> enumerator_names(level) {
    return {"easy", "hard"};
}
struct step {
    std::string title{};
    std::optional<int> minutes{};
    friend bool operator==(const step&, const step&) = default;
};
struct recipe {
    std::string name{};
    level difficulty{};
    std::vector<step> steps{};
    field<std::string> note{};
    int serves = 4;
    friend bool operator==(const recipe&, const recipe&) = default;
};

}  // namespace partial

namespace {

using partial::level;
using partial::recipe;
using partial::step;
static_assert(!std::is_copy_constructible_v<json::partial<recipe>>);

const std::string_view soup =
    R"({"name":"Soup","difficulty":"easy","steps":[{"title":"Cut","minutes":5},{"title":"Boil"}],)"
    R"("note":"hot","serves":2})";

// Whether what is shown of a value is below the whole one: strings are prefixes, lists are not
// longer, and all else is whole or as `blank`, which is what it was before it began.
template <class T>
bool is_below(const T& shown, const T& whole, const T& blank);

template <class T>
bool is_below_list(const T& shown, const T& whole) {
    if (shown.size() > whole.size()) return false;
    const typename T::value_type blank{};
    for (std::size_t i = 0; i != shown.size(); ++i) {
        if constexpr (std::is_same_v<T, std::vector<bool>>) {
            if (shown[i] != whole[i]) return false;
        } else {
            if (!is_below(shown[i], whole[i], blank)) return false;
        }
    }
    return true;
}

template <class T>
bool is_below(const T& shown, const T& whole, const T& blank) {
    namespace kinds = json::detail;
    if (shown == whole || shown == blank) return true;
    if constexpr (std::is_same_v<T, std::string>) {
        return whole.starts_with(shown);
    } else if constexpr (kinds::is_field<T> || kinds::is_optional<T>) {
        using value = kinds::optional_value<T>;
        if (!shown) return true;
        return whole && is_below(*shown, *whole, value{});
    } else if constexpr (kinds::is_string_map<T>) {
        if (shown.size() > whole.size()) return false;
        for (std::size_t i = 0; i != shown.size(); ++i) {
            if (shown[i].first != whole[i].first) return false;
            if (!is_below(shown[i].second, whole[i].second, {})) return false;
        }
        return true;
    } else if constexpr (kinds::is_std_map<T>) {
        for (const auto& [name, value] : shown) {
            const auto found = whole.find(name);
            if (found == whole.end() || !is_below(value, found->second, {})) return false;
        }
        return true;
    } else if constexpr (kinds::is_vector<T>) {
        return is_below_list(shown, whole);
    } else if constexpr (std::is_same_v<T, extra_members>) {
        return whole.text().starts_with(shown.text());
    } else if constexpr (kinds::is_variant<T>) {
        if (shown.index() != whole.index()) return shown == T{};
        return std::visit(
            [&](const auto& s) {
                using A = std::remove_cvref_t<decltype(s)>;
                return is_below(s, *std::get_if<A>(&whole), A{});
            },
            shown);
    } else if constexpr (kinds::kind_of<T>() == kinds::type_kind::object) {
        const T fresh{};
        const auto tie = [](const auto&... members) { return std::tie(members...); };
        const auto a = reflect::with_members(shown, tie);
        const auto b = reflect::with_members(whole, tie);
        const auto c = reflect::with_members(fresh, tie);
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (is_below(std::get<I>(a), std::get<I>(b), std::get<I>(c)) && ...);
        }
        (std::make_index_sequence<reflect::member_count<T>>{});
    } else {
        return false;
    }
}

// The first prefix of the text whose value is not below that of the whole.
template <class T>
std::string rises(std::string_view text) {
    const auto whole = json::read<T>(text);
    if (!whole) return to_string(whole.error());
    json::partial<T> view;
    for (std::size_t i = 0; i != text.size(); ++i) {
        view.feed(text.substr(i, 1));
        if (!is_below(view.value(), *whole, T{})) {
            return support::written(view.value()) + " after " + std::string(text.substr(0, i + 1));
        }
    }
    return "";
}

}  // namespace

TEST_CASE("a value fills while its text comes") {
    json::partial<recipe> view;
    CHECK(view.value() == recipe{});
    CHECK(view.feed(R"({"name":"Tomato so)") == errc::ok);
    CHECK(view.value().name == "Tomato so");
    view.feed(R"(up","difficulty":"har)");
    CHECK(view.value().name == "Tomato soup");
    CHECK(view.value().difficulty == level::unknown);
    view.feed(R"(d","steps":[{"title":"Cut","minutes":1)");
    CHECK(view.value().difficulty == level::hard);
    REQUIRE(view.value().steps.size() == 1);
    CHECK(view.value().steps[0].title == "Cut");
    CHECK_FALSE(view.value().steps[0].minutes);
    view.feed(R"(5},{)");
    CHECK(view.value().steps[0].minutes == 15);
    CHECK(view.value().steps.size() == 2);
    CHECK_FALSE(view.complete());
    view.feed(R"("title":"Boil"}]})");
    CHECK(view.complete());
    const auto whole = view.finish();
    REQUIRE(whole);
    CHECK(*whole == view.value());
    CHECK(whole->serves == 4);
}

TEST_CASE("what is seen depends on the bytes, not on the cuts, and ends as json::read ends") {
    support::partial_subject_of<recipe> recipes;
    CHECK(support::every_cut(recipes, soup) == "");
    support::partial_subject_of<support::everything> all;
    for (
        const std::string_view text : {
            R"({"flag":true,"i8":-1,"text":"x\ud83d\ude00y","maybe":1,"numbers":[1,2],"bits":[true],)"
            R"("counts":{"a":1},"series":{"b":[1.5],"c":[]},"names":["n",null],"tint":"dark-blue",)"
            R"("open":"other","any":[1],"shape":{"kind":"square","side":2,"more":1},"raw":[0],)"
            R"("three":1,"default":2,"self-harm":3,"children":[{"text":"deep","children":)"
            R"([{"maybe":2}]},{"flag":true}]})",
            R"({"shape":{"side":2,"kind":"square"},"shape":{"kind":"circle","kind":"square"},)"
            R"("series":{"a":[1],"b":[2],"a":[3]},"text":"a","text":"b","any":["a","b"],)"
            R"("any":{"x":true},"counts":{"a":1,"a":2},"maybe":1,"maybe":null})",
            R"( { "any" : [ ] , "x\"y" : [ { } ] , "i\u0038" : 7 , "names" : [ "\u00e9\n" ] } )",
        }) {
        CHECK(support::every_cut(all, text) == "");
    }
}

TEST_CASE("any text ends as json::read ends: valid, malformed, of another type") {
    support::partial_subject_of<support::everything> all;
    support::partial_subject_of<raw_json> raw;
    support::partial_subject_of<std::vector<field<std::string>>> texts;
    support::partial_subject_of<double> number;
    support::partial_subject_of<std::string> text;
    support::partial_subject_of<std::variant<bool, std::string, std::vector<int>>> choice;
    support::partial_subject_of<std::map<std::string, raw_json>> map;
    support::partial_subject* const subjects[]{&all, &raw, &texts, &number, &text, &choice, &map};
    for (support::partial_subject* s : subjects) {
        for (const auto& row : support::json_conformance) {
            INFO(row.text);
            CHECK(support::every_cut(*s, row.text) == "");
        }
        for (const auto document : support::json_documents) {
            INFO(document);
            CHECK(support::every_cut(*s, document) == "");
        }
    }
}

TEST_CASE("every wire type, filled at random, is the same for any cuts, also after damage") {
    std::uint64_t seed = 0;
    const auto run = [&](support::partial_subject& s, const std::string& text) {
        support::random r(++seed);
        const support::partial_trace bytes(s, text);
        std::string wrong = support::ends_as_read(s, text);
        for (int i = 0; i != 3 && wrong.empty(); ++i) {
            std::vector<std::size_t> cuts;
            for (std::size_t at = r.below(32); at < text.size(); at += 1 + r.below(32)) {
                cuts.push_back(at);
            }
            wrong = support::same_when_cut(s, bytes, text, cuts, i == 0);
        }
        return wrong.empty() ? wrong : wrong + " of " + text;
    };
    const auto check = [&](support::partial_subject& s, const std::string& text) {
        if (text.size() > 3000) return;
        support::random r(++seed);
        CHECK(run(s, text) == "");
        CHECK(run(s, support::mutated(text, r)) == "");
    };
#define PARTIAL(T)                                    \
    {                                                 \
        support::partial_subject_of<T> s;             \
        support::filler filler(++seed);               \
        INFO(#T);                                     \
        for (int i = 0; i != 4; ++i) {                \
            check(s, *json::write(filler.make<T>())); \
        }                                             \
    }
    OAIWIRE_WIRE_TYPES(PARTIAL)
#undef PARTIAL
}

TEST_CASE("each prefix shows less: prefixes of strings, shorter lists, whole members") {
    CHECK(rises<recipe>(soup) == "");
    support::filler filler(3, true);
    for (int i = 0; i != 20; ++i) {
        CHECK(rises<ChatCompletion>(*json::write(filler.make<ChatCompletion>())) == "");
    }
    CHECK(
        rises<support::everything>(
            R"({"flag":true,"i8":-1,"text":"x\ud83d\ude00y","numbers":[1,2],"bits":[true,false],)"
            R"("series":{"b":[1.5],"c":[]},"names":["name",null],"tint":"dark-blue","open":"other",)"
            R"("any":["a","b"],"shape":{"side":2,"kind":"square","more":1},"raw":[0],"three":1,)"
            R"("children":[{"text":"deep","children":[{"maybe":2}]},{"counts":{"a":1}}]})") == "");
}

TEST_CASE("text that is followed is fed once") {
    json::partial<recipe> view;
    for (std::size_t n = 0; n <= soup.size(); n += 7) {
        CHECK(view.follow(soup.substr(0, n)) == errc::ok);
        CHECK(view.text() == soup.substr(0, n));
    }
    CHECK(view.follow(soup.substr(0, 3)) == errc::invalid_argument);
    CHECK(view.follow(soup) == errc::ok);
    CHECK(view.complete());
    CHECK(view.work() < 3 * soup.size());
}

TEST_CASE("after a failure the view stays, and finish() gives the error of json::read") {
    json::partial<recipe> view;
    const std::string_view text = R"({"name":"Soup","steps":[{"title":"Cut"},7],"serves":3})";
    view.feed(text.substr(0, 40));
    CHECK_FALSE(view.failed());
    view.feed(text.substr(40));
    CHECK(view.failed());
    CHECK(view.code() == errc::type_mismatch);
    CHECK(view.failure().path == "steps[1]");
    CHECK(view.failure().offset == 40);
    CHECK(view.value().steps.size() == 1);
    CHECK(view.value().serves == 4);
    const auto whole = view.finish();
    const auto read = json::read<recipe>(text);
    REQUIRE_FALSE(whole);
    CHECK(whole.error() == read.error());
}

TEST_CASE("a text that ends early is an error at its end, and no failure before") {
    for (std::size_t n = 0; n != soup.size(); ++n) {
        json::partial<recipe> view;
        view.feed(soup.substr(0, n));
        CHECK_FALSE(view.failed());
        const auto whole = view.finish();
        REQUIRE_FALSE(whole);
        CHECK(whole.error().code == errc::unexpected_end);
        CHECK(whole.error().offset == n);
    }
}

TEST_CASE("what no continuation can repair is a failure, in strict and tolerant mode") {
    // the shortest prefix that fails, if any: nothing longer may be read
    support::random r(5);
    for (int i = 0; i != 300; ++i) {
        const std::string text = support::mutated(soup, r);
        json::partial<recipe> view;
        for (std::size_t n = 0; n != text.size(); ++n) {
            view.feed(std::string_view(text).substr(n, 1));
            if (!view.failed()) continue;
            const std::string prefix = text.substr(0, n + 1);
            for (const std::string_view end : {"", "\"", "}", "]}", "\"}]}", "0}", "\":0}"}) {
                INFO(prefix << end);
                CHECK_FALSE(json::read<recipe>(prefix + std::string(end)));
            }
            break;
        }
    }
}

TEST_CASE("tolerant reading ends as json::read ends, whatever the view could show") {
    support::random r(6);
    support::partial_subject_of<recipe> recipes(json::tolerant);
    support::partial_subject_of<support::everything> all(json::tolerant);
    support::partial_subject_of<ChatCompletionChunk> chunks(json::tolerant);
    for (const std::string_view text : {
             R"({"name":null,"steps":null,"serves":"12","difficulty":"easy"})",
             R"({"name":7,"steps":{"title":"alone"},"serves":1.5,"note":[1]})",
             R"({"name":["a"],"note":{"a":"b"},"steps":[null,{"title":true}]})",
             "\xef\xbb\xbf{\"name\":\"a\nb\xff\"}",
             R"({"name":"\ud83d","note":"\ude00x"})",
         }) {
        CHECK(support::every_cut(recipes, text, false) == "");
    }
    for (const auto document : support::json_documents) {
        for (int i = 0; i != 20; ++i) {
            const std::string text = support::mutated(document, r);
            INFO(text);
            CHECK(support::every_cut(chunks, text, false) == "");
            CHECK(support::every_cut(all, text, false) == "");
        }
    }
    json::partial<recipe> view(json::tolerant);
    view.feed(R"({"name":null,"serves":"12",)");
    CHECK(view.value().serves == 12);
    CHECK_FALSE(view.failed());
}

TEST_CASE("finish() reads into an object that exists, and again after more text") {
    json::partial<recipe> view;
    recipe out;
    out.name = "something else";
    view.feed(soup.substr(0, 20));
    CHECK_FALSE(view.finish_into(out));
    view.feed(soup.substr(20));
    REQUIRE(view.finish_into(out));
    CHECK(out == *json::read<recipe>(soup));
}

}  // namespace partial_tests
