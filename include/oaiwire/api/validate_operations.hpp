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
#include <oaiwire/types/confidential.hpp>
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
#include <oaiwire/types/stored_responses.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

// The schema has these as int64; what is more is a negative number that became unsigned.
inline void check_units(validator& v, const field<std::uint64_t>& units, std::string path) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    v.check(!units || *units <= most, std::move(path), "must be from 0 to 9223372036854775807");
}

inline void check_embedding(validator& v, const EmbeddingInput& input,
                            const field<std::int64_t>& dimensions) {
    if (const auto* text = std::get_if<std::string>(&input)) {
        v.text(*text, "input");
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&input)) {
        v.check(!texts->empty(), "input", "must not be empty");
    } else if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&input)) {
        // OpenAI's alone, as the next
        v.check(!tokens->empty() && tokens->size() <= 2048, "input", "must have 1 to 2048 entries");
        v.tokens(*tokens, "input");
    } else if (const auto* lists = std::get_if<std::vector<std::vector<std::int64_t>>>(&input)) {
        v.check(!lists->empty() && lists->size() <= 2048, "input", "must have 1 to 2048 entries");
        for (std::size_t i = 0; i != lists->size(); ++i) {
            const std::string at = "input[" + std::to_string(i) + "]";
            v.check(!(*lists)[i].empty(), at, "must not be empty");  // how long: the model says
            v.tokens((*lists)[i], at);
        }
    }
    v.int32(dimensions, "dimensions");
}

// What generations and edits have in common.
template <class Request>
void check_image_options(validator& v, const Request& r) {
    v.range(r.output_compression, 0, 100, "output_compression", "must be from 0 to 100");
    v.range(r.partial_images, 0, 3, "partial_images", "must be from 0 to 3");
}

inline void check_file(validator& v, const FileContent& file, std::string path) {
    v.check(file.source || !file.data.empty(), std::move(path), "must not be empty");
}

}  // namespace detail

template <>
inline constexpr bool has_no_rules<ListChatCompletionsRequest> = true;
template <>
inline constexpr bool has_no_rules<ListModelsRequest> = true;
template <>
inline constexpr bool has_no_rules<ListOpenRouterModelsRequest> = true;
template <>
inline constexpr bool has_no_rules<HealthRequest> = true;
template <>
inline constexpr bool has_no_rules<ConfidentialComputeRequest> = true;  // confidential/ checks it

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
    v.range(r.n, 0, detail::most_int32, "n", "must be from 0 to 2147483647");
    detail::check_image_options(v, r);
    return std::move(v.found);
}

inline std::vector<violation> validate(const ImageEditRequest& r) {
    detail::validator v;
    if (const auto* list = std::get_if<std::vector<FileContent>>(&r.image)) {
        v.check(!list->empty(), "image", "must not be empty");
        for (std::size_t i = 0; i != list->size(); ++i) {
            detail::check_file(v, (*list)[i], "image[" + std::to_string(i) + "]");
        }
    } else {
        detail::check_file(v, std::get<FileContent>(r.image), "image");
    }
    v.text(r.prompt, "prompt");
    if (r.markup) detail::check_file(v, *r.markup, "markup");
    if (r.mask) detail::check_file(v, *r.mask, "mask");
    v.range(r.n, 1, 10, "n", "must be from 1 to 10");
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
    for (const auto* list : {&r.known_speaker_names, &r.known_speaker_references}) {
        const bool names = list == &r.known_speaker_names;
        v.check(!*list || (*list)->size() <= 4,
                names ? "known_speaker_names" : "known_speaker_references",
                "must have at most 4 entries");
    }
    v.finite(r.temperature, "temperature");
    return std::move(v.found);
}

inline std::vector<violation> validate(const TranslationRequest& r) {
    detail::validator v;
    detail::check_file(v, r.file, "file");
    v.text(r.model, "model");
    v.finite(r.temperature, "temperature");
    return std::move(v.found);
}

inline std::vector<violation> validate(const EditRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.instruction, "instruction");
    v.int32(r.n, "n");
    v.range(r.temperature, 0, 2, "temperature", "must be from 0 to 2");
    v.range(r.top_p, 0, 1, "top_p", "must be from 0 to 1");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ResponseRequest& r) {
    detail::validator v;
    if (r.context_management) {
        v.check(!r.context_management->empty(), "context_management", "must not be empty");
    }
    v.check(!r.max_output_tokens || *r.max_output_tokens >= 1, "max_output_tokens",
            "must be at least 1");
    if (r.metadata) v.check(r.metadata->is_object(), "metadata", "must be an object");
    v.safety_identifier(r.safety_identifier);
    v.stop(r.stop);
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

inline std::vector<violation> validate(const ListChatCompletionMessagesRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
    return std::move(v.found);
}

inline std::vector<violation> validate(const RetrieveChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
    return std::move(v.found);
}

inline std::vector<violation> validate(const DeleteChatCompletionRequest& r) {
    detail::validator v;
    v.text(r.completion_id, "completion_id");
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
    v.check(!r.starting_after || *r.starting_after >= 0, "starting_after", "must not be negative");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ListInputItemsRequest& r) {
    detail::validator v;
    v.text(r.response_id, "response_id");
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

inline std::vector<violation> validate(const CompactResponseRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    return std::move(v.found);
}

inline std::vector<violation> validate(const CountInputTokensRequest&) {
    return {};
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
    detail::check_units(v, r.max_num_tokens, "max_num_tokens");
    detail::check_units(v, r.timeout, "timeout");
    return std::move(v.found);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
