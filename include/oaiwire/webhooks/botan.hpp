// webhook_crypto over Botan 2.8 or newer, or 3. Uses its C interface, which is the same in both and
// throws nothing.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <botan/ffi.h>

#include <oaiwire/core/macros_resume.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/webhooks/crypto.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Owns a Botan MAC, which wipes its key when it is destroyed.
struct botan_mac {
    botan_mac_t handle = nullptr;

    botan_mac() = default;
    botan_mac(const botan_mac&) = delete;
    botan_mac& operator=(const botan_mac&) = delete;
    ~botan_mac() {
        if (handle) botan_mac_destroy(handle);
    }
};

}  // namespace detail

// Models webhook_crypto. Stateless: copies are equal, and it is thread-safe.
class botan_hmac {
public:
    // See the concept webhook_crypto.
    result<void> hmac_sha256(std::string_view key, hmac_text text, hmac_digest& out) {
        detail::botan_mac mac;
        int status = botan_mac_init(&mac.handle, "HMAC(SHA-256)", 0);
        if (status == BOTAN_FFI_SUCCESS) {
            status = botan_mac_set_key(mac.handle, bytes_of(key), key.size());
        }
        for (const std::string_view piece : text) {
            if (status != BOTAN_FFI_SUCCESS) break;
            status = botan_mac_update(mac.handle, bytes_of(piece), piece.size());
        }
        if (status == BOTAN_FFI_SUCCESS) status = botan_mac_final(mac.handle, out.data());
        if (status == BOTAN_FFI_SUCCESS) return {};
        // the text quotes no data
        return make_error(errc::confidential_crypto_failed,
                          std::string("Botan: ") + botan_error_description(status));
    }

private:
    static const std::uint8_t* bytes_of(std::string_view text) {
        return reinterpret_cast<const std::uint8_t*>(text.data());
    }
};

static_assert(webhook_crypto<botan_hmac>);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
