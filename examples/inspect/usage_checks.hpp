// Checks of token counts and log probabilities.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/text/view.hpp>

#include "finding.hpp"
#include "located.hpp"
#include "server_clues.hpp"

namespace inspect {

class usage_checks {
public:
    usage_checks(finding_list& found, clue_list& clues) : found_(found), clues_(clues) {}

    // A chunk or response.
    void look(const located& in, oaiwire::json_view v, bool streamed) {
        const auto usage = v["usage"];
        if (usage.is_object()) {
            const auto first = v["choices"].first();
            // OpenAI sends it in a chunk of its own, and in the response
            if (streamed && first.exists()) {
                found_.add("usage_place", in.at(usage.text().substr(0, 1)), "usage",
                           "beside a choice");
            }
            look_at_counts(in, usage, "usage");
        }
        if (const auto groq = v["x_groq"]["usage"]; groq.is_object()) {
            found_.add("usage_place", in.at(groq.text().substr(0, 1)), "x_groq.usage");
            if (!usage.is_object()) look_at_counts(in, groq, "x_groq.usage");
        }
    }
    void look_at_choice(const located& in, oaiwire::json_view choice, const std::string& path) {
        const auto usage = choice["usage"];
        if (!usage.is_object()) return;
        found_.add("usage_place", in.at(usage.text().substr(0, 1)), path + ".usage");
        look_at_counts(in, usage, path + ".usage");
    }
    void finish(place last) {
        if (!seen_) found_.add("usage_missing", last, "usage");
    }

private:
    static std::optional<std::int64_t> count(oaiwire::json_view v) {
        constexpr std::size_t longest = 15;  // digits that surely fit
        const bool whole =
            v.is_number() && v.text().size() <= longest && consists_of(v.text(), "0123456789");
        if (!whole) return std::nullopt;
        return std::strtoll(std::string(v.text()).c_str(), nullptr, 10);
    }

    void look_at_counts(const located& in, oaiwire::json_view usage, const std::string& path) {
        const place where = in.at(usage.text().substr(0, 1));
        add_clues(clues_, clue_place::usage, usage);
        if (seen_) found_.add("usage_again", where, path);
        seen_ = true;
        const bool other = usage["input_tokens"].exists() || usage["output_tokens"].exists() ||
                           usage["prompt_cache_hit_tokens"].exists() ||
                           usage["cached_tokens"].exists() || usage["num_cached_tokens"].exists();
        if (other) found_.add("usage_names", where, path);
        for (const std::string_view name : {"prompt_tokens", "completion_tokens", "total_tokens"}) {
            const auto value = usage[name];
            const std::string at = path + "." + std::string(name);
            if (!value.exists() || value.is_null()) {
                if (!other) found_.add("usage_partial", where, at);
            } else if (!value.is_number() ||
                       value.text().find_first_of(".eE-") != value.text().npos) {
                found_.add("usage_not_whole", in.at(value.text()), at);
            }
        }
        const auto prompt = count(usage["prompt_tokens"]);
        const auto completion = count(usage["completion_tokens"]);
        const auto total = count(usage["total_tokens"]);
        if (prompt && completion && total && *prompt + *completion != *total) {
            found_.add("usage_sum", in.at(usage["total_tokens"].text()), path + ".total_tokens",
                       std::to_string(*prompt) + " and " + std::to_string(*completion) +
                           " are not " + std::to_string(*total));
            if (*total > *prompt + *completion) {
                clues_.add("xAI", 1, "a total with reasoning that the answer does not count");
                clues_.add("Gemini", 1, "a total with reasoning that the answer does not count");
            }
        }
    }

    finding_list& found_;
    clue_list& clues_;
    bool seen_ = false;
};

// The log probabilities of a choice.
inline void look_at_logprobs(finding_list& found, const located& in, oaiwire::json_view v,
                             const std::string& path) {
    if (!v.exists() || v.is_null()) return;
    const place where = in.at(v.text().substr(0, 1));
    if (!v.is_object() || v["tokens"].exists() || v["token_logprobs"].exists()) {
        if (!v.is_object()) found.add("odd_logprobs", where, path);
        return;
    }
    std::size_t i = 0;
    v["content"].each([&](std::string_view, oaiwire::json_view token) {
        const std::string at = path + ".content[" + std::to_string(i++) + "]";
        if (!token.is_object()) return true;
        const auto value = token["logprob"];
        if (!value.exists()) {
            found.add("odd_logprobs", in.at(token.text().substr(0, 1)), at);
        } else if (!value.is_number() || value.text().starts_with("-9999") ||
                   value.text().starts_with("-3.4")) {
            const bool small = value.text().starts_with("-3.4") &&
                               value.text().find_first_of("eE") == std::string_view::npos;
            if (!small) found.add("odd_logprob", in.at(value.text()), at + ".logprob");
        }
        if (!token["bytes"].exists()) {
            found.add("odd_logprobs", in.at(token.text().substr(0, 1)), at + ".bytes");
        } else if (token["bytes"].is_array()) {
            const auto text = token["token"].is_string() ? *token["token"].string() : std::string();
            const bool half = text.starts_with("bytes:") ||
                              text.find("\xEF\xBF\xBD") != std::string::npos || text.empty();
            if (half && !token["bytes"].empty()) {
                found.add("token_bytes", in.at(token["bytes"].text().substr(0, 1)), at + ".bytes");
            }
        }
        return true;
    });
}

}  // namespace inspect
