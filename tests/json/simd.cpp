// The header declares functions of simdjson.h; included together, they must be the same.
#include <oaiwire/json/simd.hpp>
//
#include <simdjson.h>
//
#include <support/catch.hpp>

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace simd_tests {

using namespace oaiwire;

TEST_CASE("short and long runs of UTF-8 give the same verdict") {
    support::random r(12);
    std::size_t valid = 0;
    for (int i = 0; i != 50'000; ++i) {
        std::string text;
        const std::size_t size = r.below(120);
        while (text.size() < size) {
            if (r.one_in(80)) {
                text += r.byte_of("\x80\xBF\xC0\xC2\xE0\xED\xF0\xF4\xF5\xFF");
            } else {
                const std::uint32_t c = static_cast<std::uint32_t>(r.below(0x10F7FF));
                append_utf8(text, c < 0xD800 ? c : c + 0x800);
            }
        }
        if (r.one_in(8)) text.resize(r.below(text.size() + 1));
        // an allocation of exactly that size, so that sanitizers detect over-reads
        const auto copy = std::make_unique<char[]>(text.size());
        if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
        const bool expected = find_invalid_utf8(text) == std::string_view::npos;
        if (expected) ++valid;
        REQUIRE(json::detail::valid_utf8({copy.get(), text.size()}) == expected);
    }
    CHECK(valid > 5'000);
    CHECK(valid < 45'000);
}

TEST_CASE("tokens beyond the exact range of a double are rounded, or rejected if they overflow") {
    double d = 0;
    CHECK(json::detail::nearest_double("1e-400", d));
    CHECK(d == 0);
    CHECK(json::detail::nearest_double("123456789012345678901234567890", d));
    CHECK(d == 123456789012345678901234567890.0);
    CHECK(json::detail::nearest_double("4.9e-324", d));
    CHECK(d == std::numeric_limits<double>::denorm_min());
    CHECK(json::detail::nearest_double("-1.7976931348623157e308", d));
    CHECK(d == std::numeric_limits<double>::lowest());
    CHECK_FALSE(json::detail::nearest_double("1e309", d));
    CHECK_FALSE(json::detail::nearest_double("-1e309", d));
    CHECK_FALSE(json::detail::nearest_double("1" + std::string(400, '0'), d));
}

TEST_CASE("the kernel named by the environment variable is used") {
    const char* const asked = std::getenv("SIMDJSON_FORCE_IMPLEMENTATION");
    REQUIRE(simdjson::validate_utf8("", 0));  // the first call selects it
    const std::string active = simdjson::get_active_implementation()->name();
    CHECK_FALSE(active.empty());
    if (asked != nullptr) CHECK(active == asked);
}

TEST_CASE("any number of digits and zeros is read correctly") {
    double d = 0;
    const std::string zeros(700'000, '0');
    CHECK(json::detail::nearest_double("0." + zeros + "15e700000", d));
    CHECK(d == 0.15);
    CHECK(json::detail::nearest_double("15" + zeros + "e-700001", d));
    CHECK(d == 1.5);
    CHECK(json::detail::nearest_double("-0.000e5", d));
    CHECK(std::signbit(d));
    CHECK(d == 0);
    // a tie, and the least digit more that decides it
    CHECK(json::detail::nearest_double("9007199254740993", d));
    CHECK(d == 9007199254740992.0);
    CHECK(json::detail::nearest_double("9007199254740993." + std::string(2000, '0') + "1", d));
    CHECK(d == 9007199254740994.0);
}

}  // namespace simd_tests
