// payload: the text of one event or of a whole body, and what kind of payload it is.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/extra_members.hpp>
#if OAIWIRE_DEFINES
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// What a payload is.
enum class payload_kind : std::uint8_t {
    value,         // a chunk or response, which was read
    error,         // the server reports an error
    ignorable,     // without content: a ping, {}, null, a chunk with neither choices nor usage
    unrecognised,  // JSON that is not of this protocol
    done,          // [DONE]
    multiple,      // several JSON texts, or a list of objects
    invalid,       // not JSON, or JSON of the wrong types
};

namespace detail {

inline constexpr name_row<payload_kind> payload_kind_names[] = {
    {payload_kind::value, "value"},         {payload_kind::error, "error"},
    {payload_kind::ignorable, "ignorable"}, {payload_kind::unrecognised, "unrecognised"},
    {payload_kind::done, "done"},           {payload_kind::multiple, "multiple"},
    {payload_kind::invalid, "invalid"},
};

}  // namespace detail

// The name of the kind ("unrecognised").
constexpr std::string_view name(payload_kind kind) {
    return detail::name_in(detail::payload_kind_names, kind);
}

// The text without a byte order mark, white space at both ends, and a second "data:", which some
// proxies write. Strict mode removes white space only. A view into `data`.
std::string_view payload_text(std::string_view data, json::read_mode mode = json::tolerant);

// The functions below expect text as payload_text() returns it.

// Whether the text is [DONE]; tolerant mode allows quotes around it.
inline bool is_done(std::string_view text, json::read_mode mode = json::tolerant) {
    return !text.starts_with('{') &&
           (text == "[DONE]" || (mode == json::tolerant && text == "\"[DONE]\""));
}

// The size of the first of several JSON texts in one payload: some servers omit the blank line
// between events, or write several texts in one. 0 if there is only one, or if the first is not
// JSON; the others are not checked.
std::size_t first_of_several(std::string_view text);

namespace detail {

// Whether the text begins like a list of objects.
bool is_list(std::string_view text);

// Whether first_of_several() finds one; false in strict mode.
bool is_several(std::string_view text, json::read_mode mode);

// Sets `to` to the error that the payload reports, with the requested wait and an excerpt.
payload_kind report(error& to, error known, std::string_view text, const limits& bounds);

// Returns the JSON of a payload, repaired into `repaired` if needed (not in strict mode). Empty if
// it has none.
json_view view_of(std::string_view text, std::string& repaired, json::read_mode mode);

// Whether a payload has no meaning: null, "", {}, [] or a ping.
bool says_nothing(json_view json);

// Access to the choices of a chunk or response of a type known only by its table.
struct choices_table {
    std::size_t (*size)(const void* value);  // null if the type has no choices
    const extra_members& (*extra_of)(const void* value, std::size_t i);
};

template <class T>
constexpr choices_table choices_in() {
    choices_table out{};
    out.size = [](const void* v) { return static_cast<const T*>(v)->choices.size(); };
    out.extra_of = [](const void* v, std::size_t i) -> const extra_members& {
        return static_cast<const T*>(v)->choices[i].extra;
    };
    return out;
}

// Whether a value with choices that was read has unknown members, itself or in a choice.
bool has_others(const void* value, const choices_table& type, const extra_members& extra);

// The kind of a value with choices that was read: `value`, or `error` if one of its unknown members
// reports an error.
payload_kind kind_of_choices(std::string_view text, const void* value, const choices_table& type,
                             const extra_members& extra, error& why, const limits& bounds);

// Whether no member of the value can report an error: only unknown members do, and `object`.
template <class T>
bool reports_no_error(const T& value) {
    if constexpr (requires { value.object->size(); }) {
        if (value.object && *value.object == "error") return false;
    }
    // of a type that does not keep its unknown members, that is not known
    if constexpr (requires { value.extra.empty(); }) {
        return value.extra.empty();
    } else {
        return false;
    }
}

// What read() returns; without memory for it, payload_kind::invalid and errc::out_of_memory.
template <class Read>
payload_kind kind_within_memory(Read&& read, error& why) {
    return within_memory(read, [&] {
        why = no_memory();
        return payload_kind::invalid;
    });
}

}  // namespace detail

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::string_view payload_text(std::string_view data, json::read_mode mode) {
    // nearly always: an object, or [DONE]
    if (data.size() >= 2 && ((data.front() == '{' && data.back() == '}') ||
                             (data.front() == '[' && data.back() == ']'))) {
        return data;
    }
    if (mode == json::strict) return detail::trimmed(data);
    constexpr std::string_view mark = detail::byte_order_mark;
    if (data.starts_with(mark)) data.remove_prefix(mark.size());
    data = detail::trimmed(data);
    return data.starts_with("data:") ? detail::trimmed(data.substr(5)) : data;
}

