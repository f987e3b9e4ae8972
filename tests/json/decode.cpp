#include <oaiwire/json/decode.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/everything.hpp>
#include <support/nearest.hpp>
#include <support/random.hpp>

namespace decode_tests {

using namespace oaiwire;
using support::color;
using support::everything;

namespace {

struct node {
    int value{};
    std::vector<node> children{};
};
struct settings {
    int retries = 3;
    std::string host = "localhost";
    std::vector<int> ports{80, 443};
    field<int> timeout{10};
    std::optional<int> limit{5};
};
struct knows_extra {
    int a{};
    extra_members extra{};
};
// Alternatives that represent two tags, and the case without a tag.
struct moves {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"walk", "run"};
    std::string type{};
    int speed{};
    extra_members extra{};
};
struct rests {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"rest", ""};
    field<std::string> type{};
    extra_members extra{};
};
using activity = std::variant<moves, rests, raw_json>;
struct trip {
    path_parameter place{};
    int days{};
    extra_members extra{};
};

everything read(std::string_view text) {
    auto r = json::read<everything>(text);
    INFO(text);
    INFO((r ? std::string() : to_string(r.error())));
    REQUIRE(r);
    return *r;
}

// "code path offset" of the error of strict reading.
template <class T = everything>
std::string refusal(std::string_view text, json::read_options options = {}) {
    const auto r = json::read<T>(text, options);
    if (r) return "read";
    const error& e = r.error();
    return std::string(name(e.code)) + " " + e.path + " " + std::to_string(e.offset);
}

}  // namespace

TEST_CASE("a user's struct can be read without registration") {
    const everything e = read(
        R"({"flag":true,"i8":-128,"u8":255,"i16":-32768,"u16":65535,"i32":-2147483648,"u32":4294967295,)"
        R"("i64":-9223372036854775808,"u64":18446744073709551615,"real":0.1,"wide":0.1,"text":"t","maybe":5,)"
        R"("numbers":[1,2,3],"bits":[true,false,true],"counts":{"b":2,"a":1},"series":{"z":[1.5],"y":[]},)"
        R"("names":["x",null],"tint":"dark-blue","open":"green","any":{"k":true},)"
        R"("shape":{"kind":"square","side":2,"more":[1]},"raw":{"x": 1},"three":null,)"
        R"("children":[{"i8":1},{"children":[{"text":"deep"}]}],"default":7,"self-harm":8})");
    CHECK(e.flag);
    CHECK(e.i8 == -128);
    CHECK(e.u8 == 255);
    CHECK(e.i64 == std::numeric_limits<std::int64_t>::min());
    CHECK(e.u64 == std::numeric_limits<std::uint64_t>::max());
    CHECK(e.real == 0.1f);
    CHECK(e.wide == 0.1);
    CHECK(e.maybe == 5);
    CHECK(e.numbers == std::vector<int>{1, 2, 3});
    CHECK(e.bits == std::vector<bool>{true, false, true});
    CHECK(e.counts == std::map<std::string, int>{{"a", 1}, {"b", 2}});
    CHECK(e.series == string_map<std::vector<double>>{{"z", {1.5}}, {"y", {}}});
    CHECK(e.names == std::vector<std::optional<std::string>>{"x", std::nullopt});
    CHECK(e.tint == color::dark_blue);
    CHECK(e.open == "green");
    CHECK(std::get<std::map<std::string, bool>>(e.any).at("k"));
    CHECK(std::get<support::square>(e.shape).side == 2);
    CHECK(std::get<support::square>(e.shape).extra.find("more") == "[1]");
    CHECK(e.raw.text() == "{\"x\": 1}");
    CHECK(e.three.is_null());
    CHECK(e.children.at(1).children.at(0).text == "deep");
    CHECK(e.default_ == 7);
    CHECK(e.self_harm == 8);
}

