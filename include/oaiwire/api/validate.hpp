// validate: checks that a request keeps to the documented ranges. This header has the tools; the
// rules are with the operations (api/operations/). Sources: the OpenAI, Atoma and R9S documents.
// Where they differ the widest range applies, so a bound that one of them lacks is not checked. A
// temperature has no bound: Atoma's schema has none, and self-hosted servers accept more than 2.
// Narrower rules of single providers are in api/request_quirks.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>

#include <oaiwire/types/field.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// A rule that a request breaks.
struct violation {
    std::string path{};     // of the member, as in errors
    std::string message{};  // the rule: "must not be empty"
    friend bool operator==(const violation&, const violation&) = default;
};

// True for requests without rules. For a type of your own, specialise it, or declare
//     std::vector<oaiwire::violation> validate(const Mine&);
// in the namespace of the type.
template <class Request>
inline constexpr bool has_no_rules = false;

// All violations, in the order of the members. Overloaded for each request that has rules; does not
// compile if these are not included.
template <class Request>
std::vector<violation> validate(const Request&) {
    static_assert(has_no_rules<Request>,
                  "oaiwire: the rules of this request are not included: include "
                  "<oaiwire/api/operations.hpp>; for a type of your own, declare "
                  "validate(const T&) beside it or specialise oaiwire::has_no_rules<T>");
    return {};
}

namespace detail {

// Whether the rule path covers `path` or something above it. "messages[].content" covers every
// message.
bool covers(std::string_view rule, std::string_view path);

// Removes the violations that one of the rule paths covers.
void waive(std::vector<violation>& found, const std::vector<std::string>& rules);

}  // namespace detail

// The violations as one error, errc::invalid_argument with the path of the first one and the texts
// of all; errc::ok if there are none.
error error_of(const std::vector<violation>& violations);

#if OAIWIRE_ADAPTER_DEFINES

// What the rules of all operations use, those of platform.hpp too.
namespace detail {

// Formats in the documents are ranges too.
inline constexpr std::int64_t least_int32 = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t most_int32 = std::numeric_limits<std::int32_t>::max();

// The number of code points: all bytes of UTF-8 but continuation bytes.
std::size_t count_characters(std::string_view utf8);

// The path or the message of a rule, which has no zero inside. Most are literals: one pointer takes
// less code to pass than a view.
struct rule_text {
    const char* text;
    rule_text(const char* literal) : text(literal) {}
    rule_text(const std::string& made) : text(made.c_str()) {}
};

// The path of a list's element, or below it: "messages[3].content".
[[gnu::cold]] std::string path_of_element(rule_text list, std::size_t i, rule_text below = "");

// Collects violations, in the order of the calls. A member that is absent or null breaks no rule of
// a range. [[gnu::cold]]: it runs once per request, so it is optimised for size.
class validator {
public:
    std::vector<violation> found{};

