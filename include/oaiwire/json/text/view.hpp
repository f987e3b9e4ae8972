// json_view: looks values up in a JSON text without building anything.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// A view of one value of a valid JSON text, which must outlive it and all that it returns as views.
// Every lookup is linear in the size of the value.
class json_view {
public:
    // An empty view.
    json_view() = default;
    // `checked` must be valid JSON, or empty; white space around it is ignored.
    explicit json_view(std::string_view checked) : text_(detail::trimmed(checked)) {}

    // Checks the text; an empty view if it is not one JSON text.
    static json_view checked(std::string_view text) {
        return json::detail::check_text(text).code == errc::ok ? json_view(text) : json_view();
    }

    // The JSON text of the value; "" for an empty view.
    std::string_view text() const { return text_; }
    // True if there is a value.
    bool exists() const { return !text_.empty(); }
    // True if the value is null.
    bool is_null() const { return text_ == "null"; }
    // True if the value is an object.
    bool is_object() const { return text_.starts_with('{'); }
    // True if the value is an array.
    bool is_array() const { return text_.starts_with('['); }
    // True if the value is a string.
    bool is_string() const { return text_.starts_with('"'); }
    // True if the value is a number.
    bool is_number() const {
        return exists() && (text_[0] == '-' || json::detail::is_digit(text_[0]));
    }

    // Calls f(name, value) for each member of an object and f("", value) for each element of an
    // array, until it returns false. Names are as the text spells them between their quotes.
    template <class F>
    void each(F&& f) const {
        if (!is_object() && !is_array()) return;
        json::detail::walker at(text_.data(), text_.data() + text_.size());
        while (at.next()) {
            if (!f(at.name(), json_view(at.take()))) return;
        }
    }

    // The last member of that name; an empty view if there is none. Names are compared unescaped.
    json_view operator[](std::string_view name) const;
    json_view operator[](const char* name) const { return (*this)[std::string_view(name)]; }
    // The first member or element; an empty view if there is none.
    json_view first() const;
    bool empty() const { return !first().exists(); }

    // The decoded string; nothing for other kinds. Half a surrogate pair becomes U+FFFD.
    std::optional<std::string> string() const;
    // The decoded string, or the JSON text of another value; "" for null and for an empty view.
    std::string text_or_json() const;

private:
    std::string_view text_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 {

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

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
