// Takes macros of the including program away whose names the library uses, until macros_end.hpp.
// Every header begins with this file and ends with that one; only the outermost of them act.
#pragma push_macro("OAIWIRE_MACROS_NESTED")
#undef OAIWIRE_MACROS_NESTED
#ifdef OAIWIRE_MACROS_HELD
#define OAIWIRE_MACROS_NESTED
#else
#define OAIWIRE_MACROS_HELD
#include <oaiwire/core/macros_hold.hpp>
#endif
