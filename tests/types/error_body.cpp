#include <oaiwire/types/error_body.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <variant>

#include <support/json_of.hpp>

namespace error_body_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;

TEST_CASE("an error is an object, a text or other JSON") {
    using error = std::variant<ErrorObject, std::string, raw_json>;
    CHECK(chooses<ErrorObject, error>(R"({"message":"no"})"));
    CHECK(chooses<ErrorObject, error>("{}"));
    CHECK(chooses<std::string, error>(R"("just text")"));
    CHECK(chooses<raw_json, error>(R"(["no"])"));
    CHECK(chooses<raw_json, error>("429"));
}

TEST_CASE("an error's code is a text, a number or other JSON; param may be null") {
    const auto body = from_json<ErrorBody>(
        R"({"error":{"message":"no","param":null,"code":"invalid_api_key"},"status":401})");
    const auto& object = std::get<ErrorObject>(*body.error);
    CHECK(std::get<std::string>(*object.code) == "invalid_api_key");
    CHECK(object.param.is_null());
    CHECK(object.type.is_absent());
    CHECK(body.status == 401);
    using code = std::variant<std::string, std::int64_t, raw_json>;
    CHECK(chooses<std::int64_t, code>("429"));
    CHECK(chooses<raw_json, code>(R"({"n":429})"));
}

TEST_CASE("an error over a WebSocket has header fields, whatever their kinds") {
    const auto error = from_json<ErrorObject>(R"({"message":"no","headers":{"retry-after":5}})");
    CHECK(error.headers->text() == R"({"retry-after":5})");
    CHECK(error.extra.empty());
}

}  // namespace error_body_tests
