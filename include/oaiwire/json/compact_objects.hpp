// Fast path for small structs that occur thousands of times (log probabilities). Reads members in
// declared order, fastest from compact JSON; returns null for anything else, which the general
// reader then reads.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/reader_strings.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/types/logprobs.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

// The functions below return one past what they read. For text in another form they return null
// without a failure, and `out` is unspecified.

// Bytes read by read_plain_bytes().
struct plain_bytes {
    static constexpr std::size_t most = 24;       // what the smallest heap block holds
    std::array<std::uint8_t, most + 8> values{};  // and as many as one block of text can add
    std::size_t count = 0;
};

// An array of at most 24 numbers of at most three digits. All numbers of 16 bytes are read at once:
// for each byte the number that ends there, as if it were its last digit.
[[gnu::noinline]] inline const char* read_plain_bytes(reader& r, const char* p, plain_bytes& out) {
    if (!oaiwire::detail::has_blocks) return nullptr;   // other machines would take longer
    if (r.depth() == 0 || *p++ != '[') return nullptr;  // too deep is for the general reader
    std::size_t count = 0;
    while (r.end - p > 16) {
        const block text = block::load(p);
        const block digits = at_most(text - block::all('0'), block::all(9));
        const block ones = (text - block::all('0')) & digits;
        // the digits before; 0 where there is none
        const block tens = shifted_in<1>(block::zero(), ones) & digits;
        const block hundreds = shifted_in<1>(block::zero(), tens) & digits;
        const block before = ten_times(hundreds) + tens;
        const block rounded = ten_times(before);
        const block values = rounded + ones;
        // up to 255: neither the product nor the sum is too large
        const block fits = at_most(before, block::all(25)) & at_most(rounded, values);
        const std::uint32_t digit = bits_of(digits);
        const std::uint32_t comma = bits_of(equal(text, block::all(',')));
        const std::uint32_t zero = bits_of(equal(text, block::all('0')));
        // where the list ends; 16: not here
        const int stop = std::countr_zero(~(digit | comma) | 0x10000);
        const std::uint32_t inside = (1U << stop) - 1;
        std::uint32_t ends = comma & inside;  // of numbers
        if (stop != 16) {
            if (p[stop] != ']') return nullptr;
            ends |= inside + 1;
        }
        const std::uint32_t two = digit & digit << 1;
        const std::uint32_t leading_zero = zero & ~(digit << 1) & digit >> 1;
        const std::uint32_t wrong = (two & two << 2) | leading_zero | ~bits_of(fits);
        const std::uint32_t empty = ends & ~(digit << 1);
        if (((wrong & inside) | empty) != 0) return nullptr;
        std::array<char, 17> value;  // each behind its last digit
        values.store(value.data() + 1);
        std::size_t end = 0;
        for (; ends != 0; ends &= ends - 1) {
            end = static_cast<std::size_t>(std::countr_zero(ends));
            out.values[count++] = static_cast<std::uint8_t>(value[end]);
        }
        if (end == 0 || count > plain_bytes::most) return nullptr;  // 16 digits, or too many
        p += end + 1;
        if (stop != 16) {
            out.count = count;
            return p;
        }
    }
    return nullptr;
}

// An array of numbers of at most three digits, with white space or in any number.
[[gnu::noinline]] inline const char* read_spaced_bytes(reader& r, const char* p, void* list,
                                                       const description& type) {
    constexpr std::ptrdiff_t most = 3;  // digits
    if (r.depth() == 0 || *p != '[') return nullptr;
    elements all = elements_of(list, type);
    std::size_t count = 0;  // bytes read
    do {
        p = past_space(p + 1, r.end);
        if (r.end - p <= most) return nullptr;
        const char* const from = p;
        unsigned value = 0;
        for (; p - from != most && is_digit(*p); ++p) {
            value = value * 10 + static_cast<unsigned>(*p - '0');
        }
        if (p == from || value > 0xFF || (*from == '0' && p - from != 1)) return nullptr;
        if (count == all.count) {
            all = type.list(list, std::max<std::size_t>(type.first_capacity, 2 * count));
        }
        all.first[count++] = static_cast<char>(value);
        p = past_space(p, r.end);
        if (p == r.end) return nullptr;
    } while (*p == ',');
    if (*p != ']') return nullptr;
    type.list(list, count);
    return p + 1;
}

