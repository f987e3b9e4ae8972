// JSON texts and near-JSON texts that tests of the checker and of the reader share. Knows nothing
// of the library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <support/random.hpp>

namespace support {

using std::string_view_literals::operator""sv;

// Valid texts that hold every construct of the grammar.
inline constexpr std::string_view json_documents[] = {
    R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1677652288,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hi \"you\"\n\u00e9"},"logprobs":null,"finish_reason":null}]})"sv,
    R"({"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6,"x":{"a":[1,2.5e-3,-0]}}})"sv,
    "{\"choices\":[{\"delta\":{\"content\":\"gr\xc3\xbc\xc3\x9f \xe2\x82\xac \xf0\x9f\x98\x80\"}}]}"sv,
    R"({"choices":[{"delta":{"content":"\ud83d\ude00","tool_calls":[{"index":0,"function":{"name":"f","arguments":"{\"a\":1}"}}]}}]})"sv,
    R"({"i\u0064":"escaped name","x\"y":[{"deep":[[[[{}]]]]}],"":""})"sv,
    "\r\n\t {\n  \"id\" : \"spaced\" ,\n\t\"choices\" : [ { \"index\" : 1 } , { } ] ,\r\n \"none\" : [ ] }\n "sv,
    R"({"choices":[{"logprobs":{"content":[{"token":"a","logprob":-0.25,"bytes":[97],"top_logprobs":[]}]}}]})"sv,
    R"([true,false,null,0,-0,-1.5,1e10,1E+10,1e-10,"",{},[],[[]],{"a":{}}])"sv,
    R"({"created":1748694614,"model":"\b\f\n\r\t\/\\\"","system_fingerprint":null,"obfuscation":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"sv,
    R"("just a string with \u0000 and \uFFFF")"sv,
    R"(-12345678901234567890.125e-7)"sv,
    R"({"id":"a","id":"b","moderation":{"input":{"type":"moderation_results","results":[{"flagged":true}]},"output":{"type":"new"}}})"sv,
};

// The kinds of text that conformance suites for JSON hold; the verdict first.
inline constexpr std::pair<bool, std::string_view> json_conformance[] = {
    {true, "[[]   ]"sv},
    {true, "[\"\"]"sv},
    {true, "[]"sv},
    {true, "[\"a\",4,null,1.5,true]"sv},
    {true, "[1\n]"sv},
    {true, " [1]"sv},
    {true, "[1,null,null,null,2]"sv},
    {true, "[123e65]"sv},
    {true, "[0e+1]"sv},
    {true, "[0e1]"sv},
    {true, "[-0]"sv},
    {true, "[1E22]"sv},
    {true, "[0.4e00669999999999999999999999999999999999]"sv},
    {true, "[1e400]"sv},
    {true, "[100000000000000000000]"sv},
    {true, "{\"a\":\"b\",\"a\":\"c\"}"sv},
    {true, "{\"\":0}"sv},
    {true, "{\"foo\\u0000bar\": 42}"sv},
    {true, "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }"sv},
    {true, "[\"\\u0060\\u012a\\u12AB\"]"sv},
    {true, "[\"\\uD801\\udc37\"]"sv},
    {true, "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"sv},
    {true, "[\"\x7f\"]"sv},
    {true, "[\"\xef\xbf\xbf\"]"sv},
    {true, "[\"\xe2\x80\xa8\"]"sv},
    {true, "[\"\xf4\x8f\xbf\xbf\"]"sv},
    {true, "\"\""sv},
    {true, "42"sv},
    {true, "true "sv},
    {true, "[\"\\uDADA\"]"sv},
    {true, "[\"\\uDd1e\\uD834\"]"sv},
    {false, ""sv},
    {false, " "sv},
    {false, "\xef\xbb\xbf{}"sv},
    {false, "\xef\xbb\xbf"sv},
    {false, "\xff\xfe[\0]\0"sv},
    {false, "[1 true]"sv},
    {false, "[\"\": 1]"sv},
    {false, "[\"\"],"sv},
    {false, "[,1]"sv},
    {false, "[1,,2]"sv},
    {false, "[\"x\"]]"sv},
    {false, "[\"\",]"sv},
    {false, "[\"x\""sv},
    {false, "[x"sv},
    {false, "[3[4]]"sv},
    {false, "[\xff]"sv},
    {false, "[*]"sv},
    {false, "[1,\n1\n,1"sv},
    {false, "[fals]"sv},
    {false, "[nul]"sv},
    {false, "[True]"sv},
    {false, "[++1234]"sv},
    {false, "[+1]"sv},
    {false, "[-01]"sv},
    {false, "[-]"sv},
    {false, "[-NaN]"sv},
    {false, "[.2e-3]"sv},
    {false, "[0.1.2]"sv},
    {false, "[0e+]"sv},
    {false, "[0E]"sv},
    {false, "[1.]"sv},
    {false, "[1eE2]"sv},
    {false, "[012]"sv},
    {false, "[0x42]"sv},
    {false, "[Infinity]"sv},
    {false, "[1 000.0]"sv},
    {false, "[\xef\xbc\x91]"sv},
    {false, "{\"x\", null}"sv},
    {false, "{\"x\"::\"b\"}"sv},
    {false, "{\"a\" b}"sv},
    {false, "{key: 1}"sv},
    {false, "{1:1}"sv},
    {false, "{null:null,null:null}"sv},
    {false, "{\"id\":0,}"sv},
    {false, "{'a':0}"sv},
    {false, "{\"a\":\"b\"}/**/"sv},
    {false, "{\"a\":\"b\"}#"sv},
    {false, "{\"a\":\"b\",,\"c\":\"d\"}"sv},
    {false, "{\"a\":true} \"x\""sv},
    {false, "{\"a\":\"a\" 123}"sv},
    {false, "{\"asd\":\"asd\""sv},
    {false, "[\"\\x00\"]"sv},
    {false, "[\"\\\\\\\"]"sv},
    {false, "[\"\\\t\"]"sv},
    {false, "[\"\\u00A\"]"sv},
    {false, "[\"\\uD834\\uDd\"]"sv},
    {false, "[\"\\u\xe5\"]"sv},
    {false, "[\"\\"sv},
    {false, "[\"a\0a\"]"sv},
    {false, "[\"new\nline\"]"sv},
    {false, "[\"\t\"]"sv},
    {false, "[\"\x1f\"]"sv},
    {false, "[\"\xc0\xaf\"]"sv},
    {false, "[\"\xe0\x80\xaf\"]"sv},
    {false, "[\"\xed\xa0\x80\"]"sv},
    {false, "[\"\xf4\x90\x80\x80\"]"sv},
    {false, "[\"\x81\"]"sv},
    {false, "[\"\xe9\"]"sv},
    {false, "\"\\"sv},
    {false, "[\f1]"sv},
    {false, "[\xc2\xa0]"sv},
    {false, "[\xe2\x81\xa0]"sv},
    {false, "123\0"sv},
    {false, "<.>"sv},
    {false, "2@"sv},
    {false, "{}}"sv},
    {false, "{\"\":"sv},
    {false, "["sv},
    {false, "{[\"x\": 1]}"sv},
    {false, "]"sv},
};

