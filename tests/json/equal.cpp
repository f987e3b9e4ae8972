#include <oaiwire/json/equal.hpp>
//
#include <support/catch.hpp>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/enums.hpp>

using namespace oaiwire;

namespace equal_tests {

struct all {
    bool flag{};
    std::int8_t small{};
    double real{};
    std::string text{};
    field<open_enum<Role>> role{};
    field<std::vector<std::int64_t>> list{};
    std::vector<bool> flags{};
    string_map<float> map{};
    std::map<std::string, int> sorted{};
    std::optional<std::string> maybe{};
    field<std::variant<std::string, std::vector<std::string>, raw_json>> any{};
    extra_members extra{};
    friend bool operator==(const all&, const all&) = default;
};

const std::vector<std::string> texts{
    R"({"flag":true})",
    R"({"small":-3})",
    R"({"real":0.5})",
    R"({"text":"a"})",
    R"({"role":"user"})",
    R"({"role":"narrator"})",
    R"({"role":null})",
    R"({"list":[]})",
    R"({"list":[1,2]})",
    R"({"list":[1,3]})",
    R"({"flags":[true,false]})",
    R"({"flags":[true]})",
    R"({"map":{"a":1,"b":2}})",
    R"({"map":{"b":2,"a":1}})",
    R"({"map":{"a":1,"b":3}})",
    R"({"sorted":{"a":1,"b":2}})",
    R"({"sorted":{"a":1}})",
    R"({"maybe":""})",
    R"({"any":"x"})",
    R"({"any":["x"]})",
    R"({"any":{"x":1}})",
    R"({"unknown":1})",
    R"({})",
};

}  // namespace equal_tests

TEST_CASE("comparison by description agrees with operator==") {
    using equal_tests::all;
    for (const auto& a : equal_tests::texts) {
        for (const auto& b : equal_tests::texts) {
            const auto x = json::read<all>(a, json::tolerant).value();
            const auto y = json::read<all>(b, json::tolerant).value();
            INFO(a << " and " << b);
            CHECK(json::detail::equal_values(&x, &y, json::detail::described<all>()) == (x == y));
        }
    }
}