// A string, most often a short one.
inline const char* read_token(reader& r, const char* p, std::string& out) {
    if constexpr (oaiwire::detail::has_blocks) {
        if (r.end - p > 16) {
            const auto found = special_in_block(p + 1);
            if (found.any()) {
                const char* const q = p + 1 + found.first();
                if (*q == '"' && assign_short(out, p + 1, found.first())) return q + 1;
            }
        }
    }
    return r.string(p, out);
}

// The text if it is at p, with at least one byte behind it.
template <std::size_t N>
const char* past_text(const char* p, const char* end, const char (&text)[N]) {
    return end - p >= static_cast<std::ptrdiff_t>(N) && std::memcmp(p, text, N - 1) == 0
               ? p + (N - 1)
               : nullptr;
}

// The same with white space around it and behind its first character; then at least one byte that
// is no white space follows.
[[gnu::noinline]] inline const char* past_spaced(const char* p, const char* end,
                                                 std::string_view text) {
    p = past_space(p, end);
    if (p == end || *p != text.front()) return nullptr;
    p = past_space(p + 1, end);
    text.remove_prefix(1);
    if (static_cast<std::size_t>(end - p) <= text.size() ||
        std::memcmp(p, text.data(), text.size()) != 0) {
        return nullptr;
    }
    p += text.size();
    if (*p == ' ') ++p;  // as most writers put it behind a colon
    p = past_space(p, end);
    return p != end ? p : nullptr;
}
// Either.
template <std::size_t N>
const char* past_either(const char* p, const char* end, const char (&text)[N]) {
    const char* const after = past_text(p, end, text);
    return after ? after : past_spaced(p, end, {text, N - 1});
}

// The three members of both structs, in their declared order. p is at the brace. Notes and failures
// recorded here are recorded again when the general reader reads the value again.
[[gnu::noinline]] inline const char* read_logprob(reader& r, const char* p,
                                                  field<std::string>& token, field<double>& logprob,
                                                  field<token_bytes>& bytes) {
    p = past_either(p, r.end, "{\"token\":");
    if (!p || *p != '"') return nullptr;
    p = read_token(r, p, token.revive());
    if (p) p = past_either(p, r.end, ",\"logprob\":");
    if (p) p = read_plain_real(r, p, logprob.revive());
    if (p) p = past_either(p, r.end, ",\"bytes\":");
    if (!p) return nullptr;
    if (*p == 'n') {
        bytes = null;
        return past_text(p, r.end, "null");
    }
    plain_bytes list;
    const char* const after = read_plain_bytes(r, p, list);
    if (!after) return read_spaced_bytes(r, p, &bytes.revive(), described<token_bytes>());
    bytes.revive().assign_padded(list.values.data(), list.count);
    return after;
}

OAIWIRE_INLINE const char* read_top_logprob(reader& r, const char* p, void* object) {
    auto& out = as<TopLogprob>(object);
    if (r.depth() < 2) return nullptr;  // two levels: this one, and the bytes
    p = read_logprob(r, p, out.token, out.logprob, out.bytes);
    if (p && p != r.end && *p != '}') p = past_space(p, r.end);
    if (!p || p == r.end || *p != '}') return nullptr;
    out.extra.clear();
    return p + 1;
}

OAIWIRE_INLINE const char* read_token_logprob(reader& r, const char* p, void* object) {
    auto& out = as<TokenLogprob>(object);
    if (r.depth() < 4) return nullptr;  // four levels: the bytes of an alternative are the last
    p = read_logprob(r, p, out.token, out.logprob, out.bytes);
    if (p) p = past_either(p, r.end, ",\"top_logprobs\":");
    if (!p || *p != '[') return nullptr;
    const description& type = described<std::vector<TopLogprob>>();
    auto& list = out.top_logprobs.revive();
    std::size_t count = 0;
    p = past_space(p + 1, r.end);
    if (p != r.end && *p != ']') {
        for (;; ++p) {
            if (list.capacity() == 0) list.reserve(r.first_growth(type));
            // elements are reused
            p = read_top_logprob(r, p, count < list.size() ? &list[count] : &list.emplace_back());
            ++count;
            if (!p || p == r.end) return nullptr;
            if (*p == ',') continue;
            p = past_space(p, r.end);
            if (p == r.end || *p != ',') break;
        }
    }
    p = past_either(p, r.end, "]}");
    if (!p) return nullptr;
    list.resize(count);
    r.has_size(type, count);
    out.extra.clear();
    return p;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
