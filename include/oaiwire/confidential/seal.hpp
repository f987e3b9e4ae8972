// seal(): encrypts a request, JSON text or typed, for the node that a lock names.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/operations/completions.hpp>
#include <oaiwire/api/operations/confidential.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/gateways.hpp>
#include <oaiwire/api/operations/images.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/open.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace confidential {

// What is sent unencrypted beside the sealed text.
struct in_clear {
    std::string model{};  // for routing
    bool stream = false;  // whether the response is streamed
    // Tokens or pixels; the server uses a default without it.
    std::optional<std::uint64_t> compute_units{};
    friend bool operator==(const in_clear&, const in_clear&) = default;
};

// What to send, and the session that opens the response. For one call: it uses up the lock.
struct sealed {
    ConfidentialComputeRequest request{};  // to send
    session opener;                        // for the response
};

namespace detail {

// Derives the shared key: X25519, then HKDF with the salt. A key of the peer's that gives an
// all-zero secret is refused (RFC 7748, 6.1): everybody would know the result.
template <crypto Crypto>
result<secret_bytes<key_size>> agree(Crypto& with, bytes_view<key_size> own,
                                     bytes_view<key_size> other, bytes_view<salt_size> salt) {
    secret_bytes<key_size> secret;
    if (auto done = with.x25519(own, other, secret.room()); !done) return std::move(done).error();
    std::uint8_t any = 0;
    for (const std::uint8_t byte : secret.view()) any = static_cast<std::uint8_t>(any | byte);
    if (any == 0) return make_error(errc::confidential_bad_key, {}, "public_key");
    secret_bytes<key_size> key;
    auto done = with.hkdf_sha256(secret.view(), salt, byte_view(), key.room());
    if (!done) return std::move(done).error();
    return key;
}

}  // namespace detail

// Encrypts a text with a fresh key pair, salt and nonce. Errors: invalid_base64 and
// confidential_bad_key for the lock's key, confidential_crypto_failed.
template <crypto Crypto>
result<sealed> seal(Crypto& with, const NodesCreateLockResponse& lock, std::string_view plaintext,
                    const in_clear& clear, const open_policy& policy = {}) {
    return within_memory([&]() -> result<sealed> {
        auto node_key = detail::decode_exactly<key_size>(lock.public_key, "public_key",
                                                         errc::confidential_bad_key);
        if (!node_key) return std::move(node_key).error();

        secret_bytes<key_size> own;
        std::array<std::uint8_t, key_size> own_public{};
        std::array<std::uint8_t, salt_size> salt{};
        nonce once{};
        std::array<std::uint8_t, hash_size> hash{};
        auto done = with.random(own.room());
        if (done) done = with.random(salt);
        if (done) done = with.random(once);
        if (done) done = with.x25519_public(own.view(), own_public);
        if (done) done = with.blake2b_256(bytes_of(plaintext), hash);
        if (!done) return std::move(done).error();
        auto key = detail::agree(with, own.view(), *node_key, salt);
        if (!key) return std::move(key).error();
        std::vector<std::uint8_t> ciphertext(plaintext.size() + tag_size);
        done = with.aes256_gcm_seal(key->view(), once, bytes_of(plaintext), ciphertext);
        if (!done) return std::move(done).error();

        sealed out{{}, session(*key, once, policy)};
        out.request.ciphertext = to_base64(ciphertext);
        out.request.client_dh_public_key = to_base64(own_public);
        out.request.model_name = clear.model;
        out.request.node_dh_public_key = lock.public_key;
        out.request.nonce = to_base64(once);
        if (clear.compute_units) out.request.num_compute_units = *clear.compute_units;
        out.request.plaintext_body_hash = to_base64(hash);
        out.request.salt = to_base64(salt);
        out.request.stack_small_id = lock.stack_small_id;
        out.request.stream = clear.stream;
        return out;
    });
}

namespace detail {

// A JSON text that is a whole number without sign; nothing otherwise.
std::optional<std::uint64_t> count_of(std::string_view text);

}  // namespace detail

// What is sent unencrypted for a request, read from its JSON text, which must be valid. Units are
// the maximum tokens of its response or the pixels of its images, if it limits them.
in_clear clear_part(std::string_view json);

// The server's default units of a lock and a call: tokens, and pixels for images.
inline constexpr std::uint64_t default_tokens = 8192;
// The server's default units for images, in pixels.
inline constexpr std::uint64_t default_pixels = 1024 * 1024;

// The request for a lock that covers the units.
NodesCreateLockRequest lock_for(const in_clear& request, bool of_images = false);

// Maps a request type to its confidential operation.
template <class Request>
struct operation_for;
// Chat completions.
template <>
struct operation_for<ChatCompletionRequest> {
    using type = operations::confidential_chat_completions;  // the operation
};
// Text completions.
template <>
struct operation_for<CompletionRequest> {
    using type = operations::confidential_completions;  // the operation
};
// Embeddings.
template <>
struct operation_for<EmbeddingRequest> {
    using type = operations::confidential_embeddings;  // the operation
};
// Image generation.
template <>
struct operation_for<ImageGenerationRequest> {
    using type = operations::confidential_images;  // the operation
};

