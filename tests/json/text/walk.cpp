#include <oaiwire/json/text/walk.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/json/text/check.hpp>
#include <support/json_texts.hpp>

namespace walk_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// "name=value;" for each.
std::string walked(walker at) {
    std::string out;
    while (at.next()) {
        out.append(at.name()).append("=");
        out.append(at.take()).append(";");
    }
    return out;
}
std::string walked(std::string_view text) {
    return walked(walker(text.data(), text.data() + text.size()));
}

// Bytes that were skipped; all nested values are walked too.
void walk_all(const char* p, const char* end, std::size_t depth) {
    walker at(p, end);
    while (at.next()) {
        const char* const here = at.here();
        if (depth != 0 && (*here == '{' || *here == '[')) walk_all(here, end, depth - 1);
        const std::string_view value = at.take();
        REQUIRE(!value.empty());
        REQUIRE(value.data() + value.size() <= end);
    }
    REQUIRE(at.here() <= end);
}

}  // namespace

TEST_CASE("members and elements come in order, with their texts") {
    CHECK(walked("{}") == "");
    CHECK(walked("[ ]") == "");
    CHECK(walked("[1,\"a]\" , [2,[3]],{\"b\":4}]") == "=1;=\"a]\";=[2,[3]];={\"b\":4};");
    CHECK(walked("{ \"a\" : 1 , \"b\\\"\" : [ 1, 2 ] }") == "a=1;b\\\"=[ 1, 2 ];");
    CHECK(walked(walker(std::string_view("\"a\":1,\"b\":{}"))) == "a=1;b={};");
    CHECK(walked(walker(std::string_view())) == "");
}

TEST_CASE("a value that was read otherwise is left behind") {
    const std::string_view text = "[[1], 2]";
    const char* const end = text.data() + text.size();
    walker at(text.data(), end);
    REQUIRE(at.next());
    at.leave(skip_value(at.here(), end));
    REQUIRE(at.next());
    CHECK(at.take() == "2");
    CHECK_FALSE(at.next());
    CHECK(*at.here() == ']');
}

TEST_CASE("the end of a value is where the checker finds it") {
    for (const std::string_view document : support::json_documents) {
        const std::string text = std::string(document) + " ,1]";
        fault f;
        const char* const end = text.data() + text.size();
        const char* const from = skip_space(text.data(), end);
        CHECK(skip_value(from, end) == check_value(from, end, json::max_depth, f));
    }
}

TEST_CASE("of a text that is no JSON nothing beyond its end is read") {
    const auto walk = [](std::string_view text) {
        if (text.empty() || (text[0] != '{' && text[0] != '[')) return;
        // an allocation of exactly that size, checked by sanitizers
        const auto copy = std::make_unique<char[]>(text.size());
        std::copy(text.begin(), text.end(), copy.get());
        walk_all(copy.get(), copy.get() + text.size(), 3);
    };
    support::every_string(support::json_alphabet, 4, walk);
    for (const std::string_view document : support::json_documents) {
        support::every_prefix_and_replacement(document, walk);
    }
}

}  // namespace walk_tests
