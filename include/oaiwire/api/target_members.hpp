// Members of a request that are sent in its target: parameters of the path and fields of the query.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/path_parameter.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The path up to its first parameter: "/files" of "/files/{file_id}/content".
constexpr std::string_view literal_path(std::string_view path) {
    return path.substr(0, path.find("/{"));
}

// Names of members; a view of an array that lives as long as the program.
struct member_names {
    const std::string_view* names = nullptr;
    std::size_t count = 0;

    constexpr bool has(std::string_view name) const {
        for (std::size_t i = 0; i != count; ++i) {
            if (names[i] == name) return true;
        }
        return false;
    }
};

// Whether the parameters of the path are the path_parameter members of the request, in order.
template <class Request>
constexpr bool has_parameters_of(std::string_view path) {
    using keys = json::detail::key_table<Request>;
    const auto take = [&path](std::string_view name) {
        const std::size_t at = path.find("/{");
        if (at == std::string_view::npos) return false;
        path.remove_prefix(at + 2);
        const auto found = path.substr(0, path.find('}'));
        path.remove_prefix(found.size());
        return found == name;
    };
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return ((!std::is_same_v<reflect::member_type<Request, I>, path_parameter> ||
                 take(keys::names[I])) &&
                ...);
    }
    (std::make_index_sequence<reflect::member_count<Request>>{}) &&
        path.find("/{") == std::string_view::npos;
}

// Appends `rest`, which is a path behind its literal_path(), with the members that are a
// path_parameter, in order, in place of its parameters. Each is one segment. Errors:
// invalid_argument, with the member's name as the path, if one is empty, "." or "..".
result<void> append_parameters(std::string& target, std::string_view rest, const void* request,
                               const json::detail::description& type);

// Appends the members that are set as fields of the query: all, or those of these names. A list is
// sent as a field `name[]` for each element, an object as `name[key]`, as the official SDKs do.
// Errors: those of writing the members as JSON.
result<void> append_query_members(std::string& target, const void* request,
                                  const json::detail::description& type, const member_names* only);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <oaiwire/core/error.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::cold]] OAIWIRE_INLINE result<void> append_parameters(std::string& target,
                                                            std::string_view rest,
                                                            const void* request,
                                                            const json::detail::description& type) {
    const auto& table = type.object();
    const auto* m = table.first();
    while (!rest.empty()) {
        const std::string_view segment = rest.substr(0, rest.find('/', 1));
        rest.remove_prefix(segment.size());
        if (!segment.starts_with("/{")) {
            target.append(segment);
            continue;
        }
        while (m->type->kind != json::detail::type_kind::path) ++m;
        const auto& member = json::detail::as<path_parameter>(table.member(request, *m++));
        auto done = http::append_path_segment(target, member);
        if (!done)
            return make_error(done.error().code, done.error().message,
                              std::string(segment.substr(2, segment.size() - 3)));
    }
    return {};
}

// Appends a value that is a scalar, or the scalars in it.
[[gnu::cold]] OAIWIRE_INLINE void append_query_json(std::string& target, const std::string& name,
                                                    json_view value) {
    if (value.is_object() || value.is_array()) {
        // the keys of an array's elements are empty
        value.each([&](std::string_view raw, json_view inner) {
            std::string key = name + '[';
            json::detail::append_unescaped(key, raw, json::surrogates::replace);
            append_query_json(target, key + ']', inner);
            return true;
        });
    } else if (!value.is_null()) {
        http::append_query(target, name, value.text_or_json());
    }
}

[[gnu::cold]] OAIWIRE_INLINE result<void> append_query_members(
    std::string& target, const void* request, const json::detail::description& type,
    const member_names* only) {
    return within_memory([&]() -> result<void> {
        std::string json;
        auto done = json::detail::write_described(request, type, json);
        if (!done) return done;
        json_view(json).each([&](std::string_view raw, json_view value) {
            std::string name;
            json::detail::append_unescaped(name, raw, json::surrogates::replace);
            if (only == nullptr || only->has(name)) append_query_json(target, name, value);
            return true;
        });
        return done;
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
