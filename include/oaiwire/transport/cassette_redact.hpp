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

// The same, with an underscore where a new word begins: accessToken.
OAIWIRE_ADAPTER_INLINE std::string name_in_words(std::string_view name) {
    std::string out;
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t i = 0; i != name.size(); ++i) {
        const bool begins = i != 0 && is_upper(name[i]) && !is_upper(name[i - 1]);
        if (begins) out.push_back('_');
        out.append(plain_name(name.substr(i, 1)));
    }
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
    return names_a_key(plain) || names_a_key(name_in_words(name));
}

OAIWIRE_ADAPTER_INLINE bool hides_parameter(std::string_view spelled,
                                            const cassette_redaction& rules) {
    const unescaped_text name(spelled);
    std::string plain;
    name.append_to(plain, 0, spelled.size());
    for (const auto& own : rules.query) {
        if (http::same_name(plain, own)) return true;
    }
    return names_a_key(plain_name(plain)) || names_a_key(name_in_words(plain));
}

// A text without the names and passwords of users before hosts.
OAIWIRE_ADAPTER_INLINE std::string without_users(std::string_view text) {
    std::string out;
    for (;;) {
        const auto scheme = text.find("://");
        if (scheme == text.npos) return out.append(text);
        const auto host = scheme + 3;
        const auto path = (std::min)(text.find_first_of("/?#<> \"", host), text.size());
        const auto at = text.substr(0, path).rfind('@');
        out.append(text.substr(0, host));
        const bool has_user = at != text.npos && at > scheme;
        if (has_user) out.append(secret_placeholder);
        text.remove_prefix(has_user ? at : host);
    }
}

// Calls f(text, hides) for the parts of a text that may have URLs with queries and fragments, in
// their order: `hides` for the value of a parameter that names a key.
template <class F>
void each_part(std::string_view text, const cassette_redaction& rules, F&& f) {
    const auto query = (std::min)(text.find_first_of("?#"), text.size());
    f(text.substr(0, query), false);
    text.remove_prefix(query);
    while (!text.empty()) {
        std::string_view one = text.substr(0, text.find_first_of("&;#", 1));
        const auto equals = one.find('=');
        bool hides = false;
        if (equals != one.npos) {
            std::string_view name = one.substr(1, equals - 1);
            name.remove_prefix(name.rfind('?') + 1);  // npos + 1 is 0
            hides = hides_parameter(name, rules);
            // another URL within a value, or behind it
            if (!hides) one = one.substr(0, one.find('?', equals));
        }
        text.remove_prefix(one.size());
        f(one.substr(0, hides ? equals + 1 : one.npos), false);
        if (hides) f(one.substr(equals + 1), true);
    }
}

OAIWIRE_ADAPTER_INLINE std::string without_query_keys(std::string_view url,
                                                      const cassette_redaction& rules) {
    const std::string text = without_users(url);
    std::string out;
    each_part(text, rules, [&](std::string_view part, bool hides) {
        out.append(hides ? secret_placeholder : part);
    });
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
    const auto add = [&](std::string_view value) {
        if (value.size() >= least) out.emplace_back(value);
    };
    for (const auto& field : request.headers) {
        if (!field.sensitive && !hides_field(field.name, rules)) continue;
        std::string_view value = trimmed(field.value, " \t");
        if (http::same_name(field.name, "Cookie")) {
            while (!value.empty()) {
                const auto end = (std::min)(value.find(';'), value.size());
                const std::string_view one = value.substr(0, end);
                add(trimmed(one.substr(one.find('=') + 1), " \t\""));  // npos + 1 is 0
                value.remove_prefix((std::min)(end + 1, value.size()));
            }
            continue;
        }
        // a scheme stands before a credential
        const auto blank = value.find_last_of(" \t");
        add(value.substr(blank + 1));  // npos + 1 is 0
        const auto scheme = value.find_first_of(" \t");
        if (scheme != blank) add(trimmed(value.substr(scheme), " \t"));
    }
    each_part(request.target, rules, [&](std::string_view part, bool hides) {
        if (!hides) return;
        std::string plain;
        unescaped_text(part).append_to(plain, 0, part.size());
        add(plain);
        wipe(plain);
    });
    const auto& host = request.origin.host;
    const std::string_view user = std::string_view(host).substr(0, host.rfind('@') + 1);
    if (const auto colon = user.find(':'); colon != user.npos) {
        add(user.substr(colon + 1, user.size() - colon - 2));
    }
    return out;
}

OAIWIRE_ADAPTER_INLINE std::vector<std::array<std::string, 2>> fields_without_secrets(
    const http::header_list& fields, const cassette_redaction& rules,
    const std::vector<secret>& secrets) {
    std::vector<std::array<std::string, 2>> out;
    for (const auto& field : fields) {
        auto& to = out.emplace_back();
        to[0] = without_secrets(field.name, secrets);
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
