#include <oaiwire/body/payload.hpp>

#include <support/catch.hpp>

namespace payload_tests {

using namespace oaiwire;

TEST_CASE("a payload's text is without white space, BOM and a doubled prefix") {
    CHECK(payload_text("") == "");
    CHECK(payload_text(" \t\r\n") == "");
    CHECK(payload_text(" {} \r") == "{}");
    CHECK(payload_text("data: {}") == "{}");
    CHECK(payload_text("data:") == "");
    CHECK(payload_text("data: data: {}") == "data: {}");
    CHECK(payload_text("\xEF\xBB\xBF {}") == "{}");
}

TEST_CASE("the first of several JSON texts is found; a single one has none") {
    CHECK(first_of_several("") == 0);
    CHECK(first_of_several("{}") == 0);
    CHECK(first_of_several("{} ") == 0);
    CHECK(first_of_several("{}x") == 0);
    CHECK(first_of_several("{]{}") == 0);
    CHECK(first_of_several("\"a\"{}") == 0);
    CHECK(first_of_several("{}{}") == 2);
    CHECK(first_of_several("{\"a\":\"}{\"}\n{") == 10);
    CHECK(first_of_several("{}\n[DONE]") == 2);
    CHECK(first_of_several("[DONE]") == 0);
    CHECK(first_of_several("[DONE]\n[DONE]") == 6);
    CHECK(first_of_several("{}\n\ndata: [DONE]") == 2);
}

}  // namespace payload_tests
