// expected: oaiwire: no JSON form is known for the type of this member
// expected: where_it_points
#include <string>
#include <tuple>

#include <oaiwire/json/schema.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    int* where_it_points{};
#else
    int where_it_points{};
#endif
};

const oaiwire::raw_json& schema() {
    return oaiwire::json::schema<subject>();
}
