#include <oaiwire/json/description.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/describe.hpp>

namespace description_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

TEST_CASE("the first byte of a value determines its kind; other bytes have none") {
    int kinds[7] = {};
    for (int c = 0; c != 256; ++c) {
        const std::uint8_t bit = first_bytes::of(static_cast<char>(c));
        int at = 6;
        for (int i = 0; i != 6; ++i) {
            if (bit == 1 << i) at = i;
        }
        ++kinds[at];
    }
    CHECK(std::vector<int>(kinds, kinds + 7) == std::vector<int>{1, 11, 2, 1, 1, 1, 239});
}

TEST_CASE(
    "the kind of a value includes that of its first element and whether a number is an integer") {
    const auto kind = [](std::string_view text) {
        return kind_at(text.data(), text.data() + text.size());
    };
    CHECK(kind("[ {}").element == '{');
    CHECK(kind("[").element == ']');
    CHECK(kind("-1.5").fraction);
    CHECK_FALSE(kind("-15").fraction);
    CHECK_FALSE(kind("1,5").fraction);
}

TEST_CASE("lists of each kind are lists") {
    CHECK(is_list(described<std::vector<int>>()));
    CHECK(is_list(described<std::vector<float>>()));
    CHECK(is_list(described<std::vector<bool>>()));
    CHECK(is_list(described<std::vector<std::uint8_t>>()));
    CHECK_FALSE(is_list(described<string_map<int>>()));
    CHECK_FALSE(is_list(described<std::string>()));
}

}  // namespace description_tests
