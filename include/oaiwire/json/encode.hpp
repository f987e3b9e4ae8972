// From members to JSON text, by type. Knows nothing of reading.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_path.hpp>
#include <oaiwire/core/json_print.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/simd.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// The text so far. After a failure the path is put together on the way out.
struct writer {
    text_sink& out;
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
    void key(char separator, std::string_view quoted) {
        char* const p = out.room(1 + quoted.size());
        *p = separator;
        std::memcpy(p + 1, quoted.data(), quoted.size());
        out.advance_to(p + 1 + quoted.size());
    }
    bool string(std::string_view text) {
        return json_print::put_string(out, text, valid_utf8) || fail(errc::invalid_text);
    }
};

template <class T>
bool write_value(writer& w, const T& value);

// `{"type":"text"`
template <class T>
inline constexpr auto tag_text = [] {
    constexpr std::string_view member = T::tag.member;
    constexpr std::string_view value = T::tag.value;
    std::array<char, member.size() + value.size() + 6> out{};
    std::size_t at = 0;
    for (const std::string_view piece : {std::string_view("{\""), member, std::string_view("\":\""),
                                         value, std::string_view("\"")}) {
        for (const char c : piece) out[at++] = c;
    }
    return out;
}();

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
    if constexpr (std::is_same_v<T, extra_members>) {
        w.out.put(std::exchange(separator, ','));
        w.out.put(value.text());
        return true;
    } else if constexpr (std::is_same_v<T, path_parameter>) {
        return true;
    } else {
        w.key(std::exchange(separator, ','), quoted);
        return write_value(w, value) || w.failed_in(quoted.substr(1, quoted.size() - 3));
    }
}

template <class T>
bool write_object(writer& w, const T& value) {
    char separator = '{';
    if constexpr (tagged<T>) {
        w.out.put({tag_text<T>.data(), tag_text<T>.size()});
        separator = ',';
    }
    const bool ok = reflect::with_members(value, [&](const auto&... members) {
        std::size_t i = 0;
        const bool all =
            (write_member(w, members, key_table<T>::quoted[i++], separator) && ... && true);
        static_cast<void>(i);
        return all;
    });
    if (separator == '{') w.out.put('{');
    w.out.put('}');
    return ok;
}

template <class Map>
bool write_map(writer& w, const Map& map) {
    char separator = '{';
    for (const auto& [name, value] : map) {
        w.out.put(std::exchange(separator, ','));
        if (!w.string(name)) return false;
        w.out.put(':');
        if (!write_value(w, value)) return w.failed_in(name);
    }
    if (separator == '{') w.out.put('{');
    w.out.put('}');
    return true;
}

template <class List>
bool write_array(writer& w, const List& list) {
    w.out.put('[');
    std::size_t i = 0;
    for (const auto& element : list) {
        if (i != 0) w.out.put(',');
        if (!write_value(w, element)) return w.failed_in(i);
        ++i;
    }
    w.out.put(']');
    return true;
}

template <class T>
bool write_value(writer& w, const T& value) {
    if constexpr (is_field<T> || is_optional<T>) {
        if (value.has_value()) return write_value(w, *value);
        w.out.put("null");
        return true;
    } else if constexpr (std::is_same_v<T, raw_json>) {
        w.out.put(value.text());
        return true;
    } else if constexpr (std::is_same_v<T, FileContent>) {
        return value.source ? w.fail(errc::invalid_argument) : w.string(value.data);
    } else if constexpr (std::is_same_v<T, EmbeddingVector>) {
        if (value.form == embedding_form::other || !value.other.is_null()) {
            w.out.put(value.other.text());
            return true;
        }
        if (value.form == embedding_form::floats) return write_array(w, value.values);
        std::string text;
        append_base64(text, value.values);
        return w.string(text);
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
        w.out.put(value ? "true" : "false");
        return true;
    } else if constexpr (std::is_integral_v<T>) {
        json_print::put_number(w.out, value);
        return true;
    } else if constexpr (std::is_floating_point_v<T>) {
        return json_print::put_number(w.out, value) || w.fail(errc::not_finite);
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
