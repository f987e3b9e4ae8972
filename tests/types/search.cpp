#include <oaiwire/types/search.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace search_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("engine-specific parameters are written beside the query") {
    SearchRequest request{.engine = SearchEngine::tavily, .extra = {.query = "q"}};
    CHECK(request.extra.extra.set("max_results", 10) == errc::ok);
    CHECK(request.others.set("later", true) == errc::ok);
    CHECK(json_of(request) ==
          R"({"engine":"tavily","extra":{"query":"q","max_results":10},"later":true})");
    CHECK(from_json<SearchRequest>(json_of(request)) == request);
    CHECK(json_of(SearchRequest{.extra = {.query = "q"}}) == R"({"extra":{"query":"q"}})");
}

TEST_CASE("a search result is kept verbatim") {
    const auto response =
        from_json<SearchResponse>(R"({"engine":"bing","result":{ "items" : [1.0] }})");
    CHECK(response.engine->known() == SearchEngine::unknown);
    CHECK(response.result->text() == R"({ "items" : [1.0] })");
}

}  // namespace search_tests
