#include <oaiwire/json/repair_lenient_steps.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/repair_lenient_scalars.hpp>
#include <support/block.hpp>

namespace repair_lenient_steps_tests {

using namespace oaiwire;
using json::repair_note;
using json::detail::lenient_repairer;

namespace {

// What is made of the object or array that is the text, the rest of the text, and the notes.
std::string repaired(std::string_view text, std::size_t depth = 64) {
    const support::block copy(text);
    std::string out;
    std::vector<repair_note> notes;
    lenient_repairer repairer(copy.view(), out, notes, depth);
    const char* const p = copy.bytes.get();
    const char* const after = repairer.container(p);
    if (!after) return "too deep at " + std::to_string(repairer.too_deep_at() - p);
    if (after != p + copy.size) {
        out.append(" + ").append(json::detail::text_between(after, p + copy.size));
    }
    for (const auto& n : notes) {
        out.append(" ").append(name(n.what)).append("@").append(std::to_string(n.offset));
    }
    return out;
}

}  // namespace

TEST_CASE("a container ends at its bracket, and what follows is left") {
    CHECK(repaired("{}") == "{}");
    CHECK(repaired("[ ] x") == "[] +  x");
    CHECK(repaired(R"({ "a" : [ 1 , {} ] }{})") == R"({"a":[1,{}]} + {})");
}

TEST_CASE("what is open when the text ends is closed from the inside outwards") {
    CHECK(repaired("[") == "[] cut@1");
    CHECK(repaired(R"([{"a":[[1)") == R"([{"a":[[1]]}] cut@9)");
    CHECK(repaired(R"({"a":{"b")") == R"({"a":{}} cut@9)");
    CHECK(repaired(R"({"a":)") == "{} cut@5");
}

TEST_CASE("commas that are missing are added, and those without a value are removed") {
    CHECK(repaired(R"(["a" [1] {}])") == R"(["a",[1],{}] missing_comma@5 missing_comma@9)");
    CHECK(repaired(R"({"a":[] "b":{}})") == R"({"a":[],"b":{}} missing_comma@8)");
    CHECK(repaired(R"({"a":"x";"b":2})") == R"({"a":"x","b":2} missing_comma@8)");
    CHECK(repaired("[,1,,2,]") == "[1,2] extra_comma@1 extra_comma@4 extra_comma@6");
    // a comment between a comma and its value
    CHECK(repaired("[1,//x\n2]") == "[1,2] comment@3");
}

TEST_CASE("a name without a colon has one, and a name without a value is removed") {
    CHECK(repaired(R"({"a" 1})") == R"({"a":1} missing_colon@5)");
    CHECK(repaired(R"({"a"=1,"b"=>2})") == R"({"a":1,"b":2} missing_colon@4 missing_colon@10)");
    CHECK(repaired(R"({"a"::1})") == R"({"a":1} unexpected@5)");
    CHECK(repaired(R"({"a":,"b":2})") == R"({"b":2} missing_value@5)");
    CHECK(repaired(R"({"a","b":1})") == R"({"b":1} missing_value@4)");
    CHECK(repaired(R"({:1,"b":2})") == R"({"b":2} unexpected@1 unquoted_name@2 missing_value@3)");
    CHECK(repaired("[:1]") == "[1] unexpected@1");
}

TEST_CASE("a bracket that does not fit closes what it can, or is passed over") {
    CHECK(repaired(R"([{"a":1])") == R"([{"a":1}] missing_bracket@7)");
    CHECK(repaired(R"({"a":[1})") == R"({"a":[1]} missing_bracket@7)");
    CHECK(repaired(R"({"a":[1},"b":2})") == R"({"a":[1],"b":2} wrong_bracket@7)");
    CHECK(repaired(R"({"a":1],"b":2})") == R"({"a":1,"b":2} unexpected@6)");
    CHECK(repaired(R"({"a":1])") == R"({"a":1} wrong_bracket@6)");
    // the next object of a list begins before this one ends
    CHECK(repaired(R"([{"a":1,{"b":2}])") == R"([{"a":1},{"b":2}] missing_bracket@8)");
    CHECK(repaired(R"({{"a":1})") == R"({"a":1} unexpected@1)");
}

TEST_CASE("a container below the depth that is allowed ends the repair at its bracket") {
    CHECK(repaired("[[1]]", 2) == "[[1]]");
    CHECK(repaired("[[[", 2) == "too deep at 2");
    CHECK(repaired(R"({"a":{"b":[]}})", 2) == "too deep at 10");
    CHECK(repaired("[", 0) == "too deep at 0");
}

TEST_CASE("members without a bracket before them are an object") {
    const auto members = [](std::string_view text) {
        std::string out;
        std::vector<repair_note> notes;
        const char* const after = lenient_repairer(text, out, notes, 8).bare_members(text.data());
        REQUIRE(after);
        REQUIRE_FALSE(notes.empty());
        CHECK(notes[0] == repair_note{json::repair_kind::missing_bracket, 0});
        return out + '|' +
               std::string(json::detail::text_between(after, text.data() + text.size()));
    };
    CHECK(members(R"("a":1,"b":[2])") == R"({"a":1,"b":[2]}|)");
    CHECK(members(R"("a":1} x)") == R"({"a":1}| x)");
}

}  // namespace repair_lenient_steps_tests
