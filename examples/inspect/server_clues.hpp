// Which server wrote some bytes: what is seen counts for one server or several, and the sums
// decide. A clue is something that one server sends and few others do; many servers send nothing of
// their own, and then the answer is "unknown".
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/text/view.hpp>

namespace inspect {

// Collects clues and weighs them.
class clue_list {
public:
    // `weight`: 1 for what several servers do, 3 for what is typical, 6 for what no other does.
    void add(std::string_view server, int weight, std::string_view why) {
        for (const clue& c : clues_) {
            if (c.server == server && c.why == why) return;
        }
        if (clues_.size() < most) clues_.push_back({std::string(server), std::string(why), weight});
    }

    // The most likely server, several if they are about equally likely, or "unknown".
    std::string server() const {
        const auto all = ranked();
        constexpr int enough = 3;
        if (all.empty() || all.front().weight < enough) return "unknown";
        std::string out = all.front().server;
        for (std::size_t i = 1; i < all.size() && i < 3; ++i) {
            if (all[i].weight * 10 > all.front().weight * 7) out.append(" or " + all[i].server);
        }
        return out;
    }
    // "Groq: a member `x_groq`", those of the most likely server first.
    std::vector<std::string> reasons() const {
        std::vector<std::string> out;
        for (const clue& sum : ranked()) {
            for (const clue& c : clues_) {
                if (c.server == sum.server) out.push_back(c.server + ": " + c.why);
            }
        }
        return out;
    }

private:
    static constexpr std::size_t most = 100;
    struct clue {
        std::string server;
        std::string why;
        int weight;
    };

    std::vector<clue> ranked() const {
        std::vector<clue> sums;
        for (const clue& c : clues_) {
            auto at = std::find_if(sums.begin(), sums.end(),
                                   [&](const clue& s) { return s.server == c.server; });
            if (at == sums.end()) at = sums.insert(at, {c.server, {}, 0});
            at->weight += c.weight;
        }
        std::stable_sort(sums.begin(), sums.end(),
                         [](const clue& a, const clue& b) { return a.weight > b.weight; });
        return sums;
    }

