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
    // The number that ends before each byte; the last are 0. Apart from the rest, which is then
    // kept in registers.
    using values = std::array<char, 24>;

    // Returns false for text in another form, and if no number ends in it.
    [[gnu::always_inline]] bool read(const char* p, values& out) {
        const block text = block::load(p);
        const block shifted = text - block::all('0');
        const block digits = at_most(shifted, block::all(9));
        const block ones = shifted & digits;
        const block comma = equal(text, block::all(','));
        const int stop = std::countr_zero(~bits_of(digits | comma) | 0x10000);
        const std::uint32_t digit = bits_of(digits);
        const std::uint32_t inside = (1U << stop) - 1;
        ends_ = bits_of(comma) & inside;
        stop_ = stop;
        if (last()) {
            if (p[stop] != ']') return false;
            ends_ |= 1U << stop;
        }
        if (ends_ == 0) return false;
        left_ = ends_;
        // the digits before; 0 where there is none
        const block tens = shifted_in<1>(block::zero(), ones) & digits;
        const block hundreds = shifted_in<1>(block::zero(), tens) & digits;
        const block before = ten_times(hundreds) + tens;
        const block rounded = ten_times(before);
        const block value = rounded + ones;
        // up to 255: neither the product nor the sum is too large
        const block fits = at_most(before, block::all(25)) & at_most(rounded, value);
        const std::uint32_t zero = bits_of(equal(text, block::all('0')));
        const std::uint32_t first = ~(digit << 1);  // bytes without a digit before
        const std::uint32_t two = digit & digit << 1;
        const std::uint32_t wrong = (two & two << 2) | (zero & first & digit >> 1) | ~bits_of(fits);
        // each number is as bytes are written, and there is one before each comma
        if (((wrong & inside) | (ends_ & first)) != 0) return false;
        out[0] = 0;
        value.store(out.data() + 1);
        std::memset(out.data() + 17, 0, 7);
        return true;
    }

    // Whether the list ends with them.
    bool last() const { return stop_ != 16; }
    // Of their text: what follows is another number, or is behind the list.
    int length() const { return last() ? stop_ + 1 : static_cast<int>(std::bit_width(ends_)); }

    // Takes the first ones: so many that a token rarely has more. How many it has is unpredictable:
    // no branch depends on that.
    [[gnu::always_inline]] std::uint64_t take(const values& from, std::size_t& count) {
        constexpr std::size_t usual = 6;
        // bits behind those of the block stand for numbers that are not there, which are 0
        std::uint32_t ends = left_ | ((1U << usual) - 1) << 17;
        std::uint64_t taken = 0;
        for (std::size_t i = 0; i != usual; ++i) {
            const auto at =
                static_cast<std::size_t>(std::countr_zero(ends)) & 31U;  // else g++ warns
            taken |= std::uint64_t{static_cast<unsigned char>(from[at])} << 8 * i;
            ends &= ends - 1;
        }
        count = usual + 17 - static_cast<std::size_t>(std::countr_zero(ends & ~0x1FFFFU));
        left_ = ends & 0x1FFFF;
        return taken;
    }
    bool empty() const { return left_ == 0; }
    // The next one.
    std::uint8_t take_one(const values& from) {
        const auto at = static_cast<std::size_t>(std::countr_zero(left_));
        left_ &= left_ - 1;
        return static_cast<std::uint8_t>(from[at]);
    }

private:
    std::uint32_t ends_;  // what is behind each number: commas, and a bracket
    std::uint32_t left_;  // those of numbers that are not taken
    int stop_;            // at the first byte that is neither digit nor comma
};

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
        byte_numbers all;
        byte_numbers::values value;
        if (!all.read(p, value)) return nullptr;
        p += all.length();
        std::size_t taken;
        held = all.take(value, taken);
        std::memcpy(values.data() + count, &held, sizeof held);
        count += taken;
        while (!all.empty()) values[count++] = all.take_one(value);
        if (count > most_plain_bytes) return nullptr;
        if (all.last()) {
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
    byte_numbers all;
    byte_numbers::values value;
    if (!all.read(p, value)) return nullptr;
    std::size_t count;
    const std::uint64_t values = all.take(value, count);
    if (!all.empty()) return read_more_bytes(p, end, out, 0, 0);  // from the first one on
    if (!all.last()) return read_more_bytes(p + all.length(), end, out, values, count);
    out.assign_word(values, count);
    return p + all.length();
}

// White space that most likely is as long as it was before: a line feed or space, then spaces.
struct indents {
    std::ptrdiff_t brace = 1;   // before an object and the end of it
    std::ptrdiff_t member = 1;  // before a member, and the end of a list in it
    std::ptrdiff_t byte = 1;    // before an element of that list
};
// past_space() where that is `width`, which becomes what there is. The position behind then follows
// from a branch that is foreseen, so that what is read there need not wait for the search.
[[gnu::always_inline]] inline const char* past_same_space(const char* p, const char* end,
                                                          std::ptrdiff_t& width) {
    if (p != end && static_cast<unsigned char>(*p) > ' ') return p;
    if constexpr (oaiwire::detail::has_blocks) {
        if (end - p > width + block_size && (*p == '\n' || *p == ' ')) {
            const char* const after = p + width;
            const char* q = p + 1;
            block same = block::all(0xFF);
            for (; after - q >= block_size; q += block_size) {
                same = same & equal(block::load(q), block::all(' '));
            }
            const std::uint32_t rest =
                bits_of(equal(block::load(q), block::all(' '))) | 0xFFFFU << (after - q);
            if ((bits_of(same) & rest & 0xFFFF) == 0xFFFF &&
                static_cast<unsigned char>(*after) > ' ') {
                return after;
            }
        }
    }
    const char* const after = skip_space(p, end);
    width = std::max<std::ptrdiff_t>(after - p, 1);
    return after;
}
// The same, not inlined: lists of bytes have the most white space.
[[gnu::noinline]] inline const char* past_like_space(const char* p, const char* end,
                                                     std::ptrdiff_t& width) {
    return past_same_space(p, end, width);
}

