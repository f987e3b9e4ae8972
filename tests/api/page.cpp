#include <oaiwire/api/operations/page.hpp>
#include <oaiwire/api/page.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <oaiwire/api/download.hpp>
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

struct item {
    field<std::string> id{};
};
// Pages as the API has them, of which some lack the last id, or `has_more`.
struct by_last_id {
    std::vector<item> data{};
    field<std::string> last_id{};
    field<bool> has_more{};
};
struct by_entry {
    std::vector<item> data{};
    field<bool> has_more{};
};
struct by_next {
    std::vector<item> data{};
    field<std::string> next{};
    field<bool> has_more{};
};
struct by_next_page {
    std::vector<int> data{};
    field<std::string> next_page{};
};
struct single {
    std::vector<int> data{};
};
template <class Page>
struct list_items {
    field<std::string> after{};
};
struct list_by_page {
    field<std::string> page{};
};
struct download {};

// The cursor of the second page; "none" if there is no second page.
template <class Page>
std::string second(const Page& first) {
    page_cursor pages(list_items<Page>{});
    REQUIRE(pages.request() != nullptr);
    CHECK_FALSE(pages.request()->after);
    REQUIRE(pages.take(first));
    return pages.request() ? *pages.request()->after : "none";
}

}  // namespace
}  // namespace page_tests

namespace oaiwire {

template <class Page>
struct operation_of<page_tests::list_items<Page>> : list_operation<Page> {
    static constexpr std::string_view id = "listItems";
    static constexpr std::string_view path = "/items";
};
template <>
struct operation_of<page_tests::list_by_page> : list_operation<page_tests::by_next_page> {};
template <>
struct operation_of<page_tests::download> : download_operation<> {};

}  // namespace oaiwire

namespace page_tests {

static_assert(oaiwire::listing<list_by_page>);
static_assert(!oaiwire::listing<download>);  // its `data` are bytes

TEST_CASE("the next page is behind the last id, or the last entry's, while there is more") {
    const std::vector<item> data{{.id = "a"}, {.id = "b"}};
    CHECK(second(by_last_id{data, "c", true}) == "c");
    CHECK(second(by_last_id{data, {}, true}) == "b");
    CHECK(second(by_last_id{data, "", true}) == "b");
    CHECK(second(by_last_id{data, "c", false}) == "none");
    CHECK(second(by_last_id{data, "c", {}}) == "none");
    CHECK(second(by_last_id{data, "c", null}) == "none");
    CHECK(second(by_last_id{{}, "c", true}) == "none");
    CHECK(second(by_last_id{{{}}, {}, true}) == "none");
    CHECK(second(by_entry{data, true}) == "b");
    CHECK(second(by_entry{data, false}) == "none");
}

TEST_CASE("a page that names the next one is followed by it, unless there is no more") {
    CHECK(second(by_next{{}, "n", {}}) == "n");
    CHECK(second(by_next{{}, "n", true}) == "n");
    CHECK(second(by_next{{}, "n", false}) == "none");
    CHECK(second(by_next{{}, null, true}) == "none");
    CHECK(second(single{{1, 2}}) == "none");

    page_cursor pages(list_by_page{});
    REQUIRE(pages.take({.data = {1}, .next_page = "p2"}));
    REQUIRE(pages.request() != nullptr);
    CHECK(pages.request()->page == "p2");
}

TEST_CASE("a page that names itself as the next one is an error and ends the list") {
    page_cursor pages(list_items<by_entry>{});
    REQUIRE(pages.take({.data = {{.id = "a"}}, .has_more = true}));
    const auto again = pages.take({.data = {{.id = "a"}}, .has_more = true});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == errc::unrecognised_payload);
    CHECK(pages.request() == nullptr);
}

TEST_CASE("pages that lead back to an earlier one are an error after few more") {
    for (int before = 0; before != 20; ++before) {
        for (int circle = 2; circle != 20; ++circle) {
            page_cursor pages(list_by_page{});
            int at = 0;
            int taken = 0;
            bool more = true;
            for (; more && taken != 1000; ++taken) {
                more = pages.take({.data = {1}, .next_page = std::to_string(at)}).has_value();
                at = at + 1 == before + circle ? before : at + 1;
            }
            CHECK_FALSE(more);
            CHECK(pages.request() == nullptr);
            CHECK(taken > before + circle);
            CHECK(taken <= 3 * (before + circle) + 2);
        }
    }
    page_cursor pages(list_by_page{});
    bool fine = true;
    for (int i = 0; i != 1000; ++i) {
        fine = fine && pages.take({.data = {1}, .next_page = std::to_string(i)});
    }
    CHECK(fine);
}

TEST_CASE("page parameters are sent if set, in a fixed order, encoded") {
    CHECK(target({}) == "/items");
    CHECK(target({.limit = 20}) == "/items?limit=20");
    CHECK(target({.after = "a b&c", .limit = 2, .order = "asc"}) ==
          "/items?after=a%20b%26c&limit=2&order=asc");
}

}  // namespace page_tests
