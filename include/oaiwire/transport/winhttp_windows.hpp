// Includes Windows' headers for winhttp.hpp, without those of winsock and without min and max,
// unless the program has included them before. Link winhttp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#if !defined(WIN32_LEAN_AND_MEAN)
#define WIN32_LEAN_AND_MEAN
#define OAIWIRE_UNDEF_LEAN_AND_MEAN
#endif
#if !defined(NOMINMAX)
#define NOMINMAX
#define OAIWIRE_UNDEF_NOMINMAX
#endif
#include <windows.h>
// needs windows.h
#include <winhttp.h>
#if defined(OAIWIRE_UNDEF_LEAN_AND_MEAN)
#undef WIN32_LEAN_AND_MEAN
#undef OAIWIRE_UNDEF_LEAN_AND_MEAN
#endif
#if defined(OAIWIRE_UNDEF_NOMINMAX)
#undef NOMINMAX
#undef OAIWIRE_UNDEF_NOMINMAX
#endif

#include <oaiwire/core/macros_resume.hpp>

#include <oaiwire/core/macros_end.hpp>
