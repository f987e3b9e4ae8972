#include <oaiwire/types/models.hpp>
//
#include <support/catch.hpp>

namespace models_tests {

using namespace oaiwire;

TEST_CASE("a model needs an id only") {
    const Model model{.id = "gpt-4o-mini"};
    CHECK(model.id == "gpt-4o-mini");
    CHECK(model.created.is_absent());
    CHECK(ModelList{.data = {model}}.data.front() == model);
    CHECK(RetrieveModelRequest{.model = "m"}.model == "m");
}

}  // namespace models_tests