    std::vector<clue> clues_{};
};

// The object in which a member stands.
enum class clue_place : std::uint8_t {
    header,  // names in lower case; a prefix if it ends in "-"
    top,     // of a chunk or response
    choice,
    message,  // or a delta
    usage,
    error,
    model,        // of a list of models: the value of `owned_by`
    comment,      // the text of a comment begins so
    fingerprint,  // the value of system_fingerprint begins so
};

struct clue_row {
    clue_place place;
    std::string_view name;
    std::string_view server;
    int weight;
};

// clang-format off
inline constexpr clue_row clue_rows[] = {
    {clue_place::header, "apim-request-id", "Azure OpenAI", 6},
    {clue_place::header, "azureml-model-session", "Azure OpenAI", 6},
    {clue_place::header, "x-ms-", "Azure OpenAI", 3},
    {clue_place::header, "openai-", "OpenAI", 4},
    {clue_place::header, "x-groq-", "Groq", 6},
    {clue_place::header, "x-litellm-", "LiteLLM", 6},
    {clue_place::header, "x-compute-", "TGI", 4},
    {clue_place::header, "x-generated-tokens", "TGI", 4},
    {clue_place::header, "x-generation-id", "OpenRouter", 6},
    {clue_place::header, "x-ds-trace-id", "DeepSeek", 6},
    {clue_place::header, "mistral-", "Mistral", 6},
    {clue_place::header, "x-ratelimitbysize-", "Mistral", 4},
    {clue_place::header, "ratelimitbysize-", "Mistral", 4},
    {clue_place::header, "fireworks-", "Fireworks", 6},
    {clue_place::header, "x-ratelimit-limit-tokens-prompt", "Fireworks", 4},
    {clue_place::header, "x-ratelimit-over-limit", "Fireworks", 4},
    {clue_place::header, "x-tokenlimit-", "Together", 4},
    {clue_place::header, "nvcf-", "NVIDIA", 6},
    {clue_place::header, "x-ratelimit-limit-requests-day", "Cerebras", 6},
    {clue_place::header, "anthropic-", "Anthropic-compatible", 6},
    {clue_place::header, "x-amzn-", "AWS Bedrock", 4},
    {clue_place::header, "x-dashscope-", "DashScope", 6},
    {clue_place::header, "x-ai-ratelimit-", "APISIX", 4},

    {clue_place::comment, "OPENROUTER PROCESSING", "OpenRouter", 6},
    {clue_place::comment, "keep-alive", "DeepSeek", 2},
    {clue_place::comment, "ping - ", "FastAPI (sse-starlette)", 4},

    {clue_place::fingerprint, "fp_ollama", "Ollama", 6},
    {clue_place::fingerprint, "fastcoe", "SambaNova", 6},

    {clue_place::top, "x_groq", "Groq", 6},
    {clue_place::top, "timings", "llama.cpp", 6},
    {clue_place::top, "__verbose", "llama.cpp", 6},
    {clue_place::top, "prompt_progress", "llama.cpp", 6},
    {clue_place::top, "kv_transfer_params", "vLLM", 6},
    {clue_place::top, "prompt_logprobs", "vLLM", 4},
    {clue_place::top, "prompt_token_ids", "vLLM", 4},
    {clue_place::top, "prompt_filter_results", "Azure OpenAI", 6},
    {clue_place::top, "provider", "OpenRouter", 4},
    {clue_place::top, "citations", "Perplexity", 3},
    {clue_place::top, "search_results", "Perplexity", 4},
    {clue_place::top, "time_info", "Cerebras", 6},
    {clue_place::top, "stats", "LM Studio", 4},
    {clue_place::top, "model_info", "LM Studio", 3},
    {clue_place::top, "perf_metrics", "Fireworks", 6},
    {clue_place::top, "base_resp", "MiniMax", 6},
    {clue_place::top, "input_sensitive", "MiniMax", 6},
    {clue_place::top, "output_sensitive", "MiniMax", 4},
    {clue_place::top, "lastOne", "LongCat", 4},
    {clue_place::top, "obfuscation", "OpenAI", 4},
    {clue_place::top, "nvext", "NVIDIA", 6},
    {clue_place::top, "signature", "Atoma", 2},
    {clue_place::top, "response_hash", "Atoma", 6},

    {clue_place::choice, "matched_stop", "SGLang", 6},
    {clue_place::choice, "stop_reason", "vLLM", 4},
    {clue_place::choice, "token_ids", "vLLM", 3},
    {clue_place::choice, "native_finish_reason", "OpenRouter", 6},
    {clue_place::choice, "content_filter_results", "Azure OpenAI", 6},
    {clue_place::choice, "content_filter_offsets", "Azure OpenAI", 6},
    {clue_place::choice, "content_filter_result", "Azure OpenAI", 6},
    {clue_place::choice, "usage", "Moonshot", 5},

    {clue_place::message, "reasoning_details", "OpenRouter", 4},
    {clue_place::message, "reasoning_details", "MiniMax", 3},
    {clue_place::message, "reasoning_content", "DeepSeek", 2},
    {clue_place::message, "reasoning_content", "vLLM", 1},
    {clue_place::message, "reasoning_content", "SGLang", 1},
    {clue_place::message, "reasoning_content", "llama.cpp", 1},
    {clue_place::message, "reasoning_content", "xAI", 1},
    {clue_place::message, "reasoning", "Groq", 1},
    {clue_place::message, "reasoning", "Ollama", 1},
    {clue_place::message, "reasoning", "OpenRouter", 1},
    {clue_place::message, "reasoning", "vLLM", 1},
    {clue_place::message, "extra_content", "Gemini", 4},

    {clue_place::usage, "prompt_cache_hit_tokens", "DeepSeek", 5},
    {clue_place::usage, "prompt_cache_miss_tokens", "DeepSeek", 4},
    {clue_place::usage, "queue_time", "Groq", 5},
    {clue_place::usage, "completion_time", "Groq", 3},
    {clue_place::usage, "cached_tokens", "Moonshot", 4},
    {clue_place::usage, "num_cached_tokens", "Mistral", 4},
    {clue_place::usage, "prompt_token_details", "Mistral", 3},
    {clue_place::usage, "num_sources_used", "xAI", 6},
    {clue_place::usage, "cost_in_usd_ticks", "xAI", 6},
    {clue_place::usage, "reasoning_tokens", "SGLang", 3},
    {clue_place::usage, "reasoning_tokens", "Perplexity", 2},
    {clue_place::usage, "num_search_queries", "Perplexity", 4},
    {clue_place::usage, "search_context_size", "Perplexity", 5},
    {clue_place::usage, "cost", "OpenRouter", 3},
    {clue_place::usage, "is_byok", "OpenRouter", 6},
    {clue_place::usage, "total_latency", "SambaNova", 4},
    {clue_place::usage, "total_characters", "MiniMax", 4},

    {clue_place::error, "n_ctx", "llama.cpp", 6},
    {clue_place::error, "n_prompt_tokens", "llama.cpp", 6},
    {clue_place::error, "failed_generation", "Groq", 6},
    {clue_place::error, "innererror", "Azure OpenAI", 5},
    {clue_place::error, "metadata", "OpenRouter", 4},
    {clue_place::error, "localized_message", "Azure OpenAI", 2},

    {clue_place::model, "vllm", "vLLM", 6},
    {clue_place::model, "sglang", "SGLang", 6},
    {clue_place::model, "llamacpp", "llama.cpp", 6},
    {clue_place::model, "library", "Ollama", 5},
    {clue_place::model, "organization_owner", "LM Studio", 5},
    {clue_place::model, "organization-owner", "LM Studio", 3},
    {clue_place::model, "mistralai", "Mistral", 5},
    {clue_place::model, "deepseek", "DeepSeek", 5},
    {clue_place::model, "moonshot", "Moonshot", 5},
    {clue_place::model, "xai", "xAI", 5},
    {clue_place::model, "openai-internal", "OpenAI", 4},
};
// clang-format on

// How a place is called in a reason.
constexpr std::string_view words_of(clue_place place) {
    constexpr std::string_view words[]{"the header field",    "the member",  "a choice's member",
                                       "a message's member",  "the count",   "the error's member",
                                       "a model is owned by", "the comment", "the fingerprint"};
    return words[static_cast<unsigned>(place)];
}

// Adds the clues of one name.
inline void add_clues(clue_list& to, clue_place place, std::string_view name) {
    for (const clue_row& row : clue_rows) {
        if (row.place != place) continue;
        const bool prefix = place == clue_place::comment || place == clue_place::fingerprint ||
                            (place == clue_place::header && row.name.ends_with('-'));
        if (prefix ? !name.starts_with(row.name) : name != row.name) continue;
        to.add(row.server, row.weight,
               std::string(words_of(place)) + " `" + std::string(row.name) + "`");
    }
}

// Adds the clues of all members that say something.
inline void add_clues(clue_list& to, clue_place place, oaiwire::json_view object) {
    object.each([&](std::string_view name, oaiwire::json_view value) {
        if (!value.is_null()) add_clues(to, place, name);
        return true;
    });
    // a member that others send too, if at all, with a value
    if (place == clue_place::choice && object["matched_stop"].is_null()) {
        add_clues(to, place, "matched_stop");
    }
}

// Whether all of `text` is of `allowed`.
inline bool consists_of(std::string_view text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

// What the form of an id says.
inline void add_id_clues(clue_list& to, std::string_view id) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view chat = "chatcmpl-";
    if (id.starts_with("gen-")) to.add("OpenRouter", 4, "an id that begins with `gen-`");
    if (id.starts_with("msg_")) to.add("Anthropic-compatible", 4, "an id that begins with `msg_`");
    if (id.empty()) {
        to.add("TGI", 1, "an empty id");
        to.add("Azure OpenAI", 1, "an empty id");
    }
    if (!id.starts_with(chat)) {
        if (id.size() == 32 && consists_of(id, hex)) {
            to.add("Mistral", 1, "an id of 32 hexadecimal digits");
            to.add("SGLang", 1, "an id of 32 hexadecimal digits");
        }
        return;
    }
    const std::string_view rest = id.substr(chat.size());
    if (!rest.empty() && rest.size() <= 4 && consists_of(rest, digits)) {
        to.add("Ollama", 2, "an id of a few digits behind `chatcmpl-`");
    } else if (rest.size() == 32 && consists_of(rest, hex)) {
        to.add("vLLM", 2, "an id of 32 hexadecimal digits behind `chatcmpl-`");
    } else if (rest.size() == 29) {
        to.add("OpenAI", 2, "an id of 29 characters behind `chatcmpl-`");
        to.add("Azure OpenAI", 1, "an id of 29 characters behind `chatcmpl-`");
    } else if (rest.size() == 32) {
        to.add("llama.cpp", 2, "an id of 32 characters behind `chatcmpl-`");
    } else if (rest.size() == 36) {
        to.add("vLLM", 1, "an id that is a UUID behind `chatcmpl-`");
        to.add("Groq", 1, "an id that is a UUID behind `chatcmpl-`");
    }
}

// What the form of a fingerprint says.
inline void add_fingerprint_clues(clue_list& to, std::string_view text) {
    add_clues(to, clue_place::fingerprint, text);
    if (text.starts_with("fp_") && text.find("_prod") != std::string_view::npos) {
        to.add("DeepSeek", 4, "a fingerprint with `_prod`");
    } else if (text.starts_with("fp_") && text.size() == 13) {
        to.add("OpenAI", 1, "a fingerprint of ten digits behind `fp_`");
        to.add("Azure OpenAI", 1, "a fingerprint of ten digits behind `fp_`");
        to.add("Groq", 1, "a fingerprint of ten digits behind `fp_`");
    } else if (text.size() > 2 && text.front() == 'b' && text.find('-') != std::string_view::npos &&
               consists_of(text.substr(1, text.find('-') - 1), "0123456789")) {
        to.add("llama.cpp", 5, "a fingerprint that is a build of llama.cpp");
    } else if (text.find("-sha-") != std::string_view::npos || text.ends_with("-native")) {
        to.add("TGI", 5, "a fingerprint that is a version of TGI");
    }
}

}  // namespace inspect
