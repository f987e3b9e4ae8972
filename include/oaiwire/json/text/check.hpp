// The RFC 8259 checker: is this text JSON, and if not, which is the first byte that no JSON text
// could have there?
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

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/block_avx512.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/check_scalar.hpp>
#include <oaiwire/json/text/quick_check.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/string_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// The deepest nesting of objects and arrays that is ever accepted.
inline constexpr std::size_t max_depth = 1024;

namespace detail {

// Checks one value; p is where it must start (white space may come first). Returns one past it, or
// null and a fault. Iterative; objects and arrays nest at most min(depth, max_depth) levels.
const char* check_value(const char* p, const char* end, std::size_t depth, fault& f,
                        string_checker& strings);
inline const char* check_value(const char* p, const char* end, std::size_t depth, fault& f) {
    string_checker strings;
    return check_value(p, end, depth, f, strings);
}

// Checks a whole text: one value, white space around it, nothing else. The code is errc::ok if it
// is one. `valid` as string_checker() takes it.
fault check_text(std::string_view text, std::size_t depth = max_depth, utf8_check valid = is_utf8);

}  // namespace detail

// Appends `valid`, which must be JSON, without the white space between its tokens. Linear.
void append_compact(std::string& out, std::string_view valid);

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// p is where the name of a member must start; returns one past the colon.
OAIWIRE_INLINE const char* check_name(const char* p, const char* end, fault& f,
                                      string_checker& string) {
    if (p == end) return f.set(errc::unexpected_end, p);
    if (*p != '"') return f.set(errc::unexpected_byte, p);
    p = string(p + 1, end, f);
    if (!p) return nullptr;
    p = skip_space(p, end);
    if (p == end) return f.set(errc::unexpected_end, p);
    if (*p != ':') return f.set(errc::unexpected_byte, p);
    return p + 1;
}

// The same as check_value(), a byte at a time, to find the first fault.
[[gnu::cold, gnu::noinline]] OAIWIRE_INLINE const char* check_slowly(const char* p, const char* end,
                                                                     std::size_t depth, fault& f,
                                                                     string_checker& string) {
    std::array<std::uint64_t, max_depth / 64> objects;  // one bit per level: object or array
    if (depth > max_depth) depth = max_depth;
    std::size_t level = 0;
    char closing = 0;  // of the innermost object or array
    for (;;) {
        p = skip_space(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const char c = *p;
        if (c == '{' || c == '[') {
            if (level == depth) return f.set(errc::too_deep, p);
            const std::uint64_t bit = std::uint64_t{1} << (level % 64);
            auto& word = objects[level / 64];
            if (level % 64 == 0) word = 0;  // its first level: old bits are cleared
            word = c == '{' ? word | bit : word & ~bit;
            ++level;
            closing = c == '{' ? '}' : ']';
            p = skip_space(p + 1, end);
            if (p == end) return f.set(errc::unexpected_end, p);
            if (*p != closing) {  // else: empty, a value by itself
                if (c == '{') p = check_name(p, end, f, string);
                if (!p) return nullptr;
                continue;
            }
        } else {
            p = check_scalar(p, end, f, string);
            if (!p) return nullptr;
            if (level == 0) return p;  // a scalar is the whole value
            p = skip_space(p, end);
        }
        // after a value
        for (; p != end && *p == closing; p = skip_space(p, end)) {
            ++p;
            if (--level == 0) return p;
            // the kind of the level around it
            closing = (objects[(level - 1) / 64] >> ((level - 1) % 64) & 1) != 0 ? '}' : ']';
        }
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p != ',') return f.set(errc::unexpected_byte, p);
        ++p;
        if (closing == '}') p = check_name(skip_space(p, end), end, f, string);
        if (!p) return nullptr;
    }
}

OAIWIRE_INLINE const char* check_value(const char* p, const char* end, std::size_t depth, fault& f,
                                       string_checker& string) {
    p = past_space(p, end);
    if (p != end && !is_nested(*p)) return check_scalar(p, end, f, string);
    if (const char* const after = quick_check(p, end, depth, string)) return after;
    return check_slowly(p, end, depth, f, string);
}

OAIWIRE_INLINE fault check_text(std::string_view text, std::size_t depth, utf8_check valid) {
    fault f;
    const char* const end = text.data() + text.size();
    string_checker strings(valid);
    const char* p = check_value(text.data(), end, depth, f, strings);
    if (!p) return f;
    p = skip_space(p, end);
    if (p != end) f.set(errc::trailing_bytes, p);
    return f;
}

}}}  // namespace oaiwire::v0_2::json::detail

namespace oaiwire { inline namespace v0_2 { namespace json {

// Blocks are compacted in a buffer, which is appended when it is full: growing `out` for a block of
// which most is left out would fill it with zeros first.
OAIWIRE_INLINE void append_compact(std::string& out, std::string_view valid) {
    using detail::block;
    constexpr std::ptrdiff_t step = 32;
    constexpr std::ptrdiff_t size = 1024;
    char buffer[size + 2 * step];
    char* q = buffer;
    char last[3 * step];  // what is left in the end, with spaces behind it
    const char* p = valid.data();
    const char* const end = p + valid.size();
    // blocks before it have another one behind them
    const char* stop = end - std::min<std::ptrdiff_t>(end - p, (end - p) % step + step);
#if OAIWIRE_AVX512
    const bool wide = oaiwire::detail::has_avx512();
#endif
    std::uint32_t inside = 0;  // all bits: a string goes on at p
    std::uint32_t passed = 0;  // 1: a backslash before p escapes the byte there
    for (;; p += step) {
        if (p == stop) {
            if (stop == last + 2 * step) break;
            std::memset(last, ' ', sizeof last);
            if (p != end) std::memcpy(last, p, static_cast<std::size_t>(end - p));
            p = last;
            stop = last + 2 * step;
        }
        const block a = block::load(p);
        const block b = block::load(p + step / 2);
        const auto equal_to = [&](unsigned char c) {
            return bits_of(equal(a, block::all(c)), equal(b, block::all(c)));
        };
        std::uint32_t quotes = equal_to('"');
        const std::uint32_t slashes = equal_to('\\');
        if ((slashes | passed) != 0) {
            const std::uint32_t escapes = detail::escapes_begun(slashes & ~passed);
            quotes &= ~(escapes << 1 | passed);
            passed = escapes >> (step - 1);
        }
        // behind an odd number of quotes
        std::uint32_t strings = quotes;
        for (int by = 1; by != step; by *= 2) strings ^= strings << by;
        strings ^= inside;
        inside = 0 - (strings >> (step - 1));
        // outside strings nothing else is up to the space
        const std::uint32_t spaces =
            bits_of(at_most(a, block::all(' ')), at_most(b, block::all(' ')));
        std::uint32_t kept = strings | ~spaces;
        if (kept == ~std::uint32_t{0}) {
            a.store(q);
            b.store(q + step / 2);
            q += step;
#if OAIWIRE_AVX512
        } else if (wide) {
            q = oaiwire::detail::put_compressed(q, p, kept);
#endif
        } else {
            for (; kept != 0; kept &= kept + (kept & (0 - kept))) {  // by its lowest run first
                const int at = std::countr_zero(kept);
                block::load(p + at).store(q);
                block::load(p + at + step / 2).store(q + step / 2);
                q += std::countr_one(kept >> at);
            }
        }
        if (q - buffer >= size) {
            out.append(buffer, q);
            q = buffer;
        }
    }
    out.append(buffer, q);
}

}}}  // namespace oaiwire::v0_2::json

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
