// What some servers ask of a request beyond its schema, as switches, and the check of it: a clear
// error instead of theirs. Knows no server by name, but whose document one keeps to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// Whose ranges hold. Each is narrower than what validate() asks of every request.
enum class range_document : std::uint8_t { widest, openai, r9s };

struct request_quirks {
    bool content_in_every_message = false;  // chat: text or parts, beside tool calls too
    bool one_text_to_embed = false;         // no list of texts, no tokens
    bool image_size_required = false;       // images: model, n and size ("512x512") must be set
    range_document ranges = range_document::widest;
    friend bool operator==(const request_quirks&, const request_quirks&) = default;
};

namespace detail {

// The bounds that one document has, and not all of them.
class narrow_validator : public validator {
public:
    explicit narrow_validator(const request_quirks& quirks) : quirks_(quirks) {}

    bool openai() const { return quirks_.ranges == range_document::openai; }
    bool r9s() const { return quirks_.ranges == range_document::r9s; }
    bool any() const { return openai() || r9s(); }

    void most(const field<std::int64_t>& value, std::int64_t low, std::int64_t high,
              std::string path);
    void least(const field<std::int64_t>& value, std::int64_t low, std::string path);
    void entries(std::size_t size, std::size_t low, std::size_t high, std::string path);
    // Of both documents.
    template <class Request>
    void sampling(const Request& r) {
        range(r.temperature, 0, 2, "temperature", "must be from 0 to 2" + for_this());
        range(r.top_p, 0, 1, "top_p", "must be from 0 to 1" + for_this());
    }
    void audio_temperature(const field<double>& value) {
        if (any()) range(value, 0, 1, "temperature", "must be from 0 to 1" + for_this());
    }
    void parts(const MessageContent& content, std::string path);

private:
    static std::string for_this() { return " for this server"; }

    request_quirks quirks_;
};

}  // namespace detail

// The violations of what is switched on; most requests have none.
template <class Request>
std::vector<violation> validate(const Request&, const request_quirks&) {
    return {};
}

std::vector<violation> validate(const ChatCompletionRequest& r, const request_quirks& q);
std::vector<violation> validate(const CompletionRequest& r, const request_quirks& q);
std::vector<violation> validate(const ResponseRequest& r, const request_quirks& q);
std::vector<violation> validate(const EmbeddingRequest& r, const request_quirks& q);
std::vector<violation> validate(const ImageGenerationRequest& r, const request_quirks& q);
std::vector<violation> validate(const ImageEditRequest& r, const request_quirks& q);
std::vector<violation> validate(const SpeechRequest& r, const request_quirks& q);
std::vector<violation> validate(const TranscriptionRequest& r, const request_quirks& q);
std::vector<violation> validate(const TranslationRequest& r, const request_quirks& q);

}  // namespace oaiwire::inline OAIWIRE_ABI

#if OAIWIRE_DEFINES

#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

// Two decimal numbers, "512x512".
inline bool is_pixels(std::string_view size) {
    const std::size_t cross = size.find('x');
    if (cross == std::string_view::npos) return false;
    const auto number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return number(size.substr(0, cross)) && number(size.substr(cross + 1));
}

OAIWIRE_INLINE void narrow_validator::most(const field<std::int64_t>& value, std::int64_t low,
                                           std::int64_t high, std::string path) {
    range(value, low, high, std::move(path),
          "must be from " + std::to_string(low) + " to " + std::to_string(high) + for_this());
}

OAIWIRE_INLINE void narrow_validator::least(const field<std::int64_t>& value, std::int64_t low,
                                            std::string path) {
    check(!value || *value >= low, std::move(path),
          "must be at least " + std::to_string(low) + for_this());
}

OAIWIRE_INLINE void narrow_validator::entries(std::size_t size, std::size_t low, std::size_t high,
                                              std::string path) {
    check(size >= low && size <= high, std::move(path),
          "must have " + std::to_string(low) + " to " + std::to_string(high) + " entries" +
              for_this());
}

OAIWIRE_INLINE void narrow_validator::parts(const MessageContent& content, std::string path) {
    const auto* list = std::get_if<std::vector<ContentPart>>(&content);
    check(!list || !list->empty(), std::move(path), "must not be an empty list" + for_this());
}

}  // namespace detail

OAIWIRE_INLINE std::vector<violation> validate(const ChatCompletionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    for (std::size_t i = 0; i != r.messages.size(); ++i) {
        const std::string at = "messages[" + std::to_string(i) + "].content";
        std::visit(
            [&](const auto& m) {
                if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(m)>, raw_json>) {
                    v.check(!q.content_in_every_message || m.content.has_value(), at,
                            "must be set for this server");
                    const bool bounded = q.content_in_every_message || v.openai();
                    if (bounded && m.content) v.parts(*m.content, at);
                }
            },
            r.messages[i]);
    }
    if (v.openai()) {
        if (r.functions) v.entries(r.functions->size(), 1, 128, "functions");
        if (r.prediction) v.parts(r.prediction->content, "prediction.content");
    }
    if (v.r9s()) {
        v.least(r.max_completion_tokens, 1, "max_completion_tokens");
        v.least(r.max_tokens, 1, "max_tokens");
    }
    if (v.any()) {
        v.most(r.n, 1, 128, "n");
        v.sampling(r);
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const CompletionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    if (v.openai()) {
        v.most(r.best_of, 0, 20, "best_of");
        v.most(r.logprobs, 0, 5, "logprobs");
        v.least(r.max_tokens, 0, "max_tokens");
        v.most(r.n, 1, 128, "n");
    }
    if (v.r9s()) {
        v.check(!r.prompt || std::holds_alternative<std::string>(*r.prompt), "prompt",
                "must be one text for this server");
        v.least(r.best_of, 1, "best_of");
        v.least(r.max_tokens, 1, "max_tokens");
    }
    if (v.any()) v.sampling(r);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ResponseRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    if (v.openai()) v.least(r.max_output_tokens, 16, "max_output_tokens");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const EmbeddingRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    v.check(!q.one_text_to_embed || std::holds_alternative<std::string>(r.input), "input",
            "must be one text for this server");
    if (v.openai()) {
        const auto* texts = std::get_if<std::vector<std::string>>(&r.input);
        if (texts) v.entries(texts->size(), 1, 2048, "input");
        v.least(r.dimensions, 1, "dimensions");
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageGenerationRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    if (q.image_size_required) {
        v.check(r.model.has_value(), "model", "must be set for this server");
        v.check(r.n.has_value(), "n", "must be set for this server");
        v.check(r.size && detail::is_pixels(*r.size), "size",
                "must be set for this server, as in 1024x1024");
    }
    if (v.any()) v.most(r.n, 1, 10, "n");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageEditRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    const auto* list = std::get_if<std::vector<FileContent>>(&r.image);
    if (v.openai() && list) v.entries(list->size(), 1, 16, "image");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const SpeechRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    if (v.openai()) {
        v.check(detail::count_characters(r.input) <= 4096, "input",
                "must have at most 4096 characters for this server");
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranscriptionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    v.audio_temperature(r.temperature);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranslationRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    v.audio_temperature(r.temperature);
    return std::move(v.found);
}

}  // namespace oaiwire::inline OAIWIRE_ABI

#endif  // OAIWIRE_DEFINES
