// The table in json::read_mode, row by row: the result of tolerant reading and the error of strict
// reading.
#include <oaiwire/json/options.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/json_texts.hpp>

namespace tolerant_tests {

using namespace oaiwire;
using kind = json::read_note::kind;
using notes = std::vector<json::read_note>;

namespace {

result<ChatCompletionChunk> read(std::string_view text, json::read_mode mode,
                                 json::read_report* report = nullptr) {
    json::read_options options = mode;
    options.report = report;
    return json::read<ChatCompletionChunk>(text, options);
}

// "code path offset"
std::string refusal(std::string_view text, json::read_mode mode = json::strict) {
    const auto r = read(text, mode);
    if (r) return "read";
    const error& e = r.error();
    return std::string(name(e.code)) + " " + e.path + " " + std::to_string(e.offset);
}

struct row {
    std::string found{};
    std::string becomes{};  // JSON that reads strictly to the same value
    std::string strict{};
    notes told{};
    bool repaired = false;
};

// Removes the values that no member could hold.
ChatCompletionChunk without_kept(ChatCompletionChunk chunk) {
    for (const std::string_view name : {"created", "id"}) chunk.extra.erase(name);
    for (auto& c : chunk.choices) {
        for (const std::string_view name : {"delta", "index"}) c.extra.erase(name);
        if (c.logprobs) c.logprobs->extra.erase("content");
    }
    return chunk;
}

void check(const row& r) {
    INFO(r.found);
    json::read_report report;
    const auto tolerant = read(r.found, json::tolerant, &report);
    INFO((tolerant ? std::string() : to_string(tolerant.error())));
    REQUIRE(tolerant);
    const auto same = read(r.becomes, json::strict);
    REQUIRE(same);
    CHECK(without_kept(*tolerant) == *same);
    CHECK(report.notes == r.told);
    CHECK_FALSE(report.lone_surrogate);
    CHECK(report.repaired == r.repaired);
    CHECK(refusal(r.found) == r.strict);
}

// Wraps members into a chunk, a choice, its delta, a token's logprobs.
std::string chunk(std::string_view members) {
    return "{\"choices\":[]," + std::string(members) + "}";
}
std::string choice(std::string_view members) {
    return "{\"choices\":[{" + std::string(members) + "}]}";
}
std::string delta(std::string_view members) {
    return choice("\"delta\":{" + std::string(members) + "}");
}
std::string token(std::string_view members) {
    return choice("\"logprobs\":{\"content\":[{" + std::string(members) + "}]}");
}
constexpr std::string_view at_token = "choices[0].logprobs.content[0].";

notes one(kind what, std::string_view path) {
    return {{what, std::string(path)}};
}
notes converted(std::string_view path) {
    return one(kind::converted, path);
}

}  // namespace

TEST_CASE("null instead of a plain member or element is its empty value") {
    check({R"({"choices":null})", R"({"choices":[]})", "type_mismatch choices 11",
           one(kind::nil, "choices")});
    check({"null", R"({})", "type_mismatch  0", one(kind::nil, "")});
    check({token(R"("bytes":[1,null])"), token(R"("bytes":[1,0])"),
           "type_mismatch choices[0].logprobs.content[0].bytes[1] 48",
           one(kind::nil, std::string(at_token) + "bytes[1]")});
}

TEST_CASE("null among the objects of a list is skipped") {
    check({R"({"choices":[null,{"index":1},null]})",
           R"({"choices":[{"index":1}]})",
           "type_mismatch choices[0] 12",
           {{kind::nil, "choices[0]"}, {kind::nil, "choices[2]"}}});
    check({delta(R"("tool_calls":[null])"), delta(R"("tool_calls":[])"),
           "type_mismatch choices[0].delta.tool_calls[0] 36",
           one(kind::nil, "choices[0].delta.tool_calls[0]")});
}

TEST_CASE("a number in quotes is the number") {
    check({chunk(R"("created":"17")"), chunk(R"("created":17)"), "type_mismatch created 24",
           converted("created")});
    check({chunk(R"("created":"-17.9")"), chunk(R"("created":-17)"), "type_mismatch created 24",
           converted("created")});
    check({choice(R"("index":"2")"), choice(R"("index":2)"), "type_mismatch choices[0].index 21",
           converted("choices[0].index")});
    check({token(R"("logprob":"-0.5")"), token(R"("logprob":-0.5)"),
           "type_mismatch choices[0].logprobs.content[0].logprob 47",
           converted(std::string(at_token) + "logprob")});
}

TEST_CASE("a number with a fraction or exponent instead of an integer is truncated") {
    const std::pair<std::string_view, std::string_view> numbers[] = {
        {"17.0", "17"},
        {"17.9", "17"},
        {"-17.9", "-17"},
        {"0.4", "0"},
        {"-0.4", "0"},
        {"1.7e3", "1700"},
        {"1700e-2", "17"},
        {"1e-400", "0"},
        {"-0.0e9", "0"},
        {"12.345e1", "123"},
        {"9223372036854775807.9", "9223372036854775807"},
    };
    for (const auto& [found, becomes] : numbers) {
        check({chunk("\"created\":" + std::string(found)),
               chunk("\"created\":" + std::string(becomes)), "type_mismatch created 24",
               converted("created")});
    }
}

TEST_CASE("another value instead of text is its JSON text") {
    check(
        {chunk(R"("id":12.50)"), chunk(R"("id":"12.50")"), "type_mismatch id 19", converted("id")});
    check(
        {chunk(R"("id":false)"), chunk(R"("id":"false")"), "type_mismatch id 19", converted("id")});
    check({chunk(R"("id":{ "a b" : [1, "\" "] })"), chunk(R"("id":"{\"a b\":[1,\"\\\" \"]}")"),
           "type_mismatch id 19", converted("id")});
    check({delta(R"("tool_calls":[{"function":{"arguments":{ }}}])"),
           delta(R"("tool_calls":[{"function":{"arguments":"{}"}}])"),
           "type_mismatch choices[0].delta.tool_calls[0].function.arguments 61",
           converted("choices[0].delta.tool_calls[0].function.arguments")});
    check({delta(R"("content":5)"), delta(R"("content":"5")"),
           "type_mismatch choices[0].delta.content 32", converted("choices[0].delta.content")});
    check({choice(R"("finish_reason":0)"), choice(R"("finish_reason":"0")"),
           "type_mismatch choices[0].finish_reason 29", converted("choices[0].finish_reason")});
}

