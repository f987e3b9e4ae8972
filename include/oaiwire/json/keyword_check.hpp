// json::check_keywords: whether a value keeps to the keywords beside its structs.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/keywords.hpp>
#include <oaiwire/json/schema_nodes.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// check_keywords() of the value of that type, whose node is `node`.
result<void> check_described(const void* value, const description& type, const schema_node* node);

}  // namespace detail

// Checks the bounds of numbers, `multiple_of`, counts of items and lengths of strings (in Unicode
// code points) that the keywords of T and of the structs within it give (json/keywords.hpp), as
// its schema states them: keywords of numbers and strings hold for the elements of a list. Null and
// absent members keep to all. `pattern` and `format` are not checked. json::read does not check
// keywords. Errors: the first violation with its path, number_out_of_range for numbers and
// invalid_argument for counts and lengths; too_deep where more than 1024 objects nest;
// out_of_memory. Visits only what has keywords or holds structs.
template <class T>
result<void> check_keywords(const T& value) {
    return detail::check_described(&value, detail::described<T>(),
                                   detail::node_of<T, detail::schema_form::loose>());
}

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/decode.hpp>  // which descriptions name
#include <oaiwire/json/encode.hpp>
#include <oaiwire/json/number.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The number of a member: an integer is kept as it is, since a double holds 53 bits of it.
struct checked_number {
    std::uint64_t magnitude = 0;  // of an integer
    bool negative = false;        // an integer below 0
    bool real = false;
    double value = 0;  // the real number, or the integer as near as a double can be

    // Whether it is below / above a bound. NaN is neither.
    bool is_below(double bound) const {
        return real ? value < bound : integer_is_below(bound, negative, magnitude);
    }
    bool is_above(double bound) const {
        return real ? value > bound : integer_is_below(-bound, !negative, magnitude);
    }
    // Decimal fractions are no binary ones: 0.3 is a multiple of 0.1, but for the last bits.
    bool is_multiple_of(double divisor) const {
        constexpr double two_to_64 = 18446744073709551616.0;
        if (!real && divisor < two_to_64 && std::floor(divisor) == divisor) {
            return magnitude % static_cast<std::uint64_t>(divisor) == 0;
        }
        const double nearest = std::round(value / divisor) * divisor;
        constexpr double last_bits = 1e-15;
        return std::fabs(nearest - value) <= last_bits * std::fabs(value);
    }

private:
    static bool integer_is_below(double bound, bool negative, std::uint64_t magnitude) {
        if (magnitude == 0) return bound > 0;
        if (std::signbit(bound) != negative) return negative;
        const double size = std::fabs(bound);
        constexpr double two_to_64 = 18446744073709551616.0;
        if (!(size < two_to_64)) return !negative;
        const auto whole = static_cast<std::uint64_t>(size);
        const bool fraction = static_cast<double>(whole) != size;
        // the same side of 0: by the distance from it
        if (magnitude != whole) return (magnitude < whole) != negative;
        return fraction && !negative;
    }
};

inline checked_number number_of(const void* value, const description& type) {
    checked_number out;
    if (type.kind == type_kind::real) {
        out.real = true;
        if (type.size == sizeof(float)) {
            // the decimal that was read, rather than the nearest float
            std::string text;
            append_number(text, as<float>(value));
            if (!double_of(text, out.value)) out.value = static_cast<double>(as<float>(value));
        } else if (type.size == sizeof(double)) {
            out.value = as<double>(value);
        } else {
            out.value = static_cast<double>(as<long double>(value));
        }
        return out;
    }
    const std::uint64_t bits = whole_numbers::load(value, type.size);
    const std::size_t unused = 64 - 8 * std::size_t{type.size};
    out.negative = type.is_signed && (bits << unused) >> 63 != 0;
    const std::uint64_t extended =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(bits << unused) >> unused);
    out.magnitude = out.negative ? 0 - extended : bits;
    out.value = static_cast<double>(out.magnitude) * (out.negative ? -1 : 1);
    return out;
}

// Finds the first violation. Each function returns false after one; the callers then add their
// step to the path.
class keyword_checker {
public:
    // `words`: those of the member that holds the value, or null. `within`: the value is within a
    // list or map of that member, so the counts of items are not about it.
    bool check(const void* value, const description& type, const schema_node* node,
               const keywords* words, bool within) {
        switch (type.kind) {
            case type_kind::field:
            case type_kind::field_apart:
            case type_kind::optional:
                value = value_of(value, type);
                return value == nullptr || check(value, *type.inner, node, words, within);
            case type_kind::integer:
            case type_kind::real:
                return words == nullptr || check_number(number_of(value, type), *words);
            case type_kind::text:
                return words == nullptr || check_length(as<std::string>(value), *words);
            case type_kind::view:
                return words == nullptr || check_length(type.as<view_type>().text(value), *words);
            case type_kind::flags:
                return within || words == nullptr ||
                       check_count(as<std::vector<bool>>(value).size(), *words);
            case type_kind::list:
            case type_kind::bytes:
            case type_kind::floats:
            case type_kind::array:
                return check_list(value, type, node, words, within);
            case type_kind::map:
            case type_kind::std_map:
                return check_map(value, type, node, words);
            case type_kind::choice: {
                std::size_t held = 0;
                const auto& choice = type.as<choice_type>();
                value = choice.held(value, held);
                return value == nullptr || check(value, *choice.alternatives[held].type,
                                                 node->inner[held], nullptr, false);
            }
            case type_kind::object:
                return check_object(value, *node);
            default:
                return true;
        }
    }

