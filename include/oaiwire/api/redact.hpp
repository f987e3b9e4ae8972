// Takes a key out of texts that a server sent: some quote the key that they refuse. Knows no call.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/url.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

inline void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

// "sk-proj-********wxyz", as OpenAI masks a key: words with such a gap that begin or end as it
// does.
inline void replace_masked(std::string& text, std::string_view key, std::size_t enough) {
    constexpr std::string_view around = " \t\r\n\"'`,;:()<>[]{}";
    for (std::size_t from = 0;
         (from = text.find_first_not_of(around, from)) != std::string::npos;) {
        std::size_t end = std::min(text.find_first_of(around, from), text.size());
        const std::string_view word = std::string_view(text).substr(from, end - from);
        const auto head = static_cast<std::size_t>(
            std::mismatch(word.begin(), word.end(), key.begin(), key.end()).first - word.begin());
        const auto tail = static_cast<std::size_t>(
            std::mismatch(word.rbegin(), word.rend(), key.rbegin(), key.rend()).first -
            word.rbegin());
        const bool masked = word.find("**") != std::string_view::npos ||
                            word.find("..") != std::string_view::npos ||
                            word.find("xxx") != std::string_view::npos;
        if (masked && (head >= enough || tail >= enough)) {
            text.replace(from, end - from, secret_placeholder);
            end = from + secret_placeholder.size();
        }
        from = end;
    }
}

}  // namespace detail

// Puts the placeholder where the text has the key: as it is, with the escapes of JSON and of URLs,
// masked in its middle, and cut off at the end of the text. Meant for texts that limits bound.
inline void redact(std::string& text, const secret& hidden) {
    constexpr std::size_t enough = 4;  // bytes that are no coincidence
    const std::string_view key = hidden.reveal();
    if (key.size() < enough || text.empty()) return;
    std::array<std::string, 4> forms;
    for (std::string& form : forms) form.reserve(3 * key.size());  // growing would leave copies
    forms[0].assign(key);
    for (const char c : key) {
        const bool always = c == '"' || c == '\\';
        forms[1].append(always ? 1 : 0, '\\').push_back(c);
        forms[2].append(always || c == '/' ? 1 : 0, '\\').push_back(c);
    }
    http::detail::append_encoded(forms[3], key);
    for (const std::string& form : forms) detail::replace_all(text, form, secret_placeholder);
    detail::replace_masked(text, key, enough);
    for (const std::string& form : forms) {
        for (std::size_t n = std::min(form.size() - 1, text.size()); n >= enough; --n) {
            if (!text.ends_with(std::string_view(form).substr(0, n))) continue;
            text.replace(text.size() - n, n, secret_placeholder);
            break;
        }
    }
    for (std::string& form : forms) wipe(form);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
