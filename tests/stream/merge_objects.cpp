#include <oaiwire/stream/merge_objects.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

namespace merge_objects_tests {

using namespace oaiwire;

namespace {

struct inner {
    field<std::string> name{};
    field<std::int64_t> count{};
    extra_members extra{};
};
struct outer {
    field<std::string> name{};
    field<inner> one{};
    field<std::vector<inner>> many{};
    extra_members extra{};
};
struct other {
    field<std::string> name{};
    field<bool> one{};
    field<double> more{};
    extra_members extra{};
};

std::string merged(const char* earlier, const char* later) {
    auto to = json::read<outer>(earlier).value();
    detail::extra_join join;
    detail::merge_struct(to, json::read<outer>(later).value(), join);
    return json::write(to).value();
}

}  // namespace

TEST_CASE("members that a later state omits are kept, in nested objects too") {
    CHECK(merged(R"({"name":"a","one":{"name":"b","count":1,"x":1},"y":1})",
                 R"({"name":"","one":{"count":2,"z":1}})") ==
          R"({"name":"a","one":{"name":"b","count":2,"x":1,"z":1},"y":1})");
    CHECK(merged(R"({"name":"a","one":null})", R"({"name":null,"one":{"count":1}})") ==
          R"({"name":"a","one":{"count":1}})");
}

TEST_CASE("list elements are merged one by one, unless the later list differs") {
    CHECK(merged(R"({"many":[{"name":"a","x":1}]})",
                 R"({"many":[{"name":"a","count":1},{"name":"b"}]})") ==
          R"({"many":[{"name":"a","count":1,"x":1},{"name":"b"}]})");
    CHECK(merged(R"({"many":[{"name":"a","x":1}]})", R"({"many":[{"name":"b"}]})") ==
          R"({"many":[{"name":"b"}]})");
    CHECK(merged(R"({"many":[{"name":"a"}]})", R"({"many":[]})") == R"({"many":[{"name":"a"}]})");
}

TEST_CASE(
    "from an object of another type, members of the same name and type are taken, others are kept "
    "as unknown") {
    detail::extra_join join;
    auto to = json::read<outer>(R"({"x":1})").value();
    const auto from =
        json::read<other>(R"({"name":"a","one":true,"more":1.5,"many":[{"count":1}],"y":2})")
            .value();
    detail::merge_named(to, from, join);
    CHECK(json::write(to).value() == R"({"name":"a","x":1})");
    detail::merge_rest(to, from.extra, join);
    CHECK(json::write(to).value() == R"({"name":"a","many":[{"count":1}],"x":1,"y":2})");
    // an unknown member that does not fit the type is kept
    extra_members wrong;
    REQUIRE(wrong.set("many", true) == errc::ok);
    detail::merge_rest(to, wrong, join);
    CHECK(to.many->size() == 1);
}

TEST_CASE("raw objects of the same type are merged; other values are replaced") {
    detail::extra_join join;
    const auto raw = [&](const char* earlier, const char* later) {
        raw_json to = raw_json::parse(earlier).value();
        detail::merge_raw(to, raw_json::parse(later).value(), join);
        return std::string(to.text());
    };
    CHECK(raw(R"({"type":"a", "x":1,"y":2})", R"({"type":"a","y":3})") ==
          R"({"type":"a","x":1,"y":3})");
    CHECK(raw(R"({"type":"a","x":1})", R"({"type":"b"})") == R"({"type":"b"})");
    CHECK(raw("[1]", "{}") == "{}");
}

}  // namespace merge_objects_tests
