// expected: this struct cannot be reflected: it has a base; make it a member
#include <oaiwire/reflect/members.hpp>

struct base {
    int a{};
};
#ifdef OAIWIRE_WRONG
struct subject : base {
    int b{};
};
#else
struct subject {
    base a{};
    int b{};
};
#endif

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