TEST_CASE("an alternative is selected by the kind of JSON value") {
    CHECK(std::get<bool>(read("{\"any\":true}").any));
    CHECK(std::get<std::int64_t>(read("{\"any\":-3}").any) == -3);
    CHECK(std::get<std::string>(read("{\"any\":\"x\"}").any) == "x");
    CHECK(std::get<std::vector<std::int64_t>>(read("{\"any\":[ 1,2]}").any).size() == 2);
    CHECK(std::get<std::vector<std::string>>(read("{\"any\":[\"a\"]}").any).size() == 1);
    CHECK(std::get<std::vector<std::int64_t>>(read("{\"any\":[ ]}").any).empty());
    CHECK(read("{\"any\":{}}").any.index() == 5);
    CHECK(refusal("{\"any\":null}") == "type_mismatch any 7");
    CHECK(refusal("{\"any\":[{}]}") == "type_mismatch any 7");
    CHECK(refusal("{\"any\":[1,\"a\"]}") == "type_mismatch any[1] 10");
    CHECK(refusal("{\"any\":{\"a\":1}}") == "type_mismatch any.a 12");
}

TEST_CASE("an alternative is selected by its tag, at any position and in any spelling") {
    for (const std::string_view text :
         {R"({"kind":"circle","radius":2})", R"({"radius":2,"kind":"circle"})",
          R"({ "radius" : 2 , "k\u0069nd" : "c\u0069rcle" })",
          R"({"kind":"square","radius":2,"kind":"circle"})",
          R"({"kind":"circle","radius":2,"unknown":{"kind":"square"}})"}) {
        const everything e = read("{\"shape\":" + std::string(text) + "}");
        INFO(text);
        REQUIRE(std::holds_alternative<support::circle>(e.shape));
        CHECK(std::get<support::circle>(e.shape).radius == 2);
    }
    // the tag is not among the unknown members
    const everything e = read(R"({"shape":{"x":1,"k\u0069nd":"square","kind":"square"}})");
    CHECK(std::get<support::square>(e.shape).extra.text() == "\"x\":1");
    for (const std::string_view text :
         {R"({})", R"({"kind":"triangle"})", R"({"kind":null})", R"({"kind":["circle"]})", R"([])",
          R"("circle")", R"(null)", R"({"kind":circle})", R"({"kind":"Circle"})"}) {
        INFO(text);
        CHECK_FALSE(json::read<everything>("{\"shape\":" + std::string(text) + "}"));
    }
}

TEST_CASE("a value with an unknown tag is kept as raw JSON if there is such an alternative") {
    using outcome = ChatCompletionModerationOutcome;
    const auto r = json::read<outcome>(R"( {"type":"new","x":[1]} )");
    REQUIRE(r);
    CHECK(std::get<raw_json>(*r).text() == R"({"type":"new","x":[1]})");
    CHECK(std::holds_alternative<raw_json>(*json::read<outcome>("[1]")));
    CHECK(std::holds_alternative<raw_json>(*json::read<outcome>("{}")));
    CHECK(std::holds_alternative<ChatCompletionModerationError>(
        *json::read<outcome>(R"({"type":"error"})")));
}

TEST_CASE("an alternative may represent several tags, which it stores, or none") {
    for (const char* text : {R"({"type":"walk","speed":3})", R"({"speed":9,"type":"\u0072un"})"}) {
        const auto r = json::read<activity>(text);
        REQUIRE(r);
        REQUIRE(r->index() == 0);
        CHECK(std::get<moves>(*r).extra.empty());
        CHECK(std::get<moves>(*r).type.size() == (std::get<moves>(*r).speed == 3 ? 4 : 3));
    }
    CHECK(json::read<activity>(R"({"type":"rest"})")->index() == 1);
    CHECK(json::read<activity>(R"({"type":""})")->index() == 1);
    CHECK(json::read<activity>(R"({"x":1})")->index() == 1);
    CHECK(std::get<rests>(*json::read<activity>(R"({"x":1})")).type.is_absent());
    for (const char* text : {R"({"type":"fly"})", R"({"type":null})", R"({"type":3})", "3"}) {
        INFO(text);
        const auto r = json::read<activity>(text);
        REQUIRE(r);
        REQUIRE(r->index() == 2);
        CHECK(std::get<raw_json>(*r).text() == text);
    }
}