// An array of numbers of at most three digits, with white space or in any number.
[[gnu::noinline]] inline const char* read_spaced_bytes(reader& r, const char* p, void* list,
                                                       const description& type, indents& space) {
    constexpr std::ptrdiff_t most = 3;  // digits
    if (r.depth() == 0 || *p != '[') return nullptr;
    elements all = elements_of(list, type);
    std::size_t count = 0;  // bytes read
    do {
        p = past_same_space(p + 1, r.end, space.byte);
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
        if (p != r.end && *p != ',') p = past_like_space(p, r.end, space.member);
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
                                                 std::string_view text, std::ptrdiff_t& width) {
    p = past_space(p, end);
    if (p == end || *p != text.front()) return nullptr;
    p = past_like_space(p + 1, end, width);
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
    std::ptrdiff_t width = 1;
    return after ? after : past_spaced(p, end, {text, N - 1}, width);
}

// The elements of a list, one after the other; those that exist are reused.
template <class List>
class reused_elements {
public:
    reused_elements(reader& r, List& list, const description& type)
        : r_(r), list_(list), type_(type), next_(list.data()), last_(next_ + list.size()) {}

    auto& next() {
        if (next_ == last_) {
            const std::size_t count = list_.size();
            if (list_.capacity() == 0) list_.reserve(r_.first_growth(type_));
            list_.emplace_back();
            next_ = list_.data() + count;
            last_ = next_ + 1;
        }
        return *next_++;
    }
    // Removes those behind. Returns how many there were.
    std::size_t finish() {
        const auto count = static_cast<std::size_t>(next_ - list_.data());
        if (next_ != last_) list_.resize(count);
        r_.has_size(type_, count);
        return count;
    }

private:
    reader& r_;
    List& list_;
    const description& type_;
    typename List::value_type* next_;
    typename List::value_type* last_;
};

// The three members of both structs, in their declared order. p is at the brace. Notes and failures
// recorded here are recorded again when the general reader reads the value again.
[[gnu::noinline]] inline const char* read_spaced_logprob(reader& r, const char* p,
                                                         field<std::string>& token,
                                                         field<double>& logprob,
                                                         field<token_bytes>& bytes,
                                                         indents& space) {
    p = past_spaced(p, r.end, "{\"token\":", space.member);
    if (!p || *p != '"') return nullptr;
    p = read_token(r, p, token.revive());
    if (p) p = past_spaced(p, r.end, ",\"logprob\":", space.member);
    if (p) p = read_plain_real(r, p, logprob.revive());
    if (p) p = past_spaced(p, r.end, ",\"bytes\":", space.member);
    if (!p) return nullptr;
    if (*p == 'n') {
        bytes = null;
        return past_text(p, r.end, "null");
    }
    return read_spaced_bytes(r, p, &bytes.revive(), described<token_bytes>(), space);
}

// The same in compact JSON, with a logarithm and bytes of the usual form. There is one look at the
// end of the text before, and one behind the token: nothing else is that long.
[[gnu::noinline]] inline const char* read_logprob(reader& r, const char* p,
                                                  field<std::string>& token, field<double>& logprob,
                                                  field<token_bytes>& bytes, indents& space) {
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
    return read_spaced_logprob(r, p, token, logprob, bytes, space);
}

inline const char* read_alternative(reader& r, const char* p, TopLogprob& out, indents& space) {
    p = read_logprob(r, p, out.token, out.logprob, out.bytes, space);
    if (p && p != r.end && *p != '}') p = past_like_space(p, r.end, space.brace);
    if (!p || p == r.end || *p != '}') return nullptr;
    out.extra.clear();
    return p + 1;
}

OAIWIRE_INLINE const char* read_top_logprob(reader& r, const char* p, void* object) {
    indents space;
    // two levels: this one, and the bytes
    return r.depth() < 2 ? nullptr : read_alternative(r, p, as<TopLogprob>(object), space);
}

OAIWIRE_INLINE const char* read_token_logprob(reader& r, const char* p, void* object) {
    auto& out = as<TokenLogprob>(object);
    if (r.depth() < 4) return nullptr;  // four levels: the bytes of an alternative are the last
    indents space;
    p = read_logprob(r, p, out.token, out.logprob, out.bytes, space);
    if (p) p = past_either(p, r.end, ",\"top_logprobs\":");
    if (!p || *p != '[') return nullptr;
    reused_elements all(r, out.top_logprobs.revive(), described<std::vector<TopLogprob>>());
    p = past_space(p + 1, r.end);
    if (p != r.end && *p != ']') {
        for (;; ++p) {
            if (p != r.end && *p != '{') p = past_like_space(p, r.end, space.brace);
            p = read_alternative(r, p, all.next(), space);
            if (!p || p == r.end) return nullptr;
            if (*p == ',') continue;
            p = past_space(p, r.end);
            if (p == r.end || *p != ',') break;
        }
    }
    p = past_either(p, r.end, "]}");
    if (!p) return nullptr;
    all.finish();
    out.extra.clear();
    return p;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
