#include <oaiwire/types/response.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

namespace response_tests {

using namespace oaiwire;

TEST_CASE("members of a default-constructed response are absent") {
    const Response response;
    CHECK(response.status.is_absent());
    CHECK(response.usage.is_absent());
    CHECK(response.output.empty());
}

TEST_CASE("an error is an object, a text or other JSON") {
    Response response{.error = ResponseError{.message = "no", .code = "server_error"}};
    CHECK(std::get<ResponseError>(*response.error).message == "no");
    response.error = "no";
    CHECK(std::get<std::string>(*response.error) == "no");
    response.error = null;
    CHECK(response.error.is_null());
}

TEST_CASE("usage counts input and output tokens") {
    const ResponseUsage usage{
        .input_tokens = 3,
        .output_tokens = 4,
        .output_tokens_details = CompletionTokensDetails{.reasoning_tokens = 2},
        .total_tokens = 7};
    CHECK(usage.input_tokens_details.is_absent());
    CHECK(usage.output_tokens_details->reasoning_tokens == 2);
}

}  // namespace response_tests
