// expected: this struct cannot be reflected: it has a constructor, a private or virtual member
#include <oaiwire/reflect/members.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    subject() {
    }
#endif
    int a{};
};

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
