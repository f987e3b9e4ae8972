#include <oaiwire/types/confidential.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace confidential_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;
using support::rewritten;

TEST_CASE("an encrypted request is written in the order of the schema, required members always") {
    CHECK(json_of(ConfidentialComputeRequest{}) ==
          R"({"ciphertext":"","client_dh_public_key":"","model_name":"",)"
          R"("node_dh_public_key":"","nonce":"","plaintext_body_hash":"","salt":"",)"
          R"("stack_small_id":0})");
    const char* const whole =
        R"({"ciphertext":"YQ==","client_dh_public_key":"Yg==","model_name":"m",)"
        R"("node_dh_public_key":"Yw==","nonce":"ZA==","num_compute_units":7,)"
        R"("plaintext_body_hash":"ZQ==","salt":"Zg==","stack_small_id":3,"stream":true})";
    CHECK(rewritten<ConfidentialComputeRequest>(whole) == whole);
    CHECK(from_json<ConfidentialComputeRequest>(whole).extra.empty());
}

TEST_CASE("an encrypted response may have usage with any of its counts") {
    const auto response = from_json<ConfidentialComputeResponse>(
        R"({"ciphertext":"YQ==","nonce":"Yg==","usage":{"total_tokens":9}})");
    CHECK(response.usage->total_tokens == 9);
    CHECK(response.usage->completion_tokens.is_absent());
    CHECK(response.response_hash.is_absent());
    CHECK(response.signature.is_absent());
}

}  // namespace confidential_tests
