// The size of schemas that OpenAI's structured outputs accept.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// The limits of OpenAI's guide to structured outputs, section "Supported schemas", as of September
// 2026 (https://developers.openai.com/api/docs/guides/structured-outputs). schema() checks at
// compile time what concerns one type: the values of an enumeration, and the nesting of structs by
// value.
struct schema_limits {
    std::size_t properties = 5000;       // of all objects
    std::size_t nesting = 10;            // levels of objects; `$ref` adds none
    std::size_t text = 120000;           // characters of names, enum and const values
    std::size_t enum_values = 1000;      // of all enumerations
    std::size_t long_enum = 250;         // an enumeration of more values ...
    std::size_t long_enum_text = 15000;  // ... has at most that many characters
};

// Checks a strict schema, of schema() or written by hand, against the limits. Each definition
// counts once, however often it is referred to, and recursion adds nothing. Errors:
// invalid_argument, with what is exceeded as the message. Takes time in proportion to the text and
// its depth.
result<void> check_schema(const raw_json& schema, const schema_limits& limits = {});

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

#include <algorithm>
#include <string>
#include <string_view>

#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// The sums that the limits are about.
class schema_size {
public:
    explicit schema_size(const schema_limits& limits) : limits_(limits) {}

    // Adds a schema within `above` levels of objects.
    void add(json_view schema, std::size_t above) {
        schema.each([&](std::string_view keyword, json_view value) {
            if (keyword == "properties") {
                nesting_ = std::max(nesting_, above + 1);
                add_named(value, above + 1, true);
            } else if (keyword == "$defs" || keyword == "definitions") {
                add_named(value, 0, false);
            } else if (keyword == "items" || keyword == "additionalProperties") {
                add(value, above);
            } else if (keyword == "anyOf") {
                value.each([&](std::string_view, json_view alternative) {
                    add(alternative, above);
                    return true;
                });
            } else if (keyword == "const") {
                text_ += characters(value);
            } else if (keyword == "enum") {
                add_enum(value);
            }
            return true;
        });
    }

    // What exceeds its limit; "" if nothing does.
    std::string excess() const {
        const auto over = [](std::size_t value, std::size_t limit, std::string_view what) {
            std::string out;
            if (value > limit) {
                out.append("the schema has ").append(std::to_string(value)).append(" ");
                out.append(what).append("; at most ").append(std::to_string(limit));
                out.append(" are accepted");
            }
            return out;
        };
        std::string out = over(properties_, limits_.properties, "properties");
        if (out.empty()) out = over(nesting_, limits_.nesting, "levels of objects");
        if (out.empty()) out = over(enum_values_, limits_.enum_values, "enum values");
        if (out.empty()) out = over(text_, limits_.text, "characters in names and values");
        if (out.empty()) out = over(enum_text_, limits_.long_enum_text, "characters in an enum");
        return out;
    }

private:
    // Adds the schemas of properties or definitions, and their names.
    void add_named(json_view schemas, std::size_t above, bool properties) {
        schemas.each([&](std::string_view name, json_view schema) {
            if (properties) ++properties_;
            text_ += characters_of(name);
            add(schema, above);
            return true;
        });
    }
    void add_enum(json_view values) {
        std::size_t count = 0;
        std::size_t text = 0;
        values.each([&](std::string_view, json_view value) {
            ++count;
            text += characters(value);
            return true;
        });
        enum_values_ += count;
        text_ += text;
        if (count > limits_.long_enum) enum_text_ = std::max(enum_text_, text);
    }

    static std::size_t characters(json_view value) {
        const std::string_view text = value.text();
        return value.is_string() ? characters_of(text.substr(1, text.size() - 2)) : text.size();
    }
    // The characters of a string, given as in JSON.
    static std::size_t characters_of(std::string_view raw) {
        std::string decoded;
        append_unescaped(decoded, raw, surrogates::replace);
        return static_cast<std::size_t>(std::count_if(decoded.begin(), decoded.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;  // not within a sequence
        }));
    }

    const schema_limits& limits_;
    std::size_t properties_ = 0;
    std::size_t nesting_ = 0;
    std::size_t text_ = 0;
    std::size_t enum_values_ = 0;
    std::size_t enum_text_ = 0;  // of the longest among those of many values
};

}  // namespace detail

OAIWIRE_INLINE result<void> check_schema(const raw_json& schema, const schema_limits& limits) {
    return within_memory([&]() -> result<void> {
        detail::schema_size size(limits);
        size.add(json_view(schema.text()), 0);
        const std::string excess = size.excess();
        if (!excess.empty()) return make_error(errc::invalid_argument, excess);
        return {};
    });
}

}}}  // namespace oaiwire::v0_2::json

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
