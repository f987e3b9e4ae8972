// Every small integer in every form of a number, and every float.
#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <oaiwire/json/number.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/print.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>
#include <support/nearest.hpp>

namespace numbers_tests {

using namespace oaiwire;

namespace {

// `value` is `token` without its fraction; a plain token has neither fraction nor exponent.
template <class T>
bool is_read(const std::string& token, long value, bool plain) {
    const bool held =
        value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
    T strict{}, tolerant{}, token_only{};
    const bool exact = json::detail::integer_of(token, token_only);
    if (plain && (exact != held || (held && token_only != static_cast<T>(value)))) return false;
    if (json::read_into(token, strict, json::strict).has_value() != (held && plain)) return false;
    if (held && plain && strict != static_cast<T>(value)) return false;
    if (json::read_into(token, tolerant, json::tolerant).has_value() != held) return false;
    return !held || tolerant == static_cast<T>(value);
}

bool by_all(const std::string& token, long value, bool plain) {
    return is_read<std::int8_t>(token, value, plain) &&
           is_read<std::uint8_t>(token, value, plain) &&
           is_read<std::int16_t>(token, value, plain) &&
           is_read<std::uint16_t>(token, value, plain);
}

// The token with its decimal point moved `places` to the left, and an exponent that compensates.
std::string moved(const std::string& token, std::size_t places, std::string_view e) {
    const std::size_t sign = token[0] == '-' ? 1 : 0;
    std::string out = token;
    if (out.size() - sign <= places) out.insert(sign, places + 1 - (out.size() - sign), '0');
    out.insert(out.size() - places, ".");
    return out.append(e).append(std::to_string(places));
}

// Whether a float is printed in the shortest form and read back to the same bits.
bool round_trips(std::uint32_t bits, std::string& text, bool compare_lengths) {
    const auto value = std::bit_cast<float>(bits);
    text.clear();
    if (!json::detail::append_number(text, value)) return !std::isfinite(value);
    float back = 0;
    if (!json::detail::float_of(text, back) || std::bit_cast<std::uint32_t>(back) != bits) {
        return false;
    }
    if (!compare_lengths) return true;
    // no shorter scientific form has the same value
    char other[64];
    for (int digits = 0;; ++digits) {
        const auto end =
            std::to_chars(other, other + sizeof other, value, std::chars_format::scientific, digits)
                .ptr;
        const std::string shortest(other, end);
        if (support::nearest<float>(shortest) == value) return text.size() <= shortest.size();
    }
}

}  // namespace

TEST_CASE("every 8- and 16-bit integer is exact in every form, and no other one fits") {
    const auto stride = support::scaled<long>(41, 2, 1);
    std::string wrong;
    const auto check = [&](const std::string& token, long value, bool plain) {
        if (!by_all(token, value, plain)) wrong = token;
    };
    const auto all_forms = [&](long value) {
        const std::string token = std::to_string(value);
        check(token, value, true);
        for (const char* const nothing : {".0", ".000", "e0", "E0", "e+0", "E-0", ".0e-0"}) {
            check(token + nothing, value, false);
        }
        // the fraction is truncated, however close to 1
        check(token + ".9", value, false);
        check(token + ".99999999999999999999", value, false);
        if (value != 0) {
            check(token + "0e-1", value, false);
            check(token + "99999e-5", value, false);
        }
        for (const std::size_t places : {1u, 2u, 3u, 4u, 5u, 6u}) {
            check(moved(token, places, "e"), value, false);
            check(moved(token, places, "E+"), value, false);
        }
        for (long e = 1, factor = 10; e != 4; ++e, factor *= 10) {
            check(token + "e" + std::to_string(e), value * factor, false);
            check(token + "e-" + std::to_string(e), value / factor, false);
        }
    };
    for (long value = -33'000; value <= 66'000; value += stride) all_forms(value);
    for (const long edge : {-32'768L, -128L, 0L, 127L, 255L, 32'767L, 65'535L}) {
        for (long value = edge - 12; value <= edge + 12; ++value) all_forms(value);
    }
    for (const char* const zero :
         {"-0", "0", "-0.0", "-0e5", "0e99999999999", "-0.9", "-0.00e-7"}) {
        const bool plain = std::string_view(zero).find_first_of(".e") == std::string_view::npos;
        check(zero, 0, plain);
    }
    CHECK(wrong == "");
}

TEST_CASE("floats are printed in the shortest form and read back to the same bits") {
    // all of them in the full run; otherwise some of every exponent
    const std::uint64_t stride = support::scaled<std::uint64_t>(100'003, 6'007, 1);
    const bool all = support::full_size();
    std::string text;
    std::uint64_t wrong = 0;
    std::uint64_t tried = 0;
    for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << 32); bits += stride) {
        ++tried;
        const bool compare_lengths = !all || bits % 64 == 0;
        if (!round_trips(static_cast<std::uint32_t>(bits), text, compare_lengths)) wrong = bits;
    }
    // the bounds of every power of two
    for (std::uint32_t exponent = 0; exponent != 512; ++exponent) {
        for (std::uint32_t i = 0; i != 64; ++i) {
            const std::uint32_t bits = (exponent << 23) + i - 32;
            if (!round_trips(bits, text, true)) wrong = bits;
        }
    }
    CHECK(wrong == 0);
    CHECK(tried > 40'000);
}

}  // namespace numbers_tests
