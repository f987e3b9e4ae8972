#include <oaiwire/api/endpoint.hpp>

#include <support/catch.hpp>

namespace endpoint_tests {

using namespace oaiwire;

TEST_CASE("the default endpoint is OpenAI's, without a key and without cleartext") {
    const endpoint e;
    CHECK(e.base_url == "https://api.openai.com/v1");
    CHECK(e.api_key.empty());
    CHECK_FALSE(e.allow_cleartext);
    CHECK(e.headers.empty());
}

TEST_CASE("an endpoint can be written with designated initialisers") {
    const endpoint e{.base_url = "http://localhost:8080/v1", .api_key = secret{"k"}};
    CHECK(e.api_key.reveal() == "k");
    CHECK(e.organization.empty());
}

}  // namespace endpoint_tests
