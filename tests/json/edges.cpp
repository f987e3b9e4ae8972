// Texts that end early or hold values of the wrong type, at each position where a value reader
// checks.
#include <oaiwire/json/decode.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace edges_tests {

using namespace oaiwire;

namespace edges {

enum class color { unknown, red, green };
constexpr std::array<std::string_view, 2> enumerator_names(color) {
    return {"red", "green"};
}

struct pair {
    int first{};
    int second{};
};

struct keeper {
    field<int> a{};
    field<int> b{};
    extra_members extra{};
};

struct holder {
    field<color> tint{};
    field<std::vector<int>> a{};
    field<std::map<std::string, int>> ab{};
};

using texts = std::map<std::string, std::string>;
using nested = std::map<std::string, texts>;

}  // namespace edges

namespace {

template <class T>
std::string refusal(std::string_view text, const json::read_options& options = {}) {
    const auto r = json::read<T>(text, options);
    if (r) return "read";
    return std::string(name(r.error().code)) + " " + std::to_string(r.error().offset);
}

// "" if every proper prefix of a valid text is rejected as unexpected_end.
template <class T>
std::string cut(std::string_view text) {
    if (!json::read<T>(text)) return "refused as it is";
    for (std::size_t size = 0; size != text.size(); ++size) {
        const std::string expected = "unexpected_end " + std::to_string(size);
        if (const auto found = refusal<T>(text.substr(0, size)); found != expected) {
            return std::string(text.substr(0, size)) + ": " + found;
        }
    }
    return "";
}

}  // namespace

TEST_CASE("a text that ends early is rejected at its end, in every kind of value") {
    CHECK(cut<edges::texts>(R"({ "a" : "b" , "c" : "d" })") == "");
    CHECK(cut<edges::nested>(R"({"a":{"b":"c"},"d":{}})") == "");
    CHECK(cut<std::vector<std::vector<int>>>("[[1,2],[3],[]]") == "");
    CHECK(cut<std::vector<std::string>>(R"(["a\u00e9" , "b"])") == "");
    CHECK(cut<std::vector<edges::holder>>(R"([{"tint":"red","a":[1,2]},{"ab":{"x":1}}])") == "");
    CHECK(cut<EmbeddingVector>("[1.5,2]") == "");
    CHECK(cut<bool>("true") == "");
    CHECK(cut<bool>("false") == "");
    CHECK(cut<std::optional<int>>("null") == "");
    CHECK(cut<EmbeddingVector>(R"("AACAPw==")") == "");
    CHECK(cut<EmbeddingVector>(R"({"a":[1]})") == "");
    CHECK(cut<std::variant<bool, std::string, std::vector<std::string>>>(R"(["a","b"])") == "");
}

TEST_CASE("an unexpected byte instead of a member or a colon is rejected") {
    CHECK(refusal<edges::texts>(R"({,})") == "unexpected_byte 1");
    CHECK(refusal<edges::texts>(R"({"a" "b"})") == "unexpected_byte 5");
    CHECK(refusal<edges::texts>(R"({"a":"b" "c":"d"})") == "unexpected_byte 9");
    CHECK(refusal<edges::texts>(R"({"a":"b",})") == "unexpected_byte 9");
    CHECK(refusal<edges::texts>(R"({"a":"b",1:"c"})") == "unexpected_byte 9");
    CHECK(refusal<edges::texts>(R"({"a":"b"])") == "unexpected_byte 8");
    CHECK(refusal<edges::texts>(R"([])") == "type_mismatch 0");
    // everything but that byte is complete
    CHECK(refusal<edges::texts>(R"({"a":"b"x"c":"d"})") == "unexpected_byte 8");
    CHECK(refusal<edges::texts>(R"({x":"c"})") == "unexpected_byte 1");
    CHECK(refusal<edges::texts>(R"({"a"x"b"})") == "unexpected_byte 4");
    CHECK(refusal<edges::holder>(R"({"a":[1]x"ab":{}})") == "unexpected_byte 8");
    CHECK(refusal<edges::holder>(R"({x":[1]})") == "unexpected_byte 1");
    CHECK(refusal<edges::holder>(R"({"a":[1],x":{}})") == "unexpected_byte 9");
    CHECK(refusal<edges::holder>(R"({"a"x[1]})") == "unexpected_byte 4");
    CHECK(refusal<edges::holder>(R"({"other"x[1]})") == "unexpected_byte 8");
    CHECK(refusal<std::vector<int>>("[1x2]") == "unexpected_byte 2");
    CHECK(refusal<std::vector<std::string>>(R"(["a"x"b"])") == "unexpected_byte 4");
    CHECK(refusal<std::vector<bool>>("[true x false]") == "unexpected_byte 6");
    CHECK(refusal<std::vector<edges::holder>>("[{}x{}]") == "unexpected_byte 3");
}

TEST_CASE("maps and lists count towards the nesting depth") {
    json::read_options shallow;
    shallow.depth = 1;
    CHECK(refusal<edges::texts>(R"({"a":"b"})", shallow) == "read");
    CHECK(refusal<edges::nested>(R"({"a":{}})", shallow) == "too_deep 5");
    CHECK(refusal<std::vector<std::vector<int>>>("[[]]", shallow) == "too_deep 1");
    // errors behind that position are not searched for
    CHECK(refusal<std::vector<std::vector<int>>>("[[x", shallow) == "too_deep 1");
    shallow.depth = 2;
    CHECK(refusal<edges::nested>(R"({"a":{"b":"c"}})", shallow) == "read");
    CHECK(refusal<std::vector<std::vector<int>>>("[[1],[2]]", shallow) == "read");
}

