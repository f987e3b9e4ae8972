// Schemas of the API documents as constant data (api/document_*.hpp), and checking a JSON text
// against one. The JSON Schema of a struct is made by json/schema.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/number.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// The JSON types that a value may have, as bits. `number` includes integers.
enum class value_types : std::uint8_t {
    any = 0,
    text = 1,
    integer = 2,
    number = 4,
    boolean = 8,
    object = 16,
    list = 32,
    null = 64,
};
// Values of either type.
constexpr value_types operator|(value_types a, value_types b) {
    return static_cast<value_types>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
// Whether `all` contains the type `one`.
constexpr bool has(value_types all, value_types one) {
    return (static_cast<unsigned>(all) & static_cast<unsigned>(one)) != 0;
}

// Whether a member must be present, and whether it may be null.
enum class presence : std::uint8_t { optional, optional_or_null, required, required_or_null };

struct document_schema;
struct schema_member;

// What a value must be: as a schema says, an object with members, or a list or map of either.
struct value_due {
    // One value, or a list or map of such values.
    enum class shape : std::uint8_t { one, list, map };
    const document_schema* by = nullptr;       // borrowed
    std::span<const schema_member> members{};  // if there is no schema
    shape of = shape::one;                     // how many values

    // By a schema, which is borrowed; or by the members of an object.
    constexpr value_due(const document_schema& s) : by(&s) {}
    template <std::size_t N>
    constexpr value_due(const schema_member (&all)[N]);
};
// An array, each element of which must be `element`.
constexpr value_due list_of(value_due element) {
    element.of = value_due::shape::list;
    return element;
}
// An object, the value of each member of which must be `value`.
constexpr value_due map_of(value_due value) {
    value.of = value_due::shape::map;
    return value;
}

// A member of an object.
struct schema_member {
    std::string_view name;  // in JSON
    presence is;            // whether it is required
    value_due value;        // what its value must be
};
template <std::size_t N>
constexpr value_due::value_due(const schema_member (&all)[N]) : members(all) {
    static_assert(N <= 64, "oaiwire: an object of a schema has at most 64 members");
}

// One of several objects, selected by the value of the member `document_schema::tag`.
struct schema_alternative {
    std::string_view tag;  // the value of that member
    value_due object;      // what the object must be
};

// What a value must be. All pointers and spans refer to static data. Each constraint applies to
// values of its JSON type only.
struct document_schema {
    value_types types = value_types::any;                   // the allowed JSON types
    double low = -std::numeric_limits<double>::infinity();  // of numbers; both ends are allowed
    double high = std::numeric_limits<double>::infinity();  // of numbers
    const document_schema* element = nullptr;               // of lists, and of maps
    std::span<const schema_member> members{};               // of objects; at most 64
    std::string_view tag{};  // name of the member that selects one of `alternatives`
    std::span<const schema_alternative> alternatives{};  // unknown ones are not checked
};

// An object with these members; others are allowed.
template <std::size_t N>
constexpr document_schema object_of(const schema_member (&members)[N]) {
    return {.types = value_types::object, .members = value_due(members).members};
}
// One of several objects, selected by the member `tag`.
constexpr document_schema one_of(std::string_view tag,
                                 std::span<const schema_alternative> alternatives) {
    return {.types = value_types::object, .tag = tag, .alternatives = alternatives};
}
// A number or integer from `low` to `high`.
constexpr document_schema number_from(value_types type, double low, double high) {
    return {.types = type, .low = low, .high = high};
}

namespace detail {

// Walks a value and its schema together and appends a note for each deviation. An unknown member
// is never one. Used for one text; the text must be valid JSON.
class conformance_check {
public:
    explicit conformance_check(read_report& report) : report_(report) {}

    // `or_null`: the member that holds the value may be null. A value of the wrong type gets one
    // note, and what is inside it is not checked.
    void value(json_view v, const document_schema& due, bool or_null) {
        if (v.is_null() && (or_null || has(due.types, value_types::null))) return;
        if (!fits(v, due.types)) return note(read_note::kind::mistyped, words(due, or_null));
        if (v.is_number() && !in_range(v.text(), due)) {
            note(read_note::kind::out_of_range, words(due, or_null));
        }
        // then `element` describes its values
        const bool map = v.is_object() && due.members.empty();
        if ((v.is_array() || map) && due.element) elements(v, *due.element);
        if (v.is_object() && due.alternatives.empty()) members(v, due.members);
        if (v.is_object() && !due.alternatives.empty()) alternative(v, due);
    }

private:
    static bool fits(json_view v, value_types types) {
        if (types == value_types::any) return true;
        const auto one = [types](value_types t) { return has(types, t); };
        if (v.is_string()) return one(value_types::text);
        if (v.is_object()) return one(value_types::object);
        if (v.is_array()) return one(value_types::list);
        if (v.is_null()) return one(value_types::null);
        if (!v.is_number()) return one(value_types::boolean);
        return one(value_types::number) || (one(value_types::integer) && is_whole(v.text()));
    }
    // Whether a number is an integer, in any spelling: 1.0 and 1e3 are.
    static bool is_whole(std::string_view token) {
        if (token.find_first_of(".eE") == std::string_view::npos) return true;
        double number = 0;
        return double_of(token, number) && number == std::floor(number);
    }
    static bool in_range(std::string_view token, const document_schema& due) {
        double number = 0;
        return double_of(token, number) && number >= due.low && number <= due.high;
    }

    void value(json_view v, const value_due& due, bool or_null) {
        if (due.of == value_due::shape::one && due.by) return value(v, *due.by, or_null);
        if (v.is_null() && or_null) return;
        const bool list = due.of == value_due::shape::list;
        if (list ? !v.is_array() : !v.is_object()) {
            return note(read_note::kind::mistyped, words(due, or_null));
        }
        if (due.of == value_due::shape::one) return members(v, due.members);
        value_due inner = due;
        inner.of = value_due::shape::one;
        elements(v, inner);
    }

    // The elements of a list or the values of a map.
    template <class Due>
    void elements(json_view all, const Due& due) {
        const bool named = all.is_object();
        std::size_t index = 0;
        all.each([&](std::string_view raw, json_view element) {
            step({named, raw, index++}, [&] { value(element, due, false); });
            return true;
        });
    }

    // The object that the tag selects. A value that selects none is not checked.
    void alternative(json_view v, const document_schema& due) {
        const json_view at = v[due.tag];
        const auto tag = at.string();
        if (!tag) {
            const auto what = at.exists() ? read_note::kind::mistyped : read_note::kind::missing;
            return step({true, due.tag, 0}, [&] { note(what, "a string"); });
        }
        for (const auto& one : due.alternatives) {
            if (*tag == one.tag) value(v, one.object, false);
        }
    }

    // Of duplicate members the last one counts, as everywhere.
    void members(json_view object, std::span<const schema_member> due) {
        std::array<json_view, 64> found{};
        object.each([&](std::string_view raw, json_view value) {
            std::size_t i = 0;
            while (i != due.size() && !same_name(raw, due[i].name)) ++i;
            if (i != due.size()) found[i] = value;
            return true;
        });
        for (std::size_t i = 0; i != due.size(); ++i) {
            const schema_member& m = due[i];
            const bool or_null =
                m.is == presence::optional_or_null || m.is == presence::required_or_null;
            if (found[i].exists()) {
                step({true, m.name, 0}, [&] { value(found[i], m.value, or_null); });
            } else if (m.is == presence::required || m.is == presence::required_or_null) {
                missing(m.name, words(m.value, or_null));
            }
        }
    }

    template <class F>
    void step(const path_frame& frame, F&& inside) {
        const std::size_t size = path_.size();
        append_path_step(path_, frame);
        inside();
        path_.resize(size);
    }
    void missing(std::string_view name, std::string due) {
        step({true, name, 0}, [&] { note(read_note::kind::missing, std::move(due)); });
    }
    void note(read_note::kind what, std::string due) {
        if (!report_.full()) report_.notes.push_back({what, path_, std::move(due)});
    }

    // What was required, for the note: "an integer from 0 to 20 or null".
    static std::string words(const value_due& due, bool or_null) {
        if (due.of == value_due::shape::one && due.by) return words(*due.by, or_null);
        std::string out = due.of == value_due::shape::list ? "an array" : "an object";
        return or_null ? out.append(" or null") : out;
    }
    static std::string words(const document_schema& due, bool or_null) {
        constexpr std::array<std::pair<value_types, std::string_view>, 7> all{
            {{value_types::text, "a string"},
             {value_types::integer, "an integer"},
             {value_types::number, "a number"},
             {value_types::boolean, "a boolean"},
             {value_types::object, "an object"},
             {value_types::list, "an array"},
             {value_types::null, "null"}}};
        std::string out;
        for (const auto& [type, name] : all) {
            const bool named = has(due.types, type) || (or_null && type == value_types::null);
            if (!named) continue;
            if (!out.empty()) out.append(" or ");
            out.append(name);
            const bool numeric = type == value_types::integer || type == value_types::number;
            if (numeric) append_range(out, due);
        }
        return out.empty() || due.types == value_types::any ? std::string("a value") : out;
    }
    static void append_range(std::string& out, const document_schema& due) {
        const auto add = [&](std::string_view word, double bound) {
            out.append(word);
            if (std::fabs(bound) < 0x1p53 && bound == std::floor(bound)) {  // without an exponent
                append_number(out, static_cast<std::int64_t>(bound));
            } else {
                append_number(out, bound);
            }
        };
        if (std::isfinite(due.low))
            add(std::isfinite(due.high) ? " from " : " of at least ", due.low);
        if (std::isfinite(due.high))
            add(std::isfinite(due.low) ? " to " : " of at most ", due.high);
    }

    read_report& report_;  // borrowed
    std::string path_{};   // of the value that is checked
};

inline void note_nonconformance(std::string_view text, const document_schema& due,
                                read_report& report) {
    const json_view whole = json_view::checked(text);  // empty if it nests too deep
    if (whole.exists()) conformance_check(report).value(whole, due, false);
}

}  // namespace detail

// For read_options::conform: once the value is read, its text is checked against the schema.
constexpr conformance conforming(const document_schema& to) {
    return {&to, &detail::note_nonconformance};
}

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
