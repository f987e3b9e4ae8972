// expected: this struct cannot be reflected: it has more than 64 members; nest some
#include <oaiwire/reflect/members.hpp>

#define M8(p) int p##0 {}, p##1 {}, p##2 {}, p##3 {}, p##4 {}, p##5 {}, p##6 {}, p##7 {};

struct subject {
    M8(a)
    M8(b) M8(c) M8(d) M8(e) M8(f) M8(g) M8(h)
#ifdef OAIWIRE_WRONG
        int one_more{};
#endif
};

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
