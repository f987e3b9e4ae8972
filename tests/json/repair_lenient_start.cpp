#include <oaiwire/json/repair_lenient_start.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <support/block.hpp>

namespace repair_lenient_start_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;
using json::repair_note;

namespace {

// "kind@offset kind@offset".
std::string words(const std::vector<repair_note>& notes) {
    std::string out;
    for (const auto& n : notes) {
        if (!out.empty()) out += ' ';
        out.append(name(n.what)).append("@").append(std::to_string(n.offset));
    }
    return out;
}

// What a place is, and its text.
std::string shown(const value_place& place) {
    constexpr std::string_view names[] = {"none", "container", "string", "members", "scalar"};
    std::string out(names[static_cast<std::size_t>(place.what)]);
    if (place.what != value_place::kind::none) {
        out.append(": ").append(text_between(place.at, place.end));
    }
    return out;
}
std::string at_quote(std::string_view text, bool object = false) {
    const support::block copy(text);
    const char* const p = copy.bytes.get();
    return shown(place_at_quote(p, p + copy.size, object));
}
std::string in_prose(std::string_view text, bool array_too = true) {
    const support::block copy(text);
    const char* const p = copy.bytes.get();
    return shown(place_in_prose(p, p + copy.size, array_too));
}

}  // namespace

TEST_CASE("a text that begins with a quote is a string, members without brackets or JSON in it") {
    CHECK(at_quote(R"("abc")") == R"(string: "abc")");
    CHECK(at_quote(R"("abc)") == R"(string: "abc)");
    CHECK(at_quote("'a' ```") == "string: 'a' ```");
    CHECK(at_quote(R"("a": 1, "b": 2)") == R"(members: "a": 1, "b": 2)");
    CHECK(at_quote("\u201Ca\u201D : 1") == "members: \u201Ca\u201D : 1");
    // text goes on behind the quote
    CHECK(at_quote(R"("a" is the name)") == "none");
    // JSON in another quote than a string's, or where an object is due
    CHECK(at_quote("'{\"a\": 1}'") == "container: {\"a\": 1}");
    CHECK(at_quote(R"("{\"a\": 1}")") == R"(string: "{\"a\": 1}")");
    CHECK(at_quote(R"("{\"a\": 1}")", true) == R"(container: {\"a\": 1})");
    CHECK(at_quote(R"("\n{\"a\": 1}\n")", true) == R"(container: {\"a\": 1}\n)");
    CHECK(at_quote(R"("""{"a": 1}""")", true) == "container: {\"a\": 1}\"\"");
    // an escaped quote does not close it
    CHECK(at_quote(R"("{\"a\": \"b\")", true) == R"(container: {\"a\": \"b\")");
    CHECK(at_quote(R"("hello {world}")", true) == R"(string: "hello {world}")");
}

TEST_CASE("in a sentence the value is what follows a fence of JSON, or looks like a value") {
    CHECK(in_prose("Sure: {\"a\": 1} and") == "container: {\"a\": 1} and");
    CHECK(in_prose("see [the list] and [1, 2]") == "container: [1, 2]");
    CHECK(in_prose("see [1]: {\"a\": 1}", false) == "container: {\"a\": 1}");
    CHECK(in_prose("As {name} said, {\"x\"}: {a: 1}") == "container: {a: 1}");
    CHECK(in_prose("```py\n{a: 1}\n```\n```JSON\n{b: 2}") == "container: {b: 2}");
    // behind a fence of JSON an array is meant
    CHECK(in_prose("text ```json\n[1]", false) == "container: [1]");
    for (const char* none : {"", "No.", "{name}", "{\"a set\"}", "[x]", "```json"}) {
        CHECK(in_prose(none) == "none");
    }
}

TEST_CASE("empty objects before another object are passed over") {
    const auto rest = [](std::string_view text) {
        const support::block copy(text);
        const char* const p = copy.bytes.get();
        return std::string(text_between(skip_empty_objects(p, p + copy.size), p + copy.size));
    };
    CHECK(rest("{}{\"a\":1}") == "{\"a\":1}");
    CHECK(rest("{ } \n{}{x") == "{x");
    for (const char* kept : {"{}", "{} ", "{}[1]", "{}x", "{", "[]{}", "{\"a\":{}}{}"}) {
        CHECK(rest(kept) == kept);
    }
}

TEST_CASE("a byte order mark, reasoning and the first line of a fence lead to the value") {
    const auto lead = [](std::string_view text) {
        const support::block copy(text);
        const std::string_view all = copy.view();
        std::vector<repair_note> notes;
        const char* const p = skip_lead(all, notes);
        return std::string(text_between(p, all.data() + all.size())) + '|' + words(notes);
    };
    CHECK(lead(" \n{a") == "{a|");
    CHECK(lead("\xEF\xBB\xBF {a") == "{a|byte_order_mark@0");
    CHECK(lead("<think>{x}</think>\n{a") == "{a|text_before@0");
    CHECK(lead("<think>{x}") == "<think>{x}|");  // which does not end
    CHECK(lead("```json\n{a") == "{a|fence@0");
    CHECK(lead("```\n{a") == "{a|fence@0");
    CHECK(lead("\xEF\xBB\xBF<think></think> ```c++ {a") ==
          "{a|byte_order_mark@0 text_before@3 fence@19");
    CHECK(lead("``` ") == "|fence@0");
}

TEST_CASE("what stands behind the value is noted, and the end of its fence is not") {
    const auto rest = [](std::string_view text, bool fenced) {
        std::vector<repair_note> notes;
        note_rest(notes, text, text.data() + 2, fenced);
        return words(notes);
    };
    CHECK(rest("[] \n", false).empty());
    CHECK(rest("[] x", false) == "text_after@3");
    CHECK(rest("[]\n```", true).empty());
    CHECK(rest("[]\n```", false) == "fence@3");
    CHECK(rest("[]``` x", true) == "text_after@6");
    CHECK(rest("[]``` x", false) == "fence@2 text_after@6");
}

TEST_CASE("a value that was escaped once too often is repaired with offsets into its own text") {
    const auto repaired = [](std::string_view raw, std::size_t depth = 8) {
        std::string out;
        std::vector<repair_note> notes;
        if (!repair_doubled(raw, 100, out, notes, depth)) return std::string("too deep");
        return out + '|' + words(notes);
    };
    CHECK(repaired(R"({\"a\":1})") == R"({"a":1}|)");
    CHECK(repaired(R"({\"a\":1,})") == R"({"a":1}|extra_comma@108)");
    CHECK(repaired(R"({\"a\":\"\u00e9\", b: 1} x)") ==
          "{\"a\":\"\u00e9\",\"b\":1}|unquoted_name@119 text_after@125");
    CHECK(repaired(R"({\"a\":[[1]]})", 3) == R"({"a":[[1]]}|)");
    CHECK(repaired(R"({\"a\":[[1]]})", 2) == "too deep");
}

}  // namespace repair_lenient_start_tests
