// The node's side of a confidential call, for tests, on top of the same library; and known answers
// of the specification. For an independent implementation see confidential/interop.cpp.
#pragma once

#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/confidential/botan.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/nodes.hpp>
#include <support/hex.hpp>

namespace support {

using oaiwire::botan_crypto;
namespace confidential = oaiwire::confidential;

inline std::vector<std::uint8_t> from_base64(std::string_view text) {
    std::vector<std::uint8_t> out(oaiwire::base64_decoded_size(text));
    REQUIRE(oaiwire::decode_base64(text, out));
    return out;
}

template <std::size_t N>
std::array<std::uint8_t, N> array_of(std::span<const std::uint8_t> bytes) {
    REQUIRE(bytes.size() == N);
    std::array<std::uint8_t, N> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

// Known answers.
namespace known {

inline constexpr std::string_view client_private =
    "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
inline constexpr std::string_view node_private =
    "2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f40";
inline constexpr std::string_view client_public = "B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9/AsrhtHHw=";
inline constexpr std::string_view node_public = "WGmv9FBUlzLLqu1eXfmzCm2jHLDldCutWtShp2jxpns=";
inline constexpr std::string_view salt = "oKGio6SlpqeoqaqrrK2urw==";
inline constexpr std::string_view nonce = "wMHCw8TFxsfIycrL";
inline constexpr std::string_view key =
    "e3fcb6c1cc5dbdb06f0689b42e358a2d756c13987901a705b5e3eecb4ce24e99";
inline constexpr std::string_view plaintext =
    R"({"messages":[{"role":"user","content":"hi"}],"model":"m","stream":false})";
inline constexpr std::string_view hash = "D+fHmWBFmiF/c0salsfVJu3ld+pCc7hjIr4VtUHQZqs=";
inline constexpr std::string_view ciphertext =
    "hDR8QUBoJClyTsgpet9jbs4XvNTzlKdCwIuvgSV0sPQUfySmhTSXokH/"
    "eQkPOjrvHhTNQbtoXG3LmDAxZ+LZIgIfnL6aXrOvAGG9Qy9p29fc5A1385vmZA==";
inline constexpr std::string_view response_nonce = "0NHS09TV1tfY2drb";
inline constexpr std::string_view response_ciphertext =
    "URh3JgV//+rBTG5fsXRbiBDWFhS0s83AmrOTdCEURZ7pJ6z8a/"
    "jasZfuubrBi4D16CVjhrnij/"
    "L8W/WWTw9XH+CHRmkxl0rZDiFnQjG1WyYIPwO07DO1q+TlXHr0w9mRhXVj";
inline constexpr std::string_view response_plaintext =
    R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[]})";
inline constexpr std::string_view response_hash = "L0vDcyZPtyxeGLNNwLkcLHkPIzNkcvgvVUMwC7FyVWs=";

inline oaiwire::NodesCreateLockResponse lock() {
    return {.public_key = std::string(node_public), .node_small_id = 5, .stack_small_id = 7};
}
inline oaiwire::ConfidentialComputeResponse response() {
    return {.ciphertext = std::string(response_ciphertext),
            .nonce = std::string(response_nonce),
            .response_hash = std::string(response_hash)};
}

}  // namespace known

// Botan with the keys of the known answers instead of random ones, selected by size.
class fixed_crypto : public botan_crypto {
public:
    oaiwire::result<void> random(confidential::byte_room out) {
        const auto bytes = out.size() == 32   ? from_hex(known::client_private)
                           : out.size() == 16 ? from_base64(known::salt)
                                              : from_base64(known::nonce);
        REQUIRE(bytes.size() == out.size());
        std::copy(bytes.begin(), bytes.end(), out.begin());
        return {};
    }
};
static_assert(confidential::crypto<fixed_crypto>);

inline std::string hash_of(std::string_view text) {
    std::array<std::uint8_t, 32> hash{};
    REQUIRE(botan_crypto().blake2b_256(confidential::bytes_of(text), hash));
    return oaiwire::to_base64(hash);
}

// Encrypts with a key, as either side does.
inline oaiwire::ConfidentialComputeResponse sealed_with(std::span<const std::uint8_t> key,
                                                        std::span<const std::uint8_t> nonce,
                                                        std::string_view text) {
    std::vector<std::uint8_t> out(text.size() + 16);
    REQUIRE(botan_crypto().aes256_gcm_seal(array_of<32>(key), array_of<12>(nonce),
                                           confidential::bytes_of(text), out));
    return {.ciphertext = oaiwire::to_base64(out),
            .nonce = oaiwire::to_base64(nonce),
            .response_hash = hash_of(text)};
}

// A node with the key of the known answers.
class node {
public:
    // Decrypts a request. Later responses are encrypted for it.
    std::string open(const oaiwire::ConfidentialComputeRequest& request) {
        std::array<std::uint8_t, 32> secret{};
        const auto client = array_of<32>(from_base64(request.client_dh_public_key));
        REQUIRE(botan_crypto().x25519(array_of<32>(from_hex(known::node_private)), client, secret));
        REQUIRE(botan_crypto().hkdf_sha256(secret, from_base64(request.salt), {}, key_));
        const auto sealed = from_base64(request.ciphertext);
        REQUIRE(sealed.size() >= 16);
        std::string text(sealed.size() - 16, '\0');
        REQUIRE(botan_crypto().aes256_gcm_open(key_, array_of<12>(from_base64(request.nonce)),
                                               sealed, confidential::room_of(text)));
        CHECK(request.plaintext_body_hash == hash_of(text));
        CHECK(request.node_dh_public_key == known::node_public);
        return text;
    }
    oaiwire::ConfidentialComputeResponse seal(std::string_view text, std::uint8_t nonce) const {
        return sealed_with(key_, std::vector<std::uint8_t>(12, nonce), text);
    }

private:
    std::array<std::uint8_t, 32> key_{};
};

}  // namespace support
