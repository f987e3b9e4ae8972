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

// Numbers of at most three digits in 16 bytes of text, all read at once: for each byte the number
// that ends there, as if it were its last digit.
class byte_numbers {
public:
    [[gnu::always_inline]] explicit byte_numbers(const char* p) : text_(block::load(p)) {
        const block shifted = text_ - block::all('0');
        digits_ = at_most(shifted, block::all(9));
        ones_ = shifted & digits_;
        const block comma = equal(text_, block::all(','));
        stop_ = std::countr_zero(~bits_of(digits_ | comma) | 0x10000);
        digit_ = bits_of(digits_);
        inside_ = (1U << stop_) - 1;
        ends_ = bits_of(comma) & inside_;
    }

    // Where they end: at the first byte that is neither digit nor comma; 16: not here.
    int stop() const { return stop_; }
    // Commas before that, behind each of which is a number.
    std::uint32_t commas() const { return ends_; }

    // Whether there is a number before each of those bytes, and all are as bytes are written.
    [[gnu::always_inline]] bool valid(std::uint32_t ends) {
        // the digits before; 0 where there is none
        const block tens = shifted_in<1>(block::zero(), ones_) & digits_;
        const block hundreds = shifted_in<1>(block::zero(), tens) & digits_;
        const block before = ten_times(hundreds) + tens;
        const block rounded = ten_times(before);
        values_ = rounded + ones_;
        // up to 255: neither the product nor the sum is too large
        const block fits = at_most(before, block::all(25)) & at_most(rounded, values_);
        const std::uint32_t zero = bits_of(equal(text_, block::all('0')));
        const std::uint32_t first = ~(digit_ << 1);  // bytes without a digit before
        const std::uint32_t two = digit_ & digit_ << 1;
        const std::uint32_t wrong =
            (two & two << 2) | (zero & first & digit_ >> 1) | ~bits_of(fits);
        return ((wrong & inside_) | (ends & first)) == 0;
    }

    // The number that ends before each byte, for 24 bytes, of which the last are 0.
    [[gnu::always_inline]] void store(char* value) const {
        values_.store(value + 1);
        value[0] = 0;
        std::memset(value + 17, 0, 7);
    }

private:
    block text_;
    block digits_;
    block ones_;
    block values_;
    std::uint32_t digit_;
    std::uint32_t inside_;
    std::uint32_t ends_;
    int stop_;
};

// A token has few bytes, but how many is unpredictable: so many are taken in any case, and no
// branch depends on their number. Bits behind those of a block stand for those that are not there.
inline constexpr std::size_t usual_bytes = 6;
inline constexpr std::uint32_t added_ends = ((1U << usual_bytes) - 1) << 17;

// How many numbers ended at the bits that usual_bytes turns took away; `ends` is what they left.
inline std::size_t bytes_taken(std::uint32_t ends) {
    return usual_bytes + 17 - static_cast<std::size_t>(std::countr_zero(ends & ~0x1FFFFU));
}

inline constexpr std::size_t most_plain_bytes = 24;  // what the smallest heap block holds

// Bytes that are read before it is known what holds them; no heap.
class plain_bytes {
public:
    const std::uint8_t* data() const { return values_.data(); }
    std::size_t size() const { return size_; }
    void assign_padded(const std::uint8_t* from, std::size_t count) {
        std::memcpy(values_.data(), from, count);
        size_ = count;
    }
    void assign_word(std::uint64_t bytes, std::size_t count) {
        std::memcpy(values_.data(), &bytes, sizeof bytes);
        size_ = count;
    }

private:
    std::array<std::uint8_t, most_plain_bytes> values_;
    std::size_t size_ = 0;
};

// The rest of an array that is longer: `count` numbers are in `held`. Bytes: token_bytes or
// plain_bytes.
template <class Bytes>
[[gnu::noinline]] const char* read_more_bytes(const char* p, const char* end, Bytes& out,
                                              std::uint64_t held, std::size_t count) {
    // as many more as one block of text can add
    std::array<std::uint8_t, most_plain_bytes + 8> values{};
    std::memcpy(values.data(), &held, sizeof held);  // little-endian, as there are blocks
    while (end - p > 16) {
        byte_numbers all(p);
        const int stop = all.stop();
        std::uint32_t ends = all.commas();
        if (stop != 16) {
            if (p[stop] != ']') return nullptr;
            ends |= 1U << stop;
        }
        if (ends == 0 || !all.valid(ends)) return nullptr;  // 16 digits, or another form
        std::array<char, 24> value;
        all.store(value.data());
        p += std::bit_width(ends);
        ends |= added_ends;
        for (std::size_t i = 0; i != usual_bytes; ++i) {
            const auto at =
                static_cast<std::size_t>(std::countr_zero(ends)) & 31U;  // else g++ warns
            values[count + i] = static_cast<std::uint8_t>(value[at]);
            ends &= ends - 1;
        }
        count += bytes_taken(ends);
        for (; (ends & 0x1FFFF) != 0; ends &= ends - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(ends));
            values[count++] = static_cast<std::uint8_t>(value[at]);
        }
        if (count > most_plain_bytes) return nullptr;
        if (stop != 16) {
            out.assign_padded(values.data(), count);
            return p;
        }
    }
    return nullptr;
}

