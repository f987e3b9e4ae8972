#include <oaiwire/json/scalars.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <support/everything.hpp>

namespace scalars_tests {

using namespace oaiwire;
using support::color;
using support::everything;

namespace {

struct two_wide {
    double a{};
    float b{};
};

everything read(std::string_view text) {
    const auto r = json::read<everything>(text);
    INFO(text);
    INFO((r ? std::string() : to_string(r.error())));
    REQUIRE(r);
    return *r;
}

// "code path offset" of the error of strict reading.
template <class T = everything>
std::string refusal(std::string_view text) {
    const auto r = json::read<T>(text);
    if (r) return "read";
    const error& e = r.error();
    return std::string(name(e.code)) + " " + e.path + " " + std::to_string(e.offset);
}

template <class T>
std::string edge(std::string_view member, T value) {
    std::string text = "{\"";
    text.append(member).append("\":").append(std::to_string(value)).append("}");
    return text;
}

}  // namespace

TEST_CASE("integers are exact or rejected, at the bounds of every width") {
    const auto wide = [](auto value) { return static_cast<long long>(value); };
    CHECK(read(edge("i8", -128)).i8 == -128);
    CHECK(refusal(edge("i8", -129)) == "number_out_of_range i8 6");
    CHECK(refusal(edge("i8", 128)) == "number_out_of_range i8 6");
    CHECK(refusal(edge("u8", 256)) == "number_out_of_range u8 6");
    CHECK(refusal(edge("u8", -1)) == "number_out_of_range u8 6");
    CHECK(read(edge("i16", 32767)).i16 == 32767);
    CHECK(refusal(edge("i16", 32768)) == "number_out_of_range i16 7");
    CHECK(refusal(edge("u16", 65536)) == "number_out_of_range u16 7");
    CHECK(read(edge("i32", wide(std::numeric_limits<std::int32_t>::max()))).i32 == 2147483647);
    CHECK(refusal(edge("i32", wide(2147483648))) == "number_out_of_range i32 7");
    CHECK(refusal(edge("u32", wide(4294967296))) == "number_out_of_range u32 7");
    CHECK(refusal("{\"i64\":9223372036854775808}") == "number_out_of_range i64 7");
    CHECK(refusal("{\"u64\":18446744073709551616}") == "number_out_of_range u64 7");
    CHECK(refusal("{\"u64\":-1}") == "number_out_of_range u64 7");
    CHECK(read("{\"u64\":-0}").u64 == 0);
    CHECK(refusal("{\"i32\":1.0}") == "type_mismatch i32 7");
    CHECK(refusal("{\"i32\":1e2}") == "type_mismatch i32 7");
    CHECK(refusal("{\"i32\":\"1\"}") == "type_mismatch i32 7");
}

TEST_CASE("doubles and floats are rejected only if they overflow") {
    CHECK(refusal("{\"wide\":1e400}") == "number_out_of_range wide 8");
    CHECK(refusal("{\"wide\":-1e400}") == "number_out_of_range wide 8");
    CHECK(refusal("{\"real\":1e39}") == "number_out_of_range real 8");
    CHECK(read("{\"wide\":1e-400}").wide == 0);
    CHECK(read("{\"real\":1e-60}").real == 0);
    CHECK(std::signbit(read("{\"wide\":-0}").wide));
    CHECK(read("{\"wide\":12345678901234567890}").wide == 12345678901234567890.0);
    CHECK(refusal("{\"wide\":\"1\"}") == "type_mismatch wide 8");
}

TEST_CASE("enumerators are read by name, and other names rejected") {
    CHECK(read("{\"tint\":\"r\\u0065d\"}").tint == color::red);
    CHECK(refusal("{\"tint\":\"green\"}") == "unknown_enumerator tint 8");
    CHECK(refusal("{\"tint\":\"\"}") == "unknown_enumerator tint 8");
    CHECK(refusal("{\"tint\":1}") == "type_mismatch tint 8");
    CHECK(read("{\"open\":\"r\\u0065d\"}").open == color::red);
    CHECK(read("{\"open\":\"\\u0000\"}").open.text() == std::string_view("\0", 1));
}

TEST_CASE("tolerant reading accepts integers in other forms and reports them") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const auto read_as = [&](std::string_view json) {
        const auto r = json::read<everything>("{\"i64\":" + std::string(json) + "}", options);
        return r ? std::to_string(r->i64) : std::string(name(r.error().code));
    };
    CHECK(read_as("17.0") == "17");
    CHECK(read_as("\"17\"") == "17");
    CHECK(read_as("1748694614.85") == "1748694614");
    CHECK(read_as("1.7e3") == "1700");
    CHECK(read_as("\"-1.5\"") == "-1");
    CHECK(report.notes.size() >= 5);
    CHECK(report.has(json::read_note::kind::converted, "i64"));
    CHECK(read_as("1e19") == "number_out_of_range");
    for (const std::string_view no :
         {"\"\"", "\"x\"", "\"1x\"", "\"0x1\"", "\"01\"", "[1]", "true"}) {
        CHECK(read_as(no) == "type_mismatch");
    }
    report.clear();
    CHECK(read_as("5") == "5");
    CHECK(report.notes.size() + 0 == [&] {
        std::size_t n = 0;
        for (const auto& note : report.notes) n += note.what == json::read_note::kind::absent;
        return n;
    }());
    CHECK(json::read<two_wide>(R"({"a":"2.5","b":"0.5"})", json::tolerant)->a == 2.5);
    CHECK(refusal<two_wide>(R"({"a":"2.5"})") == "type_mismatch a 5");
}

}  // namespace scalars_tests
