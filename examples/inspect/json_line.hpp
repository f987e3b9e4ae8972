// Builds a line of output: a JSON text in ASCII.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace inspect {

// Adds commas where needed.
class json_line {
public:
    json_line& open(char bracket) {
        separate();
        text_.push_back(bracket);
        return *this;
    }
    json_line& close(char bracket) {
        text_.push_back(bracket);
        return *this;
    }
    json_line& name(std::string_view n) {
        string(n);
        text_.push_back(':');
        return *this;
    }
    // Invalid UTF-8 becomes U+FFFD.
    json_line& string(std::string_view s) {
        separate();
        std::string valid;
        oaiwire::append_valid_utf8(valid, s);
        const auto json = oaiwire::raw_json::of(valid);  // an error for invalid UTF-8 only
        if (json) text_.append(json->text());
        return *this;
    }
    template <class N>
    json_line& number(N n) {
        separate();
        if constexpr (std::is_integral_v<N>) {
            text_.append(oaiwire::raw_json::of(n).text());
        } else {
            const auto json = oaiwire::raw_json::of(n);  // an error for NaN and infinity
            text_.append(json ? json->text() : "null");
        }
        return *this;
    }
    // A value that is JSON already.
    json_line& raw(std::string_view json) {
        separate();
        text_.append(json);
        return *this;
    }
    json_line& null() { return raw("null"); }
    json_line& boolean(bool b) { return raw(b ? "true" : "false"); }
    json_line& string_or_null(const std::optional<std::string>& s) {
        return s ? string(*s) : null();
    }
    template <class N>
    json_line& number_or_null(const std::optional<N>& n) {
        return n ? number(*n) : null();
    }

    const std::string& text() const { return text_; }

private:
    void separate() {
        if (!text_.empty() && std::string_view("{[:").find(text_.back()) == std::string_view::npos)
            text_.push_back(',');
    }

    std::string text_{};
};

// Appends the UTF-16 of the character at p, which is UTF-8 or a surrogate in three bytes, as
// hexadecimal digits with `prefix` before each unit; returns a pointer past it.
inline const char* append_utf16(std::string& out, const char* p, std::string_view prefix) {
    const auto unit = [&](std::uint32_t code) {
        out.append(prefix);
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.push_back("0123456789abcdef"[code >> shift & 0xF]);
        }
    };
    std::uint32_t code = static_cast<unsigned char>(*p++);
    const int more = code < 0xC0 ? 0 : code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3;
    if (more != 0) code &= 0x3Fu >> more;
    for (int i = 0; i != more; ++i) code = code << 6 | (static_cast<unsigned char>(*p++) & 0x3Fu);
    if (code < 0x10000) {
        unit(code);
    } else {
        unit(0xD800 + ((code - 0x10000) >> 10));
        unit(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
    return p;
}

// A JSON text without white space and non-ASCII bytes, which occur in strings only.
inline std::string ascii(std::string_view json) {
    std::string compact;
    oaiwire::json::append_compact(compact, json);
    std::string out;
    for (const char *p = compact.data(), *end = p + compact.size(); p != end;) {
        if (static_cast<unsigned char>(*p) < 0x80) {
            out.push_back(*p++);
        } else {
            p = append_utf16(out, p, "\\u");
        }
    }
    return out;
}

}  // namespace inspect
