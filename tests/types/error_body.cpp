#include <oaiwire/types/error_body.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <variant>

namespace error_body_tests {

using namespace oaiwire;

TEST_CASE("an error is an object, a text or other JSON; its code is a text or a number") {
    ErrorBody body{.error = ErrorObject{.message = "no", .code = "invalid_api_key"}};
    const auto& object = std::get<ErrorObject>(*body.error);
    CHECK(object.message == "no");
    CHECK(std::get<std::string>(*object.code) == "invalid_api_key");
    CHECK(object.param.is_absent());
    CHECK(body.status.is_absent());
    body.error = std::string("just text");
    CHECK(std::get<std::string>(*body.error) == "just text");
    const ErrorObject numbered{.code = std::int64_t{429}};
    CHECK(std::get<std::int64_t>(*numbered.code) == 429);
}

}  // namespace error_body_tests
