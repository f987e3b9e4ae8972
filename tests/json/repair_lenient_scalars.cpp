#include <oaiwire/json/repair_lenient_scalars.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/block.hpp>

namespace repair_lenient_scalars_tests {

using namespace oaiwire;
using json::repair_note;
using json::detail::lenient_repairer;

namespace {

// What one of the repairer's functions makes of the text, and the notes; "none": nothing.
template <class F>
std::string made(std::string_view text, F function) {
    const support::block copy(text);
    std::string out;
    std::vector<repair_note> notes;
    lenient_repairer repairer(copy.view(), out, notes, 8);
    if (!(repairer.*function)(copy.bytes.get())) return "none";
    for (const auto& n : notes) {
        out.append(" ").append(name(n.what)).append("@").append(std::to_string(n.offset));
    }
    return out;
}

// Of an array or an object.
std::string repaired(std::string_view text) {
    return made(text, &lenient_repairer::container);
}

}  // namespace

TEST_CASE("numbers keep their text where JSON allows it, and become numbers or strings elsewhere") {
    CHECK(repaired("[0,-0,1.50,1e5,2E-7,-1.25e+3]") == "[0,-0,1.50,1e5,2E-7,-1.25e+3]");
    CHECK(repaired("[+1,.5,-.5,1.,2.e3]") ==
          "[1,0.5,-0.5,1,2e3] number@1 number@4 number@7 number@11 number@14");
    for (const char* text : {"01", "-00", "0x1F", "1.2.3", "1e", "1e+", "-", "+", "1_000", "--1"}) {
        CAPTURE(text);
        CHECK(repaired("[" + std::string(text) + "]") ==
              "[\"" + std::string(text) + "\"] unquoted_value@1");
    }
}

TEST_CASE("half a number at a cut is dropped, or what there is of it is kept") {
    CHECK(repaired("[-") == "[] cut@2");
    CHECK(repaired("[1.") == "[1] number@1 cut@3");
    CHECK(repaired("[1e") == "[1] number@1 cut@3");
    CHECK(repaired("[1e-") == "[1] number@1 cut@4");
    CHECK(repaired("[tr") == "[true] cut@3");
}

TEST_CASE("words are literals of any language, or text up to the next separator") {
    CHECK(repaired("[True,nil,NaN]") == R"([true,null,"NaN"] literal@1 literal@6 not_finite@10)");
    CHECK(repaired("{a:x y,b:z}") == R"({"a":"x y","b":"z"} unquoted_name@1 unquoted_value@3 )"
                                     "unquoted_name@7 unquoted_value@9");
    CHECK(repaired("{a b:1}") == R"({"a b":1} unquoted_name@1)");
    CHECK(repaired("[a\\b]") == R"(["a\\b"] unquoted_value@1)");
    CHECK(repaired("[1,...]") == "[1] unexpected@3");
}

TEST_CASE("escapes that JSON does not have become text or escapes that it has") {
    CHECK(repaired(R"(["\x41\q\'"])") == R"(["\u0041\\q'"] escape@2 escape@6 escape@8)");
    CHECK(repaired(R"(["\"\\\/\b\f\n\r\t\u00e9"])") == R"(["\"\\\/\b\f\n\r\t\u00e9"])");
    CHECK(repaired(R"(['\''])") == R"(["'"] quotes@1)");
    CHECK(repaired("[\"a\tb\"]") == R"(["a\u0009b"] control_character@3)");
    CHECK(repaired("[\"\xFF\"]") == "[\"\uFFFD\"] invalid_utf8@2");
}

TEST_CASE("a string that is cut ends before half an escape or half a character") {
    CHECK(repaired(R"(["a\)") == R"(["a"] cut@4)");
    CHECK(repaired(R"(["a\u00)") == R"(["a"] cut@7)");
    CHECK(repaired(R"(["\ud83d)") == R"([""] cut@8)");
    CHECK(repaired(R"(["\ud83d\ude00)") == R"(["\ud83d\ude00"] cut@14)");
    CHECK(repaired("[\"\xE2\x82") == R"([""] cut@4)");
}

TEST_CASE("three quotes are one, unless they are an empty string and the next quote") {
    CHECK(repaired(R"(["""a"b"""])") == R"(["a\"b"] quotes@1 inner_quote@5)");
    CHECK(repaired("['''a''']") == R"(["a"] quotes@1)");
    CHECK(repaired(R"(["","b"])") == R"(["","b"])");
}

TEST_CASE("a quote that is missing is where the next name or the separator says") {
    CHECK(repaired(R"({"name: "Bob"})") == R"({"name":"Bob"} quotes@8 missing_colon@8)");
    CHECK(repaired(R"({"a": "b, "c": 1})") == R"({"a":"b","c":1} quotes@10 missing_comma@10)");
    CHECK(repaired(R"({a": 1})") == R"({"a":1} unquoted_name@1)");
    CHECK(repaired(R"([b", 1])") == R"(["b",1] unquoted_value@1)");
}

TEST_CASE("a number or literal is the whole value only without other words") {
    const auto whole = [](std::string_view text) {
        return made(text, &lenient_repairer::whole_scalar);
    };
    CHECK(whole("12.") == "12 number@0 cut@3");
    CHECK(whole("-") == "null cut@1");
    CHECK(whole("fal") == "false cut@3");
    CHECK(whole("None\n") == "null literal@0");
    for (const char* none : {"12 apples", "True story", "-x", "Nonsense"}) {
        CHECK(whole(none) == "none");
    }
}

TEST_CASE("a string that is the whole value ends where the text does") {
    const auto whole = [](std::string_view text) {
        return made(text, &lenient_repairer::whole_string);
    };
    CHECK(whole(R"("abc")") == R"("abc")");
    CHECK(whole(R"("abc)") == R"("abc" cut@4)");
    CHECK(whole(R"("a"b")") == R"("a\"b" inner_quote@2)");
}

}  // namespace repair_lenient_scalars_tests
