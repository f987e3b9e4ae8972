// What the rules of the conformance suite are written with, and what comes of them. Needs no test
// framework.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/errc.hpp>

namespace oaiwire::conformance {

enum class verdict : std::uint8_t {
    kept,
    broken,
    hung,     // a call did not return
    skipped,  // not possible here; `seen` says why
};

// What was found of one rule.
struct finding {
    std::string form{};  // how the transport was used: "send", "open", "stream by callback", ...
    std::string rule{};
    std::string basis{};  // where the rule is written
    verdict how = verdict::kept;
    std::string seen{};    // what happened instead
    std::string server{};  // what the server was told to do
    std::int64_t ms = 0;
};

namespace detail {

// Ends a rule at its first broken check.
struct rule_ended {};

// One rule of a group, which is a function with several: `wanted` counts those it passes.
struct rule_run {
    std::size_t wanted = 0;
    std::size_t passed = 0;
    std::string only{};  // rules whose text lacks it are passed over
    // literals of the rule, which are set once, before anything of it runs
    std::atomic<const char*> title{""};
    std::atomic<const char*> basis{""};
    finding found{};
    // what is read while the rule runs, if a call of it hangs
    std::mutex lock{};
    std::vector<std::string> notes{};
    std::string told{};  // to the server
    std::string all_notes() const {
        std::string all;
        for (const auto& note : notes) all += note + ": ";
        return all;
    }
};
inline thread_local rule_run* current_rule = nullptr;

// The rule that was entered last, for the handler of a signal: literals.
inline std::atomic<const char*> last_title{""};
inline std::atomic<const char*> last_basis{""};

// What the server is told next.
inline void tell_server(const std::string& script) {
    if (!current_rule) return;
    current_rule->found.server = script;
    const std::lock_guard guard(current_rule->lock);
    current_rule->told = script;
}

// When something last happened, in ms of the steady clock: a call that ended, or a check.
inline std::atomic<std::int64_t> alive_ms{0};
inline std::int64_t steady_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
inline void alive() {
    alive_ms = steady_ms();
}

// True if the rule is the wanted one. Both texts are literals.
inline bool enter_rule(const char* rule, const char* basis) {
    if (!current_rule) return true;
    auto& r = *current_rule;
    if (r.passed++ != r.wanted) return false;
    r.title = rule;
    r.basis = basis;
    r.found.rule = rule;
    r.found.basis = basis;
    alive();
    last_title = rule;
    last_basis = basis;
    return r.found.rule.find(r.only) != std::string::npos;
}

inline void skip_rule(std::string_view why) {
    if (!current_rule) return;
    current_rule->found.how = verdict::skipped;
    current_rule->found.seen = why;
}

// A text without control characters, which bodies and heads may have.
inline std::string visible(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') {
            out += "\\r";
        } else if (c == '\n') {
            out += "\\n";
        } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') {
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(c));
            out += code;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

// A text of visible characters, not too long.
inline std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 300;
    std::string out = "\"";
    for (const char c : text.substr(0, most)) {
        if (c == '"' || c == '\\') {
            out.append("\\").push_back(c);
        } else {
            out += visible({&c, 1});
        }
    }
    return out + (text.size() > most ? "\"..." : "\"");
}

template <class T>
std::string show(const T& value) {
    if constexpr (requires { value.load(); }) {
        return show(value.load());
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, errc>) {
        return std::string(name(value));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return in_quotes(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(value);
    } else if constexpr (requires { static_cast<bool>(value); }) {
        return static_cast<bool>(value) ? "true" : "false";
    } else {
        return "something else";
    }
}

// A comparison that was made, with both sides as texts.
struct compared {
    bool holds = false;
    std::string sides{};
};

// The left side of a comparison. Integers of any two types are compared by value.
template <class L>
struct left_side {
    const L& left;

    template <class R>
    static constexpr bool integers() {
        return std::is_integral_v<L> && std::is_integral_v<R> && !std::is_same_v<L, bool> &&
               !std::is_same_v<R, bool>;
    }
    template <class R>
    compared made(bool holds, std::string_view sign, const R& right) const {
        if (holds) return {true, {}};
        std::string sides = show(left) + (sign == "==" ? " instead of " : ", which is not ");
        if (sign != "==") sides.append(sign).append(" ");
        return {false, sides + show(right)};
    }
    template <class R>
    compared operator==(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_equal(left, right), "==", right);
        else
            return made(left == right, "==", right);
    }
    template <class R>
    compared operator!=(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_not_equal(left, right), "!=", right);
        else
            return made(left != right, "!=", right);
    }
    template <class R>
    compared operator<(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_less(left, right), "<", right);
        else
            return made(left < right, "<", right);
    }
    template <class R>
    compared operator>(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_greater(left, right), ">", right);
        else
            return made(left > right, ">", right);
    }
    template <class R>
    compared operator<=(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_less_equal(left, right), "<=", right);
        else
            return made(left <= right, "<=", right);
    }
    template <class R>
    compared operator>=(const R& right) const {
        if constexpr (integers<R>())
            return made(std::cmp_greater_equal(left, right), ">=", right);
        else
            return made(left >= right, ">=", right);
    }
};
struct comparison {
    template <class L>
    left_side<L> operator<=(const L& left) const {
        return {left};
    }
};

