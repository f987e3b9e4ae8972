// expected: oaiwire: OpenAI's strict schemas have no maps
// expected: limits_by_city
// expected: oaiwire: OpenAI's strict schemas have no member that takes any value
// expected: anything_at_all
// expected: labels_within
// expected: oaiwire: OpenAI's strict schemas have no min_length and max_length
// expected: of_some_length
// expected: oaiwire: the formats of OpenAI's strict schemas are date-time
// expected: of_some_format
// expected: oaiwire: a schema has no form for FileContent
// expected: attached_file
// expected: oaiwire: reading would take some values of one alternative of this variant
// expected: point_or_person
// expected: oaiwire: a schema has no form for an enumeration without names
// expected: of_no_names
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include <oaiwire/json/schema.hpp>

#ifdef OAIWIRE_WRONG
#define RIGHT_OR(type, wrong) wrong
#else
#define RIGHT_OR(type, wrong) type
#endif

using by_city = std::map<std::string, int>;

struct nested {
    oaiwire::RIGHT_OR(field<double>, string_map<int>) labels_within{};
};

struct subject {
    RIGHT_OR(std::string, by_city) limits_by_city{};
    oaiwire::field<RIGHT_OR(double, oaiwire::raw_json)> anything_at_all{};
    std::vector<nested> all{};
    std::string of_some_length{};
    std::string of_some_format{};
    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&subject::of_some_length, {.max_length = RIGHT_OR({}, 1)}),
        oaiwire::json::member(&subject::of_some_format, {.format = RIGHT_OR("date", "iri")}),
    };
};

struct point {
    int x{};
};
struct person {
    std::string name{};
};
enum class nameless { unknown };
constexpr std::array<std::string_view, 0> enumerator_names(nameless) {
    return {};
}
using one_or_other = std::variant<point, person>;

struct message {
    RIGHT_OR(std::string, oaiwire::FileContent) attached_file{};
    RIGHT_OR(point, one_or_other) point_or_person{};
    RIGHT_OR(int, nameless) of_no_names{};
};

const oaiwire::raw_json& schema() {
    return oaiwire::json::schema<subject>();
}
const oaiwire::raw_json& loose() {
    return oaiwire::json::loose_schema<message>();
}