TEST_CASE("a single element instead of a list is a list of it") {
    check({R"({"choices":{"index":3}})", R"({"choices":[{"index":3}]})", "type_mismatch choices 11",
           converted("choices")});
    check({token(R"("bytes":97)"), token(R"("bytes":[97])"),
           "type_mismatch choices[0].logprobs.content[0].bytes 45",
           converted(std::string(at_token) + "bytes")});
    check({delta(R"("content":{"type":"text","text":"a"})"),
           delta(R"("content":[{"type":"text","text":"a"}])"),
           "type_mismatch choices[0].delta.content 32", converted("choices[0].delta.content")});
    check({delta(R"("tool_calls":{"index":1})"), delta(R"("tool_calls":[{"index":1}])"),
           "type_mismatch choices[0].delta.tool_calls 35",
           converted("choices[0].delta.tool_calls")});
}

TEST_CASE("a plain list instead of Logprobs is its token_logprobs") {
    check({choice(R"("logprobs":[-0.5,null])"),
           choice(R"("logprobs":{"token_logprobs":[-0.5,null]})"),
           "type_mismatch choices[0].logprobs 24", converted("choices[0].logprobs")});
}

TEST_CASE("a value that an optional member cannot hold is dropped") {
    check({chunk(R"("created":"soon")"), R"({"choices":[]})", "type_mismatch created 24",
           one(kind::dropped, "created")});
    check({chunk(R"("created":9223372036854775808)"), R"({"choices":[]})",
           "number_out_of_range created 24", one(kind::dropped, "created")});
    check({choice(R"("delta":[true,{}])"), choice(""), "type_mismatch choices[0].delta 21",
           one(kind::dropped, "choices[0].delta")});
    check({choice(R"("index":{"n":[1]},"finish_reason":"stop")"),
           choice(R"("finish_reason":"stop")"), "type_mismatch choices[0].index 21",
           one(kind::dropped, "choices[0].index")});
}

TEST_CASE("a dropped value is kept among the unknown members and written back") {
    for (const std::string& text :
         {chunk(R"("created":"2021-01-01T00:00:00Z","id":"a")"), choice(R"("delta":[true,{}])"),
          choice(R"("index":{"n":[1]},"finish_reason":"stop")"),
          choice(R"("logprobs":{"content":[{"bytes":["a",1.5]}]})")}) {
        INFO(text);
        const auto value = read(text, json::tolerant);
        REQUIRE(value);
        const auto back = json::write(*value);
        REQUIRE(back);
        CHECK(nlohmann::json::parse(*back) == nlohmann::json::parse(text));
    }
    // a later duplicate replaces it
    const auto last = read(chunk(R"("created":"soon","created":5)"), json::tolerant);
    REQUIRE(last);
    CHECK(last->created == 5);
    CHECK(last->extra.empty());
    const auto none =
        read(chunk(R"("created":5,"created":"soon","created":"late")"), json::tolerant);
    REQUIRE(none);
    CHECK(none->created.is_absent());
    CHECK(none->extra.text() == R"("created":"late")");
}