// An array of at most most_plain_bytes numbers; p is behind its bracket.
template <class Bytes>
[[gnu::noinline]] const char* read_plain_bytes(const char* p, const char* end, Bytes& out) {
    // machines without blocks would take longer
    if (!oaiwire::detail::has_blocks || end - p <= 16) return nullptr;
    byte_numbers all(p);
    const int stop = all.stop();
    std::uint32_t ends = all.commas();
    if (stop != 16) {
        if (p[stop] != ']') return nullptr;
        ends |= 1U << stop;
    }
    if (ends == 0 || !all.valid(ends)) return nullptr;
    std::array<char, 24> value;
    all.store(value.data());
    const std::uint32_t all_ends = ends;
    ends |= added_ends;
    std::uint64_t values = 0;
    for (std::size_t i = 0; i != usual_bytes; ++i) {
        const auto at = static_cast<std::size_t>(std::countr_zero(ends));
        values |= std::uint64_t{static_cast<unsigned char>(value[at])} << 8 * i;
        ends &= ends - 1;
    }
    if ((ends & 0x1FFFF) != 0) return read_more_bytes(p, end, out, 0, 0);  // from the first one on
    const std::size_t count = bytes_taken(ends);
    if (stop == 16) return read_more_bytes(p + std::bit_width(all_ends), end, out, values, count);
    out.assign_word(values, count);
    return p + stop + 1;
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
[[gnu::noinline]] inline const char* read_spaced_logprob(reader& r, const char* p,
                                                         field<std::string>& token,
                                                         field<double>& logprob,
                                                         field<token_bytes>& bytes) {
    p = past_spaced(p, r.end, "{\"token\":");
    if (!p || *p != '"') return nullptr;
    p = read_token(r, p, token.revive());
    if (p) p = past_spaced(p, r.end, ",\"logprob\":");
    if (p) p = read_plain_real(r, p, logprob.revive());
    if (p) p = past_spaced(p, r.end, ",\"bytes\":");
    if (!p) return nullptr;
    if (*p == 'n') {
        bytes = null;
        return past_text(p, r.end, "null");
    }
    return read_spaced_bytes(r, p, &bytes.revive(), described<token_bytes>());
}

// The same in compact JSON, with a logarithm and bytes of the usual form. There is one look at the
// end of the text before, and one behind the token: nothing else is that long.
[[gnu::noinline]] inline const char* read_logprob(reader& r, const char* p,
                                                  field<std::string>& token, field<double>& logprob,
                                                  field<token_bytes>& bytes) {
    constexpr std::string_view first = "{\"token\":\"";
    constexpr std::string_view second = ",\"logprob\":";
    constexpr std::string_view third = ",\"bytes\":";
    static_assert(first.size() + 1 + second.size() >= before_short_decimal);
    constexpr std::ptrdiff_t most =
        second.size() + behind_short_decimal + third.size() + block_size + 1;
    const char* q = p + first.size();
    if (oaiwire::detail::has_blocks && r.end - p >= block_size + 10 &&
        std::memcmp(p, first.data(), first.size()) == 0) {
        std::string& text = token.revive();
        const auto special = special_in_block(q);
        const std::size_t size = special.first_or_size();
        const bool is_short = special.any() && q[size] == '"' && assign_short(text, q, size);
        q = is_short ? q + size + 1 : r.string(q - 1, text);
        if (!q) return nullptr;
        if (r.end - q > most && std::memcmp(q, second.data(), second.size()) == 0) {
            q = read_short_decimal(q + second.size(), logprob.revive());
            if (q && std::memcmp(q, third.data(), third.size()) == 0) {
                q += third.size();
                if (*q == 'n' && std::memcmp(q, "null", 4) == 0) {
                    bytes = null;
                    return q + 4;
                }
                if (*q == '[') return read_plain_bytes(q + 1, r.end, bytes.revive());
            }
        }
    }
    return read_spaced_logprob(r, p, token, logprob, bytes);
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
    TopLogprob* next = list.data();  // elements are reused
    TopLogprob* last = next + list.size();
    p = past_space(p + 1, r.end);
    if (p != r.end && *p != ']') {
        for (;; ++p) {
            if (next == last) {
                const std::size_t count = list.size();
                if (list.capacity() == 0) list.reserve(r.first_growth(type));
                list.emplace_back();
                next = list.data() + count;
                last = next + 1;
            }
            p = read_top_logprob(r, p, next++);
            if (!p || p == r.end) return nullptr;
            if (*p == ',') continue;
            p = past_space(p, r.end);
            if (p == r.end || *p != ',') break;
        }
    }
    p = past_either(p, r.end, "]}");
    if (!p) return nullptr;
    const auto count = static_cast<std::size_t>(next - list.data());
    if (next != last) list.resize(count);
    r.has_size(type, count);
    out.extra.clear();
    return p;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
