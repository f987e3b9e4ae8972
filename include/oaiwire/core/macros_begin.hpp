// Takes macros of the including program away whose names the library uses, until macros_end.hpp.
// Every header begins with this file and ends with that one; only the outermost of them act.
#pragma push_macro("OAIWIRE_MACROS_NESTED")
#undef OAIWIRE_MACROS_NESTED
#ifdef OAIWIRE_MACROS_HELD
#define OAIWIRE_MACROS_NESTED
#else
#define OAIWIRE_MACROS_HELD
#include <oaiwire/core/macros_hold.hpp>
#if defined(_MSC_VER) && !defined(__clang__)
// attributes of other compilers, which cost nothing; conditions and code after returns that are
// constant in some instantiations of a template; padding; functions that Microsoft calls unsafe
#pragma warning(push)
#pragma warning(disable : 5030 4127 4702 4324 4996)
#endif
#endif