TEST_CASE("a path parameter is not a member") {
    trip value{.place = "Bern"};
    REQUIRE(json::read_into(R"({"place":"Rome","days":3})", value));
    CHECK(value.place.text() == "Bern");
    CHECK(value.days == 3);
    CHECK(value.extra.text() == R"("place":"Rome")");
}

TEST_CASE("a file is read from text") {
    FileContent file{.filename = "left over", .source = nullptr};
    REQUIRE(json::read_into(R"("a\u00e9")", file));
    CHECK(file == FileContent{.data = "a\u00e9"});
    CHECK(refusal<FileContent>("3") == "type_mismatch  0");
    CHECK(json::read<FileContent>("3", json::tolerant)->data == "3");
}

TEST_CASE("a vector is read from numbers or base64, and other values are kept") {
    const auto form = [](std::string_view text, json::read_mode mode = json::strict) {
        auto r = json::read<EmbeddingVector>(text, mode);
        INFO(text);
        REQUIRE(r);
        return r.value();
    };
    CHECK(form("[0.5,-1,2e0]").values == std::vector<float>{0.5f, -1, 2});
    CHECK(form("[ ]").form == embedding_form::floats);
    CHECK(form(R"("AAAAPwAAgL8=")") ==
          EmbeddingVector{.values = {0.5f, -1}, .form = embedding_form::base64});
    // read, and written in the same form
    for (const char* text : {R"("AAAAPwAAgL8")", R"("AAAAPwAAgL8\u003d")"}) {
        CHECK(form(text).values == std::vector<float>{0.5f, -1});
        CHECK(form(text).other.text() == text);
    }
    for (const char* text : {R"("not base64")", R"("AAA=")", R"({"float":[1.5]})", R"(["[0.5]"])",
                             "[[1]]", "true", "7"}) {
        CHECK(form(text).form == embedding_form::other);
        CHECK(form(text).other.text() == text);
        CHECK(form(text).values.empty());
    }
    CHECK(refusal<EmbeddingVector>("[1,true]") == "type_mismatch [1] 3");
    CHECK(form("[1,null]", json::tolerant).values == std::vector<float>{1, 0});
}

// The floats of a list, or the error, read from a block of exactly that size.
std::string floats_of(std::string_view text, std::vector<float>& out) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    out = {9, 9, 9};
    const auto done = json::read_into(std::string_view(copy.get(), text.size()), out);
    if (done) return "";
    return std::string(name(done.error().code)) + " " + std::to_string(done.error().offset);
}

TEST_CASE("floats in a list are those that they are alone, in any spacing, wherever it ends") {
    support::random random(20);
    constexpr std::string_view spaces[] = {"",
                                           " ",
                                           "\n        ",
                                           "\r\n\t",
                                           "\n              ",
                                           "                                              "};
    constexpr std::string_view others[] = {"0",
                                           "-0",
                                           "-0.0",
                                           "17",
                                           "1e-5",
                                           "1234.5",
                                           "-0.5e+3",
                                           "0.1E2",
                                           "33.25",
                                           "123456789",
                                           "1e-30",
                                           "0.5",
                                           "-1.5",
                                           "-99.75",
                                           "10.0",
                                           "16777217",
                                           "0.10000000149011612"};
    const auto number = [&] {
        if (random.one_in(12)) return std::string(others[random.below(std::size(others))]);
        std::string out = random.one_in(2) ? "-" : "";
        out += random.one_in(4) ? std::to_string(random.below(120)) : "0";
        out += '.' + std::string(random.below(4), '0');
        for (std::size_t n = 1 + random.below(random.one_in(30) ? 70 : 19); n != 0; --n) {
            out += static_cast<char>('0' + random.below(10));
        }
        return out;
    };
    std::string wrong;
    for (int i = 0; i != 4000 && wrong.empty(); ++i) {
        std::string_view space = spaces[random.below(std::size(spaces))];
        std::string text = "[";
        std::vector<float> expected;
        for (std::size_t n = random.below(20); n != 0; --n) {
            if (random.one_in(10)) space = spaces[random.below(std::size(spaces))];
            const std::string token = number();
            text.append(space).append(token);
            if (random.one_in(20)) text.append(spaces[random.below(std::size(spaces))]);
            if (n != 1) text += ',';
            expected.push_back(support::nearest<float>(token));
        }
        text += ']';
        text.append(random.below(130), ' ');
        std::vector<float> found;
        if (!floats_of(text, found).empty() || found != expected) wrong = text;
    }
    CHECK(wrong == "");
}

