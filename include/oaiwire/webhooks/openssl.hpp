// webhook_crypto over OpenSSL 1.1.1 or newer, by functions that no version deprecates.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <openssl/evp.h>

#include <oaiwire/core/macros_resume.hpp>

#include <cstddef>
#include <memory>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/webhooks/crypto.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

struct openssl_free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace detail

// Models webhook_crypto. Stateless: copies are equal, and it is thread-safe.
class openssl_hmac {
public:
    // See the concept webhook_crypto.
    result<void> hmac_sha256(std::string_view key, hmac_text text, hmac_digest& out) {
        const auto* const bytes = reinterpret_cast<const unsigned char*>(key.data());
        const std::unique_ptr<EVP_PKEY, detail::openssl_free> hmac_key(
            EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, nullptr, bytes, key.size()));
        const std::unique_ptr<EVP_MD_CTX, detail::openssl_free> context(EVP_MD_CTX_new());
        // in: the room; out: the bytes written
        std::size_t size = out.size();
        bool done =
            hmac_key && context &&
            EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, hmac_key.get()) == 1;
        for (const std::string_view piece : text) {
            done = done && EVP_DigestSignUpdate(context.get(), piece.data(), piece.size()) == 1;
        }
        done = done && EVP_DigestSignFinal(context.get(), out.data(), &size) == 1;
        if (done && size == out.size()) return {};
        return make_error(errc::confidential_crypto_failed, "OpenSSL: HMAC-SHA-256 failed");
    }
};

static_assert(webhook_crypto<openssl_hmac>);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
