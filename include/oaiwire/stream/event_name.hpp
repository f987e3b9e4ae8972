// event_name: determines the type of an event from its SSE name if its JSON does not state it. JSON
// and SSE name should agree; some servers write only the name.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/json/text/print.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The SSE name of an event and, if the type had to be taken from it, the JSON with the type added.
struct event_name {
    std::string_view name{};  // "" if unknown
    std::string typed{};
};

// Whether the event was read as the type that its JSON states, and not for want of one. Of the
// types in the variant, raw JSON stands for unknown types, and one with an empty tag value is read
// if there is no type.
template <class... A>
bool has_own_type(const std::variant<A...>& event) {
    const auto has = [](const auto* e) {
        using T = std::remove_cv_t<std::remove_pointer_t<decltype(e)>>;
        if constexpr (std::is_same_v<T, raw_json>) {
            return false;
        } else if constexpr (requires { T::tag_values[0]; }) {
            return e != nullptr && !T::tag_values[0].empty();
        } else {
            return e != nullptr;
        }
    };
    return (has(std::get_if<A>(&event)) || ...);
}

// Where there is only one type, no event states it.
template <class Event>
bool has_own_type(const Event&) {
    return true;
}

// Whether a name up to its first point ("response.") is a prefix of the types of these events. The
// pointer selects the overload and is not used.
template <class... A>
bool is_of_family(const std::variant<A...>*, std::string_view name) {
    const std::string_view family = name.substr(0, name.find('.') + 1);
    const auto holds = [&](const auto* e) {
        using T = std::remove_cv_t<std::remove_pointer_t<decltype(e)>>;
        if constexpr (requires { T::tag_values[0]; }) {
            for (const std::string_view type : T::tag_values) {
                if (type.starts_with(family)) return true;
            }
        } else if constexpr (requires { T::tag.value; }) {
            return T::tag.value.starts_with(family);
        }
        return false;
    };
    return !family.empty() && (holds(static_cast<const A*>(nullptr)) || ...);
}

inline bool is_of_family(const void*, std::string_view) {
    return false;
}

// Reads an event that states no type as one of the type `from.name`. False if that fails.
bool read_as(event_name& from, json_view json, void* event, const json::detail::description& type,
             const json::read_options& options);

#if OAIWIRE_DEFINES

[[gnu::cold]] OAIWIRE_INLINE bool read_as(event_name& from, json_view json, void* event,
                                          const json::detail::description& type,
                                          const json::read_options& options) {
    const json_view named = json["type"];
    // an empty type states none
    const bool own = named.exists() && !named.is_null() && named.text() != "\"\"";
    if (!json.is_object() || own) return false;
    // appended: the last member of a name counts
    from.typed.assign(json.text().substr(0, json.text().size() - 1));
    from.typed.append(json.empty() ? "\"type\":" : ",\"type\":");
    const bool valid = json::detail::append_string(from.typed, from.name);
    from.typed.push_back('}');
    if (valid && json::detail::read_described(from.typed, event, type, options)) return true;
    from.typed.clear();
    return false;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
