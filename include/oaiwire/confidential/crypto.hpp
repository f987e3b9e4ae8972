// The concept of a cryptographic library for confidential calls, and byte strings that are wiped.
// There is no cryptography in here.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire { inline namespace v0_2 { namespace confidential {

// Sizes, in bytes.
inline constexpr std::size_t key_size = 32;    // of X25519 and of AES-256
inline constexpr std::size_t salt_size = 16;   // of HKDF
inline constexpr std::size_t nonce_size = 12;  // of AES-GCM
inline constexpr std::size_t tag_size = 16;    // of AES-GCM
inline constexpr std::size_t hash_size = 32;   // of BLAKE2b-256

// Bytes to read.
using byte_view = std::span<const std::uint8_t>;
// Memory to write to.
using byte_room = std::span<std::uint8_t>;
// N bytes to read.
template <std::size_t N>
using bytes_view = std::span<const std::uint8_t, N>;
// Memory for N bytes.
template <std::size_t N>
using bytes_room = std::span<std::uint8_t, N>;

// An AES-GCM nonce.
using nonce = std::array<std::uint8_t, nonce_size>;

// The bytes of a text; a view.
inline byte_view bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
// The memory of a text, for size() bytes.
inline byte_room room_of(std::string& text) {
    return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

// N bytes that are wiped on destruction. Not printable and not comparable.
template <std::size_t N>
class secret_bytes {
public:
    secret_bytes() = default;
    secret_bytes(const secret_bytes&) = default;
    secret_bytes& operator=(const secret_bytes&) = default;
    ~secret_bytes() { wipe(bytes_.data(), bytes_.size()); }

    // The bytes; a view, valid as long as this object.
    bytes_view<N> view() const { return bytes_; }
    // The memory to fill.
    bytes_room<N> room() { return bytes_; }

private:
    std::array<std::uint8_t, N> bytes_{};
};

// A text that is wiped on destruction. Memory that it frees when it grows is not wiped.
struct secret_text {
    std::string text{};  // the secret

    secret_text() = default;
    explicit secret_text(std::string_view from) : text(from) {}
    secret_text(secret_text&& other) noexcept : text(std::move(other.text)) {
        other.wipe_all();  // a short text was copied, not moved
    }
    secret_text& operator=(secret_text&& other) noexcept;
    ~secret_text() { wipe_all(); }

private:
    // Wipes the whole capacity, in case the text was longer.
    void wipe_all();
};

// The functions needed, each to be implemented by a well-known library. All but `equal` return
// result<void>: confidential_crypto_failed if the library fails, and the errors named below. A
// failed function leaves no secret in its output. Outputs have exactly the required size. Copies
// may be used from different threads.
template <class C>
concept crypto = std::copyable<C> &&
    requires(C& c, byte_view in, byte_room out, bytes_view<key_size> key, bytes_room<32> out32,
             bytes_view<nonce_size> once) {
    // Unpredictable bytes from the system's generator, or one seeded by it.
    { c.random(out) } -> std::same_as<result<void>>;
    // RFC 7748: (private key, its public key). Any 32 bytes are a private key.
    { c.x25519_public(key, out32) } -> std::same_as<result<void>>;
    // (private key, public key, shared secret). May refuse a key as confidential_bad_key; seal()
    // refuses an all-zero secret.
    { c.x25519(key, key, out32) } -> std::same_as<result<void>>;
    // RFC 5869, extract and expand: (input keying material, salt, info, output).
    { c.hkdf_sha256(in, in, in, out) } -> std::same_as<result<void>>;
    // (key, nonce, plaintext, ciphertext and tag), without associated data.
    { c.aes256_gcm_seal(key, once, in, out) } -> std::same_as<result<void>>;
    // (key, nonce, ciphertext and tag, plaintext). confidential_tag_mismatch.
    { c.aes256_gcm_open(key, once, in, out) } -> std::same_as<result<void>>;
    // RFC 7693, unkeyed, 32-byte digest (not a truncated longer one).
    { c.blake2b_256(in, out32) } -> std::same_as<result<void>>;
    // Constant-time comparison; false if the sizes differ.
    { c.equal(in, in) } -> std::same_as<bool>;
};

}}}  // namespace oaiwire::v0_2::confidential

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace confidential {

OAIWIRE_INLINE secret_text& secret_text::operator=(secret_text&& other) noexcept {
    if (this == &other) return *this;
    wipe_all();
    text = std::move(other.text);
    other.wipe_all();
    return *this;
}

OAIWIRE_INLINE void secret_text::wipe_all() {
    text.resize(text.capacity());
    wipe(text);
}

}}}  // namespace oaiwire::v0_2::confidential

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
