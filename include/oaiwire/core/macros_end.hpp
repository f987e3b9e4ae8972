// Gives the macros back that macros_begin.hpp took.
#ifndef OAIWIRE_MACROS_NESTED
#undef OAIWIRE_MACROS_HELD
#include <oaiwire/core/macros_restore.hpp>
#endif
#pragma pop_macro("OAIWIRE_MACROS_NESTED")
