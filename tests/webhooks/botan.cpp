#include <oaiwire/webhooks/botan.hpp>
//
#include <webhooks/hmac_check.hpp>

namespace botan_tests {

TEST_CASE("botan: HMAC-SHA-256 is that of the reference, in whatever pieces the text comes") {
    check_hmac(oaiwire::botan_hmac{});
}

}  // namespace botan_tests
