// From a byte offset in a JSON text to the path of the value there ("choices[0].delta.content").
// Scans the text again, so that readers need not keep a path.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A member or an element on the way to a value.
struct path_frame {
    bool object = false;     // a member, else an element
    std::string_view key{};  // as the text spells it between its quotes
    std::size_t index = 0;
};

// Appends `.name`, `["odd name"]` or `[index]`.
void append_path_step(std::string& out, const path_frame& frame);

// Puts a step before a path, which is built from its end while calls return.
void prepend_path_step(std::string& path, const path_frame& frame);

// The path of the innermost value that holds the byte at `offset` or is due there. The text must be
// JSON up to that byte. Names are shown as the text spells them. Linear in offset; at most 64 steps
// are written.
std::string path_at(std::string_view text, std::size_t offset);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

#include <vector>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE void append_path_step(std::string& out, const path_frame& frame) {
    if (!frame.object) {
        out.append("[")
            .append(oaiwire::detail::decimal(static_cast<std::int64_t>(frame.index)))
            .append("]");
        return;
    }
    bool plain = !frame.key.empty();
    for (const char c : frame.key) {
        plain = plain && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
                          c == '_' || c == '-' || c == '/');
    }
    if (plain) {
        if (!out.empty()) out.push_back('.');
        out.append(frame.key);
    } else {
        constexpr std::size_t shown = 64;  // bytes of an odd name
        out.append("[\"").append(utf8_prefix(frame.key, shown)).append("\"]");
    }
}

OAIWIRE_INLINE void prepend_path_step(std::string& path, const path_frame& frame) {
    std::string whole;
    append_path_step(whole, frame);
    if (!path.empty() && path.front() != '[') whole.push_back('.');
    path = whole.append(path);
}

OAIWIRE_INLINE std::string path_at(std::string_view text, std::size_t offset) {
    const char* p = text.data();
    const char* const end = p + std::min(offset, text.size());
    std::vector<path_frame> frames;  // the open objects and arrays
    bool value_due = true;           // false: between a name and its value, or after a value
    while (p != end) {
        switch (const char c = *p++; c) {
            case '{':
            case '[':
                frames.push_back({c == '{', {}, 0});
                value_due = c == '[';
                break;
            case '}':
            case ']':
                if (!frames.empty()) frames.pop_back();
                value_due = true;
                break;
            case ',':
                if (frames.empty()) break;
                frames.back().key = {};
                ++frames.back().index;
                value_due = !frames.back().object;
                break;
            case ':':
                value_due = true;
                break;
            case '"': {
                const string_end found = find_string_end(p, end);
                if (found.ends && !value_due && !frames.empty()) {
                    frames.back().key = text_between(p, found.quote);
                }
                p = found.ends ? found.quote + 1 : end;  // the offset is inside this string
                break;
            }
            default:
                break;
        }
    }
    std::string out;
    constexpr std::size_t most = 64;
    for (std::size_t i = 0; i != frames.size() && i != most; ++i) {
        // an object whose next key is not read yet names no member
        if (frames[i].object && frames[i].key.data() == nullptr) break;
        append_path_step(out, frames[i]);
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
