// expected: this struct cannot be reflected: a member is a reference or has no default constructor
#include <oaiwire/reflect/members.hpp>

struct number {
#ifdef OAIWIRE_WRONG
    explicit number(int v) : value(v) {
    }
#endif
    int value{};
};
struct subject {
    int a{};
    number b;
};

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