// A request that has a confidential operation.
template <class Request>
concept sealable = requires {
    typename operation_for<Request>::type;
};
// A request whose confidential operation can be streamed.
template <class Request>
concept streamed_sealable =
    sealable<Request> && streamed_operation<typename operation_for<Request>::type>;

namespace detail {

// Its compute units are pixels, not tokens.
template <class Request>
inline constexpr bool of_images = std::is_same_v<Request, ImageGenerationRequest>;

}  // namespace detail

// A request that is ready to be sealed, once per lock.
struct prepared {
    secret_text plaintext{};        // JSON text of the request
    in_clear clear{};               // what is sent unencrypted
    NodesCreateLockRequest lock{};  // to send first
};

// `stream`: whether to stream, whatever the request says. added: members to add or to replace.
// Errors: those of json::write.
template <sealable Request>
result<prepared> prepare(const Request& request, bool stream = false,
                         const extra_members& added = {}) {
    return within_memory([&]() -> result<prepared> {
        prepared out;
        auto done = json::write(request, out.plaintext.text);
        if (done && !stream) {
            done = oaiwire::detail::erase_for_streams(oaiwire::detail::streams_said(request),
                                                      out.plaintext.text);
        }
        if (done) done = oaiwire::detail::add_members(added, out.plaintext.text);
        if constexpr (streamed_sealable<Request>) {
            if (done) done = json::patch(out.plaintext.text, "stream", raw_json::of(stream));
        }
        if (!done) return std::move(done).error();
        out.clear = clear_part(out.plaintext.text);
        out.lock = lock_for(out.clear, detail::of_images<Request>);
        return out;
    });
}

// Overload for a prepared request.
template <crypto Crypto>
result<sealed> seal(Crypto& with, const NodesCreateLockResponse& lock, const prepared& request,
                    const open_policy& policy = {}) {
    return seal(with, lock, request.plaintext.text, request.clear, policy);
}

// prepare() and seal(), if there is a lock already.
template <crypto Crypto, sealable Request>
result<sealed> seal(Crypto& with, const NodesCreateLockResponse& lock, const Request& request,
                    bool stream = false, const open_policy& policy = {}) {
    auto ready = prepare(request, stream);
    if (!ready) return std::move(ready).error();
    return seal(with, lock, *ready, policy);
}

}}}  // namespace oaiwire::v0_2::confidential

#if OAIWIRE_DEFINES

#include <charconv>
#include <limits>

namespace oaiwire { inline namespace v0_2 { namespace confidential {

namespace detail {

OAIWIRE_INLINE std::optional<std::uint64_t> count_of(std::string_view text) {
    std::uint64_t n = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), n);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(n) : std::nullopt;
}

// The pixels of all images. size: "1024x768"; nothing for other texts.
inline std::optional<std::uint64_t> pixels_of(std::string_view size, std::uint64_t images) {
    const std::size_t cross = size.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    std::uint64_t pixels = images;
    for (const std::string_view side : {size.substr(0, cross), size.substr(cross + 1)}) {
        const auto n = count_of(side);
        constexpr auto most = std::numeric_limits<std::uint64_t>::max();
        if (!n || *n == 0 || pixels == 0 || pixels > most / *n) return std::nullopt;
        pixels *= *n;
    }
    return pixels;
}

}  // namespace detail

// The last member of a name counts. max_completion_tokens takes precedence over max_tokens, tokens
// over pixels.
OAIWIRE_INLINE in_clear clear_part(std::string_view json) {
    in_clear out;
    std::optional<std::uint64_t> completion_tokens;
    std::optional<std::uint64_t> tokens;
    std::optional<std::uint64_t> images = 1;
    std::string size;
    json_view(json).each([&](std::string_view name, json_view value) {
        if (name == "model") out.model = value.string().value_or("");
        if (name == "stream") out.stream = value.text() == "true";
        if (name == "max_completion_tokens") completion_tokens = detail::count_of(value.text());
        if (name == "max_tokens") tokens = detail::count_of(value.text());
        if (name == "n") images = value.is_null() ? 1 : detail::count_of(value.text());
        if (name == "size") size = value.string().value_or("");
        return true;
    });
    out.compute_units = completion_tokens ? completion_tokens : tokens;
    if (!out.compute_units && images) out.compute_units = detail::pixels_of(size, *images);
    return out;
}

// Up to the server's default nothing is sent: a lock covers at least that much.
OAIWIRE_INLINE NodesCreateLockRequest lock_for(const in_clear& request, bool of_images) {
    NodesCreateLockRequest out{.model = request.model};
    const std::uint64_t units =
        request.compute_units.value_or(of_images ? default_pixels : default_tokens);
    if (units > default_tokens) out.max_num_tokens = units;
    return out;
}

}}}  // namespace oaiwire::v0_2::confidential

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
