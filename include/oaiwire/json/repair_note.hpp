// repair_note: one repair of a broken JSON text. Options of repair_lenient.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// What was repaired.
enum class repair_kind : std::uint8_t {
    byte_order_mark,    // removed
    text_before,        // text before the value was dropped
    text_after,         // text after the value was dropped
    fence,              // a Markdown fence around the value was removed
    doubled,            // the value was escaped once too often, as inside a string
    comment,            // removed: // and # to the end of the line, /* */
    extra_comma,        // removed: a comma with nothing to separate
    missing_comma,      // added between members or elements, or put for another separator
    missing_colon,      // added between a name and its value, or put for another separator
    missing_value,      // a name without a value was dropped
    missing_bracket,    // added: one was not closed, or the outermost object had none at all
    wrong_bracket,      // replaced by the one that was due
    quotes,             // single, typographic, triple or back quotes became double quotes
    unquoted_name,      // quoted
    unquoted_value,     // quoted: text that is no number or literal
    inner_quote,        // escaped: a double quote inside a string
    control_character,  // escaped inside a string
    escape,             // an escape that JSON does not have was rewritten
    invalid_utf8,       // replaced by U+FFFD
    literal,            // True, False, None and the like became true, false, null
    number,             // `+1`, `.5`, `1.` became `1`, `0.5`, `1`
    not_finite,         // NaN and Infinity became strings, as tolerant reading takes them
    unexpected,         // dropped: text between members or elements that means nothing
    cut,                // the text ended inside the value, which was closed
};

// "extra_comma" and so on, in static memory.
constexpr std::string_view name(repair_kind what) {
    constexpr std::string_view names[]{"byte_order_mark", "text_before",       "text_after",
                                       "fence",           "doubled",           "comment",
                                       "extra_comma",     "missing_comma",     "missing_colon",
                                       "missing_value",   "missing_bracket",   "wrong_bracket",
                                       "quotes",          "unquoted_name",     "unquoted_value",
                                       "inner_quote",     "control_character", "escape",
                                       "invalid_utf8",    "literal",           "number",
                                       "not_finite",      "unexpected",        "cut"};
    return names[static_cast<std::size_t>(what)];
}

// One repair.
struct repair_note {
    repair_kind what{};      // the kind of the repair
    std::size_t offset = 0;  // in the original text, in bytes: where the repair begins
    friend bool operator==(const repair_note&, const repair_note&) = default;
};

// How to repair.
struct repair_options {
    std::size_t depth = 64;  // most levels of objects and arrays (errc::too_deep)
    // An object is due. A string that holds the text of an object or array, which is a valid JSON
    // text, then becomes that value; in text before the value, a `[` does not begin it.
    bool object = false;
};

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
