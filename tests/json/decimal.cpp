#include <oaiwire/json/decimal.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cfloat>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <type_traits>

#include <support/nearest.hpp>
#include <support/random.hpp>

namespace decimal_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// "" if the token is read completely and equals the C library's result, or is rejected for the
// general path.
template <class T>
std::string check(const std::string& token, long& direct) {
    // alone, and inside a longer text, where more bytes can be read
    decimal_number d;
    const std::string within =
        R"({"logprobs":[-1.5,)" + token + ",-0.0001234567890123,-0.5,-0.25]}";
    const char* const first = within.data() + within.find(token, 18);
    decimal_number again;
    const char* const end =
        scan_decimal(within.data(), first, within.data() + within.size(), again);
    decimal_number brief;
    // 16 bytes are before it and 31 behind its first one
    const char* const by_blocks =
        oaiwire::detail::has_blocks ? scan_short_decimal(first, brief) : nullptr;
    if (by_blocks && ends_decimal(*by_blocks) &&
        (by_blocks != end || brief.digits != again.digits || brief.exponent != again.exponent ||
         brief.negative != again.negative)) {
        return "differs by blocks: " + token;
    }
    const char* const after =
        scan_decimal(token.data(), token.data(), token.data() + token.size(), d);
    if (end ? !after || end - first != after - token.data() : after != nullptr) {
        return "differs within a text: " + token;
    } else if (end && (d.digits != again.digits || d.exponent != again.exponent ||
                       d.negative != again.negative)) {
        return "differs in value within a text: " + token;
    }
    if (!after) return "";
    if (after != token.data() + token.size()) return "stopped early: " + token;
    T found{};
    if (!nearest(d, found)) return "";
    ++direct;
    const T right = support::nearest<T>(token);
    return std::memcmp(&found, &right, sizeof found) == 0 ? "" : "wrong: " + token;
}

std::string read(const std::string& token) {
    decimal_number d;
    const char* const p = token.data();
    const char* const after = scan_decimal(p, p, p + token.size(), d);
    if (!after) return "none";
    return (d.negative ? "-" : "") + std::to_string(d.digits) + "e" + std::to_string(d.exponent) +
           " " + std::to_string(after - token.data());
}

}  // namespace

TEST_CASE("eight digits are read at once, and any other character among them is detected") {
    CHECK(eight_digits("00000000") == 0);
    CHECK(eight_digits("12345678") == 12345678);
    CHECK(eight_digits("99999999") == 99999999);
    for (int at = 0; at != 8; ++at) {
        for (int c = 0; c != 256; ++c) {
            std::string text = "31415926";
            text[static_cast<std::size_t>(at)] = static_cast<char>(c);
            const bool digit = c >= '0' && c <= '9';
            if ((eight_digits(text.data()) <= 99'999'999) != digit) FAIL(at << " " << c);
            if (digit && eight_digits(text.data()) != std::stoul(text)) FAIL(text);
        }
    }
}

TEST_CASE("the digits at the front of eight bytes are counted and read") {
    for (int size = 0; size <= 8; ++size) {
        for (int other = 0; other != 256; ++other) {
            if (other >= '0' && other <= '9') continue;
            std::string text = std::string("98765432").substr(0, static_cast<std::size_t>(size));
            const std::uint64_t expected = size == 0 ? 0 : std::stoull(text);
            text.resize(8, static_cast<char>(other));
            if (size < 7) text[7] = '5';  // a digit behind the first other byte does not count
            std::uint64_t value = 1;
            CHECK(leading_digits(text.data(), value) == size);
            CHECK(value == expected);
        }
    }
}

TEST_CASE("a number is split into digits and a power of ten") {
    CHECK(read("0") == "0e0 1");
    CHECK(read("-0") == "-0e0 2");
    CHECK(read("17,") == "17e0 2");
    CHECK(read("-12.50]") == "-1250e-2 6");
    CHECK(read("0.00001234") == "1234e-8 10");
    CHECK(read("1e5") == "1e5 3");
    CHECK(read("1.5E-7 ") == "15e-8 6");
    CHECK(read("9999999999999999999") == "9999999999999999999e0 19");
    CHECK(read("0.0000000000000000000000001234567890123456789") == "1234567890123456789e-43 45");
    CHECK(read("123456789.12345678901") == "none");
}

