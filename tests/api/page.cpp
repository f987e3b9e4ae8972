#include <oaiwire/api/operations/page.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/types/basics.hpp>

namespace page_tests {

using namespace oaiwire;

namespace {

struct listing {
    field<std::string> after{};
    field<std::int64_t> limit{};
    field<std::string> order{};
};

std::string target(const listing& request) {
    std::string out = "/items";
    detail::append_page(out, request);
    return out;
}

}  // namespace

TEST_CASE("page parameters are sent if set, in a fixed order, encoded") {
    CHECK(target({}) == "/items");
    CHECK(target({.limit = 20}) == "/items?limit=20");
    CHECK(target({.after = "a b&c", .limit = 2, .order = "asc"}) ==
          "/items?after=a%20b%26c&limit=2&order=asc");
}

}  // namespace page_tests
