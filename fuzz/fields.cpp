// fields: user input stays in its place in a request. The head of a built request has exactly its
// lines and its target's segments; an error repeats nothing of the input. Input: a seed (the place,
// and the endpoint's settings) and the text for that place.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/http/request_head.hpp>
#include <oaiwire/types/models.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

enum place : std::size_t {
    base_url,
    other_base_url,
    key,
    organization,
    project,
    idempotency_key,
    header_name,
    header_value,
    query_name,
    query_value,
    model,
    places
};

bool is_visible(char c) {
    return '!' <= c && c <= '~';
}

bool is_alphanumeric(char c) {
    return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z');
}

// A valid field value: visible ASCII with inner blanks.
bool is_value(std::string_view text) {
    const auto fits = [](char c) { return is_visible(c) || c == ' ' || c == '\t'; };
    return std::all_of(text.begin(), text.end(), fits) &&
           (text.empty() || (is_visible(text.front()) && is_visible(text.back())));
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_alphanumeric(c) ||
               (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
    });
}

// Decodes percent-encoding.
std::string decoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] != '%') {
            must(is_alphanumeric(text[i]) || std::string_view("-._~").find(text[i]) != text.npos,
                 "reserved characters are encoded");
            out.push_back(text[i]);
            continue;
        }
        must(i + 2 < text.size(), "percent-encoding is complete");
        const auto high = digits.find(text[++i]);
        const auto low = digits.find(text[++i]);
        must(high < 16 && low < 16, "percent-encoding has two hexadecimal digits");
        out.push_back(static_cast<char>(high * 16 + low));
    }
    return out;
}

// Removes the text up to and including `mark`, and returns what preceded the mark.
std::string_view until(std::string_view& text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    must(at != text.npos, "a line has all of its parts");
    const auto before = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return before;
}

void check_head(const http::request& request) {
    const std::string head = http::request_head(request);
    std::string_view rest = head;
    std::string_view line = until(rest, "\r\n");
    must(until(line, " ") == "GET" && until(line, " ") == request.target && line == "HTTP/1.1",
         "the request line has three parts");
    must(request.target.starts_with('/'), "a target is a path");
    must(std::all_of(request.target.begin(), request.target.end(), is_visible),
         "a target is visible ASCII");
    must(request.target.find_first_of("#\\") == std::string::npos,
         "a target is path and query only");
    line = until(rest, "\r\n");
    must(until(line, ": ") == "Host" && !line.empty(), "Host is the first field");
    must(std::all_of(line.begin(), line.end(),
                     [](char c) {
                         return is_alphanumeric(c) ||
                                std::string_view("-._:[]").find(c) != std::string_view::npos;
                     }),
         "Host is a name or address, and a port");
    for (const auto& h : request.headers) {
        line = until(rest, "\r\n");
        must(until(line, ":") == h.name && is_token(h.name), "each field has its name");
        if (line.starts_with(' ')) line.remove_prefix(1);
        must(line == h.value && is_value(h.value), "each field has its value");
    }
    must(rest == "\r\n", "the head contains nothing else");
}

struct setup {
    endpoint where{};
    call_options options{};
    RetrieveModelRequest request{};
};

setup with(std::string_view text, std::size_t at, fuzz::seeded random) {
    setup s;
    s.where.base_url = "https://example.com/v1";
    s.where.allow_cleartext = random.below(2) == 0;
    if (random.below(2) == 0) s.where.sends_key_as = key_field::api_key;
    s.request.model = "m";
    const std::string t(text);
    switch (at) {
        case base_url:
            s.where.base_url = t;
            break;
        case other_base_url:
            s.options.base_url = t;
            break;
        case key:
            s.where.api_key = secret(t);
            break;
        case organization:
            s.where.organization = t;
            break;
        case project:
            s.where.project = t;
            break;
        case idempotency_key:
            s.options.idempotency_key = t;
            break;
        case header_name:
            s.where.headers.add(t, "value");
            break;
        case header_value:
            s.options.headers.add("X-Name", t);
            break;
        case query_name:
            s.where.query = {{t, "value"}};
            break;
        case query_value:
            s.options.query = {{"name", t}};
            break;
        default:
            s.request.model = t;
    }
    return s;
}

result<http::request> build(const setup& s) {
    return build_request(s.request, s.where, false, s.options);
}

// Replaces each letter by another letter and each digit by another digit, except in a URL's scheme.
std::string disguised(std::string_view text) {
    std::string out(text);
    const std::size_t scheme = out.find("://");
    for (std::size_t i = scheme == out.npos ? 0 : scheme; i != out.size(); ++i) {
        char& c = out[i];
        if (!is_alphanumeric(c)) continue;
        c = c == '9' ? '0' : c == 'Z' ? 'A' : c == 'z' ? 'a' : static_cast<char>(c + 1);
    }
    return out;
}