    [[gnu::cold, gnu::noinline]] void add(rule_text path, rule_text message) {
        found.push_back({path.text, message.text});
    }
    [[gnu::cold]] void check(bool ok, rule_text path, rule_text message) {
        if (!ok) add(path, message);
    }
    [[gnu::cold]] void text(std::string_view value, rule_text path) {
        check(!value.empty(), path, "must not be empty");
    }
    [[gnu::cold]] void range(const field<double>& value, double low, double high, rule_text path,
                             rule_text message) {
        // false for NaN
        check(!value || (*value >= low && *value <= high), path, message);
    }
    [[gnu::cold]] void range(const field<std::int64_t>& value, std::int64_t low, std::int64_t high,
                             rule_text path, rule_text message) {
        check(!value || (*value >= low && *value <= high), path, message);
    }
    // Any finite number: JSON has no NaN and no infinities.
    [[gnu::cold]] void finite(const field<double>& value, rule_text path) {
        constexpr double most = std::numeric_limits<double>::max();
        range(value, -most, most, path, "must be a finite number");
    }
    [[gnu::cold]] void int32(const field<std::int64_t>& value, rule_text path) {
        range(value, least_int32, most_int32, path, "must be from -2147483648 to 2147483647");
    }
    // Token ids: non-negative, of 32 bits.
    [[gnu::cold]] void tokens(const std::vector<std::int64_t>& ids, rule_text path) {
        for (std::size_t i = 0; i != ids.size(); ++i) {
            if (ids[i] >= 0 && ids[i] <= most_int32) continue;
            add(path_of_element(path, i), "must be from 0 to 2147483647");
        }
    }
    [[gnu::cold]] void safety_identifier(const field<std::string>& value) {
        check(!value || count_characters(*value) <= 64, "safety_identifier",
              "must have at most 64 characters");
    }
    // Stop sequences: a text, or up to four.
    [[gnu::cold]] void stop(const field<std::variant<std::string, std::vector<std::string>>>& one) {
        const auto* list = one ? std::get_if<std::vector<std::string>>(&*one) : nullptr;
        check(!list || list->size() <= 4, "stop", "must have at most 4 entries");
    }
    // logit_bias: a weight for each token id.
    [[gnu::cold]] void bias(const field<std::vector<std::pair<std::string, double>>>& weights) {
        if (!weights) return;
        for (const auto& [token, weight] : *weights) {
            if (weight >= -100 && weight <= 100) continue;
            // a token may have any byte
            found.push_back({"logit_bias." + token, "must be from -100 to 100"});
        }
    }
    // A file needs data or a source.
    template <class File>
    [[gnu::cold]] void file(const File& file, rule_text path) {
        check(file.source || !file.data.empty(), path, "must not be empty");
    }
};

// For requests with a single rule: a text that must not be empty.
[[gnu::cold]] std::vector<violation> text_rule(std::string_view value, rule_text path);

}  // namespace detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#if OAIWIRE_DEFINES

namespace detail {

OAIWIRE_INLINE std::size_t count_characters(std::string_view utf8) {
    std::size_t n = 0;
    for (const char c : utf8) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return n;
}

[[gnu::cold]] OAIWIRE_INLINE std::string path_of_element(rule_text list, std::size_t i,
                                                         rule_text below) {
    std::string path(list.text);
    path.append("[").append(decimal(static_cast<std::int64_t>(i))).append("]").append(below.text);
    return path;
}

[[gnu::cold]] OAIWIRE_INLINE std::vector<violation> text_rule(std::string_view value,
                                                              rule_text path) {
    validator v;
    v.text(value, path);
    return std::move(v.found);
}

// Compares both from the left; "[]" in the rule stands for any index in the path. What is left of
// the path must begin with a new member or index, so "stop" does not cover "stop_reason".
OAIWIRE_INLINE bool covers(std::string_view rule, std::string_view path) {
    while (!rule.empty()) {
        if (rule.starts_with("[]")) {
            const std::size_t closing = path.starts_with('[') ? path.find(']') : path.npos;
            if (closing == path.npos) return false;
            path.remove_prefix(closing + 1);
            rule.remove_prefix(2);
        } else {
            if (!path.starts_with(rule.front())) return false;
            path.remove_prefix(1);
            rule.remove_prefix(1);
        }
    }
    return path.empty() || path.front() == '.' || path.front() == '[';
}

OAIWIRE_INLINE void waive(std::vector<violation>& found, const std::vector<std::string>& rules) {
    std::erase_if(found, [&](const violation& v) {
        for (const auto& rule : rules) {
            if (!rule.empty() && covers(rule, v.path)) return true;
        }
        return false;
    });
}

}  // namespace detail

OAIWIRE_INLINE error error_of(const std::vector<violation>& violations) {
    if (violations.empty()) return {};
    std::string message;
    for (const auto& v : violations) {
        if (!message.empty()) message.append("; ");
        message.append(v.path).append(" ").append(v.message);
    }
    return make_error(errc::invalid_argument, std::move(message), violations.front().path);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
