// validate, for the operations beside chat and text completions. Knows no bytes. Sources: as those
// of api/validate.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/api/validate.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/edits.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/moderations.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/proxy.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/search.hpp>
#include <oaiwire/types/stored_completions.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

inline constexpr std::int64_t most_units = std::numeric_limits<std::int64_t>::max();

inline void check_tokens(validator& v, const std::vector<std::int64_t>& tokens,
                         const std::string& path) {
    v.check(!tokens.empty() && tokens.size() <= 2048, path, "must have 1 to 2048 entries");
    for (std::size_t i = 0; i != tokens.size(); ++i) {
        v.check(tokens[i] >= 0, path + "[" + std::to_string(i) + "]", "must not be negative");
    }
}

inline void check_embedding(validator& v, const EmbeddingInput& input,
                            const field<std::int64_t>& dimensions) {
    if (const auto* text = std::get_if<std::string>(&input)) {
        v.text(*text, "input");
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&input)) {
        v.check(!texts->empty() && texts->size() <= 2048, "input", "must have 1 to 2048 entries");
    } else if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&input)) {
        check_tokens(v, *tokens, "input");
    } else if (const auto* lists = std::get_if<std::vector<std::vector<std::int64_t>>>(&input)) {
        v.check(!lists->empty() && lists->size() <= 2048, "input", "must have 1 to 2048 entries");
        for (std::size_t i = 0; i != lists->size(); ++i) {
            check_tokens(v, (*lists)[i], "input[" + std::to_string(i) + "]");
        }
    }
    v.range(dimensions, 1, most_tokens, "dimensions", "must be at least 1");
}

// What generations and edits have in common.
template <class Request>
void check_image_options(validator& v, const Request& r) {
    v.range(r.n, 1, 10, "n", "must be from 1 to 10");
    v.range(r.output_compression, 0, 100, "output_compression", "must be from 0 to 100");
    v.range(r.partial_images, 0, 3, "partial_images", "must be from 0 to 3");
}

inline void check_file(validator& v, const FileContent& file, std::string path) {
    v.check(file.source || !file.data.empty(), std::move(path), "must not be empty");
}

}  // namespace detail

inline std::vector<violation> validate(const EmbeddingRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    detail::check_embedding(v, r.input, r.dimensions);
    return std::move(v.found);
}

inline std::vector<violation> validate(const EngineEmbeddingRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    detail::check_embedding(v, r.input, r.dimensions);
    return std::move(v.found);
}

inline std::vector<violation> validate(const ImageGenerationRequest& r) {
    detail::validator v;
    v.text(r.prompt, "prompt");
    detail::check_image_options(v, r);
    return std::move(v.found);
}

inline std::vector<violation> validate(const ImageEditRequest& r) {
    detail::validator v;
    if (const auto* list = std::get_if<std::vector<FileContent>>(&r.image)) {
        v.check(!list->empty() && list->size() <= 16, "image", "must have 1 to 16 entries");
        for (std::size_t i = 0; i != list->size(); ++i) {
            detail::check_file(v, (*list)[i], "image[" + std::to_string(i) + "]");
        }
    } else {
        detail::check_file(v, std::get<FileContent>(r.image), "image");
    }
    v.text(r.prompt, "prompt");
    if (r.mask) detail::check_file(v, *r.mask, "mask");
    detail::check_image_options(v, r);
    return std::move(v.found);
}

inline std::vector<violation> validate(const ImageVariationRequest& r) {
    detail::validator v;
    detail::check_file(v, r.image, "image");
    v.range(r.n, 1, 10, "n", "must be from 1 to 10");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ModerationRequest& r) {
    detail::validator v;
    const bool none = std::visit([](const auto& input) { return input.empty(); }, r.input);
    v.check(!none, "input", "must not be empty");
    return std::move(v.found);
}

inline std::vector<violation> validate(const SpeechRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.input, "input");
    const auto* name = std::get_if<std::string>(&r.voice);
    v.check(!name || !name->empty(), "voice", "must not be empty");
    v.range(r.speed, 0.25, 4, "speed", "must be from 0.25 to 4");
    return std::move(v.found);
}

inline std::vector<violation> validate(const TranscriptionRequest& r) {
    detail::validator v;
    detail::check_file(v, r.file, "file");
    v.text(r.model, "model");
    v.range(r.temperature, 0, 1, "temperature", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const TranslationRequest& r) {
    detail::validator v;
    detail::check_file(v, r.file, "file");
    v.text(r.model, "model");
    v.range(r.temperature, 0, 1, "temperature", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const EditRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.instruction, "instruction");
    v.range(r.n, 1, detail::most_tokens, "n", "must be at least 1");
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ResponseRequest& r) {
    detail::validator v;
    v.range(r.max_output_tokens, 1, detail::most_tokens, "max_output_tokens", "must be at least 1");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    if (r.stop) {
        const auto* list = std::get_if<std::vector<std::string>>(&*r.stop);
        v.check(!list || list->size() <= 4, "stop", "must have at most 4 entries");
    }
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_logprobs, 0, 20, "top_logprobs", "must be from 0 to 20");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const SearchRequest& r) {
    detail::validator v;
    v.text(r.extra.query, "extra.query");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ProxyRequest& r) {
    detail::validator v;
    v.text(r.channelid, "channelid");
    v.text(r.target, "target");
    return std::move(v.found);
}

inline std::vector<violation> validate(const RetrieveModelRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    return std::move(v.found);
}

inline std::vector<violation> validate(const DeleteModelRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ListChatCompletionsRequest& r) {
    detail::validator v;
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ListChatCompletionMessagesRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

inline std::vector<violation> validate(const UpdateChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
    v.check(!r.metadata.is_absent(), "metadata", "must be set, to null for none");
    return std::move(v.found);
}

inline std::vector<violation> validate(const RetrieveResponseRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    return std::move(v.found);
}

inline std::vector<violation> validate(const DeleteResponseRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    return std::move(v.found);
}

inline std::vector<violation> validate(const CancelResponseRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    return std::move(v.found);
}

inline std::vector<violation> validate(const NodesCreateRequest& r) {
    detail::validator v;
    v.text(r.data.public_address, "data.public_address");
    v.text(r.data.country, "data.country");
    v.text(r.signature, "signature");
    return std::move(v.found);
}

inline std::vector<violation> validate(const NodesCreateLockRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.range(r.max_num_tokens, 0, detail::most_units, "max_num_tokens", "must not be negative");
    v.range(r.timeout, 0, detail::most_units, "timeout", "must not be negative");
    return std::move(v.found);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
