#include <oaiwire/types/models.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace models_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("a model is written with the members with which it was read") {
    const char* const text =
        R"({"object":"list","data":[{"id":"a"},)"
        R"({"id":"b","object":"model","created":null,"owned_by":"o","context_length":4096}]})";
    const auto list = from_json<ModelList>(text);
    REQUIRE(list.data.size() == 2);
    CHECK(list.data[0].created.is_absent());
    CHECK(list.data[1].created.is_null());
    CHECK(list.data[1].extra.find("context_length") == "4096");
    CHECK(json_of(list) == text);
}

}  // namespace models_tests
