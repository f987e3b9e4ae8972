// Which recorded request a request is, and what differs if none.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/cassette_index.hpp>
#include <oaiwire/transport/cassette_redact.hpp>

namespace oaiwire { inline namespace v0_2 {

// What of two requests is compared. Method, path, query and content always are. In a recorded
// request, secret_placeholder stands for any text.
struct cassette_rules {
    bool origin = false;  // scheme, host and port as well
    // Names of header fields that are compared as well.
    std::vector<std::string> fields{};
    // What may differ in contents that are JSON: names of members, wherever they are, or paths
    // ("metadata.trace_id", "messages[0].content").
    std::vector<std::string> ignored_members{};
    bool content = true;  // false: contents are not compared
};

// The first difference between a recorded request and another one.
struct cassette_difference {
    // What differs, in the order of comparing; `none`: nothing.
    enum class part : std::uint8_t { method, origin, path, query, field, content, none };
    part where = part::none;  // the first part that differs
    std::string name{};       // of a field
    std::string path{};       // in JSON, "" for the root or for other contents
    std::string recorded{};   // what the cassette has there, shortened
    std::string found{};      // what the request has there, shortened
    std::size_t count = 0;    // how many values of JSON differ; less is nearer

    // "content at messages[0].content: recorded "a", found "b"".
    std::string text() const;
    // Whether this one is nearer to a match.
    bool nearer_than(const cassette_difference& other) const {
        return where != other.where ? where > other.where : count < other.count;
    }
};

// A request with its content, redacted as in a cassette.
struct cassette_request {
    CassetteRequest request{};
    cassette_content content{};
};

// Reads the content of a request and redacts it by these rules. Errors: those of its source.
result<cassette_request> cassette_request_of(const http::request& request,
                                             const cassette_redaction& redact);

// Compares two requests. Takes n log n time for contents of n bytes.
cassette_difference difference_of(const cassette_exchange& recorded, const cassette_request& found,
                                  const cassette_rules& rules);

namespace detail {

// Whether the text is the recorded one, in which each placeholder stands for any text.
bool is_recorded_text(std::string_view recorded, std::string_view text);

// text.find(part) in linear time.
std::size_t find_part(std::string_view text, std::string_view part);

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <array>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/field_parameters.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The algorithm of Knuth, Morris and Pratt.
OAIWIRE_ADAPTER_INLINE std::size_t find_part(std::string_view text, std::string_view part) {
    constexpr std::size_t short_one = 64;  // takes no more than so many steps for a byte
    if (part.size() <= short_one || part.size() > text.size()) return text.find(part);
    std::vector<std::size_t> shorter(part.size());  // the longest end that is a beginning, too
    for (std::size_t i = 1, n = 0; i != part.size(); ++i) {
        while (n != 0 && part[i] != part[n]) n = shorter[n - 1];
        if (part[i] == part[n]) ++n;
        shorter[i] = n;
    }
    for (std::size_t i = 0, n = 0; i != text.size(); ++i) {
        while (n != 0 && text[i] != part[n]) n = shorter[n - 1];
        if (text[i] == part[n]) ++n;
        if (n == part.size()) return i + 1 - n;
    }
    return text.npos;
}

OAIWIRE_ADAPTER_INLINE bool is_recorded_text(std::string_view recorded, std::string_view text) {
    auto at = recorded.find(secret_placeholder);
    if (at == recorded.npos) return recorded == text;
    if (!text.starts_with(recorded.substr(0, at))) return false;
    text.remove_prefix(at);
    for (;;) {
        recorded.remove_prefix(at + secret_placeholder.size());
        at = recorded.find(secret_placeholder);
        if (at == recorded.npos) return text.ends_with(recorded);
        // the earliest place leaves the most for the rest
        const auto found = find_part(text, recorded.substr(0, at));
        if (found == text.npos) return false;
        text.remove_prefix(found + at);
    }
}

// A value or text that fits into a message.
OAIWIRE_ADAPTER_INLINE std::string shown(std::string_view text) {
    constexpr std::size_t most = 80;
    if (text.empty()) return "nothing";
    std::string out;
    append_valid_utf8(out, utf8_prefix(text, most));
    if (text.size() > most) out.append("...");
    return out;
}

// Compares two JSON values and keeps the first difference.
class json_comparison {
public:
    json_comparison(const cassette_rules& rules, cassette_difference& to)
        : rules_(rules), to_(to) {}