// Whether the text ends with one of the fixed error messages, which do not depend on the input
// although the fuzzer may imitate their words.
bool is_fixed(std::string_view said) {
    constexpr std::string_view texts[]{
        "a header value starts with white space",
        "a header value ends with white space",
        "a header value contains a control character",
        "a header value contains a line break",
        "a header value is not ASCII",
        "the URL does not start with https://",
        "the URL contains a backslash",
        "the URL contains a fragment",
        "the URL contains a query, which belongs in call_options::query or endpoint::query",
        "the URL contains a user name or a password",
        "the URL contains white space, a control character or a non-ASCII byte",
        "the URL's host is malformed",
        "the URL's path contains an invalid character",
        "the URL's path contains a dot segment",
        "the URL's path contains an encoded control character",
        "the URL's port is malformed",
    };
    return std::find(std::begin(texts), std::end(texts), said) != std::end(texts);
}

void check_refusal(const error& why, std::string_view text, std::size_t at,
                   const fuzz::seeded& random) {
    constexpr std::size_t window = 8;
    if (at == header_name) return;  // not secret
    const std::string said = why.message + why.path;
    for (std::size_t i = 0; i + window <= text.size(); ++i) {
        if (said.find(text.substr(i, window)) == std::string::npos) continue;
        if (is_fixed(said)) return;
        // the words may be part of the message itself
        const auto other = build(with(disguised(text), at, random));
        must(!other && other.error().message + other.error().path == said,
             "an error does not repeat the input");
    }
}

void check_place(const http::request& request, std::string_view text, std::size_t at) {
    std::string_view target = request.target;
    const bool own_base = at == base_url || (at == other_base_url && !text.empty());
    if (!own_base) must(until(target, "/v1/models/") == "", "the target is the operation's path");
    if (at == model) {
        must(decoded(target) == text && target != "." && target != "..",
             "a model is one path segment");
    } else if (at == query_name || at == query_value) {
        must(until(target, "?") == "m", "the query follows the path");
        const auto name = until(target, "=");
        must(decoded(name) == (at == query_name ? text : "name"), "the query has its name");
        must(decoded(target) == (at == query_value ? text : "value"), "the query has its value");
    } else if (at == key && !text.empty()) {
        std::string_view sent = request.headers.value("api-key");
        if (sent.empty()) sent = request.headers.value("Authorization");
        must(sent.ends_with(text) && sent.size() - text.size() <= 7, "the key is sent");
    } else if (own_base) {
        const std::string& host = request.origin.host;
        const std::string before = request.origin.scheme + "://";
        must(text.size() >= before.size() + host.size() &&
                 http::same_name(text.substr(0, before.size()), before) &&
                 http::same_name(text.substr(before.size(), host.size()), host),
             "the URL starts with scheme and host");
        const auto behind = text.substr(before.size() + host.size(), 1);
        must(behind.empty() || behind == ":" || behind == "/", "the host ends there");
        must(target.ends_with("/models/m"), "the operation follows the base path");
        while (!target.empty()) {
            target.remove_prefix(1);
            const auto segment = target.substr(0, target.find('/'));
            target.remove_prefix(segment.size());
            must(segment != "." && segment != ".." && segment != "%2E" && segment != "%2e%2E",
                 "there are no dot segments");
        }
    }
}

// Whether a text is a valid key, which may include its scheme where that is allowed.
bool is_key(std::string_view text, key_field where) {
    constexpr std::string_view scheme = "bearer ";
    const bool has_scheme =
        where == key_field::authorization && http::same_name(text.substr(0, scheme.size()), scheme);
    if (has_scheme) text.remove_prefix(scheme.size());
    return !text.empty() && std::all_of(text.begin(), text.end(), is_visible);
}

void fields(std::string_view input) {
    fuzz::seeded random(input);
    const std::string_view text = random.text;
    const std::size_t at = random.below(places);
    const setup s = with(text, at, random);
    const auto built = build(s);
    if (built) {
        check_head(*built);
        check_place(*built, text, at);
    } else {
        check_refusal(built.error(), text, at, random);
    }

    bool due = built.has_value();
    if (at == organization || at == project || at == idempotency_key || at == header_value) {
        due = is_value(text);
    } else if (at == query_name || at == query_value) {
        due = true;
    } else if (at == key) {
        due = text.empty() || is_key(text, s.where.sends_key_as);
    } else if (at == model) {
        due = !text.empty() && text != "." && text != "..";
    } else if (at == header_name) {
        due = due && is_token(text);
    }
    must(built.has_value() == due, "valid input is accepted, invalid input rejected");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fields(fuzz::text_of(data, size));
    return 0;
}
