// Sealing a request for the node that a lock names: from JSON text, or from a typed request. Knows
// no HTTP and no library.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/open.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline OAIWIRE_ABI::confidential {

// What is in clear beside the sealed text, and how its answer is to be opened.
struct seal_options {
    std::string model{};
    bool stream = false;
    std::optional<std::int64_t>
        compute_units{};  // tokens, or pixels; what is absent, the server says
    open_policy policy{};
};

// What to send, and what opens the answer. Good for one call: the lock is gone then.
struct sealed {
    ConfidentialComputeRequest request{};
    session opener;
};

namespace detail {

// Derives the key that both sides come to.
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

// Seals a text, with a key pair, salt and nonce that are new each time. Errors: invalid_base64 and
// confidential_bad_key for the lock's key, confidential_crypto_failed.
template <crypto Crypto>
result<sealed> seal(Crypto& with, const NodesCreateLockResponse& lock, std::string_view plaintext,
                    const seal_options& options) {
    auto node_key =
        detail::decode_exactly<key_size>(lock.public_key, "public_key", errc::confidential_bad_key);
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

    sealed out{{}, session(*key, once, options.policy)};
    out.request.ciphertext = to_base64(ciphertext);
    out.request.client_dh_public_key = to_base64(own_public);
    out.request.model_name = options.model;
    out.request.node_dh_public_key = lock.public_key;
    out.request.nonce = to_base64(once);
    if (options.compute_units) out.request.num_compute_units = *options.compute_units;
    out.request.plaintext_body_hash = to_base64(hash);
    out.request.salt = to_base64(salt);
    out.request.stack_small_id = lock.stack_small_id;
    out.request.stream = options.stream;
    return out;
}

// The units that a request asks for, where it says so: the most tokens of an answer, the pixels of
// all images.
template <class Request>
std::optional<std::int64_t> compute_units(const Request& request) {
    if constexpr (requires { request.max_completion_tokens; }) {
        if (request.max_completion_tokens) return *request.max_completion_tokens;
    }
    if constexpr (requires { request.max_tokens; }) {
        if (request.max_tokens) return *request.max_tokens;
    }
    return std::nullopt;
}
inline std::optional<std::int64_t> compute_units(const ImageGenerationRequest& request) {
    if (!request.size) return std::nullopt;
    std::int64_t pixels = request.n.value_or(1);
    std::int64_t side = 0;
    int digits = 0;
    int sides = 0;
    const auto take_side = [&] {
        if (digits == 0 || side == 0 || pixels <= 0) return false;
        if (pixels > std::numeric_limits<std::int64_t>::max() / side) return false;
        pixels *= side;
        side = 0;
        digits = 0;
        return ++sides <= 2;
    };
    for (const char c : *request.size) {
        if (c >= '0' && c <= '9' && ++digits <= 9) {
            side = side * 10 + (c - '0');
        } else if (c != 'x' || !take_side()) {
            return std::nullopt;
        }
    }
    return take_side() && sides == 2 ? std::optional(pixels) : std::nullopt;
}

// What the server takes where a request does not say: of a lock, and of a call.
inline constexpr std::int64_t default_tokens = 8192;
inline constexpr std::int64_t default_pixels = 1024 * 1024;

// The lock that a request needs: one that covers what it asks for, or what the server takes it to.
template <class Request>
NodesCreateLockRequest lock_for(const Request& request) {
    NodesCreateLockRequest out;
    if constexpr (requires { out.model = *request.model; }) {
        out.model = request.model.value_or("");
    } else {
        out.model = request.model;
    }
    constexpr bool of_pixels = std::is_same_v<Request, ImageGenerationRequest>;
    const std::int64_t units =
        compute_units(request).value_or(of_pixels ? default_pixels : default_tokens);
    if (units > default_tokens) out.max_num_tokens = units;
    return out;
}

// The confidential operation for each type of request that has one.
template <class Request>
struct operation_for;
template <>
struct operation_for<ChatCompletionRequest> {
    using type = operations::confidential_chat_completions;
};
template <>
struct operation_for<CompletionRequest> {
    using type = operations::confidential_completions;
};
template <>
struct operation_for<EmbeddingRequest> {
    using type = operations::confidential_embeddings;
};
template <>
struct operation_for<ImageGenerationRequest> {
    using type = operations::confidential_images;
};

template <class Request>
concept sealable = requires {
    typename operation_for<Request>::type;
};
template <class Request>
concept streamed_sealable =
    sealable<Request> && streamed_operation<typename operation_for<Request>::type>;

// Seals a typed request; `stream` says whether the answer is to come in events, whatever the
// request says. added: members that the request's type does not have, or other values.
template <crypto Crypto, sealable Request>
result<sealed> seal(Crypto& with, const NodesCreateLockResponse& lock, const Request& request,
                    bool stream = false, const open_policy& policy = {},
                    const extra_members& added = {}) {
    secret_text plain;
    auto done = json::write(request, plain.text);
    if constexpr (streamed_sealable<Request>) {
        if (done) done = json::patch(plain.text, "stream", raw_json::of(stream));
    }
    if (done) done = oaiwire::detail::add_members(added, plain.text);
    if (!done) return std::move(done).error();
    return seal(with, lock, plain.text,
                {lock_for(request).model, stream, compute_units(request), policy});
}

}  // namespace oaiwire::inline OAIWIRE_ABI::confidential