TEST_CASE("a closed level no longer counts") {
    json::read_options shallow;
    shallow.depth = 2;
    std::string maps = "[{}";
    std::string lists = "[[]";
    std::string objects = R"([{"a":[]})";
    for (int i = 0; i != 20; ++i) {
        maps += R"(,{"a":"b"})";
        lists += ",[1]";
        objects += R"(,{"tint":null,"z":0})";
    }
    CHECK(refusal<std::vector<edges::texts>>(maps + "]", shallow) == "read");
    CHECK(refusal<std::vector<std::vector<int>>>(lists + "]", shallow) == "read");
    shallow.depth = 3;
    CHECK(refusal<std::vector<edges::holder>>(objects + "]", shallow) == "read");
}

TEST_CASE(
    "null selects an alternative that accepts it, otherwise keeps the first, and is reported") {
    using with_raw = std::variant<bool, raw_json>;
    const auto raw = json::read<with_raw>("null", json::tolerant);
    REQUIRE(raw);
    CHECK(raw->index() == 1);
    using without = std::variant<bool, std::string>;
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const auto first = json::read<without>("null", options);
    REQUIRE(first);
    CHECK(first->index() == 0);
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes[0].what == json::read_note::kind::nil);
}

TEST_CASE("text accepts short values that no other alternative accepts") {
    const auto text = json::read<std::variant<bool, std::string>>("7", json::tolerant);
    REQUIRE(text);
    REQUIRE(text->index() == 1);
    CHECK(std::get<1>(*text) == "7");
}

TEST_CASE(
    "a vector may start with null in tolerant mode, and is kept as other JSON in strict mode") {
    const auto tolerant = json::read<EmbeddingVector>("[null,1]", json::tolerant);
    REQUIRE(tolerant);
    CHECK(tolerant->form == embedding_form::floats);
    CHECK(tolerant->values.size() == 2);
    const auto strict = json::read<EmbeddingVector>("[null,1]");
    REQUIRE(strict);
    CHECK(strict->form == embedding_form::other);
    CHECK(strict->other.text() == "[null,1]");
}

TEST_CASE("a list that no alternative accepts is rejected") {
    using any = std::variant<bool, std::string>;
    CHECK(refusal<any>("[1]", json::tolerant) == "type_mismatch 0");
    CHECK(refusal<any>("{}", json::tolerant) == "type_mismatch 0");
}

TEST_CASE("dropping a value in tolerant mode removes the notes from inside it, and no others") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const auto read = [&](std::string_view text) {
        report = {};
        const auto r = json::read<edges::holder>(text, options);
        REQUIRE(r);
        std::string told;
        for (const auto& note : report.notes) told += note.path + ' ';
        return told;
    };
    CHECK(read(R"({"tint":"blue"})") == "tint ");
    CHECK(read(R"({"ab":{"x":"1","y":[]},"a":[1]})") == "ab ");
    CHECK(read(R"({"ab":{"x":"1"},"a":["2",{}]})") == "ab.x a ");
    options.report = nullptr;
    CHECK(read(R"({"tint":"blue"})") == "");
}

TEST_CASE(
    "a value that did not fit is kept until a duplicate member with a fitting one replaces it") {
    const auto kept = [](std::string_view text) {
        const auto r = json::read<edges::keeper>(text, json::tolerant);
        return r ? std::string(r->extra.text()) : "refused";
    };
    CHECK(kept(R"({"a":[],"b":{}})") == R"("a":[],"b":{})");
    CHECK(kept(R"({"a":[],"a":1})") == "");
    CHECK(kept(R"({"b":[],"b":1})") == "");
    CHECK(kept(R"({"a":[],"b":{},"a":1})") == R"("b":{})");
    CHECK(kept(R"({"a":[],"b":{},"b":1})") == R"("a":[])");
    CHECK(kept(R"({"a":[],"b":{},"b":1,"a":1})") == "");
    CHECK(kept(R"({"a":[],"a":{}})") == R"("a":{})");
}

TEST_CASE("each absent required member is reported, also the first") {
    const auto missed = [](std::string_view text) {
        json::read_report report;
        json::read_options options = json::tolerant;
        options.report = &report;
        REQUIRE(json::read<edges::pair>(text, options));
        std::string told;
        for (const auto& note : report.notes) told += note.path + ' ';
        return told;
    };
    CHECK(missed(R"({"first":1,"second":2})") == "");
    CHECK(missed(R"({"second":2})") == "first ");
    CHECK(missed(R"({"first":1})") == "second ");
    CHECK(missed("{}") == "first second ");
}

TEST_CASE("an integer with an exponent of any length is read exactly") {
    CHECK(json::read<int>("0e99999999999999999999", json::tolerant).value() == 0);
    CHECK(json::read<int>("7e-99999999999999999999", json::tolerant).value() == 0);
    CHECK(refusal<int>("7e99999999999999999999", json::tolerant) == "number_out_of_range 0");
}

}  // namespace edges_tests
