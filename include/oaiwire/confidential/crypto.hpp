// What sealing and opening need of a cryptographic library: a concept, and bytes that are wiped.
// Knows no library and no message; nothing here is cryptography.
#pragma once

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

namespace oaiwire::inline v0_2::confidential {

// Sizes, in bytes.
inline constexpr std::size_t key_size = 32;  // of X25519 and of AES-256
inline constexpr std::size_t salt_size = 16;
inline constexpr std::size_t nonce_size = 12;
inline constexpr std::size_t tag_size = 16;
inline constexpr std::size_t hash_size = 32;

using byte_view = std::span<const std::uint8_t>;
using byte_room = std::span<std::uint8_t>;
template <std::size_t N>
using bytes_view = std::span<const std::uint8_t, N>;
template <std::size_t N>
using bytes_room = std::span<std::uint8_t, N>;

using nonce = std::array<std::uint8_t, nonce_size>;

inline byte_view bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline byte_room room_of(std::string& text) {
    return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

// N bytes that are wiped when they go. Not printable and not comparable.
template <std::size_t N>
class secret_bytes {
public:
    secret_bytes() = default;
    secret_bytes(const secret_bytes&) = default;
    secret_bytes& operator=(const secret_bytes&) = default;
    ~secret_bytes() { wipe(bytes_.data(), bytes_.size()); }

    bytes_view<N> view() const { return bytes_; }
    bytes_room<N> room() { return bytes_; }

private:
    std::array<std::uint8_t, N> bytes_{};
};

// Text that is wiped when it goes. What it had before it grew is freed as it was.
struct secret_text {
    std::string text{};

    secret_text() = default;
    explicit secret_text(std::string_view from) : text(from) {}
    secret_text(secret_text&& other) noexcept : text(std::move(other.text)) {
        other.wipe_all();  // a short one was copied, not moved
    }
    secret_text& operator=(secret_text&& other) noexcept;
    ~secret_text() { wipe_all(); }

private:
    // With what lies behind its end, if it was longer.
    void wipe_all();
};

// The functions that it takes, each of a well-known library and none of this one. All but `equal`
// return result<void>: confidential_crypto_failed where the library failed, and what is named
// below. A failed function leaves nothing of use in its output. Sizes of outputs are exact.
template <class C>
concept crypto = std::copyable<C> &&
    requires(C& c, byte_view in, byte_room out, bytes_view<key_size> key, bytes_room<32> out32,
             bytes_view<nonce_size> once) {
    // Bytes that nobody can foresee, of the system's own generator or one seeded by it.
    { c.random(out) } -> std::same_as<result<void>>;
    // RFC 7748. The key that belongs to a private one; any 32 bytes are one.
    { c.x25519_public(key, out32) } -> std::same_as<result<void>>;
    // (private, public, shared secret). May refuse a key with confidential_bad_key; a secret of
    // zeros is refused by seal().
    { c.x25519(key, key, out32) } -> std::same_as<result<void>>;
    // RFC 5869, extract and expand: (input keying material, salt, info, output).
    { c.hkdf_sha256(in, in, in, out) } -> std::same_as<result<void>>;
    // (key, nonce, plaintext, ciphertext and tag), without associated data.
    { c.aes256_gcm_seal(key, once, in, out) } -> std::same_as<result<void>>;
    // (key, nonce, ciphertext and tag, plaintext). confidential_tag_mismatch.
    { c.aes256_gcm_open(key, once, in, out) } -> std::same_as<result<void>>;
    // RFC 7693, unkeyed, with a digest of 32 bytes (which is not the beginning of a longer one).
    { c.blake2b_256(in, out32) } -> std::same_as<result<void>>;
    // In a time that does not depend on the bytes; false where the sizes differ.
    { c.equal(in, in) } -> std::same_as<bool>;
};

}  // namespace oaiwire::inline v0_2::confidential

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2::confidential {

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

}  // namespace oaiwire::inline v0_2::confidential

#endif  // OAIWIRE_DEFINES
