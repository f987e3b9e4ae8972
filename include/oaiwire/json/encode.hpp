// From members to JSON text, by type. Knows nothing of reading.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_path.hpp>
#include <oaiwire/core/json_print.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// The text so far. After a failure the path is put together on the way out.
struct writer {
    std::string& out;
    errc code = errc::ok;
    std::string path{};

    bool fail(errc c) {
        code = c;
        return false;
    }
    bool failed_in(std::string_view name) {
        std::string quoted;
        json_print::append_string(quoted, name);
        return failed_in({true, std::string_view(quoted).substr(1, quoted.size() - 2), 0});
    }
    bool failed_in(std::size_t index) { return failed_in({false, {}, index}); }
    bool failed_in(const json_scan::detail::path_frame& step) {
        std::string whole;
        json_scan::detail::append_path_step(whole, step);
        if (!path.empty() && path.front() != '[') whole.push_back('.');
        path = whole.append(path);
        return false;
    }
    bool string(std::string_view text) {
        return json_print::append_string(out, text) || fail(errc::invalid_text);
    }
};

template <class T>
bool write_value(writer& w, const T& value);

// Absent members are not written.
template <class T>
bool is_written(const T& value) {
    if constexpr (is_field<T>) {
        return !value.is_absent();
    } else if constexpr (is_optional<T>) {
        return value.has_value();
    } else if constexpr (std::is_same_v<T, extra_members>) {
        return !value.empty();
    } else if constexpr (std::is_same_v<T, path_parameter>) {
        return false;
    } else {
        return true;
    }
}

template <class T>
bool write_member(writer& w, const T& value, std::string_view quoted, char& separator) {
    if (!is_written(value)) return true;
    w.out.push_back(separator);
    separator = ',';
    if constexpr (std::is_same_v<T, extra_members>) {
        w.out.append(value.text());
        return true;
    } else if constexpr (std::is_same_v<T, path_parameter>) {
        return true;
    } else {
        w.out.append(quoted);
        return write_value(w, value) || w.failed_in(quoted.substr(1, quoted.size() - 3));
    }
}

template <class T>
bool write_object(writer& w, const T& value) {
    char separator = '{';
    if constexpr (tagged<T>) {
        w.out.append("{\"").append(T::tag.member).append("\":\"").append(T::tag.value).append("\"");
        separator = ',';
    }
    const bool ok = reflect::with_members(value, [&](const auto&... members) {
        std::size_t i = 0;
        const bool all =
            (write_member(w, members, key_table<T>::quoted[i++], separator) && ... && true);
        static_cast<void>(i);
        return all;
    });
    if (separator == '{') w.out.push_back('{');
    w.out.push_back('}');
    return ok;
}

template <class Map>
bool write_map(writer& w, const Map& map) {
    char separator = '{';
    for (const auto& [name, value] : map) {
        w.out.push_back(std::exchange(separator, ','));
        if (!w.string(name)) return false;
        w.out.push_back(':');
        if (!write_value(w, value)) return w.failed_in(name);
    }
    if (separator == '{') w.out.push_back('{');
    w.out.push_back('}');
    return true;
}

template <class List>
bool write_array(writer& w, const List& list) {
    w.out.push_back('[');
    std::size_t i = 0;
    for (const auto& element : list) {
        if (i != 0) w.out.push_back(',');
        if (!write_value(w, element)) return w.failed_in(i);
        ++i;
    }
    w.out.push_back(']');
    return true;
}

template <class T>
bool write_value(writer& w, const T& value) {
    if constexpr (is_field<T> || is_optional<T>) {
        if (value.has_value()) return write_value(w, *value);
        w.out.append("null");
        return true;
    } else if constexpr (std::is_same_v<T, raw_json>) {
        w.out.append(value.text());
        return true;
    } else if constexpr (std::is_same_v<T, FileContent>) {
        return value.source ? w.fail(errc::invalid_argument) : w.string(value.data);
    } else if constexpr (std::is_same_v<T, EmbeddingVector>) {
        if (value.form == embedding_form::other || !value.other.is_null()) {
            w.out.append(value.other.text());
            return true;
        }
        if (value.form == embedding_form::floats) return write_array(w, value.values);
        w.out.push_back('"');
        append_base64(w.out, value.values);
        w.out.push_back('"');
        return true;
    } else if constexpr (is_variant<T>) {
        // a fold compiles in a fraction of std::visit's time
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            bool ok = false;
            static_cast<void>(
                ((I == value.index() ? (ok = write_value(w, *std::get_if<I>(&value)), true)
                                     : false) ||
                 ...));
            return ok;
        }
        (std::make_index_sequence<std::variant_size_v<T>>{});
    } else if constexpr (std::is_same_v<T, bool>) {
        w.out.append(value ? "true" : "false");
        return true;
    } else if constexpr (std::is_integral_v<T>) {
        json_print::append_number(w.out, value);
        return true;
    } else if constexpr (std::is_floating_point_v<T>) {
        return json_print::append_number(w.out, value) || w.fail(errc::not_finite);
    } else if constexpr (is_open_enum<T>) {
        return w.string(value.text());
    } else if constexpr (reflect::named_enum<T>) {
        const std::string_view name = reflect::enumerator_name(value);
        return name.empty() ? w.fail(errc::invalid_argument) : w.string(name);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return w.string(value);
    } else if constexpr (is_string_map<T> || is_std_map<T>) {
        return write_map(w, value);
    } else if constexpr (is_vector<T>) {
        return write_array(w, value);
    } else {
        static_assert(reflect::aggregate<T>, "oaiwire: no JSON form is known for this type");
        return write_object(w, value);
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
