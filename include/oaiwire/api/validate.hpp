// validate: does a request keep to the ranges of the specifications? Knows no bytes. Sources: the
// OpenAI, Atoma and R9S documents; where they differ, the widest range, so a bound that one of them
// does not have, in its schema or in words, is none. A temperature has none at all: Atoma's schema
// does not bound it, and self-hosted servers take more than 2. What a provider's own document says
// beyond this: api/request_quirks.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/completion.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

struct violation {
    std::string path{};     // of the member, as in errors
    std::string message{};  // what is asked of it
    friend bool operator==(const violation&, const violation&) = default;
};

namespace detail {

// A format of the documents is a range too.
inline constexpr std::int64_t least_int32 = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t most_int32 = std::numeric_limits<std::int32_t>::max();

inline std::size_t count_characters(std::string_view utf8) {
    std::size_t n = 0;
    for (const char c : utf8) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return n;
}

class validator {
public:
    std::vector<violation> found{};

    void check(bool ok, std::string path, std::string_view message) {
        if (!ok) found.push_back({std::move(path), std::string(message)});
    }
    void text(std::string_view value, std::string path) {
        check(!value.empty(), std::move(path), "must not be empty");
    }
    void range(const field<double>& value, double low, double high, std::string path,
               std::string_view message) {
        // written so that NaN fails too
        check(!value || (*value >= low && *value <= high), std::move(path), message);
    }
    void range(const field<std::int64_t>& value, std::int64_t low, std::int64_t high,
               std::string path, std::string_view message) {
        check(!value || (*value >= low && *value <= high), std::move(path), message);
    }
    // No bounds, but JSON has no text for NaN and the infinities.
    void finite(const field<double>& value, std::string path) {
        constexpr double most = std::numeric_limits<double>::max();
        range(value, -most, most, std::move(path), "must be a finite number");
    }
    void int32(const field<std::int64_t>& value, std::string path) {
        range(value, least_int32, most_int32, std::move(path),
              "must be from -2147483648 to 2147483647");
    }
    void token(std::int64_t id, std::string path) {
        check(id >= 0 && id <= most_int32, std::move(path), "must be from 0 to 2147483647");
    }
    void tokens(const std::vector<std::int64_t>& ids, const std::string& path) {
        for (std::size_t i = 0; i != ids.size(); ++i) {
            token(ids[i], path + "[" + std::to_string(i) + "]");
        }
    }
    void safety_identifier(const field<std::string>& value) {
        check(!value || count_characters(*value) <= 64, "safety_identifier",
              "must have at most 64 characters");
    }
    void stop(const field<Stop>& value) {
        if (!value) return;
        if (const auto* list = std::get_if<std::vector<std::string>>(&*value)) {
            check(list->size() <= 4, "stop", "must have at most 4 entries");
        }
    }
    void bias(const field<string_map<double>>& value) {
        if (!value) return;
        for (const auto& [token, weight] : *value) {
            check(weight >= -100 && weight <= 100, "logit_bias." + token,
                  "must be from -100 to 100");
        }
    }
};

}  // namespace detail

// True for a request that no rule is about. For a type of your own, specialise it, or declare
//     std::vector<oaiwire::violation> validate(const Mine&);
// beside the type, which is found by its argument.
template <class Request>
inline constexpr bool has_no_rules = false;

// Every violation. A request whose rules are not included does not compile.
template <class Request>
std::vector<violation> validate(const Request&) {
    static_assert(has_no_rules<Request>,
                  "oaiwire: the rules of this request are not included: include "
                  "<oaiwire/api/validate_operations.hpp>; for a type of your own, declare "
                  "validate(const T&) beside it or specialise oaiwire::has_no_rules<T>");
    return {};
}

// Every violation, in the order of the members; empty where there is none.
inline std::vector<violation> validate(const ChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.check(!r.messages.empty(), "messages", "must have at least one message");
    for (std::size_t i = 0; i != r.messages.size(); ++i) {
        const std::string at = "messages[" + std::to_string(i) + "]";
        std::visit(
            [&](const auto& m) {
                using M = std::remove_cvref_t<decltype(m)>;
                if constexpr (std::is_same_v<M, ToolMessage>) {
                    v.check(!m.tool_call_id.is_null(), at + ".tool_call_id", "must not be null");
                }
                if constexpr (std::is_same_v<M, FunctionMessage>) v.text(m.name, at + ".name");
            },
            r.messages[i]);
    }
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    v.bias(r.logit_bias);
    v.int32(r.max_completion_tokens, "max_completion_tokens");
    v.int32(r.max_tokens, "max_tokens");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    v.int32(r.n, "n");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    v.safety_identifier(r.safety_identifier);
    v.stop(r.stop);
    v.finite(r.temperature, "temperature");
    if (r.tools) {
        for (std::size_t i = 0; i != r.tools->size(); ++i) {
            const std::string at = "tools[" + std::to_string(i) + "]";
            if (const auto* f = std::get_if<FunctionTool>(&(*r.tools)[i])) {
                v.text(f->function.name, at + ".function.name");
            } else if (const auto* c = std::get_if<CustomTool>(&(*r.tools)[i])) {
                v.text(c->custom.name, at + ".custom.name");
            }
        }
    }
    v.check(!r.top_k || *r.top_k >= 1, "top_k", "must be at least 1");
    v.range(r.top_logprobs, 0, 20, "top_logprobs", "must be from 0 to 20");
    v.finite(r.top_p, "top_p");
    return std::move(v.found);
}

inline std::vector<violation> validate(const CompletionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    if (r.prompt) {
        const auto* ids = std::get_if<std::vector<std::int64_t>>(&*r.prompt);
        if (ids) v.tokens(*ids, "prompt");
        const auto* lists = std::get_if<std::vector<std::vector<std::int64_t>>>(&*r.prompt);
        for (std::size_t i = 0; lists && i != lists->size(); ++i) {
            v.tokens((*lists)[i], "prompt[" + std::to_string(i) + "]");
        }
    }
    v.check(!r.prompt.is_absent(), "prompt", "must be set");
    v.int32(r.best_of, "best_of");
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    v.bias(r.logit_bias);
    v.range(r.logprobs, 0, 20, "logprobs", "must be from 0 to 20");
    v.int32(r.max_tokens, "max_tokens");
    v.int32(r.n, "n");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    v.stop(r.stop);
    v.finite(r.temperature, "temperature");
    v.finite(r.top_p, "top_p");
    return std::move(v.found);
}

// Does a rule's path, or one above it, cover what was found? "messages[].content" is of every
// message.
inline bool covers(std::string_view rule, std::string_view path) {
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

// Drops the violations of rules that are not to hold, by their paths.
inline void waive(std::vector<violation>& found, const std::vector<std::string>& rules) {
    std::erase_if(found, [&](const violation& v) {
        for (const auto& rule : rules) {
            if (!rule.empty() && covers(rule, v.path)) return true;
        }
        return false;
    });
}

// The violations as one error of kind invalid_request: the first one's path, all their words.
inline error error_of(const std::vector<violation>& violations) {
    if (violations.empty()) return {};
    std::string message;
    for (const auto& v : violations) {
        if (!message.empty()) message.append("; ");
        message.append(v.path).append(" ").append(v.message);
    }
    return make_error(errc::invalid_argument, std::move(message), violations.front().path);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
