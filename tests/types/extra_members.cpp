#include <oaiwire/types/extra_members.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oracle/json_text.hpp>
#include <support/random.hpp>

namespace extra_members_tests {

using namespace oaiwire;

namespace {

raw_json raw(std::string_view text) {
    return *raw_json::parse(text);
}

}  // namespace

TEST_CASE("members keep their order and JSON text and can be looked up") {
    extra_members e;
    CHECK(e.empty());
    CHECK(e.size() == 0);
    CHECK(e.begin() == e.end());
    CHECK(e.set("top_k", 40) == errc::ok);
    CHECK(e.set("flag", true) == errc::ok);
    CHECK(e.set("rate", 0.5) == errc::ok);
    CHECK(e.set("text", "a\"b") == errc::ok);
    CHECK(e.set("string", std::string("s")) == errc::ok);
    CHECK(e.set("nothing", null) == errc::ok);
    CHECK(e.set("big", std::numeric_limits<std::uint64_t>::max()) == errc::ok);
    CHECK(e.set("object", raw("{\"x\": [1, 2]}")) == errc::ok);
    CHECK(e.text() ==
          R"("top_k":40,"flag":true,"rate":0.5,"text":"a\"b","string":"s","nothing":null,)"
          R"("big":18446744073709551615,"object":{"x": [1, 2]})");
    CHECK(e.size() == 8);
    CHECK_FALSE(e.empty());
    CHECK(e.find("top_k") == "40");
    CHECK(e.find("object") == "{\"x\": [1, 2]}");
    CHECK(e.find("text") == R"("a\"b")");
    CHECK(e.contains("nothing"));
    CHECK_FALSE(e.find("Top_k").has_value());
    CHECK_FALSE(e.contains(""));
}

TEST_CASE("setting an existing member keeps its position") {
    extra_members e;
    CHECK(e.set("a", 1) == errc::ok);
    CHECK(e.set("b", 2) == errc::ok);
    CHECK(e.set("c", 3) == errc::ok);
    CHECK(e.set("b", raw("[2, 2]")) == errc::ok);
    CHECK(e.text() == R"("a":1,"b":[2, 2],"c":3)");
    CHECK(e.set("a", null) == errc::ok);
    CHECK(e.text() == R"("a":null,"b":[2, 2],"c":3)");
    CHECK(e.set("c", 4) == errc::ok);
    CHECK(e.text() == R"("a":null,"b":[2, 2],"c":4)");
    extra_members single;
    CHECK(single.set("a", 1) == errc::ok);
    CHECK(single.set("a", 2) == errc::ok);
    CHECK(single.text() == R"("a":2)");
}

TEST_CASE("find() returns the last of duplicates, and set() leaves one") {
    extra_members e;
    e.append_trusted("a", "1");
    e.append_trusted("b", "2");
    e.append_trusted("\\u0061", "3");
    e.append_trusted("z", "4");
    CHECK(e.size() == 4);
    CHECK(e.find("a") == "3");
    CHECK(e.set("a", 5) == errc::ok);
    CHECK(e.text() == R"("a":5,"b":2,"z":4)");
    CHECK(e.find("a") == "5");
}

TEST_CASE("names are escaped on writing and compared unescaped") {
    extra_members e;
    CHECK(e.set("q\"\n", 1) == errc::ok);
    CHECK(e.text() == R"("q\"\n":1)");
    CHECK(e.contains("q\"\n"));
    e.append_trusted(R"(\u0078)", "2");
    CHECK(e.find("x") == "2");
    CHECK(e.begin()->name == R"(q\"\n)");
    CHECK(e.set("", 3) == errc::ok);
    CHECK(e.find("") == "3");
}

TEST_CASE("invalid names and values are rejected without a change") {
    extra_members e;
    CHECK(e.set("a", 1) == errc::ok);
    CHECK(e.set("\xff", 2) == errc::invalid_text);
    CHECK(e.set("a", "\xff") == errc::invalid_text);
    CHECK(e.set("a", std::numeric_limits<double>::quiet_NaN()) == errc::not_finite);
    CHECK(e.text() == R"("a":1)");
}

