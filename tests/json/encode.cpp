#include <oaiwire/json/encode.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/write.hpp>
#include <oaiwire/types/content.hpp>
#include <support/everything.hpp>

namespace encode_tests {

using namespace oaiwire;
using support::color;
using support::everything;

namespace {

struct small {
    int a{};
    field<std::string> b{};
    std::optional<double> c{};
    extra_members extra{};
};
struct none {};
struct texts {
    std::string_view view{};
    const char* pointer = "";
};
struct holder {
    std::vector<small> list{};
    string_map<small> map{};
    std::variant<int, small> one{};
    std::vector<double> numbers{};
};

template <class T>
std::string written(const T& value) {
    const auto r = json::write(value);
    return r ? *r : std::string(name(r.error().code)) + " at " + r.error().path;
}

}  // namespace

TEST_CASE("members are written in declaration order, absent ones are not written") {
    CHECK(written(small{}) == R"({"a":0})");
    CHECK(written(small{.a = 1, .b = "x", .c = 0.5}) == R"({"a":1,"b":"x","c":0.5})");
    CHECK(written(small{.b = null}) == R"({"a":0,"b":null})");
    CHECK(written(none{}) == "{}");
    small s;
    CHECK(s.extra.set("z", 1) == errc::ok);
    CHECK(s.extra.set("y\n", "t") == errc::ok);
    CHECK(written(s) == R"({"a":0,"z":1,"y\n":"t"})");
}

TEST_CASE("a user's struct can be written without registration") {
    everything e;
    e.flag = true;
    e.u64 = std::numeric_limits<std::uint64_t>::max();
    e.i8 = -128;
    e.real = 0.1f;
    e.text = "\"\n";
    e.numbers = {1, 2};
    e.bits = {true, false};
    e.counts = {{"b", 2}, {"a\"", 1}};
    e.series = {{"z", {1.5}}, {"y", {}}};
    e.names = {"x", std::nullopt};
    e.tint = color::dark_blue;
    e.open = "green";
    e.any = std::vector<std::string>{"s"};
    e.shape = support::circle{.radius = 2};
    e.raw = *raw_json::parse("{\"x\": 1}");
    e.three = null;
    CHECK(written(e) ==
          R"({"flag":true,"i8":-128,"u8":0,"i16":0,"u16":0,"i32":0,"u32":0,"i64":0,)"
          R"("u64":18446744073709551615,"real":0.1,"wide":0,"text":"\"\n","numbers":[1,2],)"
          R"("bits":[true,false],"counts":{"a\"":1,"b":2},"series":{"z":[1.5],"y":[]},)"
          R"("names":["x",null],"tint":"dark-blue","open":"green","any":["s"],)"
          R"("shape":{"kind":"circle","radius":2},"raw":{"x": 1},"three":null,"children":[],)"
          R"("default":0,"self-harm":0})");
}

TEST_CASE("a tag is written first, and once") {
    CHECK(written(ContentPartText{.text = "x"}) == R"({"type":"text","text":"x"})");
    support::square s{.side = 1};
    s.extra.append_trusted("q", "2");
    CHECK(written(s) == R"({"kind":"square","side":1,"q":2})");
    CHECK(written(support::everything{.shape = s}.shape) == R"({"kind":"square","side":1,"q":2})");
}

TEST_CASE("a path parameter is not written, and a file is written as text") {
    struct trip {
        path_parameter place{};
        FileContent map{};
    };
    CHECK(json::write(trip{.place = "Bern", .map = file_content("a.png", "x\"y")}).value() ==
          R"({"map":"x\"y"})");
    struct nowhere : byte_source {
        std::uint64_t size() const override { return 0; }
        result<std::unique_ptr<byte_reader>> open() const override {
            return make_error(errc::invalid_argument);
        }
    };
    const auto r = json::write(trip{.map = file_content("a", std::make_shared<nowhere>())});
    REQUIRE_FALSE(r);
    CHECK(r.error().path == "map");
    CHECK(r.error().code == errc::invalid_argument);
}

TEST_CASE("a vector is written in the form in which it was read") {
    EmbeddingVector vector{.values = {0.5f, -1}};
    CHECK(json::write(vector).value() == "[0.5,-1]");
    vector.form = embedding_form::base64;
    CHECK(json::write(vector).value() == R"("AAAAPwAAgL8=")");
    vector.other = *raw_json::parse(R"("AAAAPwAAgL8")");
    CHECK(json::write(vector).value() == R"("AAAAPwAAgL8")");
    CHECK(json::write(EmbeddingVector{.form = embedding_form::other}).value() == "null");
}