TEST_CASE("a list of floats is refused where a list of doubles is") {
    support::random random(21);
    constexpr std::string_view bytes = "0123456789.,,-+eE[]{}\"n \n\tx";
    std::string wrong;
    long refused = 0;
    for (int i = 0; i != 20'000 && wrong.empty(); ++i) {
        const std::string_view space = random.one_in(2) ? "" : random.one_in(2) ? " " : "\n      ";
        std::string text = "[";
        for (std::size_t n = 1 + random.below(9); n != 0; --n) {
            text.append(space).append(random.one_in(2) ? "-" : "").append("0.0");
            text += std::to_string(1 + random.below(1'000'000'000'000)) + (n == 1 ? "]" : ",");
        }
        // 80 bytes are behind, else the last numbers take another way
        text.append(random.one_in(4) ? 0 : 120, ' ');
        text[1 + random.below(text.size() - 1)] = bytes[random.below(bytes.size())];
        if (random.one_in(4)) text.resize(random.below(text.size()));
        std::vector<float> found;
        const std::string error = floats_of(text, found);
        const auto wide = json::read<std::vector<double>>(text);
        const std::string due =
            wide ? ""
                 : std::string(name(wide.error().code)) + " " + std::to_string(wide.error().offset);
        if (error.substr(0, 19) == "number_out_of_range") continue;  // for a float earlier
        if (error != due || (wide && found.size() != wide->size())) wrong = text;
        refused += wide ? 0 : 1;
    }
    CHECK(wrong == "");
    CHECK(refused > 5000);
}

TEST_CASE("members that the JSON lacks keep the struct's initial values") {
    const settings defaults = *json::read<settings>("{}");
    CHECK(defaults.retries == 3);
    CHECK(defaults.host == "localhost");
    CHECK(defaults.ports == std::vector<int>{80, 443});
    // fields and optionals show that the member was absent
    CHECK(defaults.timeout.is_absent());
    CHECK_FALSE(defaults.limit.has_value());
    settings used{.retries = 9, .host = "x", .ports = {1}, .timeout = 1, .limit = 2};
    REQUIRE(json::read_into(R"({"host":"y"})", used));
    CHECK(used.retries == 3);
    CHECK(used.host == "y");
    CHECK(used.ports == std::vector<int>{80, 443});
    CHECK(used.timeout.is_absent());
    CHECK_FALSE(used.limit.has_value());
    const settings given =
        *json::read<settings>(R"({"retries":0,"host":"","ports":[],"timeout":null,"limit":null})");
    CHECK(given.retries == 0);
    CHECK(given.host == "");
    CHECK(given.ports.empty());
    CHECK(given.timeout.is_null());
    CHECK_FALSE(given.limit.has_value());
}

TEST_CASE("unknown members are kept in order and verbatim, without the known ones") {
    const auto r = json::read<knows_extra>(
        R"({ "z" : [ 1 , 2 ] , "a":1, "\u0078\n" :{"q" : null},"extra":5,"z":"twice" })");
    REQUIRE(r);
    CHECK(r->a == 1);
    CHECK(r->extra.text() == R"("z":[ 1 , 2 ],"\u0078\n":{"q" : null},"extra":5,"z":"twice")");
    CHECK(r->extra.find("x\n") == R"({"q" : null})");
    CHECK(r->extra.find("extra") == "5");
    // after the last known member, an unknown one is looked up first
    CHECK(json::read<knows_extra>(R"({"a":1,"extra":[2]})")->extra.text() == R"("extra":[2])");
    CHECK(json::read<knows_extra>(R"({"extra":{},"a":1})")->extra.text() == R"("extra":{})");
    // a type without extra_members validates and drops them
    CHECK(json::read<settings>(R"({"unknown":[{}],"retries":1})")->retries == 1);
}