OAIWIRE_INLINE std::size_t first_of_several(std::string_view text) {
    constexpr std::string_view marker = "[DONE]";
    const char* const end = text.data() + text.size();
    const char* after = text.data();
    if (text.starts_with(marker)) {
        after += marker.size();
    } else if (text.starts_with('{') || text.starts_with('[')) {
        json::detail::fault ignored;
        after = json::detail::check_value(after, end, json::max_depth, ignored);
        if (!after) return 0;
    }
    const char* const next = json::detail::skip_space(after, end);
    const std::string_view rest(next, static_cast<std::size_t>(end - next));
    const bool more = rest.starts_with('{') || rest.starts_with('[') || rest.starts_with('"') ||
                      rest.starts_with("data:");
    return more ? static_cast<std::size_t>(after - text.data()) : 0;
}

namespace detail {

OAIWIRE_INLINE bool is_list(std::string_view text) {
    if (!text.starts_with('[')) return false;
    const char* const end = text.data() + text.size();
    const char* const first = json::detail::skip_space(text.data() + 1, end);
    return first != end && *first == '{';
}

[[gnu::cold]] OAIWIRE_INLINE bool is_several(std::string_view text, json::read_mode mode) {
    return mode == json::tolerant && first_of_several(text) != 0;
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind report(error& to, error known, std::string_view text,
                                                 const limits& bounds) {
    to = std::move(known);
    std::string repaired;
    read_wait(to, payload_view(text, repaired));
    append_valid_utf8(to.api.body, utf8_prefix(text, bounds.error_body));
    return payload_kind::error;
}

[[gnu::cold]] OAIWIRE_INLINE json_view view_of(std::string_view text, std::string& repaired,
                                               json::read_mode mode) {
    return mode == json::strict ? json_view::checked(text) : payload_view(text, repaired);
}

// The error that a payload with choices reports beside them or in one of them.
[[gnu::cold]] OAIWIRE_INLINE std::optional<error> stated_beside_choices(
    std::string_view text, const void* value, const choices_table& type,
    const extra_members& extra) {
    if (!extra.empty() && says_something(extra_view(extra, "error"))) {
        std::string repaired;
        if (auto known = error_in(payload_view(text, repaired), false)) return known;
    }
    for (std::size_t i = 0; i != type.size(value); ++i) {
        const extra_members& of_choice = type.extra_of(value, i);
        if (of_choice.empty()) continue;
        const json_view e = extra_view(of_choice, "error");
        if (!e.is_object() || e.empty()) continue;
        error known = make_error(errc::api_error);
        read_error_object(known, e);
        read_stated_status(known, e);
        return known;
    }
    return std::nullopt;
}

OAIWIRE_INLINE bool has_others(const void* value, const choices_table& type,
                               const extra_members& extra) {
    bool others = !extra.empty();
    for (std::size_t i = 0; !others && i != type.size(value); ++i) {
        others = !type.extra_of(value, i).empty();
    }
    return others;
}

OAIWIRE_INLINE payload_kind kind_of_choices(std::string_view text, const void* value,
                                            const choices_table& type, const extra_members& extra,
                                            error& why, const limits& bounds) {
    if (!has_others(value, type, extra)) return payload_kind::value;
    auto known = stated_beside_choices(text, value, type, extra);
    return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
}

[[gnu::cold]] OAIWIRE_INLINE bool says_nothing(json_view json) {
    if (json.is_object() || json.is_array()) {
        return json.empty() || json["type"].text() == "\"ping\"";
    }
    return json.is_null() || json.text() == "\"\"";
}

}  // namespace detail

#endif  // OAIWIRE_DEFINES

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
