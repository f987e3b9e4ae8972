#include <oaiwire/http/field_parameters.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

namespace field_parameters_tests {

using oaiwire::http::detail::field_parameters;

namespace {

// "first|name=value|..." and "!" at the end if the value is malformed.
std::string read(std::string_view value) {
    field_parameters parameters(value);
    std::string out(parameters.first());
    while (parameters.next()) {
        out.append("|").append(parameters.name()).append("=").append(parameters.value());
    }
    return parameters.valid() ? out : out + "!";
}

}  // namespace

TEST_CASE("parameters are tokens or quoted strings, separated by semicolons") {
    CHECK(read("form-data") == "form-data");
    CHECK(read("form-data; name=a ;\tfilename=\"b c.txt\"") == "form-data|name=a|filename=b c.txt");
    CHECK(read("a;;b=c; ") == "a|b=c");
    CHECK(read("a; b=\"\"") == "a|b=");
}

TEST_CASE("a backslash escapes quotes and backslashes, and is itself elsewhere") {
    CHECK(read(R"(a; b="1\"2\\3\4")") == R"(a|b=1"2\3\4)");
}

TEST_CASE("malformed parameters are refused, those before them are read") {
    for (const char* const bad : {"a; b", "a; b=", "a; b =c", "a; b= c", "a; =c", "a; b=\"c",
                                  "a; b=\"c\"d", "a; b=c d", "a; b=\"c\x01\""}) {
        INFO(bad);
        CHECK(read(bad).ends_with("!"));
    }
    CHECK(read("a; b=c; d=") == "a|b=c!");
}

}  // namespace field_parameters_tests