TEST_CASE("texts that are not numbers or have too many digits are left to the general path") {
    for (const char* token : {"-", "01", "-01", "00", "1.", "1.e5", "1e", "1e+", "-.5", ".5", "-a",
                              "10000000000000000000", "0.12345678901234567890", "1e100001"}) {
        CHECK(read(token) == "none");
    }
}

TEST_CASE("numbers of up to 19 digits are rounded to the nearest double and float") {
    support::random random(7);
    long direct = 0;
    for (int i = 0; i != 300'000; ++i) {
        std::string token = random.below(2) != 0 ? "-" : "";
        const auto digits = [&](std::size_t n) {
            while (n-- != 0) token += static_cast<char>('0' + random.below(10));
        };
        if (random.below(3) == 0) {
            token += '0';
        } else {
            token += static_cast<char>('1' + random.below(9));
            digits(random.below(18));
        }
        if (random.below(8) != 0) {
            token += '.';
            if (random.below(3) == 0) token += std::string(random.below(8), '0');
            token += static_cast<char>('0' + random.below(10));
            digits(random.below(18));
        }
        if (random.below(6) == 0)
            token += "e" + std::to_string(static_cast<int>(random.below(50)) - 25);
        const std::string wrong = check<double>(token, direct) + check<float>(token, direct);
        if (!wrong.empty()) FAIL(wrong);
    }
    CHECK(direct > 350'000);
}

TEST_CASE("ties between two floats and their neighbours by one digit are rounded correctly") {
    support::random random(8);
    long direct = 0;
    for (int i = 0; i != 20'000; ++i) {
        // 25 significant bits, the last one set: halfway between two floats
        const std::uint64_t bits = (std::uint64_t{1} << 24) + random.below(1 << 24) | 1;
        const int places = static_cast<int>(random.below(12));
        char text[64];
        std::snprintf(text, sizeof text, "%.*f", places,
                      static_cast<double>(bits) / static_cast<double>(1 << places));
        std::string token = text;
        if (token.find('.') == std::string::npos) token += ".0";
        std::string below = token;
        for (std::size_t at = below.size(); at-- != 0;) {
            if (below[at] == '.') continue;
            if (below[at]-- != '0') break;
            below[at] = '9';
        }
        for (const std::string& each : {token, token + "1", below}) {
            const std::string wrong = check<float>(each, direct);
            if (!wrong.empty()) FAIL(wrong);
        }
    }
    CHECK(direct > 40'000);
}

TEST_CASE("ties between two doubles are rounded to even") {
    long direct = 0;
    // 2^53 + 1 and its neighbours, divided by ten and by a hundred
    for (const char* token :
         {"9007199254740993", "9007199254740993.0", "900719925474099.3", "9007199254740995",
          "4503599627370496.5", "4503599627370497.5", "2251799813685248.25", "2251799813685248.75",
          "1125899906842624.125", "1125899906842624.375", "4503599627370496.499",
          "4503599627370497.501"}) {
        CHECK(check<double>(token, direct) == "");
    }
    CHECK(direct == 12);
}

TEST_CASE("a float in a list is the nearest one, whichever algorithm found it") {
    support::random random(9);
    long direct = 0;
    const auto compare = [&](const std::string& token) {
        const std::string list =
            R"({"embedding":[-1.5,)" + token + ",-0.0001234567890123,0.25,17]}";
        const char* const p = list.data() + 19;
        float found = 0;
        // the list has the 31 bytes behind the first one that are looked at
        const char* const after =
            oaiwire::detail::has_blocks ? scan_float(p, ~digits_of_two(p), found) : nullptr;
        if (!after || !ends_decimal(*after)) return;
        ++direct;
        const float right = support::nearest<float>(token);
        if (after != p + token.size() || std::memcmp(&found, &right, sizeof found) != 0)
            FAIL(token);
    };
    for (int i = 0; i != 200'000; ++i) {
        std::string token = random.below(2) != 0 ? "-" : "";
        token += random.below(5) == 0 ? std::to_string(random.below(120)) : "0";
        token += '.' + std::string(random.below(4), '0');
        for (std::size_t n = 1 + random.below(18); n != 0; --n) {
            token += static_cast<char>('0' + random.below(10));
        }
        compare(token);
    }
    // requires 16-byte blocks and doubles without excess precision
    if (oaiwire::detail::has_blocks && FLT_EVAL_METHOD == 0) {
        CHECK(direct > 150'000);
    } else {
        CHECK(direct == 0);
    }
    // halfway between floats and next to it, with any number of decimal places
    for (int i = 0; i != 50'000; ++i) {
        const std::uint64_t bits = ((std::uint64_t{1} << 24) + random.below(1 << 24)) | 1;
        char text[64];
        std::snprintf(text, sizeof text, "%.30f",
                      static_cast<double>(bits) /
                          static_cast<double>(std::uint64_t{1} << (20 + random.below(12))));
        for (const std::size_t size : {8U, 12U, 16U, 18U, 19U, 20U, 24U, 32U}) {
            std::string token(text, size);
            compare(token);
            token.back() = token.back() == '9' ? '8' : static_cast<char>(token.back() + 1);
            compare(token);
        }
    }
    for (const char* token :
         {"0.0", "-0.0", "0.0000000000000000", "0.00000000000000001", "1.5e3", "0.1E-3", "00.5",
          "1.", "123.5", "0.12345678901234567890123456789012"}) {
        compare(token);
    }
}

TEST_CASE("zeros before, between and after digits lose no digits") {
    long direct = 0;
    std::string wrong;
    for (std::size_t zeros = 0; zeros != 40; ++zeros) {
        for (std::size_t digits = 1; digits != 24; ++digits) {
            for (const char digit : {'1', '9'}) {
                const std::string some(digits, digit);
                for (const std::string& token : {"0." + std::string(zeros, '0') + some,
                                                 some + "." + std::string(zeros + 1, '0'),
                                                 "1." + std::string(zeros, '0') + some,
                                                 "0." + some + std::string(zeros, '0') + "5"}) {
                    if (wrong.empty()) wrong = check<double>(token, direct);
                    if (wrong.empty()) wrong = check<float>(token, direct);
                }
            }
        }
    }
    CHECK(wrong == "");
    CHECK(direct > 1000);
}

TEST_CASE("a fraction of more than ten thousand digits is left to the general path") {
    const auto taken = [](const std::string& token) {
        decimal_number d;
        return scan_decimal(token.data(), token.data(), token.data() + token.size(), d) != nullptr;
    };
    CHECK(taken("0." + std::string(10'000, '0')));
    CHECK_FALSE(taken("0." + std::string(10'001, '0')));
}

TEST_CASE("a number of one block is read at once, and reads no further than it says") {
    if constexpr (!oaiwire::detail::has_blocks) return;
    for (const bool negative : {false, true}) {
        for (const std::string whole : {"0", "7", "42", "00", "07", "123", "", "a"}) {
            for (std::size_t places = 0; places != 20; ++places) {
                const std::string number = (negative ? "-" : "") + whole + "." +
                                           std::string("98765432109876543210").substr(0, places);
                for (const std::string next : {",", "]", "}", " ", "e5", "E-5", ".", "x", "-"}) {
                    const std::string text = std::string(before_short_decimal, '1') + number +
                                             next + std::string(behind_short_decimal, '2');
                    // a heap block of the least size, so that a sanitizer sees what is read
                    constexpr auto size =
                        static_cast<std::size_t>(before_short_decimal + behind_short_decimal + 1);
                    const std::unique_ptr<char[]> held(new char[size]);
                    text.copy(held.get(), size);
                    const char* const p = held.get() + before_short_decimal;
                    decimal_number d, due;
                    const char* const after = scan_short_decimal(p, d);
                    const char* const right = scan_decimal(held.get(), p, held.get() + size, due);
                    const bool fits = whole.size() <= 2 && whole != "00" && whole != "07" &&
                                      whole != "a" && !whole.empty() && places != 0 && places <= 16;
                    if ((after != nullptr) != fits) FAIL(text);
                    if (!after) continue;
                    if (after != p + number.size()) FAIL(text);
                    double value = 7;
                    if (read_short_decimal(p, value) != after) FAIL(text);
                    if (value != support::nearest<double>(number)) FAIL(text);
                    if (ends_decimal(*after) &&
                        (after != right || d.digits != due.digits || d.exponent != due.exponent ||
                         d.negative != negative))
                        FAIL(text);
                }
            }
        }
    }
}

}  // namespace decimal_tests
