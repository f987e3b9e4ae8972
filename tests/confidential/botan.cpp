#include <oaiwire/confidential/botan.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <support/hex.hpp>

namespace botan_tests {

using namespace oaiwire;
using support::from_hex;
using support::to_hex;

namespace {

using bytes = std::vector<std::uint8_t>;
using block = std::array<std::uint8_t, 32>;
using once = std::array<std::uint8_t, confidential::nonce_size>;

template <class Array>
Array array_of(std::string_view hex) {
    Array out{};
    const bytes from = from_hex(hex);
    REQUIRE(from.size() == out.size());
    std::copy(from.begin(), from.end(), out.begin());
    return out;
}

std::string x25519(const block& scalar, const block& u) {
    block out{};
    REQUIRE(botan_crypto().x25519(scalar, u, out));
    return to_hex(out);
}

std::string hkdf(const bytes& secret, const bytes& salt, const bytes& info, std::size_t size) {
    bytes out(size);
    REQUIRE(botan_crypto().hkdf_sha256(secret, salt, info, out));
    return to_hex(out);
}

bytes count(int from, int to) {
    bytes out;
    for (int i = from; i <= to; ++i) out.push_back(static_cast<std::uint8_t>(i));
    return out;
}

struct gcm_row {
    std::string key, nonce, plaintext, sealed;
};

// Test cases 13 to 15 of the GCM specification.
const gcm_row gcm_rows[] = {
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "00000000000000000000000000000000",
     "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"},
    {"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
     "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
     "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
     "b094dac5d93471bdec1a502270e3cc6c"},
};

}  // namespace

TEST_CASE("X25519: test vectors of RFC 7748") {
    CHECK(
        x25519(
            array_of<block>("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
            array_of<block>("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")) ==
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
    // the highest bit of a coordinate is ignored
    CHECK(
        x25519(
            array_of<block>("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"),
            array_of<block>("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493")) ==
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
    block k{9};
    block u{9};
    for (int i = 0; i != 100; ++i) {
        block next{};
        REQUIRE(botan_crypto().x25519(k, u, next));
        u = k;
        k = next;
        if (i == 0) {
            CHECK(to_hex(k) == "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079");
        }
    }
    CHECK(to_hex(k) == "b1a5a73158904c020866c13939dd7e1aa26852ee1d2609c92e5a8f1debe2150a");
}

TEST_CASE("X25519: both sides derive the same secret, with the keys of RFC 7748") {
    const auto alice =
        array_of<block>("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    const auto bob =
        array_of<block>("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    block of_alice{};
    block of_bob{};
    botan_crypto crypto;
    REQUIRE(crypto.x25519_public(alice, of_alice));
    REQUIRE(crypto.x25519_public(bob, of_bob));
    CHECK(to_hex(of_alice) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    CHECK(to_hex(of_bob) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    CHECK(x25519(alice, of_bob) ==
          "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    CHECK(x25519(bob, of_alice) == x25519(alice, of_bob));
}

TEST_CASE("HKDF: test vectors of RFC 5869 for SHA-256") {
    CHECK(hkdf(bytes(22, 0x0b), count(0, 12), count(0xf0, 0xf9), 42) ==
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    CHECK(hkdf(count(0, 0x4f), count(0x60, 0xaf), count(0xb0, 0xff), 82) ==
          "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c6"
          "5e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    CHECK(hkdf(bytes(22, 0x0b), {}, {}, 42) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST_CASE("AES-256-GCM: test vectors of the specification, encryption and decryption") {
    botan_crypto crypto;
    for (const auto& row : gcm_rows) {
        const auto key = array_of<block>(row.key);
        const auto nonce = array_of<once>(row.nonce);
        const bytes plaintext = from_hex(row.plaintext);
        bytes sealed(plaintext.size() + confidential::tag_size);
        REQUIRE(crypto.aes256_gcm_seal(key, nonce, plaintext, sealed));
        CHECK(to_hex(sealed) == row.sealed);
        bytes opened(plaintext.size());
        REQUIRE(crypto.aes256_gcm_open(key, nonce, sealed, opened));
        CHECK(opened == plaintext);
    }
}

TEST_CASE("AES-256-GCM: modified input is rejected and the output unchanged") {
    botan_crypto crypto;
    const auto key = array_of<block>(gcm_rows[1].key);
    const auto nonce = array_of<once>(gcm_rows[1].nonce);
    const bytes sealed = from_hex(gcm_rows[1].sealed);
    for (std::size_t bit = 0; bit != sealed.size() * 8; ++bit) {
        bytes altered = sealed;
        altered[bit / 8] = static_cast<std::uint8_t>(altered[bit / 8] ^ 1U << bit % 8);
        bytes out(16, 0x55);
        const auto opened = crypto.aes256_gcm_open(key, nonce, altered, out);
        REQUIRE(!opened);
        CHECK(opened.error().code == errc::confidential_tag_mismatch);
        CHECK(out == bytes(16, 0x55));
    }
    bytes none;
    const auto cut = crypto.aes256_gcm_open(key, nonce, bytes(15, 0), none);
    REQUIRE(!cut);
    CHECK(cut.error().code == errc::confidential_bad_length);
}

TEST_CASE("mismatched sizes are an error of the crypto library") {
    botan_crypto crypto;
    bytes small(16);
    const auto sealed = crypto.aes256_gcm_seal(block{}, once{}, bytes(1), small);
    REQUIRE(!sealed);
    CHECK(sealed.error().code == errc::confidential_crypto_failed);
    bytes large(18);
    CHECK(!crypto.aes256_gcm_seal(block{}, once{}, bytes(1), large));
    bytes endless(255 * 32 + 1);
    CHECK(!crypto.hkdf_sha256(bytes(32), {}, {}, endless));
}

TEST_CASE("BLAKE2b-256 is not a prefix of BLAKE2b-512") {
    const auto hash = [](std::string_view text) {
        block out{};
        REQUIRE(botan_crypto().blake2b_256(confidential::bytes_of(text), out));
        return to_hex(out);
    };
    CHECK(hash("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hash("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(hash(R"({"messages":[{"role":"user","content":"hi"}],"model":"m","stream":false})") ==
          "0fe7c79960459a217f734b1a96c7d526ede577ea4273b86322be15b541d066ab");
}

TEST_CASE("bytes are equal if size and every byte are") {
    botan_crypto crypto;
    const bytes a = count(1, 32);
    CHECK(crypto.equal(a, bytes(a)));
    CHECK(crypto.equal({}, {}));
    CHECK(!crypto.equal(a, count(1, 31)));
    CHECK(!crypto.equal({}, a));
    for (std::size_t i = 0; i != a.size(); ++i) {
        bytes b = a;
        b[i] ^= 0x80;
        CHECK(!crypto.equal(a, b));
    }
}

TEST_CASE("random bytes differ each time") {
    botan_crypto crypto;
    block a{};
    block b{};
    REQUIRE(crypto.random(a));
    REQUIRE(crypto.random(b));
    CHECK(a != b);
    CHECK(a != block{});
    CHECK(crypto.random({}));
}

}  // namespace botan_tests
