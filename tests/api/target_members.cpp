#include <oaiwire/api/target_members.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/models.hpp>
#include <oaiwire/types/basics.hpp>

namespace target_members_tests {

using namespace oaiwire;

namespace {

enum class Order : std::uint8_t { unknown, asc, desc };
constexpr std::array<std::string_view, 2> enumerator_names(Order) {
    return {"asc", "desc"};
}
struct Filter {
    field<std::string> status{};
    extra_members extra{};
};
struct ListParts {
    path_parameter store_id{};
    path_parameter file_id{};
    field<std::int64_t> limit{};
    field<bool> deep{};
    field<open_enum<Order>> order{};
    field<std::vector<std::string>> include{};
    field<Filter> filter{};
    field<std::string> after{};
    extra_members extra{};
};
struct AddPart {
    path_parameter store_id{};
    field<std::vector<std::string>> include{};
    field<std::string> text{};
    extra_members extra{};
};
struct Found {
    extra_members extra{};
};

std::vector<violation> validate(const ListParts&) {
    return {};
}
std::vector<violation> validate(const AddPart&) {
    return {};
}

const endpoint where{.base_url = "http://localhost/v1"};

}  // namespace

}  // namespace target_members_tests

template <>
struct oaiwire::operation_of<target_members_tests::ListParts>
    : get_operation<target_members_tests::Found> {
    static constexpr std::string_view path = "/stores/{store_id}/files/{file_id}/parts";
};
template <>
struct oaiwire::operation_of<target_members_tests::AddPart>
    : post_operation<target_members_tests::Found> {
    static constexpr std::string_view path = "/stores/{store_id}";
    static constexpr std::array<std::string_view, 1> in_query{"include"};
};

namespace target_members_tests {

TEST_CASE("target_members: members become segments of the path and fields of the query") {
    ListParts r{.store_id = "a/b", .file_id = "c", .limit = 5, .deep = true};
    r.order = Order::desc;
    r.include = {"x", "y z"};
    r.filter = Filter{.status = "in progress"};
    r.extra.set("new", 1);
    const auto built = build_request(r, where, false);
    REQUIRE(built);
    CHECK(built->method == "GET");
    CHECK(built->body.empty());
    CHECK(built->target ==
          "/v1/stores/a%2Fb/files/c/parts?limit=5&deep=true&order=desc&include%5B%5D=x"
          "&include%5B%5D=y%20z&filter%5Bstatus%5D=in%20progress&new=1");
}

TEST_CASE("target_members: members that are absent or null are not sent") {
    ListParts r{.store_id = "a", .file_id = "c"};
    r.after = null;
    const auto built = build_request(r, where, false);
    REQUIRE(built);
    CHECK(built->target == "/v1/stores/a/files/c/parts");
}

TEST_CASE("target_members: an empty parameter of the path is an error with its name") {
    for (const char* const bad : {"", ".", ".."}) {
        const auto built = build_request(ListParts{.store_id = "a", .file_id = bad}, where, false);
        REQUIRE(!built);
        CHECK(built.error().code == errc::invalid_argument);
        CHECK(built.error().path == "file_id");
    }
}

TEST_CASE("target_members: with a body only the members named in in_query are in the query") {
    AddPart r{.store_id = "s", .text = "t"};
    r.include = {"x"};
    const auto built = build_request(r, where, false);
    REQUIRE(built);
    CHECK(built->target == "/v1/stores/s?include%5B%5D=x");
    CHECK(built->body == R"({"text":"t"})");
}

TEST_CASE("target_members: the parameters of a path are compared with the members in order") {
    using detail::has_parameters_of;
    STATIC_REQUIRE(has_parameters_of<ListParts>("/a/{store_id}/{file_id}"));
    STATIC_REQUIRE_FALSE(has_parameters_of<ListParts>("/a/{file_id}/{store_id}"));
    STATIC_REQUIRE_FALSE(has_parameters_of<ListParts>("/a/{store_id}"));
    STATIC_REQUIRE_FALSE(has_parameters_of<AddPart>("/a/{store_id}/{file_id}"));
}

}  // namespace target_members_tests
