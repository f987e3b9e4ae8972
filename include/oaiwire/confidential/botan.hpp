// confidential::crypto over Botan 2.8 or newer, or 3. Uses its C interface, which is the same in
// both and throws nothing.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <botan/ffi.h>

#include <oaiwire/core/macros_resume.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Owns a Botan handle. Botan wipes its keys when it is destroyed.
template <class Handle, int (*destroy)(Handle)>
struct botan_handle {
    Handle handle = nullptr;

    botan_handle() = default;
    botan_handle(const botan_handle&) = delete;
    botan_handle& operator=(const botan_handle&) = delete;
    ~botan_handle() {
        if (handle) destroy(handle);
    }
};

using botan_random = botan_handle<botan_rng_t, botan_rng_destroy>;
using botan_private_key = botan_handle<botan_privkey_t, botan_privkey_destroy>;
using botan_agreement = botan_handle<botan_pk_op_ka_t, botan_pk_op_key_agreement_destroy>;
using botan_digest = botan_handle<botan_hash_t, botan_hash_destroy>;
using botan_mode = botan_handle<botan_cipher_t, botan_cipher_destroy>;

// Botan's text for a status; it quotes no data.
inline error botan_failure(int status) {
    return make_error(errc::confidential_crypto_failed,
                      std::string("Botan: ") + botan_error_description(status));
}

// Success, or the error of a status.
inline result<void> botan_done(int status) {
    if (status != BOTAN_FFI_SUCCESS) return botan_failure(status);
    return {};
}

}  // namespace detail

// Models confidential::crypto. Stateless: copies are equal, and it is thread-safe. The functions
// are described at the concept.
class botan_crypto {
    using byte_view = confidential::byte_view;
    using byte_room = confidential::byte_room;
    using key_view = confidential::bytes_view<confidential::key_size>;
    using nonce_view = confidential::bytes_view<confidential::nonce_size>;
    using room32 = confidential::bytes_room<32>;

public:
    // From the operating system's generator.
    result<void> random(byte_room out) {
        detail::botan_random rng;
        int status = botan_rng_init(&rng.handle, "system");
        if (status == BOTAN_FFI_SUCCESS) status = botan_rng_get(rng.handle, out.data(), out.size());
        return detail::botan_done(status);
    }

    // See the concept confidential::crypto.
    result<void> x25519_public(key_view private_key, room32 out) {
        detail::botan_private_key key;
        // in: the room; out: the bytes written
        std::size_t size = out.size();
        int status = botan_privkey_load_x25519(&key.handle, private_key.data());
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_pk_op_key_agreement_export_public(key.handle, out.data(), &size);
        }
        return detail::botan_done(status);
    }

    // See the concept confidential::crypto.
    result<void> x25519(key_view private_key, key_view public_key, room32 out) {
        detail::botan_private_key key;
        detail::botan_agreement agreement;
        std::size_t size = out.size();
        int status = botan_privkey_load_x25519(&key.handle, private_key.data());
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_pk_op_key_agreement_create(&agreement.handle, key.handle, "Raw", 0);
        }
        if (status != BOTAN_FFI_SUCCESS) return detail::botan_failure(status);
        status = botan_pk_op_key_agreement(agreement.handle, out.data(), &size, public_key.data(),
                                           public_key.size(), nullptr, 0);
        // newer versions refuse keys that give an all-zero secret
        if (status != BOTAN_FFI_SUCCESS) return make_error(errc::confidential_bad_key);
        return {};
    }

    // See the concept confidential::crypto.
    result<void> hkdf_sha256(byte_view secret, byte_view salt, byte_view info, byte_room out) {
        // Botan 2 would silently return less than requested
        if (out.size() > 255 * confidential::hash_size) {
            return detail::botan_failure(BOTAN_FFI_ERROR_BAD_PARAMETER);
        }
        return detail::botan_done(botan_kdf("HKDF(SHA-256)", out.data(), out.size(), secret.data(),
                                            secret.size(), salt.data(), salt.size(), info.data(),
                                            info.size()));
    }

    // See the concept confidential::crypto.
    result<void> aes256_gcm_seal(key_view key, nonce_view nonce, byte_view plaintext,
                                 byte_room out) {
        return detail::botan_done(gcm(BOTAN_CIPHER_INIT_FLAG_ENCRYPT, key, nonce, plaintext, out));
    }

    // See the concept confidential::crypto.
    result<void> aes256_gcm_open(key_view key, nonce_view nonce, byte_view sealed, byte_room out) {
        if (sealed.size() < confidential::tag_size) {
            return make_error(errc::confidential_bad_length, "a ciphertext is less than its tag");
        }
        const int status = gcm(BOTAN_CIPHER_INIT_FLAG_DECRYPT, key, nonce, sealed, out);
        if (status == BOTAN_FFI_ERROR_BAD_MAC) return make_error(errc::confidential_tag_mismatch);
        return detail::botan_done(status);
    }

    // See the concept confidential::crypto.
    result<void> blake2b_256(byte_view bytes, room32 out) {
        detail::botan_digest digest;
        int status = botan_hash_init(&digest.handle, "BLAKE2b(256)", 0);
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_hash_update(digest.handle, bytes.data(), bytes.size());
        }
        if (status == BOTAN_FFI_SUCCESS) status = botan_hash_final(digest.handle, out.data());
        return detail::botan_done(status);
    }

    // See the concept confidential::crypto.
    bool equal(byte_view a, byte_view b) {
        return a.size() == b.size() &&
               botan_constant_time_compare(a.data(), b.data(), a.size()) == BOTAN_FFI_SUCCESS;
    }

private:
    // Botan decrypts into its own memory, which it wipes, and copies the text out once its tag
    // matched.
    static int gcm(std::uint32_t direction, key_view key, nonce_view nonce, byte_view in,
                   byte_room out) {
        detail::botan_mode mode;
        std::size_t written = 0;
        std::size_t consumed = 0;
        int status = botan_cipher_init(&mode.handle, "AES-256/GCM", direction);
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_cipher_set_key(mode.handle, key.data(), key.size());
        }
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_cipher_start(mode.handle, nonce.data(), nonce.size());
        }
        if (status != BOTAN_FFI_SUCCESS) return status;
        status = botan_cipher_update(mode.handle, BOTAN_CIPHER_UPDATE_FLAG_FINAL, out.data(),
                                     out.size(), &written, in.data(), in.size(), &consumed);
        // a mode that writes in pieces would leave the rest of `out` unset
        const bool whole = written == out.size() && consumed == in.size();
        return status == BOTAN_FFI_SUCCESS && !whole ? BOTAN_FFI_ERROR_INTERNAL_ERROR : status;
    }
};

static_assert(confidential::crypto<botan_crypto>);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
