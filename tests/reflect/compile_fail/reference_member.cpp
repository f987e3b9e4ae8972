// expected: this struct cannot be reflected: a member is a reference or has no default constructor
#include <oaiwire/reflect/members.hpp>

struct subject {
    int a{};
#ifdef OAIWIRE_WRONG
    int& b;
#else
    int* b{};
#endif
};

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
