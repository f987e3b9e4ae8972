// number: a number is read to its integer or nearest double and float, or rejected; printed numbers
// are as short as possible and are read back to the same bits. Input: the token; its first eight
// bytes are also the bits to print.
#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oracle/json_text.hpp>
#include <support/nearest.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

__extension__ using wide = __int128;

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

// The integer part of a number, computed digit by digit. Nothing if it has more than a hundred
// digits.
std::optional<wide> whole_part(std::string_view token) {
    const bool negative = token.starts_with('-');
    if (negative) token.remove_prefix(1);
    const std::size_t e = std::min(token.find_first_of("eE"), token.size());
    std::string digits(token.substr(0, e));
    std::size_t point = std::min(digits.find('.'), digits.size());
    if (point != digits.size()) digits.erase(point, 1);
    const long shift = e == token.size() ? 0 : std::strtol(&std::string(token)[e + 1], nullptr, 10);
    for (long i = shift; i < 0 && point != 0; ++i) --point;
    for (long i = 0; i < shift && digits.find_first_not_of('0') != std::string::npos; ++i) {
        if (++point > digits.size()) digits.push_back('0');
        if (point > token.size() + 100) return std::nullopt;
    }
    digits.resize(point);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > 30) return std::nullopt;
    wide value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return negative ? -value : value;
}

template <class T>
void integer(std::string_view token) {
    const bool plain = token.find_first_of(".eE") == std::string_view::npos;
    const auto whole = whole_part(token);
    const bool fits =
        whole && *whole >= std::numeric_limits<T>::min() && *whole <= std::numeric_limits<T>::max();
    for (const auto mode : {json::strict, json::tolerant}) {
        const auto got = json::read<T>(token, mode);
        must(got.has_value() == (fits && (plain || mode == json::tolerant)),
             "an integer that fits is read");
        must(!got || *got == *whole, "an integer is exact");
    }
}

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

template <class T>
void floating(std::string_view token) {
    const T expected = support::nearest<T>(std::string(token));
    const auto got = json::read<T>(token);
    must(got.has_value() == bool(std::isfinite(expected)), "overflow is rejected");
    must(!got || same_bits(*got, expected), "the nearest value is found");
}

template <class T>
void write(T value) {
    std::string text = "was here";
    const bool written = json::write(value, text).has_value();
    if constexpr (std::is_floating_point_v<T>) {
        must(written == bool(std::isfinite(value)), "finite numbers are written");
        if (!written) return;
        char shortest[64];
        const auto end = std::to_chars(shortest, shortest + sizeof shortest, value).ptr;
        must(text.size() == static_cast<std::size_t>(end - shortest),
             "the printed number is as short as possible");
    } else {
        must(written && text == std::to_string(value), "an integer is written");
    }
    must(oracle::read_json_text(text).ok, "printed numbers are JSON");
    const auto back = json::read<T>(text);
    must(back && same_bits(*back, value), "printed numbers are read back to the same bits");
}

template <class... T>
void each_type(std::string_view token, bool is_number) {
    const auto one = [&]<class Number>(Number value) {
        if (token.size() >= sizeof value) std::memcpy(&value, token.data(), sizeof value);
        write(value);
        if (!is_number) {
            must(!json::read<Number>(token), "an invalid number is rejected");
        } else if constexpr (std::is_floating_point_v<Number>) {
            floating<Number>(token);
        } else {
            integer<Number>(token);
        }
    };
    (one(T{}), ...);
}

void number(std::string_view input) {
    const fuzz::block exact(input);
    const std::string_view token = exact.view();
    const bool is_number = !token.empty() && (token[0] == '-' || is_digit(token[0])) &&
                           is_digit(token.back()) && oracle::read_json_text(token).ok;
    // white space around a number is allowed
    if (!is_number && oracle::read_json_text(token).ok) return;
    each_type<std::int8_t, std::uint8_t, std::int16_t, std::uint16_t, std::int32_t, std::uint32_t,
              std::int64_t, std::uint64_t, float, double>(token, is_number);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    number(fuzz::text_of(data, size));
    return 0;
}
