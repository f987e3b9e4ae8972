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

}  // namespace endpoint_tests