// Calls f(text) for every string over `alphabet` of at most `longest` bytes, the empty one
// included.
template <class F>
void every_string(std::string_view alphabet, std::size_t longest, F&& f) {
    std::string text;
    std::string digits;
    for (std::size_t length = 0; length <= longest; ++length) {
        digits.assign(length, '\0');
        text.assign(length, alphabet.front());
        for (;;) {
            f(std::string_view(text));
            std::size_t i = 0;
            for (; i != length; ++i) {
                const auto next = static_cast<std::size_t>(digits[i]) + 1;
                digits[i] = static_cast<char>(next == alphabet.size() ? 0 : next);
                text[i] = alphabet[static_cast<std::size_t>(digits[i])];
                if (next != alphabet.size()) break;
            }
            if (i == length) break;
        }
    }
}

inline constexpr std::string_view json_alphabet = "{}[],:\"\\01-.et";

// Calls f(text) for every prefix of `document` and for every text that differs from it in one byte.
template <class F>
void every_prefix_and_replacement(std::string_view document, F&& f) {
    for (std::size_t n = 0; n <= document.size(); ++n) f(document.substr(0, n));
    std::string text(document);
    for (std::size_t i = 0; i != text.size(); ++i) {
        for (int byte = 0; byte != 256; ++byte) {
            text[i] = static_cast<char>(byte);
            f(std::string_view(text));
        }
        text[i] = document[i];
    }
}

// One to four random edits: a byte replaced, put in or taken out, a piece repeated, the end cut
// off.
inline std::string mutated(std::string_view document, random& r) {
    std::string text(document);
    for (std::size_t edits = 1 + r.below(4); edits != 0; --edits) {
        const std::size_t at = r.below(text.size() + 1);
        const char byte = r.one_in(4) ? static_cast<char>(r.below(256))
                                      : r.byte_of("{}[],:\"\\u01-+.eEtfn \n\x7f\x80\xC3\xE2\xF0"sv);
        switch (r.below(5)) {
            case 0:
                if (at != text.size()) text[at] = byte;
                break;
            case 1:
                text.insert(at, 1, byte);
                break;
            case 2:
                text.erase(at, 1 + r.below(3));
                break;
            case 3:
                text.insert(at, text.substr(r.below(text.size() + 1), r.below(8)));
                break;
            default:
                if (r.one_in(4)) text.resize(at);
        }
    }
    return text;
}

}  // namespace support
