// expected: only structs can be reflected
#include <oaiwire/reflect/members.hpp>

#ifdef OAIWIRE_WRONG
using subject = int;
#else
struct subject {
    int a{};
};
#endif

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
