// pass_body: whole answers of an upstream.
#include <oaiwire/server/pass_body.hpp>

#include <string>

#include <support/catch.hpp>

namespace pass_body_tests {

using namespace oaiwire;

TEST_CASE("whole answers pass with another model, and their usage is read") {
    const std::string before =
        R"({ "id":"c", "model":"up", "x":[1.50], "choices":[{"index":0,"message":{"content":"hi"},)"
        R"("finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4,)"
        R"("total_tokens":7,"prompt_tokens_details":{"cached_tokens":1}}})";
    std::string body = before;
    const auto facts = pass_body(body, "mine");
    REQUIRE(facts);
    std::string expected = before;
    expected.replace(expected.find("\"up\""), 4, "\"mine\"");
    CHECK(body == expected);
    CHECK(facts->model == "up");
    CHECK(facts->usage.prompt == 3);
    CHECK(facts->usage.cached == 1);
    CHECK(facts->finish_reason() == "stop");

    std::string response = R"({"object":"response","status":"completed","output":[],"usage":)"
                           R"({"input_tokens":5,"output_tokens":6,"total_tokens":11}})";
    const auto of_response = pass_body(response, "mine");
    REQUIRE(of_response);
    CHECK(of_response->usage.completion == 6);
    CHECK(of_response->finish_reason() == "completed");
    CHECK(response.find("mine") == std::string::npos);

    std::string error = R"({"error":{"message":"no"}})";
    CHECK(pass_body(error, "mine").error().code == errc::api_error);
    std::string junk = "<html>";
    CHECK_FALSE(pass_body(junk, "mine"));
    CHECK(junk == "<html>");
}

}  // namespace pass_body_tests