    // After a violation.
    error violation() {
        if (!name_.empty() && !unmet_.empty()) unmet_.insert(0, 1, ' ').insert(0, name_);
        return make_error(code_, std::move(unmet_), std::move(path_));
    }

private:
    bool fail(errc code, std::string unmet) {
        code_ = code;
        unmet_ = std::move(unmet);
        return false;
    }
    bool failed_in(const path_frame& step) {
        if (name_.empty() && step.object) name_ = step.key;
        prepend_path_step(path_, step);
        return false;
    }

    bool check_object(const void* value, const schema_node& node) {
        if (depth_ == 0) return fail(errc::too_deep, {});
        --depth_;
        const object_table& table = node.type->object();
        for (std::size_t i = 0; i != table.count; ++i) {
            const keywords* const words = node.words ? node.words->of(i) : nullptr;
            if (words == nullptr && node.inner[i] == nullptr) continue;
            const member_entry& m = table.members[i];
            if (!check(table.member(value, m), *m.type, node.inner[i], words, false)) {
                return failed_in({true, m.quoted().substr(1, m.size - std::size_t{3}), 0});
            }
        }
        ++depth_;
        return true;
    }

    bool check_list(const void* value, const description& type, const schema_node* node,
                    const keywords* words, bool within) {
        const elements all = elements_of(value, type);
        if (words && !within && !check_count(all.count, *words)) return false;
        if (node == nullptr && !is_about_values(words)) return true;
        for (std::size_t i = 0; i != all.count; ++i) {
            if (!check(all.first + i * type.inner->size, *type.inner, node, words, true)) {
                return failed_in({false, {}, i});
            }
        }
        return true;
    }

    bool check_map(const void* value, const description& type, const schema_node* node,
                   const keywords* words) {
        if (node == nullptr && !is_about_values(words)) return true;
        const auto check_entry = [&](const std::string& name, const void* entry) {
            if (check(entry, *type.inner, node, words, true)) return true;
            std::string quoted;
            append_string(quoted, name);
            return failed_in({true, std::string_view(quoted).substr(1, quoted.size() - 2), 0});
        };
        if (type.kind == type_kind::std_map) return each_entry(value, type, check_entry);
        const elements pairs = elements_of(value, type);
        const auto& layout = type.as<pair_type>();
        for (std::size_t i = 0; i != pairs.count; ++i) {
            const char* const pair = pairs.first + i * layout.size;
            if (!check_entry(as<std::string>(pair), pair + layout.value())) return false;
        }
        return true;
    }

    // Whether a list's keywords are about its elements.
    static bool is_about_values(const keywords* w) {
        return w && (w->minimum || w->maximum || w->exclusive_minimum || w->exclusive_maximum ||
                     w->multiple_of || w->min_length || w->max_length);
    }

    bool check_number(const checked_number& number, const keywords& w) {
        const bool fits = !(w.minimum && number.is_below(*w.minimum)) &&
                          !(w.maximum && number.is_above(*w.maximum)) &&
                          !(w.exclusive_minimum && !number.is_above(*w.exclusive_minimum)) &&
                          !(w.exclusive_maximum && !number.is_below(*w.exclusive_maximum));
        if (!fits) {
            // one sentence for all bounds
            std::string unmet = "must be";
            const auto say = [&unmet](std::string_view what, const std::optional<double>& bound) {
                if (!bound) return;
                if (unmet.size() > 7) unmet += " and";
                append_bound(unmet.append(what), *bound);
            };
            if (w.minimum && w.maximum) {
                say(" from ", w.minimum);
                append_bound(unmet += " to ", *w.maximum);
            } else {
                say(" at least ", w.minimum);
                say(" at most ", w.maximum);
            }
            say(" greater than ", w.exclusive_minimum);
            say(" less than ", w.exclusive_maximum);
            return fail(errc::number_out_of_range, std::move(unmet));
        }
        if (w.multiple_of && !number.is_multiple_of(*w.multiple_of)) {
            std::string unmet = "must be a multiple of ";
            append_bound(unmet, *w.multiple_of);
            return fail(errc::number_out_of_range, std::move(unmet));
        }
        return true;
    }
    static void append_bound(std::string& out, double bound) {
        constexpr double exact = 9007199254740992;  // 2^53
        if (std::fabs(bound) <= exact && std::floor(bound) == bound) {
            append_number(out, static_cast<std::int64_t>(bound));
        } else {
            append_number(out, bound);
        }
    }

    bool check_count(std::size_t count, const keywords& w) {
        return check_range(count, w.min_items, w.max_items, "item");
    }
    bool check_length(std::string_view text, const keywords& w) {
        if (!w.min_length && !w.max_length) return true;
        const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
        const auto length =
            static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
        return check_range(length, w.min_length, w.max_length, "character");
    }
    bool check_range(std::size_t count, const std::optional<std::size_t>& least,
                     const std::optional<std::size_t>& most, std::string_view unit) {
        if (count >= least.value_or(0) && count <= most.value_or(count)) return true;
        std::string unmet = "must have ";
        if (least && most) {
            unmet.append("from ").append(std::to_string(*least)).append(" to ");
        } else {
            unmet.append(least ? "at least " : "at most ");
        }
        const std::size_t last = most ? *most : *least;
        unmet.append(std::to_string(last)).append(" ").append(unit);
        if (last != 1) unmet.push_back('s');
        return fail(errc::invalid_argument, std::move(unmet));
    }

    errc code_ = errc::ok;
    std::string unmet_{};  // what is due
    std::string name_{};   // of the innermost member
    std::string path_{};   // built from its end
    std::size_t depth_ = max_depth;
};

OAIWIRE_INLINE result<void> check_described(const void* value, const description& type,
                                            const schema_node* node) {
    return within_memory([&]() -> result<void> {
        keyword_checker checker;
        if (checker.check(value, type, node, nullptr, false)) return {};
        return checker.violation();
    });
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
