#include <oaiwire/webhooks/openssl.hpp>
//
#include <webhooks/hmac_check.hpp>

namespace openssl_tests {

TEST_CASE("openssl: HMAC-SHA-256 is that of the reference, in whatever pieces the text comes") {
    check_hmac(oaiwire::openssl_hmac{});
}

}  // namespace openssl_tests
