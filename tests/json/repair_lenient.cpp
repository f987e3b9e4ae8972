#include <oaiwire/json/repair_lenient.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <oaiwire/json/text/check.hpp>
#include <oracle/json_text.hpp>
#include <support/catch.hpp>
#include <support/json_texts.hpp>
#include <support/random.hpp>

namespace repair_lenient_tests {

namespace {

using namespace oaiwire;
using namespace std::string_view_literals;
using json::repair_kind;

struct repaired {
    bool ok = false;
    std::string text{};
    std::vector<json::repair_note> notes{};
    error failure{};

    bool has(repair_kind what) const {
        return std::any_of(notes.begin(), notes.end(), [&](auto n) { return n.what == what; });
    }
};

repaired repair(std::string_view text, bool object = false) {
    // a copy of exactly this size, so that a sanitizer sees reads behind it
    const std::vector<char> exact(text.begin(), text.end());
    repaired out{false, "old", {{repair_kind::cut, 9}}, {}};
    json::repair_options options;
    options.object = object;
    const auto done =
        json::repair_lenient({exact.data(), exact.size()}, out.text, out.notes, options);
    out.ok = done.has_value();
    if (!done) out.failure = done.error();
    return out;
}

// "kind@offset kind@offset".
std::string words(const std::vector<json::repair_note>& notes) {
    std::string out;
    for (const auto& n : notes) {
        if (!out.empty()) out += ' ';
        out.append(name(n.what)).append("@").append(std::to_string(n.offset));
    }
    return out;
}

// Whether nlohmann's reader takes it, which refuses lone surrogates and numbers out of range.
bool other_accepts(const std::string& text) {
    if (nlohmann::json::accept(text)) return true;
    const auto exponent = std::adjacent_find(text.begin(), text.end(), [](char a, char b) {
        return a >= '0' && a <= '9' && (b == 'e' || b == 'E');
    });
    return text.find("\\u") != std::string::npos || exponent != text.end();
}

// What must hold for every text.
repaired checked(std::string_view text, bool object = false) {
    const repaired r = repair(text, object);
    CAPTURE(text, r.text, words(r.notes));
    if (!r.ok) {
        CHECK((r.failure.code == errc::unexpected_end || r.failure.code == errc::unexpected_byte ||
               r.failure.code == errc::too_deep));
        CHECK(r.failure.offset <= text.size());
        return r;
    }
    CHECK(oracle::read_json_text(r.text).ok);
    CHECK(json::detail::check_text(r.text).code == errc::ok);
    CHECK(other_accepts(r.text));
    CHECK(r.text.size() <= 6 * text.size() + 64);
    CHECK(std::is_sorted(r.notes.begin(), r.notes.end(),
                         [](auto a, auto b) { return a.offset < b.offset; }));
    for (const auto& n : r.notes) CHECK(n.offset <= text.size());
    const repaired again = repair(r.text, object);
    CHECK(again.ok);
    CHECK(again.text == r.text);
    CHECK(again.notes.empty());
    return r;
}

// A random JSON text with escapes, white space and nesting.
void random_value(support::random& r, int depth, std::string& out) {
    const auto space = [&] {
        if (r.one_in(4)) out.append(1 + r.below(3), " \n\t"[r.below(3)]);
    };
    const auto string = [&] {
        out += '"';
        for (std::size_t n = r.below(8); n != 0; --n) {
            static constexpr std::string_view pieces[] = {"a",
                                                          "B9",
                                                          " ",
                                                          "\\\"",
                                                          "\\\\",
                                                          "\\n",
                                                          "\\u00e9",
                                                          "\\ud83d\\ude00",
                                                          "\xC3\xA9",
                                                          "\xF0\x9F\x98\x80",
                                                          "{",
                                                          "}",
                                                          "[",
                                                          ",",
                                                          ":",
                                                          "'",
                                                          "```",
                                                          "//",
                                                          "\xE2\x80\x9D",
                                                          "#"};
            out += pieces[r.below(std::size(pieces))];
        }
        out += '"';
    };
    space();
    switch (depth == 0 ? 2 + r.below(4) : r.below(6)) {
        case 0:
        case 1: {
            const bool object = r.one_in(2);
            out += object ? '{' : '[';
            for (std::size_t n = r.below(4); n != 0; --n) {
                space();
                if (object) {
                    string();
                    space();
                    out += ':';
                }
                random_value(r, depth - 1, out);
                if (n != 1) out += ',';
            }
            space();
            out += object ? '}' : ']';
            break;
        }
        case 2:
            string();
            break;
        case 3: {
            static constexpr std::string_view numbers[] = {"0",   "-0",   "12",     "-1.5",
                                                           "1e5", "2E-7", "1.25e+3"};
            out += numbers[r.below(std::size(numbers))];
            break;
        }
        default: {
            static constexpr std::string_view literals[] = {"true", "false", "null"};
            out += literals[r.below(3)];
        }
    }
    space();
}

std::string random_document(support::random& r) {
    std::string out;
    random_value(r, 4, out);
    return out;
}

// Every prefix in which a value has begun is repaired, with a note that it was cut.
void check_prefixes(std::string_view document) {
    const std::size_t first = document.find_first_not_of(" \t\r\n");
    for (std::size_t n = first + 1; n <= document.size(); ++n) {
        const std::string_view text = document.substr(0, n);
        const repaired r = checked(text);
        CAPTURE(text);
        REQUIRE(r.ok);
        CHECK(r.notes.empty() == oracle::read_json_text(text).ok);
        CHECK(r.has(repair_kind::cut) != r.notes.empty());
        CHECK(r.notes.size() <= 2);  // an extra comma, or a number that was half there
    }
}

}  // namespace

TEST_CASE("repair_lenient copies a valid text and notes nothing") {
    for (const auto document : support::json_documents) {
        const repaired r = repair(document);
        CHECK(r.ok);
        CHECK(r.text == document);
        CHECK(r.notes.empty());
    }
    for (const auto& row : support::json_conformance) {
        if (!row.valid) continue;
        CHECK(repair(row.text).text == row.text);
        CHECK(repair(row.text).notes.empty());
    }
    support::random r(16);
    for (int i = 0; i != 500; ++i) {
        const std::string document = random_document(r);
        CAPTURE(document);
        REQUIRE(oracle::read_json_text(document).ok);
        CHECK(repair(document).text == document);
        CHECK(repair(document).notes.empty());
    }
}

TEST_CASE("repair_lenient repairs every prefix of a valid text") {
    for (const auto document : support::json_documents) check_prefixes(document);
    for (const auto& row : support::json_conformance) {
        if (row.valid) check_prefixes(row.text);
    }
    support::random r(17);
    for (int i = 0; i != 300; ++i) check_prefixes(random_document(r));
}

TEST_CASE("repair_lenient gives valid JSON or an error for any text") {
    for (const auto& row : support::json_conformance) {
        static_cast<void>(checked(row.text));
        static_cast<void>(checked(row.text, true));
    }
    support::every_string("{}[],:\"'\\1t-/`", 4, [](std::string_view text) {
        const repaired r = repair(text);
        if (r.ok && !oracle::read_json_text(r.text).ok) FAIL(text << " became " << r.text);
    });
    support::random r(18);
    for (int i = 0; i != 6'000; ++i) {
        const auto document = support::json_documents[r.below(std::size(support::json_documents))];
        static_cast<void>(checked(support::mutated(document, r), r.one_in(2)));
    }
    // texts of the marks that mean something
    static constexpr std::string_view pieces[] = {"{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  ",",
                                                  ":",
                                                  "\"",
                                                  "'",
                                                  "\\",
                                                  "\\\"",
                                                  "\\u",
                                                  "d83d",
                                                  " ",
                                                  "\n",
                                                  "a",
                                                  "1",
                                                  "-",
                                                  ".",
                                                  "e",
                                                  "true",
                                                  "None",
                                                  "NaN",
                                                  "```",
                                                  "json",
                                                  "//",
                                                  "/*",
                                                  "*/",
                                                  "#",
                                                  "=>",
                                                  "\xE2\x80\x9C",
                                                  "\xE2\x80\x99",
                                                  "\xEF\xBC\x8C",
                                                  "\xEF\xBC\x9A",
                                                  "\xC2\xA0",
                                                  "\xFF",
                                                  "\xC3",
                                                  "\x01",
                                                  ";",
                                                  "\"\"\"",
                                                  "`",
                                                  "..."};
    for (int i = 0; i != 15'000; ++i) {
        std::string text;
        for (std::size_t n = r.below(24); n != 0; --n) text += pieces[r.below(std::size(pieces))];
        static_cast<void>(checked(text, r.one_in(2)));
    }
}

TEST_CASE("repair_lenient takes linear time and memory") {
    // texts whose every byte makes work: the time of twice as much is at most about twice as long
    const std::string starts[] = {
        "{\"a\": \"x", "[\"x", "text ", "",
        "{",           "{a ",  "[a ",   "{\"a\":" + std::string(1000, '[') + "}"};
    static constexpr std::string_view pieces[] = {
        " ",       "\\n",      "\\u0020",
        "\"",      "\" ",      "{",
        "{\"a\":", "[",        ",",
        ", ",      "{{",       "\"a\" \"b\"",
        "'",       "\\",       "\\\"",
        "\n",      "/**/",     "//\n",
        "a ",      "a:",       "\"a\", ",
        "```",     "{a:b",     "\"\"\"",
        "]",       "}",        "{\"a\",",
        "[1,}",    "\xC2\xA0", "\"                                        "};
    for (const auto piece : pieces) {
        for (const std::string& start : starts) {
            std::string text(start);
            while (text.size() < 30'000) text += piece;
            std::string out;
            std::vector<json::repair_note> notes;
            json::repair_options options;
            options.depth = json::max_depth;
            // a quadratic step would take minutes in all
            static_cast<void>(json::repair_lenient(text, out, notes, options));
            CHECK(out.size() <= 6 * text.size() + json::max_depth);
            CHECK(notes.size() <= 2 * text.size() + 2);
        }
    }
}

TEST_CASE("repair_lenient refuses what is too deep") {
    const std::string deep(65, '[');
    CHECK(repair(deep).failure.code == errc::too_deep);
    CHECK(repair(deep).failure.offset == 64);
    CHECK(repair(deep.substr(1)).ok);
    CHECK(repair("{a:" + deep).failure.code == errc::too_deep);
    CHECK(repair(R"("{\"a\":)" + deep, true).failure.code == errc::too_deep);
}

TEST_CASE("repair_lenient finds no value in other text") {
    CHECK(repair("").failure.code == errc::unexpected_end);
    CHECK(repair(" \n").failure.code == errc::unexpected_end);
    CHECK(repair("```json\n").failure.code == errc::unexpected_end);
    for (const auto text : {"Sorry, I cannot help with that."sv, " No."sv, "see [the list]"sv,
                            "use {name} here"sv, "42 apples"sv, "True story"sv, "-x"sv}) {
        const repaired r = repair(text);
        CAPTURE(text);
        CHECK(r.failure.code == errc::unexpected_byte);
        CHECK(r.failure.offset == (text[0] == ' ' ? 1U : 0U));
    }
}

struct example {
    std::string_view text;
    std::string_view due;
    std::string_view notes;
};

// Output of models as bug reports show it, shortened.
constexpr example examples[] = {
    // commas
    {R"({"city":"Bern","days":3,})", R"({"city":"Bern","days":3})", "extra_comma@23"},
    {R"(["a","b",])", R"(["a","b"])", "extra_comma@8"},
    {"{\"a\": [1, 2,\n],\n}", R"({"a":[1,2]})", "extra_comma@11 extra_comma@14"},
    {R"({"a":1,,"b":2})", R"({"a":1,"b":2})", "extra_comma@7"},
    {R"({,"a":1})", R"({"a":1})", "extra_comma@1"},
    {"{\n  \"city\": \"Bern\"\n  \"days\": 3\n}", R"({"city":"Bern","days":3})",
     "missing_comma@21"},
    {R"([{"a":1} {"a":2}])", R"([{"a":1},{"a":2}])", "missing_comma@9"},
    {R"(["a" "b"])", R"(["a","b"])", "missing_comma@5"},
    {R"({"a":1 "b":2})", R"({"a":1,"b":2})", "missing_comma@7"},
    {R"({"a":true "b":"x" "c":null})", R"({"a":true,"b":"x","c":null})",
     "missing_comma@10 missing_comma@18"},
    {R"({"a":"1";"b":2})", R"({"a":"1","b":2})", "missing_comma@8"},
    // strings
    {"{\"text\":\"one\ntwo\tthree\"}", R"({"text":"one\u000atwo\u0009three"})",
     "control_character@12 control_character@16"},
    {"{\"code\":\"if (x) {\n  return \\\"y\\\";\n}\"}",
     R"({"code":"if (x) {\u000a  return \"y\";\u000a}"})",
     "control_character@17 control_character@33"},
    {R"({'city': 'Bern', 'days': 3})", R"({"city":"Bern","days":3})",
     "quotes@1 quotes@9 quotes@17"},
    {R"({'text': 'it\'s "fine"'})", R"({"text":"it's \"fine\""})", "quotes@1 quotes@9"},
    {R"({'text': 'it's fine', 'n': 1})", R"({"text":"it's fine","n":1})",
     "quotes@1 quotes@9 inner_quote@12 quotes@22"},
    {R"({"text": "it\'s fine"})", R"({"text":"it's fine"})", "escape@12"},
    {R"({“city”: “Bern”})", R"({"city":"Bern"})", "quotes@1 quotes@13"},
    {R"({"say": “He said "hi"”})", R"({"say":"He said \"hi\""})",
     "quotes@8 inner_quote@19 inner_quote@22"},
    {R"({"query": `a "b"`})", R"({"query":"a \"b\""})", "quotes@10"},
    {R"({"text": "He said "hi" to me"})", R"({"text":"He said \"hi\" to me"})",
     "inner_quote@18 inner_quote@21"},
    {R"({"text": "He said "hi", then left", "n": 1})",
     R"({"text":"He said \"hi\", then left","n":1})", "inner_quote@18 inner_quote@21"},
    {R"({"text": "the word "yes""})", R"({"text":"the word \"yes\""})",
     "inner_quote@19 inner_quote@23"},
    {R"(["say "hi" now", "b"])", R"(["say \"hi\" now","b"])", "inner_quote@6 inner_quote@9"},
    {R"({"html": "<a href="x">y</a>"})", R"({"html":"<a href=\"x\">y</a>"})",
     "inner_quote@18 inner_quote@20"},
    {"{\"code\": \"\"\"print(\"hi\")\nx = 1\n\"\"\", \"n\": 1}",
     R"({"code":"print(\"hi\")\u000ax = 1\u000a","n":1})",
     "quotes@9 inner_quote@18 inner_quote@21 control_character@23 control_character@29"},
    {R"({"pattern": "\d+\.\w"})", R"({"pattern":"\\d+\\.\\w"})", "escape@13 escape@16 escape@18"},
    {R"({"path": "C:\Users\me"})", R"({"path":"C:\\Users\\me"})", "escape@12 escape@18"},
    {R"({"c": "\x41"})", R"({"c":"\u0041"})", "escape@7"},
    {"{\"cmd\": \"ls \\\n -l\"}", R"({"cmd":"ls \\\u000a -l"})", "escape@12 control_character@13"},
    {R"({"command": "grep -E '"name"' a.json"})", R"({"command":"grep -E '\"name\"' a.json"})",
     "inner_quote@22 inner_quote@27"},
    {R"({"content": "{"k": "v"}", "n": 1})", R"({"content":"{\"k\": \"v\"}","n":1})",
     "inner_quote@14 inner_quote@16 inner_quote@19 inner_quote@21"},
    {R"({"content": "["a"]"})", R"({"content":"[\"a\"]"})", "inner_quote@14 inner_quote@16"},
    {R"({"a": "b, "c": "d"})", R"({"a":"b","c":"d"})", "quotes@10 missing_comma@10"},
    {"{\"a\": \"b\n  \"c\": \"d\"}", R"({"a":"b","c":"d"})",
     "control_character@8 quotes@11 missing_comma@11"},
    // names
    {R"({city: "Bern", days: 3})", R"({"city":"Bern","days":3})",
     "unquoted_name@1 unquoted_name@15"},
    {R"({first name: "Ada", $ref-x: 1})", R"({"first name":"Ada","$ref-x":1})",
     "unquoted_name@1 unquoted_name@20"},
    {R"({1: "a", 2: "b"})", R"({"1":"a","2":"b"})", "unquoted_name@1 unquoted_name@9"},
    {R"({"a" 1, "b" "x", "c" {"d": 2}})", R"({"a":1,"b":"x","c":{"d":2}})",
     "missing_colon@5 missing_colon@12 missing_colon@21"},
    {R"({"a" = 1, "b" => 2})", R"({"a":1,"b":2})", "missing_colon@5 missing_colon@14"},
    {R"({"a":: 1})", R"({"a":1})", "unexpected@5"},
    {R"({"a": , "b": 2, "c"})", R"({"b":2})", "missing_value@6 missing_value@19"},
    {R"({city": "Bern", days": 3})", R"({"city":"Bern","days":3})",
     "unquoted_name@1 unquoted_name@16"},
    {R"({"name: "Bob", "age": 3})", R"({"name":"Bob","age":3})", "quotes@8 missing_colon@8"},
    // values
    {R"({"city": Bern", "days": 3})", R"({"city":"Bern","days":3})", "unquoted_value@9"},
    {R"({"city": New York"})", R"({"city":"New York"})", "unquoted_value@9"},
    {R"({"a": True, "b": False, "c": None, "d": undefined})",
     R"({"a":true,"b":false,"c":null,"d":null})", "literal@6 literal@17 literal@29 literal@40"},
    {R"([NaN, Infinity, -Infinity])", R"(["NaN","Infinity","-Infinity"])",
     "not_finite@1 not_finite@6 not_finite@16"},
    {R"([+1, .5, -.5, 1., 2.e3])", R"([1,0.5,-0.5,1,2e3])",
     "number@1 number@5 number@9 number@14 number@18"},
    {R"({"zip": 01234, "hex": 0x1F})", R"({"zip":"01234","hex":"0x1F"})",
     "unquoted_value@8 unquoted_value@22"},
    {R"({"city": New York, "days": 3 days})", R"({"city":"New York","days":"3 days"})",
     "unquoted_value@9 unquoted_value@27"},
    {R"({city: Bern days: 3})", R"({"city":"Bern","days":3})",
     "unquoted_name@1 unquoted_value@7 missing_comma@12 unquoted_name@12"},
    {R"({"url": https://a.b/c?d=1, "at": 10:30})", R"({"url":"https://a.b/c?d=1","at":"10:30"})",
     "unquoted_value@8 unquoted_value@33"},
    {R"([1, 2, ...])", R"([1,2])", "unexpected@7"},
    // brackets
    {R"({"a": [1, 2, {"b": 3})", R"({"a":[1,2,{"b":3}]})", "cut@21"},
    {R"({"a": [1, 2})", R"({"a":[1,2]})", "missing_bracket@11"},
    {R"({"a": [1, 2}, "b": 3})", R"({"a":[1,2],"b":3})", "wrong_bracket@11"},
    {R"({"a": 1])", R"({"a":1})", "wrong_bracket@7"},
    {R"([{"a": 1, {"a": 2}])", R"([{"a":1},{"a":2}])", "missing_bracket@10"},
    {R"({"a": [1]], "b": 2})", R"({"a":[1],"b":2})", "unexpected@9"},
    {R"({{"a": 1}})", R"({"a":1})", "unexpected@1 text_after@9"},
    {R"({"a": 1}})", R"({"a":1})", "text_after@8"},
    {R"("city": "Bern", "days": 3)", R"({"city":"Bern","days":3})", "missing_bracket@0"},
    {R"("city": "Bern"})", R"({"city":"Bern"})", "missing_bracket@0"},
    // comments
    {"{\"a\": 1, // one\n \"b\": 2 /* two */}", R"({"a":1,"b":2})", "comment@9 comment@24"},
    {"{\n# all\n\"a\": 1}", R"({"a":1})", "comment@2"},
    {R"({"url": "http://a/b" /* c })", R"({"url":"http://a/b"})", "comment@21 cut@27"},
    // text around
    {"```json\n{\"a\": 1}\n```", R"({"a":1})", "fence@0"},
    {"```\n[1,2]\n```", R"([1,2])", "fence@0"},
    {"Here is the JSON:\n```json\n{\"a\": 1}\n```\nAnything else?", R"({"a":1})",
     "text_before@0 fence@18 text_after@39"},
    {"Sure! {\"a\": 1} Hope that helps.", R"({"a":1})", "text_before@0 text_after@15"},
    {"As {name} asked: {\"a\": 1}", R"({"a":1})", "text_before@0"},
    {"```python\nd = {}\n```\n```json\n{\"a\": 1}\n```", R"({"a":1})", "fence@0 text_before@10"},
    {"<tool_call>{\"a\": 1}</tool_call>", R"({"a":1})", "text_before@0 text_after@19"},
    {"{\"a\": 1}\n{\"a\": 2}", R"({"a":1})", "text_after@9"},
    {"{\"a\": \"x\"\n```", R"({"a":"x"})", "missing_bracket@10 fence@10"},
    {"```json\n\"word\"\n```", R"("word")", "fence@0"},
    {"'{\"a\": 1}'", R"({"a":1})", "text_before@0"},
    {"\xEF\xBB\xBF{'a': 1}", R"({"a":1})", "byte_order_mark@0 quotes@4"},
    {R"({}{"a": 1})", R"({"a":1})", "text_before@0"},
    {R"({} {} {"a": [{}]})", R"({"a":[{}]})", "text_before@0"},
    {R"({}{})", R"({})", "text_before@0"},
    {R"({"a": {}}{"b": 1})", R"({"a":{}})", "text_after@9"},
    {R"({\n  "a": 1,\n  "b": [2]\n})", R"({"a":1,"b":[2]})",
     "unexpected@1 unexpected@12 unexpected@24"},
    {"<think>Is it {\"x\": 1}?</think>\n{\"a\": 1}", R"({"a":1})", "text_before@0"},
    {"Let me see {\"x\"}: {\"a\": 1}", R"({"a":1})", "text_before@0"},
    {"{\"a\": 1}<|im_end|>", R"({"a":1})", "text_after@8"},
    {"{\"a\": 1},", R"({"a":1})", "text_after@8"},
    // bytes
    {"{\"a\": \"x\xFFy\"}", "{\"a\":\"x\xEF\xBF\xBDy\"}", "invalid_utf8@8"},
    {"{\"a\":\xC2\xA0"
     "1}",
     R"({"a":1})", "unexpected@5"},
    {"{\"a\"\xEF\xBC\x9A 1\xEF\xBC\x8C \"b\": 2}", R"({"a":1,"b":2})",
     "missing_colon@4 missing_comma@9"},
    {"{\"a\": 1 b\xEF\xBC\x9A 2}", R"({"a":1,"b":2})",
     "missing_comma@8 unquoted_name@8 missing_colon@9"},
    {"{\"a\": \"x\", b\xEF\xBC\x9A\"2\"}", R"({"a":"x","b":"2"})",
     "unquoted_name@11 missing_colon@12"},
    // cut ends
    {R"({"city": "Be)", R"({"city":"Be"})", "cut@12"},
    {R"({"city": "Bern", "da)", R"({"city":"Bern"})", "cut@20"},
    {R"({"city": "Bern", "days")", R"({"city":"Bern"})", "cut@23"},
    {R"({"city": "Bern", "days": )", R"({"city":"Bern"})", "cut@25"},
    {R"({"city": "Bern",)", R"({"city":"Bern"})", "extra_comma@15 cut@16"},
    {R"({"ok": tru)", R"({"ok":true})", "cut@10"},
    {R"({"n": -)", R"({})", "cut@7"},
    {R"({"n": 1.)", R"({"n":1})", "number@6 cut@8"},
    {R"({"n": 1e+)", R"({"n":1})", "number@6 cut@9"},
    {R"([1, [2, {"a": "b\)", R"([1,[2,{"a":"b"}]])", "cut@17"},
    {R"({"a": "b\u00)", R"({"a":"b"})", "cut@12"},
    {R"({"a": "b\ud83d)", R"({"a":"b"})", "cut@14"},
    {R"({"a": "b\ud83d\ude)", R"({"a":"b"})", "cut@18"},
    {"{\"a\": \"b\xF0\x9F\x98", R"({"a":"b"})", "cut@11"},
    {"```json\n{\"a\": 1", R"({"a":1})", "fence@0 cut@15"},
    {"-", "null", "cut@1"},
    {"fal", "false", "cut@3"},
    {"12.", "12", "number@0 cut@3"},
    {"\"abc", "\"abc\"", "cut@4"},
    // escaped once too often, without quotes around it
    {R"({\"city\": \"Bern\"})", R"({"city":"Bern"})", "doubled@0"},
    {R"({\n  \"city\": \"Bern\",\n  \"x\": 'y'})", R"({"city":"Bern","x":"y"})",
     "doubled@0 quotes@35"},
};

