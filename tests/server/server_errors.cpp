#include <oaiwire/server/server_errors.hpp>

#include <string>

#include <oaiwire/body/error_payload.hpp>
#include <support/catch.hpp>

namespace server_errors_tests {

using namespace oaiwire;

TEST_CASE("each named error has the status by which SDKs select their exception class") {
    struct row {
        server_error answered{};
        api_error_class class_of{};
        int status = 0;
    };
    const row rows[] = {
        {server_errors::bad_request("no"), api_error_class::bad_request, 400},
        {server_errors::missing_api_key(), api_error_class::authentication, 401},
        {server_errors::invalid_api_key(), api_error_class::authentication, 401},
        {server_errors::permission_denied("no"), api_error_class::permission_denied, 403},
        {server_errors::not_found("m"), api_error_class::not_found, 404},
        {server_errors::no_such("Response", "resp_1"), api_error_class::not_found, 404},
        {server_errors::unknown_path("GET", "/v1/x"), api_error_class::not_found, 404},
        {server_errors::wrong_method("GET", "/v1/x", "POST"), api_error_class::other, 405},
        {server_errors::conflict("no"), api_error_class::conflict, 409},
        {server_errors::too_large("no"), api_error_class::other, 413},
        {server_errors::wrong_media_type("text/plain", "application/json"), api_error_class::other,
         415},
        {server_errors::unprocessable("no"), api_error_class::unprocessable_entity, 422},
        {server_errors::rate_limited(2000), api_error_class::rate_limit, 429},
        {server_errors::out_of_quota(), api_error_class::rate_limit, 429},
        {server_errors::internal(), api_error_class::internal_server, 500},
        {server_errors::overloaded(), api_error_class::service_unavailable, 503},
    };
    for (const auto& r : rows) {
        INFO(r.status);
        CHECK(r.answered.status == r.status);
        std::string body;
        REQUIRE(write_error(r.answered, body));
        const auto back = error_of_body(body, r.answered.status);
        CHECK(back.api.error_class == r.class_of);
        CHECK(back.message == r.answered.message);
        CHECK(back.api.type == r.answered.type);
        CHECK(back.api.code == r.answered.code);
        CHECK(back.api.param == r.answered.param);
    }
}

TEST_CASE("named errors bring the fields that HTTP asks for") {
    CHECK(server_errors::wrong_method("PUT", "/v1/x", "GET, POST").headers.value("Allow") ==
          "GET, POST");
    CHECK(server_errors::missing_api_key().headers.value("WWW-Authenticate") == "Bearer");
    CHECK(server_errors::rate_limited(1).headers.value("Retry-After") == "1");
    CHECK(server_errors::rate_limited(2000).headers.value("Retry-After") == "2");
    CHECK(server_errors::rate_limited(2000).headers.value("retry-after-ms") == "2000");
    CHECK(server_errors::overloaded(500).headers.value("Retry-After") == "1");
    CHECK(server_errors::overloaded().headers.empty());
}

TEST_CASE("an exhausted account is told apart from a rate limit") {
    std::string body;
    REQUIRE(write_error(server_errors::out_of_quota(), body));
    CHECK(is_quota_exhausted(error_of_body(body, 429)));
    REQUIRE(write_error(server_errors::rate_limited(), body));
    CHECK_FALSE(is_quota_exhausted(error_of_body(body, 429)));
}

}  // namespace server_errors_tests
