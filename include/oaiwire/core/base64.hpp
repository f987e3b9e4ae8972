// Base64 with the standard alphabet (RFC 4648, section 4): encoder and strict decoder.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/base64_avx2.hpp>
#include <oaiwire/core/base64_avx512.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>

namespace oaiwire { inline namespace v0_2 {

// Whether decode_base64() requires the `=` padding. required: the text's length must be a multiple
// of four. optional: the padding may be missing, but must be right if present.
// In both cases the decoder rejects every character outside the alphabet (white space included) and
// non-zero bits after the last byte.
enum class base64_padding : std::uint8_t { required, optional };

namespace detail {

inline constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
// Set in a table entry for a character outside the alphabet. Above the 24 bits of a group.
inline constexpr std::uint32_t not_base64 = 0xFF000000;

// Four tables, one per position in a group of four characters: the bits that a character
// contributes to the 24-bit group, or not_base64.
constexpr std::array<std::array<std::uint32_t, 256>, 4> make_base64_values() {
    std::array<std::array<std::uint32_t, 256>, 4> out{};
    for (std::size_t place = 0; place != 4; ++place) {
        out[place].fill(not_base64);
        for (std::uint32_t i = 0; i != 64; ++i) {
            out[place][static_cast<unsigned char>(base64_alphabet[i])] = i << (18 - 6 * place);
        }
    }
    return out;
}
inline constexpr auto base64_values = make_base64_values();

constexpr std::uint32_t base64_value(char c, std::size_t place) {
    return base64_values[place][static_cast<unsigned char>(c)];
}

// Eight bytes as a number, the first in the highest bits.
constexpr std::uint64_t load_big_endian(const std::uint8_t* p) {
    return std::uint64_t{p[0]} << 56 | std::uint64_t{p[1]} << 48 | std::uint64_t{p[2]} << 40 |
           std::uint64_t{p[3]} << 32 | std::uint64_t{p[4]} << 24 | std::uint64_t{p[5]} << 16 |
           std::uint64_t{p[6]} << 8 | p[7];
}

// The text without its trailing padding.
constexpr std::string_view base64_body(std::string_view text) {
    for (int i = 0; i != 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    return text;
}

}  // namespace detail

// The number of characters that `n` bytes encode to, padding included.
constexpr std::size_t base64_encoded_size(std::size_t n) {
    return n / 3 * 4 + (n % 3 != 0 ? 4 : 0);
}

// The number of bytes that `text` decodes to. Meaningful only if the text is valid base64.
constexpr std::size_t base64_decoded_size(std::string_view text) {
    const std::size_t n = detail::base64_body(text).size();
    return n / 4 * 3 + n % 4 * 3 / 4;
}

// Appends the encoding of `bytes`, with padding.
void append_base64(std::string& out, std::span<const std::uint8_t> bytes);
// Returns the encoding of `bytes`, with padding.
std::string to_base64(std::span<const std::uint8_t> bytes);

// Decodes `text` into `out`, which must hold at least base64_decoded_size(text) bytes. Returns the
// number of bytes written. `out` may begin where `text` does; then `text` is lost.
// Errors: errc::invalid_base64 with the offset of the first wrong character (or of the end, if the
// text is incomplete); errc::invalid_argument if `out` is too small. On an error the contents of
// `out` are unspecified.
result<std::size_t> decode_base64(std::string_view text, std::span<std::uint8_t> out,
                                  base64_padding padding = base64_padding::required);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Writes the encoding of n bytes to `to`.
inline void put_base64(char* to, const std::uint8_t* from, std::size_t n) {
    std::size_t left = n;
#if OAIWIRE_AVX2
    if (left >= 32 && has_avx2()) {
        const auto go = [&](std::size_t done) {
            from += done;
            to += done / 3 * 4;
            left -= done;
        };
#if OAIWIRE_AVX512
        if (has_avx512()) go(encode_base64_avx512(from, left, to));
#endif
        go(encode_base64_avx2(from, left, to));
    }
#endif
    const auto put = [&](std::uint32_t group, int characters) {
        for (int i = 0; i != 4; ++i) {
            *to++ = i < characters ? base64_alphabet[group >> (18 - 6 * i) & 63] : '=';
        }
    };
    for (; left >= 8; left -= 6, from += 6, to += 8) {  // six of the eight that are loaded
        const std::uint64_t six = load_big_endian(from);
        const auto character = [&](int i) { return base64_alphabet[six >> (58 - 6 * i) & 63]; };
        to[0] = character(0);
        to[1] = character(1);
        to[2] = character(2);
        to[3] = character(3);
        to[4] = character(4);
        to[5] = character(5);
        to[6] = character(6);
        to[7] = character(7);
    }
    for (; left >= 3; left -= 3, from += 3) {
        put(std::uint32_t{from[0]} << 16 | std::uint32_t{from[1]} << 8 | from[2], 4);
    }
    if (left == 2) put(std::uint32_t{from[0]} << 16 | std::uint32_t{from[1]} << 8, 3);
    if (left == 1) put(std::uint32_t{from[0]} << 16, 2);
}

}  // namespace detail

OAIWIRE_INLINE void append_base64(std::string& out, std::span<const std::uint8_t> bytes) {
    // in parts, so that new memory, which is filled with zeros, is still cached then
    constexpr std::size_t part = 12288;
    const std::size_t needed = out.size() + base64_encoded_size(bytes.size());
    if (needed > out.capacity()) out.reserve(std::max(needed, 2 * out.capacity()));
    for (std::size_t n = 0; !bytes.empty(); bytes = bytes.subspan(n)) {
        n = std::min(bytes.size(), part);
        const std::size_t before = out.size();
        out.resize(before + base64_encoded_size(n));
        detail::put_base64(out.data() + before, bytes.data(), n);
    }
}

OAIWIRE_INLINE std::string to_base64(std::span<const std::uint8_t> bytes) {
    std::string out;
    append_base64(out, bytes);
    return out;
}

OAIWIRE_INLINE result<std::size_t> decode_base64(std::string_view text, std::span<std::uint8_t> out,
                                                 base64_padding padding) {
    using detail::base64_value;
    const std::string_view body = detail::base64_body(text);
    const std::size_t size = base64_decoded_size(text);
    const auto bad = [](std::size_t at) { return make_error(errc::invalid_base64, {}, {}, at); };
    if (out.size() < size)
        return make_error(errc::invalid_argument, "the output buffer is too small");

    const char* from = body.data();
    std::uint8_t* to = out.data();
#if OAIWIRE_AVX2
    constexpr std::size_t worth_a_call = 64;
    if (body.size() >= worth_a_call && detail::has_avx2()) {
        const char* const end = from + body.size();
        const auto go = [&](std::size_t n) {
            from += n;
            to += n / 4 * 3;
        };
#if OAIWIRE_AVX512
        // reads characters again where it ends, and tells only there whether all are valid
        const auto begin = reinterpret_cast<std::uintptr_t>(from);
        const auto target = reinterpret_cast<std::uintptr_t>(to);
        const bool apart = begin + body.size() <= target || target + size <= begin;
        if (apart && detail::has_avx512()) {
            go(detail::decode_base64_avx512(from, body.size(), to));
        }
#endif
        go(detail::decode_base64_avx2(from, static_cast<std::size_t>(end - from), to));
    }
#endif
    for (const char* const last = body.data() + body.size() / 4 * 4; from != last;
         from += 4, to += 3) {
        const std::uint32_t group = base64_value(from[0], 0) | base64_value(from[1], 1) |
                                    base64_value(from[2], 2) | base64_value(from[3], 3);
        if (group >= detail::not_base64) {
            std::size_t i = 0;
            while (base64_value(from[i], i) < detail::not_base64) ++i;
            return bad(static_cast<std::size_t>(from - body.data()) + i);
        }
        to[0] = static_cast<std::uint8_t>(group >> 16);
        to[1] = static_cast<std::uint8_t>(group >> 8);
        to[2] = static_cast<std::uint8_t>(group);
    }

    const std::size_t rest = body.size() % 4;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i != rest; ++i) {
        const std::uint32_t value = base64_value(from[i], i);
        if (value >= detail::not_base64) return bad(body.size() - rest + i);
        group |= value;
    }
    if (rest == 1) return bad(body.size());
    if (group << (8 * rest) != 0) return bad(body.size() - 1);  // non-zero bits after the last byte
    if (rest >= 2) to[0] = static_cast<std::uint8_t>(group >> 16);
    if (rest == 3) to[1] = static_cast<std::uint8_t>(group >> 8);

    const std::size_t pads = text.size() - body.size();
    const std::size_t due = rest == 0 ? 0 : 4 - rest;
    if (pads > due) return bad(body.size() + due);
    if (pads < due && (padding == base64_padding::required || pads != 0)) return bad(text.size());
    return size;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
