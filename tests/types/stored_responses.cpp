#include <oaiwire/types/stored_responses.hpp>
//
#include <support/catch.hpp>

using namespace oaiwire;

TEST_CASE("a response that is kept is known by its id") {
    CHECK(RetrieveResponseRequest{.response_id = "r"}.response_id.text() == "r");
    CHECK(DeleteResponseRequest{.response_id = "a"} != DeleteResponseRequest{.response_id = "b"});
    CHECK(CancelResponseRequest{.response_id = "r"} == CancelResponseRequest{.response_id = "r"});
    CHECK(DeleteResponseResponse{.deleted = true}.deleted == true);
}
