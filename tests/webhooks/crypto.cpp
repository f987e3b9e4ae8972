#include <oaiwire/webhooks/crypto.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oracle/hmac_sha256.hpp>
#include <support/hex.hpp>

namespace crypto_tests {

using namespace oaiwire;

static_assert(webhook_crypto<oracle::slow_hmac>);
static_assert(!webhook_crypto<int>);

TEST_CASE("the reference of these tests agrees with FIPS 180-4 and RFC 4231") {
    CHECK(support::to_hex(oracle::sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(support::to_hex(
              oracle::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(support::to_hex(oracle::hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(
        support::to_hex(oracle::hmac_sha256(
            std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

}  // namespace crypto_tests