TEST_CASE("a dropped element leaves null in its place") {
    check({choice(R"("logprobs":{"token_logprobs":[-1,1e400,{},-2]})"),
           choice(R"("logprobs":{"token_logprobs":[-1,null,null,-2]})"),
           "number_out_of_range choices[0].logprobs.token_logprobs[1] 46",
           {{kind::dropped, "choices[0].logprobs.token_logprobs[1]"},
            {kind::dropped, "choices[0].logprobs.token_logprobs[2]"}}});
}

TEST_CASE("notes from inside a dropped value are not reported") {
    check(
        {choice(R"("logprobs":{"content":[{"bytes":["1",1.5]},true]},"index":"1")"),
         choice(R"("logprobs":{},"index":1)"),
         "type_mismatch choices[0].logprobs.content[0].bytes[0] 46",
         {{kind::dropped, "choices[0].logprobs.content"}, {kind::converted, "choices[0].index"}}});
}

TEST_CASE("a lone surrogate is replaced or kept") {
    const std::string text = chunk(R"("id":"a\ud83db")");
    CHECK(refusal(text) == "lone_surrogate id 27");
    json::read_report report;
    CHECK(read(text, json::tolerant, &report)->id ==
          "a\xef\xbf\xbd"
          "b");
    CHECK(report.lone_surrogate);
    CHECK(report.notes.empty());
    json::read_options keep = json::tolerant;
    keep.lone_surrogates = json::surrogates::keep;
    CHECK(json::read<ChatCompletionChunk>(text, keep)->id ==
          "a\xed\xa0\xbd"
          "b");
}

TEST_CASE("NaN and infinities are the doubles that they name, and text elsewhere") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto logprob = [](std::string_view value) {
        json::read_report report;
        const auto r = read(token("\"logprob\":" + std::string(value)), json::tolerant, &report);
        REQUIRE(r);
        CHECK(report.notes == converted(std::string(at_token) + "logprob"));
        return *(*r->choices[0].logprobs->content)[0].logprob;
    };
    CHECK(std::isnan(logprob("NaN")));
    CHECK(logprob("Infinity") == infinity);
    CHECK(logprob("-Infinity") == -infinity);
    CHECK(std::isnan(logprob("\"NaN\"")));
    CHECK(logprob("\"-Infinity\"") == -infinity);
    const std::string path = std::string(at_token) + "logprob ";
    CHECK(refusal(token("\"logprob\":NaN")) == "unexpected_byte " + path + "47");
    CHECK(refusal(token("\"logprob\":Infinity")) == "unexpected_byte " + path + "47");
    CHECK(refusal(token("\"logprob\":-Infinity")) == "invalid_number " + path + "48");
    CHECK(refusal(token("\"logprob\":\"NaN\"")) == "type_mismatch " + path + "47");
    check({chunk(R"("z":[NaN,-Infinity])"),
           chunk(R"("z":["NaN","-Infinity"])"),
           "unexpected_byte z[0] 19",
           {},
           true});
    check({chunk(R"("id":NaN)"), chunk(R"("id":"NaN")"), "unexpected_byte id 19", {}, true});
}

