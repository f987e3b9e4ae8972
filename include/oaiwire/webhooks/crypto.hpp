// The concept of a cryptographic library for webhooks: HMAC-SHA-256. There is no cryptography in
// here; botan.hpp and openssl.hpp have it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A digest of HMAC-SHA-256 (RFC 2104, FIPS 180-4).
using hmac_digest = std::array<std::uint8_t, 32>;

// The text to sign, in pieces that follow each other.
using hmac_text = std::span<const std::string_view>;

// The one function that webhooks need, to be implemented by a well-known library. The key has any
// length but 0. Error: errc::confidential_crypto_failed if the library fails. Copies may be used
// from different threads.
template <class C>
concept webhook_crypto = std::copyable<C> &&
    requires(C& c, std::string_view key, hmac_text text, hmac_digest& out) {
    { c.hmac_sha256(key, text, out) } -> std::same_as<result<void>>;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
