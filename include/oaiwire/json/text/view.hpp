// json_view: looks values up in a JSON text without building anything.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire::inline v0_2 {

// Views one value of a checked text, which must outlive it. Every look is linear in the value.
class json_view {
public:
    json_view() = default;
    explicit json_view(std::string_view checked) : text_(detail::trimmed(checked)) {}

    // One JSON text, white space around it allowed; an empty view where it is none.
    static json_view checked(std::string_view text) {
        return json::detail::check_text(text).code == errc::ok ? json_view(text) : json_view();
    }

    std::string_view text() const { return text_; }
    bool exists() const { return !text_.empty(); }
    bool is_null() const { return text_ == "null"; }
    bool is_object() const { return text_.starts_with('{'); }
    bool is_array() const { return text_.starts_with('['); }
    bool is_string() const { return text_.starts_with('"'); }
    bool is_number() const {
        return exists() && (text_[0] == '-' || json::detail::is_digit(text_[0]));
    }

    // Calls f(raw name, value) for the members of an object, and f("", value) for the elements of
    // an array, until it returns false.
    template <class F>
    void each(F&& f) const {
        if (!is_object() && !is_array()) return;
        json::detail::walker at(text_.data(), text_.data() + text_.size());
        while (at.next()) {
            if (!f(at.name(), json_view(at.take()))) return;
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
        if (json::detail::same_name(raw, name)) found = value;
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
    json::detail::append_unescaped(out, text_.substr(1, text_.size() - 2),
                                   json::surrogates::replace);
    return out;
}

OAIWIRE_INLINE std::string json_view::text_or_json() const {
    if (auto s = string()) return *std::move(s);
    return is_null() ? std::string() : std::string(text_);
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
