// validate: does a request keep to the ranges of the specifications? Here is what the rules are
// written with; the rules themselves stand with their operations (api/operations/). Knows no bytes.
// Sources: the OpenAI, Atoma and R9S documents; where they differ, the widest range, so a bound
// that one of them does not have, in its schema or in words, is none. A temperature has none at
// all: Atoma's schema does not bound it, and self-hosted servers take more than 2. What a
// provider's own document says beyond this: api/request_quirks.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>

#include <oaiwire/types/field.hpp>
#endif

namespace oaiwire::inline v0_2 {

struct violation {
    std::string path{};     // of the member, as in errors
    std::string message{};  // what is asked of it
    friend bool operator==(const violation&, const violation&) = default;
};

// True for a request that no rule is about. For a type of your own, specialise it, or declare
//     std::vector<oaiwire::violation> validate(const Mine&);
// beside the type, which is found by its argument.
template <class Request>
inline constexpr bool has_no_rules = false;

// Every violation, in the order of the members; empty where there is none. A request whose rules
// are not included does not compile.
template <class Request>
std::vector<violation> validate(const Request&) {
    static_assert(has_no_rules<Request>,
                  "oaiwire: the rules of this request are not included: include "
                  "<oaiwire/api/operations.hpp>; for a type of your own, declare "
                  "validate(const T&) beside it or specialise oaiwire::has_no_rules<T>");
    return {};
}

// Does a rule's path, or one above it, cover what was found? "messages[].content" is of every
// message.
bool covers(std::string_view rule, std::string_view path);

// Drops the violations of rules that are not to hold, by their paths.
void waive(std::vector<violation>& found, const std::vector<std::string>& rules);

// The violations as one error of kind invalid_request: the first one's path, all their words.
error error_of(const std::vector<violation>& violations);

#if OAIWIRE_DEFINES

namespace detail {

// A format of the documents is a range too.
inline constexpr std::int64_t least_int32 = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t most_int32 = std::numeric_limits<std::int32_t>::max();

OAIWIRE_INLINE std::size_t count_characters(std::string_view utf8) {
    std::size_t n = 0;
    for (const char c : utf8) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return n;
}

// "messages[3].content": the path of an element, or below it.
[[gnu::cold]] OAIWIRE_INLINE std::string path_of_element(std::string_view list, std::size_t i,
                                                         std::string_view below = {}) {
    std::string path(list);
    path.append("[").append(std::to_string(i)).append("]").append(below);
    return path;
}

// Cold, as what calls it: it runs once a request, and is compiled for its size.
class validator {
public:
    std::vector<violation> found{};

    [[gnu::cold, gnu::noinline]] void add(std::string_view path, std::string_view message) {
        found.push_back({std::string(path), std::string(message)});
    }
    [[gnu::cold]] void check(bool ok, std::string_view path, std::string_view message) {
        if (!ok) add(path, message);
    }
    [[gnu::cold]] void text(std::string_view value, std::string_view path) {
        check(!value.empty(), path, "must not be empty");
    }
    [[gnu::cold]] void range(const field<double>& value, double low, double high,
                             std::string_view path, std::string_view message) {
        // written so that NaN fails too
        check(!value || (*value >= low && *value <= high), path, message);
    }
    [[gnu::cold]] void range(const field<std::int64_t>& value, std::int64_t low, std::int64_t high,
                             std::string_view path, std::string_view message) {
        check(!value || (*value >= low && *value <= high), path, message);
    }
    // No bounds, but JSON has no text for NaN and the infinities.
    [[gnu::cold]] void finite(const field<double>& value, std::string_view path) {
        constexpr double most = std::numeric_limits<double>::max();
        range(value, -most, most, path, "must be a finite number");
    }
    [[gnu::cold]] void int32(const field<std::int64_t>& value, std::string_view path) {
        range(value, least_int32, most_int32, path, "must be from -2147483648 to 2147483647");
    }
    [[gnu::cold]] void tokens(const std::vector<std::int64_t>& ids, std::string_view path) {
        for (std::size_t i = 0; i != ids.size(); ++i) {
            if (ids[i] >= 0 && ids[i] <= most_int32) continue;
            add(path_of_element(path, i), "must be from 0 to 2147483647");
        }
    }
    [[gnu::cold]] void safety_identifier(const field<std::string>& value) {
        check(!value || count_characters(*value) <= 64, "safety_identifier",
              "must have at most 64 characters");
    }
    [[gnu::cold]] void stop(const field<std::variant<std::string, std::vector<std::string>>>& one) {
        const auto* list = one ? std::get_if<std::vector<std::string>>(&*one) : nullptr;
        check(!list || list->size() <= 4, "stop", "must have at most 4 entries");
    }
    [[gnu::cold]] void bias(const field<std::vector<std::pair<std::string, double>>>& weights) {
        if (!weights) return;
        for (const auto& [token, weight] : *weights) {
            if (weight >= -100 && weight <= 100) continue;
            add("logit_bias." + token, "must be from -100 to 100");
        }
    }
    // Content, or where it comes from.
    template <class File>
    [[gnu::cold]] void file(const File& file, std::string_view path) {
        check(file.source || !file.data.empty(), path, "must not be empty");
    }
};

// The rule of a request that must name something, and of which nothing else is asked.
[[gnu::cold]] OAIWIRE_INLINE std::vector<violation> text_rule(std::string_view value,
                                                              std::string_view path) {
    validator v;
    v.text(value, path);
    return std::move(v.found);
}

}  // namespace detail

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

}  // namespace oaiwire::inline v0_2
