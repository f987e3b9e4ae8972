// A look into a JSON text that is known to be valid, member by member and without building
// anything. Knows no types.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire::inline v0_2 {

// Views one value of a checked text, which must outlive it. Every look is linear in the value.
class json_view {
public:
    json_view() = default;
    explicit json_view(std::string_view checked) : text_(detail::trimmed(checked)) {}

    // One JSON text, white space around it allowed; an empty view where it is none.
    static json_view checked(std::string_view text) {
        return json_scan::check_text(text).code == errc::ok ? json_view(text) : json_view();
    }

    std::string_view text() const { return text_; }
    bool exists() const { return !text_.empty(); }
    bool is_null() const { return text_ == "null"; }
    bool is_object() const { return text_.starts_with('{'); }
    bool is_array() const { return text_.starts_with('['); }
    bool is_string() const { return text_.starts_with('"'); }
    bool is_number() const {
        return exists() && (text_[0] == '-' || json_scan::is_digit(text_[0]));
    }

    // Calls f(raw name, value) for the members of an object, and f("", value) for the elements of
    // an array, until it returns false.
    template <class F>
    void each(F&& f) const {
        if (!is_object() && !is_array()) return;
        const char* p = text_.data();
        const char* const end = p + text_.size();
        const char closing = is_object() ? '}' : ']';
        json_scan::fault ignored;
        for (p = json_scan::skip_space(p + 1, end); *p != closing;) {
            if (*p == ',') p = json_scan::skip_space(p + 1, end);
            std::string_view name;
            if (closing == '}') {
                const char* after = json_scan::pass_string(p + 1, end, ignored);
                name = {p + 1, static_cast<std::size_t>(after - p) - 2};
                p = json_scan::skip_space(json_scan::skip_space(after, end) + 1, end);
            }
            const char* const after = json_scan::pass_value(p, end);
            if (!f(name, json_view(std::string_view(p, static_cast<std::size_t>(after - p)))))
                return;
            p = json_scan::skip_space(after, end);
        }
    }

    // The last member of that name; an empty view where there is none.
    json_view operator[](std::string_view name) const;
    json_view first() const;
    bool empty() const { return !first().exists(); }

    // The characters of a string; nothing for other kinds. Half a surrogate pair becomes U+FFFD.
    std::optional<std::string> string() const;
    // The same, or the JSON text of whatever else is there; "" for null and for nothing.
    std::string text_or_json() const;

private:
    std::string_view text_{};
};

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE json_view json_view::operator[](std::string_view name) const {
    json_view found;
    if (!is_object()) return found;
    each([&](std::string_view raw, json_view value) {
        if (json_scan::same_name(raw, name)) found = value;
        return true;
    });
    return found;
}

OAIWIRE_INLINE json_view json_view::first() const {
    json_view found;
    each([&](std::string_view, json_view value) {
        found = value;
        return false;
    });
    return found;
}

OAIWIRE_INLINE std::optional<std::string> json_view::string() const {
    if (!is_string()) return std::nullopt;
    std::string out;
    json_scan::append_unescaped(out, text_.substr(1, text_.size() - 2),
                                json_scan::surrogates::replace);
    return out;
}

OAIWIRE_INLINE std::string json_view::text_or_json() const {
    if (auto s = string()) return *std::move(s);
    return is_null() ? std::string() : std::string(text_);
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
