// JSON texts, valid and invalid, shared by tests of the checker and the reader.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <support/random.hpp>

namespace support {

using std::string_view_literals::operator""sv;

// Valid texts that cover the grammar.
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

// Texts of the kinds found in JSON conformance suites. For invalid ones: the name of the error and
// the offset of the first invalid byte (the text's size if it is a valid prefix).
struct json_row {
    bool valid = false;
    std::string_view text{};
    std::string_view wrong{};
    std::size_t at = 0;
};

inline constexpr json_row json_conformance[] = {
    // arrays
    {true, "[[]   ]"sv},
    {true, "[\"\"]"sv},
    {true, "[]"sv},
    {true, "[\"a\",4,null,1.5,true]"sv},
    {true, "[1\n]"sv},
    {true, " [1]"sv},
    {true, "[1,null,null,null,2]"sv},
    {true, "[ [ ] , { } ]\r\n"sv},
    {true, "\t[\r\n1\t,\n2 ]\t"sv},
    {true, "[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]"sv},
    // numbers
    {true, "[123e65]"sv},
    {true, "[0e+1]"sv},
    {true, "[0e1]"sv},
    {true, "[-0]"sv},
    {true, "[1E22]"sv},
    {true, "[0.4e00669999999999999999999999999999999999]"sv},
    {true, "[1e400]"sv},
    {true, "[100000000000000000000]"sv},
    {true, "42"sv},
    {true, "0"sv},
    {true, "-0.0e-0"sv},
    {true, "-123"sv},
    {true, "0.000000000000000000000000000000000000000000000000000000000000000000001"sv},
    {true, "1E-2"sv},
    {true, "1E+2"sv},
    {true, "-1e-9999999999999"sv},
    {true, " 7 "sv},
    {true, "18446744073709551616"sv},
    {true, "[1.0,10.01,100e1]"sv},
    // objects
    {true, "{\"a\":\"b\",\"a\":\"c\"}"sv},
    {true, "{\"\":0}"sv},
    {true, "{\"foo\\u0000bar\": 42}"sv},
    {true, "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }"sv},
    {true, "{}"sv},
    {true, "{\n\"k\"\n:\n[]\n}"sv},
    {true, "{\"a\":{\"b\":{\"c\":[{\"d\":null}]}}}"sv},
    {true, "{\"null\":null,\"true\":true,\"false\":false}"sv},
    {true, "{\"\\u006b\":1,\"k\":2}"sv},
    {true, "{\"\xc3\xa4\":\"\xe2\x82\xac\"}"sv},
    {true, "{\"{\":\"}\",\"[\":\"]\",\",\":\":\"}"sv},
    // strings
    {true, "[\"\\u0060\\u012a\\u12AB\"]"sv},
    {true, "[\"\\uD801\\udc37\"]"sv},
    {true, "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"sv},
    {true, "[\"\x7f\"]"sv},
    {true, "[\"\xef\xbf\xbf\"]"sv},
    {true, "[\"\xe2\x80\xa8\"]"sv},
    {true, "[\"\xf4\x8f\xbf\xbf\"]"sv},
    {true, "\"\""sv},
    {true, "[\"\\uDADA\"]"sv},
    {true, "[\"\\uDd1e\\uD834\"]"sv},
    {true, "\" \""sv},
    {true, "\"\\u0000\""sv},
    {true, "\"/* no comment */ // nor here\""sv},
    {true, "\"\\\\u0061\\\\\\\"\""sv},
    {true, "\"\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xf0\x90\x80\x80\""sv},
    {true, "\"\xef\xbb\xbf\""sv},
    {true, "\"\xc2\x85\xc2\xa0\xe2\x80\xa9\""sv},
    {true, "\"\\ud83d\\ude00 \xf0\x9f\x98\x80\""sv},
    {true, "\"0123456789abcdef0123456789abcdef\\n0123456789abcdef\""sv},
    {true, "\"NaN, Infinity, -Infinity\""sv},
    // literals
    {true, "true "sv},
    {true, "false"sv},
    {true, "\nnull\n"sv},
    {true, "[true,false,null]"sv},
    {true, "{\"a\":[null,[true,{\"b\":false}]]}"sv},

    // empty text and byte order marks
    {false, ""sv, "unexpected_end", 0},
    {false, " "sv, "unexpected_end", 1},
    {false, "\r\n\t "sv, "unexpected_end", 4},
    {false, "\xef\xbb\xbf{}"sv, "unexpected_byte", 0},
    {false, "\xef\xbb\xbf"sv, "unexpected_byte", 0},
    {false, " \xef\xbb\xbf[]"sv, "unexpected_byte", 1},
    {false, "\xff\xfe[\0]\0"sv, "unexpected_byte", 0},
    {false, "\0[\0]"sv, "unexpected_byte", 0},
    {false, "\v[]"sv, "unexpected_byte", 0},
    // arrays
    {false, "[1 true]"sv, "unexpected_byte", 3},
    {false, "[\"\": 1]"sv, "unexpected_byte", 3},
    {false, "[\"\"],"sv, "trailing_bytes", 4},
    {false, "[,1]"sv, "unexpected_byte", 1},
    {false, "[1,,2]"sv, "unexpected_byte", 3},
    {false, "[\"x\"]]"sv, "trailing_bytes", 5},
    {false, "[\"\",]"sv, "unexpected_byte", 4},
    {false, "[\"x\""sv, "unexpected_end", 4},
    {false, "[x"sv, "unexpected_byte", 1},
    {false, "[3[4]]"sv, "unexpected_byte", 2},
    {false, "[\xff]"sv, "unexpected_byte", 1},
    {false, "[*]"sv, "unexpected_byte", 1},
    {false, "[1,\n1\n,1"sv, "unexpected_end", 8},
    {false, "["sv, "unexpected_end", 1},
    {false, "]"sv, "unexpected_byte", 0},
    {false, "[,]"sv, "unexpected_byte", 1},
    {false, "[1,\n"sv, "unexpected_end", 4},
    {false, "[1;2]"sv, "unexpected_byte", 2},
    {false, "[1:2]"sv, "unexpected_byte", 2},
    {false, "[1}"sv, "unexpected_byte", 2},
    {false, "[[1,2]"sv, "unexpected_end", 6},
    {false, "[[],[]"sv, "unexpected_end", 6},
    {false, "[\"a\" \"b\"]"sv, "unexpected_byte", 5},
    {false, "[...]"sv, "unexpected_byte", 1},
    {false, "(1)"sv, "unexpected_byte", 0},
    {false, "[{}{}]"sv, "unexpected_byte", 3},
    {false, "[null, ]"sv, "unexpected_byte", 7},
    // literals
    {false, "[fals]"sv, "invalid_literal", 5},
    {false, "[nul]"sv, "invalid_literal", 4},
    {false, "[True]"sv, "unexpected_byte", 1},
    {false, "tru"sv, "unexpected_end", 3},
    {false, "n"sv, "unexpected_end", 1},
    {false, "nulL"sv, "invalid_literal", 3},
    {false, "nan"sv, "invalid_literal", 1},
    {false, "fa lse"sv, "invalid_literal", 2},
    {false, "TRUE"sv, "unexpected_byte", 0},
    {false, "undefined"sv, "unexpected_byte", 0},
    {false, "None"sv, "unexpected_byte", 0},
    {false, "[truefalse]"sv, "unexpected_byte", 5},
    {false, "nullx"sv, "trailing_bytes", 4},
    {false, "{\"a\":tr\\u0075e}"sv, "invalid_literal", 7},
    // numbers
    {false, "[++1234]"sv, "unexpected_byte", 1},
    {false, "[+1]"sv, "unexpected_byte", 1},
    {false, "[-01]"sv, "invalid_number", 3},
    {false, "[-]"sv, "invalid_number", 2},
    {false, "[-NaN]"sv, "invalid_number", 2},
    {false, "[.2e-3]"sv, "unexpected_byte", 1},
    {false, "[0.1.2]"sv, "unexpected_byte", 4},
    {false, "[0e+]"sv, "invalid_number", 4},
    {false, "[0E]"sv, "invalid_number", 3},
    {false, "[1.]"sv, "invalid_number", 3},
    {false, "[1eE2]"sv, "invalid_number", 3},
    {false, "[012]"sv, "invalid_number", 2},
    {false, "[0x42]"sv, "unexpected_byte", 2},
    {false, "[Infinity]"sv, "unexpected_byte", 1},
    {false, "[1 000.0]"sv, "unexpected_byte", 3},
    {false, "[\xef\xbc\x91]"sv, "unexpected_byte", 1},
    {false, "-"sv, "unexpected_end", 1},
    {false, "1."sv, "unexpected_end", 2},
    {false, "1e"sv, "unexpected_end", 2},
    {false, "-0.5E-"sv, "unexpected_end", 6},
    {false, "00"sv, "invalid_number", 1},
    {false, "-00.5"sv, "invalid_number", 2},
    {false, "007"sv, "invalid_number", 1},
    {false, "NaN"sv, "unexpected_byte", 0},
    {false, "-Infinity"sv, "invalid_number", 1},
    {false, "--1"sv, "invalid_number", 1},
    {false, "- 1"sv, "invalid_number", 1},
    {false, "-.5"sv, "invalid_number", 1},
    {false, "-+1"sv, "invalid_number", 1},
    {false, "1.e5"sv, "invalid_number", 2},
    {false, "1.-5"sv, "invalid_number", 2},
    {false, "1e5.5"sv, "trailing_bytes", 3},
    {false, "1e+-2"sv, "invalid_number", 3},
    {false, "1e 2"sv, "invalid_number", 2},
    {false, "1_000"sv, "trailing_bytes", 1},
    {false, "12a"sv, "trailing_bytes", 2},
    {false, "1+2"sv, "trailing_bytes", 1},
    {false, "1-2"sv, "trailing_bytes", 1},
    {false, "0b11"sv, "trailing_bytes", 1},
    {false, "1.5f"sv, "trailing_bytes", 3},
    {false, "-a"sv, "invalid_number", 1},
    {false, "1\xc2\xa0"sv, "trailing_bytes", 1},
    {false, "123\0"sv, "trailing_bytes", 3},
    {false, "2@"sv, "trailing_bytes", 1},
    // objects
    {false, "{\"x\", null}"sv, "unexpected_byte", 4},
    {false, "{\"x\"::\"b\"}"sv, "unexpected_byte", 5},
    {false, "{\"a\" b}"sv, "unexpected_byte", 5},
    {false, "{key: 1}"sv, "unexpected_byte", 1},
    {false, "{1:1}"sv, "unexpected_byte", 1},
    {false, "{null:null,null:null}"sv, "unexpected_byte", 1},
    {false, "{\"id\":0,}"sv, "unexpected_byte", 8},
    {false, "{'a':0}"sv, "unexpected_byte", 1},
    {false, "{\"a\":\"b\",,\"c\":\"d\"}"sv, "unexpected_byte", 9},
    {false, "{\"a\":\"a\" 123}"sv, "unexpected_byte", 9},
    {false, "{\"asd\":\"asd\""sv, "unexpected_end", 12},
    {false, "{\"\":"sv, "unexpected_end", 4},
    {false, "{[\"x\": 1]}"sv, "unexpected_byte", 1},
    {false, "{"sv, "unexpected_end", 1},
    {false, "}"sv, "unexpected_byte", 0},
    {false, "{\""sv, "unexpected_end", 2},
    {false, "{\"a\""sv, "unexpected_end", 4},
    {false, "{\"a\":1,"sv, "unexpected_end", 7},
    {false, "{\"a\":1]"sv, "unexpected_byte", 6},
    {false, "{,\"a\":1}"sv, "unexpected_byte", 1},
    {false, "{\"a\"}"sv, "unexpected_byte", 4},
    {false, "{\"a\":}"sv, "unexpected_byte", 5},
    {false, "{:1}"sv, "unexpected_byte", 1},
    {false, "{\"a\"=1}"sv, "unexpected_byte", 4},
    {false, "{\"a\":1;\"b\":2}"sv, "unexpected_byte", 6},
    {false, "{\"a\":1 \"b\":2}"sv, "unexpected_byte", 7},
    {false, "{\"a\":1:2}"sv, "unexpected_byte", 6},
    {false, "{{}:1}"sv, "unexpected_byte", 1},
    {false, "{{}}"sv, "unexpected_byte", 1},
    {false, "{\"a\\\":1}"sv, "unexpected_end", 8},
    {false, "{\"\xff\":1}"sv, "invalid_utf8", 2},
    {false, "{\"a\tb\":1}"sv, "control_character", 3},
    {false, "{\"\\a\":1}"sv, "invalid_escape", 3},
    {false, "{\"a\":[}"sv, "unexpected_byte", 6},
    {false, "{\"a\":{\"b\":[1,{\"c\":tru}]}}"sv, "invalid_literal", 21},
    // strings: quotes and escapes
    {false, "\""sv, "unexpected_end", 1},
    {false, "\"\\"sv, "unexpected_end", 2},
    {false, "\"abc"sv, "unexpected_end", 4},
    {false, "\"abc\\\""sv, "unexpected_end", 6},
    {false, "\"\\u12"sv, "unexpected_end", 5},
    {false, "'a'"sv, "unexpected_byte", 0},
    {false, "`a`"sv, "unexpected_byte", 0},
    {false,
     "\xe2\x80\x9c"
     "a\xe2\x80\x9d"sv,
     "unexpected_byte", 0},
    {false, "\\u0022a\\u0022"sv, "unexpected_byte", 0},
    {false, "[\"\\x00\"]"sv, "invalid_escape", 3},
    {false, "[\"\\\\\\\"]"sv, "unexpected_end", 7},
    {false, "[\"\\\t\"]"sv, "invalid_escape", 3},
    {false, "[\"\\u00A\"]"sv, "invalid_escape", 7},
    {false, "[\"\\uD834\\uDd\"]"sv, "invalid_escape", 12},
    {false, "[\"\\u\xe5\"]"sv, "invalid_escape", 4},
    {false, "[\"\\"sv, "unexpected_end", 3},
    {false, "\"\\'\""sv, "invalid_escape", 2},
    {false, "\"\\0\""sv, "invalid_escape", 2},
    {false, "\"\\U0041\""sv, "invalid_escape", 2},
    {false, "\"\\N\""sv, "invalid_escape", 2},
    {false, "\"\\v\""sv, "invalid_escape", 2},
    {false, "\"\\ \""sv, "invalid_escape", 2},
    {false, "\"\\\xc3\xa9\""sv, "invalid_escape", 2},
    {false, "\"\\\n\""sv, "invalid_escape", 2},
    {false, "\"\\u{41}\""sv, "invalid_escape", 3},
    {false, "\"\\u+041\""sv, "invalid_escape", 3},
    {false, "\"\\u00g1\""sv, "invalid_escape", 5},
    {false, "\"\\u 041\""sv, "invalid_escape", 3},
    {false, "\"\\uD83D\\x\""sv, "invalid_escape", 8},
    {false, "\"\\uD83D\\u12\""sv, "invalid_escape", 11},
    // strings: control characters
    {false, "[\"a\0a\"]"sv, "control_character", 3},
    {false, "[\"new\nline\"]"sv, "control_character", 5},
    {false, "[\"\t\"]"sv, "control_character", 2},
    {false, "[\"\x1f\"]"sv, "control_character", 2},
    {false, "\"\r\""sv, "control_character", 1},
    {false, "\"\x1b[0m\""sv, "control_character", 1},
    {false, "\"0123456789abcdef0123456789abcde\n\""sv, "control_character", 32},
    {false, "\"\xc3\xa9\x01\""sv, "control_character", 3},
    // strings: UTF-8
    {false, "[\"\xc0\xaf\"]"sv, "invalid_utf8", 2},
    {false, "[\"\xe0\x80\xaf\"]"sv, "invalid_utf8", 3},
    {false, "[\"\xed\xa0\x80\"]"sv, "invalid_utf8", 3},
    {false, "[\"\xf4\x90\x80\x80\"]"sv, "invalid_utf8", 3},
    {false, "[\"\x81\"]"sv, "invalid_utf8", 2},
    {false, "[\"\xe9\"]"sv, "invalid_utf8", 3},
    {false, "\"\xc1\xbf\""sv, "invalid_utf8", 1},
    {false, "\"\xf5\x80\x80\x80\""sv, "invalid_utf8", 1},
    {false, "\"\xff\""sv, "invalid_utf8", 1},
    {false, "\"\xfe\xff\""sv, "invalid_utf8", 1},
    {false, "\"\xf0\x8f\xbf\xbf\""sv, "invalid_utf8", 2},
    {false, "\"\xf0\x9f\x98\""sv, "invalid_utf8", 4},
    {false, "\"\xe2\x82"sv, "unexpected_end", 3},
    {false, "\"\xe2\x82xyz\""sv, "invalid_utf8", 3},
    {false, "\"caf\xe9 au lait\""sv, "invalid_utf8", 5},
    {false, "\"\xc3\\u00a9\""sv, "invalid_utf8", 2},
    {false, "\"\xed\xbf\xbf\""sv, "invalid_utf8", 2},
    {false, "\"\\n0123456789abcdef0123456789\x80\""sv, "invalid_utf8", 29},
    // white space and comments
    {false, "[\f1]"sv, "unexpected_byte", 1},
    {false, "[\xc2\xa0]"sv, "unexpected_byte", 1},
    {false, "[\xe2\x81\xa0]"sv, "unexpected_byte", 1},
    {false, "[1\v]"sv, "unexpected_byte", 2},
    {false, "[1,\xe3\x80\x80 2]"sv, "unexpected_byte", 3},
    {false, "{\"a\":/* one */1}"sv, "unexpected_byte", 5},
    {false, "[1 // one\n]"sv, "unexpected_byte", 3},
    {false, "# one\n1"sv, "unexpected_byte", 0},
    {false, "{\"a\":\"b\"}/**/"sv, "trailing_bytes", 9},
    {false, "{\"a\":\"b\"}#"sv, "trailing_bytes", 9},
    // several texts, and no text
    {false, "{\"a\":true} \"x\""sv, "trailing_bytes", 11},
    {false, "{}}"sv, "trailing_bytes", 2},
    {false, "{}\n{}"sv, "trailing_bytes", 3},
    {false, "\"a\"\"b\""sv, "trailing_bytes", 3},
    {false, "[] x"sv, "trailing_bytes", 3},
    {false, "null null"sv, "trailing_bytes", 5},
    {false, "[1]\0"sv, "trailing_bytes", 3},
    {false, "<.>"sv, "unexpected_byte", 0},
    {false, "<html></html>"sv, "unexpected_byte", 0},
    {false, "data: {}"sv, "unexpected_byte", 0},
    {false, "[DONE]"sv, "unexpected_byte", 1},
    {false, "\x1e{}"sv, "unexpected_byte", 0},
};

// Calls f(text) for every string over `alphabet` of at most `longest` bytes, including the empty
// one.
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

// Calls f(text) for every prefix of `document` and for every text that differs in one byte.
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

// One to four random edits: a byte replaced, inserted or deleted, a piece repeated, the end cut
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
