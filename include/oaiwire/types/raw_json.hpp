// raw_json: a JSON text that was checked to be valid, kept verbatim.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/kept_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// For JSON whose structure the library does not know: schemas, metadata, arguments.
// Default-constructed and moved-from objects hold `null`. Two objects are equal if their texts are.
class raw_json {
public:
    static constexpr bool kept_apart = true;  // most fields of it are absent

    // The value `null`.
    raw_json() = default;

    // Checks that `text` is one JSON value, nested at most `depth` levels. White space around the
    // value is dropped; inside, it is kept. Errors: syntax, UTF-8 and depth errors, with path and
    // offset.
    static result<raw_json> parse(std::string_view text, std::size_t depth = json::max_depth);

    // For the library: from a text known to be one JSON value without white space around it.
    static raw_json trusted(std::string_view text) { return raw_json(text); }
    // For the library: replaces the text by one known to be valid. Reuses memory.
    void assign_trusted(std::string_view text) { text_.assign(text); }
    // For the library: appends the elements of `list`, a JSON array that is not empty, to this
    // array.
    void append_elements_trusted(std::string_view list);

    // Creates a boolean, a number or a string.
    static raw_json of(bool value) { return raw_json(value ? "true" : "false"); }
    static raw_json of(std::integral auto value) {
        raw_json out;
        json::detail::append_number(out.text_, value);
        return out;
    }
    // Errors: not_finite.
    static result<raw_json> of(double value);
    // Errors: invalid_text.
    static result<raw_json> of(std::string_view value);
    static result<raw_json> of(const char* value) { return of(std::string_view(value)); }

    // The JSON text; a view, valid until this object is modified.
    std::string_view text() const { return text_.empty() ? "null" : std::string_view(text_); }
    // The kind of the value.
    bool is_null() const { return text() == "null"; }
    // The kind of the value.
    bool is_object() const { return text_.starts_with('{'); }
    // The kind of the value.
    bool is_array() const { return text_.starts_with('['); }
    // The kind of the value.
    bool is_string() const { return text_.starts_with('"'); }

    friend bool operator==(const raw_json& a, const raw_json& b) { return a.text() == b.text(); }

private:
    explicit raw_json(std::string_view text) : text_(text) {}

    detail::kept_text text_{};  // empty, as after a move: null
};

// Text, a number or something else, as servers send for a few rare members.
template <>
inline constexpr bool detail::stands_apart<std::variant<std::int64_t, std::string, raw_json>> =
    true;

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <oaiwire/json/text/path.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE result<raw_json> raw_json::parse(std::string_view text, std::size_t depth) {
    return within_memory([&]() -> result<raw_json> {
        const json::detail::fault f = json::detail::check_text(text, depth);
        if (f.code != errc::ok) {
            const auto offset = static_cast<std::size_t>(f.at - text.data());
            return make_error(f.code, {}, json::detail::path_at(text, offset), offset);
        }
        return raw_json(detail::trimmed(text));
    });
}

OAIWIRE_INLINE void raw_json::append_elements_trusted(std::string_view list) {
    const bool first = text_.find_first_not_of(" \t\r\n", 1) == text_.size() - 1;
    text_.reserve(text_.size() + list.size());  // if memory runs out, nothing has changed
    text_.pop_back();
    if (!first) text_.push_back(',');
    text_.append(list.substr(1));
}

OAIWIRE_INLINE result<raw_json> raw_json::of(double value) {
    return within_memory([&]() -> result<raw_json> {
        raw_json out;
        if (!json::detail::append_number(out.text_, value)) return make_error(errc::not_finite);
        return out;
    });
}

OAIWIRE_INLINE result<raw_json> raw_json::of(std::string_view value) {
    return within_memory([&]() -> result<raw_json> {
        raw_json out;
        if (!json::detail::append_string(out.text_, value)) return make_error(errc::invalid_text);
        return out;
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
