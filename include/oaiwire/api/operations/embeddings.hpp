// Embeddings: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/types/embeddings.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Vectors for one or more texts or lists of token ids.
template <>
struct operation_of<EmbeddingRequest> : post_operation<EmbeddingResponse> {
    static constexpr std::string_view id = "createEmbedding";
    static constexpr std::string_view path = "/embeddings";
};

// R9S: the model is in the path, /engines/{model}/embeddings, not in a deployment.
template <>
struct operation_of<EngineEmbeddingRequest> : post_operation<EmbeddingResponse> {
    static constexpr std::string_view id = "createEngineEmbedding";
    static constexpr std::string_view path = "/engines";
    static result<void> complete(std::string& target, const EngineEmbeddingRequest& request) {
        auto done = http::append_path_segment(target, request.model);
        if (done) target.append("/embeddings");
        return done;
    }
};

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const EmbeddingRequest&);
[[gnu::cold]] std::vector<violation> validate(const EmbeddingRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const EngineEmbeddingRequest&);

#if OAIWIRE_DEFINES

namespace detail {

// Rules of both requests. The input is a text, several texts, token ids, or several lists of them.
[[gnu::cold]] OAIWIRE_INLINE void check_embedding(validator& v, const EmbeddingInput& input,
                                                  const field<std::int64_t>& dimensions) {
    if (const auto* text = std::get_if<std::string>(&input)) {
        v.text(*text, "input");
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&input)) {
        v.check(!texts->empty(), "input", "must not be empty");
    } else if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&input)) {
        // this rule and the next are OpenAI's only
        v.check(!tokens->empty() && tokens->size() <= 2048, "input", "must have 1 to 2048 entries");
        v.tokens(*tokens, "input");
    } else if (const auto* lists = std::get_if<std::vector<std::vector<std::int64_t>>>(&input)) {
        v.check(!lists->empty() && lists->size() <= 2048, "input", "must have 1 to 2048 entries");
        for (std::size_t i = 0; i != lists->size(); ++i) {
            const std::string at = path_of_element("input", i);
            v.check(!(*lists)[i].empty(), at, "must not be empty");  // the limit is the model's
            v.tokens((*lists)[i], at);
        }
    }
    v.int32(dimensions, "dimensions");
}

}  // namespace detail

OAIWIRE_INLINE std::vector<violation> validate(const EmbeddingRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    detail::check_embedding(v, r.input, r.dimensions);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const EmbeddingRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    // Atoma's proxy accepts a single text only
    v.check(!q.one_text_to_embed || std::holds_alternative<std::string>(r.input), "input",
            "must be one text for this server");
    if (v.openai()) {
        const auto* texts = std::get_if<std::vector<std::string>>(&r.input);
        if (texts) v.entries(texts->size(), 1, 2048, "input");
        v.least(r.dimensions, 1, "dimensions");
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const EngineEmbeddingRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    detail::check_embedding(v, r.input, r.dimensions);
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
