// Numbers are read and printed independently of the locale.
#include <clocale>
#include <cstdlib>
#include <locale>
#include <string>
#include <vector>

#include <oaiwire/core/floating.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

#include <support/catch.hpp>

namespace locale_tests {

using namespace oaiwire;

namespace {

struct comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

// A text of numbers, and the text of an error.
std::string everything() {
    std::string out;
    const std::string text =
        "[1.5,-0.25,1e300,1234567.125,3.0000000000000000000000000000000001,"
        "1.00000005960464477539062500000000001]";
    out += json::write(json::read<std::vector<double>>(text).value()).value();
    out += json::write(
               json::read<std::vector<float>>("[1.5,0.1,1.00000005960464477539062500000000001]")
                   .value())
               .value();
    out += to_string(json::read<std::vector<int>>("[1234567.5x]").error());
    char printed[detail::floating::longest_float];
    out.append(printed, detail::floating::print_shortest(printed, 1234567.125));
    return out;
}

}  // namespace

TEST_CASE("a locale with a decimal comma does not affect numbers") {
    const std::string due = everything();
    CHECK(due.find("1234567.125") != std::string::npos);

#if defined(__cpp_rtti)  // std::locale casts its facets, which requires RTTI
    const std::locale before = std::locale::global(std::locale(std::locale(), new comma));
    CHECK(everything() == due);
    std::locale::global(before);
#endif

    // the C locale, if one with a decimal comma is installed
    const char* const named = std::getenv("OAIWIRE_TEST_LOCALE");
    const bool found = std::setlocale(LC_ALL, named != nullptr ? named : "de_DE.UTF-8") != nullptr;
    if (found) {
        CHECK(std::string(std::localeconv()->decimal_point) == ",");
        CHECK(everything() == due);
    }
    std::setlocale(LC_ALL, "C");
    CHECK((found || named == nullptr));
}

}  // namespace locale_tests