    void compare(json_view a, json_view b) {
        if (a.is_object() && b.is_object()) return compare_objects(a, b);
        if (a.is_array() && b.is_array()) return compare_arrays(a, b);
        if (!is_same(a, b)) differ(a, b);
    }

private:
    using member = std::pair<std::string, json_view>;

    static std::vector<member> members_of(json_view object) {
        std::vector<member> out;
        object.each([&](std::string_view raw, json_view value) {
            std::string name;
            json::detail::append_unescaped(name, raw, json::surrogates::replace);
            out.emplace_back(std::move(name), value);
            return true;
        });
        // those of one name in their order
        std::sort(out.begin(), out.end(), [](const member& x, const member& y) {
            const int names = x.first.compare(y.first);
            return names != 0 ? names < 0 : x.second.text().data() < y.second.text().data();
        });
        return out;
    }
    static bool is_same(json_view a, json_view b) {
        if (a.text() == b.text()) return true;
        if (a.is_string() && b.is_string()) return is_recorded_text(*a.string(), *b.string());
        if (a.is_string()) return *a.string() == secret_placeholder;  // a member that was hidden
        if (!a.is_number() || !b.is_number()) return false;
        const auto x = json::read<double>(a.text());
        const auto y = json::read<double>(b.text());
        return x && y && *x == *y;
    }
    bool ignored(std::string_view name) const {
        for (const auto& rule : rules_.ignored_members) {
            const bool is_path = rule.find_first_of(".[") != rule.npos;
            if (is_path ? rule == path_ : rule == name) return true;
        }
        return false;
    }
    void differ(json_view a, json_view b) {
        if (to_.count++ != 0) return;
        to_.where = cassette_difference::part::content;
        to_.path = path_;
        to_.recorded = shown(a.text());
        to_.found = shown(b.text());
    }
    template <class F>
    void at(const json::detail::path_frame& frame, F&& f) {
        const std::size_t before = path_.size();
        json::detail::append_path_step(path_, frame);
        f();
        path_.resize(before);
    }
    void compare_objects(json_view a, json_view b) {
        const auto ours = members_of(a);
        const auto theirs = members_of(b);
        auto x = ours.begin();
        auto y = theirs.begin();
        while (x != ours.end() || y != theirs.end()) {
            const bool first = y == theirs.end() || (x != ours.end() && x->first <= y->first);
            const bool second = x == ours.end() || (y != theirs.end() && y->first <= x->first);
            const std::string& name = first ? x->first : y->first;
            at({true, name, 0}, [&] {
                if (ignored(name)) return;
                compare(first ? x->second : json_view(), second ? y->second : json_view());
            });
            if (first) ++x;
            if (second) ++y;
        }
    }
    void compare_arrays(json_view a, json_view b) {
        std::vector<json_view> theirs;
        b.each([&](std::string_view, json_view value) {
            theirs.push_back(value);
            return true;
        });
        std::size_t i = 0;
        const auto step = [&](json_view x, json_view y) {
            at({false, {}, i}, [&] {
                if (!ignored({})) compare(x, y);
            });
            ++i;
        };
        a.each([&](std::string_view, json_view value) {
            step(value, i < theirs.size() ? theirs[i] : json_view());
            return true;
        });
        while (i < theirs.size()) step({}, theirs[i]);
    }

