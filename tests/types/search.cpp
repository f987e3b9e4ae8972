#include <oaiwire/types/search.hpp>
//
#include <support/catch.hpp>

namespace search_tests {

using namespace oaiwire;

TEST_CASE("engine-specific parameters are added to the query") {
    SearchRequest request{.engine = SearchEngine::tavily, .extra = {.query = "q"}};
    request.extra.extra.set("max_results", 10);
    CHECK(request.extra.extra.find("max_results") == "10");
    CHECK(request.others.empty());
    CHECK(SearchResponse{.engine = SearchEngine::google}.result.is_absent());
}

}  // namespace search_tests