[[noreturn]] inline void break_rule(std::string seen) {
    if (current_rule) {
        current_rule->found.how = verdict::broken;
        current_rule->found.seen = current_rule->all_notes() + seen;
    } else {
        // a check that a test of its own makes
        std::fprintf(stderr, "%s\n", seen.c_str());
    }
    throw rule_ended{};
}
inline void check(const compared& c, std::string_view what) {
    alive();
    if (!c.holds) break_rule(c.sides + ", in " + std::string(what));
}
template <class T>
void check(const left_side<T>& c, std::string_view what) {
    alive();
    if (!static_cast<bool>(c.left)) break_rule("false: " + std::string(what));
}

struct text_parts {
    std::ostringstream whole{};
    template <class T>
    text_parts& operator<<(const T& more) {
        whole << more;
        return *this;
    }
};

// A text that explains what is broken while it is in scope.
class noted {
public:
    explicit noted(const text_parts& text) {
        if (!current_rule) return;
        const std::lock_guard guard(current_rule->lock);
        current_rule->notes.push_back(text.whole.str());
        held_ = true;
    }
    noted(const noted&) = delete;
    noted& operator=(const noted&) = delete;
    ~noted() {
        if (!held_) return;
        const std::lock_guard guard(current_rule->lock);
        current_rule->notes.pop_back();
    }

private:
    bool held_ = false;
};

}  // namespace detail
}  // namespace oaiwire::conformance

// A rule: its title, and where it is written. A block follows.
#define OAIWIRE_RULE(title, basis) if (::oaiwire::conformance::detail::enter_rule(title, basis))
// Ends the rule unless the comparison holds.
#define OAIWIRE_CHECK(...)                                                              \
    do {                                                                                \
        OAIWIRE_QUIET_BEGIN                                                             \
        ::oaiwire::conformance::detail::check(                                          \
            ::oaiwire::conformance::detail::comparison{} <= __VA_ARGS__, #__VA_ARGS__); \
        OAIWIRE_QUIET_END                                                               \
    } while (false)
// The comparison is taken apart by an operator in front of it.
#if defined(__GNUC__)
#define OAIWIRE_QUIET_BEGIN \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wparentheses\"")
#define OAIWIRE_QUIET_END _Pragma("GCC diagnostic pop")
#else
#define OAIWIRE_QUIET_BEGIN
#define OAIWIRE_QUIET_END
#endif
// Ends the rule unless the expression throws `type`.
#define OAIWIRE_CHECK_THROWS(expression, type)                                              \
    do {                                                                                    \
        bool oaiwire_thrown = false;                                                        \
        try {                                                                               \
            expression;                                                                     \
        } catch (const type&) {                                                             \
            oaiwire_thrown = true;                                                          \
        }                                                                                   \
        if (!oaiwire_thrown) {                                                              \
            ::oaiwire::conformance::detail::break_rule(                                     \
                "expected the handler's or the source's exception to leave the transport"); \
        }                                                                                   \
    } while (false)
#define OAIWIRE_JOINED_(a, b) a##b
#define OAIWIRE_JOINED(a, b) OAIWIRE_JOINED_(a, b)
// Explains a broken check of the rest of the block: `a << b`.
#define OAIWIRE_NOTE(...)                                       \
    const ::oaiwire::conformance::detail::noted OAIWIRE_JOINED( \
        oaiwire_noted_, __LINE__)(::oaiwire::conformance::detail::text_parts{} << __VA_ARGS__)
