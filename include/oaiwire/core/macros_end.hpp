// Gives the macros back that macros_begin.hpp took.
#ifndef OAIWIRE_MACROS_NESTED
#if defined(_MSC_VER) && !defined(__clang__)
#pragma warning(pop)
#endif
#undef OAIWIRE_MACROS_HELD
#include <oaiwire/core/macros_restore.hpp>
#endif
#pragma pop_macro("OAIWIRE_MACROS_NESTED")
