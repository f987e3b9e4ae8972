#include <oaiwire/json/partial_machine_tokens.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/partial.hpp>
#include <support/partial_runs.hpp>

namespace partial_machine_tokens_tests {

using namespace oaiwire;

namespace {

// What a string shows after each byte of the text, with a bar between them.
std::string shown(std::string_view text) {
    json::partial<std::string> view;
    std::string out;
    for (const char& c : text) {
        view.feed(std::string_view(&c, 1));
        out.append(view.value()).append("|");
    }
    return out;
}

// The bytes after which the view has failed, and how; "" if it never does.
template <class T>
std::string failure(std::string_view text) {
    json::partial<T> view;
    for (std::size_t n = 0; n != text.size(); ++n) {
        view.feed(text.substr(n, 1));
        if (view.failed()) return std::to_string(n + 1) + " " + std::string(name(view.code()));
    }
    return "";
}

}  // namespace

TEST_CASE("of a string, only complete characters are shown") {
    CHECK(shown("\"ab\"") == "|a|ab|ab|");
    CHECK(shown("\"\xc3\xa9\"") == "||\xc3\xa9|\xc3\xa9|");
    CHECK(shown("\"\xf0\x9f\x98\x80") == "||||\xf0\x9f\x98\x80|");
    CHECK(shown(R"("a\n)") == "|a|a|a\n|");
    CHECK(shown(R"("\u00e9")") == "||||||\xc3\xa9|\xc3\xa9|");
}

TEST_CASE("half a surrogate pair waits for the other half") {
    CHECK(shown(R"("\ud83d\ude00")") == "||||||||||||\xf0\x9f\x98\x80|\xf0\x9f\x98\x80|");
    json::partial<std::string> lenient(json::tolerant);
    lenient.feed(R"("a\ud83d)");
    CHECK(lenient.value() == "a");
    lenient.feed("x");
    CHECK(lenient.value() == "a\xef\xbf\xbdx");
}

TEST_CASE("a string that cannot go on fails at the byte that shows it") {
    CHECK(failure<std::string>("\"a\xff\"") == "3 invalid_utf8");
    CHECK(failure<std::string>("\"\xc3x\"") == "3 invalid_utf8");
    CHECK(failure<std::string>("\"a\nb\"") == "3 control_character");
    CHECK(failure<std::string>(R"("\x41")") == "3 invalid_escape");
    CHECK(failure<std::string>(R"("\u00g1")") == "6 invalid_escape");
    CHECK(failure<std::string>(R"("\ud83dx")") == "8 lone_surrogate");
    CHECK(failure<std::string>(R"("\ud83d\n")") == "9 lone_surrogate");
    CHECK(failure<std::string>(R"("\ud83d\u0041")") == "13 lone_surrogate");
    CHECK(failure<std::string>(R"("\ude00")") == "7 lone_surrogate");
}

TEST_CASE("a number is whole at the byte after it, or at the end of the text") {
    json::partial<std::vector<int>> list;
    list.feed("[12");
    CHECK(list.value().empty());
    list.feed("3 ");
    CHECK(list.value() == std::vector<int>{123});
    json::partial<double> number;
    number.feed("1.5");
    CHECK(number.value() == 0);
    CHECK_FALSE(number.complete());
    REQUIRE(number.finish());
    CHECK(number.value() == 1.5);
    CHECK(number.complete());
}

TEST_CASE("numbers fail at their end, literals at their byte") {
    CHECK(failure<std::vector<int>>("[01]") == "4 invalid_number");
    CHECK(failure<std::vector<int>>("[1.5]") == "5 type_mismatch");
    CHECK(failure<std::vector<int>>("[99999999999]") == "13 number_out_of_range");
    CHECK(failure<std::vector<int>>("[1e999999999]") == "13 type_mismatch");
    CHECK(failure<std::vector<bool>>("[trux]") == "5 invalid_literal");
    CHECK(failure<bool>("truex") == "5 trailing_bytes");
    CHECK(failure<bool>("nul") == "1 type_mismatch");
    CHECK(failure<double>(std::string(1000, '9') + " ") == "1001 number_out_of_range");
}

TEST_CASE("names may have escapes and are compared unescaped") {
    support::partial_subject_of<std::vector<std::string>> texts;
    CHECK(support::every_cut(texts, R"(["\"","\\","\u0041\ud83d\ude00\/"])") == "");
    struct two {
        std::string name{};
        int count{};
        extra_members extra{};
    };
    support::partial_subject_of<two> s;
    CHECK(support::every_cut(s, R"({"n\u0061me":"x","c\u006fun":1,"count":2,"\"":[{}]})") == "");
    CHECK(failure<two>("{\"na\xff\":1}") == "6 invalid_utf8");
    CHECK(failure<two>("{\"n\n") == "4 control_character");
    CHECK(failure<two>(R"({"\q":1})") == "5 invalid_escape");
}

TEST_CASE("what is held back is checked when it is whole") {
    CHECK(failure<raw_json>("[tru,1") == "");
    CHECK(failure<raw_json>("[tru,1]") == "7 invalid_literal");
    CHECK(failure<raw_json>("[1,}") == "4 unexpected_byte");
    CHECK(failure<std::vector<raw_json>>(R"([{"a":tru}])") == "10 invalid_literal");
    json::partial<std::vector<raw_json>> view;
    view.feed(R"([{"a":[1,"]}"]},"x)");
    REQUIRE(view.value().size() == 1);
    CHECK(view.value()[0].text() == R"({"a":[1,"]}"]})");
}

}  // namespace partial_machine_tokens_tests