TEST_CASE("values of every kind can be written alone") {
    CHECK(written(true) == "true");
    CHECK(written(-5) == "-5");
    CHECK(written(0.5) == "0.5");
    CHECK(written(std::string("x")) == "\"x\"");
    CHECK(written(std::vector<int>{}) == "[]");
    CHECK(written(std::vector<std::vector<int>>{{1}, {}}) == "[[1],[]]");
    CHECK(written(string_map<int>{}) == "{}");
    CHECK(written(raw_json()) == "null");
    CHECK(written(field<int>()) == "null");
    CHECK(written(std::variant<int, std::string>("s")) == "\"s\"");
    CHECK(written(texts{.view = "v", .pointer = "p"}) == R"({"view":"v","pointer":"p"})");
    CHECK(written(color::red) == "\"red\"");
}

TEST_CASE("NaN and infinity are rejected with their path") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(written(inf) == "not_finite at ");
    CHECK(written(small{.c = std::nan("")}) == "not_finite at c");
    CHECK(written(everything{.real = -std::numeric_limits<float>::infinity()}) ==
          "not_finite at real");
    CHECK(written(everything{.series = {{"a", {1}}, {"b", {1, 2, inf}}}}) ==
          "not_finite at series.b[2]");
    CHECK(written(holder{.list = {{}, {.c = inf}}}) == "not_finite at list[1].c");
    CHECK(written(holder{.map = {{"k", {.c = inf}}}}) == "not_finite at map.k.c");
    CHECK(written(holder{.one = small{.c = inf}}) == "not_finite at one.c");
    CHECK(written(std::vector<holder>{{}, {.numbers = {0, inf}}}) ==
          "not_finite at [1].numbers[1]");
    CHECK(written(std::vector<std::vector<double>>{{inf}}) == "not_finite at [0][0]");
}

TEST_CASE("text that is not UTF-8 is rejected with its path") {
    CHECK(written(everything{.text = "a\xff"}) == "invalid_text at text");
    CHECK(written(everything{.names = {"x", "\xc3"}}) == "invalid_text at names[1]");
    CHECK(written(small{.b = "\xed\xa0\x80"}) == "invalid_text at b");
    CHECK(written(everything{.tint = color::red, .open = "\xff"}) == "invalid_text at open");
    CHECK(written(everything{.counts = {{"a", 1}, {"\xff", 2}}}) == "invalid_text at counts");
    CHECK(written(everything{.tint = color::red, .any = "\x80"}) == "invalid_text at any");
    CHECK(written(std::string("\xff")) == "invalid_text at ");
}

TEST_CASE("an enumerator without a text is rejected with its path") {
    CHECK(written(everything{.tint = color::unknown}) == "invalid_argument at tint");
    CHECK(written(everything{.tint = static_cast<color>(9)}) == "invalid_argument at tint");
}

#if defined(__cpp_exceptions)
TEST_CASE("a union that an exception left without a value is rejected with its path") {
    struct thrower {
        operator small() const { throw 1; }
    };
    std::variant<int, small> lost;
    CHECK_THROWS(lost.emplace<small>(thrower{}));
    CHECK(lost.valueless_by_exception());
    CHECK(written(lost) == "invalid_argument at ");
    CHECK(written(std::vector<std::variant<int, small>>{1, lost}) == "invalid_argument at [1]");
    CHECK(written(string_map<std::variant<int, small>>{{"a", lost}}) == "invalid_argument at a");
}
#endif

TEST_CASE("paths have the same form as those of reading") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(written(string_map<double>{{"a b", inf}}) == R"(not_finite at ["a b"])");
    CHECK(written(string_map<double>{{"", inf}}) == R"(not_finite at [""])");
    CHECK(written(string_map<double>{{"a.b", inf}}) == R"(not_finite at ["a.b"])");
    CHECK(written(string_map<double>{{"q\"", inf}}) == R"(not_finite at ["q\""])");
    CHECK(written(string_map<double>{{"hate/threatening", inf}}) ==
          "not_finite at hate/threatening");
    CHECK(written(string_map<string_map<double>>{{"x", {{"a b", inf}}}}) ==
          R"(not_finite at x["a b"])");
    CHECK(written(string_map<string_map<double>>{{"a b", {{"x", inf}}}}) ==
          R"(not_finite at ["a b"].x)");
}

}  // namespace encode_tests