TEST_CASE("repair_lenient repairs what models break") {
    for (const example& e : examples) {
        const repaired r = checked(e.text);
        CAPTURE(e.text);
        CHECK(r.text == e.due);
        CHECK(words(r.notes) == e.notes);
    }
    CHECK(std::size(examples) >= 60);
}

// Where an object is due.
constexpr example object_examples[] = {
    {R"("{\"city\":\"Bern\"}")", R"({"city":"Bern"})", "doubled@1"},
    {R"("{\"text\":\"a\\nb \\\"c\\\"\"}")", R"({"text":"a\nb \"c\""})", "doubled@1"},
    {R"("{\"city\": \"Bern\",}")", R"({"city":"Bern"})", "doubled@1 extra_comma@20"},
    {R"("{\"city\": \"Be)", R"({"city":"Be"})", "doubled@1 cut@16"},
    {R"("{"city": "Bern"}")", R"({"city":"Bern"})", "text_before@0"},
    {R"("\n{\n\"city\": \"Bern\"\n}\n")", R"({"city":"Bern"})", "doubled@3"},
    {R"("{\"a\": '\u00e9\ud83d\ude00', b: 1}")", "{\"a\":\"\xC3\xA9\xF0\x9F\x98\x80\",\"b\":1}",
     "doubled@1 quotes@9 unquoted_name@31"},
    {R"(As in [1]: {"a": 1})", R"({"a":1})", "text_before@0"},
    {R"([{"a": 1,}])", R"([{"a":1}])", "extra_comma@8"},
    {R"("hello {world}")", R"("hello {world}")", ""},
    {R"("{name}")", R"("{name}")", ""},
};

TEST_CASE("repair_lenient takes an object out of a string where one is due") {
    for (const example& e : object_examples) {
        const repaired r = checked(e.text, true);
        CAPTURE(e.text);
        CHECK(r.text == e.due);
        CHECK(words(r.notes) == e.notes);
    }
    // a string may be meant
    CHECK(repair(R"("{\"a\":1}")").notes.empty());
}

}  // namespace repair_lenient_tests
