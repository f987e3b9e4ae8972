// expected: specialise oaiwire::has_no_rules<T>
#include <oaiwire/api/validate.hpp>

struct subject {
    int a{};
};
#ifndef OAIWIRE_WRONG
template <>
inline constexpr bool oaiwire::has_no_rules<subject> = true;
#endif

bool fits(const subject& request) {
    return oaiwire::validate(request).empty();
}
