// expected: this struct cannot be reflected: it has more than 64 members; nest some
#include <oaiwire/reflect/members.hpp>

#define M4(p) p##0, p##1, p##2, p##3
#define M16(p) M4(p##0), M4(p##1), M4(p##2), M4(p##3)

struct subject {
    int M16(a);
    int M16(b);
    int M16(c);
    int M16(d);
#ifdef OAIWIRE_WRONG
    int one_more;
#endif
};

int count(subject& s) {
    return oaiwire::reflect::with_members(s, [](auto&... m) { return int(sizeof...(m)); });
}
