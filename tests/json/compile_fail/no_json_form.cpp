// expected: no JSON form is known for this type
#include <string>

#include <oaiwire/json/read.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    int* a{};
#else
    int a{};
#endif
};

bool read(const std::string& text, subject& s) {
    return oaiwire::json::read_into(text, s).has_value();
}
