// What some servers ask of a request beyond its schema, as switches, and the check of it: a clear
// error instead of theirs. Knows no server by name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/api/validate.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

struct request_quirks {
    bool content_in_every_message = false;  // chat: text or parts, beside tool calls too
    bool one_text_to_embed = false;         // no list of texts, no tokens
    bool image_size_required = false;       // images: model, n and size ("512x512") must be set
    friend bool operator==(const request_quirks&, const request_quirks&) = default;
};

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

}  // namespace detail

// The violations of what is switched on; most requests have none.
template <class Request>
std::vector<violation> validate(const Request&, const request_quirks&) {
    return {};
}

inline std::vector<violation> validate(const ChatCompletionRequest& r, const request_quirks& q) {
    detail::validator v;
    for (std::size_t i = 0; q.content_in_every_message && i != r.messages.size(); ++i) {
        std::visit(
            [&](const auto& m) {
                if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(m)>, raw_json>) {
                    v.check(m.content.has_value(), "messages[" + std::to_string(i) + "].content",
                            "must be set for this server");
                }
            },
            r.messages[i]);
    }
    return std::move(v.found);
}

inline std::vector<violation> validate(const EmbeddingRequest& r, const request_quirks& q) {
    detail::validator v;
    v.check(!q.one_text_to_embed || std::holds_alternative<std::string>(r.input), "input",
            "must be one text for this server");
    return std::move(v.found);
}

inline std::vector<violation> validate(const ImageGenerationRequest& r, const request_quirks& q) {
    detail::validator v;
    if (!q.image_size_required) return {};
    v.check(r.model.has_value(), "model", "must be set for this server");
    v.check(r.n.has_value(), "n", "must be set for this server");
    v.check(r.size && detail::is_pixels(*r.size), "size",
            "must be set for this server, as in 1024x1024");
    return std::move(v.found);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