TEST_CASE("the last of duplicate members replaces the earlier ones completely") {
    const everything e = read(
        R"({"text":"a","i8":1,"numbers":[1,2,3],"counts":{"x":1,"y":2,"x":3},"text":"b",)"
        R"("numbers":[4],"t\u0065xt":"c","series":{"s":[1,2],"t":[],"s":[3]},"three":1,"three":null,)"
        R"("shape":{"kind":"square","side":3,"z":1},"shape":{"kind":"square"},"any":[1],"any":"s"})");
    CHECK(e.text == "c");
    CHECK(e.numbers == std::vector<int>{4});
    CHECK(e.counts == std::map<std::string, int>{{"x", 3}, {"y", 2}});
    CHECK(e.series == string_map<std::vector<double>>{{"t", {}}, {"s", {3}}});
    CHECK(e.three.is_null());
    CHECK(std::get<support::square>(e.shape) == support::square{});
    CHECK(std::get<std::string>(e.any) == "s");
}

TEST_CASE("names are compared unescaped") {
    CHECK(read(R"({"\u0074ext":"x"})").text == "x");
    CHECK(read(R"({"self\u002dharm":4})").self_harm == 4);
    CHECK(json::read<ChatCompletionChunk>(R"({"\u0069d":"x"})")->id == "x");
    CHECK(json::read<ChatCompletionChunk>(R"({"\u0069d":"x"})")->extra.empty());
    CHECK(json::read<ChatCompletionChunk>(R"({"\\u0069d":"x"})")->id.is_absent());
}

TEST_CASE("errors have path and offset") {
    using chunk = ChatCompletionChunk;
    CHECK(refusal<chunk>(R"({"choices":[{"delta":{"content":5}}]})") ==
          "type_mismatch choices[0].delta.content 32");
    CHECK(refusal<chunk>(R"({"choices":[{},{"index":"x"}]})") ==
          "type_mismatch choices[1].index 24");
    CHECK(refusal<chunk>(R"({"choices":[{},5]})") == "type_mismatch choices[1] 15");
    CHECK(refusal<chunk>(R"({"choices":{}})") == "type_mismatch choices 11");
    CHECK(refusal<chunk>(R"([])") == "type_mismatch  0");
    CHECK(refusal<chunk>(R"(  "x")") == "type_mismatch  2");
    CHECK(refusal<chunk>(
              R"({"choices":[{"delta":{"tool_calls":[{"function":{"arguments":{}}}]}}]})") ==
          "type_mismatch choices[0].delta.tool_calls[0].function.arguments 61");
    CHECK(
        refusal<chunk>(
            R"({"moderation":{"input":{"type":"moderation_results","results":[{"categories":{"a b":1}}]}}})") ==
        R"(type_mismatch moderation.input.results[0].categories["a b"] 84)");
    CHECK(refusal<chunk>(R"({"choices":[{"delta":{"content":[{"type":"text","text":1}]}}]})") ==
          "type_mismatch choices[0].delta.content[0].text 55");
    const auto r = json::read<chunk>(R"({"created":"soon"})");
    CHECK(to_string(r.error()) == "type_mismatch at created (byte 11): an integer was due");
}

TEST_CASE("a syntax error is reported before a type error, even if it comes later") {
    CHECK(refusal(R"({"text":5,"x":tru})") == "invalid_literal x 17");
    CHECK(refusal(R"({"text":5,)") == "unexpected_end  10");
    CHECK(refusal(R"({"i8":999,"i8":01})") == "invalid_number i8 16");
}