TEST_CASE("invalid text is repaired") {
    check({chunk("\"id\":\"a\xff\""),
           chunk("\"id\":\"a\xef\xbf\xbd\""),
           "invalid_utf8 id 21",
           {},
           true});
    check({chunk("\"id\":\"\xe2\x82(\xc3\xa9\""),
           chunk("\"id\":\"\xef\xbf\xbd(\xc3\xa9\""),
           "invalid_utf8 id 22",
           {},
           true});
    check({chunk("\"z\":\"\xed\xa0\xbd\""),
           chunk("\"z\":\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""),
           "invalid_utf8 z 20",
           {},
           true});
    check({chunk("\"id\":\"a\n\tb\""),
           chunk(R"("id":"a\n\tb")"),
           "control_character id 21",
           {},
           true});
    check({chunk(std::string("\"id\":\"\0\"", 8)),
           chunk(R"("id":"\u0000")"),
           "control_character id 20",
           {},
           true});
    check({delta("\"content\":\"\x1b\""),
           delta(R"("content":"\u001b")"),
           "control_character choices[0].delta.content 33",
           {},
           true});
}

TEST_CASE("a byte order mark at the start is skipped") {
    check({"\xef\xbb\xbf" + chunk(R"("id":"a")"),
           chunk(R"("id":"a")"),
           "unexpected_byte  0",
           {},
           true});
}

TEST_CASE("a repaired text is reported once") {
    check({"{\"choices\":null,\"created\":\"1\",\"id\":\"a\n\"}",
           R"({"choices":[],"created":1,"id":"a\n"})",
           "control_character id 37",
           {{kind::nil, "choices"}, {kind::converted, "created"}},
           true});
    json::read_report report;
    report.notes = one(kind::absent, "before");
    REQUIRE(read("{\"choices\":null,\"id\":\"\n\"}", json::tolerant, &report));
    CHECK(report.notes == notes{{kind::absent, "before"}, {kind::nil, "choices"}});
}

TEST_CASE("valid input reads the same as in strict mode, without notes") {
    std::size_t compared = 0;
    const auto compare = [&](const std::string& text, bool told) {
        INFO(text);
        json::read_report of_strict;
        const auto strict = read(text, json::strict, &of_strict);
        if (!strict) return;
        ++compared;
        json::read_report report;
        const auto tolerant = read(text, json::tolerant, &report);
        REQUIRE(tolerant);
        CHECK(*tolerant == *strict);
        CHECK(report.notes == of_strict.notes);
        CHECK(report.notes.empty() != told);
        CHECK_FALSE(report.lone_surrogate);
    };
    for (const auto document : support::json_documents) {
        compare(std::string(document), document.find("choices") == std::string_view::npos);
    }
    CHECK(compared >= 6);
    for (const auto& row : support::json_conformance) {
        if (row.valid) compare(chunk("\"z\":" + std::string(row.text)), false);
    }
    CHECK(compared >= 66);
}

TEST_CASE("input that is in no row of the table is rejected by both modes") {
    for (const std::string_view text : {R"({"choices":[],})",
                                        R"({"choices":[1,]})",
                                        R"({'choices':[]})",
                                        R"({choices:[]})",
                                        R"({"choices":[]}/**/)",
                                        R"({"choices":[],"id":"a)",
                                        R"({"choices":[])",
                                        R"({"choices":[],"created":01})",
                                        R"({"choices":[],"created":+1})",
                                        R"({"choices":[],"created":.5})",
                                        R"({"choices":[],"z":True})",
                                        R"({"choices":[],"z":undefined})",
                                        R"({"choices":[],"id":"\x41"})",
                                        R"({"choices":[],"z":nan})",
                                        R"({"choices":[],"z":"\u12"})",
                                        R"({"choices":[]} {})",
                                        R"({"choices":5})",
                                        R"({"choices":"x"})",
                                        R"({"choices":[5]})",
                                        R"([])",
                                        R"("x")",
                                        "",
                                        "\xef\xbb\xbf"}) {
        INFO(text);
        const std::string said = refusal(text);
        CHECK(said != "read");
        CHECK(refusal(text, json::tolerant) == said);
    }
}

TEST_CASE("a control character after a backslash is rejected") {
    for (const char* const text : {"\"a\\\nb\"", "\"a\\\tb\xff\"", "\"a\\\x01\n\""}) {
        INFO(text);
        const auto read = json::read<std::string>(text, json::tolerant);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == errc::invalid_escape);
        CHECK(read.error().offset == 3);
    }
}

TEST_CASE("only the last value is kept of a duplicate member that could not be held") {
    std::string text = "{";
    for (int i = 0; i != 30'000; ++i) text += "\"u" + std::to_string(i) + "\":1,";
    for (int i = 0; i != 30'000; ++i) text += "\"created\":{},\"usage\":3,";
    const std::string often = text;
    const auto dropped = json::read<ChatCompletionChunk>(
        often + R"("created":[1],"model":"m","usage":"x"})", json::tolerant);
    REQUIRE(dropped);
    CHECK(dropped->extra.size() == 30'002);
    CHECK(dropped->extra.find("created") == "[1]");
    CHECK(dropped->extra.text().ends_with(R"("created":[1],"usage":"x")"));
    // this must not take quadratic time
    const auto read = json::read<ChatCompletionChunk>(
        often + R"("created":7,"usage":[],"created":[],"created":8})", json::tolerant);
    REQUIRE(read);
    CHECK(read->created == 8);
    CHECK_FALSE(read->extra.contains("created"));
    CHECK(read->extra.find("usage") == "[]");
}

}  // namespace tolerant_tests
