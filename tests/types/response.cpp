#include <oaiwire/types/response.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

#include <support/json_of.hpp>

namespace response_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a response without members is read as absent members and empty output") {
    const auto response = from_json<Response>("{}");
    CHECK(response == Response{});
    CHECK(response.status.is_absent());
    CHECK(json_of(response) == R"({"output":[]})");
}

TEST_CASE("a response's null members are null and its unknown members are kept") {
    const char* const text =
        R"({"id":"resp_1","status":"incomplete","error":null,)"
        R"("incomplete_details":{"reason":"max_output_tokens"},"instructions":null,"output":[],)"
        R"("usage":null,"later":{"a":1}})";
    const auto response = from_json<Response>(text);
    CHECK(response.status == ResponseStatus::incomplete);
    CHECK(response.error.is_null());
    CHECK(response.usage.is_null());
    CHECK(response.extra.find("later") == R"({"a":1})");
    CHECK(json_of(response) == text);
}

TEST_CASE("a response's error is an object, a text or other JSON") {
    using error = std::variant<ResponseError, std::string, raw_json>;
    CHECK(chooses<ResponseError, error>(R"({"message":"no","code":"server_error"})"));
    CHECK(chooses<std::string, error>(R"("no")"));
    CHECK(chooses<raw_json, error>("false"));
}

TEST_CASE("usage of a response counts input and output tokens, with or without details") {
    const auto usage = from_json<ResponseUsage>(
        R"({"input_tokens":3,"input_tokens_details":{"cached_tokens":1},"output_tokens":4,)"
        R"("output_tokens_details":{"reasoning_tokens":2},"total_tokens":7})");
    CHECK(usage.input_tokens_details->cached_tokens == 1);
    CHECK(usage.output_tokens_details->reasoning_tokens == 2);
    CHECK(usage.output_tokens_details->audio_tokens.is_absent());
    CHECK(usage.extra.empty());
}

TEST_CASE("times of a response may be fractions") {
    CHECK(from_json<Response>(R"({"created_at":1741476542.5})").created_at == 1741476542.5);
    CHECK(json_of(Response{.created_at = 1741476542}) ==
          R"({"created_at":1741476542,"output":[]})");
}

}  // namespace response_tests