TEST_CASE("members can be erased at the start, in the middle and at the end") {
    const auto made = [] {
        extra_members e;
        e.append_trusted("a", "{\"a\":1}");
        e.append_trusted("b", "\"a\"");
        e.append_trusted("c", "3");
        return e;
    };
    extra_members e = made();
    CHECK(e.erase("a"));
    CHECK(e.text() == R"("b":"a","c":3)");
    CHECK_FALSE(e.erase("a"));
    e = made();
    CHECK(e.erase("b"));
    CHECK(e.text() == R"("a":{"a":1},"c":3)");
    e = made();
    CHECK(e.erase("c"));
    CHECK(e.text() == R"("a":{"a":1},"b":"a")");
    CHECK(e.erase("b"));
    CHECK(e.erase("a"));
    CHECK(e.empty());
    e = made();
    e.append_trusted("a", "9");
    CHECK(e.erase("a"));
    CHECK(e.text() == R"("b":"a","c":3)");
    e.clear();
    CHECK(e.empty());
    CHECK(e.text() == "");
}

TEST_CASE("members can be iterated with both increments") {
    extra_members e;
    e.append_trusted("a", "[1,2]");
    e.append_trusted("b", "\",\"");
    std::vector<extra_members::member> seen;
    for (const auto& m : e) seen.push_back(m);
    CHECK(seen == std::vector<extra_members::member>{{"a", "[1,2]"}, {"b", "\",\""}});
    auto i = e.begin();
    CHECK((i++)->name == "a");
    CHECK(i->name == "b");
    CHECK(++i == e.end());
}

TEST_CASE("a name is found at every offset of a text of every length") {
    // the plain way: one member after the other
    const auto walked = [](const extra_members& e, std::string_view name) {
        std::optional<std::string_view> found;
        for (const auto& m : e) {
            if (json::detail::same_name(m.name, name)) found = m.value;
        }
        return found;
    };
    const std::string_view names[] = {"error", "e", "errors", "a name of more than 16 bytes"};
    const std::string_view spelled[] = {"error",   "err\\u006fr", "e",
                                        "\\u0065", "terror",      "a name of more than 16 bytes"};
    for (std::size_t before = 0; before != 40; ++before) {
        for (std::size_t after = 0; after != 40; ++after) {
            for (const std::string_view name : spelled) {
                extra_members e;
                e.append_trusted(std::string(before, 'x'), "1");
                e.append_trusted(name, "2");
                e.append_trusted("y", '"' + std::string(after, 'e') + '"');
                for (const std::string_view wanted : names) {
                    REQUIRE(e.find(wanted) == walked(e, wanted));
                }
                REQUIRE(e.find("y") == walked(e, "y"));
                extra_members last;
                last.append_trusted(std::string(before, 'x'), std::to_string(after));
                last.append_trusted(name, "2");
                REQUIRE(last.find("error").has_value() == (name.starts_with("err")));
            }
        }
    }
}

TEST_CASE("a moved-from value is written as null") {
    raw_json value = raw("[1]");
    const raw_json taken = std::move(value);
    extra_members e;
    CHECK(e.set("a", value) == errc::ok);  // NOLINT: tests the moved-from state
    CHECK(e.set("b", taken) == errc::ok);
    CHECK(oracle::read_json_text("{" + e.text() + "}").ok);
    CHECK(e.find("b") == "[1]");
}

TEST_CASE("random edits give the same result as on a list of pairs") {
    support::random r(11);
    const std::string_view names[] = {"a", "b", "\"", "\xc3\xa9", "a,b", "", "}{"};
    for (int round = 0; round != 500; ++round) {
        extra_members e;
        std::vector<std::pair<std::string, std::string>> model;
        for (int step = 0; step != 20; ++step) {
            const std::string name(names[r.below(std::size(names))]);
            std::size_t at = 0;
            while (at != model.size() && model[at].first != name) ++at;
            if (r.one_in(3)) {
                REQUIRE(e.erase(name) == (at != model.size()));
                if (at != model.size())
                    model.erase(model.begin() + static_cast<std::ptrdiff_t>(at));
            } else {
                const std::string value = r.one_in(2) ? "[1,\",\"]" : std::to_string(r.below(1000));
                REQUIRE(e.set(name, raw(value)) == errc::ok);
                if (at == model.size()) model.emplace_back(name, "");
                model[at].second = value;
            }
            REQUIRE(e.size() == model.size());
            REQUIRE(oracle::read_json_text("{" + e.text() + "}").ok);
            auto m = e.begin();
            for (const auto& [key, value] : model) {
                REQUIRE(json::detail::same_name(m->name, key));
                REQUIRE(m->value == value);
                REQUIRE(e.find(key) == value);
                ++m;
            }
        }
    }
}

}  // namespace extra_members_tests
