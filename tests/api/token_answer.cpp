#include <oaiwire/api/token_answer.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace token_answer_tests {

using namespace oaiwire;

TEST_CASE("token_answer: a token and its lifetime, which may be a text") {
    const auto entra = read_access_token(
        R"({"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"eyJ0"})");
    REQUIRE(entra);
    CHECK(entra->token.reveal() == "eyJ0");
    CHECK(entra->expires_in_ms == 3'599'000);
    const auto metadata =
        read_access_token(R"({"access_token":"a","client_id":"","expires_in":"86400"})");
    REQUIRE(metadata);
    CHECK(metadata->expires_in_ms == 86'400'000);
    CHECK(read_access_token(R"({"access_token":"a"})")->expires_in_ms == 0);
    CHECK(read_access_token(R"({"access_token":"a","expires_in":null})")->expires_in_ms == 0);
    CHECK(read_access_token(R"({"access_token":"a","expires_in":0})")->expires_in_ms == 1);
    CHECK(read_access_token(R"({"access_token":"a","expires_in":-5})")->expires_in_ms == 1);
    CHECK(read_access_token(R"({"access_token":"a","expires_in":9223372036854775807})")
              ->expires_in_ms > 9'000'000'000'000'000);
}

TEST_CASE("token_answer: errors of the server, and what is no answer at all") {
    const auto refused = read_access_token(
        R"({"error":"invalid_client","error_description":"AADSTS7000215: wrong","error_codes":[1]})");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::api_error);
    CHECK(refused.error().api.code == "invalid_client");
    CHECK(refused.error().message == "AADSTS7000215: wrong");
    CHECK(read_access_token(R"({"error":"invalid_grant"})").error().message == "invalid_grant");
    const auto code = [](std::string_view body) { return read_access_token(body).error().code; };
    CHECK(code("{}") == errc::missing_member);
    CHECK(code(R"({"access_token":""})") == errc::missing_member);
    CHECK(code(R"({"access_token":"a")") == errc::unexpected_end);
    CHECK(code("") == errc::unexpected_end);
    CHECK(code("<html>") != errc::ok);
}

TEST_CASE("token_answer: no error contains the token") {
    const std::string whole = R"({"access_token":"sk-canary","expires_in":3599})";
    for (std::size_t i = 0; i != whole.size(); ++i) {
        const auto read = read_access_token(std::string_view(whole).substr(0, i));
        REQUIRE_FALSE(read);
        CHECK(to_string(read.error()).find("canary") == std::string::npos);
    }
    const auto wrong = read_access_token(R"({"access_token":["sk-canary"]})");
    if (!wrong) CHECK(to_string(wrong.error()).find("canary") == std::string::npos);
}

}  // namespace token_answer_tests
