// validate: does a request keep to the ranges of the specifications? Knows no bytes. Sources: the
// OpenAI, Atoma and R9S documents; where they differ, the widest range.
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
    void parts(const MessageContent& content, const std::string& path) {
        if (const auto* list = std::get_if<std::vector<ContentPart>>(&content)) {
            check(!list->empty(), path, "must not be an empty list");
        }
    }
};

inline constexpr std::int64_t most_tokens = std::numeric_limits<std::int32_t>::max();

}  // namespace detail

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
                if constexpr (!std::is_same_v<M, raw_json>) {
                    if (m.content) v.parts(*m.content, at + ".content");
                }
                if constexpr (std::is_same_v<M, ToolMessage>) {
                    v.check(!m.tool_call_id.is_null(), at + ".tool_call_id", "must not be null");
                }
                if constexpr (std::is_same_v<M, FunctionMessage>) v.text(m.name, at + ".name");
            },
            r.messages[i]);
    }
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    if (r.functions) {
        v.check(!r.functions->empty() && r.functions->size() <= 128, "functions",
                "must have 1 to 128 entries");
    }
    v.bias(r.logit_bias);
    v.range(r.max_completion_tokens, 1, detail::most_tokens, "max_completion_tokens",
            "must be from 1 to 2147483647");
    v.range(r.max_tokens, 1, detail::most_tokens, "max_tokens", "must be from 1 to 2147483647");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    v.range(r.n, 1, 128, "n", "must be from 1 to 128");
    if (r.prediction) v.parts(r.prediction->content, "prediction.content");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    if (r.safety_identifier) {
        std::size_t characters = 0;
        for (const char c : *r.safety_identifier) {
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++characters;
        }
        v.check(characters <= 64, "safety_identifier", "must have at most 64 characters");
    }
    v.stop(r.stop);
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
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
    v.range(r.top_k, 1, detail::most_tokens, "top_k", "must be at least 1");
    v.range(r.top_logprobs, 0, 20, "top_logprobs", "must be from 0 to 20");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const CompletionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    if (r.prompt) {
        std::visit(
            [&](const auto& prompt) {
                using P = std::remove_cvref_t<decltype(prompt)>;
                if constexpr (std::is_same_v<P, std::vector<std::int64_t>>) {
                    for (std::size_t i = 0; i != prompt.size(); ++i) {
                        v.check(prompt[i] >= 0, "prompt[" + std::to_string(i) + "]",
                                "must not be negative");
                    }
                } else if constexpr (std::is_same_v<P, std::vector<std::vector<std::int64_t>>>) {
                    for (std::size_t i = 0; i != prompt.size(); ++i) {
                        for (std::size_t j = 0; j != prompt[i].size(); ++j) {
                            v.check(prompt[i][j] >= 0,
                                    "prompt[" + std::to_string(i) + "][" + std::to_string(j) + "]",
                                    "must not be negative");
                        }
                    }
                }
            },
            *r.prompt);
    }
    v.check(!r.prompt.is_absent(), "prompt", "must be set");
    v.range(r.best_of, 0, 20, "best_of", "must be from 0 to 20");
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    v.bias(r.logit_bias);
    v.range(r.logprobs, 0, 20, "logprobs", "must be from 0 to 20");
    v.range(r.max_tokens, 0, detail::most_tokens, "max_tokens", "must be from 0 to 2147483647");
    v.range(r.n, 1, 128, "n", "must be from 1 to 128");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    v.stop(r.stop);
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

// A request of which no range is known.
template <class Request>
std::vector<violation> validate(const Request&) {
    return {};
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
