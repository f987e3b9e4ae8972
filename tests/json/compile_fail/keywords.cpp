// expected: oaiwire: pattern, format, min_length and max_length are keywords of strings
// expected: of_no_text
// expected: oaiwire: minimum, maximum, exclusive_minimum, exclusive_maximum and multiple_of are
// expected: of_no_number
// expected: oaiwire: min_items and max_items are keywords of std::vector
// expected: of_no_list
// expected: oaiwire: no value is within the bounds that the keywords give this member
// expected: of_no_value
// expected: oaiwire: multiple_of must be greater than 0
// expected: of_no_multiple
// expected: oaiwire: a bound must be a finite number
// expected: of_no_end
// expected: oaiwire: schema_keywords has keywords of this member twice
// expected: of_two
// expected: oaiwire: schema_keywords has keywords of a member of another struct
// expected: of_the_other
// expected: oaiwire: a struct itself has no keywords but description and title
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include <oaiwire/json/schema.hpp>

#ifdef OAIWIRE_WRONG
#define RIGHT_OR(type, wrong) wrong
#else
#define RIGHT_OR(type, wrong) type
#endif

using oaiwire::json::keywords;
using oaiwire::json::member;

struct other {
    int of_the_other{};
};

struct subject {
    RIGHT_OR(std::string, int) of_no_text{};
    RIGHT_OR(int, std::string) of_no_number{};
    RIGHT_OR(std::vector<int>, std::string) of_no_list{};
    int of_no_value{};
    int of_no_multiple{};
    double of_no_end{};
    int of_two{};
    static constexpr std::tuple schema_keywords{
        keywords{.minimum = RIGHT_OR({}, 1)},
        member(&subject::of_no_text, {.pattern = "x"}),
        member(&subject::of_no_number, {.minimum = 1}),
        member(&subject::of_no_list, {.max_items = 1}),
        member(&subject::of_no_value, {.minimum = RIGHT_OR(1, 2), .maximum = 1}),
        member(&subject::of_no_multiple, {.multiple_of = RIGHT_OR(1, 0)}),
        member(&subject::of_no_end,
               {.maximum = RIGHT_OR(1, std::numeric_limits<double>::infinity())}),
#ifdef OAIWIRE_WRONG
        member(&subject::of_two, {.maximum = 1}),
        member(&other::of_the_other, {.minimum = 1}),
#endif
        member(&subject::of_two, {.minimum = 1}),
    };
};

const oaiwire::raw_json& schema() {
    return oaiwire::json::schema<subject>();
}
