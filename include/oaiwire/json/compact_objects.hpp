// Fast path for small structs that occur thousands of times (log probabilities). Reads members in
// declared order from compact JSON; returns null for anything else, which the general reader then
// reads.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/types/logprobs.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

// The functions below return one past what they read. For text in another form they return null
// without a failure, and `out` is unspecified.

// Bytes read by read_plain_bytes(): no more than the smallest heap block holds.
struct plain_bytes {
    std::array<std::uint8_t, 24> values{};
    std::size_t count = 0;
};

// An array of at most 24 numbers of at most three digits. The ends of all numbers in 16 bytes are
// found at once, so that no number waits for the length of the one before.
inline const char* read_plain_bytes(reader& r, const char* p, plain_bytes& out) {
    if (!oaiwire::detail::has_blocks) return nullptr;   // the words below are little-endian
    if (r.depth() == 0 || *p++ != '[') return nullptr;  // too deep is for the general reader
    while (r.end - p >= 20) {  // 16 are looked at, and the last number may lie in 4 more
        const char* from = p;
        for (auto ends = other_than_digits(p); ends.any(); ends = ends.without_first()) {
            const char* const end = p + ends.first();
            const auto n = end - from;
            std::uint32_t digits;
            std::memcpy(&digits, from, sizeof digits);
            // empty, too large, leading zero, or too many numbers
            if (n < 1 || n > 3 || (n != 1 && *from == '0') || out.count == out.values.size())
                return nullptr;
            // leading zeros: bytes d2 d1 d0, lowest first
            digits = (digits ^ 0x30303030) << 8 * (3 - n);
            const std::uint32_t value =
                (digits & 0xFF) * 100 + (digits >> 8 & 0xFF) * 10 + (digits >> 16 & 0xFF);
            if (value > 0xFF) return nullptr;
            out.values[out.count++] = static_cast<std::uint8_t>(value);
            if (*end == ']') return end + 1;
            if (*end != ',') return nullptr;
            from = end + 1;
        }
        if (from == p) return nullptr;  // 16 digits
        p = from;
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

// Copies a short string without branching on its length, which is unpredictable.
inline void assign_token(std::string& out, const char* from, std::size_t size, const char* end) {
    constexpr std::size_t room = 15;  // what every std::string holds without the heap
    if (size > room || end - from < static_cast<std::ptrdiff_t>(room)) {
        return assign_text(out, from, size);
    }
    out.assign(room, '\0');
    std::memcpy(out.data(), from, room);  // the bytes beyond `size` are cut off again
    out.resize(size);
}

// A string, most often a short one. Notes and failures recorded here are recorded again when the
// general reader reads the value again.
inline const char* read_token(reader& r, const char* p, std::string& out) {
    const char* const q = find_special_soon(p + 1, r.end);
    if (q == r.end || *q != '"') return r.string(p, out);
    assign_token(out, p + 1, static_cast<std::size_t>(q - p) - 1, r.end);
    return q + 1;
}

template <class T>
const char* read_compact_object(reader& r, const char* p, T& out);
template <class E>
const char* read_plain_list(reader& r, const char* p, std::vector<E>& out);

template <class T>
const char* read_plain_value(reader& r, const char* p, T& out) {
    if constexpr (is_field<T>) {
        if (*p == 'n') {
            out = null;
            return r.end - p >= 4 && std::memcmp(p, "null", 4) == 0 ? p + 4 : nullptr;
        }
        return read_plain_value(r, p, out.revive());
    } else if constexpr (std::is_same_v<T, std::string>) {
        return *p == '"' ? read_token(r, p, out) : nullptr;
    } else if constexpr (std::is_same_v<T, double>) {
        return read_plain_real(r, p, out);
    } else if constexpr (std::is_same_v<T, std::vector<TopLogprob>>) {
        return read_plain_list(r, p, out);
    } else {
        plain_bytes bytes;
        p = read_plain_bytes(r, p, bytes);
        out.assign_padded(bytes.values.data(), bytes.count);
        return p;
    }
}

template <class E>
const char* read_plain_list(reader& r, const char* p, std::vector<E>& out) {
    const description& type = described<std::vector<E>>();
    std::size_t count = 0;
    if (*p != '[') return nullptr;
    do {
        if (r.end - ++p < 2 || *p != '{') return nullptr;
        if (out.capacity() == 0) out.reserve(r.first_growth(type));
        // elements are reused
        p = read_compact_object(r, p, count < out.size() ? out[count] : out.emplace_back());
        ++count;
        if (!p || p == r.end) return nullptr;
    } while (*p == ',');
    if (*p != ']') return nullptr;
    out.resize(count);
    r.has_size(type, count);
    return p + 1;
}

template <class T>
const char* read_compact_object(reader& r, const char* p, T& out) {
    // the most levels that these structs have, their lists included
    constexpr std::size_t nesting = 4;
    if (r.depth() < nesting) return nullptr;
    ++p;  // the brace
    // unrolled over the members: each must be there, in declared order
    reflect::with_members(out, [&](auto&... members) {
        const member_entry* entry = object_of<T>::members.data();
        const auto take = [&](auto& member) {
            if constexpr (std::is_same_v<std::remove_reference_t<decltype(member)>,
                                         extra_members>) {
                member.clear();  // an unknown name does not match, so there are none
                return true;
            } else {
                // after the comma
                const char* const key = entry == object_of<T>::members.data() ? p : p + 1;
                const bool expected = p != r.end && (key == p || *p == ',') && key != r.end &&
                                      *key == '"' && entry->matches(key, r.end);
                p = expected && key + entry->size != r.end
                        ? read_plain_value(r, key + entry->size, member)
                        : nullptr;
                ++entry;
                return p != nullptr;
            }
        };
        return (take(members) && ...);  // stops at the first that differs
    });
    return p && p != r.end && *p == '}' ? p + 1 : nullptr;
}

OAIWIRE_INLINE const char* read_top_logprob(reader& r, const char* p, void* out) {
    return read_compact_object(r, p, as<TopLogprob>(out));
}
OAIWIRE_INLINE const char* read_token_logprob(reader& r, const char* p, void* out) {
    return read_compact_object(r, p, as<TokenLogprob>(out));
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
