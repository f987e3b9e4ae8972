#include <oaiwire/core/ascii.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>

namespace ascii_tests {

using namespace oaiwire;

TEST_CASE("hex_digit() gives the value of a digit of either case, else -1") {
    CHECK(detail::hex_digit('0') == 0);
    CHECK(detail::hex_digit('9') == 9);
    CHECK(detail::hex_digit('a') == 10);
    CHECK(detail::hex_digit('F') == 15);
    for (const char c : {'/', ':', '@', 'G', '`', 'g', '\0', '\x80'}) {
        CHECK(detail::hex_digit(c) == -1);
    }
}

TEST_CASE("lower_case() changes ASCII letters only") {
    CHECK(detail::lower_case("AZaz[@\xC3\x84") == "azaz[@\xC3\x84");
}

TEST_CASE("trimmed() removes blanks at both ends") {
    CHECK(detail::trimmed(" \t\r\n a b\n ") == "a b");
    CHECK(detail::trimmed(" \n") == "");
    CHECK(detail::trimmed("") == "");
    CHECK(detail::trimmed(" \na", " ") == "\na");
}

TEST_CASE("take_item() takes the items of a list one after the other") {
    std::string_view list = "a,bc,,d ,";
    for (const char* item : {"a", "bc", "", "d "}) {
        CHECK_FALSE(list.empty());
        CHECK(detail::take_item(list) == item);
    }
    CHECK(list.empty());
    CHECK(detail::take_item(list) == "");
    CHECK(list.empty());
    list = "a,b;c";
    CHECK(detail::take_item(list, ';') == "a,b");
    CHECK(list == "c");
}

TEST_CASE("decimal() writes integers as std::to_string() does") {
    for (const std::int64_t n :
         {std::int64_t{0}, std::int64_t{7}, std::int64_t{-1}, std::int64_t{10}, std::int64_t{65535},
          std::int64_t{-2147483648}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()}) {
        CHECK(detail::decimal(n) == std::to_string(n));
    }
}

}  // namespace ascii_tests