TEST_CASE("skipped values may be nested up to the depth limit, at any position") {
    const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    CHECK(json::read<knows_extra>("{\"x\":" + nested(64) + "}"));
    CHECK(refusal<knows_extra>("{\"x\":" + nested(65) + "}").substr(0, 11) == "too_deep x[");
    CHECK(json::read<knows_extra>("{\"x\":" + nested(65) + "}").error().offset == 5 + 64);
    CHECK(json::read<raw_json>(nested(64)));
    CHECK_FALSE(json::read<raw_json>(nested(65)));
    json::read_options deeper;
    deeper.depth = 100;
    CHECK(json::read<raw_json>(nested(100), deeper));
    CHECK(json::read<raw_json>(nested(101), deeper).error().code == errc::too_deep);
    CHECK(refusal<ChatCompletionChunk>("{\"choices\":[{\"x\":" + nested(64) + "}]}") == "read");
    CHECK(
        refusal<ChatCompletionChunk>(
            "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"?\",\"x\":" + nested(64) + "}]}}]}")
            .substr(0, 8) == "too_deep");
}

TEST_CASE("recursive types may be nested up to the depth limit") {
    const auto nested = [](std::size_t n) {
        std::string text = "{\"value\":1}";
        for (std::size_t i = 0; i != n; ++i) text = "{\"children\":[" + text + "]}";
        return text;
    };
    // each level is an object and an array
    CHECK(json::read<node>(nested(31)));
    const auto r = json::read<node>(nested(32));
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::too_deep);
    CHECK(r.error().offset == 32 * 13);
    CHECK(json::read<node>(nested(30))->children[0].children[0].children.size() == 1);
}

TEST_CASE("tolerant reading accepts null for absent and any value for text") {
    const auto r = json::read<everything>(
        R"({"flag":null,"i8":null,"text":null,"numbers":null,"counts":null,"series":null,"tint":null,)"
        R"("open":null,"any":null,"shape":null,"children":[null],"wide":null,"raw":null})",
        json::tolerant);
    REQUIRE(r);
    CHECK(*r == everything{});
    CHECK(json::read<everything>(R"({"text":{"a" : [1, 2]}})", json::tolerant)->text ==
          R"({"a":[1,2]})");
    CHECK(json::read<everything>(R"({"text":12.50})", json::tolerant)->text == "12.50");
    for (const std::string_view member :
         {"flag", "i8", "text", "numbers", "counts", "any", "shape"}) {
        const std::string text = "{\"" + std::string(member) + "\":null}";
        CHECK(refusal(text).substr(0, 13) == "type_mismatch");
    }
}

TEST_CASE("required members that are absent or null are reported") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    using kind = json::read_note::kind;
    REQUIRE(json::read<ChatCompletionChunk>(R"({"id":"x"})", options));
    CHECK(report.notes == std::vector<json::read_note>{{kind::absent, "choices"}});
    report.clear();
    REQUIRE(json::read<ChatCompletionChunk>(R"({"choices":null})", options));
    CHECK(report.notes == std::vector<json::read_note>{{kind::nil, "choices"}});
    report.clear();
    REQUIRE(json::read<ChatCompletionChunk>(R"({"choices":[]})", options));
    CHECK(report.notes.empty());
    CHECK(refusal<ChatCompletionChunk>(R"({"choices":null})") == "type_mismatch choices 11");
    // also in strict mode, with the path of the object
    json::read_options strict;
    strict.report = &report;
    REQUIRE(json::read<ChatCompletionChunk>(R"({})", strict));
    CHECK(report.has(kind::absent, "choices"));
    report.clear();
    REQUIRE(json::read<ChatCompletionChunk>(
        R"({"choices":[],"moderation":{"input":{"type":"moderation_results"}}})", strict));
    CHECK(report.notes == std::vector<json::read_note>{{kind::absent, "moderation.input.results"}});
}

TEST_CASE("tolerant reading replaces or keeps lone surrogates and reports them") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    CHECK(json::read<everything>(R"({"text":"a\ud83db"})", options)->text ==
          "a\xef\xbf\xbd"
          "b");
    CHECK(report.lone_surrogate);
    report.clear();
    options.lone_surrogates = json::surrogates::keep;
    CHECK(json::read<everything>(R"({"text":"\ud83d"})", options)->text == "\xed\xa0\xbd");
    CHECK(report.lone_surrogate);
    report.clear();
    CHECK(json::read<everything>(R"({"text":"\ud83d\ude00"})", options)->text ==
          "\xf0\x9f\x98\x80");
    CHECK_FALSE(report.lone_surrogate);
}

}  // namespace decode_tests
