// form_part: the head of one part of a form (RFC 7578, section 4).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// The head of one part of a form.
struct form_part {
    // The parameters of Content-Disposition: UTF-8, with `\"` and `\\` unescaped, and %22, %0D and
    // %0A, which browsers send, decoded. If there is a `filename*` (RFC 8187), which .NET and
    // reqwest send although RFC 7578, 4.2 forbids it, `filename` is its value.
    std::string name{};
    std::string filename{};
    std::string content_type{};  // as sent; "": none, which means text/plain (RFC 7578, 4.4)
    bool is_file = false;        // there is a filename, which may be empty
    header_list headers{};       // all fields, in the order of arrival
    friend bool operator==(const form_part&, const form_part&) = default;
};

namespace detail {

// Why a field is refused; errc::ok: it is not.
struct part_fault {
    errc code = errc::ok;
    std::string_view message{};  // static
};

// Adds a field to the head of a part, and takes what it says. std::bad_alloc passes through.
part_fault take_part_field(form_part& part, std::string_view name, std::string_view value);

// Appends the boundary that the Content-Type of a form states.
part_fault take_boundary(std::string& to, std::string_view content_type);

}  // namespace detail

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/http/field_parameters.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// RFC 2046, 5.1.1: bchars, of which a space is never the last one.
inline bool is_boundary(std::string_view text) {
    constexpr std::size_t longest = 70;
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               (c != '\0' && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
    };
    return !text.empty() && text.size() <= longest && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), fits);
}

// As browsers, and the clients that do as they do, write names in quotes.
inline std::string decoded_name(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view code = text.substr(0, 3);
        const char c = code == "%22"                    ? '"'
                       : code == "%0D" || code == "%0d" ? '\r'
                       : code == "%0A" || code == "%0a" ? '\n'
                                                        : '\0';
        out.push_back(c != '\0' ? c : text.front());
        text.remove_prefix(c != '\0' ? code.size() : 1);
    }
    return out;
}

// Decodes the value of filename* (RFC 8187, 3.2) and reduces `text` to its encoded part. False if
// it is malformed, in another character set than UTF-8, or has control characters.
inline bool decode_extended(std::string& text, std::string& out) {
    const std::size_t quote = text.find('\'');
    const std::size_t second = quote == text.npos ? quote : text.find('\'', quote + 1);
    if (second == text.npos || !same_name(text.substr(0, quote), "utf-8")) return false;
    text.erase(0, second + 1);
    for (std::size_t i = 0; i != text.size(); ++i) {
        char c = text[i];
        if (c == '*' || c == '\'') return false;  // token characters that are not attr-char
        if (c == '%') {
            if (text.size() - i < 3) return false;
            const int high = oaiwire::detail::hex_digit(text[i + 1]);
            const int low = oaiwire::detail::hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return false;
            c = static_cast<char>(static_cast<unsigned char>(high << 4 | low));
            if (!is_field_text(c) || c == '\t') return false;
            i += 2;
        }
        out.push_back(c);
    }
    return is_utf8(out);
}

// Whether `filename` says what filename* does: the name itself, the same percent-encoding
// (aiohttp), or an encoded word (RFC 2047) of the whole name in Base64 (.NET).
inline bool is_same_filename(std::string_view filename, std::string_view encoded,
                             std::string_view decoded) {
    constexpr std::string_view start = "=?utf-8?B?";
    if (filename == decoded || filename == encoded) return true;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(decoded.data());
    return filename == std::string(start) + to_base64({bytes, decoded.size()}) + "?=";
}

inline part_fault take_disposition(form_part& part, std::string_view value) {
    const auto refuse = [](std::string_view why) { return part_fault{errc::invalid_framing, why}; };
    field_parameters parameters(value);
    if (!same_name(parameters.first(), "form-data")) {
        return refuse("a part's Content-Disposition is not form-data");
    }
    bool named = false;
    bool is_extended = false;
    std::string encoded, decoded;  // of filename*
    while (parameters.next()) {
        const bool is_name = same_name(parameters.name(), "name");
        const bool is_filename = same_name(parameters.name(), "filename");
        if (same_name(parameters.name(), "name*")) {
            return refuse("a form must not encode names by RFC 8187 (RFC 7578, 4.2)");
        }
        if (same_name(parameters.name(), "filename*")) {
            if (is_extended) return refuse("a parameter of Content-Disposition is repeated");
            is_extended = true;
            encoded = parameters.value();
            if (parameters.quoted() || !decode_extended(encoded, decoded)) {
                return refuse("filename* is malformed, or not UTF-8");
            }
        }
        if (!is_name && !is_filename) continue;
        bool& had = is_name ? named : part.is_file;
        if (had) return refuse("a parameter of Content-Disposition is repeated");
        had = true;
        std::string& to = is_name ? part.name : part.filename;
        to = parameters.quoted() ? decoded_name(parameters.value()) : parameters.value();
        if (!is_utf8(to)) return {errc::invalid_utf8, "a name in a form is not UTF-8"};
    }
    if (!parameters.valid()) return refuse("a part's Content-Disposition is malformed");
    if (!named) return refuse("a part of a form has no name");
    if (!is_extended) return {};
    if (part.is_file && !is_same_filename(part.filename, encoded, decoded)) {
        return refuse("filename and filename* of a part differ");
    }
    part.is_file = true;
    part.filename = std::move(decoded);
    return {};
}

OAIWIRE_INLINE part_fault take_part_field(form_part& part, std::string_view name,
                                          std::string_view value) {
    const auto is = [&](std::string_view other) { return same_name(name, other); };
    const bool disposition = is("Content-Disposition");
    const bool type = is("Content-Type");
    const bool coding = is("Content-Transfer-Encoding");
    if ((disposition || type || coding) && part.headers.find(name) != nullptr) {
        return {errc::invalid_framing, "a field of a form's part is repeated"};
    }
    if (coding && !same_name(value, "7bit") && !same_name(value, "8bit") &&
        !same_name(value, "binary")) {
        return {errc::invalid_framing,
                "a part of a form has an unsupported Content-Transfer-Encoding"};
    }
    part.headers.add(name, value);
    if (type) part.content_type = value;
    return disposition ? take_disposition(part, value) : part_fault{};
}

OAIWIRE_INLINE part_fault take_boundary(std::string& to, std::string_view content_type) {
    field_parameters parameters(content_type);
    if (!same_name(parameters.first(), "multipart/form-data")) {
        return {errc::unexpected_content_type, "the content type is not multipart/form-data"};
    }
    const std::size_t from = to.size();
    bool found = false;
    while (parameters.next()) {
        if (!same_name(parameters.name(), "boundary")) continue;
        if (found) return {errc::invalid_header, "the boundary of the form is repeated"};
        found = true;
        to += parameters.value();
    }
    if (!parameters.valid() || !is_boundary(std::string_view(to).substr(from))) {
        return {errc::invalid_header, "the content type has no valid boundary"};
    }
    return {};
}

}}}}  // namespace oaiwire::v0_2::http::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