    const cassette_rules& rules_;
    cassette_difference& to_;
    std::string path_{};
};

OAIWIRE_ADAPTER_INLINE std::string_view field_of(const CassetteRequest& request,
                                                 std::string_view name) {
    for (const auto& field : request.fields) {
        if (http::same_name(field[0], name)) return field[1];
    }
    return {};
}

// A form with another boundary is the same form.
OAIWIRE_ADAPTER_INLINE std::string with_plain_boundary(const CassetteRequest& request,
                                                       const std::string& content) {
    const std::string_view type = field_of(request, "Content-Type");
    constexpr std::string_view parameter = "boundary=";
    const auto at = type.find(parameter);
    if (!type.starts_with("multipart/") || at == type.npos) return content;
    std::string_view boundary = type.substr(at + parameter.size());
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.starts_with('"')) boundary = boundary.substr(1, boundary.find('"', 1) - 1);
    if (boundary.empty()) return content;
    std::string out;
    std::size_t from = 0;
    for (;;) {
        const auto next = content.find(boundary, from);
        out.append(content, from, next == content.npos ? next : next - from);
        if (next == content.npos) return out;
        out.append("boundary");
        from = next + boundary.size();
    }
}

OAIWIRE_ADAPTER_INLINE void compare_contents(const cassette_exchange& recorded,
                                             const cassette_request& found,
                                             const cassette_rules& rules,
                                             cassette_difference& out) {
    if (recorded.content == found.content) return;
    if (recorded.content.whole() && found.content.whole()) {
        const auto a = json_view::checked(recorded.content.text);
        const auto b = json_view::checked(found.content.text);
        if (a.exists() && b.exists()) return json_comparison(rules, out).compare(a, b);
        if (is_recorded_text(with_plain_boundary(recorded.request, recorded.content.text),
                             with_plain_boundary(found.request, found.content.text))) {
            return;
        }
    }
    out.where = cassette_difference::part::content;
    out.count = 1;
    out.recorded = recorded.content.whole() ? shown(recorded.content.text) : "other bytes";
    out.found = found.content.whole() ? shown(found.content.text) : "other bytes";
}

// Scheme and host, path, and query with its question mark.
OAIWIRE_ADAPTER_INLINE std::array<std::string_view, 3> parts_of_url(std::string_view url) {
    const auto scheme = url.find("://");
    const auto host = scheme == url.npos ? 0 : scheme + 3;
    const auto path = (std::min)(url.find_first_of("/?", host), url.size());
    const auto query = (std::min)(url.find('?', path), url.size());
    return {url.substr(0, path), url.substr(path, query - path), url.substr(query)};
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::string cassette_difference::text() const {
    constexpr std::string_view names[]{"method", "origin",  "path",   "query",
                                       "field ", "content", "nothing"};
    std::string out(names[static_cast<std::size_t>(where)]);
    out.append(name);
    if (!path.empty()) out.append(" at ").append(path);
    if (where == part::none) return out;
    return out.append(": recorded ").append(recorded).append(", found ").append(found);
}

OAIWIRE_ADAPTER_INLINE result<cassette_request> cassette_request_of(
    const http::request& request, const cassette_redaction& redact) {
    return within_memory([&]() -> result<cassette_request> {
        const auto secrets = detail::secrets_of(request, redact);
        cassette_request out;
        out.request.method = request.method;
        out.request.url =
            detail::without_query_keys(detail::without_secrets(url_of(request), secrets), redact);
        out.request.fields = detail::fields_without_secrets(request.headers, redact, secrets);
        detail::cassette_scrubber clean(redact, secrets);
        std::vector<detail::timed_piece> pieces;
        http::content_cursor content(request);
        for (bool ended = false; !ended;) {
            auto piece = content.next();
            if (!piece) return std::move(piece).error();
            ended = piece->empty();
            if (ended) {
                clean.finish(pieces);
            } else {
                clean.feed(*piece, 0, pieces);
            }
            for (const auto& p : pieces) out.content.add(p.bytes);
            pieces.clear();
        }
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE cassette_difference difference_of(const cassette_exchange& recorded,
                                                         const cassette_request& found,
                                                         const cassette_rules& rules) {
    using part = cassette_difference::part;
    cassette_difference out;
    // keeps the first difference; true if there is one
    const auto differ = [&](part where, std::string_view a, std::string_view b) {
        if (detail::is_recorded_text(a, b)) return false;
        out.where = where;
        out.recorded = detail::shown(a);
        out.found = detail::shown(b);
        return true;
    };
    const auto a = detail::parts_of_url(recorded.request.url);
    const auto b = detail::parts_of_url(found.request.url);
    if (differ(part::method, recorded.request.method, found.request.method)) return out;
    if (rules.origin && differ(part::origin, a[0], b[0])) return out;
    if (differ(part::path, a[1], b[1]) || differ(part::query, a[2], b[2])) return out;
    for (const auto& name : rules.fields) {
        out.name = name;
        if (differ(part::field, detail::field_of(recorded.request, name),
                   detail::field_of(found.request, name))) {
            return out;
        }
    }
    out.name.clear();
    if (rules.content) detail::compare_contents(recorded, found, rules, out);
    return out;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
