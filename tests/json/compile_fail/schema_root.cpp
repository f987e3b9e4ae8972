// expected: oaiwire: OpenAI's strict schemas describe an object
// expected: oaiwire: OpenAI's strict schemas have at most 10 levels of objects
#include <vector>

#include <oaiwire/json/schema.hpp>

#ifdef OAIWIRE_WRONG
#define RIGHT_OR(type, wrong) wrong
#else
#define RIGHT_OR(type, wrong) type
#endif

struct subject {
    int a{};
};

template <int Level>
struct nested {
    nested<Level + 1> next{};
};
template <>
struct nested<10> {
    RIGHT_OR(int, subject) value{};
};

const oaiwire::raw_json& list() {
    return oaiwire::json::schema<RIGHT_OR(subject, std::vector<subject>)>();
}
const oaiwire::raw_json& deep() {
    return oaiwire::json::schema<nested<1>>();
}
