// expected: a C array as a member has no JSON form; use std::array, or std::string for text
#include <array>
#include <string>

#include <oaiwire/json/write.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    char text[8]{};
#else
    std::array<char, 8> text{};
#endif
};

bool write(const subject& s, std::string& out) {
    return oaiwire::json::write(s, out).has_value();
}
