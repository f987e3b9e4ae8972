// repair: turns common malformed output of servers into JSON. Tolerant reading calls it after a
// syntax error and then reads the text again.
//
//   found in the text                  becomes
//   invalid UTF-8                      U+FFFD for each maximal part (Unicode 3.9)
//   a raw control character in text    its escape
//   NaN, Infinity, -Infinity           "NaN", "Infinity", "-Infinity", which tolerant reading takes
//                                      for the double that they name
//   a byte order mark before all       nothing
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// Appends the escape of a control character.
inline void append_control(std::string& out, unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    out.append("\\u00").push_back(hex[c >> 4]);
    out.push_back(hex[c & 15]);
}

// Appends the code point at p, or U+FFFD where it is malformed. Returns the position after it.
// Requires p != end.
inline const char* append_code_point(std::string& out, const char* p, const char* end) {
    const utf8_step step = utf8_advance(p, end);
    if (step.next) {
        out.append(p, step.next);
        return step.next;
    }
    out.append(replacement_character);
    return step.bad == p ? p + 1 : step.bad;
}

}  // namespace detail

// Appends the repaired text to `out`; returns false if there was nothing to repair. The result may
// still be no JSON. Linear in the size of the text.
inline bool repair(std::string_view text, std::string& out) {
    constexpr std::string_view mark = oaiwire::detail::byte_order_mark;
    bool changed = text.starts_with(mark);
    if (changed) text.remove_prefix(mark.size());
    const char* p = text.data();
    const char* const end = p + text.size();
    bool in_string = false;
    while (p != end) {
        const auto c = static_cast<unsigned char>(*p);
        if (c >= 0x80) {
            changed = changed || !utf8_advance(p, end).next;
            p = detail::append_code_point(out, p, end);
        } else if (in_string) {
            // a control character after a backslash stays: its escape would need another backslash
            if (c == '\\' && end - p >= 2 && static_cast<unsigned char>(p[1]) < 0x80) {
                out.append(p, 2);
                p += 2;
                continue;
            }
            if (c < 0x20) {
                detail::append_control(out, c);
                changed = true;
            } else {
                out.push_back(*p);
                in_string = c != '"';
            }
            ++p;
        } else {
            const std::string_view rest(p, static_cast<std::size_t>(end - p));
            std::string_view word;
            for (const std::string_view w : {"NaN", "Infinity", "-Infinity"}) {
                if (rest.starts_with(w)) word = w;
            }
            if (!word.empty()) {
                out.append("\"").append(word).append("\"");
                p += word.size();
                changed = true;
                continue;
            }
            in_string = c == '"';
            out.push_back(*p++);
        }
    }
    return changed;
}

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
