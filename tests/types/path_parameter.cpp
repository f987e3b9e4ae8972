#include <oaiwire/types/path_parameter.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/types/extra_members.hpp>
#include <support/json_of.hpp>

namespace path_parameter_tests {

using namespace oaiwire;

namespace {

struct rename_request {
    path_parameter id{};
    field<std::string> name{};
    extra_members extra{};
};

}  // namespace

TEST_CASE("a path parameter is constructed from any string type") {
    const path_parameter literal = "a/b";
    CHECK(literal == path_parameter(std::string("a/b")));
    CHECK(literal != path_parameter("a%2Fb"));
    CHECK(std::string_view(literal) == "a/b");
    CHECK(path_parameter().empty());
    CHECK_FALSE(literal.empty());
}

TEST_CASE("a path parameter is not written to JSON, and reading leaves it unchanged") {
    rename_request request{.id = "a", .name = "n"};
    CHECK(support::json_of(request) == R"({"name":"n"})");
    REQUIRE(json::read_into(R"({"name":"m","id":"b"})", request));
    CHECK(request.id == "a");
    CHECK(request.extra.find("id") == R"("b")");
    CHECK(support::json_of(request) == R"({"name":"m","id":"b"})");
}

}  // namespace path_parameter_tests
