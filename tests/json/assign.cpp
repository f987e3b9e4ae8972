#include <oaiwire/json/assign.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/enums.hpp>

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace assign_tests {

enum class color : std::uint16_t { unknown, red, blue };
constexpr std::array<std::string_view, 2> enumerator_names(color) {
    return {"red", "blue"};
}

struct inner {
    std::int32_t number = 7;
    std::string text = "as it was made";
    extra_members extra{};
    friend bool operator==(const inner&, const inner&) = default;
};
struct outer {
    color plain{};
    inner one{};
    field<std::vector<inner>> many{};
    std::map<std::string, inner> named{};
    string_map<std::vector<bool>> flags{};
    std::optional<double> maybe{};
    std::variant<std::int64_t, inner> either{};
    friend bool operator==(const outer&, const outer&) = default;
};

const std::vector<std::string> texts{
    R"({"plain":"blue","one":{"number":1,"text":"x","u":1}})",
    R"({"many":[{"number":1},{"text":"y"}],"named":{"a":{"number":3}}})",
    R"({"many":null,"flags":{"a":[true,false],"b":[]},"maybe":0.5,"either":{"number":9}})",
    R"({"either":4,"many":[]})",
    R"({})",
};

}  // namespace assign_tests

using namespace assign_tests;

TEST_CASE("a value assigned by its description is equal, whatever the target held") {
    for (const auto& a : texts) {
        for (const auto& b : texts) {
            auto to = json::read<outer>(a, json::tolerant).value();
            const auto from = json::read<outer>(b, json::tolerant).value();
            assign_value(&to, &from, described<outer>());
            INFO(b << " over " << a);
            CHECK(to == from);
        }
    }
}

TEST_CASE("members without a JSON form get the values of the struct's initialisers") {
    inner value{.number = 1, .text = "another"};
    reset_unseen(&value, described<inner>().object(), 0b001);
    CHECK(value.number == 1);
    CHECK(value.text == "as it was made");
}

TEST_CASE("a cleared value is empty, a cleared object is as constructed") {
    auto value = json::read<outer>(texts[0], json::tolerant).value();
    clear_value(&value, described<outer>());
    CHECK(value == outer{});
}

TEST_CASE("an enumerator of any underlying type is set from and converted to its text") {
    color c{};
    CHECK(assign_enumerator(&c, described<color>(), "blue"));
    CHECK(c == color::blue);
    CHECK(enumerator_text(&c, described<color>()) == "blue");
    CHECK_FALSE(assign_enumerator(&c, described<color>(), "green"));
    CHECK(c == color::unknown);
    CHECK(enumerator_text(&c, described<color>()) == "");
}
