// What a cassette must not contain: keys, cookies and whose account it is. Replaced by
// secret_placeholder before anything is written.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/cassette_scrubber.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether the value of a field of that name is never written.
bool hides_field(std::string_view name, const cassette_redaction& rules);
// A URL, or its path and query, without the values of such parameters.
std::string without_query_keys(std::string_view url, const cassette_redaction& rules);

// A whole text without the secrets.
std::string without_secrets(std::string_view text, const std::vector<secret>& secrets);

// The values of a request that may stand elsewhere, as in the body of an error.
std::vector<secret> secrets_of(const http::request& request, const cassette_redaction& rules);

// The fields as they are written.
std::vector<std::array<std::string, 2>> fields_without_secrets(const http::header_list& fields,
                                                               const cassette_redaction& rules,
                                                               const std::vector<secret>& secrets);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>

#include <oaiwire/body/redact.hpp>
#include <oaiwire/core/ascii.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// In lower case, with hyphens as underscores.
OAIWIRE_ADAPTER_INLINE std::string plain_name(std::string_view name) {
    std::string out;
    for (const char c : name) out.push_back(c == '-' ? '_' : lower_case(c));
    return out;
}

OAIWIRE_ADAPTER_INLINE bool names_a_key(std::string_view plain) {
    for (const std::string_view word : {"authorization", "auth", "key", "apikey", "token", "secret",
                                        "password", "signature", "sig", "credential"}) {
        if (plain == word) return true;
        if (plain.ends_with(word) && plain[plain.size() - word.size() - 1] == '_') return true;
    }
    return false;
}

OAIWIRE_ADAPTER_INLINE bool hides_field(std::string_view name, const cassette_redaction& rules) {
    for (const auto& own : rules.fields) {
        if (http::same_name(name, own)) return true;
    }
    const std::string plain = plain_name(name);
    if (plain == "idempotency_key") return false;  // not a credential
    for (const std::string_view word :
         {"cookie", "set_cookie", "openai_organization", "openai_project"}) {
        if (plain == word) return true;
    }
    return names_a_key(plain);
}

OAIWIRE_ADAPTER_INLINE std::string without_query_keys(std::string_view url,
                                                      const cassette_redaction& rules) {
    std::string out;
    // a user's name and password before the host
    if (const auto scheme = url.find("://"); scheme != url.npos) {
        const auto path = (std::min)(url.find_first_of("/?#", scheme + 3), url.size());
        const auto at = url.substr(0, path).rfind('@');
        if (at != url.npos && at > scheme) {
            out.append(url.substr(0, scheme + 3)).append(secret_placeholder);
            url.remove_prefix(at);
        }
    }
    const auto query = (std::min)(url.find('?'), url.size());
    out.append(url.substr(0, query));
    url.remove_prefix(query);
    while (!url.empty()) {
        const auto end = (std::min)(url.find_first_of("&;#", 1), url.size());
        const std::string_view one = url.substr(0, end);
        const auto equals = one.find('=');
        url.remove_prefix(end);
        if (equals == one.npos) {
            out.append(one);
            continue;
        }
        const unescaped_text name(one.substr(1, equals - 1));
        std::string plain;
        name.append_to(plain, 0, equals - 1);
        bool hides = names_a_key(plain_name(plain));
        for (const auto& own : rules.query) hides = hides || http::same_name(plain, own);
        out.append(one.substr(0, equals + 1));
        out.append(hides ? secret_placeholder : one.substr(equals + 1));
    }
    return out;
}

OAIWIRE_ADAPTER_INLINE std::string without_secrets(std::string_view text,
                                                   const std::vector<secret>& secrets) {
    const cassette_redaction none;
    cassette_scrubber scrubber(none, secrets);
    std::vector<timed_piece> out;
    scrubber.feed(text, 0, out);
    scrubber.finish(out);
    return out.empty() ? std::string() : std::move(out.front().bytes);
}

OAIWIRE_ADAPTER_INLINE std::vector<secret> secrets_of(const http::request& request,
                                                      const cassette_redaction& rules) {
    constexpr std::size_t own_least = 4;
    constexpr std::size_t least = 8;  // shorter ones may be words: a local server's key is "none"
    std::vector<secret> out;
    for (const auto& value : rules.values) {
        if (value.reveal().size() >= own_least) out.push_back(value);
    }
    for (const auto& field : request.headers) {
        if (!field.sensitive && !hides_field(field.name, rules)) continue;
        if (http::same_name(field.name, "Cookie")) continue;
        std::string_view value = field.value;
        // the scheme before a credential
        if (const auto space = value.rfind(' '); space != value.npos) {
            value.remove_prefix(space + 1);
        }
        if (value.size() >= least) out.emplace_back(value);
    }
    return out;
}

OAIWIRE_ADAPTER_INLINE std::vector<std::array<std::string, 2>> fields_without_secrets(
    const http::header_list& fields, const cassette_redaction& rules,
    const std::vector<secret>& secrets) {
    std::vector<std::array<std::string, 2>> out;
    for (const auto& field : fields) {
        auto& to = out.emplace_back();
        to[0] = field.name;
        if (field.sensitive || hides_field(field.name, rules)) {
            to[1] = secret_placeholder;
        } else {
            // a field may hold a URL, as Location does
            to[1] = without_query_keys(without_secrets(field.value, secrets), rules);
        }
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
