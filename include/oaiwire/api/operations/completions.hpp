// Text completions and edits: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/edits.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Plain: a text completion. Streamed: its chunks, which add up to one.
template <>
struct operation_of<CompletionRequest> : post_operation<Completion> {
    using chunk = CompletionChunk;
    static constexpr std::string_view id = "createCompletion";
    static constexpr std::string_view path = "/completions";
};

// An edit of a text by an instruction; only R9S still has it.
template <>
struct operation_of<EditRequest> : post_operation<EditResponse> {
    static constexpr std::string_view id = "createEdit";
    static constexpr std::string_view path = "/edits";
};

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CompletionRequest&);
[[gnu::cold]] std::vector<violation> validate(const CompletionRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const EditRequest&);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::vector<violation> validate(const CompletionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    // a prompt is a text, several texts, token ids, or several lists of token ids
    if (r.prompt) {
        const auto* ids = std::get_if<std::vector<std::int64_t>>(&*r.prompt);
        if (ids) v.tokens(*ids, "prompt");
        const auto* lists = std::get_if<std::vector<std::vector<std::int64_t>>>(&*r.prompt);
        for (std::size_t i = 0; lists && i != lists->size(); ++i) {
            v.tokens((*lists)[i], detail::path_of_element("prompt", i));
        }
    }
    // null is a value that can be sent
    v.check(!r.prompt.is_absent(), "prompt", "must be set");
    v.int32(r.best_of, "best_of");
    v.range(r.frequency_penalty, -2, 2, "frequency_penalty", "must be from -2 to 2");
    v.bias(r.logit_bias);
    // the widest of the documents; OpenAI's is below
    v.range(r.logprobs, 0, 20, "logprobs", "must be from 0 to 20");
    v.int32(r.max_tokens, "max_tokens");
    v.int32(r.n, "n");
    v.range(r.presence_penalty, -2, 2, "presence_penalty", "must be from -2 to 2");
    v.stop(r.stop);
    v.finite(r.temperature, "temperature");
    v.finite(r.top_p, "top_p");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const CompletionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    // narrower than above, or not bounded there
    if (v.openai()) {
        v.most(r.best_of, 0, 20, "best_of");
        v.most(r.logprobs, 0, 5, "logprobs");
        v.least(r.max_tokens, 0, "max_tokens");
        v.most(r.n, 1, 128, "n");
    }
    if (v.r9s()) {
        // R9S has neither lists nor tokens
        v.check(!r.prompt || std::holds_alternative<std::string>(*r.prompt), "prompt",
                "must be one text for this server");
        v.least(r.best_of, 1, "best_of");
        v.least(r.max_tokens, 1, "max_tokens");
    }
    // bounds that both documents have
    if (v.any()) v.sampling(r.temperature, r.top_p);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const EditRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.instruction, "instruction");
    v.int32(r.n, "n");
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
